"""What was said about a text stands in its Word file as comments, on the words that it is about."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, OLD, redline_sheet, sheet
from tests.export.test_word_clean import ODD
from tests.export.word_documents import read
from tests.export.word_pairs import pair
from tests.export.word_schema import faults, needs_schema

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.numbering import number
from zerodraft.core.text.words import word_spans
from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.places import Places
from zerodraft.export.word.redline import redline_document
from zerodraft.export.word.shown import Atom, atoms
from zerodraft.export.word.writing import write_word
from zerodraft.intake.marked import Marked, Remark
from zerodraft.intake.received import Basis
from zerodraft.intake.receiving import receive

NOON = datetime(2021, 11, 3, 12, tzinfo=UTC)
TEXT_ID = "5a" * 20
JAPAN = Said("jpn-1111", "JPN", "Japan", NOON, "Responsible use, please.\n\nSee our note.")
FIJI = Said("fji-2222", "FJI", "Fiji", NOON.replace(hour=13), "Agreed.")


def discussed(ordinal: int | None, start: int = 0, end: int = 0, *said: Said, is_resolved: bool = False) -> Discussed:
    return Discussed(
        said or (JAPAN,), ordinal, start, end, "the quote", "Zero draft", "4", "5", "", "open", is_resolved
    )


def on(text: Sheet, words: str, *said: Said, is_resolved: bool = False) -> Discussed:
    """Set on words that stand in the text once."""
    (found,) = (each for each in text.draft.paragraphs if words in each.text)
    start = found.text.index(words)
    return discussed(found.ordinal, start, start + len(words), *said, is_resolved=is_resolved)


def words_under(marked: Marked, remark: Remark) -> str:
    """The words of the final view on which a remark is set."""
    assert remark.start
    assert remark.end
    found = []
    for at in range(remark.start.block, remark.end.block + 1):
        offset = 0
        for run in marked.blocks[at].runs:
            first = remark.start.offset - offset if at == remark.start.block else 0
            last = remark.end.offset - offset if at == remark.end.block else len(run.text)
            if all(each.op is not Op.DELETED for each in run.revisions):
                found.append(run.text[max(first, 0) : max(last, 0)])
            offset += len(run.text)
    return "".join(found)


def some_words(text: Sheet, seed: int) -> tuple[list[Discussed], list[str]]:
    """Comments on words chosen by chance, each within one form, and those words."""
    chance = Random(seed)
    comments, words = [], []
    for paragraph in text.draft.paragraphs:
        for stretch in read_inline(paragraph.text) if paragraph.kind is not Kind.FOOTNOTE else ():
            spans = word_spans(stretch.text) if stretch.is_literal and not stretch.note else []
            if spans and "|" not in stretch.text and chance.random() < 0.5:
                first, last = sorted(chance.choices(spans, k=2))
                comments.append(discussed(paragraph.ordinal, stretch.start + first[0], stretch.start + last[1]))
                words.append(stretch.text[first[0] : last[1]])
    return comments, words


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_a_comment_stands_on_its_words_in_the_clean_text_and_in_the_redline(seed: int) -> None:
    redline = pair(seed)
    comments, words = some_words(redline.new, seed)
    new = replace(redline.new, threads=tuple(comments))
    for document in (clean_document(new), redline_document(replace(redline, new=new))):
        marked = read(document)
        assert [words_under(marked, each) for each in marked.remarks] == words


def test_a_thread_keeps_its_replies_and_its_resolution() -> None:
    text = sheet(NEW)
    threads = (on(text, "adopt digital tools", JAPAN, FIJI), on(text, "clear statement", FIJI, is_resolved=True))
    marked = read(clean_document(replace(text, threads=threads)))
    first, reply, other = marked.remarks
    assert [(each.author, each.date) for each in marked.remarks] == [
        (each.name, each.date) for each in (JAPAN, FIJI, FIJI)
    ]
    assert [each.body for each in marked.remarks] == [JAPAN.text, FIJI.text, FIJI.text]
    assert reply.reply_to == first.id
    assert [each.resolved for each in (first, reply, other)] == [False, False, True]


def test_a_comment_on_a_cell_stands_in_the_cell() -> None:
    old = "| Port | Depth |\n|---|---|\n| A | 9 m |\n| C | 5 m |\n"
    new = "| Port | Depth |\n|---|---|\n| B | 7 m |\n| C | 5 metres |\n"
    redline = redline_sheet(old, new)
    text = replace(redline.new, threads=(on(redline.new, "5 metres"), on(redline.new, "B")))
    for document in (clean_document(text), redline_document(replace(redline, new=text))):
        marked = read(document)
        assert [words_under(marked, each) for each in marked.remarks] == ["5 metres", "B"]


def test_a_table_is_read_once_however_many_comments_stand_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = sheet("| Port | Depth |\n|---|---|\n" + "| A | 9 m |\n" * 20)
    document, was_read = clean_document(text), []

    def counted(words: str) -> Iterator[Atom]:
        was_read.append(words)
        return atoms(words)

    monkeypatch.setattr("zerodraft.export.word.places.atoms", counted)
    places = Places(text.draft, document.blocks, {0: (0,)})
    assert all(places.extent(0, start, start + 2) for start in range(40, 200, 2))
    assert len(was_read) == 42


def test_a_comment_on_a_note_stands_on_the_sign_that_cites_it() -> None:
    text = sheet(NEW)
    marked = read(clean_document(replace(text, threads=(on(text, "annex"),))))
    assert words_under(marked, marked.remarks[0]) == "[^1]"


def test_a_comment_without_a_place_stands_at_the_beginning_and_says_what_it_was_about() -> None:
    marked = read(clean_document(replace(sheet(NEW), threads=(discussed(None),))))
    (remark,) = marked.remarks
    assert remark.start == (0, 0)
    assert remark.body == f"Zero draft, paragraph 4: “the quote”\n{JAPAN.text}"
    assert not read(clean_document(replace(sheet(""), threads=(discussed(None),)))).remarks


@pytest.mark.parametrize("source", [NEW, ODD.replace("9 m[^n]", "9 m")])
def test_comments_come_back_on_the_words_that_they_were_made_on(source: str) -> None:
    text = sheet(source)
    comments, _ = some_words(text, 3)
    whole = discussed(3)
    document = clean_document(replace(text, threads=(*comments, whole)))
    found = receive(read(document), Basis(TEXT_ID, text.draft, number(text.draft)), {"Japan": "JPN"}, "FIJ")
    assert not found.proposals
    assert {(each.delegation, each.body) for each in found.comments} == {("JPN", JAPAN.text)}
    for each, comment in zip(found.comments, (*comments, whole), strict=True):
        paragraph = text.draft.paragraphs[each.anchor.ordinal]
        words = paragraph.text[comment.start : comment.end]
        assert (each.anchor.ordinal, each.anchor.exact or words) == (comment.ordinal, words)


@needs_schema
@pytest.mark.parametrize("old", [OLD, ODD])
def test_every_part_of_a_file_with_comments_keeps_the_schema(old: str) -> None:
    redline = redline_sheet(old, NEW)
    new = replace(
        redline.new, threads=(*some_words(redline.new, 1)[0], discussed(None), discussed(2, 0, 0, JAPAN, FIJI))
    )
    assert faults(write_word(clean_document(new))) == []
    assert faults(write_word(redline_document(replace(redline, new=new)))) == []
