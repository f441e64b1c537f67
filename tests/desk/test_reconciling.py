"""The text changed in the folder, or in the record, while words were typed: both are told, and both go into one."""

import pytest
from tests.desk.council import saved
from tests.rooms import NOTE

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.reconciling import NOTHING, Apart, WhatChanged, reconcile, tell_apart


def apart(mine: tuple[str, str], theirs: tuple[str, str]) -> Apart:
    return Apart(NOTE, NOTE.replace(*mine), NOTE.replace(*theirs))


def test_what_each_side_changed_is_told_by_the_numbers_of_the_paragraphs(desk: Desk) -> None:
    texts = apart(("small ships", "all ships"), ("We decide to meet again in the autumn.\n\n", ""))
    assert tell_apart(desk.room, desk.open("note"), texts) == WhatChanged("Paragraph 1 reworded", "Paragraph 3 deleted")


def test_the_numbers_are_those_of_the_last_issue(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    texts = apart(("We decide", "We insist.\n\nWe decide"), ("charts", "maps"))
    told = tell_apart(desk.room, desk.open("note"), texts)
    assert told == WhatChanged("Paragraph 2 bis inserted", "Paragraph 4 reworded")


def test_a_side_that_changed_nothing_is_told_so(desk: Desk) -> None:
    told = tell_apart(desk.room, desk.open("note"), apart(("We agree to", "We agree  to"), ("", "")))
    assert told == WhatChanged("Layout of the text changed", NOTHING)


def test_the_base_need_not_be_the_text_that_stands_now(desk: Desk) -> None:
    saved(desk, "small ships", "all ships")
    texts = apart(("autumn", "spring"), ("small ships", "all ships"))
    told = tell_apart(desk.room, desk.open("note"), texts)
    assert told == WhatChanged("Paragraph 3 reworded", "Paragraph 1 reworded")


def test_changes_of_different_words_go_into_one_text_without_a_bracket(desk: Desk) -> None:
    together = reconcile(desk.room, desk.open("note"), apart(("small ships", "all ships"), ("autumn", "spring")))
    assert together.source == NOTE.replace("small ships", "all ships").replace("autumn", "spring")
    assert (together.brackets, together.sentence) == ((), "No bracket came up")


def test_the_same_words_worded_in_two_ways_come_up_as_a_bracket_that_is_told(desk: Desk) -> None:
    together = reconcile(desk.room, desk.open("note"), apart(("small", "all"), ("small", "most")))
    assert together.source == NOTE.replace("small", "[all / most]")
    assert together.sentence == "1 bracket came up, in paragraph 1"


def test_names_stand_in_the_brackets_mine_first(desk: Desk) -> None:
    texts = apart(("small", "all"), ("small", "most"))
    together = reconcile(desk.room, desk.open("note"), texts, names=("Japan", "EU"))
    assert together.source == NOTE.replace("small", "[all - Japan / most - EU]")


def test_several_brackets_are_counted_and_their_paragraphs_named(desk: Desk) -> None:
    mine = NOTE.replace("small", "all").replace("charts and tables", "maps and tables in time")
    theirs = NOTE.replace("small", "most").replace("charts and tables", "plans and tables at once")
    together = reconcile(desk.room, desk.open("note"), Apart(NOTE, mine, theirs))
    assert together.source == NOTE.replace("small", "[all / most]").replace(
        "charts and tables", "[maps / plans] and tables [in time / at once]"
    )
    assert together.sentence == "3 brackets came up, in paragraphs 1 and 4"


def test_a_bracket_in_a_comment_is_counted_though_no_paragraph_holds_it(desk: Desk) -> None:
    base = f"<!-- ask Ana soon -->\n\n{NOTE}"
    texts = Apart(base, base.replace("Ana", "Budi"), base.replace("Ana", "Citra"))
    together = reconcile(desk.room, desk.open("note"), texts)
    assert together.source == base.replace("Ana", "[Budi / Citra]")
    assert together.sentence == "1 bracket came up"


@pytest.mark.parametrize(("theirs", "only_mine"), [(NOTE, True), (f"{NOTE}New.\n", True), (f"{NOTE}Newer.\n", False)])
def test_a_side_that_brings_nothing_is_known_at_once(theirs: str, only_mine: bool) -> None:
    assert Apart(NOTE, f"{NOTE}New.\n", theirs).is_mine_only is only_mine
