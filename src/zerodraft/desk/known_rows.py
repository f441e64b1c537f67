"""What the rows of our tables of comments may say, so that those which come home are known again."""

from collections.abc import Iterator, Mapping

from zerodraft.core.negotiation.review import latest
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.comment_rows import comment_rows
from zerodraft.desk.discussing import discussed
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.proposal_rows import proposal_rows, stand_lines
from zerodraft.desk.room import Room
from zerodraft.desk.row_places import RowPlaces
from zerodraft.export.comments_sheet import CommentRow
from zerodraft.export.workbook import shortened
from zerodraft.formats.settings import LANGUAGES
from zerodraft.intake.comment_table import CommentTable
from zerodraft.intake.returned_rows import Known, said


def known_rows(room: Room, dossier: Dossier, table: CommentTable) -> Mapping[str, Known]:
    """By number, in all languages; none for a table in which no row bears a number of ours."""
    numbers = {row.number for row in table.rows}
    if not numbers & (dossier.placed.keys() | {each.number for each in dossier.proposals}):
        return {}
    known: dict[str, Known] = {}
    for language in LANGUAGES:
        places = RowPlaces(dossier, dossier.reading, language)
        former = {each.proposal.number: each for each in dossier.tabled.values()}
        for row in _rows(room, places):
            found = _known(places, row, former.get(row.number))
            known[row.number] = _both(known[row.number], found) if row.number in known else found
    return known


def _rows(room: Room, places: RowPlaces) -> Iterator[CommentRow]:
    dossier = places.dossier
    for block in comment_rows(places, discussed(room, dossier, dossier.reading, places.language)):
        yield from block
    for block in proposal_rows(room, places, dossier.tabled.values()):
        yield from block


def _known(places: RowPlaces, row: CommentRow, tabled: Tabled | None) -> Known:
    lines = {*row.observations.split("\n"), *(f"{state}." for state in places.outcomes.values())}
    if tabled:
        lines.update(_former_stands(places, tabled))
    answers = "" if tabled else row.number
    return Known(_ways(places, row.comment), _ways(places, row.proposed), frozenset(map(said, lines)), answers)


def _ways(places: RowPlaces, words: str) -> frozenset[str]:
    """A cell as it is, and as a workbook shortens it."""
    return frozenset((said(words), said(shortened(words, places.labels.cut))))


def _former_stands(places: RowPlaces, tabled: Tabled) -> Iterator[str]:
    """Where the others stood after each position that somebody took: the table may have gone out then."""
    positions = sorted(places.dossier.positions_on(tabled.proposal.id), key=lambda each: (each.date, each.id))
    for count in range(1, len(positions) + 1):
        yield from stand_lines(places, latest(positions[:count]))


def _both(one: Known, other: Known) -> Known:
    return Known(
        frozenset(one.comments | other.comments),
        frozenset(one.proposals | other.proposals),
        frozenset(one.observations | other.observations),
        one.answers,
    )
