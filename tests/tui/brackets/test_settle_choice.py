"""What settles a bracket, as it is asked and answered."""

import pytest

from zerodraft.core.negotiation.resolving import LIFT, Choice
from zerodraft.tui.brackets.table import Table
from zerodraft.tui.dialogs.settling import GONE, LIFTED, SettleChoice, resolution


def ways(table: Table, place: int) -> list[str]:
    found = SettleChoice(table.dossier, table.rows[place].bracket, 0)
    return [f"{way.key} {way.told}" for way in found._ways]


def test_alternatives_are_offered_with_whose_they_are(brackets: Table) -> None:
    assert ways(brackets, 1) == [
        "1 once [each - VNM] year",
        "2 twice a year · Fiji, Japan; Indonesia support",
        "w Word it otherwise; with who agreed, and why",
    ]


def test_of_a_single_wording_the_brackets_are_lifted_or_the_words_go(brackets: Table) -> None:
    assert ways(brackets, 0) == [
        "l Lift the brackets: the words stay",
        "d Take the words out",
        "w Word it otherwise; with who agreed, and why",
    ]


@pytest.mark.parametrize(("answer", "choice"), [("2", Choice(2)), (LIFTED, LIFT), (GONE, Choice(words=""))])
def test_an_answer_is_a_choice(answer: str, choice: Choice) -> None:
    assert resolution(answer) == choice
