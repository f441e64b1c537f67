"""Words that come back: from the drafter's own editor, from the folder, from a session that was cut off."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from zerodraft.core.text.strokes import stroke_between
from zerodraft.errors import Refusal
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.dialogs.waiting import WaitingWords
from zerodraft.tui.draft.saving import Saving

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.reconciling import Apart, Reconciled, WhatChanged
    from zerodraft.desk.typed import Typed

_LOOK_AGAIN = 2.0  # seconds between two looks into the folder
_BOTH, _MINE, _THEIRS, _LATER = "both", "mine", "theirs", "later"


class Returning(Saving):
    """Takes words back, and asks where two texts stand against each other."""

    def on_mount(self) -> None:
        self._mark: tuple[str, object] | None = None
        self._asking = False
        self.set_interval(_LOOK_AGAIN, self.look_into_folder)

    # --- the folder --------------------------------------------------------------------------

    @work(exclusive=True, group="folder")
    async def look_into_folder(self) -> None:
        """Read the declaration again when another program wrote into the folder or into the record."""
        seen = self.seen
        if seen is None or self.sent is not None or self._asking:
            return
        slug = seen.slug
        mark = await self.house.clerk.ask(lambda desk: desk.folder_mark(slug))
        former, self._mark = self._mark, (slug, mark)
        if former is None or former[0] != slug or former == self._mark:
            return
        await self.read_folder(slug)

    async def read_folder(self, slug: str) -> None:
        try:
            dossier = await self.house.fetch("Reading the folder", lambda desk, _: desk.open(slug))
        except Refusal as refusal:
            self.house.tell(f"{refusal.message} Your text stands here; ctrl+s writes it again.", "warning")
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

    def somebody_wrote(self) -> None:
        if not self._asking:
            self.ask_which()

    @work(group="asking")
    async def ask_which(self) -> None:
        """The text was changed by somebody else while words were typed: both, mine or theirs."""
        seen = self.seen
        assert seen is not None
        from zerodraft.desk.reconciling import Apart

        apart = Apart(self.base, self.area.source, seen.draft.source)
        self._asking = True
        try:
            changed, both = await self.house.fetch("Comparing", lambda desk, _: _told(desk, seen, apart))
            answer = await self.house.ask_for(_question(changed, both))
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        finally:
            self._asking = False
        if answer == _BOTH:
            self.area.replace_all(both.source)
        elif answer == _THEIRS:
            self.area.replace_all(apart.theirs)
        if answer in (_BOTH, _MINE, _THEIRS):
            self._rebase(apart.theirs)

    # --- an earlier session ------------------------------------------------------------------

    def journal_begun(self) -> None:
        self.offer_waiting()

    @work(group="asking")
    async def offer_waiting(self) -> None:
        """Offer the words of a session that ended without saving; tell of another window."""
        if self.seen is None:
            return
        slug = self.seen.slug
        waiting = await self.house.fetch("Looking for unsaved words", lambda desk, _: desk.typed(slug))
        for words in reversed(waiting):
            match await self.house.ask_for(WaitingWords(words)):
                case "take up":
                    await self._take_up(words)
                case "throw away":
                    words.drop()
        elsewhere = await self.house.fetch("Looking for other windows", lambda desk, _: desk.typing_elsewhere(slug))
        for each in elsewhere:
            self.house.tell(
                f"Another window has unsaved words in this text since {each.since:%H:%M}. "
                "Whoever saves second is asked how both can stand.",
                "warning",
            )

    async def _take_up(self, words: "Typed") -> None:
        """As one step in the editor; where the text moved on meanwhile, both stand, disputed words in brackets."""
        from zerodraft.desk.reconciling import Apart

        now, text = self.area.source, words.text
        if words.base != now:
            seen, apart = self.seen, Apart(words.base, words.text, now)
            assert seen is not None
            text = (await self.house.fetch("Merging", lambda desk, _: desk.reconcile(seen, apart))).source
        self.area.replace_all(text)
        first = stroke_between(now, text)
        self.area.go_to(first.start_line, first.start_column)
        await self.house.clerk.ask(lambda _: words.drop())
        self.house.tell("Your words are back; ctrl+s saves them, ctrl+z takes them out again.")

    # --- the drafter's own editor ------------------------------------------------------------

    @work(group="asking")
    async def do_editor(self) -> None:
        """Hand the text to $EDITOR, and take it back as one step."""
        from zerodraft.desk import editor

        seen, source = self.seen, self.area.source
        assert seen is not None
        line = self.area.cursor[0] + 1
        try:
            laid = await self.house.fetch(
                "Laying the text down", lambda desk, _: desk.lay_down(seen.slug, ("text",), source, source)
            )
            with self.app.suspend():
                editor.run(Path(laid.path), line)
            words = await self.house.fetch("Taking the text back", lambda desk, _: laid.words())
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        laid.drop()
        self.refresh(layout=True)
        if words != source:
            self.area.replace_all(words if source.endswith("\n") or not words.endswith("\n") else words[:-1])
            self.house.tell("Taken over from your editor; ctrl+s saves it, ctrl+z takes it back.")
        self.area.focus()


def _told(desk: "Desk", seen: "Dossier", apart: "Apart") -> "tuple[WhatChanged, Reconciled]":
    return desk.tell_apart(seen, apart), desk.reconcile(seen, apart)


def _question(changed: "WhatChanged", both: "Reconciled") -> Choice:
    return Choice(
        "The text was changed elsewhere while you typed",
        f"There: {changed.theirs}.\nHere: {changed.mine}.\nNothing of either is lost, whatever you choose.",
        (
            Way("b", _BOTH, f"Both: {both.sentence[0].lower()}{both.sentence[1:]}"),
            Way("m", _MINE, "What stands here; theirs stays in the record"),
            Way("t", _THEIRS, "What stands there; ctrl+z brings yours back"),
            Way("l", _LATER, "Later: it is asked again when you save"),
        ),
    )
