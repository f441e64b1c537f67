"""Progress: how much of the text is agreed, the curves over its versions, and who holds what is open."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical

from zerodraft.errors import Refusal
from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.destination import Destination
from zerodraft.tui.progress import curves, parts
from zerodraft.tui.progress.holding import NOBODY, HeatMap
from zerodraft.tui.screens.list_and_page import ListAndPage
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.widgets.matrix import Matrix, MatrixRows
from zerodraft.tui.widgets.panel import Panel
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.core.negotiation.progress import PartTally
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.progressing import Report

_HIGH = 34  # rows of a terminal from which all figures have their curve


class ProgressScreen(ListAndPage):
    """`report` is None until the figures are counted."""

    SCOPE = Scope.PROGRESS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    DEFAULT_CSS = """
    ProgressScreen .page { height: 1fr; }
    ProgressScreen #curves-panel { height: auto; }
    ProgressScreen #curves { height: auto; }
    ProgressScreen #page-panel { height: 1fr; }
    ProgressScreen.-flat #curves-panel { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.report: Report | None = None
        self._heat: HeatMap | None = None

    def compose_body(self) -> ComposeResult:
        with Container(id="body"):
            with Panel(id="list-panel", classes="list"):
                yield from self.compose_list()
            with Vertical(classes="page"):
                with Panel(id="curves-panel"):
                    figures = VirtualList(id="curves", marks_always=False)
                    figures.can_focus = False
                    yield figures
                with Panel(id="page-panel"):
                    yield Matrix(rows="heat")

    def compose_list(self) -> ComposeResult:
        items = VirtualList(id="parts")
        items.update_classes({"first": True}, update=False)
        yield items

    @property
    def items(self) -> VirtualList:
        return self.query_one("#parts", VirtualList)

    @property
    def page(self) -> MatrixRows:
        return self.query_one("#heat", MatrixRows)

    # --- what is shown -----------------------------------------------------------------------

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        self._count(dossier)

    @work(exclusive=True, group="counting")
    async def _count(self, dossier: "Dossier") -> None:
        try:
            self.report = await self.house.fetch("Counting", lambda desk, _: desk.progress(dossier))
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        self._heat = HeatMap(dossier, self.report)
        self.room_changed()

    def room_changed(self) -> None:
        if self.report is not None and self._heat is not None:
            self._show_parts(self.report)
            self._show_curves(self.report)
            self._show_heat(self._heat)
            self.show_keys()

    def _show_parts(self, report: "Report") -> None:
        items, told = self.items, parts.PartRows(report)
        items.item_height = 2 if self.is_tall else 1

        def rows(item: int) -> tuple[Row, ...]:
            if not item:
                return parts.legend_rows(report.now.total, is_tall=self.is_tall)
            if self.is_tall:
                return told.two_rows(item - 1)
            return told.one_row(item - 1, items.scrollable_content_region.width - 1)

        items.show(len(report.now.parts) + 1, rows, headings=(0,))
        self.list_panel.name_it(f"Text · {report.now.total.paragraphs} ¶", parts.figures(report))

    def _show_curves(self, report: "Report") -> None:
        items = self.query_one("#curves", VirtualList)
        count = curves.LONG if self.size.height >= _HIGH else curves.SHORT

        def rows(item: int) -> tuple[Row, ...]:
            width = items.scrollable_content_region.width - 1
            return (curves.curve_rows(report.milestones, width, count)[item],)

        items.show(count + 1, rows)
        issued = len(report.milestones) - 1
        told = f"{issued} issued" if issued else "none issued yet"
        self.query_one("#curves-panel", Panel).name_it("Over the versions", told)

    def _show_heat(self, heat: HeatMap) -> None:
        self.page.show_table(heat.columns, len(heat.held), heat.line, empty=NOBODY)
        self._name_heat()

    def _name_heat(self) -> None:
        heat = self._heat
        told = heat.told(self.page.chosen, self.page.column) if heat is not None and heat.held else "nobody"
        self.page_panel.name_it("Who holds what is open", told)

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        if event.control is self.page:
            self._name_heat()
        self.show_keys()

    def on_matrix_rows_column_chosen(self, _event: MatrixRows.ColumnChosen) -> None:
        self._name_heat()
        self.show_keys()

    # --- going on ----------------------------------------------------------------------------

    @property
    def part(self) -> "PartTally | None":
        """The chosen part of the text."""
        found = self.report.now.parts if self.report else ()
        place = self.items.chosen - 1
        return found[place] if 0 <= place < len(found) else None

    @property
    def goal(self) -> Destination | None:
        """Where enter leads: to the open proposals of the part or cell, else to the brackets, else to the text."""
        heat, part, dossier = self._heat, self.part, self.house.dossier
        if heat is None or dossier is None:
            return None
        if self.page.has_focus:
            return heat.goal(self.page.chosen, self.page.column) if heat.held else None
        if part is None:
            return None
        if part.area is not None and part.tally.proposals:
            return Destination("review", words=f"area:{part.area.number} state:open")
        if part.area is not None and part.tally.brackets:
            return Destination("brackets", words=f"area:{part.area.number}")
        return Destination("draft", ordinal=parts.first_of(dossier.draft, part))

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        if action.id == "progress.open" and self.goal is None:
            return "Nothing is counted there."
        if action.id == "progress.read" and self._heat is not None and not self._heat.held:
            return "Nobody holds anything open."
        return ""

    def label_of(self, action: Action) -> str:
        if action.id == "progress.open" and (goal := self.goal) is not None:
            return {"review": "To the proposals", "brackets": "To the brackets"}.get(goal.place, "To the text")
        is_said = self.goal is not None and self.goal.place == "draft"
        if (action.id == "progress.read" and self.page.has_focus) or (action.id == "progress.edit" and is_said):
            return ""
        return super().label_of(action)

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.action_do("progress.open")

    @work(exclusive=True, group="going")
    async def do_open(self) -> None:
        if (goal := self.goal) is not None:
            await self.house.go_to(goal)

    def do_read(self) -> None:
        self.read()

    def do_copy(self) -> None:
        if self.report is not None:
            self.house.copy(parts.copied(self.report))

    def do_edit(self) -> None:
        if (part := self.part) is not None and (dossier := self.house.dossier) is not None:
            self.go_there(Destination("draft", ordinal=parts.first_of(dossier.draft, part)))
