"""Which proposals somebody wants to see, in the order of the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.review import Status
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.folding import folded
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.selection import paragraph_block

Check = Callable[[Tabled], bool]
OPEN = frozenset(status for status in Status if status.is_open)
"""Something of these still waits for a decision."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is left empty doesn't matter. `delegation` is a code, of a group for all its members too; `paragraph` a
    number of the working text; `on` the name of the version that was read; `words`, as `folded` gives them, must all
    stand in the proposal, its reason or the names of its delegations."""

    delegation: str = ""
    area: int | None = None
    paragraph: str = ""
    states: frozenset[Status] = frozenset()
    outcome: Outcome | None = None
    on: str = ""
    words: tuple[str, ...] = ()


def queue(dossier: Dossier, sought: Sought) -> tuple[Tabled, ...]:
    """The proposals that are sought, by where they stand now, then by number; detached ones last.

    Refused where the paragraph is not there.
    """
    checks = tuple(_checks(dossier, sought))
    found = [each for each in dossier.tabled.values() if all(check(each) for check in checks)]
    return tuple(sorted(found, key=_order))


def _order(tabled: Tabled) -> tuple[int, int]:
    """What is put in after a paragraph stands behind what is said of the paragraph itself."""
    ordinal = place_of(tabled)
    return (maxsize if ordinal is None else ordinal, tabled.first == tabled.last)


def place_of(tabled: Tabled) -> int | None:
    """The first paragraph of the working text that a proposal is about; for an insertion the one before it, for a
    detached proposal None."""
    if tabled.first < 0:
        return None
    return max(0, tabled.first - (tabled.first == tabled.last))


def area_of(dossier: Dossier, tabled: Tabled) -> int | None:
    """The number of the focus area in which a proposal stands; None outside of all, and for a detached one."""
    ordinal = place_of(tabled)
    area = dossier.draft.area_of(ordinal) if ordinal is not None else None
    return area.number if area else None


def _checks(dossier: Dossier, sought: Sought) -> Iterator[Check]:
    """One check for each thing that matters, the cheap ones first."""
    if sought.states:
        yield lambda tabled: tabled.standing.status in sought.states
    if sought.outcome is not None:
        yield lambda tabled: tabled.outcome is sought.outcome
    if sought.on:
        yield lambda tabled: tabled.proposal.on == sought.on
    if sought.area is not None:
        yield lambda tabled: area_of(dossier, tabled) == sought.area
    if sought.paragraph:
        block = paragraph_block(dossier.draft, ordinal_of(dossier, sought.paragraph))
        yield lambda tabled: _meets(tabled, block)
    if sought.delegation:
        codes = {sought.delegation, *dossier.delegations.members_of(sought.delegation)}
        yield lambda tabled: not codes.isdisjoint(tabled.proposal.delegations)
    if sought.words:
        yield lambda tabled: _has_words(dossier, tabled, sought.words)


def _meets(tabled: Tabled, block: Sequence[int]) -> bool:
    """Whether a proposal is about one of these paragraphs."""
    ordinal = place_of(tabled)
    return ordinal is not None and ordinal < block[-1] + 1 and max(tabled.last, ordinal + 1) > block[0]


def _has_words(dossier: Dossier, tabled: Tabled, words: Sequence[str]) -> bool:
    proposal = tabled.proposal
    names = (dossier.name_of(code) for code in proposal.delegations)
    said = (proposal.number, proposal.id, *proposal.delegations, *names, proposal.occasion, proposal.reason)
    changes = (each for change in tabled.changes for each in (change.before, change.after))
    text = folded("\n".join((*said, *proposal.amendment.wording, *changes)))
    return all(word in text for word in words)
