"""Which text a file was made from: told by its paragraphs, whatever its name or its sender says."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.table import rows
from zerodraft.core.text.words import words
from zerodraft.intake.folding import folded, has_words
from zerodraft.intake.letters import words_of
from zerodraft.intake.matching import typed_number
from zerodraft.intake.views import Seen

# Of the words of paragraphs in which two texts differ, so many must speak for one of them, and so many times as many as
# for the other. What a delegation reworded speaks for both alike.
_LEAST = 4
_TIMES = 3


class Nearest(NamedTuple):
    """The text that a file was made from. `likeness` is how much of it stands there, from 0 to 1; `is_sure` says that
    the file's own words tell it from all others."""

    name: str
    likeness: float
    is_sure: bool


def nearest(view: Sequence[Seen], drafts: Mapping[str, Draft], *, is_markdown: bool = False) -> Nearest | None:
    """Of some texts the one that a file's base view was made from, the first of equals; None of no texts.

    The one with the fewest words in paragraphs that only one of the two has. It is sure when the paragraphs in which
    any other differs from it stand in the file as this one has them.
    """
    file = _of_view(view, is_markdown)
    found = {name: _of_draft(draft) for name, draft in drafts.items()}
    if not found:
        return None
    apart = {name: _apart(file, paragraphs) for name, paragraphs in found.items()}
    best = min(apart, key=apart.__getitem__)
    others = (found[name] for name in found if name != best)
    is_sure = all(_speaks_for(file, found[best], other) for other in others)
    return Nearest(best, _likeness(file, found[best]), is_sure)


def likeness(view: Sequence[Seen], draft: Draft, *, is_markdown: bool = False) -> float:
    """How much of a text stands in the base view of a file, from 0 to 1: its words in paragraphs that are the same, and
    half of the words that are at least used as often."""
    return _likeness(_of_view(view, is_markdown), _of_draft(draft))


Paragraphs = Counter[str]


def _of_view(view: Sequence[Seen], is_markdown: bool) -> Paragraphs:
    return _counted(words_of(each.text) if is_markdown else each.text for each in view)


def _of_draft(draft: Draft) -> Paragraphs:
    tables = (each for each in draft.paragraphs if each.kind is Kind.TABLE)
    cells = [cell for table in tables for row in rows(table.text) for cell in row]
    prose = [each.text for each in draft.paragraphs if each.kind is not Kind.TABLE]
    return _counted(words_of(text) for text in (*prose, *cells))


def _counted(texts: Iterable[str]) -> Paragraphs:
    every = map(folded, texts)
    return Counter(text[typed_number(text) :] for text in every if has_words(text))


def _speaks_for(file: Paragraphs, one: Paragraphs, other: Paragraphs) -> bool:
    """Whether a file has what only one of two texts has, and lacks what only the other has."""
    own, theirs = one - other, other - one
    for_one = _size(own & file) + _size(theirs - file)
    for_other = _size(theirs & file) + _size(own - file)
    return for_one >= max(_LEAST, _TIMES * for_other)


def _apart(file: Paragraphs, draft: Paragraphs) -> int:
    return _size(file - draft) + _size(draft - file)


def _size(paragraphs: Paragraphs) -> int:
    return sum(len(words(text)) * times for text, times in paragraphs.items())


def _likeness(file: Paragraphs, draft: Paragraphs) -> float:
    total = _size(draft)
    if not total:
        return 0.0
    rest, left = _used(draft - file), _used(file - draft)
    return (_size(draft & file) + (rest & left).total() / 2) / total


def _used(paragraphs: Paragraphs) -> Counter[str]:
    return Counter(word for text in paragraphs.elements() for word in words(text))
