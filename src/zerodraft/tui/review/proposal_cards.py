"""A proposal as cards: the paragraph as it would read, whose it is, its changes, what was decided and said of it."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.collisions import Relation
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.desk.queue import area_of, place_of
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.review.competing import Other
from zerodraft.tui.review.likeness import NOTHING_ALIKE, Likeness
from zerodraft.tui.review.redlining import change_para, redline_paras
from zerodraft.tui.review.rows import MARK
from zerodraft.tui.review.telling import (
    names_of,
    outcome_told,
    place_cited,
    read_in,
    where_to,
)
from zerodraft.tui.review.voices_told import position_paras
from zerodraft.tui.when import when
from zerodraft.tui.widgets.card import Card, Para, para
from zerodraft.tui.widgets.row import Piece, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_RELATIONS = {Relation.CONTAINED: "contained in this one", Relation.CONTAINS: "contains this one"}
_BEFORE = 160  # characters of the paragraph after which something is put in


class Sight(NamedTuple):
    """How proposals are shown: `plain` puts marks around what changes, `now` is the moment from which dates are
    told, `marked` are the numbers of the changes that are chosen, `likeness` knows who says the same."""

    now: datetime
    plain: bool = False
    marked: Collection[int] = ()
    likeness: Likeness = NOTHING_ALIKE


class Told(NamedTuple):
    """A card, and what can be acted on there: a change by its number, another proposal by its id."""

    card: Card
    change: int = 0
    proposal: str = ""


HEADING_BESIDE = Told(Card(row(Piece("Competing", "accent")), ()))
"""Above them, where they stand below the chosen proposal."""


def cards_of(dossier: "Dossier", tabled: Tabled, sight: Sight) -> Iterator[Told]:
    """The chosen proposal."""
    yield Told(passage_card(dossier, tabled, sight))
    yield Told(_speaker_card(dossier, tabled, sight))
    if len(tabled.changes) > 1 or (tabled.changes and not tabled.is_open):
        for change in tabled.changes:
            yield Told(_change_card(tabled, change, sight), change=change.number)
    if tabled.standing.is_settled:
        settled = row(Piece(f"Its bracket is settled: {tabled.standing.status.value}", "strong"))
        yield Told(Card(settled, ()))
    for decision in reversed(tabled.standing.decisions):
        yield Told(_decision_card(dossier, decision, sight))
    if positions := tuple(position_paras(dossier, tabled)):
        yield Told(Card(row(Piece("Positions", "strong")), positions))


def cards_beside(dossier: "Dossier", others: Collection[Other], sight: Sight) -> Iterator[Told]:
    """What competes with it: each as it would have the paragraph read."""
    for other in others:
        yield Told(_other_card(dossier, other, sight), proposal=other.tabled.proposal.id)


def more_beside(count: int) -> Iterator[Told]:
    """Those for which no card is made."""
    if count > 0:
        yield Told(Card(None, (para(Piece(f"… and {count} more: ] steps through them.", "quiet")),)))


# --- the words -----------------------------------------------------------------------------------


def passage_card(dossier: "Dossier", tabled: Tabled, sight: Sight) -> Card:
    """The paragraph of today with the proposal in it; of a decided one as it reads today."""
    area = area_of(dossier, tabled)
    where = Piece(f" · focus area {area}", "quiet") if area else ""
    head = row(Piece(place_cited(dossier, tabled), "number"), where)
    return Card(head, (*_warning(tabled), *_words(dossier, tabled, sight)))


def _warning(tabled: Tabled) -> Iterator[Para]:
    told = outcome_told(tabled)
    if told.text:
        reason = f": {tabled.reason}" if tabled.reason else ""
        yield para(Piece(f"{told.text}{reason}", told.style))


def _words(dossier: "Dossier", tabled: Tabled, sight: Sight) -> Iterator[Para]:
    if tabled.first < 0:
        yield from (para(Piece(words, "inserted")) for words in tabled.proposal.amendment.wording)
        return
    if not tabled.is_open:
        today = dossier.draft.paragraphs[tabled.first : tabled.last]
        yield from (para(each.text) for each in today)
        return
    if (ordinal := place_of(tabled)) is not None and tabled.first == tabled.last:
        before = dossier.draft.paragraphs[ordinal].text
        yield para(Piece(f"{'… ' if len(before) > _BEFORE else ''}{before[-_BEFORE:]}", "quiet"))
    if where := where_to(dossier, tabled):
        yield para(Piece(f"would stand {where}", "strong"))
    yield from redline_paras(dossier, tabled, plain=sight.plain)


# --- whose, and why ------------------------------------------------------------------------------


def _speaker_card(dossier: "Dossier", tabled: Tabled, sight: Sight) -> Card:
    proposal = tabled.proposal
    head = row(
        Piece(proposal.number, "strong"),
        f" · {names_of(dossier, tabled)}",
        tail=(Piece(when(proposal.date, sight.now), "quiet"),),
    )
    above = dossier.tabled.get(proposal.answers)
    amends = f"amends {above.proposal.number}" if above else ""
    was = cited(proposal.paragraph) if _cite_now(dossier, tabled) != proposal.paragraph else ""
    read = f"on {was + ' of ' if was else ''}{read_in(dossier, tabled)}"
    about = " · ".join(filter(None, (amends, read, proposal.occasion, proposal.id)))
    reason = (para(Piece("“", "quiet"), proposal.reason, Piece("”", "quiet")),) if proposal.reason else ()
    return Card(head, (para(Piece(about, "quiet")), *reason, *sight.likeness.paras(tabled)))


def _cite_now(dossier: "Dossier", tabled: Tabled) -> str:
    ordinal = place_of(tabled)
    return "" if ordinal is None else dossier.reading.numbers[ordinal].cite


# --- its changes, what was decided ---------------------------------------------------------------


def _change_card(tabled: Tabled, change: Change, sight: Sight) -> Card:
    is_taken = change.number in tabled.standing.changes
    is_marked = change.number in sight.marked
    mark = Piece(f"{MARK} ", "accent") if is_marked else ""
    tail = (Piece("✓ accepted", "good"),) if is_taken else ()
    head = row(mark, Piece(f"Change {change.number}", "strong"), f" of {len(tabled.changes)}", tail=tail)
    return Card(head, (change_para(change, plain=sight.plain),))


def _decision_card(dossier: "Dossier", decision: Decision, sight: Sight) -> Card:
    changes = f": change {', '.join(map(str, decision.changes))}" if decision.changes else ""
    instead = dossier.tabled.get(decision.instead)
    by = f" by {instead.proposal.number}" if instead else ""
    told = Piece(f"Decided: {decision.verdict.value}{changes}{by}", "strong")
    who = Piece(f" · {dossier.name_of(decision.decided_by)}", "quiet")
    body = (para(decision.body),) if decision.body else ()
    return Card(row(told, who, tail=(Piece(when(decision.date, sight.now), "quiet"),)), body)


# --- beside it -----------------------------------------------------------------------------------


def _other_card(dossier: "Dossier", other: Other, sight: Sight) -> Card:
    tabled = other.tabled
    number = Piece(tabled.proposal.number, "strong")
    tail = (Piece(_RELATIONS.get(other.relation, other.relation.value), "accent"),) if other.relation else ()
    head = row(number, f" · {names_of(dossier, tabled)}", tail=tail)
    reason = (para(Piece(f"“{tabled.proposal.reason}”", "quiet")),) if tabled.proposal.reason else ()
    said = (*_warning(tabled), *_said(dossier, tabled, sight))
    return Card(head, (*said, *reason, *position_paras(dossier, tabled)))


def _said(dossier: "Dossier", tabled: Tabled, sight: Sight) -> Iterator[Para]:
    if tabled.proposal.amendment.kind is Kind.DELETE:
        yield para(Piece("deletes it"))
    else:
        yield from _words(dossier, tabled, sight)
