"""Brackets: what is not agreed. A bracket holds alternatives, each alternative has positions.

    [extreme - US; G77 delete]
    [changing unsustainable - EU, G77 retain / promoting sustainable - US]
    [shall/should]   [shall][should]   … [Agreed ad ref]

The grammar is that of printed compilation texts (Rio+20, 2 June 2012). Markdown's links, images
and footnotes also stand in square brackets; they are no brackets here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zerodraft.core.text.position import Position, attribution
from zerodraft.core.text.splice import Span


class Sort(StrEnum):
    DISPUTED = "disputed"
    AGREED = "agreed ad referendum"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording inside a bracket: the stretch of its words, the words, and who said what of them."""

    span: Span
    text: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """`span` includes both brackets; `depth` is 1 for one that stands in no other.

    `stacked` says that it follows another at once, as `[should]` in `[shall][should]`: together
    they are alternatives of one dispute.
    """

    span: Span
    depth: int
    sort: Sort
    alternatives: tuple[Alternative, ...]
    stacked: bool


@dataclass(frozen=True, slots=True)
class Brackets:
    """All brackets of a source in the order of their openings, and the places of unbalanced ones."""

    found: tuple[Bracket, ...]
    unbalanced: tuple[int, ...]


_SIGN = re.compile(r"\\.|`+[^`\n]*`+|!\[|\[|\]|\s/\s|/|\s[-–—](?=\s?\S)", re.DOTALL)
_AGREED = re.compile(r"(?:agreed(?:\s+ad\s+ref(?:erendum)?\.?)?|ad\s+ref(?:erendum)?\.?)", re.IGNORECASE)
# The lengths are bounded so that a hundred thousand openings don't each look through the whole text.
_LINK_TARGET = re.compile(
    r"\((?:<[^>\n]{0,2000}>|(?=[^\s()]{0,2000}[./:#@])[^\s()]{1,2000})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,999})\]")
_LONGEST_NAME = 1001
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*\S", re.MULTILINE)
# Paris Agreement drafts nest 7 deep. Below 100 the alternatives are no longer read: each level
# repeats the words of all those inside it, 10 GB for a hostile text of 200 kB.
_DEEPEST = 100


class _Frame:
    """A bracket that is still open: where it began, and the signs met inside at its own depth."""

    __slots__ = ("dashes", "image", "joints", "slashes", "start")

    def __init__(self, start: int, image: bool) -> None:
        self.start = start
        self.image = image
        self.slashes: list[tuple[int, int]] = []
        self.joints: list[tuple[int, int]] = []
        self.dashes: list[tuple[int, int]] = []


def brackets(source: str, spans: Iterable[Span] | None = None) -> Brackets:
    """Read the brackets of a source, or of some stretches of it taken together.

    One bracket may go over several stretches (paragraphs). A bracket that never closes, or closes
    without having been opened, is told in `unbalanced`; those around it still count.
    """
    if "[" not in source and "]" not in source:
        return Brackets((), ())
    references = frozenset(name.casefold() for name in _DEFINITION.findall(source))
    closed: list[tuple[_Frame, int]] = []
    frames: list[_Frame] = []
    stray: list[int] = []
    for span in (Span(0, len(source)),) if spans is None else spans:
        for stretch in _outside_comments(source, span):
            for sign in _SIGN.finditer(source, stretch.start, stretch.end):
                _take(sign, frames, closed, stray)
    kept = sorted(
        ((frame, end) for frame, end in closed if not _is_markdown(source, frame, end, references)),
        key=lambda pair: pair[0].start,
    )
    unbalanced = sorted([*stray, *(frame.start for frame in frames if not frame.image)])
    return Brackets(tuple(_with_depths(source, kept)), tuple(unbalanced))


def comments(source: str) -> Iterator[Span]:
    """The comments of a source, in which no bracket counts."""
    start = 0
    for stretch in _outside_comments(source, Span(0, len(source))):
        if start < stretch.start:
            yield Span(start, stretch.start)
        start = stretch.end


def _outside_comments(source: str, span: Span) -> Iterator[Span]:
    start = span.start
    while (opening := source.find("<!--", start, span.end)) >= 0:
        closing = source.find("-->", opening, span.end)
        if closing < 0:
            break
        yield Span(start, opening)
        start = closing + len("-->")
    yield Span(start, span.end)


def _take(sign: re.Match[str], frames: list[_Frame], closed: list[tuple[_Frame, int]], stray: list[int]) -> None:
    text = sign[0]
    if text in ("[", "!["):
        frames.append(_Frame(sign.end() - 1, image=text == "!["))
    elif text == "]":
        if frames:
            closed.append((frames.pop(), sign.end()))
        else:
            stray.append(sign.start())
    elif frames and text[0] not in "\\`":
        _note(frames[-1], text, sign.span())


def _note(frame: _Frame, text: str, span: tuple[int, int]) -> None:
    if text == "/":
        frame.joints.append(span)
    elif text.strip() == "/":
        frame.slashes.append(span)
    else:
        frame.dashes.append(span)


def _is_markdown(source: str, frame: _Frame, end: int, references: frozenset[str]) -> bool:
    """A link, an image, a footnote mark, a reference or its definition."""
    if frame.image or source.startswith("^", frame.start + 1):
        return True
    if source.startswith("(", end) and _LINK_TARGET.match(source, end):
        return True
    if not references or end - frame.start > _LONGEST_NAME:
        return False
    following = _REFERENCE.match(source, end)
    if following and following[1].casefold() in references:
        return True
    return source[frame.start + 1 : end - 1].casefold() in references


def _with_depths(source: str, kept: Sequence[tuple[_Frame, int]]) -> Iterable[Bracket]:
    open_ends: list[int] = []
    last_end_at: dict[int, int] = {}
    for frame, end in kept:
        while open_ends and open_ends[-1] <= frame.start:
            open_ends.pop()
        open_ends.append(end)
        depth = len(open_ends)
        stacked = last_end_at.get(depth) == frame.start
        last_end_at[depth] = end
        yield _bracket(source, frame, end, (depth, stacked))


def _bracket(source: str, frame: _Frame, end: int, place: tuple[int, bool]) -> Bracket:
    depth, stacked = place
    inside = Span(frame.start + 1, end - 1)
    if depth > _DEEPEST:
        return Bracket(Span(frame.start, end), depth, Sort.DISPUTED, (), stacked)
    if inside.length <= 30 and _AGREED.fullmatch(inside.of(source).strip()):
        return Bracket(Span(frame.start, end), depth, Sort.AGREED, (), stacked)
    joints = frame.slashes or _joints(source, frame, inside)
    starts = [inside.start, *(stop for _, stop in joints)]
    ends = [*(start for start, _ in joints), inside.end]
    alternatives = tuple(
        _alternative(source, Span(start, stop), frame.dashes) for start, stop in zip(starts, ends, strict=True)
    )
    return Bracket(Span(frame.start, end), depth, Sort.DISPUTED, alternatives, stacked)


def _joints(source: str, frame: _Frame, inside: Span) -> list[tuple[int, int]]:
    """`[shall/should]`: strokes without spaces part alternatives only between single words.

    In `[technical and/or financial]` and `[and/or]` the stroke belongs to the words.
    """
    if not frame.joints:
        return []
    text = inside.of(source)
    if any(char.isspace() for char in text) or text.casefold() in ("and/or", "dan/atau"):
        return []
    return frame.joints


def _alternative(source: str, span: Span, dashes: Sequence[tuple[int, int]]) -> Alternative:
    """The words, and after the last dash the names, if they are names."""
    last = bisect_left(dashes, (span.end, span.end)) - 1
    start, stop = dashes[last] if last >= 0 else (-1, -1)
    positions = attribution(source, Span(stop, span.end)) if start >= span.start else ()
    words = Span(span.start, start) if positions else span
    return Alternative(words, words.of(source).strip(), positions)
