"""A list that a line narrows, and beside it what the chosen item says."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from zerodraft.tui.narrowing.completing import Completing
from zerodraft.tui.narrowing.terms import Filter
from zerodraft.tui.plain import plain
from zerodraft.tui.screens.list_and_page import ListAndPage
from zerodraft.tui.widgets.completion import Completion
from zerodraft.tui.widgets.filter_line import FilterLine
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier


class FilteredList(ListAndPage):
    """The filter line is kept for each document until the program ends. `LIST` is the id of the list."""

    LIST: ClassVar[str]
    PLACEHOLDER: ClassVar[str]
    COMPLETING: ClassVar[Completing]
    DEFAULT_CSS = """
    FilteredList .list { width: 45%; max-width: 84; }
    FilteredList.-medium .list { width: 45%; }
    FilteredList.-narrow .list { width: 100%; max-width: 100%; height: 45%; max-height: 45%; }
    FilteredList.-narrow .list > VirtualList { height: 1fr; }
    FilteredList #filter, FilteredList #hint { display: none; }
    FilteredList #filter.-used, FilteredList #hint.-used { display: block; }
    FilteredList #hint { height: auto; max-height: 3; padding: 0 1; color: $text-muted; background: $surface; }
    FilteredList #hint.-wrong { color: $text-warning; text-style: bold; }
    FilteredList CardList { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._slug = ""
        self._lines: dict[str, str] = {}
        """The filter of each document."""

    # --- what a screen says of itself --------------------------------------------------------

    @property
    def chosen_id(self) -> str:
        """The id of the chosen item; "" where none is."""
        raise NotImplementedError

    def understood(self, line: str, dossier: "Dossier") -> Filter[Any]:
        """What a filter line means here."""
        raise NotImplementedError

    def show_list(self, dossier: "Dossier", chosen: str = "") -> None:
        """Show the items that are wished for, with the cursor on one of them; where that isn't listed any more, the
        cursor stays in its row."""
        raise NotImplementedError

    def show_page(self) -> None:
        """Show what the chosen item says."""
        raise NotImplementedError

    def another_document(self) -> None:
        """Forget what was known of the document before."""

    # --- the list ----------------------------------------------------------------------------

    def compose_list(self) -> ComposeResult:
        yield FilterLine(self.PLACEHOLDER, id="filter")
        yield Static(plain(""), id="hint")
        items = VirtualList(id=self.LIST)
        items.update_classes({"first": True}, update=False)
        items.disable_messages(VirtualList.Chosen)
        yield items

    def on_mount(self) -> None:
        self.filter_line.suggester = Completion(self._completed)
        # At once and not by message: list and page are drawn in one go then.
        self.watch(self.items, "chosen", self.show_page, init=False)

    @property
    def items(self) -> VirtualList:
        return self.query_one(f"#{self.LIST}", VirtualList)

    @property
    def filter_line(self) -> FilterLine:
        return self.query_one("#filter", FilterLine)

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        chosen = self.chosen_id
        if dossier.slug != self._slug:
            self._lines[self._slug] = self.filter_line.value
            self._slug = dossier.slug
            self.another_document()
            chosen = ""
            with self.prevent(Input.Changed):
                self.filter_line.value = self._lines.get(dossier.slug, "")
        self.show_list(dossier, chosen)

    # --- the filter --------------------------------------------------------------------------

    def _completed(self, line: str) -> str:
        return self.COMPLETING.completed(line, self.house.dossier) if self.house.dossier is not None else ""

    def tell_hint(self, dossier: "Dossier", wanted: Filter[Any]) -> None:
        """Below the line: what of it is not understood, else what can be written; while nobody writes, nothing."""
        line = self.filter_line
        problem = wanted.problem or ("" if line.has_focus else wanted.unfinished)
        told = self.query_one("#hint", Static)
        line.set_class(line.has_focus or bool(line.value), "-used")
        told.set_class(line.has_focus or bool(problem), "-used")
        told.set_class(bool(problem), "-wrong")
        told.update(plain(problem or self.COMPLETING.hint(line.value, dossier)))

    def filter_by(self, line: str) -> None:
        """Put a line into the filter, as if it had been typed."""
        field, completion = self.filter_line, self.filter_line.suggester
        field.suggester = None
        with self.prevent(Input.Changed):
            field.value = line
        field.suggester = completion
        field.cursor_position = len(line)
        self.show_filtered()

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.show_filtered()

    def show_filtered(self) -> None:
        """The list as the filter line wants it, with the cursor where it was."""
        if self.house.dossier is not None:
            self.show_list(self.house.dossier, self.chosen_id)

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        self.items.focus()

    def on_filter_line_closed(self, _event: FilterLine.Closed) -> None:
        self.filter_by("")
        self.items.focus()

    def on_descendant_focus(self) -> None:
        super().on_descendant_focus()
        if self.house.dossier is not None:
            self.tell_hint(self.house.dossier, self.understood(self.filter_line.value, self.house.dossier))

    def do_find(self) -> None:
        self.filter_line.add_class("-used")
        self.filter_line.focus()

    def do_read(self) -> None:
        self.read()

    # --- out ---------------------------------------------------------------------------------

    def do_leave(self) -> None:
        """esc: out of the page, then out of the filter."""
        if self.is_reading or self.page.has_focus or not self.filter_line.value:
            super().do_leave()
        else:
            self.filter_by("")
