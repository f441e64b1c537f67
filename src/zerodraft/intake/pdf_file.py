"""A PDF opened: where its objects stand, and what they are."""

import re
import zlib
from collections.abc import Mapping

from zerodraft.intake.pdf_objects import Lexer, Name, Operator, Ref, Stream, broken

MOST_BYTES = 64 * 2**20
_MOST_DECODED = 128 * 2**20
_MOST_OBJECTS = 400_000
_MOST_TABLES = 32
_LINE = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r\n]{1,2}")
_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
_STREAM = re.compile(rb"\s*stream\r?\n")


class PdfFile:
    """Raises `UnreadableInput` for whatever was written otherwise than ours."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            raise broken("is longer than 64 MB")
        self._data = data
        self._places: dict[int, int] = {}
        self._known: dict[int, object] = {}
        self._decoded = 0
        self.trailer = self._tables()
        if "Encrypt" in self.trailer:
            raise broken("is encrypted")

    def _tables(self) -> Mapping[str, object]:
        """The last trailer; what was appended to a file later has a table of its own."""
        found = _START.search(self._data[-2048:])
        if not found:
            raise broken("has no end")
        place: object = int(found[1])
        last: Mapping[str, object] | None = None
        for _ in range(_MOST_TABLES):
            if not isinstance(place, int):
                break
            trailer = self._table(place)
            last = last or trailer
            place = trailer.get("Prev")
        return last or {}

    def _table(self, place: int) -> Mapping[str, object]:
        lexer = Lexer(self._data, place)
        if lexer.next() != "xref":
            raise broken("has another kind of table of objects")
        while (first := lexer.next()) != "trailer":
            count = lexer.next()
            if not isinstance(first, int) or not isinstance(count, int) or count > _MOST_OBJECTS:
                raise broken("has a damaged table of objects")
            lexer.place = self._lines(lexer.place, first, count)
        trailer = lexer.next()
        if not isinstance(trailer, dict) or "XRefStm" in trailer:
            raise broken("has another kind of table of objects")
        return trailer

    def _lines(self, place: int, first: int, count: int) -> int:
        while self._data[place : place + 1] in (b" ", b"\r", b"\n"):
            place += 1
        for number in range(first, first + count):
            line = _LINE.match(self._data, place)
            if line is None:
                raise broken("has a damaged table of objects")
            if line[3] == b"n":
                self._places.setdefault(number, int(line[1]))
            place = line.end()
        return place

    # --- objects ----------------------------------------------------------------------------------

    def get(self, value: object) -> object:
        """The value itself, or what it refers to; None for an object that isn't there."""
        if not isinstance(value, Ref):
            return value
        if value.number not in self._known:
            self._known[value.number] = self._read(value.number)
        return self._known[value.number]

    def _read(self, number: int) -> object:
        place = self._places.get(number)
        if place is None:
            return None
        lexer = Lexer(self._data, place)
        if lexer.next() != number or not isinstance(lexer.next(), int) or lexer.next() != "obj":
            raise broken("has a damaged table of objects")
        value = lexer.next()
        if isinstance(value, (Operator, Ref)):
            raise broken("has an object without a value")
        if isinstance(value, dict) and (found := _STREAM.match(self._data, lexer.place)):
            return Stream(value, found.end())
        return value

    def entries(self, value: object) -> Mapping[str, object]:
        """A dictionary, or that of a stream; an empty one for any other value."""
        found = self.get(value)
        if isinstance(found, Stream):
            return found.entries
        return found if isinstance(found, dict) else {}

    def items(self, value: object) -> list[object]:
        """The values of a list; of any other value itself, and none of nothing."""
        found = self.get(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]

    def content(self, value: object) -> bytes:
        """The bytes of a stream, decompressed."""
        stream = self.get(value)
        if not isinstance(stream, Stream):
            raise broken("has a page without content")
        length = self.get(stream.entries.get("Length"))
        if not isinstance(length, int) or not 0 <= length <= len(self._data) - stream.start:
            raise broken("has a stream of unknown length")
        raw = self._data[stream.start : stream.start + length]
        filters = [str(self.get(each)) for each in self.items(stream.entries.get("Filter"))]
        if filters not in ([], ["FlateDecode"]) or "DecodeParms" in stream.entries:
            raise broken("packs its pages otherwise")
        return self._unpacked(raw) if filters else raw

    def _unpacked(self, raw: bytes) -> bytes:
        most = _MOST_DECODED - self._decoded
        unpacker = zlib.decompressobj()
        try:
            found = unpacker.decompress(raw, most + 1)
        except zlib.error:
            raise broken("has a damaged page") from None
        self._decoded += len(found)
        if len(found) > most:
            raise broken("unpacks to more than 128 MB")
        return found


def named(value: object) -> str:
    """The text of a name, "" for any other value."""
    return str(value) if isinstance(value, Name) else ""
