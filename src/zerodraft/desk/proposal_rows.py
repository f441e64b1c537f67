"""Proposals as rows of a table: what is asked for in words, why, and what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.comparison.lineage import trace
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.position import Position
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.review import latest
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import table
from zerodraft.core.text.numbering import number
from zerodraft.core.text.position import Stance
from zerodraft.core.text.visible import visible
from zerodraft.desk.discussing import texts_up_to
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room
from zerodraft.desk.row_places import RowPlaces
from zerodraft.export.comments_sheet import CommentRow, Type
from zerodraft.export.requested import Asked, requested, runs_of
from zerodraft.store.countries import long_date


def tabled_on(room: Room, dossier: Dossier, reading: Reading) -> Sequence[Tabled]:
    """The proposals that were made on a text or an earlier one, with their places in it."""
    if reading.text_id == dossier.reading.text_id:
        return tuple(dossier.tabled.values())
    chain = texts_up_to(room, dossier, reading)
    proposals = [each for each in dossier.proposals if each.amendment.text_id in chain]
    wanted = {each.amendment.text_id for each in proposals} | {each.text_id for each in dossier.versions}
    texts = [each for each in chain if each in wanted or each == reading.text_id]
    lineage = trace(TextVersion(each, room.archive.draft(each)) for each in texts)
    return tuple(table(proposals, dossier.decisions, lineage).values())


def proposal_rows(room: Room, places: RowPlaces, tabled: Iterable[Tabled]) -> Iterator[Sequence[CommentRow]]:
    """One row for each proposal."""
    for each in tabled:
        yield (_row(room, places, each),)


def _row(room: Room, places: RowPlaces, tabled: Tabled) -> CommentRow:
    proposal = tabled.proposal
    ordinal = _ordinal(places, tabled)
    asked = asked_by(room, proposal)
    runs = runs_of(asked)
    return CommentRow(
        number=proposal.number,
        codes=proposal.delegations,
        delegation=places.names(proposal.delegations),
        area=places.area(ordinal),
        paragraph=_paragraph(places, tabled, ordinal),
        type=Type.EDITORIAL if runs and _is_form_only(runs) else Type.TECHNICAL,
        comment=comment_on(places, proposal),
        proposed=requested(asked, places.language),
        observations="\n".join(_observations(places, tabled)),
        ordinal=ordinal,
        runs=runs,
    )


def _ordinal(places: RowPlaces, tabled: Tabled) -> int | None:
    """The first paragraph that it is about; the one before what it puts in."""
    if tabled.first < 0:
        return None
    if tabled.first < tabled.last:
        return tabled.first
    return places.before(tabled.first, tabled.proposal.paragraph)


def _paragraph(places: RowPlaces, tabled: Tabled, ordinal: int | None) -> str:
    if ordinal is None:
        return places.cited_then(tabled.proposal.paragraph, tabled.proposal.on)
    return places.cited(ordinal, max(tabled.last, ordinal + 1))


def _is_form_only(runs: Sequence[Run]) -> bool:
    """Whether capital letters, spaces and signs alone are other ones."""
    old, new = (
        "".join(char for run in runs if run.op is not other for char in run.text.casefold() if char.isalnum())
        for other in (Op.INSERTED, Op.DELETED)
    )
    return old == new


def asked_by(room: Room, proposal: Proposal) -> Asked:
    """A proposal as it was made, whatever became of the text since."""
    amendment = proposal.amendment
    draft = room.archive.draft(amendment.text_id)
    standing = tuple(each.text for each in draft.paragraphs[amendment.first : amendment.last])
    place = ""
    if amendment.to is not None:
        place = number(draft)[max(0, amendment.to - 1)].cite
    return Asked(amendment, standing, place)


def comment_on(places: RowPlaces, proposal: Proposal) -> str:
    """Why it was made, and which proposal it amends."""
    above = places.dossier.tabled.get(proposal.answers)
    amends = places.labels.amends.replace("{}", above.proposal.number) if above else ""
    return "\n".join(filter(None, (amends, visible(proposal.reason))))


def _observations(places: RowPlaces, tabled: Tabled) -> Iterator[str]:
    """What was decided, then where the others stand; each line is told from acts on this proposal alone."""
    for decision in tabled.standing.decisions:
        yield _decided(places, decision)
    yield from stand_lines(places, latest(places.dossier.positions_on(tabled.proposal.id)))


def stand_lines(places: RowPlaces, held: Iterable[Position]) -> Iterator[str]:
    """Where the others stand, a line for each stand: “Support: Fiji; Japan”."""
    by_stance: dict[Stance, list[str]] = {}
    for each in held:
        by_stance.setdefault(Stance(each.stand), []).append(each.delegation)
    for stance in Stance:
        if stance in by_stance:
            yield f"{places.labels.stands[stance]}: {places.names(places.by_name(by_stance[stance]))}"


def _decided(places: RowPlaces, decision: Decision) -> str:
    """“Accepted in part (changes 1, 3), 3 November 2021: as the room agreed”."""
    labels = places.labels
    told = labels.verdicts[decision.verdict]
    if decision.verdict is Verdict.IN_PART:
        phrase = labels.one_change if len(decision.changes) == 1 else labels.some_changes
        told += f" ({phrase.replace('{}', ', '.join(map(str, decision.changes)))})"
    known: Mapping[str, Tabled] = places.dossier.tabled
    if decision.instead in known:
        told += f" {labels.instead.replace('{}', known[decision.instead].proposal.number)}"
    day = long_date(decision.date.date(), places.language)
    return f"{told}, {day}{': ' if decision.body else ''}{visible(decision.body)}"
