"""Brackets settled: an alternative is chosen, other words are written, or the brackets are lifted."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Anchor, Detached, Place
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.position import Position
from zerodraft.core.negotiation.word_stream import words_span
from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.draft import Draft, Paragraph, source_span
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.position import Stance
from zerodraft.core.text.setting import taken_out
from zerodraft.core.text.splice import Span, Splice, splice
from zerodraft.core.text.words import fold
from zerodraft.errors import NotThere, Refusal, shortened

_MOST_LISTED = 9
# No space stands before these; at them a bracket is often put with one.
_CLOSING = frozenset(",.;:)!?”’")


class Holder(NamedTuple):
    """Who stands where on an alternative. `name` is as it is written in the bracket, or the code of whoever took a
    position on these words. `since` is when that was taken, None where it only stands in the text. `code` is "" for a
    name that nobody bears."""

    name: str
    stance: Stance
    since: datetime | None = None
    code: str = ""


class Option(NamedTuple):
    """An alternative: `number` counts from 1, `span` is the place of its words, which may be none."""

    number: int
    span: Span
    words: str
    holders: tuple[Holder, ...]


class OpenBracket(NamedTuple):
    """Words that are not agreed; `[shall][should]` is one bracket. It goes from the paragraph `first` to `last`, that
    one included, and is the `number`-th, from 1, of those that begin in the first. `depth` is 1 for one that stands in
    no other."""

    span: Span
    first: int
    last: int
    number: int
    depth: int
    options: tuple[Option, ...]

    @property
    def holders(self) -> tuple[Holder, ...]:
        """All who are named, in the order of the alternatives."""
        return tuple(dict.fromkeys(holder for option in self.options for holder in option.holders))

    @property
    def listed(self) -> str:
        """`1: shall (Japan); 2: should (EU)`: what can be chosen."""
        told = [f"{each.number}: {_told(each)}" for each in self.options[:_MOST_LISTED]]
        return "; ".join((*told, "…") if len(self.options) > _MOST_LISTED else told)


class Choice(NamedTuple):
    """What becomes of a bracket: the alternative `number`, or where that is 0 one's own `words`, "" for none at all;
    None for both lifts the brackets from the only wording."""

    number: int = 0
    words: str | None = None


LIFT = Choice()


def open_brackets(
    draft: Draft,
    positions: Iterable[Position] = (),
    places: Mapping[Anchor, Place] | None = None,
    known: Delegations | None = None,
) -> tuple[OpenBracket, ...]:
    """All brackets of a text in the order of their openings, the inner ones too, but for marks of agreement.

    `places` tells where the words of an anchor stand today. A position is on the innermost alternative that holds all
    of its words. `known` are those whose names stand in brackets.
    """
    starts = [paragraph.span.start for paragraph in draft.paragraphs]
    found: list[OpenBracket] = []
    for group in _stacked(draft):
        first, last = (bisect_right(starts, place) - 1 for place in (group[0].span.start, group[-1].span.end - 1))
        number = sum(each.first == first for each in found) + 1
        span = Span(group[0].span.start, group[-1].span.end)
        found.append(
            OpenBracket(span, first, last, number, group[0].depth, tuple(_options(group, known or Delegations())))
        )
    return _with_positions(draft, found, positions, places or {})


def _stacked(draft: Draft) -> Iterator[list[Bracket]]:
    """The brackets, those that are stacked together."""
    groups: dict[int, list[list[Bracket]]] = {}
    order: list[list[Bracket]] = []
    for each in brackets(draft.source, (paragraph.span for paragraph in draft.paragraphs)).found:
        if each.sort is Sort.AGREED:
            continue
        at_depth = groups.setdefault(each.depth, [])
        if each.stacked and at_depth and at_depth[-1][-1].span.end == each.span.start:
            at_depth[-1].append(each)
        else:
            at_depth.append([each])
            order.append(at_depth[-1])
    return iter(order)


def _options(group: Iterable[Bracket], known: Delegations) -> Iterator[Option]:
    alternatives = (each for bracket in group for each in bracket.alternatives)
    for number, each in enumerate(alternatives, start=1):
        named = ((known.resolve(position.name), position) for position in each.positions)
        holders = (Holder(said.name, said.stance, code=who.code if who else "") for who, said in named)
        yield Option(number, each.span, fold(each.text), _once(holders))


def _with_positions(
    draft: Draft, found: Sequence[OpenBracket], positions: Iterable[Position], places: Mapping[Anchor, Place]
) -> tuple[OpenBracket, ...]:
    taken: dict[tuple[int, int], list[Holder]] = {}
    for position in positions:
        place = places.get(position.anchor) if position.anchor and position.anchor.exact else None
        if place is None or isinstance(place, Detached):
            continue
        words = source_span(draft, place.ordinal, place.start, place.end)
        if around := _innermost(found, words):
            code = position.delegation
            said = Holder(code, Stance(position.stand), position.date, code)
            taken.setdefault(around, []).append(said)
    return tuple(
        each._replace(
            options=tuple(
                option._replace(holders=_once((*option.holders, *taken.get((index, option.number), ()))))
                for option in each.options
            )
        )
        for index, each in enumerate(found)
    )


def _once(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Whoever is named in the bracket, and took the same position, is told once: as it is written, with the date."""
    found: dict[tuple[str, Stance], Holder] = {}
    for each in holders:
        key = each.code or each.name, each.stance
        found[key] = found.get(key, each)._replace(since=each.since)
    return tuple(found.values())


def _innermost(found: Sequence[OpenBracket], words: Span) -> tuple[int, int] | None:
    """The bracket, by its place in the row, and the number of its alternative that hold the words."""
    holding = [
        (option.span.length, index, option.number)
        for index, each in enumerate(found)
        for option in each.options
        if option.span.start <= words.start and words.end <= option.span.end
    ]
    return min(holding)[1:] if holding else None


def bracket_in(found: Iterable[OpenBracket], ordinal: int, number: int) -> OpenBracket:
    """The bracket of that number in a paragraph. NotThere where it has none so, with a list of those it has."""
    here = [each for each in found if each.first <= ordinal <= each.last]
    for each in here:
        if each.first == ordinal and each.number == number:
            return each
    told = "; ".join(f"{each.number}: {each.listed}" for each in here[:_MOST_LISTED])
    raise NotThere("bracket in this paragraph with the number", str(number), hint=told or "It has no bracket.")


def resolve(draft: Draft, bracket: OpenBracket, choice: Choice) -> tuple[Splice, ...]:
    """What settles a bracket of the text.

    Laws: no word outside of the bracket changes, and what was balanced stays so. Chosen words stay byte for byte, with
    the brackets among them. Where no words are left the space beside them goes too, and a paragraph that has no others.
    Raises `Refusal`.
    """
    if choice == LIFT:
        return _uncovered(draft, bracket, _only(bracket))
    if choice.number:
        return _uncovered(draft, bracket, _numbered(bracket, choice.number))
    return _worded(draft, bracket, fold(choice.words or ""))


def _numbered(bracket: OpenBracket, number: int) -> Option:
    for each in bracket.options:
        if each.number == number:
            return each
    raise NotThere("alternative", str(number), hint=f"There are: {bracket.listed}")


def _only(bracket: OpenBracket) -> Option:
    if len(bracket.options) != 1:
        raise Refusal(
            f"The bracket holds {len(bracket.options)} alternatives; without it all of them would stand.",
            f"Choose one: {bracket.listed}",
        )
    return bracket.options[0]


def _uncovered(draft: Draft, bracket: OpenBracket, chosen: Option) -> tuple[Splice, ...]:
    """The words of an alternative, without the rest of the bracket."""
    words = _bare(draft.source, chosen.span)
    if not words.length:
        return _worded(draft, bracket, "")
    opening = Span(_start(draft, bracket, words.of(draft.source)), words.start)
    return _checked(draft, bracket, (Splice(opening, ""), Splice(Span(words.end, bracket.span.end), "")))


def _worded(draft: Draft, bracket: OpenBracket, words: str) -> tuple[Splice, ...]:
    """Other words in the place of the bracket."""
    if brackets(words).unbalanced:
        raise Refusal(f"In “{shortened(words)}” a bracket is torn.", "Write both of its signs, or neither.")
    start, end = words_span(draft, bracket.first).start, words_span(draft, bracket.last).end
    if not words and bracket.span == (start, end):
        return (Splice(taken_out(draft, range(bracket.first, bracket.last + 1)), ""),)
    begin, stop = _start(draft, bracket, words), bracket.span.end
    if not words and begin == start:
        stop = end - len(draft.source[stop:end].lstrip())
    return _checked(draft, bracket, (Splice(Span(begin, stop), words),))


def _start(draft: Draft, bracket: OpenBracket, words: str) -> int:
    """Where the bracket begins; with the space before it, where what follows closes up."""
    start = bracket.span.start
    before = draft.source[words_span(draft, bracket.first).start : start]
    closes_up = not words or words[0] in _CLOSING
    return start - (len(before) - len(before.rstrip())) if closes_up else start


def _bare(source: str, span: Span) -> Span:
    words = span.of(source)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _checked(draft: Draft, bracket: OpenBracket, made: tuple[Splice, ...]) -> tuple[Splice, ...]:
    """Refused where the words would be none of their paragraph."""
    old, new = draft.paragraphs, read_draft(splice(draft.source, made)).paragraphs
    first, last = bracket.first, bracket.last
    if first == last and (
        len(new) != len(old)
        or [each.kind for each in new[first : first + 1]] != [old[first].kind]
        or _others(new, first) != _others(old, first)
    ):
        words = " ".join(each.text for each in made).strip()
        raise Refusal(
            f"“{shortened(words)}” would not be read as words of this paragraph.",
            "They may look like a heading, a list or a table; word them otherwise, or edit the paragraph.",
        )
    return made


def _others(paragraphs: Sequence[Paragraph], ordinal: int) -> list[str]:
    return [each.text for each in paragraphs if each.ordinal != ordinal]


def _told(option: Option) -> str:
    names = ", ".join(
        holder.name if holder.stance is Stance.PROPOSE else f"{holder.name} {holder.stance}"
        for holder in option.holders
    )
    return f"{shortened(option.words) or '(no words)'}{f' ({names})' if names else ''}"
