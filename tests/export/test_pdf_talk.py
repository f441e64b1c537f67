"""Comments on paper: the number of each after its words, what was said below the paragraph, and only words."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from tests.export import papers
from tests.export.papers import needs_poppler, pdf
from tests.export.sheets import NEW, OLD, redline_sheet, sheet

from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.pdf.clean import clean_paper
from zerodraft.export.sheet import Sheet

DAY = datetime(2021, 11, 4, tzinfo=UTC)


def said(name: str, text: str) -> Said:
    return Said(f"{name.lower()}-1", name[:3].upper(), name, DAY, text)


def thread(ordinal: int | None, words: tuple[int, int], quote: str, *some: Said) -> Discussed:
    return Discussed(some, ordinal, *words, quote, "Zero draft", "4", "2", "Policy", "open", False)


def discussed(page: Sheet) -> Sheet:
    place = next(each for each in page.draft.paragraphs if "digital diplomacy serves" in each.text)
    start = place.text.index("digital")
    threads = (
        thread(
            place.ordinal, (start, start + 7), "digital", said("Japan", 'Say #emph("more") $x$.'), said("Fiji", "Yes.")
        ),
        thread(place.ordinal, (0, 0), "", said("Chile", "Keep it.")),
        thread(None, (0, 0), "words that went", said("Singapore", "Why?")),
    )
    return replace(page, threads=threads)


@needs_poppler
def test_what_was_said_stands_below_its_paragraph_and_its_number_after_its_words() -> None:
    shown = papers.poppler("pdftotext", pdf(discussed(sheet(NEW))), "-raw")
    flat = " ".join(shown.split())
    assert "We affirm that digital1 diplomacy" in flat.replace("digital 1", "digital1")
    assert "1 Japan · 4 November 2021 · open" in flat
    assert 'Say #emph("more") $x$. – Fiji · 4 November 2021 Yes.' in flat
    assert flat.index("2 Chile") > flat.index("1 Japan")
    assert "Comments without a place in this text" in flat
    assert "On Zero draft, paragraph 4: “words that went”" in flat


def test_words_of_the_preamble_are_cited_as_on_the_other_pages() -> None:
    gone = replace(thread(None, (0, 0), "words that went", said("Singapore", "Why?")), cited_then="PP3")
    page = clean_paper(replace(sheet(NEW), threads=(gone,)))
    assert "On Zero draft, PP3: “words that went”" in str(page.blocks)


@needs_poppler
def test_a_redline_bears_the_comments_on_its_new_text() -> None:
    compared = redline_sheet(OLD, NEW)
    flat = " ".join(papers.poppler("pdftotext", pdf(replace(compared, new=discussed(compared.new))), "-raw").split())
    assert "1 Japan · 4 November 2021 · open" in flat
    assert flat.count("Keep it.") == 1


def test_comments_are_in_the_language_of_the_labels() -> None:
    page = replace(discussed(sheet(NEW)), labels_in="id")
    assert "Komentar tanpa tempat dalam teks ini" in papers.outline(pdf(page))


@needs_poppler
def test_comments_are_no_lines_of_the_text() -> None:
    """The lines that delegations cite are the same with and without them."""
    bare = replace(sheet(NEW), has_line_numbers=True)
    assert _numbered(pdf(bare)) == ["2. We affirm", "(b) guidance for", "6. We welcome"]
    assert _numbered(pdf(discussed(bare)))[:3] == _numbered(pdf(bare))


def _numbered(content: bytes) -> list[str]:
    """The first words on the numbered lines."""
    found = re.findall(r"(?m)^ ?\d+ {3,}(\S.*)$", papers.poppler("pdftotext", content, "-layout"))
    return [" ".join(line.split()[:3]) for line in found]
