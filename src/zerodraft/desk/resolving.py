"""Brackets of the working text: which there are, whose and since when; and the act that settles one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.comparison.anchor import Anchor, Rewritten, Standing
from zerodraft.core.comparison.quotation import QuoteAmbiguous, QuoteNotFound, anchor_for
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.negotiation.resolving import (
    LIFT,
    Choice,
    Holder,
    OpenBracket,
    bracket_in,
    open_brackets,
    resolve,
)
from zerodraft.core.negotiation.review import latest
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import splice
from zerodraft.core.text.words import fold
from zerodraft.desk.agreeing import require_agreed_words
from zerodraft.desk.crediting import credited
from zerodraft.desk.decoding import digest
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.filing import filed, following
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal, shortened
from zerodraft.formats.decision_file import DECISION
from zerodraft.store.acts import Write
from zerodraft.store.layout import text_path


@dataclass(frozen=True, slots=True)
class Settlement:
    """What settles a bracket of a `paragraph`: the `bracket`-th in it, 0 where it has but one. `by` are the delegations
    that agreed to it, () for the room."""

    paragraph: str
    choice: Choice
    bracket: int = 0
    by: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class BracketRow:
    """A bracket with its place: `cite` is the number of the paragraph in which it begins, `area` the focus area.
    `since` is when it was put there, None for what is not recorded yet."""

    bracket: OpenBracket
    cite: str
    area: int | None
    since: datetime | None


def brackets_of(dossier: Dossier) -> tuple[OpenBracket, ...]:
    """All brackets of the working text, with the positions that were taken on their words."""
    on_words = [each for each in latest(dossier.positions) if each.anchor]
    return open_brackets(dossier.draft, on_words, dossier.places, dossier.delegations)


def bracket_rows(room: Room, dossier: Dossier) -> tuple[BracketRow, ...]:
    """The same with their places, and since when each stands there."""
    found = brackets_of(dossier)
    words = credited(room, dossier, dossier.reading) if found else ()
    rows = []
    for each in found:
        place = _place_in_text(dossier, each)
        stretch = next((some for some in words[each.first].words if some.start <= place < some.end), None)
        area = dossier.draft.area_of(each.first)
        cite = dossier.reading.numbers[each.first].cite
        rows.append(BracketRow(each, cite, area.number if area else None, stretch.origin.date if stretch else None))
    return tuple(rows)


def _place_in_text(dossier: Dossier, bracket: OpenBracket) -> int:
    """Where its first sign is in the text of the paragraph, in which white space is folded."""
    paragraph = dossier.draft.paragraphs[bracket.first]
    before = dossier.draft.source[paragraph.body.start : bracket.span.start].count("[")
    return _nth(paragraph.text, "[", before)


def _nth(text: str, sign: str, count: int) -> int:
    place = text.find(sign)
    for _ in range(count):
        place = text.find(sign, place + 1)
    return place


def settle(room: Room, dossier: Dossier, settlement: Settlement) -> Done:
    """Record that a bracket is settled, with the text that this makes, in one act."""
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} has changes that are not saved.",
            f"`zerodraft save {dossier.slug}` records them first.",
        )
    bracket = _chosen(dossier, settlement)
    source = splice(dossier.draft.source, resolve(dossier.draft, bracket, settlement.choice))
    require_agreed_words(room, dossier, source)
    who = [room.who(each) for each in settlement.by]
    made = Decision(
        id="",
        decided_by=SECRETARIAT_CODE,
        date=following(room.clock(), _dates_in(dossier, bracket)),
        verdict=Verdict.RESOLVE,
        anchor=_anchor(dossier, bracket),
        paragraph=dossier.reading.numbers[bracket.first].cite,
        body="\n\n".join(filter(None, (settlement.why.strip(), _stood(dossier, bracket)))),
        delegations=tuple(dict.fromkeys(each.code for each in who)),
    )
    _, write = filed(DECISION, made, dossier.slug, {each.id for each in dossier.decisions})
    content = source.encode("utf-8", "surrogateescape")
    told = _told(bracket, settlement.choice)
    agreed = ", ".join(room.name(each) for each in who)
    sentence = f"Bracket in paragraph {made.paragraph} resolved{f' by {agreed}' if agreed else ''}: {told}"
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", ", ".join(made.delegations)),
        ("Paragraph", made.paragraph),
        ("Text-SHA256", digest(content)),
    )
    writes = [Write(text_path(dossier.slug), content, dossier.recorded), write]
    commit = room.record((Verdict.RESOLVE.value, sentence), room.person(), trailers, writes)
    return Done(commit, f"{sentence}.", made.paragraph)


def _chosen(dossier: Dossier, settlement: Settlement) -> OpenBracket:
    ordinal = ordinal_of(dossier, settlement.paragraph)
    found = brackets_of(dossier)
    if settlement.bracket:
        return bracket_in(found, ordinal, settlement.bracket)
    here = [each for each in found if each.first <= ordinal <= each.last]
    outermost = [each for each in here if each.depth == 1]
    if len(here) == 1 or (len(outermost) == 1 and settlement.choice.number):
        return (outermost or here)[0]
    cite = dossier.reading.numbers[ordinal].cite
    if not here:
        raise Refusal(f"Paragraph {cite} has no bracket.", f"`zerodraft resolve {dossier.slug}` lists all there are.")
    listed = "; ".join(f"{each.number}: {shortened(fold(each.span.of(dossier.draft.source)))}" for each in here)
    way = f"Say which one: zerodraft resolve {dossier.slug} {cite} {here[0].number} … There are {listed}"
    raise Refusal(f"Paragraph {cite} has {len(here)} brackets.", way)


def _dates_in(dossier: Dossier, bracket: OpenBracket) -> Iterable[datetime]:
    """When something was decided on its paragraph before."""
    for each in dossier.decisions:
        place = dossier.places.get(each.anchor) if each.anchor else None
        if isinstance(place, Standing | Rewritten) and place.ordinal == bracket.first:
            yield each.date


def _anchor(dossier: Dossier, bracket: OpenBracket) -> Anchor:
    """The bracket as it stood, or its paragraph where that doesn't tell it from others."""
    exact = fold(bracket.span.of(dossier.draft.source)) if bracket.first == bracket.last else ""
    draft, text_id = dossier.draft, dossier.reading.text_id
    try:
        return anchor_for(draft, text_id, bracket.first, exact)
    except (QuoteAmbiguous, QuoteNotFound):
        return anchor_for(draft, text_id, bracket.first, "")


def _stood(dossier: Dossier, bracket: OpenBracket) -> str:
    """The positions as they were: they go into the decision."""
    if not bracket.holders:
        return ""
    lines = [
        f"{each.words or '(no words)'}: {_holders(dossier, each.holders)}" for each in bracket.options if each.holders
    ]
    return "\n".join(lines)


def _holders(dossier: Dossier, holders: Sequence[Holder]) -> str:
    named = [(dossier.name_of(each.name), each.stance) for each in holders]
    return ", ".join(name if stance is Stance.PROPOSE else f"{name} {stance}" for name, stance in named)


def _told(bracket: OpenBracket, choice: Choice) -> str:
    if choice == LIFT:
        return "the brackets are lifted"
    if choice.number:
        return f"“{shortened(bracket.options[choice.number - 1].words)}”"
    return f"“{shortened(fold(choice.words))}”" if choice.words else "the words are deleted"
