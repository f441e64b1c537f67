"""The text as it stands, with what it takes to print proposals in it; and what a proposal does to it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zerodraft.core.negotiation.claims import Plates
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.bracket import brackets, comments
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.numbering import Number, Profile, inserted
from zerodraft.core.text.splice import Span

_BLOCKS = (Kind.TABLE, Kind.OPAQUE)


@dataclass(frozen=True, slots=True)
class WorkingText:
    """`numbers` has one per paragraph; `names` is what each code is called in print, `language` that of the words which
    stand with them in brackets, "en" or "id"."""

    draft: Draft
    numbers: tuple[Number, ...]
    names: Mapping[str, str]
    profile: Profile = Profile.UNFCCC
    language: str = "en"
    plates: Plates = field(init=False, compare=False, repr=False)
    ordinals: Mapping[str, int] = field(init=False, compare=False, repr=False)
    """The paragraph of each number as it is cited."""
    hidden: tuple[Span, ...] = field(init=False, compare=False, repr=False)
    """The comments of the source, in which no bracket is seen."""
    crossed: tuple[Span, ...] = field(init=False, compare=False, repr=False)
    """The brackets of the source that go over the end of a paragraph."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plates", Plates(self.names, self.language))
        object.__setattr__(self, "ordinals", {each.cite: ordinal for ordinal, each in enumerate(self.numbers)})
        object.__setattr__(self, "hidden", tuple(comments(self.draft.source)))
        object.__setattr__(self, "crossed", tuple(_crossed(self.draft)))

    def texts(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(each.text for each in self.draft.paragraphs[first:last])

    def is_block(self, ordinal: int) -> bool:
        """Whether a sign of a bracket would break the paragraph: a table, or what is read line by line."""
        return self.draft.paragraphs[ordinal].kind in _BLOCKS

    def labels(self, before: int) -> Iterator[str]:
        """What is printed before the paragraphs that are put in before this one: `5 bis. `, "" in the preamble."""
        return (f"{label} " if label else "" for label in inserted(self.draft, self.numbers, before, self.profile))

    def cited(self, first: int, last: int) -> str:
        """`7`, or `7–9` for several."""
        cites = [each.cite for each in self.numbers[first:last]]
        return cites[0] if len(cites) == 1 else f"{cites[0]}–{cites[-1]}"


def _crossed(draft: Draft) -> Iterator[Span]:
    ends = [each.span.end for each in draft.paragraphs]
    for each in brackets(draft.source).found:
        if ends[bisect_left(ends, each.span.start + 1) :][:1] < [each.span.end]:
            yield each.span


class Printed(NamedTuple):
    """What a compilation tells of one proposal. `number` is "" where the names alone tell which one it is. The
    amendment is on the working text, in its shortest form."""

    delegations: tuple[str, ...]
    number: str
    amendment: Amendment


def shortest(text: WorkingText, amendment: Amendment) -> Amendment | None:
    """The same amendment without the paragraphs at its ends that it leaves as they stand; None where it changes
    nothing. What moves is moved as a whole."""
    first, last, wording = amendment.first, amendment.last, amendment.wording
    if amendment.to is not None:
        return Amendment("", first, last, wording or text.texts(first, last), amendment.to)
    standing = text.texts(first, last)
    same = _same(standing, wording)
    first, standing, wording = first + same, standing[same:], wording[same:]
    same = _same(standing[::-1], wording[::-1])
    last, wording = last - same, wording[: len(wording) - same]
    return Amendment("", first, last, wording) if first < last or wording else None


def _same(standing: Sequence[str], wording: Sequence[str]) -> int:
    count = 0
    while count < min(len(standing), len(wording)) and standing[count] == wording[count]:
        count += 1
    return count
