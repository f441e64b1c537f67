"""Rows of a redline of which most were never measured: what is seen is exact, and nothing jumps."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import redline_sheet
from tests.tui.redline.redline_app import many

from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.one_column import OneColumn
from zerodraft.tui.redline.roll import BlockRow, Roll

SHEET = many(3)
BLOCKS = len(Blocks(SHEET))
HEIGHTS = [OneColumn(Blocks(SHEET), 60, plain=False).height(index) for index in range(BLOCKS)]


def roll() -> Roll[OneColumn]:
    return Roll(OneColumn(Blocks(SHEET), 60, plain=False))


def seen(long: Roll[OneColumn], top: int, count: int) -> list[BlockRow]:
    return [long.at(row) for row in range(top, min(top + count, long.rows))]


def test_guesses_are_near() -> None:
    assert abs(roll().rows - sum(HEIGHTS)) < 0.1 * sum(HEIGHTS)


def test_when_all_is_measured_every_block_stands_where_its_rows_are() -> None:
    long = roll()
    long.measure_all()
    assert [long.top(index) for index in range(BLOCKS)] == [sum(HEIGHTS[:index]) for index in range(BLOCKS)]
    assert long.rows == sum(HEIGHTS)


@given(st.integers(0, 2000), st.integers(1, 60))
def test_what_is_settled_is_exact(top: int, count: int) -> None:
    long = roll()
    top = long.settle(top, count)
    rows = seen(long, top, count)
    assert len(rows) == min(count, long.rows)
    for before, after in pairwise(rows):
        is_last = before.part == HEIGHTS[before.block] - 1
        assert after == (BlockRow(before.block + 1, 0) if is_last else BlockRow(before.block, before.part + 1))


@given(st.integers(0, 500), st.integers(1, 60))
def test_settling_again_changes_nothing(top: int, count: int) -> None:
    long = roll()
    top = long.settle(top, count)
    state = long.state
    assert long.settle(top, count) == top
    assert long.state == state


@given(st.integers(0, BLOCKS - 1), st.integers(1, 60))
def test_around_a_block_a_window_of_rows_is_exact_on_both_sides(index: int, count: int) -> None:
    long = roll()
    long.settle_around(index, count)
    for row in range(max(0, long.top(index) - count), min(long.rows, long.bottom(index) + count)):
        block = long.at(row).block
        assert long.height(block) == HEIGHTS[block]


@settings(max_examples=30)
@given(st.integers(0, 700), st.integers(1, 40))
def test_measuring_the_rest_moves_no_word_that_is_seen(top: int, count: int) -> None:
    long = roll()
    top = long.settle(top, count)
    before = seen(long, top, count)
    state = long.state
    while not long.measure_some(500):
        assert long.state == state
    top = long.adopt(top)
    assert seen(long, top, count) == before
    assert long.rows == sum(HEIGHTS)


def test_a_redline_without_blocks_has_no_rows() -> None:
    empty = Roll(OneColumn(Blocks(redline_sheet("", "")), 60, plain=False))
    assert (empty.rows, empty.settle(5, 10), empty.measure_some(10), empty.adopt(3)) == (0, 0, True, 0)
