"""The compilation on the screen: the parts to be ticked, and the page in one of its three layouts."""

from enum import StrEnum
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from zerodraft.errors import Refusal
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.compiling import spots
from zerodraft.tui.compiling.compiled import Compiled, Wish, compiled, read
from zerodraft.tui.compiling.grid import Grid
from zerodraft.tui.compiling.parts import Open, open_in, part_row
from zerodraft.tui.compiling.setting import Look, Setting
from zerodraft.tui.compiling.spots import Spot
from zerodraft.tui.screens.place_screen import PlaceScreen
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.long_column import LongColumn
from zerodraft.tui.widgets.matrix import Matrix, MatrixRows
from zerodraft.tui.widgets.panel import Panel
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from textual.widget import Widget

    from zerodraft.desk.dossier import Dossier

_EMPTY = "Nothing is to be seen: all parts are hidden, or nothing is open in those that are not. space ticks a part."


class Layout(StrEnum):
    """How a compilation is laid out."""

    INLINE = "inline"
    PARAGRAPHS = "paragraph by paragraph"
    TABLE = "paragraph × delegation"

    @property
    def next(self) -> "Layout":
        layouts = tuple(Layout)
        return layouts[(layouts.index(self) + 1) % len(layouts)]


class Showing(PlaceScreen):
    """Which parts are hidden is remembered for each document until the program ends."""

    DEFAULT_CSS = """
    Showing #body { layout: horizontal; height: 1fr; }
    Showing #parts-panel { width: 38; }
    Showing .page { width: 1fr; height: 1fr; }
    Showing #page-panel { height: 1fr; }
    Showing #said-panel { height: 30%; }
    Showing.-flat #said-panel { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.compiled: Compiled | None = None
        self.layout_chosen = Layout.INLINE
        self.attributed = True
        self.open_only = False
        self.setting: Setting | None = None
        self.grid: Grid | None = None
        self._opened: tuple[Open, ...] = ()
        self._hidden: dict[str, frozenset[str]] = {}
        """By document the names of the parts that are not ticked."""

    def compose_body(self) -> ComposeResult:
        with Container(id="body"):
            with Panel(id="parts-panel", classes="side left"):
                yield VirtualList(id="parts")
            with Vertical(classes="page"):
                with Panel(id="page-panel"):
                    column = LongColumn(id="text")
                    column.update_classes({"first": True}, update=False)
                    yield column
                    yield Matrix(id="matrix", rows="grid")
                with Panel(id="said-panel"):
                    yield CardList(id="said", marks_always=False)

    def on_mount(self) -> None:
        self.query_one("#matrix").display = False
        self.query_one("#said-panel").display = False

    @property
    def column(self) -> LongColumn:
        return self.query_one("#text", LongColumn)

    @property
    def table(self) -> MatrixRows:
        return self.query_one("#grid", MatrixRows)

    @property
    def parts(self) -> VirtualList:
        return self.query_one("#parts", VirtualList)

    @property
    def page(self) -> "Widget":
        """The widget of the page that takes the keys now."""
        return self.table if self.is_table else self.column

    @property
    def is_table(self) -> bool:
        return self.layout_chosen is Layout.TABLE

    # --- what is shown -----------------------------------------------------------------------

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        self.read_anew(dossier)

    @work(exclusive=True, group="compiling")
    async def read_anew(self, dossier: "Dossier") -> None:
        attributed = self.attributed
        known = self.compiled if self.compiled is not None and self.compiled.dossier is dossier else None
        try:
            found = await self.house.fetch(
                "Compiling", lambda desk, _: read(known or compiled(desk, dossier), attributed=attributed)
            )
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        if self.attributed is attributed:
            self._take(found)

    def _take(self, found: Compiled) -> None:
        if self.compiled is None or self.compiled.dossier.slug != found.dossier.slug:
            self.setting = None
        self.compiled = found
        self._opened = open_in(found)
        self.show_all()

    def show_all(self, sought: Spot | None = None) -> None:
        """Parts and page; the cursor stays on its paragraph, or goes to the one that is sought."""
        if self.compiled is not None:
            self.show_parts(self.compiled)
            self.show_page(self.compiled, sought)

    @property
    def wish(self) -> Wish:
        """What of the text is to be seen."""
        found = self.compiled
        if found is None:
            return Wish()
        names = self._hidden.get(found.dossier.slug, frozenset())
        return Wish(frozenset(part for part, name in enumerate(_names(found)) if name in names), self.open_only)

    def hide(self, parts: frozenset[int]) -> None:
        """These parts and no others are hidden."""
        if self.compiled is not None:
            names = _names(self.compiled)
            self._hidden[self.compiled.dossier.slug] = frozenset(names[part] for part in parts)
            self.show_all()

    def show_parts(self, found: Compiled) -> None:
        hidden = self.wish.hidden

        def rows(part: int) -> tuple[Row]:
            return (part_row(found, self._opened, part, is_hidden=part in hidden),)

        count = len(found.stretches)
        self.parts.show(count, rows, empty="The text is empty.")
        self.query_one("#parts-panel", Panel).name_it("Focus areas", f"{count - len(hidden)} of {count} shown")

    def show_page(self, found: Compiled, sought: Spot | None = None) -> None:
        sought = sought or self.spot
        for each, is_shown in (
            ("#text", not self.is_table),
            ("#matrix", self.is_table),
            ("#said-panel", self.is_table),
        ):
            self.query_one(each).display = is_shown
        if self.is_table:
            self._show_table(found, sought)
        else:
            self._show_column(found, sought)
        self.name_page()

    def _show_column(self, found: Compiled, sought: Spot | None) -> None:
        if self.layout_chosen is Layout.INLINE:
            shown = tuple(spots.inline(found, self.wish, attributed=self.attributed))
        else:
            shown = tuple(spots.by_paragraph(found, self.wish))
        look = Look(self.attributed, self.house.plain_marks or self.house.no_color)
        self.setting = Setting(found.dossier, shown, look)
        chosen = spots.nearest(shown, sought) if sought is not None and shown else 0
        self.column.show(self.setting, chosen=chosen, empty=_EMPTY)

    def _show_table(self, found: Compiled, sought: Spot | None) -> None:
        self.grid = grid = Grid(found, self.wish)
        empty = "Nothing is proposed here. 6 goes to the proposals." if not found.here else _EMPTY
        self.table.show_table(grid.columns, len(grid.ordinals), grid.line, empty=empty)
        if sought is not None and grid.ordinals:
            at = (place for place, ordinal in enumerate(grid.ordinals) if ordinal >= sought.ordinal)
            self.table.chosen = next(at, len(grid.ordinals) - 1) if sought.ordinal >= 0 else self.table.chosen
        self.show_said()

    def show_said(self) -> None:
        """The words of the chosen cell."""
        grid, said = self.grid, self.query_one("#said", CardList)
        if grid is None or not grid.ordinals:
            said.show(())
            return
        plain = self.house.plain_marks or self.house.no_color
        said.show(tuple(grid.cards(self.table.chosen, self.table.column, plain=plain)))
        told = grid.told(self.table.chosen, self.table.column)
        self.query_one("#said-panel", Panel).name_it("In words", told)

    def show_plain_marks(self, wish: bool) -> None:
        super().show_plain_marks(wish)
        self.show_all()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What stands in the column."""
        return self.setting.spots if self.setting is not None else ()

    # --- where the cursor is -----------------------------------------------------------------

    @property
    def spot(self) -> Spot | None:
        """What the cursor stands on."""
        if self.is_table and self.grid is not None:
            place = self.table.chosen
            return Spot(self.grid.ordinals[place]) if place < len(self.grid.ordinals) else None
        return self.spots[self.column.chosen] if self.column.chosen < len(self.spots) else None

    def name_page(self) -> None:
        """Which layout this is, where the cursor is, how much is open."""
        found = self.compiled
        if found is None:
            return
        placed, unplaced = len(found.compilation.entries), len(found.compilation.unplaced)
        told = (
            self._where(found),
            f"{placed} proposal{'' if placed == 1 else 's'}",
            f"{unplaced} not placed" if unplaced else "",
        )
        without = "" if self.attributed or self.is_table else ", without names"
        only = ", what is open" if self.open_only and not self.is_table else ""
        spot = self.spot
        if spot is not None and spot.ordinal >= 0 and not self.parts.has_focus:
            self.parts.chosen = found.part_of(spot.ordinal)
        title = f"Compilation, {self.layout_chosen.value}{without}{only}"
        self.query_one("#page-panel", Panel).name_it(title, " · ".join(filter(None, told)))

    def _where(self, found: Compiled) -> str:
        """“¶ 12: 3 here”."""
        spot = self.spot
        if spot is None or spot.ordinal < 0:
            return ""
        count = len(found.here.get(spot.ordinal, ()))
        return f"{cited(found.dossier.reading.numbers[spot.ordinal].cite)}{f': {count} here' if count else ''}"


def _names(found: Compiled) -> tuple[str, ...]:
    """By which a part is known again when the text is another."""
    return tuple(f"{each.number} {each.name}" for each in found.stretches)
