"""Where a delegation stands on a proposal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.positions import Opinion
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.dialogs.saying import Saying, field
from zerodraft.tui.review.telling import names_of
from zerodraft.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier


class PositionDialog(Saying[Opinion]):
    """Answers a position on one proposal; `begun` is one that could not be recorded."""

    SAID = "What was said with it; or nothing"

    def __init__(self, dossier: "Dossier", tabled: Tabled, begun: Opinion | None = None) -> None:
        number = tabled.proposal.number
        super().__init__(
            dossier, f"Position on {number}", names_of(dossier, tabled), Spot(("position", number), "", ())
        )
        self._begun = begun or Opinion("", Stand.SUPPORT, proposal=number)

    def compose_fields(self) -> Iterable[Widget]:
        yield self.who_field(self._begun.delegation)
        yield field("Stands for", OneOf(tuple(stand.value for stand in Stand), id="stand"))

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#stand", OneOf).choose(self._begun.stand.value)
        if self._begun.body:
            self.area.load(self._begun.body)

    @property
    def first_field(self) -> Widget:
        return self.query_one("#who")

    def answer(self) -> Opinion:
        stand = Stand(self.query_one("#stand", OneOf).chosen)
        return Opinion(self.speaker, stand, proposal=self._begun.proposal, body=self.area.source)
