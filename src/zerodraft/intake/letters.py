"""The letters of a paragraph, each with the Markdown that stands for it: taken apart, exchanged, and written again.

What a delegation changed is exchanged letter by letter, so that emphasis, links, references to footnotes and brackets
elsewhere in the paragraph survive byte for byte. Words from outside are escaped where Markdown would take them for
signs.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from zerodraft.core.text.inline import Stretch, Style, read_inline, read_markup
from zerodraft.core.text.words import fold


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """A pair of signs around letters; another pair of the same signs is another."""

    opening: str
    closing: str

    @property
    def is_emphasis(self) -> bool:
        return not self.opening.strip("*_")


class Letter(NamedTuple):
    """What is seen: mostly one character, nothing for a footnote's reference. `source` is its Markdown, None for a
    letter from outside; `around` are the pairs of signs in which it stands, the outermost first."""

    shown: str
    source: str | None = None
    around: tuple[Around, ...] = ()

    @property
    def is_note(self) -> bool:
        return not self.shown and self.source is not None and self.source.startswith("[^")


Letters = Sequence[Letter]
_MAY_BE_MARKUP = re.compile(r"[\\`*_\[<&]")


def letters_of(text: str) -> tuple[Letter, ...]:
    """The letters of a paragraph's Markdown. Law: `written(letters_of(text)) == text`, for any text."""
    if text.isprintable() and not _MAY_BE_MARKUP.search(text):
        return source_letters(text)
    return tuple(_Reading(text).letters())


def source_letters(text: str) -> tuple[Letter, ...]:
    """The letters of a text whose Markdown is taken for words, sign by sign."""
    return tuple(Letter(char, char) for char in text)


def words_of(text: str) -> str:
    """What is seen of a paragraph's Markdown."""
    return seen(letters_of(text)) if _MAY_BE_MARKUP.search(text) else text


def seen(letters: Letters) -> str:
    return "".join([letter.shown for letter in letters])


def places_of(letters: Letters) -> tuple[tuple[int, int], ...]:
    """Where each letter of `letters_of(text)` stands in the text: code points, half-open."""
    places: list[tuple[int, int]] = []
    done = 0
    opened: tuple[Around, ...] = ()
    for letter in letters:
        done += sum(map(len, _turned(opened, letter.around)))
        opened = letter.around
        places.append((done, done + len(letter.source or letter.shown)))
        done = places[-1][1]
    return tuple(places)


class _Reading:
    """One way through a text, with the pairs of signs that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._units = dict(_units(text, read_inline(text)))
        self._pairs = {each.start: each for each in read_markup(text)}
        self._open: list[tuple[int, int, Around]] = []
        self._is_empty = False

    def letters(self) -> Iterator[Letter]:
        place, loose = 0, 0
        while place < len(self._text) or self._open:
            opens, closes = self._pairs.get(place), self._open and self._open[-1][0] == place
            if opens or closes:
                yield from self._hidden(loose, place)
                place = self._closed() if closes else self._opened(place)
                loose = place
            elif place in self._units:
                end, shown = self._units[place]
                yield self._letter(shown, self._text[loose:end])
                place = loose = end
            else:
                place += 1
        yield from self._hidden(loose, place)

    def _opened(self, place: int) -> int:
        pair = self._pairs[place]
        around = Around(self._text[place : pair.first], self._text[pair.last : pair.end])
        self._open.append((pair.last, pair.end, around))
        self._is_empty = True
        return pair.first

    def _closed(self) -> int:
        return self._open.pop()[1]

    def _hidden(self, start: int, end: int) -> Iterator[Letter]:
        """Signs without a letter of their own; and the place between a pair of signs around nothing."""
        if start < end or (self._is_empty and self._open and self._open[-1][0] == end):
            yield self._letter("", self._text[start:end])

    def _letter(self, shown: str, source: str) -> Letter:
        self._is_empty = False
        return Letter(shown, source, tuple([around for _, _, around in self._open]))


def _units(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[int, tuple[int, str]]]:
    """For the place where each letter begins, its end and what is seen. An entity is one letter, a note none."""
    for each in stretches:
        if each.note:
            yield each.start, (each.end, "")
        elif each.style & Style.MARK:
            yield each.start, (each.end, text[each.start : each.end])
        elif each.is_literal:
            yield from ((each.start + at, (each.start + at + 1, char)) for at, char in enumerate(each.text))
        else:
            yield each.start, (each.end, each.text)


# --- written again --------------------------------------------------------------------------------

# What Markdown, or the brackets of the field, would not take for words.
_ACTIVE = re.compile(
    r"[\\*`]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|\[(?=\^)|(?<=\])\(",
)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def written(letters: Letters) -> str:
    """The Markdown of letters; those from outside are escaped where they would be signs."""
    active = {found.start() for found in _ACTIVE.finditer(seen(letters))}
    return _joined(letters, lambda place, char: _escaped(char) if place in active else char)


def rewritten(letters: Letters) -> str:
    """The Markdown, on one line, of letters that have been exchanged. What is seen is exactly what was meant: where
    what is left of an emphasis or an escape would say something else, it is given up."""
    for attempt in _attempts(_tidied(letters)):
        words = fold(written(attempt))
        if _says(words, letters):
            return words
    bare = [letter if letter.is_note else Letter(letter.shown) for letter in letters]
    return fold(_joined(bare, lambda _, char: _escaped(char)))


def _attempts(tidy: list[Letter]) -> Iterator[list[Letter]]:
    """With all signs around the letters, without emphasis, without any."""
    yield tidy
    yield _without(tidy, lambda around: around.is_emphasis)
    yield _without(tidy, lambda _: True)


def _says(words: str, meant: Letters) -> bool:
    found = letters_of(words)
    notes, wanted = ([each.source for each in side if each.is_note] for side in (found, meant))
    return notes == wanted and fold(seen(found)) == fold(seen(meant))


def _escaped(char: str) -> str:
    if char == "<":
        return "&lt;"  # `\<!--` would still hide what follows from whoever looks for brackets
    return f"\\{char}" if char in _PUNCTUATION else char


def _joined(letters: Letters, escaped: Callable[[int, str], str]) -> str:
    """Letters and the signs around them; `escaped` is asked about each character from outside and its place."""
    parts: list[str] = []
    place = 0
    opened: tuple[Around, ...] = ()
    for letter in letters:
        if letter.around != opened:
            parts += _turned(opened, letter.around)
            opened = letter.around
        if letter.source is None:
            parts += [escaped(place + at, char) for at, char in enumerate(letter.shown)]
        else:
            parts.append(letter.source)
        place += len(letter.shown)
    return "".join([*parts, *_turned(opened, ())])


def _turned(before: tuple[Around, ...], after: tuple[Around, ...]) -> Iterator[str]:
    """The signs between two letters."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(before, after, strict=False)))
    yield from (around.closing for around in reversed(before[same:]))
    yield from (around.opening for around in after[same:])


def _tidied(letters: Letters) -> list[Letter]:
    """Emphasis begins and ends with a word: white space at its ends is left outside, and around no word it goes."""
    tidy = list(letters)
    for order in (range(len(tidy)), range(len(tidy) - 1, -1, -1)):
        begun: set[Around] = set()
        for at in order:
            letter = tidy[at]
            if letter.shown.strip():
                begun.update(letter.around)
            elif letter.around:
                kept = tuple([each for each in letter.around if each in begun or not each.is_emphasis])
                tidy[at] = letter._replace(around=kept)
    return tidy


def _without(letters: Letters, is_given_up: Callable[[Around], bool]) -> list[Letter]:
    return [
        letter._replace(around=tuple([each for each in letter.around if not is_given_up(each)])) for letter in letters
    ]
