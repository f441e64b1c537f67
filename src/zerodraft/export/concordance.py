"""A concordance as a file: a table in Markdown, or comma-separated values."""

import csv
from collections.abc import Callable, Iterable, Sequence
from io import StringIO

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.concordance import Entry
from zerodraft.core.text.visible import visible

Named = Callable[[str], str]
"""The name of a delegation, by its code."""

_DEEDS = {
    Fate.KEPT: "kept",
    Fate.REWORDED: "reworded",
    Fate.MOVED: "moved",
    Fate.SPLIT: "split",
    Fate.JOINED: "joined",
    Fate.INSERTED: "new",
    Fate.DELETED: "deleted",
}
_HEADS = ("New", "Old", "What was done", "Contributors", "Proposals and comments", "Reason")
_KEYS = ("new", "old", "done", "contributors", "proposals", "comments", "reason")
_ENDS = (".", "!", "?", "…", "”", "。", "।", "؟")
# A spreadsheet takes such a cell for a formula, and a formula can fetch and send.
_FORMULA = ("=", "+", "-", "@")


def deed(entry: Entry) -> str:
    """“moved, reworded”; one that only has another number was “renumbered”."""
    if entry.done == (Fate.KEPT,) and not entry.is_as_it_was:
        return "renumbered"
    return ", ".join(_DEEDS[each] for each in entry.done)


def why(entry: Entry) -> str:
    """The reasons one after the other, each a sentence of its own."""
    *earlier, last = entry.reasons or ("",)
    return "".join(f"{each} " if each.endswith(_ENDS) else f"{each}; " for each in earlier) + last


def concordance_markdown(title: Sequence[str], entries: Iterable[Entry], named: Named) -> str:
    """Lines above, then a table with a row for each entry."""
    rows = [
        (
            entry.new or "–",
            ", ".join(entry.old) or "–",
            deed(entry),
            ", ".join(map(named, entry.delegations)),
            ", ".join((*entry.proposals, *entry.answers)),
            why(entry),
        )
        for entry in entries
    ]
    above = "\n\n".join(map(_cell, filter(None, title)))
    lines = [_HEADS, ("---",) * len(_HEADS), *(tuple(map(_cell, row)) for row in rows)]
    return f"{above}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(words: str) -> str:
    """Words of people on one line of a table, no sign of which is Markdown's."""
    shown = visible(words, single_line=True)
    for sign in "\\`*_[]<>|":
        shown = shown.replace(sign, f"\\{sign}")
    return shown.replace("&", "&amp;")


def concordance_csv(entries: Iterable[Entry], named: Named) -> str:
    """One row an entry, after the heads; several values in a cell are parted by “; ”. A cell that a spreadsheet would
    take for a formula begins with an apostrophe."""
    written = StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(_KEYS)
    for entry in entries:
        values = (
            entry.new,
            "; ".join(entry.old),
            deed(entry),
            "; ".join(map(named, entry.delegations)),
            "; ".join(entry.proposals),
            "; ".join(entry.answers),
            why(entry),
        )
        shown = (visible(value, single_line=True) for value in values)
        rows.writerow([f"'{value}" if value.startswith(_FORMULA) else value for value in shown])
    return written.getvalue()
