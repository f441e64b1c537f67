"""Words on their way from the keys to the record: typed here, typed in another window, typed and never saved."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.text.strokes import Stroke as Stroke
from zerodraft.desk.room import Room
from zerodraft.errors import Refusal
from zerodraft.formats.names import check_slug
from zerodraft.store import typed
from zerodraft.store.layout import text_path
from zerodraft.store.typed import Left, Unreadable
from zerodraft.store.typing import Typing as Typing


@dataclass(frozen=True, slots=True)
class Typed:
    """Words of an editing that ended without saving.

    `base` is the text in which it began, at `begun`; `text` is what it had become with the last of `edits` edits,
    at `date`. With `cut_off` the journal was damaged behind that: the last words are lost.
    """

    slug: str
    begun: datetime
    date: datetime
    base: str
    text: str
    edits: int
    cut_off: bool
    _left: Left

    def drop(self) -> None:
        """Forget them: they are taken over now, or nobody wants them."""
        typed.drop(self._left.path)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another window of this workspace has words in a text that are not saved."""

    slug: str
    since: datetime
    process: int


def begin(room: Room, slug: str, base: str) -> Typing:
    """A journal for what is typed in this text from now on."""
    return Typing(room.workspace.root, check_slug(slug), base, room.clock)


def waiting(room: Room, slug: str | None) -> tuple[Typed, ...]:
    """Words that were typed in a declaration, or in all, and never saved, oldest first. Those that stand in the
    record or in the folder are forgotten without a word; of a journal that can't be read the notices tell."""
    found = []
    for each in typed.left(room.workspace.root, slug):
        if isinstance(each, Unreadable):
            sentence = f"What was once typed in {each.slug} can't be read any more; the file is kept in {each.kept}."
            room.workspace.notices += (sentence,)
        elif _stands(room, each):
            typed.drop(each.path)
        else:
            known = each.beginning
            found.append(
                Typed(known.slug, known.date, each.date, known.base, each.text, each.strokes, each.is_cut_off, each)
            )
    return tuple(sorted(found, key=lambda words: words.date))


def elsewhere(room: Room, slug: str | None) -> tuple[Elsewhere, ...]:
    """Where other windows are typing now."""
    others = typed.at_work(room.workspace.root, slug)
    return tuple(Elsewhere(each.slug, each.date, each.process) for each in others)


def _stands(room: Room, words: Left) -> bool:
    """Nothing would be lost with the journal."""
    if words.is_cut_off:
        return False
    path = text_path(words.beginning.slug)
    workspace = room.workspace
    text_id = workspace.blob_id_of(words.text.encode("utf-8", "surrogatepass"))
    with suppress(Refusal):
        present = workspace.read(path)
        if text_id == workspace.blob_id(path) or (present is not None and text_id == workspace.blob_id_of(present)):
            return True
    with suppress(Refusal):
        return words.text == words.beginning.base and bool(workspace.blob(text_id))
    return False
