"""Papers as other programs see them: tagged, archivable, with all words of the text, and nothing read as markup."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.export import papers
from tests.export.papers import needs_poppler, pdf
from tests.export.sheets import NEW, OLD, redline_sheet, sheet

from zerodraft.core.text.parse import read_draft
from zerodraft.errors import MachineLacks
from zerodraft.export.pdf.paper import written
from zerodraft.export.pdf.papers import paper_of
from zerodraft.store.typesetting import typeset

LONG = "# Message\n\n" + "".join(
    f"## Focus area {area}: Ports\n\n" + "We affirm that ports serve peace among all peoples of the world.\n\n" * 30
    for area in range(1, 5)
)


def test_a_paper_is_accessible_and_archivable_and_says_so() -> None:
    content = pdf(sheet(NEW))
    root, told = papers.catalog(content), papers.metadata(content)
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in told
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "en"
    assert "Bali Message</rdf:li>" in told


def test_the_language_of_the_text_is_that_of_the_file() -> None:
    assert papers.catalog(pdf(sheet(NEW, language="id")))["/Lang"] == "id"


def test_the_focus_areas_are_bookmarks() -> None:
    assert papers.outline(pdf(sheet(NEW))) == ["Focus area 1: Policy", "Focus area 2: Crises", "Closing"]


def test_a_heading_without_words_is_none() -> None:
    assert papers.outline(pdf(sheet("# T\n\n## \n\n1. One.\n\n## [^1]\n\n### Two\n\n[^1]: N.\n"))) == ["Two"]


def test_headings_leave_out_no_level() -> None:
    deep = "# T\n\n#### Deep\n\n1. One.\n\n###### Deeper\n\n## Up\n\n2. Two.\n"
    assert papers.outline(pdf(sheet(deep))) == ["Deep", "Deeper", "Up"]


@needs_poppler
def test_a_screen_reader_finds_headings_paragraphs_notes_and_tables() -> None:
    told = papers.poppler("pdfinfo", pdf(sheet(NEW + "\n| A | B |\n|---|---|\n| c | d |\n")), "-struct")
    for element in ("H1", "P (", "Note", "Table", "THead", "TH", "TD"):
        assert element in told
    assert "Tagged:          yes" in papers.poppler("pdfinfo", pdf(sheet(NEW)))


def test_the_same_sheet_gives_the_same_bytes_whatever_the_clock_says() -> None:
    page = replace(sheet(NEW), day=date(2021, 11, 3))
    assert pdf(page) == pdf(page)
    assert "<xmp:ModifyDate>2021-11-03T00:00:00+00:00" in papers.metadata(pdf(page))
    compared = redline_sheet(OLD, NEW)
    assert pdf(compared) == pdf(compared)


@needs_poppler
def test_all_words_and_numbers_of_a_text_are_on_paper() -> None:
    found = papers.words_on_paper(pdf(sheet(NEW)))
    assert not papers.words_of(read_draft(NEW)) - found - Counter(["See", "Focus"])
    assert {"1See", "1", "2", "7", "a", "b"} <= set(found)


@needs_poppler
def test_a_redline_holds_the_words_of_both_texts() -> None:
    content = pdf(redline_sheet(OLD, NEW))
    shown, found = papers.poppler("pdftotext", content, "-raw"), papers.words_on_paper(content)
    for text in (OLD, NEW):
        assert not set(papers.words_of(read_draft(text))) - set(found) - {"See"}
    assert "moved from paragraph 3" in shown
    assert "paragraph 3: moved to paragraph 1" in shown
    assert "split from paragraph 4" in shown


@needs_poppler
@pytest.mark.parametrize("compared", [False, True])
def test_no_page_is_blank(tmp_path: Path, compared: bool) -> None:
    content = pdf(redline_sheet(OLD, NEW) if compared else sheet(LONG))
    found = papers.pages(content, tmp_path)
    assert len(found) == papers.page_count(content)
    assert all(min(each.points) < 100 and each.points.count(255) > len(each.points) * 0.6 for each in found)


@needs_poppler
def test_what_changed_is_seen_without_colour(tmp_path: Path) -> None:
    """By a bar beside the text."""
    same, changed = (papers.pages(pdf(redline_sheet(old, NEW)), tmp_path, 72)[0] for old in (NEW, OLD))
    margin = range(60, 69)
    assert not same.is_marked(margin)
    assert changed.is_marked(margin)


HOSTILE = r'#read("/etc/passwd") $x$ <tag> @ref \\ // https://a.b #eval("1") -- ... #pagebreak() ~ "x"'


@needs_poppler
def test_hostile_words_are_printed_as_they_are() -> None:
    source = f"# {HOSTILE}\n\n1. {HOSTILE}\n\n| {HOSTILE} | b |\n|---|---|\n| {HOSTILE} | @c |\n\n> {HOSTILE}\n"
    shown = papers.poppler("pdftotext", pdf(sheet(source)), "-raw")
    lines = " ".join(shown.split())
    for sign in ('#read("/etc/passwd")', "$x$", "<tag>", "@ref", "// https://a.b", '#eval("1")', "--", "#pagebreak()"):
        assert lines.count(sign) >= 4
    assert "root:" not in shown


@needs_poppler
def test_control_and_private_characters_are_shown_by_their_numbers() -> None:
    shown = papers.poppler("pdftotext", pdf(sheet("# T\n\n1. a\x00b\x1b]52;c\x07 \u202e \ue000 \U0010ffff \ud800 z\n")))
    for name in ("U+0000", "U+001B", "U+202E", "U+E000", "U+10FFFF", "U+D800"):
        assert name in shown


def test_a_table_of_200_columns_is_set_in_parts() -> None:
    row = "|".join(f" c{place} " for place in range(200))
    content = pdf(sheet(f"# T\n\n|{row}|\n|{'---|' * 200}\n|{row}|\n"))
    assert papers.page_count(content) < 5


# --- scripts --------------------------------------------------------------------------------------


def test_a_script_that_no_font_has_is_named_and_no_empty_box_is_printed() -> None:
    paper = paper_of(sheet("# T\n\n1. เราตระหนักว่า and ខ្មែរ.\n\n2. 港口 ☃\n"))
    with pytest.raises(MachineLacks) as refused:
        typeset(paper, has_machine_fonts=False)
    assert (
        refused.value.message
        == "No font on this machine has all of the text: Chinese, Khmer, Thai would be empty boxes."
    )
    assert "fonts-noto-cjk fonts-noto-core" in refused.value.hint


@needs_poppler
@pytest.mark.parametrize(
    "words", ["Ελληνικά", "Русский", "Tiếng Việt", "Қазақ", "İstanbul", "Þórður", "Łódź", "½ № † ‡ § ¶ → “x” ‘y’ ‑"]
)
def test_european_scripts_need_no_font_of_the_machine(words: str) -> None:
    content = typeset(paper_of(sheet(f"# T\n\n1. {words}\n")), has_machine_fonts=False)
    assert " ".join(words.split()) in papers.poppler("pdftotext", content, "-raw").replace("\u00ad", "‑")


def test_nothing_of_a_text_is_evaluated_before_it_is_data() -> None:
    assert '"#read(\\"x\\")"' in written(paper_of(sheet('# #read("x")\n')), ())


@needs_poppler
def test_a_word_longer_than_a_line_stays_on_the_page() -> None:
    content = pdf(sheet(f"# T\n\n1. {'x' * 400}\n"))
    assert papers.poppler("pdftotext", content, "-raw").count("x" * 20) >= 5


# --- what stands around the text ------------------------------------------------------------------


def line_numbers(content: bytes) -> list[list[int]]:
    """Of each page, from the margin."""
    shown = papers.poppler("pdftotext", content, "-layout").split("\f")
    return [[int(each) for each in re.findall(r"(?m)^ ?(\d+)(?= |$)", page)] for page in shown if page]


@needs_poppler
def test_every_fifth_line_bears_a_number_that_begins_anew_on_each_page() -> None:
    content = pdf(replace(sheet(LONG), has_line_numbers=True))
    found = line_numbers(content)
    assert len(found) > 2
    assert all(numbers == list(range(5, 5 * len(numbers) + 1, 5)) for numbers in found)
    assert not any(line_numbers(pdf(sheet(LONG))))


@needs_poppler
def test_a_draft_says_so_on_every_page_and_an_adopted_text_bears_its_fingerprint() -> None:
    for page, words in (
        (
            replace(sheet(LONG), mark="Draft of 3 May 2021 – not for circulation"),
            "Draft of 3 May 2021 – not for circulation",
        ),
        (replace(sheet(LONG), fingerprint="0f" * 32), f"SHA-256): {'0f' * 32}"),
    ):
        shown = papers.poppler("pdftotext", pdf(page), "-layout").split("\f")[:-1]
        assert len(shown) > 2
        assert all(words in each for each in shown)


@needs_poppler
def test_every_page_names_document_version_and_date_and_its_place_among_the_pages() -> None:
    shown = papers.poppler("pdftotext", pdf(replace(sheet(LONG, language="id"), labels_in="")), "-layout").split("\f")[
        :-1
    ]
    for place, page in enumerate(shown, start=1):
        assert f"Halaman {place} dari {len(shown)}" in page
        assert "Message" in page
        assert "Rev.1 – 3 November 2021" in page or place == 1


def test_without_typst_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MachineLacks) as refused:
        pdf(sheet(NEW))
    assert "zerodraft[pdf] is missing" in refused.value.message
    assert refused.value.hint.endswith("pip install typst")


@needs_poppler
@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("NotoSerifThai", "เราตระหนักว่าประชากร"),
        ("NotoSerifCJK", "我们认识到，超过十亿人"),
        ("NotoSerifKhmer", "យើងទទួលស្គាល់"),
        ("NotoSerifMyanmar", "ကျွန်ုပ်တို့"),
        ("NotoSerifDevanagari", "हम पुष्टि करते हैं"),
        ("NotoNaskhArabic", "نؤكد أن الموانئ مفتوحة"),
    ],
)
def test_a_script_beyond_latin_is_printed_where_a_font_is_present(family: str, words: str, tmp_path: Path) -> None:
    fonts = (
        subprocess.run(["fc-list"], capture_output=True, text=True, check=False).stdout
        if shutil.which("fc-list")
        else ""
    )
    if family not in fonts:
        pytest.skip(f"no font {family} on this machine")
    content = pdf(sheet(f"# T\n\n1. {words}\n"))
    assert family in papers.poppler("pdffonts", content)
    assert papers.pages(content, tmp_path)[0].is_marked(range(60, 200))
