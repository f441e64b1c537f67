"""Where proposals meet: which collide, which say the same, which were decided in two ways, and which delegation stands
behind two that contradict each other."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Detached, Place
from zerodraft.core.negotiation.clusters import Cluster, clusters, inconsistencies
from zerodraft.core.negotiation.collisions import Collision, Relation, collisions
from zerodraft.core.negotiation.merging import merged
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.review import Standing, Status, latest
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.bracket import Alternative, brackets
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal, shortened

_FOR = (Stand.SUPPORT, Stand.RETAIN)
_OPEN = Standing(Status.OPEN, (), ())


class Contradiction(NamedTuple):
    """What a delegation asks for together with its opposite: `ways` are the numbers of two proposals, or the words of
    two alternatives in a bracket of paragraph `cite`."""

    delegation: str
    ways: tuple[str, str]
    cite: str
    is_on_words: bool


class Meetings(NamedTuple):
    """Pairs of open proposals on the same paragraphs; those that can be decided at once; those that say the same and
    were decided in two ways; delegations that want two things at once."""

    collisions: tuple[Collision, ...]
    clusters: tuple[Cluster, ...]
    unlike: tuple[Cluster, ...]
    contradictions: tuple[Contradiction, ...]


def meetings(room: Room, dossier: Dossier) -> Meetings:
    """All of them, each by its place in the text."""
    tabled = tuple(dossier.tabled.values())
    lineage = room.archive.lineage(dossier)
    found = collisions(dossier.draft, tabled)
    return Meetings(
        found,
        clusters(tabled, lineage),
        inconsistencies(tabled, lineage),
        (*_two_proposals(dossier, found), *_two_alternatives(dossier)),
    )


def of_two_minds(dossier: Dossier, code: str) -> tuple[Contradiction, ...]:
    """What one delegation asks for together with its opposite."""
    behind = [each for each in dossier.tabled.values() if each.is_open and code in _behind(dossier, each)]
    found = (*_two_proposals(dossier, collisions(dossier.draft, behind)), *_two_alternatives(dossier))
    return tuple(each for each in found if each.delegation == code)


class Likes(NamedTuple):
    """What can be decided at once, and what was decided in two ways; a screen that shows it compares no pairs."""

    clusters: tuple[Cluster, ...] = ()
    unlike: tuple[Cluster, ...] = ()


def likes(room: Room, dossier: Dossier) -> Likes:
    """Both, each by its place in the text: 0.2 s for 5,000 proposals."""
    tabled, lineage = tuple(dossier.tabled.values()), room.archive.lineage(dossier)
    return Likes(clusters(tabled, lineage), inconsistencies(tabled, lineage))


class Alike(NamedTuple):
    """A proposal that says what another one says, or nearly."""

    tabled: Tabled
    is_identical: bool


def alike(room: Room, dossier: Dossier, decided: Collection[str]) -> tuple[Alike, ...]:
    """The proposals like some that were `decided` (their ids), which are open or were decided otherwise."""
    tabled, lineage = tuple(dossier.tabled.values()), room.archive.lineage(dossier)
    opened = [each._replace(standing=_OPEN) if each.proposal.id in decided else each for each in tabled]
    found = (*clusters(opened, lineage), *inconsistencies(tabled, lineage))
    met = [each for each in found if any(one.proposal.id in decided for one in each.members)]
    return tuple(
        Alike(each, cluster.is_identical)
        for cluster in met
        for each in cluster.members
        if each.proposal.id not in decided
    )


def told(dossier: Dossier, found: Contradiction) -> str:
    """“Japan stands behind AUS-3 and KOR-2, which contradict each other.”"""
    who = dossier.name_of(found.delegation)
    if found.is_on_words:
        one, other = (f"“{shortened(each)}”" for each in found.ways)
        return f"{who} wants both {one} and {other} in the bracket of paragraph {found.cite}."
    return f"{who} stands behind {found.ways[0]} and {found.ways[1]}, which contradict each other."


def together(dossier: Dossier, one: Tabled, other: Tabled) -> Tabled | None:
    """Two proposals merged, as the first would stand with what the second one does; None where they can't be."""
    with suppress(Refusal):
        amendment = merged(dossier.draft, dossier.reading.text_id, one, other)
        return one._replace(
            first=amendment.first, last=amendment.last, wording=amendment.wording, to=amendment.to, alone=None
        )
    return None


def _two_proposals(dossier: Dossier, found: Iterable[Collision]) -> Iterator[Contradiction]:
    """Delegations that stand behind two proposals which contradict each other, each in its own name."""
    for each in found:
        if each.relation is Relation.CONTRADICTORY:
            one, other = (each.one.proposal, each.other.proposal)
            for code in _behind(dossier, each.one):
                if code in _behind(dossier, each.other):
                    yield Contradiction(code, (one.number, other.number), one.paragraph, is_on_words=False)


def _behind(dossier: Dossier, tabled: Tabled) -> Sequence[str]:
    held = latest(dossier.positions_on(tabled.proposal.id))
    flexible = {each.delegation for each in held if each.stand is Stand.FLEXIBLE}
    said = (*tabled.proposal.delegations, *(each.delegation for each in held if each.stand in _FOR))
    return [code for code in dict.fromkeys(said) if code not in flexible]


def _two_alternatives(dossier: Dossier) -> Iterator[Contradiction]:
    """Delegations that want two alternatives of one bracket."""
    wanted = [each for each in latest(dossier.positions) if each.anchor and each.stand in _FOR]
    chosen: dict[tuple[str, int, int], dict[int, str]] = {}
    for each in wanted:
        for ordinal, start, alternative in _alternatives_at(dossier, each):
            chosen.setdefault((each.delegation, ordinal, start), {})[alternative.span.start] = alternative.text
    for (code, ordinal, _), texts in chosen.items():
        if len(texts) > 1:
            one, other, *_ = (texts[start] for start in sorted(texts))
            yield Contradiction(code, (one, other), dossier.reading.numbers[ordinal].cite, is_on_words=True)


def _alternatives_at(dossier: Dossier, position: Position) -> Iterator[tuple[int, int, Alternative]]:
    """The paragraph, the beginning of the bracket in it, and the alternative in which the words of a position stand."""
    place: Place | None = dossier.places.get(position.anchor) if position.anchor else None
    if place is None or isinstance(place, Detached) or position.anchor is None or not position.anchor.exact:
        return
    begins = 0
    for bracket in brackets(dossier.draft.paragraphs[place.ordinal].text).found:
        begins = begins if bracket.stacked else bracket.span.start
        for alternative in bracket.alternatives:
            if alternative.span.start <= place.start < alternative.span.end and place.end <= bracket.span.end:
                yield place.ordinal, begins, alternative
