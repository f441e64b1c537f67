"""What is told of a text before it is issued: whom it concerns, what is open, what becomes new."""

from pathlib import Path

from tests.desk.council import open_desk, saved

from zerodraft.core.comparison.compare import Figures
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.tui.versions.issue_survey import Survey, open_brackets, renewed, survey, told

NOTHING = Survey("Rev.1", Figures(), 0, (), 0, (), ())


def sentences(of: Survey) -> list[str]:
    return ["".join(piece.text for piece in each.pieces) for each in told(of)]


def test_the_room_is_told_who_waits_and_what_is_open(harbour_made: Path) -> None:
    with Desk.at(harbour_made) as desk:
        found = survey(desk.open("harbour-note"), Figures(reworded=1, words_inserted=8))
    assert sentences(found) == [
        "Since Rev.1: 1 ¶ changed · +8 −0 words.",
        "● 3 comments wait for an answer: Japan, Fiji.",
        "● 1 bracket is open: words that are not agreed.",
    ]


def test_a_first_version_and_one_without_changes_are_told(tmp_path: Path, home: Path) -> None:
    with open_desk(tmp_path / "workspace") as desk:
        assert sentences(survey(desk.open("note"), Figures())) == ["Nothing is issued yet; this is the first version."]
    assert sentences(NOTHING) == ["● Nothing has changed since Rev.1."]


def test_of_many_waiting_delegations_four_are_named() -> None:
    found = Survey("Rev.1", Figures(), 9, ("Japan", "Fiji", "Chile", "India", "China", "Viet Nam"), 0, (), ())
    assert sentences(found)[1] == "● 9 comments wait for an answer: Japan, Fiji, Chile, India and 2 more."


def test_what_check_would_tell_is_told_errors_first(tmp_path: Path, home: Path) -> None:
    with open_desk(tmp_path / "workspace") as desk:
        saved(desk, "in the autumn", "in the [autumn at … in the year …")
        found = survey(desk.open("note"), Figures())
    assert sentences(found)[-1] == "● Still wrong: This bracket is never closed. and 1 more"


def test_numbers_that_the_issue_renews_are_told_with_their_successors(tmp_path: Path, home: Path) -> None:
    with open_desk(tmp_path / "workspace") as desk:
        desk.issue(desk.open("note"), Issue("Zero Draft"))
        saved(desk, "We invite", "We insist.\n\nWe invite")
        found = survey(desk.open("note"), Figures(inserted=1, words_inserted=3))
    assert found.renewed == (
        ("1 bis", "2"),
        ("2", "3"),
        ("2(a)", "3(a)"),
        ("2(b)", "3(b)"),
        ("3", "4"),
        ("4", "5"),
    )
    assert sentences(found)[-1] == (
        "6 numbers are renewed: 1 bis becomes 2, 2 becomes 3, 2(a) becomes 3(a), 2(b) becomes 3(b) and 2 more."
    )


def test_typed_numbers_are_renewed_too() -> None:
    draft = read_draft("# T\n\n1. One.\n\n1 bis. Two.\n\n2. Three.\n")
    assert renewed(draft, number(draft)) == (("1 bis", "2"), ("2", "3"))


def test_a_dispute_counts_once_however_it_is_written() -> None:
    text = "We [shall][should] act [, and [soon], ]now [Agreed ad ref], see [the note](https://example.org).\n"
    assert open_brackets(read_draft(text)) == 2
