"""The story of a declaration: every act, who spoke, who recorded it, and what was taken back."""

from zerodraft.desk import undoing
from zerodraft.desk.dossier import LogEntry
from zerodraft.desk.room import Room
from zerodraft.desk.stacks import stacks
from zerodraft.store.acts import Recorded

_LAST = 20


def log(room: Room, slug: str | None, limit: int | None = None) -> tuple[LogEntry, ...]:
    """The acts of a declaration, or of the workspace, newest first."""
    # An act is taken back by a later one: the last acts tell of themselves whether they stand.
    acts = undoing.acts_about(room, slug, limit)
    standing = {each.commit for each in stacks(acts).done}
    return tuple(_entry(act, standing) for act in acts)


def since(room: Room, commit: str) -> tuple[LogEntry, ...]:
    """The acts that were recorded after a commit, newest first, without the setting up of the workspace; the last 20
    where the commit is not known here."""
    workspace = room.workspace
    is_known = workspace.has_commit(commit)
    acts = workspace.log(since=commit) if is_known else workspace.log(limit=_LAST)
    standing = {each.commit for each in stacks(acts).done}
    return tuple(each for each in (_entry(act, standing) for act in acts) if each.act != "init")


def to_undo(room: Room, slug: str | None, name: str = "") -> LogEntry:
    """What an undo would take back: the last act, or the one of this name."""
    act = undoing.named_act(room, slug or "", name).act if name else undoing.to_undo(room, slug)
    return _entry(act, {act.commit})


def _entry(act: Recorded, standing: set[str]) -> LogEntry:
    trailers = dict(act.trailers)
    name = trailers.get("Act", "")
    undone = name not in ("", "undo", "redo") and act.commit not in standing
    return LogEntry(
        commit=act.commit,
        date=act.authored,
        who=act.author.name,
        recorded_by=act.committer.name,
        act=name,
        declaration=trailers.get("Declaration", ""),
        sentence=act.subject,
        undone=undone,
    )
