"""Rows that are counted are the rows that are drawn: for every script, every width, one after the other."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import redline_sheet
from tests.tui.redline.redline_app import many, scripts
from tests.tui.redline.test_redline_pieces import TABLE

from zerodraft.core.comparison.changes import Op
from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.cell import Cell, Copy, Extent, Gutter, Room
from zerodraft.tui.redline.galley import Galley
from zerodraft.tui.redline.one_column import OneColumn
from zerodraft.tui.redline.pieces import NOT_A_WORD, words_of
from zerodraft.tui.redline.rows import Ink
from zerodraft.tui.redline.two_columns import TwoColumns

_STRETCHES = (
    *(
        "We agree ",
        "on ports  ",
        "a",
        " ",
        ".",
        "\n",
        "état ",
        "e\u0301le\u0300ve ",
        "x" * 70,
        "https://example.org/a-b ",
    ),
    *(
        "港口开放。",
        "「数字」",
        "ความร่วมมือ",
        "ភាសាខ្មែរ ",
        "שלום ",
        "السلام ",
        "Слово ",
        "👩\u200d👩\u200d👧",
        "❤️ ",
        "7 → 8",
    ),
)
_WORDS = st.lists(st.sampled_from(_STRETCHES), max_size=12).map("".join)
_COPIES = st.builds(
    Copy,
    number=st.sampled_from(["", "7", "1(a) → 12(b)", "PP12 → 13"]).map(lambda told: (Ink(told),) if told else ()),
    note=st.sampled_from(["", "new", "moved here from paragraph 3", "移动"]),
    words=st.lists(_WORDS.map(Ink), max_size=3).map(tuple),
    level=st.integers(0, 4),
    beside_words=st.booleans(),
)
_ROOMS = st.builds(Room, st.builds(Gutter, st.integers(0, 11), st.integers(1, 2)), st.integers(1, 90), st.just(0))


@settings(max_examples=400, deadline=None)
@given(_COPIES, st.lists(_ROOMS, min_size=1, max_size=4))
def test_one_count_of_the_cells_gives_the_rows_of_every_room(copy: Copy, rooms: list[Room]) -> None:
    extent = Extent(copy)
    for room in rooms:
        cell = Cell(copy, room)
        assert (extent.head(room), extent.rows(room)) == (len(cell.head), len(cell))


def places_seen(galley: Galley[Any], index: int) -> set[int]:
    """The places among the words of a block that its rows show; the last row parts it from the next block."""
    rows = (galley.row(index, part) for part in range(galley.height(index) - 1))
    inks = (ink for row in rows for ink in row if ink.start != NOT_A_WORD)
    return {place for ink in inks for place in range(ink.start, ink.start + len(ink.text))}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_WORDS, max_size=4), st.lists(_WORDS, max_size=4), st.lists(st.integers(5, 140), min_size=1, max_size=3)
)
@pytest.mark.parametrize("form", [OneColumn, TwoColumns])
def test_at_no_width_is_a_word_left_out(
    form: type[Galley[Any]], old: list[str], new: list[str], widths: list[int]
) -> None:
    blocks = Blocks(redline_sheet(*("# T\n\n" + "\n\n".join((*each, "End.", TABLE)) + "\n" for each in (old, new))))
    for galley in (form(blocks, width, plain=False) for width in widths):
        for index in range(len(blocks)):
            words = words_of(blocks[index].pieces)
            assert {place for place, char in enumerate(words) if char not in " \n"} <= places_seen(galley, index)


@pytest.mark.parametrize("width", [20, 40, 75, 131])
@pytest.mark.parametrize("form", [OneColumn, TwoColumns])
def test_a_width_seen_later_has_the_same_rows_as_if_it_were_the_first(form: type[Galley[Any]], width: int) -> None:
    for sheet in (many(3), scripts()):
        blocks = Blocks(sheet)
        before = form(blocks, 60, plain=False)
        heights = [before.height(index) for index in range(len(blocks))]
        later, first = form(blocks, width, plain=False), form(Blocks(sheet), width, plain=False)
        assert [later.height(index) for index in range(len(blocks))] == [
            first.height(index) for index in range(len(blocks))
        ]
        assert heights != [later.height(index) for index in range(len(blocks))]


def test_a_number_that_finds_room_in_its_gutter_takes_no_row() -> None:
    copy = Copy((Ink("12(b)"),), "", (Ink("We agree."),))
    wide, narrow = Room(Gutter(5, 1), 20), Room(Gutter(4, 1), 20)
    assert (Extent(copy).rows(wide), Extent(copy).rows(narrow)) == (1, 2)


def test_another_width_takes_less_effort_than_the_first() -> None:
    blocks = Blocks(many(3))
    first, later = OneColumn(blocks, 60, plain=False), OneColumn(blocks, 70, plain=False)
    before = [later.effort(index) for index in range(len(blocks))]
    for index in range(len(blocks)):
        first.height(index)
    assert sum(later.effort(index) for index in range(len(blocks))) < sum(before) / 4


def test_plain_marks_have_rows_of_their_own() -> None:
    old, new = "word " * 40, "other " * 40
    blocks = Blocks(redline_sheet(f"# T\n\n{old}\n", f"# T\n\n{new}\n"))
    assert any(piece.op is Op.DELETED for index in range(len(blocks)) for piece in blocks[index].pieces)
    for width in range(20, 60):
        for plain in (False, True):
            galley = OneColumn(blocks, width, plain=plain)
            last = len(blocks) - 1
            assert galley.row(last, galley.height(last) - 1) == ()
            assert galley.row(last, galley.height(last) - 2) != ()
