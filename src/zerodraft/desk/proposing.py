"""Proposals: what a delegation wants the text to say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE, Delegation, Group
from zerodraft.core.negotiation.proposal import Amendment, Kind, Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft, belonging
from zerodraft.core.text.label import label_at
from zerodraft.core.text.words import fold
from zerodraft.desk.dossier import Done, Dossier, Reading
from zerodraft.desk.filing import filed
from zerodraft.desk.naming import ordinal_of, proposal_named
from zerodraft.desk.remarks import read_on
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal
from zerodraft.formats.commit_message import Trailer
from zerodraft.formats.proposal_file import PROPOSAL

_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_NUMBER = re.compile(r"([A-Z][A-Z0-9]{1,11})-([1-9][0-9]{0,5})")
_DOES = {
    Kind.REPLACE: "new wording for paragraph {0}",
    Kind.INSERT: "a paragraph after paragraph {0}",
    Kind.DELETE: "to delete paragraph {0}",
    Kind.MOVE: "to move paragraph {0} after {1}",
    Kind.SPLIT: "to divide paragraph {0}",
    Kind.JOIN: "to join paragraphs {0} to {1}",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What delegations propose; the first one's words.

    `paragraph` is its number in the version `on` (as in a comment). `words` are the proposed paragraphs with an empty
    line between, "" deletes. `until` is the last of several paragraphs. With `after`, words or the paragraph itself
    (`is_move`) go after that one. `answers` names the proposal that this one amends: then `paragraph` is "".
    """

    delegations: tuple[str, ...]
    paragraph: str
    words: str = ""
    until: str = ""
    is_insertion: bool = False
    after: str = ""
    on: str = ""
    reason: str = ""
    occasion: str = ""
    answers: str = ""


def propose(room: Room, dossier: Dossier, offer: Offer) -> Done:
    """Record a proposal in the name of its delegations; its number is the act's name."""
    who = [room.who(each) for each in offer.delegations]
    for each in who:
        require_participant(room, dossier, each)
    above = proposal_named(dossier, offer.answers) if offer.answers else None
    reading = read_on(room, dossier, above.proposal.on if above else offer.on)
    amendment = _instead(above, offer.words) if above else amendment_of(dossier, reading, offer)
    cite = above.proposal.paragraph if above else _cite(reading, amendment)
    made = Proposal(
        id="",
        number=next_number(room, dossier, who[0].code),
        delegations=tuple(each.code for each in who),
        date=room.clock(),
        amendment=amendment,
        paragraph=cite,
        on=reading.version.name if reading.version else "",
        reason=offer.reason.strip(),
        occasion=offer.occasion,
        answers=above.proposal.id if above else "",
    )
    named, write = filed(PROPOSAL, made, dossier.slug, dossier.tabled.keys())
    does = f"other words for {above.proposal.number}" if above else what_it_does(named, reading)
    sentence = f"{room.name(who[0])} proposes {does}: {named.number}"
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", named.delegation),
        ("Proposal", named.number),
        ("Paragraph", cite),
        ("Answers", above.proposal.number if above else ""),
        ("Version", named.on),
        *co_authors(room, who[1:]),
    )
    commit = room.record(("propose", sentence), room.author(who[0]), trailers, (write,))
    return Done(commit, f"{sentence}.", named.number)


def _instead(above: Tabled, words: str) -> Amendment:
    """Other words in the place of a proposal's own."""
    before = above.proposal.amendment
    after = Amendment(before.text_id, before.first, before.last, paragraphs_in(words), before.to)
    return _sound(after, is_new=after.wording != before.wording)


def amendment_of(dossier: Dossier, reading: Reading, offer: Offer) -> Amendment:
    """What the offer makes of the text that was read. Raises `Refusal` when it would change nothing."""
    draft = reading.draft
    first = ordinal_of(dossier, offer.paragraph, reading.numbers)
    wording = paragraphs_in(offer.words)
    if offer.is_insertion:
        place = belonging(draft, first)[-1] + 1
        return _sound(Amendment(reading.text_id, place, place, wording))
    last = ordinal_of(dossier, offer.until, reading.numbers) if offer.until else first
    if last < first:
        return _sound(Amendment(reading.text_id, first, last))
    goes_with_its_own = not wording or offer.after
    stop = belonging(draft, last)[-1] + 1 if goes_with_its_own else last + 1
    stands = _words(draft, range(first, stop))
    if offer.after:
        to = belonging(draft, ordinal_of(dossier, offer.after, reading.numbers))[-1] + 1
        return _sound(Amendment(reading.text_id, first, stop, wording or stands, to))
    return _sound(Amendment(reading.text_id, first, stop, wording), is_new=wording != stands)


def _sound(amendment: Amendment, *, is_new: bool = True) -> Amendment:
    problem = amendment.problem or ("" if is_new else "The words are those that stand there already.")
    if problem:
        raise Refusal(f"This is no proposal. {problem}", "Say the words as they should read, or --delete.")
    return amendment


def paragraphs_in(words: str) -> tuple[str, ...]:
    """Proposed words as paragraphs of one line each, without the number that somebody typed before them."""
    return tuple(filter(None, (_bare(each) for each in _BETWEEN_PARAGRAPHS.split(words.strip()))))


def _bare(paragraph: str) -> str:
    folded = fold(paragraph)
    label = label_at(folded, 0, len(folded))
    return folded[label.end :] if label else folded


def _words(draft: Draft, ordinals: Iterable[int]) -> tuple[str, ...]:
    return tuple(draft.paragraphs[ordinal].text for ordinal in ordinals)


def _cite(reading: Reading, amendment: Amendment) -> str:
    """The number of the first paragraph, or of the one after which words are inserted."""
    ordinal = amendment.first - (amendment.kind is Kind.INSERT)
    return reading.numbers[max(0, ordinal)].cite if reading.numbers else ""


def what_it_does(proposal: Proposal, reading: Reading) -> str:
    """“new wording for paragraph 12”, by the numbers of the text that was read."""
    amendment = proposal.amendment
    other = amendment.to if amendment.to is not None else amendment.last
    cite = reading.numbers[other - 1].cite if 0 < other <= len(reading.numbers) else "the beginning"
    return _DOES[amendment.kind].format(proposal.paragraph, cite)


def next_number(room: Room, dossier: Dossier, code: str) -> str:
    """The next number of a delegation, such as AUS-4: beyond all that were ever given, undone ones too."""
    given = [each.number for each in dossier.proposals]
    acts = room.archive.record.acts(dossier.slug)
    given += [value for act in acts for key, value in act.trailers if key == "Proposal"]
    found = [_NUMBER.fullmatch(each) for name in given for each in name.split(", ")]
    return f"{code}-{max((int(each[2]) for each in found if each and each[1] == code), default=0) + 1}"


def co_authors(room: Room, others: Sequence[Delegation | Group]) -> tuple[Trailer, ...]:
    """Those who propose or support with the first one, as git and its friends read them."""
    people = (room.author(each) for each in others)
    return tuple(("Co-authored-by", f"{person.name} <{person.email}>") for person in people)


def require_participant(room: Room, dossier: Dossier, who: Delegation | Group) -> None:
    """Refused in the name of a delegation that takes no part, where the declaration says who does."""
    settings = dossier.settings
    part = {settings.host, *settings.participants} - {""}
    if not settings.participants or who.code == SECRETARIAT_CODE or who.code in part:
        return
    known = dossier.delegations
    members = {*known.members_of(who.code)}
    of_group = {member for code in part for member in known.members_of(code)}
    if who.code in of_group or (isinstance(who, Group) and (not members or members & (part | of_group))):
        return
    raise Refusal(
        f"{room.name(who)} is no participant of {dossier.slug}.",
        f"Add {who.code} to `participants` in declarations/{dossier.slug}/declaration.toml, and save.",
    )
