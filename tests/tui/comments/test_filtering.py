"""The filter line is read as it is typed; what it can't be is told, and narrows nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.negotiation.thread import State
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.selection import Wish, chosen
from zerodraft.tui.comments.completing import completed, hint
from zerodraft.tui.comments.filtering import described, understood, with_state
from zerodraft.tui.narrowing.terms import Filter, terms

NO_SUCH_TERM = (
    "“note:” is none of from:, area:, para:, state:, standing:, on:. Words with a colon stand in quotation marks."
)


@pytest.mark.parametrize(
    ("line", "wish"),
    [
        ("", Wish()),
        ("big data", Wish(words=("big", "data"))),
        ('"big data"', Wish(words=("big data",))),
        ('"big da', Wish(words=("big da",))),
        ("[shall]", Wish(words=("[shall]",))),
        ("from:JPN", Wish(speaker="JPN")),
        ("FROM:japan", Wish(speaker="JPN")),
        ("from:jap", Wish(speaker="JPN")),
        ('from:"Viet Nam"', Wish(speaker="VNM")),
        ("from:viet-nam", Wish(speaker="VNM")),
        ("from:ASEAN", Wish(speaker="ASEAN")),
        ("area:2", Wish(area=2)),
        ("area:ships", Wish(area=2)),
        ("para:2(a)", Wish(paragraph="2(a)")),
        ("¶2(a)", Wish(paragraph="2(a)")),
        ("para:pp1", Wish(paragraph="pp1")),
        ("state:taken-up", Wish(state=State.TAKEN_UP)),
        ("state:o", Wish(state=State.OPEN)),
        ("standing:gone", Wish(standing="detached")),
        ("standing:reworded", Wish(standing="rewritten")),
        ("on:rev1", Wish(on="rev-1")),
        ("ports from:jpn state:open", Wish(speaker="JPN", state=State.OPEN, words=("ports",))),
        ("Côte", Wish(words=("cote",))),
    ],
)
def test_a_line_is_understood(note: Dossier, line: str, wish: Wish) -> None:
    assert understood(line, note) == Filter(wish)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("from:Japn", "No delegation is called “Japn”. Do you mean Japan?"),
        ("area:9", "There is no focus area “9”: this text has 2 focus areas."),
        ("area:focus", "“focus” is in the titles of focus areas 1, 2."),
        ("para:99", "There is no paragraph 99."),
        ("state:done", "A matter is open, answered, taken-up or resolved, not “done”."),
        ("standing:x", "standing: takes stands, reworded or gone, not “x”."),
        ("on:rev-9", "There is no version “rev-9”. Issued are zero-draft, rev-1."),
        ("note:this", NO_SUCH_TERM),
    ],
)
def test_what_is_not_understood_is_told_and_narrows_nothing(note: Dossier, line: str, problem: str) -> None:
    assert understood(line, note) == Filter(Wish(), problem)
    assert understood(f"ports {line}", note) == Filter(Wish(words=("ports",)), problem)


@pytest.mark.parametrize("line", ["from:", "area:", "para:", "state:", "standing:", "on:"])
def test_a_term_without_a_value_narrows_nothing(note: Dossier, line: str) -> None:
    assert understood(line, note) == Filter(Wish())


@pytest.mark.parametrize(
    ("line", "unfinished"),
    [
        ("from:ja", "Several names begin with “ja”: Japan, Jamaica."),
        ("para:2(", "There is no paragraph 2(."),
        ("on:r", "There is no version “r”. Issued are zero-draft, rev-1."),
    ],
)
def test_a_term_that_is_only_begun_is_no_problem_yet(note: Dossier, line: str, unfinished: str) -> None:
    assert understood(line, note) == Filter(Wish(), unfinished=unfinished)


def test_without_versions_and_focus_areas_the_sentences_say_so(note: Dossier) -> None:
    bare = replace(note, versions=(), reading=replace(note.reading, draft=replace(note.draft, focus_areas=())))
    assert understood("on:rev-1", bare).problem == "There is no version “rev-1”. None is issued yet."
    assert understood("area:1", bare).problem == "There is no focus area “1”: this text has no focus areas."


@given(st.text(st.sampled_from('from:area"JPN ¶para 2(a)state:open[]\\:x日'), max_size=30))
def test_any_line_can_be_read_and_searched(line: str) -> None:
    assert all(term.key == term.key.lower() for term in terms(line))


def test_any_wish_of_a_line_can_be_carried_out(note: Dossier) -> None:
    for line in ("para:2(a)", "from:asean state:resolved", '"', "¶", "¶1 on:zero-draft", "area:1 standing:gone"):
        assert list(chosen(note, understood(line, note).wish)) is not None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", ""),
        ("from:jpn area:2", "from Japan · focus area 2"),
        ("¶1 state:taken-up", "¶ 1 · taken up"),
        ("standing:gone on:rev-1", "words are gone · on rev-1"),
        ("ports [shall]", "“ports” “[shall]”"),
    ],
)
def test_what_is_shown_is_told_in_words(note: Dossier, line: str, told: str) -> None:
    assert described(understood(line, note).wish, note) == told


@pytest.mark.parametrize(
    ("line", "with_it", "without"),
    [
        ("", "state:open", ""),
        ("ports state:resolved from:JPN", "ports from:JPN state:open", "ports from:JPN"),
        ('state:"taken-up"', "state:open", ""),
        ("understate:x", "understate:x state:open", "understate:x"),
    ],
)
def test_one_term_can_be_put_in_and_taken_out(line: str, with_it: str, without: str) -> None:
    assert with_state(line, State.OPEN) == with_it
    assert with_state(line, None) == without


# --- completion --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("f", "from:"),
        ("ports sta", "ports state:"),
        ("from:j", "from:jPN"),
        ("from:viet", "from:viet-Nam"),
        ("from:JPN state:r", "from:JPN state:resolved"),
        ("standing:g", "standing:gone"),
        ("area:", "area:1"),
        ("para:2", "para:2(a)"),
        ("on:rev", "on:rev-1"),
        ("", ""),
        ("from:JPN ", ""),
        ("zzz", ""),
        ('"from', ""),
        ("foo:b", ""),
        ("state:open", ""),
    ],
)
def test_the_last_term_is_completed(note: Dossier, line: str, expected: str) -> None:
    assert completed(line, note) == expected


def test_who_spoke_here_is_offered_before_the_rest_of_the_world(note: Dossier) -> None:
    assert hint("from:", note).startswith("FJI Fiji · JPN Japan · VNM Viet Nam · SEC Secretariat · IDN Indonesia · ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "words · from:JPN · area:2 · para:36 · state:open · standing:gone · on:rev-1"),
        ("state:", "open · answered · taken-up · resolved"),
        ("x state:r", "resolved"),
        ("area:", "1 · 2"),
        ("para:", "1 · 2(a)"),
        ("on:", "zero-draft · rev-1"),
        ("standing:", "stands · reworded · gone"),
    ],
)
def test_a_row_tells_what_can_be_written(note: Dossier, line: str, expected: str) -> None:
    assert hint(line, note) == expected
