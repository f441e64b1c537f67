"""Who wrote in a file, by the names that it gives them."""

from collections import Counter
from typing import NamedTuple

from zerodraft.intake.marked import Marked


class Contributor(NamedTuple):
    """`name` as the file gives it, "" where it gives none; how many characters (and paragraph marks) that author
    inserted and deleted, and how many remarks bear the name."""

    name: str
    characters: int
    remarks: int


def contributors(marked: Marked) -> tuple[Contributor, ...]:
    """Everybody who changed or remarked something, in the order of their first change, then of their first remark."""
    characters: Counter[str] = Counter()
    for block in marked.blocks:
        for run in block.runs:
            for revision in run.revisions:
                characters[revision.author] += len(run.text)
        for revision in block.mark:
            characters[revision.author] += 1
    remarks = Counter(remark.author for remark in marked.remarks)
    return tuple(Contributor(name, characters[name], remarks[name]) for name in {**characters, **remarks})
