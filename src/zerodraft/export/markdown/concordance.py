"""A concordance as a table in Markdown."""

from collections.abc import Iterable, Sequence

from zerodraft.core.negotiation.concordance import Entry
from zerodraft.export.concordance import Named, concordance_row
from zerodraft.export.concordance_sheet import ConcordanceRow, ConcordanceSheet
from zerodraft.export.markdown.literal import literal
from zerodraft.export.table_labels import table_labels


def concordance_markdown(sheet: ConcordanceSheet) -> bytes:
    """The title block, then a table with a row for each paragraph."""
    new = sheet.new
    title = (new.title, new.conference, sheet.title, new.mark)
    return _markdown(title, sheet.heads, sheet.rows).encode("utf-8", "replace")


def entries_markdown(title: Sequence[str], entries: Iterable[Entry], named: Named) -> str:
    """Lines above, then a table with a row for each entry, in English."""
    heads = table_labels("en").concordance_heads
    return _markdown(title, heads, [concordance_row(each, named, "en") for each in entries])


def _markdown(title: Sequence[str], heads: Sequence[str], rows: Iterable[ConcordanceRow]) -> str:
    above = "\n\n".join(map(literal, filter(None, title)))
    cells = ((each.new or "–", each.old or "–", *each.cells[2:]) for each in rows)
    lines = [heads, ("---",) * len(heads), *(tuple(map(literal, row)) for row in cells)]
    return f"{above}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)
