"""What bytes are that are no package of an Office program, in words, and what to do about it.

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
_AGAIN = "Ask for the file again."
_WORDS = "Ask for the words that it holds, as a Word file, a table or a message."
_EMPTY = Kind("empty", _AGAIN)
_NOTHING_INSIDE = Kind("a package with nothing in it", _AGAIN)
_PROTECTED = Kind(
    "protected by a password", "Open it in Word, take the password away (File, Info, Protect Document), and save it."
)
OLD_WORD = Kind("a Word file of the form used before 2007 (.doc)", _SAVE)
_OUTLOOK = Kind("a message of Outlook (.msg)", "Save the message as .eml, or save the files that hang on it.")
_OLD_EXCEL = Kind("an Excel workbook of the form used before 2007 (.xls)", "Open it in Excel and save it as .xlsx.")
_OTHER_COMPOUND = Kind("a file of an old Office program, and not of Word", _SAVE)
_ONE_XML = Kind("XML in one piece, and not a Word package", _SAVE)
_PDF = Kind("a PDF, in which nobody’s changes are marked", "Ask for the Word file that it was made from.")
_RTF = Kind("rich text (RTF), in which changes of several authors come back damaged", _SAVE)
_MEDIA = Kind("a picture or a recording", _WORDS)
_ARCHIVE = Kind("an archive", "Unpack it first, and take in each file by itself.")
_PROGRAM = Kind("a program", "Don’t open it; ask whoever sent it where it comes from.")
_TNEF = Kind("a package that only Outlook opens (winmail.dat)", "Ask for the files that are in it.")
_SIGNATURE = Kind("a signature, or an encrypted message", "Open the message in its own program and save its files.")
WEB_PAGE = Kind("a web page (HTML)", _SAVE)
PLAIN = Kind("plain text", "Take it in as text, or open it in Word and save it as .docx.")
UNKNOWN = Kind("not a Word file (.docx)", "Ask for the file again, or open it in Word and save it as .docx.")

# The streams of a compound file have names in UTF-16; each stands in its directory.
_STREAMS = (
    ("EncryptedPackage".encode("utf-16-le"), _PROTECTED),
    ("WordDocument".encode("utf-16-le"), OLD_WORD),
    ("__substg1.0".encode("utf-16-le"), _OUTLOOK),
    ("Workbook".encode("utf-16-le"), _OLD_EXCEL),
)
_TEXT_STARTS = (
    (b"{\\rtf", _RTF),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"<head", WEB_PAGE),
    (b"<body", WEB_PAGE),
    (b"mime-version:", WEB_PAGE),
    (b"<?xml", _ONE_XML),
)
_BINARY_STARTS = (
    (b"\x89PNG", _MEDIA),
    (b"\xff\xd8\xff", _MEDIA),
    (b"GIF8", _MEDIA),
    (b"II*\0", _MEDIA),
    (b"MM\0*", _MEDIA),
    (b"BM", _MEDIA),
    (b"RIFF", _MEDIA),
    (b"ID3", _MEDIA),
    (b"OggS", _MEDIA),
    (b"\x1aE\xdf\xa3", _MEDIA),
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\x78\x9f\x3e\x22", _TNEF),
    (b"0\x80", _SIGNATURE),
    (b"0\x82", _SIGNATURE),
)
_BOX_OF_MEDIA = b"ftyp"  # from the fifth byte on, in the family of MP4


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
    marked = next((kind for sign, kind in _TEXT_STARTS if begins.startswith(sign)), None)
    if marked is not None:
        return WEB_PAGE if marked is _ONE_XML and b"<html" in begins else marked
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return PLAIN
    is_text = all(byte >= 32 or byte in b"\t\n\f\r" for byte in start)
    return PLAIN if is_text else _kind_of_binary(start)


def _kind_of_binary(start: bytes) -> Kind:
    if start[4:8] == _BOX_OF_MEDIA:
        return _MEDIA
    return next((kind for sign, kind in _BINARY_STARTS if start.startswith(sign)), UNKNOWN)
