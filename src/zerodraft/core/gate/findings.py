"""What stands between a text and the door: one finding each, with its place and the next step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.text.draft import Draft
from zerodraft.core.text.finding import lines_and_columns
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.splice import Span


class Barrier(NamedTuple):
    """One thing as a check finds it. `ordinal` is its paragraph, None for the text as a whole; `span` its place in the
    source. `way` is the next step: a command, or what to write; `{slug}` and `{cite}` in it are filled in."""

    code: str
    sentence: str
    way: str
    ordinal: int | None
    span: Span
    stops: bool = True


def and_more(places: int) -> str:
    """What the last of many findings of one kind says of those that are not told one by one."""
    return f" So at {places} more place{'s' if places > 1 else ''}." if places > 0 else ""


@dataclass(frozen=True, slots=True)
class GateFinding:
    """One thing at the gate. `stops` says that no clean final leaves with it; the others are hints.

    `cite` is the number of the paragraph, "" for the text as a whole; `line` and `column` count from 1 in the text's
    file, 0 where it has no place there. `ordinal` is None where `cite` is "".
    """

    stops: bool
    code: str
    sentence: str
    way: str
    cite: str = ""
    ordinal: int | None = None
    line: int = 0
    column: int = 0


def placed(slug: str, draft: Draft, numbers: Sequence[Number], found: Iterable[Barrier]) -> tuple[GateFinding, ...]:
    """The findings in the order of the text, those without a place first; what stops before a hint at one place."""
    ordered = sorted(found, key=lambda each: (-1 if each.ordinal is None else each.span.start, not each.stops))
    places = lines_and_columns(draft.source, (each.span.start for each in ordered))
    return tuple(
        _finding(slug, each, "" if each.ordinal is None else numbers[each.ordinal].cite, place)
        for each, place in zip(ordered, places, strict=True)
    )


def _finding(slug: str, barrier: Barrier, cite: str, place: tuple[int, int]) -> GateFinding:
    line, column = (0, 0) if barrier.ordinal is None else place
    way = barrier.way.replace("{slug}", slug).replace("{cite}", cite)
    return GateFinding(barrier.stops, barrier.code, barrier.sentence, way, cite, barrier.ordinal, line, column)
