"""What a drafter should see to in a negotiation: agreed words that don't stand, proposals without a place, numbers that
two proposals bear, files that speak of what isn't there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from sys import maxsize
from typing import NamedTuple

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.text.finding import Severity
from zerodraft.desk.agreeing import shown
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.meetings import Meetings, told
from zerodraft.formats.record import file_name
from zerodraft.store import layout


class Oversight(NamedTuple):
    """One of them, in the file at `path`; `place` is where in the text it is, None in other files."""

    path: str
    place: int | None
    severity: Severity
    code: str
    sentence: str


def oversights(dossier: Dossier, met: Meetings) -> Iterator[Oversight]:
    """All of them: agreed words first, then proposals by number, then what refers to nothing."""
    yield from _agreed(dossier)
    yield from _detached(dossier)
    yield from _numbered_twice(dossier)
    yield from _unlike(dossier, met)
    yield from _of_two_minds(dossier, met)
    yield from _dangling(dossier)


def _agreed(dossier: Dossier) -> Iterator[Oversight]:
    path = layout.text_path(dossier.slug)
    for each in sorted(dossier.agreed, key=lambda each: maxsize if each.ordinal is None else each.ordinal):
        if not each.stands:
            cite = each.decision.paragraph
            place = None if each.ordinal is None else dossier.draft.paragraphs[each.ordinal].span.start
            reads = "is gone" if place is None else f"reads otherwise now: {shown(dossier.draft, each)}"
            sentence = f"Paragraph {cite} is agreed ad referendum, and {reads}"
            way = f"zerodraft reopen {dossier.slug} {cite} --why REASON, or put the words back."
            yield Oversight(path, place, Severity.ERROR, "agreed-wording", f"{sentence.rstrip('.')}. {way}")


def _detached(dossier: Dossier) -> Iterator[Oversight]:
    for each in dossier.tabled.values():
        if each.is_open and each.outcome is Outcome.DETACHED:
            proposal = each.proposal
            sentence = f"{proposal.number} has no place in the text of today. {each.reason}"
            yield _of_proposals(dossier, (proposal.date, proposal.id), "detached-proposal", sentence)


def _numbered_twice(dossier: Dossier) -> Iterator[Oversight]:
    counts = Counter(each.number for each in dossier.proposals)
    for each in dossier.proposals:
        if counts[each.number] > 1:
            sentence = f"{counts[each.number]} proposals bear the number {each.number}; give this one another."
            found = _of_proposals(dossier, (each.date, each.id), "number-twice", sentence)
            yield found._replace(severity=Severity.ERROR)


def _unlike(dossier: Dossier, met: Meetings) -> Iterator[Oversight]:
    """Told at the last of them, which was decided otherwise than those before."""
    for cluster in met.unlike:
        decided = ", ".join(f"{each.proposal.number} was {each.standing.status}" for each in cluster.members)
        alike = "say the same" if cluster.is_identical else "say nearly the same"
        last = cluster.members[-1].proposal
        sentence = f"{decided}; they {alike}."
        yield _of_proposals(dossier, (last.date, last.id), "unlike-decisions", sentence)


def _of_two_minds(dossier: Dossier, met: Meetings) -> Iterator[Oversight]:
    for each in met.contradictions:
        sentence = told(dossier, each)
        yield Oversight(layout.folder(dossier.slug), None, Severity.WARNING, "contradictory-positions", sentence)


def _dangling(dossier: Dossier) -> Iterator[Oversight]:
    """Files that speak of a proposal that isn't there: it was moved away, or never came along."""
    for folder, file, named in _references(dossier):
        for missing in _missing(dossier, named):
            sentence = f"It speaks of the proposal {missing}, which is not there."
            yield Oversight(_path(dossier, folder, file), None, Severity.WARNING, "unknown-proposal", sentence)


def _references(dossier: Dossier) -> Iterator[tuple[str, tuple[date, str], tuple[str, ...]]]:
    """The folder, date and id of each file, and the proposals of which it speaks."""
    for proposal in dossier.proposals:
        yield layout.PROPOSALS, (proposal.date, proposal.id), (proposal.answers,)
    for position in dossier.positions:
        yield layout.POSITIONS, (position.date, position.id), (position.proposal,)
    for decision in dossier.decisions:
        yield layout.DECISIONS, (decision.date, decision.id), (*decision.proposals, decision.instead)


def _missing(dossier: Dossier, named: Iterable[str]) -> list[str]:
    return [each for each in named if each and each not in dossier.tabled]


def _of_proposals(dossier: Dossier, file: tuple[date, str], code: str, sentence: str) -> Oversight:
    return Oversight(_path(dossier, layout.PROPOSALS, file), None, Severity.WARNING, code, sentence)


def _path(dossier: Dossier, folder: str, file: tuple[date, str]) -> str:
    return f"{layout.folder(dossier.slug)}/{folder}/{file_name(*file)}"
