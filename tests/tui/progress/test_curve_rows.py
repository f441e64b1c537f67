"""The figures over the versions."""

import pytest
from tests.tui.progress.figures import NOW, milestone

from zerodraft.desk.progressing import Milestone
from zerodraft.tui.progress.curves import LONG, curve_rows
from zerodraft.tui.widgets.row import fitted

THREE = (
    milestone("Zero Draft", brackets=0, agreed=0, proposals=0),
    milestone("Rev.1", brackets=4, agreed=0, proposals=1052),
    Milestone(None, NOW),
)


def drawn(milestones: tuple[Milestone, ...], width: int, count: int = 3) -> list[str]:
    return [
        "".join(piece.text for piece in fitted(each, width)).rstrip() for each in curve_rows(milestones, width, count)
    ]


def test_each_figure_has_its_curve_and_its_numbers_below_the_texts() -> None:
    assert drawn(THREE, 60) == [
        "                       Zero Draft  Rev.1  now",
        "brackets          ▁█▅           ·      4    2",
        "agreed paragraphs ▁▁█           ·      ·    1",
        "open proposals    ▁█▁           ·   1052   13",
    ]


def test_where_there_is_no_room_the_last_texts_keep_their_numbers() -> None:
    assert drawn(THREE, 34)[:2] == ["                       Rev.1  now", "brackets          ▁█▅      4    2"]
    assert drawn(THREE, 22)[1] == "brackets          ▁▅"
    assert drawn(THREE, 8)[1] == "bracket…"


@pytest.mark.parametrize(("width", "signs"), [(200, 32), (78, 30), (40, 11)])
def test_of_many_texts_the_curve_shows_some(width: int, signs: int) -> None:
    many = tuple(milestone(f"Rev.{number}", brackets=number) for number in range(1, 101))
    line = drawn(many, width)[1].removeprefix("brackets          ").split(" ")[0]
    assert (len(line), line[-1]) == (signs, "█")


def test_where_there_is_height_all_figures_are_told() -> None:
    assert [line[:18].rstrip() for line in drawn(THREE, 60, LONG)] == [
        "",
        "brackets",
        "agreed paragraphs",
        "open proposals",
        "bracketed",
        "proposed on",
        "untouched",
    ]


def test_a_text_that_was_never_issued_has_one_column() -> None:
    assert drawn((Milestone(None, NOW),), 40)[:2] == ["                     now", "brackets          █    2"]
