"""A comment: whose it is, on which words of which version, what was said."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input

from zerodraft.core.text.numbering import find
from zerodraft.desk.comparing import WORKING
from zerodraft.desk.remarks import Remark
from zerodraft.export.sheet import WORKING_TEXT
from zerodraft.tui.comments.keeping import Spot
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.comments.thread_cards import excerpt
from zerodraft.tui.dialogs.saying import Saying, field
from zerodraft.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_WORKING = WORKING[1]
_MOST_VERSIONS = 4
_ROOM = 260  # characters, four lines of 74 cells: what is cut says so by its dots


class CommentDialog(Saying[Remark]):
    """Answers a remark that the desk would record as it is. `quote` are the words it is about, "" for all of the
    paragraph; `begun` is a remark that could not be recorded, or one with words to begin with."""

    SAID = "What was said"

    def __init__(self, dossier: "Dossier", cite: str, quote: str = "", begun: Remark | None = None) -> None:
        ordinal = find(dossier.reading.numbers, cite)
        words = dossier.draft.paragraphs[ordinal].text if ordinal is not None else ""
        said = tuple(placed.comment for placed in dossier.placed.values() if placed.comment.paragraph == cite)
        start = max(words.find(quote), 0)
        about = "".join(piece.text for piece in excerpt(words, start, start + len(quote), _ROOM))
        super().__init__(
            dossier,
            f"Comment on {cited(cite)}" if cite else "Record a comment",
            about,
            Spot(("comment", cite), words, said),
        )
        self._begun = begun or Remark("", cite, "", quote=quote)
        self.brought = self._begun.body
        self._read = _readable(dossier)

    def compose_fields(self) -> Iterable[Widget]:
        begun = self._begun
        yield self.who_field(begun.delegation)
        yield field("Paragraph", Input(begun.paragraph, id="paragraph"))
        yield field("Read in", OneOf(tuple(self._read), id="version"))
        yield field("About", Input(begun.quote, id="quote", placeholder="words of it; none: the whole paragraph"))
        yield field("Occasion", Input(begun.occasion, id="occasion", placeholder="a panel, a letter; or nothing"))

    def on_mount(self) -> None:
        super().on_mount()
        designations = {name: designation for designation, name in self._read.items()}
        if self._begun.on in designations:
            self.query_one("#version", OneOf).choose(designations[self._begun.on])

    @property
    def first_field(self) -> Widget:
        return self.query_one("#who")

    def wrong(self) -> tuple[str, str] | None:
        if found := super().wrong():
            return found
        if not self.value("paragraph"):
            return "Which paragraph is it about? Its number, as it is cited.", "paragraph"
        if not self.area.source.strip():
            return "There are no words to record yet.", "words"
        return None

    async def check(self) -> None:
        remark = self.answer()
        await self.house.fetch("Checking", lambda desk, _: desk.check_remark(self.dossier, remark), urgent=True)

    def answer(self) -> Remark:
        on = self._read[self.query_one("#version", OneOf).chosen]
        quote = self.query_one("#quote", Input).value
        return Remark(self.speaker, self.value("paragraph"), self.area.source, on, quote, self.value("occasion"))


def _readable(dossier: "Dossier") -> dict[str, str]:
    """The texts that somebody may have read, by designation, as the desk names them: the last issued first."""
    issued = {version.designation: version.name for version in reversed(dossier.versions[-_MOST_VERSIONS:])}
    return {**issued, WORKING_TEXT: _WORKING}
