"""Words on their way into the record, kept on disk until their act stands."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zerodraft.desk.decoding import decoded, digest
from zerodraft.desk.room import Room
from zerodraft.store import edits
from zerodraft.store.edits import Edit


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Words in a file of their own, which an editor can open."""

    edit: Edit

    @property
    def path(self) -> Path:
        return self.edit.path

    @property
    def date(self) -> datetime:
        return self.edit.date

    def words(self) -> str:
        return decoded(edits.read(self.edit), "What the editor wrote")

    def glance(self) -> str:
        """The words to be looked at only: bytes that are no text are shown as signs of their own."""
        return edits.read(self.edit).decode("utf-8", "replace")

    def is_on(self, stands: str) -> bool:
        """The words were typed where this stood. The text's id would not do: an issue gives a paragraph that was
        36 bis a number of its own, and the next ones others, without changing a byte."""
        return digest(stands.encode("utf-8")).startswith(self.edit.seen)

    def drop(self) -> None:
        """Forget them: they are recorded now, or nobody wants them."""
        edits.drop(self.edit)


def lay_down(room: Room, slug: str, place: tuple[str, ...], stands: str, words: str) -> Unrecorded:
    """Put words where an editor can open them. `place` says what they belong to: `("36",)`, `("comment", "36")`;
    `stands` is what reads there now."""
    seen = digest(stands.encode("utf-8"))
    return Unrecorded(edits.begin(room.workspace.root, slug, edits.about(*place), seen, words.encode("utf-8")))


def waiting(room: Room, slug: str, place: tuple[str, ...]) -> tuple[Unrecorded, ...]:
    """Words for the same place that were never recorded, oldest first."""
    wanted = edits.about(*place)
    return tuple(Unrecorded(edit) for edit in edits.waiting(room.workspace.root, slug) if edit.about == wanted)
