"""CriticMarkup to a marked text: `{++in++} {--out--} {~~old~>new~~} {==words==}{>>remark<<}`.

The language (http://criticmarkup.com) has no escape and no authors: a brace of the text is written as a numeric
reference, and a remark may begin with a name, `{>>Norlandia: …<<}`. Our own redlines tell behind the marks whose they
are (`core/text/margin_notes.py`).
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.margin_notes import Signature, is_own_note, read_signature
from zerodraft.core.text.words import fold
from zerodraft.intake.marked import Marked, Notice, Point, Remark, Revision
from zerodraft.intake.two_readings import Char, blocks_of

_SIGN = re.compile(r"\{\+\+|\+\+\}|\{--|--\}|\{~~|~>|~~\}|\{==|==\}|\{>>|<<\}")
_CLOSING = {"{++": "++}", "{--": "--}", "{~~": "~~}", "{==": "==}", "{>>": "<<}"}
_ARROW = "~>"
_DEEPEST = 50
_REFERENCE = re.compile(r"&#(38|123|125|126);")
_NAMED = re.compile(r"([^:]{1,80}?)\s*:\s+(?=\S)")
_INSERTED, _DELETED = Revision(Op.INSERTED, ""), Revision(Op.DELETED, "")
Revisions = tuple[Revision, ...]
IsName = Callable[[str], bool]


def read_critic_markup(source: str, is_name: IsName) -> Marked:
    """The text with its marks; `is_name` tells whether a remark's first words name somebody.

    Marks may stand in each other. A sign without its other end is words, and told in a notice. Rejecting every mark
    gives the base text, accepting every one the final text; typed numbers are no words of either.
    """
    walk = _Walk(source, _pairs(source))
    walk.through(0, len(source), ())
    blocks = blocks_of(walk.chars)
    said = [each for each in walk.said if each.body.strip() and not is_own_note(each.body)]
    remarks = tuple(_remark(str(number), each, blocks.places, is_name) for number, each in enumerate(said, 1))
    return Marked(blocks.found, remarks, _notices(walk.loose), is_markdown=True)


class _Pair(NamedTuple):
    """A sign at `start`, what is in it from `first` to `last`, its other end up to `end`; `arrow` is the place of the
    arrow in a replacement, -1 for none."""

    start: int
    first: int
    last: int
    end: int
    arrow: int = -1


def _pairs(source: str) -> dict[int, _Pair]:
    """By the place of the opening sign. A remark holds no other marks."""
    found: dict[int, _Pair] = {}
    opened: list[tuple[str, int, int]] = []
    arrows: dict[int, int] = {}
    for sign in _SIGN.finditer(source):
        text, start = sign[0], sign.start()
        is_said = bool(opened) and opened[-1][0] == "{>>"
        if is_said and text != "<<}":
            continue
        if text in _CLOSING and len(opened) < _DEEPEST:
            opened.append((text, start, sign.end()))
        elif text == _ARROW and opened and opened[-1][0] == "{~~":
            arrows.setdefault(opened[-1][1], start)
        elif any(_CLOSING[each] == text for each, _, _ in opened):
            while _CLOSING[opened[-1][0]] != text:
                opened.pop()
            _, at, first = opened.pop()
            if text != "~~}" or at in arrows:
                found[at] = _Pair(at, first, start, sign.end(), arrows.get(at, -1))
    return found


class _Said(NamedTuple):
    """A remark, and the characters on which it is set: half-open, the same twice for a point."""

    body: str
    start: int
    end: int


class _Walk:
    """One way through the source: its characters without the signs, each with the marks around it."""

    def __init__(self, source: str, pairs: dict[int, _Pair]) -> None:
        self.chars: list[Char] = []
        self.said: list[_Said] = []
        self.loose = 0
        self._source = source
        self._pairs = pairs
        self._marked = (-1, 0, 0)  # the end of the last mark in the source, and the characters that it holds
        self._unsigned = (-1, 0)  # the same of the marks next to each other that nobody has signed, and the first one

    def through(self, start: int, end: int, revisions: Revisions) -> None:
        place = start
        while sign := _SIGN.search(self._source, place, end):
            pair = self._pairs.get(sign.start())
            if pair is None:
                self.loose += sign[0] != _ARROW
                self._words(place, sign.end(), revisions)
                place = sign.end()
            else:
                self._words(place, pair.start, revisions)
                self._mark(pair, revisions)
                place = pair.end
        self._words(place, end, revisions)

    def _words(self, start: int, end: int, revisions: Revisions) -> None:
        words = _unescaped(self._source[start:end])
        self.chars += [Char(char, revisions) for char in words]

    def _mark(self, pair: _Pair, revisions: Revisions) -> None:
        before, (unsigned, first) = len(self.chars), self._unsigned
        match self._source[pair.start : pair.first]:
            case "{>>":
                self._remark(pair)
                return
            case "{++":
                self.through(pair.first, pair.last, _with(revisions, _INSERTED))
            case "{--":
                self.through(pair.first, pair.last, _with(revisions, _DELETED))
            case "{~~":
                self.through(pair.first, pair.arrow, _with(revisions, _DELETED))
                self.through(pair.arrow + len(_ARROW), pair.last, _with(revisions, _INSERTED))
            case _:
                self.through(pair.first, pair.last, revisions)
        self._marked = (pair.end, before, len(self.chars))
        self._unsigned = (pair.end, first if unsigned == pair.start else before)

    def _remark(self, pair: _Pair) -> None:
        """Set on the words that are marked just before it; so are further remarks after it."""
        body = _unescaped(self._source[pair.first : pair.last])
        if self._unsigned[0] == pair.start and (signature := read_signature(body)):
            self._sign(self._unsigned[1], signature)
            return
        after, start, end = self._marked
        if after != pair.start:
            start = end = len(self.chars)
        self.said.append(_Said(body, start, end))
        self._marked = (pair.end, start, end)

    def _sign(self, start: int, signature: Signature) -> None:
        """From this character on, all marks that nobody has signed."""
        name, date = signature
        for at in range(start, len(self.chars)):
            char, revisions = self.chars[at]
            signed = tuple(each if each.author else each._replace(author=name, date=date) for each in revisions)
            self.chars[at] = Char(char, signed)


def _with(revisions: Revisions, revision: Revision) -> Revisions:
    """Insertions before deletions: nothing is deleted before it is there."""
    if revision in revisions:
        return revisions
    return (revision, *revisions) if revision.op is Op.INSERTED else (*revisions, revision)


def _unescaped(words: str) -> str:
    return _REFERENCE.sub(lambda found: chr(int(found[1])), words)


def _remark(number: str, said: _Said, places: Sequence[Point], is_name: IsName) -> Remark:
    body = fold(said.body)
    named = _NAMED.match(body)
    author = named[1] if named and is_name(named[1]) else ""
    if author and named:
        body = body[named.end() :]
    return Remark(number, author, None, body, places[said.start], places[said.end])


def _notices(loose: int) -> tuple[Notice, ...]:
    sentence = "A sign of CriticMarkup has no other end; it was taken for words."
    return (Notice("loose-mark", sentence, loose),) if loose else ()
