"""A decision with its reason: also one that has no key of its own, such as “withdrawn”."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.deciding import Ruling
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.dialogs.saying import Saying, field
from zerodraft.tui.review.telling import names_of
from zerodraft.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_VERDICTS = {
    "accept": Verdict.ACCEPT,
    "reject": Verdict.REJECT,
    "bracket": Verdict.BRACKET,
    "withdrawn": Verdict.WITHDRAW,
    "overtaken": Verdict.OVERTAKEN,
}


class RulingDialog(Saying[Ruling]):
    """Answers a decision on some proposals; `begun` is one that could not be recorded."""

    SAID = "Why"

    def __init__(self, dossier: "Dossier", subjects: Sequence[Tabled], begun: Ruling | None = None) -> None:
        self._numbers = tuple(each.proposal.number for each in subjects)
        self._begun = begun or Ruling(Verdict.ACCEPT, self._numbers)
        named = self._numbers[0] if len(subjects) == 1 else f"{len(subjects)} proposals"
        about = ", ".join(f"{each.proposal.number} {names_of(dossier, each)}" for each in subjects)
        super().__init__(dossier, f"Decide on {named}", about, Spot(("decide", " ".join(self._numbers)), "", ()))

    def compose_fields(self) -> Iterable[Widget]:
        yield field("It is", OneOf(tuple(_VERDICTS), id="verdict"))
        yield field("By", Input(self._begun.instead, id="instead", placeholder="overtaken by AUS-3; or nothing"))

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#verdict", OneOf).choose(
            next((name for name, each in _VERDICTS.items() if each is self._begun.verdict), next(iter(_VERDICTS)))
        )
        if self._begun.why:
            self.area.load(self._begun.why)

    @property
    def first_field(self) -> Widget:
        return self.query_one("#verdict")

    @property
    def verdict(self) -> Verdict:
        return _VERDICTS[self.query_one("#verdict", OneOf).chosen]

    def wrong(self) -> tuple[str, str] | None:
        instead = self.value("instead")
        if instead and self.verdict is not Verdict.OVERTAKEN:
            return "Only what is overtaken is so by another proposal.", "instead"
        if instead and self.dossier.proposal_named(instead) is None:
            return f"There is no proposal {instead}.", "instead"
        return None

    def answer(self) -> Ruling:
        return Ruling(self.verdict, self._numbers, why=self.area.source.strip(), instead=self.value("instead"))
