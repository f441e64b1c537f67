"""Tables of comments made for tests."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from zerodraft.intake.grid import Grid, GridRow

HEADINGS = ("No.", "Delegation", "Paragraph", "Type", "Comment", "Proposed change")


def as_csv(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """As Excel writes them: quotation marks only where they are needed, lines that end as Windows ends them."""
    written = StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue()


def grid_of(*rows: Sequence[str], name: str = "") -> Grid:
    return Grid(name, tuple(GridRow(number, tuple(row)) for number, row in enumerate(rows, 1)))
