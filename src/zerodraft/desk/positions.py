"""Positions: what a delegation says of another one's proposal, of a bracket's alternative, or of a paragraph."""

from dataclasses import dataclass, replace

from zerodraft.core.comparison.quotation import QuoteAmbiguous, anchor_for
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.filing import filed, following
from zerodraft.desk.naming import paragraph_read, proposal_named
from zerodraft.desk.proposing import require_participant
from zerodraft.desk.remarks import read_on
from zerodraft.desk.room import Room
from zerodraft.errors import NotThere, Refusal
from zerodraft.formats.position_file import POSITION


@dataclass(frozen=True, slots=True)
class Opinion:
    """Where a delegation stands: on a `proposal`, by its number, or on a `paragraph` as in a comment, there on the
    words of `quote` or on all of them."""

    delegation: str
    stand: Stand
    proposal: str = ""
    paragraph: str = ""
    quote: str = ""
    on: str = ""
    body: str = ""


def take_position(room: Room, dossier: Dossier, opinion: Opinion) -> Done:
    """Record where a delegation stands."""
    who = room.who(opinion.delegation)
    require_participant(room, dossier, who)
    said = _on_proposal(dossier, opinion) if opinion.proposal else _on_words(room, dossier, opinion)
    made = Position(
        id="",
        delegation=who.code,
        date=room.clock(),
        stand=opinion.stand,
        proposal=said.proposal,
        anchor=said.anchor,
        paragraph=said.paragraph,
        on=said.on,
        body=opinion.body.strip(),
    )
    before = _require_news(room, dossier, made)
    made = replace(made, date=following(made.date, [before.date] if before else ()))
    named, write = filed(POSITION, made, dossier.slug, {each.id for each in dossier.positions})
    number = dossier.tabled[named.proposal].proposal.number if named.proposal else ""
    what = number or f"paragraph {named.paragraph}"
    instead = f", no longer {before.stand}" if before and before.stand is not named.stand else ""
    sentence = f"{room.name(who)}: {named.stand} on {what}{instead}"
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", who.code),
        ("Proposal", number),
        ("Paragraph", named.paragraph),
        ("Position", named.stand.value),
        ("Version", named.on),
    )
    commit = room.record(("position", sentence), room.author(who), trailers, (write,))
    return Done(commit, f"{sentence}.", named.id)


def _on_proposal(dossier: Dossier, opinion: Opinion) -> Position:
    proposal = proposal_named(dossier, opinion.proposal).proposal
    return Position("", "", proposal.date, opinion.stand, proposal.id, None, proposal.paragraph)


def _on_words(room: Room, dossier: Dossier, opinion: Opinion) -> Position:
    reading = read_on(room, dossier, opinion.on)
    ordinal = paragraph_read(room, dossier, opinion.paragraph, reading)
    cite = reading.numbers[ordinal].cite
    try:
        anchor = anchor_for(reading.draft, reading.text_id, ordinal, opinion.quote)
    except QuoteAmbiguous as twice:
        hint = f"They stand there {twice.times} times; quote some more of them."
        raise NotThere(f"single passage in paragraph {cite} that reads", opinion.quote, hint=hint) from None
    except ValueError:
        hint = "Quote the words as they stand there."
        raise NotThere(f"passage in paragraph {cite} that reads", opinion.quote, hint=hint) from None
    on = reading.version.name if reading.version else ""
    return Position("", "", room.clock(), opinion.stand, "", anchor, cite, on)


def _require_news(room: Room, dossier: Dossier, made: Position) -> Position | None:
    """The position that this one takes the place of. A delegation that said the same before says nothing new; one that
    proposed it supports it already."""
    tabled = dossier.tabled.get(made.proposal)
    if tabled and made.delegation in tabled.proposal.delegations and made.stand is not Stand.FLEXIBLE:
        raise _own(room, dossier.slug, tabled.proposal, made)
    same = [
        each
        for each in dossier.positions
        if (each.delegation, each.proposal, each.anchor) == (made.delegation, made.proposal, made.anchor)
    ]
    last = max(same, key=lambda each: (each.date, each.id), default=None)
    if last and last.stand is made.stand and last.body == made.body:
        raise Refusal("That is this delegation's position already.", "`zerodraft proposals` shows who stands where.")
    return last


def _own(room: Room, slug: str, proposal: Proposal, made: Position) -> Refusal:
    who = room.name(room.who(made.delegation))
    if made.stand in (Stand.SUPPORT, Stand.RETAIN):
        return Refusal(f"{who} proposed {proposal.number} itself.", "A position is what another delegation says of it.")
    return Refusal(
        f"{who} proposed {proposal.number} itself; “{made.stand}” would contradict that.",
        f"To take it off the table: zerodraft withdraw {slug} {proposal.number}",
    )
