"""What is proposed for a paragraph, and what stands in brackets in it: cards for the margin of the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.bracket import Alternative, Bracket, Sort, brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.position import Position, Stance
from zerodraft.core.text.words import fold
from zerodraft.tui.review.telling import gist, names_of, outcome_told, status_sign
from zerodraft.tui.widgets.card import Card, para
from zerodraft.tui.widgets.row import Piece, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier


class Beside(NamedTuple):
    """A card, and what a position can be taken on there: a proposal by its number, or words of the paragraph."""

    card: Card
    proposal: str = ""
    words: str = ""

    @property
    def named(self) -> str:
        return self.proposal or f"“{self.words}”"


def proposed_as(number: str) -> Beside | None:
    """A proposal whose card is not shown yet; None for no number."""
    return Beside(Card(None, ()), proposal=number) if number else None


def words_of_it(words: str) -> Beside:
    """Words of the paragraph itself."""
    return Beside(Card(None, ()), words=words)


def open_at(tabled: Iterable[Tabled]) -> Mapping[int, Sequence[Tabled]]:
    """The open proposals by paragraph; what is put in stands with the paragraph before."""
    found: dict[int, list[Tabled]] = {}
    for each in tabled:
        if each.is_open and each.first >= 0:
            places = range(each.first, each.last) or (max(0, each.first - 1),)
            for ordinal in places:
                found.setdefault(ordinal, []).append(each)
    return found


def cards_at(dossier: "Dossier", ordinal: int, proposals: Iterable[Tabled]) -> Iterator[Beside]:
    """Proposals first, then the alternatives of each bracket."""
    for each in proposals:
        yield Beside(_proposal_card(dossier, each), proposal=each.proposal.number)
    for bracket in disputed(dossier.draft.paragraphs[ordinal].text):
        for alternative in bracket.alternatives:
            yield Beside(_alternative_card(alternative), words=alternative.text)


def _proposal_card(dossier: "Dossier", tabled: Tabled) -> Card:
    number = Piece(tabled.proposal.number, "strong")
    told = outcome_told(tabled)
    head = row(status_sign(tabled), " ", number, f" {names_of(dossier, tabled)}", tail=(told,) if told.text else ())
    return Card(head, (para(*gist(dossier, tabled)),))


def _alternative_card(alternative: Alternative) -> Card:
    said = ", ".join(_stance_told(each) for each in alternative.positions)
    words = (Piece("[ ", "quiet"), Piece(alternative.text, "disputed"))
    return Card(None, (para(*words, Piece(f" · {said}" if said else "", "quiet")),))


def _stance_told(position: Position) -> str:
    """A name alone stands for whoever proposes the words, as in print."""
    return position.name if position.stance is Stance.PROPOSE else f"{position.name} {position.stance.value}"


def disputed(text: str) -> Iterator[Bracket]:
    """The brackets of a paragraph that stand in no other."""
    return (each for each in brackets(text).found if each.depth == 1 and each.sort is Sort.DISPUTED)


def alternative_at(draft: Draft, ordinal: int, offset: int) -> str:
    """The words of the alternative in which a place of the source stands, the innermost; "" outside of brackets."""
    paragraph = draft.paragraphs[ordinal]
    before = draft.source[paragraph.body.start : max(offset, paragraph.body.start)]
    place = len(fold(f".{before}.")) - 2
    found = ""
    for bracket in brackets(paragraph.text).found:
        if bracket.sort is Sort.DISPUTED and bracket.span.start <= place < bracket.span.end:
            within = [each for each in bracket.alternatives if each.span.start <= place <= each.span.end]
            found = within[0].text if within else bracket.alternatives[0].text if bracket.alternatives else found
    return found
