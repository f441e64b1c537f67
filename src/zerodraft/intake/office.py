"""What kind of document a zip package holds: asked of its table of content types, or of its `mimetype`."""

from enum import StrEnum
from typing import Protocol

from zerodraft.errors import UnreadableInput
from zerodraft.intake.kinds import Kind
from zerodraft.intake.xml import parsed

CONTENT_TYPES = "[Content_Types].xml"


class Office(StrEnum):
    """The packages that are read; the value completes “aus.docx is …”."""

    WORD = "a Word file (.docx)"
    SHEET = "an Excel workbook (.xlsx)"
    OPEN_TEXT = "an OpenDocument text (.odt)"


class Parts(Protocol):
    """What is asked of a package here."""

    @property
    def what(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    def __contains__(self, name: str) -> bool: ...
    def called(self, name: str) -> str: ...
    def part(self, name: str) -> bytes: ...
    def beginning(self, name: str) -> bytes: ...


_MACROS = ("macroenabled", "vbaproject")
_AS_WORD = "Save its text as .docx."
_AS_SHEET = "Open it in Excel or LibreOffice and save it as .xlsx."
_WITHOUT_MACROS = "Open it in the program that made it and save it as .docx or .xlsx, without macros."
_ARCHIVE = Kind("a zip archive, and not a Word file", "Unpack it first, and take in each file by itself.")
_OTHER_OFFICE = Kind("an Office file, but not of Word", _AS_WORD)
_SLIDES = Kind("a presentation", _AS_WORD)
_BINARY_SHEET = Kind("a binary Excel workbook (.xlsb)", _AS_SHEET)
_APPLE = Kind("a document of Apple’s Pages, Numbers or Keynote", "Export it from there as Word or Excel.")

_READ = (
    ("wordprocessingml.document.main+xml", Office.WORD),
    ("wordprocessingml.template.main+xml", Office.WORD),
    ("spreadsheetml.sheet.main+xml", Office.SHEET),
    ("spreadsheetml.template.main+xml", Office.SHEET),
)
_REFUSED = (("sheet.binary.macroenabled.main", _BINARY_SHEET), ("presentationml.", _SLIDES))
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.spreadsheet", Kind("an OpenDocument spreadsheet (.ods)", _AS_SHEET)),
    (b"application/vnd.oasis.opendocument.presentation", _SLIDES),
    (b"application/epub+zip", Kind("an electronic book (EPUB)", "Ask for the Word file that it was made from.")),
)
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_MADE_IN_WORD = Kind(Office.WORD, "Take it in as a Word file.")
_INSTEAD = {
    Office.WORD: _MADE_IN_WORD,
    Office.SHEET: Kind("an Office file, but not of Word", "A table of comments is taken in from it; its text isn’t."),
    Office.OPEN_TEXT: Kind(Office.OPEN_TEXT, "Save it as .docx."),
}


def office_of(package: Parts) -> Office:
    """What a package holds. Raises `UnreadableInput` for all that is not read here, and for macros."""
    found = _found(package)
    if isinstance(found, Kind):
        raise UnreadableInput(f"{package.what} is {found.name}.", found.hint)
    return found


def require(package: Parts, wanted: Office) -> None:
    """Refuse a package that holds something else."""
    found = office_of(package)
    if found is not wanted:
        raise UnreadableInput(f"{package.what} is {_INSTEAD[found].name}.", _INSTEAD[found].hint)


def _found(package: Parts) -> Office | Kind:
    if CONTENT_TYPES in package:
        return _by_content_types(package)
    if "mimetype" in package:
        return _by_mimetype(package.beginning("mimetype"))
    return _APPLE if any(name.endswith(".iwa") for name in package.names) else _ARCHIVE


def _by_content_types(package: Parts) -> Office | Kind:
    table = parsed(package.part(CONTENT_TYPES), package.called(CONTENT_TYPES))
    kinds = [each.get("ContentType", "") for each in table]
    lowered = [kind.lower() for kind in kinds]
    refused = next((kind for sign, kind in _REFUSED if any(sign in told for told in lowered)), None)
    if refused is not None:
        return refused
    if any(sign in told for told in (*lowered, *map(str.lower, package.names)) for sign in _MACROS):
        raise UnreadableInput(f"{package.what} holds macros.", _WITHOUT_MACROS)
    return next((office for sign, office in _READ if any(kind.endswith(sign) for kind in kinds)), _OTHER_OFFICE)


def _by_mimetype(told: bytes) -> Office | Kind:
    if told.startswith(_OPEN_TEXT):
        return Office.OPEN_TEXT
    return next((kind for sign, kind in _MIMETYPES if told.startswith(sign)), _ARCHIVE)
