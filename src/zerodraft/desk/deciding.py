"""Decisions on proposals: what becomes of them, and of the text. One decision is one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE, Delegation, Group
from zerodraft.core.negotiation.partial import in_part
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.putting_in import splices
from zerodraft.core.negotiation.review import Status, latest
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.core.text.splice import splice
from zerodraft.desk.adoptions import require_open
from zerodraft.desk.agreeing import require_agreed_words
from zerodraft.desk.decoding import digest
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.filing import filed, following
from zerodraft.desk.in_brackets import bracketed
from zerodraft.desk.naming import proposal_named
from zerodraft.desk.proposing import BETWEEN_PARAGRAPHS, co_authors, paragraphs_in
from zerodraft.desk.room import Room
from zerodraft.errors import MovedOn, NotThere, Refusal, shortened
from zerodraft.formats.decision_file import DECISION
from zerodraft.store.acts import Write
from zerodraft.store.countries import long_date
from zerodraft.store.layout import text_path

_MOST_TOLD = 9  # changes in a hint
_CHANGES_TEXT = (Verdict.ACCEPT, Verdict.IN_PART, Verdict.AS_EDITED, Verdict.BRACKET)
DEEDS = {
    Verdict.ACCEPT: "accepted",
    Verdict.IN_PART: "accepted in part",
    Verdict.AS_EDITED: "accepted as edited",
    Verdict.BRACKET: "bracketed",
    Verdict.REJECT: "rejected",
    Verdict.WITHDRAW: "withdrawn",
    Verdict.OVERTAKEN: "overtaken",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is decided on `proposals`, by their numbers. `changes` are those accepted of one; `words` the paragraphs as
    the drafter edited them; `instead` the number of the proposal that overtook these."""

    verdict: Verdict
    proposals: tuple[str, ...]
    changes: tuple[int, ...] = ()
    words: str = ""
    why: str = ""
    instead: str = ""


def decide(room: Room, dossier: Dossier, ruling: Ruling) -> Done:
    """Record a decision, with the text that it makes, in one act."""
    chosen = _chosen(dossier, ruling)
    if ruling.verdict is Verdict.IN_PART and _is_all(ruling, chosen):
        ruling = replace(ruling, verdict=Verdict.ACCEPT, changes=())
    source = _settled(room, dossier, ruling, chosen) if ruling.verdict in _CHANGES_TEXT else dossier.draft.source
    require_agreed_words(room, dossier, source)
    instead = proposal_named(dossier, ruling.instead).proposal.id if ruling.instead else ""
    if instead in {each.proposal.id for each in chosen}:
        raise Refusal(f"{dossier.tabled[instead].proposal.number} can't be overtaken by itself.", "Name another one.")
    made = Decision(
        id="",
        decided_by=chosen[0].proposal.delegation if ruling.verdict is Verdict.WITHDRAW else SECRETARIAT_CODE,
        date=following(room.clock(), [each.date for tabled in chosen for each in tabled.standing.decisions]),
        verdict=ruling.verdict,
        proposals=tuple(each.proposal.id for each in chosen),
        changes=ruling.changes,
        body=ruling.why.strip(),
        instead=instead,
    )
    _, write = filed(DECISION, made, dossier.slug, {each.id for each in dossier.decisions})
    return _record(room, dossier, (ruling, chosen), (source, write))


def _is_all(ruling: Ruling, chosen: Sequence[Tabled]) -> bool:
    """Whether with the changes that were accepted before all of a proposal is."""
    known = [{each.number for each in tabled.changes} for tabled in chosen]
    return len(chosen) == 1 and bool(ruling.changes) and known[0] == {*ruling.changes, *chosen[0].standing.changes}


def _chosen(dossier: Dossier, ruling: Ruling) -> list[Tabled]:
    """The proposals, each named once and still open."""
    found = {each.proposal.id: each for each in (proposal_named(dossier, name) for name in ruling.proposals)}
    if not found:
        raise Refusal("It is not said which proposal.", f"`zerodraft proposals {dossier.slug}` lists all of them.")
    for each in found.values():
        if not each.is_open:
            raise _decided(dossier, each)
    if len({each.proposal.delegation for each in found.values()}) > 1 and ruling.verdict is Verdict.WITHDRAW:
        raise Refusal("A delegation withdraws its own proposals.", "Withdraw those of each delegation by themselves.")
    return list(found.values())


def _decided(dossier: Dossier, tabled: Tabled) -> MovedOn:
    last, number = tabled.standing.decisions[-1], tabled.proposal.number
    again = f"`zerodraft undo {dossier.slug} {number}` takes that back; then decide again."
    if tabled.standing.status is Status.BRACKETED and (cite := _cite(dossier, tabled)):
        again = f"`zerodraft resolve {dossier.slug} {cite}` settles the bracket. {again}"
    since = f", and is {tabled.standing.status} since its bracket was settled" if tabled.standing.is_settled else ""
    return MovedOn(f"{number} was {DEEDS[last.verdict]} on {long_date(last.date.date(), 'en')}{since}.", again)


# --- the text that a decision makes ---------------------------------------------------------------


def _settled(room: Room, dossier: Dossier, ruling: Ruling, chosen: Sequence[Tabled]) -> str:
    if dossier.unsaved:
        raise Refusal(
            f"The working text of {dossier.slug} has changes that are not saved.",
            f"`zerodraft save {dossier.slug}` records them first.",
        )
    match ruling.verdict:
        case Verdict.AS_EDITED:
            return _as_edited(dossier, chosen, ruling.words)
        case Verdict.BRACKET:
            return _bracketed(dossier, chosen)
        case Verdict.IN_PART:
            return _in_part(room, dossier, chosen, ruling.changes)
        case _:
            return _accepted(room, dossier, chosen)


def _accepted(room: Room, dossier: Dossier, chosen: Sequence[Tabled]) -> str:
    """One after the other, each computed anew upon the text that the ones before made."""
    current = dossier
    for each in chosen:
        tabled = current.tabled[each.proposal.id]
        _require_place(dossier, tabled)
        if tabled.outcome is not Outcome.ALREADY_IN:
            current = room.archive.reread(current, splice(current.draft.source, splices(current.draft, tabled)))
    return current.draft.source


def _in_part(room: Room, dossier: Dossier, chosen: Sequence[Tabled], changes: tuple[int, ...]) -> str:
    if len(chosen) != 1:
        raise Refusal("One proposal at a time is accepted in part.", "Name one, and its changes: --change 1")
    _require_changes(dossier, chosen[0], changes)
    partial = room.archive.tabled_as(dossier, _with_changes(room, dossier, chosen[0].proposal, changes))
    _require_place(dossier, partial)
    return splice(dossier.draft.source, splices(dossier.draft, partial))


def _require_changes(dossier: Dossier, tabled: Tabled, changes: tuple[int, ...]) -> None:
    """Refused where one of the changes doesn't exist, or was accepted before."""
    number = tabled.proposal.number
    known = {each.number for each in tabled.changes}
    told = "; ".join(f"{each.number}: {_told(each)}" for each in tabled.changes[:_MOST_TOLD])
    hint = f"`zerodraft proposals {dossier.slug} {number}` shows them: {told}"
    if not changes:
        raise Refusal(f"It is not said which changes of {number} are accepted.", hint)
    if missing := sorted({*changes} - known):
        raise NotThere(f"change of {number} called", str(missing[0]), hint=hint)
    if again := sorted({*changes} & {*tabled.standing.changes}):
        raise MovedOn(f"Change {again[0]} of {number} is accepted already.", hint)


def _told(change: Change) -> str:
    return f"“{shortened(change.before)}” → “{shortened(change.after)}”"


def _with_changes(room: Room, dossier: Dossier, proposal: Proposal, changes: tuple[int, ...]) -> Proposal:
    """The proposal with these changes and those that were accepted before."""
    above = dossier.tabled.get(proposal.answers)
    wanted = {*changes, *dossier.tabled[proposal.id].standing.changes}
    read = room.archive.draft(proposal.amendment.text_id)
    return replace(proposal, amendment=in_part(proposal, wanted, read, above.proposal if above else None))


def words_to_settle(dossier: Dossier, numbers: Sequence[str]) -> str:
    """The words of proposals as they would stand, with which an editor begins; refused where they can't be accepted
    with any words."""
    require_open(dossier)
    chosen = _chosen(dossier, Ruling(Verdict.AS_EDITED, tuple(numbers)))
    _require_one_place(dossier, chosen)
    return BETWEEN_PARAGRAPHS.join(chosen[0].wording)


def _as_edited(dossier: Dossier, chosen: Sequence[Tabled], words: str) -> str:
    wording = paragraphs_in(words)
    if not wording:
        raise Refusal("There are no words.", "Say how the paragraph reads: --words, or `reject` the proposal.")
    _require_one_place(dossier, chosen)
    edited = chosen[0]._replace(outcome=Outcome.CLEAN, wording=wording, to=None)
    return splice(dossier.draft.source, splices(dossier.draft, edited))


def _require_one_place(dossier: Dossier, chosen: Sequence[Tabled]) -> None:
    if len({(each.first, each.last) for each in chosen}) > 1:
        raise Refusal("These proposals are about different paragraphs.", "Edit and accept one after the other.")
    _require_found(dossier, chosen[0])


def _bracketed(dossier: Dossier, chosen: Sequence[Tabled]) -> str:
    for each in chosen:
        _require_found(dossier, each)
    return bracketed(dossier, chosen)


def _require_place(dossier: Dossier, tabled: Tabled) -> None:
    """Refused where the words can't be put into the text without a choice of the drafter."""
    _require_found(dossier, tabled)
    if tabled.outcome is Outcome.COLLISION:
        number = tabled.proposal.number
        raise MovedOn(
            f"{number} collides with words that were decided since. {tabled.reason}",
            f"`zerodraft bracket {dossier.slug} {number}` keeps both; or accept it with your own words: --words",
        )


def _require_found(dossier: Dossier, tabled: Tabled) -> None:
    if tabled.outcome is Outcome.DETACHED:
        number = tabled.proposal.number
        raise MovedOn(
            f"{number} has no place in the text any more. {tabled.reason}",
            f"Reject it, or propose it anew on the text of today: zerodraft propose {dossier.slug} 12 --on working",
        )


# --- the record -----------------------------------------------------------------------------------


def _record(room: Room, dossier: Dossier, what: tuple[Ruling, Sequence[Tabled]], made: tuple[str, Write]) -> Done:
    (ruling, chosen), (source, write) = what, made
    writes, trailers = [write], []
    changed = source != dossier.draft.source
    if changed:
        content = source.encode("utf-8")
        writes.insert(0, Write(text_path(dossier.slug), content, dossier.recorded))
        trailers.append(("Text-SHA256", digest(content)))
    numbers = ", ".join(each.proposal.number for each in chosen)
    who = _whose(room, dossier, chosen)
    cites = dict.fromkeys(_cite(dossier, each) for each in chosen)
    part = f" (change {', '.join(map(str, ruling.changes))})" if ruling.changes else ""
    instead = f" by {proposal_named(dossier, ruling.instead).proposal.number}" if ruling.instead else ""
    sentence = f"{numbers} {DEEDS[ruling.verdict]}{part}{instead}"
    head = (
        ("Declaration", dossier.slug),
        ("Delegation", ", ".join(each.code for each in who)),
        ("Proposal", numbers),
        ("Paragraph", ", ".join(filter(None, cites))),
    )
    is_theirs = ruling.verdict in (Verdict.ACCEPT, Verdict.IN_PART, Verdict.AS_EDITED, Verdict.WITHDRAW)
    author = room.author(who[0]) if is_theirs else room.person()
    others = co_authors(room, who[1:]) if is_theirs and changed else ()
    act = ruling.verdict.value
    commit = room.record((act, sentence), author, (*head, *trailers, *others), writes)
    return Done(commit, f"{sentence}.", numbers)


def _cite(dossier: Dossier, tabled: Tabled) -> str:
    """The number of the paragraph today; of an insertion, of the one before it."""
    if tabled.first < 0:
        return tabled.proposal.paragraph
    ordinal = tabled.first - (tabled.first == tabled.last)
    return dossier.reading.numbers[max(0, ordinal)].cite


def _whose(room: Room, dossier: Dossier, chosen: Sequence[Tabled]) -> list[Delegation | Group]:
    """The proposing delegations, then those that support the proposals."""
    codes = dict.fromkeys(code for each in chosen for code in each.proposal.delegations)
    for each in chosen:
        said = latest(dossier.positions_on(each.proposal.id))
        codes |= dict.fromkeys(position.delegation for position in said if position.stand is Stand.SUPPORT)
    return [room.who(code) for code in codes]
