"""Where in a passage the brackets name delegations, and which of them are read only as a whole."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zerodraft.core.comparison.merge_passage import Passage
from zerodraft.core.text.bracket import Bracket, brackets
from zerodraft.core.text.splice import Span

_SIGN = re.compile(r"[\[\]/]")


def attributions(passage: Passage) -> Iterator[range]:
    """The words that name positions, without the dash before them."""
    for _, positions in attributed(passage):
        yield positions


def attributed(passage: Passage) -> Iterator[tuple[Bracket, range]]:
    """The same with the bracket, once for each of its alternatives that has positions."""
    text = passage.bare
    for bracket in brackets(text).found:
        for alternative in bracket.alternatives:
            if alternative.positions:
                first, last = alternative.positions[0].span.start, alternative.positions[-1].span.end
                stance = _SIGN.split(text[last : bracket.span.end], maxsplit=1)[0]
                yield bracket, tokens(passage, Span(first, last + len(stance)))


def tight(passage: Passage) -> Iterator[range]:
    """The words of each bracket that is read as it is only without spaces: `[shall/should]`."""
    text = passage.bare
    for bracket in brackets(text).found:
        if len(bracket.alternatives) > 1 and " " not in bracket.span.of(text):
            yield tokens(passage, bracket.span)


def tokens(passage: Passage, span: Span) -> range:
    """The words that begin in a stretch of `passage.bare`."""
    start = passage.bounds.start
    return range(bisect_left(passage.starts, start + span.start), bisect_left(passage.starts, start + span.end))
