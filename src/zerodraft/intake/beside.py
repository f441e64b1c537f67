"""A paragraph of the version and the same paragraph of a file, laid beside each other letter by letter."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.redline import changed_words
from zerodraft.core.comparison.tape import edits_of
from zerodraft.core.comparison.wording import Wording
from zerodraft.intake.folding import NOTE_SIGN, Folded, folded_with_places
from zerodraft.intake.letters import Letter

NOTHING = -1
BREAK = "\n"


class Side(StrEnum):
    """What a letter of the version and a character of the file are to each other.

    `SILENT` is what only one side has and nobody changed: a second space, a typed number, the reference to a footnote
    where the file shows none.
    """

    BOTH = "both"
    VERSION = "only in the version"
    FILE = "only in the file"
    SILENT = "silent"


class Beside(NamedTuple):
    """`letter` and `char` are places in the two sides, `NOTHING` where one has none. A letter that one character of
    the file shows together with those before it (ﬁ) is `more` of the one before."""

    side: Side
    letter: int
    char: int
    more: tuple[int, ...] = ()


def beside(letters: Sequence[Letter], text: str, silent: frozenset[int], *, has_notes: bool) -> tuple[Beside, ...]:
    """Every letter and every character of the file once, in an order in which both rise.

    Alike is what folds alike, by whole words. The ends of paragraphs are `BREAK` on both sides. `silent` are places of
    `text` that don't count. `has_notes` is False for a file that shows no references to footnotes at all.
    """
    there, here = _folded_letters(letters, has_notes=has_notes), _folded_text(text, silent)
    has_breaks = BREAK in text or any(letter.shown == BREAK for letter in letters)
    if there.text == here.text and len(there.text) == len(letters) == len(text) and not has_breaks:
        return tuple([Beside(Side.BOTH, at, at) for at in range(len(letters))])
    return tuple(_Row(letters, text).laid(there, here))


def _folded_letters(letters: Sequence[Letter], *, has_notes: bool) -> Folded:
    sources = [letter.source or "" if letter.is_note else letter.shown for letter in letters]
    places = [at for at, source in enumerate(sources) for _ in source]
    folded = folded_with_places("".join(sources))
    kept = [at for at, char in enumerate(folded.text) if has_notes or char != NOTE_SIGN]
    return Folded("".join([folded.text[at] for at in kept]), tuple([places[folded.places[at]] for at in kept]))


def _folded_text(text: str, silent: frozenset[int]) -> Folded:
    kept = [at for at in range(len(text)) if at not in silent]
    folded = folded_with_places("".join([text[at] for at in kept]))
    return Folded(folded.text, tuple([kept[place] for place in folded.places]))


def _hunks(old: str, new: str) -> list[Hunk]:
    """What differs, in characters, by as few words as can be: no redline to be read, where "of the" may go along."""
    if old == new:
        return []
    sides = Wording(old), Wording(new)
    return list(edits_of(*sides, changed_words(sides[0].words, sides[1].words)))


class _Row:
    """What has been laid, and how far both sides are used up."""

    def __init__(self, letters: Sequence[Letter], text: str) -> None:
        self._letters = letters
        self._text = text
        self._found: list[Beside] = []
        self._letter = self._char = 0
        self._gone: frozenset[int] = frozenset()
        self._come: frozenset[int] = frozenset()

    def laid(self, there: Folded, here: Folded) -> list[Beside]:
        hunks = _hunks(there.text, here.text)
        self._gone = frozenset(there.places[at] for start, end, _, _ in hunks for at in range(start, end))
        self._come = frozenset(here.places[at] for _, _, start, end in hunks for at in range(start, end))
        for old, new in _kept(hunks, len(there.text)):
            self._pair(there.places[old], here.places[new])
        self._until(len(self._letters), len(self._text))
        return self._found

    def _pair(self, letter: int, char: int) -> None:
        if letter < self._letter and char < self._char:
            return
        if letter < self._letter:
            self._until(self._letter, char + 1)
        elif char < self._char:
            self._until(letter, self._char)
            self._join(letter)
        else:
            self._until(letter, char)
            if (self._letters[letter].shown == BREAK) == (self._text[char] == BREAK):
                self._put(Beside(Side.BOTH, letter, char))
            else:
                self._put(Beside(Side.VERSION, letter, NOTHING))
                self._put(Beside(Side.FILE, NOTHING, char))

    def _join(self, letter: int) -> None:
        last = self._found[-1]
        if last.side is Side.BOTH and self._letters[letter].shown != BREAK:
            self._found[-1] = last._replace(more=(*last.more, letter))
            self._letter = letter + 1
        else:
            self._until(letter + 1, self._char)

    def _until(self, letter: int, char: int) -> None:
        """What stands only on one side before a pair. The end of a paragraph is never silent."""
        for at in range(self._letter, letter):
            is_gone = at in self._gone or self._letters[at].shown == BREAK
            self._put(Beside(Side.VERSION if is_gone else Side.SILENT, at, NOTHING))
        for at in range(self._char, char):
            is_new = at in self._come or self._text[at] == BREAK
            self._put(Beside(Side.FILE if is_new else Side.SILENT, NOTHING, at))

    def _put(self, found: Beside) -> None:
        self._found.append(found)
        self._letter = max(self._letter, found.letter + 1)
        self._char = max(self._char, found.char + 1)


def _kept(hunks: Sequence[Hunk], size: int) -> Iterator[tuple[int, int]]:
    """The places of the characters that both folded texts have."""
    done = shift = 0
    for start, end, _, new_end in (*hunks, (size, size, size, size)):
        yield from ((at, at + shift) for at in range(done, start))
        done, shift = end, new_end - end
