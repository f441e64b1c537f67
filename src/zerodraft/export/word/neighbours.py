"""Insertions on both sides of a paragraph's end, kept apart for LibreOffice.

It takes an insertion that ends a paragraph and one that begins the next for one, if the same author made both within
a minute; rejected, it takes away the end of the paragraph between them, which nobody put in (seen in 7.4 and 25.2).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from zerodraft.core.comparison.changes import Op
from zerodraft.export.word.document import Block, Change, Changes, Paragraph

_NEAR = timedelta(minutes=1)
_APART = timedelta(minutes=2)


def kept_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks; where an insertion follows another over an end that stays, its date is two minutes later."""
    before: Change | None = None
    for block in blocks:
        if not isinstance(block, Paragraph):
            before = None
            yield block
            continue
        first = _insertion(block.content[0].changes) if block.content else None
        if before and first and _may_be_taken_for_one(before, first):
            block = _later(block, first)
        before = _insertion(block.content[-1].changes) if block.content and not block.mark else None
        yield block


def _insertion(changes: Changes) -> Change | None:
    return next((change for change in changes if change.op is Op.INSERTED), None)


def _may_be_taken_for_one(before: Change, after: Change) -> bool:
    return before.hand.author == after.hand.author and abs(after.hand.date - before.hand.date) <= _NEAR


def _later(block: Paragraph, first: Change) -> Paragraph:
    """The words with which it begins, as far as they are under the same change."""
    later = first._replace(hand=first.hand._replace(date=first.hand.date + _APART))
    content = list(block.content)
    for place, piece in enumerate(content):
        if first not in piece.changes:
            break
        changes = tuple(later if change == first else change for change in piece.changes)
        content[place] = piece._replace(changes=changes)
    return replace(block, content=tuple(content))
