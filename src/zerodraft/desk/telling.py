"""The story of a declaration: every act, who spoke, who recorded it, and what was taken back."""

from zerodraft.desk.dossier import LogEntry
from zerodraft.desk.room import Room
from zerodraft.desk.stacks import stacks
from zerodraft.desk.undoing import acts_about
from zerodraft.store.acts import Recorded


def log(room: Room, slug: str | None, limit: int | None = None) -> tuple[LogEntry, ...]:
    """The acts of a declaration, or of the workspace, newest first."""
    # An act is taken back by a later one: the last acts tell of themselves whether they stand.
    acts = acts_about(room, slug, limit)
    standing = {each.commit for each in stacks(acts).done}
    return tuple(_entry(act, standing) for act in acts)


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
