"""Comments that come back in a file of ours: what stands on the record is not recorded again, and what somebody replied
to it there is a reply."""

from dataclasses import replace
from datetime import UTC, datetime

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.text.visible import visible
from zerodraft.core.text.words import fold
from zerodraft.desk.dossier import Dossier
from zerodraft.intake.marked import Notice
from zerodraft.intake.received import Received, Remarked


def without_recorded(dossier: Dossier, received: Received) -> Received:
    """The same but for comments of the record: whose delegation, minute and words are those of one of its comments. A
    comment without a place went out with a line before its words that says what it was about."""
    known = _Known(dossier)
    recorded = {at: found for at, each in enumerate(received.comments) if (found := known.of(each))}
    if not recorded:
        return received
    left = [at for at in range(len(received.comments)) if at not in recorded]
    again = {at: place for place, at in enumerate(left)}
    comments = tuple(_answering(received.comments[at], again, recorded, known) for at in left)
    told = "Comments that stand on the record came back in the file; they are not recorded again."
    return replace(received, comments=comments, notices=(*received.notices, Notice("recorded", told, len(recorded))))


def _answering(remarked: Remarked, again: dict[int, int], recorded: dict[int, Comment], known: "_Known") -> Remarked:
    above = remarked.reply_to
    if above is None:
        return remarked
    if above not in recorded:
        return replace(remarked, reply_to=again[above])
    root = known.roots[recorded[above].id]
    return replace(remarked, reply_to=None, answers=root, resolved=remarked.resolved and root not in known.resolved)


class _Known:
    """The comments of a declaration, by whose they are and when they were made."""

    def __init__(self, dossier: Dossier) -> None:
        self.roots = {each.id: thread.root.id for thread in dossier.threads for each in thread.comments}
        self.resolved = {thread.root.id for thread in dossier.threads if any(each.resolves for each in thread.comments)}
        self._at: dict[tuple[str, datetime], list[Comment]] = {}
        for thread in dossier.threads:
            for each in thread.comments:
                self._at.setdefault((each.delegation, _minute(each.date)), []).append(each)

    def of(self, remarked: Remarked) -> Comment | None:
        if remarked.date is None:
            return None
        words = fold(remarked.body)
        there = self._at.get((remarked.delegation, _minute(remarked.date)), ())
        return next((each for each in there if words.endswith(fold(visible(each.body)))), None)


def _minute(date: datetime) -> datetime:
    """Some programs keep no more of a moment."""
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(second=0, microsecond=0)
