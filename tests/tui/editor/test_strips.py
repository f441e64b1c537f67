"""Rows on terminals that count otherwise than this house: what stands to the right keeps its column."""

import asyncio
import re
from collections.abc import Callable, Iterator

import pytest
from tests.tui.editor.room import Room, visit
from tests.tui.editor.scripts import BURMESE, FAMILY, KHMER, THAI, VIETNAMESE
from textual.color import Color
from textual.filter import ANSIToTruecolor, DimFilter, LineFilter, Monochrome, NoColor
from textual.pilot import Pilot
from textual.strip import Strip

from zerodraft.core.text.width import cells
from zerodraft.tui.editor.strips import Sparing

_SIGN = re.compile(r"\x1b\[(\d+)([XC])|(\x1b[78])|(.)", re.DOTALL)
_JOINED = re.compile(r"[\u200d\ufe0f🏽\u1000-\u109f\u1780-\u17ff\u0b80-\u0bff]")
UNCERTAIN = (BURMESE * 3, KHMER * 3, "தமிழ் நாடு " * 3, f"{FAMILY} 👍🏽 🇯🇵 ❤\ufe0f", "한국")


def strips_of(text: str, *, no_colour: bool = False) -> list[Strip]:
    """The rows of a text as they leave for the terminal."""
    found: list[Strip] = []

    async def deeds(room: Room, _: Pilot[None]) -> None:
        filters = [*room.area.get_line_filters(), *([Sparing(NoColor()), Sparing(Monochrome())] if no_colour else [])]
        for y in range(3):
            strip = room.area.render_line(y)
            for each in filters:
                strip = strip.apply_filter(each, Color(0, 0, 0))
            found.append(strip)

    asyncio.run(visit(text, deeds))
    return found


def written(strip: Strip, width: Callable[[str], int]) -> list[str]:
    """What a terminal shows that gives a character so many cells, on a row that was full of other signs."""
    row, column, saved = ["?"] * 200, 0, 0
    for count, act, mark, char in _signs(strip):
        if act == "X":
            row[column : column + count] = [" "] * count
        elif act == "C":
            column += count
        elif mark == "\x1b7":
            saved = column
        elif mark == "\x1b8":
            column = saved
        elif size := width(char):
            row[column : column + size] = [char] * size
            column += size
    return row[:column]


def _signs(strip: Strip) -> Iterator[tuple[int, str, str, str]]:
    for found in _SIGN.finditer("".join(segment.text for segment in strip)):
        yield int(found[1] or 0), found[2] or "", found[3] or "", found[4] or ""


def as_here(char: str) -> int:
    return cells(char)


def joined(char: str) -> int:
    """As newer terminals count, which put marks and joined emoji into the cells of the first sign."""
    return 0 if _JOINED.match(char) else cells(char)


def apart(char: str) -> int:
    """As older terminals count, which give each sign a cell of its own."""
    return max(1, cells(char))


@pytest.mark.parametrize("text", UNCERTAIN)
@pytest.mark.parametrize("terminal", [as_here, joined])
def test_the_edge_keeps_its_column_and_nothing_old_stays(text: str, terminal: Callable[[str], int]) -> None:
    strips = strips_of(text)
    assert {len(written(strip, terminal)) for strip in strips} == {58}
    assert not any("?" in written(strip, terminal) for strip in strips)


def test_where_signs_take_more_cells_the_end_of_the_row_is_written_over_and_the_edge_stays() -> None:
    assert {len(written(strip, apart)) for strip in strips_of(f"{FAMILY} 👍🏽 ❤\ufe0f")} == {58}


@pytest.mark.parametrize("text", ["We agree.", "“Viê\u0323t”", THAI, VIETNAMESE, "数字外交", "التعاون"])
def test_rows_that_all_terminals_count_alike_need_no_moves(text: str) -> None:
    assert not any(segment.control for strip in strips_of(text) for segment in strip)


def test_without_colour_the_moves_stay_moves() -> None:
    strip = strips_of("က\u102d\u102f\u102c", no_colour=True)[0]
    moves = [segment.text for segment in strip if segment.control]
    assert moves == ["\x1b[58X", "\x1b7", "\x1b8\x1b[7C"]


@pytest.mark.parametrize("inner", [DimFilter(), Monochrome(), NoColor()])
def test_a_filter_sees_all_but_the_moves(inner: LineFilter) -> None:
    strip = strips_of(BURMESE)[0]
    spared = strip.apply_filter(Sparing(inner), Color(0, 0, 0))
    assert [segment.text for segment in spared if segment.control] == [s.text for s in strip if s.control]
    assert "".join(s.text for s in spared) == "".join(s.text for s in strip)


def test_textuals_own_filter_alone_would_make_words_of_the_moves() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        strip = room.area.render_line(0)
        plain = strip.apply_filter(ANSIToTruecolor(room.ansi_theme), Color(0, 0, 0))
        assert any(segment.control for segment in strip)
        assert not any(segment.control for segment in plain)

    asyncio.run(visit(BURMESE, deeds))


@pytest.mark.parametrize("width", [8, 6, 4])
def test_an_area_of_few_cells_is_never_wider_than_it_is(width: int) -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        await pilot.press("end")
        assert {sum(map(cells, room.area.render_line(y).text)) for y in range(4)} == {width - 2}

    asyncio.run(visit("We agree to meet.", deeds, (width, 8)))
