"""The redline of one proposal on the text of today, as pieces of a card."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.compare import compare
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part
from zerodraft.core.text.inline import Style
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.splice import Span
from zerodraft.core.text.visible import visible
from zerodraft.export.passages import Departure, laid_out
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.telling import Telling
from zerodraft.tui.redline import pieces as redlined
from zerodraft.tui.redline.pieces import NOT_A_WORD, pieces_of, signed
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_NOWHERE = Span(0, 0)
_STYLES = {Op.INSERTED: "inserted", Op.DELETED: "deleted", Op.KEPT: ""}
_INLINE = {Style.EMPHASIS: "italic", Style.STRONG: "strong", Style.DISPUTED: "disputed", Style.AGREED: "quiet"}


def sheet_of(dossier: "Dossier", tabled: Tabled) -> RedlineSheet:
    """The paragraphs of a proposal as they stand, and as they would; not for a detached one."""
    stands = dossier.draft.paragraphs[tabled.first : tabled.last]
    numbers = dossier.reading.numbers[tabled.first : tabled.last]
    model = stands or dossier.draft.paragraphs[max(0, tabled.first - 1) : tabled.first]
    words = [_like(model, place, text) for place, text in enumerate(tabled.wording)]
    old = _draft([each._replace(ordinal=place) for place, each in enumerate(stands)])
    return RedlineSheet(_sheet(old, numbers), _sheet(new := _draft(words), _numbers(words, numbers)), compare(old, new))


def _like(model: Sequence[Paragraph], place: int, text: str) -> Paragraph:
    """A proposed paragraph: of the kind of the one in whose place it stands; what is put in is no heading."""
    if not model:
        return Paragraph(place, Kind.PLAIN, Part.OPERATIVE, _NOWHERE, _NOWHERE, "", 0, text)
    like = model[min(place, len(model) - 1)]
    return like._replace(ordinal=place, text=text)


def _draft(paragraphs: Iterable[Paragraph]) -> Draft:
    return Draft("", _NOWHERE, "", tuple(paragraphs), ())


def _sheet(draft: Draft, numbers: Sequence[Number]) -> Sheet:
    return Sheet("", "", "", "", "", "", "en", draft, tuple(numbers))


def _numbers(words: Sequence[Paragraph], numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Those of the paragraphs in whose place the words stand; a new one has none yet."""
    return tuple(numbers[place] if place < len(numbers) else Number("", "") for place in range(len(words)))


def redline_paras(dossier: "Dossier", tabled: Tabled, *, plain: bool) -> tuple[Para, ...]:
    """The paragraphs with what is struck and what is put in; with `plain` marks around both."""
    sheet = sheet_of(dossier, tabled)
    sides = Telling(sheet).sides
    return tuple(
        Para(tuple(_inked(pieces_of(sheet, passage, sides), plain=plain)))
        for place in laid_out(sheet)
        if not isinstance(place, Departure)
        for passage in place
    )


def _inked(pieces: Iterable[redlined.Piece], *, plain: bool) -> Iterator[Piece]:
    for piece in signed(pieces, plain=plain):
        if piece.start == NOT_A_WORD:
            yield Piece(piece.text, f"{_STYLES[piece.op]}-sign" if _STYLES[piece.op] else "")
        else:
            inline = (name for style, name in _INLINE.items() if style in piece.style)
            yield Piece(piece.text, " ".join(filter(None, (_STYLES[piece.op], *inline))))


def change_para(change: Change, *, plain: bool) -> Para:
    """One change as it was made: what is struck, what is put in its place."""
    if change.is_move:
        return para(Piece("Moved to another place.", "quiet"))
    runs = redline(change.before, change.after)
    found = (redlined.Piece(visible(run.text), run.op, start=0) for run in runs)
    return Para(tuple(_inked(found, plain=plain)))
