"""The last line of defence: nothing that leaves for the terminal may hold a control character.

Words pass `visible` long before; this catches what a widget forgot, for 0.2 ms a screen.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Guard(LineFilter):
    """Puts a sign of one cell in place of each control character; control segments of our own making stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(not segment.control and _CONTROL.search(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control
            else Segment(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", segment.text), segment.style)
            for segment in segments
        ]
