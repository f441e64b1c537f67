"""Where a drafter goes: a place, and what is shown there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Destination:
    """`place` is the name of a screen. What is None or "" stays as it was there.

    `ordinal` is a paragraph of the working text, `cursor` a line and column of it; `comment` and `proposal` the ids
    of such, `words` what they are filtered by; `old` and `new` name two texts to be compared, as the desk names them.
    """

    place: str
    ordinal: int | None = None
    cursor: tuple[int, int] | None = None
    comment: str = ""
    proposal: str = ""
    words: str = ""
    old: str = ""
    new: str = ""
