"""The words that are painted on the pages of a PDF: each piece by its mark, and what stands beside the text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from zerodraft.intake.pdf_file import PdfFile
from zerodraft.intake.pdf_letters import Letters, letters_of, told
from zerodraft.intake.pdf_objects import Lexer, Operator, broken
from zerodraft.intake.pdf_order import Painted

_INVISIBLE = 3
# All that our pages are painted with, and how words and lines lie on them.
_OURS = re.compile("EMC|BDC|BMC|q|Q|cm|cs|scn|CS|SCN|BT|ET|Tr|Tf|Tm|TJ|Tj|w|M|m|l|h|S|f")
_LAID = {"Tm": ([1, 0, 0, -1],), "cm": ([1, 0, 0, -1], [1, 0, 0, 1])}
_WIDEST = 842.0
"""Points: a page that lies on its side."""
_DEEPEST = 60
_SMALLEST = 4.0
"""Points; our smallest words, raised ones in notes, have five."""
_PALEST = 0.7
_Matrix = tuple[float, float, float, float, float, float]
_UPRIGHT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Aside(NamedTuple):
    """Words that belong to the page and not to the text, and where they begin: points from the lower left corner."""

    x: float
    y: float
    text: str


@dataclass(slots=True)
class PageWords:
    """`marked` are the words by the number of their mark, `asides` those of the page, `loose` those without a mark.
    `hides` says that some are painted so that nobody sees them, `has_pictures` that more than words is painted,
    `is_foreign` that something is painted as no export of ours paints it."""

    marked: dict[int, list[Painted]] = field(default_factory=dict)
    asides: list[Aside] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    hides: bool = False
    has_pictures: bool = False
    is_foreign: bool = False


class Pages:
    """Reads the pages of a file; a font is read once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts: dict[object, Letters] = {}

    def read(self, page: Mapping[str, object]) -> PageWords:
        """The words of one page."""
        fonts = self._file.entries(self._file.entries(page.get("Resources")).get("Font"))
        walk = _Walk(lambda name: self._letters(fonts.get(name)))
        for content in self._file.items(page.get("Contents")):
            walk.read(self._file.content(content))
        return walk.words

    def _letters(self, font: object) -> Letters:
        key = font if isinstance(font, tuple) else id(font)
        if key not in self._fonts:
            self._fonts[key] = letters_of(self._file, font)
        return self._fonts[key]


class _Mark(NamedTuple):
    """One that is open: the number of its words, or that they belong to the page; what is read instead of its words."""

    number: int | None = None
    is_aside: bool = False
    instead: str | None = None
    is_reversed: bool = False


class _Walk:
    """Goes through the instructions of a page."""

    def __init__(self, letters: Callable[[str], Letters]) -> None:
        self.words = PageWords()
        self._letters = letters
        self._font: Letters | None = None
        self._is_tiny = self._is_pale = False
        self._along = 0.0
        self._values: list[object] = []
        self._marks: list[_Mark] = []
        self._matrix = _UPRIGHT
        self._saved: list[_Matrix] = []
        self._acts: Mapping[str, Callable[[], None]] = {
            "BT": self._begins,
            "BDC": self._opens,
            "BMC": self._opens,
            "EMC": self._closes,
            "Tf": self._takes_font,
            "Tj": self._paints,
            "TJ": self._paints,
            "'": self._paints,
            '"': self._paints,
            "Tr": self._renders,
            "scn": self._colours,
            "sc": self._colours,
            "g": self._colours,
            "rg": self._colours,
            "cm": self._moves,
            "q": lambda: self._saved.append(self._matrix),
            "Q": self._restores,
            "Do": self._pictures,
            "BI": self._pictures,
        }

    def read(self, content: bytes) -> None:
        values = self._values
        for token in Lexer(content):
            if not isinstance(token, Operator):
                values.append(token)
                continue
            self.words.is_foreign |= not _OURS.fullmatch(token) or (token in _LAID and not self._is_laid(token))
            if token in self._acts:
                self._acts[token]()
            values.clear()

    def _is_laid(self, token: Operator) -> bool:
        is_upright = any(self._values[: len(known)] == known for known in _LAID[token])
        return is_upright and (token != "Tm" or self._goes_on())

    def _goes_on(self) -> bool:
        """Whether letters are set on their line, further right than those before: a script that is set letter by letter
        says so each time."""
        along, across = self._values[4:6] if len(self._values) == 6 else (None, None)
        before = self._along
        self._along = along if isinstance(along, (int, float)) else _WIDEST
        return across == 0 and before <= self._along < _WIDEST

    def _begins(self) -> None:
        self._along = 0.0

    def _last(self) -> object:
        return self._values[-1] if self._values else None

    def _opens(self) -> None:
        if len(self._marks) > _DEEPEST:
            raise broken("nests its marks too deeply")
        tag = str(self._values[0]) if self._values else ""
        entries = self._last() if isinstance(self._last(), dict) else {}
        assert isinstance(entries, dict)
        number, instead = entries.get("MCID"), entries.get("ActualText")
        self._marks.append(
            _Mark(
                number if isinstance(number, int) else None,
                tag == "Artifact",
                told(instead) if isinstance(instead, bytes) else None,
                tag == "ReversedChars",
            )
        )

    def _closes(self) -> None:
        if self._marks:
            mark = self._marks.pop()
            if mark.instead is not None:
                self._put((mark.instead,))

    def _takes_font(self) -> None:
        name, size = self._values[-2:] if len(self._values) > 1 else ("", 0)
        self._font = self._letters(str(name))
        self._is_tiny = not isinstance(size, (int, float)) or abs(size) < _SMALLEST

    def _paints(self) -> None:
        value = self._last()
        strings = value if isinstance(value, list) else [value]
        if any(mark.instead is not None for mark in self._marks):
            return
        if self._font is None:
            raise broken("paints words in no font")
        glyphs = [glyph for string in strings if isinstance(string, bytes) for glyph in self._font(string)]
        text = "".join(glyphs)
        self.words.hides = self.words.hides or (bool(text.strip()) and (self._is_tiny or self._is_pale))
        self._put(tuple(glyphs))

    def _put(self, glyphs: tuple[str, ...]) -> None:
        is_reversed = False
        for mark in reversed(self._marks):
            is_reversed = is_reversed or mark.is_reversed
            if mark.instead is not None:
                return
            if mark.number is not None:
                painted = Painted(*self._matrix[4:], glyphs, is_reversed)
                self.words.marked.setdefault(mark.number, []).append(painted)
                return
            if mark.is_aside:
                self.words.asides.append(Aside(*self._matrix[4:], "".join(glyphs)))
                return
        self.words.loose.append("".join(glyphs))

    def _renders(self) -> None:
        self.words.hides = self.words.hides or self._last() == _INVISIBLE

    def _colours(self) -> None:
        shares = [each for each in self._values if isinstance(each, (int, float))]
        self._is_pale = bool(shares) and min(shares) > _PALEST

    def _moves(self) -> None:
        if len(self._values) < 6:
            raise broken("moves its words nowhere")
        a, b, c, d, e, f = (each if isinstance(each, (int, float)) else 0.0 for each in self._values[-6:])
        o = self._matrix
        self._matrix = (
            a * o[0] + b * o[2],
            a * o[1] + b * o[3],
            c * o[0] + d * o[2],
            c * o[1] + d * o[3],
            e * o[0] + f * o[2] + o[4],
            e * o[1] + f * o[3] + o[5],
        )

    def _restores(self) -> None:
        self._matrix = self._saved.pop() if self._saved else _UPRIGHT

    def _pictures(self) -> None:
        self.words.has_pictures = True
