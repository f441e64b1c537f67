"""The record: who did what, newest first; the last act can be taken back."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from zerodraft.errors import Refusal
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.dialogs.taking_back import take_back
from zerodraft.tui.home import acts
from zerodraft.tui.home.filtering import matches, wanted
from zerodraft.tui.home.today import TitleOf
from zerodraft.tui.plain import line
from zerodraft.tui.widgets.filter_line import FilterLine
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import LogEntry
    from zerodraft.tui.house import House

# Acts that are shown before the whole history is read, which takes 25 ms a thousand.
_FIRST = 200


class Record(Dialog[bool]):
    """Answers whether something was taken back. `title_of` gives the title of a declaration."""

    DEFAULT_CSS = """
    Record > Vertical { width: 120; height: 96%; }
    Record VirtualList { height: 1fr; background: $surface; }
    Record .keys { margin: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", show=False),
        Binding("U", "undo", "Undo", show=False),
        Binding("q", "close", "Close", show=False),
    ]

    def __init__(self, title_of: TitleOf) -> None:
        super().__init__("What was done", keys="/: filter · U: take back the last act · esc: close")
        self._title_of = title_of
        self._all: tuple[LogEntry, ...] = ()
        self._shown: tuple[LogEntry, ...] = ()
        self._undone = False

    @property
    def house(self) -> "House":
        return cast("House", self.app)

    def compose_answer(self) -> Iterable[Widget]:
        yield FilterLine("words, delegations, documents, kinds of acts: /")
        yield VirtualList(id="acts", height=acts.HEIGHT, empty="Reading the record …")

    def on_mount(self) -> None:
        self.acts.focus()
        self.read()

    @property
    def acts(self) -> VirtualList:
        return self.query_one("#acts", VirtualList)

    # --- reading -----------------------------------------------------------------------------

    @work(exclusive=True, group="record")
    async def read(self) -> None:
        try:
            self._take(await self.house.fetch("Reading the record", lambda desk, _: desk.log(limit=_FIRST)))
            if len(self._all) == _FIRST:
                self._take(await self.house.fetch("Reading the record", lambda desk, _: desk.log()))
        except Refusal as refusal:
            self.house.refuse(refusal)

    def _take(self, found: Sequence["LogEntry"]) -> None:
        self._all = tuple(found)
        self.narrow(self.query_one(FilterLine).value)

    def narrow(self, words: str) -> None:
        """Show the acts that have these words."""
        looked_for = wanted(words)
        self._shown = tuple(each for each in self._all if matches(looked_for, acts.words_of(each, self._title_of)))
        empty = "No act has these words; esc shows all." if self._all else "Nothing is recorded yet."
        self.acts.show(len(self._shown), self._rows, empty=empty)
        self.query_one(Vertical).border_subtitle = line(f"{len(self._shown)} of {len(self._all)}")

    def _rows(self, index: int) -> tuple[Row, ...]:
        return acts.rows_of(self._shown[index], self._title_of, datetime.now(UTC).astimezone())

    # --- filter ------------------------------------------------------------------------------

    def action_filter(self) -> None:
        # Not by `focus`, which waits its turn: the next letter would be taken for a key of the list.
        self.set_focus(self.query_one(FilterLine))

    def on_input_changed(self, event: Input.Changed) -> None:
        self.narrow(event.value)

    def on_input_submitted(self) -> None:
        self.acts.focus()

    def on_filter_line_closed(self) -> None:
        self.query_one(FilterLine).value = ""
        self.acts.focus()

    def action_close(self) -> None:
        """Close the filter first."""
        if self.query_one(FilterLine).value:
            self.on_filter_line_closed()
        else:
            self.dismiss(self._undone)

    # --- undo --------------------------------------------------------------------------------

    @work(group="act")
    async def action_undo(self) -> None:
        if await take_back(self.house, None):
            self._undone = True
            self.read()
