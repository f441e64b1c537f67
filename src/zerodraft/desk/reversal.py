"""What undoing or redoing an act writes, also when others were recorded after it.

Files that nobody touched since go back to what they were. A text that was changed since keeps those changes: the act's
own are taken out of it by a three-way merge. Where both are about the same words, nothing is guessed: the act that
stands in the way is named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zerodraft.core.comparison.merge import merge
from zerodraft.core.text.draft import Draft
from zerodraft.desk.agreeing import require_agreed_with
from zerodraft.desk.room import Room
from zerodraft.desk.shelf import Filed
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.comment_file import COMMENT
from zerodraft.formats.proposal_file import PROPOSAL
from zerodraft.formats.record import id_in
from zerodraft.store.acts import Recorded, Write
from zerodraft.store.layout import COMMENTS, PROPOSALS, TEXT


@dataclass(frozen=True, slots=True)
class Turn:
    """An act to be taken back, or done again (`back` False), and the acts recorded after it, newest first."""

    act: Recorded
    back: bool
    later: tuple[Recorded, ...] = ()

    @property
    def slug(self) -> str:
        return dict(self.act.trailers).get("Declaration", "")


def writes_of(room: Room, turn: Turn, more_paths: Iterable[str] = ()) -> tuple[Write, ...]:
    """Each file of the act from how it is now to how it is without the act, or with it. Raises `MovedOn` with the act
    that stands in the way."""
    writes = tuple(_write(room, turn, path) for path in (*turn.act.paths, *more_paths))
    if turn.slug and turn.slug in room.workspace.slugs():
        _check_references(room, turn, writes)
        _check_agreed(room, turn, writes)
    return writes


def _write(room: Room, turn: Turn, path: str) -> Write:
    workspace, act = room.workspace, turn.act
    before = act.parents[0] if act.parents else None
    old = room.archive.blob_id(path, before) if before else None
    new = room.archive.blob_id(path, act.commit)
    seen, wanted = (new, old) if turn.back else (old, new)
    now = workspace.blob_id(path)
    if now == seen:
        return Write(path, workspace.blob(wanted) if wanted else None, seen)
    # A version that is issued again has the words of which its tag tells the digest.
    may_merge = turn.back or dict(act.trailers).get("Act") not in ("issue", "adopt")
    if path.endswith(f"/{TEXT}") and may_merge and seen and wanted and now:
        return Write(path, _without(room, turn, path, (seen, now, wanted)).encode("utf-8"), now)
    raise _in_the_way(turn, path, _last_on(path, turn.later))


def _without(room: Room, turn: Turn, path: str, texts: tuple[str, str, str]) -> str:
    """The text of today with the step from the first to the last text done in it. The second is today's."""
    seen, now, wanted = map(room.archive.draft, texts)
    merged = merge(seen, now, wanted)
    if merged.brackets:
        raise _in_the_way(turn, path, _culprit(room, turn, path, (seen, wanted)))
    return merged.source


def _culprit(room: Room, turn: Turn, path: str, texts: tuple[Draft, Draft]) -> Recorded | None:
    """The first act after this one upon which the merge fails."""
    seen, wanted = texts
    for later in reversed(turn.later):
        blob = room.archive.blob_id(path, later.commit) if path in later.paths else None
        if blob and merge(seen, room.archive.draft(blob), wanted).brackets:
            return later
    return None


def _last_on(path: str, later: Sequence[Recorded]) -> Recorded | None:
    return next((act for act in later if path in act.paths), None)


def _in_the_way(turn: Turn, path: str, culprit: Recorded | None) -> MovedOn:
    verb = "taken back" if turn.back else "done again"
    if culprit is None or "Act" not in dict(culprit.trailers):
        return MovedOn(
            f"{path} was changed after “{turn.act.subject}”, not by an act that can be taken back.",
            "`zerodraft log` tells by whom; edit the text by hand.",
        )
    return MovedOn(
        f"“{turn.act.subject}” can't be {verb}: “{culprit.subject}” came after it and is about the same words.",
        f"Take that back first: zerodraft undo {turn.slug} {culprit.commit[:8]}",
    )


# --- what others said of what would go ------------------------------------------------------------


def _check_references(room: Room, turn: Turn, writes: Sequence[Write]) -> None:
    gone = [write.path for write in writes if write.content is None]
    ids = {id_in(PROPOSAL, path.rpartition("/")[2]) for path in gone if f"/{PROPOSALS}/" in path}
    ids |= {id_in(COMMENT, path.rpartition("/")[2]) for path in gone if f"/{COMMENTS}/" in path}
    if not ids:
        return
    kept = _without_files(room.archive.shelves.read(turn.slug), gone)
    said = _said_of(kept, ids)
    if said:
        raise MovedOn(f"“{turn.act.subject}” can't be taken back: {said}.", _undo_that(turn, said))


def _undo_that(turn: Turn, said: str) -> str:
    return f"Take that back first; `zerodraft log {turn.slug}` shows where it was recorded."


def _without_files(filed: Filed, gone: Sequence[str]) -> Filed:
    names = {path.rpartition("/")[2].removesuffix(".md")[len("2021-11-02-") :] for path in gone}
    return Filed(
        tuple(each for each in filed.comments if each.id not in names),
        tuple(each for each in filed.proposals if each.id not in names),
        tuple(each for each in filed.positions if each.id not in names),
        tuple(each for each in filed.decisions if each.id not in names),
        (),
    )


def _said_of(filed: Filed, ids: set[str]) -> str:
    """What refers to one of these, in words; "" when nothing does."""
    for comment in filed.comments:
        if comment.reply_to in ids:
            return f"{comment.id} answers it"
    for position in filed.positions:
        if position.proposal in ids:
            return f"{position.delegation} took a position on it"
    for proposal in filed.proposals:
        if proposal.answers in ids:
            return f"{proposal.number} proposes other words for it"
    for decision in filed.decisions:
        if ids & {*decision.proposals, decision.instead}:
            return "it was decided upon"
    return ""


def _check_agreed(room: Room, turn: Turn, writes: Sequence[Write]) -> None:
    """Undoing may neither change agreed words, nor take a reopening away under words that were changed since."""
    try:
        dossier = room.open(turn.slug)
    except Refusal:
        return  # what can't be opened must still be undone
    text = next((write.content for write in writes if write.path.endswith(f"/{TEXT}")), None)
    source = dossier.draft.source if text is None else text.decode("utf-8", "replace")
    gone = {write.path for write in writes if write.content is None}
    decisions = _without_files(room.archive.shelves.read(turn.slug), [*gone]).decisions
    require_agreed_with(room, dossier, source, decisions)
