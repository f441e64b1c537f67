"""The lists of a Word file: how each level counts and what its numbers look like."""

from collections.abc import Iterator

from zerodraft.intake.counting import LONGEST_TEMPLATE, MOST_LEVELS, Level, ListKind
from zerodraft.intake.word_xml import Element, child, children, is_on, number_of, tags, text_of


class Lists:
    """The lists by name, and the levels that belong to a paragraph style."""

    def __init__(self, root: Element | None) -> None:
        self.kinds: dict[str, ListKind] = {}
        self._styled: dict[tuple[str, str], int] = {}
        abstract = {text_of(each, "abstractNumId"): each for each in children(root, "abstractNum")}
        styled = {text_of(link): each for each in abstract.values() for link in children(each, "styleLink")}
        for element in children(root, "num"):
            counter = text_of(child(element, "abstractNumId"))
            source = abstract.get(counter)
            link = child(source, "numStyleLink")
            if link is not None:
                source = styled.get(text_of(link), source)
            self._add(element, counter, source)

    def level_of_style(self, name: str, styles: Iterator[str]) -> int:
        """The level of a list whose numbers belong to a paragraph style or to one it is based on; 0 for none."""
        return next((self._styled[name, style] for style in styles if (name, style) in self._styled), 0)

    def _add(self, element: Element, counter: str, source: Element | None) -> None:
        name = text_of(element, "numId")
        own = {number_of(each, "ilvl"): each for each in children(element, "lvlOverride")}
        changed = [level for each in own.values() for level in children(each, "lvl")]
        levels: dict[int, Level] = {}
        for level in (*children(source, "lvl"), *changed):
            at = number_of(level, "ilvl")
            if at is None or not 0 <= at < MOST_LEVELS:
                continue
            levels[at] = _level(level, at)
            style = text_of(child(level, "pStyle"))
            if style:
                self._styled[name, style] = at
        starts = {at: number_of(child(each, "startOverride")) for at, each in own.items()}
        begun = {at: start for at, start in starts.items() if at in levels and at is not None and start is not None}
        self.kinds[name] = ListKind(counter, levels, begun)


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
