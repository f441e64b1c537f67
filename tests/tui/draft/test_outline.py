"""The outline of the short note: its parts, how many paragraphs each has, what waits for an answer there."""

from datetime import UTC, datetime

from tests.rooms import NOTE

from zerodraft.core.comparison.anchor import Anchor, Standing
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.thread import threads
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.dossier import Dossier, Placed, Reading
from zerodraft.formats.settings import Settings
from zerodraft.tui.draft.outline import Entry, entries, entry_at, entry_row
from zerodraft.tui.widgets.row import fitted


def dossier(source: str, *commented: int) -> Dossier:
    """A dossier with an open comment of Japan on each of these paragraphs."""
    draft = read_draft(source)
    said = [
        Comment(f"jpn-{ordinal:04x}", "JPN", datetime(2021, 11, 2, tzinfo=UTC), Anchor("x", ordinal), "1", "No.")
        for ordinal in commented
    ]
    placed = {each.id: Placed(each, Standing(each.anchor.ordinal, 0, 1), "1", None) for each in said}
    reading = Reading(None, "x", draft, number(draft))
    return Dossier("note", Settings(), Delegations(), reading, "x", False, (), (), threads(said), placed, ())


def shown(entry: Entry, width: int = 28, *, is_here: bool = False) -> str:
    return "".join(piece.text for piece in fitted(entry_row(entry, is_here=is_here), width))


def test_every_paragraph_stands_in_one_part() -> None:
    found = entries(dossier(NOTE))
    assert [(each.name, each.number, each.paragraphs) for each in found] == [
        ("Title and preamble", 0, 1),
        ("Ports", 1, 3),
        ("Ships", 2, 1),
        ("Closing", 0, 1),
    ]
    assert [(each.first, each.last) for each in found] == [(0, 2), (2, 8), (8, 10), (10, 11)]


def test_what_waits_is_counted_where_it_stands() -> None:
    assert [each.open_comments for each in entries(dossier(NOTE, 3, 3, 9))] == [0, 2, 1, 0]


def test_the_part_of_a_paragraph_is_found() -> None:
    found = entries(dossier(NOTE))
    assert [entry_at(found, ordinal) for ordinal in (0, 2, 7, 9, 10, 99)] == [0, 1, 1, 2, 3, 0]


def test_an_empty_text_has_no_parts() -> None:
    assert entries(dossier("")) == ()


def test_a_row_names_the_part_and_what_waits() -> None:
    ports = entries(dossier(NOTE, 3))[1]
    assert shown(ports) == "▸ 1 Ports              3¶ 1●"
    assert shown(ports, 40, is_here=True) == "▾ 1 Ports                          3¶ 1●"
