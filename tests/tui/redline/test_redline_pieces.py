"""The words of a block: nothing lost, nothing run together, brackets and control characters as they were typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, OLD, redline_sheet

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.inline import Style, read_inline
from zerodraft.core.text.visible import visible
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.text.blocks import shown
from zerodraft.tui.redline.blocks import Block, Blocks
from zerodraft.tui.redline.pieces import Piece, marked_text, signed, sliced, words_of

TABLE = "| Port | Berths |\n| --- | --- |\n| Suva | 12 |\n| Bali | 3 |"
PARAGRAPHS = st.sampled_from([each for each in (OLD + "\n" + NEW).split("\n\n") if each.strip()] + [TABLE])
TEXTS = st.lists(PARAGRAPHS, max_size=12).map("\n\n".join)


def blocks_of(old: str, new: str) -> list[Block]:
    blocks = Blocks(redline_sheet(f"# T\n\n{old}\n", f"# T\n\n{new}\n"))
    return [blocks[index] for index in range(len(blocks))]


def changed(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of the one block that changed."""
    (block,) = [block for block in blocks_of(old, new) if block.is_changed]
    return block.pieces


def styled(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in signed(pieces, plain=False))


def of_side(sheet: RedlineSheet, without: Op) -> str:
    """The words of one text as the blocks of a redline show them; line breaks and spaces don't count."""
    blocks = Blocks(sheet)
    pieces = [blocks[index].pieces for index in range(len(blocks)) if blocks.ordinal(index) is not None]
    return "".join("".join(each.text for each in some if each.op is not without) for some in pieces)


def as_read(draft: Draft) -> str:
    return "".join(
        paragraph.text
        if "|" in paragraph.text
        else "".join(visible(shown(stretch)) for stretch in read_inline(paragraph.text))
        for paragraph in draft.paragraphs
    )


def letters(text: str) -> list[str]:
    """All characters but white space and the signs of breaks, sorted: a moved paragraph stands in its new place."""
    return sorted("".join(text.replace("¶", "").split()))


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_without_what_was_inserted_the_words_are_those_of_the_old_text(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    assert letters(of_side(sheet, Op.INSERTED)) == letters(as_read(sheet.old.draft))


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_without_what_was_deleted_the_words_are_those_of_the_new_text_in_order(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    assert "".join(of_side(sheet, Op.DELETED).replace("¶", "").split()) == "".join(as_read(sheet.new.draft).split())


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_each_piece_stands_where_it_says(old: str, new: str) -> None:
    for block in blocks_of(old, new):
        words = words_of(block.pieces)
        assert all(words[piece.start :].startswith(piece.text) for piece in block.pieces)


def test_an_old_word_and_the_new_one_in_its_place_do_not_run_together() -> None:
    pieces = changed("Ports shall stay open.", "Ports should stay open.")
    assert styled(pieces) == "Ports shall should stay open."
    assert marked_text(pieces) == "Ports [-shall-]{+should+} stay open."


def test_words_that_have_a_space_between_them_get_no_other() -> None:
    pieces = changed("Ports stay open.", "All ports stay open at night.")
    assert styled(pieces) == "Ports All ports stay open at night."


def test_plain_marks_leave_the_space_at_their_edge_outside() -> None:
    pieces = changed("Ports stay open.", "Ports stay [wide - JPN] open.")
    assert marked_text(pieces) == "Ports stay {+[wide - JPN]+} open."


def test_an_inserted_bracket_is_a_change_and_not_a_colour() -> None:
    inserted = [piece for piece in changed("We act.", "We [shall - *JPN*] act.") if piece.op is Op.INSERTED]
    assert "".join(piece.text for piece in inserted).strip() == "[shall - JPN]"
    assert not any(Style.DISPUTED in piece.style for piece in inserted)


def test_a_bracket_that_stayed_is_marked_as_disputed() -> None:
    pieces = changed("We [shall/should] act.", "We [shall/should] act now.")
    assert [piece.text for piece in pieces if Style.DISPUTED in piece.style] == ["[shall/should]"]


@pytest.mark.parametrize("typed", ["[shall]", "[/foo]", "[b]", "[@click=app.bell]x[/]", "\\[x\\]", "[red on blue]"])
def test_what_is_markup_elsewhere_is_shown_as_it_was_typed(typed: str) -> None:
    words = words_of(changed("We agree to act on all ports.", f"We agree to {typed} act on all ports."))
    assert words == f"We agree to {typed.replace(chr(92), '')} act on all ports."


@pytest.mark.parametrize(
    ("typed", "told"), [("\x1b]52;c;aGk=\x07", "⟦U+001B⟧]52;c;aGk=⟦U+0007⟧"), ("a\u202eb", "a⟦U+202E⟧b")]
)
def test_control_characters_become_visible_marks(typed: str, told: str) -> None:
    assert told in words_of(changed("We act.", f"We {typed} act."))
    assert told in words_of(changed(f"{TABLE}\n", f"{TABLE}\n| {typed} | 1 |\n"))


def test_a_table_shows_which_words_of_a_row_changed_and_which_rows_are_new() -> None:
    pieces = changed(TABLE, TABLE.replace("12", "14") + "\n| Fiji | 2 |")
    assert marked_text(pieces) == (
        "| Port | Berths |\n| --- | --- |\n| Suva | [-12-]{+14+} |\n| Bali | 3 |\n{+| Fiji | 2 |+}"
    )


def test_each_line_of_a_new_table_bears_its_own_marks() -> None:
    pieces = changed("We act.", f"We act.\n\n{TABLE}")
    assert marked_text(pieces).split("\n")[2] == "{+| Suva | 12 |+}"


def test_a_break_that_was_taken_out_is_a_deleted_sign() -> None:
    pieces = changed(
        "We invite all platforms to deal fairly.\n\nWe encourage all enterprises to adopt tools.",
        "We invite all platforms to deal fairly. We encourage all enterprises to adopt tools.",
    )
    assert "[-¶-]" in marked_text(pieces)


@given(st.text("ab ", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_slice_is_the_slice_of_the_joined_text(text: str, start: int, end: int) -> None:
    pieces = [Piece(each, Op.KEPT, start=place) for place, each in enumerate(text)]
    found = list(sliced(pieces, start, end))
    assert "".join(piece.text for piece in found) == text[start:end]
    assert [piece.start for piece in found] == list(range(start, min(end, len(text))))
