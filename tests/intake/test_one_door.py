"""The one door: whatever was sent is read by its own reader, or refused with its sentence."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import is_shown_safely, refusal_of, refusal_or_none
from tests.intake.tabled_rows import HEADINGS, as_csv
from tests.intake.test_mail import WORDS, message, with_file
from tests.intake.test_recognition import COMPOUND, ODT
from tests.intake.word_made import cell, ins, made, p, row, t, table
from tests.intake.workbooks import inline_rows, sheet_part, workbook

from zerodraft.intake.annotation_list import AnnotationList
from zerodraft.intake.comment_table import CommentTable
from zerodraft.intake.mail import Letter
from zerodraft.intake.marked import Marked
from zerodraft.intake.reading import Arrived, Content, Means, Unread, read
from zerodraft.intake.recognition import InputKind
from zerodraft.intake.views import final

ROW = ("1", "Japan", "2", "ed", "Yes.", "")
TABLE = as_csv([HEADINGS, ROW]).encode()
WORD = made(p(t("We "), ins("Chile", t("all ")), t("agree.")))
ANNOTATION = b"""{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "bodyValue": "Why?"}"""
OLD_WORD = COMPOUND + "WordDocument".encode("utf-16-le")


def said(content: Content) -> list[str]:
    """The words of a content in short."""
    match content:
        case Marked():
            return [seen.text for seen in final(content)]
        case CommentTable():
            return [row.comment for row in content.rows]
        case Letter():
            return [content.body]
        case AnnotationList():
            return [each.text for each in content.said]


def told(arrived: Arrived) -> list[list[str]]:
    return [said(content) for content in arrived.contents]


def test_each_kind_is_read_by_its_own_reader() -> None:
    assert told(read(WORD, "chl.docx")) == [["We all agree."]]
    assert told(read(TABLE, "jpn.csv")) == [["Yes."]]
    assert told(read(workbook({"J": sheet_part(inline_rows([HEADINGS, ROW]))}), "jpn.xlsx")) == [["Yes."]]
    assert told(read(b"We {++all ++}agree.\n", "jpn.md")) == [["We all agree."]]
    assert told(read("# Message\n\nWe agree.\n".encode("utf-16"), "jpn.md")) == [["Message", "We agree."]]
    assert told(read(b"We agree.\n", "jpn.txt")) == [["We agree."]]
    assert told(read(ANNOTATION, "jpn.jsonld")) == [["Why?"]]


def test_a_file_is_known_again_by_the_digest_of_its_bytes() -> None:
    assert read(TABLE, "jpn.csv").digest == sha256(TABLE).hexdigest()


def test_a_word_file_may_hold_a_text_and_a_table_of_comments() -> None:
    comments = table(*(row(*(cell(p(t(words))) for words in each)) for each in (HEADINGS, ROW)))
    assert told(read(made(comments), "jpn.docx")) == [["Yes."]]
    assert told(read(made(p(t("We "), ins("Chile", t("agree."))) + comments), "jpn.docx")) == [["We agree."], ["Yes."]]


def test_letters_of_windows_are_told_of_a_text_too() -> None:
    (content,) = read("We agree – naïvely.".encode("cp1252"), "jpn.txt").contents
    assert isinstance(content, Marked)
    assert [notice.code for notice in content.notices] == ["windows-letters"]


def test_an_old_word_file_is_converted_where_that_is_possible() -> None:
    asked: list[tuple[InputKind, str]] = []

    def convert(data: bytes, kind: InputKind, name: str) -> bytes:
        asked.append((kind, name))
        return WORD

    arrived = read(OLD_WORD, "chl.doc", Means(convert))
    assert told(arrived) == [["We all agree."]]
    assert arrived.digest == sha256(OLD_WORD).hexdigest()
    read(ODT, "chl.odt", Means(convert))
    assert asked == [(InputKind.OLD_WORD, "chl.doc"), (InputKind.OPEN_TEXT, "chl.odt")]


def test_without_a_converter_an_old_word_file_is_refused() -> None:
    assert refusal_of(lambda: read(OLD_WORD, "chl.doc")) == "chl.doc is an old Word file (.doc)."


def test_the_files_on_a_message_are_read_each_by_itself() -> None:
    mail = message()
    for name, data in (("chile.docx", WORD), ("logo.png", b"\x89PNG\0"), ("jpn.csv", TABLE)):
        with_file(mail, name, data)
    arrived = read(mail.as_bytes(), "chl.eml")
    assert told(arrived) == [[WORDS]]
    word, picture, comments = arrived.attached
    assert isinstance(word, Arrived)
    assert isinstance(comments, Arrived)
    assert (told(word), told(comments)) == ([["We all agree."]], [["Yes."]])
    assert isinstance(picture, Unread)
    assert (picture.name, picture.sentence) == ("logo.png", "logo.png is a picture or a recording.")


def test_a_message_hung_on_messages_is_read_and_too_many_are_not() -> None:
    data = with_file(message("Inner."), "jpn.csv", TABLE).as_bytes()
    for number in range(3):
        data = with_file(message(f"Outer {number}."), "inner.eml", data).as_bytes()
    arrived: Arrived | Unread = read(data, "outer.eml")
    for _ in range(2):
        assert isinstance(arrived, Arrived)
        (arrived,) = arrived.attached
    assert isinstance(arrived, Arrived)
    (last,) = arrived.attached
    assert isinstance(last, Unread)
    assert last.sentence == "inner.eml is a message inside of too many others."


def test_remarks_are_given_to_whom_they_name() -> None:
    (content,) = read(b"We agree.{>>Chile: All?<<}", "x.md", Means(is_name=lambda name: name == "Chile")).contents
    assert isinstance(content, Marked)
    assert [(remark.author, remark.body) for remark in content.remarks] == [("Chile", "All?")]


@given(st.binary(max_size=200), st.sampled_from(["a.docx", "a.csv", "a.eml", "a.md", "a.txt", "a.xlsx", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    refusal = refusal_or_none(lambda: read(data, name))
    assert refusal is None or is_shown_safely(refusal)


def test_a_text_longer_than_any_declaration_is_refused_with_what_is_too_much() -> None:
    assert refusal_of(lambda: read(b"a\n\n" * 40_000, "jpn.txt")) == "jpn.txt has more than 60,000 lines."
    marked = b"We {++all ++}agree.\n" + b"We agree. " * 100_000
    sentence = "jpn.md has more than 1,000,000 characters with marks among them."
    assert refusal_of(lambda: read(marked, "jpn.md")) == sentence
    assert read(marked.replace(b"{++all ++}", b""), "jpn.md").kind is InputKind.MARKDOWN
