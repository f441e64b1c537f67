"""The table of forms, and what all of them promise."""

from pathlib import Path

import pytest
from tests.export.sheets import NEW, OLD, redline_sheet, sheet

from zerodraft.export.forms import CLEAN, REDLINE

DECLARATIONS = sorted((Path(__file__).resolve().parents[2] / "declarations").glob("*/text.md"))


@pytest.mark.parametrize("to", CLEAN)
def test_the_same_text_gives_the_same_bytes(to: str) -> None:
    assert CLEAN[to](sheet(NEW)) == CLEAN[to](sheet(NEW))


@pytest.mark.parametrize("to", REDLINE)
def test_the_same_redline_gives_the_same_bytes(to: str) -> None:
    assert REDLINE[to](redline_sheet(OLD, NEW)) == REDLINE[to](redline_sheet(OLD, NEW))


@pytest.mark.parametrize("source", DECLARATIONS, ids=lambda path: str(path.parent.name))
def test_every_declaration_goes_out_in_every_form(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    changed = text.replace("We ", "We all ", 3)
    for export in CLEAN.values():
        assert export(sheet(text, language="id"))
    for compare in REDLINE.values():
        assert compare(redline_sheet(text, changed))


@pytest.mark.parametrize("to", CLEAN)
def test_an_empty_text_goes_out_too(to: str) -> None:
    assert isinstance(CLEAN[to](sheet("")), bytes)


@pytest.mark.parametrize("to", REDLINE)
def test_a_redline_of_two_empty_texts_goes_out_too(to: str) -> None:
    assert isinstance(REDLINE[to](redline_sheet("", "")), bytes)
