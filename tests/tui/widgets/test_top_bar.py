"""The first row: what is told of the text where there is little room."""

import pytest

from zerodraft.tui.widgets.row import width_of
from zerodraft.tui.widgets.top_bar import Heading, heading

MESSAGE = Heading("Bali Message on Digital Diplomacy", "Rev.2", "unsaved words")


@pytest.mark.parametrize(
    ("room", "told"),
    [
        (80, " Bali Message on Digital Diplomacy · Rev.2  ● unsaved words"),
        (45, " Bali Message on Di… · Rev.2  ● unsaved words"),
        (29, " Bali Message on … · Rev.2  ●"),
        (20, " Bali Message on…  ●"),
        (6, " B…  ●"),
        (0, "  ●"),
    ],
)
def test_the_sign_of_unsaved_words_is_shown_in_any_room(room: int, told: str) -> None:
    shown = "".join(piece.text for piece in heading(MESSAGE, room))
    assert shown == told


@pytest.mark.parametrize("room", range(3, 70))
def test_a_heading_takes_no_more_than_its_room(room: int) -> None:
    assert width_of(heading(MESSAGE, room)) <= room


def test_without_unsaved_words_the_version_stays() -> None:
    shown = "".join(piece.text for piece in heading(MESSAGE._replace(warning=""), 29))
    assert shown == " Bali Message on Dig… · Rev.2"


def test_a_long_version_leaves_before_the_title() -> None:
    told = Heading("Note", "Chair’s text of the second reading, as circulated", "unsaved words")
    assert "".join(piece.text for piece in heading(told, 30)) == " Note  ●"
