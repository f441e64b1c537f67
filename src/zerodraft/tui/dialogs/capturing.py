"""What is said in the room, taken down while it is said: a few letters, the words, enter."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.desk.comparing import WORKING
from zerodraft.desk.proposing import Offer
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.comments.speakers import completed_as, meant, speakers, told, unknown
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.dialogs.saying import CLOSE, Saying, field
from zerodraft.tui.plain import plain
from zerodraft.tui.widgets.completion import Completion
from zerodraft.tui.widgets.key_bar import KeyHint

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_MOST_OTHERS = 3


class CaptureDialog(Saying[Offer]):
    """Answers a proposal for one paragraph of the working text: its words are there to begin with, the cursor at
    `place` in them. `recent` are codes of those who spoke here, the last one first; `begun` is a proposal that could
    not be recorded."""

    SAID = "The paragraph as it is proposed"
    KEYS: ClassVar[tuple[KeyHint, ...]] = (KeyHint("go_on", "⏎", "on, then record"), CLOSE)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go_on", "Record", show=False, priority=True)]

    def __init__(
        self, dossier: "Dossier", spot: tuple[int, int], recent: Sequence[str] = (), begun: Offer | None = None
    ) -> None:
        ordinal, self._place = spot
        self._cite = dossier.reading.numbers[ordinal].cite
        self._stands = dossier.draft.paragraphs[ordinal].text
        self._recent = tuple(recent)
        self._begun = begun
        super().__init__(
            dossier, f"Proposal for {cited(self._cite)}", "", Spot(("propose", self._cite), self._stands, ())
        )

    def compose_fields(self) -> Iterable[Widget]:
        begun = self._begun.delegations[0] if self._begun else ""
        yield field("Who", Input(begun, id="who", suggester=_completion(self.dossier, self._recent)))

    def on_mount(self) -> None:
        if self._recent:
            self.query_one("#who", Input).placeholder = f"{self.dossier.name_of(self._recent[0])}, who spoke last"
        self.area.load(self._begun.words if self._begun else self._stands, (0, self._place))
        super().on_mount()

    @property
    def first_field(self) -> Widget:
        return self.query_one("#who")

    @property
    def words_to_keep(self) -> str:
        return "" if self.area.source == self._stands else self.area.source

    @property
    def speaker(self) -> str:
        return meant(self.dossier, self.value("who"), self._recent)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.prevent_default()
        self.note(_told(self.dossier, event.value, self._recent))

    def on_input_blurred(self, event: Input.Blurred) -> None:
        event.prevent_default()
        event.input.value = self.speaker or event.value

    def action_go_on(self) -> None:
        if isinstance(self.focused, Input) and self.speaker:
            self.area.focus()
        else:
            self.action_record()

    def wrong(self) -> tuple[str, str] | None:
        if not self.speaker:
            typed = self.value("who")
            return (unknown(self.dossier, typed) if typed else "Who says this? Two letters will do."), "who"
        if self.area.source.strip() == self._stands:
            return "These are the words that stand there already.", "words"
        return None

    def answer(self) -> Offer:
        return Offer((self.speaker,), self._cite, self.area.source, on=WORKING[1])


class WhoDialog(Dialog[str]):
    """Answers the code of a delegation: two letters and enter; enter alone for who spoke last."""

    DEFAULT_CSS = """
    WhoDialog .note { height: auto; color: $text-muted; }
    """

    def __init__(self, dossier: "Dossier", title: str, about: str, recent: Sequence[str] = ()) -> None:
        super().__init__(title, about)
        self._dossier = dossier
        self._recent = tuple(recent)

    def compose_answer(self) -> Iterable[Widget]:
        last = f"{self._dossier.name_of(self._recent[0])}, who spoke last" if self._recent else "JPN, Japan, ASEAN …"
        yield Input(id="who", placeholder=last, suggester=_completion(self._dossier, self._recent))
        yield Static(plain(""), classes="note")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one(".note", Static).update(plain(_told(self._dossier, event.value, self._recent)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        code = meant(self._dossier, event.value, self._recent)
        if code:
            self.dismiss(code)
        else:
            wrong = unknown(self._dossier, event.value) if event.value.strip() else "Two letters will do."
            self.query_one(".note", Static).update(plain(wrong))


def _completion(dossier: "Dossier", recent: Sequence[str]) -> Completion:
    """The rest of the name that enter would take."""
    return Completion(lambda begun: completed_as(dossier, begun, meant(dossier, begun, recent)))


def _told(dossier: "Dossier", typed: str, recent: Sequence[str]) -> str:
    """Whom enter would take, and who else begins so."""
    code = meant(dossier, typed, recent) if typed.strip() else ""
    if not code:
        return told(dossier, typed)
    names = list(dict.fromkeys(each.name for each in speakers(dossier, typed.strip()) if each.code != code))
    others = f" · also {', '.join(names[:_MOST_OTHERS])}{' …' if len(names) > _MOST_OTHERS else ''}" if names else ""
    return f"⏎ {dossier.name_of(code)} ({code}){others}"
