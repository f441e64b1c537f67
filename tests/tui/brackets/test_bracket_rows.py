"""Brackets in a list, and one of them as cards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from zerodraft.tui.brackets.bracket_cards import cards_of
from zerodraft.tui.brackets.rows import Teller
from zerodraft.tui.brackets.table import Sought, Table, described, undated, understood
from zerodraft.tui.brackets.telling import copied, since_told
from zerodraft.tui.widgets.card import lines_of
from zerodraft.tui.widgets.row import Row, fitted

NOW = datetime(2021, 11, 5, 9, 0, tzinfo=timezone(timedelta(hours=12)))


def drawn(rows: tuple[Row, ...], width: int = 60) -> list[str]:
    return ["".join(piece.text for piece in fitted(each, width)).rstrip() for each in rows]


def cards(table: Table, place: int) -> list[str]:
    found = (lines_of(told.card, 72) for told in cards_of(table, place, NOW))
    return ["".join(piece.text for piece in line).rstrip() for lines in found for line in lines]


def test_a_row_tells_what_is_offered_whose_it_is_and_since_when(brackets: Table) -> None:
    teller = Teller(brackets, range(5), lambda: 60, NOW)
    assert [line for item in range(5) for line in drawn(tuple(teller.two_rows(item)))] == [
        "¶ 1     all                                           3 Nov",
        "        Japan; Fiji delete",
        "¶ 2(a)  once [each - VNM] year / twice a year         3 Nov",
        "        – / Fiji, Japan; Indonesia support",
        "¶ 2(a)  └ each                                        3 Nov",
        "        Viet Nam",
        "¶ 3     honour / thank                                3 Nov",
        "        nobody is named",
        "¶ 5     , maps                                        3 Nov",
        "        Utopia",
    ]


def test_in_one_row_there_are_the_words_and_in_a_tiny_list_these_alone(brackets: Table) -> None:
    assert drawn(tuple(Teller(brackets, range(5), lambda: 60, NOW).one_row(3))) == [
        "¶ 3     honour / thank                                3 Nov"
    ]
    assert drawn(tuple(Teller(brackets, range(5), lambda: 20, NOW).one_row(3)), 20) == ["¶ 3     honour / th…"]


def test_the_card_of_a_bracket_shows_its_paragraph_and_who_holds_which_alternative(brackets: Table) -> None:
    assert cards(brackets, 1) == [
        "¶ 2(a) · focus area 1 · since 3 Nov",
        "[once [each - VNM] year / twice a year - Fiji, Japan];",
        "Alternative 1",
        "once [each - VNM] year",
        "Alternative 2",
        "twice a year",
        "  proposed by Fiji, Japan",
        "  support: Indonesia",
        "  said: Indonesia 3 Nov",
    ]
    assert cards(brackets, 2)[0] == "¶ 2(a) · focus area 1 · inside of another bracket · since 3 Nov"
    assert cards(brackets, 4)[2:] == ["The only wording", ", maps", "  proposed by Utopia"]


@pytest.mark.parametrize(
    ("place", "words"), [(0, "[all - Japan; Fiji delete]"), (2, "[each - VNM]"), (3, "[honour][thank]")]
)
def test_the_bracket_itself_is_underlined_in_its_paragraph(brackets: Table, place: int, words: str) -> None:
    passage = next(iter(cards_of(brackets, place, NOW))).card.body[0]
    assert "".join(piece.text for piece in passage.pieces if "quote" in piece.style) == words


def test_since_when_is_told_by_the_first_version_that_has_it(brackets: Table) -> None:
    row = brackets.rows[0]
    long_ago = replace(row, since=None)
    assert since_told(brackets.dossier, row, NOW, is_dated=False) == ""
    assert since_told(brackets.dossier, long_ago, NOW, is_dated=True) == "not recorded yet"
    for since, told in (
        (datetime(2021, 11, 1, tzinfo=UTC), "since Zero Draft"),
        (datetime(2021, 11, 4, 20, 0, tzinfo=UTC), "since today"),
        (datetime(2022, 1, 2, tzinfo=UTC), "since 2 Jan 2022"),
    ):
        assert since_told(brackets.dossier, replace(row, since=since), NOW, is_dated=True) == told


def test_what_is_copied_names_each_alternative(brackets: Table) -> None:
    assert copied(brackets.dossier, brackets.rows[1], NOW, is_dated=True) == (
        "¶ 2(a) · since 3 Nov\n1 once [each - VNM] year\n2 twice a year · Fiji, Japan; Indonesia support"
    )


@pytest.mark.parametrize(
    ("line", "found", "told"),
    [
        ("", (0, 1, 2, 3, 4), ""),
        ("from:fiji", (0, 1), "of Fiji"),
        ("from:ASEAN", (1, 2), "of ASEAN"),
        ("area:2", (3, 4), "focus area 2"),
        ("para:2", (1, 2), "¶ 2"),
        ("TWICE year", (1,), "“twice” “year”"),
        ("utopia", (4,), "“utopia”"),
        ("viet", (2,), "“viet”"),
        ("area:1 from:VNM", (2,), "of Viet Nam · focus area 1"),
    ],
)
def test_the_filter_narrows_by_delegation_focus_area_paragraph_and_words(
    brackets: Table, line: str, found: tuple[int, ...], told: str
) -> None:
    wanted = understood(line, brackets.dossier)
    assert wanted.problem == wanted.unfinished == ""
    assert brackets.narrowed(wanted.wish) == found
    assert described(wanted.wish, brackets.dossier) == told


def test_the_same_words_twice_are_two_brackets(brackets: Table) -> None:
    assert brackets.ids[3] == "[honour][thank] 1"
    twice = Table(brackets.dossier, (brackets.rows[3], brackets.rows[3]), is_dated=True)
    assert twice.ids == ("[honour][thank] 1", "[honour][thank] 2")


def test_before_the_record_is_asked_the_same_brackets_are_known(brackets: Table) -> None:
    early = undated(brackets.dossier)
    assert (early.ids, early.is_dated) == (brackets.ids, False)
    assert [row.cite for row in early.rows] == [row.cite for row in brackets.rows]
    assert early.narrowed(Sought(area=2)) == (3, 4)
