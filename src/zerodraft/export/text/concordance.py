"""A concordance as plain text: what became of each paragraph, one after the other."""

from collections.abc import Iterator

from zerodraft.core.text.visible import visible
from zerodraft.export.columns import WIDTH, wrapped
from zerodraft.export.concordance_sheet import ConcordanceRow, ConcordanceSheet
from zerodraft.export.table_labels import table_labels
from zerodraft.export.text.blocks import ruled
from zerodraft.export.title_lines import lines_above

_INDENT = " " * 14


def concordance_text(sheet: ConcordanceSheet, width: int = WIDTH) -> bytes:
    """“7 ← 5” with what was done, below it by whom, what was taken up, and why."""
    above = "\n".join(wrapped(visible(line, single_line=True), width=width) for line in lines_above(sheet.new))
    blocks = [above, ruled(visible(sheet.title, single_line=True), "=", width)]
    blocks += ["\n".join(_row(sheet, row, width)) for row in sheet.rows] or [table_labels(sheet.new.spoken).empty]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _row(sheet: ConcordanceSheet, row: ConcordanceRow, width: int) -> Iterator[str]:
    places = visible(f"{row.new or '–'} ← {row.old or '–'}", single_line=True)
    done = visible(row.done, single_line=True)
    first = places + " " * max(2, len(_INDENT) - len(places))
    yield wrapped(done, first, _INDENT, width)
    for head, words in zip(sheet.heads[3:], row.cells[3:], strict=True):
        if words:
            yield wrapped(
                f"{visible(head, single_line=True)}: {visible(words, single_line=True)}", _INDENT, _INDENT, width
            )
