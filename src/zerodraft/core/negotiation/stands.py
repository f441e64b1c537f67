"""Who is named at a wording: who proposes it, and where the others stand on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zerodraft.core.negotiation.claims import Claim
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.negotiation.review import Voice
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.position import Stance

_ORDER = (Stance.SUPPORT, Stance.RETAIN, Stance.DELETE, Stance.RESERVE, Stance.FLEXIBLE)
# Whoever supports that words are taken out says "delete" of the words.
_OF_DELETED_WORDS = {Stand.SUPPORT: Stance.DELETE}


@dataclass(frozen=True, slots=True)
class Entry:
    """An open proposal in a compilation. `amendment` is what it does to the working text, in its shortest form;
    `voices` are where the others stand on it. `is_numbered` says that its number is printed with its delegations."""

    tabled: Tabled
    amendment: Amendment
    voices: tuple[Voice, ...] = ()
    is_numbered: bool = False

    @property
    def id(self) -> str:
        return self.tabled.proposal.id

    @property
    def claim(self) -> Claim:
        proposal = self.tabled.proposal
        return Claim(proposal.delegations, Stance.PROPOSE, proposal.number if self.is_numbered else "")


def on_the_offer(entries: Sequence[Entry], *, replaces: bool) -> tuple[Claim, ...]:
    """The claims on a wording that these offer; who retains the text speaks of the words that it replaces."""
    said = [(voice, Stance(voice.stand)) for entry in entries for voice in entry.voices]
    return (
        *(entry.claim for entry in entries),
        *_positions(entries, (each for each in said if not (replaces and each[1] is Stance.RETAIN))),
    )


def on_the_standing(deleting: Sequence[Entry], replacing: Sequence[Entry]) -> tuple[Claim, ...]:
    """The claims on words as they stand, which some delete and others replace."""
    said = [
        (voice, _OF_DELETED_WORDS.get(voice.stand, Stance(voice.stand))) for entry in deleting for voice in entry.voices
    ]
    said += [(voice, Stance.RETAIN) for entry in replacing for voice in entry.voices if voice.stand is Stand.RETAIN]
    return (
        *(entry.claim._replace(stance=Stance.DELETE) for entry in deleting),
        *(each._replace(is_position=each.stance is Stance.DELETE) for each in _positions(deleting, said)),
    )


def _positions(entries: Sequence[Entry], said: Iterable[tuple[Voice, Stance]]) -> tuple[Claim, ...]:
    """One claim for each stance: a group where it speaks for its members, never those who propose."""
    proposing = {code for entry in entries for code in entry.tabled.proposal.delegations}
    by_stance: dict[Stance, dict[str, None]] = {}
    for voice, stance in said:
        if voice.said_by not in proposing:
            by_stance.setdefault(stance, {})[voice.said_by] = None
    return tuple(Claim(tuple(by_stance[stance]), stance) for stance in _ORDER if stance in by_stance)
