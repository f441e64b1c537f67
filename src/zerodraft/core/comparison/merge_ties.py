"""What a dispute may not cut through: brackets, links and footnote marks, emphasis, code, the edge of a paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.core.comparison.merge_attributions import attributed, tight, tokens
from zerodraft.core.comparison.merge_passage import BREAK, Passage
from zerodraft.core.text.splice import Span

_ATOM = re.compile(
    r"`+[^`\n]*`+|\\[^\w\s]|<(\w+)>[^<>\n]*</\1>|<(?!!--)[^<>\n]+>|&#?\w+;|\[\^[^\[\]\s]+\]|!\[|\]\([^()\s]*\)|https?://[^\s<>\[\]]+"
)
_EMPHASIS = ("*", "_")


class Tie(NamedTuple):
    """A dispute that holds a word of any of the `signs` holds the `whole`."""

    signs: tuple[range, ...]
    whole: range

    def binds(self, words: range) -> bool:
        """Whether a stretch, also an empty one, takes a part where it must take the whole."""
        if words.start <= self.whole.start and self.whole.stop <= words.stop:
            return False
        return any(_meet(words, sign) for sign in self.signs)


def _meet(words: range, sign: range) -> bool:
    if words:
        return words.start < sign.stop and sign.start < words.stop
    return sign.start < words.start < sign.stop


def ties(passage: Passage) -> tuple[Tie, ...]:
    """All that holds words of a passage together."""
    atoms = [*_atoms(passage)]
    own = (Tie((atom,), atom) for atom in atoms)
    return (*own, *_pairs(passage, atoms), *_comments(passage), *_readings(passage), *_edges(passage))


def _atoms(passage: Passage) -> Iterator[range]:
    """The words of what is one sign to a reader."""
    for found in _ATOM.finditer(passage.source, *passage.bounds):
        yield range(bisect_right(passage.ends, found.start()), bisect_left(passage.starts, found.end()))


def _pairs(passage: Passage, atoms: list[range]) -> Iterator[Tie]:
    """Brackets and emphasis, each from its opening sign to its closing one."""
    taken = {word for atom in atoms for word in atom} - {word for atom in atoms for word in _joints(passage, atom)}
    opened: dict[str, list[range]] = {}
    for sign in _signs(passage, taken):
        text = "".join(passage.some(sign))
        waiting = opened.setdefault("[" if text == "]" else text, [])
        if waiting and text != "[":
            opening = waiting.pop()
            yield Tie((opening, sign), range(opening.start, sign.stop))
        elif text != "]":
            waiting.append(sign)


def _joints(passage: Passage, atom: range) -> tuple[int, ...]:
    """The `]` of `](address)` and the `[` of `![` close and open a bracket like any other."""
    if passage.words[atom[0]] == "]":
        return (atom[0],)
    return (atom[-1],) if passage.words[atom[0]] == "!" else ()


def _signs(passage: Passage, taken: set[int]) -> Iterator[range]:
    """Each bracket; asterisks and strokes that stand together as one."""
    place = 0
    while place < len(passage.words):
        end = place + 1
        word = passage.words[place]
        if place not in taken and word in ("[", "]", *_EMPHASIS):
            while word in _EMPHASIS and passage.words[end : end + 1] == [word] and not passage.lead(end):
                end += 1
            yield range(place, end)
        place = end


def _comments(passage: Passage) -> Iterator[Tie]:
    """A comment from its opening to its closing; what is said inside may be disputed alone."""
    text = passage.bare
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (closing := text.find("-->", start)) >= 0:
        end = closing + len("-->")
        signs = tokens(passage, Span(start, start + len("<!--"))), tokens(passage, Span(closing, end))
        yield Tie(signs, range(signs[0].start, signs[1].stop))


def _readings(passage: Passage) -> Iterator[Tie]:
    """The positions in a bracket belong to its wordings; `[shall/should]` is read only without spaces inside."""
    for bracket, positions in attributed(passage):
        yield Tie((positions,), tokens(passage, bracket.span))
    for whole in tight(passage):
        yield Tie((whole,), whole)


def _edges(passage: Passage) -> Iterator[Tie]:
    """A break between two paragraphs stays with the words on both sides: no dispute begins or ends with it."""
    if not passage.by_lines:
        for place, word in enumerate(passage.words):
            if word == BREAK:
                edge = range(max(0, place - 1), min(len(passage.words), place + 2))
                yield Tie((range(place, place + 1),), edge)
