"""HTML out: the words of the text, anchors that hold, a redline that can be read without colour."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.pages import ReadPage
from tests.export.sheets import MARK, NEW, OLD, redline_sheet, sheet

from zerodraft.core.text.footnotes import note_numbers
from zerodraft.core.text.numbering import Number
from zerodraft.export.html.blocks import ids
from zerodraft.export.html.clean import clean_html
from zerodraft.export.html.redline import redline_html
from zerodraft.export.text.blocks import plain

TABLE = "# T\n\n| Step | When |\n|---|---|\n| *Points* of contact | 2022 |\n"


def clean(source: str, language: str = "en") -> ReadPage:
    return ReadPage(clean_html(sheet(source, language=language)).decode())


def redlined(old: str, new: str, *, only_changes: bool = False) -> ReadPage:
    return ReadPage(redline_html(redline_sheet(old, new, only_changes=only_changes)).decode())


def assert_anchors_hold(page: ReadPage) -> None:
    found = page.values("id")
    assert len(found) == len(set(found))
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(found)


WORDS = st.lists(
    st.sampled_from(["we", "*agree*", "[shall]", "R&D", "**not**", "text[^1]", "<sup>1</sup>"]), max_size=8
)
DRAFTS = st.lists(WORDS.map(" ".join), max_size=6).map(lambda each: "\n\n".join(["# T", "## A", *each, "[^1]: n"]))


@settings(max_examples=50)
@given(DRAFTS)
def test_the_words_on_a_page_are_the_words_of_the_draft(source: str) -> None:
    draft = sheet(source).draft
    numbers = [each.printed for each in sheet(source).numbers if each.printed]
    page = clean(source).words.replace("↩", " ")
    raised = str.maketrans("¹", "1")
    notes = note_numbers(draft)
    expected = " ".join(plain(each.text, notes) for each in draft.paragraphs)
    words = sorted("".join([*expected.translate(raised).split(), *numbers, *map(str, notes.notes.values())]))
    assert sorted("".join(page.split())) == words


@settings(max_examples=50)
@given(DRAFTS, DRAFTS)
def test_every_link_inside_a_page_leads_somewhere(old: str, new: str) -> None:
    assert_anchors_hold(clean(new))
    assert_anchors_hold(redlined(old, new))
    assert_anchors_hold(redlined(old, new, only_changes=True))


def test_a_clean_page_has_one_first_heading_and_focus_areas_below_it() -> None:
    page = clean(NEW)
    assert len(page.all("h1")) == 1
    assert len(page.all("h2")) == 3
    assert page.all("h3") == []


def test_numbers_are_text_and_paragraphs_are_found_as_they_are_cited() -> None:
    page = clean(NEW)
    assert {"p-title", "p-PP1", "p-FA1", "p-1", "p-3", "p-3.b", "p-C1", "p-N1"} <= set(page.values("id"))
    assert '<span class="number" dir="ltr">(b)</span>' in page.source


def test_anchors_stay_apart_where_numbers_look_alike() -> None:
    numbers = [Number("7(a)", ""), Number("7 a", ""), Number("5 bis", ""), Number("7.a", "")]
    assert ids(numbers, "p-") == ("p-7.a", "p-7.a.2", "p-5.bis", "p-7.a.3")


def test_a_footnote_is_linked_both_ways_from_its_first_mark() -> None:
    page = clean("# T\n\nWe agree[^1], and again[^1], not[^2].\n\n[^1]: Why.\n")
    assert page.source.count('href="#note-1"') == 2
    assert page.source.count('id="note-1-ref"') == 1
    assert page.source.count('href="#note-1-ref"') == 1
    assert "<sup>[^2]</sup>" in page.source


def test_a_text_without_a_title_takes_that_of_the_sheet() -> None:
    assert '<h1 dir="auto">Vision</h1>' in clean("---\ntitle: Vision\n---\n\nWe meet.\n").source


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("id", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl")])
def test_a_page_knows_its_language_and_direction(language: str, direction: str) -> None:
    assert clean("# T\n", language).all("html")[0].attributes == {"lang": language, "dir": direction}


def test_a_text_that_is_not_adopted_bears_its_mark() -> None:
    page = clean_html(sheet("# T", mark=MARK)).decode()
    assert '<p class="notice" dir="auto">Draft of 3 November 2021 – not for circulation</p>' in page


def test_emphasis_brackets_and_agreement_have_their_style() -> None:
    source = clean("# T\n\n*We* [extreme - US] **all** [Agreed ad ref]\n").source
    assert (
        '<em>We</em> <span class="disputed">[extreme - <span class="delegation">US</span>]</span> '
        '<strong>all</strong> <span class="agreed">[Agreed ad ref]</span>'
    ) in source


def test_tables_and_quoted_blocks_are_blocks() -> None:
    source = clean(TABLE + "\n> quoted\n> words\n").source
    assert '<thead><tr><th scope="col" dir="auto">Step</th>' in source
    assert '<td dir="auto"><em>Points</em> of contact</td>' in source
    assert '<pre id="p-B1" dir="auto">&gt; quoted\n&gt; words</pre>' in source


def test_a_redline_marks_words_and_keeps_their_emphasis() -> None:
    source = redlined(OLD, NEW).source
    assert "the <ins><em>proper</em> </ins>use of digital channels." in source
    assert '<p class="note">only the form changed, no word</p>' in source


def test_emphasis_cut_by_a_mark_is_closed_and_opened_again() -> None:
    source = redlined("# T\n\n*we all agree*\n", "# T\n\n*we now agree*\n").source
    assert "<em>we </em><del><em>all</em></del><ins><em>now</em></ins><em> agree</em>" in source


def test_a_moved_paragraph_is_linked_with_the_place_where_it_stood() -> None:
    source = redlined(OLD, NEW).source
    assert 'moved from <a href="#old-3">paragraph 3</a>' in source
    assert 'paragraph 3: moved to <a href="#p-1">paragraph 1</a>' in source
    assert '<div class="par changed departure" id="old-3">' in source


def test_split_joined_new_and_deleted_paragraphs_say_so() -> None:
    source = redlined(OLD, NEW).source
    assert source.count('<p class="note">split from paragraph 4</p>') == 2
    assert '<p class="note">joined from paragraph 5, paragraph 6</p>' in source
    assert '<div class="par changed inserted" id="p-6"><p class="note">new</p>' in source
    assert '<div class="par changed deleted" id="old-7"><p class="note">deleted</p>' in source


def test_a_number_that_changed_shows_the_old_one_below() -> None:
    assert '<span class="now-number">2.</span><span class="was-number">1.</span>' in redlined(OLD, NEW).source


def test_the_survey_counts_by_part_and_links_to_each_change() -> None:
    source = redlined(OLD, NEW).source
    assert "<p>9 paragraphs changed; " in source
    assert '<a href="#p-FA1">Focus area 1: Policy</a>' in source
    assert '<span class="places"><a href="#p-1">1</a>, <a href="#p-3">3</a>, <a href="#p-3.b">3(b)</a></span>' in source
    assert '<s><a href="#old-7">7</a></s>' in source


def test_two_equal_texts_say_so_and_show_no_table() -> None:
    page = redlined(OLD, OLD)
    assert "The two texts say the same." in page.source
    assert page.all("tfoot") == []


def test_the_switch_works_by_style_alone() -> None:
    page = redlined(OLD, NEW)
    assert [each.attributes["id"] for each in page.all("input")] == ["show-both", "show-new", "show-old", "only"]
    labelled = {each.attributes["for"] for each in page.all("label")}
    assert labelled == {"show-both", "show-new", "show-old", "only", "part"}
    assert page.all("script") == []


def test_a_screen_reader_hears_where_a_mark_begins_and_ends() -> None:
    source = redlined(OLD, NEW).source
    assert '.in-en ins::before{content:" [inserted" var(--by,"") ": "}' in source
    assert '<body class="in-en">' in source


def test_only_changes_leave_the_rest_out_and_cite_sub_paragraphs_in_full() -> None:
    page = redlined(OLD, NEW, only_changes=True)
    assert "Recalling" not in page.source
    assert ">3(b)</span>" in page.source
    assert [each.attributes["id"] for each in page.all("input")] == ["show-both", "show-new", "show-old"]


def test_a_table_is_compared_cell_by_cell() -> None:
    changed = TABLE.replace("2022", "2023")
    assert '<td dir="auto"><del>2022</del><ins>2023</ins></td>' in redlined(TABLE, changed).source
    longer = redlined(TABLE, TABLE + "| Report | 2024 |\n").source
    assert '<td dir="auto"><ins>Report</ins></td>' in longer
    assert '<td dir="auto"><del>Report</del></td>' in redlined(TABLE + "| Report | 2024 |\n", TABLE).source
    assert '<td dir="auto"><em>Points</em> <del>of</del><ins>for</ins> contact</td>' in (
        redlined(TABLE, TABLE.replace(" of ", " for ")).source
    )


def test_whole_blocks_that_came_or_went_are_marked() -> None:
    quote = "# T\n\n> one word of the quotation\n"
    assert '<ins><pre dir="auto">&gt; one word of the quotation</pre></ins>' in redlined("# T\n", quote).source
    assert '<del><pre dir="auto">&gt; one word' in redlined(quote, "# T\n").source
    replaced = redlined(quote, quote.replace("one", "two")).source
    assert '<del><pre dir="auto">&gt; one word of the quotation</pre></del><ins><pre dir="auto">&gt; two' in replaced
    assert (
        '<del><div class="scroll" tabindex="0" role="group" aria-label="Table T1">' in redlined(TABLE, "# T\n").source
    )


def test_a_deleted_footnote_keeps_its_label_and_its_links() -> None:
    page = redlined(NEW, OLD)
    assert '<span id="old-note-1">1</span></span><p class="words"><del>See the <strong>annex' in page.source
    assert '<a class="ref" href="#old-note-1" id="old-note-1-ref">1</a>' in page.source
    assert_anchors_hold(page)


@pytest.mark.parametrize(
    "block", ["## A heading that moves", "| a | b |\n|---|---|\n| long | table |", "> A quotation of some length"]
)
def test_a_block_that_moved_stands_in_the_old_text_where_it_was(block: str) -> None:
    others = "We agree on the first matter of all.\n\nWe decide about something else entirely."
    page = redlined(f"# T\n\n{block}\n\n{others}\n", f"# T\n\n{others}\n\n{block}\n")
    assert_anchors_hold(page)
    assert page.wrong == []


def test_two_notes_of_one_label_keep_two_anchors() -> None:
    page = clean("# T\n\nWe agree[^1].\n\n[^1]: First.\n\n[^1]: Second.\n")
    assert_anchors_hold(page)
    assert page.source.count('aria-label="back to the text"') == 1


def test_the_name_of_a_page_has_no_signs_of_markdown() -> None:
    assert "<title>The Bali Message – Rev.1</title>" in clean("# The *Bali* Message\n").source
