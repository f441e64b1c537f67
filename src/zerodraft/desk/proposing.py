"""Proposals: what a delegation wants the text to say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE, Delegation, Group
from zerodraft.core.negotiation.proposal import Amendment, Kind, Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft, belonging
from zerodraft.core.text.label import label_at
from zerodraft.core.text.words import fold
from zerodraft.desk.adoptions import require_open
from zerodraft.desk.dossier import Done, Dossier, Reading
from zerodraft.desk.filing import filed
from zerodraft.desk.naming import paragraph_read, proposal_named
from zerodraft.desk.remarks import read_on
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal
from zerodraft.formats.commit_message import Trailer
from zerodraft.formats.proposal_file import PROPOSAL

BETWEEN_PARAGRAPHS = "\n\n"
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")
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
    who = _proposers(room, dossier, offer)
    above = proposal_named(dossier, offer.answers) if offer.answers else None
    drawn = _other_words(above, offer.words) if above else _drawn(room, dossier, offer)
    made = Proposal(
        id="",
        number=next_number(room, dossier, who[0].code),
        delegations=tuple(each.code for each in who),
        date=room.clock(),
        amendment=drawn.amendment,
        paragraph=drawn.paragraph,
        on=drawn.on,
        reason=offer.reason.strip(),
        occasion=offer.occasion,
        answers=above.proposal.id if above else "",
    )
    named, write = filed(PROPOSAL, made, dossier.slug, dossier.tabled.keys())
    sentence = f"{room.name(who[0])} proposes {drawn.does}: {named.number}"
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", named.delegation),
        ("Proposal", named.number),
        ("Paragraph", named.paragraph),
        ("Answers", above.proposal.number if above else ""),
        ("Version", named.on),
        *co_authors(room, who[1:]),
    )
    commit = room.record(("propose", sentence), room.author(who[0]), trailers, (write,))
    return Done(commit, f"{sentence}.", named.number)


def words_to_amend(room: Room, dossier: Dossier, offer: Offer) -> str:
    """The words that an offer is about, before its own are typed: paragraphs as they were read, an empty line between;
    the wording of the proposal that it answers; for an insertion those of the paragraph after which it goes.

    Refused where the proposal would be, whatever its words.
    """
    require_open(dossier)
    _proposers(room, dossier, offer)
    if offer.answers:
        return BETWEEN_PARAGRAPHS.join(proposal_named(dossier, offer.answers).proposal.amendment.wording)
    reading = read_on(room, dossier, offer.on)
    first = paragraph_read(room, dossier, offer.paragraph, reading)
    last = paragraph_read(room, dossier, offer.until, reading) if offer.until else first
    if offer.after:
        paragraph_read(room, dossier, offer.after, reading)
    return BETWEEN_PARAGRAPHS.join(_words(reading.draft, range(first, last + 1)))


def _proposers(room: Room, dossier: Dossier, offer: Offer) -> list[Delegation | Group]:
    """Those in whose name it is, each once; refused where one of them takes no part."""
    who = list({each.code: each for each in map(room.who, offer.delegations)}.values())
    for each in who:
        require_participant(room, dossier, each)
    return who


class _Drawn(NamedTuple):
    """An amendment, the paragraph as it is cited, the version that was read, and what it does, in words."""

    amendment: Amendment
    paragraph: str
    on: str
    does: str


def _drawn(room: Room, dossier: Dossier, offer: Offer) -> _Drawn:
    reading = read_on(room, dossier, offer.on)
    amendment = amendment_of(room, dossier, reading, offer)
    named = (offer.paragraph, offer.after or offer.until or offer.paragraph)
    cite, other = (reading.numbers[paragraph_read(room, dossier, each, reading)].cite for each in named)
    on = reading.version.name if reading.version else ""
    return _Drawn(amendment, cite, on, _DOES[amendment.kind].format(cite, other))


def _other_words(above: Tabled, words: str) -> _Drawn:
    """On the text on which the proposal was made, whatever was issued since."""
    known = above.proposal
    return _Drawn(_instead(above, words), known.paragraph, known.on, f"other words for {known.number}")


def _instead(above: Tabled, words: str) -> Amendment:
    """Other words in the place of a proposal's own."""
    before = above.proposal.amendment
    after = Amendment(before.text_id, before.first, before.last, paragraphs_in(words), before.to)
    return _sound(after, is_new=after.wording != before.wording)


def amendment_of(room: Room, dossier: Dossier, reading: Reading, offer: Offer) -> Amendment:
    """What the offer makes of the text that was read. Raises `Refusal` when it would change nothing."""
    draft = reading.draft
    first = paragraph_read(room, dossier, offer.paragraph, reading)
    wording = paragraphs_in(offer.words)
    if offer.is_insertion:
        place = belonging(draft, first)[-1] + 1
        return _sound(Amendment(reading.text_id, place, place, wording))
    last = paragraph_read(room, dossier, offer.until, reading) if offer.until else first
    if last < first:
        return _sound(Amendment(reading.text_id, first, last))
    goes_with_its_own = not wording or offer.after
    stop = belonging(draft, last)[-1] + 1 if goes_with_its_own else last + 1
    stands = _words(draft, range(first, stop))
    if offer.after:
        to = belonging(draft, paragraph_read(room, dossier, offer.after, reading))[-1] + 1
        return _sound(Amendment(reading.text_id, first, stop, wording or stands, to))
    return _sound(Amendment(reading.text_id, first, stop, wording), is_new=wording != stands)


def _sound(amendment: Amendment, *, is_new: bool = True) -> Amendment:
    problem = amendment.problem or ("" if is_new else "The words are those that stand there already.")
    if problem:
        raise Refusal(f"This is no proposal. {problem}", "Say the words as they should read, or --delete.")
    return amendment


def paragraphs_in(words: str) -> tuple[str, ...]:
    """Proposed words as paragraphs of one line each, without the number that somebody typed before them."""
    return tuple(filter(None, (_bare(each) for each in _EMPTY_LINES.split(words.strip()))))


def _bare(paragraph: str) -> str:
    folded = fold(paragraph)
    label = label_at(folded, 0, len(folded))
    return folded[label.end :] if label else folded


def _words(draft: Draft, ordinals: Iterable[int]) -> tuple[str, ...]:
    return tuple(draft.paragraphs[ordinal].text for ordinal in ordinals)


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
