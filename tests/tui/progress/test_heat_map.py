"""Who holds what is open: figures with signs, read without colour."""

import pytest
from tests.tui.progress.figures import report

from zerodraft.core.negotiation.progress import Held
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.destination import Destination
from zerodraft.tui.progress.holding import HeatMap

JAPAN = Held("JPN", (0, 2, 4, 0), (0, 1, 0))
FIJI = Held("FJI", (1, 0, 0, 0), (0, 2, 0))
LOST = Held("VNM", (0, 0, 0, 1), (0, 0, 0))


def cells(heat: HeatMap, index: int) -> list[str]:
    return [piece.text for piece in heat.line(index).cells]


def test_each_cell_has_its_figure_and_its_share_of_the_most(council: Dossier) -> None:
    heat = HeatMap(council, report(JAPAN, FIJI))
    assert [head.strip() for head in heat.columns.heads] == ["PP", "1", "2", "all"]
    assert (heat.line(0).name.text, cells(heat, 0)) == ("Japan", ["· ", "3▆", "4█", "7 "])
    assert (heat.line(1).name.text, cells(heat, 1)) == ("Fiji", ["1▃", "2▅", "· ", "3 "])
    assert [piece.style for piece in heat.line(1).cells] == ["", "", "quiet", "strong"]


def test_proposals_without_a_place_have_a_column_where_there_are_such(council: Dossier) -> None:
    heat = HeatMap(council, report(JAPAN, LOST))
    assert [head.strip() for head in heat.columns.heads] == ["PP", "1", "2", "gone", "all"]
    assert cells(heat, 1) == ["· ", "· ", "· ", "1▃", "1 "]
    assert heat.columns.width == 6


@pytest.mark.parametrize(
    ("index", "column", "told"),
    [
        (0, 1, "Japan · focus area 1: 2 proposals, 1 bracket"),
        (0, 0, "Japan · title and preamble: nothing"),
        (1, 3, "Viet Nam · without a place: 1 proposal"),
        (1, 4, "Viet Nam · in all: 1 proposal"),
    ],
)
def test_a_cell_is_told_in_words(council: Dossier, index: int, column: int, told: str) -> None:
    assert HeatMap(council, report(JAPAN, LOST)).told(index, column) == told


@pytest.mark.parametrize(
    ("index", "column", "words"),
    [
        (0, 1, "from:JPN state:open area:1"),
        (0, 4, "from:JPN state:open"),
        (1, 3, "from:VNM state:open outcome:detached"),
    ],
)
def test_a_cell_leads_to_the_proposals_that_it_counts(council: Dossier, index: int, column: int, words: str) -> None:
    assert HeatMap(council, report(JAPAN, LOST)).goal(index, column) == Destination("review", words=words)


def test_a_cell_with_brackets_alone_leads_to_them_and_an_empty_one_nowhere(council: Dossier) -> None:
    heat = HeatMap(council, report(JAPAN, FIJI))
    assert heat.goal(1, 1) == Destination("brackets", words="from:FJI area:1")
    assert heat.goal(1, 2) is None
