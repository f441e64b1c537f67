"""Finding one's way from any screen: help, palette, places, messages; and what is found is done."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.widget import Widget

from zerodraft.tui.actions import Action, Scope, is_typed
from zerodraft.tui.composing import Composed
from zerodraft.tui.destination import Destination
from zerodraft.tui.movements import MOVING
from zerodraft.tui.offers import Goal, Knowledge, Opening
from zerodraft.tui.repainting import repaint

if TYPE_CHECKING:
    from zerodraft.tui.house import House


class Signposts(Composed[None]):
    """A screen that knows which actions can be done on it."""

    SCOPE: ClassVar[Scope]

    @property
    def house(self) -> "House":
        return cast("House", self.app)

    def why_not(self, action: Action) -> str:
        """Why an action can't be done now, in a sentence; "" when it can."""
        raise NotImplementedError

    def action_do(self, name: str) -> None:
        """Carry out an action of the table, or say why that can't be."""
        raise NotImplementedError

    @property
    def takes_letters(self) -> bool:
        """Whether letters are words where the focus is, and no keys."""
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    @property
    def _knowledge(self) -> Knowledge:
        takes_letters = self.takes_letters
        moves = {active.binding.id for active in self.active_bindings.values()}

        def why_not(action: Action) -> str:
            if action.scope not in MOVING:
                return self.why_not(action)
            return "" if action.id in moves else "The focus is elsewhere; tab goes on."

        def keys_of(action: Action) -> tuple[str, ...]:
            keys = self.house.keys_of(action)
            if action.scope in MOVING or not takes_letters:
                return keys
            return tuple(key for key in keys if not is_typed(key))

        return Knowledge(keys_of, why_not)

    @work(exclusive=True, group="finding")
    async def do_help(self) -> None:
        from zerodraft.tui.dialogs.help import Help

        goal = await self.house.ask_for(Help(self.SCOPE, self._knowledge))
        self.pursue(goal)

    @work(exclusive=True, group="finding")
    async def do_palette(self) -> None:
        from zerodraft.tui.dialogs.palette import Palette

        goal = await self.house.ask_for(Palette(self.SCOPE, self._knowledge, self.house.dossier))
        self.pursue(goal)

    @work(exclusive=True, group="finding")
    async def do_places(self) -> None:
        from zerodraft.tui.dialogs.places import Places

        if place := await self.house.ask_for(Places(self.SCOPE)):
            self.action_do(f"everywhere.{place}")

    @work(exclusive=True, group="finding")
    async def do_jump(self) -> None:
        from zerodraft.tui.dialogs.jump import Jump, targets
        from zerodraft.tui.widgets.top_bar import TopBar

        target = await self.house.ask_for(Jump(targets(self.focus_chain, self.query_one(TopBar).columns)))
        match target.goal if target else None:
            case str() as place:
                self.action_do(f"everywhere.{place}")
            case Widget() as widget:
                widget.focus()

    @work(exclusive=True, group="finding")
    async def do_notices(self) -> None:
        from zerodraft.tui.dialogs.notices import Notices

        if sentence := await self.house.ask_for(Notices(self.house.told)):
            self.house.copy(sentence)

    @work(exclusive=True, group="finding")
    async def do_theme(self) -> None:
        from zerodraft.tui.dialogs.appearance import Appearance

        before = self.house.theme_wish
        wish = await self.house.ask_for(Appearance(before))
        if wish and wish != before:
            self.house.keep_theme(wish)
        else:
            self.house.show_theme(before)

    def do_marks(self) -> None:
        """Show changes with signs beside their style, or without again."""
        wish = not self.house.plain_marks
        self.house.keep_plain_marks(wish)
        for screen in self.house.screens():
            screen.show_plain_marks(wish)
        told = "Changes are shown as [-deleted-] and {+inserted+}." if wish else "Changes are shown by style alone."
        self.house.tell(told)

    def pursue(self, goal: Goal | None) -> None:
        """Do what was chosen in help or palette."""
        match goal:
            case Action() if goal.scope in MOVING:
                self.move(goal)
            case Action():
                self.action_do(goal.id)
            case Opening(slug):
                self.open_named(slug)
            case Destination():
                self.go_there(goal)

    @work(group="move")
    async def move(self, action: Action) -> None:
        """What a key does inside the widget that has the focus."""
        for active in self.active_bindings.values():
            if active.binding.id == action.id:
                await self.house.run_action(active.binding.action, active.node)
                return

    @work(exclusive=True, group="open")
    async def open_named(self, slug: str) -> None:
        """Open a document, unless it is open already, and go to its text."""
        dossier = self.house.dossier
        if (dossier is not None and dossier.slug == slug) or await self.house.open_declaration(slug):
            await self.house.go_to(Destination("draft"))

    @work(exclusive=True, group="open")
    async def go_there(self, destination: Destination) -> None:
        await self.house.go_to(destination)

    def do_repaint(self) -> None:
        repaint(self)
