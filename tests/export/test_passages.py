"""A redline laid out: split, joined and moved paragraphs, and which words stand where."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, OLD, redline_sheet

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.export.forms import REDLINE
from zerodraft.export.passages import Departure, Passage, laid_out
from zerodraft.export.sheet import RedlineSheet

PARAGRAPHS = st.sampled_from([each.replace("\n", " ") for each in (OLD + "\n" + NEW).split("\n\n") if each.strip()])
TEXTS = st.lists(PARAGRAPHS, max_size=12).map("\n\n".join)


def passages(sheet: RedlineSheet) -> list[Passage]:
    return [passage for place in laid_out(sheet) if not isinstance(place, Departure) for passage in place]


def departures(sheet: RedlineSheet) -> list[Departure]:
    return [place for place in laid_out(sheet) if isinstance(place, Departure)]


def of_fate(fate: Fate) -> list[Passage]:
    return [each for each in passages(redline_sheet(OLD, NEW)) if each.fate is fate]


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_every_character_of_both_texts_stands_in_exactly_one_place(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    for side, not_here in ((sheet.old, Op.INSERTED), (sheet.new, Op.DELETED)):
        counted = {each.ordinal: 0 for each in side.draft.paragraphs}
        for passage in passages(sheet):
            for words in passage.words:
                # Kept words carry their place in the new text; their length is the same in the old.
                if words.op is not_here or words.is_break:
                    continue
                if words.op is not Op.KEPT or side is sheet.new:
                    counted[words.ordinal] += words.end - words.start
        if side is sheet.new:
            assert counted == {each.ordinal: len(each.text) for each in side.draft.paragraphs}


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_every_new_paragraph_has_one_passage_in_order(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    ordinals = [each.paragraph.ordinal for each in passages(sheet) if each.fate is not Fate.DELETED]
    assert ordinals == list(range(len(sheet.new.draft.paragraphs)))


def test_a_split_paragraph_gives_a_passage_for_each_part() -> None:
    first, second = of_fate(Fate.SPLIT)
    assert (first.number.cite, second.number.cite) == ("4", "5")
    assert first.was == second.was
    assert first.words[-1].is_break
    assert first.words[-1].op is Op.INSERTED
    assert first.words[-1].ordinal == second.paragraph.ordinal


def test_a_joined_paragraph_is_one_passage_with_a_deleted_break() -> None:
    (joined,) = of_fate(Fate.JOINED)
    assert joined.number.cite == "7"
    assert len(joined.was) == 2
    assert [each.op for each in joined.words if each.is_break] == [Op.DELETED]


def test_a_moved_paragraph_leaves_a_departure_where_it_stood() -> None:
    sheet = redline_sheet(OLD, NEW)
    (departure,) = departures(sheet)
    assert departure.number.cite == "3"
    assert departure.to_number.cite == "1"
    places = list(laid_out(sheet))
    following = places[places.index(departure) + 1]
    assert isinstance(following, tuple)
    assert following[0].paragraph.text == "Focus area 2: Crises"


def test_a_deleted_paragraph_keeps_its_old_number() -> None:
    (deleted,) = of_fate(Fate.DELETED)
    assert deleted.number.cite == "7"
    assert deleted.paragraph.text.startswith("We pay tribute")


def test_only_changes_leave_kept_paragraphs_out_and_keep_what_orients() -> None:
    kept = [each for each in passages(redline_sheet(OLD, NEW, only_changes=True)) if each.is_kept]
    assert [each.paragraph.text for each in kept] == [
        "Bali Message",
        "Focus area 1: Policy",
        "Focus area 2: Crises",
        "Closing",
    ]


def test_a_table_that_changed_is_replaced_whole_and_a_new_one_is_not() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    changed = passages(redline_sheet(f"# T\n\n{table}\n", f"# T\n\n{table.replace('2', '3')}\n"))
    new = passages(redline_sheet("# T\n", f"# T\n\n{table}\n"))
    assert [each.is_replaced_whole for each in changed] == [False, True]
    assert [each.is_replaced_whole for each in new] == [False, False]


def test_what_was_put_between_the_pieces_of_a_split_paragraph_stands_between_them() -> None:
    old = (
        "We invite digital platforms to deal fairly with small ones. "
        "We encourage small enterprises to adopt digital tools."
    )
    new = (
        "We invite digital platforms to deal fairly with small ones.\n\n# Tools\n\n"
        "We encourage small enterprises to adopt digital tools."
    )
    sheet = redline_sheet(old, new)
    places = [place for place in laid_out(sheet) if not isinstance(place, Departure)]
    assert [[passage.paragraph.ordinal for passage in place] for place in places] == [[0], [1], [2]]
    page = REDLINE["txt"](sheet).decode()
    assert page.index("deal fairly") < page.index("Tools") < page.index("adopt digital tools")
