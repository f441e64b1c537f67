"""A text as a Word file: our own reader finds the words, numbers and places of the text again."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.redrafting import Pen, printed
from tests.export.sheets import MARK, NEW, OLD, sheet
from tests.export.word_documents import expected, part, read, seen
from tests.export.word_schema import faults, needs_schema

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.numbering import Number, Profile, freeze, number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.waymark import Provenance, read_provenance, read_waymark
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.blocks import plain
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.document import Document
from zerodraft.export.word.writing import write_word
from zerodraft.intake.marked import Sort
from zerodraft.intake.received import Basis
from zerodraft.intake.receiving import receive
from zerodraft.intake.views import base

DECLARATIONS = sorted((Path(__file__).resolve().parents[2] / "declarations").glob("*/text.md"))
TEXT_ID = "5a" * 20
PROVENANCE = Provenance("bali-message", "rev-1", TEXT_ID, "ab" * 32)

ODD = """# Odd

A chapeau without a number:

(a) first;

(b) second.

## Area

1. One **bold *and slanted* words**, `code` and a [link](https://example.org/a?b=c&d).

3. A gap before it, H<sub>2</sub>O and the 2<sup>nd</sup> time.[^n]

3 bis. Between two issues:

(a) an item;

(i) below it;

- a bullet.

(d) after a gap.

4. Next, A&nbsp;B and non‑breaking, soft\u00adhyphen.[^7] [^nowhere]

| Port | Depth |
|---|---|
| *Aberport* | 9 m[^n] |

> A quoted block
> of two lines.

العربية: نصٌّ من اليمين إلى اليسار، 2021.

[^n]: A note with *form*.

[^7]: Another.
"""


def named(text: Sheet) -> Document:
    """A text that bears its name, as a document."""
    return clean_document(replace(text, provenance=PROVENANCE))


def base_of(text: Sheet) -> list[tuple[str, str]]:
    return seen(base(read(named(text))))


def labels(text: Sheet) -> list[str]:
    return [each.printed for each in text.numbers]


@pytest.mark.parametrize("source", [OLD, NEW, ODD, "", "One line.", "[^1]: A note that nobody cites."])
def test_the_base_view_is_the_text_with_its_numbers(source: str) -> None:
    text = sheet(source)
    found = base_of(text)
    if source.startswith("[^1]"):
        assert found == [("", "A note that nobody cites.")]
    else:
        assert found == expected(text.draft, labels(text))


@pytest.mark.parametrize("source", DECLARATIONS, ids=lambda path: str(path.parent.name))
def test_every_declaration_reads_as_it_is(source: Path) -> None:
    text = sheet(source.read_text(encoding="utf-8"))
    assert base_of(text) == expected(text.draft, labels(text))


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.booleans())
def test_any_text_reads_as_it_is(seed: int, numbered: bool) -> None:
    pen = Pen(Random(seed))
    text = sheet(printed(pen.edited(pen.text(12), 12), numbered=numbered))
    assert base_of(text) == expected(text.draft, labels(text))


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from(Profile))
def test_numbers_between_two_issues_are_printed_as_they_are_cited(seed: int, profile: Profile) -> None:
    """Frozen numbers: gaps, 5 bis, (b) ter, in the order in which a moved paragraph stands."""
    chance = Random(seed)
    pen = Pen(chance)
    text = sheet(printed(pen.text(20), numbered=False))
    kept = [each.ordinal for each in text.draft.paragraphs if chance.random() < 0.7]
    issued = {ordinal: text.numbers[ordinal] for ordinal in kept}
    frozen = replace(text, numbers=freeze(text.draft, issued, profile))
    assert base_of(frozen) == expected(text.draft, labels(frozen))


@settings(max_examples=60)
@given(st.lists(st.integers(0, 60), max_size=30))
def test_any_row_of_numbers_is_printed(values: list[int]) -> None:
    """Whatever Word would count by itself, the printed numbers are those of the text."""
    source = "\n\n".join(f"Words {place}." for place in range(len(values)))
    text = sheet(f"## Area\n\n{source}\n")
    numbers = (text.numbers[0], *(Number(f"x{at}", f"{value}.") for at, value in enumerate(values)))
    numbered = replace(text, numbers=numbers[: len(text.draft.paragraphs)])
    assert base_of(numbered) == expected(text.draft, labels(numbered))


def test_what_went_out_says_nothing_when_it_comes_back() -> None:
    for source in (
        OLD,
        NEW,
        ODD.replace("9 m[^n]", "9 m"),
        *(path.read_text(encoding="utf-8") for path in DECLARATIONS),
    ):
        draft = read_draft(source)
        marked = read(named(sheet(source)))
        found = receive(marked, Basis(TEXT_ID, draft, number(draft)), {}, "JPN")
        assert (found.proposals, found.comments, found.tray, found.account) == ((), (), (), ())


def test_each_paragraph_bears_its_hidden_name() -> None:
    text = sheet(NEW)
    found = []
    for each in base(read(named(text))):
        if each.shape.sort is not Sort.NOTE:
            (name,) = each.bookmarks
            waymark = read_waymark(name)
            assert waymark is not None
            assert waymark.is_of(TEXT_ID)
            assert visible_end(text.draft.paragraphs[waymark.ordinal].text) in each.text
            found.append(waymark.ordinal)
    assert found == [each.ordinal for each in text.draft.paragraphs if each.kind is not Kind.FOOTNOTE]


def visible_end(markdown: str) -> str:
    """The last words of a paragraph without its signs and its notes."""
    return plain(markdown.replace("[^1]", ""))[-20:]


def test_the_file_says_which_text_it_holds() -> None:
    assert read_provenance(read(named(sheet("A text.\n"))).properties) == PROVENANCE


def test_without_an_id_of_the_text_nothing_of_it_is_hidden_in_the_file() -> None:
    marked = read(clean_document(sheet(NEW)))
    assert not marked.properties
    assert not any(block.bookmarks for block in marked.blocks)


@needs_schema
@pytest.mark.parametrize("source", [OLD, NEW, ODD, ""])
def test_every_part_keeps_the_schema(source: str) -> None:
    assert faults(write_word(named(replace(sheet(source), has_line_numbers=True)))) == []


def test_the_same_text_gives_the_same_bytes() -> None:
    assert write_word(named(sheet(ODD))) == write_word(named(sheet(ODD)))


def test_the_title_block_stands_outside_of_the_text() -> None:
    document = named(sheet(NEW))
    opening = part(document, "word/header1.xml")
    for line in ("International Conference on Digital Diplomacy", "Rev.1 · open for comments · 3 November 2021"):
        assert line in opening
        assert line not in part(document, "word/document.xml")


def test_until_it_is_adopted_every_page_says_that_it_is_a_draft() -> None:
    draft, adopted = clean_document(sheet(NEW, mark=MARK)), named(sheet(NEW))
    for header in ("word/header1.xml", "word/header2.xml"):
        assert MARK in part(draft, header)
        assert MARK not in part(adopted, header)


def test_adopted_words_bear_their_fingerprint_on_every_page_and_for_programs() -> None:
    adopted = named(replace(sheet(NEW), fingerprint="c0ffee" * 10))
    assert "c0ffee" * 10 in part(adopted, "word/footer1.xml")
    assert read(adopted).properties["zerodraft-fingerprint"] == "c0ffee" * 10
    assert read_provenance(read(adopted).properties) == PROVENANCE


def test_every_page_tells_the_text_and_its_number() -> None:
    document = clean_document(replace(sheet(NEW), language="id"))
    header = part(document, "word/header2.xml")
    for words in ("Bali Message", "Rev.1", "3 November 2021"):
        assert words in header
    footer = part(document, "word/footer1.xml")
    assert "Halaman " in footer
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_lines_are_numbered_on_request() -> None:
    asked = part(clean_document(replace(sheet(NEW), has_line_numbers=True)), "word/document.xml")
    assert 'w:lnNumType w:countBy="5"' in asked
    assert 'w:restart="newPage"' in asked
    assert "lnNumType" not in part(clean_document(sheet(NEW)), "word/document.xml")


def test_whatever_a_delegation_changes_is_tracked() -> None:
    assert "<w:trackRevisions/>" in part(clean_document(sheet(NEW)), "word/settings.xml")


def test_a_control_character_is_marked_and_not_carried() -> None:
    assert base_of(sheet("A bell\x07 and \x85 more.\n")) == [("1.", "A bell⟦U+0007⟧ and more.")]


def test_invisible_letters_of_a_script_are_kept() -> None:
    assert base_of(sheet("می\u200cخواهم \u200fو.\n")) == [("1.", "می\u200cخواهم \u200fو.")]


def test_only_links_lead_out_of_the_file() -> None:
    document = clean_document(sheet(ODD))
    with_targets = part(document, "word/_rels/document.xml.rels")
    assert 'Target="https://example.org/a?b=c&amp;d" TargetMode="External"' in with_targets
    assert read(document).notices == ()
