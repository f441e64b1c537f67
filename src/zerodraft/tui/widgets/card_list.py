"""A scrolling column of cards, wrapped to its width: comments, a thread, help, a summary."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from zerodraft.tui.actions import Scope
from zerodraft.tui.movements import bindings_for
from zerodraft.tui.widgets.card import Card, Line, lines_of, para
from zerodraft.tui.widgets.row import STYLES, Piece
from zerodraft.tui.widgets.scroll import RowScroll
from zerodraft.tui.widgets.strips import Inks, strip_of

# What cards may hold besides: words as they are struck and put in, and signs of ours around them.
_OF_A_REDLINE = ("inserted", "deleted", "inserted-sign", "deleted-sign", "disputed", "italic")

_BESIDE = 3  # cells: the bar, its space, and one at the right


class CardColumn(RowScroll, can_focus=True):
    """Cards below each other; the chosen one bears `▌` at its left, where `marks_always` is not wanted only while
    the list has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"card--{name}" for name in (*STYLES, *_OF_A_REDLINE, "mark")}
    DEFAULT_CSS = """
    CardColumn { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; background: $surface; }
    CardColumn > .card--quiet { color: $text-muted; }
    CardColumn > .card--strong { text-style: bold; }
    CardColumn > .card--number { color: $text-primary; }
    CardColumn > .card--accent { color: $text-accent; text-style: bold; }
    CardColumn > .card--warning { color: $text-warning; text-style: bold; }
    CardColumn > .card--good { color: $text-success; }
    CardColumn > .card--bar { color: $text-primary; }
    CardColumn > .card--quote { text-style: underline; }
    CardColumn > .card--inserted { color: $text-primary; text-style: underline; }
    CardColumn > .card--deleted { color: $text-warning; text-style: strike; }
    CardColumn > .card--inserted-sign { color: $text-primary; }
    CardColumn > .card--deleted-sign { color: $text-warning; }
    CardColumn > .card--disputed { color: $text-secondary; text-style: bold; }
    CardColumn > .card--italic { text-style: italic; }
    CardColumn > .card--mark { color: $primary; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(
        Scope.LIST,
        {
            "next": "move(1)",
            "previous": "move(-1)",
            "page-down": "move_page(1)",
            "page-up": "move_page(-1)",
            "first": "go(0)",
            "last": "go(-1)",
        },
    )
    chosen: reactive[int] = reactive(0, repaint=False, init=False)

    class _OfCard(Message, namespace="card_list"):
        def __init__(self, sender: "CardColumn", index: int) -> None:
            self.sender = sender
            self.index = index
            super().__init__()

        @property
        def control(self) -> "CardColumn":
            return self.sender

    class Chosen(_OfCard, namespace="card_list"):
        """The cursor came to another card."""

    class Opened(_OfCard, namespace="card_list"):
        """A card was double-clicked."""

    def __init__(self, *, id: str | None = None, empty: str = "", marks_always: bool = True) -> None:  # noqa: A002
        super().__init__(id=id)
        self.marks_always = marks_always
        self._empty = empty
        self._cards: tuple[Card, ...] = ()
        self._lines: list[tuple[int, Line]] = []
        self._tops: list[int] = [0]
        self._wrapped_at = 0
        self._is_wrapping_anew = False
        self._inks: dict[str, Style] | None = None

    def lay_out(self, cards: Sequence[Card], *, chosen: int = 0, empty: str | None = None) -> None:
        """Show these cards, the chosen one in view; `empty` is said where there are none."""
        self._cards = tuple(cards)
        if empty is not None:
            self._empty = empty
        self.set_reactive(CardColumn.chosen, max(0, min(chosen, len(self._cards) - 1)))
        self._wrap()
        self._scroll_to_chosen()

    @property
    def count(self) -> int:
        return len(self._cards)

    # --- drawing -----------------------------------------------------------------------------

    @property
    def _words_width(self) -> int:
        return max(self.scrollable_content_region.width - _BESIDE, 1)

    def _wrap(self) -> None:
        width = self._words_width
        self._wrapped_at = width
        cards = self._cards or ((Card(None, (para(Piece(self._empty, "quiet")),)),) if self._empty else ())
        drawn = [lines_of(card, width) for card in cards]
        former = len(self._lines)
        self._tops = [0, *accumulate(len(lines) + 1 for lines in drawn)]
        self._lines = [(index, line) for index, lines in enumerate(drawn) for line in (*lines, ())]
        self.show_rows(max(len(self._lines) - 1, 0))
        if self.scroll_offset.y:
            self.refresh()
        else:
            self.refresh_lines(0, max(former, len(self._lines)))

    def on_resize(self, _event: events.Resize) -> None:
        self._wrap_anew()

    def _wrap_anew(self) -> None:
        self._is_wrapping_anew = False
        if self._words_width != self._wrapped_at:
            self._wrap()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._inks = None

    def draw_row(self, y: int, width: int) -> Strip:
        base = self.ground()
        if max(width - _BESIDE, 1) != self._wrapped_at and not self._is_wrapping_anew:
            # Its cards came while it was hidden: it has the size that it had before, and is told of no other.
            self._is_wrapping_anew = self.call_after_refresh(self._wrap_anew)
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, base)
        index, words = self._lines[place]
        is_marked = words and self._cards and index == self.chosen and (self.marks_always or self.has_focus)
        mark = Piece("▌ " if is_marked else "  ", "mark" if self.has_focus else "quiet")
        return strip_of((mark, *words), self.inks(), base).adjust_cell_length(width, base)

    def inks(self) -> dict[str, Style]:
        if self._inks is None:
            self._inks = Inks(self, "card")
        return self._inks

    def watch_has_focus(self, focus: bool) -> None:
        super().watch_has_focus(focus)
        self.refresh()

    # --- moving ------------------------------------------------------------------------------

    def validate_chosen(self, index: int) -> int:
        return max(0, min(index, len(self._cards) - 1))

    def watch_chosen(self, _old: int, new: int) -> None:
        self.refresh()
        self._scroll_to_chosen()
        self.post_message(self.Chosen(self, new))

    def _scroll_to_chosen(self) -> None:
        if not self._cards:
            return
        top, end = self._tops[self.chosen], self._tops[self.chosen + 1] - 1
        self.scroll_to_region(Region(0, top, 1, max(end - top, 1)), animate=False, x_axis=False)

    def action_move(self, by: int) -> None:
        """To the next card; a card that is longer than the panel is read line by line first."""
        if self.chosen + by in range(len(self._cards)) and self._is_read(by):
            self.chosen += by
        else:
            self.scroll_relative(y=by, animate=False)

    def _is_read(self, by: int) -> bool:
        if by < 0:
            return self._tops[self.chosen] >= self.scroll_offset.y
        return self._tops[self.chosen + 1] - 1 <= self.scroll_offset.y + self.size.height

    def action_move_page(self, by: int) -> None:
        """A page further; the card in the middle of it is chosen, without the view going back to its beginning."""
        if not self._cards:
            return
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)
        middle = int(self.scroll_target_y) + self.size.height // 2
        self.set_reactive(CardColumn.chosen, self.validate_chosen(bisect_right(self._tops, middle) - 1))
        self.refresh()
        self.post_message(self.Chosen(self, self.chosen))

    def action_go(self, index: int) -> None:
        self.chosen = index if index >= 0 else len(self._cards) - 1

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = offset.y + self.scroll_offset.y if offset is not None else len(self._lines)
        if place >= len(self._lines) or not self._cards:
            return
        self.chosen = self._lines[place][0]
        if event.chain == 2:
            self.post_message(self.Opened(self, self.chosen))


class CardList(CardColumn):
    """A column of whatever cards its screen gives it."""

    def show(self, cards: Sequence[Card], *, chosen: int = 0, empty: str | None = None) -> None:
        """Show these cards, the chosen one in view; `empty` is said where there are none."""
        self.lay_out(cards, chosen=chosen, empty=empty)
