"""Where things stand in a workspace, and which names are allowed."""

import re
import unicodedata

from zerodraft.core.text.visible import visible
from zerodraft.errors import NotThere, Refusal
from zerodraft.formats.names import is_safe_name

DECLARATIONS = "declarations"
TEXT = "text.md"
SETTINGS = "declaration.toml"
COMMENTS = "comments"
STORY = "story.toml"


def check_slug(name: str) -> str:
    """The name itself when it can name a declaration; else a refusal that proposes one."""
    if is_safe_name(name):
        return name
    shown = visible(name, single_line=True)
    raise Refusal(
        f"“{shown}” can't name a declaration: small letters, digits and inner hyphens only, 64 at most.",
        f"Try “{proposed_slug(name)}”.",
    )


def proposed_slug(name: str) -> str:
    """A name near `name` that is allowed."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
    if not slug:
        return "declaration"
    return slug if is_safe_name(slug) else f"{slug}-text"


def is_tag_name(name: str) -> bool:
    """`<slug>/<version>`: the names that we give. All others are foreign."""
    slug, _, version = name.partition("/")
    return is_safe_name(slug) and is_safe_name(version)


def folder(slug: str) -> str:
    return f"{DECLARATIONS}/{check_slug(slug)}"


def text_path(slug: str) -> str:
    return f"{folder(slug)}/{TEXT}"


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
