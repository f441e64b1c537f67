"""What the drafter is told: for some seconds over the screen, and for the session among the messages."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from zerodraft.errors import Refusal
from zerodraft.tui.actions import Action
from zerodraft.tui.hints import on_screens, sentence
from zerodraft.tui.plain import plain
from zerodraft.tui.sending import Sending

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Unreadable

_MOST_FILES = 3

Severity = Literal["information", "warning", "error"]


class Told(NamedTuple):
    """What the drafter was told."""

    moment: datetime
    sentence: str
    severity: Severity


class Telling(Sending):
    """The part of the application that speaks."""

    told: list[Told]
    _unreadable: "frozenset[Unreadable]" = frozenset()

    def note(self, sentence: str, severity: Severity = "information") -> None:
        """Put something among the messages alone."""
        self.told.append(Told(datetime.now().astimezone(), sentence, severity))

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Tell the drafter something, for some seconds; it can be read again among the messages."""
        self.note(sentence, severity)
        self.notify(plain(sentence).plain, severity=severity, markup=False, timeout=8 if severity == "error" else 5)

    def tell_unreadable(self, files: "Sequence[Unreadable]") -> None:
        """Tell of files that can't be read, and so are missing in what is shown, unless that was told before."""
        new = [each for each in files if each not in self._unreadable]
        self._unreadable = frozenset(files)
        for each in new[:_MOST_FILES]:
            self.tell(f"{each.path} can't be read: {each.sentence} {self._on_screens(each.hint)}".rstrip(), "warning")
        if len(new) > _MOST_FILES:
            self.tell(f"{len(new) - _MOST_FILES} more files can't be read.", "warning")

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, the first one is told."""
        return action.keys

    def sentence_of(self, refusal: Refusal) -> str:
        """What could not be done, and the next step on the screens."""
        return sentence(refusal, self.keys_of)

    def next_step(self, refusal: Refusal) -> str:
        """The next step alone."""
        return self._on_screens(refusal.hint)

    def _on_screens(self, hint: str) -> str:
        return on_screens(hint, self.keys_of)

    def refuse(self, refusal: Refusal) -> None:
        """Say what could not be done, and the next step."""
        self.tell(self.sentence_of(refusal), "error")
