"""The words that a page adds, in two languages."""

from dataclasses import fields, replace

import pytest
from tests.export.sheets import sheet

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.numbering import Number
from zerodraft.export.labels import ENGLISH, INDONESIAN, labels_for
from zerodraft.export.sheet import WORKING_TEXT, RedlineSheet


@pytest.mark.parametrize(
    ("language", "expected"), [("id", "id"), ("id-ID", "id"), ("ID", "id"), ("en", "en"), ("fr", "en")]
)
def test_indonesian_for_indonesian_and_english_for_the_rest(language: str, expected: str) -> None:
    assert labels_for(language).language == expected


def test_both_languages_fill_the_same_places() -> None:
    for field in fields(ENGLISH):
        english, indonesian = getattr(ENGLISH, field.name), getattr(INDONESIAN, field.name)
        assert english.count("{") == indonesian.count("{") or field.name == "one_changed"
        assert indonesian


def test_a_paragraph_is_named_as_delegations_cite_it() -> None:
    assert ENGLISH.cited(Number("7(a)", "(a)")) == "paragraph 7(a)"
    assert ENGLISH.cited(Number("PP3", "")) == "PP3"
    assert INDONESIAN.cited(Number("title", "")) == "judul"
    assert INDONESIAN.place("7(a)") == "paragraf 7(a)"
    assert ENGLISH.place("") == ""


def test_empty_parts_leave_no_sign_in_a_line() -> None:
    adopted = replace(sheet("x", "Rev.2"), stage="", date_line="3 May 2021", fingerprint="ab12")
    assert ENGLISH.version_line(adopted) == "Rev.2 · 3 May 2021"
    assert ENGLISH.fingerprint_line(adopted) == "Fingerprint of the adopted words (SHA-256): ab12"
    assert ENGLISH.fingerprint_line(replace(adopted, fingerprint="")) == ""


def test_a_fate_that_the_redline_shows_needs_no_note() -> None:
    assert ENGLISH.note(Fate.REWORDED, "") == ""
    assert INDONESIAN.note(Fate.MOVED, "paragraf 5") == "dipindahkan dari paragraf 5"


def test_a_working_text_is_named_in_the_language_of_the_page() -> None:
    assert INDONESIAN.version(sheet("x", WORKING_TEXT)) == "Teks kerja"
    assert INDONESIAN.version(sheet("x", "Rev.2")) == "Rev.2"


def test_one_paragraph_is_not_paragraphs() -> None:
    assert ENGLISH.count_changed(1) == "1 paragraph changed"
    assert ENGLISH.count_changed(12) == "12 paragraphs changed"


def test_one_word_is_not_words() -> None:
    assert ENGLISH.count_words(1, 2) == "1 word inserted, 2 deleted"
    assert ENGLISH.count_words(0, 1) == "0 words inserted, 1 deleted"
    assert INDONESIAN.count_words(1, 1) == "1 kata disisipkan, 1 dihapus"


def test_inside_of_a_sentence_the_working_text_has_a_small_letter() -> None:
    old, new = sheet("x", "Rev.2"), sheet("y", WORKING_TEXT)
    changes = RedlineSheet(old, new, compare(old.draft, new.draft))
    assert ENGLISH.changes(changes) == "Changes from Rev.2 to working text"
    assert INDONESIAN.changes(changes) == "Perubahan dari Rev.2 ke teks kerja"
