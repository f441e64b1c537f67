"""Words found in a redline, and where they glow."""

from tests.export.sheets import NEW, OLD, redline_sheet

from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.hits import Hit, hits, of_block
from zerodraft.tui.redline.pieces import words_of
from zerodraft.tui.redline.rows import Glow, Ink, Tone, lit

BLOCKS = Blocks(redline_sheet(OLD, NEW))


def words(hit: Hit) -> str:
    return words_of(BLOCKS[hit.block].pieces)[hit.start : hit.end]


def test_words_are_found_in_reading_order_whatever_their_letters() -> None:
    found = hits(BLOCKS, "DIGITAL")
    assert [words(hit) for hit in found] == ["digital"] * 4
    assert [hit.block for hit in found] == [5, 8, 14, 14]


def test_deleted_words_are_found_too() -> None:
    assert [words(hit) for hit in hits(BLOCKS, "health  workers")] == ["health workers"]


def test_signs_are_taken_as_they_are_typed() -> None:
    assert [words(hit) for hit in hits(BLOCKS, "[a coherent - JPN")] == ["[a coherent - JPN"]
    assert hits(BLOCKS, "a.coherent") == ()


def test_nothing_is_found_of_nothing() -> None:
    assert hits(BLOCKS, "  ") == ()


def test_the_hits_of_a_block_are_picked_out() -> None:
    found = hits(BLOCKS, "digital")
    assert of_block(found, 14) == [(found[2].start, found[2].end), (found[3].start, found[3].end)]
    assert of_block(found, 3) == []


def test_a_hit_glows_over_the_borders_of_its_inks_and_the_found_one_otherwise() -> None:
    row = (Ink("▎ "), Ink("We sh", start=0), Ink("all act", Tone.INSERTED, start=5), Ink(" now", start=12))
    glowing = lit(row, [(3, 8), (13, 16)], (13, 16))
    assert [(ink.text, ink.glow) for ink in glowing] == [
        ("▎ ", Glow.NONE),
        ("We ", Glow.NONE),
        ("sh", Glow.HIT),
        ("all", Glow.HIT),
        (" act", Glow.NONE),
        (" ", Glow.NONE),
        ("now", Glow.FOUND),
    ]
    assert "".join(ink.text for ink in glowing) == "".join(ink.text for ink in row)
