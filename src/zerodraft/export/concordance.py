"""What became of each paragraph between two texts, in the words of a language."""

from collections.abc import Callable

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.concordance import Entry
from zerodraft.export.concordance_sheet import ConcordanceRow
from zerodraft.export.table_labels import table_labels

Named = Callable[[str], str]
"""The name of a delegation, by its code."""

_ENDS = (".", "!", "?", "…", "”", "。", "।", "؟")


def deed(entry: Entry, language: str = "en") -> str:
    """“moved, reworded”; one that only has another number was “renumbered”."""
    labels = table_labels(language)
    if entry.done == (Fate.KEPT,) and not entry.is_as_it_was:
        return labels.renumbered
    return ", ".join(labels.deeds[each] for each in entry.done)


def why(entry: Entry) -> str:
    """The reasons one after the other, each a sentence of its own."""
    *earlier, last = entry.reasons or ("",)
    return "".join(f"{each} " if each.endswith(_ENDS) else f"{each}; " for each in earlier) + last


def concordance_row(entry: Entry, named: Named, language: str) -> ConcordanceRow:
    """An entry in the words of a language."""
    return ConcordanceRow(
        new=entry.new,
        old=", ".join(entry.old),
        done=deed(entry, language),
        contributors=", ".join(map(named, entry.delegations)),
        taken_up=", ".join((*entry.proposals, *entry.answers)),
        why=why(entry),
        is_as_it_was=entry.is_as_it_was,
    )
