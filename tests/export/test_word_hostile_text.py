"""Texts that Word or XML can't hold as they are: exported all the same, or refused with a sentence."""

import pytest
from tests.export.sheets import redline_sheet, sheet
from tests.export.word_documents import read, seen
from tests.export.word_schema import faults, needs_schema

from zerodraft.errors import Refusal
from zerodraft.export.word.clean import clean_document, clean_word
from zerodraft.export.word.document import Paragraph, Words
from zerodraft.export.word.redline import redline_document, redline_word
from zerodraft.export.word.writing import write_word
from zerodraft.intake.views import base, final

EVERY_CONTROL = "".join(map(chr, (*range(1, 9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0))))
SCRIPTS = "# العربية: نص\n\n我们同意，港口开放。\n\nเรายืนยันว่าท่าเรือเปิด\n\n1. עברית שלום 2021\n\n- 日本語の段落\n"


def table(columns: int) -> str:
    return "\n".join(f"|{'|'.join([cell] * columns)}|" for cell in ("head", "---", "words")) + "\n"


def test_a_table_that_word_would_not_open_is_refused_with_its_size() -> None:
    assert clean_word(sheet(table(63)))
    with pytest.raises(Refusal, match="200 columns") as refusal:
        clean_word(sheet(table(200)))
    assert "Divide the table" in refusal.value.hint
    with pytest.raises(Refusal, match="64 columns"):
        redline_word(redline_sheet("A.", table(64)))


def test_a_paragraph_of_five_megabytes_leaves_and_can_be_read() -> None:
    words = "We keep ports open. " * 250_000
    redline = redline_sheet(f"1. {words}\n", f"1. {words}They stay so.\n")
    (paragraph,) = redline_document(redline).blocks
    assert isinstance(paragraph, Paragraph)
    assert sum(len(each.text) for each in paragraph.content if isinstance(each, Words)) > 5_000_000
    assert len(redline_word(redline)) < 100_000


@needs_schema
def test_what_xml_forbids_is_named_by_a_mark() -> None:
    hostile = f"A{EVERY_CONTROL}\ufffe\ud800 b, [link](https://example.org/\x01).\n\n- \x1b[31m red\n\n[^1]: \x07\n"
    data = write_word(clean_document(sheet(hostile)))
    assert faults(data) == []
    words = "".join(text for _, text in seen(base(read(clean_document(sheet(hostile))))))
    assert "⟦U+001B⟧[31m red" in words
    assert "\x1b" not in words


@needs_schema
def test_texts_in_other_scripts_leave_with_their_words() -> None:
    redline = redline_sheet(SCRIPTS, SCRIPTS.replace("港口", "海港").replace("שלום", "ברכה"))
    marked = read(redline_document(redline))
    assert faults(write_word(redline_document(redline))) == []
    for text, view in ((redline.old, base(marked)), (redline.new, final(marked))):
        assert [each.text for each in view] == [each.text for each in text.draft.paragraphs]
