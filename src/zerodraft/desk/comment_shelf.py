"""The comments of a declaration, one file each, as they lie in its folder."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Unreadable
from zerodraft.desk.stacks import stacks
from zerodraft.errors import Refusal
from zerodraft.formats.comment_file import BadRecord, comment_id, parse_comment
from zerodraft.store.acts import Recorded
from zerodraft.store.layout import COMMENTS, folder
from zerodraft.store.workspace import Workspace

_GONE = "The comment is recorded, but its file is gone, or is no ordinary file."
_MEND_OR_MOVE = "Mend it with any editor, or move it out of the folder."


@dataclass
class CommentShelf:
    """Reads the files of one workspace, and remembers each by its bytes."""

    workspace: Workspace
    _comments: dict[tuple[str, bytes], Comment] = field(default_factory=dict)

    def comments(self, slug: str) -> tuple[tuple[Comment, ...], tuple[Unreadable, ...]]:
        """All comments that can be read, and the files that can't, each with its sentence."""
        comments: list[Comment] = []
        unreadable: list[Unreadable] = []
        known: dict[str, str] = {}
        place = f"{folder(slug)}/{COMMENTS}"
        try:
            files = self.workspace.contents(place)
        except Refusal as refusal:
            return (), (Unreadable(place, refusal.message, refusal.hint),)
        recorded = self.workspace.recorded_names(place)
        for name, content in files.items():
            try:
                comment = self._comment(f"{place}/{name}", comment_id(name), content)
                if comment.id in known:
                    raise BadRecord(0, f"{known[comment.id]} has the same id, {comment.id}; rename one of them.")
                known[comment.id] = name
                comments.append(comment)
            except (BadRecord, Refusal) as wrong:
                way_back = brought_back(f"{place}/{name}") if name in recorded else _MEND_OR_MOVE
                unreadable.append(Unreadable(f"{place}/{name}", str(wrong), way_back))
        gone = [f"{place}/{name}" for name in recorded if name not in files]
        return tuple(comments), (*unreadable, *(Unreadable(path, _GONE, brought_back(path)) for path in gone))

    def _comment(self, path: str, id_: str, content: bytes | Refusal) -> Comment:
        if isinstance(content, Refusal):
            raise content
        if not content.strip():
            raise BadRecord(0, "The file is empty.")
        if (path, content) not in self._comments:
            self._comments[path, content] = parse_comment(decoded(content, "The file"), id_)
        return self._comments[path, content]


def taken_up(acts: Sequence[Recorded]) -> frozenset[str]:
    """The comments that an edit answered which still stands; from the acts on a text, newest first."""
    return frozenset(dict(act.trailers).get("Answers", "") for act in stacks(acts).done)


def brought_back(path: str) -> str:
    """The hint that brings a recorded file back."""
    return f"`git restore :/{path}` brings back what was recorded."
