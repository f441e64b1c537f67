"""What the glyphs of a font stand for, as the font itself tells."""

import re
from collections.abc import Callable, Mapping

from zerodraft.intake.pdf_file import PdfFile, named
from zerodraft.intake.pdf_objects import broken

Letters = Callable[[bytes], list[str]]
"""The text of each glyph of a string."""

_CODE = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_RANGE = re.compile(rb"\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]+)>|\[([^\]]*)\])")
_MOST = 70_000
"""Glyphs of a font: their codes have two bytes."""


def letters_of(file: PdfFile, font: object) -> Letters:
    """For a font whose glyphs have codes of two bytes, as ours have."""
    entries = file.entries(font)
    if named(entries.get("Subtype")) != "Type0" or named(file.get(entries.get("Encoding"))) != "Identity-H":
        raise broken("holds a font whose letters can’t be told")
    known = _known(file.content(entries.get("ToUnicode")))

    def read(string: bytes) -> list[str]:
        codes = (string[place] << 8 | string[place + 1] for place in range(0, len(string) - 1, 2))
        return [known.get(code, "\ufffd") for code in codes]

    return read


def _known(table: bytes) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for kind, section in _SECTION.findall(table):
        if kind == b"char":
            codes = _CODE.findall(section)
            found |= {int(code, 16): _text(text) for code, text in zip(codes[::2], codes[1::2], strict=False) if code}
            continue
        for first, last, text, texts in _RANGE.findall(section):
            start, count = int(first, 16), int(last, 16) - int(first, 16) + 1
            if not 0 < count <= _MOST:
                raise broken("holds a font whose letters can’t be told")
            found |= _counted(start, count, _text(text)) if text else _listed(start, texts)
    return found


def _counted(start: int, count: int, first: str) -> dict[int, str]:
    before, last = first[:-1], ord(first[-1:] or "\ufffd")
    return {start + place: before + chr(min(last + place, 0x10FFFF)) for place in range(count)}


def _listed(start: int, texts: bytes) -> dict[int, str]:
    return {start + place: _text(text) for place, text in enumerate(_CODE.findall(texts)[:_MOST])}


def _text(digits: bytes) -> str:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 4 and 4 - len(digits) % 4)).decode("ascii")).decode(
        "utf-16-be", "replace"
    )


def told(string: object) -> str:
    """A text string of a PDF."""
    if not isinstance(string, bytes):
        return ""
    if string.startswith(b"\xfe\xff"):
        return string[2:].decode("utf-16-be", "replace")
    return string.decode("utf-8" if string.startswith(b"\xef\xbb\xbf") else "latin-1", "replace").lstrip("\ufeff")
