"""Word packages made in memory, good ones and forged ones, and what a reading takes of memory."""

import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

from zerodraft.core.text.visible import visible
from zerodraft.errors import UnreadableInput

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCUMENT = "word/document.xml"
WORDS = b"<document><p>We agree.</p></document>"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

Part = tuple[str, bytes]


def content_types(kind: str = MAIN) -> Part:
    table = f'<Types xmlns="{_TYPES}"><Override PartName="/{DOCUMENT}" ContentType="{kind}"/></Types>'
    return "[Content_Types].xml", table.encode()


def packed(parts: Iterable[Part], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w", method, compresslevel=1) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return memory.getvalue()


def word_file(*more: Part, document: bytes = WORDS) -> bytes:
    return packed([content_types(), (DOCUMENT, document), *more])


def entry_at(data: bytes, name: str) -> int:
    """Where the last entry with a name begins in the directory of a package."""
    return data.rindex(name.encode()) - 46


def with_declared_size(data: bytes, name: str, size: int) -> bytes:
    """The same package, whose directory says that a part has another size when unpacked."""
    at = entry_at(data, name) + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def with_copied_entry(data: bytes, name: str, count: int) -> bytes:
    """The same package with more names for the bytes of one part, which must be the last one."""
    at, end = entry_at(data, name), data.rindex(b"PK\x05\x06")
    entry = data[at:end]
    copies = b"".join(entry[:46] + f"{number:0{len(name) - 4}}.xml".encode() for number in range(count))
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    total = struct.unpack("<H", data[end + 10 : end + 12])[0] + count
    directory = data[start:end] + copies
    tail = struct.pack("<HHHHIIH", 0, 0, total, total, len(directory), start, 0)
    return data[:start] + directory + b"PK\x05\x06" + tail


def refusal_of(act: Callable[[], object]) -> str:
    """The sentence with which an act is refused; it must be refused, with a sentence and a hint."""
    refusal = refusal_or_none(act)
    assert refusal is not None, "was not refused"
    assert is_shown_safely(refusal)
    return refusal.message


def is_shown_safely(refusal: UnreadableInput) -> bool:
    """Two sentences on one line each, without a character that could change the screen."""
    told = (refusal.message, refusal.hint)
    return all(sentence.endswith(".") and visible(sentence, single_line=True) == sentence for sentence in told)


def refusal_or_none(act: Callable[[], object]) -> UnreadableInput | None:
    """How an act is refused; any other exception is a bug and passes through."""
    try:
        act()
    except UnreadableInput as refusal:
        return refusal
    return None


def peak_of(act: Callable[[], object]) -> int:
    """The most bytes of Python objects that an act held at once."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
