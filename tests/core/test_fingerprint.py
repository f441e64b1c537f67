"""The fingerprint: of the words that are seen, and of nothing else."""

from hashlib import sha256

import pytest
from hypothesis import given
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.fingerprint import canonical, fingerprint_of, line_of
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft

TEXT = """# A *Vision*

*Recalling* the
seminar,

## Focus area 1

We agree.[^b] See [the list](https://example.org).

(a) once;[^a]

| Year | Ports |
|---|---|
| 2021 | **12** |

[^a]: Of a year.

[^b]: Not all.
"""
LINES = (
    "A Vision",
    "Recalling the seminar,",
    "Focus area 1",
    "1 We agree.^1 See the list.",
    "(a) once;^2",
    "Year | Ports",
    "2021 | 12",
    "^1 Not all.",
    "^2 Of a year.",
)


def lines(source: str) -> tuple[str, ...]:
    draft = read_draft(source)
    return tuple(line.text for line in canonical(draft, number(draft)))


def hexadecimal(source: str) -> str:
    draft = read_draft(source)
    return fingerprint_of(draft, number(draft))


def test_a_line_is_number_and_words_and_notes_come_last_as_they_are_cited() -> None:
    assert lines(TEXT) == LINES


def test_anybody_can_recompute_it() -> None:
    assert hexadecimal(TEXT) == sha256(("\n".join(LINES) + "\n").encode()).hexdigest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*Recalling*", "__Recalling__"),
        ("the\nseminar", "the  seminar"),
        ("[^a]", "[^7]"),
        ("## F", "### F"),
        ("é", "é"),
    ],
)
def test_form_is_no_word(old: str, new: str) -> None:
    text = TEXT.replace("Vision", "Visién")
    assert hexadecimal(text.replace(old, new)) == hexadecimal(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We agree.", "We agree"),
        ("We agree.", "“We agree.”"),
        ("(a) once", "(b) once"),
        ("Of a year", "Of the year"),
        ("agree.[^b]", "agree."),
        ("A *Vision*", "a Vision"),
        ("12", "13"),
    ],
)
def test_every_word_number_and_note_counts(old: str, new: str) -> None:
    assert old in TEXT
    assert hexadecimal(TEXT.replace(old, new)) != hexadecimal(TEXT)


def test_typed_and_counted_numbers_are_the_same_on_paper() -> None:
    assert line_of("12.", "We agree.") == line_of("", "12. We agree.") == "12 We agree."
    assert line_of("(a)", "once") == line_of("", "(a) once")
    assert hexadecimal("# T\n\n1. We a.\n\n2. We b.\n") == hexadecimal("# T\n\nWe a.\n\nWe b.\n")


@pytest.mark.parametrize("label", ["1.", "1.2.", "5 bis.", "1 ante bis.", "a.", "aa.", "iv.", "xviii."])
def test_the_point_behind_a_number_is_none_of_its_words(label: str) -> None:
    assert line_of("", f"{label} once") == f"{label[:-1]} once"


@pytest.mark.parametrize("words", ["cf. Rev.1", "etc. and so on", "12 parties. Thanks"])
def test_the_full_stop_behind_a_word_is_a_word_at_the_beginning_too(words: str) -> None:
    assert line_of("", words) == words


def test_two_notes_of_one_label_are_both_words() -> None:
    assert lines("# T\n\nOnce.[^1]\n\n[^1]: First.\n\n[^1]: Second.\n")[-2:] == ("Second.", "^1 First.")


@given(HOSTILE)
def test_any_text_has_lines_without_line_ends_that_read_the_same_again(source: str) -> None:
    for line in lines(source):
        assert "\n" not in line
        assert line == " ".join(line.split())
