"""A document in the list: its title, what it is, what waits in it; or why it can't be opened."""

from datetime import datetime

from zerodraft.tui.home.document import Document
from zerodraft.tui.when import when
from zerodraft.tui.widgets.row import Piece, Row, row

HEIGHT = 2
_INDENT = "  "


def rows_of(slug: str, known: Document | None, now: datetime, *, is_named: bool = False) -> tuple[Row, Row]:
    """Two rows, the first of which is enough where there is room for one; a document that was not read yet shows its
    name, and so does one that `is_named` because another bears the same title."""
    if known is None:
        return row(slug), row(Piece(f"{_INDENT}reading …", "quiet"))
    if known.problem:
        return (
            row(Piece(slug, "strong"), tail=(Piece("✗ can't be opened ", "warning"),)),
            row(_INDENT, known.problem),
        )
    moment = f" {when(known.last_act, now)}" if known.last_act else ""
    return (
        row(Piece(known.title, "strong"), tail=(*_unsaved(known), Piece(f"{moment} ", "quiet"))),
        row(Piece(_INDENT), *([f"{slug} · "] if is_named else []), Piece(_what(known), "quiet"), tail=_comments(known)),
    )


def _unsaved(known: Document) -> tuple[Piece, ...]:
    return (Piece(" ● unsaved ", "warning"),) if known.unsaved else ()


def _what(known: Document) -> str:
    """“message · Rev.2 · Negotiation”."""
    issued = (known.version, known.stage) if known.version else ("not issued yet",)
    return " · ".join(each for each in (known.kind, *issued) if each)


def _comments(known: Document) -> tuple[Piece, ...]:
    """“11 open of 47 comments”."""
    if not known.comments:
        return (Piece("no comments ", "quiet"),)
    total = f"{known.comments} comment{'' if known.comments == 1 else 's'} "
    if not known.open_comments:
        return (Piece(f"none open of {total}", "quiet"),)
    return Piece(f"{known.open_comments} open", "number"), Piece(f" of {total}", "quiet")
