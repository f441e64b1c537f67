"""Words on their way into the record, kept on disk until their act stands."""

from zerodraft.desk.archive import decoded, digest
from zerodraft.desk.room import Room
from zerodraft.store import edits
from zerodraft.store.edits import Edit


def lay_down(room: Room, slug: str, place: tuple[str, ...], stands: str, words: str) -> Edit:
    """Put words where an editor can open them. `place` says what they belong to: `("36",)`, `("comment", "36")`;
    `stands` is what reads there now."""
    seen = digest(stands.encode("utf-8"))
    return edits.begin(room.workspace.root, slug, edits.about(*place), seen, words.encode("utf-8"))


def waiting(room: Room, slug: str, place: tuple[str, ...]) -> tuple[Edit, ...]:
    """Words for the same place that were never recorded, oldest first."""
    wanted = edits.about(*place)
    return tuple(edit for edit in edits.waiting(room.workspace.root, slug) if edit.about == wanted)


def words_in(edit: Edit) -> str:
    return decoded(edits.read(edit), "What the editor wrote")


def is_on(edit: Edit, stands: str) -> bool:
    """The words were typed where this stood. The text's id would not do: an issue gives a paragraph that was 36 bis
    a number of its own, and the next ones others, without changing a byte."""
    return digest(stands.encode("utf-8")).startswith(edit.seen)


def drop(edit: Edit) -> None:
    edits.drop(edit)
