"""What the keys do in the text. Letters are words; everything else is a binding with an id of its own."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType

from zerodraft.tui.actions import Scope
from zerodraft.tui.editor import motion
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.canvas import DraftCanvas
from zerodraft.tui.editor.messages import Copied, EditRefused
from zerodraft.tui.editor.place import Place, Selection
from zerodraft.tui.movements import bindings_for

Motion = Callable[[Buffer, Place], Place]
_MOTIONS: dict[str, Motion] = {
    "left": motion.left,
    "right": motion.right,
    "word_left": motion.word_left,
    "word_right": motion.word_right,
    "line_start": motion.line_start,
    "line_end": motion.line_end,
    "paragraph_up": motion.paragraph_up,
    "paragraph_down": motion.paragraph_down,
    "text_start": motion.text_start,
    "text_end": motion.text_end,
}
_MOVING = (*_MOTIONS, "up", "down", "home", "end", "page_up", "page_down")
_CALLS = {
    "new-line": "new_line",
    "erase-left": "erase('left')",
    "erase-right": "erase('right')",
    "erase-word-left": "erase('word_left')",
    "erase-word-right": "erase('word_right')",
    "erase-line-start": "erase('line_start')",
    "erase-line-end": "erase('line_end')",
    "move-paragraph-up": "move_paragraph(-1)",
    "move-paragraph-down": "move_paragraph(1)",
    "undo": "undo",
    "redo": "redo",
    "copy": "copy",
    "cut": "cut",
    "paste": "paste",
    "select-paragraph": "select_paragraph",
    "select-all": "select_all",
    "unselect": "unselect",
    **{name.replace("_", "-"): f"move('{name}')" for name in _MOVING},
    **{f"select-{name.replace('_', '-')}": f"move('{name}', True)" for name in _MOVING},
}
"""What each action of the table is here."""


class Keyboard(DraftCanvas):
    """Moves, writes and erases."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.EDITOR, _CALLS)

    read_only = False
    refusal = "This text can only be read."
    """What is said when somebody types into a text that can only be read."""
    clipping = ""
    """What was copied or cut last, and is pasted next."""
    _goal: int | None = None

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        held = event.key.rpartition("+")[0]
        if event.is_printable and event.character and held not in ("alt", "ctrl", "super", "meta"):
            event.stop()
            event.prevent_default()
            self.type_text(event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace_selection(event.text)

    # --- changing ----------------------------------------------------------------------------

    def may_edit(self) -> bool:
        """Whether the text may be changed; where not, the screen is told why."""
        if self.read_only:
            self.post_message(EditRefused(self.refusal))
        return not self.read_only

    def type_text(self, text: str) -> None:
        """Write as if typed."""
        if self.may_edit():
            self.manuscript.type(text)
            self._done()

    def replace_selection(self, text: str) -> None:
        """Write in place of what is selected, as one step."""
        if self.may_edit():
            self.manuscript.insert(text)
            self._done()

    def _done(self) -> None:
        self._goal = None
        self.show_change()

    def action_new_line(self) -> None:
        self.replace_selection("\n")

    def action_erase(self, name: str) -> None:
        if not self.may_edit():
            return
        cursor, buffer = self.manuscript.cursor, self.manuscript.buffer
        target = _MOTIONS[name](buffer, cursor)
        if target == cursor and name.startswith("line"):
            # At the end of the line, the line end itself.
            target = (motion.right if name == "line_end" else motion.left)(buffer, cursor)
        self.manuscript.erase(cursor, target)
        self._done()

    def action_move_paragraph(self, step: int) -> None:
        if self.may_edit() and self.manuscript.move_paragraph(step):
            self._done()

    def action_undo(self) -> None:
        if self.may_edit() and self.manuscript.undo():
            self._done()

    def action_redo(self) -> None:
        if self.may_edit() and self.manuscript.redo():
            self._done()

    # --- copying -----------------------------------------------------------------------------

    @property
    def selected_text(self) -> str:
        selection = self.manuscript.selection
        return self.manuscript.buffer.between(selection.start, selection.end)

    def action_copy(self) -> None:
        """Copy; with nothing selected the key is left to the screen."""
        if not self.selected_text:
            raise SkipAction
        self.clipping = self.selected_text
        self.post_message(Copied(self.clipping))

    def action_cut(self) -> None:
        if self.selected_text and self.may_edit():
            self.action_copy()
            self.replace_selection("")

    def action_paste(self) -> None:
        if self.clipping:
            self.replace_selection(self.clipping)

    # --- moving and selecting ----------------------------------------------------------------

    def select(self, selection: Selection, *, center: bool = False) -> None:
        """Select, and show the cursor."""
        self.manuscript.select(selection)
        self._goal = None
        self.show_change(center=center)

    def action_move(self, name: str, is_selecting: bool = False) -> None:
        selection = self.manuscript.selection
        if name in ("left", "right") and not (selection.is_empty or is_selecting):
            # Out of a selection the cursor goes to its edge.
            self.select(Selection.at(selection.start if name == "left" else selection.end))
            return
        goal = None
        if name in ("up", "down", "page_up", "page_down"):
            goal = self.galley.layout.cell_of(selection.cursor) if self._goal is None else self._goal
            target = self._vertical(name, goal)
        elif name in ("home", "end"):
            target = self._along_row(name)
        else:
            target = _MOTIONS[name](self.manuscript.buffer, selection.cursor)
        self.select(Selection(selection.anchor if is_selecting else target, target))
        self._goal = goal

    def _vertical(self, name: str, goal: int) -> Place:
        layout, page = self.galley.layout, max(1, len(self._shown) - 1)
        row = layout.row_of(self.manuscript.cursor)
        target = row + {"up": -1, "down": 1, "page_up": -page, "page_down": page}[name]
        if name.startswith("page"):
            self._scroll_to_row(self.top_row + target - row)
        if target < 0 and name == "up":
            return Place(0, 0)
        if target >= layout.height and name == "down":
            return self.manuscript.buffer.nearest(self.manuscript.buffer.end)
        return layout.place_in(max(0, min(target, layout.height - 1)), goal)

    def _along_row(self, name: str) -> Place:
        """The edge of the row, and from there that of the line."""
        layout, buffer, cursor = self.galley.layout, self.manuscript.buffer, self.manuscript.cursor
        row = layout.row(layout.row_of(cursor))
        edge = Place(row.line, row.start if name == "home" else layout.end_of(row))
        if edge != cursor:
            return edge
        return motion.line_start(buffer, cursor) if name == "home" else motion.line_end(buffer, cursor)

    def action_select_all(self) -> None:
        buffer = self.manuscript.buffer
        self.select(Selection(Place(0, 0), buffer.nearest(buffer.end)))

    def action_select_paragraph(self) -> None:
        self.select_paragraph(self.manuscript.cursor.line)

    def select_paragraph(self, line: int) -> None:
        buffer = self.manuscript.buffer
        first, last = motion.paragraph_lines(buffer, line)
        self.select(Selection(Place(first, 0), Place(last, len(buffer.line(last)))))

    def select_word(self, place: Place) -> None:
        start, end = motion.word_at(self.manuscript.buffer.line(place.line), place.column)
        self.select(Selection(Place(place.line, start), Place(place.line, end)))

    def action_unselect(self) -> None:
        if self.manuscript.selection.is_empty:
            raise SkipAction
        self.select(Selection.at(self.manuscript.cursor))
