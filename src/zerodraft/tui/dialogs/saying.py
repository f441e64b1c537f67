"""What a comment and a reply have in common: who speaks, the words, and that none of them is lost."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast
from unicodedata import normalize

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.errors import Refusal
from zerodraft.tui.comments import speakers
from zerodraft.tui.comments.keeping import Keeping, Spot
from zerodraft.tui.dialogs.dialog import Answer, Dialog
from zerodraft.tui.editor.area import DraftArea
from zerodraft.tui.editor.messages import Copied, Edited
from zerodraft.tui.plain import plain
from zerodraft.tui.widgets.completion import Completion
from zerodraft.tui.widgets.key_bar import KeyBar, KeyHint

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.house import House

_PAUSE = 0.3  # seconds without a key until the words lie on the disk
_AGAIN = "These words were typed here before, and not recorded."
_ELSEWHERE = "These words were typed when something else stood here; they were not recorded."
RECORD, CLOSE = KeyHint("record", "ctrl+s", "record"), KeyHint("close", "esc", "close, the words wait")


class WordsArea(DraftArea):
    """The words that are said, over as many lines as they take."""

    HAS_GUTTER: ClassVar[bool] = False


class Saying(Dialog[Answer]):
    """Closed with words in it, it keeps them for the next time it is opened for the same place."""

    DEFAULT_CSS = """
    Saying > Vertical { width: 80; overflow-y: auto; }
    Saying .about { max-height: 4; }
    Saying .field { height: 1; }
    Saying .field Static { width: 11; text-style: bold; }
    Saying .field Input { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    Saying .field Input:focus { border: none; background: $primary 25%; }
    Saying .field OneOf { width: 1fr; }
    Saying .said { height: 1; text-style: bold; }
    Saying WordsArea { height: 8; background: $panel; }
    Saying WordsArea:focus { background: $panel; }
    Saying .note { height: auto; max-height: 4; color: $text-muted; }
    Saying .note.-wrong { color: $text-error; text-style: bold; }
    Saying .keys { display: none; }
    Saying KeyBar { background: $surface; }
    Saying.-flat > Vertical { border: none; }
    Saying.-flat WordsArea { height: 3; }
    Saying.-flat .about, Saying.-flat .said { display: none; }
    """
    SAID: ClassVar[str] = "The words"
    KEYS: ClassVar[tuple[KeyHint, ...]] = (RECORD, CLOSE)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "record", "Record", show=False, priority=True)]

    def __init__(self, dossier: "Dossier", title: str, about: str, spot: Spot) -> None:
        super().__init__(title, about)
        self.dossier = dossier
        self._spot = spot
        self.keeping: Keeping | None = None
        self.brought = ""
        """Words that stand there at the beginning, behind those that waited."""

    @property
    def house(self) -> "House":
        return cast("House", self.app)

    # --- the fields --------------------------------------------------------------------------

    def compose_answer(self) -> Iterable[Widget]:
        yield from self.compose_fields()
        yield Static(plain(self.SAID), classes="said")
        yield WordsArea(id="words")
        yield Static(plain(""), classes="note")
        yield KeyBar()

    def compose_fields(self) -> Iterable[Widget]:
        """What stands above the words."""
        return ()

    def who_field(self, who: str = "") -> Widget:
        completion = Completion(lambda begun: speakers.completed(self.dossier, begun))
        return field("Who", Input(who, id="who", suggester=completion, placeholder="JPN, Japan, ASEAN …"))

    def value(self, name: str) -> str:
        """What stands in a field of one line, as the record takes it: accents joined, no spaces around."""
        return normalize("NFC", " ".join(self.query_one(f"#{name}", Input).value.split()))

    @property
    def area(self) -> WordsArea:
        return self.query_one(WordsArea)

    @property
    def words_to_keep(self) -> str:
        """The words that would be lost; "" where nothing was typed yet."""
        return "" if self.area.source == self.brought else self.area.source

    # --- opening -----------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.query_one(KeyBar).show(self.KEYS, 0)
        for each in self.query(Input):
            each.cursor_blink = False
        if self.brought:
            self._load(self.brought)
        self.first_field.focus()
        self._pause = self.set_interval(_PAUSE, self._keep_in_pause, pause=True)
        self._take_up_words()

    @property
    def first_field(self) -> Widget:
        """Where the cursor stands at first."""
        return self.area

    @work(exclusive=True, group="words")
    async def _take_up_words(self) -> None:
        self.keeping = Keeping(self.house, self.dossier.slug, self._spot)
        waiting = await self.keeping.take()
        if waiting is not None and not self.words_to_keep.strip():
            self._load(_with(waiting.words, self.brought))
            self.note(_AGAIN if waiting.fits else _ELSEWHERE)

    def _load(self, words: str) -> None:
        self.area.load(words)
        self.area.go_to(len(words.splitlines()), 0)

    # --- telling -----------------------------------------------------------------------------

    def note(self, sentence: str, *, is_wrong: bool = False) -> None:
        told = self.query_one(".note", Static)
        told.update(plain(sentence))
        told.set_class(is_wrong, "-wrong")

    def refuse(self, sentence: str, name: str = "") -> None:
        """Say what is wrong, and go to the field."""
        self.note(sentence, is_wrong=True)
        self.query_one(".note").scroll_visible(animate=False)
        if name:
            self.query_one(f"#{name}").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.note(speakers.told(self.dossier, event.value) if event.input.id == "who" else "")

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """`jap` is Japan when nobody else begins so: the field says whom it takes. A long line shows its beginning."""
        typed = " ".join(event.value.split())
        if event.input.id == "who" and self.dossier.delegations.resolve(typed) is None:
            event.input.value = speakers.only_one(self.dossier, typed) or event.value
        event.input.cursor_position = 0

    @work(exclusive=True, group="keeping")
    async def _keep_in_pause(self) -> None:
        """The plug may be pulled. A disk that can't hold the words is told when they are recorded, or the dialog is
        closed."""
        self._pause.pause()
        if self.keeping is not None:
            with suppress(Refusal):
                await self.keeping.keep(self.words_to_keep)

    def on_edited(self, _event: Edited) -> None:
        self.note("")
        self._pause.reset()
        self.area.scroll_visible(animate=False)

    def on_copied(self, event: Copied) -> None:
        self.house.copy_to_clipboard(event.text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        act: Callable[[], object] = getattr(self, f"action_{event.action}")
        act()

    # --- the answer --------------------------------------------------------------------------

    @work(exclusive=True, group="words")
    async def action_record(self) -> None:
        """Answer, unless something is wrong; the words lie on the disk until they are recorded."""
        if wrong := self.wrong():
            self.refuse(*wrong)
            return
        try:
            await self.check()
            if self.keeping:
                await self.keeping.keep(self.words_to_keep)
        except Refusal as refusal:
            self.refuse(self.house.sentence_of(refusal))
            return
        self.dismiss(self.answer())

    def wrong(self) -> tuple[str, str] | None:
        """What is wrong with the fields, and the name of the field; None when nothing is."""
        if not self.value("who"):
            return "Who says this? A code, a name or a group: JPN, Japan, ASEAN.", "who"
        if self.dossier.delegations.resolve(self.value("who")) is None:
            return speakers.unknown(self.dossier, self.value("who")), "who"
        return None

    async def check(self) -> None:
        """Ask the desk; refused when it would not record this."""

    def answer(self) -> Answer:
        """The value for the desk."""
        raise NotImplementedError

    @property
    def speaker(self) -> str:
        """The code of whoever speaks."""
        entry = self.dossier.delegations.resolve(self.value("who"))
        return entry.code if entry else ""

    # --- closing -----------------------------------------------------------------------------

    def action_close(self) -> None:
        self.keep_and_close()

    @work(exclusive=True, group="words")
    async def keep_and_close(self) -> None:
        words = self.words_to_keep
        if self.keeping is not None:
            try:
                await self.keeping.keep(words)
            except Refusal as refusal:
                self.refuse(self.house.sentence_of(refusal))
                self.house.copy(words)
                self.keeping = None
                return
            if words.strip():
                self.house.tell("The words wait here for the next time.")
        self.dismiss(None)

    async def forget_words(self) -> None:
        """They are recorded."""
        if self.keeping is not None:
            await self.keeping.forget()

    def keep_words(self) -> None:
        """The program ends: no word may be lost."""
        if self.keeping is not None:
            self.keeping.send(self.words_to_keep)


def _with(waiting: str, brought: str) -> str:
    """Both, unless the words that were brought wait there already."""
    return waiting if brought in waiting else f"{waiting.rstrip()}\n\n{brought}"


def field(name: str, within: Widget) -> Widget:
    """A field with its name before it."""
    return Horizontal(Static(plain(name)), within, classes="field")
