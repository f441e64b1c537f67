"""The text on the screen: rows drawn when they changed, and only then."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.filter import LineFilter
from textual.geometry import Offset, Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from zerodraft.core.text.strokes import Stroke
from zerodraft.tui.editor.galley import Galley
from zerodraft.tui.editor.gutter import Run
from zerodraft.tui.editor.inks import CLASSES, CSS, Inks
from zerodraft.tui.editor.layout import Row
from zerodraft.tui.editor.manuscript import Manuscript
from zerodraft.tui.editor.marks import Tint
from zerodraft.tui.editor.messages import CursorMoved, Edited
from zerodraft.tui.editor.per_line import PerLine
from zerodraft.tui.editor.place import START, Edit, Place, carried
from zerodraft.tui.editor.strips import Sparing, strip_of

MEASURE = 88
# Rows drawn and kept, 2 kB each; a text of 50,000 words has 5,000.
_MOST_STRIPS = 3000
_TRACK, _THUMB = Run(" "), Run("▐", ("thumb",))
_Key = tuple[int, tuple[Tint, ...], bool]


class DraftCanvas(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a manuscript. After each change `settle` compares every row on the screen with what it should show, and
    has those drawn that differ: so none can be forgotten, for 60 µs a screen."""

    ALLOW_SELECT = False
    HAS_GUTTER: ClassVar[bool] = True
    """Whether numbers and comments stand beside the text, where there is room."""
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES
    DEFAULT_CSS = CSS

    stroke_listener: Callable[[Stroke], None] | None = None
    """Called at once with each elementary edit, undone and redone ones too; `Edited` comes later, for all of a step."""

    def __init__(
        self,
        source: str = "",
        *,
        measure: int = MEASURE,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._measure = measure
        self._inks: Inks | None = None
        self._has_old_inks = True
        self._filters: dict[type[LineFilter], Sparing] = {}
        self._shown: list[Strip | None] = []
        self._take_up(Manuscript(source))

    def _take_up(self, manuscript: Manuscript) -> None:
        """Begin with another text."""
        self.manuscript = manuscript
        manuscript.listeners.append(self._follow)
        self.galley = Galley(manuscript.buffer, self.size.width, self._measure, has_gutter=self.HAS_GUTTER)
        self._strips: PerLine[dict[_Key, Strip]] = PerLine(manuscript.buffer.line_count)
        self._strip_count = 0
        self._told: list[Stroke] = []
        self._last_selection = manuscript.selection
        self._partners: tuple[Place, ...] = ()
        self._thumb = range(0)
        self._top = START

    def _follow(self, edit: Edit) -> None:
        if self.galley.follow(edit):
            self._strips = PerLine(self.manuscript.buffer.line_count)
            self._strip_count = 0
        else:
            self._strips.follow(edit)
        self._top = carried(self._top, edit)
        self._told.append(edit.stroke)
        if self.stroke_listener:
            self.stroke_listener(edit.stroke)

    # --- after a change ----------------------------------------------------------------------

    def show_change(self, *, center: bool = False) -> None:
        """Tell what was done, bring the cursor into view, draw what changed."""
        if self._told:
            self.post_message(Edited(tuple(self._told)))
            self._told.clear()
        if self.manuscript.selection != self._last_selection:
            self._last_selection = self.manuscript.selection
            self.post_message(CursorMoved(*self.manuscript.cursor))
        if self._shown:
            self._bring_into_view(center=center)
        self.settle()

    def redraw(self) -> None:
        """Draw with other marks, hits or colours; rows that look as before are not sent again."""
        self._strips.clear()
        self._strip_count = 0
        if self._shown:
            self._scroll_to_row(self.galley.layout.row_of(self.manuscript.buffer.nearest(self._top)))
        self.settle()

    def settle(self) -> None:
        """Have those rows drawn that show something else than they should."""
        if not self._shown:
            return  # there is no area yet, and no width to set the text in
        self._look_around()
        dirty: list[int] = []
        for y, shown in enumerate(self._shown):
            strip = self._strip(y)
            if strip is not shown and strip != shown:
                self._shown[y] = strip
                dirty.append(y)
        if dirty:
            # The whole width, border and padding included: such rows Textual sends as they are, others it cuts.
            left, width = -self.gutter.left, self.outer_size.width
            self.refresh(*(Region(left, y, width, 1) for y in dirty))
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset + self.cursor_offset

    def _look_around(self) -> None:
        """What rows need to know of the whole."""
        if self._has_old_inks:
            self._has_old_inks = False
            inks = Inks(self)
            if inks != self._inks:
                self._inks = inks
                self._strips.clear()
        self._partners = self.galley.partners(self.manuscript.selection)
        page, height = len(self._shown), self.galley.layout.height
        size = max(1, page * page // height)
        first = round(self.top_row * (page - size) / (height - page)) if height > page else 0
        self._thumb = range(first, first + size) if height > page else range(0)

    @property
    def cursor_offset(self) -> Offset:
        """The cell of the cursor in the area, where input methods and screen readers look for it."""
        cursor, layout = self.manuscript.cursor, self.galley.layout
        return Offset(self.galley.gutter.cells + layout.cell_of(cursor), layout.row_of(cursor) - self.top_row)

    # --- rows --------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        if self.galley.width != self.size.width or len(self._shown) != self.size.height:
            self._fit()
        if self._has_old_inks:
            self._look_around()
        strip = self._strip(y)
        if y < len(self._shown):
            self._shown[y] = strip
        return strip

    def _strip(self, y: int) -> Strip:
        number = y + self.top_row
        edge = _THUMB if y in self._thumb else _TRACK
        if number >= self.galley.layout.height:
            return self._drawn((), edge)
        row = self.galley.layout.row(number)
        over = self._over(row)
        key = (row.nth, over, edge is _THUMB)
        known = self._strips[row.line] or {}
        if key not in known:
            if self._strip_count >= _MOST_STRIPS:
                self._strips.clear()
                self._strip_count = 0
                known = {}
            self._strips[row.line] = known
            self._strip_count += 1
            known[key] = self._drawn(self.galley.runs(row, over), edge)
        return known[key]

    def _drawn(self, runs: Sequence[Run], edge: Run) -> Strip:
        assert self._inks is not None
        return strip_of(runs, self._inks, self.size.width, edge)

    def _over(self, row: Row) -> tuple[Tint, ...]:
        selection = self.manuscript.selection
        is_far = not selection.start.line <= row.line <= selection.end.line
        if is_far and not any(place.line == row.line for place in self._partners):
            return ()
        return self.galley.over(row, selection, self._partners, "cursor" if self.has_focus else "cursor-away")

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [self._sparing(each) for each in super().get_line_filters()]

    def _sparing(self, inner: LineFilter) -> LineFilter:
        """Kept, because Textual keeps filtered rows by their filter."""
        known = self._filters.get(type(inner))
        if known is None or known.inner is not inner:
            known = self._filters[type(inner)] = Sparing(inner)
        return known

    # --- scrolling ---------------------------------------------------------------------------

    @property
    def top_row(self) -> int:
        return round(self.scroll_y)

    @property
    def max_scroll_y(self) -> int:
        # Not by virtual_size, which would lay out the whole screen with each new row.
        return max(0, self.galley.layout.height - len(self._shown)) if self._shown else 0

    def watch_scroll_y(self, _old_value: float, _new_value: float) -> None:
        if self._shown:
            row = self.galley.layout.row(min(self.top_row, self.galley.layout.height - 1))
            self._top = Place(row.line, row.start)
            self.settle()

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_y = max(0, min(row, self.max_scroll_y))

    def _bring_into_view(self, *, center: bool = False) -> None:
        """Scroll as little as needed, or put a cursor that is far away into the middle."""
        layout, page = self.galley.layout, len(self._shown)
        top = layout.row_of(self.manuscript.buffer.nearest(self._top))
        row = layout.row_of(self.manuscript.cursor)
        if not top <= row < top + page:
            is_far = center or not top - page <= row < top + 2 * page
            top = row - page // 2 if is_far else min(row, max(top, row - page + 1))
        self._scroll_to_row(top)

    # --- what happens to the area --------------------------------------------------------------

    def on_resize(self, _event: events.Resize) -> None:
        self._fit()
        self.settle()

    def _fit(self) -> None:
        """Set the text anew for the width; the paragraph at the top stays there, and a cursor in view stays in view."""
        was_seen = not self._shown or 0 <= self.cursor_offset.y < len(self._shown)
        if self.galley.width != self.size.width:
            self.galley.resize(self.size.width)
            self._strips.clear()
        self._shown = [None] * self.size.height
        if not self._shown:
            return
        top = self._top
        if was_seen:
            self._bring_into_view()
        else:
            self._scroll_to_row(self.galley.layout.row_of(top))
        self._look_around()

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self.settle()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._has_old_inks = True
