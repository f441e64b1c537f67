"""What the places have in common: the first and the last row, the actions, and news of the declaration."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from zerodraft.errors import Refusal
from zerodraft.tui import look
from zerodraft.tui.actions import ASKING, BY_ID, PLACES, Action, Scope, in_footer, in_scope, is_typed, shown_key
from zerodraft.tui.keymap import nowhere
from zerodraft.tui.screens.signposts import Signposts
from zerodraft.tui.widgets.key_bar import KeyBar, KeyHint
from zerodraft.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.formats.bookmark import Bookmark
    from zerodraft.tui.destination import Destination

_OF_A_DOCUMENT = frozenset(f"everywhere.{place}" for place in PLACES if place is not Scope.HOME)
_SOON = 0.5  # seconds in which a frame is drawn, on a slow machine
_FRAME = 0.01
# Help, palette and back stand at the right end of the footer.
_LAST = 80
# Elsewhere figures and `q` lead out.
_WHILE_TYPING = "everywhere.places"
# A field of one line has keys of its own, and this is the way out of it.
_CLOSE = KeyHint("everywhere.leave", shown_key("escape"), "Close")


def bindings_of(scope: Scope) -> list[BindingType]:
    """The keys of a screen, from the table of actions; those without a key can be given one by the drafter."""
    return [
        Binding(
            ",".join(action.keys) or nowhere(action.id), f"do('{action.id}')", action.label, show=False, id=action.id
        )
        for action in in_scope(scope)
    ]


@cache
def _footer_of(scope: Scope) -> tuple[Action, ...]:
    return in_footer(in_scope(scope))


class PlaceScreen(Signposts):
    """One place of work. `do_…` methods carry out the actions of the table."""

    ESCAPE_TO_MINIMIZE = False
    HEARS_ALL: ClassVar[bool] = False
    AUTO_FOCUS = ".first"

    def __init__(self) -> None:
        super().__init__()
        # A new screen is drawn by the rules as they stand. Textual would read all of them anew, twice: 45 ms.
        self._css_update_count = self.app._css_update_count
        self._unheard: Dossier | None = None

    def compose(self) -> ComposeResult:
        # Textual knows them after the first layout, in which a text that is to be narrow is set in six columns.
        self.update_classes(look.classes_at(*self.app.size), update=False)
        yield TopBar(self.SCOPE.value)
        yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """What stands between the first and the last row."""
        yield Widget()

    @property
    def top_bar(self) -> TopBar:
        return self.query_one(TopBar)

    def on_mount(self) -> None:
        self.house.arrive(self)
        if self.house.dossier is not None:
            self.dossier_changed(self.house.dossier)
        self.show_keys()

    def hear(self, dossier: "Dossier") -> None:
        """News of the declaration; a screen that nobody sees takes it when somebody comes back."""
        if self.HEARS_ALL or self.is_current:
            self.dossier_changed(dossier)
        else:
            self._unheard = dossier

    def on_screen_resume(self) -> None:
        if self.SCOPE is not Scope.HOME:
            self.house.worked_at = self.SCOPE.value
        dossier, self._unheard = self._unheard, None
        if dossier is not None:
            self.dossier_changed(dossier)

    async def is_drawn(self) -> None:
        """Wait until what was changed is on the terminal; Textual holds back what a new screen shows at first."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_SOON):
                while self.app._batch_count:
                    await asyncio.sleep(_FRAME)
                drawn = asyncio.Event()
                self.call_after_refresh(drawn.set)
                await drawn.wait()

    def show_progress(self, doing: str, share: float | None) -> None:
        """Tell on the first row what takes long; a screen that is taken down while the program ends has none."""
        for bar in self.query(TopBar):
            bar.show_progress(doing, share)

    def hide_progress(self) -> None:
        for bar in self.query(TopBar):
            bar.hide_progress()

    def show_plain_marks(self, wish: bool) -> None:
        """Show redlines with signs beside their style, or without."""
        from zerodraft.tui.redline.view import RedlineView

        for view in self.query(RedlineView):
            view.show_plain_marks(wish)

    # --- news --------------------------------------------------------------------------------

    def dossier_changed(self, dossier: "Dossier") -> None:
        """The open declaration was read again, or another was opened."""
        version = dossier.last_issued
        unsaved = "unsaved words" if dossier.unsaved else ""
        self.top_bar.show(dossier.title, version.designation if version else "", unsaved)

    async def show_words(self, title: str, source: str, cursor: tuple[int, int]) -> None:
        """Show the words of a text that is still being opened, on the place that is made for them."""

    def record_changed(self) -> None:
        """An act was recorded, by this drafter or another."""

    def arrive_at(self, destination: "Destination") -> None:
        """Somebody came here from another screen, to something in particular."""

    async def may_leave(self) -> bool:
        """Whether the program may end; asks about what would be lost."""
        return True

    def keep_words(self) -> None:
        """The program ends without asking: put unsaved words where the next start finds them."""

    def bookmarked(self, bookmark: "Bookmark") -> "Bookmark":
        """The bookmark with what this screen knows of where the drafter is."""
        return bookmark

    # --- actions -----------------------------------------------------------------------------

    def why_not(self, action: Action) -> str:
        """Why an action can't be done now, in a sentence; "" when it can."""
        needs = action.scope not in (Scope.EVERYWHERE, Scope.HOME) or action.id in _OF_A_DOCUMENT
        return "No document is open; Home (1) lists them." if needs and self.house.dossier is None else ""

    def action_do(self, name: str) -> None:
        """Carry out an action of the table, or say why that can't be."""
        action = BY_ID[name]
        if reason := self.why_not(action):
            self.house.tell(reason, "warning")
            return
        if name in ASKING:
            self.house.expect_a_question()
        method: Callable[[], object] = getattr(self, action.method)
        method()
        self.show_keys()

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        if event.action == _CLOSE.action:
            # By the application: a key that the screen itself sends does not come back up to it.
            self.house.call_later(self.house.simulate_key, "escape")
        else:
            self.action_do(event.action)

    def on_top_bar_place_chosen(self, event: TopBar.PlaceChosen) -> None:
        self.action_do(f"everywhere.{event.place}")

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def label_of(self, action: Action) -> str:
        """What an action is called in the footer, here and now; "" leaves it out."""
        return action.label

    def show_keys(self) -> None:
        """Write the footer: the keys that are valid where the focus is."""
        types = self.takes_letters
        taken = self.focused._bindings.key_to_bindings if isinstance(self.focused, Input) else {}
        hints = [_CLOSE] if taken else []
        for action in _footer_of(self.SCOPE):
            keys = [key for key in self.house.keys_of(action) if not (types and is_typed(key)) and key not in taken]
            label = self.label_of(action)
            if keys and label and (types or action.id != _WHILE_TYPING):
                hints.append(KeyHint(action.id, shown_key(keys[0]), label, not self.why_not(action)))
        last = sum(BY_ID[hint.action].rank >= _LAST for hint in hints)
        self.query_one(KeyBar).show(hints, last)

    # --- what can be done everywhere ---------------------------------------------------------

    def go(self, place: str) -> None:
        self.house.switch_mode(place)

    def do_home(self) -> None:
        self.go("home")

    def do_draft(self) -> None:
        self.go("draft")

    def do_versions(self) -> None:
        self.go("versions")

    def do_comments(self) -> None:
        self.go("comments")

    def do_export(self) -> None:
        self.go("export")

    def do_review(self) -> None:
        self.go("review")

    def do_compile(self) -> None:
        self.go("compile")

    def do_brackets(self) -> None:
        self.go("brackets")

    def do_progress(self) -> None:
        self.go("progress")

    def do_leave(self) -> None:
        """Close the innermost thing; screens with such things do it themselves."""

    def do_back(self) -> None:
        self.go("home")

    def do_quit(self) -> None:
        self.house.leave()

    @work(exclusive=True, group="refresh")
    async def do_refresh(self) -> None:
        await self.house.reread()

    @property
    def acted_on(self) -> str | None:
        """The document whose last act is taken back or done again; None for that of the workspace."""
        return self.house.dossier.slug if self.house.dossier else None

    @work(group="act")
    async def do_undo_act(self) -> None:
        from zerodraft.tui.dialogs.taking_back import take_back

        await take_back(self.house, self.acted_on)

    @work(group="act")
    async def do_take_in(self) -> None:
        from zerodraft.tui.dialogs.taking_in import take_in_file

        if self.house.dossier is None:
            self.house.tell("Open the document first that the file is about.")
        else:
            await take_in_file(self.house)

    @work(group="act")
    async def do_redo_act(self) -> None:
        slug = self.acted_on
        await self.house.act("Doing again", lambda desk: desk.redo(slug))

    @work(group="asking")
    async def do_name(self) -> None:
        try:
            await self.house.introduce()
        except Refusal as refusal:
            self.house.refuse(refusal)
