"""Which words agreed language is asked for, how a wording is shown, quoted and taken over."""

from datetime import UTC, date, datetime

import pytest
from tests.rooms import NOTE

from zerodraft.core.negotiation.precedent import Precedents, Shelved
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.agreed_language import Quotation
from zerodraft.desk.dossier import Version
from zerodraft.tui.draft.agreed_words import (
    asked_at,
    fitting,
    nothing_found,
    quotation_card,
    quoted_words,
    taken_over,
    unnoted,
)
from zerodraft.tui.widgets.card import lines_of

PORTS = "We agree to keep ports open to small ships."
ADOPTED = Version(
    "adopted", "Adopted text", "", date(2019, 9, 11), datetime(2019, 9, 11, tzinfo=UTC), "c", "t", "x", True
)


def quoted(asked: str, agreed: str) -> Quotation:
    """The paragraph of a text that was adopted, as the desk finds it."""
    draft = read_draft(f"# Pier Note\n\n{agreed}\n")
    (found,) = Precedents([Shelved("pier", draft)]).nearest(asked, 1)
    text = draft.paragraphs[found.ordinal].text
    words = text[slice(*found.there)]
    return Quotation("pier", "Pier Note", ADOPTED, "7", words, words == text, found)


def asked_for(source: str, first: str, last: str = "") -> str:
    """What is asked for where the text is selected from some words to the end of others; "" where nothing is."""
    start = source.index(first)
    asked = asked_at(read_draft(source), start, source.index(last) + len(last) if last else start)
    return asked.words if asked else ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("keep ports", "", PORTS),
        ("keep ports", "open", "keep ports open"),
        (" keep ports open ", " keep ports open ", "keep ports open"),
        ("small ships", "We invite each", "small ships."),
        ("\n\nWe agree", "agree", "We agree"),
        ("(b) in", "language.", "in one language."),
    ],
)
def test_what_is_selected_in_one_paragraph_is_asked_for_or_all_of_it(first: str, last: str, words: str) -> None:
    assert asked_for(NOTE, first, last) == words


def test_a_paragraph_over_several_lines_is_asked_for_as_it_reads() -> None:
    assert asked_for("# T\n\n1. We agree\n   to keep\n   ports.\n", "agree", "keep") == "agree to keep"


def test_nothing_is_asked_for_where_there_are_no_words() -> None:
    assert asked_at(read_draft(""), 0, 0) is None
    assert asked_for("# T\n\n| a | b |\n|---|---|\n| c | d |\n", "c |") == ""


def test_a_wording_is_shown_with_its_place_and_what_differs() -> None:
    agreed = "We agree to keep all ports open to ships."
    card = quotation_card(PORTS, quoted(PORTS, agreed), marks=True)
    assert ["".join(piece.text for piece in line) for line in lines_of(card, 60)] == [
        "Pier Note                                  89 % of the words",
        "Adopted text, paragraph 7",
        "We agree to keep [-all-] ports open to {+small+} ships.",
    ]


def test_a_whole_paragraph_is_quoted_with_its_place_and_without_markdown() -> None:
    found = quoted(PORTS, "We *agree* to keep all ports open to ships[^2].")
    assert quoted_words(found) == (
        "Agreed language: “We agree to keep all ports open to ships.” (Pier Note, Adopted text, paragraph 7)"
    )


def test_agreed_words_take_the_place_of_the_paragraph_and_of_nothing_else() -> None:
    draft = read_draft(NOTE)
    asked = asked_at(draft, NOTE.index(PORTS), NOTE.index(PORTS))
    assert asked is not None
    agreed = "We agree to keep all ports open to ships."
    assert taken_over(asked, quoted(asked.words, agreed)) == NOTE.replace(PORTS, agreed)


def test_agreed_words_take_the_place_of_the_selection_and_the_number_stays() -> None:
    source = "# T\n\n1. We agree\n   to keep ports open to small ships, and to rest.\n"
    start = source.index("keep ports")
    asked = asked_at(read_draft(source), start, source.index(", and"))
    assert asked is not None
    made = taken_over(asked, quoted(asked.words, "keep all ports open to all ships"))
    assert made == "# T\n\n1. We agree\n   to keep all ports open to all ships, and to rest.\n"


OWN = "We will meet in Suva, and we will keep all ports open to small fishing ships in distress as we can."


def fitted(own: str, agreed: str, first: str = "", last: str = "") -> tuple[str, str, str]:
    """The own words that are compared, the agreed ones, and the paragraph after these were taken over."""
    draft = read_draft(f"# T\n\n{own}\n")
    start = draft.source.index(first or own)
    asked = asked_at(draft, start, draft.source.index(last) + len(last) if last else start)
    assert asked is not None
    found = fitting(asked, quoted(asked.words, agreed))
    made = read_draft(taken_over(asked, found))
    return asked.words[slice(*found.precedent.here)], found.words, made.paragraphs[1].text


def test_around_a_part_of_an_agreed_paragraph_ones_own_words_stay() -> None:
    agreed = "Ministers, having heard the pilots, keep ports open to small fishing ships in distress, at no charge."
    assert fitted(OWN, agreed) == (
        "keep all ports open to small fishing ships in distress",
        "keep ports open to small fishing ships in distress",
        "We will meet in Suva, and we will keep ports open to small fishing ships in distress as we can.",
    )


def test_a_selection_does_not_take_the_ends_of_a_whole_agreed_sentence() -> None:
    agreed = "We keep ports wide open to small fishing ships."
    assert fitted(OWN, agreed, "keep all", "fishing ships") == (
        "keep all ports open to small fishing ships",
        "keep ports wide open to small fishing ships",
        "We will meet in Suva, and we will keep ports wide open to small fishing ships in distress as we can.",
    )


def test_whole_paragraphs_are_taken_as_they_are() -> None:
    agreed = "We shall keep ports open to small ships, always."
    assert fitted(PORTS, agreed) == (PORTS, agreed, agreed)


def test_of_a_clause_that_both_have_the_clause_alone_is_replaced() -> None:
    own = (
        "Mindful that the pandemic closed many harbours, and recalling the needs of crews, we decide to keep all ports "
        "open to small fishing ships in distress and to share our charts with every navy of the region."
    )
    agreed = "Families said in March that small Fishing ships in distress must find open doors, whatever their flag."
    clause = "small fishing ships in distress"
    assert fitted(own, agreed) == (
        clause,
        clause.replace("f", "F", 1),
        own.replace(clause, "small Fishing ships in distress"),
    )


def test_marks_of_footnotes_stay_in_the_other_text() -> None:
    assert unnoted("open[^1] to *all*[^note].") == "open to *all*."


def test_an_empty_answer_says_what_that_means_and_what_to_do() -> None:
    assert "f9 issues it" in nothing_found(0, "alt+l")
    assert nothing_found(1, "alt+l").startswith("The other issued text says nothing like it.")
    assert nothing_found(4, "alt+l") == (
        "None of the 4 other issued texts says anything like it. esc closes this; select a clause of it alone, and ask "
        "again with alt+l."
    )
