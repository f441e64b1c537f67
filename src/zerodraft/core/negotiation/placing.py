"""Proposals put into brackets, group by group; each bracket is read back before it counts."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from zerodraft.core.negotiation.bracket_marks import OpenWords, marks, put_among, with_marks
from zerodraft.core.negotiation.bracketing import bracketed
from zerodraft.core.negotiation.claims import Claim
from zerodraft.core.negotiation.compilation_reading import read_stretch
from zerodraft.core.negotiation.compilation_walk import Astray
from zerodraft.core.negotiation.disputed_words import Inseparable
from zerodraft.core.negotiation.inserting import inserted_paragraphs
from zerodraft.core.negotiation.stands import Entry
from zerodraft.core.negotiation.working_text import Printed, WorkingText
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span


class Site(NamedTuple):
    """Where some proposals meet: the paragraphs `first` to `last`, and how their brackets are written there."""

    first: int
    last: int
    printing: Callable[[WorkingText, Sequence[Entry]], tuple[OpenWords, ...]]

    def span(self, text: WorkingText) -> Span:
        """The paragraphs in the source, with those to which a bracket goes on; the whole of a text that has none."""
        paragraphs = text.draft.paragraphs[max(0, self.first) : self.last]
        if not paragraphs:
            return Span(0, len(text.draft.source))
        start, end = paragraphs[0].span.start, paragraphs[-1].span.end
        for each in text.crossed:
            if each.start < end and start < each.end:
                start, end = min(start, each.start), max(end, each.end)
        around = [each.span for each in text.draft.paragraphs if each.span.start < end and start < each.span.end]
        return Span(around[0].start, around[-1].end)


class Found(NamedTuple):
    """Proposals with the brackets in which they stand."""

    entries: tuple[Entry, ...] = ()
    words: tuple[OpenWords, ...] = ()


class Placing:
    """The brackets of a compilation while they are found."""

    def __init__(self, text: WorkingText) -> None:
        self.placed: dict[str, Entry] = {}
        self.words: list[OpenWords] = []
        self.left_out: list[Entry] = []
        self._text = text

    def place(self, entries: Sequence[Entry]) -> None:
        """Print all proposals, those that meet together."""
        put_in = [each for each in entries if each.amendment.first == each.amendment.last]
        for group in _neighbouring(each for each in entries if each.amendment.first < each.amendment.last):
            self._keep(group, self._readable(_passage(group), group))
        moving = [each for each in self.placed.values() if each.amendment.to is not None]
        for place, group in _by_place(put_in, moving):
            self._keep(group, self._readable(Site(place - 1, place + 1, inserted_paragraphs), group))

    def _keep(self, entries: Iterable[Entry], found: Found) -> None:
        self.placed |= {each.id: each for each in found.entries if each.id not in self.placed}
        self.left_out += (each for each in entries if each.id not in self.placed)
        for each in found.words:
            put_among(self.words, each)

    def _readable(self, site: Site, entries: Sequence[Entry]) -> Found:
        """As many of the proposals as can be read back."""
        found = self._printed(site, entries)
        alone: list[Entry] = []
        if found is None:
            alone = [each for each in entries if self._printed(site, [each])]
            found = self._printed(site, alone)
        if found is None:
            found = Found()
            for each in alone:
                found = self._printed(site, (*found.entries, each)) or found
        return found

    def _printed(self, site: Site, entries: Sequence[Entry]) -> Found | None:
        """The proposals in brackets, numbered where names alone would not tell; None where these say another thing."""
        if not entries:
            return Found()
        try:
            words = site.printing(self._text, entries)
            numbered = self._numbered(entries, words)
            if numbered != entries:
                words = site.printing(self._text, numbered)
            read = self._read(site, words)
        except (Inseparable, Astray):
            return None
        told = [each for each in numbered if site.printing is bracketed or each.amendment.to is None]
        expected = Counter(Printed(*each.claim[::2], each.amendment) for each in told)
        return Found(tuple(numbered), words) if read == expected else None

    def _read(self, site: Site, words: Iterable[OpenWords]) -> Counter[Printed]:
        source, span = self._text.draft.source, site.span(self._text)
        printed = with_marks(source, span, marks(source, words, self._text.plates))
        return Counter(read_stretch(self._text, printed, span))

    def _numbered(self, entries: Sequence[Entry], words: Iterable[OpenWords]) -> Sequence[Entry]:
        """A proposal needs its number where it stands in several paragraphs, or where its delegations have another
        that changes words nearby; of paragraphs that are put in, each stands for itself."""
        begins = [each.span.start for each in self._text.draft.paragraphs]
        ordinals: dict[tuple[str, ...], set[int]] = {}
        for each in all_of(words):
            for claim in _made(each):
                ordinals.setdefault(claim.codes, set()).add(bisect_right(begins, each.span.start))
        often = Counter(each.claim.codes for each in entries if each.amendment.first < each.amendment.last)
        needed = {codes for codes, places in ordinals.items() if len(places) > 1 or often[codes] > 1}
        return [replace(each, is_numbered=True) if each.claim.codes in needed else each for each in entries]


def all_of(words: Iterable[OpenWords]) -> Iterator[OpenWords]:
    """All brackets, the inner ones after those around them."""
    for each in words:
        yield each
        yield from all_of(each.inner)


def _made(words: OpenWords) -> Iterator[Claim]:
    """The claims of those who propose something there."""
    yield from (each for each in words.claims if each.stance is Stance.DELETE and not each.is_position)
    yield from (each for some in words.wordings for each in some.claims if each.stance is Stance.PROPOSE)


def _passage(entries: Iterable[Entry]) -> Site:
    amendments = [each.amendment for each in entries]
    return Site(min(each.first for each in amendments), max(each.last for each in amendments), bracketed)


def _neighbouring(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The proposals that share paragraphs, directly or through others, each group in their order."""
    group: list[tuple[int, Entry]] = []
    end = -1
    ordered = sorted(enumerate(entries), key=lambda each: (each[1].amendment.first, each[0]))
    for each in ordered:
        if group and each[1].amendment.first >= end:
            yield _in_order(group)
            group = []
        end = max(end, each[1].amendment.last)
        group.append(each)
    if group:
        yield _in_order(group)


def _in_order(group: Iterable[tuple[int, Entry]]) -> list[Entry]:
    return [entry for _, entry in sorted(group, key=lambda each: each[0])]


def _by_place(entries: Iterable[Entry], moving: Iterable[Entry]) -> list[tuple[int, list[Entry]]]:
    """What is put in or moves to each place before a paragraph, in the order of the text."""
    found: dict[int, list[Entry]] = {}
    for each in moving:
        found.setdefault(each.amendment.to or 0, []).append(each)
    for each in entries:
        found.setdefault(each.amendment.first, []).append(each)
    return sorted(found.items())
