"""Export: which text leaves the house, in which form and file, and what the reader will see."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from zerodraft.desk.outgoing import REDLINE, Order
from zerodraft.errors import MovedOn, Refusal
from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.outgoing.lines import FILE_LINE, Line, entry_named, in_short, lines_of, rows_of, ways_of, words_of
from zerodraft.tui.outgoing.settings_list import SettingsList
from zerodraft.tui.outgoing.wish import (
    CONCORDANCE,
    WORKING,
    Setting,
    Wish,
    order_of,
    path_of,
    settings_of,
    settled,
    shown_as,
    stepped,
    with_value,
    wrong_file,
)
from zerodraft.tui.redline.view import RedlineView
from zerodraft.tui.screens.list_and_page import ListAndPage
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.versions.comparing import compared
from zerodraft.tui.versions.pair import Pair
from zerodraft.tui.widgets.page import Page
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_PAUSE = 0.08  # seconds: who steps through the values does not wait for each preview
_OVER, _ANOTHER = "over", "another"


@dataclass(frozen=True, slots=True)
class Written:
    """The last file that was written."""

    path: Path
    told: str
    moment: datetime


class ExportScreen(ListAndPage):
    """What is chosen for a document stays chosen until the program ends."""

    SCOPE = Scope.EXPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._wishes: dict[str, Wish] = {}
        self._written: Written | None = None
        self._previewed: tuple[str, Order, int] | None = None

    def compose_list(self) -> ComposeResult:
        settings = SettingsList(id="settings")
        settings.add_class("first")
        yield settings

    def compose_page(self) -> ComposeResult:
        yield Page(id="text")
        redline = RedlineView(id="redline")
        redline.display = False
        yield redline

    @property
    def page(self) -> Widget:
        return self.query_one(RedlineView if self.query_one(RedlineView).display else Page)

    @property
    def settings(self) -> SettingsList:
        return self.query_one(SettingsList)

    # --- what is chosen ----------------------------------------------------------------------

    @property
    def dossier(self) -> "Dossier":
        assert self.house.dossier is not None
        return self.house.dossier

    @property
    def wish(self) -> Wish:
        """Everything that is chosen, for the document that is open."""
        return settled(self.dossier, self._said)

    @property
    def _said(self) -> Wish:
        return self._wishes.get(self.dossier.slug, Wish())

    def say(self, setting: Setting, value: str) -> None:
        """Choose a value for one of the settings."""
        self._say(with_value(self._said, setting, value))

    def _say(self, wish: Wish) -> None:
        self._wishes[self.dossier.slug] = wish
        self.show_settings()

    @property
    def path(self) -> Path:
        return path_of(self.wish, self.house.place.absolute())

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        self.show_settings()

    def room_changed(self) -> None:
        if self.house.dossier is not None:
            self.show_settings()

    def show_settings(self) -> None:
        """All lines, and the preview of what they say."""
        self.settings.item_height = 2 if self.is_tall else 1
        lines = [*map(self._with_news, lines_of(self.dossier, self.wish, self.path, Path.home()))]
        self.settings.show(len(lines), lambda index: self._rows(lines[index]))
        self.list_panel.name_it("Export", "← → change")
        self.show_preview()
        self.show_keys()

    def _rows(self, line: Line) -> tuple[Row, ...]:
        return rows_of(line, is_tall=self.is_tall, width=self.settings.size.width - 1)

    def _with_news(self, line: Line) -> Line:
        """The line of a file that was just written says so."""
        written = self._written
        if written is None or line.name != FILE_LINE or written.path != self.path:
            return line
        return replace(line, told=f"written {written.moment:%H:%M} · {line.told}")

    # --- the preview -------------------------------------------------------------------------

    @work(exclusive=True, group="preview")
    async def show_preview(self) -> None:
        """What the file will hold; of a web page the words."""
        dossier, wish = self.dossier, self.wish
        order = order_of(replace(wish, format=shown_as(wish)))
        self._name_preview(dossier, wish)
        await asyncio.sleep(_PAUSE)
        width = self._room
        wanted = dossier.reading.text_id, order, width
        if wanted == self._previewed:
            return
        self._previewed = None
        try:
            if missing := self._missing(wish):
                self._show_words(missing)
            elif wish.form == REDLINE:
                await self._show_redline(dossier, Pair(wish.against, wish.version))
            else:
                words = await self.house.fetch("Laying out", lambda desk, _: desk.preview(dossier, order, width))
                self._show_words(words)
        except Refusal as refusal:
            self._show_words(self.house.sentence_of(refusal))
            return
        self._previewed = wanted

    @property
    def _room(self) -> int:
        """The columns of the page: beside its words stand a space and the scrollbar. While it is hidden, those that it
        will have."""
        return max((self.page_panel.content_size.width or self.size.width) - 2, 1)

    def _show_words(self, words: str) -> None:
        self.query_one(Page).show(words)
        self._turn_to(Page)

    async def _show_redline(self, dossier: "Dossier", pair: Pair) -> None:
        found = await self.house.fetch("Comparing", lambda desk, _: compared(desk, dossier, pair))
        self.query_one(RedlineView).show(found.sheet, keep_cursor=False)
        self._turn_to(RedlineView)

    def _turn_to(self, kind: type[Widget]) -> None:
        """Show one of the two pages; who reads goes on reading."""
        was_read = self.page.has_focus
        for page in (self.query_one(Page), self.query_one(RedlineView)):
            page.display = isinstance(page, kind)
        if was_read:
            self.house.go_into(self.page)

    def _name_preview(self, dossier: "Dossier", wish: Wish) -> None:
        new = entry_named(dossier, wish.version).label
        title = f"{entry_named(dossier, wish.against).label} → {new}" if wish.against else new
        kind = words_of(dossier, Setting.FORMAT, wish.format, wish)[0]
        warning = "not for circulation · " if wish.version == WORKING else ""
        self.page_panel.name_it(title, f"{warning}{kind}")

    def _missing(self, wish: Wish) -> str:
        """Why such a file can't be written; "" when it can."""
        if wish.form not in (REDLINE, CONCORDANCE) or wish.against:
            return ""
        label = entry_named(self.dossier, wish.version).label
        return f"Nothing was issued before {label} to compare it with: choose another form."

    # --- actions -----------------------------------------------------------------------------

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        if action.id == "export.write":
            return self._missing(self.wish)
        if action.id == "export.copy" and self._written is None:
            return "Nothing is written yet; w writes the file."
        return ""

    def on_settings_list_stepped(self, event: SettingsList.Stepped) -> None:
        self._say(stepped(self.dossier, self._said, self._setting, event.by))

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.do_change()

    @property
    def _setting(self) -> Setting:
        """What the chosen line sets."""
        return settings_of(self.wish)[self.settings.chosen]

    def do_change(self) -> None:
        self.change(self._setting)

    @work(group="asking")
    async def change(self, setting: Setting) -> None:
        """Ask for another value of a line."""
        value = await self._asked(setting)
        if value:
            self.say(setting, value)

    async def _asked(self, setting: Setting) -> str | None:
        if setting is Setting.FILE:
            hint = f"~ is your home; a name alone lies in {in_short(self.house.place.absolute(), Path.home())}."
            prompt = Prompt(
                "Into which file?", value=self.wish.file, hint=hint, check=lambda file: wrong_file(file, self.wish.form)
            )
            return await self.house.ask_for(prompt)
        ways = ways_of(self.dossier, self.wish, setting)
        if not ways:
            self.house.tell(f"Here is nothing to choose: {words_of(self.dossier, setting, '', self.wish)[1]}.")
            return None
        title = "Which text?" if setting is Setting.VERSION else f"Which {setting.value}?"
        return await self.house.ask_for(Choice(title, "", ways))

    def do_preview(self) -> None:
        self.read()

    def do_copy(self) -> None:
        if self._written is not None:
            self.house.copy(str(self._written.path))

    @work(group="asking")
    async def do_gate(self) -> None:
        from zerodraft.tui.dialogs.adopting import show_gate

        await show_gate(self.house, self.dossier)

    @work(group="asking")
    async def do_adopt(self) -> None:
        from zerodraft.tui.dialogs.adopting import adopt_text

        await adopt_text(self.house)

    @work(group="asking")
    async def do_verify(self) -> None:
        from zerodraft.tui.dialogs.verifying import verify_file

        await verify_file(self.house)

    @work(group="writing")
    async def do_write(self) -> None:
        """Write the file; one that is there is written over only when that was said."""
        dossier, order, path = self.dossier, order_of(self.wish), self.path
        over = False
        while (told := await self._delivered(dossier, order, path, replace=over)) is None:
            answer = await self._asked_about(path)
            if answer == _ANOTHER:
                file = await self._asked(Setting.FILE)
                if not file:
                    return
                self.say(Setting.FILE, file)
                order, path = order_of(self.wish), self.path
            elif answer != _OVER:
                return
            over = answer == _OVER
        if told:
            self._written = Written(path, told, datetime.now().astimezone())
            self.house.tell(f"{told} is written: {path}")
            self.show_settings()

    async def _delivered(self, dossier: "Dossier", order: Order, path: Path, *, replace: bool) -> str | None:
        """What was written, "" when that was refused; None when a file is in the way."""
        try:
            return await self.house.fetch(
                f"Writing {path.name}",
                lambda desk, _: desk.deliver(dossier, order, path, replace=replace),
                urgent=True,
            )
        except MovedOn:
            return None
        except Refusal as refusal:
            self.house.refuse(refusal)
            return ""

    async def _asked_about(self, path: Path) -> str | None:
        ways = (Way("w", _OVER, "Write over it"), Way("n", _ANOTHER, "Give the new file another name"))
        return await self.house.ask_for(Choice("That file exists", str(path), ways))
