"""The text area: what a screen may ask of it."""

from collections.abc import Iterable, Mapping

from zerodraft.tui.editor.manuscript import Manuscript
from zerodraft.tui.editor.marks import LineMark
from zerodraft.tui.editor.mouse import Mouse
from zerodraft.tui.editor.place import START, Place, Selection
from zerodraft.tui.editor.search import Found, Query


class DraftArea(Mouse):
    """A text that is written: soft-wrapped, with numbers, change bars and comments beside it.

    Posts `Edited`, `CursorMoved`, `Copied`, `CommentsAsked`, `EditRefused`. Places are lines and code
    points from 0; offsets are code points of the source.
    """

    # --- the text ----------------------------------------------------------------------------

    @property
    def source(self) -> str:
        return self.manuscript.buffer.source

    def load(self, source: str, cursor: tuple[int, int] = START) -> None:
        """Begin with another text: nothing can be undone, no marks."""
        self._take_up(Manuscript(source))
        self.manuscript.select(Selection.at(Place(*cursor)))
        self._goal = None
        self.scroll_y = 0
        self._strips.clear()
        self.show_change(center=True)

    def replace_all(self, source: str) -> None:
        """Another text as one step that can be undone; the cursor stays with its words."""
        if self.may_edit():
            self.manuscript.replace_source(source)
            self._done()

    @property
    def is_modified(self) -> bool:
        """Whether the text differs from what was loaded, or last marked as saved."""
        return self.manuscript.is_modified

    def mark_saved(self) -> None:
        self.manuscript.mark_saved()

    @property
    def can_undo(self) -> bool:
        return self.manuscript.history.can_undo

    @property
    def can_redo(self) -> bool:
        return self.manuscript.history.can_redo

    def undo(self) -> None:
        self.action_undo()

    def redo(self) -> None:
        self.action_redo()

    def bracket_selection(self) -> None:
        """Put the selection, or the word at the cursor, in brackets; take them off where they stand already."""
        if self.may_edit():
            self.manuscript.bracket()
            self._done()

    # --- places ------------------------------------------------------------------------------

    @property
    def cursor(self) -> Place:
        return self.manuscript.cursor

    @property
    def selection(self) -> Selection:
        return self.manuscript.selection

    def offset_of(self, place: tuple[int, int]) -> int:
        return self.manuscript.buffer.offset_of(Place(*place))

    def place_at(self, offset: int) -> Place:
        return self.manuscript.buffer.place_at(offset)

    def go_to(self, line: int, column: int = 0, *, center: bool = True) -> None:
        """Put the cursor there, and if it isn't seen, into the middle."""
        self.select(Selection.at(Place(line, column)), center=center)

    def select_span(self, start: int, end: int, *, center: bool = True) -> None:
        """Select a stretch of the source: code points, half-open."""
        self.select(Selection(self.place_at(start), self.place_at(end)), center=center)

    @property
    def top(self) -> Place:
        """The first place that is seen."""
        return self._top

    def show_at_top(self, place: tuple[int, int]) -> None:
        """Scroll so that a place stands in the first row."""
        self._top = self.manuscript.buffer.nearest(Place(*place))
        if self._shown:
            self._scroll_to_row(self.galley.layout.row_of(self._top))

    # --- what is shown beside and over the words -----------------------------------------------

    def set_marks(self, marks: Mapping[int, LineMark]) -> None:
        """What stands beside each line; lines that aren't named have nothing."""
        self.galley.set_marks(marks)
        self.redraw()

    def annotate(self, marks: Mapping[int, LineMark], stretches: Iterable[tuple[int, int, str]]) -> None:
        """Both at once, drawn once."""
        self.galley.set_marks(marks)
        self.galley.set_ranges(stretches)
        self.redraw()

    def set_ranges(self, ranges: Iterable[tuple[int, int, str]]) -> None:
        """Marked stretches of the source: code points, half-open, and `comment` or `finding`."""
        self.galley.set_ranges(ranges)
        self.redraw()

    # --- finding -----------------------------------------------------------------------------

    def find(self, words: str, *, whole_words: bool = False) -> Found:
        """Mark all places of some words; no words end the search. The cursor stays."""
        self.galley.find(Query(words, whole_words) if words.strip() else None)
        self.redraw()
        return self.found

    @property
    def found(self) -> Found:
        """`3 of 41`: which of the places is selected, and how many there are."""
        return self.galley.hits.found(self.selection) if self.galley.hits else Found(0, 0)

    def find_next(self, begin: Place | None = None) -> Found:
        """Select the next place, or with `begin` the first that is there or behind it; after the last comes the
        first."""
        if hits := self.galley.hits:
            self._select_hit(hits.after(self.manuscript.buffer.nearest(begin) if begin else self.selection.end))
        return self.found

    def find_previous(self) -> Found:
        if hits := self.galley.hits:
            self._select_hit(hits.before(self.selection.start))
        return self.found

    def _select_hit(self, hit: Selection | None) -> None:
        if hit:
            self.select(hit, center=True)

    def replace_next(self, text: str) -> Found:
        """Replace the place that is selected, and go to the next; go there where none is selected."""
        if self.found.number and self.may_edit():
            self.manuscript.replace_each([self.selection], text)
            self._done()
        return self.find_next()

    def replace_each(self, text: str) -> int:
        """Replace all places as one step; how many there were."""
        found = list(self.galley.hits or ())
        if not found or not self.may_edit():
            return 0
        self.manuscript.replace_each(found, text)
        self._done()
        return len(found)
