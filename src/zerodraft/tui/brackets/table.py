"""The brackets of one dossier, and which of them somebody wants to see."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zerodraft.core.text.folding import folded
from zerodraft.core.text.words import fold
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.resolving import BracketRow, brackets_of
from zerodraft.desk.selection import paragraph_block
from zerodraft.tui.narrowing.completing import FROM, Completing, known_areas, known_speakers
from zerodraft.tui.narrowing.meanings import area_meant, paragraph_meant, speaker_meant
from zerodraft.tui.narrowing.terms import Filter, Grammar

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

Check = Callable[[BracketRow], bool]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is left empty doesn't matter. `delegation` is a code, of a group for all its members too; `words`, as
    `folded` gives them, must all stand in the bracket or in the names of those who are named in it."""

    delegation: str = ""
    area: int | None = None
    paragraph: str = ""
    words: tuple[str, ...] = ()


class Table:
    """All brackets in the order of the text; `is_dated` says that since when each is there has been looked up.

    An id is the words of a bracket, counted where there are several of the same: it holds whatever else is settled.
    """

    def __init__(self, dossier: "Dossier", rows: tuple[BracketRow, ...], *, is_dated: bool) -> None:
        self.dossier = dossier
        self.rows = rows
        self.is_dated = is_dated
        source, met = dossier.draft.source, Counter[str]()
        ids: list[str] = []
        for row in rows:
            words = fold(row.bracket.span.of(source))
            met[words] += 1
            ids.append(f"{words} {met[words]}")
        self.ids = tuple(ids)

    def narrowed(self, sought: Sought) -> tuple[int, ...]:
        """The places of the rows that are sought."""
        checks = tuple(_checks(self.dossier, sought))
        return tuple(place for place, row in enumerate(self.rows) if all(check(row) for check in checks))


def undated(dossier: "Dossier") -> Table:
    """The brackets as the text has them, at once."""
    rows = tuple(
        BracketRow(each, dossier.reading.numbers[each.first].cite, area.number if area else None, None)
        for each in brackets_of(dossier)
        for area in (dossier.draft.area_of(each.first),)
    )
    return Table(dossier, rows, is_dated=False)


def dated(desk: "Desk", dossier: "Dossier") -> Table:
    """The same with since when each is there: the first look at a long history takes a while."""
    return Table(dossier, desk.brackets(dossier), is_dated=True)


# --- the filter line ------------------------------------------------------------------------------


def _checks(dossier: "Dossier", sought: Sought) -> Iterator[Check]:
    if sought.area is not None:
        yield lambda row: row.area == sought.area
    if sought.paragraph:
        block = paragraph_block(dossier.draft, ordinal_of(dossier, sought.paragraph))
        yield lambda row: row.bracket.first <= block[-1] and block[0] <= row.bracket.last
    if sought.delegation:
        codes = {sought.delegation, *dossier.delegations.members_of(sought.delegation)}
        yield lambda row: any(holder.code in codes for holder in row.bracket.holders)
    if sought.words:
        yield lambda row: _has_words(dossier, row, sought.words)


def _has_words(dossier: "Dossier", row: BracketRow, words: tuple[str, ...]) -> bool:
    held = (each for holder in row.bracket.holders for each in (holder.name, dossier.name_of(holder.code)))
    text = folded("\n".join((row.bracket.span.of(dossier.draft.source), *held)))
    return all(word in text for word in words)


def understood(line: str, dossier: "Dossier") -> Filter[Sought]:
    """Reads a filter line."""
    return GRAMMAR.read(line, Sought(), dossier)


GRAMMAR: Grammar[Sought] = Grammar(
    {
        FROM: lambda sought, value, dossier: replace(sought, delegation=speaker_meant(value, dossier)),
        "area": lambda sought, value, dossier: replace(sought, area=area_meant(value, dossier)),
        "para": lambda sought, value, dossier: replace(sought, paragraph=paragraph_meant(value, dossier)),
    },
    lambda sought, word: replace(sought, words=(*sought.words, word)),
)


def _paragraphs(_value: str, dossier: "Dossier") -> Iterator[str]:
    """Those with brackets, in the order of the text."""
    ordinals = dict.fromkeys(each.first for each in brackets_of(dossier))
    return ("".join(dossier.reading.numbers[ordinal].cite.split()) for ordinal in ordinals)


COMPLETING = Completing(
    {FROM: known_speakers, "area": known_areas, "para": _paragraphs},
    "words · from:JPN · area:2 · para:36",
)


def described(sought: Sought, dossier: "Dossier") -> str:
    """What the list shows, in words: “of Japan · focus area 2”; "" for everything."""
    found = (
        f"of {dossier.name_of(sought.delegation)}" if sought.delegation else "",
        f"focus area {sought.area}" if sought.area is not None else "",
        f"¶ {sought.paragraph}" if sought.paragraph else "",
        " ".join(f"“{word}”" for word in sought.words),
    )
    return " · ".join(filter(None, found))
