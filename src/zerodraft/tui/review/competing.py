"""What else is proposed for the same paragraphs."""

from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.collisions import Relation, relation
from zerodraft.core.negotiation.tabled import Tabled

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

MOST = 12
"""So many others are shown beside a proposal; whoever wants more of them steps through them."""


class Other(NamedTuple):
    """Another open proposal for the same place, and what it is to the chosen one; None where the two are about other
    words, or one of them is in the text already."""

    tabled: Tabled
    relation: Relation | None


class Crowd:
    """Who meets whom in one dossier; found out once, when somebody asks."""

    def __init__(self, dossier: "Dossier") -> None:
        self.dossier = dossier
        self._at: dict[int, list[Tabled]] | None = None
        self._rank: dict[str, int] = {}

    def others(self, tabled: Tabled) -> tuple[Tabled, ...]:
        """The other open proposals for a paragraph of this one, or for the same gap, in order of their numbers."""
        if tabled.first < 0:
            return ()
        found = {each.proposal.id: each for place in _places(tabled) for each in self._standing.get(place, ())}
        found.pop(tabled.proposal.id, None)
        return tuple(found[id_] for id_ in sorted(found, key=self._rank.__getitem__))

    def here(self, tabled: Tabled) -> tuple[str, ...]:
        """The ids of those and its own, in order of their numbers; of a decided one only the others."""
        found = [each.proposal.id for each in self.others(tabled)]
        if tabled.is_open and tabled.first >= 0:
            found.append(tabled.proposal.id)
        return tuple(sorted(found, key=self._rank.__getitem__))

    def place_told(self, tabled: Tabled) -> str:
        """“1 of 3 here”; "" where it is the only one."""
        here = self.here(tabled) if tabled.is_open else ()
        return f"{here.index(tabled.proposal.id) + 1} of {len(here)} here" if len(here) > 1 else ""

    def compared(self, tabled: Tabled, most: int = MOST) -> tuple[Other, ...]:
        """The first of the others with their relation to this one."""
        draft = self.dossier.draft
        return tuple(Other(each, relation(draft, each, tabled)) for each in self.others(tabled)[:most])

    def identical(self, tabled: Tabled) -> tuple[Tabled, ...]:
        """Those that would make the same text: they are decided together."""
        return tuple(each for each in self.others(tabled) if _makes(each) == _makes(tabled))

    @property
    def _standing(self) -> dict[int, list[Tabled]]:
        if self._at is None:
            self._at = {}
            self._rank = {id_: rank for rank, id_ in enumerate(self.dossier.tabled)}
            for each in self.dossier.tabled.values():
                if each.is_open and each.first >= 0:
                    for place in _places(each):
                        self._at.setdefault(place, []).append(each)
        return self._at


def _places(tabled: Tabled) -> range:
    """Its paragraphs; the gap before paragraph 3, into which something is put, is -4."""
    if tabled.first == tabled.last:
        return range(-tabled.first - 1, -tabled.first)
    return range(tabled.first, tabled.last)


def _makes(tabled: Tabled) -> tuple[object, ...]:
    return tabled.first, tabled.last, tabled.to, tabled.own_wording
