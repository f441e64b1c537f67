"""A compilation text read back: which proposals its brackets tell of, and that the rest is the text."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

from zerodraft.core.negotiation.claims import Claim
from zerodraft.core.negotiation.compilation_walk import Astray, Edit, Move, Walk
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.negotiation.word_stream import PILCROW, words_span
from zerodraft.core.negotiation.working_text import Printed, WorkingText, shortest
from zerodraft.core.text.splice import Span, Splice
from zerodraft.core.text.words import fold
from zerodraft.errors import UnreadableInput

NOT_PLACED = "<!-- not placed -->"
"""Stands between the end of a compilation and the list of what it could not place."""

_SHOWN = 40


def read_compilation(text: WorkingText, printed: str) -> tuple[Printed, ...]:
    """The proposals of a compilation of this text, printed inline with names; what it could not place is no part.

    Raises `UnreadableInput` where it is not this text that stands outside of the brackets.
    """
    printed, _, _ = printed.partition(f"\n{NOT_PLACED}\n")
    try:
        return read_stretch(text, printed, Span(0, len(text.draft.source)))
    except Astray as astray:
        shown = " ".join(printed[astray.place : astray.place + _SHOWN].split())
        raise UnreadableInput(
            f"This is no compilation of the text as it stands: it differs at “{shown}”.",
            "Compile the text again, or read the file in as the answer of a delegation.",
        ) from None


def read_stretch(text: WorkingText, printed: str, span: Span) -> tuple[Printed, ...]:
    """The same for a stretch of the source, from one paragraph's beginning to another's end. Raises `Astray`."""
    return tuple(_told(text, Walk(text, printed, span)))


def _told(text: WorkingText, walk: Walk) -> Iterator[Printed]:
    for claim, at, wording in walk.insertions:
        yield Printed(claim.codes, claim.number, Amendment("", at, at, wording))
    edits: dict[Hashable, list[Edit]] = {}
    moves: dict[Hashable, Move] = {}
    for edit in walk.edits:
        edits.setdefault(_party(edit.claim, walk.ordinal_of(edit.splice.span.start)), []).append(edit)
    for move in walk.moves:
        moves[_party(move.claim, move.last - 1)] = move
    for party in dict.fromkeys((*edits, *moves)):
        yield from _proposal(text, walk, edits.get(party, ()), moves.get(party))


def _party(claim: Claim, ordinal: int) -> Hashable:
    """What tells one proposal from the others: its number, or its delegations at one paragraph."""
    return claim.number or (claim.codes, ordinal)


def _proposal(text: WorkingText, walk: Walk, edits: Sequence[Edit], move: Move | None) -> Iterator[Printed]:
    splices = [each.splice for each in edits]
    firsts = [walk.ordinal_of(each.span.start) for each in splices]
    lasts = [walk.ordinal_of(each.span.end) + 1 for each in splices]
    if move is None:
        first, last = min(firsts), max(lasts)
        found = shortest(text, Amendment("", first, last, _wording(text, first, last, splices)))
    else:
        first, last = min([*firsts, move.first]), max([*lasts, move.last])
        wording = _wording(text, first, last, splices)
        # A bracket may go on over paragraphs beside those that move; there it changes nothing.
        wording = wording[move.first - first : len(wording) - (last - move.last)]
        found = shortest(text, Amendment("", move.first, move.last, wording, move.to))
    claim = move.claim if move else edits[0].claim
    if found:
        yield Printed(claim.codes, claim.number, found)


def _wording(text: WorkingText, first: int, last: int, splices: Iterable[Splice]) -> tuple[str, ...]:
    """The paragraphs as these splices leave them, those that are gone left out."""
    draft = text.draft
    bounds = [words_span(draft, ordinal) for ordinal in range(first, last)]
    wanted = sorted(splices)
    typed = [each.label_span for each in draft.paragraphs[first:last]]
    aside = [Splice(Span(before.end, after.start), f" {PILCROW} ") for before, after in pairwise(bounds)]
    aside += [
        Splice(span, "") for span in typed if any(each.start < span.start and span.end <= each.end for each in bounds)
    ]
    free = [each for each in aside if not any(_overlap(each.span, other.span) for other in wanted)]
    parts: list[str] = []
    done = bounds[0].start
    for span, put_in in sorted(
        (*((each.span, each.text) for each in wanted), *((each.span, each.text) for each in free))
    ):
        parts += (draft.source[done : span.start], put_in)
        done = max(done, span.end)
    whole = "".join((*parts, draft.source[done : bounds[-1].end]))
    return tuple(filter(None, map(fold, whole.split(PILCROW))))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
