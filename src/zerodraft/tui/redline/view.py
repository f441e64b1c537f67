"""A redline on the screen, in one column."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.selection import Selection

from zerodraft.export.labels import ENGLISH
from zerodraft.export.sheet import RedlineSheet
from zerodraft.tui.redline.blocks import Block, Blocks
from zerodraft.tui.redline.canvas import place_in
from zerodraft.tui.redline.cursor import BlockCursor
from zerodraft.tui.redline.galley import Galley
from zerodraft.tui.redline.hits import Hit, hits
from zerodraft.tui.redline.one_column import OneColumn
from zerodraft.tui.redline.pieces import marked_text, sliced, words_of
from zerodraft.tui.redline.strips import word_at


class RedlineView(BlockCursor):
    """Shows a redline, finds words in it, and gives them away as plain text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "toggle_only_changes", "Only changes", show=False),
    ]

    def set_in_type(self, blocks: Blocks, width: int) -> Galley[Any]:
        return OneColumn(blocks, width, plain=self.plain_marks)

    # --- what is shown -------------------------------------------------------------------------

    def show(self, sheet: RedlineSheet, *, only_changes: bool = False, keep_cursor: bool = True) -> None:
        """Show a redline; the cursor stays on its paragraph, or begins on the first change."""
        kept = self._blocks
        blocks = Blocks(sheet, only_changes=only_changes)
        if not blocks.order.changes:
            self.show_nothing(ENGLISH.no_changes)
            return
        self._sentence = ""
        self._put(blocks, same_block(kept, self._cursor, blocks) if kept and keep_cursor else None)

    def show_nothing(self, sentence: str) -> None:
        """Show a sentence in place of a redline."""
        self._blocks, self._sentence, self._cursor = None, sentence, 0
        self.clear_find()
        self._lay_out()

    def _put(self, blocks: Blocks, cursor: int | None) -> None:
        """Other blocks in the place of these; the cursor keeps its row on the screen."""
        above = self._roll.top(self._cursor) - self._top if self._roll else -1
        self._blocks = blocks
        self._cursor = blocks.order.changes[0] if cursor is None else cursor
        self._light(())
        if cursor is not None and 0 <= above < self._rows_seen:
            self._lay_out(cursor, above)
        else:
            self._begin()
        self.post_message(self.CursorMoved(self, self._cursor))

    @property
    def only_changes(self) -> bool:
        return self._blocks is not None and self._blocks.only_changes

    def toggle_only_changes(self) -> None:
        """Fold what did not change, or show it again."""
        self.show_only_changes(not self.only_changes)

    def show_only_changes(self, only: bool) -> None:
        if self._blocks is not None and only is not self._blocks.only_changes:
            blocks = Blocks(self._blocks.sheet, only_changes=only)
            self._put(blocks, same_block(self._blocks, self._cursor, blocks))

    def toggle_plain_marks(self) -> None:
        self.show_plain_marks(not self._plain_marks)

    def show_plain_marks(self, plain: bool) -> None:
        """Put `[-…-]` and `{+…+}` around what changed, besides its style."""
        self._plain_marks = plain
        if self._blocks is not None:
            self._lay_out(*self._kept_place())

    # --- paragraphs ----------------------------------------------------------------------------

    @property
    def cursor_ordinal(self) -> int | None:
        """The ordinal of the cursor's paragraph in the new draft, in the old one when `cursor_is_in_old_text`."""
        return self._blocks.ordinal(self._cursor) if self._blocks else None

    @property
    def cursor_is_in_old_text(self) -> bool:
        return bool(self._blocks) and self._blocks is not None and self._blocks.is_of_old_text(self._cursor)

    def go_to_paragraph(self, ordinal: int) -> bool:
        """To a paragraph of the new draft; what is folded around it is shown again."""
        if self._blocks is None or not 0 <= ordinal < len(self._blocks.sheet.new.draft.paragraphs):
            return False
        if self._blocks.index_of(ordinal) is None:
            self.show_only_changes(False)
        return self._go_to(self._blocks.index_of(ordinal))

    # --- finding -------------------------------------------------------------------------------

    def find(self, query: str) -> int:
        """Light up the words of a query and go to the first at the cursor or after it; how many there are.

        While more letters are typed, each search begins where the first did. Where some of the words
        stand in folded paragraphs, these are shown again.
        """
        if self._blocks is None:
            return 0
        found = hits(self._blocks, query)
        if self._blocks.only_changes:
            everywhere = hits(Blocks(self._blocks.sheet), query)
            if len(everywhere) > len(found):
                self.show_only_changes(False)
                found = everywhere
        begin = self._cursor if self._begun_at is None else min(self._begun_at, len(self._blocks) - 1)
        self._light(found)
        self._begun_at = begin
        self._go_to_hit(next((hit for hit in found if hit.block >= begin), found[0] if found else None))
        return len(found)

    def clear_find(self) -> None:
        """Put out the lights of the last search."""
        self._light(())

    def _light(self, found: Sequence[Hit]) -> None:
        self._hits, self._found, self._begun_at = found, None, None
        self.forget_drawn()

    def find_next(self) -> bool:
        return self._find_by(1)

    def find_previous(self) -> bool:
        return self._find_by(-1)

    def _find_by(self, by: int) -> bool:
        if not self._hits:
            return False
        self._begun_at = None
        here = self._hits.index(self._found) if self._found else -1
        self._go_to_hit(self._hits[(here + by) % len(self._hits)])
        return True

    def _go_to_hit(self, hit: Hit | None) -> None:
        roll = self._roll
        if hit is None or roll is None:
            return
        was, self._found = self._found, hit
        blocks = {hit.block, was.block if was else hit.block}
        self._forget(*blocks)
        self._redraw(*blocks)
        self._put_cursor(hit.block)
        here = self._settled(roll, hit.block)
        row = roll.top(hit.block) + roll.galley.row_of(hit.block, hit.start)
        self._reveal(here, row, row + 1, above=self._above)

    @property
    def found(self) -> str:
        """“3 of 41” of what was searched for; "" where nothing was found."""
        if not self._hits or self._found is None:
            return ""
        return f"{self._hits.index(self._found) + 1} of {len(self._hits)}"

    # --- giving away ---------------------------------------------------------------------------

    def copy_text(self) -> str:
        """The block of the cursor as plain text: number and note, then the words with `[-…-]` and `{+…+}`."""
        return plain_text(self._blocks[self._cursor]) if self._blocks else ""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected with the mouse, without numbers and line ends of the screen, one paragraph a line."""
        if self._blocks is None or self._roll is None:
            return None
        first = place_in(selection.start) if selection.start else (0, 0, 0)
        last = place_in(selection.end) if selection.end else (len(self._blocks) - 1, 0, 0)
        lines = [
            self._selected_words(index, first, last if selection.end else None)
            for index in range(first[0], last[0] + 1)
        ]
        return "\n".join(line for line in lines if line), "\n"

    def _selected_words(self, index: int, first: Sequence[int], last: Sequence[int] | None) -> str:
        pieces = self._blocks[index].pieces if self._blocks else ()
        start = self._word(first) if index == first[0] else 0
        end = self._word(last) if last and index == last[0] else len(words_of(pieces))
        return marked_text(tuple(sliced(pieces, start, end))).replace("\n", " ")

    def _word(self, place: Sequence[int]) -> int:
        """The place among the words of a block where a selection begins or ends."""
        index, part, column = place
        if self._roll is None:
            return 0
        row = self._roll.galley.row(index, part)
        word = word_at(row, column)
        return 0 if word is None else word

    # --- keys ----------------------------------------------------------------------------------

    def action_toggle_only_changes(self) -> None:
        self.toggle_only_changes()


def same_block(old: Blocks, index: int, new: Blocks) -> int:
    """The block of the same paragraph: of the same words if it has them still, else at the same place."""
    ordinal, in_old = old.ordinal(index), old.is_of_old_text(index)
    if ordinal is None:
        return min(index, len(new) - 1)
    was, now = ((blocks.sheet.old if in_old else blocks.sheet.new).draft.paragraphs for blocks in (old, new))
    text = was[ordinal].text
    same = [each.ordinal for each in now if each.text == text]
    nearest = min(same, key=lambda each: abs(each - ordinal), default=ordinal)
    return new.nearest(nearest, in_old=in_old)


def plain_text(block: Block) -> str:
    """A block as it is pasted into a message."""
    head = "  ".join(each for each in (block.number, block.note) if each)
    words = marked_text(block.pieces) + block.aside
    return f"{head}\n{words}" if block.note else "  ".join(each for each in (head, words) if each)
