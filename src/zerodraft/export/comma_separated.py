"""Tables as comma-separated values that no spreadsheet executes.

A spreadsheet takes a cell for a formula by its first character, and a formula can fetch and send. Such a cell begins
with an apostrophe, which is then a part of its words; the intake takes it away again.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from zerodraft.core.negotiation.concordance import Entry
from zerodraft.core.text.visible import visible
from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.concordance import Named, deed, why
from zerodraft.export.concordance_sheet import ConcordanceSheet

_BYTE_ORDER_MARK = "\ufeff"
# Signs that begin a formula in some spreadsheet, after spaces too, and their full-width forms.
_FORMULA = re.compile(r"[\s\u3000]*[=+\-@|%\t\r＝＋－＠｜％]|[\t\r\n]")
_GUARD = "'"
_KEYS = ("new", "old", "done", "contributors", "proposals", "comments", "reason")


def is_formula(words: str) -> bool:
    """Whether a spreadsheet might execute a cell."""
    return _FORMULA.match(words) is not None


def guarded(words: str) -> str:
    """The words of a cell, with an apostrophe before those that a spreadsheet might execute."""
    return f"{_GUARD}{words}" if is_formula(words) else words


def comments_csv(sheet: CommentsSheet) -> bytes:
    """A row for each comment and proposal below the headings."""
    return _written(sheet.heads, (row.cells for row in sheet.rows))


def concordance_csv(sheet: ConcordanceSheet) -> bytes:
    """A row for each paragraph below the headings."""
    return _written(sheet.heads, (row.cells for row in sheet.rows))


def entries_csv(entries: Iterable[Entry], named: Named) -> str:
    """One row an entry, below keys in English, for programs; several values in a cell are parted by “; ”."""
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


def _written(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with its mark, every cell in quotation marks, lines as spreadsheets end them."""
    written = StringIO()
    lines = csv.writer(written, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    lines.writerow(heads)
    lines.writerows([guarded(visible(cell)) for cell in row] for row in rows)
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8", "replace")
