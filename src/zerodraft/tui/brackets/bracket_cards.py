"""A bracket as cards: the paragraph in which it stands, each alternative with those who hold it, since when."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.resolving import OpenBracket, Option
from zerodraft.core.text.inline import Stretch, cut, read_inline
from zerodraft.core.text.position import Stance
from zerodraft.core.text.words import fold
from zerodraft.tui.brackets.table import Table
from zerodraft.tui.brackets.telling import NO_WORDS, held, name_of, place_told, since_told
from zerodraft.tui.compiling.setting import style_of
from zerodraft.tui.when import when
from zerodraft.tui.widgets.card import Card, Para, para
from zerodraft.tui.widgets.row import Piece, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_STANCES = {Stance.SUPPORT: "good", Stance.RETAIN: "good", Stance.DELETE: "warning", Stance.RESERVE: "warning"}


class Told(NamedTuple):
    """A card, and the number of the alternative that it shows; 0 for none."""

    card: Card
    option: int = 0


def cards_of(table: Table, place: int, now: datetime) -> Iterator[Told]:
    """One bracket of the table."""
    dossier, found = table.dossier, table.rows[place]
    bracket = found.bracket
    since = since_told(dossier, found, now, is_dated=table.is_dated)
    area = f"focus area {found.area}" if found.area is not None else ""
    inner = "inside of another bracket" if bracket.depth > 1 else ""
    about = " · ".join(filter(None, (area, inner, since)))
    head = row(Piece(place_told(dossier, bracket), "number"), Piece(f" · {about}" if about else "", "quiet"))
    yield Told(Card(head, tuple(_passage(dossier, bracket))))
    for option in bracket.options:
        name = f"Alternative {option.number}" if len(bracket.options) > 1 else "The only wording"
        yield Told(Card(row(Piece(name, "strong")), tuple(_option(dossier, option, now))), option.number)


def _passage(dossier: "Dossier", bracket: OpenBracket) -> Iterator[Para]:
    """The paragraphs in which it stands, the bracket underlined."""
    for ordinal in range(bracket.first, bracket.last + 1):
        text = dossier.draft.paragraphs[ordinal].text
        start, end = _within(dossier, bracket) if bracket.first == bracket.last else (0, len(text))
        stretches = read_inline(text)
        before, inside = cut(stretches, 0, start), cut(stretches, start, end)
        yield para(*_pieces(before), *_pieces(inside, "quote"), *_pieces(cut(stretches, end, len(text))))


def _within(dossier: "Dossier", bracket: OpenBracket) -> tuple[int, int]:
    """Where it begins and ends in the text of its paragraph, in which white space is folded."""
    source, paragraph = dossier.draft.source, dossier.draft.paragraphs[bracket.first]
    start = -1
    for _ in range(source[paragraph.body.start : bracket.span.start].count("[") + 1):
        start = paragraph.text.find("[", start + 1)
    return start, start + len(fold(bracket.span.of(source)))


def _pieces(stretches: Iterator[Stretch], besides: str = "") -> Iterator[Piece]:
    return (Piece(each.text, " ".join(filter(None, (style_of(each), besides)))) for each in stretches)


def _option(dossier: "Dossier", option: Option, now: datetime) -> Iterator[Para]:
    """The words, who says what of them, and when a position was taken on them."""
    yield para(option.words) if option.words else para(Piece(NO_WORDS, "quiet"))
    for stance, names in held(dossier, option.holders):
        told = "proposed by" if stance is Stance.PROPOSE else f"{stance.value}:"
        yield para(Piece(f"{told} ", _STANCES.get(stance, "strong")), ", ".join(names), indent=2)
    said = {name_of(dossier, each): each.since for each in option.holders if each.since is not None}
    if said:
        dates = ", ".join(f"{name} {when(moment, now)}" for name, moment in said.items())
        yield para(Piece(f"said: {dates}", "quiet"), indent=2)
