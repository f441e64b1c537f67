"""Tables of a paper: as wide as a page holds them, the others in parts."""

from collections.abc import Iterable, Iterator, Sequence

from zerodraft.export.pdf.paper import Block, Piece, Pieces

Rows = Sequence[Sequence[Pieces]]

UPRIGHT, TURNED = 98, 150
"""Letters in a line of a table as wide as the page, rather too few than too many."""
_LONGEST = 22
"""Letters of a word that is not divided; `template.py` divides longer ones."""
_INSET = 2


def tables(rows: Rows, letters: int = UPRIGHT, *, is_sparse: bool = False) -> Iterator[Block]:
    """A table, its first row the head. One that is too wide for a page is set in parts, each with the first column,
    which no reader aloud repeats; if the table is sparse, without the rows that say nothing in that part."""
    count = max(map(len, rows), default=0)
    filled = [[*row, *[()] * (count - len(row))] for row in rows]
    needs = [_needed(column) for column in zip(*filled, strict=True)]
    for columns in _parts(needs, letters):
        is_repeated = columns.start > 1
        head, *rest = ([_aside(row[0], is_repeated), *row[max(1, columns.start) : columns.stop]] for row in filled)
        shown = [head, *(row for row in rest if not is_sparse or len(row) == 1 or any(row[1:]))]
        yield _table(shown, [needs[0], *needs[max(1, columns.start) : columns.stop]], letters)


def _parts(needs: Sequence[int], letters: int) -> Iterator[range]:
    """Which columns stand together; the first one stands in each part."""
    first, taken = 0, 0
    for place, need in enumerate(needs):
        if place > max(1, first) and taken + need > letters:
            yield range(first, place)
            first, taken = place, needs[0]
        taken += need
    yield range(first, len(needs))


def _aside(cell: Pieces, is_repeated: bool) -> Pieces:
    """Words that are only there for the eye."""
    return (("a", cell, ""),) if is_repeated and cell else cell


def _table(rows: Rows, needs: Sequence[int], letters: int) -> Block:
    """Each column has what its words need; what is left goes to those that hold much."""
    wanted = [max(0.0, _wanted(column) - need) for column, need in zip(zip(*rows, strict=True), needs, strict=True)]
    left = max(0, letters - sum(needs))
    share = left / sum(wanted) if any(wanted) else 0.0
    even = 0.0 if any(wanted) else left / len(needs)
    widths = [round(need + want * share + even, 1) for need, want in zip(needs, wanted, strict=True)]
    return {"k": "table", "rows": rows, "widths": widths}


def _needed(column: Iterable[Pieces]) -> int:
    """The letters of its longest word, and the space beside it."""
    words = (word for cell in column for word in words_of(cell).split())
    return min(max(map(len, words), default=1), _LONGEST) + _INSET


def _wanted(column: Iterable[Pieces]) -> float:
    lengths = [len(words_of(cell)) for cell in column]
    typical: float = (sum(each**2 for each in lengths) / len(lengths)) ** 0.25
    return min(1.6 * typical, 44.0)


def words_of(words: Pieces) -> str:
    """Without their form."""
    return "".join(_plain(each) for each in words)


def _plain(each: Piece) -> str:
    if isinstance(each, str):
        return each
    style, said, _ = each
    return said if isinstance(said, str) else words_of(said) if "a" in style and isinstance(said, (tuple, list)) else ""
