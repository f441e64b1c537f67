"""Issuing a version: what is known of the text, its designation, and that an issued version never changes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.core.comparison.compare import Figures, figures
from zerodraft.desk.comparing import LAST, SAVED
from zerodraft.desk.issuing import Issue
from zerodraft.errors import Refusal
from zerodraft.tui.actions import Scope
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.plain import plain
from zerodraft.tui.versions.designations import day_named, proposals, wrong_designation, wrong_stage
from zerodraft.tui.versions.issue_survey import survey, told
from zerodraft.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.house import House

_SAVE, _READ = "save", "read"
_CONSEQUENCE = "An issued version never changes; “Undo act” in ^p takes the act back."


class IssueDialog(Dialog[Issue]):
    """Answers what is to be issued. `changed` counts what the last issued version does not have."""

    DEFAULT_CSS = """
    IssueDialog > Vertical { overflow-y: auto; scrollbar-size-vertical: 1; }
    IssueDialog .about { max-height: 12; }
    IssueDialog.-flat .about, IssueDialog.-flat Choices { display: none; }
    IssueDialog .field { height: 1; }
    IssueDialog .field Static { width: 13; text-style: bold; }
    IssueDialog .field Input { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    IssueDialog .field Input:focus { border: none; }
    IssueDialog Choices { margin: 0 0 1 14; }
    IssueDialog .consequence { height: auto; margin-top: 1; text-style: bold; }
    IssueDialog .wrong { height: auto; color: $text-error; text-style: bold; display: none; }
    IssueDialog .wrong.-told { display: block; }
    """

    def __init__(self, dossier: "Dossier", changed: Figures) -> None:
        self._dossier = dossier
        self._proposals = proposals(dossier.versions)
        sentences = told(survey(dossier, changed))
        about = "\n".join("".join(piece.text for piece in each.pieces) for each in sentences)
        super().__init__(
            f"Issue {dossier.title}", about, "enter: issue · ↑ ↓: other designations · tab: next field · esc: not now"
        )

    def compose_answer(self) -> Iterable[Widget]:
        last = self._dossier.last_issued
        yield _field("Designation", Input(self._proposals[0], id="designation", select_on_focus=True))
        yield Choices(self._proposals)
        yield _field("Stage", Input(last.stage if last else "", id="stage", placeholder="SOM, Ministers … or nothing"))
        yield _field("Date", Input("", id="day", placeholder="today; or 2021-11-16"))
        yield Static(plain(_CONSEQUENCE), classes="consequence")
        yield Static(plain(""), classes="wrong")

    def on_mount(self) -> None:
        self.query_one("#designation").focus()

    def _words(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    # --- choosing a designation ---------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        field = self.query_one("#designation", Input)
        if event.key in ("up", "down") and field.has_focus:
            event.stop()
            self._take(self.query_one(Choices).stepped(field.value, 1 if event.key == "down" else -1))

    def on_choices_taken(self, event: Choices.Taken) -> None:
        self._take(event.words)

    def _take(self, designation: str) -> None:
        field = self.query_one("#designation", Input)
        field.value = designation
        field.focus()
        field.cursor_position = len(designation)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one(".wrong").remove_class("-told")
        if event.input.id == "designation":
            self.query_one(Choices).choose(event.value)

    # --- the answer ---------------------------------------------------------------------------

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        designation, stage = self._words("designation"), self._words("stage")
        wrong = {"designation": wrong_designation(designation, self._dossier.versions), "stage": wrong_stage(stage)}
        for field, sentence in wrong.items():
            if sentence:
                self._refuse(sentence, field)
                return
        try:
            day = day_named(self._words("day"))
        except ValueError:
            self._refuse("A date is written 2021-11-16, or 16 November 2021; none is today.", "day")
            return
        self.dismiss(Issue(designation, stage, day))

    def _refuse(self, sentence: str, field: str) -> None:
        told_wrong = self.query_one(".wrong", Static)
        told_wrong.update(plain(sentence))
        told_wrong.add_class("-told")
        self.query_one(f"#{field}").focus()
        told_wrong.scroll_visible(animate=False)


def _field(name: str, field: Input) -> Widget:
    return Horizontal(Static(plain(name)), field, classes="field")


# --- from the key to the record -------------------------------------------------------------------


@runtime_checkable
class KeepsWords(Protocol):
    """A screen in which words are typed."""

    @property
    def has_unsaved_words(self) -> bool: ...

    async def save_now(self) -> bool: ...


async def issue_text(house: "House") -> bool:
    """Ask under which designation the open text is issued, and issue it; whether that was done. Runs in a worker."""
    if not await _is_saved(house) or house.dossier is None:
        return False
    dossier = house.dossier
    try:
        changed = await house.fetch("Comparing", lambda desk, _: _changed(desk, dossier))
    except Refusal as refusal:
        house.refuse(refusal)
        return False
    wanted = await house.ask_for(IssueDialog(dossier, changed))
    if wanted is None:
        return False
    return await house.act(f"Issuing {wanted.designation}", lambda desk: desk.issue(dossier, wanted)) is not None


def _changed(desk: "Desk", dossier: "Dossier") -> Figures:
    if dossier.last_issued is None:
        return Figures()
    return figures(desk.compare(dossier, LAST).comparison.changes)


async def _is_saved(house: "House") -> bool:
    """Whether nothing is unsaved; what is can be saved first, or looked at."""
    typing = house.shown(Scope.DRAFT)
    typed = isinstance(typing, KeepsWords) and typing.has_unsaved_words
    dossier = house.dossier
    if dossier is None or not (typed or dossier.unsaved):
        return dossier is not None
    answer = await house.ask_for(
        Choice(
            "Some words are not saved",
            f"A version is issued of what is recorded, and words of {dossier.title} are not.",
            (Way("s", _SAVE, "Save them now, then issue"), Way("r", _READ, "Read them first, as a redline")),
        )
    )
    if answer == _READ:
        await house.go_to(Destination("versions", old=SAVED))
    if answer != _SAVE:
        return False
    if isinstance(typing, KeepsWords):
        return await typing.save_now()
    return await house.act("Saving", lambda desk: desk.save(dossier, dossier.draft.source)) is not None
