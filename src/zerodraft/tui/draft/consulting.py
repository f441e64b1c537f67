"""From the text to what other documents say: agreed language, quoted or taken over."""

from typing import TYPE_CHECKING

from textual import work

from zerodraft.errors import Refusal
from zerodraft.tui.actions import BY_ID
from zerodraft.tui.draft.saving import Saving

if TYPE_CHECKING:
    from zerodraft.desk.agreed_language import Quotation
    from zerodraft.desk.desk import Desk
    from zerodraft.tui.dialogs.agreed_language import Wanted
    from zerodraft.tui.draft.agreed_words import Asked

_MOST = 9


class Consulting(Saving):
    """Words of the text beside those on which somebody agreed before."""

    @work(group="asking")
    async def do_agreed_language(self) -> None:
        """For the words that are selected, or the paragraph of the cursor."""
        await self.read_again().wait()
        asked = self._asked()
        if asked is None:
            self.house.tell("There are no words here for which agreed language could be found.", "warning")
            return
        try:
            wanted = await self._wanted(asked)
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        if wanted is not None and wanted.is_comment:
            await self._quote(asked, wanted.quotation)
        elif wanted is not None:
            self._take_over(asked, wanted.quotation)
        self.area.focus()

    def _asked(self) -> "Asked | None":
        from zerodraft.tui.draft.agreed_words import asked_at

        if self.read is None or self.dossier.draft.source != self.area.source:
            return None
        start, end = (self.area.offset_of(each) for each in (self.area.selection.start, self.area.selection.end))
        return asked_at(self.dossier.draft, start, end)

    async def _wanted(self, asked: "Asked") -> "Wanted | None":
        """What the drafter chooses of that which was found."""
        from zerodraft.tui.dialogs.agreed_language import AgreedLanguage
        from zerodraft.tui.draft.agreed_words import fitting, nothing_found

        slug, words = self.dossier.slug, asked.words
        found, texts = await self.house.fetch("Looking for agreed language", lambda desk, _: _found(desk, slug, words))
        keys = self.house.keys_of(BY_ID["draft.agreed-language"])
        empty = nothing_found(texts, keys[0] if keys else "the palette")
        marks = self.house.plain_marks or self.house.no_color
        found = tuple(fitting(asked, each) for each in found)
        return await self.house.ask_for(AgreedLanguage(words, found, empty=empty, marks=marks))

    async def _quote(self, asked: "Asked", quotation: "Quotation") -> None:
        from zerodraft.tui.comments.speaking import comment_on
        from zerodraft.tui.draft.agreed_words import quoted_words

        dossier = self.dossier
        cite = dossier.reading.numbers[asked.ordinal].cite
        about = "" if asked.is_whole else asked.words
        await comment_on(self.house, dossier, cite, about, quoted_words(quotation))

    def _take_over(self, asked: "Asked", quotation: "Quotation") -> None:
        from zerodraft.tui.draft.agreed_words import taken_over

        if self.area.source != asked.draft.source:
            self.house.tell("The text was changed meanwhile: nothing was taken over.", "warning")
            return
        source = taken_over(asked, quotation)
        self.area.replace_all(source)
        if source == asked.draft.source:
            self.house.tell("The text says exactly this already.")
        elif self.area.source == source:
            place = f"{quotation.title}, paragraph {quotation.cite}"
            self.house.tell(f"Taken over from {place}; ctrl+s saves it, ctrl+z takes it back.")


def _found(desk: "Desk", slug: str, words: str) -> "tuple[tuple[Quotation, ...], int]":
    """The nearest wordings, and in how many texts they were looked for."""
    return desk.precedents(slug, words, _MOST), len(desk.agreed_texts(slug))
