"""A bracket in few words: what it offers, whose that is, since when it is there."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.resolving import Holder, OpenBracket, Option
from zerodraft.core.text.position import Stance
from zerodraft.tui.comments.listing import cited

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.resolving import BracketRow

NO_WORDS, NOBODY = "(no words)", "–"


class Held(NamedTuple):
    """Who says the same of a wording, by name, each once."""

    stance: Stance
    names: tuple[str, ...]

    @property
    def told(self) -> str:
        names = ", ".join(self.names)
        return names if self.stance is Stance.PROPOSE else f"{names} {self.stance.value}"


def held(dossier: "Dossier", holders: Iterable[Holder]) -> tuple[Held, ...]:
    """By what they say, as it is printed in a bracket."""
    by_stance: dict[Stance, dict[str, None]] = {}
    for each in holders:
        by_stance.setdefault(each.stance, {})[name_of(dossier, each)] = None
    return tuple(Held(stance, tuple(names)) for stance, names in by_stance.items())


def name_of(dossier: "Dossier", holder: Holder) -> str:
    """The name of a delegation; of one that nobody knows what is written."""
    return dossier.name_of(holder.code) if holder.code else holder.name


def held_told(dossier: "Dossier", holders: Iterable[Holder]) -> str:
    """“Japan, Chile; Fiji, Norway delete”; "" for nobody."""
    return "; ".join(each.told for each in held(dossier, holders))


def whose_told(dossier: "Dossier", bracket: OpenBracket) -> str:
    """“Japan / Chile, Fiji retain”: for each alternative those who are named at it."""
    told = [held_told(dossier, option.holders) for option in bracket.options]
    return " / ".join(each or NOBODY for each in told) if any(told) else "nobody is named"


def place_told(dossier: "Dossier", bracket: OpenBracket) -> str:
    """“¶ 13”, “¶ 13 to 15” for one that goes over several paragraphs."""
    numbers = dossier.reading.numbers
    to = f" to {numbers[bracket.last].cite}" if bracket.last > bracket.first else ""
    return f"{cited(numbers[bracket.first].cite)}{to}"


def offered(options: Iterable[Option]) -> str:
    """“full / due”."""
    return " / ".join(option.words or NO_WORDS for option in options)


def since_told(dossier: "Dossier", row: "BracketRow", now: datetime, *, is_dated: bool) -> str:
    """“since Rev.2”: the first version that has it; “since 12 Nov” where none has; "" while nobody looked it up."""
    if not is_dated:
        return ""
    if row.since is None:
        return "not recorded yet"
    version = _first_with(dossier, row.since)
    return f"since {version or _day(row.since.astimezone(now.tzinfo), now)}"


def _day(moment: datetime, now: datetime) -> str:
    """“today”, “12 Nov”, “12 Nov 2020”."""
    if moment.date() == now.date():
        return "today"
    return f"{moment.day} {moment:%b}{'' if moment.year == now.year else f' {moment.year}'}"


def _first_with(dossier: "Dossier", since: datetime) -> str:
    """The designation of the first version that was issued after; "" where none was."""
    return next((version.designation for version in dossier.versions if version.issued >= since), "")


def copied(dossier: "Dossier", row: "BracketRow", now: datetime, *, is_dated: bool) -> str:
    """A bracket as plain text: place, alternatives by number, whose they are."""
    return "\n".join(_lines(dossier, row, now, is_dated=is_dated))


def _lines(dossier: "Dossier", row: "BracketRow", now: datetime, *, is_dated: bool) -> Iterator[str]:
    since = since_told(dossier, row, now, is_dated=is_dated)
    yield f"{place_told(dossier, row.bracket)}{f' · {since}' if since else ''}"
    for option in row.bracket.options:
        whose = held_told(dossier, option.holders)
        yield f"{option.number} {option.words or NO_WORDS}{f' · {whose}' if whose else ''}"
