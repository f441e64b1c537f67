"""The redline of one proposal on the text of today, as pieces of a card."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.core.text.inline import Style
from zerodraft.core.text.visible import visible
from zerodraft.desk.as_proposed import redline_of
from zerodraft.export.passages import Departure, laid_out
from zerodraft.export.telling import Telling
from zerodraft.tui.redline import pieces as redlined
from zerodraft.tui.redline.pieces import NOT_A_WORD, pieces_of, signed
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_STYLES = {Op.INSERTED: "inserted", Op.DELETED: "deleted", Op.KEPT: ""}
_INLINE = {Style.EMPHASIS: "italic", Style.STRONG: "strong", Style.DISPUTED: "disputed", Style.AGREED: "quiet"}


def redline_paras(dossier: "Dossier", tabled: Tabled, *, plain: bool) -> tuple[Para, ...]:
    """The paragraphs with what is struck and what is put in; with `plain` marks around both."""
    sheet = redline_of(dossier, tabled)
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
    return runs_para(redline(change.before, change.after), plain=plain)


def runs_para(runs: Iterable[Run], *, plain: bool) -> Para:
    """Runs of words, with marks around what changes where `plain` is wanted."""
    found = (redlined.Piece(visible(run.text), run.op, start=0) for run in runs)
    return Para(tuple(_inked(found, plain=plain)))
