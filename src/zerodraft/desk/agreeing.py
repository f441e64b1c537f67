"""Paragraphs agreed ad referendum: agreeing, reopening, and the lock on their wording."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.comparison.anchor import Rewritten, Standing
from zerodraft.core.comparison.quotation import anchor_for
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.agreed import Agreed
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.text.bracket import Sort, brackets
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.desk.changed_paragraphs import listed
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.filing import filed, following
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal
from zerodraft.export.shown_words import within_marks
from zerodraft.formats.decision_file import DECISION


@dataclass(frozen=True, slots=True)
class Closing:
    """Paragraphs of the working text to be marked as agreed ad referendum, or to be reopened; `by` are the delegations
    that agreed or asked for it, () for the room; `why` is needed for a reopening."""

    paragraphs: tuple[str, ...]
    by: tuple[str, ...] = ()
    why: str = ""


def agree(room: Room, dossier: Dossier, closing: Closing) -> Done:
    """Mark paragraphs as agreed ad referendum: from now on their wording is locked."""
    ordinals = _ordinals(dossier, closing)
    agreed = {each.ordinal for each in dossier.agreed}
    for ordinal in ordinals:
        cite = dossier.reading.numbers[ordinal].cite
        if ordinal in agreed:
            raise Refusal(f"Paragraph {cite} is agreed already.", f"`zerodraft reopen {dossier.slug} {cite}` opens it.")
        _require_no_bracket(dossier, ordinal, cite)
    return _record(room, dossier, closing, (Verdict.AGREE, ordinals))


def reopen(room: Room, dossier: Dossier, closing: Closing) -> Done:
    """Open agreed paragraphs again; the reason stays in the record."""
    if not closing.why.strip():
        raise Refusal("A reopening is recorded with its reason.", 'Say it: --why "Australia asked for it in plenary"')
    ordinals = _ordinals(dossier, closing)
    agreed = {each.ordinal for each in dossier.agreed}
    for ordinal in ordinals:
        if ordinal not in agreed:
            cite = dossier.reading.numbers[ordinal].cite
            raise Refusal(f"Paragraph {cite} is not agreed; there is nothing to reopen.", _progress(dossier))
    return _record(room, dossier, closing, (Verdict.REOPEN, ordinals))


def _progress(dossier: Dossier) -> str:
    return f"`zerodraft progress {dossier.slug}` tells which paragraphs are agreed."


def _ordinals(dossier: Dossier, closing: Closing) -> list[int]:
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} has changes that are not saved.",
            f"`zerodraft save {dossier.slug}` records them first.",
        )
    if not closing.paragraphs:
        raise Refusal("It is not said which paragraphs.", f"zerodraft agree {dossier.slug} 12 13")
    return list(dict.fromkeys(ordinal_of(dossier, each) for each in closing.paragraphs))


def _require_no_bracket(dossier: Dossier, ordinal: int, cite: str) -> None:
    paragraph = dossier.draft.paragraphs[ordinal]
    if paragraph.kind in (Kind.TITLE, Kind.HEADING) and not paragraph.text:
        raise Refusal(f"Paragraph {cite} has no words.", "Name one that has.")
    open_ones = [each for each in brackets(paragraph.text).found if each.sort is Sort.DISPUTED]
    if open_ones:
        raise Refusal(
            f"Paragraph {cite} still has {len(open_ones)} open bracket{'s' if len(open_ones) > 1 else ''}.",
            f"`zerodraft resolve {dossier.slug} {cite}` settles them.",
        )


def _record(room: Room, dossier: Dossier, closing: Closing, what: tuple[Verdict, Sequence[int]]) -> Done:
    verdict, ordinals = what
    who = [room.who(each) for each in closing.by]
    said = ", ".join(room.name(each) for each in who)
    taken = {each.id for each in dossier.decisions}
    writes = []
    for ordinal in ordinals:
        made = Decision(
            id="",
            decided_by=SECRETARIAT_CODE,
            date=following(room.clock(), _dates_on(dossier, ordinal)),
            verdict=verdict,
            anchor=anchor_for(dossier.draft, dossier.reading.text_id, ordinal, ""),
            paragraph=dossier.reading.numbers[ordinal].cite,
            body=closing.why.strip(),
            delegations=tuple(each.code for each in who),
        )
        named, write = filed(DECISION, made, dossier.slug, taken)
        taken.add(named.id)
        writes.append(write)
    cites = tuple(dossier.reading.numbers[ordinal].cite for ordinal in ordinals)
    named_ones = listed(cites)
    deed = "agreed ad referendum" if verdict is Verdict.AGREE else "reopened"
    sentence = f"{named_ones[0].upper()}{named_ones[1:]} {deed}{f' by {said}' if said else ''}"
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", ", ".join(each.code for each in who)),
        ("Paragraph", ", ".join(cites)),
    )
    commit = room.record((verdict.value, sentence), room.person(), trailers, writes)
    return Done(commit, f"{sentence}.", ", ".join(cites))


def _dates_on(dossier: Dossier, ordinal: int) -> list[datetime]:
    """When something was decided on a paragraph before."""
    anchored = [(each.date, dossier.places.get(each.anchor)) for each in dossier.decisions if each.anchor]
    return [date for date, place in anchored if isinstance(place, Standing | Rewritten) and place.ordinal == ordinal]


# --- the lock -------------------------------------------------------------------------------------


def require_agreed_words(room: Room, dossier: Dossier, source: str) -> None:
    """Refuse a text in which agreed wording that stands now would be changed or missing."""
    if any(each.stands for each in dossier.agreed):
        require_agreed_with(room, dossier, source, dossier.decisions)


def require_agreed_with(room: Room, dossier: Dossier, source: str, decisions: Sequence[Decision]) -> None:
    """The same if only these decisions stood. Wording that is broken already is no reason."""
    broken_before = {each.decision.id for each in dossier.agreed if not each.stands}
    draft, agreed = room.archive.agreed_in(dossier, source, decisions)
    broken = [each for each in agreed if not each.stands and each.decision.id not in broken_before]
    if broken:
        cites = " ".join(each.decision.paragraph for each in broken)
        raise Refusal(
            f"{_told(broken)} It would read: {shown(draft, broken[0])}",
            f"zerodraft reopen {dossier.slug} {cites} --why REASON; after it the words can be changed.",
        )


def require_agreed_stand(dossier: Dossier) -> None:
    """Refuse to issue a text in which agreed wording is changed or missing without a reopening."""
    broken = [each for each in dossier.agreed if not each.stands]
    if broken:
        cites = " ".join(each.decision.paragraph for each in broken)
        raise Refusal(
            f"{_told(broken)} It reads now: {shown(dossier.draft, broken[0])}",
            f"Put the words back, or record it: zerodraft reopen {dossier.slug} {cites} --why REASON",
        )


def _told(broken: Sequence[Agreed]) -> str:
    cites = listed(tuple(each.decision.paragraph for each in broken))
    verb = "is" if len(broken) == 1 else "are"
    return f"{cites[0].upper()}{cites[1:]} {verb} agreed ad referendum; the wording is locked."


def shown(draft: Draft, agreed: Agreed) -> str:
    """The redline from the agreed words to those of a text, with plain marks."""
    now = draft.paragraphs[agreed.ordinal].text if agreed.ordinal is not None else ""
    runs = redline(agreed.words, now)
    return "".join(within_marks(run.op, run.text) for run in runs)
