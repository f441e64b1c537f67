"""The text under the drafter's hands: shown, typed in, kept in the journal, read again in pauses."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from zerodraft.core.text.strokes import Stroke
from zerodraft.errors import Refusal
from zerodraft.tui.actions import Scope
from zerodraft.tui.comments.panel import CommentPanel
from zerodraft.tui.draft.proposal_panel import ProposalPanel
from zerodraft.tui.editor.area import DraftArea
from zerodraft.tui.editor.messages import CommentsAsked, Copied, CursorMoved, Edited, EditRefused
from zerodraft.tui.screens.place_screen import PlaceScreen
from zerodraft.tui.widgets.find_bar import FindBar
from zerodraft.tui.widgets.frame import name_frame
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.virtual_list import VirtualList

# What stands beside the words is loaded behind them: 25 ms.
if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.typed import Typing
    from zerodraft.tui.draft.margin import Margin
    from zerodraft.tui.draft.outline import Entry
    from zerodraft.tui.draft.survey import Survey

_BEING_OPENED = "The text is still being opened."
_PAUSE = 0.4  # seconds without a key until the text is read again: numbers, bars, findings


class Writing(PlaceScreen):
    """Shows one declaration's text. `seen` is what the folder held when it was last read; acts compare with it."""

    SCOPE: ClassVar[Scope] = Scope.DRAFT
    HEARS_ALL: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self.seen: Dossier | None = None
        self.read: Survey | None = None
        """The text as it was in the last pause."""
        self.typing: Typing | None = None
        self._awaits_journal = False
        self.base = ""
        """The text in which the typing began: that of the folder then."""
        self.sent: str | None = None
        """The text that is being saved now."""
        self.entries: tuple[Entry, ...] = ()
        self._told_ordinal: int | None = -1

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="draft"):
            with Vertical(classes="side left panel", id="outline-panel"):
                yield VirtualList(id="outline", opens_on_click=True)
            with Vertical(classes="panel", id="text-panel"):
                yield DraftArea(id="text", classes="first")
                yield FindBar()
            with Vertical(classes="side right panel", id="comments-panel"):
                yield CommentPanel(id="beside")
                yield ProposalPanel(id="proposals")

    def on_mount(self) -> None:
        name_frame(self.query_one("#outline-panel"), title="Focus areas")
        name_frame(self.query_one("#text-panel"), title="Draft")
        self.area.stroke_listener = self.note
        # An interval, because a timer that has fired once can't be wound up again.
        self._pause = self.set_interval(_PAUSE, self.read_again, pause=True)

    @property
    def area(self) -> DraftArea:
        return self.query_one("#text", DraftArea)

    @property
    def dossier(self) -> "Dossier":
        """The declaration with its text as it was read in the last pause of typing."""
        assert self.seen is not None
        return self.read.dossier if self.read else self.seen

    @property
    def has_unsaved_words(self) -> bool:
        """Words stand in the editor, or in the folder, that nobody recorded."""
        return self.seen is not None and (self.seen.unsaved or self.has_typed_words)

    @property
    def has_typed_words(self) -> bool:
        """The editor holds other words than the folder."""
        return self.seen is not None and self.area.source != self.seen.draft.source

    # --- another text, or another state of it -------------------------------------------------

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        former = self.seen
        if former is not None and former.slug == dossier.slug:
            self.seen = dossier
            self.follow(former.draft.source, dossier.draft.source)
        else:
            if former is not None:
                self.house.left_at[former.slug] = self.area.cursor
                self.end_journal()
            self.seen = dossier
            self.begin(dossier)
        self._freeze(dossier)
        self.read_again()

    def _freeze(self, dossier: "Dossier") -> None:
        """Adopted words can only be read, until the adoption is taken back."""
        self.area.read_only = dossier.adopted is not None
        if dossier.adopted is not None:
            from zerodraft.desk.adoptions import told

            self.area.refusal = f"The text was {told(dossier.adopted)}; its words are frozen."

    async def show_words(self, title: str, source: str, cursor: tuple[int, int]) -> None:
        """The words alone, before the rest is known: they can't be changed yet."""
        self.area.refusal, self.area.read_only = _BEING_OPENED, True
        self.top_bar.show(title, "", "")
        self.area.load(source, cursor)
        await self.is_drawn()

    def begin(self, dossier: "Dossier") -> None:
        """Another declaration: what was typed in the former one stays in its journal."""
        self.read = None
        self._told_ordinal = -1
        self.base = dossier.draft.source
        if not self.area.read_only or self.area.source != self.base:
            self.area.load(self.base)
        self.area.go_to(*self.house.left_at.get(dossier.slug, (0, 0)))
        self._awaits_journal = True
        self.begin_journal(dossier)

    @work(group="journal")
    async def begin_journal(self, dossier: "Dossier") -> None:
        slug, base = dossier.slug, dossier.draft.source
        typing = await self.house.fetch("Opening", lambda desk, _: desk.begin_typing(slug, base), urgent=True)
        if not self._awaits_journal or self.seen is None or self.seen.slug != slug:
            return  # another text is under the hands by now; this journal has no file yet
        self._awaits_journal = False
        self.typing = typing
        typing.rebase(self.base, self.area.source)
        self.journal_begun()
        self._release_keys()

    def _release_keys(self) -> None:
        """Keys that were pressed while the text was opened: each is kept now, and paragraph and comments are known."""
        if self.read is not None and not self._awaits_journal:
            self.house.release_keys()

    def end_journal(self) -> None:
        """Words that nobody saved are offered when this text is opened again."""
        typing, self.typing = self.typing, None
        if typing is not None:
            typing.close()
        elif self._awaits_journal:
            self._send_words()

    def keep_words(self) -> None:
        """Every word lies in the journal already; make it durable."""
        typing, self.typing = self.typing, None
        if typing is not None:
            typing.keep()
            self.house.kept_in = typing.path
        elif self._awaits_journal:
            self._send_words()

    def _send_words(self) -> None:
        """The journal is still to come, for the desk is busy: it gets what was typed until now when its turn comes."""
        self._awaits_journal = False
        if self.seen is not None and self.area.source != self.base:
            slug, base, typed = self.seen.slug, self.base, self.area.source
            self.house.clerk.send(lambda desk: _keep(desk, slug, base, typed), urgent=True)

    def journal_begun(self) -> None:
        """From now on every key is kept; what waits from earlier can be offered."""

    def follow(self, former: str, now: str) -> None:
        """The folder holds another text than before: saved from here, or changed by somebody else."""
        typed = self.area.source
        if now == self.sent:
            self.sent = None
            self._rebase(now)
        elif typed == former and typed != now:
            self.area.replace_all(now)
            self._rebase(now)
        elif typed == now:
            self._rebase(now)
        elif former != now:
            self.somebody_wrote()

    def _rebase(self, base: str) -> None:
        self.base = base
        if self.area.source == base:
            self.area.mark_saved()
        if self.typing is not None:
            self.typing.rebase(base, self.area.source)

    def somebody_wrote(self) -> None:
        """The folder holds another text, and words were typed here that it doesn't hold."""

    # --- typing ------------------------------------------------------------------------------

    def note(self, stroke: Stroke) -> None:
        """Keep an edit before anything else is done with it."""
        if self.typing is not None:
            self.typing.note(stroke)

    def on_edited(self, _event: Edited) -> None:
        if self.typing is not None and (notice := self.typing.take_notice()):
            self.house.tell(notice, "warning")
        self._pause.reset()
        self._pause.resume()
        self.show_state()

    def on_cursor_moved(self, _event: CursorMoved) -> None:
        self.show_place()

    def on_copied(self, event: Copied) -> None:
        self.house.copy_to_clipboard(event.text)

    def on_edit_refused(self, event: EditRefused) -> None:
        self.house.tell(event.reason, "warning")

    def on_comments_asked(self, _event: CommentsAsked) -> None:
        """The comments of a line were clicked; the cursor stands there now."""
        self.show_place()
        self.show_comments()

    def show_comments(self) -> None:
        """Bring the comments of the paragraph into view."""

    @work(exclusive=True, group="survey")
    async def read_again(self) -> None:
        """Read the text as it stands: numbers, bars, comments, findings."""
        self._pause.pause()
        seen, source = self.seen, self.area.source
        if seen is None:
            return
        try:
            read, margin = await self.house.fetch("Reading the text", lambda desk, _: _surveyed(desk, seen, source))
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        if source == self.area.source and seen is self.seen:
            self.read = read
            self.show_read(read, margin)

    def show_read(self, read: "Survey", margin: "Margin") -> None:
        """Numbers and marks beside the text, the outline, the comments."""
        self.area.annotate(margin.marks, margin.stretches)
        self.entries = margin.entries
        self._told_ordinal = -1
        self.show_place()
        self.show_state()
        self.show_keys()
        self.house.show_typed(read.dossier)
        self._release_keys()

    # --- what is told around the text --------------------------------------------------------

    @property
    def ordinal(self) -> int | None:
        """The paragraph in which the cursor stands."""
        if self.read is None:
            return None
        from zerodraft.tui.draft.margin import ordinal_at

        return ordinal_at(self.dossier.draft, self.area.offset_of(self.area.cursor))

    def show_place(self) -> None:
        """The paragraph of the cursor, in the outline and in the comments beside the text."""
        if self.read is None:
            return
        from zerodraft.tui.comments.listing import cited
        from zerodraft.tui.draft.outline import entry_at

        dossier, ordinal = self.read.dossier, self.ordinal
        cite = cited(dossier.reading.numbers[ordinal].cite) if ordinal is not None else "—"
        found = len(dossier.findings)
        findings = f" · {found} finding{'s' if found > 1 else ''} (f10)" if found else ""
        where = f"{cite} · line {self.area.cursor[0] + 1}{findings}"
        name_frame(self.query_one("#text-panel"), subtitle=where)
        if ordinal == self._told_ordinal:
            return
        self._told_ordinal = ordinal
        here = entry_at(self.entries, ordinal or 0)
        outline = self.query_one("#outline", VirtualList)
        outline.show(len(self.entries), lambda index: self._entry_row(index, here), chosen=here)
        self.query_one("#beside", CommentPanel).show(dossier, ordinal)
        self.query_one("#proposals", ProposalPanel).show(dossier, ordinal)
        name_frame(self.query_one("#comments-panel"), title=f"Comments on {cite}")
        self.show_panel_keys()

    def show_panel_keys(self) -> None:
        """What can be done with the comments beside the text, while the keys go there."""
        panel = self.query_one("#beside", CommentPanel)
        is_asked = panel.has_focus and panel.chosen_thread is not None
        name_frame(self.query_one("#comments-panel"), subtitle=panel.KEYS_TOLD if is_asked else "")

    def _entry_row(self, index: int, here: int) -> tuple[Row, ...]:
        from zerodraft.tui.draft.outline import entry_row

        return (entry_row(self.entries[index], is_here=index == here),)

    def show_state(self) -> None:
        """The first row: what the text goes back to, and that words are unsaved."""
        if self.seen is None:
            return
        version = self.seen.last_issued
        unsaved = "unsaved words" if self.area.is_modified or self.seen.unsaved else ""
        self.top_bar.show(self.seen.title, version.designation if version else "", unsaved)


def _surveyed(desk: "Desk", dossier: "Dossier", source: str) -> "tuple[Survey, Margin]":
    from zerodraft.tui.draft.margin import margin_of
    from zerodraft.tui.draft.survey import survey

    read = survey(desk, dossier, source)
    return read, margin_of(read)


def _keep(desk: "Desk", slug: str, base: str, typed: str) -> None:
    typing = desk.begin_typing(slug, base)
    typing.rebase(base, typed)
    typing.keep()
