"""The words of a paragraph without their Markdown: what a reader sees, and where each piece stood.

markdown-it reads emphasis, links and escapes, with HTML and images off; only `<sup>` and `<sub>`
around plain words are known, because texts of conferences raise their ordinals with them. What
comes out is flat, a row of stretches with their styles: a redline may cut it anywhere, and no tag
can be left open. Characters that can't be shown safely come out as visible marks.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.text.bracket import Sort, brackets
from zerodraft.core.text.emphasis import emphases
from zerodraft.core.text.visible import invisible_characters, mark, visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]


class Style(IntFlag):
    PLAIN = 0
    EMPHASIS = 1
    STRONG = 2
    CODE = 4
    RAISED = 8
    LOWERED = 16
    DISPUTED = 32
    AGREED = 64
    DELEGATION = 128
    MARK = 256


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one style: `text` is what is shown for `start` to `end` of the paragraph's text.

    The characters between two stretches are Markdown's and are not shown. `href` is the address
    of a link, `note` the label of the footnote to which the stretch refers; else both are "".
    """

    text: str
    start: int
    end: int
    style: Style = Style.PLAIN
    href: str = ""
    note: str = ""

    @property
    def is_literal(self) -> bool:
        """Character by character as in the source; the others (an entity, a mark) can't be cut."""
        return len(self.text) == self.end - self.start


class Markup(NamedTuple):
    """Signs around words of a paragraph's text: `start` to `first` opens, `last` to `end` closes. They nest."""

    start: int
    first: int
    last: int
    end: int


_SIGNS = {"": Style.PLAIN, "*": Style.EMPHASIS, "**": Style.STRONG}
_MARKUP = re.compile(r"[\\`*_\[<&\n]")
_RAISED = re.compile(r"<(sup|sub)>([^<>\\`*_\[\]&]{1,40})</\1>")
_NOTE = re.compile(r"\[\^([^\]\s\[^]{1,40})\]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
# One character for one, so that places stay: markdown-it folds line ends and can't encode half characters.
_UNREADABLE = re.compile(r"[\n\r\x00\ud800-\udfff]")
# A paragraph of a real text has at most some 6,000 characters; 100,000 opening brackets take 1.3 s.
LONGEST = 100_000


def read_inline(text: str) -> tuple[Stretch, ...]:
    """The stretches of a paragraph's text in order, cut where styles change."""
    if not _MARKUP.search(text) or len(text) > LONGEST:
        stretches: Iterable[Stretch] = (Stretch(text, 0, len(text)),) if text else ()
    elif (simple := emphases(text)) is not None:
        stretches = (Stretch(text[start:end], start, end, _SIGNS[signs]) for start, end, signs in simple)
    else:
        stretches = _Reader(text).read()
    return tuple(_marked(text, _bracketed(text, stretches)))


def read_markup(text: str) -> tuple[Markup, ...]:
    """The pairs of signs around the words of a paragraph's text, by their beginnings: emphasis, code, raised and
    lowered words, links. All that is neither shown nor one of them is a backslash, or words of Markdown's own."""
    if not _MARKUP.search(text) or len(text) > LONGEST:
        return ()
    reader = _Reader(text)
    reader.read()
    return tuple(sorted(reader.markup))


def cut(stretches: Iterable[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """What is shown of `text[start:end]`; a stretch that can't be cut belongs to the place where it begins."""
    for each in stretches:
        if start <= each.start and each.end <= end:
            yield each
        elif each.is_literal and each.start < end and start < each.end:
            yield _part(each, max(start, each.start), min(end, each.end))
        elif start <= each.start < end:
            yield each


def _part(stretch: Stretch, start: int, end: int) -> Stretch:
    text = stretch.text[start - stretch.start : end - stretch.start]
    return replace(stretch, text=text, start=start, end=end)


# --- markdown-it ----------------------------------------------------------------------------------


@cache
def _parser() -> "MarkdownIt":
    """Loaded late: most paragraphs have no markup and need no parser."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, backtick, link

    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "newline"])
    for name, rule in (("link", link), ("autolink", autolink), ("backticks", backtick)):
        parser.inline.ruler.at(name, _keeping_end(rule))
    parser.inline.ruler.before("link", "note", _note_rule)
    parser.inline.ruler.before("autolink", "raised", _raised_rule)
    parser.validateLink = lambda url: _SAFE_LINK.match(url) is not None  # type: ignore[method-assign]
    return parser


def _keeping_end(rule: "Rule") -> "Rule":
    """The same rule; it also notes where a link or a code span ends, which its tokens don't say."""

    def kept(state: "StateInline", silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent and state.tokens and state.tokens[-1].type in ("link_close", "code_inline"):
            state.tokens[-1].meta.setdefault("end", state.pos)
        return found

    return kept


def _note_rule(state: "StateInline", silent: bool) -> bool:
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("note", "", 0).markup = found[0]
    state.pos = found.end()
    return True


def _raised_rule(state: "StateInline", silent: bool) -> bool:
    found = _RAISED.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("raised", found[1], 0)
        token.markup, token.content = found[0], found[2]
    state.pos = found.end()
    return True


_OPENING = {"em_open": Style.EMPHASIS, "strong_open": Style.STRONG}
_CLOSING = {"em_close": Style.EMPHASIS, "strong_close": Style.STRONG}


class _Reader:
    """Walks markdown-it's tokens and the text in step; every token's length in the text is known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.style = Style.PLAIN
        self.open: list[Style] = []
        self.href = ""
        self.in_address = False
        self.found: list[Stretch] = []
        self.markup: list[Markup] = []
        self._opened: list[tuple[int, int]] = []

    def read(self) -> list[Stretch]:
        parser = _parser()
        readable = _UNREADABLE.sub(" ", self.text)
        for token in parser.inline.parse(readable, parser, {}, []):
            self._take(token)
        return self.found

    def _take(self, token: "Token") -> None:
        kind = token.type
        if kind == "text":
            self._put(self.text.index(">", self.place) - self.place if self.in_address else len(token.content))
        elif kind == "text_special":
            self._special(token)
        elif kind in _OPENING:
            self.open.append(self.style)
            self.style |= _OPENING[kind]
            self._opens(len(token.markup))
        elif kind in _CLOSING:
            self.style = self.open.pop()
            self._closes(len(token.markup))
        elif kind == "code_inline":
            self._code(token)
        elif kind == "note":
            self._atom(len(token.markup), token.markup[2:-1], note=token.markup[2:-1])
        elif kind == "raised":
            self._raised(token)
        else:
            self._link(token)

    def _put(self, length: int, style: Style = Style.PLAIN) -> None:
        start, self.place = self.place, self.place + length
        if length:
            text = self.text[start : self.place]
            self.found.append(Stretch(text, start, self.place, self.style | style, self.href))

    def _atom(self, length: int, text: str, note: str = "") -> None:
        start, self.place = self.place, self.place + length
        style = self.style | (Style.RAISED if note else Style.PLAIN)
        self.found.append(Stretch(visible(text, single_line=True), start, self.place, style, self.href, note))

    def _special(self, token: "Token") -> None:
        if token.info == "entity":
            self._atom(len(token.markup), token.content)
            return
        self.place += len(token.markup) - len(token.content)
        self._put(len(token.content))

    def _code(self, token: "Token") -> None:
        inside = token.meta["end"] - self.place - 2 * len(token.markup)
        margin = (inside - len(token.content)) // 2
        self._opens(len(token.markup) + margin)
        self._put(len(token.content), Style.CODE)
        self._closes(len(token.markup) + margin)

    def _raised(self, token: "Token") -> None:
        self._opens(len("<sup>"))
        self._put(len(token.content), Style.RAISED if token.tag == "sup" else Style.LOWERED)
        self._closes(len("</sup>"))

    def _link(self, token: "Token") -> None:
        """`[x]()` is a bracket and stays one: markdown-it takes it for a link to nowhere."""
        address = str(token.attrGet("href") or "")
        self.in_address = token.type == "link_open" and token.info == "auto"
        if token.type == "link_open":
            self._put(0 if address else 1)
            if address:
                self._opens(1)
            self.href = address
        elif self.href:
            self.href = ""
            self._closes(token.meta["end"] - self.place)
        else:
            self._put(token.meta["end"] - self.place)

    def _opens(self, length: int) -> None:
        self._opened.append((self.place, self.place + length))
        self.place += length

    def _closes(self, length: int) -> None:
        self.markup.append(Markup(*self._opened.pop(), self.place, self.place + length))
        self.place += length


# --- brackets and marks ---------------------------------------------------------------------------


def _bracketed(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Cut where a bracket or the name of a delegation in it begins or ends, and styled."""
    found = brackets(text).found
    if not found:
        yield from stretches
        return
    layers = [Style.PLAIN] * len(text)
    for each in found:
        if each.sort is Sort.AGREED or each.depth == 1:
            style = Style.AGREED if each.sort is Sort.AGREED else Style.DISPUTED
            _paint(layers, each.span.start, each.span.end, style)
        for position in (position for alternative in each.alternatives for position in alternative.positions):
            _paint(layers, position.span.start, position.span.end, Style.DELEGATION)
    for stretch in stretches:
        yield from _layered(stretch, layers)


def _paint(layers: list[Style], start: int, end: int, style: Style) -> None:
    for place in range(start, end):
        layers[place] |= style


def _layered(stretch: Stretch, layers: list[Style]) -> Iterator[Stretch]:
    start = stretch.start
    for place in range(stretch.start + 1, stretch.end if stretch.is_literal else 0):
        if layers[place] != layers[start]:
            yield replace(_part(stretch, start, place), style=stretch.style | layers[start])
            start = place
    last = _part(stretch, start, stretch.end) if stretch.is_literal else stretch
    yield replace(last, style=stretch.style | layers[start])


def _marked(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Each dangerous character a stretch of its own, shown by its number."""
    dangers = dict(invisible_characters(text))
    for stretch in stretches:
        if not dangers or not stretch.is_literal:
            yield stretch
            continue
        start = stretch.start
        for place in (place for place in dangers if stretch.start <= place < stretch.end):
            if place > start:
                yield _part(stretch, start, place)
            yield Stretch(mark(dangers[place]), place, place + 1, stretch.style | Style.MARK, stretch.href)
            start = place + 1
        if start < stretch.end:
            yield _part(stretch, start, stretch.end)
