"""What a rule is: its name and words, an example, and where it looks."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.prose import Prose, prose_of


class Hit(NamedTuple):
    """A place where a rule is not kept; `instead` are the words that it asks for, "" where it can't tell."""

    prose: Prose
    start: int
    end: int
    instead: str = ""

    @property
    def found(self) -> str:
        return self.prose.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Page:
    """A text as rules read it: `all` its paragraphs with words, and `running`, those that are neither title nor
    heading."""

    draft: Draft
    all: tuple[Prose, ...]

    @classmethod
    def of(cls, draft: Draft) -> "Page":
        return cls(draft, tuple(prose_of(draft)))

    @property
    def running(self) -> Iterator[Prose]:
        return (each for each in self.all if each.paragraph.kind not in (Kind.TITLE, Kind.HEADING))


Look = Callable[[Page], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `says` is told at each place: {found} are the words there, {instead} those to write. `why` explains it;
    `wrong` and `right` are the same words before and after. `is_english` rules look at English texts alone."""

    name: str
    says: str
    why: str
    wrong: str
    right: str
    look: Look
    is_english: bool = True


Instead = Callable[[re.Match[str]], str]


def pattern(
    regex: str, instead: str | Instead = "", *, flags: int = 0, unless: str = "", headings: bool = False
) -> Look:
    """A rule that looks for words. `instead` is a template as `Match.expand` takes it, or a function; a match is passed
    over where `unless` is found in what surrounds it, 40 characters on each side, with the match between ⟨ and ⟩."""
    compiled, exempt = re.compile(regex, flags), re.compile(unless) if unless else None

    def look(page: Page) -> Iterator[Hit]:
        for prose in page.all if headings else page.running:
            for found in compiled.finditer(prose.text):
                if exempt and exempt.search(_around(found)):
                    continue
                wanted = instead(found) if callable(instead) else found.expand(instead)
                if wanted != found[0]:
                    yield Hit(prose, *found.span(), wanted)

    return look


def _around(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    return f"{text[max(0, start - 40) : start]}⟨{found[0]}⟩{text[end : end + 40]}"


def either(*looks: Look) -> Look:
    """A rule with several patterns."""

    def look(page: Page) -> Iterator[Hit]:
        for each in looks:
            yield from each(page)

    return look


def spelled(pairs: Sequence[tuple[str, str]]) -> Look:
    """Words that are spelled otherwise, whole words in any case; a capital inside of a sentence is part of a name."""
    table = {wrong.casefold(): right for wrong, right in pairs}
    words = "|".join(sorted((re.escape(wrong) for wrong in table), key=len, reverse=True))
    compiled = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def look(page: Page) -> Iterator[Hit]:
        for prose in page.all:
            for found in compiled.finditer(prose.text):
                if not is_in_a_name(found):
                    yield Hit(prose, *found.span(), cased_as(found[0], table[found[0].casefold()]))

    return look


_BEFORE_A_SENTENCE = re.compile(r"(?<![A-Z])[.:;!?]['\"”’)]?\s+\Z")


def is_in_a_name(found: re.Match[str]) -> bool:
    """Whether a word begins with a capital although no sentence begins there."""
    before = found.string[max(0, found.start() - 6) : found.start()]
    return found[0][:1].isupper() and bool(before.strip()) and not _BEFORE_A_SENTENCE.search(before)


def cased_as(model: str, word: str) -> str:
    """A word with a capital where the model has one."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
