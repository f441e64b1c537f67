"""Versions: every text that was issued, and the redline between any two of them."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from zerodraft.errors import Refusal
from zerodraft.export.labels import ENGLISH
from zerodraft.tui.actions import BY_ID, Action, Scope
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.versions.comparing import compared
from zerodraft.tui.versions.pair import Pair, asked_pair, in_order, known_names, usual_pair
from zerodraft.tui.versions.redline_page import RedlinePage
from zerodraft.tui.versions.timeline import WORKING, Entry, entries, rows_of
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.formats.bookmark import Bookmark

_PAUSE = 0.08  # seconds: who runs through the list does not wait for each redline
_OF_A_REDLINE = frozenset({"next", "previous", "side-by-side", "only-changes", "summary", "find", "copy"})


class VersionsScreen(RedlinePage):
    """Which two texts are compared is remembered for each document until the program ends or another is issued."""

    SCOPE = Scope.VERSIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self.pair = Pair(WORKING, WORKING)
        self._chosen: dict[str, tuple[Pair, str]] = {}
        """By document: what was chosen there, and the version that was the last one then."""
        self._goal: int | None = None

    def compose_list(self) -> ComposeResult:
        timeline = VirtualList(id="timeline")
        timeline.add_class("first")
        yield timeline

    @property
    def timeline(self) -> VirtualList:
        return self.query_one("#timeline", VirtualList)

    # --- which two ---------------------------------------------------------------------------

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        pair, last = self._chosen.get(dossier.slug, (None, ""))
        is_there = pair is not None and set(pair) <= known_names(dossier) and last == _last(dossier)
        self.pair = pair if pair and is_there else usual_pair(dossier)
        self.show_timeline(dossier)
        self.show_redline()

    def arrive_at(self, destination: Destination) -> None:
        dossier = self.house.dossier
        if dossier is None or not (destination.old or destination.new or destination.ordinal is not None):
            return
        if destination.old or destination.new:
            self._choose(dossier, asked_pair(dossier, destination.old, destination.new))
        self._goal = destination.ordinal
        self.read()
        self.show_redline()

    def bookmarked(self, bookmark: "Bookmark") -> "Bookmark":
        pair, _ = self._chosen.get(bookmark.slug, (None, ""))
        return replace(bookmark, old=pair.base, new=pair.chosen) if pair else bookmark

    def _choose(self, dossier: "Dossier", pair: Pair) -> None:
        self.pair = pair
        self._chosen[dossier.slug] = pair, _last(dossier)
        self.show_timeline(dossier)

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        dossier = self.house.dossier
        if dossier is not None and event.control is self.timeline:
            self._choose(dossier, Pair(self.pair.base, self.entries[event.index].name))
            self.show_redline()

    def do_base(self) -> None:
        """Compare with the chosen text from now on: first the text as it is now."""
        dossier = self.house.dossier
        if dossier is None:
            return
        base = self.pair.chosen
        now = (usual_pair(dossier).chosen, self.pair.base, *(entry.name for entry in self.entries))
        self._choose(dossier, Pair(base, next((name for name in now if name != base), base)))
        self.show_redline()

    # --- showing -----------------------------------------------------------------------------

    def show_timeline(self, dossier: "Dossier") -> None:
        self.entries = entries(dossier)
        timeline = self.timeline
        timeline.item_height = 2 if self.is_tall else 1
        names = [entry.name for entry in self.entries]
        timeline.show(len(names), self._rows, chosen=names.index(self.pair.chosen))
        count = len(dossier.versions)
        self.list_panel.name_it("Versions", f"{count} issued · ◆ base" if count else "none issued")

    def _rows(self, index: int) -> tuple[Row, ...]:
        entry = self.entries[index]
        return rows_of(entry, is_base=entry.name == self.pair.base, is_tall=self.is_tall)

    def room_changed(self) -> None:
        if self.house.dossier is not None and self.entries:
            self.show_timeline(self.house.dossier)

    @work(exclusive=True, group="redline")
    async def show_redline(self) -> None:
        """Compare the two texts, unless they are shown already."""
        dossier = self.house.dossier
        if dossier is None:
            return
        pair = in_order(self.pair, [entry.name for entry in self.entries])
        if pair.base == pair.chosen:
            self._show_no_pair(dossier)
            return
        if not self._is_shown(dossier, pair):
            await asyncio.sleep(_PAUSE)
            try:
                found = await self.house.fetch("Comparing", lambda desk, _: compared(desk, dossier, pair))
            except Refusal as refusal:
                self.show_nothing("Versions", self.house.sentence_of(refusal))
                return
            self.show_compared(found)
        if self._goal is not None:
            self.go_to_paragraph(self._goal)
            self._goal = None

    def _is_shown(self, dossier: "Dossier", pair: Pair) -> bool:
        shown = self.compared
        return shown is not None and shown.dossier is dossier and shown.pair == pair

    def _show_no_pair(self, dossier: "Dossier") -> None:
        if not dossier.versions:
            self.show_nothing("Redline", "Nothing is issued yet: i issues the text.")
            return
        label = self.entries[self.timeline.chosen].label
        self.show_nothing(label, f"{label} is the base itself: choose another text, or mark another base with space.")

    # --- actions -----------------------------------------------------------------------------

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        scope, _, name = action.id.partition(".")
        if scope == Scope.VERSIONS and name in _OF_A_REDLINE and (reason := self._no_redline):
            return reason
        if action.id == "versions.base" and len(self.entries) < 2:
            return "There is nothing to compare yet: i issues the text."
        if action.id == "versions.base" and self.page.has_focus:
            return "A base is marked in the list: esc goes back to it."
        return ""

    def label_of(self, action: Action) -> str:
        """While the page is read, enter goes on to the text, and the space bar a page down."""
        if not self.page.has_focus:
            return super().label_of(action)
        enter = "To the change" if self.cards.has_focus else BY_ID["versions.edit"].label
        usual = "" if action.id == "versions.edit" and not self.cards.has_focus else super().label_of(action)
        return {"versions.open": enter, "versions.base": ""}.get(action.id, usual)

    @property
    def _no_redline(self) -> str:
        if self.compared is None:
            return "No redline is shown: choose two texts that differ."
        return "" if self.parts else ENGLISH.no_changes

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.read()

    @work(exclusive=True, group="issue")
    async def do_issue(self) -> None:
        """Issue the text, and show what this version changed."""
        from zerodraft.tui.dialogs.issuing import issue_text

        await issue_text(self.house)


def _last(dossier: "Dossier") -> str:
    return dossier.versions[-1].name if dossier.versions else ""
