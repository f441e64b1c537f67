"""What the drafter is told: for some seconds over the screen, and for the session among the messages."""

from datetime import datetime
from typing import Literal, NamedTuple

from zerodraft.errors import Refusal
from zerodraft.tui.plain import plain
from zerodraft.tui.sending import Sending

Severity = Literal["information", "warning", "error"]


class Told(NamedTuple):
    """What the drafter was told."""

    moment: datetime
    sentence: str
    severity: Severity


class Telling(Sending):
    """The part of the application that speaks."""

    told: list[Told]

    def note(self, sentence: str, severity: Severity = "information") -> None:
        """Put something among the messages alone."""
        self.told.append(Told(datetime.now().astimezone(), sentence, severity))

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Tell the drafter something, for some seconds; it can be read again among the messages."""
        self.note(sentence, severity)
        self.notify(plain(sentence).plain, severity=severity, markup=False, timeout=8 if severity == "error" else 5)

    def refuse(self, refusal: Refusal) -> None:
        """Say what could not be done, and the next step."""
        self.tell(f"{refusal.message} {refusal.hint}".strip(), "error")
