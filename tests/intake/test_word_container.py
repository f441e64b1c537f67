"""What is read from a Word package, and what is refused before it can do harm."""

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import (
    DOCUMENT,
    MAIN,
    WORDS,
    Part,
    content_types,
    is_shown_safely,
    packed,
    peak_of,
    refusal_of,
    refusal_or_none,
    with_copied_entry,
    with_declared_size,
    word_file,
)

from zerodraft.intake.container import MEGABYTE, Limits, opened

GOOD = word_file(("word/media/image1.png", b"\x89PNG"), ("word/comments.xml", b"<comments/>"))


def refused(data: bytes, limits: Limits | None = None) -> str:
    return refusal_of(lambda: opened(data, "aus.docx", limits or Limits()))


def refused_part(data: bytes, name: str = DOCUMENT) -> str:
    package = opened(data, "aus.docx")
    return refusal_of(lambda: package.part(name))


def read_all(data: bytes) -> None:
    """Every part that may hold text."""
    package = opened(data, "aus.docx")
    for name in package.names:
        if name.endswith(".xml"):
            package.part(name)


def test_a_word_file_gives_its_parts_in_their_order() -> None:
    package = opened(GOOD, "aus.docx")
    assert package.names == ("[Content_Types].xml", DOCUMENT, "word/media/image1.png", "word/comments.xml")
    assert package.part(DOCUMENT) == WORDS


def test_upper_and_lower_case_name_the_same_part() -> None:
    package = opened(GOOD, "aus.docx")
    assert "Word/Document.xml" in package
    assert package.part("WORD/DOCUMENT.XML") == WORDS


def test_a_part_that_is_not_there_is_told_by_name() -> None:
    assert refused_part(GOOD, "word/footnotes.xml") == "There is no word/footnotes.xml in aus.docx."


def test_a_picture_is_listed_and_never_unpacked() -> None:
    assert refused_part(GOOD, "word/media/image1.png") == "word/media/image1.png in aus.docx is not a part with text."


def test_large_pictures_do_not_count_as_text() -> None:
    package = opened(word_file(("word/media/image1.emf", b"\0" * 20 * MEGABYTE)), "aus.docx", Limits(total=MEGABYTE))
    assert package.part(DOCUMENT) == WORDS


def test_a_template_is_a_word_file() -> None:
    template = MAIN.replace("document.main", "template.main")
    assert DOCUMENT in opened(packed([content_types(template), (DOCUMENT, WORDS)]), "aus.dotx")


@pytest.mark.parametrize(
    "name",
    ["../a.xml", "word/../../a.xml", "/word/a.xml", "..\\a.xml", "C:/a.xml", "a//b.xml", "./a.xml", "a\x1bb.xml"],
)
def test_a_name_that_leads_out_of_the_package_is_refused(name: str) -> None:
    assert "unsafe name" in refused(word_file((name, b"<a/>")))


def test_a_name_is_shown_without_what_could_change_the_screen() -> None:
    assert "“a⟦U+202E⟧lmx.xml”" in refused(word_file(("a\u202elmx.xml", b"<a/>")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [DOCUMENT, "Word/DOCUMENT.xml"])
def test_two_parts_with_one_name_are_refused(name: str) -> None:
    assert refused(word_file((name, b"<a/>"))) == f"aus.docx has two parts with the name “{name}”."


def test_more_parts_than_allowed_are_refused_before_the_directory_is_read() -> None:
    data = packed([content_types(), *((f"word/{number}.xml", b"") for number in range(5000))])
    assert refused(data) == "aus.docx has more than 4,000 parts."
    assert peak_of(lambda: refused(data)) < MEGABYTE


def test_a_file_above_the_limit_is_refused() -> None:
    assert refused(GOOD, Limits(file=len(GOOD) - 1)).startswith("aus.docx is larger than")


def test_a_bomb_is_refused_by_its_declared_size_without_being_unpacked() -> None:
    bomb = word_file(document=b" " * 65 * MEGABYTE)
    assert refused(bomb) == "word/document.xml in aus.docx is larger than 64 MB when unpacked."
    assert peak_of(lambda: refused(bomb)) < MEGABYTE


def test_a_part_packed_beyond_reason_is_refused() -> None:
    bomb = packed([content_types(), (DOCUMENT, b" " * 20 * MEGABYTE)])
    assert "is packed more than 200 times" in refused(bomb, Limits(ratio=200))


def test_a_small_part_may_be_packed_as_tightly_as_it_likes() -> None:
    assert DOCUMENT in opened(word_file(document=b" " * 7 * MEGABYTE), "aus.docx", Limits(ratio=2))


def test_parts_that_are_too_large_together_are_refused() -> None:
    data = word_file(("word/comments.xml", b"x" * 600), ("word/footnotes.xml", b"x" * 600))
    assert "when unpacked" in refused(data, Limits(total=1000))


def test_a_part_that_is_larger_than_declared_is_never_unpacked_further() -> None:
    liar = with_declared_size(word_file(document=b" " * 100 * MEGABYTE), DOCUMENT, 10)
    assert refused_part(liar) == "word/document.xml in aus.docx is damaged."
    assert peak_of(lambda: refused_part(liar)) < MEGABYTE


def test_a_part_that_is_smaller_than_declared_is_refused() -> None:
    liar = with_declared_size(GOOD, DOCUMENT, 1000)
    assert refused_part(liar) == "word/document.xml in aus.docx has another size than the package says."


def test_a_part_whose_bytes_were_changed_is_refused() -> None:
    stored = packed([content_types(), (DOCUMENT, WORDS)], zipfile.ZIP_STORED)
    assert refused_part(stored.replace(b"agree", b"argue")) == "word/document.xml in aus.docx is damaged."


def test_many_names_for_the_same_bytes_are_refused() -> None:
    kernel = packed([content_types(), (DOCUMENT, b" " * 6 * MEGABYTE)])
    data = with_copied_entry(kernel, DOCUMENT, 300)
    assert refused(data) == "aus.docx has parts that lie over each other."
    assert peak_of(lambda: refused(data)) < MEGABYTE


@pytest.mark.parametrize("length", [4, 30, len(GOOD) // 2, len(GOOD) - 1])
def test_a_file_that_was_cut_off_is_refused(length: int) -> None:
    assert refused(GOOD[:length]) == "aus.docx is a damaged package."


def test_a_part_with_a_password_is_refused() -> None:
    data = bytearray(GOOD)
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "aus.docx is protected by a password."


def test_packing_that_the_format_does_not_know_is_refused() -> None:
    data = packed([content_types(), (DOCUMENT, WORDS)], zipfile.ZIP_BZIP2)
    assert "is packed in an unknown way" in refused(data)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([content_types("application/vnd.ms-word.document.macroEnabled.main+xml")], "aus.docx holds macros."),
        ([content_types(), ("word/vbaProject.bin", b"\0")], "aus.docx holds macros."),
        ([content_types("application/x.spreadsheetml.sheet.main+xml")], "aus.docx is an Office file, but not of Word."),
        ([("mimetype", b"application/vnd.oasis.opendocument.text")], "aus.docx is an OpenDocument text (.odt)."),
        ([("inner.docx", GOOD)], "aus.docx is a zip archive, and not a Word file."),
    ],
)
def test_a_package_that_is_something_else_is_called_what_it_is(parts: list[Part], sentence: str) -> None:
    assert refused(packed(parts)) == sentence


def test_a_document_type_in_the_table_of_contents_is_refused() -> None:
    name, table = content_types()
    assert "document type" in refused(packed([(name, b"<!DOCTYPE Types>" + table)]))


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_whatever_is_changed_the_file_is_read_or_refused_with_a_sentence(at: int, new: bytes, cut: bool) -> None:
    data = GOOD[:at] + new + (b"" if cut else GOOD[at + len(new) :])
    refusal = refusal_or_none(lambda: read_all(data))
    assert refusal is None or is_shown_safely(refusal)
