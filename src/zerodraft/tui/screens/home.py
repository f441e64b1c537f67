"""Home: the documents, what is new since you left, and who has answered."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from zerodraft.desk.dossier import Overview
from zerodraft.errors import Refusal
from zerodraft.tui.actions import Scope
from zerodraft.tui.screens.place_screen import PlaceScreen, bindings_of
from zerodraft.tui.widgets.row import Piece, Row, row
from zerodraft.tui.widgets.virtual_list import VirtualList


class HomeScreen(PlaceScreen):
    """The first screen."""

    SCOPE = Scope.HOME
    BINDINGS: ClassVar = bindings_of(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._documents: list[Overview] = []

    def compose_body(self) -> ComposeResult:
        with Horizontal(), Vertical():
            yield VirtualList(id="documents", empty="Reading the workspace …")

    def on_mount(self) -> None:
        super().on_mount()
        self.read_documents()

    @work(exclusive=True, group="documents")
    async def read_documents(self) -> None:
        try:
            self._documents = list(await self.house.fetch("Reading the documents", lambda desk, _: desk.documents()))
        except Refusal as refusal:
            self.house.refused = refusal
            self.house.exit(refusal.exit_code)
            return
        documents = self.query_one("#documents", VirtualList)
        documents.show(len(self._documents), self._rows, empty="No document yet: n begins one.")

    def _rows(self, index: int) -> tuple[Row]:
        document = self._documents[index]
        return (
            row(
                Piece(document.title, "strong"),
                tail=(Piece(f"{document.version or '—'}  "), Piece(f"{document.open_comments} open ", "quiet")),
            ),
        )

    def do_open(self) -> None:
        documents = self.query_one("#documents", VirtualList)
        if documents.count:
            self.open_document(self._documents[documents.chosen].slug)

    def on_virtual_list_opened(self, _event: VirtualList.Opened) -> None:
        self.do_open()

    @work(exclusive=True, group="open")
    async def open_document(self, slug: str) -> None:
        if await self.house.open_declaration(slug):
            self.go("draft")

    def do_back(self) -> None:
        self.do_quit()
