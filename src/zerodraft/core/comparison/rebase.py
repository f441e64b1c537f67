"""A delegation's wording of a paragraph, put into the paragraph as it stands today.

The delegation read one text and proposed its words for that; since then others were accepted. Always begin with the
proposal as it was made, never with an earlier result. By whole words; in doubt a drafter is asked to look.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.merge_passage import BREAK, Passage
from zerodraft.core.comparison.merge_side import Three
from zerodraft.core.comparison.rebase_edits import Edit, Group, boundaries, edits, grouped, own, passage
from zerodraft.core.comparison.rebase_writing import written
from zerodraft.core.comparison.tidy import carries_meaning
from zerodraft.core.text.sentences import ends_sentence, sentence_starts

_TORN = "Both moved a sign of the same bracket."
_OVER_PARAGRAPHS = "One put a bracket around words that the other divided."
_SHORT = 4  # words: a sentence as short is never called rewritten
_MOST_QUOTED = 8  # words


class Outcome(StrEnum):
    CLEAN = "clean"
    LOOK = "look"
    COLLISION = "collision"
    ALREADY_IN = "already in"
    DETACHED = "detached"


@dataclass(frozen=True, slots=True)
class Rebased:
    """`words` is the paragraph with the proposal; in a collision with both wordings in brackets, "" where brackets
    would be torn. `reason` is a sentence for the drafter, "" when clean. `hunks` are what the proposal changes:
    words of the paragraph now (old) and of `words` (new), rising; none when already in, or where `words` is "". `alone`
    is, in a collision, the paragraph with the words of the proposal alone where the two collide, else None."""

    outcome: Outcome
    words: str
    reason: str
    hunks: tuple[Hunk, ...]
    alone: str | None = None


class Since(NamedTuple):
    """What became of some paragraphs since they were read: their words then and now, what was changed, where the
    sentences begin that were read, and the places between them."""

    base: Passage
    now: Passage
    edits: Sequence[Edit]
    starts: Sequence[int]
    boundaries: frozenset[int]

    @classmethod
    def of(cls, base: Sequence[str], now: Sequence[str]) -> "Since":
        read, current = passage(*base), passage(*now)
        starts, between = sentence_starts(read.words), boundaries(read.words)
        return cls(read, current, edits(read, current), starts, between)

    def instead(self, now: Sequence[str]) -> "Since":
        """What else could have become of them."""
        current = passage(*now)
        return self._replace(now=current, edits=edits(self.base, current))


def rebase(base: str, now: str, proposed: str) -> Rebased:
    """The proposal `base` → `proposed` on the paragraph `now`. One paragraph each, without typed label.

    Laws: `rebase(b, n, b)` is `n`, `rebase(b, b, p)` is `p`, both clean; `rebase(b, x, x)` is `x`, already in, if `x`
    isn't `b`. Each word comes from `now` or `proposed`, but for the signs of a collision's brackets; what both kept is
    kept; `hunks` undone give the words of `now`. If clean, the sides changed different sentences.
    """
    return rebased(Since.of((base,), (now,)), passage(proposed))


def rebased(since: Since, proposed: Passage) -> Rebased:
    """A proposal for some paragraphs; `words` has a line end between two. What is the same for all proposals for them
    is in `since`, and done once. A bracket is torn also where it would go over the end of a paragraph."""
    if since.now.source == proposed.source != since.base.source:
        return _already_in(since.now)
    groups = grouped(since.boundaries, since.edits, edits(since.base, proposed))
    ours, theirs = own(groups)
    if not theirs and any(each.is_shared for each in groups):
        return _already_in(since.now)
    texts = Three(since.base, since.now, proposed)
    merged = written(texts, groups)
    collisions = [each for each in groups if each.is_collision]
    if collisions or merged.is_torn:
        torn = _OVER_PARAGRAPHS if BREAK in merged.text else _TORN
        reason = _why_collision(since.base.words, collisions[0]) if collisions else torn
        text, hunks = ("", ()) if merged.is_torn else (merged.text, merged.hunks)
        return Rebased(Outcome.COLLISION, text, reason, hunks, written(texts, groups, is_alone=True).text)
    reason = _why_look(since, ours, theirs)
    return Rebased(Outcome.LOOK if reason else Outcome.CLEAN, merged.text, reason, merged.hunks)


def _already_in(now: Passage) -> Rebased:
    several = BREAK in now.words
    reason = f"The {'paragraphs already have' if several else 'paragraph already has'} this change."
    return Rebased(Outcome.ALREADY_IN, now.source, reason, ())


def _why_collision(base: Sequence[str], group: Group) -> str:
    disputed = base[group.start : group.end]
    if not disputed:
        return "Both put words in at the same place."
    more = " …" if len(disputed) > _MOST_QUOTED else ""
    quoted = " ".join(disputed[:_MOST_QUOTED]).replace(BREAK, "¶")
    return f"Both changed “{quoted}{more}”."


def _why_look(since: Since, ours: Sequence[Edit], theirs: Sequence[Edit]) -> str:
    """Why a drafter should look at two sides' edits that don't meet; "" where each is about other sentences."""
    base = since.base.words
    ours, theirs = ([each for each in side if not _is_paragraph(each, since)] for side in (ours, theirs))
    gaps = [base[before.end : after.start] for before, after in _neighbours(ours, theirs)]
    if not all(gaps):
        return "The proposal changes words just beside others that were changed since."
    if not all(any(map(carries_meaning, gap)) for gap in gaps):
        return "Only small words stand between the proposal and what was changed since."
    sentences = [range(*ends) for ends in pairwise([*since.starts, len(base)])]
    shared = _touched(sentences, ours) & _touched(sentences, theirs)
    if any(_is_rewritten(sentence, each) for sentence in shared for each in (ours, theirs)):
        return "A sentence that one side changed was rewritten by the other."
    return "The same sentence was changed since." if shared else ""


def _is_paragraph(edit: Edit, since: Since) -> bool:
    """Whether only whole paragraphs were put in, or two sentences parted: neither is a part of the sentences there."""
    base, said = since.base.words, edit.said
    if not edit.is_insertion or BREAK not in (said[0], said[-1]):
        return False
    if said == (BREAK,) and edit.start in since.boundaries:
        return True
    ends = said[0] == BREAK and base[edit.start : edit.start + 1] in ([BREAK], [])
    return ends or (said[-1] == BREAK and base[max(0, edit.start - 1) : edit.start] in ([BREAK], []))


def _neighbours(ours: Sequence[Edit], theirs: Sequence[Edit]) -> list[tuple[Edit, Edit]]:
    """Each two edits of different sides with no other between."""
    both = sorted([*((each, True) for each in ours), *((each, False) for each in theirs)], key=lambda each: each[0][:2])
    return [(before, after) for (before, one), (after, other) in pairwise(both) if one != other]


def _touched(sentences: Sequence[range], side: Sequence[Edit]) -> set[range]:
    """The sentences in which a side changed something, as their words; an insertion between two is in both."""
    starts = {sentence.start for sentence in sentences}
    return {sentence for edit in side for sentence in sentences if _is_in(sentence, edit, starts)}


def _is_in(sentence: range, edit: Edit, starts: Container[int]) -> bool:
    if edit.is_insertion:
        return sentence.start <= edit.start <= sentence.stop
    if edit.start < sentence.stop and sentence.start < edit.end:
        return True
    # Whoever takes the end of a sentence away joins the next one to it.
    takes_whole_sentences = not edit.said and edit.start in starts
    return edit.end == sentence.start and not takes_whole_sentences and not ends_sentence(edit.said)


def _is_rewritten(sentence: range, side: Sequence[Edit]) -> bool:
    """Whether more than half of its words were changed."""
    taken = sum(max(0, min(each.end, sentence.stop) - max(each.start, sentence.start)) for each in side)
    return len(sentence) > _SHORT and 2 * taken > len(sentence)
