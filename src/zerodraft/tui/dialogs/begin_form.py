"""The form in which a declaration begins. What was written stays until it is recorded."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from zerodraft.errors import Refusal
from zerodraft.tui.actions import BY_ID, shown_key
from zerodraft.tui.dialogs import form_words
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.home.beginning import Wanted, beginning, free_name, wrong_name
from zerodraft.tui.plain import plain

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.tui.house import House


class BeginForm(Dialog[str]):
    """A form that begins a declaration itself; answers its name. Names in `taken` are those of other declarations."""

    DEFAULT_CSS = """
    BeginForm > Vertical { overflow-y: auto; }
    BeginForm .field { height: auto; }
    BeginForm .field > Static { width: 13; text-style: bold; }
    BeginForm Input, BeginForm TextArea { border: none; width: 1fr; height: 1; padding: 0 1; background: $panel; }
    BeginForm Input:focus, BeginForm TextArea:focus { border: none; }
    BeginForm .wrong { height: auto; color: $text-error; text-style: bold; display: none; }
    BeginForm .wrong.-told { display: block; }
    BeginForm Button { margin: 1 0 0 13; }
    """
    WAY: ClassVar[str] = ""
    """What it begins from: under this name its words wait."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", "Begin it", show=False, priority=True),
        Binding("enter", "begin", "Begin it", show=False),
    ]

    def __init__(self, title: str, taken: Collection[str]) -> None:
        super().__init__(title, keys="enter or ctrl+s: begin it · tab: next field · esc: close")
        self.taken = taken
        self._proposed = ""
        self._is_busy = False
        self._was_warned = False
        self._is_thrown_away = False

    def on_mount(self) -> None:
        self._take_up_words()

    @property
    def house(self) -> "House":
        return cast("House", self.app)

    def compose_answer(self) -> Iterable[Widget]:
        yield from self.compose_fields()
        yield Static(plain(""), classes="wrong")
        yield Button(plain("Begin it"), compact=True)

    def compose_fields(self) -> Iterator[Widget]:
        """The fields, one of them with the id `name`."""
        raise NotImplementedError

    def wanted(self) -> Wanted:
        """What the fields say."""
        raise NotImplementedError

    def wrong(self) -> str:
        """What is wrong with the fields, "" when nothing is."""
        return wrong_name(self.words("name"), self.taken)

    def words(self, name: str) -> str:
        """What stands in a line, without space around it."""
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    # --- the name ----------------------------------------------------------------------------

    def propose(self, words: str) -> None:
        """A name made of these words, unless the drafter has given one."""
        field = self.query_one("#name", Input)
        if field.value == self._proposed:
            self._proposed = free_name(words, self.taken) if words.strip() else ""
            field.value = self._proposed

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "name" and event.value:
            self.tell(wrong_name(self.words("name"), self.taken))
        else:
            self.tell("")

    def tell(self, wrong: str) -> None:
        """Say what is wrong, or nothing any more."""
        self._was_warned = False
        told = self.query_one(".wrong", Static)
        told.update(plain(wrong))
        told.set_class(bool(wrong), "-told")

    # --- begin -------------------------------------------------------------------------------

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        self.action_begin()

    def on_button_pressed(self, _event: Button.Pressed) -> None:
        self.action_begin()

    @work(group="act")
    async def action_begin(self) -> None:
        """Begin the declaration, and close; where that can't be, everything stays as it was written."""
        if self._is_busy:
            return
        if wrong := self.wrong():
            self.tell(wrong)
            return
        self._is_busy = True
        wanted = self.wanted()
        try:
            found = await self.house.fetch("Reading", lambda desk, _: beginning(desk, wanted))
            done = await self.house.act(f"Beginning {wanted.slug}", lambda desk: desk.new(wanted.slug, found))
        except Refusal as refusal:
            self.tell(self.told(refusal))
            return
        finally:
            self._is_busy = False
        if done is not None:
            self.dismiss(wanted.slug)

    def told(self, refusal: Refusal) -> str:
        return self.house.sentence_of(refusal)

    def action_close(self) -> None:
        if self._may_throw_away("esc"):
            self.dismiss(None)

    def may_leave(self) -> bool:
        return self._may_throw_away(shown_key(self.house.keys_of(BY_ID["everywhere.quit"])[0]))

    def _may_throw_away(self, key: str) -> bool:
        """Words are thrown away by whoever says so twice."""
        if not self.has_words() or self._was_warned:
            self._is_thrown_away = True
            return True
        self.tell(f"{key} again throws away what is written here.")
        self._was_warned = True
        return False

    # --- words that wait ---------------------------------------------------------------------

    @work(group="words")
    async def _take_up_words(self) -> None:
        """Those that were written here when the program was told to end; from now on this form has them."""
        words = await self.house.clerk.ask(lambda desk: _taken(desk, self.WAY))
        if words and not self.has_words():
            form_words.fill(self, words)
            self.call_after_refresh(self.tell, "These words were written here before, and not recorded.")

    def keep_words(self) -> None:
        if self.has_words() and not self._is_thrown_away:
            way, words = self.WAY, form_words.written(self)
            self.house.clerk.send(lambda desk: form_words.keep(desk, way, words), urgent=True)

    def has_words(self) -> bool:
        return any(field.value and field.value != self._proposed for field in self.query(Input))


def _taken(desk: "Desk", way: str) -> str:
    words = form_words.waiting(desk, way)
    form_words.forget(desk, way)
    return words


def field(name: str, widget: Widget) -> Widget:
    """A line of the form: its name, and what is written there."""
    return Horizontal(Static(plain(name)), widget, classes="field")
