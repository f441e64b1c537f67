"""A reply: in whose name, with which words, and whether it settles the matter."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.negotiation.thread import Thread
from zerodraft.desk.remarks import Reply
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.comments.listing import numbered
from zerodraft.tui.dialogs.saying import CLOSE, RECORD, Saying, field
from zerodraft.tui.widgets.key_bar import KeyHint
from zerodraft.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_OPEN, _SETTLED = "stays open", "is settled"


class ReplyDialog(Saying[Reply]):
    """Answers a reply that the desk would record as it is: of the secretariat, unless somebody else is named. One that
    settles the matter needs no words. `begun` is a reply that could not be recorded."""

    SAID = "The answer"
    KEYS: ClassVar[tuple[KeyHint, ...]] = (RECORD, KeyHint("settle", "f6", "settle"), CLOSE)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f6", "settle", "Settle", show=False, priority=True)]

    def __init__(self, dossier: "Dossier", thread: Thread, resolves: bool = False, begun: Reply | None = None) -> None:
        root = thread.root
        spot = Spot(("reply", root.id), root.body, thread.replies)
        super().__init__(
            dossier, f"Reply to {dossier.name_of(root.delegation)} on {numbered(dossier, thread)}", root.body, spot
        )
        self._thread = thread
        self._begun = begun or Reply(SECRETARIAT_CODE, root.id, "", resolves)

    def compose_fields(self) -> Iterable[Widget]:
        yield self.who_field(self._begun.delegation)
        yield field("The matter", OneOf((_SETTLED, _OPEN) if self._begun.resolves else (_OPEN, _SETTLED), id="matter"))

    @property
    def resolves(self) -> bool:
        return self.query_one("#matter", OneOf).chosen == _SETTLED

    def action_settle(self) -> None:
        self.query_one("#matter", OneOf).action_step(1)

    def wrong(self) -> tuple[str, str] | None:
        if found := super().wrong():
            return found
        raised_by = self._thread.root.delegation
        if self.resolves and self.speaker not in (SECRETARIAT_CODE, raised_by):
            name = self.dossier.name_of(raised_by)
            return f"{name} raised this matter; only {name} or the secretariat can settle it.", "matter"
        if not self.resolves and not self.area.source.strip():
            return "There are no words to record yet; a matter can be settled without.", "words"
        return None

    def answer(self) -> Reply:
        return Reply(self.speaker, self._thread.root.id, self.area.source, self.resolves)
