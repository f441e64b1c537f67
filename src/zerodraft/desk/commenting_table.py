"""All that was said of a text as a table in the columns of ISO's commenting template, and who speaks where."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.text.draft import Kind
from zerodraft.desk.comment_rows import comment_rows
from zerodraft.desk.delegation_matrix import matrix
from zerodraft.desk.discussing import discussed
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.laying_out import AS_IT_IS, Look, sheet_of
from zerodraft.desk.proposal_rows import proposal_rows, tabled_on
from zerodraft.desk.room import Room
from zerodraft.desk.row_places import RowPlaces
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet
from zerodraft.export.table_labels import table_labels

_NOT_ASKED = (Kind.TITLE, Kind.HEADING)


def comments_sheet(room: Room, dossier: Dossier, reading: Reading, look: Look = AS_IT_IS) -> CommentsSheet:
    """Every comment and proposal that was made on this text or an earlier one, where it stands in it; those that stand
    nowhere come last."""
    language = look.language or dossier.settings.language
    places = RowPlaces(dossier, reading, language)
    threads = discussed(room, dossier, reading, language)
    tabled = tabled_on(room, dossier, reading)
    blocks = [*comment_rows(places, threads), *proposal_rows(room, places, tabled)]
    labels = table_labels(language)
    return CommentsSheet(
        sheet=sheet_of(room, dossier, reading, look),
        title=labels.comments,
        heads=labels.heads,
        rows=tuple(_in_order(places, blocks)),
        matrix=matrix(places, threads, tabled),
    )


def empty_form(room: Room, dossier: Dossier, reading: Reading, look: Look = AS_IT_IS) -> CommentsSheet:
    """A table for a delegation to fill in: a row for the text as a whole and one for each paragraph."""
    places = RowPlaces(dossier, reading, look.language or dossier.settings.language)
    labels = places.labels
    asked = (each.ordinal for each in reading.draft.paragraphs if each.kind not in _NOT_ASKED)
    rows = [_blank(places.area(ordinal), reading.numbers[ordinal].cite, ordinal) for ordinal in asked]
    return CommentsSheet(
        sheet=sheet_of(room, dossier, reading, look),
        title=labels.form,
        heads=labels.heads,
        rows=(_blank("", labels.general, None), *rows),
        is_form=True,
    )


def _blank(area: str, paragraph: str, ordinal: int | None) -> CommentRow:
    return CommentRow("", (), "", area, paragraph, None, "", "", "", ordinal)


def _in_order(places: RowPlaces, blocks: Iterable[Sequence[CommentRow]]) -> Iterator[CommentRow]:
    """By paragraph, then by the first delegation's name, then as they came; a block is a row and what answers it."""
    all_blocks = list(blocks)
    codes = {block[0].codes[0] for block in all_blocks if block[0].codes[0] != SECRETARIAT_CODE}
    named = (*places.by_name(codes), SECRETARIAT_CODE)
    rank = dict(zip(named, count()))
    last = len(places.reading.draft.paragraphs)

    def key(block: Sequence[CommentRow]) -> tuple[int, int]:
        first = block[0]
        return last if first.ordinal is None else first.ordinal, rank[first.codes[0]]

    for block in sorted(all_blocks, key=key):
        yield from block
