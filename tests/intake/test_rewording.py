"""Words from outside in the Markdown of a paragraph: what is read is what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.words import fold
from zerodraft.intake.folding import folded
from zerodraft.intake.letters import letters_of, rewritten, seen
from zerodraft.intake.rewording import (
    Spelled,
    added,
    added_at_edge,
    as_markdown,
    exchanged,
    likeness,
    reworded,
    shown_words,
    spelled,
)

TEXT = "*Recalling* the “Jakarta Message” of [2019](https://x.example) and **its [follow-up] text**,[^1] we agree."


@pytest.mark.parametrize(
    ("sought", "stands"),
    [
        ("Recalling", ["Recalling"]),
        ('the "Jakarta  Message"', ["the “Jakarta Message”"]),
        ("it", []),
        ("of 2019 and", ["of 2019 and"]),
        ("follow‑up", ["follow-up"]),
        ("we", ["we"]),
        ("", []),
        (" ", []),
        ("Message of", []),
    ],
)
def test_words_are_found_whatever_a_word_processor_made_of_them(sought: str, stands: list[str]) -> None:
    found = spelled(TEXT).places(sought)
    assert [seen(spelled(TEXT).letters[start:end]) for start, end in found] == stands


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert len(spelled("an ant, an").places("an")) == 2
    assert spelled("ant").places("an") == ()


@pytest.mark.parametrize(
    ("which", "reads"), [(1, "They *sign*. Done."), (2, "We agree. Done."), (-1, "We agree. They *sign*.")]
)
def test_a_sentence_goes_with_one_space(which: int, reads: str) -> None:
    now = spelled("We agree. They *sign*. Done.")
    found = now.sentence(which)
    assert found is not None
    assert rewritten(exchanged(now.letters, found, "")) == reads
    assert now.sentence(4) is None


def test_references_to_footnotes_stay_whether_the_words_show_them_or_not() -> None:
    assert reworded("We agree,[^1] all.", "We all agree, all.") == "We all agree,[^1] all."
    assert reworded("We agree,[^1] all.", "We all agree,[^1] all.") == "We all agree,[^1] all."
    assert reworded("We *agree*,[^1] all.", "We agree,[^2] all.") == "We agree,\\[^2] all."


@pytest.mark.parametrize(
    ("sought", "words", "reads"),
    [
        ("its [follow-up] text", "more", TEXT.replace("its [follow-up] text", "more")),
        ("Recalling the", "Noting a", TEXT.replace("*Recalling* the", "Noting a")),
        ("2019", "2020", TEXT.replace("2019", "2020")),
        ("we agree", "", TEXT.replace(" we agree", "")),
        ("Recalling", "", TEXT.replace("*Recalling* ", "")),
    ],
)
def test_what_is_not_exchanged_stays_as_it_is(sought: str, words: str, reads: str) -> None:
    letters = spelled(TEXT).letters
    (found,) = spelled(TEXT).places(sought)
    assert rewritten(exchanged(letters, found, words)) == reads


def test_words_are_added_with_a_space_and_in_the_emphasis_around_them() -> None:
    letters = spelled("We *all* agree.").letters
    (found,) = spelled("We *all* agree.").places("all")
    assert rewritten(added(letters, found, "of us", is_before=False)) == "We *all* of us agree."
    assert rewritten(added(letters, found, "nearly", is_before=True)) == "We nearly *all* agree."
    assert rewritten(added_at_edge(letters, "and sign.", is_before=False)) == "We *all* agree and sign."
    assert rewritten(added_at_edge(letters, "Today", is_before=True)) == "Today We *all* agree."


def test_a_changed_text_can_be_changed_again() -> None:
    letters = spelled("We agree.").letters
    (found,) = spelled("We agree.").places("agree")
    now = Spelled(exchanged(letters, found, "shall agree"))
    (found,) = now.places("shall")
    assert rewritten(exchanged(now.letters, found, "may")) == "We may agree."


def test_likeness_counts_words_in_common() -> None:
    assert likeness("We agree.", ["We *agree*."]) == 1
    assert likeness("We agree.", ["They", "differ"]) == 0
    assert likeness("", [""]) == 0


MARKDOWN = st.lists(
    st.sampled_from(
        ["We", "*all*", "**agree,", "and** sign", "[x]", "[^1]", "a&b", "`c`", "[t](u)", "\\*", "<b>", "."]
    ),
    max_size=10,
).map(" ".join)
WORDS = st.lists(
    st.sampled_from(["We", "all", "agree,", "and", "sign", "[x]", "a&b", "*", "_it_", "[^1]", "t", "<b>", "“q”", "."]),
    max_size=10,
).map(" ".join)


@given(MARKDOWN, WORDS)
def test_a_reworded_paragraph_reads_as_it_should(text: str, words: str) -> None:
    assert folded(shown_words(reworded(text, words))) == folded(words)


@given(WORDS)
def test_words_alone_read_as_they_are(words: str) -> None:
    assert seen(letters_of(as_markdown(words))) == fold(words)
