"""The table of forms and formats in the documentation is the one that the program knows."""

import re
from pathlib import Path

from zerodraft.export.forms import FORMS

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


def test_the_documented_forms_and_formats_are_those_that_there_are() -> None:
    rows = [re.split(r"\s*\|\s*", line.strip("| ")) for line in PAGE.read_text(encoding="utf-8").splitlines()]
    (heads,) = [row for row in rows if row[:2] == ["form", "holds"]]
    told = {
        row[0].strip("`"): {head for head, cell in zip(heads[2:], row[2:], strict=False) if cell == "✓"}
        for row in rows
        if row[0].strip("`") in FORMS
    }
    assert told == {form: set(formats) for form, formats in FORMS.items()}
