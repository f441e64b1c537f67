"""The comments of a declaration, one file each, as they lie in its folder."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Unreadable
from zerodraft.desk.stacks import stacks
from zerodraft.errors import Refusal
from zerodraft.formats.comment_file import BadRecord, comment_id, parse_comment
from zerodraft.store.layout import COMMENTS, folder, text_path
from zerodraft.store.workspace import Workspace

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
            names = self.workspace.names(place)
        except Refusal as refusal:
            return (), (Unreadable(place, refusal.message, refusal.hint),)
        for name in names:
            try:
                comment = self._comment(f"{place}/{name}", name)
                if comment.id in known:
                    raise BadRecord(0, f"{known[comment.id]} has the same id, {comment.id}; rename one of them.")
                known[comment.id] = name
                comments.append(comment)
            except (BadRecord, Refusal) as wrong:
                unreadable.append(Unreadable(f"{place}/{name}", str(wrong), self._way_back(f"{place}/{name}")))
        return tuple(comments), (*unreadable, *self._gone(place, names))

    def _gone(self, place: str, present: Collection[str]) -> Iterator[Unreadable]:
        """Comments that are recorded, and whose files nobody finds: none is dropped without a word."""
        for name in self.workspace.recorded_names(place):
            if name not in present:
                sentence = "The comment is recorded, but its file is gone, or is no ordinary file."
                yield Unreadable(f"{place}/{name}", sentence, brought_back(f"{place}/{name}"))

    def _way_back(self, path: str) -> str:
        above, _, name = path.rpartition("/")
        return brought_back(path) if name in self.workspace.recorded_names(above) else _MEND_OR_MOVE

    def taken_up(self, slug: str) -> frozenset[str]:
        """The comments that an edit answered which still stands."""
        acts = stacks(self.workspace.log((text_path(slug),))).done
        return frozenset(dict(act.trailers).get("Answers", "") for act in acts)

    def _comment(self, path: str, name: str) -> Comment:
        id_ = comment_id(name)
        raw = self.workspace.read(path) or b""
        if not raw.strip():
            raise BadRecord(0, "The file is empty.")
        if (path, raw) not in self._comments:
            self._comments[path, raw] = parse_comment(decoded(raw, "The file"), id_)
        return self._comments[path, raw]


def brought_back(path: str) -> str:
    """The hint that brings a recorded file back."""
    return f"`git restore :/{path}` brings back what was recorded."
