"""The three forms with which a declaration begins."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from textual import work
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, TextArea

from zerodraft.errors import Refusal
from zerodraft.formats.settings import LANGUAGES
from zerodraft.formats.skeleton import KINDS
from zerodraft.tui.dialogs.begin_form import BeginForm, field
from zerodraft.tui.home.beginning import Wanted, listed, path_in
from zerodraft.tui.home.folder import completion
from zerodraft.tui.widgets.one_of import OneOf
from zerodraft.tui.widgets.row import Piece, Row, row
from zerodraft.tui.widgets.virtual_list import VirtualList

_LANGUAGES = {"English": LANGUAGES[0], "Bahasa Indonesia": LANGUAGES[1]}
_ENCODINGS = {"UTF-8": "", "Windows (cp1252)": "cp1252", "Mac (mac-roman)": "mac-roman", "UTF-16": "utf-16"}
_DELEGATIONS = "who takes part: ASEAN, Japan, FJI … or nothing yet"


class FromKind(BeginForm):
    """A title, a kind and focus areas give a text in which every place to fill is marked."""

    WAY = "kind"
    DEFAULT_CSS = "FromKind TextArea { height: 4; }"

    def __init__(self, taken: Collection[str]) -> None:
        super().__init__("A new declaration, from its kind", taken)

    def compose_fields(self) -> Iterator[Widget]:
        yield field("Title", Input(id="title"))
        yield field("Name", Input(id="name", placeholder="one word by which it is known here"))
        yield field("Kind", OneOf(KINDS, id="kind"))
        yield field("Language", OneOf(tuple(_LANGUAGES), id="language"))
        areas = TextArea(id="areas", placeholder="one a line", tab_behavior="focus", highlight_cursor_line=False)
        yield field("Focus areas", areas)
        yield field("Delegations", Input(id="delegations", placeholder=_DELEGATIONS))

    def on_mount(self) -> None:
        self.query_one("#kind", OneOf).choose("declaration")
        self.query_one("#title").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        super().on_input_changed(event)
        if event.input.id == "title":
            self.propose(event.value)

    def has_words(self) -> bool:
        return bool(self.query_one(TextArea).text.strip()) or super().has_words()

    def wanted(self) -> Wanted:
        return Wanted(
            self.words("name"),
            self.words("title"),
            self.query_one("#kind", OneOf).chosen,
            _LANGUAGES[self.query_one("#language", OneOf).chosen],
            tuple(area for area in map(str.strip, self.query_one(TextArea).text.splitlines()) if area),
            listed(self.words("delegations")),
        )


class FromSample(BeginForm):
    """A sample brings its text and its settings."""

    WAY = "sample"
    DEFAULT_CSS = "FromSample VirtualList { height: 6; background: $surface; margin-bottom: 1; }"

    def __init__(self, taken: Collection[str]) -> None:
        super().__init__("A new declaration, from a sample", taken)
        self._samples: tuple[tuple[str, str], ...] = ()

    def compose_fields(self) -> Iterator[Widget]:
        yield VirtualList(id="samples", empty="Reading the samples …")
        yield field("Name", Input(id="name", placeholder="one word by which it is known here"))

    def on_mount(self) -> None:
        self.samples.focus()
        self.read_samples()

    @property
    def samples(self) -> VirtualList:
        return self.query_one("#samples", VirtualList)

    @work(exclusive=True, group="samples")
    async def read_samples(self) -> None:
        from zerodraft.desk.starting import sample_titles

        try:
            self._samples = await self.house.fetch("Reading the samples", lambda _, __: sample_titles())
        except Refusal as refusal:
            self.tell(self.told(refusal))
            return
        self.samples.show(len(self._samples), self._rows)
        self.propose(self._samples[0][0])

    def _rows(self, index: int) -> tuple[Row]:
        slug, title = self._samples[index]
        return (row(title, tail=(Piece(slug, "quiet"),)),)

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        self.propose(self._samples[event.index][0])

    def on_virtual_list_opened(self, _event: VirtualList.Opened) -> None:
        self.query_one("#name").focus()

    def wrong(self) -> str:
        return super().wrong() if self._samples else "The samples are still being read."

    def wanted(self) -> Wanted:
        return Wanted(self.words("name"), sample=self._samples[self.samples.chosen][0])


class InFolder(Suggester):
    """Completes a path while it is typed; the folder is read in a thread, for it may lie on a slow network."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        import asyncio

        return await asyncio.to_thread(completion, value)


class FromFile(BeginForm):
    """A text that exists is taken as it is; its title and focus areas are found in it."""

    WAY = "file"
    ENCODINGS: ClassVar[tuple[str, ...]] = tuple(_ENCODINGS)

    def __init__(self, taken: Collection[str]) -> None:
        super().__init__("A new declaration, from a text in a file", taken)

    def compose_fields(self) -> Iterator[Widget]:
        yield field("File", Input(id="file", placeholder="~/drafts/message.md; → completes", suggester=InFolder()))
        yield field("Written as", OneOf(self.ENCODINGS, id="encoding"))
        yield field("Name", Input(id="name", placeholder="one word by which it is known here"))
        yield field("Kind", OneOf(KINDS, id="kind"))
        yield field("Language", OneOf(tuple(_LANGUAGES), id="language"))
        yield field("Delegations", Input(id="delegations", placeholder=_DELEGATIONS))

    def on_mount(self) -> None:
        self.query_one("#kind", OneOf).choose("declaration")
        self.query_one("#file").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        super().on_input_changed(event)
        if event.input.id == "file":
            self.propose(path_in(event.value).stem if event.value.strip() else "")

    def wrong(self) -> str:
        file = self.query_one("#file", Input).value.strip()
        if not file or "\0" in file:
            return "Name the file in which the text lies."
        return super().wrong()

    def told(self, refusal: Refusal) -> str:
        """The desk's hints about files name options of the command line."""
        if "--" in refusal.hint:
            return f"{refusal.message} Choose in which way it is written, or another file."
        return super().told(refusal)

    def wanted(self) -> Wanted:
        return Wanted(
            self.words("name"),
            kind=self.query_one("#kind", OneOf).chosen,
            language=_LANGUAGES[self.query_one("#language", OneOf).chosen],
            delegations=listed(self.words("delegations")),
            file=self.query_one("#file", Input).value.strip(),
            encoding=_ENCODINGS[self.query_one("#encoding", OneOf).chosen],
        )
