"""Drafts and what several drafters make of them, by chance; and the laws that a merge of their texts keeps.

Every word of a draft is another one, so that it is known of each where it came from. To look at many cases by hand:

    python -m tests.core.redrafting 100000
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from random import Random

from zerodraft.core.comparison.merge import Merged, merge
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import fold

NAMES = ("Japan", "EU", "Chile", "Fiji")
CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiou"
_WORD = re.compile(r"[a-z]{6,}")


@dataclass(frozen=True)
class Part:
    """A paragraph as a drafter sees it: its sort ("#" heading, "1" numbered, "a" sub-paragraph, "-" bullet, "" plain,
    "|" table) and its words."""

    sort: str
    words: tuple[str, ...]


Text = tuple[Part, ...]


@dataclass
class Pen:
    """Writes words that nobody wrote before, and edits."""

    chance: Random
    _written: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self) -> str:
        number, letters = next(self._written) * 7919 % 274625, []
        for _ in range(3):
            number, consonant = divmod(number, len(CONSONANTS))
            number, vowel = divmod(number, len(VOWELS))
            letters += [CONSONANTS[consonant], VOWELS[vowel]]
        return "".join(letters)

    def words(self, most: int) -> tuple[str, ...]:
        return tuple(self.word() for _ in range(self.chance.randint(1, most)))

    def part(self, sorts: str = "1111aaa--__|") -> Part:
        sort = self.chance.choice(sorts).replace("_", "")
        if sort == "|":
            return Part(sort, tuple(self.word() for _ in range(3 * self.chance.randint(2, 4))))
        words = [*self.words(25), self.word(), self.word(), self.word()]
        for _ in range(self.chance.randint(0, 2)):
            place = self.chance.randrange(1, len(words) - 1)
            words[place] += self.chance.choice([".", ",", ";", " the", " of the"])
        return Part(sort, tuple(" ".join(words).split()))

    def text(self, parts: int) -> Text:
        sections = [Part("#", (self.word(), self.word()))]
        for _ in range(parts):
            if self.chance.random() < 0.12:
                sections.append(Part("#", (self.word(), self.word())))
            sections.append(self.part())
        return tuple(sections)

    # --- edits ---------------------------------------------------------------------------------

    def edited(self, text: Text, edits: int) -> Text:
        for _ in range(edits):
            text = self.edit(text)
        return text

    def edit(self, text: Text) -> Text:
        """One edit, never of the first paragraph."""
        if len(text) < 3:
            return (*text, self.part())
        place = self.chance.randrange(1, len(text))
        part = text[place]
        match self.chance.choice("rrrrrriiiddbbpppsfle" + "IDMSJX"):
            case "I":
                return (*text[:place], self.part(), *text[place:])
            case "D":
                return (*text[:place], *text[place + 1 :])
            case "M":
                left = (*text[:place], *text[place + 1 :])
                to = self.chance.randrange(1, len(left) + 1)
                return (*left[:to], part, *left[to:])
            case "S" if len(part.words) > 11 and part.sort not in ("#", "|"):
                cut = self.chance.randrange(5, len(part.words) - 5)
                pieces = Part(part.sort, part.words[:cut]), Part(part.sort, part.words[cut:])
                return (*text[:place], *pieces, *text[place + 1 :])
            case "J" if place + 1 < len(text) and not {part.sort, text[place + 1].sort} & {"#", "|"}:
                joined = Part(part.sort, part.words + text[place + 1].words)
                return (*text[:place], joined, *text[place + 2 :])
            case "X" if place + 1 < len(text) and not {part.sort, text[place + 1].sort} & {"#", "|"}:
                after = text[place + 1]
                first = Part(part.sort, ("[" + part.words[0], *part.words[1:]))
                last = Part(after.sort, (*after.words[:-1], after.words[-1] + "]"))
                return (*text[:place], first, last, *text[place + 2 :])
            case deed:
                reworded = self.table(part.words) if part.sort == "|" else self.reworded(part.words, deed)
                return (*text[:place], replace(part, words=reworded), *text[place + 1 :])

    def table(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A cell reworded, a row put in or taken out."""
        row = self.chance.randrange(3, len(words) + 1, 3)
        match self.chance.choice("rrid"):
            case "i":
                return (*words[:row], self.word(), self.word(), self.word(), *words[row:])
            case "d" if len(words) > 6:
                return (*words[: row - 3], *words[row:])
            case _:
                return (*words[: row - 1], self.word(), *words[row:])

    def reworded(self, words: tuple[str, ...], deed: str) -> tuple[str, ...]:
        start = self.chance.randrange(len(words) + (deed == "i"))
        end = min(len(words), start + self.chance.choice((1, 1, 1, 2, 3, 6)))
        old = words[start:end]
        if deed == "i":
            return (*words[:start], *self.words(4), *words[start:])
        if not _is_balanced(old):
            return self.with_position(words)
        match deed:
            case "d" if end - start < len(words):
                new = ""
            case "b":
                new = f"[{' '.join(old)}]"
            case "p":
                new = f"[{' '.join(old)} - {self.chance.choice(NAMES)}]"
            case "s":
                new = f"[{' '.join(old)} / {' '.join(self.words(2))}]"
            case "f":
                new = f"{' '.join(old)}[^{self.chance.randint(1, 9)}]"
            case "l":
                new = f"[{' '.join(old)}](http://e.org/{self.word()})"
            case "e":
                new = f"**{' '.join(old)}**"
            case _:
                new = " ".join(self.words(4))
        return (*words[:start], *new.split(), *words[end:])

    def with_position(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Somebody else takes a position in a bracket that names one."""
        for place, word in enumerate(words):
            if word.rstrip("].,;") in NAMES and word.endswith("]"):
                name = self.chance.choice(NAMES)
                return (*words[:place], f"{word[:-1]}, {name}]", *words[place + 1 :])
        return words


def _is_balanced(words: tuple[str, ...]) -> bool:
    return not brackets(" ".join(words)).unbalanced


def printed(text: Text, *, numbered: bool = True, width: int = 0) -> str:
    """The text as a file, with numbers typed or not, in lines of about so many characters or one a paragraph."""
    lines: list[str] = []
    number = letter = 0
    for part in text:
        number += part.sort == "1"
        letter = letter + 1 if part.sort == "a" else 0
        label = {"#": "## ", "1": f"{number}. ", "a": f"({chr(96 + letter)}) ", "-": "- "}.get(part.sort, "")
        if not numbered and part.sort == "1":
            label = ""
        if part.sort == "|":
            rows = [part.words[place : place + 3] for place in range(0, len(part.words), 3)]
            lines.append("\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ("---",) * 3, *rows[1:])))
            continue
        words = _wrapped(part.words, width) if part.sort != "#" else " ".join(part.words)
        lines.append(label + words)
    return "\n\n".join(lines) + "\n"


def _wrapped(words: tuple[str, ...], width: int) -> str:
    lines, here = [], ""
    for word in words:
        if width and here and len(here) + len(word) > width:
            lines.append(here)
            here = ""
        here = f"{here} {word}" if here else word
    return "\n".join([*lines, here])


# --- laws -----------------------------------------------------------------------------------------


def told(source: str) -> Counter[str]:
    """The words that are no stop words, by how often they stand there."""
    return Counter(_WORD.findall(source))


def unbalanced(draft: Draft) -> tuple[int, ...]:
    return brackets(draft.source, [each.span for each in draft.paragraphs]).unbalanced


def broken(base: str, ours: str, theirs: str) -> Iterator[str]:
    """The laws that the merge of three texts does not keep."""
    drafts = read_draft(base), read_draft(ours), read_draft(theirs)
    merged = merge(*drafts)
    before, mine, other, found = told(base), told(ours), told(theirs), told(merged.source)
    if lost := [word for word in mine if word in other and word not in found]:
        yield f"a word is lost that both sides keep: {lost}"
    if lost := [word for word in (mine | other) if word not in before and word not in found]:
        yield f"a word is lost that one side put in: {lost}"
    if strange := [word for word in found if word not in mine and word not in other]:
        yield f"a word comes from neither side: {strange}"
    if not any(map(unbalanced, drafts)):
        yield from _badly_read(merged, merge(*drafts, names=("Japan", "EU")))
    yield from _broken_by_exchange(merged, merge(drafts[0], drafts[2], drafts[1]))
    yield from _broken_far_away(base, ours)
    yield from _broken_far_away(base, theirs)


def _badly_read(merged: Merged, attributed: Merged) -> Iterator[str]:
    """Brackets that don't read as they were meant, where those of all three texts are in order."""
    for each in (merged, attributed):
        if unbalanced(read_draft(each.source)):
            yield "a bracket is not balanced"
    found = {each.span: each for each in brackets(merged.source).found}
    if astray := [each for each in merged.brackets if each.span not in found]:
        yield f"a dispute is no bracket: {astray}"
    found = {each.span: each for each in brackets(attributed.source).found}
    for dispute in attributed.brackets:
        if "|" in dispute.ours + dispute.theirs or _bare(dispute.ours) == _bare(dispute.theirs):
            continue
        wanted = [["Japan"], ["EU"]] if dispute.ours and dispute.theirs else [["Japan", "EU"]]
        read = [sorted(each.name for each in other.positions) for other in found[dispute.span].alternatives]
        if read != [sorted(each) for each in wanted]:
            yield f"the names in a bracket read as {read}: {dispute}"


def _bare(wording: str) -> str:
    return fold(wording.replace("[", " ").replace("]", " "))


def _broken_by_exchange(merged: Merged, exchanged: Merged) -> Iterator[str]:
    if told(merged.source) != told(exchanged.source):
        yield "exchanging the sides changes words"
    wordings = Counter((fold(each.ours), fold(each.theirs)) for each in merged.brackets)
    if wordings != Counter((fold(each.theirs), fold(each.ours)) for each in exchanged.brackets):
        yield "exchanging the sides changes disputes"


def _broken_far_away(base: str, edited: str) -> Iterator[str]:
    """A word of the first paragraph, which no other edit touches, is all that the other side changed."""
    drafts = read_draft(base), read_draft(_marked(base)), read_draft(edited)
    if merge(*drafts).source != _marked(edited):
        yield "theirs is not as it was, byte for byte"
    if merge(drafts[0], drafts[2], drafts[1]).source != _marked(edited):
        yield "ours is not as it was, byte for byte"


def _marked(source: str) -> str:
    return _WORD.sub("marked", source, count=1)


def twice(base: str, ours: str, theirs: str) -> list[str]:
    """Words that stand twice outside of disputes: those of paragraphs that were so changed that no alignment pairs
    them any more, and count as taken out and put in anew. No law: a drafter sees both."""
    merged = merge(read_draft(base), read_draft(ours), read_draft(theirs))
    kept, done = [], 0
    for each in merged.brackets:
        kept.append(merged.source[done : each.span.start])
        done = each.span.end
    agreed = told(" ".join([*kept, merged.source[done:]]))
    return [word for word in agreed if agreed[word] > 1]


def trial(chance: Random) -> tuple[str, str, str]:
    """Three texts: one, and what two drafters made of it."""
    pen = Pen(chance)
    base = pen.text(chance.randint(1, 8))
    ours = pen.edited(base, chance.randint(0, 5))
    theirs = pen.edited(base, chance.randint(0, 5))
    numbered, width = chance.random() < 0.7, chance.choice((0, 0, 40))
    return (
        printed(base, numbered=numbered, width=width),
        printed(ours, numbered=numbered, width=width),
        printed(theirs, numbered=numbered, width=width),
    )


def main(cases: int, first: int = 0) -> None:
    """Print the laws that are broken, with the seed of each case, and what was seen in all."""
    seen: Counter[str] = Counter()
    for seed in range(first, first + cases):
        texts = trial(Random(seed))
        for law in broken(*texts):
            sys.stdout.write(f"{seed}: {law}\n")
            seen["laws broken"] += 1
        found = merge(*map(read_draft, texts)).brackets
        seen["brackets"] += len(found)
        seen["with brackets"] += bool(found)
        seen["with a word twice"] += bool(twice(*texts))
    sys.stdout.write(f"{cases} cases, {', '.join(f'{count} {name}' for name, count in seen.items())}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
