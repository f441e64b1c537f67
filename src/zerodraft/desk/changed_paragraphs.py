"""What changed between two texts, in a sentence, by the numbers under which a person finds it."""

from collections.abc import Sequence

from zerodraft.core.comparison.changes import Change, Comparison, Fate
from zerodraft.core.text.numbering import Number

# A sentence names this many paragraphs, then says how many more there are.
_MOST_NAMED = 6

_VERBS = {
    Fate.REWORDED: "reworded",
    Fate.MOVED: "moved",
    Fate.SPLIT: "split",
    Fate.JOINED: "joined",
    Fate.INSERTED: "inserted",
    Fate.DELETED: "deleted",
}


def paragraphs_changed(comparison: Comparison, numbers: Sequence[Number]) -> tuple[str, ...]:
    """Numbers of the changed paragraphs as they are cited until the next issue: an inserted one is 7 bis."""
    cited = (numbers[change.pair.new[0]].cite for change in comparison.changes if _counts(change) and change.pair.new)
    return tuple(dict.fromkeys(cited))


def what_changed(comparison: Comparison, named: tuple[str, ...], old_numbers: Sequence[Number] | None) -> str:
    """“Paragraphs 7 and 12 reworded, paragraph 20 deleted”. `named` are the `paragraphs_changed`; deleted ones are
    told by the numbers that they had, where those are known."""
    pairs = [change.pair for change in comparison.changes if _counts(change)]
    others = dict.fromkeys(_VERBS[pair.fate] for pair in pairs if pair.fate is not Fate.DELETED)
    deleted = [ordinal for pair in pairs if pair.fate is Fate.DELETED for ordinal in pair.old]
    parts = [f"{listed(named)} {' and '.join(others)}"] if named else []
    if deleted:
        parts.append(f"{_deleted(deleted, old_numbers)} deleted")
    told = ", ".join(parts) or "Layout of the text changed"
    return told[0].upper() + told[1:]


def listed(cites: tuple[str, ...]) -> str:
    """“paragraph 7”, “paragraphs 7 and 12”, and from the seventh on how many more."""
    shown = cites[:_MOST_NAMED]
    more = len(cites) - len(shown)
    word = "paragraphs" if len(cites) > 1 else "paragraph"
    if more:
        return f"{word} {', '.join(shown)} and {more} more"
    return f"{word} {' and '.join(filter(None, (', '.join(shown[:-1]), shown[-1])))}"


def _counts(change: Change) -> bool:
    return change.pair.fate is not Fate.KEPT


def _deleted(ordinals: list[int], numbers: Sequence[Number] | None) -> str:
    if numbers is not None:
        return listed(tuple(numbers[ordinal].cite for ordinal in ordinals))
    return f"{len(ordinals)} paragraph{'s' if len(ordinals) > 1 else ''}"
