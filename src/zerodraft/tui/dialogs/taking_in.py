"""Taking in a file that a delegation sent: which one, in whose name, what it would bring, and the act."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.desk.taking_in import Consent
from zerodraft.errors import Refusal
from zerodraft.tui.comments import speakers
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.dialogs.saying import field
from zerodraft.tui.plain import plain
from zerodraft.tui.taking_in.files import completed_path, found_file
from zerodraft.tui.taking_in.preview_words import preview_words
from zerodraft.tui.widgets.completion import Completion
from zerodraft.tui.widgets.one_of import OneOf
from zerodraft.tui.widgets.page import Page

if TYPE_CHECKING:
    from zerodraft.desk.arriving import Delivery, Preview
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.house import House

_LAST = "as the file says, or the last issued"
_MOST_VERSIONS = 4


@dataclass(frozen=True, slots=True)
class Sent:
    """What the drafter says of a file: where it lies, who sent it, on which version."""

    path: Path
    sender: str
    on: str
    occasion: str


class TakeInForm(Dialog[Sent]):
    """Answers which file is taken in. `place` is the folder in which relative paths begin."""

    DEFAULT_CSS = """
    TakeInForm .field { height: 1; }
    TakeInForm .field Static { width: 11; text-style: bold; }
    TakeInForm .field Input { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    TakeInForm .field Input:focus { border: none; background: $primary 25%; }
    TakeInForm .field OneOf { width: 1fr; }
    TakeInForm .note { height: auto; color: $text-muted; margin-top: 1; }
    TakeInForm .note.-wrong { color: $text-error; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "read", "Read it", show=False, priority=True)]

    def __init__(self, dossier: "Dossier", place: Path) -> None:
        super().__init__(
            "Take in a file that a delegation sent",
            "Word with tracked changes, an edited copy, a table of comments, or a message with such files. First you "
            "see what would be recorded.",
            "→: take the completion · tab: next field · ctrl+s: read it · esc: close",
        )
        self._dossier = dossier
        self._place = place
        issued = {version.designation: version.name for version in reversed(dossier.versions[-_MOST_VERSIONS:])}
        self._versions = {_LAST: "", **issued}

    def compose_answer(self) -> Iterable[Widget]:
        path = Completion(lambda begun: completed_path(self._place, begun))
        yield field("File", Input("", id="file", suggester=path, placeholder="input/finland.docx"))
        who = Completion(lambda begun: speakers.completed(self._dossier, begun))
        yield field("Sent by", Input("", id="who", suggester=who, placeholder="JPN, Japan, ASEAN …"))
        yield field("Answers", OneOf(tuple(self._versions), id="version"))
        yield field("Occasion", Input("", id="occasion", placeholder="a panel, a letter; or nothing"))
        yield Static(plain(""), classes="note")

    def on_mount(self) -> None:
        self.query_one("#file").focus()

    def _value(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    def _note(self, sentence: str, *, is_wrong: bool = False) -> None:
        note = self.query_one(".note", Static)
        note.update(plain(sentence))
        note.set_class(is_wrong, "-wrong")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._note(speakers.told(self._dossier, event.value) if event.input.id == "who" else "")

    def on_input_blurred(self, event: Input.Blurred) -> None:
        typed = " ".join(event.value.split())
        if event.input.id == "who" and self._dossier.delegations.resolve(typed) is None:
            event.input.value = speakers.only_one(self._dossier, typed) or event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "occasion":
            self.action_read()
        else:
            self.focus_next()

    def action_read(self) -> None:
        """Answer, unless something is wrong."""
        path = found_file(self._place, self.query_one("#file", Input).value.strip())
        if path is None:
            self._note("There is no such file.", is_wrong=True)
            self.query_one("#file").focus()
            return
        entry = self._dossier.delegations.resolve(self._value("who"))
        if entry is None:
            self._note(speakers.unknown(self._dossier, self._value("who")), is_wrong=True)
            self.query_one("#who").focus()
            return
        on = self._versions[self.query_one("#version", OneOf).chosen]
        self.dismiss(Sent(path, entry.code, on, self._value("occasion")))


class PreviewDialog(Dialog[Consent]):
    """Shows what a file would bring; answers whether it is recorded, and what of it."""

    DEFAULT_CSS = """
    PreviewDialog > Vertical { width: 110; height: 96%; }
    PreviewDialog Page { height: 1fr; }
    PreviewDialog .doubt { height: auto; color: $text-warning; text-style: bold; display: none; }
    PreviewDialog .doubt.-told { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,enter", "record", "Record", show=False),
        Binding("d", "doubt", "Doubtful ones too", show=False),
        Binding("k", "keep", "Keep the file", show=False),
    ]

    def __init__(self, dossier: "Dossier", preview: "Preview") -> None:
        super().__init__(
            f"{preview.arrived.name} would bring this",
            keys="↑ ↓: read · enter or ctrl+s: record all of it · k: keep the file too · esc: not now",
        )
        self._dossier = dossier
        self._preview = preview
        self._in_doubt = sum(bool(each.doubt) for each in preview.arrived.received.proposals)
        self._takes_doubtful = False
        self._keeps = False

    def compose_answer(self) -> Iterable[Widget]:
        yield Page(id="preview")
        yield Static(plain(""), classes="doubt")

    def on_mount(self) -> None:
        page = self.query_one(Page)
        page.show(preview_words(self._dossier, self._preview))
        page.focus()
        self._tell()

    def _tell(self) -> None:
        told = []
        if self._in_doubt:
            how = "as proposals" if self._takes_doubtful else "among the comments, as not placed"
            told.append(f"d: {self._in_doubt} in doubt are recorded {how}.")
        if self._keeps:
            told.append("The file itself is kept.")
        note = self.query_one(".doubt", Static)
        note.update(plain(" ".join(told)))
        note.set_class(bool(told), "-told")

    def action_doubt(self) -> None:
        self._takes_doubtful = not self._takes_doubtful
        self._tell()

    def action_keep(self) -> None:
        self._keeps = not self._keeps
        self._tell()

    def action_record(self) -> None:

        self.dismiss(Consent(self._takes_doubtful, self._keeps))


# --- from the key to the record -------------------------------------------------------------------


async def take_in_file(house: "House") -> bool:
    """Ask for a file, show what it would bring, and record it; whether that was done. Runs in a worker."""
    dossier = house.dossier
    if dossier is None:
        return False
    sent = await house.ask_for(TakeInForm(dossier, Path.cwd()))
    if sent is None:
        return False
    try:
        preview = await _looked_into(house, dossier, sent)
    except Refusal as refusal:
        house.refuse(refusal)
        return False
    if preview is None:
        return False
    consent = await house.ask_for(PreviewDialog(dossier, preview))
    if consent is None:
        return False
    act = await house.act(
        f"Taking in {preview.arrived.name}",
        lambda desk: desk.take_in(dossier, preview, consent, anyway=True),
    )
    return act is not None


async def _looked_into(house: "House", dossier: "Dossier", sent: Sent) -> "Preview | None":
    """What the file says, after everybody in it is known; None when the drafter gave up."""
    from zerodraft.desk.arriving import Delivery

    content = await house.fetch("Reading the file", lambda desk, _: desk.bytes_of(sent.path))
    delivery = Delivery(sent.path.name, content, sent.sender, sent.on, {}, sent.occasion)
    preview = await _read(house, dossier, delivery)
    while preview.unknown:
        asked = await _asked(house, dossier, delivery, preview)
        if asked is None:
            return None
        delivery = asked
        preview = await _read(house, dossier, delivery)
    return preview


async def _read(house: "House", dossier: "Dossier", delivery: "Delivery") -> "Preview":
    return await house.fetch("Reading the file", lambda desk, _: desk.look_into(dossier, delivery))


async def _asked(house: "House", dossier: "Dossier", delivery: "Delivery", preview: "Preview") -> "Delivery | None":
    """The same with the answer for the first author of whom nobody said in whose name they write."""
    name = preview.unknown[0].name
    code = await house.ask_for(
        Prompt(
            "In whose name?",
            value=delivery.sender,
            hint=f"{name} wrote in this file. In whose name? The answer is remembered.",
            known=(*dossier.settings.participants, dossier.settings.host),
            check=lambda typed: "" if dossier.delegations.resolve(typed) else speakers.unknown(dossier, typed),
        )
    )
    return None if code is None else replace(delivery, authors={**delivery.authors, name: code})
