"""A declaration that is to begin: how it is called, what it begins from, and what is wrong with that."""

from collections.abc import Container
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from zerodraft.formats.names import BadName, check_slug, proposed_slug

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.texts import Beginning

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Wanted:
    """`delegations` are names as the drafter wrote them. Of `sample` and `file` one at most is given; with neither the
    text begins from its kind and focus areas. `encoding` is that of the file, "" for UTF-8."""

    slug: str
    title: str = ""
    kind: str = ""
    language: str = "en"
    focus_areas: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    sample: str = ""
    file: str = ""
    encoding: str = ""


def free_name(words: str, taken: Container[str]) -> str:
    """A name made of a title or of another name, with a number behind it where that is taken."""
    name = proposed_slug(words)
    if name not in taken:
        return name
    numbered = (f"{name[: _LONGEST - len(str(number)) - 1].rstrip('-')}-{number}" for number in count(2))
    return next(each for each in numbered if each not in taken)


def wrong_name(name: str, taken: Container[str]) -> str:
    """Why this can't be the name of a new declaration, "" when it can."""
    if not name:
        return "The declaration needs a name: one word by which it is known here."
    try:
        check_slug(name)
    except BadName as bad:
        return f"{bad.message} {bad.hint}"
    return f"There is a declaration “{name}” already." if name in taken else ""


def listed(words: str) -> tuple[str, ...]:
    """What stands between commas, semicolons or line ends."""
    parts = words.replace(";", "\n").replace(",", "\n").split("\n")
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def path_in(words: str) -> Path:
    """The path that somebody typed, pasted or dropped: with quotes, `\\ ` for a space, `~`, or as a `file:` address."""
    words = words.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"":
        return Path(words[1:-1]).expanduser()
    if words.startswith("file://"):
        from urllib.parse import unquote, urlsplit

        return Path(unquote(urlsplit(words).path))
    return Path(words.replace("\\ ", " ")).expanduser()


def beginning(desk: "Desk", wanted: Wanted) -> "Beginning":
    """What the desk needs for it. Raises a refusal where a delegation is unknown or the file can't be read."""
    from zerodraft.desk.starting import text_from
    from zerodraft.desk.texts import Beginning
    from zerodraft.formats.settings import Settings

    participants = tuple(dict.fromkeys(desk.who(name).code for name in wanted.delegations))
    settings = Settings(
        title=wanted.title, language=wanted.language, kind=wanted.kind or "declaration", participants=participants
    )
    source = text_from(path_in(wanted.file), wanted.encoding) if wanted.file else None
    return Beginning(settings, wanted.focus_areas, wanted.sample, source)
