"""What a front end may ask of a workspace; nothing here records anything."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zerodraft.core.comparison.compare import compare
from zerodraft.core.gate.findings import GateFinding
from zerodraft.core.negotiation.compilation import Compilation
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import Delegation, Delegations, Group
from zerodraft.desk import (
    compiling,
    concording,
    crediting,
    gatekeeping,
    progressing,
    resolving,
    saving,
    telling,
)
from zerodraft.desk.agreed_language import Quotation
from zerodraft.desk.comparing import Compared, reading_named
from zerodraft.desk.compiling import Printing
from zerodraft.desk.concording import Concordance
from zerodraft.desk.crediting import CreditedParagraph
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Dossier, LogEntry, Overview, Reading, Version
from zerodraft.desk.meetings import Alike, Likes, Meetings, alike, likes, meetings
from zerodraft.desk.outgoing import Order, deliver, export_bytes, preview
from zerodraft.desk.oversights import Oversight, oversights
from zerodraft.desk.overviews import latest_first, overviews, title_of
from zerodraft.desk.progressing import Report
from zerodraft.desk.resolving import BracketRow
from zerodraft.desk.room import Room, now
from zerodraft.errors import Refusal, UnreadableInput
from zerodraft.store import watching
from zerodraft.store.acts import Person
from zerodraft.store.layout import text_path
from zerodraft.store.watching import Mark
from zerodraft.store.workspace import Workspace

if TYPE_CHECKING:
    from zerodraft.desk.verifying import Verdict

_LONGEST = 200_000_000
"""Bytes of a file that somebody sent."""


class Enquiries:
    """One workspace, open for reading."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime] = now, drafter: Person | None = None
    ) -> None:
        self.room = Room(workspace, clock, drafter)

    @property
    def root(self) -> Path:
        """The workspace's folder."""
        return self.room.workspace.root

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

    def credited(self, dossier: Dossier, reading: Reading) -> tuple[CreditedParagraph, ...]:
        """Whose words each paragraph of a text holds, and by which act they came."""
        return crediting.credited(self.room, dossier, reading)

    def progress(self, dossier: Dossier) -> Report:
        """Brackets, agreed paragraphs and open proposals: now, by part, and version by version."""
        return progressing.report(self.room, dossier)

    def concordance(self, dossier: Dossier, old: str = "", new: str = "") -> Concordance:
        """What became of each paragraph between two texts, whose contribution it was, and why."""
        return concording.concordance(self.room, dossier, old, new)

    def precedents(self, slug: str, words: str, most: int = 5) -> tuple[Quotation, ...]:
        """Where the other declarations, as last issued, say nearly what these words say; the nearest first."""
        return self.room.agreed_language.nearest(slug, words, most)

    def agreed_texts(self, slug: str) -> tuple[tuple[str, Version], ...]:
        """The texts in which precedents are looked for: declarations with their last issued version, the predecessor
        first."""
        return self.room.agreed_language.shelf(slug)

    def words_then(self, comment: Comment) -> str:
        """The paragraph that a comment is about, as it read when the comment was made; "" when nobody can tell."""
        paragraphs = self.room.archive.draft(comment.anchor.text_id).paragraphs
        return paragraphs[comment.anchor.ordinal].text if comment.anchor.ordinal < len(paragraphs) else ""

    def oversights(self, dossier: Dossier) -> tuple[Oversight, ...]:
        """What a drafter should see to in the negotiation, beside the findings in the text."""
        return tuple(oversights(dossier, self.meetings(dossier)))

    def gate(self, dossier: Dossier, version: str = "") -> tuple[GateFinding, ...]:
        """What holds a text back from leaving as a clean final, and hints: of a version, or of the text now."""
        return gatekeeping.gate(self.room, dossier, reading_named(self.room, dossier, version))

    def meetings(self, dossier: Dossier) -> Meetings:
        """Where proposals meet: what collides, what is alike, what was decided in two ways."""
        return meetings(self.room, dossier)

    def likes(self, dossier: Dossier) -> Likes:
        """What of it is alike, and was decided in two ways."""
        return likes(self.room, dossier)

    def alike(self, dossier: Dossier, decided: Collection[str]) -> tuple[Alike, ...]:
        """Proposals that say what some say on which was `decided` (ids), and are open or were decided otherwise."""
        return alike(self.room, dossier, decided)

    def log(self, slug: str | None = None, limit: int | None = None) -> tuple[LogEntry, ...]:
        """The acts, newest first."""
        return telling.log(self.room, slug, limit)

    def since(self, commit: str) -> tuple[LogEntry, ...]:
        """The acts recorded after a commit that somebody saw, newest first; the last 20 where it isn't known here."""
        return telling.since(self.room, commit)

    def delegations(self) -> Delegations:
        return self.room.archive.lists.delegations()

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
        return archive.lists.delegations().by_name(found, "en")

    @staticmethod
    def bytes_of(path: Path) -> bytes:
        """The content of a file that somebody sent, wherever it lies."""
        name = path.name or path
        try:
            with path.open("rb") as opened:
                content = opened.read(_LONGEST + 1)
        except OSError as trouble:
            why = (trouble.strerror or "unknown").lower()
            raise UnreadableInput(f"{name} can't be read: {why}.", "Is the path right?") from None
        if len(content) > _LONGEST:
            raise UnreadableInput(f"{name} is larger than {_LONGEST // 10**6} MB.", "Send the text without pictures.")
        return content

    def who(self, name: str) -> Delegation | Group:
        """The delegation that a person names; a refusal with the nearest names when there is none."""
        return self.room.who(name)

    def compilation(self, dossier: Dossier) -> Compilation:
        """The working text with every open proposal in place, and who stands where."""
        return compiling.compilation(dossier)

    def export_compilation(self, dossier: Dossier, wanted: Printing) -> bytes:
        """The same as a file's content."""
        return compiling.compiled_bytes(self.room, dossier, wanted)

    def deliver_compilation(self, dossier: Dossier, wanted: Printing, path: Path, *, replace: bool) -> str:
        """The same into a file, wholly or not at all; MovedOn when one exists that may not be replaced."""
        return compiling.deliver_compiled(self.room, dossier, wanted, path, replaces=replace)

    def brackets(self, dossier: Dossier) -> tuple[BracketRow, ...]:
        """All brackets of the working text: where, whose, since when."""
        return resolving.bracket_rows(self.room, dossier)

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

    def verify(self, data: bytes, name: str, slug: str = "") -> "Verdict":
        """Whether a file holds exactly the adopted words of a declaration; of which one it tells itself, for ""."""
        from zerodraft.desk import verifying

        return verifying.verify(self.room, data, name, slug)

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
