"""What settles a bracket: one of its alternatives, or other words with who agreed and why."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input

from zerodraft.core.negotiation.resolving import LIFT, OpenBracket
from zerodraft.core.negotiation.resolving import Choice as Resolution
from zerodraft.core.text.words import fold
from zerodraft.desk.resolving import BracketRow, Settlement
from zerodraft.tui.brackets.telling import NO_WORDS, held_told, place_told
from zerodraft.tui.comments import speakers
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.dialogs.saying import Saying, field

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

WORDS, LIFTED, GONE = "words", "lift", "gone"
_MOST = 9  # alternatives with a figure of their own


class SettleChoice(Choice):
    """Answers the number of an alternative, or one of `WORDS`, `LIFTED`, `GONE`."""

    def __init__(self, dossier: "Dossier", bracket: OpenBracket, option: int) -> None:
        super().__init__(
            f"Settle the bracket in {place_told(dossier, bracket)}",
            "",
            tuple(_ways(dossier, bracket)),
            chosen=max(0, option - 1),
        )


def _ways(dossier: "Dossier", bracket: OpenBracket) -> Iterator[Way]:
    if len(bracket.options) > 1:
        for option in bracket.options[:_MOST]:
            whose = held_told(dossier, option.holders)
            yield Way(
                str(option.number), str(option.number), f"{option.words or NO_WORDS}{f' · {whose}' if whose else ''}"
            )
    else:
        yield Way("l", LIFTED, "Lift the brackets: the words stay")
        yield Way("d", GONE, "Take the words out")
    yield Way("w", WORDS, "Word it otherwise; with who agreed, and why")


def resolution(answer: str) -> Resolution:
    """What an answer of `SettleChoice` means, but for `WORDS`."""
    if answer == LIFTED:
        return LIFT
    return Resolution(words="") if answer == GONE else Resolution(int(answer))


class SettleDialog(Saying[Settlement]):
    """Answers what settles a bracket. Words that are those of an alternative choose it. `begun` is one that could not
    be recorded."""

    SAID = "The words in place of the bracket"

    def __init__(self, dossier: "Dossier", row: BracketRow, option: int, begun: Settlement | None = None) -> None:
        bracket = row.bracket
        self._row = row
        self._words = bracket.options[max(0, option - 1)].words if bracket.options else ""
        self._begun = begun
        stands = fold(bracket.span.of(dossier.draft.source))
        title = f"Settle the bracket in {place_told(dossier, bracket)}"
        super().__init__(dossier, title, stands, Spot(("resolve", f"{row.cite} {bracket.number}"), stands, ()))

    def compose_fields(self) -> Iterable[Widget]:
        by, why = (", ".join(self._begun.by), self._begun.why) if self._begun else ("", "")
        yield field("Agreed by", Input(by, id="by", placeholder="JPN, Fiji …; nothing for the room"))
        yield field("Why", Input(why, id="why", placeholder="for the record; or nothing"))

    def on_mount(self) -> None:
        begun = self._begun.choice if self._begun else None
        self.area.load(begun.words if begun is not None and begun.words else self._words)
        super().on_mount()

    @property
    def words_to_keep(self) -> str:
        return "" if self.area.source == self._words else self.area.source

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(filter(None, (each.strip() for each in self.value("by").split(","))))

    def wrong(self) -> tuple[str, str] | None:
        for name in self._names:
            if self.dossier.delegations.resolve(name) is None:
                return speakers.unknown(self.dossier, name), "by"
        return None

    def answer(self) -> Settlement:
        words = fold(self.area.source)
        same = next((each.number for each in self._row.bracket.options if each.words == words and words), 0)
        is_lifted = same and len(self._row.bracket.options) == 1
        choice = LIFT if is_lifted else Resolution(same) if same else Resolution(words=words)
        found = (self.dossier.delegations.resolve(name) for name in self._names)
        by = tuple(entry.code for entry in found if entry is not None)
        return Settlement(self._row.cite, choice, self._row.bracket.number, by, self.value("why"))
