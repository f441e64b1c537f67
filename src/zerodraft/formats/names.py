"""Names that are safe as a folder, as part of a git ref, and on every system."""

import re
from unicodedata import normalize

from zerodraft.core.text.visible import visible
from zerodraft.errors import Refusal, shortened

# Stricter than `git check-ref-format`, which lets `-x` and `--output=file` pass as names of tags;
# a server hands them out, and a command that is given one takes it for an option.
_SAFE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
_ACCENT = re.compile("[\u0300-\u036f]")
_OUTSIDE = re.compile("[^a-z0-9]+")


class BadName(Refusal):
    """A name that can't become the name of a folder or tag."""


def is_safe_name(name: str) -> bool:
    """1 to 64 small letters, digits and inner hyphens, and not a device of Windows (`con`, `nul`)."""
    return bool(_SAFE.fullmatch(name)) and name not in _DEVICES


def hyphenated(text: str) -> str:
    """Words as part of a name: Latin letters without accents, small, and digits, hyphens between; others are lost."""
    return _OUTSIDE.sub("-", _plain(text)).strip("-")


def _plain(text: str) -> str:
    plain = _ACCENT.sub("", normalize("NFD", text)).lower()
    for apostrophe in "'’":
        plain = plain.replace(apostrophe, "")
    return plain


def check_slug(name: str) -> str:
    """The name itself when it can name a declaration; else `BadName`, which proposes one."""
    if is_safe_name(name):
        return name
    shown = visible(shortened(name), single_line=True)
    raise BadName(
        f"“{shown}” can't name a declaration: small letters, digits and inner hyphens only, 64 at most.",
        f"Try “{proposed_slug(name)}”.",
    )


def proposed_slug(name: str) -> str:
    """A name near `name` that is allowed."""
    slug = hyphenated(name)[:64].strip("-")
    if not slug:
        return "declaration"
    return slug if is_safe_name(slug) else f"{slug}-text"


def version_name(designation: str) -> str:
    """A designation as it stands in a tag: “Rev.1/Corr.1” is `rev-1-corr-1`, “Chair's text” `chairs-text`.

    Raises `BadName` where a letter would be lost: `Rev.1 修` must not become a second `rev-1`.
    """
    name = hyphenated(designation)
    lost = any(char.isalnum() and not char.isascii() for char in _plain(designation))
    if lost or not is_safe_name(name):
        shown = visible(shortened(designation), single_line=True)
        raise BadName(
            f"“{shown}” can't name a version.",
            "Use up to 64 Latin letters and digits, such as Zero Draft, Rev.1 or Chair's text.",
        )
    return name


def tag_name(slug: str, designation: str) -> str:
    """The tag of an issued version: `bali-message/zero-draft`. Raises `BadName`."""
    return f"{check_slug(slug)}/{version_name(designation)}"


def split_tag(tag: str) -> tuple[str, str]:
    """Declaration and version of a tag; the version is "" for a tag of another kind."""
    slug, _, version = tag.partition("/")
    return slug, version
