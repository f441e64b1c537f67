"""Delegations by paragraphs: who proposes, comments and supports what, and where."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.negotiation.review import latest
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.position import Stance
from zerodraft.desk.queue import Sought
from zerodraft.desk.row_places import RowPlaces
from zerodraft.desk.standpoints import on_words
from zerodraft.export.comments_sheet import Matrix, MatrixRow
from zerodraft.export.discussed import Discussed


class _Spoken(NamedTuple):
    """One thing said: of which paragraph (None where its words are gone), by whom, and in which words it is told."""

    ordinal: int | None
    code: str
    told: str


def matrix(places: RowPlaces, threads: Iterable[Discussed], tabled: Iterable[Tabled]) -> Matrix:
    """A row for each paragraph of which something was said, a column for each delegation that spoke."""
    spoken = [*_proposed(places, tabled), *_commented(places, threads), *_positions(places)]
    codes = places.by_name({each.code for each in spoken})
    column = {code: place for place, code in enumerate(codes)}
    cells: dict[int | None, list[list[str]]] = {}
    for each in spoken:
        row = cells.setdefault(each.ordinal, [[] for _ in codes])
        row[column[each.code]].append(each.told)
    order = sorted(cells, key=lambda ordinal: (ordinal is None, ordinal or 0))
    return Matrix(tuple(map(places.name, codes)), tuple(_row(places, ordinal, cells[ordinal]) for ordinal in order))


def _row(places: RowPlaces, ordinal: int | None, cells: Sequence[Sequence[str]]) -> MatrixRow:
    told = tuple("\n".join(dict.fromkeys(each)) for each in cells)
    if ordinal is None:
        return MatrixRow("", places.labels.not_in_force, told)
    return MatrixRow(places.area(ordinal), places.cited(ordinal, ordinal + 1), told)


def _proposed(places: RowPlaces, tabled: Iterable[Tabled]) -> Iterator[_Spoken]:
    """Proposals, and what others say of them."""
    stances = places.labels.stances
    for each in tabled:
        proposal = each.proposal
        ordinal = None
        if each.first >= 0:
            ordinal = each.first if each.first < each.last else places.before(each.first, proposal.paragraph)
        yield _Spoken(ordinal, proposal.delegation, proposal.number)
        for code in proposal.delegations[1:]:
            yield _Spoken(ordinal, code, f"{places.labels.joins} {proposal.number}")
        for position in latest(places.dossier.positions_on(proposal.id)):
            if position.delegation not in proposal.delegations:
                told = f"{stances[Stance(position.stand)]}: {proposal.number}"
                yield _Spoken(ordinal, position.delegation, told)


def _commented(places: RowPlaces, threads: Iterable[Discussed]) -> Iterator[_Spoken]:
    for thread in threads:
        for said in thread.said:
            if said.code != SECRETARIAT_CODE:
                yield _Spoken(thread.ordinal, said.code, said.id)


def _positions(places: RowPlaces) -> Iterator[_Spoken]:
    """What is said of words of the text of today."""
    dossier = places.dossier
    if places.reading.text_id == dossier.reading.text_id:
        for words in on_words(dossier, Sought()):
            for each in words.positions:
                yield _Spoken(words.ordinal, each.delegation, places.labels.stances[Stance(each.stand)])
