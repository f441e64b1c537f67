"""What the documentation says of tables of comments is so."""

import re
from pathlib import Path

import pytest

from zerodraft.intake.instruction import Edits, NewParagraph, Relocation, Removal, Wording, request_in
from zerodraft.intake.table_columns import Column, column_of

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "tables.md").read_text("utf-8")
SORTS = {
    "other words": Edits,
    "no such words": Edits,
    "more words": Edits,
    "a sentence": Edits,
    "several of them": Edits,
    "no such paragraph": Removal,
    "another place": Relocation,
    "one more paragraph": NewParagraph,
    "the paragraph as it should read": Wording,
}


def rows(heading: str) -> list[tuple[str, str]]:
    """The first two cells of the rows of the table with this heading."""
    body = PAGE.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [(cells[1].strip(), cells[2].strip()) for line in body.splitlines()[2:] if len(cells := line.split("|")) > 2]


def examples() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for asked, words in rows("what is asked for"):
        found.append((asked or found[-1][0], words))
    return found


@pytest.mark.parametrize(("asked", "words"), examples())
def test_each_example_is_understood_as_what_it_stands_for(asked: str, words: str) -> None:
    request = request_in(words).request
    assert isinstance(request, SORTS[asked])
    assert not isinstance(request, Wording) or request.is_said


@pytest.mark.parametrize(("column", "headings"), rows("column"))
def test_each_heading_announces_its_column(column: str, headings: str) -> None:
    for heading in re.split(r", ", headings):
        assert column_of(heading) in (Column(column), Column.CLAUSE if column == "focus area" else None)


def test_every_sort_of_request_has_an_example() -> None:
    assert {asked for asked, _ in examples()} == set(SORTS)
