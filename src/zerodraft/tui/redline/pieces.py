"""The words of one block, each with its fate and style; and what is put between them so that nothing runs together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.inline import Style
from zerodraft.core.text.table import Row
from zerodraft.core.text.visible import visible
from zerodraft.export.passages import Passage
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.shown_words import PLAIN_MARKS, Sides, shown_parts
from zerodraft.export.tables import paired
from zerodraft.export.text.blocks import shown

# Inside of a change the style says what was inserted and deleted; brackets and marks say nothing more there.
_IN_CHANGES = Style.EMPHASIS | Style.STRONG | Style.DELEGATION
_LINED = (Kind.TABLE, Kind.OPAQUE)
NOT_A_WORD = -1


class Piece(NamedTuple):
    """Words of one fate and style as they are shown; `start` is their place among the words of the block.

    A sign of ours, which is no word of either text, stands at `NOT_A_WORD`.
    """

    text: str
    op: Op
    style: Style = Style.PLAIN
    start: int = NOT_A_WORD


def pieces_of(sheet: RedlineSheet, passage: Passage, sides: Sides) -> tuple[Piece, ...]:
    """The words of a passage in reading order, what was deleted before what was inserted in its place."""
    if passage.is_replaced_whole:
        found = _replaced_lines(sheet.old.draft.paragraphs[passage.was[0]], passage.paragraph)
    elif passage.paragraph.kind in _LINED:
        op = passage.words[0].op if passage.words else Op.KEPT
        found = _lines(op, visible(passage.paragraph.text).split("\n"))
    else:
        found = _words(passage, sides)
    return tuple(_placed(found))


def _words(passage: Passage, sides: Sides) -> Iterator[Piece]:
    is_first = True
    for words in passage.words:
        for part in shown_parts(words, sides[words.op]):
            text = visible(shown(part))
            # The second part of a divided paragraph begins with the space that parted the two.
            text = text.lstrip(" ") if is_first and words.op is Op.KEPT else text
            is_first = is_first and not text
            yield Piece(text, words.op, part.style if words.op is Op.KEPT else part.style & _IN_CHANGES)


def _lines(op: Op, lines: Iterable[str]) -> Iterator[Piece]:
    """Each line by itself, so that marks never reach over a line end."""
    for count, line in enumerate(lines):
        yield from [Piece("\n", Op.KEPT)] if count else []
        yield Piece(line, op)


def _replaced_lines(old: Paragraph, new: Paragraph) -> Iterator[Piece]:
    """Lines that belong together with the redline of their words; the others deleted and inserted whole."""
    pairs = paired(_rows(old), _rows(new))
    for count, (was, now) in enumerate(pairs):
        yield from [Piece("\n", Op.KEPT)] if count else []
        yield from (Piece(run.text, run.op) for run in redline(was[0] if was else "", now[0] if now else ""))


def _rows(paragraph: Paragraph) -> tuple[Row, ...]:
    return tuple((line,) for line in visible(paragraph.text).split("\n"))


def _placed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    place = 0
    for piece in pieces:
        if piece.text:
            yield piece._replace(start=place)
            place += len(piece.text)


def words_of(pieces: Iterable[Piece]) -> str:
    """All words, deleted and inserted ones too: the text in which `start` counts."""
    return "".join(piece.text for piece in pieces if piece.start != NOT_A_WORD)


def signed(pieces: Iterable[Piece], *, plain: bool) -> Iterator[Piece]:
    """The pieces with plain marks around what changed; or with a space between an old and a new word that touch.

    Without that space `shall` and `should` would be copied from the screen as one word.
    """
    before = Piece("", Op.KEPT)
    for op, group in groupby(pieces, key=lambda each: each.op):
        together = tuple(group)
        if plain and op is not Op.KEPT:
            yield from _within_marks(op, together)
            continue
        if _touch(before, together[0]):
            yield Piece(" ", Op.KEPT)
        yield from together
        before = together[-1]


def _touch(before: Piece, after: Piece) -> bool:
    if Op.KEPT in (before.op, after.op) or before.op is after.op:
        return False
    return not before.text[-1:].isspace() and not after.text[:1].isspace()


def _within_marks(op: Op, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Marks close around the words: a space at their edge stays outside, where lines break."""
    text = "".join(piece.text for piece in pieces)
    words = text.strip(" ") or text
    start = text.index(words)
    opening, closing = PLAIN_MARKS[op]
    yield from sliced(pieces, 0, start)
    yield Piece(opening, op)
    yield from sliced(pieces, start, start + len(words))
    yield Piece(closing, op)
    yield from sliced(pieces, start + len(words), len(text))


def sliced(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """What stands between two places of the text that the pieces make together."""
    place = 0
    for piece in pieces:
        first, last = max(start - place, 0), min(end - place, len(piece.text))
        if first < last:
            yield piece._replace(
                text=piece.text[first:last], start=piece.start + first if piece.start != NOT_A_WORD else NOT_A_WORD
            )
        place += len(piece.text)


def marked_text(pieces: Iterable[Piece]) -> str:
    """Words as plain text: `[-deleted-]` and `{+inserted+}`."""
    return "".join(piece.text for piece in signed(pieces, plain=True))
