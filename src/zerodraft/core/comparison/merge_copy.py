"""The fair copy: words of two texts written one after the other, each with the space that stood before it."""

from collections.abc import Sequence
from itertools import groupby

from zerodraft.core.comparison.dispute import Dispute, Wording, in_block_brackets, in_brackets
from zerodraft.core.comparison.merge_columns import Column, Verdict
from zerodraft.core.comparison.merge_passage import BREAK, Passage
from zerodraft.core.comparison.merge_runs import words_of
from zerodraft.core.comparison.merge_side import Three, settled, settled_alike
from zerodraft.core.comparison.merge_words import Agreed, Disputed, Positions, Stretch, stretches
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import words as words_in

_NOWHERE = -2  # no word stands there, nor one before it
_ABSENT = Three(_NOWHERE, _NOWHERE, _NOWHERE)
_MOST_GLUED = 3  # "Rev", ".", "1" typed close together are one word: so many words back can matter


class Copy:
    """A text as it is being written, and the disputes in it."""

    def __init__(self, names: tuple[str, str], line_end: str) -> None:
        self.line_end = line_end
        self.disputes: list[Dispute] = []
        self._names = names
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def dispute(self, wordings: Three[str]) -> None:
        """What both sides worded anew; a bracket, unless one of them only began or ended one that goes on elsewhere."""
        _, ours, theirs = around = Three(*map(Wording.of, wordings))
        self._begin(around)
        said = Three(*(words_in(each.words) for each in around))
        if said.ours == said.base:
            self.write(theirs.words)
        elif said.theirs in (said.base, said.ours):
            self.write(ours.words)
        else:
            self._bracket(around, in_brackets(ours.words, theirs.words, self._names))
        self._end(around)

    def contest(self, wordings: Three[str]) -> None:
        """Words that one side has here, and the other took out."""
        around = Three(*map(Wording.of, wordings))
        self._begin(around)
        if around.ours.words or around.theirs.words:
            self._bracket(around, in_brackets(around.ours.words, around.theirs.words, self._names))
        self._end(around)

    def dispute_blocks(self, wordings: Three[str], *, aside: bool = False) -> None:
        """Tables, one of which may be missing; of rules and comments both stand."""
        if aside:
            self.write((2 * self.line_end).join(filter(None, wordings[1:])))
            return
        around = Three(*(Wording(0, each, 0) for each in wordings))
        self._bracket(around, in_block_brackets(wordings.ours, wordings.theirs, self.line_end))

    def _bracket(self, around: Three[Wording], text: str) -> None:
        self.disputes.append(Dispute(Span(self._length, self._length + len(text)), *(each.words for each in around)))
        self.write(text)

    def _begin(self, around: Three[Wording]) -> None:
        self.write("[" * settled(Three(*(each.opened for each in around))))

    def _end(self, around: Three[Wording]) -> None:
        self.write("]" * settled(Three(*(each.closed for each in around))))


def write_merged(copy: Copy, passages: Three[Passage], *, aside: bool = False) -> None:
    """A passage that both sides changed; an aside is no text of the declaration."""
    row = stretches(passages)
    if passages.base.by_lines and any(isinstance(each, Disputed) and _has_lines(passages, each) for each in row):
        copy.dispute_blocks(Three(*(each.raw for each in passages)), aside=aside)
        return
    copy.write(settled_alike(Three(*(each.prefix for each in passages))))
    write_words(copy, passages, row)
    copy.write(settled_alike(Three(*(each.suffix for each in passages))))


def _has_lines(passages: Three[Passage], disputed: Disputed) -> bool:
    return any(BREAK in each.some(words) for each, words in zip(passages, disputed.words, strict=True))


def write_words(copy: Copy, passages: Three[Passage], row: Sequence[Stretch]) -> None:
    """The words of a passage, from the first to the last."""
    hand = _Hand(copy, passages)
    for stretch in row:
        if isinstance(stretch, Agreed):
            hand.columns(stretch.columns)
        elif isinstance(stretch, Positions):
            hand.positions(stretch.words, stretch.text)
        else:
            hand.dispute(stretch.words)


def _is_kept(column: Column) -> bool:
    return column.verdict is Verdict.KEPT


class _Hand:
    """Writes the words of one passage. `_before` is where in each text the last one stands, or what it replaced."""

    def __init__(self, copy: Copy, passages: Three[Passage]) -> None:
        self._copy = copy
        self._passages = passages
        self._before: Three[int] | None = None
        self._glued: list[str] = []

    def columns(self, columns: Sequence[Column]) -> None:
        for is_kept, run in groupby(columns, key=_is_kept):
            row = list(run)
            self._column(row[0])
            if is_kept and len(row) > 1 and self._kept(row[1:]):
                continue
            for column in row[1:]:
                self._column(column)

    def _kept(self, row: Sequence[Column]) -> bool:
        """Write many words at once, where one side left also the space between them as it was."""
        words = words_of(row, range(len(row)))
        base, ours, theirs = (
            each.source[each.ends[some.start - 1] : each.ends[some.stop - 1]]
            for each, some in zip(self._passages, words, strict=True)
        )
        if base not in (ours, theirs):
            return False
        self._copy.write(settled(Three(base, ours, theirs)))
        self._before = Three(*(some.stop - 1 for some in words))
        self._glued = self._passages.theirs.glued(words.theirs.stop - 1, _MOST_GLUED)
        return True

    def _column(self, column: Column) -> None:
        owner = column.owner
        words = column.words[owner]
        first = Three(*(each.start if each else _NOWHERE for each in column.words))
        last = Three(*(each.stop - 1 if each else _NOWHERE for each in column.words))
        for at in words:
            here = Three(*(at if side == owner else _NOWHERE for side in range(3)))
            self._word(owner, at, first if at == words.start else here)
            self._before = last if at + 1 == words.stop else here

    def _word(self, owner: int, at: int, place: Three[int]) -> None:
        word = self._passages[owner].words[at]
        lead = self._lead(owner, place) or self._needed(word)
        self._copy.write(lead if word == BREAK else lead + word)
        self._glued = [] if word == BREAK else [word] if lead else [*self._glued[1 - _MOST_GLUED :], word]

    def positions(self, words: Three[range], text: str) -> None:
        self._begin(words)
        self._copy.write(text)

    def dispute(self, words: Three[range]) -> None:
        self._begin(words)
        self._copy.dispute(Three(*(each.text(some) for each, some in zip(self._passages, words, strict=True))))

    def _begin(self, words: Three[range]) -> None:
        firsts = [(side, some.start) for side, some in zip(self._passages[1:], words[1:], strict=True) if some]
        leads = [side.lead(first) or self._needed(side.words[first]) for side, first in firsts]
        if self._before and self._glued[-1:] != ["["]:
            self._copy.write(next(filter(None, leads), ""))
        self._before, self._glued = _ABSENT, []

    def _lead(self, owner: int, place: Three[int]) -> str:
        """The space of the text in which a word follows the one that was written before it."""
        if self._before is None:
            return ""
        leads = [each.lead(at) if at >= 0 else "" for each, at in zip(self._passages, place, strict=True)]
        follows = [before + 1 == at for before, at in zip(self._before, place, strict=True)]
        if all(follows):
            return settled(Three(*leads))
        for side in (owner, 1, 2):
            if follows[side]:
                return leads[side]
        return "" if self._glued[-1:] == ["["] else leads[1] or leads[2]

    def _needed(self, word: str) -> str:
        """A space where two words would become one; a line end before a line."""
        if word == BREAK:
            return self._copy.line_end if self._before else ""
        if not self._glued:
            return ""
        glued = [*self._glued, word]
        return "" if words_in("".join(glued)) == glued else " "
