"""A compilation as a Word file: brackets with their names in it, and no tracked change."""

from itertools import groupby

import pytest
from hypothesis import assume, given, settings
from tests.core.tabling_trials import Trial, trials
from tests.export.test_compilation_exports import room, sheet_of
from tests.export.word_documents import part, read
from tests.export.word_schema import faults, needs_schema

from zerodraft.core.negotiation.compilation import compile_text
from zerodraft.core.text.numbering import number
from zerodraft.export.compiled import CompilationSheet, Layout
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.compilation import compilation_document
from zerodraft.export.word.document import OFFERED, Block, Document, Form, Paragraph, Row, Table, Words
from zerodraft.export.word.writing import write_word


def document(layout: Layout, language: str = "en") -> Document:
    return compilation_document(sheet_of(room(), layout, language))


def roles(block: Block) -> list[tuple[str, str]]:
    """The words of a paragraph and what they are."""
    assert isinstance(block, Paragraph)
    words = [each for each in block.content if isinstance(each, Words)]
    grouped = groupby(words, key=lambda each: each.role)
    return [(role.value, "".join(each.text for each in group)) for role, group in grouped]


def test_what_is_offered_and_by_whom_is_told_apart_from_the_text() -> None:
    blocks = document(Layout.INLINE).blocks
    assert roles(blocks[4]) == [
        ("OfferedSign", "["),
        ("", "We keep small "),
        ("OfferedSign", "["),
        ("OfferedWords", "and large"),
        ("OfferedAttribution", " - Australia, Japan; FJI support; ASEAN retain"),
        ("OfferedSign", "]"),
        ("OfferedWords", " "),
        ("", "ports open."),
        ("OfferedAttribution", " - EU delete"),
        ("OfferedSign", "]"),
    ]
    paragraph = blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.look.form is Form.OFFERED
    assert ("OfferedWords", "We,") in roles(paragraph)


def without_offers(document: Document) -> list[tuple[object, ...]]:
    """The text that is left of each block when all that is offered is taken away."""
    return [
        (block.look, _left(block.content)) if isinstance(block, Paragraph) else tuple(map(_cells, block.rows))
        for block in document.blocks
        if not (isinstance(block, Paragraph) and block.look.form is Form.OFFERED)
    ]


def _left(content: object) -> str:
    assert isinstance(content, tuple)
    pieces = (each for each in content if not (isinstance(each, Words) and each.role in OFFERED))
    return "".join(each.text if isinstance(each, Words) else "^" for each in pieces)


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(map(_left, row.cells))


@settings(max_examples=40)
@given(trials())
def test_without_what_is_offered_it_is_the_text(trial: Trial) -> None:
    # A sign of code that stands alone would begin code with another one in offered words.
    assume("`" not in trial.text.draft.source)
    found = compile_text(trial.text, trial.tabled, trial.voices)
    page = Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, number(trial.text.draft))
    clean = without_offers(clean_document(page))
    for layout in (Layout.INLINE, Layout.PARAGRAPHS):
        assert without_offers(compilation_document(CompilationSheet(page, found, layout))) == clean


@pytest.mark.parametrize("layout", Layout)
def test_no_layout_has_a_tracked_change(layout: Layout) -> None:
    marked = read(document(layout))
    assert not marked.has_revisions
    assert not [each for each in marked.notices if each.code == "format"]


def test_the_table_lies_on_turned_pages_with_few_delegations_beside_each_other() -> None:
    found = document(Layout.TABLE)
    assert 'w:orient="landscape"' in part(found, "word/document.xml")
    tables = [each for each in found.blocks if isinstance(each, Table)]
    assert tables
    for table in tables:
        assert len(table.rows[0].cells) <= 7
        assert table.rows[0].is_head
        assert sum(table.widths) <= 14286


def test_what_could_not_be_placed_stands_at_the_end_with_the_reason() -> None:
    told = "".join(words for _, words in roles(document(Layout.INLINE).blocks[-1]))
    assert told == "KOR (KOR-1): new wording, paragraph 9 (It was deleted.)\nWe swim."
    assert roles(document(Layout.INLINE, "id").blocks[-2]) == [("OfferedSign", "Tidak ditempatkan dalam teks")]


@needs_schema
@pytest.mark.parametrize("layout", Layout)
def test_every_part_of_a_compilation_keeps_the_schema(layout: Layout) -> None:
    assert faults(write_word(document(layout))) == []


@pytest.mark.parametrize("layout", Layout)
def test_the_same_compilation_gives_the_same_bytes(layout: Layout) -> None:
    assert write_word(document(layout)) == write_word(document(layout))
