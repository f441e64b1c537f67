"""A redline set in one column and in two: as it is read, at every width."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.tui.redline.redline_app import scripts
from tests.tui.redline.test_redline_pieces import TABLE, TEXTS

from zerodraft.core.text.width import cells
from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.galley import Galley
from zerodraft.tui.redline.one_column import OneColumn
from zerodraft.tui.redline.pieces import NOT_A_WORD, signed
from zerodraft.tui.redline.rows import Row, Tone
from zerodraft.tui.redline.two_columns import TwoColumns

CHANGES = redline_sheet(OLD, NEW)
GALLEYS = st.sampled_from([OneColumn, TwoColumns])


def text_of(row: Row) -> str:
    return "".join(ink.text for ink in row)


def read(galley: Galley[Any], first: int = 0, last: int | None = None) -> str:
    """The rows of some blocks as they are read."""
    indices = range(first, len(galley.blocks) if last is None else last)
    rows = [galley.row(index, part) for index in indices for part in range(galley.height(index))]
    return "\n".join(text_of(row).rstrip() for row in rows)


def one(width: int, *, plain: bool = False, only_changes: bool = False) -> OneColumn:
    return OneColumn(Blocks(CHANGES, only_changes=only_changes), width, plain=plain)


def test_one_column_shows_numbers_notes_and_a_bar_beside_what_changed() -> None:
    assert read(one(79), 3, 11) == (
        "              Focus area 1: Policy\n"
        "\n"
        "▎      3 → 1  moved here from paragraph 3\n"
        "▎             We underline that the undertakings in this Message are voluntary\n"
        "▎             in every respect.\n"
        "\n"
        "       1 → 2  We affirm that digital diplomacy serves peace and understanding\n"
        "              among all the peoples of the world.\n"
        "\n"
        "▎      2 → 3  We encourage each country to adopt a [a coherent - JPN; AUS\n"
        "▎             delete] policy framework, which may include:\n"
        "\n"
        " 2(a) → 3(a)    a clear statement of its aims and of the resources to be\n"
        "                provided;\n"
        "\n"
        "▎2(b) → 3(b)    guidance for officials on the proper use of digital channels.¹\n"
        "\n"
        "▎          3  stood here; moved to paragraph 1\n"
        "\n"
        "              Focus area 2: Crises\n"
    )


def test_with_plain_marks_nothing_hangs_on_the_style() -> None:
    assert read(one(79, plain=True), 11, 16) == (
        "▎          4  split: paragraph 4 was divided\n"
        "▎             We undertake to counter false information in crises by making\n"
        "▎             reliable information available[-, and we-]{+.¶+}\n"
        "\n"
        "▎          5  {+We further+} resolve to correct our own errors openly and\n"
        "▎             without any delay.\n"
        "\n"
        "▎          6  new\n"
        "▎             {+We welcome the offer of Fiji to host the first exercise.+}\n"
        "\n"
        "▎      5 → 7  joined from paragraph 5 and paragraph 6\n"
        "▎             We invite digital platforms to deal fairly with small\n"
        "▎             enterprises.[-¶-]{+ +}We encourage small enterprises to adopt\n"
        "▎             digital tools that save energy.\n"
        "\n"
        "▎          7  deleted\n"
        "▎             [-We pay tribute to the health workers who kept services running\n"
        "▎             during the pandemic.-]\n"
    )


def test_folds_stand_where_the_words_begin() -> None:
    assert read(one(79, only_changes=True), 0, 3) == (
        "              Title and preamble\n\n              … 1 paragraph unchanged …\n\n"
        "▎        PP2  only the form changed, no word\n▎             Guided by the Charter of the United Nations,\n"
    )


def test_in_a_narrow_window_a_long_number_stands_above_its_words() -> None:
    assert read(one(39), 4, 6) == (
        "▎3 → 1 moved here from paragraph 3\n"
        "▎      We underline that the\n"
        "▎      undertakings in this Message are\n"
        "▎      voluntary in every respect.\n"
        "\n"
        " 1 → 2 We affirm that digital diplomacy\n"
        "       serves peace and understanding\n"
        "       among all the peoples of the\n"
        "       world.\n"
    )
    assert read(one(39), 7, 8) == (
        "         2(a) → 3(a)\n"
        "         a clear statement of its aims\n"
        "         and of the resources to be\n"
        "         provided;\n"
    )


def test_a_line_of_words_has_at_most_88_cells_however_wide_the_window() -> None:
    text = "# T\n\n" + "word " * 100 + "end.\n"
    galley = OneColumn(Blocks(redline_sheet(text, text.replace("end", "the end"))), 200, plain=False)
    assert max(len(line) for line in read(galley).split("\n")) == len("▎1  ") + 17 * len("word ") - 1


def test_numbers_that_stayed_take_no_more_room_than_they_need() -> None:
    text = "# T\n\n## Focus area 1: Ports\n\n1. We agree to act.\n\n2. We agree to meet.\n"
    galley = OneColumn(Blocks(redline_sheet(text, text.replace("meet", "meet often"))), 80, plain=True)
    assert read(galley, 2) == "   1  We agree to act.\n\n▎  2  We agree to meet {+often+}.\n"


def test_two_columns_show_the_old_text_beside_the_new_one() -> None:
    galley = TwoColumns(Blocks(CHANGES), 79, plain=True)
    assert text_of(galley.head[0]) == "Zero draft                             │ Rev.1"
    assert read(galley, 3, 7) == (
        "Focus area 1: Policy                   │\n"
        "                                       │\n"
        "                                       ▎       moved here from paragraph 3\n"
        "   3  We underline that the            ▎    1  We underline that the\n"
        "      undertakings in this Message are ▎       undertakings in this Message are\n"
        "      voluntary in every respect.      ▎       voluntary in every respect.\n"
        "                                       │\n"
        "   1  We affirm that digital diplomacy │    2  We affirm that digital diplomacy\n"
        "      serves peace and understanding   │       serves peace and understanding\n"
        "      among all the peoples of the     │       among all the peoples of the\n"
        "      world.                           │       world.\n"
        "                                       │\n"
        "   2  We encourage each country to     ▎    3  We encourage each country to\n"
        "      adopt [-a-] policy framework,    ▎       adopt {+[a coherent - JPN; AUS\n"
        "      which may include:               ▎       delete]+} policy framework,\n"
        "                                       ▎       which may include:\n"
        "                                       │"
    )


def test_in_two_columns_what_is_only_in_one_text_stands_only_there() -> None:
    galley = TwoColumns(Blocks(CHANGES), 79, plain=True)
    assert read(galley, 13, 14) == (
        "                                       ▎    6  {+We welcome the offer of Fiji\n"
        "                                       ▎       to host the first exercise.+}\n"
        "                                       │"
    )
    assert read(galley, 15, 16).split("\n")[0] == "   7  [-We pay tribute to the health   ▎"
    assert read(galley, 9, 10).split("\n")[0] == "   3  stood here; moved to paragraph 1 ▎"


def test_headings_and_folds_run_over_both_columns() -> None:
    long = "Focus area 1: " + "Cooperation of ports " * 3
    text = f"# T\n\n## {long}\n\nWe agree to act.\n\nWe meet.\n"
    galley = TwoColumns(Blocks(redline_sheet(text, text.replace("meet", "part")), only_changes=True), 79, plain=True)
    assert read(galley, 0, 2).split("\n")[::2] == [
        long.strip(),
        "… 1 paragraph unchanged …              │",
    ]


def test_a_table_keeps_its_lines() -> None:
    old, new = (f"# T\n\n{each}\n" for each in (TABLE, TABLE.replace("12", "14")))
    galley = OneColumn(Blocks(redline_sheet(old, new)), 79, plain=True)
    assert "▎T1  | Port | Berths |\n▎    | --- | --- |\n▎    | Suva | [-12-]{+14+} |\n▎    | Bali | 3 |" in read(galley)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.integers(16, 130), st.booleans())
def test_no_row_is_wider_than_the_window(old: str, new: str, width: int, plain: bool) -> None:
    blocks = Blocks(redline_sheet(old, new))
    for galley in (OneColumn(blocks, width, plain=plain), TwoColumns(blocks, width + 54, plain=plain)):
        for index in range(len(galley.blocks)):
            for part in range(galley.height(index)):
                assert sum(cells(ink.text) for ink in galley.row(index, part)) <= galley.width


@pytest.mark.parametrize("width", [30, 50, 71, 120])
@pytest.mark.parametrize("form", [OneColumn, TwoColumns])
def test_no_row_is_wider_than_the_window_in_any_script(form: type[Galley[Any]], width: int) -> None:
    galley = form(Blocks(scripts()), width, plain=False)
    for index in range(len(galley.blocks)):
        for part in range(galley.height(index)):
            assert sum(cells(ink.text) for ink in galley.row(index, part)) <= width


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.integers(20, 130), st.booleans())
def test_the_rows_of_a_block_joined_are_its_words(old: str, new: str, width: int, plain: bool) -> None:
    galley = OneColumn(Blocks(redline_sheet(old, new)), width, plain=plain)
    for index in range(len(galley.blocks)):
        block = galley.blocks[index]
        not_said = (Tone.NUMBER, Tone.OLD_NUMBER, Tone.NOTE, Tone.QUIET, Tone.BAR)
        inks = [
            ink for part in range(galley.height(index)) for ink in galley.row(index, part) if ink.tone not in not_said
        ]
        rows = "".join(ink.text for ink in inks)
        words = "".join(piece.text for piece in signed(block.pieces, plain=plain))
        assert "".join(rows.split()) == "".join(words.split())


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.integers(20, 130), GALLEYS)
def test_each_word_is_found_in_the_row_in_which_it_stands(
    old: str, new: str, width: int, form: type[Galley[Any]]
) -> None:
    galley = form(Blocks(redline_sheet(old, new)), width, plain=False)
    for index in range(len(galley.blocks)):
        for piece in galley.blocks[index].pieces:
            row = galley.row(index, galley.row_of(index, piece.start))
            assert any(ink.start <= piece.start <= ink.start + len(ink.text) for ink in row if ink.start != NOT_A_WORD)


def test_the_rows_in_which_changes_begin_are_known() -> None:
    sentence = "We agree to keep all ports open to small ships. "
    text = f"# T\n\n{sentence * 30}\n"
    changed = f"# T\n\n{sentence * 15}Quite so. {sentence * 15}\n"
    for form in (OneColumn, TwoColumns):
        galley = form(Blocks(redline_sheet(text, changed)), 80, plain=False)
        (index,) = galley.blocks.order.changes
        (row,) = galley.changed_rows(index)
        assert Tone.INSERTED in {ink.tone for ink in galley.row(index, row)}


def test_two_columns_keep_the_words_of_a_long_number_beside_each_other() -> None:
    deep = "# Note\n\nWe agree:\n\n(a) on ports:\n\n(i) open;\n\n(ii) safe;\n\n(iii) clean.\n"
    both = TwoColumns(Blocks(redline_sheet(deep, deep.replace("clean", "very clean"))), 67, plain=False)
    assert read(both, len(both.blocks) - 1) == (
        "              PP1(a)(iii)        ▎               PP1(a)(iii)\n"
        "              clean.             ▎               very clean.\n"
        "                                 │"
    )
