"""The quoted words of anchors, carried from one version of a lineage to the next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.compare import joined_text
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.quotation import find_quote
from zerodraft.core.comparison.stretch import Kept, kept_between
from zerodraft.core.text.draft import Draft

PARAGRAPH_DELETED = "The paragraph was deleted."
WORDS_DELETED = "The quoted words were deleted; the paragraph stands."

Piece = tuple[int, int, int]
"""Some of an anchor's words that survive, in one paragraph: index of the anchor, start, end."""

WHOLE = -1  # the end of a whole paragraph
UnderWay = dict[int, list[Piece]]  # by the ordinal of the version that was reached


def set_out(index: int, anchor: Anchor, draft: Draft, under_way: UnderWay) -> None:
    start = find_quote(draft, anchor)
    if start is not None:
        end = start + len(anchor.exact) if anchor.exact else WHOLE
        under_way.setdefault(anchor.ordinal, []).append((index, start, end))


def carried(under_way: UnderWay, lineage: Lineage, number: int, reasons: dict[int, str]) -> UnderWay:
    """All pieces after the step to version `number`; why a piece was lost is noted."""
    old, new = lineage.versions[number - 1].draft, lineage.versions[number].draft
    arrived: UnderWay = {}
    for pair in lineage.steps[number - 1]:
        if pair.fate is Fate.KEPT:
            if pair.old[0] in under_way:
                arrived[pair.new[0]] = under_way[pair.old[0]]
            continue
        pieces = {ordinal: under_way[ordinal] for ordinal in pair.old if ordinal in under_way}
        if not pieces:
            continue
        if not pair.new:
            reasons.update((index, PARAGRAPH_DELETED) for each in pieces.values() for index, _, _ in each)
        elif len(pair.old) == len(pair.new) == 1:
            kept = kept_between(old.paragraphs[pair.old[0]].text, new.paragraphs[pair.new[0]].text)
            if landed := list(_moved_on(kept, pieces[pair.old[0]], reasons)):
                arrived[pair.new[0]] = landed
        else:
            _cross(pair, (old, new), pieces, (arrived, reasons))
    return arrived


def _moved_on(kept: Kept, pieces: Iterable[Piece], reasons: dict[int, str]) -> Iterator[Piece]:
    """Pieces of one paragraph that stayed one."""
    for piece in pieces:
        index, start, end = piece
        if end == WHOLE:
            yield piece
            continue
        carried = kept.carry(start, end)
        if not carried:
            reasons[index] = WORDS_DELETED
        for first, last in carried:
            yield index, first, last


def _cross(
    pair: Pair, drafts: tuple[Draft, Draft], pieces: Mapping[int, list[Piece]], into: tuple[UnderWay, dict[int, str]]
) -> None:
    """Carry the pieces of a split or joined paragraph by its redline."""
    old, new = drafts
    arrived, reasons = into
    kept = kept_between(joined_text(old, pair.old), joined_text(new, pair.new))
    largest = max(pair.new, key=lambda ordinal: (len(new.paragraphs[ordinal].text), -ordinal))
    shifts, bounds = _starts(old, pair.old), _starts(new, pair.new)
    for ordinal, index, start, end in ((ordinal, *piece) for ordinal, each in pieces.items() for piece in each):
        if end == WHOLE:
            arrived.setdefault(largest, []).append((index, 0, WHOLE))
            continue
        carried = kept.carry(start + shifts[ordinal], end + shifts[ordinal])
        if not carried:
            reasons[index] = WORDS_DELETED
        for goal, first, last in _in_paragraphs(carried, bounds, new):
            arrived.setdefault(goal, []).append((index, first, last))


def _starts(draft: Draft, ordinals: Sequence[int]) -> dict[int, int]:
    """Where each paragraph begins in the joined text."""
    lengths = (len(draft.paragraphs[ordinal].text) + 1 for ordinal in ordinals)
    return dict(zip(ordinals, accumulate(lengths, initial=0), strict=False))


def _in_paragraphs(
    stretches: Iterable[tuple[int, int]], bounds: Mapping[int, int], draft: Draft
) -> Iterator[tuple[int, int, int]]:
    """Stretches of a joined text, cut where a paragraph ends: ordinal, start, end."""
    for start, end in stretches:
        for ordinal, bound in bounds.items():
            first, last = max(start - bound, 0), min(end - bound, len(draft.paragraphs[ordinal].text))
            if first < last:
                yield ordinal, first, last
