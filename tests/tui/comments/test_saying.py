"""Comments and replies: what is wrong is said in the dialog, and no word is lost on the way to the record."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from zerodraft.core.negotiation.thread import Thread
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.comments.speaking import comment_on
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.commenting import CommentDialog
from zerodraft.tui.dialogs.replying import ReplyDialog
from zerodraft.tui.dialogs.saying import Saying
from zerodraft.tui.widgets.key_bar import KeyBar
from zerodraft.tui.widgets.one_of import OneOf

NOTE = "harbour-note"
Answers = list[Remark | Reply | None]


class Room:
    """A dialog over the comments, and what it answered."""

    def __init__(self, app: ZerodraftApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot
        self.answers: Answers = []

    @property
    def dossier(self) -> Dossier:
        assert self.app.dossier is not None
        return self.app.dossier

    def thread(self, delegation: str) -> Thread:
        return next(thread for thread in self.dossier.threads if thread.root.delegation == delegation)

    async def open(self, dialog: CommentDialog | ReplyDialog) -> None:
        waiting: ModalScreen[Remark] | ModalScreen[Reply] = dialog
        self.app.push_screen(waiting, self.answers.append)
        await until(self.pilot, lambda: self.app.screen is dialog and dialog.keeping)
        await until(self.pilot, lambda: not self.app.workers._workers)

    @property
    def dialog(self) -> Saying[object]:
        assert isinstance(self.app.screen, Saying)
        return self.app.screen

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            if name == "words":
                self.dialog.area.load(value)
            else:
                self.dialog.query_one(f"#{name}", Input).value = value

    @property
    def note(self) -> str:
        return str(self.dialog.query_one(".note", Static).visual)

    async def refused(self, sentence: str) -> None:
        """Press the key that records; the dialog stays and says this."""
        await self.pilot.press("ctrl+s")
        await until(self.pilot, lambda: self.note == sentence)
        assert self.answers == []

    async def answered(self, key: str) -> Remark | Reply | None:
        await self.pilot.press(key)
        await until(self.pilot, lambda: self.answers)
        return self.answers.pop()

    @property
    def kept(self) -> list[str]:
        """The words that wait on the disk."""
        folder = self.app.place / ".git" / "zerodraft" / "edits"
        return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]


@asynccontextmanager
async def room(place: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Room]:
    async with stage(place, NOTE, at=Destination("comments"), size=size) as (app, pilot):
        yield Room(app, pilot)


def test_a_comment_is_typed_field_by_field(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1", "small ships"))
            await stand.pilot.press(*"jap", "enter")
            await until(stand.pilot, lambda: stand.dialog.value("who") == "Japan")
            await stand.pilot.press("tab", "tab", "tab", *"Panel", "tab", *"[shall]", "enter", *"Yes.")
            answer = await stand.answered("ctrl+s")
            assert answer == Remark("JPN", "1", "[shall]\nYes.", "rev-1", "small ships", "Panel")

    asyncio.run(story())


def test_the_drafter_sees_whom_and_what_the_comment_is_about(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            assert "We agree to keep [all - Japan; Fiji delete] ports open" in text_of(stand.app)
            stand.fill(who="viet")
            await until(stand.pilot, lambda: stand.note == "Viet Nam (VNM)")

    asyncio.run(story())


NO_SUCH_PASSAGE = (
    "There is no passage in paragraph 1 of Rev.1 that reads “large ships”. "
    "Quote the words as they stand there, enough of them to be found once."
)
NO_SINGLE_PASSAGE = (
    "There is no single passage in paragraph 1 of Rev.1 that reads “to”. "
    "The words stand there 2 times; quote some more of them."
)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"who": ""}, "Who says this? A code, a name or a group: JPN, Japan, ASEAN."),
        ({"who": "Japn"}, "No delegation is called “Japn”. Do you mean Japan?"),
        ({"paragraph": " "}, "Which paragraph is it about? Its number, as it is cited."),
        ({"paragraph": "99"}, "There is no paragraph “99”. Draft (2) shows the text."),
        ({"words": " \n"}, "There are no words to record yet."),
        ({"quote": "large ships"}, NO_SUCH_PASSAGE),
        ({"quote": "to"}, NO_SINGLE_PASSAGE),
    ],
)
def test_what_is_wrong_is_said_in_the_dialog_and_the_words_stay(
    harbour: Path, fields: dict[str, str], sentence: str
) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            stand.fill(**{"who": "JPN", "words": "All of [them].", **fields})
            await stand.refused(sentence)
            assert stand.dialog.area.source == fields.get("words", "All of [them].")
            assert stand.dialog.query_one(".note").has_class("-wrong")

    asyncio.run(story())


def test_the_version_that_was_read_can_be_chosen(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "3"))
            versions = stand.dialog.query_one("#version", OneOf)
            assert versions.words == ("Rev.1", "Zero Draft", "working text")
            versions.focus()
            await stand.pilot.press("right")
            stand.fill(who="FJI", words="Storms.", quote="in the autumn")
            answer = await stand.answered("ctrl+s")
            assert answer == Remark("FJI", "3", "Storms.", "zero-draft", "in the autumn", "")

    asyncio.run(story())


def test_words_wait_for_the_same_paragraph_and_for_no_other(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            stand.fill(words="Not [yet] ready.")
            assert await stand.answered("escape") is None
            assert stand.kept == ["Not [yet] ready."]
            await stand.open(CommentDialog(stand.dossier, "2"))
            assert stand.dialog.area.source == ""
            assert await stand.answered("escape") is None
            await stand.open(CommentDialog(stand.dossier, "1"))
            assert stand.dialog.area.source == "Not [yet] ready."
            assert stand.note == "These words were typed here before, and not recorded."
            stand.fill(words="")
            assert await stand.answered("escape") is None
            assert stand.kept == []

    asyncio.run(story())


def test_words_that_the_command_line_left_are_taken_up(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.lay_down(NOTE, ("comment", "1"), "another paragraph", "From the editor.")

    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            assert stand.dialog.area.source == "From the editor."
            assert stand.note == "These words were typed when something else stood here; they were not recorded."

    asyncio.run(story())


def test_words_that_are_recorded_already_are_not_offered_again(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.lay_down(NOTE, ("comment", "1"), "x", "All of them.\n")

    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            assert stand.dialog.area.source == ""
            assert stand.kept == []

    asyncio.run(story())


def test_a_terminal_that_is_closed_loses_no_word(harbour: Path) -> None:
    async def story() -> list[str]:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            stand.fill(words="In the middle of a senten")
            stand.app.leave_at_once(129)
        return stand.kept

    assert asyncio.run(story()) == ["In the middle of a senten"]


def test_what_the_record_refuses_comes_back_with_all_its_fields(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            stand.app.run_worker(comment_on(stand.app, stand.dossier, "1", "small ships"))
            await until(stand.pilot, lambda: isinstance(stand.app.screen, CommentDialog) and stand.dialog.keeping)
            stand.fill(who="JPN", occasion="Panel", words="x" * 70_000)
            first = stand.dialog
            await stand.pilot.press("ctrl+s")
            await until(stand.pilot, lambda: stand.app.screen is not first and isinstance(stand.app.screen, Saying))
            await until(stand.pilot, lambda: stand.dialog.area.source)
            assert [told.sentence for told in stand.app.told] == [
                "The comment can't be recorded: The comment is longer than 64 KiB. Change the words."
            ]
            assert (stand.dialog.value("who"), stand.dialog.value("occasion")) == ("JPN", "Panel")
            assert stand.dialog.value("quote") == "small ships"
            stand.fill(words="Shorter.")
            await stand.pilot.press("ctrl+s")
            await until(stand.pilot, lambda: len(stand.dossier.threads) == 5)
            await until(stand.pilot, lambda: stand.kept == [])

    asyncio.run(story())


# --- replies -----------------------------------------------------------------------------------


def test_a_reply_is_in_the_name_of_the_secretariat_unless_somebody_else_is_named(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            japan = stand.thread("JPN")
            await stand.open(ReplyDialog(stand.dossier, japan))
            assert "Reply to Japan on ¶ 1" in text_of(stand.app)
            await stand.pilot.press(*"Noted.")
            assert await stand.answered("ctrl+s") == Reply("SEC", japan.root.id, "Noted.")
            await stand.open(ReplyDialog(stand.dossier, japan))
            stand.fill(who="Fiji", words="We agree.")
            assert await stand.answered("ctrl+s") == Reply("FJI", japan.root.id, "We agree.")

    asyncio.run(story())


def test_a_matter_is_settled_with_words_or_without(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            japan = stand.thread("JPN")
            await stand.open(ReplyDialog(stand.dossier, japan, resolves=True))
            assert await stand.answered("ctrl+s") == Reply("SEC", japan.root.id, "", resolves=True)
            await stand.open(ReplyDialog(stand.dossier, japan))
            await stand.refused("There are no words to record yet; a matter can be settled without.")
            await stand.pilot.press("f6")
            assert await stand.answered("ctrl+s") == Reply("SEC", japan.root.id, "", resolves=True)

    asyncio.run(story())


def test_a_matter_is_settled_by_nobody_but_the_secretariat_and_whoever_raised_it(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour) as stand:
            japan = stand.thread("JPN")
            await stand.open(ReplyDialog(stand.dossier, japan, resolves=True))
            stand.fill(who="FJI")
            await stand.refused("Japan raised this matter; only Japan or the secretariat can settle it.")
            stand.fill(who="Japan")
            assert await stand.answered("ctrl+s") == Reply("JPN", japan.root.id, "", resolves=True)

    asyncio.run(story())


@pytest.mark.parametrize("size", [(80, 24), (60, 14), (20, 5)])
def test_a_dialog_can_be_used_at_each_size(harbour: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with room(harbour, size) as stand:
            japan = stand.thread("JPN")
            await stand.open(ReplyDialog(stand.dossier, japan))
            await stand.pilot.press(*"Yes")
            await until(stand.pilot, lambda: "Yes" in text_of(stand.app))
            assert await stand.answered("ctrl+s") == Reply("SEC", japan.root.id, "Yes")

    asyncio.run(story())


def test_where_the_disk_takes_no_words_the_dialog_stays_and_they_are_copied(harbour: Path) -> None:
    (harbour / ".git" / "zerodraft").mkdir(exist_ok=True)
    (harbour / ".git" / "zerodraft" / "edits").write_text("no folder", encoding="utf-8")

    async def story() -> None:
        async with room(harbour) as stand:
            await stand.open(CommentDialog(stand.dossier, "1"))
            stand.fill(words="Precious.")
            await stand.pilot.press("escape")
            await until(stand.pilot, lambda: stand.dialog.query_one(".note").has_class("-wrong"))
            await until(stand.pilot, lambda: stand.app.clipboard == "Precious.")
            assert (stand.answers, stand.dialog.area.source) == ([], "Precious.")
            assert await stand.answered("escape") is None

    asyncio.run(story())


def test_the_mouse_fills_a_reply_and_records_it(harbour: Path) -> None:
    async def story() -> None:
        async with room(harbour, (80, 24)) as stand:
            japan = stand.thread("JPN")
            await stand.open(ReplyDialog(stand.dossier, japan))
            await stand.pilot.click("#matter", offset=(16, 0))
            await until(stand.pilot, lambda: stand.dialog.query_one("#matter", OneOf).chosen == "is settled")
            await stand.pilot.click(KeyBar, offset=(3, 0))
            await until(stand.pilot, lambda: stand.answers)
            assert stand.answers == [Reply("SEC", japan.root.id, "", resolves=True)]

    asyncio.run(story())
