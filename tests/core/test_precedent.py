"""Agreed language: which words of other texts are near to those asked for."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.redrafting import Pen, printed

from zerodraft.core.comparison.changes import Op, after, before
from zerodraft.core.negotiation.nearness import Wording, match
from zerodraft.core.negotiation.precedent import Precedent, Precedents, Shelved
from zerodraft.core.text.parse import read_draft

VISION = """# A Vision

*Guided* by the Charter of the United Nations,

## Focus area 1: Trade

We encourage each country to lower the cost of sending money across borders, in accordance with its own laws.

We encourage each country to open its ports to small ships.

We encourage each country to teach its pilots the languages of the region. We thank the crews who brought the vaccines
to the islands in the storms of the spring, and we resolve to insure them.

We encourage each country to keep a register of harbours.
"""
MESSAGE = """# A Message

We encourage each country to keep a register of its harbours and of its berths.

We honour the divers.
"""
SHELF = Precedents([Shelved("message", read_draft(MESSAGE)), Shelved("vision", read_draft(VISION))])
SAID = ("we", "keep", "the", "ports", "open", "[", "]", ",", "of", "ships", "-", "JPN", "crews", "*", "and")
TEXTS = {"message": read_draft(MESSAGE), "vision": read_draft(VISION)}


def words_of(found: Precedent) -> str:
    return TEXTS[found.name].paragraphs[found.ordinal].text[slice(*found.there)]


def nearest(words: str) -> list[tuple[str, str, str]]:
    """Text, words there, words asked for."""
    return [(each.name, words_of(each), words[slice(*each.here)]) for each in SHELF.nearest(words, 3)]


def test_a_paragraph_that_stands_elsewhere_word_for_word_is_found_with_nothing_marked() -> None:
    words = "*Guided* by the Charter of the United Nations,"
    (found,) = SHELF.nearest(words, 3)
    assert (found.name, found.likeness) == ("vision", 1.0)
    assert [run.op for run in found.runs] == [Op.KEPT]


def test_the_redline_leads_from_the_agreed_words_to_those_asked_for() -> None:
    found = SHELF.nearest("We encourage each country to open all its ports to ships.", 1)[0]
    assert found.runs == (
        (Op.KEPT, "We encourage each country to open "),
        (Op.INSERTED, "all "),
        (Op.KEPT, "its ports to "),
        (Op.DELETED, "small "),
        (Op.KEPT, "ships."),
    )


def test_a_stretch_inside_a_longer_paragraph_is_found_and_quoted_alone() -> None:
    words = "We thank the crews who brought the vaccines to the islands."
    assert nearest(words)[0] == ("vision", "We thank the crews who brought the vaccines to the islands", words)


def test_a_clause_of_a_longer_paragraph_is_found_alone() -> None:
    words = (
        "The Ministers, recalling the long night of negotiation, took note of the wish of several of them to lower the "
        "cost of sending money across borders, while others asked for a study before the next meeting."
    )
    clause = "to lower the cost of sending money across borders"
    assert nearest(words) == [("vision", clause, clause)]


def test_a_phrase_that_every_paragraph_has_leads_nowhere_by_itself() -> None:
    assert nearest("We encourage each country to paint its lighthouses red and white, and to light them at dusk.") == []


def test_the_paragraph_with_the_rare_words_comes_before_the_one_with_the_usual_phrase() -> None:
    found = nearest("We encourage each country to keep a register of harbours.")
    assert [there for _, there, _ in found[:2]] == [
        "We encourage each country to keep a register of harbours.",
        "We encourage each country to keep a register of its harbours and of its berths.",
    ]


def test_of_equals_the_text_that_was_named_first_comes_first() -> None:
    twice = Precedents([Shelved("second", read_draft(MESSAGE)), Shelved("first", read_draft(MESSAGE))])
    assert [each.name for each in twice.nearest("We honour the divers.", 5)] == ["second", "first"]


def test_a_word_or_two_are_found_in_their_paragraph() -> None:
    assert nearest("berths") == [("message", "berths", "berths")]
    assert nearest("small ships") == [("vision", "small ships", "small ships")]


def test_capitals_punctuation_and_emphasis_make_no_difference() -> None:
    found = SHELF.nearest("guided, by the charter of the united nations", 1)[0]
    assert (found.name, found.likeness) == ("vision", 1.0)


@pytest.mark.parametrize("words", ["", " ", "…", "[]", "the", "of the", "zebra"])
def test_words_that_say_nothing_or_stand_nowhere_have_no_precedent(words: str) -> None:
    assert SHELF.nearest(words, 3) == ()


def test_titles_headings_and_tables_are_no_language() -> None:
    source = "# The Harbour Note\n\n## Focus area 1: Open ports\n\n| Port | Berths |\n| --- | --- |\n| Suva | 12 |\n"
    shelf = Precedents([Shelved("note", read_draft(source))])
    assert shelf.nearest("The Harbour Note", 3) == shelf.nearest("Open ports", 3) == shelf.nearest("Suva 12", 3) == ()


def test_wordings_without_a_common_word_do_not_match() -> None:
    assert match(Wording("We honour the divers."), Wording("zebras")) is None


@given(
    st.lists(
        st.sampled_from(
            ["we", "keep", "the", "ports", "open", "[", "]", ",", "of", "ships", "-", "JPN", "crews", "*", "and"]
        ),
        max_size=30,
    )
)
def test_what_is_found_stands_there_and_leads_to_what_was_asked_for(said: list[str]) -> None:
    words = " ".join(said)
    shelf = Precedents([Shelved("vision", read_draft(VISION)), Shelved("message", read_draft(MESSAGE))])
    found = shelf.nearest(words, 5)
    assert len(found) <= 5
    for each in found:
        assert 0 < each.likeness <= 1
        assert before(each.runs) == words_of(each) != ""
        assert after(each.runs) == words[slice(*each.here)] != ""


@pytest.mark.parametrize("seed", range(20))
def test_a_reworded_paragraph_finds_the_one_it_was_made_of(seed: int) -> None:
    pen = Pen(random.Random(seed))
    parts = [part for part in pen.text(12) if part.sort not in ("#", "|")]
    draft = read_draft(printed(tuple(parts)))
    shelf = Precedents([Shelved("text", draft)])
    for part, paragraph in zip(parts, draft.paragraphs, strict=True):
        if len(part.words) > 8:
            reworded = " ".join(pen.reworded(part.words, "r"))
            assert shelf.nearest(reworded, 1)[0].ordinal == paragraph.ordinal
