"""From the text: what a delegation says, what the secretariat answers, a version issued to all."""

from textual import work

from zerodraft.tui.comments.panel import CommentPanel
from zerodraft.tui.comments.speaking import comment_on, reply_to
from zerodraft.tui.destination import Destination
from zerodraft.tui.draft.saving import Saving


class Speaking(Saving):
    """Comments, replies, issues."""

    @work(group="asking")
    async def do_comment(self) -> None:
        """A comment on the paragraph of the cursor, or on the words that are selected in it."""
        dossier, ordinal = self.dossier, self.ordinal
        if ordinal is None:
            self.house.tell("There is no paragraph here to comment on.", "warning")
            return
        cite = dossier.reading.numbers[ordinal].cite
        quote = " ".join(self.area.selected_text.split())
        await comment_on(self.house, dossier, cite, quote)
        self.area.focus()

    @work(group="asking")
    async def do_answer(self) -> None:
        """Answer the comment that is chosen beside the text."""
        dossier = self.dossier
        thread = self.query_one(CommentPanel).chosen_thread
        if thread is None:
            self.house.tell("There is no comment on this paragraph; ctrl+n goes to the next one that has.", "warning")
            return
        await reply_to(self.house, dossier, thread)
        self.area.focus()

    @work(group="asking")
    async def do_issue(self) -> None:
        from zerodraft.tui.dialogs.issuing import issue_text

        await issue_text(self.house)
        self.area.focus()

    @work(group="going")
    async def do_redline(self) -> None:
        """The redline against the last issued version, at this paragraph; with what is typed and not saved."""
        dossier = self.dossier
        if dossier.last_issued is None:
            self.house.tell("Nothing was issued yet to compare with; f9 issues the text.", "warning")
            return
        await self.go_on("versions", old="last")

    async def go_on(self, place: str, *, old: str = "") -> None:
        """To another place, with the text as it stands here."""
        await self.read_again().wait()
        await self.house.go_to(Destination(place, ordinal=self.ordinal, old=old))
