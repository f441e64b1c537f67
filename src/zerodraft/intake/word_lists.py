"""The lists of a Word file: how each level counts and what its numbers look like."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zerodraft.intake.counting import LONGEST_TEMPLATE, MOST_LEVELS, Level, ListKind
from zerodraft.intake.word_xml import Element, child, children, is_on, number_of, tags, text_of


class _Levels(NamedTuple):
    """The levels of a list, and those that belong to a paragraph style."""

    levels: dict[int, Level]
    by_style: dict[str, int]


_NONE = _Levels({}, {})


class Lists:
    """The lists by name. Many may be made of one definition, which is read once."""

    def __init__(self, root: Element | None) -> None:
        self.kinds: dict[str, ListKind] = {}
        self._levels: dict[str, _Levels] = {}
        definitions = _definitions(root)
        for element in children(root, "num"):
            name, counter = text_of(element, "numId"), text_of(child(element, "abstractNumId"))
            own = {number_of(each, "ilvl"): each for each in children(element, "lvlOverride")}
            changed = _levels(level for each in own.values() for level in children(each, "lvl"))
            defined = definitions.get(counter, _NONE)
            self._levels[name] = _over(changed, defined) if changed.levels else defined
            levels = self._levels[name].levels
            starts = {at: number_of(child(each, "startOverride")) for at, each in own.items()}
            begun = {at: start for at, start in starts.items() if at in levels and at is not None and start is not None}
            self.kinds[name] = ListKind(counter, levels, begun)

    def level_of_style(self, name: str, styles: Iterator[str]) -> int:
        """The level of a list whose numbers belong to a paragraph style or to one it is based on; 0 for none."""
        by_style = self._levels.get(name, _NONE).by_style
        return next((by_style[style] for style in styles if style in by_style), 0)


def _definitions(root: Element | None) -> dict[str, _Levels]:
    """The levels of each definition by its id. One may take them from another that is linked to the same style."""
    found: dict[str, _Levels] = {}
    links: dict[str, str] = {}
    linked: dict[str, _Levels] = {}
    for element in children(root, "abstractNum"):
        name = text_of(element, "abstractNumId")
        found[name] = _levels(children(element, "lvl"))
        links[name] = text_of(child(element, "numStyleLink"))
        linked[text_of(child(element, "styleLink"))] = found[name]
    return {name: linked.get(links[name], levels) if links[name] else levels for name, levels in found.items()}


def _levels(elements: Iterable[Element]) -> _Levels:
    found = _Levels({}, {})
    for element in elements:
        at = number_of(element, "ilvl")
        if at is None or not 0 <= at < MOST_LEVELS:
            continue
        found.levels[at] = _level(element, at)
        style = text_of(child(element, "pStyle"))
        if style:
            found.by_style[style] = at
    return found


def _over(changed: _Levels, defined: _Levels) -> _Levels:
    return _Levels(defined.levels | changed.levels, defined.by_style | changed.by_style)


def _level(element: Element, at: int) -> Level:
    start = number_of(child(element, "start"))
    restart = number_of(child(element, "lvlRestart"))
    return Level(
        start=0 if start is None else start,
        numerals=_numerals(element),
        template=text_of(child(element, "lvlText"))[:LONGEST_TEMPLATE],
        restart=at if restart is None else restart,
        is_legal=is_on(child(element, "isLgl")),
    )


def _numerals(element: Element) -> str:
    """The numerals of a level; a kind that only newer programs know comes with another one for the older."""
    known = (text_of(each) for each in element.iter(*tags("numFmt")))
    return next((each for each in known if each not in ("", "custom")), "decimal")
