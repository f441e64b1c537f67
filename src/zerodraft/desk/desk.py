"""The desk: all that a front end may ask for. Each writing act compares what the caller saw."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from zerodraft.desk import (
    editing,
    issuing,
    reconciling,
    remarks,
    saving,
    starting,
    telling,
    texts,
    typed,
    undoing,
    unrecorded,
)
from zerodraft.desk.dossier import Done, Dossier, LogEntry
from zerodraft.desk.editing import Passage
from zerodraft.desk.issuing import Issue
from zerodraft.desk.negotiating import Negotiating
from zerodraft.desk.reconciling import Apart, Reconciled, WhatChanged
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.desk.typed import Elsewhere, Typed, Typing
from zerodraft.desk.unrecorded import Unrecorded
from zerodraft.formats.bookmark import Bookmark, dump_bookmark, parse_bookmark
from zerodraft.store import bookmarks, copied
from zerodraft.store.workspace import Workspace


class Desk(Negotiating, AbstractContextManager["Desk"]):
    """One workspace, open. Close it, or use it in a `with`: it keeps a reader of git running."""

    @classmethod
    def at(cls, place: Path) -> Self:
        """The workspace in which a folder lies."""
        return cls(Workspace.find(place))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.room.workspace.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """What opening and recording found, for the person: acts that were cut off, files left alone."""
        return self.room.workspace.notices

    def check_ready(self) -> None:
        """Refuse now what the state of the repository would refuse to record: before any word is typed."""
        self.room.workspace.check_ready()

    def drafter(self) -> str:
        """The name of whoever records; NameUnknown when git was told none."""
        return self.room.person().name

    def introduce(self, name: str) -> None:
        """Keep the drafter's name for this workspace."""
        self.room.workspace.remember_drafter(name)

    # --- where the drafter is ----------------------------------------------------------------

    def bookmark(self) -> Bookmark | None:
        """Where the drafter was at the end of the last time; None where nobody knows."""
        text = bookmarks.read(self.root)
        return None if text is None else parse_bookmark(text)

    def keep_bookmark(self, bookmark: Bookmark) -> None:
        """Keep the place for the next start; where it can't be kept, nothing is said. Not by git: any thread may."""
        bookmarks.keep(self.root, dump_bookmark(bookmark))

    def keep_copied(self, text: str) -> Path | None:
        """Put what was copied into a private file, the same each time; None where that can't be."""
        return copied.keep(self.root, text)

    # --- words on their way ------------------------------------------------------------------

    def lay_down(self, slug: str, place: tuple[str, ...], stands: str, words: str) -> Unrecorded:
        """Put words where an editor can open them; see `unrecorded`."""
        return unrecorded.lay_down(self.room, slug, place, stands, words)

    def waiting(self, slug: str, place: tuple[str, ...]) -> tuple[Unrecorded, ...]:
        """Words for the same place that were never recorded, oldest first."""
        return unrecorded.waiting(self.room, slug, place)

    def begin_typing(self, slug: str, base: str) -> Typing:
        """A journal for what is typed from now on in `base`, the text that lies in the folder; see `store/typing`.

        Its methods don't come back to the desk: the thread that draws the screen may call them.
        """
        return typed.begin(self.room, slug, base)

    def typed(self, slug: str | None = None) -> tuple[Typed, ...]:
        """Words that were typed in a declaration, or in all, and never saved, oldest first."""
        return typed.waiting(self.room, slug)

    def typing_elsewhere(self, slug: str | None = None) -> tuple[Elsewhere, ...]:
        """The windows of other processes that hold words which aren't saved."""
        return typed.elsewhere(self.room, slug)

    # --- two texts that came of one ----------------------------------------------------------

    def tell_apart(self, dossier: Dossier, apart: Apart) -> WhatChanged:
        """What each side changed, in a sentence."""
        return reconciling.tell_apart(self.room, dossier, apart)

    def reconcile(self, dossier: Dossier, apart: Apart) -> Reconciled:
        """Both sides in one text, disputed words in brackets; nothing is recorded."""
        return reconciling.reconcile(self.room, dossier, apart)

    # --- acts --------------------------------------------------------------------------------

    def set_up(self) -> Done:
        """The first act of a workspace."""
        return starting.set_up_list(self.room)

    def new(self, slug: str, beginning: Beginning) -> Done:
        return texts.begin(self.room, slug, beginning)

    def save(self, dossier: Dossier, source: str, credit: Credit | None = None) -> Done:
        """Record a text, if the recorded one is still what `dossier` shows."""
        return texts.save(self.room, dossier, source, credit or Credit())

    def record_folder(self, dossier: Dossier, credit: Credit | None = None) -> tuple[Done, ...]:
        """Record text and settings as they lie in the folder; no act where nothing changed."""
        return saving.record_folder(self.room, dossier, credit or Credit())

    def record_list(self) -> Done | None:
        """Record the list of delegations when it was changed in the folder."""
        return saving.record_list(self.room)

    def edit(self, place: Passage, words: str, credit: Credit | None = None) -> Done:
        """Record words for one passage, wherever it stands now, if nobody else touched it since."""
        return editing.record(self.room, place, words, credit or Credit())

    def comment(self, dossier: Dossier, remark: Remark) -> Done:
        return remarks.comment(self.room, dossier, remark)

    def check_remark(self, dossier: Dossier, remark: Remark) -> str:
        """Refuse a remark in the name of nobody, or on words that aren't there, before its words are typed; the
        words of the paragraph."""
        self.who(remark.delegation)
        reading, anchor = remarks.place_of(self.room, dossier, remark)
        return reading.draft.paragraphs[anchor.ordinal].text

    def reply(self, dossier: Dossier, answer: Reply) -> Done:
        return remarks.reply(self.room, dossier, answer)

    def issue(self, dossier: Dossier, wanted: Issue) -> Done:
        return issuing.issue(self.room, dossier, wanted)

    def to_undo(self, slug: str | None = None, name: str = "") -> LogEntry:
        """The act that `undo`, or `undo_named`, would take back; a refusal where there is none."""
        return telling.to_undo(self.room, slug, name)

    def undo(self, slug: str | None = None, seen: str = "") -> Done:
        """Take back the last act, if it is still the one that was `seen`, a commit's id."""
        return undoing.undo(self.room, slug, seen)

    def undo_named(self, slug: str, name: str) -> Done:
        """Take back one act of a declaration, also several acts back, by its commit's id, or by the proposal or comment
        that it is about."""
        return undoing.undo_named(self.room, slug, name)

    def redo(self, slug: str | None = None) -> Done:
        return undoing.redo(self.room, slug)
