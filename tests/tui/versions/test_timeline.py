"""The timeline: the working text on top, what was issued below, the newest first."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.harbour import WORKING as HARBOUR_WORKING

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.issuing import Issue
from zerodraft.tui.versions.pair import Pair, asked_pair, in_order, known_names, usual_pair
from zerodraft.tui.versions.timeline import Entry, entries, rows_of
from zerodraft.tui.widgets.row import fitted


def shown(entry: Entry, *, is_base: bool, is_tall: bool, width: int = 40) -> list[str]:
    rows = rows_of(entry, is_base=is_base, is_tall=is_tall)
    return ["".join(piece.text for piece in fitted(row, width)).rstrip() for row in rows]


@pytest.fixture
def dossier(harbour_made: Path) -> Dossier:
    with Desk.at(harbour_made) as desk:
        return desk.open("harbour-note")


def unsaved(harbour: Path) -> Dossier:
    """The text in the folder is another than the recorded one."""
    text = harbour / "declarations" / "harbour-note" / "text.md"
    text.write_text(HARBOUR_WORKING.replace("small ships", "all ships"))
    with Desk.at(harbour) as desk:
        return desk.open("harbour-note")


def test_the_newest_text_stands_on_top(dossier: Dossier) -> None:
    assert [(each.name, each.label, each.day, each.told) for each in entries(dossier)] == [
        ("", "Working text", "", "changed since Rev.1"),
        ("rev-1", "Rev.1", "2 Nov 2021", "Negotiation · 1 comment"),
        ("zero-draft", "Zero Draft", "2 Nov 2021", "Consultation · 3 comments"),
    ]


def test_what_is_not_saved_is_said_and_can_be_compared(harbour: Path) -> None:
    dossier = unsaved(harbour)
    assert [(each.name, each.label, each.warning) for each in entries(dossier)][:2] == [
        ("", "Working text", "● unsaved"),
        ("saved", "Saved text", ""),
    ]
    assert usual_pair(dossier) == Pair("rev-1", "")
    assert asked_pair(dossier, "saved", "") == Pair("saved", "")


def test_a_version_that_is_not_as_it_was_issued_says_so(dossier: Dossier) -> None:
    altered = replace(dossier, versions=(replace(dossier.versions[0], intact=False), dossier.versions[1]))
    assert [each.warning for each in entries(altered)] == ["", "", "● not the text that was issued"]


def test_the_base_bears_a_mark_and_the_word() -> None:
    entry = Entry("rev-1", "Rev.1", "3 Nov 2021", "Negotiation · 1 comment")
    assert shown(entry, is_base=True, is_tall=True) == [
        "◆ Rev.1                      3 Nov 2021",
        "  Negotiation · 1 comment          base",
    ]
    assert shown(entry, is_base=False, is_tall=False, width=60) == [
        "  Rev.1  Negotiation · 1 comment                 3 Nov 2021",
    ]


def test_brackets_in_a_designation_are_shown_as_typed() -> None:
    entry = Entry("x", "[/foo] [shall]", "3 Nov 2021", "[@click=app.x]")
    assert shown(entry, is_base=False, is_tall=True) == ["  [/foo] [shall]             3 Nov 2021", "  [@click=app.x]"]


# --- which two are compared ---------------------------------------------------------------------


def test_usually_the_working_text_is_compared_with_what_was_issued_last(dossier: Dossier) -> None:
    assert usual_pair(dossier) == Pair("rev-1", "")


def test_right_after_an_issue_its_own_changes_are_shown(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.issue(desk.open("harbour-note"), Issue("Rev.2"))
        assert usual_pair(desk.open("harbour-note")) == Pair("rev-1", "rev-2")


def test_before_anything_is_issued_there_is_only_what_is_unsaved(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        none = replace(desk.open("harbour-note"), versions=())
    assert usual_pair(none) == Pair("", "")
    assert usual_pair(replace(unsaved(harbour), versions=())) == Pair("saved", "")


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        ("last", "", Pair("rev-1", "")),
        ("zero draft", "Rev.1", Pair("zero-draft", "rev-1")),
        ("", "zero-draft", Pair("", "zero-draft")),
        ("rev1", "working", Pair("rev-1", "")),
        ("rev-7", "", Pair("rev-1", "")),
        ("", "", Pair("rev-1", "")),
    ],
)
def test_another_screen_asks_by_any_name(dossier: Dossier, old: str, new: str, pair: Pair) -> None:
    assert asked_pair(dossier, old, new) == pair


def test_a_redline_always_reads_from_the_older_text_to_the_newer(dossier: Dossier) -> None:
    names = [entry.name for entry in entries(dossier)]
    assert in_order(Pair("", "zero-draft"), names) == Pair("zero-draft", "")
    assert in_order(Pair("rev-1", "zero-draft"), names) == Pair("zero-draft", "rev-1")
    assert in_order(Pair("zero-draft", "rev-1"), names) == Pair("zero-draft", "rev-1")


def test_only_texts_that_are_there_can_be_chosen(dossier: Dossier) -> None:
    assert known_names(dossier) == {"", "rev-1", "zero-draft"}
