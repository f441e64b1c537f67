"""A redline as blocks: which stand there, in which order, with which numbers and notes."""

from hypothesis import given, settings
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.tui.redline.test_redline_pieces import TEXTS

from zerodraft.core.comparison.changes import Fate
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.summary import total
from zerodraft.tui.redline.blocks import Block, Blocks, Sort
from zerodraft.tui.redline.pieces import marked_text

CHANGES = redline_sheet(OLD, NEW)


def told(block: Block) -> tuple[str, str, str]:
    """Number, note and the beginning of what is read."""
    return block.number, block.note, (marked_text(block.pieces) + block.aside)[:24]


def all_told(sheet: RedlineSheet, *, only_changes: bool = False) -> list[tuple[str, str, str]]:
    blocks = Blocks(sheet, only_changes=only_changes)
    return [told(blocks[index]) for index in range(len(blocks))]


def test_every_paragraph_stands_in_reading_order_with_both_numbers_and_what_became_of_it() -> None:
    assert all_told(CHANGES) == [
        ("", "", "Bali Message"),
        ("PP1", "", "Recalling the Jakarta Me"),
        ("PP2", "only the form changed, no word", "Guided by the Charter of"),
        ("", "", "Focus area 1: Policy"),
        ("3 → 1", "moved here from paragraph 3", "We underline that the un"),
        ("1 → 2", "", "We affirm that digital d"),
        ("2 → 3", "", "We encourage each countr"),
        ("2(a) → 3(a)", "", "a clear statement of its"),
        ("2(b) → 3(b)", "", "guidance for officials o"),
        ("3", "", "stood here; moved to par"),
        ("", "", "Focus area 2: Crises"),
        ("4", "split: paragraph 4 was divided", "We undertake to counter "),
        ("5", "", "{+We further+} resolve t"),
        ("6", "new", "{+We welcome the offer o"),
        ("5 → 7", "joined from paragraph 5 and paragraph 6", "We invite digital platfo"),
        ("7", "deleted", "[-We pay tribute to the "),
        ("", "", "Closing"),
        ("C1", "", "Done at Bali on 16 Novem"),
        ("N1", "new", "{+See the annex.+}"),
    ]


def test_only_changes_fold_the_rest_and_keep_the_headings() -> None:
    assert [each for each in all_told(CHANGES, only_changes=True) if each[0] == ""] == [
        ("", "", "Title and preamble"),
        ("", "", "… 1 paragraph unchanged "),
        ("", "", "Focus area 1: Policy"),
        ("", "", "… 1 paragraph unchanged "),
        ("", "", "… 1 paragraph unchanged "),
        ("", "", "Focus area 2: Crises"),
        ("", "", "Closing"),
        ("", "", "… 1 paragraph unchanged "),
    ]


def test_a_section_without_changes_is_told_in_its_heading() -> None:
    old = "# T\n\n## One\n\nWe act.\n\nWe meet.\n\n## Two\n\nWe write all of it down.\n"
    blocks = Blocks(redline_sheet(old, old.replace("all of it", "most of it")), only_changes=True)
    assert [blocks[index].aside for index in range(len(blocks))] == [
        " · 2 paragraphs, unchanged",
        "",
        "",
    ]


def test_a_heading_that_changed_is_a_change_and_has_no_number() -> None:
    old = "# T\n\n## Focus area 1: Ports\n\nWe act.\n"
    blocks = Blocks(redline_sheet(old, old.replace("Ports", "Small ports")))
    (index,) = blocks.order.changes
    assert (blocks[index].sort, blocks[index].number) == (Sort.HEADING, "")
    assert marked_text(blocks[index].pieces) == "Focus area 1: [-Ports-]{+Small ports+}"


def test_a_sub_paragraph_knows_its_depth() -> None:
    blocks = Blocks(CHANGES)
    assert [blocks[index].level for index in range(5, 9)] == [0, 0, 1, 1]


def test_focus_areas_and_the_parts_outside_of_them_can_be_gone_to() -> None:
    blocks = Blocks(CHANGES)
    assert [marked_text(blocks[index].pieces) for index in blocks.order.areas] == [
        "Bali Message",
        "Focus area 1: Policy",
        "Focus area 2: Crises",
        "Closing",
    ]


def test_a_heading_within_a_focus_area_begins_no_other() -> None:
    text = "# T\n\n## Focus area 1: Ports\n\n1. We act.\n\n### Pilots\n\n2. We pay.\n"
    blocks = Blocks(redline_sheet(text, text.replace("pay", "pay well")))
    assert [marked_text(blocks[index].pieces) for index in blocks.order.areas][-1] == "Focus area 1: Ports"


def test_both_pieces_of_a_divided_paragraph_and_the_place_that_a_moved_one_left_belong_to_one_change() -> None:
    blocks = Blocks(CHANGES)
    assert [blocks.change_at(index) for index in (4, 9, 11, 12)] == [1, 1, 4, 4]
    assert blocks.change_at(5) is None


def test_paragraphs_are_found_by_their_ordinal_in_either_text() -> None:
    blocks = Blocks(CHANGES)
    affirm = next(each for each in CHANGES.new.draft.paragraphs if each.text.startswith("We affirm"))
    tribute = next(each for each in CHANGES.old.draft.paragraphs if each.text.startswith("We pay tribute"))
    assert blocks.index_of(affirm.ordinal) == 5
    assert blocks.index_of(tribute.ordinal, in_old=True) == 15
    assert (blocks.ordinal(15), blocks.is_of_old_text(15)) == (tribute.ordinal, True)


def test_a_folded_paragraph_is_nearest_to_its_fold() -> None:
    folded = Blocks(CHANGES, only_changes=True)
    affirm = next(each for each in CHANGES.new.draft.paragraphs if each.text.startswith("We affirm"))
    assert folded.index_of(affirm.ordinal) is None
    nearest = folded.nearest(affirm.ordinal, in_old=False)
    assert folded[nearest].sort is Sort.FOLD
    assert folded.ordinal(nearest) == affirm.ordinal


def test_a_text_without_paragraphs_has_no_blocks() -> None:
    assert len(Blocks(redline_sheet("", ""))) == 0


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_there_are_as_many_changes_as_the_summary_counts_folded_or_not(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    for only_changes in (False, True):
        blocks = Blocks(sheet, only_changes=only_changes)
        assert len(blocks.order.changes) == total(sheet).paragraphs_changed
        assert [blocks.change_at(index) for index in blocks.order.changes] == [*range(len(blocks.order.changes))]


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_new_paragraph_has_one_block_and_folds_hold_the_rest(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    blocks = Blocks(sheet)
    ordinals = [blocks.ordinal(index) for index in range(len(blocks)) if not blocks.is_of_old_text(index)]
    assert [each for each in ordinals if each is not None] == [*range(len(sheet.new.draft.paragraphs))]
    folded = Blocks(sheet, only_changes=True)
    kept = [folded[index] for index in range(len(folded)) if folded[index].fate is Fate.KEPT]
    assert all(block.sort in (Sort.FOLD, Sort.HEADING) for block in kept)
