"""Numbers between two issues: each paragraph keeps the number under which it was issued."""

from collections.abc import Container, Sequence

from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.text.numbering import Number, Profile, freeze, number


def frozen_numbers(lineage: Lineage, issued: int, profile: Profile) -> tuple[Number, ...]:
    """The numbers of the last version, frozen since version `issued` of the lineage.

    Of a paragraph that was split, the first piece keeps the number and the next is its *bis*,
    whichever of them has more of its words.
    """
    given = dict(zip(lineage.identities[issued], number(lineage.versions[issued].draft), strict=True))
    origins = [_origin(lineage, identity, given) for identity in lineage.identities[-1]]
    known = {
        _first_piece(origins, ordinal): given[identity]
        for ordinal, identity in enumerate(lineage.identities[-1])
        if identity in given
    }
    gone = set(given.values()) - set(known.values())
    return freeze(lineage.versions[-1].draft, known, profile, gone)


def _origin(lineage: Lineage, identity: int, given: Container[int]) -> int | None:
    """The issued paragraph that this one is, or was split from."""
    here: int | None = identity
    while here is not None and here not in given:
        here = lineage.strands[here].parent
    return here


def _first_piece(origins: Sequence[int | None], ordinal: int) -> int:
    """The first of the pieces that stand together with this one."""
    while ordinal and origins[ordinal - 1] == origins[ordinal]:
        ordinal -= 1
    return ordinal
