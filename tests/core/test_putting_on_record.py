"""Reservations and statements as footnotes: numbered as they are cited, and no word of the text changed."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zerodraft.core.gate.references import references
from zerodraft.core.negotiation.putting_on_record import Footnote, can_bear, plain, put_on_record
from zerodraft.core.text.fingerprint import canonical
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft

TEXT = "# T\n\n## A\n\n1. We agree.[^1]\n\n2. We meet:\n\n(a) once.[^2]\n\n[^1]: One.\n\n[^2]: Two.\n"


def lines(source: str) -> list[str]:
    draft = read_draft(source)
    return [line.text for line in canonical(draft, number(draft))]


def test_notes_are_numbered_anew_in_the_order_in_which_they_are_cited() -> None:
    draft = read_draft(TEXT)
    paper = put_on_record(draft, [Footnote(None, "Whole."), Footnote(2, "First."), Footnote(2, "Second.")])
    assert paper.labels == ("5", "2", "3")
    assert paper.source == (
        "# T\n\n## A\n\n1. We agree.[^1][^2] [^3]\n\n2. We meet:\n\n(a) once.[^4][^5]\n\n[^1]: One.\n\n[^4]: Two.\n\n"
        "[^2]: First.\n\n[^3]: Second.\n\n[^5]: Whole.\n"
    )
    assert lines(paper.source)[-5:] == ["^1 One.", "^2 First.", "^3 Second.", "^4 Two.", "^5 Whole."]


def test_notes_with_names_keep_them_and_new_ones_are_numbered_beside_them() -> None:
    draft = read_draft(TEXT.replace("[^2]", "[^host]"))
    paper = put_on_record(draft, [Footnote(2, "First.")])
    assert "We agree.[^1][^2]" in paper.source
    assert "once.[^host]" in paper.source
    assert paper.labels == ("2",)


def test_a_text_that_ends_lines_as_windows_does_keeps_that() -> None:
    source = TEXT.replace("\n", "\r\n")
    paper = put_on_record(read_draft(source), [Footnote(2, "First.")])
    assert "\n" not in paper.source.replace("\r\n", "")


def test_a_text_without_words_can_bear_none() -> None:
    with pytest.raises(ValueError, match="no paragraph"):
        put_on_record(read_draft("# T\n"), [Footnote(None, "Whole.")])


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40))
def test_words_are_shown_as_they_were_said(words: str) -> None:
    assert "".join(each.text for each in read_inline(plain(words))).split() == words.split() or "⟦" in "".join(
        each.text for each in read_inline(plain(words))
    )


BLOCKS = (
    *("*Recalling* the need,", "**Guided** by it;", "Convinced:", "## Area", "# Title", "### Part", "---"),
    *("We agree.", "1. We agree.", "2\\. We *meet*.", "(a) once;", "(i) twice.", "- a bullet", "A line\nand more"),
    *("We cite.[^1]", "[^1]: Note.", "[^x]: Named.", "Both[^x] here[^1]", "No[^9]", "| a | b |\n|---|---|\n| c | d |"),
    *("> quoted", "words `code`", "a <!-- c --> b", "A [link](https://example.org)", "x < y & z", "Closing", "[a/b]"),
)
TEXTS = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=9).map("\n\n".join)


@given(TEXTS, st.data())
def test_no_word_of_any_text_is_changed(source: str, data: st.DataObject) -> None:
    draft = read_draft(source)
    assume(not [each for each in references(draft, number(draft)) if each.sentence.startswith("There is no footnote")])
    bearing = [each.ordinal for each in draft.paragraphs if can_bear(draft, each.ordinal) and each.text]
    assume(bearing)
    ordinals = data.draw(st.lists(st.sampled_from(bearing), min_size=1, max_size=3))
    paper = put_on_record(draft, [Footnote(each, "Words.") for each in ordinals])
    before, after = lines(source), lines(paper.source)
    bare = [re.sub(r"(?: ?\^\d+)+", "", line) for line in after if not line.startswith("^")]
    assert bare == [re.sub(r"(?: ?\^\d+)+", "", line) for line in before if not line.startswith("^")]
    assert sum(line.endswith(" Words.") for line in after) == len(ordinals) + sum(
        line.endswith(" Words.") for line in before
    )
