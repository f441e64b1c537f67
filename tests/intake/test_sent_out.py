"""What we sent out and somebody answered: of a redline or a compilation of ours only what was added to it is read."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.tabling_trials import Trial, trials
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.export.test_compilation_exports import room, sheet_of
from tests.export.word_documents import settled
from tests.export.word_pairs import pair
from tests.intake.office import Session, needs_office
from tests.intake.office import edited as edited_in_office

from zerodraft.core.negotiation.compilation import compile_text
from zerodraft.core.text.numbering import number
from zerodraft.core.text.waymark import Provenance, read_provenance, waymark_name
from zerodraft.export.compiled import CompilationSheet, Layout
from zerodraft.export.hands import Hand
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.compilation import compilation_document
from zerodraft.export.word.document import Document, Paragraph, Remark
from zerodraft.export.word.editing import Manuscript
from zerodraft.export.word.redline import redline_document
from zerodraft.export.word.writing import write_word
from zerodraft.intake.marked import Marked
from zerodraft.intake.received import Basis, Received
from zerodraft.intake.receiving import receive
from zerodraft.intake.sent_out import as_answered
from zerodraft.intake.views import base, final
from zerodraft.intake.word import read_word

OLD_ID, NEW_ID = "1a" * 20, "2b" * 20
FINLAND = Hand("Finland", datetime(2021, 11, 20, 9, 30, tzinfo=UTC))
REMARK = Remark(FINLAND, "Which ones?")


def named(redline: RedlineSheet) -> RedlineSheet:
    """A redline that says what it is."""
    old = replace(redline.old, provenance=Provenance("note", "zero-draft", OLD_ID, ""))
    return replace(redline, old=old, new=replace(redline.new, provenance=Provenance("note", "rev-1", NEW_ID, "")))


def answered(document: Document) -> Marked:
    return as_answered(read_word(write_word(document), "answer.docx"))


def received(document: Document, text: Sheet) -> Received:
    return receive(answered(document), Basis(NEW_ID, text.draft, number(text.draft)), {"Finland": "FIN"}, "FIN")


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_a_redline_that_nobody_changed_is_the_later_text(seed: int) -> None:
    redline = named(pair(seed))
    marked, new = answered(redline_document(redline)), answered(clean_document(redline.new))
    assert not marked.has_revisions
    assert settled(base(marked)) == settled(final(marked)) == settled(base(new))
    assert read_provenance(marked.properties) == redline.new.provenance


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_numbers_that_we_typed_are_no_words_of_the_text(seed: int) -> None:
    redline = named(pair(seed))
    old, new = (replace(each, has_typed_numbers=True) for each in (redline.old, redline.new))
    texts = [text for *_, text in settled(base(answered(clean_document(redline.new))))]
    for document in (redline_document(replace(redline, old=old, new=new)), clean_document(new)):
        marked = answered(document)
        assert not marked.has_revisions
        assert [text for *_, text in settled(base(marked))] == texts


def test_a_redline_that_says_nothing_of_itself_stays_as_it_is() -> None:
    marked = read_word(write_word(redline_document(redline_sheet(OLD, NEW))), "redline.docx")
    assert as_answered(marked) == marked
    assert marked.has_revisions


def keyed(document: Document) -> Manuscript:
    """Open to be edited, each paragraph under its name in the later text."""
    blocks = (
        replace(each, bookmark=each.later) if isinstance(each, Paragraph) and each.later else each
        for each in document.blocks
    )
    return Manuscript(replace(document, blocks=tuple(blocks)))


def edited(document: Document, text: Sheet) -> Document:
    """What Finland does to a text, whatever else is marked in the file."""
    keys = {each.text[:14]: waymark_name(each.ordinal, NEW_ID) for each in text.draft.paragraphs}
    paper = keyed(document)
    paper.reword(keys["We undertake t"], "reliable information", "correct and reliable information", FINLAND)
    paper.reword(keys["We underline t"], "voluntary", "binding", FINLAND)
    paper.insert_after(keys["We welcome the"], "We thank Fiji.", FINLAND)
    paper.delete(keys["We further res"], FINLAND)
    paper.comment(keys["We invite digi"], "small enterprises to adopt", REMARK)
    return paper.document()


def test_an_answer_to_a_redline_says_what_it_would_say_to_the_later_text() -> None:
    redline = named(redline_sheet(OLD, NEW))
    in_redline = received(edited(redline_document(redline), redline.new), redline.new)
    in_clean_text = received(edited(clean_document(redline.new), redline.new), redline.new)
    assert in_redline.proposals == in_clean_text.proposals
    assert [replace(each, id="") for each in in_redline.comments] == [
        replace(each, id="") for each in in_clean_text.comments
    ]
    assert len(in_redline.proposals) == 4
    assert in_redline.account == in_clean_text.account


def test_a_note_that_is_cited_twice_is_one_note_when_it_comes_back() -> None:
    source = "We agree.[^n] They do.[^n]\n\nAll of them.[^m]\n\n| A[^n] | b |\n|---|---|\n\n[^n]: One.\n\n[^m]: Two.\n"
    text = replace(redline_sheet("", source).new, provenance=Provenance("note", "rev-1", NEW_ID, ""))
    document = clean_document(text)
    assert len(document.notes) == 4
    assert received(document, text) == Received()


def page(trial: Trial) -> Sheet:
    own = Provenance("note", "rev-1", NEW_ID, "")
    return Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, number(trial.text.draft), own)


@settings(max_examples=40)
@given(trials())
def test_a_compilation_that_nobody_changed_is_its_text(trial: Trial) -> None:
    found = compile_text(trial.text, trial.tabled, trial.voices)
    text = answered(clean_document(page(trial)))
    for layout in (Layout.INLINE, Layout.PARAGRAPHS):
        marked = answered(compilation_document(CompilationSheet(page(trial), found, layout)))
        assert settled(base(marked)) == settled(base(text))
        assert not marked.notices


def compilation() -> CompilationSheet:
    sheet = sheet_of(room())
    return replace(sheet, sheet=replace(sheet.sheet, provenance=Provenance("note", "rev-1", NEW_ID, "")))


def test_an_answer_to_a_compilation_is_one_to_its_text() -> None:
    sheet = compilation()
    paper = Manuscript(compilation_document(sheet))
    key = waymark_name(4, NEW_ID)
    paper.reword(key, "near to all of us", "near to us", FINLAND)
    paper.comment(key, "We meet", REMARK)
    found = received(paper.document(), sheet.sheet)
    (proposal,), (comment,) = found.proposals, found.comments
    assert proposal.amendment.wording == ("We meet again in a harbour that is near to us.",)
    assert (comment.anchor.ordinal, comment.anchor.exact, comment.body) == (4, "We meet", "Which ones?")


def test_what_somebody_does_to_words_that_others_offer_is_told() -> None:
    sheet = compilation()
    paper = Manuscript(compilation_document(sheet))
    key = waymark_name(2, NEW_ID)
    paper.reword(key, "and large", "", FINLAND)
    found = received(paper.document(), sheet.sheet)
    assert not found.proposals
    assert (
        "Finland changed words that are only offered, which proposes nothing: “and large”." in found.notices[0].sentence
    )


def test_a_comment_on_words_that_others_offer_quotes_them() -> None:
    sheet = compilation()
    paper = Manuscript(compilation_document(sheet))
    paper.comment(waymark_name(2, NEW_ID), "and large", REMARK)
    (comment,) = received(paper.document(), sheet.sheet).comments
    assert comment.body == "“and large”:\nWhich ones?"
    assert comment.anchor.ordinal == 2


@needs_office
@pytest.mark.slow
def test_of_what_is_edited_in_libreoffice_only_that_is_read(tmp_path: Path) -> None:
    """Our changes and what is offered are known after LibreOffice saved them, and its own changes stand on the text."""
    redline, sheet = named(redline_sheet(OLD, NEW)), compilation()
    cases = (
        (redline_document(redline), redline.new, "clear statement", "clear and short statement"),
        (compilation_document(sheet), sheet.sheet, "ports open", "ports wide open"),
    )
    for place, (document, text, words, instead) in enumerate(cases):
        folder = tmp_path / str(place)
        folder.mkdir()
        session = Session(author="Finland", edits=[("replace", words, instead)])
        (data,) = edited_in_office(write_word(document), [session], folder)
        marked = as_answered(read_word(data, "answer.docx"))
        found = receive(marked, Basis(NEW_ID, text.draft, number(text.draft)), {"Finland": "FIN"}, "JPN")
        (proposal,) = found.proposals
        assert (proposal.delegation, proposal.is_untracked) == ("FIN", False)
        assert instead in proposal.amendment.wording[0].replace("*", "")
        assert not found.tray
