"""The spots of a compilation, set in lines: the number at the left, the words beside it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.inline import Stretch, Style, read_inline
from zerodraft.tui.compiling.proposal_told import proposal_paras, unplaced_paras
from zerodraft.tui.compiling.spots import Spot
from zerodraft.tui.redline.galley import MEASURE
from zerodraft.tui.widgets.card import Card, Line, Para, lines_of, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_HEADINGS = (Kind.TITLE, Kind.HEADING)
_LINED = (Kind.TABLE, Kind.OPAQUE)
_MOST_NUMBER = 7  # cells
_TINY = 36  # cells below which no words stand in from the number
_STEP = 2
_NEW = "+"
_STYLES = (
    (Style.DELEGATION, "number"),
    (Style.DISPUTED, "disputed"),
    (Style.AGREED, "quiet"),
    (Style.STRONG, "strong"),
    (Style.EMPHASIS, "italic"),
)
_OF_A_PROPOSAL = 200  # characters, about: its length is not known before it is made


class Look(NamedTuple):
    """How it is shown: with the names of delegations, with marks around what changes."""

    attributed: bool = True
    plain: bool = False


class Setting:
    """Gives the lines of each spot."""

    def __init__(self, dossier: "Dossier", spots: tuple[Spot, ...], look: Look) -> None:
        self.spots = spots
        self._dossier = dossier
        self._look = look
        numbers = (self._number(spot) for spot in spots)
        self._gutter = min(_MOST_NUMBER, max(map(len, numbers), default=0))

    def __len__(self) -> int:
        return len(self.spots)

    def length(self, index: int) -> int:
        return len(self.spots[index].words) or _OF_A_PROPOSAL

    def lines(self, index: int, width: int) -> Sequence[Line]:
        spot = self.spots[index]
        number = self._number(spot)
        gutter = max(self._gutter, len(number)) + 1 if width >= _TINY else 0
        paras = tuple(self._paras(spot, number if not gutter else ""))
        indent = min(self._indent(spot), width // 4)
        found = lines_of(Card(None, paras), max(1, min(width - gutter, MEASURE) - indent))
        if not gutter:
            return found
        first = (Piece(f"{number:>{gutter - 1}} ", "number"),)
        rest = (Piece(" " * gutter),)
        margin = (Piece(" " * indent),) if indent else ()
        return tuple((*(rest if place else first), *margin, *line) for place, line in enumerate(found))

    def copied(self, index: int) -> str:
        """A spot as plain text, a line each paragraph."""
        if not 0 <= index < len(self.spots):
            return ""
        spot = self.spots[index]
        number = self._number(spot)
        said = ("".join(piece.text for piece in each.pieces) for each in self._paras(spot, number))
        return "\n".join(said)

    def _paragraph(self, spot: Spot) -> Paragraph | None:
        has_place = spot.ordinal >= 0 and spot.tabled is None and not spot.is_new
        return self._dossier.draft.paragraphs[spot.ordinal] if has_place else None

    def _number(self, spot: Spot) -> str:
        paragraph = self._paragraph(spot)
        if spot.is_new:
            return _NEW
        return (
            "" if paragraph is None or paragraph.kind in _HEADINGS else self._dossier.reading.numbers[spot.ordinal].cite
        )

    def _indent(self, spot: Spot) -> int:
        paragraph = self._paragraph(spot)
        if spot.entry is not None:
            return _STEP
        return _STEP * paragraph.level if paragraph is not None and paragraph.kind is Kind.SUB else 0

    def _paras(self, spot: Spot, number: str) -> Iterator[Para]:
        """`number` stands before the words where there is no room beside them."""
        attributed, plain = self._look
        if spot.entry is not None:
            yield from proposal_paras(self._dossier, spot.entry, attributed=attributed, plain=plain)
        elif spot.unplaced is not None:
            tabled, reason = spot.unplaced
            yield from unplaced_paras(self._dossier, tabled, reason, attributed=attributed)
        else:
            paragraph = self._paragraph(spot)
            before = (Piece(f"{number} ", "number"),) if number else ()
            yield para(*before, *_words(spot.words, paragraph))


def _words(words: str, paragraph: Paragraph | None) -> Iterator[Piece]:
    if paragraph is not None and paragraph.kind in _LINED:
        yield Piece(words)
        return
    is_heading = paragraph is not None and paragraph.kind in _HEADINGS
    for stretch in read_inline(words):
        yield Piece(stretch.text, "accent" if is_heading else style_of(stretch))


def style_of(stretch: Stretch) -> str:
    """The name of the style in which words of a paragraph are shown."""
    return next((name for style, name in _STYLES if style in stretch.style), "")
