"""The parts of an Office file (.docx, .xlsx, .odt): a zip package, read in memory and never laid out on disk.

Sizes that the package declares are upper bounds and never more: a part is unpacked in pieces until it has its
declared size, and refused if it has another. So what all XML parts may take together is known, and refused, before
the first is unpacked. Pictures and embedded files are listed and never unpacked.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from zerodraft.core.text.visible import invisible_characters, visible
from zerodraft.errors import UnreadableInput, shortened
from zerodraft.intake.kinds import foreign_kind
from zerodraft.intake.office import Office, require

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a package may take, sizes in bytes.

    `ratio` is how many times smaller a part may be packed, asked only of parts above `ratio_above`: real files
    hold small parts that are packed several hundred times.
    """

    file: int = 64 * MEGABYTE
    entries: int = 4_000
    part: int = 64 * MEGABYTE
    total: int = 200 * MEGABYTE
    ratio: int = 250
    ratio_above: int = 8 * MEGABYTE


LIMITS: Final = Limits()

_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_PIECE = 64 * 1024
_BEGINNING = 200
_UNREADABLE = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, struct.error, zlib.error)
_DAMAGED = "Ask for the file again; it may have been cut off or changed on its way."
_DISTRUST = "No Office program writes this; ask whoever sent the file where it comes from."
_TOO_LARGE = "Take the pictures out, or send the text in several files."
_UNSAFE_NAME = re.compile(r"^/|\\|^[A-Za-z]:|(^|/)\.\.?(/|$)|//")


class Package:
    """The parts of one Office file by name. Names differ by more than upper and lower case, as the format demands."""

    def __init__(self, archive: ZipFile, what: str) -> None:
        self._archive = archive
        self._entries = {_spelled(entry): entry for entry in archive.infolist()}
        self.what = what
        """How a sentence calls the file."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every part, in the order of the package, as the package spells it; folders are left out."""
        return tuple(entry.filename for entry in self._entries.values() if not entry.is_dir())

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def called(self, name: str) -> str:
        """A part as a sentence calls it."""
        return f"{_shown(name)} in {self.what}"

    def part(self, name: str) -> bytes:
        """The bytes of a part that holds XML. Refused: a part that is missing, damaged or not XML."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise UnreadableInput(f"There is no {self.called(name)}.", _DAMAGED)
        if not _holds_xml(entry):
            raise UnreadableInput(f"{self.called(name)} is not a part with text.", _DAMAGED)
        try:
            content = b"".join(self._pieces(entry))
        except _UNREADABLE:
            raise UnreadableInput(f"{self.called(name)} is damaged.", _DAMAGED) from None
        if len(content) != entry.file_size:
            raise UnreadableInput(f"{self.called(name)} has another size than the package says.", _DISTRUST)
        return content

    def beginning(self, name: str) -> bytes:
        """The first bytes of a part of any kind, 200 at most. Refused: a part that is missing or damaged."""
        try:
            with self._archive.open(self._entries[name.lower()]) as stream:
                return stream.read(_BEGINNING)
        except (KeyError, *_UNREADABLE):
            raise UnreadableInput(f"{self.called(name)} is damaged.", _DAMAGED) from None

    def _pieces(self, entry: ZipInfo) -> Iterator[bytes]:
        """The part, at most one piece beyond its declared size; the last one checks the sum of the bytes."""
        taken = 0
        with self._archive.open(entry) as stream:
            while taken <= entry.file_size and (piece := stream.read(_PIECE)):
                taken += len(piece)
                yield piece


def opened(data: bytes, what: str, limits: Limits = LIMITS, wanted: Office = Office.WORD) -> Package:
    """An Office file of the kind that is wanted, from its bytes; `what` is its name, for sentences. Raises
    `UnreadableInput`."""
    package = unpacked(data, what, limits)
    require(package, wanted)
    return package


def unpacked(data: bytes, what: str, limits: Limits = LIMITS) -> Package:
    """A package that can be read without harm, whatever it holds. Raises `UnreadableInput`."""
    what = _shown(what)
    if len(data) > limits.file:
        raise UnreadableInput(f"{what} is larger than {_megabytes(limits.file)}.", _TOO_LARGE)
    kind = foreign_kind(data)
    if kind is not None:
        raise UnreadableInput(f"{what} is {kind.name}.", kind.hint)
    if data.count(_ENTRY) > limits.entries:
        raise UnreadableInput(f"{what} has more than {limits.entries:,} parts.", _DISTRUST)
    try:
        archive = ZipFile(BytesIO(data))
    except _UNREADABLE:
        raise UnreadableInput(f"{what} is a damaged package.", _DAMAGED) from None
    entries = archive.infolist()
    _check_names(entries, what)
    _check_packing(entries, what)
    _check_sizes([entry for entry in entries if _holds_xml(entry)], what, limits)
    return Package(archive, what)


def _check_names(entries: Iterable[ZipInfo], what: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if not name or _UNSAFE_NAME.search(name) or invisible_characters(name):
            raise UnreadableInput(f"{what} has a part with the unsafe name “{_shown(name)}”.", _DISTRUST)
        if _spelled(entry) in seen:
            raise UnreadableInput(f"{what} has two parts with the name “{_shown(name)}”.", _DISTRUST)
        seen.add(_spelled(entry))


def _check_packing(entries: Sequence[ZipInfo], what: str) -> None:
    """No passwords, only the two ways of packing that the format knows, and no two parts made of the same bytes."""
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput(f"{what} is protected by a password.", "Ask for it without a password.")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableInput(f"{_shown(entry.filename)} in {what} is packed in an unknown way.", _DISTRUST)
    places = sorted(
        (entry.header_offset, entry.header_offset + _LOCAL_HEADER + entry.compress_size) for entry in entries
    )
    if any(end > start for (_, end), (start, _) in pairwise(places)):
        raise UnreadableInput(f"{what} has parts that lie over each other.", _DISTRUST)


def _check_sizes(entries: Iterable[ZipInfo], what: str, limits: Limits) -> None:
    total = 0
    for entry in entries:
        total += entry.file_size
        name = f"{_shown(entry.filename)} in {what}"
        if entry.file_size > limits.part:
            raise UnreadableInput(f"{name} is larger than {_megabytes(limits.part)} when unpacked.", _DISTRUST)
        if entry.file_size > limits.ratio_above and entry.file_size > limits.ratio * entry.compress_size:
            raise UnreadableInput(f"{name} is packed more than {limits.ratio} times.", _DISTRUST)
    if total > limits.total:
        raise UnreadableInput(f"{what} is larger than {_megabytes(limits.total)} when unpacked.", _DISTRUST)


def _holds_xml(entry: ZipInfo) -> bool:
    return _spelled(entry).endswith((".xml", ".rels"))


def _spelled(entry: ZipInfo) -> str:
    return entry.filename.lower()


def _shown(name: str) -> str:
    return shortened(visible(name, single_line=True))


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.0f} MB"
