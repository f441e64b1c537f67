"""Automatic numbers are printed as a word processor prints them."""

import pytest

from zerodraft.intake.counting import Item, Level, ListKind, Numbering, printed

OUTLINE = {
    0: Level(template="%1."),
    1: Level(numerals="lowerLetter", template="(%2)", restart=1),
    2: Level(numerals="lowerRoman", template="%1.%2.%3", restart=2),
}


def labels(lists: dict[str, ListKind], *items: tuple[str, int]) -> list[str]:
    known = tuple((Item(*each), None) for each in items)
    return list(Numbering(lists, known).labels((index, True) for index in range(len(items))))


def outline(*levels: int, **changed: Level) -> list[str]:
    own = OUTLINE | {int(name[1:]): level for name, level in changed.items()}
    return labels({"1": ListKind("1", own, {})}, *(("1", level) for level in levels))


@pytest.mark.parametrize(
    ("number", "numerals", "text"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (3, "none", ""),
        (3, "bullet", ""),
        (3, "ideographDigital", "3"),
        (0, "lowerLetter", "0"),
        (10**9, "upperLetter", "1000000000"),
        (10**9, "lowerRoman", "1000000000"),
    ],
)
def test_a_number_is_printed_in_its_numerals(number: int, numerals: str, text: str) -> None:
    assert printed(number, numerals) == text


def test_a_level_begins_again_below_each_item_of_a_higher_one() -> None:
    assert outline(0, 1, 1, 0, 1) == ["1.", "(a)", "(b)", "2.", "(a)"]


def test_a_number_may_hold_those_of_the_levels_above() -> None:
    assert outline(0, 1, 2, 2) == ["1.", "(a)", "1.a.i", "1.a.ii"]


def test_a_level_that_was_passed_over_counts_as_begun() -> None:
    assert outline(2, 0) == ["1.a.i", "2."]


def test_a_level_that_never_restarts_goes_on() -> None:
    assert outline(0, 1, 0, 1, _1=Level(template="(%2)", restart=0)) == ["1.", "(1)", "2.", "(2)"]


def test_a_legal_number_is_in_digits() -> None:
    assert outline(0, 1, 2, _2=Level(template="%1.%2.%3", restart=2, is_legal=True))[-1] == "1.1.1"


def test_lists_with_one_counter_go_on_unless_one_has_its_own_start() -> None:
    lists = {"1": ListKind("7", OUTLINE, {}), "2": ListKind("7", OUTLINE, {}), "3": ListKind("7", OUTLINE, {0: 5})}
    assert labels(lists, ("1", 0), ("2", 0), ("3", 0), ("3", 0)) == ["1.", "2.", "5.", "6."]


def test_a_bullet_and_an_unknown_list_have_no_number() -> None:
    bullets = {"1": ListKind("1", {0: Level(numerals="bullet", template="•")}, {})}
    assert labels(bullets, ("1", 0), ("1", 3), ("9", 0)) == ["", "", ""]


def test_a_template_of_a_million_signs_is_not_printed_in_full() -> None:
    long = {"1": ListKind("1", {0: Level(template="%1" * 1_000_000)}, {})}
    assert len(labels(long, ("1", 0))[0]) < 1000
