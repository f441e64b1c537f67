"""Finding one's way in the text: words, paragraphs, comments, findings, focus areas."""

from bisect import bisect_right

from textual import events, work

from zerodraft.tui.comments.panel import CommentPanel
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.draft.writing import Writing
from zerodraft.tui.editor.place import Place
from zerodraft.tui.widgets.find_bar import FindBar
from zerodraft.tui.widgets.virtual_list import VirtualList


class Looking(Writing):
    """The actions that move the cursor, and the panels beside the text."""

    _search_from: Place | None = None
    """Where the search began: each letter that is typed searches from there again."""

    # --- words -------------------------------------------------------------------------------

    def do_find(self) -> None:
        self._open_find_bar(replacing=False)

    def do_replace(self) -> None:
        self._open_find_bar(replacing=True)

    def _open_find_bar(self, *, replacing: bool) -> None:
        words = self.area.selected_text
        self._search_from = self.area.selection.start
        self._clear_text()  # a panel would hide the bar, and what is found
        self.query_one(FindBar).open("" if "\n" in words else words, replacing=replacing)

    def on_find_bar_wanted(self, event: FindBar.Wanted) -> None:
        self.area.find(event.words)
        self.area.find_next(self._search_from or self.area.selection.start)
        self._show_found()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        self._search_from = None
        if event.by > 0:
            self.area.find_next()
        else:
            self.area.find_previous()
        self._show_found()

    def on_find_bar_replaced(self, event: FindBar.Replaced) -> None:
        if event.everywhere:
            count = self.area.replace_each(event.words)
            if count:
                places = "1 place" if count == 1 else f"{count} places"
                self.house.tell(f"{places} replaced; ctrl+z takes it back.")
        else:
            self.area.replace_next(event.words)
        self._show_found()

    def on_find_bar_closed(self, _event: FindBar.Closed) -> None:
        self.area.find("")
        self.area.focus()

    def _show_found(self) -> None:
        found = self.area.found
        self.query_one(FindBar).show_position(f"{found.number} of {found.total}" if found.total else "")

    # --- paragraphs --------------------------------------------------------------------------

    @work(group="asking")
    async def do_go_to(self) -> None:
        from zerodraft.core.text.numbering import find

        numbers = self.dossier.reading.numbers
        known = [each.cite for each in numbers]
        cited = await self.house.ask_for(
            Prompt(
                "Go to which paragraph?",
                hint="Its number, as it is cited: 36, 12(a), PP3, FA2, 36 bis.",
                known=known,
                check=lambda words: "" if find(numbers, words) is not None else f"There is no paragraph {words}.",
            )
        )
        if cited and (ordinal := find(numbers, cited)) is not None:
            self.go_to_paragraph(ordinal)

    def go_to_paragraph(self, ordinal: int) -> None:
        """The cursor at the beginning of a paragraph's words."""
        paragraphs = self.dossier.draft.paragraphs
        if ordinal < len(paragraphs):
            self.area.go_to(*self.area.place_at(paragraphs[ordinal].body.start))
            self.area.focus()
            self.show_place()

    def arrive_at(self, destination: Destination) -> None:
        if self.seen is None:
            return
        if destination.cursor is not None:
            self.area.go_to(*destination.cursor)
        elif destination.ordinal is not None:
            self.go_to_paragraph(destination.ordinal)
        self.area.focus()
        if destination.comment:
            self.query_one(CommentPanel).choose(destination.comment)

    def do_next_comment(self) -> None:
        """The next paragraph with a comment, round to the first."""
        here = -1 if self.ordinal is None else self.ordinal
        places = sorted({each.ordinal for each in self.dossier.placed.values() if each.ordinal is not None})
        if not places:
            self.house.tell("There are no comments on this text. ctrl+t records one.")
            return
        self.go_to_paragraph(places[bisect_right(places, here) % len(places)])

    def do_findings(self) -> None:
        """The next thing that is wrong, and what it is."""
        findings = self.dossier.findings
        if not findings:
            self.house.tell("Nothing is wrong with the text, as far as can be told.")
            return
        places = [each.span.start for each in findings]
        number = bisect_right(places, self.area.offset_of(self.area.cursor)) % len(places)
        self.area.go_to(*self.area.place_at(places[number]))
        self.area.focus()
        self.house.tell(f"{number + 1} of {len(findings)}: {findings[number].sentence}", "warning")

    # --- panels beside the text --------------------------------------------------------------

    def do_outline(self) -> None:
        self._toggle("#outline-panel", "#outline")

    def do_comments_beside(self) -> None:
        self._toggle("#comments-panel", "#beside")

    def show_comments(self) -> None:
        """They were asked for by a click beside the text: a panel that is shown stays."""
        if not self._is_shown("#comments-panel"):
            self.do_comments_beside()

    def _toggle(self, panel: str, inside: str) -> None:
        """Show a panel and go into it; from inside, or when it is shown and has room of its own, hide it."""
        found = self.query_one(panel)
        is_over = self.has_class("-narrow") or (self.has_class("-medium") and found.has_class("right"))
        shown, hidden = ("-over", "") if is_over else ("", "-hidden")
        if self._is_shown(panel):
            found.remove_class("-over")
            found.set_class(not is_over, "-hidden")
            self.area.focus()
            return
        found.remove_class("-hidden")
        found.set_class(bool(shown) and not hidden, "-over")
        self.query_one(inside).focus()

    def _is_shown(self, panel: str) -> bool:
        found = self.query_one(panel)
        return found.display and bool(found.region.area)

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        """A focus area was clicked."""
        self._enter(event.index)

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()

    def _enter(self, index: int) -> None:
        self.go_to_paragraph(self.entries[index].first)
        self.close_panels()

    def on_descendant_focus(self) -> None:
        """Who goes back to the text, by key or click, has no use for what lies over it."""
        super().on_descendant_focus()
        self.show_panel_keys()
        if self.area.has_focus:
            self.close_panels()

    def close_panels(self) -> bool:
        """Go back to the text from what lies over it; whether anything did."""
        was_over = self._clear_text()
        if was_over:
            self.area.focus()
        return was_over

    def _clear_text(self) -> bool:
        over = list(self.query(".side.-over"))
        for panel in over:
            panel.remove_class("-over")
        return bool(over)

    def do_leave(self) -> None:
        """esc: the find bar, then a panel over the text, then the selection; from a panel back to the text."""
        if self.query_one(FindBar).is_open:
            self.query_one(FindBar).action_close()
        elif not self.close_panels():
            if self.focused is not self.area:
                self.area.focus()
            else:
                self.area.action_unselect()

    def key_enter(self, event: events.Key) -> None:
        """enter in the outline goes to the focus area; the text, which has the focus then, must not hear of it."""
        outline = self.query_one("#outline", VirtualList)
        if self.focused is outline and outline.count:
            event.stop()
            self._enter(outline.chosen)
