"""What all screens share: the clerk, the open declaration, the ways to tell the drafter something, the way out.

It knows the places only as `Place`; which ones there are says `app`.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, runtime_checkable

from textual import work
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus
from textual.screen import ModalScreen

from zerodraft.errors import MovedOn, NameUnknown, Refusal
from zerodraft.tui import look, signals
from zerodraft.tui.actions import BY_ID, Scope, shown_key
from zerodraft.tui.clerk import Clerk
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.doing import AGAIN, PATIENCE, Doing
from zerodraft.tui.place import Place
from zerodraft.tui.preferences import Preferring
from zerodraft.tui.telling import Told

if TYPE_CHECKING:
    from concurrent.futures import Future

    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Done, Dossier
    from zerodraft.desk.preferences import Known
    from zerodraft.formats.bookmark import Bookmark

T = TypeVar("T")
# What the desk needs, in pieces of some milliseconds.
_DESK = (
    *("core.text.draft", "core.text.numbering", "core.comparison.anchor", "core.negotiation.thread", "export.sheet"),
    *("formats.settings", "desk.dossier", "core.text.parse", "core.comparison.compare", "desk.archive", "desk.editing"),
)


@runtime_checkable
class Blinking(Protocol):
    """A field whose cursor blinks when nobody forbids it."""

    cursor_blink: bool


class House(Preferring, inherit_bindings=False):
    """One workspace on the screens, from the first look to the last."""

    CSS = look.CSS
    HORIZONTAL_BREAKPOINTS = look.BREAKPOINTS
    VERTICAL_BREAKPOINTS = look.HEIGHTS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="everywhere.quit"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    TITLE = "zerodraft"

    def __init__(self, place: Path, known: "Known | None" = None, *, is_light: bool = False) -> None:
        super().__init__()
        self.place = place
        self.clerk = Clerk(self._open_desk)
        self.dossier: Dossier | None = None
        """The open declaration as it was last read; what is typed and not saved is the draft screen's."""
        self.worked_at = "draft"
        """The place where the drafter was last, Home left aside: nobody goes back there to work."""
        self.left_at: dict[str, tuple[int, int]] = {}
        """By document: line and column where its text was left."""
        self.told: list[Told] = []
        self.refused: Refusal | None = None
        self.kept_in: Path | None = None
        """Where the words lie that were not saved when the program ended."""
        self._is_leaving = False
        self._shown: dict[Scope, Place] = {}
        self.prefer(known, is_light=is_light)

    def _open_desk(self) -> "Desk":
        # In steps, between which whoever goes to a text meanwhile has all of the time.
        for name in _DESK:
            import_module(f"zerodraft.{name}")
            self.clerk.rest()
        from zerodraft.desk.desk import Desk

        return Desk.at(self.place)

    def on_mount(self) -> None:
        signals.listen(asyncio.get_running_loop(), self.leave_at_once, self.clerk.close)
        self.clerk.start()
        self.tell_complaints()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A field's cursor stands still as the text's does: what blinks is sent over slow lines twice a second."""
        if isinstance(event.widget, Blinking):
            event.widget.cursor_blink = False

    # --- errands -----------------------------------------------------------------------------

    async def fetch(self, sentence: str, errand: "Callable[[Desk, Doing], T]", *, urgent: bool = False) -> T:
        """What an errand at the desk gives; its progress is told when it takes over half a second.

        Raises the refusal that the desk raised.
        """
        doing = Doing(sentence)
        asked = asyncio.ensure_future(self.clerk.ask(lambda desk: errand(desk, doing), urgent=urgent))
        try:
            done, _ = await asyncio.wait((asked,), timeout=PATIENCE)
            while not done:
                self._show_progress(doing)
                done, _ = await asyncio.wait((asked,), timeout=AGAIN)
            return asked.result()
        finally:
            if not urgent:
                # Nobody waits for it any more, as when the cursor went on in a list: the clerk need not begin it.
                asked.cancel()
            self._hide_progress()

    def _show_progress(self, doing: Doing) -> None:
        for screen in self._shown.values():
            screen.show_progress(doing.sentence, doing.share)

    def _hide_progress(self) -> None:
        for screen in self._shown.values():
            screen.hide_progress()

    async def act(self, sentence: str, errand: "Callable[[Desk], Done]") -> "Done | None":
        """Run an act that records; tell what it was, and show the declaration as it is then. None when refused.

        Where git knows no name for the drafter, the name is asked, and the act is run after all.
        """
        try:
            done = await self._recorded(sentence, errand)
        except Refusal as refusal:
            self.refuse(refusal)
            if isinstance(refusal, MovedOn):
                await self.reread()
            return None
        if done is not None:
            self.tell(done.sentence)
            await self.reread()
        return done

    async def _recorded(self, sentence: str, errand: "Callable[[Desk], Done]") -> "Done | None":
        try:
            return await self.fetch(sentence, lambda desk, _: errand(desk), urgent=True)
        except NameUnknown:
            if not await self.introduce():
                return None
            return await self.fetch(sentence, lambda desk, _: errand(desk), urgent=True)

    async def introduce(self) -> bool:
        """Ask for the name in which acts are recorded; whether one was given."""
        from zerodraft.tui.dialogs.prompt import Prompt

        name = await self.ask_for(
            Prompt("In whose name are acts recorded here?", hint="Your own name, as it should stand in the record.")
        )
        if not name:
            return False
        await self.fetch("Keeping your name", lambda desk, _: desk.introduce(name), urgent=True)
        return True

    async def ask_for(self, dialog: ModalScreen[T]) -> T | None:
        """What the drafter answers; None when the dialog was closed. Must run in a worker."""
        return await self.push_screen_wait(dialog)

    # --- the open declaration ----------------------------------------------------------------

    async def show_words(self, slug: str, title: str, cursor: tuple[int, int] | None) -> None:
        """Show the words of a text on the draft screen, before all that stands beside them is derived; the keys that
        are pressed wait until `release_keys`. Only where no text was open yet: what that takes is loaded by then."""
        if self.dossier is not None:
            return
        self.hold_keys()
        with self.clerk.at_rest():
            source = await asyncio.to_thread(_words, self.place, slug)
            if source is None:
                return
            await self.switch_mode(Scope.DRAFT.value)
            await self._shown[Scope.DRAFT].show_words(title, source, cursor or self.left_at.get(slug, (0, 0)))
        self.forget_clicks()

    async def open_declaration(self, slug: str) -> bool:
        """Read a declaration and show it on all screens; whether that could be done."""
        dossier = await self._read(slug)
        if dossier is not None:
            self.show(dossier)
        return dossier is not None

    async def _read(self, slug: str) -> "Dossier | None":
        try:
            return await self.fetch(f"Opening {slug}", lambda desk, doing: desk.open(slug, doing.step))
        except Refusal as refusal:
            self.refuse(refusal)
            return None

    async def reread(self) -> None:
        """Read the open declaration again, after an act; unless another one was opened meanwhile."""
        slug = self.dossier.slug if self.dossier else ""
        dossier = await self._read(slug) if slug else None
        if dossier is not None and self.dossier is not None and self.dossier.slug == slug:
            self.show(dossier)
        for screen in self._shown.values():
            screen.record_changed()

    def show(self, dossier: "Dossier") -> None:
        """Show a dossier on every screen that there is."""
        self.dossier = dossier
        self.tell_unreadable(dossier.unreadable)
        for screen in self._shown.values():
            screen.hear(dossier)

    def show_typed(self, dossier: "Dossier") -> None:
        """The same for a text as it is being typed; the draft screen knows it."""
        self.dossier = dossier
        for screen in self._shown.values():
            if screen.SCOPE is not Scope.DRAFT:
                screen.hear(dossier)

    def arrive(self, screen: Place) -> None:
        """A screen was made; it is told of everything from now on."""
        self._shown[screen.SCOPE] = screen

    def screens(self) -> Iterable[Place]:
        return tuple(self._shown.values())

    def shown(self, scope: Scope) -> Place | None:
        """The screen of a place, None while nobody went there."""
        return self._shown.get(scope)

    async def go_to(self, destination: Destination) -> None:
        """Show a place, and there what the destination names."""
        await self.switch_mode(destination.place)
        if screen := self.shown(Scope(destination.place)):
            screen.arrive_at(destination)
        self.keep_bookmark()

    # --- leaving -----------------------------------------------------------------------------

    async def action_quit(self) -> None:
        self.leave()

    def action_help_quit(self) -> None:
        """Who presses ctrl+c wants to copy, or to be gone."""
        self.tell(f"{shown_key(self.keys_of(BY_ID['everywhere.quit'])[0])} quits; nothing is selected to be copied.")

    def leave(self) -> None:
        """Quit when every dialog and every screen agrees: one with unsaved words asks about them."""
        if not self._is_leaving and all(dialog.may_leave() for dialog in self._dialogs()):
            self._is_leaving = True
            self._ask_and_end()

    @work(group="leaving")
    async def _ask_and_end(self) -> None:
        try:
            for screen in self.screens():
                if not await screen.may_leave():
                    return
            self._end(0)
        finally:
            self._is_leaving = False

    def leave_at_once(self, code: int) -> None:
        """The terminal is closed or the machine goes down: keep every word, ask nothing."""
        for screen in self.screens():
            screen.keep_words()
        self._end(code)

    def _fatal_error(self) -> None:
        """A defect ends the program; what was typed is kept as if the terminal had been closed."""
        super()._fatal_error()
        for screen in self.screens():
            screen.keep_words()
        for dialog in self._dialogs():
            dialog.keep_words()

    def _dialogs(self) -> tuple[Dialog[object], ...]:
        """Those that are open, over all screens."""
        stacked = (screen for stack in self._screen_stacks.values() for screen in stack)
        return tuple(screen for screen in stacked if isinstance(screen, Dialog))

    def keep_bookmark(self) -> "Future[None] | None":
        """Remember where the drafter is, for the next start."""
        if self.dossier is None:
            return None
        from zerodraft.formats.bookmark import Bookmark

        slug = self.dossier.slug
        line, column = self.left_at.get(slug, (0, 0))
        bookmark = Bookmark(slug=slug, title=self.dossier.title, screen=self.worked_at, line=line, column=column)
        for screen in self.screens():
            bookmark = screen.bookmarked(bookmark)
        return self.clerk.send(lambda desk: _keep(desk, bookmark), urgent=True)

    def _end(self, code: int) -> None:
        for dialog in self._dialogs():
            dialog.keep_words()
        self.keep_bookmark()
        self.exit(code, return_code=code)
        # What is still awaited would be shown on screens that are taken down. The clerk finishes the acts.
        self.workers.cancel_all()


def _words(place: Path, slug: str) -> str | None:
    from zerodraft.desk import first_look

    return first_look.text(place, slug)


def _keep(desk: "Desk", bookmark: "Bookmark") -> None:
    last = desk.log(limit=1)
    desk.keep_bookmark(replace(bookmark, seen=last[0].commit if last else ""))
