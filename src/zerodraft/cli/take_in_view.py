"""What a file would bring, before it is recorded: in whose name, where, and what is in doubt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zerodraft.cli import voice
from zerodraft.cli.inking import marked_runs
from zerodraft.cli.typeset import Ink, Line, hung, ink, padded
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.text.visible import visible
from zerodraft.core.text.words import fold
from zerodraft.desk.dossier import Dossier
from zerodraft.intake.received import Remarked, Submitted, Unplaced, Went

if TYPE_CHECKING:
    from zerodraft.desk.arriving import Preview

_INDENT: Line = (Ink("  "),)
_NUMBER = 5
_PLACE = {Kind.INSERT: "after ¶ {}", Kind.MOVE: "¶ {} moved"}
_CALLED = {
    Went.PROPOSAL: "in proposals",
    Went.UNTRACKED: "in proposals, though not marked in the file",
    Went.COMMENT: "in comments",
    Went.TRAY: "not placed",
    Went.NOTICE: "no words of the text",
}


def preview_lines(dossier: Dossier, preview: "Preview", width: int) -> Iterator[Line]:
    """All of it; the account at the end."""
    arrived, received = preview.arrived, preview.arrived.received
    sender = dossier.name_of(arrived.sender)
    yield from hung((), ink(f"{arrived.name} is {preview.kind}, sent by {sender}", voice.BOLD), width)
    yield from hung((), ink(f"On {arrived.reading.label} of {dossier.title}", voice.QUIET), width)
    for each in preview.unknown:
        yield from hung((), ink(f"{each.name} is not known: taken for {sender} here", voice.WARNING), width)
    for told in filter(None, (preview.warning, preview.before and f"It was taken in already on {preview.before}")):
        yield from hung((), ink(told, voice.WARNING), width)
    for number, proposal in enumerate(received.proposals, start=1):
        yield ()
        yield from _proposal(dossier, preview, (number, proposal), width)
    for comment in received.comments:
        yield ()
        yield from _comment(dossier, comment, width)
    for unplaced in received.tray:
        yield ()
        yield from _unplaced(dossier, unplaced, width)
    yield ()
    yield from _account(preview, width)


def _proposal(dossier: Dossier, preview: "Preview", numbered: tuple[int, Submitted], width: int) -> Iterator[Line]:
    number, proposal = numbered
    place = _PLACE.get(proposal.amendment.kind, "¶ {}").format(proposal.paragraph)
    who = ", ".join(dossier.name_of(code) for code in (proposal.delegation, *proposal.others))
    answers = "" if proposal.answers is None else f" · on proposal {proposal.answers + 1}"
    unmarked = " · not marked as a change" if proposal.is_untracked and preview.arrived.received.total.changes else ""
    head = padded(ink(f"{number}", voice.QUIET), _NUMBER)
    yield from hung(head, (*ink(f"{place} · "), *ink(who, voice.BOLD), *ink(f"{answers}{unmarked}")), width)
    amendment = proposal.amendment
    paragraphs = preview.arrived.reading.draft.paragraphs[amendment.first : amendment.last]
    before, after = "\n".join(each.text for each in paragraphs), "\n".join(amendment.wording)
    runs = [run._replace(text=visible(run.text.replace("\n", " ¶ "))) for run in redline(before, after)]
    words = tuple(marked_runs(runs, plain=not voice.pen().colour))
    yield from hung(padded((), _NUMBER), words, width)
    if proposal.doubt:
        yield from hung(padded((), _NUMBER), ink(f"In doubt: {proposal.doubt}", voice.WARNING), width)


def _comment(dossier: Dossier, comment: Remarked, width: int) -> Iterator[Line]:
    verb = "replies" if comment.is_reply else "comments"
    settled = " · settled" if comment.resolved else ""
    quote = comment.quote or comment.anchor.exact
    head = f"¶ {comment.paragraph} · {dossier.name_of(comment.delegation)} {verb}{settled}"
    yield from hung(padded((), _NUMBER), ink(head, voice.BOLD), width)
    if quote:
        yield from hung(padded((), _NUMBER), ink(f"“{fold(quote)}”", voice.QUIET), width)
    yield from hung(padded((), _NUMBER), ink(fold(comment.body)), width)
    if comment.doubt:
        yield from hung(padded((), _NUMBER), ink(f"In doubt: {comment.doubt}", voice.WARNING), width)


def _unplaced(dossier: Dossier, unplaced: Unplaced, width: int) -> Iterator[Line]:
    who = f" · {dossier.name_of(unplaced.delegation)}" if unplaced.delegation else ""
    head = f"Not placed{who}: {unplaced.reason}"
    yield from hung(padded((), _NUMBER), ink(head, voice.WARNING), width)
    yield from hung(padded((), _NUMBER), ink(fold(unplaced.text)), width)


def _account(preview: "Preview", width: int) -> Iterator[Line]:
    received = preview.arrived.received
    total = received.total
    parts = [f"{tally.characters:,} {_CALLED[went]}" for went in Went if (tally := received.tally(went)).characters]
    told = f"{total.characters:,} characters in {total.changes:,} changes of the file: {'; '.join(parts) or 'none'}."
    parts_of = ((len(received.proposals), "proposal"), (len(received.comments), "comment"))
    counted = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in parts_of)
    counts = f"{counted}, {len(received.tray)} not placed."
    yield from hung((), ink(counts, voice.BOLD), width)
    yield from hung((), ink(told), width)
    for notice in received.notices:
        yield from hung(_INDENT, ink(notice.sentence, voice.QUIET), width)
    for unread in preview.unread:
        yield from hung(_INDENT, ink(f"{unread.name}: {unread.sentence} {unread.hint}", voice.WARNING), width)
