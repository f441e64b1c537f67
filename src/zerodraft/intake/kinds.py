"""What bytes are that are not a Word file (.docx), in words, and what to do about it.

Looks at a few marks only; the file as a whole is never decoded.
"""

import codecs
from typing import NamedTuple

ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 1024


class Kind(NamedTuple):
    """What a file is, as the end of the sentence “aus.docx is …”, and the next step."""

    name: str
    hint: str


_SAVE = "Open it in Word or LibreOffice and save it as .docx."
_EMPTY = Kind("empty", "Ask for the file again.")
_NOTHING_INSIDE = Kind("a package with nothing in it", "Ask for the file again.")
_PROTECTED = Kind(
    "protected by a password", "Open it in Word, take the password away (File, Info, Protect Document), and save it."
)
_OLD_WORD = Kind("a Word file of the form used before 2007 (.doc)", _SAVE)
_OTHER_COMPOUND = Kind("a file of an old Office program, and not of Word", _SAVE)
_ONE_XML = Kind("XML in one piece, and not a Word package", _SAVE)
_PDF = Kind("a PDF", "Ask for the Word file that it was made from.")
_RTF = Kind("rich text (RTF)", _SAVE)
_WEB_PAGE = Kind("a web page (HTML)", _SAVE)
_PLAIN = Kind("plain text", "Take it in as text, or open it in Word and save it as .docx.")
_UNKNOWN = Kind("not a Word file (.docx)", "Ask for the file again, or open it in Word and save it as .docx.")

# The streams of a compound file have names in UTF-16; each stands in its directory.
_STREAMS = (
    ("EncryptedPackage".encode("utf-16-le"), _PROTECTED),
    ("WordDocument".encode("utf-16-le"), _OLD_WORD),
)
_STARTS = (
    (b"{\\rtf", _RTF),
    (b"<!doctype html", _WEB_PAGE),
    (b"<html", _WEB_PAGE),
    (b"<head", _WEB_PAGE),
    (b"<body", _WEB_PAGE),
    (b"mime-version:", _WEB_PAGE),
    (b"<?xml", _ONE_XML),
)


def foreign_kind(data: bytes) -> Kind | None:
    """What the bytes are instead of a zip package; None when they begin as one."""
    if data.startswith(ZIP):
        return None
    if not data:
        return _EMPTY
    if data.startswith(_EMPTY_ZIP):
        return _NOTHING_INSIDE
    if data.startswith(_COMPOUND):
        return next((kind for name, kind in _STREAMS if name in data), _OTHER_COMPOUND)
    return _kind_of_text(data[:_LOOKED_AT])


def _kind_of_text(start: bytes) -> Kind:
    if b"%PDF-" in start:
        return _PDF
    begins = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    marked = next((kind for sign, kind in _STARTS if begins.startswith(sign)), None)
    if marked is not None:
        return _WEB_PAGE if marked is _ONE_XML and b"<html" in begins else marked
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _PLAIN
    return _UNKNOWN if any(byte < 32 and byte not in b"\t\n\f\r" for byte in start) else _PLAIN
