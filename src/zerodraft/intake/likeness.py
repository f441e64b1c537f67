"""Which text a file was made from: told by its paragraphs, whatever its name or its sender says."""

from collections import Counter
from collections.abc import Sequence

from zerodraft.core.text.draft import Draft
from zerodraft.core.text.words import words
from zerodraft.intake.folding import folded, has_words
from zerodraft.intake.views import Seen


def likeness(base: Sequence[Seen], draft: Draft) -> float:
    """How much of a text stands in the base view of a file, from 0 to 1: its words in paragraphs that are the same,
    and half of the words that are at least used as often."""
    paragraphs = [text for each in draft.paragraphs if has_words(text := folded(each.text))]
    seen = [folded(each.text) for each in base]
    total = sum(map(len, map(words, paragraphs)))
    if not total:
        return 0.0
    left = Counter(seen)
    same, others = 0, Counter[str]()
    for text in paragraphs:
        if left[text]:
            left[text] -= 1
            same += len(words(text))
        else:
            others.update(words(text))
    rest = Counter(word for text in left.elements() for word in words(text))
    return (same + (others & rest).total() / 2) / total
