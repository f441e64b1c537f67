"""The adoption of the open text: the gate first, then how, where and when, and what was put on record."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.core.negotiation.adoption import Manner
from zerodraft.desk.adopting import ADOPTED_TEXT, Adoption
from zerodraft.errors import Refusal
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.dialogs.gate import GateDialog
from zerodraft.tui.dialogs.saying import field
from zerodraft.tui.outgoing.on_record import said_in
from zerodraft.tui.plain import plain
from zerodraft.tui.versions.designations import day_named, wrong_stage
from zerodraft.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.house import House

_CONSEQUENCE = "From then on the words are frozen, and every export bears their fingerprint."


class AdoptionForm(Dialog[Adoption]):
    """Answers how a text was adopted."""

    DEFAULT_CSS = """
    AdoptionForm > Vertical { width: 80; overflow-y: auto; }
    AdoptionForm .field { height: 1; }
    AdoptionForm .field Static { width: 13; text-style: bold; }
    AdoptionForm .field Input { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    AdoptionForm .field Input:focus { border: none; background: $primary 25%; }
    AdoptionForm .field OneOf { width: 1fr; }
    AdoptionForm .record { height: auto; color: $text-muted; margin-top: 1; }
    AdoptionForm .consequence { height: auto; margin-top: 1; text-style: bold; }
    AdoptionForm .wrong { height: auto; color: $text-error; text-style: bold; display: none; }
    AdoptionForm .wrong.-told { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "adopt", "Adopt", show=False, priority=True)]

    def __init__(self, dossier: "Dossier") -> None:
        super().__init__(
            f"Adopt {dossier.title}",
            keys="tab: next field · enter in the last line: put it on record · ctrl+s: adopt · esc: not now",
        )
        self._dossier = dossier
        self._on_record: list[str] = []

    def compose_answer(self) -> Iterable[Widget]:
        settings = self._dossier.settings
        last = max(settings.dates, default=None)
        yield field("Adopted by", OneOf(tuple(manner.value for manner in Manner), id="manner"))
        yield field("Place", Input(settings.place, id="place"))
        yield field("Date", Input(last.isoformat() if last else "", id="day", placeholder="today; or 2021-11-16"))
        yield field("Designation", Input(ADOPTED_TEXT, id="designation"))
        placeholder = "reservation AUS 12: words · statement FJI: words"
        yield field("On record", Input("", id="said", placeholder=placeholder))
        yield Static(plain("Nothing is put on record yet."), classes="record")
        yield Static(plain(_CONSEQUENCE), classes="consequence")
        yield Static(plain(""), classes="wrong")

    def on_mount(self) -> None:
        self.query_one("#manner").focus()

    def _words(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.query_one(".wrong").remove_class("-told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "said" and self._words("said"):
            self._put_on_record()
        else:
            self.focus_next()

    def _put_on_record(self) -> bool:
        """Take the words of the last line; whether they could be."""
        words = self._words("said")
        if not words:
            return True
        try:
            said_in(self._dossier, words)
        except ValueError as wrong:
            self._refuse(str(wrong), "said")
            return False
        self._on_record.append(words)
        self.query_one("#said", Input).value = ""
        self.query_one(".record", Static).update(plain("\n".join(f"· {each}" for each in self._on_record)))
        return True

    def action_adopt(self) -> None:
        """Answer, unless something is wrong."""
        if not self._put_on_record():
            return
        try:
            day = day_named(self._words("day"))
        except ValueError:
            self._refuse("A date is written 2021-11-16, or 16 November 2021; none is today.", "day")
            return
        place, designation = self._words("place"), self._words("designation") or ADOPTED_TEXT
        for name, words in (("place", place), ("designation", designation)):
            if wrong := wrong_stage(words):
                self._refuse(wrong.replace("stage", name), name)
                return
        manner = Manner(self.query_one("#manner", OneOf).chosen)
        said = tuple(said_in(self._dossier, each) for each in self._on_record)
        self.dismiss(Adoption(manner, place, day, said, designation))

    def _refuse(self, sentence: str, name: str) -> None:
        told = self.query_one(".wrong", Static)
        told.update(plain(sentence))
        told.add_class("-told")
        self.query_one(f"#{name}").focus()
        told.scroll_visible(animate=False)


# --- from the key to the record -------------------------------------------------------------------


async def show_gate(house: "House", dossier: "Dossier", *, only_if_held: bool = False) -> bool:
    """Show what stands at the gate; whether nothing holds the text. Runs in a worker."""
    try:
        found = await house.fetch("Looking at the gate", lambda desk, _: desk.gate(dossier))
    except Refusal as refusal:
        house.refuse(refusal)
        return False
    is_held = any(each.stops for each in found)
    if is_held or not only_if_held:
        goal = await house.ask_for(GateDialog(f"The gate · {dossier.title}", found))
        if goal is not None:
            await house.go_to(Destination("draft", ordinal=goal.ordinal))
    return not is_held


async def adopt_text(house: "House") -> bool:
    """Ask how the open text was adopted, and record it; whether that was done. Runs in a worker."""
    dossier = house.dossier
    if dossier is None or not await show_gate(house, dossier, only_if_held=True):
        return False
    wanted = await house.ask_for(AdoptionForm(dossier))
    if wanted is None:
        return False
    return await house.act("Adopting", lambda desk: desk.adopt(dossier, wanted)) is not None
