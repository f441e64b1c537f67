"""A redline in sections, and what is told of its paragraphs: known without any words being laid out."""

from hypothesis import given, settings
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.export.test_passages import TEXTS

from zerodraft.export.passages import Departure, Gap, Passage, Spot, arranged, laid_out, place_at
from zerodraft.export.sections import Fold, changed_only, sections
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.telling import Telling, unchanged, untouched

CHANGES = redline_sheet(OLD, NEW)


def passages(sheet: RedlineSheet) -> list[Passage]:
    return [passage for place in laid_out(sheet) if not isinstance(place, Departure) for passage in place]


def notes(old: str, new: str) -> list[str]:
    sheet = redline_sheet(old, new)
    told = [Telling(sheet).note(passage) for passage in passages(sheet)]
    return [note for note in told if note]


def test_sections_follow_the_headings_and_count_what_stands_below() -> None:
    assert [(each.name, each.area, each.paragraphs, each.has_changes) for each in sections(CHANGES)] == [
        ("Title and preamble", None, 2, True),
        ("Focus area 1: Policy", 1, 5, True),
        ("Focus area 2: Crises", 2, 4, True),
        ("Closing", None, 2, True),
    ]


def test_a_text_without_a_preamble_begins_with_its_title_alone() -> None:
    text = "# T\n\n## Focus area 1: Ports\n\nWe act.\n"
    title, ports = sections(redline_sheet(text, text))
    assert (title.is_title_alone, ports.is_title_alone) == (True, False)


def test_a_section_in_which_a_paragraph_only_left_has_changed() -> None:
    charts = "We support the exchange of charts and tables among ports."
    rest = "We thank the pilots who brought all of the ships home through the storms of the last winter."
    text = f"# T\n\n## One\n\n{charts}\n\nWe act.\n\n## Two\n\n{rest}\n"
    one, two = sections(redline_sheet(text, text.replace(f"{charts}\n\n", "") + f"\n{charts}\n"))[1:]
    assert (one.name, one.has_changes, two.has_changes) == ("One", True, True)
    assert any(isinstance(spot, Gap) for spot in one.spots)


def test_unchanged_paragraphs_between_changes_are_folded_together() -> None:
    policy = sections(CHANGES)[1]
    folded = list(changed_only(CHANGES, policy.spots))
    assert [type(each) for each in folded] == [Spot, Fold, Spot, Fold, Spot, Gap]


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_what_stands_where_is_the_same_with_the_words_and_without(old: str, new: str) -> None:
    sheet = redline_sheet(old, new)
    assert [place_at(sheet, spot) for spot in arranged(sheet.comparison)] == list(laid_out(sheet))
    below = [spot for section in sections(sheet) for spot in (*filter(None, (section.heading,)), *section.spots)]
    assert below == list(arranged(sheet.comparison))


def test_what_became_of_a_paragraph_is_told() -> None:
    assert notes(OLD, NEW) == [
        "only the form changed, no word",
        "moved here from paragraph 3",
        "split: paragraph 4 was divided",
        "split: paragraph 4 was divided",
        "new",
        "joined from paragraph 5 and paragraph 6",
        "deleted",
        "new",
    ]


def test_both_numbers_are_told_where_they_differ() -> None:
    told = [Telling(CHANGES).numbers(passage, 0) for passage in passages(CHANGES)]
    assert told[:6] == [("", ""), ("", "PP1"), ("", "PP2"), ("", "FA1"), ("3", "1"), ("1", "2")]


def test_counts_are_told_in_the_right_number() -> None:
    assert (unchanged(1), unchanged(12)) == ("… 1 paragraph unchanged …", "… 12 paragraphs unchanged …")
    assert (untouched(0), untouched(1)) == (" · 0 paragraphs, unchanged", " · 1 paragraph, unchanged")
