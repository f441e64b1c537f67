"""The words of a paragraph as runs, each under its tracked changes, and what is set between them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import Style
from zerodraft.export.hands import Hand
from zerodraft.export.word.document import Change, Changes, Cited, Content, Words
from zerodraft.export.word.xml import Element, label, put, put_text, root
from zerodraft.export.xml_words import carried

_ELEMENTS = {
    "\t": "tab",
    "\n": "br",
    "\N{SOFT HYPHEN}": "softHyphen",
    "\N{NON-BREAKING HYPHEN}": "noBreakHyphen",
}
_BETWEEN = re.compile("([\t\n\u00ad\u2011])")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NAMES = {
    (Op.INSERTED, False): "ins",
    (Op.DELETED, False): "del",
    (Op.INSERTED, True): "moveTo",
    (Op.DELETED, True): "moveFrom",
}


class Sign(NamedTuple):
    """Something that is set at a place between two characters: it is written by a call."""

    offset: int
    write: Callable[[Element], object]
    cell: tuple[int, int] = (0, 0)


class Pen:
    """Writes the content of one part. Elements that want a number of their own take the next one of the document."""

    def __init__(self, numbers: Iterator[int]) -> None:
        self.numbers = numbers
        self.links: dict[str, str] = {}
        """The name of the relation to each address."""
        self._runs: dict[str, Element] = {}
        self._changes: dict[Change, Element] = {}

    def write(self, paragraph: Element, content: Content, signs: Sequence[Sign] = ()) -> None:
        """`signs` rise."""
        pieces = list(_with_signs(content, signs)) if signs else content
        for href, linked in groupby(pieces, key=_href):
            parent = paragraph
            if href:
                parent = put(paragraph, "hyperlink")
                label(parent, "r:id", self.links.setdefault(href, f"link{len(self.links) + 1}"))
            self._lay(parent, linked)

    def changed(self, parent: Element, change: Change) -> Element:
        """The element of a tracked change: a copy too, with a number of its own."""
        pattern = self._changes.get(change)
        if pattern is None:
            pattern = self._changes[change] = self.signed(root("body"), name_of(change), change.hand, id=-1)
        element = copy(pattern)
        label(element, "w:id", str(next(self.numbers)))
        parent.append(element)
        return element

    def signed(self, parent: Element, tag: str, hand: Hand, /, **more: str | int) -> Element:
        """An element with an author, a date, and a number unless `more` has one."""
        number = more.pop("id", None) or next(self.numbers)
        return put(parent, tag, id=number, author=carried(hand.author), date=moment(hand), **more)

    def _lay(self, parent: Element, pieces: Iterable[Words | Cited | Sign]) -> None:
        """Pieces under the same change share its element; what lies deeper is nested."""
        over: list[Change] = []
        within = [parent]
        for piece in pieces:
            changes: Changes = () if isinstance(piece, Sign) else piece.changes
            if over or changes:
                shared = _shared(over, changes)
                del over[shared:], within[shared + 1 :]
                for change in changes[shared:]:
                    over.append(change)
                    within.append(self.changed(within[-1], change))
            if isinstance(piece, Sign):
                piece.write(within[-1])
            else:
                self._run(within[-1], piece)

    def _run(self, parent: Element, piece: Words | Cited) -> None:
        if isinstance(piece, Cited):
            run = put(parent, "r")
            put(put(run, "rPr"), "rStyle", val="FootnoteReference")
            put(run, "footnoteReference", id=piece.note + 1)
        elif piece.text:
            tag = "delText" if piece.changes and any(name_of(each) == "del" for each in piece.changes) else "t"
            write = self._usual if _is_usual(piece) else self._formed
            write(parent, piece, tag)

    def _usual(self, parent: Element, words: Words, tag: str) -> None:
        """Copied: it takes half as long as making a new run."""
        if tag not in self._runs:
            self._runs[tag] = root("r")
            put_text(self._runs[tag], tag, "")
        run = copy(self._runs[tag])
        run[0].text = words.text
        parent.append(run)

    def _formed(self, parent: Element, words: Words, tag: str) -> None:
        run = put(parent, "r")
        self._form(run, words)
        for part in _BETWEEN.split(carried(words.text)):
            if part in _ELEMENTS:
                put(run, _ELEMENTS[part])
            elif part:
                put_text(run, tag, part)

    def _form(self, run: Element, words: Words) -> None:
        is_right_to_left = _RIGHT_TO_LEFT.search(words.text) is not None
        if not (words.style & _FORMED or words.href or words.restyled or words.role or is_right_to_left):
            return
        form = put(run, "rPr")
        named = words.role or ("Hyperlink" if words.href else "")
        _put_form(form, words.style, named, is_right_to_left=is_right_to_left)
        if words.restyled:
            change = self.signed(form, "rPrChange", words.restyled.hand)
            _put_form(put(change, "rPr"), words.restyled.former, named, is_right_to_left=is_right_to_left)


_FORMED = Style.EMPHASIS | Style.STRONG | Style.CODE | Style.RAISED | Style.LOWERED


def _is_usual(words: Words) -> bool:
    """Whether words have no form, and nothing in them is an element or a mark."""
    is_plain = words.style == Style.PLAIN and not (words.href or words.restyled or words.role)
    return is_plain and words.text.isascii() and words.text.isprintable()


def is_formed_alike(one: Style, other: Style) -> bool:
    """Whether words of two styles look the same in Word."""
    return one == other or one & _FORMED == other & _FORMED


def reads_from_right(text: str) -> bool:
    """Whether a text begins in a script that is written from right to left."""
    letter = next((char for char in text if char.isalpha()), "")
    return _RIGHT_TO_LEFT.match(letter) is not None


def moment(hand: Hand) -> str:
    """As Word files write a date, in UTC."""
    return _in_utc(hand.date)


@lru_cache
def _in_utc(date: datetime) -> str:
    return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def name_of(change: Change) -> str:
    """The element that tracks it."""
    return _NAMES[change.op, bool(change.move)]


def _put_form(form: Element, style: Style, named: str, *, is_right_to_left: bool) -> None:
    """The properties in the order that the schema asks for; `named` is a style of characters."""
    if named or style & Style.CODE:
        put(form, "rStyle", val=named or "VerbatimText")
    for wanted, names in ((Style.STRONG, ("b", "bCs")), (Style.EMPHASIS, ("i", "iCs"))):
        if style & wanted:
            for name in names:
                put(form, name)
    if style & (Style.RAISED | Style.LOWERED):
        put(form, "vertAlign", val="superscript" if style & Style.RAISED else "subscript")
    if is_right_to_left:
        put(form, "rtl")


def _href(piece: Words | Cited | Sign) -> str:
    return piece.href if isinstance(piece, Words) else ""


def _shared(over: Sequence[Change], changes: Changes) -> int:
    """How many of the changes, from the first one on, are the same."""
    differing = (at for at, (one, other) in enumerate(zip(over, changes, strict=False)) if one != other)
    return next(differing, min(len(over), len(changes)))


def _with_signs(content: Content, signs: Sequence[Sign]) -> Iterator[Words | Cited | Sign]:
    waiting = list(reversed(signs))
    offset = 0
    for piece in _cut(content, {sign.offset for sign in signs}):
        while waiting and waiting[-1].offset <= offset:
            yield waiting.pop()
        yield piece
        offset += len(piece.text) if isinstance(piece, Words) else 1
    yield from reversed(waiting)


def _cut(content: Content, places: set[int]) -> Iterable[Words | Cited]:
    """The content, cut at some offsets."""
    offset = 0
    for piece in content:
        if isinstance(piece, Cited):
            yield piece
            offset += 1
            continue
        end = offset + len(piece.text)
        cuts = sorted({offset, end, *(place for place in places if offset < place < end)})
        for start, stop in pairwise(cuts):
            yield piece._replace(text=piece.text[start - offset : stop - offset])
        offset = end
