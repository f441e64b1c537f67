"""Options of `zerodraft export`: each changes the file that it is given for, or is refused."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.asking import Ask

from zerodraft.desk.desk import Desk
from zerodraft.desk.outgoing import Order
from zerodraft.export.forms import FORMS
from zerodraft.export.options import COMMENTED, LINED, TYPED, takes

NOTE = "harbour-note"
PAPERS = [(form, to) for form in ("clean", "redline", "compilation") for to in FORMS[form]]


@pytest.fixture(scope="module")
def desk(negotiation_made: Path) -> Iterator[Desk]:
    with Desk.at(negotiation_made) as opened:
        yield opened


@pytest.mark.parametrize(("form", "to"), PAPERS, ids=lambda each: str(each))
def test_an_option_changes_exactly_the_files_that_it_goes_with(desk: Desk, form: str, to: str) -> None:
    order, dossier = Order(form, to), desk.open(NOTE)
    plain = desk.export(dossier, order)
    for formats, wanted in (
        (COMMENTED, replace(order, has_comments=True)),
        (LINED, replace(order, has_line_numbers=True)),
        (TYPED, replace(order, has_typed_numbers=True)),
    ):
        assert (desk.export(dossier, wanted) != plain) is takes(formats, form, to)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--form", "clean", "--against", "rev-1"), "--against goes with --form redline"),
        (("--form", "compilation", "--version", "rev-1"), "A compilation is of the text as it is now"),
        (("--layout", "table"), "--layout goes with --form compilation"),
        (("--empty",), "--empty goes with --form comments"),
        (("--form", "comments", "--empty", "--to", "jsonld"), "--empty goes with --form comments, as a table"),
        (("--comments", "--to", "txt"), "--comments goes with a text, redline or compilation as docx, pdf, html, odt"),
        (("--comments", "--form", "comments", "--to", "docx"), "--comments goes with a text, redline or compilation"),
        (("--line-numbers", "--to", "html"), "--line-numbers goes with a text, redline or compilation as docx, pdf or"),
        (("--typed-numbers", "--to", "pdf"), "--typed-numbers goes with a text, redline or compilation as docx or odt"),
        (
            ("--to", "pdf", "-o", "note.docx"),
            "A file that ends in .docx is no pdf: leave out --to",
        ),
    ],
)
def test_an_option_without_effect_is_refused(
    ask: Ask, harbour: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = ask("export", NOTE, *arguments, at=harbour)
    assert (answer.code, answer.out) == (2, "")
    assert sentence in " ".join(answer.err.split())
