"""Words on their way into the record, kept on disk until their act stands."""

from zerodraft.desk.archive import decoded
from zerodraft.desk.room import Room
from zerodraft.store import edits
from zerodraft.store.edits import Edit


def lay_down(room: Room, slug: str, place: tuple[str, ...], seen: str, words: str) -> Edit:
    """Put words where an editor can open them. `place` says what they belong to: `("36",)`, `("comment", "36")`;
    `seen` is the id of the text that was read."""
    return edits.begin(room.workspace.root, slug, edits.about(*place), seen, words.encode("utf-8"))


def waiting(room: Room, slug: str, place: tuple[str, ...]) -> tuple[Edit, ...]:
    """Words for the same place that were never recorded, oldest first."""
    wanted = edits.about(*place)
    return tuple(edit for edit in edits.waiting(room.workspace.root, slug) if edit.about == wanted)


def words_in(edit: Edit) -> str:
    return decoded(edits.read(edit), "What the editor wrote")


def is_on(edit: Edit, text_id: str) -> bool:
    """The words were typed on this text."""
    return text_id.startswith(edit.seen)


def drop(edit: Edit) -> None:
    edits.drop(edit)
