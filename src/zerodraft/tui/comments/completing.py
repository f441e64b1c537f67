"""What can be written next in the filter line of the comments."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.thread import State
from zerodraft.tui.comments.filtering import STANDING_WORDS
from zerodraft.tui.narrowing.completing import FROM, Completing, known_areas, known_speakers, known_versions

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier


def _paragraphs(_value: str, dossier: "Dossier") -> Iterator[str]:
    """Those with comments, in the order of the text."""
    ordinals = sorted({placed.ordinal for placed in dossier.placed.values() if placed.ordinal is not None})
    return ("".join(dossier.reading.numbers[ordinal].cite.split()) for ordinal in ordinals)


COMPLETING = Completing(
    {
        FROM: known_speakers,
        "area": known_areas,
        "para": _paragraphs,
        "state": lambda _value, _dossier: (state.value for state in State),
        "standing": lambda _value, _dossier: iter(STANDING_WORDS),
        "on": known_versions,
    },
    "words · from:JPN · area:2 · para:36 · state:open · standing:gone · on:rev-1",
)
completed, hint = COMPLETING.completed, COMPLETING.hint
