"""The beginning of a text: what a drafter fills in."""

import pytest

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import parse_draft
from zerodraft.formats.skeleton import KINDS, skeleton


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_kind_begins_as_a_text_in_which_only_words_are_missing(kind: str, language: str) -> None:
    draft, findings = parse_draft(skeleton(kind, "A Title", ("Trust", "Access"), language))
    assert [finding.code for finding in findings] == ["to-be-filled"]
    assert draft.title == "A Title"
    assert len(draft.focus_areas) == 2
    assert [each.cite for each in number(draft) if each.printed] == ["1", "2"]


def test_a_message_has_preamble_focus_areas_and_closing() -> None:
    assert skeleton("message", "Bali Message", ("Trust",)) == (
        "# Bali Message\n\n"
        "*We, the delegations* of …, gathered at … on …,\n\n"
        "*Recalling* …,\n\n"
        "## Focus area 1: Trust\n\n"
        "We affirm that …\n\n"
        "## Closing\n\n"
        "Done at … on …\n"
    )


def test_a_concept_note_has_its_usual_sections_and_no_preamble() -> None:
    draft, _ = parse_draft(skeleton("concept note", "A Note", ()))
    assert [area.title for area in draft.focus_areas] == [
        "Background",
        "Objectives",
        "Principles",
        "Working method",
        "Next steps",
    ]
    assert not [paragraph for paragraph in draft.paragraphs if paragraph.kind is Kind.PREAMBULAR]


def test_without_focus_areas_two_are_offered() -> None:
    draft, _ = parse_draft(skeleton("declaration", "A Declaration", (), "id"))
    assert [area.title for area in draft.focus_areas] == [
        "Bidang fokus 1: Bidang fokus pertama",
        "Bidang fokus 2: Bidang fokus kedua",
    ]
