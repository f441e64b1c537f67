"""A concordance as a file: a table in Markdown, or comma-separated values."""

import csv
from collections.abc import Callable, Iterable, Sequence
from io import StringIO

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.concordance import Entry
from zerodraft.core.text.visible import visible
from zerodraft.export.comma_separated import guarded
from zerodraft.export.concordance_sheet import ConcordanceRow, ConcordanceSheet
from zerodraft.export.table_labels import table_labels

Named = Callable[[str], str]
"""The name of a delegation, by its code."""

_KEYS = ("new", "old", "done", "contributors", "proposals", "comments", "reason")
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


def concordance_md(sheet: ConcordanceSheet) -> bytes:
    """The title block, then a table with a row for each paragraph."""
    new = sheet.new
    title = (new.title, new.conference, sheet.title, new.mark)
    return _markdown(title, sheet.heads, sheet.rows).encode("utf-8", "replace")


def concordance_markdown(title: Sequence[str], entries: Iterable[Entry], named: Named) -> str:
    """Lines above, then a table with a row for each entry, in English."""
    heads = table_labels("en").concordance_heads
    return _markdown(title, heads, [concordance_row(each, named, "en") for each in entries])


def _markdown(title: Sequence[str], heads: Sequence[str], rows: Iterable[ConcordanceRow]) -> str:
    above = "\n\n".join(map(_cell, filter(None, title)))
    cells = ((each.new or "–", each.old or "–", *each.cells[2:]) for each in rows)
    lines = [heads, ("---",) * len(heads), *(tuple(map(_cell, row)) for row in cells)]
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
        rows.writerow([guarded(visible(value, single_line=True)) for value in values])
    return written.getvalue()
