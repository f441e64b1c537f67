"""The longest common subsequence, by bits: Python's integers carry one row of the table each.

H. Hyyrö, "Bit-parallel LCS-length computation revisited" (AWOCA 2004). Exact, so a redline made
of it marks the fewest words that can be marked.
"""

from collections.abc import Sequence

Hunk = tuple[int, int, int, int]
"""Words that don't stand on both sides: old start, old end, new start, new end; half-open."""


def common_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many items both begin with, and how many of the rest both end with."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def common_length(old: Sequence[str], new: Sequence[str]) -> int:
    """How many items the two sequences have in common, in order."""
    head, tail = common_ends(old, new)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    return head + tail + (len(old) - _last_row(old, new).bit_count() if old and new else 0)


def _masks(old: Sequence[str]) -> dict[str, int]:
    masks: dict[str, int] = {}
    bit = 1
    for item in old:
        masks[item] = masks.get(item, 0) | bit
        bit <<= 1
    return masks


def _last_row(old: Sequence[str], new: Sequence[str]) -> int:
    row = full = (1 << len(old)) - 1
    for mask in map(_masks(old).get, new):
        if mask:
            both = row & mask
            row = (row + both | row - both) & full
    return row


def _rows(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Bit `i` of row `j` is 0 where `old[i]` lengthens the common sequence with `new[: j + 1]`."""
    row = full = (1 << len(old)) - 1
    rows: list[int] = []
    for mask in map(_masks(old).get, new):
        if mask:
            both = row & mask
            row = (row + both | row - both) & full
        rows.append(row)
    return rows


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The stretches outside a longest common subsequence, in order; between two of them stands a common item.

    O(old * new / 64) time and bits of memory `old * new`; the caller bounds both.
    """
    rows = _rows(old, new)
    found: list[Hunk] = []
    i, j = len(old), len(new)
    while i and j:
        if old[i - 1] == new[j - 1]:
            i -= 1
            j -= 1
            continue
        old_end, new_end = i, j
        while i and j and old[i - 1] != new[j - 1]:
            if rows[j - 1] >> (i - 1) & 1:
                i -= 1
            else:
                j -= 1
        if not (i and j):
            found.append((0, old_end, 0, new_end))
            return found[::-1]
        found.append((i, old_end, j, new_end))
    if i or j:
        found.append((0, i, 0, j))
    return found[::-1]
