"""Typed numbers: what is one, how it is cited, and what is only a wrapped line."""

import pytest
from hypothesis import given
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.label import Style, label_at, letter, readings, roman, roman_or_number


def read(line: str) -> tuple[str, Style, int, str, str] | None:
    """Cited text, style, value, suffix, and the words that are left."""
    label = label_at(line, 0, len(line))
    if label is None:
        return None
    return label.text, label.style, label.value, label.suffix, line[: label.start] + line[label.end :]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3. We agree", ("3", Style.NUMBER, 3, "", "We agree")),
        ("3\\. We agree", ("3", Style.NUMBER, 3, "", "We agree")),
        ("3) We agree", ("3", Style.NUMBER, 3, "", "We agree")),
        ("1007. We agree", ("1007", Style.NUMBER, 1007, "", "We agree")),
        ("33. <sup>1 </sup>We", ("33", Style.NUMBER, 33, "", "<sup>1 </sup>We")),
        ("33.&nbsp;<sup>1 </sup>We", ("33", Style.NUMBER, 33, "", "<sup>1 </sup>We")),
        ("(a)&nbsp; to share", ("(a)", Style.LETTER, 1, "", "to share")),
        ("3.", ("3", Style.NUMBER, 3, "", "")),
        ("1.2. We", ("1.2", Style.NUMBER, 2, "", "We")),
        ("2.bis We", ("2 bis", Style.NUMBER, 2, "bis", "We")),
        ("5 bis. We", ("5 bis", Style.NUMBER, 5, "bis", "We")),
        ("5\u00a0ter We", ("5 ter", Style.NUMBER, 5, "ter", "We")),
        ("5 alt We", ("5 alt", Style.NUMBER, 5, "alt", "We")),
        ("5A. We", ("5A", Style.NUMBER, 5, "A", "We")),
        ("**1 WE,** the", ("1", Style.NUMBER, 1, "", "**WE,** the")),
        ("**2** **APPRECIATING** it", ("2", Style.NUMBER, 2, "", "**APPRECIATING** it")),
        ("**3.** We", ("3", Style.NUMBER, 3, "", "We")),
        ("*3. We* agree", ("3", Style.NUMBER, 3, "", "*We* agree")),
        ("OP5 We", ("OP5", Style.OPERATIVE, 5, "", "We")),
        ("OP 5 bis: We", ("OP5 bis", Style.OPERATIVE, 5, "bis", "We")),
        ("PP2. Recalling", ("PP2", Style.PREAMBULAR, 2, "", "Recalling")),
        ("(a) to share", ("(a)", Style.LETTER, 1, "", "to share")),
        ("  (bb) to share", ("(bb)", Style.LETTER, 54, "", "to share")),
        ("(iv) to share", ("(iv)", Style.ROMAN, 4, "", "to share")),
        ("(12) to share", ("(12)", Style.DIGIT, 12, "", "to share")),
        ("a. to share", ("(a)", Style.LETTER, 1, "", "to share")),
        ("a\\. to share", ("(a)", Style.LETTER, 1, "", "to share")),
        ("iii) to share", ("(iii)", Style.ROMAN, 3, "", "to share")),
        ("- to share", ("-", Style.BULLET, 0, "", "to share")),
        ("+\tto share", ("-", Style.BULLET, 0, "", "to share")),
        ("[^note]: One member", ("^note", Style.NOTE, 0, "", "One member")),
        ("<sup>1 </sup>One member", ("^1", Style.NOTE, 0, "", "One member")),
        ("๓. เรา", ("๓", Style.NUMBER, 3, "", "เรา")),
    ],
)
def test_a_typed_number_is_read(line: str, expected: tuple[str, Style, int, str, str]) -> None:
    assert read(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "81.6 billion people",
        "16th General Assembly",
        "2023 Spring Meetings",
        "2021. That year",
        "1982 United Nations Convention",
        "3 of us agree",
        "12345. We",
        "We agree",
        "and (a) agree",
        "OPEC agrees",
        "(see above) we agree",
        "e.g. we agree",
        "a.b",
        "(zzz) we agree",
        "-5 degrees",
        "*3. We agree",
        "**WE** agree",
        "[we] agree",
        "<b>We</b>",
        "5 bison graze",
        "",
    ],
)
def test_words_are_no_number(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("line", "counter"),
    [
        ("3. We", "3"),
        ("2.bis We", "2.bis"),
        ("5A. We", "5A"),
        ("OP5 bis We", "5 bis"),
        ("(iv) to", "iv"),
        ("1.2. We", "1.2"),
    ],
)
def test_the_counter_is_what_a_renewal_writes_over(line: str, counter: str) -> None:
    label = label_at(line, 0, len(line))
    assert label
    assert label.counter.of(line) == counter


@given(HOSTILE, HOSTILE)
def test_what_stands_around_a_stretch_does_not_matter(before: str, line: str) -> None:
    alone = label_at(line, 0, len(line))
    # A line stands at the start of a line: bold numbers look one sign back.
    source = f"{before}\n{line}"
    inside = label_at(source, len(before) + 1, len(source))
    assert (alone is None) == (inside is None)
    if alone and inside:
        assert (alone.text, alone.style, alone.value) == (inside.text, inside.style, inside.value)
        assert 0 <= alone.start <= alone.counter.start < alone.counter.end <= alone.end <= len(line)


@pytest.mark.parametrize(
    ("value", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (53, "ba"), (702, "zz"), (703, "aaa")]
)
def test_letters_go_on_after_z(value: int, expected: str) -> None:
    assert letter(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (89, "lxxxix")]
)
def test_roman_numerals(value: int, expected: str) -> None:
    assert roman(value) == expected


def test_nobody_reads_long_roman_numerals() -> None:
    assert (roman_or_number(89), roman_or_number(90)) == ("lxxxix", "90")


@pytest.mark.parametrize(
    ("counter", "expected"),
    [
        ("i", ((Style.ROMAN, 1), (Style.LETTER, 9))),
        ("a", ((Style.LETTER, 1),)),
        ("ii", ((Style.ROMAN, 2), (Style.LETTER, 243))),
        ("12", ((Style.DIGIT, 12),)),
        ("zzz", ()),
        ("", ()),
        ("-", ()),
    ],
)
def test_a_counter_may_be_read_in_more_than_one_way(counter: str, expected: tuple[tuple[Style, int], ...]) -> None:
    assert readings(counter) == expected
