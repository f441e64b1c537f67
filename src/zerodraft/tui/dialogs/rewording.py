"""The paragraph as the drafter has it read: a proposal that is edited before it is accepted, or several made one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.deciding import Ruling
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.dialogs.saying import Saying, field
from zerodraft.tui.review.telling import names_of, place_cited

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_BETWEEN = "\n\n"


class RewordDialog(Saying[Ruling]):
    """Answers a decision to accept the proposals as edited. `words` is what there is to begin with, `begun` a decision
    that could not be recorded."""

    SAID = "The paragraph as it is to read"
    DEFAULT_CSS = """
    RewordDialog.-high WordsArea { height: 12; }
    """

    def __init__(
        self, dossier: "Dossier", subjects: Sequence[Tabled], words: Sequence[str], begun: Ruling | None = None
    ) -> None:
        first = subjects[0]
        self._numbers = tuple(each.proposal.number for each in subjects)
        self._words = _BETWEEN.join(words)
        self._begun = begun
        today = _BETWEEN.join(each.text for each in dossier.draft.paragraphs[first.first : first.last])
        named = f"Accept {self._numbers[0]} as edited" if len(subjects) == 1 else f"Make {_and(self._numbers)} one"
        names = ", ".join(dict.fromkeys(names_of(dossier, each) for each in subjects))
        super().__init__(
            dossier,
            f"{named} · {place_cited(dossier, first)}",
            names,
            Spot(("reword", " ".join(self._numbers)), today, ()),
        )

    def compose_fields(self) -> Iterable[Widget]:
        why = self._begun.why if self._begun else ""
        yield field("Why", Input(why, id="why", placeholder="for the record; or nothing"))

    def on_mount(self) -> None:
        self.area.load(self._begun.words if self._begun else self._words)
        super().on_mount()

    @property
    def words_to_keep(self) -> str:
        return "" if self.area.source == self._words else self.area.source

    def wrong(self) -> tuple[str, str] | None:
        if not self.area.source.strip():
            return "There are no words; r rejects a proposal, and another one may delete the paragraph.", "words"
        return None

    def answer(self) -> Ruling:
        return Ruling(Verdict.AS_EDITED, self._numbers, words=self.area.source, why=self.value("why"))


def _and(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}"
