"""A file that is called .docx and is something else is called what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import refusal_of, word_file

from zerodraft.intake.container import opened
from zerodraft.intake.kinds import foreign_kind

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty"),
        (b"PK\x05\x06" + b"\0" * 18, "a package with nothing in it"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "a Word file of the form used before 2007 (.doc)"),
        (COMPOUND, "a file of an old Office program, and not of Word"),
        (b"{\\rtf1\\ansi We agree.}", "rich text (RTF), in which changes of several authors come back damaged"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF, in which nobody’s changes are marked"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><p>We agree.", "a web page (HTML)"),
        (b"<HTML xmlns:w='urn:w'>", "a web page (HTML)"),
        (b"<?xml version='1.0'?><html>", "a web page (HTML)"),
        (b"MIME-Version: 1.0\r\n", "a web page (HTML)"),
        (
            b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>",
            "XML in one piece, and not a Word package",
        ),
        ("We agree – naïvely.\r\n".encode(), "plain text"),
        ("We agree – naïvely.".encode("cp1252"), "plain text"),
        ("We agree.".encode("utf-16"), "plain text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture or a recording"),
        (b"\0\0\0\x18ftypheic", "a picture or a recording"),
        (b"MZ\x90\0\x03", "a program"),
        (b"\x1f\x8b\x08\0", "an archive"),
        (b"\x78\x9f\x3e\x22\0", "a package that only Outlook opens (winmail.dat)"),
        (b"0\x82\x01\x02", "a signature, or an encrypted message"),
        (COMPOUND + "__substg1.0_0037".encode("utf-16-le"), "a message of Outlook (.msg)"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "an Excel workbook of the form used before 2007 (.xls)"),
        (b"MZ is how it begins.", "plain text"),
        (b"\x02\x01\0\0", "not a Word file (.docx)"),
    ],
)
def test_what_the_file_is_stands_in_the_sentence(data: bytes, name: str) -> None:
    assert refusal_of(lambda: opened(data, "aus.docx")) == f"aus.docx is {name}."


def test_a_package_is_nothing_foreign() -> None:
    assert foreign_kind(word_file()) is None


@given(st.binary(max_size=64))
def test_whatever_does_not_begin_as_a_package_is_foreign(data: bytes) -> None:
    assert (foreign_kind(data) is None) == data.startswith(b"PK\x03\x04")
