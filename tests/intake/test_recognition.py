"""What a file is, is told by its bytes; what is not read is refused by what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import is_shown_safely, packed, refusal_of, refusal_or_none, word_file
from tests.intake.tabled_rows import HEADINGS, as_csv
from tests.intake.test_mail import message
from tests.intake.workbooks import sheet_part, workbook

from zerodraft.intake.recognition import InputKind, kind_of

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
ODT = packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")])
TABLE = as_csv([HEADINGS, ("1", "Japan", "2", "ed", "Yes.", "")])
PLAIN = "We, the delegations, agree.\n\nWe shall meet again.\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (word_file(), "aus.docx", InputKind.WORD),
        (word_file(), "aus.pdf", InputKind.WORD),
        (workbook({"A": sheet_part("")}), "aus", InputKind.WORKBOOK),
        (ODT, "aus.odt", InputKind.OPEN_TEXT),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "aus.doc", InputKind.OLD_WORD),
        (message().as_bytes(), "aus.eml", InputKind.MAIL),
        (message().as_bytes(), "aus.txt", InputKind.MAIL),
        (b"Return-Path: <a@b>\nReceived: by x;\n Fri\nSubject: y\n\nwords", "aus", InputKind.MAIL),
        (b"Subject: y\nDate: today\n\nwords", "aus", InputKind.TEXT),
        (TABLE.encode(), "aus.csv", InputKind.TABLE),
        (TABLE.encode("utf-16"), "aus.csv", InputKind.TABLE),
        (TABLE.encode("utf-16-le"), "aus", InputKind.TABLE),
        (TABLE.encode(), "aus.txt", InputKind.TABLE),
        (b"a,b\n1,2\n", "aus.csv", InputKind.TABLE),
        (b"# Message\n\nWe {++all ++}agree.\n", "aus.md", InputKind.CRITIC_MARKUP),
        (b"We {--all --}agree.\n", "aus.txt", InputKind.CRITIC_MARKUP),
        (PLAIN.encode(), "aus.md", InputKind.MARKDOWN),
        (b"# Message\n\nWe agree.\n", "aus.txt", InputKind.MARKDOWN),
        (PLAIN.encode(), "aus.txt", InputKind.TEXT),
        (PLAIN.encode("utf-16"), "aus.txt", InputKind.TEXT),
        (b"From the outset, we agree.\nTo all: yes.\n", "aus.txt", InputKind.TEXT),
    ],
)  # fmt: skip
def test_each_kind_is_known_by_its_bytes(data: bytes, name: str, kind: InputKind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{\\rtf1", "aus.docx is rich text (RTF), in which changes of several authors come back damaged."),
        (b"%PDF-1.7\n%\xe2\xe3", "aus.docx is a PDF, in which nobody’s changes are marked."),
        (b"", "aus.docx is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0", "aus.docx is a picture or a recording."),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "aus.docx is protected by a password."),
        (COMPOUND + "__substg1.0".encode("utf-16-le"), "aus.docx is a message of Outlook (.msg)."),
        (b"<!DOCTYPE html><p>We agree.", "aus.docx is a web page (HTML)."),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "aus.docx is a web page (HTML)."),
        (
            b"From: <Saved by a browser>\nSnapshot-Content-Location: https://x.example\nMIME-Version: 1.0\n\nx",
            "aus.docx is a web page (HTML).",
        ),
        (b"From aus@x.example Fri Nov  5 09:00:00 2021\nFrom: aus\n\nx", "aus.docx is a mailbox."),
        (b"\1\2\3", "aus.docx is not a kind of file that is read."),
        (b"We agree." * 200 + b"\x02", "aus.docx holds bytes that are no text."),
        (packed([("inner.docx", b"x")]), "aus.docx is a zip archive, and not a Word file."),
    ],
)
def test_what_is_not_read_is_refused_by_what_it_is(data: bytes, sentence: str) -> None:
    assert refusal_of(lambda: kind_of(data, "aus.docx")) == sentence


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_of_any_name_are_of_a_kind_or_refused(data: bytes, name: str) -> None:
    refusal = refusal_or_none(lambda: kind_of(data, name))
    assert refusal is None or is_shown_safely(refusal)
