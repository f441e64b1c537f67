"""The compilation as a table of paragraphs and delegations; and the parts of the text in a list."""

from zerodraft.tui.compiling.compiled import Compiled, Wish
from zerodraft.tui.compiling.grid import LEGEND, Grid
from zerodraft.tui.compiling.parts import open_in, part_row
from zerodraft.tui.widgets.card import lines_of


def drawn(grid: Grid, index: int) -> str:
    line = grid.line(index)
    return f"{line.name.text:<20.20}" + "".join(f"{cell.text:>3}" for cell in line.cells)


def words(grid: Grid, index: int, column: int) -> list[str]:
    cards = grid.cards(index, column, plain=True)
    return ["".join(piece.text for piece in line).rstrip() for card in cards for line in lines_of(card, 100)]


def test_a_sign_tells_what_each_delegation_says_of_a_paragraph(note: Compiled) -> None:
    grid = Grid(note, Wish())
    assert grid.codes == ("ASEAN", "FJI", "IDN", "JPN", "VNM")
    assert [drawn(grid, index) for index in range(len(grid.ordinals))] == [
        "1 We agree to keep [  ·  ✓  ~  ~  ~",
        "2(a) once a year;     ✗  ·  ≈  ~  ·",
        "3 We honour the crew  ·  −  ·  ·  ·",
        "5 We support the exc  ·  ·  ·  ·  ~",
    ]


def test_a_cell_is_told_in_words(note: Compiled) -> None:
    grid = Grid(note, Wish())
    assert grid.told(0, 2) == "Indonesia on ¶ 1: 2 proposals"
    assert grid.told(1, 2) == "Indonesia on ¶ 2(a): 1 position"
    assert grid.told(2, 0) == "ASEAN on ¶ 3: nothing"
    assert words(grid, 1, 0) == [
        "JPN-2 Japan · ASEAN: delete",
        "[-once a-]{+every second+} year;",
        "delete: ASEAN; flexible: Indonesia",
    ]
    assert words(grid, 2, 0) == ["Nothing is said here.", LEGEND]


def test_hidden_parts_have_no_rows_and_their_delegations_no_columns(note: Compiled) -> None:
    grid = Grid(note, Wish(frozenset({1})))
    assert (grid.codes, grid.ordinals) == (("FJI", "VNM"), (8, 10))
    assert grid.at(5, 9) == ()


def test_a_part_tells_what_is_open_in_it(note: Compiled) -> None:
    opened = open_in(note)
    rows = [part_row(note, opened, part, is_hidden=part == 2) for part in range(4)]
    assert ["".join(piece.text for piece in (*each.head, *each.tail)) for each in rows] == [
        "☑ Title and preamble",
        "☑ 1 Ports1 [] 4 ● ",
        "☐ 2 Ships2 ● ",
        "☑ Closing",
    ]
