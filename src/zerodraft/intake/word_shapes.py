"""How a paragraph of a Word file looks, from its own properties and its style, now and before a change of format."""

from typing import NamedTuple

from zerodraft.intake.counting import MOST_LEVELS, Item
from zerodraft.intake.marked import Shape, Sort
from zerodraft.intake.word_lists import Lists
from zerodraft.intake.word_styles import Style, Styles, list_of, outline_of
from zerodraft.intake.word_xml import Element, child, value

_NO_LIST = "0"
_HEADINGS = 9


class Look(NamedTuple):
    """A paragraph's shape, its number left out, and the list that it is counted in."""

    shape: Shape
    item: Item | None


class Shapes:
    """Tells looks from properties. Most paragraphs of a file say the same, so each saying is judged once."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._known: dict[tuple[str | None, Style, Sort], Look] = {}

    def look(self, properties: Element | None, sort: Sort) -> Look:
        """`sort` is what the paragraph's place makes of it: in a cell or a note it is never a heading or an item."""
        said = Style(outline_of(properties), *list_of(properties))
        return self._look(value(child(properties, "pStyle")), said, sort)

    def former(self, properties: Element, sort: Sort) -> tuple[Look, Element] | None:
        """The look before a tracked change of format, and the element that tells whose; None where nothing changed."""
        changed = child(properties, "pPrChange")
        if changed is not None:
            return self.look(child(changed, "pPr"), sort), changed
        numbered = child(child(properties, "numPr"), "ins")
        if numbered is not None:
            said = Style(outline_of(properties))
            return self._look(value(child(properties, "pStyle")), said, sort), numbered
        return None

    def _look(self, style: str | None, said: Style, sort: Sort) -> Look:
        known = (style, said, sort)
        if known not in self._known:
            self._known[known] = self._judged(style, said, sort)
        return self._known[known]

    def _judged(self, style: str | None, said: Style, sort: Sort) -> Look:
        whole = said.over(self._styles.style(style))
        item = self._item(style, said, whole)
        if sort is not Sort.BODY:
            return Look(Shape(sort), item)
        if whole.outline is not None and whole.outline < _HEADINGS:
            return Look(Shape(Sort.HEADING, whole.outline + 1), item)
        return Look(Shape(Sort.LIST, item.level) if item else Shape(), item)

    def _item(self, style: str | None, said: Style, whole: Style) -> Item | None:
        if whole.list is None or whole.list == _NO_LIST or whole.list not in self._lists.kinds:
            return None
        level = said.level
        if level is None and (said.list is None or said.list == self._styles.style(style).list):
            level = whole.level
            if level is None:
                level = self._lists.level_of_style(whole.list, self._styles.line(style))
        return Item(whole.list, min(max(level or 0, 0), MOST_LEVELS - 1))
