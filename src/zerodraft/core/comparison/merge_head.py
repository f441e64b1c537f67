"""The front matter of a merged text: line by line, for it is no text that delegations negotiate."""

import re

from zerodraft.core.comparison.merge_copy import Copy, write_words
from zerodraft.core.comparison.merge_passage import BREAK, Passage
from zerodraft.core.comparison.merge_side import Side, Three, settled, settled_alike
from zerodraft.core.comparison.merge_words import Agreed, Stretch, stretches
from zerodraft.core.text.splice import Span

_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n(.*\n|)(?:---|\.\.\.)[ \t]*(?:\r?\n)?", re.DOTALL)


def write_head(copy: Copy, sides: Three[Side]) -> None:
    """What is kept aside at the beginning of a text.

    A value that both sides changed is a bracket. Where they wrote other lines in one place, the lines of ours come
    first and then those that only theirs has. Front matter that one side took out and the other changed stays.
    """
    heads = Three(*(side.head.of(side.source) for side in sides))
    base, ours, theirs = (_passage(side) for side in sides)
    if heads.base in heads[1:] or not (ours and theirs):
        copy.write(settled(heads) if heads.base in heads[1:] or ours else heads.theirs)
        return
    copy.write(settled_alike(Three(base.prefix if base else "", ours.prefix, theirs.prefix)))
    row = stretches(Three(base, ours, theirs)) if base else []
    if base and all(_is_inside_a_line(ours, theirs, each) for each in row):
        write_words(copy, Three(base, ours, theirs), row)
    else:
        copy.write(copy.line_end.join(_lines_of_both(ours, theirs)))
    copy.write(settled_alike(Three(base.suffix if base else "", ours.suffix, theirs.suffix)))


def _passage(side: Side) -> Passage | None:
    found = _FENCED.fullmatch(side.head.of(side.source))
    if not found:
        return None
    start, end = found.span(1)
    inside = side.source[start:end]
    lead = len(inside) - len(inside.lstrip())
    return Passage(side.source, side.head, [Span(start + lead, max(start + lead, start + len(inside.rstrip())))], True)


def _is_inside_a_line(ours: Passage, theirs: Passage, stretch: Stretch) -> bool:
    """Whether it can be a bracket: part of a value, not a key."""
    if isinstance(stretch, Agreed):
        return True
    for passage, words in ((ours, stretch.words.ours), (theirs, stretch.words.theirs)):
        if BREAK in passage.some(range(words.start - 1, words.stop)):
            return False
    return True


def _lines_of_both(ours: Passage, theirs: Passage) -> list[str]:
    first, second = ours.bare.splitlines(), theirs.bare.splitlines()
    return [*first, *(line for line in second if line not in first)]
