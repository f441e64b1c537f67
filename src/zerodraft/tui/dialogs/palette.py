"""The palette: anything by its name. Actions, documents, paragraphs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import work

from zerodraft.errors import Refusal
from zerodraft.tui.actions import Scope, in_scope
from zerodraft.tui.dialogs.finder import Finder
from zerodraft.tui.offers import Knowledge, Offer, documents, offered, paragraphs, ranked

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.house import House


class Palette(Finder):
    """Opens at once with what is known; documents follow as soon as the desk has named them."""

    def __init__(self, scope: Scope, known: Knowledge, dossier: "Dossier | None") -> None:
        super().__init__("Do anything", "an action, a document, a paragraph’s number", self._found)
        self._actions = tuple(offered(in_scope(scope), known))
        self._documents: tuple[Offer, ...] = ()
        self._dossier = dossier

    def _found(self, words: str) -> Sequence[Offer]:
        return (*self._paragraphs(words), *ranked((*self._actions, *self._documents), words))

    def _paragraphs(self, words: str) -> Sequence[Offer]:
        if self._dossier is None:
            return ()
        texts = self._dossier.draft.paragraphs
        return tuple(paragraphs(words, self._dossier.reading.numbers, lambda ordinal: texts[ordinal].text))

    def on_mount(self) -> None:
        self.name_documents()

    @work(exclusive=True, group="titles")
    async def name_documents(self) -> None:
        house = cast("House", self.app)
        try:
            titles = await house.fetch("Reading the titles", lambda desk, _: desk.titles())
        except Refusal:
            return  # the screen below tells why the workspace can't be read
        self._documents = tuple(documents(titles))
        self.find_again()
