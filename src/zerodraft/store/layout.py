"""Where things stand in a workspace, and which names are allowed."""

from zerodraft.core.text.visible import visible
from zerodraft.errors import NotThere
from zerodraft.formats.names import check_slug, is_safe_name, split_tag

DECLARATIONS = "declarations"
TEXT = "text.md"
SETTINGS = "declaration.toml"
ADOPTION = "adoption.toml"
COMMENTS = "comments"
PROPOSALS = "proposals"
POSITIONS = "positions"
DECISIONS = "decisions"
INPUT = "input"
STORY = "story*.toml"
INPUT_STORY = "input.toml"
DELEGATION_LIST = f"{DECLARATIONS}/delegations.toml"
AUTHOR_LIST = f"{DECLARATIONS}/authors.toml"


def is_tag_name(name: str) -> bool:
    """`<slug>/<version>`: the names that we give. All others are foreign."""
    return all(map(is_safe_name, split_tag(name)))


def folder(slug: str) -> str:
    return f"{DECLARATIONS}/{check_slug(slug)}"


def text_path(slug: str) -> str:
    return f"{folder(slug)}/{TEXT}"


def settings_path(slug: str) -> str:
    return f"{folder(slug)}/{SETTINGS}"


def adoption_path(slug: str) -> str:
    return f"{folder(slug)}/{ADOPTION}"


def check_path(path: str) -> str:
    """The path itself when it stays below `declarations/`; else a refusal.

    No part may be empty, begin with a dot or hold a control character, backslash or colon.
    """
    parts = path.split("/")
    if parts[0] != DECLARATIONS or len(parts) < 2 or not all(_is_plain(part) for part in parts):
        raise NotThere(
            "file of this workspace",
            visible(path, single_line=True),
            hint=f"Files of a workspace stand in {DECLARATIONS}/.",
        )
    return path


def check_folder(path: str) -> str:
    """The folder's path without a final slash, when it is `declarations/` or below it; else a refusal."""
    plain = path.rstrip("/")
    return plain if plain == DECLARATIONS else check_path(plain)


def _is_plain(part: str) -> bool:
    return bool(part) and part[0] != "." and part.isprintable() and not set(part) & set("\\:")
