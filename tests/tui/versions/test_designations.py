"""What the next version may be called, and when."""

from datetime import UTC, date, datetime

import pytest

from zerodraft.desk.dossier import Version
from zerodraft.formats.names import version_name
from zerodraft.tui.versions.designations import day_named, proposals, wrong_designation, wrong_stage


def issued(*designations: str) -> tuple[Version, ...]:
    """Versions with these designations, one after the other."""
    moment = datetime(2021, 11, 2, tzinfo=UTC)
    return tuple(
        Version(version_name(each), each, "", moment.date(), moment, "c", "t", "b", True) for each in designations
    )


@pytest.mark.parametrize(
    ("known", "next_one"),
    [
        ((), "Zero Draft"),
        (("Zero Draft",), "Rev.1"),
        (("Zero Draft", "Rev.1", "Rev.2"), "Rev.3"),
        (("Zero Draft", "Rev. 9"), "Rev. 10"),
        (("Draft 3",), "Draft 4"),
        (("Rev.1", "Chair's text"), "Rev.2"),
        (("Rev.1/Corr.1",), "Rev.1/Corr.2"),
        (("Rev.1", "Rev.3", "Rev.2"), "Rev.4"),
        (("Zero Draft", "Adopted text"), "Adopted text/Corr.1"),
    ],
)
def test_the_next_designation_goes_on_counting(known: tuple[str, ...], next_one: str) -> None:
    assert proposals(issued(*known))[0] == next_one


def test_customary_designations_are_proposed_while_they_are_free() -> None:
    assert proposals(()) == ("Zero Draft", "Chair’s text", "Final draft", "Adopted text")
    assert proposals(issued("Zero Draft", "Chair's text")) == ("Rev.1", "Final draft", "Adopted text")


def test_a_designation_is_given_once() -> None:
    sentence = "Rev.1 is issued already, on 2 November 2021; it never changes."
    assert wrong_designation("rev 1", issued("Rev.1")) == sentence
    assert wrong_designation("Rev.2", issued("Rev.1")) == ""


@pytest.mark.parametrize(
    ("designation", "told"),
    [("", "needs a designation"), ("草案", "can't name a version"), ("Rev.1\u202e", "without invisible ones")],
)
def test_what_can_not_be_a_designation_is_told(designation: str, told: str) -> None:
    assert told in wrong_designation(designation, ())


def test_a_stage_is_one_visible_line_or_nothing() -> None:
    assert wrong_stage("") == wrong_stage("Negotiation [informal]") == ""
    assert "without invisible ones" in wrong_stage("SOM\u200b")


def test_a_day_is_named_as_one_writes_it() -> None:
    day = date(2021, 11, 6)
    assert [day_named(each) for each in ("2021-11-06", "6 November 2021", " 06  Nov 2021 ")] == [day] * 3
    assert day_named("  ") is None


@pytest.mark.parametrize("words", ["tomorrow", "2021-13-01", "31 February 2021", "6/11/2021"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        day_named(words)
