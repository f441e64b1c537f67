"""The text set in rows, with all that is shown in and beside it; kept up with each edit."""

from collections.abc import Iterable, Mapping, Sequence

from zerodraft.tui.editor.bracketing import Bracketing
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.gutter import Gutter, Run
from zerodraft.tui.editor.layout import Layout, Row
from zerodraft.tui.editor.marks import LineMark, Marks, Tint
from zerodraft.tui.editor.painting import over_row, row_runs
from zerodraft.tui.editor.per_line import PerLine
from zerodraft.tui.editor.place import Edit, Place, Selection
from zerodraft.tui.editor.search import Hits, Query
from zerodraft.tui.editor.styling import line_tints

NARROWEST = 4


class Galley:
    """Rows of an area that is `width` cells wide: the gutter, then words in lines of at most `measure` cells."""

    def __init__(self, buffer: Buffer, width: int, measure: int, *, has_gutter: bool = True) -> None:
        self.buffer = buffer
        self._has_gutter = has_gutter
        self.measure = measure
        self.width = width
        self.marks = Marks(buffer.line_count)
        self.brackets = Bracketing(buffer)
        self.hits: Hits | None = None
        self.gutter = self._fitting_gutter()
        self._layout: Layout | None = None
        self._tints: PerLine[tuple[Tint, ...]] = PerLine(buffer.line_count)

    @property
    def layout(self) -> Layout:
        """The rows, found when they are first asked for: the width of the area is not known before."""
        if self._layout is None:
            self._layout = Layout(self.buffer, self._words)
        return self._layout

    @property
    def _words(self) -> int:
        """The cells that the words of a row may take: one stays for the cursor behind them, one for the edge."""
        return max(NARROWEST, min(self.measure, self.width - self.gutter.cells - 2))

    def follow(self, edit: Edit) -> bool:
        """Keep up with an edit that the buffer has already; whether lines that it doesn't touch look otherwise now."""
        if self._layout:
            self._layout.follow(edit)
        self.marks.follow(edit)
        if self.hits:
            self.hits.follow(edit)
        self._tints.follow(edit)
        if changed := self.brackets.follow(edit):
            self._tints.clear()
        return changed

    # --- what is shown -----------------------------------------------------------------------

    def resize(self, width: int) -> None:
        self.width = width
        self._fit()

    def _fitting_gutter(self) -> Gutter:
        return Gutter.fitting(self.width if self._has_gutter else 0, self.marks.widest_number)

    def _fit(self) -> None:
        self.gutter = self._fitting_gutter()
        if self._layout and self._layout.width != self._words:
            self._layout = None

    def set_marks(self, marks: Mapping[int, LineMark]) -> None:
        self.marks.set_lines(marks)
        self._fit()

    def set_ranges(self, ranges: Iterable[tuple[int, int, str]]) -> None:
        self.marks.set_tints(self.buffer, ranges)
        self._tints.clear()

    def find(self, query: Query | None) -> None:
        self.hits = Hits(self.buffer, query) if query else None
        self._tints.clear()

    # --- rows --------------------------------------------------------------------------------

    def over(self, row: Row, selection: Selection, partners: Sequence[Place], cursor_style: str) -> tuple[Tint, ...]:
        """What lies over the words of a row: the selection, the cursor, the bracket at the cursor and its partner."""
        text = self.buffer.line(row.line)
        columns = [each.column for each in partners if each.line == row.line and row.start <= each.column < row.end]
        tints = [Tint(column, column + 1, "partner") for column in columns]
        return (*tints, *over_row(text, row, selection, cursor_style, self.layout.width))

    def partners(self, selection: Selection) -> tuple[Place, ...]:
        """The bracket at the cursor and its partner."""
        return (self.brackets.partners_at(selection.cursor) or ()) if selection.is_empty else ()

    def runs(self, row: Row, over: tuple[Tint, ...]) -> tuple[Run, ...]:
        """The gutter and the words of a row."""
        gutter = self.gutter.runs(self.marks.of(row.line), is_first=row.nth == 0)
        text = self.buffer.line(row.line)
        return (*gutter, *row_runs(text, row, self.layout.width, self._tints_of(row.line), over))

    def _tints_of(self, line: int) -> tuple[Tint, ...]:
        known = self._tints[line]
        if known is None:
            hits = self.hits.in_line(line) if self.hits else ()
            known = self._tints[line] = (
                *line_tints(self.buffer.line(line)),
                *self.brackets.tints(line),
                *self.marks.tints(line),
                *(Tint(*hit, "hit") for hit in hits),
            )
        return known
