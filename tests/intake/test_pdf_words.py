"""The words of our PDFs come back as canonical lines; what was changed, hidden or made by others is told or refused."""

import re
import zlib
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest
from tests.export.papers import pdf
from tests.export.sheets import NEW, sheet
from tests.export.word_pairs import Editor, printed

from zerodraft.core.text.fingerprint import canonical
from zerodraft.core.text.waymark import Provenance
from zerodraft.errors import UnreadableInput
from zerodraft.export.sheet import Sheet
from zerodraft.intake.held_words import held_words
from zerodraft.intake.pdf_words import pdf_words

OURS = Provenance("note", "rev-1", "ab" * 20, "cd" * 32)
TITLE_BLOCK = 3
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]+ ?")


def ours(source: str, *, numbered_lines: bool = False) -> Sheet:
    return replace(sheet(source), provenance=OURS, has_line_numbers=numbered_lines)


def lines_of(page: Sheet) -> tuple[str, ...]:
    return tuple(line.text for line in canonical(page.draft, page.numbers))


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The file with other bytes, as many as before."""
    assert content.count(old) >= 1
    return content.replace(old, new.ljust(len(old)), 1)


def with_page(content: bytes, edit: bytes, at: bytes = b"") -> bytes:
    """The file with instructions put in at the end of its first page; it gets a new table of objects."""
    found = next(
        each
        for each in re.finditer(rb"<</Length (\d+)/Filter/FlateDecode>>\nstream\n", content)
        if b"BDC" in zlib.decompressobj().decompress(content[each.end() : each.end() + int(each[1])])
    )
    raw = zlib.decompress(content[found.end() : found.end() + int(found[1])])
    raw = raw.replace(at, edit + at, 1) if at else raw + edit
    packed = zlib.compress(raw)
    head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
    body = content[: found.start()] + head + packed + content[found.end() + int(found[1]) :]
    return with_table(body)


def with_table(content: bytes) -> bytes:
    """A new table of objects, for objects that moved."""
    body, tail = content[: content.rindex(b"xref\n0 ")], content[content.rindex(b"trailer") :]
    places = {int(each[1]): each.start(1) for each in re.finditer(rb"(?<=\n)(\d+) 0 obj", body)}
    table = b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, max(places) + 1))
    trailer = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % len(body), tail)
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (max(places) + 1) + table + trailer


@pytest.mark.parametrize("numbered_lines", [False, True])
def test_the_words_numbers_and_notes_come_back(numbered_lines: bool) -> None:
    source = NEW + "\n| A | B |\n|---|---|\n| c *d* | e |\n\n> Quoted\n> twice\n"
    page = ours(source, numbered_lines=numbered_lines)
    found = pdf_words(pdf(page))
    assert found.lines[TITLE_BLOCK:] == lines_of(page)
    assert (found.notices, found.is_disguised) == ((), False)
    assert found.properties["zerodraft-declaration"] == "note"


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5, 6, 7, 8, 9, 10])
def test_the_words_of_generated_texts_come_back(seed: int) -> None:
    """In scripts that are read from the left; somebody cites each note of these."""
    chance = Random(seed)
    source = _RIGHT_TO_LEFT.sub("", printed(Editor(chance).text(), numbered=chance.random() < 0.5))
    page = ours(source, numbered_lines=bool(seed % 2))
    assert pdf_words(pdf(page)).lines[TITLE_BLOCK:] == lines_of(page)


def test_a_long_text_comes_back_over_its_pages() -> None:
    paragraphs = "We affirm that ports serve peace among all peoples of the world.[^1]\n\n" * 150
    page = ours(f"# T\n\n{paragraphs}[^1]: N.\n")
    assert pdf_words(pdf(page)).lines[TITLE_BLOCK:] == lines_of(page)


def test_the_mark_of_a_draft_and_the_running_lines_are_no_words_of_the_text() -> None:
    page = ours("# T\n\n" + "We affirm.\n\n" * 80)
    page = replace(page, mark="Draft of today – not for circulation", fingerprint="ab" * 32)
    assert pdf_words(pdf(page)).lines[TITLE_BLOCK:] == lines_of(page)


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    held = held_words(pdf(ours(NEW)), "x.bin")
    assert held.kind == "a PDF"
    assert held.provenance == OURS
    assert lines_of(ours(NEW)) == held.lines[TITLE_BLOCK:]


# --- what was changed -----------------------------------------------------------------------------


def test_words_that_were_painted_on_a_page_later_are_found() -> None:
    content = with_page(pdf(ours(NEW)), b" BT /f0 11 Tf 1 0 0 1 90 400 Tm (\x00\x01\x00\x02) Tj ET ")
    assert len(pdf_words(content).lines) == len(pdf_words(pdf(ours(NEW))).lines) + 1


def test_words_that_are_called_a_thing_of_the_page_are_found_in_the_midst_of_it() -> None:
    painted = b" /Artifact BMC q 1 0 0 1 90 400 cm BT /f0 11 Tf (\x00\x01\x00\x02\x00\x03\x00\x01\x00\x01) Tj ET Q EMC "
    assert len(pdf_words(with_page(pdf(ours(NEW)), painted)).lines) > len(lines_of(ours(NEW))) + TITLE_BLOCK


def test_words_of_the_text_that_are_painted_once_more_as_a_thing_of_the_page_are_found() -> None:
    page, painted = pdf(ours(NEW)), b" /Artifact BMC q 1 0 0 -1 90 400 cm BT /f0 11 Tf (\x00\x01) Tj ET Q EMC "
    assert len(pdf_words(with_page(page, painted)).lines) == len(pdf_words(page).lines) + 1


@pytest.mark.parametrize("head", ["Step *one* | When it is", "Step one[^1] | When", "[Step](https://un.org) | When"])
def test_the_head_of_a_table_that_goes_over_pages_is_no_word_more(head: str) -> None:
    rows = "".join(f"| step {at} | {2000 + at} |\n" for at in range(120))
    page = ours(f"# T\n\n| {head} |\n|---|---|\n{rows}\n[^1]: N.\n")
    found = pdf_words(pdf(page))
    assert (found.lines[TITLE_BLOCK:], found.notices) == (lines_of(page), ())


@pytest.mark.parametrize(
    "painted",
    [
        b" 0 0 0 0 k ",
        b" /g0 gs ",
        b" 0 Tz ",
        b" 40 Ts ",
        b" 0 0 9 9 re W n ",
        b" q 0.01 0 0 0.01 0 0 cm Q ",
        b" BT 0.01 0 0 0.01 0 0 Tm ET ",
    ],
)
def test_a_page_that_is_painted_otherwise_than_ours_is_told(painted: bytes) -> None:
    assert pdf_words(with_page(pdf(ours(NEW)), painted)).is_disguised


@pytest.mark.parametrize(
    "painted",
    [b" /Artifact BMC BT 3 Tr /f0 11 Tf (\x00\x01) Tj ET EMC ", b" 1 g BT /f0 11 Tf (\x00\x01) Tj ET ", b" /Im0 Do "],
)
def test_what_hides_words_is_told(painted: bytes) -> None:
    found = pdf_words(with_page(pdf(ours(NEW)), painted))
    assert found.is_disguised
    assert found.notices


def test_a_note_that_was_laid_over_a_page_is_told() -> None:
    content = pdf(ours("# T\n\n1. See [here](https://example.org/a).\n"))
    found = pdf_words(changed(content, b"/Subtype/Link", b"/Subtype/Line"))
    assert found.is_disguised
    assert "laid over its pages later (Line)" in found.notices[0]


# --- what others made, and what is hostile --------------------------------------------------------


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableInput) as refusal:
        pdf_words(content)
    assert refusal.value.hint
    return refusal.value.message


def test_a_pdf_of_another_program_is_refused() -> None:
    assert "was not exported by zerodraft" in refused(pdf(sheet(NEW)))


@pytest.mark.parametrize("cut", [0, 5, 9, 100, 5_000, -1, -40, -3_000])
def test_a_torn_file_is_refused(cut: int) -> None:
    assert refused(pdf(ours(NEW))[:cut])


def test_any_changed_byte_is_refused_or_leaves_words() -> None:
    """Never another error, whatever stands there."""
    content = pdf(ours("# T\n\n1. One [a](https://a.b).[^1]\n\n[^1]: N.\n"))
    chance = Random(5)
    for _ in range(140):
        place = chance.randrange(len(content))
        broken = content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
        with suppress(UnreadableInput):
            pdf_words(broken)


@pytest.mark.parametrize(
    "painted",
    [b"[" * 100_000, b"<<" * 100_000, b"/a BMC " * 100_000, b"(" * 100_000, b"\\" * 1000, b"<" * 100_000, b"1" * 10**6],
)
def test_a_page_that_nests_without_end_is_refused_or_read(painted: bytes) -> None:
    with suppress(UnreadableInput):
        pdf_words(with_page(pdf(ours(NEW)), painted))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Type/StructTreeRoot", b"/Type/StructTreeRoo"),
        (rb"/K\[\d+ 0 R\]/ParentTree", rb"/K[11 0 R]/ParentTree"),
        (rb"/Kids\[(\d+) 0 R", rb"/Kids[1 0 R"),
        (rb"/Prev \d+", rb"/Prev 9"),
    ],
)
def test_a_tree_that_leads_back_to_itself_ends(old: bytes, new: bytes) -> None:
    content = with_table(re.sub(old, new, pdf(ours(NEW))))
    with suppress(UnreadableInput):
        pdf_words(content)


def test_a_page_that_unpacks_to_gigabytes_is_refused() -> None:
    squeezer = zlib.compressobj(9)
    zeros = b"".join([*(squeezer.compress(b"\0" * 2**20) for _ in range(140)), squeezer.flush()])
    content = pdf(ours(NEW))
    found = re.search(rb"<</Length (\d+)/Filter/FlateDecode>>\nstream\n", content)
    assert found is not None
    packed = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(zeros) + zeros
    every = re.sub(
        rb"<</Length (\d+)/Filter/FlateDecode>>\nstream\n.*?\nendstream",
        lambda _: packed + b"\nendstream",
        content,
        flags=re.DOTALL,
    )
    assert "unpacks to more than" in refused(with_table(every))


def test_scripts_that_are_set_letter_by_letter_are_ours_and_letters_set_backwards_are_not() -> None:
    content = pdf(ours("# T\n\n1. เรา ยืนยัน ท่าเรือ เปิด 和平。 合作 and ports.\n"))
    assert not pdf_words(content).is_disguised
    again = b" BT /f0 11 Tf 1 0 0 -1 40 0 Tm (\x00\x01) Tj 1 0 0 -1 20 0 Tm (\x00\x02) Tj ET "
    assert pdf_words(with_page(content, again)).is_disguised
