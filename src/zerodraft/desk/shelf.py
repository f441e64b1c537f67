"""The files of a declaration that say one thing each, as they lie in its folders: comments, proposals, positions,
decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.position import Position
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Unreadable
from zerodraft.desk.stacks import stacks
from zerodraft.errors import Refusal
from zerodraft.formats.comment_file import COMMENT
from zerodraft.formats.decision_file import DECISION
from zerodraft.formats.position_file import POSITION
from zerodraft.formats.proposal_file import PROPOSAL
from zerodraft.formats.record import BadRecord, Form, R, id_in, parse
from zerodraft.store import layout
from zerodraft.store.acts import Recorded
from zerodraft.store.workspace import Workspace

_MEND_OR_MOVE = "Mend it with any editor, or move it out of the folder."

Read = tuple[tuple[R, ...], tuple[Unreadable, ...]]
"""All that can be read, by the names of their files, and the files that can't, each with its sentence."""


@dataclass
class Shelf(Generic[R]):
    """Reads the files of one `form` in one folder of each declaration, and remembers each by its bytes."""

    workspace: Workspace
    form: Form[R]
    folder: str
    _known: dict[tuple[str, bytes], R] = field(default_factory=dict)

    def read(self, slug: str) -> Read[R]:
        found: list[R] = []
        unreadable: list[Unreadable] = []
        named: dict[str, str] = {}
        place = f"{layout.folder(slug)}/{self.folder}"
        try:
            files = self.workspace.contents(place)
        except Refusal as refusal:
            return (), (Unreadable(place, refusal.message, refusal.hint),)
        recorded = self.workspace.recorded_names(place)
        for name, content in files.items():
            try:
                record = self._record(f"{place}/{name}", id_in(self.form, name), content)
                if record.id in named:
                    raise BadRecord(0, f"{named[record.id]} has the same id, {record.id}; rename one of them.")
                named[record.id] = name
                found.append(record)
            except (BadRecord, Refusal) as wrong:
                way_back = brought_back(f"{place}/{name}") if name in recorded else _MEND_OR_MOVE
                unreadable.append(Unreadable(f"{place}/{name}", str(wrong), way_back))
        missing: list[str] = [f"{place}/{name}" for name in recorded if name not in files]
        return tuple(found), (*unreadable, *map(self._missing, missing))

    def _missing(self, path: str) -> Unreadable:
        sentence = f"The {self.form.thing} is recorded, but its file is gone, or is no ordinary file."
        return Unreadable(path, sentence, brought_back(path))

    def _record(self, path: str, id_: str, content: bytes | Refusal) -> R:
        if isinstance(content, Refusal):
            raise content
        if not content.strip():
            raise BadRecord(0, "The file is empty.")
        if (path, content) not in self._known:
            self._known[path, content] = parse(self.form, decoded(content, "The file"), id_)
        return self._known[path, content]


class Filed(NamedTuple):
    """What all shelves hold of one declaration."""

    comments: tuple[Comment, ...]
    proposals: tuple[Proposal, ...]
    positions: tuple[Position, ...]
    decisions: tuple[Decision, ...]
    unreadable: tuple[Unreadable, ...]


class Shelves:
    """Of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.comments = Shelf(workspace, COMMENT, layout.COMMENTS)
        self.proposals = Shelf(workspace, PROPOSAL, layout.PROPOSALS)
        self.positions = Shelf(workspace, POSITION, layout.POSITIONS)
        self.decisions = Shelf(workspace, DECISION, layout.DECISIONS)

    def read(self, slug: str) -> Filed:
        comments, lost_comments = self.comments.read(slug)
        proposals, lost_proposals = self.proposals.read(slug)
        positions, lost_positions = self.positions.read(slug)
        decisions, lost_decisions = self.decisions.read(slug)
        lost = (*lost_comments, *lost_proposals, *lost_positions, *lost_decisions)
        return Filed(comments, proposals, positions, decisions, lost)


def taken_up(acts: Sequence[Recorded]) -> frozenset[str]:
    """The comments that an edit answered which still stands; from the acts on a text, newest first."""
    return frozenset(dict(act.trailers).get("Answers", "") for act in stacks(acts).done)


def brought_back(path: str) -> str:
    """The hint that brings a recorded file back."""
    return f"`git restore :/{path}` brings back what was recorded."
