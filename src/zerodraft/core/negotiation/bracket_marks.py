"""Brackets written into a text: what is put in, and where. Nothing of the text is taken away."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from zerodraft.core.negotiation.claims import Claim, Plates
from zerodraft.core.negotiation.shelter import is_several_alone, needs_shelter, sheltered
from zerodraft.core.text.splice import Span


class Wording(NamedTuple):
    """Words that are offered in a bracket, and who says what of them."""

    words: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class OpenWords:
    """A bracket around words of a source, or at a place of it.

    `claims` are on the words as they stand, `wordings` are offered in their place. `before` and `after` are white space
    outside of the bracket that comes and goes with it; there are line ends in it where paragraphs are put in. `inner`
    are the brackets among the words as they stand. `standing` is written for these where the source has no sign of it.
    """

    span: Span
    claims: tuple[Claim, ...]
    wordings: tuple[Wording, ...]
    before: str = ""
    after: str = ""
    inner: tuple["OpenWords", ...] = ()
    standing: str = ""

    @property
    def is_paragraph(self) -> bool:
        """Whether it stands between paragraphs, not among the words of one."""
        return "\n" in self.before + self.after


def put_among(words: list[OpenWords], other: OpenWords) -> None:
    """Add a bracket at a place to brackets in the order of the text: inside of that which goes on over the place."""
    start = other.span.start
    before = bisect_left(words, start, key=lambda each: each.span.start) - 1
    if before >= 0 and start < words[before].span.end:
        inner = list(words[before].inner)
        put_among(inner, other)
        words[before] = replace(words[before], inner=tuple(inner))
    else:
        words.insert(bisect_right(words, _as_printed(other), key=_as_printed), other)


def _as_printed(words: OpenWords) -> tuple[int, int]:
    """Of what stands at one place the paragraphs come after the end of the one before, and before the first of all."""
    rank = int(words.is_paragraph)
    return words.span.start, rank if words.before else -rank


class Mark(NamedTuple):
    """`text` put in at a place of the source."""

    place: int
    text: str


def marks(source: str, brackets: Iterable[OpenWords], plates: Plates | None) -> Iterator[Mark]:
    """What is put in, in the order of the text; without plates nobody is named."""
    for each in brackets:
        yield from _marks(source, each, plates)


def with_marks(source: str, span: Span, put_in: Iterable[Mark]) -> str:
    """A stretch of the source with the marks, all of which are in it."""
    parts: list[str] = []
    done = span.start
    for place, text in put_in:
        parts += (source[done:place], text)
        done = place
    return "".join((*parts, source[done : span.end]))


def _marks(source: str, words: OpenWords, plates: Plates | None) -> Iterator[Mark]:
    offered = [_attributed(sheltered(each.words), each.claims, plates) for each in words.wordings]
    if not words.span.length:
        standing = [_attributed(words.standing, words.claims, plates)] if words.standing else []
        inside = " / ".join((*standing, *offered))
        if plates is None and len(words.wordings) == 1 and is_several_alone(inside):
            inside = f"[{inside}]"
        yield Mark(words.span.start, f"{words.before}[{inside}]{words.after}")
        return
    inner = tuple(marks(source, words.inner, plates))
    stands = with_marks(source, words.span, inner)
    is_apart = needs_shelter(stands) or (not offered and plates is None and is_several_alone(stands))
    opening, closing = ("[", "]") if is_apart else ("", "")
    yield Mark(words.span.start, f"[{opening}")
    yield from inner
    yield Mark(words.span.end, " / ".join((_attributed(closing, words.claims, plates), *offered)) + "]")


def _attributed(words: str, claims: tuple[Claim, ...], plates: Plates | None) -> str:
    return f"{words} - {plates.printed(claims)}" if claims and plates else words
