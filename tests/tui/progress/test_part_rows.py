"""The parts of a text, in rows."""

from dataclasses import replace

import pytest
from tests.tui.progress.figures import NOW, PARTS, report

from zerodraft.tui.progress.parts import PartRows, copied, figures, legend_rows
from zerodraft.tui.widgets.row import Row, fitted


def drawn(found: tuple[Row, ...], width: int) -> list[str]:
    return ["".join(piece.text for piece in fitted(each, width)).rstrip() for each in found]


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (
            60,
            [
                "PP Title and preamble        ·░                         1 ●",
                "1  Ports                     █▒··                      2 []",
                "2  Ships and those who buil… ░░··                      12 ●",
            ],
        ),
        (
            34,
            [
                "PP Title and p… ·░            1 ●",
                "1  Ports        █▒··         2 []",
                "2  Ships and t… ░░··         12 ●",
            ],
        ),
        (18, ["PP Title and… 1 ●", "1  Ports   … 2 []", "2  Ships an… 12 ●"]),
    ],
)
def test_in_one_row_all_signs_stand_below_each_other(width: int, rows: list[str]) -> None:
    told = PartRows(report())
    assert [drawn(told.one_row(index, width), width)[0] for index in range(3)] == rows


def test_in_two_rows_a_part_has_its_length_beside_the_name() -> None:
    assert drawn(PartRows(report()).two_rows(1), 34) == [
        "1  Ports                      4 ¶",
        "   █▒··                      2 []",
    ]


def test_the_legend_counts_what_each_sign_stands_for() -> None:
    assert drawn(legend_rows(NOW, is_tall=False), 78) == [" 1 █ agreed, 1 ▒ bracketed, 3 ░ proposed on, 5 · untouched"]
    assert drawn(legend_rows(NOW, is_tall=True), 34) == [
        " 1 █ agreed, 1 ▒ bracketed",
        " 3 ░ proposed on, 5 · untouched",
    ]


def test_what_is_open_is_told_for_the_whole_text() -> None:
    assert figures(report()) == "2 [] brackets · 13 ● of 20 open"
    assert figures(report(made=0)) == "2 [] brackets · no proposals"


def test_the_figures_are_copied_a_line_each_part() -> None:
    assert copied(report()).split("\n") == [
        "10 ¶: 1 █ agreed, 1 ▒ bracketed, 3 ░ proposed on, 5 · untouched",
        "2 [] brackets · 13 ● of 20 open",
        "PP Title and preamble: 0 of 2 agreed, 0 brackets, 1 open proposal  ·░",
        "1 Ports: 1 of 4 agreed, 2 brackets, 0 open proposals  █▒··",
        "2 Ships and those who build them: 0 of 4 agreed, 0 brackets, 12 open proposals  ░░··",
    ]


def test_the_words_of_a_title_are_never_markup() -> None:
    area = PARTS[1].area
    assert area is not None
    made = report()
    odd = PARTS[1]._replace(area=replace(area, title="[red]Ports[/red]\x1b[2J"))
    told = PartRows(replace(made, now=replace(made.now, parts=(odd,))))
    assert "[red]Ports[/red]⟦U+001B⟧[2J" in drawn(told.two_rows(0), 60)[0]
