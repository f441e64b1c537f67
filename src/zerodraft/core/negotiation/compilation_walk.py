"""A walk through a text and its compilation in step: outside of the brackets that were put in they are the same."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from sys import maxsize
from typing import NamedTuple

from zerodraft.core.negotiation.claims import Claim
from zerodraft.core.negotiation.shelter import bare
from zerodraft.core.negotiation.word_stream import PILCROW, words_span
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.bracket import Alternative, Bracket, Sort, brackets
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span, Splice

_MOVE = re.compile(
    r"(?:move|pindahkan) (?:(?P<first>.+?)(?:–(?P<last>.+?))? )?(?P<side>after|before|setelah|sebelum) (?P<cite>.+)"
)
_AFTER = ("after", "setelah")
_MOVED_HERE = re.compile(r"(.+?)(?:–(.+))? …")
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")
_SPACE = re.compile(r"\s*")

Claims = tuple[Claim, ...]


class Edit(NamedTuple):
    """What a claim makes of some words of the source, or puts in at a place."""

    claim: Claim
    splice: Splice


class Move(NamedTuple):
    """The paragraphs `first` to `last` go before the paragraph `to`."""

    claim: Claim
    first: int
    last: int
    to: int


class Insertion(NamedTuple):
    """Paragraphs put in before the paragraph `at`."""

    claim: Claim
    at: int
    wording: tuple[str, ...]


class Astray(Exception):
    """What is printed at `place` is not the text, and no bracket that was put in."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class Walk:
    """What the brackets in `printed` say of a stretch of the source. Raises `Astray`."""

    def __init__(self, text: WorkingText, printed: str, span: Span) -> None:
        self.edits: list[Edit] = []
        self.moves: list[Move] = []
        self.insertions: list[Insertion] = []
        self._text = text
        self._source = text.draft.source
        self._end = span.end
        self._begins = [each.span.start for each in text.draft.paragraphs]
        self._printed = printed
        self._found = brackets(printed).found
        self._starts = [each.span.start for each in self._found]
        self._own = {each.span.start: each for each in brackets(self._source, (span,)).found}
        self._labelled: dict[int, int] = {}
        if self._stretch(Span(0, len(printed)), span.start) != span.end:
            raise Astray(len(printed))

    def ordinal_of(self, place: int) -> int:
        """The paragraph in which, or after which, a place of the source is."""
        if not self._begins:
            raise Astray(0)
        return max(0, bisect_right(self._begins, place) - 1)

    # --- in step ------------------------------------------------------------------------------

    def _stretch(self, span: Span, at: int) -> int:
        """Read what is printed there; where the text goes on afterwards that goes on at `at`."""
        here = span.start
        while bracket := self._next(here, span.end):
            at, before = self._same(here, bracket.span.start, at)
            if not before and self._is_own(bracket, at):
                here, at = bracket.span.start + 1, at + 1
            else:
                here, at = self._put_in(bracket, at, before)
        at, before = self._same(here, span.end, at)
        if before:
            raise Astray(span.end)
        return at

    def _next(self, start: int, end: int) -> Bracket | None:
        place = bisect_left(self._starts, start)
        return self._found[place] if place < len(self._found) and self._starts[place] < end else None

    def _same(self, start: int, end: int, at: int) -> tuple[int, str]:
        """Where the text goes on after words that are the same there, and white space before a bracket that is not."""
        text = self._printed[start:end]
        if self._source.startswith(text, at, self._end):
            return at + len(text), ""
        words = text.rstrip()
        if not self._source.startswith(words, at, self._end):
            raise Astray(start)
        return at + len(words), text[len(words) :]

    def _is_own(self, bracket: Bracket, at: int) -> bool:
        """Whether the bracket stands in the text."""
        own = self._own.get(at)
        return own is not None and _shape(own) == _shape(bracket)

    # --- brackets that were put in ------------------------------------------------------------

    def _put_in(self, bracket: Bracket, at: int, before: str) -> tuple[int, int]:
        """Where the compilation and the text go on after the bracket."""
        claims = [self._text.plates.read(self._printed, each) for each in bracket.alternatives]
        if not any(claims):
            raise Astray(bracket.span.start)
        if any(each.stance is Stance.PROPOSE for each in claims[0]):
            return self._added(bracket, claims, at, before), at
        is_break = bracket.alternatives[0].text == PILCROW and not self._source.startswith(PILCROW, at)
        span = self._break(at) if is_break else Span(at, self._standing(bracket.alternatives[0], at))
        if before and not is_break:
            raise Astray(bracket.span.start)
        for claim in claims[0]:
            if claim.stance is Stance.DELETE and not claim.is_position:
                self.edits.append(Edit(claim, Splice(span, " ") if is_break else Splice(self._with_space(span), "")))
        for each, its_claims in zip(bracket.alternatives[1:], claims[1:], strict=True):
            for claim in _proposed(its_claims):
                words = bare(each.text)
                self.edits.append(Edit(claim, Splice(span, f" {words} " if is_break else words)))
        return bracket.span.end, at if is_break else span.end

    def _standing(self, alternative: Alternative, at: int) -> int:
        """Where the words of the text end that are this alternative."""
        span = _trimmed(self._printed, alternative.span)
        if alternative.text.startswith("["):
            told = len(self.edits), len(self.moves), len(self.insertions)
            try:
                return self._stretch(Span(span.start + 1, span.end - 1), at)
            except Astray:
                del self.edits[told[0] :], self.moves[told[1] :], self.insertions[told[2] :]
        return self._stretch(span, at)

    def _break(self, at: int) -> Span:
        """What parts the paragraph that ends there from the next one."""
        ordinal = self.ordinal_of(at)
        if ordinal + 1 == len(self._begins):
            raise Astray(len(self._printed))
        return Span(words_span(self._text.draft, ordinal).end, words_span(self._text.draft, ordinal + 1).start)

    def _with_space(self, span: Span) -> Span:
        """The words with the white space before them, which goes with them."""
        least = words_span(self._text.draft, self.ordinal_of(span.start)).start
        before = self._source[least : span.start] if least < span.start else ""
        return Span(span.start - (len(before) - len(before.rstrip())), span.end)

    # --- what is put in at a place ------------------------------------------------------------

    def _added(self, bracket: Bracket, claims: Sequence[Claims], at: int, before: str) -> int:
        """Where the compilation goes on after words, paragraphs or a move."""
        here = bracket.span.end
        after, due = _space_at(self._printed, here), _space_at(self._source, at, self._end)
        is_block = self._is_block(bracket.span)
        wordings = [bare(each.text) for each in bracket.alternatives]
        if is_block:
            after = after.removesuffix(due)
            self._paragraphs(wordings, claims, at)
        else:
            after = "" if due else after
            if not self._moved(wordings, claims, at):
                for words, its_claims in zip(wordings, claims, strict=True):
                    for claim in _proposed(its_claims):
                        self.edits.append(Edit(claim, Splice(Span(at, at), before + words + after)))
        return here + len(after)

    def _is_block(self, span: Span) -> bool:
        """Whether a bracket stands between paragraphs."""
        printed, start = self._printed, span.start
        while start and printed[start - 1].isspace():
            start -= 1
        after = _space_at(printed, span.end)
        ends = span.end + len(after) == len(printed)
        return (not start or "\n" in printed[start : span.start]) and (ends or "\n" in after)

    def _paragraphs(self, wordings: Sequence[str], claims: Sequence[Claims], at: int) -> None:
        ordinal = bisect_left(self._begins, at)
        used = self._labelled.get(ordinal, 0)
        most = 0
        for words, its_claims in zip(wordings, claims, strict=True):
            if self._is_moved_here(words):
                continue
            lines = _BLANK_LINE.split(words)
            most = max(most, len(lines))
            labels = self._text.labels(ordinal)
            given = [label for label, _ in zip(labels, range(used + len(lines)), strict=False)][used:]
            wording = tuple(line.removeprefix(label) for line, label in zip(lines, given, strict=True))
            self.insertions += [Insertion(claim, ordinal, wording) for claim in _proposed(its_claims)]
        self._labelled[ordinal] = used + most

    def _is_moved_here(self, words: str) -> bool:
        found = _MOVED_HERE.fullmatch(words)
        return found is not None and {found[1], found[2] or found[1]} <= self._text.ordinals.keys()

    def _moved(self, wordings: Sequence[str], claims: Sequence[Claims], at: int) -> bool:
        """Whether the bracket at the end of a paragraph says that it moves; then that is noted."""
        ordinal = self.ordinal_of(at)
        found = [self._move(words, ordinal) for words in wordings]
        moves = [each for each in found if each]
        if len(moves) < len(found) or at != words_span(self._text.draft, ordinal).end:
            return False
        for (first, last, to), its_claims in zip(moves, claims, strict=True):
            self.moves += [Move(claim, first, last, to) for claim in _proposed(its_claims)]
        return True

    def _move(self, words: str, ordinal: int) -> tuple[int, int, int] | None:
        found = _MOVE.fullmatch(words)
        if not found:
            return None
        here = self._text.numbers[ordinal].cite
        first = found["first"] or here
        places = [self._text.ordinals.get(each) for each in (first, found["last"] or first, found["cite"])]
        known = [each for each in places if each is not None]
        if len(known) < len(places):
            return None
        return known[0], known[1] + 1, known[2] + (found["side"] in _AFTER)


def _space_at(text: str, place: int, end: int = maxsize) -> str:
    found = _SPACE.match(text, place, end)
    return found[0] if found else ""


def _proposed(claims: Claims) -> Iterator[Claim]:
    return (each for each in claims if each.stance is Stance.PROPOSE)


def _shape(bracket: Bracket) -> tuple[Sort, tuple[tuple[tuple[str, Stance], ...], ...]]:
    """What a bracket says apart from its words."""
    positions = (tuple((each.name, each.stance) for each in some.positions) for some in bracket.alternatives)
    return bracket.sort, tuple(positions)


def _trimmed(source: str, span: Span) -> Span:
    """A stretch without the white space around it."""
    words = span.of(source)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
