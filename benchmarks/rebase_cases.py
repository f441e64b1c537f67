"""Paragraphs that two sides changed, by chance, with the truth: whether they collide, and what the text must be else."""

import random
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from edits import Room
from zerodraft.core.text.words import words

BREAK = "\n"


class Hunk(NamedTuple):
    """Words `start` to `end` of the base become others."""

    start: int
    end: int
    said: tuple[str, ...]


class Case(NamedTuple):
    """`base` is a row of words with a line end where a paragraph ends; hunks rise and don't touch on one side."""

    kind: str
    base: tuple[str, ...]
    ours: tuple[Hunk, ...]
    theirs: tuple[Hunk, ...]

    def collides(self) -> bool:
        """Whether both took the same words, put words in at one place, or beside what the other took out or worded."""
        return any(_meet(one, other) for one in self.ours for other in self.theirs if one != other)

    def merged(self) -> list[str]:
        return applied(self.base, sorted({*self.ours, *self.theirs}))


def _meet(one: Hunk, other: Hunk) -> bool:
    if one.start < other.end and other.start < one.end:
        return True
    return one.start == other.start and one.start == one.end and other.start == other.end


def applied(base: Sequence[str], hunks: Iterable[Hunk]) -> list[str]:
    found: list[str] = []
    done = 0
    for start, end, said in hunks:
        found += (*base[done:start], *said)
        done = end
    return [*found, *base[done:]]


def paragraphs(row: Iterable[str]) -> list[str]:
    """A row of words as paragraphs, marks of punctuation close to the word before them."""
    text = " ".join(row).replace(f" {BREAK} ", BREAK)
    for sign in ".,;":
        text = text.replace(f" {sign}", sign)
    return [" ".join(each.split()) for each in text.split(BREAK)]


# --- cases by chance ------------------------------------------------------------------------------


class Bench:
    """Makes cases; the same seed, the same cases."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._rooms = Room(seed), Room(seed, formulaic=True)
        self._texts = [room.text(20_000) for room in self._rooms]

    def case(self) -> Case:
        while True:
            kind = self._chance.choice(KINDS)
            which = int(self._chance.random() < 0.3)
            base = self._base(which, 3 if kind == "divided or joined" else 1)
            if len(base) >= 12 and (found := self._sides(kind, base, self._rooms[which])):
                return Case(kind, base, *found)

    def _base(self, which: int, count: int) -> tuple[str, ...]:
        text = self._texts[which]
        first = self._chance.randrange(len(text) - count)
        rows = [words(" ".join(word.text for word in each)) for each in text[first : first + count]]
        return tuple(word for row in rows for word in (*row, BREAK))[:-1]

    def _sides(self, kind: str, base: tuple[str, ...], room: Room) -> tuple[tuple[Hunk, ...], tuple[Hunk, ...]] | None:
        ours = self._hunks(base, room, self._chance.choice((1, 1, 2, 3)))
        pick = self._chance.choice(ours) if ours else None
        if pick is None:
            return None
        match kind:
            case "anywhere":
                theirs = self._hunks(base, room, self._chance.choice((1, 1, 2, 3)))
            case "near":
                theirs = self._near(base, room, pick, self._chance.randint(1, 3))
            case "adjacent":
                theirs = self._near(base, room, pick, 0)
            case "identical":
                theirs = (pick,) if self._chance.random() < 0.5 else ours
            case "same place":
                said = tuple(self._words(room, self._chance.randint(1, 4)))
                theirs = _sound(base, [Hunk(pick.start, self._chance.choice((pick.start, pick.end)), said)])
            case "overlapping":
                theirs = self._over(base, room, pick)
            case "edit in what is taken out":
                start, end = self._sentence(base, pick)
                theirs = _sound(base, [Hunk(start, end, ())])
            case "bracket around an edit":
                start, end = max(0, pick.start - 2), min(len(base), pick.end + 2)
                theirs = () if BREAK in base[start:end] else (Hunk(start, start, ("[",)), Hunk(end, end, ("]",)))
            case "sentence rewritten":
                start, end = self._sentence(base, pick)
                theirs = _sound(base, [Hunk(start, end - 1, tuple(self._words(room, end - start)))])
            case _:
                theirs = self._structure(base)
        return (ours, theirs) if theirs and (kind == "identical" or ours != theirs) else None

    def _hunks(self, base: Sequence[str], room: Room, count: int) -> tuple[Hunk, ...]:
        found: list[Hunk] = []
        for _ in range(count):
            start = self._chance.randrange(len(base))
            end = min(len(base), start + self._chance.choice((0, 1, 1, 2, 3, 6)))
            said = tuple(self._words(room, self._chance.choice((0, 1, 1, 2, 3, 6))))
            found.append(Hunk(start, end, said))
        return _sound(base, found)

    def _near(self, base: Sequence[str], room: Room, pick: Hunk, apart: int) -> tuple[Hunk, ...]:
        start = pick.end + apart
        end = min(len(base), start + self._chance.randint(apart == 0, 2))
        return _sound(base, [Hunk(start, end, tuple(self._words(room, self._chance.randint(1, 3))))])

    def _over(self, base: Sequence[str], room: Room, pick: Hunk) -> tuple[Hunk, ...]:
        start = max(0, pick.start - self._chance.randint(0, 2))
        end = min(len(base), max(start + 1, pick.end + self._chance.randint(-1, 2)))
        return _sound(base, [Hunk(start, end, tuple(self._words(room, self._chance.randint(0, 4))))])

    def _structure(self, base: Sequence[str]) -> tuple[Hunk, ...]:
        ends = [place for place, word in enumerate(base) if word == BREAK]
        found = [Hunk(place, place + 1, ()) for place in ends if self._chance.random() < 0.4]
        place = self._chance.randrange(1, len(base))
        if BREAK not in base[place - 1 : place + 1] and base[place] not in ".,;":
            found.append(Hunk(place, place, (BREAK,)))
        return _sound(base, found)

    @staticmethod
    def _sentence(base: Sequence[str], pick: Hunk) -> tuple[int, int]:
        start, end = pick.start, min(len(base), max(pick.end, pick.start + 1))
        while start and base[start - 1] not in (".", BREAK):
            start -= 1
        while end < len(base) and base[end - 1] != "." and base[end] != BREAK:
            end += 1
        return start, end

    def _words(self, room: Room, count: int) -> list[str]:
        return [word for each in room.paragraph()[:count] for word in words(each.text)][:count]


def _sound(base: Sequence[str], hunks: Iterable[Hunk]) -> tuple[Hunk, ...]:
    """The hunks in order, without words that they leave as they are; those that meet another, or of which nobody could
    say where they are, are left out."""
    found: list[Hunk] = []
    for start, end, said in sorted(hunks):
        while start < end and said and base[start] == said[0]:
            start, said = start + 1, said[1:]
        while start < end and said and base[end - 1] == said[-1]:
            end, said = end - 1, said[:-1]
        is_new = (start < end or said) and (not found or found[-1].end < start)
        is_structure = BREAK in base[start:end] and said
        if is_new and end <= len(base) and not is_structure and not _repeats(base, Hunk(start, end, tuple(said))):
            found.append(Hunk(start, end, tuple(said)))
    return tuple(found)


def _repeats(base: Sequence[str], hunk: Hunk) -> bool:
    """Whether it takes out or puts in the word beside it once more, or puts in a word that it takes out."""
    taken, before, after = base[hunk.start : hunk.end], base[max(0, hunk.start - 1) : hunk.start], base[hunk.end :][:1]
    return bool({*taken} & {*hunk.said}) or any(
        tuple(words[:1]) == tuple(after) or tuple(words[-1:]) == tuple(before) for words in (taken, hunk.said) if words
    )


KINDS = (
    *("anywhere",) * 3,
    *("near", "adjacent", "identical", "same place", "overlapping", "edit in what is taken out"),
    *("bracket around an edit", "sentence rewritten", "divided or joined"),
)
