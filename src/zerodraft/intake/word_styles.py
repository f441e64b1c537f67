"""What the paragraph styles of a Word file say about headings and numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.intake.word_xml import Element, child, children, number_of, text_of, value

_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_TITLE = "title"
BODY_OUTLINE = 9
"""The outline level that says “body text”; 0 to 8 are headings."""


class Style(NamedTuple):
    """What a style says, or what it takes over from the one that it is based on: outline level from 0, the name of the
    list and the level in it. None: nothing is said."""

    outline: int | None = None
    list: str | None = None
    level: int | None = None

    def over(self, other: "Style") -> "Style":
        """This style where it says something, the other one elsewhere."""
        return Style(
            other.outline if self.outline is None else self.outline,
            other.list if self.list is None else self.list,
            other.level if self.level is None else self.level,
        )


NOTHING = Style()


class Styles:
    """The paragraph styles by id."""

    def __init__(self, root: Element | None) -> None:
        self._own: dict[str, Style] = {}
        self._based_on: dict[str, str] = {}
        self._whole: dict[str, Style] = {}
        self._default = ""
        for element in children(root, "style"):
            if value(element, "type") in ("paragraph", None):
                self._add(element)

    def _add(self, element: Element) -> None:
        name = text_of(element, "styleId")
        properties = child(element, "pPr")
        outline = outline_of(properties)
        if outline is None:
            outline = _outline_by_name(text_of(child(element, "name")))
        self._own[name] = Style(outline, *list_of(properties))
        self._based_on[name] = text_of(child(element, "basedOn"))
        if text_of(element, "default") in ("1", "true", "on"):
            self._default = name

    def style(self, name: str | None) -> Style:
        """A style with all that it takes over; a heading that the file does not define is known by its name."""
        name = name or self._default
        if name not in self._own:
            return Style(_outline_by_name(name))
        if name not in self._whole:
            line = list(self._ancestors(name))
            whole = self._whole.get(self._based_on[line[-1]], NOTHING)
            for each in reversed(line):
                whole = self._whole[each] = self._own[each].over(whole)
        return self._whole[name]

    def line(self, name: str | None) -> Iterator[str]:
        """The ids of a style and of those it is based on, nearest first."""
        seen: set[str] = set()
        name = name or self._default
        while name in self._own and name not in seen:
            seen.add(name)
            yield name
            name = self._based_on[name]

    def _ancestors(self, name: str) -> Iterator[str]:
        """The line of a style up to the first that is known already."""
        for each in self.line(name):
            if each in self._whole:
                return
            yield each


def outline_of(properties: Element | None) -> int | None:
    outline = number_of(child(properties, "outlineLvl"))
    return outline if outline is not None and 0 <= outline <= BODY_OUTLINE else None


def list_of(properties: Element | None) -> tuple[str | None, int | None]:
    """Name and level of the list that paragraph properties name."""
    numbered = child(properties, "numPr")
    return value(child(numbered, "numId")), number_of(child(numbered, "ilvl"))


def _outline_by_name(name: str) -> int | None:
    """Word's own styles keep their English names in the files of every language."""
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1]) - 1
    return 0 if name.lower() == _TITLE else None
