"""A package is called what it holds, whatever its name says."""

import zipfile

import pytest
from tests.intake.hostile import Part, content_types, packed, refusal_of

from zerodraft.intake.container import LIMITS, opened, unpacked
from zerodraft.intake.office import Office, office_of

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OPEN = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("part", "office"),
    [
        (content_types(), Office.WORD),
        (content_types(SHEET), Office.SHEET),
        (("mimetype", f"{OPEN}text".encode()), Office.OPEN_TEXT),
        (("mimetype", f"{OPEN}text-template".encode()), Office.OPEN_TEXT),
    ],
)
def test_the_package_itself_says_which_program_reads_it(part: Part, office: Office) -> None:
    assert office_of(unpacked(packed([part]), "aus.bin")) is office


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (("mimetype", f"{OPEN}spreadsheet".encode()), "aus.bin is an OpenDocument spreadsheet (.ods)."),
        (("mimetype", b"application/epub+zip"), "aus.bin is an electronic book (EPUB)."),
        (("mimetype", b"nonsense"), "aus.bin is a zip archive, and not a Word file."),
        (("Index/Document.iwa", b"x"), "aus.bin is a document of Apple’s Pages, Numbers or Keynote."),
        (content_types("application/x.presentationml.presentation.main+xml"), "aus.bin is a presentation."),
        (
            content_types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
            "aus.bin is a binary Excel workbook (.xlsb).",
        ),
        (content_types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "aus.bin holds macros."),
    ],
)
def test_other_packages_are_refused_by_what_they_are(part: Part, sentence: str) -> None:
    package = unpacked(packed([part]), "aus.bin")
    assert refusal_of(lambda: office_of(package)) == sentence


def test_a_word_file_is_no_workbook() -> None:
    data = packed([content_types()])
    refused = refusal_of(lambda: opened(data, "aus.xlsx", LIMITS, Office.SHEET))
    assert refused == "aus.xlsx is a Word file (.docx)."


def test_a_damaged_mimetype_is_told() -> None:
    whole = packed([("mimetype", f"{OPEN}text".encode())], zipfile.ZIP_STORED)
    package = unpacked(whole.replace(OPEN.encode(), b"X" * len(OPEN), 1), "aus.odt")
    assert refusal_of(lambda: office_of(package)) == "mimetype in aus.odt is damaged."
