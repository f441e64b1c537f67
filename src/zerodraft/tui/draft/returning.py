"""Words that come back: from the drafter's own editor, from the folder, from a session that was cut off."""

import asyncio
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported

from zerodraft.core.text.strokes import stroke_between
from zerodraft.errors import NotThere, Refusal
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.draft.saving import Saving
from zerodraft.tui.editor.messages import Edited

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.reconciling import Apart, Reconciled, WhatChanged
    from zerodraft.desk.typed import Typed
    from zerodraft.desk.unrecorded import Unrecorded

_LOOK_AGAIN = 2.0  # seconds between two looks into the folder
_EACH_COMMENT = 5  # looks until one is at each comment's file, which takes 2 ms; the others are at their folder
_PAUSE = 0.8  # seconds without a key: whoever goes on typing is not asked in the middle of a word
_BOTH, _MINE, _THEIRS, _LATER = "both", "mine", "theirs", "later"


class Returning(Saving):
    """Takes words back, and asks where two texts stand against each other."""

    def on_mount(self) -> None:
        self._mark: tuple[str, tuple[object, ...]] | None = None
        self._looking = False
        self._glance: Future[object] | None = None
        self._glances = 0
        self._asking = False
        self._last_edit = 0.0
        self.set_interval(_LOOK_AGAIN, self.glance)

    def on_edited(self, _event: Edited) -> None:
        self._last_edit = monotonic()

    # --- the folder --------------------------------------------------------------------------

    def glance(self) -> None:
        """Have the clerk see whether there is anything to read: where nothing changed, nobody else is woken."""
        seen = self.seen
        if seen is None or self._is_busy or (self._glance is not None and not self._glance.done()):
            return
        self._glances += 1
        known = self._mark[1] if self._mark and self._mark[0] == seen.slug else seen.mark
        former = known if self._glances % _EACH_COMMENT else ()
        come = partial(asyncio.get_running_loop().call_soon_threadsafe, self.look_into_folder, context=copy_context())
        self._glance = self.house.clerk.send(
            lambda desk: come() if desk.folder_mark(seen.slug, former) != known else None
        )

    @property
    def _is_busy(self) -> bool:
        """Whether it makes no sense to look now: what is on its way will be looked at, or is asked about."""
        return self.sent is not None or self._asking or self._looking

    @work(group="folder")
    async def look_into_folder(self) -> None:
        """Read the declaration again when another program wrote into the folder or into the record."""
        seen = self.seen
        if seen is None or self._is_busy:
            return
        self._looking = True
        try:
            await self._look(seen)
        finally:
            self._looking = False

    async def _look(self, seen: "Dossier") -> None:
        slug = seen.slug
        mark = await self.house.clerk.ask(lambda desk: desk.folder_mark(slug))
        has_changed = mark != seen.mark and (slug, mark) != self._mark
        self._mark = (slug, mark)
        if has_changed and self.seen is not None and self.seen.slug == slug:
            await self.read_folder(slug)

    async def read_folder(self, slug: str) -> None:
        try:
            dossier = await self.house.fetch("Reading the folder", lambda desk, _: desk.open(slug))
        except Refusal as refusal:
            await self._tell_unreadable(slug, refusal)
            return
        if self.seen is None or self.seen.slug != slug:
            return
        was, now = self.seen.draft.source, dossier.draft.source
        typed = self.has_typed_words
        self.house.show(dossier)
        if was != now and not typed and now != self.sent:
            self.house.tell(
                "Another program changed the text: it is shown as it stands now. ctrl+z shows it as before."
            )

    async def _tell_unreadable(self, slug: str, refusal: Refusal) -> None:
        is_gone = await self.house.clerk.ask(lambda desk: _is_gone(desk, slug))
        if self.seen is None or self.seen.slug != slug:
            return
        self.is_gone = is_gone
        way_out = self.house.next_step(refusal)
        if is_gone:
            way_out = "ctrl+s asks what to do." if isinstance(refusal, NotThere) else "ctrl+s writes it again."
        self.house.tell(f"{refusal.message} Your text stands here. {way_out}", "warning")

    # --- two texts ---------------------------------------------------------------------------

    def somebody_wrote(self) -> None:
        if not self._asking:
            self._asking = True
            self.ask_which(is_awaited=self.is_saving)

    @work(group="asking")
    async def ask_which(self, *, is_awaited: bool) -> None:
        """The text was changed by somebody else while words were typed: both, mine or theirs."""
        try:
            while not is_awaited and monotonic() - self._last_edit < _PAUSE:
                await asyncio.sleep(_PAUSE / 8)
            await self._ask_which(is_awaited=is_awaited)
        except Refusal as refusal:
            self.house.refuse(refusal)
        finally:
            self._asking = False

    async def _ask_which(self, *, is_awaited: bool) -> None:
        from zerodraft.desk.reconciling import Apart

        seen, source = self.seen, self.area.source
        assert seen is not None
        if seen.draft.source in (self.base, source):
            return  # another text is open by now, or the two have become one
        apart = Apart(self.base, source, seen.draft.source)
        changed, both = await self.house.fetch("Comparing", lambda desk, _: _told(desk, seen, apart))
        if self.seen is not seen or self.area.source != source:
            await self._ask_which(is_awaited=is_awaited)
            return
        answer = await self.house.ask_for(_question(changed, both, is_awaited=is_awaited))
        if answer == _BOTH:
            self.area.replace_all(both.source)
        elif answer == _THEIRS:
            self.area.replace_all(apart.theirs)
        if answer in (_BOTH, _MINE, _THEIRS):
            self._rebase(apart.theirs)

    async def _merged(self, base: str, words: str) -> str:
        """The text on the screen with what somebody made of `base`: disputed words stand in brackets."""
        from zerodraft.desk.reconciling import Apart

        while (now := self.area.source) != base:
            seen, apart = self.seen, Apart(base, words, now)
            assert seen is not None
            merged = await self.house.fetch("Merging", _merging(seen, apart))
            if self.area.source == now:
                return merged.source
        return words

    # --- an earlier session ------------------------------------------------------------------

    def journal_begun(self) -> None:
        self.offer_waiting()

    @work(group="asking")
    async def offer_waiting(self) -> None:
        """Offer the words of a session that ended without saving; tell of another window."""
        if self.seen is None:
            return
        slug = self.seen.slug
        try:
            waiting = await self.house.fetch("Looking for unsaved words", lambda desk, _: desk.typed(slug))
            for words in reversed(waiting):
                if self.seen.slug == slug:
                    await self._offer(words)
            await self._tell_of_other_windows(slug)
        except Refusal as refusal:
            self.house.refuse(refusal)

    async def _offer(self, words: "Typed") -> None:
        if words.text == self.area.source and not words.cut_off:
            await self._forget(words)  # the same was taken up just now
            return
        # With it come the redline and what it is drawn with: 30 ms that nobody need wait for before the text.
        from zerodraft.tui.dialogs.waiting import WaitingWords

        match await self.house.ask_for(WaitingWords(words)):
            case "take up" if self.seen is not None and self.seen.slug == words.slug:
                await self._take_up(words)
            case "throw away":
                words.drop()

    async def _take_up(self, words: "Typed") -> None:
        """As one step in the editor; where the text moved on meanwhile, both stand, disputed words in brackets."""
        text = await self._merged(words.base, words.text)
        first = stroke_between(self.area.source, text)
        self.area.replace_all(text)
        self.area.go_to(first.start_line, first.start_column)
        await self._forget(words)
        self.house.tell("Your words are back; ctrl+s saves them, ctrl+z takes them out again.")

    async def _forget(self, words: "Typed") -> None:
        """They stand in the journal of this session now, which is on the disk before the other one is removed."""
        if self.typing is not None:
            self.typing.flush()
        await self.house.clerk.ask(lambda _: words.drop())

    async def _tell_of_other_windows(self, slug: str) -> None:
        elsewhere = await self.house.fetch("Looking for other windows", lambda desk, _: desk.typing_elsewhere(slug))
        for each in elsewhere:
            self.house.tell(
                f"Another window has unsaved words in this text since {each.since:%H:%M}. "
                "Whoever saves second is asked how both can stand.",
                "warning",
            )

    # --- the drafter's own editor ------------------------------------------------------------

    @work(group="asking")
    async def do_editor(self) -> None:
        """Hand the text to $EDITOR, and take it back as one step."""
        seen, source = self.seen, self.area.source
        assert seen is not None
        try:
            laid = await self.house.fetch(
                "Laying the text down", lambda desk, _: desk.lay_down(seen.slug, ("text",), source, source)
            )
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        try:
            self._edit_outside(laid)
            await self._take_back(laid, seen.slug, source)
        except SuspendNotSupported:
            laid.drop()
            self.house.tell("No other editor can be opened in this terminal.", "warning")
        except Refusal as refusal:
            self._refuse_editor(laid, source, refusal)
        self.area.focus()

    def _edit_outside(self, laid: "Unrecorded") -> None:
        from zerodraft.desk import editor

        line = self.area.cursor[0] + 1
        with self.app.suspend():
            editor.run(Path(laid.path), line)
        self.refresh(layout=True)

    async def _take_back(self, laid: "Unrecorded", slug: str, source: str) -> None:
        from zerodraft.desk.editing import with_last_line_end_of

        words = with_last_line_end_of(source, laid.words())
        if source.strip() and not words.strip():
            self.house.tell("Your editor left an empty text; the words stand here as they were.", "warning")
        elif words != source:
            text = await self._merged(source, words)
            if self.seen is None or self.seen.slug != slug:
                return
            self.area.replace_all(text)
            self.house.tell("Taken over from your editor; ctrl+s saves it, ctrl+z takes it back.")
        laid.drop()

    def _refuse_editor(self, laid: "Unrecorded", source: str, refusal: Refusal) -> None:
        """What the editor left is kept, unless it is the text as it was."""
        with suppress(Refusal):
            if laid.words() == source:
                laid.drop()
                self.house.refuse(refusal)
                return
        next_step = self.house.next_step(refusal)
        self.house.tell(f"{refusal.message} What the editor left is in {laid.path}. {next_step}".rstrip(), "error")


def _is_gone(desk: "Desk", slug: str) -> bool:
    with suppress(Refusal):
        return desk.text_on_disk(slug) is None
    return False


def _told(desk: "Desk", seen: "Dossier", apart: "Apart") -> "tuple[WhatChanged, Reconciled]":
    return desk.tell_apart(seen, apart), desk.reconcile(seen, apart)


def _merging(seen: "Dossier", apart: "Apart") -> "Callable[[Desk, object], Reconciled]":
    return lambda desk, _: desk.reconcile(seen, apart)


def _question(changed: "WhatChanged", both: "Reconciled", *, is_awaited: bool) -> Choice:
    return Choice(
        "The text was changed elsewhere while you typed",
        f"There: {changed.theirs}.\nHere: {changed.mine}.\nNothing of either is lost, whatever you choose.",
        (
            Way("b", _BOTH, f"Both: {both.sentence[0].lower()}{both.sentence[1:]}"),
            Way("m", _MINE, "What stands here; theirs stays in the record"),
            Way("t", _THEIRS, "What stands there; ctrl+z brings yours back"),
            Way("l", _LATER, "Later: it is asked again when you save"),
        ),
        is_awaited=is_awaited,
    )
