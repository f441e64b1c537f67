"""What a file would bring, as words on a page: in whose name, where, and what is in doubt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.text.words import fold

if TYPE_CHECKING:
    from zerodraft.desk.arriving import Preview
    from zerodraft.desk.dossier import Dossier
    from zerodraft.intake.received import Remarked, Submitted

_MARKS = {Op.KEPT: ("", ""), Op.DELETED: ("[-", "-]"), Op.INSERTED: ("{+", "+}")}
_PLACE = {Kind.INSERT: "after ¶ {}", Kind.MOVE: "¶ {} moved"}


def preview_words(dossier: "Dossier", preview: "Preview") -> str:
    """All of it, a line for each thing and its words; the account at the end."""
    return "\n".join(_lines(dossier, preview))


def _lines(dossier: "Dossier", preview: "Preview") -> Iterator[str]:
    arrived, received = preview.arrived, preview.arrived.received
    yield f"{arrived.name} is {preview.kind}, sent by {dossier.name_of(arrived.sender)}, on {arrived.reading.label}."
    if preview.before:
        yield f"! It was taken in already on {preview.before}."
    if preview.warning:
        yield f"! {preview.warning}"
    for number, proposal in enumerate(received.proposals, start=1):
        yield ""
        yield from _proposal(dossier, preview, number, proposal)
    for comment in received.comments:
        yield ""
        yield from _comment(dossier, comment)
    for unplaced in received.tray:
        yield ""
        yield f"Not placed: {unplaced.reason}"
        yield fold(unplaced.text)
    yield ""
    yield (
        f"{_counted(len(received.proposals), 'proposal')}, {_counted(len(received.comments), 'comment')}, "
        f"{len(received.tray)} not placed; "
        f"{received.total.characters:,} characters in {received.total.changes:,} changes of the file, "
        "each in one of them."
    )
    yield from (notice.sentence for notice in received.notices)
    yield from (f"{each.name}: {each.sentence}" for each in preview.unread)


def _proposal(dossier: "Dossier", preview: "Preview", number: int, proposal: "Submitted") -> Iterator[str]:
    place = _PLACE.get(proposal.amendment.kind, "¶ {}").format(proposal.paragraph)
    who = ", ".join(dossier.name_of(code) for code in (proposal.delegation, *proposal.others))
    answers = "" if proposal.answers is None else f" · on proposal {proposal.answers + 1}"
    unmarked = " · not marked as a change in the file" if proposal.is_untracked else ""
    yield f"{number}  {place} · {who}{answers}{unmarked}"
    amendment = proposal.amendment
    paragraphs = preview.arrived.reading.draft.paragraphs[amendment.first : amendment.last]
    runs = redline("\n".join(each.text for each in paragraphs), "\n".join(amendment.wording))
    yield "".join(f"{_MARKS[op][0]}{text}{_MARKS[op][1]}" for op, text in runs).replace("\n", " ¶ ")
    if proposal.doubt:
        yield f"? In doubt: {proposal.doubt}"


def _comment(dossier: "Dossier", comment: "Remarked") -> Iterator[str]:
    verb = "replies" if comment.is_reply else "comments"
    yield f"¶ {comment.paragraph} · {dossier.name_of(comment.delegation)} {verb}{' · settled' * comment.resolved}"
    if quote := comment.quote or comment.anchor.exact:
        yield f"“{fold(quote)}”"
    yield fold(comment.body)
    if comment.doubt:
        yield f"? In doubt: {comment.doubt}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
