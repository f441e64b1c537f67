"""Who stands where on a proposal: those that propose it, those that spoke of it, and members that differ from their
group."""

from collections.abc import Container, Sequence
from sys import maxsize
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Detached
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.review import Voice, dissenting, latest, voices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.queue import Sought
from zerodraft.desk.selection import paragraph_block


class Standpoint(NamedTuple):
    """A position that holds, and the members of the group that took it who say something else."""

    position: Position
    differing: tuple[Voice, ...]


def standpoints(dossier: Dossier, tabled: Tabled) -> tuple[Standpoint, ...]:
    """The positions that hold, by stand, then in the order in which they were taken."""
    heard = all_voices(dossier, tabled)
    held = latest(dossier.positions_on(tabled.proposal.id))
    return tuple(
        Standpoint(each, dissenting(heard, dossier.delegations, each.delegation))
        for stand in Stand
        for each in held
        if each.stand is stand
    )


def all_voices(dossier: Dossier, tabled: Tabled) -> tuple[Voice, ...]:
    """Where every delegation stands, by code; whoever proposes supports it."""
    return voices((*_proposing(tabled), *dossier.positions_on(tabled.proposal.id)), dossier.delegations)


def against_their_group(dossier: Dossier, tabled: Tabled, code: str) -> tuple[Voice, ...]:
    """The members of a proposing group that say something else than to support it."""
    return dissenting(all_voices(dossier, tabled), dossier.delegations, code)


class OnWords(NamedTuple):
    """Positions on the same words of the text: `ordinal` is the paragraph where they stand today, None where they stand
    nowhere; `cite` its number today, else as it was read; `quote` is "" for the paragraph as a whole."""

    ordinal: int | None
    cite: str
    quote: str
    positions: tuple[Position, ...]


def on_words(dossier: Dossier, sought: Sought) -> tuple[OnWords, ...]:
    """The positions that hold on words of the text, in its order, of the delegation, focus area and paragraph that are
    sought; those whose words are gone last."""
    codes = {sought.delegation, *dossier.delegations.members_of(sought.delegation)}
    found: dict[tuple[int, str, str], list[Position]] = {}
    for each in latest(dossier.positions):
        if each.anchor and (not sought.delegation or each.delegation in codes):
            place = dossier.places.get(each.anchor)
            ordinal = maxsize if place is None or isinstance(place, Detached) else place.ordinal
            cite = each.paragraph if ordinal == maxsize else dossier.reading.numbers[ordinal].cite
            found.setdefault((ordinal, cite, each.anchor.exact), []).append(each)
    wanted = _wanted(dossier, sought)
    return tuple(
        OnWords(None if ordinal == maxsize else ordinal, cite, quote, tuple(said))
        for (ordinal, cite, quote), said in sorted(found.items(), key=lambda item: item[0])
        if wanted is None or ordinal in wanted
    )


def _wanted(dossier: Dossier, sought: Sought) -> Container[int] | None:
    """The paragraphs of the area and of the number that are sought; None for all."""
    if sought.paragraph:
        return paragraph_block(dossier.draft, ordinal_of(dossier, sought.paragraph))
    area = next((each for each in dossier.draft.focus_areas if each.number == sought.area), None)
    return range(area.first, area.last) if area else None


def _proposing(tabled: Tabled) -> Sequence[Position]:
    proposal = tabled.proposal
    return [Position("", code, proposal.date, Stand.SUPPORT, proposal.id) for code in proposal.delegations]
