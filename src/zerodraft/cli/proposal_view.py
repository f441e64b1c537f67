"""One proposal in full: as it would stand, its changes, other words for it, who stands where, what was decided."""

from collections.abc import Iterator, Sequence

from zerodraft.cli import voice
from zerodraft.cli.inking import marked
from zerodraft.cli.proposal_list import about, but, changed_words, headline, shortened, who_said
from zerodraft.cli.thread_view import day
from zerodraft.cli.typeset import Ink, Line, hung, ink, length, padded
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.collisions import Relation, relation
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.desk.as_proposed import redline_of
from zerodraft.desk.deciding import DEEDS
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.proposal_words import names
from zerodraft.desk.standpoints import against_their_group, standpoints
from zerodraft.export.passages import Departure, laid_out
from zerodraft.export.shown_words import sides

_INDENT: Line = (Ink("  "),)
_DEEPER: Line = (Ink("    "),)
_MOST_MOVED = 12  # words that tell which paragraph it is


def proposal_lines(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """All of it, a part after the other, those left out of which there is nothing to say."""
    proposal = tabled.proposal
    yield from headline(dossier, tabled, width)
    yield from hung(_INDENT, ink(f"{about(dossier, tabled)} · {proposal.id}", voice.QUIET), width)
    if proposal.reason:
        yield from hung((Ink("  Reason: "),), ink(proposal.reason), width, _INDENT)
    parts = (
        ("As it would stand", _stands(dossier, tabled, width)),
        ("What it changes of the text that was read", _changes(tabled, width)),
        ("Other words for it", _answers(dossier, tabled, width)),
        ("On the same words", _meeting(dossier, tabled, width)),
        ("Who stands where", _voices(dossier, tabled, width)),
        ("Decisions", _decisions(dossier, tabled, width)),
    )
    for title, lines in parts:
        shown = tuple(lines)
        if shown:
            yield ()
            yield from hung(_INDENT, ink(title, voice.BOLD), width)
            yield from shown


def _stands(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """The redline against the text of today; of what is decided, or in the text already, none."""
    if not tabled.is_open or tabled.outcome in (Outcome.DETACHED, Outcome.ALREADY_IN):
        return
    sheet = redline_of(dossier, tabled)
    places = [place for place in laid_out(sheet) if not isinstance(place, Departure)]
    passages = [passage for place in places for passage in place]
    gutter = max((len(passage.number.cite) for passage in passages), default=0) + 2
    for passage in passages:
        words = tuple(marked(passage.words, sides(sheet), plain=not voice.pen().colour))
        yield from hung((*_DEEPER, *padded(ink(passage.number.cite, voice.QUIET), gutter)), words, width)


def _changes(tabled: Tabled, width: int) -> Iterator[Line]:
    """Each with the number by which it can be accepted alone; ✓ what was."""
    gutter = len(str(len(tabled.changes))) + 2
    for change in tabled.changes:
        accepted = change.number in tabled.standing.changes
        sign = Ink("  ✓ " if accepted else "    ")
        yield from hung((sign, *padded(ink(str(change.number)), gutter)), tuple(_changed(change)), width)


def _changed(change: Change) -> Iterator[Ink]:
    if change.is_move:
        yield from ink(f"moves “{shortened(change.before, _MOST_MOVED)}”")
    else:
        yield from changed_words(change, plain=not voice.pen().colour)


def _answers(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """Its sub-amendments, each in a line."""
    for each in dossier.tabled.values():
        if each.proposal.answers == tabled.proposal.id:
            named = ink(f"{each.proposal.number}  ", voice.BOLD)
            told = ink(f"{dossier.name_of(each.proposal.delegation)}: {about(dossier, each)}")
            yield from hung(_DEEPER, (*named, *told), width, (*_DEEPER, Ink("  ")))


def _meeting(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """Other open proposals for its paragraphs, and what they are to it."""
    if not tabled.is_open:
        return
    for each in dossier.tabled.values():
        is_family = each.proposal.answers == tabled.proposal.id or tabled.proposal.answers == each.proposal.id
        found = None if each is tabled or is_family or not each.is_open else relation(dossier.draft, tabled, each)
        if found:
            named = ink(f"{each.proposal.number}  ", voice.BOLD)
            yield from hung(_DEEPER, (*named, *ink(f"{names(dossier, each)}: {_IS[found]}")), width)


_IS = {
    Relation.IDENTICAL: "says the same",
    Relation.CONTAINED: "says all of it, and more",
    Relation.CONTAINS: "is part of it",
    Relation.COMPLEMENTARY: "can be merged with it",
    Relation.CONTRADICTORY: "contradicts it",
}


def _voices(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """Those that propose it, then each position in the order of the stands, with its words."""
    proposing = ", ".join(
        dossier.name_of(code) + but(dossier, against_their_group(dossier, tabled, code))
        for code in tabled.proposal.delegations
    )
    said = standpoints(dossier, tabled)
    rows = [(each.position.stand.value, who_said(dossier, each), each.position.body) for each in said]
    if rows:
        yield from _rows([("proposed by", proposing, ""), *rows], width)


def _rows(rows: Sequence[tuple[str, str, str]], width: int) -> Iterator[Line]:
    gutter = max(length(ink(label)) for label, _, _ in rows) + 2
    before = ""
    for label, who, body in rows:
        head = padded(ink("" if label == before else label, voice.QUIET), gutter)
        words = f": {body}" if body else ""
        yield from hung((*_DEEPER, *head), (*ink(who), *ink(words)), width)
        before = label


def _decisions(dossier: Dossier, tabled: Tabled, width: int) -> Iterator[Line]:
    """Oldest first: when, what, by whom, why."""
    for each in tabled.standing.decisions:
        told = ink(f"{decided(dossier, each)} · {dossier.name_of(each.decided_by)}")
        when = ink(f"{day(each.date)} · ", voice.QUIET)
        why = ink(f": {each.body}") if each.body else ()
        yield from hung(_DEEPER, (*when, *told, *why), width, (*_DEEPER, Ink("  ")))
    if tabled.standing.is_settled:
        yield from hung(_DEEPER, ink(f"its bracket is settled: {tabled.standing.status}"), width)


def decided(dossier: Dossier, decision: Decision) -> str:
    """“accepted in part, change 1”, “overtaken by AUS-2”."""
    changes = f", change {', '.join(map(str, decision.changes))}" if decision.changes else ""
    instead = dossier.tabled.get(decision.instead)
    by = f" by {instead.proposal.number}" if instead else ""
    return f"{DEEDS[decision.verdict]}{changes}{by}"
