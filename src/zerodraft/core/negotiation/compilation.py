"""The compilation text: the text as it stands with every open proposal in place, and who proposes what.

    We agree to keep [all - Australia] ports open to [small - Japan delete; Fiji retain] ships.
    [5 bis. We thank the hosts. - Viet Nam]

Whatever a bracket would not be read back from as it was meant stands in a list of its own, with its words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.negotiation.bracket_marks import OpenWords, marks, with_marks
from zerodraft.core.negotiation.placing import Placing
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.negotiation.review import Voice
from zerodraft.core.negotiation.stands import Entry
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.working_text import WorkingText, shortest
from zerodraft.core.text.splice import Span

ALREADY_IN = "The text already says this."
IN_A_TABLE = "No bracket can stand in a table."
NOT_READABLE = "Brackets around these words could not be read back."
_COMMENT_SIGNS = ("<!--", "-->")


class Unplaced(NamedTuple):
    """An open proposal that stands in no bracket. `reason` is a sentence for the drafter."""

    tabled: Tabled
    reason: str


@dataclass(frozen=True, slots=True)
class Compilation:
    """`entries` are the open proposals in their order, but for the `unplaced` ones; `open_words` all outermost
    brackets in the order of the text."""

    text: WorkingText
    entries: tuple[Entry, ...]
    open_words: tuple[OpenWords, ...]
    unplaced: tuple[Unplaced, ...]

    def inline(self, *, attributed: bool = True) -> str:
        """The whole compilation. Laws: without proposals it is the text; its names included, it is read back."""
        draft = self.text.draft
        plates = self.text.plates if attributed else None
        return with_marks(draft.source, Span(0, len(draft.source)), marks(draft.source, self.open_words, plates))


def compile_text(text: WorkingText, tabled: Iterable[Tabled], voices: Mapping[str, tuple[Voice, ...]]) -> Compilation:
    """The compilation of a text and what is open of these proposals. `voices` are where the others stand, by the id of
    the proposal."""
    placeable: list[Entry] = []
    unplaced: list[Unplaced] = []
    for each in tabled:
        if each.is_open:
            amendment, reason = _effect(text, each)
            if reason or amendment is None:
                unplaced.append(Unplaced(each, reason))
            else:
                placeable.append(Entry(each, amendment, voices.get(each.proposal.id, ())))
    found = Placing(text)
    found.place(placeable)
    entries = tuple(found.placed[each.id] for each in placeable if each.id in found.placed)
    unplaced += (Unplaced(each.tabled, NOT_READABLE) for each in found.left_out)
    return Compilation(text, entries, tuple(found.words), tuple(unplaced))


def _effect(text: WorkingText, tabled: Tabled) -> tuple[Amendment | None, str]:
    """What a proposal does to the text, or why no bracket can tell it."""
    if tabled.first < 0:
        return None, tabled.reason
    amendment = shortest(text, Amendment("", tabled.first, tabled.last, tabled.own_wording, tabled.to))
    if amendment is None:
        return None, ALREADY_IN
    first, last = amendment.first, amendment.last
    if any(sign in line for line in amendment.wording for sign in _COMMENT_SIGNS) or _is_in_comment(text, amendment):
        return None, NOT_READABLE
    stays = not amendment.wording or amendment.wording == text.texts(first, last)
    touched = (first, last - 1) if stays else range(first, last)
    return amendment, IN_A_TABLE if first < last and any(map(text.is_block, touched)) else ""


def _is_in_comment(text: WorkingText, amendment: Amendment) -> bool:
    """Whether words that it changes, or a place where it puts some, are in a comment."""
    paragraphs = text.draft.paragraphs
    spans = [each.span for each in paragraphs[amendment.first : amendment.last]]
    for place in (amendment.first, amendment.to):
        spans += [Span(each.span.end, each.span.end) for each in paragraphs[:place][-1:] if place]
    return any(each.start < span.end and span.start < each.end for span in spans for each in text.hidden)
