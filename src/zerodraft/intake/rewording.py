"""Words from outside put into the Markdown of a paragraph: in place of its own, beside them, or instead of all.

What isn't exchanged stays letter by letter, with its emphasis, links and references to footnotes.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from zerodraft.core.comparison.wording import Wording
from zerodraft.core.text.sentences import sentence_starts
from zerodraft.core.text.words import fold, word_spans
from zerodraft.intake.beside import Side, beside
from zerodraft.intake.folding import folded, folded_with_places
from zerodraft.intake.letters import Around, Letter, letters_of, rewritten, seen

_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_CLOSES = re.compile(r"[,.;:!?)\]]")
_TERMINAL = ".;:,"


_MOST_KEPT = 2_000
"""Paragraphs; a table of comments asks for the same ones again and again."""


class Found(NamedTuple):
    """Where words stand in the letters of a paragraph, half-open."""

    start: int
    end: int


Letters = tuple[Letter, ...]


class Spelled:
    """A paragraph letter by letter, and how it reads whatever a word processor makes of quotes, dashes and spaces."""

    __slots__ = ("_at", "_ends", "_starts", "_text", "letters", "wording")

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        shown = [at for at, letter in enumerate(letters) for _ in letter.shown]
        self._text, places = folded_with_places(seen(letters))
        self._at = [shown[place] for place in places]
        spans = word_spans(self._text)
        self._starts, self._ends = {start for start, _ in spans}, {end for _, end in spans}
        self.wording = Wording(self._text)

    def places(self, words: str) -> tuple[Found, ...]:
        """Where the words stand, as whole words."""
        sought = folded(words)
        every = (found.start() for found in re.finditer(f"(?={re.escape(sought)})", self._text) if sought)
        whole = (start for start in every if start in self._starts and start + len(sought) in self._ends)
        return tuple(self._found(start, start + len(sought)) for start in whole)

    def sentence(self, which: int) -> Found | None:
        """Where a sentence stands, counted from 1, -1 for the last; None where there are not so many."""
        starts = sentence_starts(self.wording.words)
        if not starts or which > len(starts):
            return None
        at = which - 1 if which > 0 else len(starts) - 1
        last = starts[at + 1] - 1 if at + 1 < len(starts) else len(self.wording.words) - 1
        return self._found(self.wording.starts[starts[at]], self.wording.end(last))

    def _found(self, start: int, end: int) -> Found:
        return Found(self._at[start], self._at[end - 1] + 1)


@lru_cache(maxsize=_MOST_KEPT)
def spelled(text: str) -> Spelled:
    """A paragraph from its Markdown."""
    return Spelled(letters_of(text))


def exchanged(letters: Letters, found: Found, words: str) -> Letters:
    """Words in the place of others. Where none come, one space goes with them."""
    start, end = found
    if not words:
        before = start > 0 and letters[start - 1].shown.isspace()
        after = letters[end].shown if end < len(letters) else ""
        if before and (not after.strip() or _CLOSES.match(after)):
            start -= 1
        elif start == 0 and not after.strip():
            end += 1
    around = _common(letters[found.start].around, letters[found.end - 1].around)
    return (*letters[:start], *_outside(words, around), *letters[end:])


def added(letters: Letters, found: Found, words: str, *, is_before: bool) -> Letters:
    """Words before or after others, a space between."""
    if is_before:
        return _between(letters, found.start, f"{words} ")
    return _between(letters, found.end, words if _CLOSES.match(words) else f" {words}")


def added_at_edge(letters: Letters, words: str, *, is_before: bool) -> Letters:
    """Words at the beginning or end of a paragraph; those that begin no sentence go before the sign that ends it."""
    if is_before:
        return _between(letters, 0, f"{words} ")
    end = len(letters)
    while end and not letters[end - 1].shown.strip():
        end -= 1
    begins_sentence = words[:1].isupper()
    if end and letters[end - 1].shown in tuple(_TERMINAL) and not begins_sentence:
        end, words = end - 1, words.rstrip(f"{_TERMINAL} ")
    return _between(letters, end, words if _CLOSES.match(words) else f" {words}")


def reworded(text: str, words: str) -> str:
    """The Markdown of a paragraph that should read so; words that it keeps keep their Markdown.

    References to footnotes, which few tables show, stay; where a table shows others, all of it is words.
    """
    letters = spelled(text).letters
    typed = {found.start(): found[0] for found in _NOTE.finditer(words)}
    if typed and list(typed.values()) != [letter.source for letter in letters if letter.is_note]:
        return as_markdown(words)
    kept: list[Letter] = []
    gone: list[Letter] = []
    around: tuple[Around, ...] | None = None
    laid = beside(letters, words, frozenset(), has_notes=bool(typed))
    for at, each in enumerate(laid):
        if each.side is Side.FILE:
            if around is None:
                following = (letters[later.letter] for later in laid[at:] if later.side is Side.BOTH)
                around = _around(gone, kept[-1] if kept else None, next(following, None))
            note = typed.get(each.char)
            kept.append(Letter("", note, around) if note else Letter(words[each.char], None, around))
        elif each.side is Side.VERSION:
            gone.append(letters[each.letter])
        elif each.side is Side.BOTH or each.letter >= 0:
            around = None
            gone.clear()
            kept.extend(letters[place] for place in (each.letter, *each.more))
    return rewritten(kept)


def _around(gone: Sequence[Letter], before: Letter | None, after: Letter | None) -> tuple[Around, ...]:
    """The emphasis of words that come in place of others is theirs; else what their neighbours share."""
    first, last = (gone[0], gone[-1]) if gone else (before, after)
    return _common(first.around, last.around) if first and last else ()


def as_markdown(words: str) -> str:
    """Words as a paragraph of its own, on one line."""
    return rewritten(_outside(fold(words), ()))


def likeness(words: str, texts: Iterable[str]) -> float:
    """How many of the words some paragraphs of Markdown have, 0 to 1."""
    stands = [spelled(text).wording for text in texts]
    one = stands[0] if len(stands) == 1 else Wording(" ".join(each.text for each in stands))
    return Wording(folded(words)).likeness(one)


def shown_words(text: str) -> str:
    """The words of a paragraph of Markdown as a reader sees them."""
    return seen(spelled(text).letters)


def _outside(words: str, around: tuple[Around, ...]) -> Letters:
    return tuple(Letter(char, None, around) for char in words)


def _between(letters: Letters, place: int, words: str) -> Letters:
    """Words that stand in the emphasis of their neighbours where both share it."""
    around = _common(letters[place - 1].around, letters[place].around) if 0 < place < len(letters) else ()
    return (*letters[:place], *_outside(words, around), *letters[place:])


def _common(before: Sequence[Around], after: Sequence[Around]) -> tuple[Around, ...]:
    return tuple(one for one, _ in takewhile(lambda pair: pair[0] is pair[1], zip(before, after, strict=False)))
