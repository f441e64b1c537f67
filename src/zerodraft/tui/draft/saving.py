"""Saving, and never losing: the record, the folder, the drafter's own editor, words of an earlier session."""

from asyncio import Lock
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from zerodraft.errors import MovedOn, NameUnknown, NotThere, Refusal
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.draft.writing import Writing

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Done, Dossier
    from zerodraft.formats.bookmark import Bookmark

_SAVE, _KEEP, _THROW_AWAY, _BEGIN_AGAIN = "save", "keep", "throw away", "begin again"


class Saving(Writing):
    """What becomes of the words that were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._saving = Lock()
        self.is_gone = False
        """The text's file is not in the folder any more."""

    @work(group="saving")
    async def do_save(self) -> None:
        if self._is_saved:
            self.house.tell("Everything is saved.")
            return
        await self.save_now()

    @property
    def is_saving(self) -> bool:
        """The drafter asked for it, and waits."""
        return self._saving.locked()

    @property
    def _is_saved(self) -> bool:
        return not (self.has_unsaved_words or self.is_gone)

    def dossier_changed(self, dossier: "Dossier") -> None:
        self.is_gone = False
        super().dossier_changed(dossier)

    async def save_now(self, words_of: str = "", answers: str = "") -> bool:
        """Record the text as it stands; whether it is recorded now.

        What lies in the folder unrecorded is recorded first, as an act of its own: nobody's words are written over.
        Who asks again while a save is under way has saved what was typed meanwhile.
        """
        assert self.seen is not None
        slug = self.seen.slug
        async with self._saving:
            if self.seen.slug != slug:
                return False
            return self._is_saved or await self._save(self.seen, words_of, answers)

    async def _save(self, seen: "Dossier", words_of: str, answers: str) -> bool:
        source = self.area.source
        if seen.draft.source not in (self.base, source):
            self.somebody_wrote()
            return False
        self.sent = source
        try:
            done = await self._with_name(lambda desk: _record(desk, seen, source, words_of, answers))
            if done is not None:
                self.house.tell(done.sentence)
                await self.house.reread()
            return done is not None
        except (MovedOn, NotThere) as refusal:
            if await self.house.clerk.ask(lambda desk: seen.slug not in desk.slugs()):
                return await self._begin_again(seen, source)
            self.sent = None
            await self._look_what_moved(seen, refusal)
        except Refusal as refusal:
            self.house.refuse(refusal)
        finally:
            self.sent = None
        return False

    async def _begin_again(self, seen: "Dossier", source: str) -> bool:
        """The declaration was taken out of the record while its text was open: record it anew, if that is meant."""
        answer = await self.house.ask_for(
            Choice(
                "This document was removed by another program",
                f"{seen.title} is neither in its folder nor in the record any more. Your text stands here.",
                (
                    Way("b", _BEGIN_AGAIN, "Begin it again with this text; its comments stay in the history alone"),
                    Way("l", _KEEP, "Leave it: your words are kept, and offered when it is there again"),
                ),
                chosen=1,
            )
        )
        if answer != _BEGIN_AGAIN:
            return False
        done = await self._with_name(lambda desk: _anew(desk, seen, source))
        if done is not None:
            self.house.tell(done.sentence)
            await self.house.reread()
        return done is not None

    async def _look_what_moved(self, seen: "Dossier", refusal: Refusal) -> None:
        """Read the text that moved on: where its words are others, that is asked about, else it is told."""
        await self.house.reread()
        if self.seen is not None and self.seen.slug == seen.slug and self.seen.draft.source == seen.draft.source:
            self.house.refuse(refusal)

    async def _with_name(self, errand: "Callable[[Desk], Done]") -> "Done | None":
        """Run an errand that records; where git knows no name for the drafter, ask for one first."""
        try:
            return await self.house.fetch("Saving", lambda desk, _: errand(desk), urgent=True)
        except NameUnknown:
            if not await self.house.introduce():
                return None
            return await self.house.fetch("Saving", lambda desk, _: errand(desk), urgent=True)

    @work(group="saving")
    async def do_save_as(self) -> None:
        """Save the text with a delegation's words, in its name."""
        if self._is_saved:
            self.house.tell("Everything is saved.")
            return
        known = [each.code for each in self.dossier.delegations.delegations]
        who = await self.house.ask_for(
            Prompt("Whose words are these?", hint="JPN, Japan, EU …", known=known, check=self._who_is_unknown)
        )
        if who:
            await self.save_now(words_of=who)

    def _who_is_unknown(self, name: str) -> str:
        return "" if self.dossier.delegations.resolve(name) else f"Nobody in the list is called {name}."

    @work(group="saving")
    async def do_throw_away(self) -> None:
        """Back to the text in the folder, as one step that ctrl+z takes back."""
        if not self.has_typed_words or self.seen is None:
            self.house.tell("There are no unsaved words.")
            return
        self.area.replace_all(self.seen.draft.source)
        if self.base != self.seen.draft.source:
            self._rebase(self.seen.draft.source)
        self.house.tell("The text is as it was saved; ctrl+z brings your words back.")

    def bookmarked(self, bookmark: "Bookmark") -> "Bookmark":
        line, column = self.area.cursor
        return replace(bookmark, line=line, column=column)

    # --- leaving -----------------------------------------------------------------------------

    async def may_leave(self) -> bool:
        if not self.has_typed_words:
            self.end_journal()
            return True
        assert self.seen is not None
        answer = await self.house.ask_for(
            Choice(
                "Some words are not saved",
                f"Words in {self.seen.title} are not recorded yet.",
                (
                    Way("s", _SAVE, "Save them now, then quit"),
                    Way("k", _KEEP, "Keep them: the next start offers them"),
                    Way("t", _THROW_AWAY, "Throw them away"),
                ),
            )
        )
        match answer:
            case "save":
                return await self._save_and_leave()
            case "keep":
                self.keep_words()
                return True
            case "throw away":
                if self.typing is not None:
                    self.typing.discard()
                self.typing = None
                return True
            case _:
                return False

    async def _save_and_leave(self) -> bool:
        if await self.save_now():
            self.end_journal()
            return True
        return False


def _anew(desk: "Desk", seen: "Dossier", source: str) -> "Done":
    from zerodraft.desk.texts import Beginning

    return desk.new(seen.slug, Beginning(seen.settings, source=source))


def _record(desk: "Desk", seen: "Dossier", source: str, words_of: str, answers: str) -> "Done":
    from zerodraft.desk.texts import Credit

    stands = seen
    if seen.unsaved and source != seen.draft.source:
        desk.record_folder(seen)
        # Not what is recorded by now, which another program may have done in between.
        stands = replace(seen, recorded=seen.reading.text_id, unsaved=False)
    credit = Credit(answers=answers, words_of=words_of) if words_of else Credit(answers=answers)
    return desk.save(stands, source, credit)
