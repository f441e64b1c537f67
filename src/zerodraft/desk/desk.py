"""The desk: all that a front end may ask for. Each writing act compares what the caller saw."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from zerodraft.core.comparison.compare import compare
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import Delegation, Delegations, Group
from zerodraft.desk import (
    agreeing,
    editing,
    issuing,
    positions,
    proposing,
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
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.comparing import Compared, reading_named
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Done, Dossier, LogEntry, Overview, Reading, Version
from zerodraft.desk.editing import Passage
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order, deliver, export_bytes, preview
from zerodraft.desk.overviews import latest_first, overviews, title_of
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.reconciling import Apart, Reconciled, WhatChanged
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.room import Room, now
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.desk.typed import Elsewhere, Typed, Typing
from zerodraft.desk.unrecorded import Unrecorded
from zerodraft.errors import Refusal
from zerodraft.formats.bookmark import Bookmark, dump_bookmark, parse_bookmark
from zerodraft.store import bookmarks, copied, watching
from zerodraft.store.acts import Person
from zerodraft.store.layout import text_path
from zerodraft.store.watching import Mark
from zerodraft.store.workspace import Workspace


class Desk(AbstractContextManager["Desk"]):
    """One workspace, open. Close it, or use it in a `with`: it keeps a reader of git running."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime] = now, drafter: Person | None = None
    ) -> None:
        self.room = Room(workspace, clock, drafter)

    @classmethod
    def at(cls, place: Path) -> Self:
        """The workspace in which a folder lies."""
        return cls(Workspace.find(place))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.room.workspace.close()

    @property
    def root(self) -> Path:
        """The workspace's folder."""
        return self.room.workspace.root

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

    # --- reading -----------------------------------------------------------------------------

    def open(self, slug: str, progress: Callable[[int, int], None] | None = None) -> Dossier:
        """Everything about one declaration, as it stands on disk now.

        `progress` is told how many versions are read, and of how many: the first look at 50 takes a second.
        """
        return self.room.open(slug, progress)

    def reread(self, dossier: Dossier, source: str) -> Dossier:
        """The dossier as it would be opened if `source` were the working text; for the pauses of typing."""
        return self.room.archive.reread(dossier, source)

    def slugs(self) -> tuple[str, ...]:
        """The declarations of the workspace, by name."""
        return self.room.workspace.slugs()

    def latest_first(self) -> tuple[str, ...]:
        """The declarations, those on which something was recorded last first; then those that nobody recorded."""
        return latest_first(self.room)

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Each declaration by name, with its title: the name again where it can't be opened."""
        return tuple((slug, self.title(slug)) for slug in self.slugs())

    def title(self, slug: str) -> str:
        """The title of a declaration, without opening it; its name where it can't be read."""
        with suppress(Refusal):
            archive = self.room.archive
            return title_of(archive.settings(slug), archive.source(slug)) or slug
        return slug

    def versions(self, slug: str) -> tuple[Version, ...]:
        """The issued versions of one declaration, without all the rest of it."""
        return self.room.archive.versions(slug)

    def documents(self) -> tuple[Overview, ...]:
        """One line each; one that can't be opened says why, and the others are there."""
        return tuple(self.overviews())

    def overviews(self, slugs: Sequence[str] | None = None) -> Iterator[Overview]:
        """The same one by one, as soon as each is known; of these declarations only, in their order, if named."""
        return overviews(self.room, slugs)

    def reading(self, dossier: Dossier, version: str) -> Reading:
        """The text of an issued version, or the working text for "" and `working`."""
        return reading_named(self.room, dossier, version)

    def compare(self, dossier: Dossier, old: str, new: str = "") -> Compared:
        """The redline between any two texts of a declaration; `saved` is the recorded working text."""
        before, after = reading_named(self.room, dossier, old), reading_named(self.room, dossier, new)
        return Compared(before, after, compare(before.draft, after.draft))

    def words_then(self, comment: Comment) -> str:
        """The paragraph that a comment is about, as it read when the comment was made; "" when nobody can tell."""
        paragraphs = self.room.archive.draft(comment.anchor.text_id).paragraphs
        return paragraphs[comment.anchor.ordinal].text if comment.anchor.ordinal < len(paragraphs) else ""

    def log(self, slug: str | None = None, limit: int | None = None) -> tuple[LogEntry, ...]:
        """The acts, newest first."""
        return telling.log(self.room, slug, limit)

    def since(self, commit: str) -> tuple[LogEntry, ...]:
        """The acts recorded after a commit that somebody saw, newest first; the last 20 where it isn't known here."""
        return telling.since(self.room, commit)

    def delegations(self) -> Delegations:
        return self.room.archive.delegations()

    def participants(self) -> tuple[str, ...]:
        """Codes of all who take part in a declaration of this workspace, hosts included, by name.

        A declaration whose settings can't be read names nobody.
        """
        archive = self.room.archive
        found: set[str] = set()
        for slug in self.slugs():
            with suppress(Refusal):
                settings = archive.settings(slug)
                found |= {settings.host, *settings.participants} - {""}
        return archive.delegations().by_name(found, "en")

    def who(self, name: str) -> Delegation | Group:
        """The delegation that a person names; a refusal with the nearest names when there is none."""
        return self.room.who(name)

    def export(self, dossier: Dossier, order: Order) -> bytes:
        """A version, or a redline, as a file's content."""
        return export_bytes(self.room, dossier, order)

    def preview(self, dossier: Dossier, order: Order, width: int) -> str:
        """The same as words that fit into so many columns, as far as its form lets them."""
        return preview(self.room, dossier, order, width)

    def deliver(self, dossier: Dossier, order: Order, path: Path, *, replace: bool) -> str:
        """The same into a file, wholly or not at all, and what it holds; MovedOn when one exists that may not be
        replaced."""
        return deliver(self.room, dossier, order, path, replace=replace)

    def changed(self) -> tuple[str, ...]:
        """The declarations whose text or settings in the folder are not the recorded ones, by name."""
        return saving.changed(self.room)

    def left_over(self) -> tuple[str, ...]:
        """Changed files of the workspace that no act takes up."""
        return saving.left_over(self.room)

    # --- what other programs do --------------------------------------------------------------

    def folder_mark(self, slug: str, former: Mark = ()) -> Mark:
        """A value that is another one when another program may have changed the declaration, or this one recorded an
        act. Asked of the disk alone: any thread may. With a former one it takes a tenth of a millisecond, and comments
        that were written over in place aren't seen."""
        return watching.mark(self.root, slug, former)

    def text_on_disk(self, slug: str) -> str | None:
        """The working text as it lies in the folder now, None where there is none; any thread may ask."""
        raw = self.room.workspace.read(text_path(slug))
        return None if raw is None else decoded(raw, text_path(slug))

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

    def propose(self, dossier: Dossier, offer: Offer) -> Done:
        """Record a proposal in the name of its delegations."""
        return proposing.propose(self.room, dossier, offer)

    def take_position(self, dossier: Dossier, opinion: Opinion) -> Done:
        """Record where a delegation stands on a proposal, on words, or on a paragraph."""
        return positions.take_position(self.room, dossier, opinion)

    def agree(self, dossier: Dossier, closing: Closing) -> Done:
        """Mark paragraphs as agreed ad referendum."""
        return agreeing.agree(self.room, dossier, closing)

    def reopen(self, dossier: Dossier, closing: Closing) -> Done:
        """Open agreed paragraphs again."""
        return agreeing.reopen(self.room, dossier, closing)

    def issue(self, dossier: Dossier, wanted: Issue) -> Done:
        return issuing.issue(self.room, dossier, wanted)

    def to_undo(self, slug: str | None = None) -> LogEntry:
        """The act that `undo` would take back; a refusal where there is none."""
        return telling.to_undo(self.room, slug)

    def undo(self, slug: str | None = None, seen: str = "") -> Done:
        """Take back the last act, if it is still the one that was `seen`, a commit's id."""
        return undoing.undo(self.room, slug, seen)

    def undo_named(self, slug: str, name: str) -> Done:
        """Take back one act of a declaration, also several acts back, by its commit's id, or by the proposal or comment
        that it is about."""
        return undoing.undo_named(self.room, slug, name)

    def redo(self, slug: str | None = None) -> Done:
        return undoing.redo(self.room, slug)
