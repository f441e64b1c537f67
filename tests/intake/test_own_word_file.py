"""Our own Word file comes back: as it was sent it says nothing, by hidden names and by words alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.waymark import Provenance
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.writing import write_word
from zerodraft.intake.received import Basis, Received
from zerodraft.intake.receiving import receive
from zerodraft.intake.word import read_word

TEXT_ID = "5a" * 20
DECLARATIONS = sorted((Path(__file__).resolve().parents[2] / "declarations").glob("*/text.md"))


@pytest.mark.parametrize("path", DECLARATIONS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("text_id", [TEXT_ID, ""], ids=["with hidden names", "without"])
def test_a_file_that_nobody_changed_says_nothing(path: Path, text_id: str) -> None:
    draft = read_draft(path.read_text(encoding="utf-8"))
    numbers = number(draft)
    sheet = Sheet(draft.title, "Conference", "Bali, 2021", "Rev.1", "draft", "1 November 2021", "en", draft, numbers)
    provenance = Provenance("note", "rev-1", text_id, "") if text_id else None
    file = read_word(write_word(clean_document(replace(sheet, provenance=provenance))), "rev-1.docx")
    assert receive(file, Basis(TEXT_ID, draft, numbers), {}, "FJI") == Received()
