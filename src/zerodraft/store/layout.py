"""Where things stand in a workspace, and which names are allowed."""

import re
import unicodedata

from zerodraft.errors import NotThere, Refusal

DECLARATIONS = "declarations"
TEXT = "text.md"
SETTINGS = "declaration.toml"
COMMENTS = "comments"

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_TAG = re.compile(rf"{_SLUG.pattern}/{_SLUG.pattern}")
# Names that Windows keeps for devices, with any ending; a workspace travels to such machines.
_PORTS = {f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)}
_DEVICES = {"con", "prn", "aux", "nul"} | _PORTS


def is_slug(name: str) -> bool:
    """Lower-case letters, digits and inner hyphens, at most 64, and no Windows device."""
    return _SLUG.fullmatch(name) is not None and name not in _DEVICES


def check_slug(name: str) -> str:
    """The name itself when it can name a declaration; else a refusal that proposes one."""
    if is_slug(name):
        return name
    raise Refusal(
        f"“{_shown(name)}” can't name a declaration: lower-case letters, digits and hyphens only, at most 64.",
        f"Try “{proposed_slug(name)}”.",
    )


def proposed_slug(name: str) -> str:
    """A name near `name` that is allowed."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
    if not slug:
        return "declaration"
    return f"{slug}-text" if slug in _DEVICES else slug


def is_tag_name(name: str) -> bool:
    """`<slug>/<version>`: the names that we give. All others are foreign."""
    return _TAG.fullmatch(name) is not None


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
        raise NotThere("file of this workspace", _shown(path), hint=f"Files of a workspace stand in {DECLARATIONS}/.")
    return path


def check_folder(path: str) -> str:
    """The folder's path without a final slash, when it is `declarations/` or below it; else a refusal."""
    plain = path.rstrip("/")
    return plain if plain == DECLARATIONS else check_path(plain)


def _is_plain(part: str) -> bool:
    return bool(part) and part[0] != "." and part.isprintable() and not set(part) & set("\\:")


def _shown(name: str) -> str:
    return ascii(name)[1:-1] if not name.isprintable() else name
