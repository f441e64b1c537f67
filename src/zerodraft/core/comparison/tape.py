"""From words back to characters: hunks of words become runs that hold every character of both texts."""

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.common_sequence import Hunk


class Side:
    """One text with its words and where each begins."""

    __slots__ = ("starts", "text", "words")

    def __init__(self, text: str, words: list[str]) -> None:
        self.text = text
        self.words = words
        self.starts: list[int] = []
        place = 0
        for word in words:  # nothing but white space stands between, so the next occurrence is the word itself
            place = text.index(word, place)
            self.starts.append(place)
            place += len(word)

    def end(self, word: int) -> int:
        return self.starts[word] + len(self.words[word])


class _Tape:
    """The runs as they are written: nothing empty, neighbours of one fate melted into one."""

    __slots__ = ("_ops", "_texts")

    def __init__(self) -> None:
        self._ops: list[Op] = []
        self._texts: list[str] = []

    def put(self, op: Op, text: str) -> None:
        if not text:
            return
        if self._ops and self._ops[-1] is op:
            self._texts[-1] += text
        else:
            self._ops.append(op)
            self._texts.append(text)

    def replace(self, old: str, new: str) -> None:
        """What stands between kept words: the white space that both sides share at its edges is kept."""
        shorter = min(len(old), len(new))
        head = 0
        while head < shorter and old[head] == new[head] and old[head].isspace():
            head += 1
        tail = 0
        while tail < shorter - head and old[-1 - tail] == new[-1 - tail] and old[-1 - tail].isspace():
            tail += 1
        self.put(Op.KEPT, old[:head])
        self.put(Op.DELETED, old[head : len(old) - tail])
        self.put(Op.INSERTED, new[head : len(new) - tail])
        self.put(Op.KEPT, old[len(old) - tail :])

    def runs(self) -> tuple[Run, ...]:
        return tuple(map(Run, self._ops, self._texts))


def runs_of(old: Side, new: Side, changed: list[Hunk]) -> tuple[Run, ...]:
    """The hunks of words as runs of characters."""
    tape = _Tape()
    old_done = new_done = old_word = new_word = 0
    for old_start, old_end, new_start, new_end in (*changed, (len(old.words), 0, len(new.words), 0)):
        length = old_start - old_word
        if length:
            tape.replace(old.text[old_done : old.starts[old_word]], new.text[new_done : new.starts[new_word]])
            _keep(tape, (old, old_word), (new, new_word), length)
            old_done, new_done = old.end(old_start - 1), new.end(new_start - 1)
        old_word, new_word = old_end, new_end
    tape.replace(old.text[old_done:], new.text[new_done:])
    return tape.runs()


def _keep(tape: _Tape, old: tuple[Side, int], new: tuple[Side, int], length: int) -> None:
    """Words that stand on both sides, `length` of them; the white space between is marked where it differs."""
    (old_side, old_word), (new_side, new_word) = old, new
    old_done, new_done = old_side.starts[old_word], new_side.starts[new_word]
    stretch = old_side.text[old_done : old_side.end(old_word + length - 1)]
    if stretch == new_side.text[new_done : new_side.end(new_word + length - 1)]:
        tape.put(Op.KEPT, stretch)
        return
    for offset in range(length):
        old_start, new_start = old_side.starts[old_word + offset], new_side.starts[new_word + offset]
        tape.replace(old_side.text[old_done:old_start], new_side.text[new_done:new_start])
        tape.put(Op.KEPT, old_side.words[old_word + offset])
        old_done, new_done = old_side.end(old_word + offset), new_side.end(new_word + offset)
