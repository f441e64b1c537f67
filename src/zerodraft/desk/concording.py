"""The concordance of two texts of a declaration, from the record of what was done between them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.comparison.lineage import trace
from zerodraft.core.negotiation.concordance import Contribution, Descent, Entry, descents, entries
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.desk.comparing import reading_named
from zerodraft.desk.credit_books import WORKING
from zerodraft.desk.crediting import provenances
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room, code_in
from zerodraft.desk.stacks import stacks
from zerodraft.errors import NotThere, Refusal
from zerodraft.store.acts import Recorded

# Such a sentence says what was done, in the program's own words; any other one says why.
_DEED = re.compile(
    r"(?:Paragraphs? \S*\d.*|\d+ paragraphs?.*) (?:reworded|moved|split|joined|inserted|deleted)"
    r"|Layout of the text changed"
)


@dataclass(frozen=True, slots=True)
class Concordance:
    """Two texts, and what became of the paragraphs between them, in the order of the new one."""

    old: Reading
    new: Reading
    entries: tuple[Entry, ...]


def concordance(room: Room, dossier: Dossier, old: str = "", new: str = "") -> Concordance:
    """Between two texts by name. Without names from the last issued version to the working text; where that is still
    the same, from the version before it."""
    before, after = _texts(room, dossier, old, new)
    found = _descents(room, dossier, before, after)
    acts = _acts(room, dossier, (before, after), found)
    told = entries(found, (before.numbers, after.numbers), acts, _contributions(room, dossier))
    return Concordance(before, after, told)


def _texts(room: Room, dossier: Dossier, old: str, new: str) -> tuple[Reading, Reading]:
    issued = dossier.versions
    if not issued:
        hint = "A concordance leads from an issued version to a later text."
        raise NotThere("issued version of", dossier.slug, hint=hint)
    if not old and len(issued) > 1 and issued[-1].text_id == dossier.reading.text_id:
        return room.archive.reading(dossier.slug, issued[-2]), room.archive.reading(dossier.slug, issued[-1])
    before, after = reading_named(room, dossier, old or "last"), reading_named(room, dossier, new)
    order = {version.name: place for place, version in enumerate(issued)}
    first, last = (order.get(each.version.name, len(order)) if each.version else len(order) for each in (before, after))
    if first > last:
        names = " ".join(each.version.name for each in (after, before) if each.version)
        later = before.label[0].upper() + before.label[1:]
        raise Refusal(
            f"{later} is later than {after.label}; a concordance leads to the newer text.",
            f"The other way round: zerodraft concordance {dossier.slug} {names}",
        )
    return before, after


def _descents(room: Room, dossier: Dossier, before: Reading, after: Reading) -> tuple[Descent, ...]:
    """By the lineage from which the numbers are derived too; two texts of which it holds one alone are compared."""
    lineage = room.archive.lineage(dossier)
    places = {version.text_id: place for place, version in enumerate(lineage.versions)}
    first, last = (places.get(each.text_id, -1) for each in (before, after))
    if 0 <= first <= last:
        return descents(lineage, first, last)
    alone = trace(TextVersion(each.text_id, each.draft) for each in (before, after))
    return descents(alone, 0, 1)


def _acts(
    room: Room, dossier: Dossier, texts: tuple[Reading, Reading], found: Sequence[Descent]
) -> list[Sequence[str]]:
    """For each paragraph the acts on it that came after the old text, oldest first."""
    old, new = texts
    was, now = provenances(room, dossier, old), provenances(room, dossier, new)
    past = {act for each in was for act in each.acts}
    books = room.archive.credits
    acts: list[Sequence[str]] = []
    for each in found:
        if each.done == (Fate.KEPT,):
            acts.append(())
        elif each.new is not None:
            acts.append([act for act in now[each.new].acts if act not in past])
        else:
            ends = (books.taken_out(dossier.slug, root) for root in was[each.old[0]].roots)
            acts.append([act for act in next(filter(None, ends), ()) if act not in past])
    return acts


# --- what is told of an act -----------------------------------------------------------------------


def _contributions(room: Room, dossier: Dossier) -> Mapping[str, Contribution]:
    """By commit, of the acts that stand: what was taken back contributed nothing."""
    acts = room.archive.record.acts(dossier.slug)
    standing = {act.commit for act in stacks(acts).done}
    told = {
        act.commit: _contribution(dossier, act)
        for act in acts
        if act.commit in standing or "Act" not in dict(act.trailers)
    }
    return told | {WORKING: Contribution((), reason="not saved yet")}


def _contribution(dossier: Dossier, act: Recorded) -> Contribution:
    trailers = dict(act.trailers)
    named = trailers.get("Delegation", "").split(", ")
    others = (code_in(value) for key, value in act.trailers if key == "Co-authored-by")
    proposals = tuple(filter(None, trailers.get("Proposal", "").split(", ")))
    codes = tuple(dict.fromkeys(filter(None, (*named, *others))))
    return Contribution(
        delegations=codes or (SECRETARIAT_CODE if "Act" in trailers else act.author.name,),
        proposals=proposals,
        answers=trailers.get("Answers", ""),
        reason=_why_decided(dossier, act, proposals) if proposals else _why_edited(act),
    )


def _why_edited(act: Recorded) -> str:
    told = act.subject.removeprefix(f"{act.author.name}: ")
    return "" if _DEED.fullmatch(told) else told


def _why_decided(dossier: Dossier, act: Recorded, numbers: Sequence[str]) -> str:
    """Why the room decided so; where that isn't said, why it was proposed."""
    proposals = [each.proposal for number in numbers if (each := dossier.proposal_named(number))]
    ids = {each.id for each in proposals}
    verdict = dict(act.trailers).get("Act", "")
    decided = [
        each
        for each in dossier.decisions
        if each.verdict == verdict and {*each.proposals} == ids and each.date <= act.authored
    ]
    why = max(decided, key=lambda each: each.date).body if decided else ""
    return why or " ".join(dict.fromkeys(each.reason for each in proposals if each.reason))
