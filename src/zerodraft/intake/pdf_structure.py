"""The text of a tagged PDF in the order in which it is read aloud: a line for each paragraph and row, notes apart."""

from collections.abc import Iterator, Mapping, Sequence

from zerodraft.core.text.fingerprint import line_of, row_line
from zerodraft.intake.pdf_file import PdfFile, named
from zerodraft.intake.pdf_objects import Ref, broken
from zerodraft.intake.pdf_order import Painted, in_order

_MOST = 300_000
_DEEPEST = 40
_LINES = ("P", "Title", "H", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "Caption")


class Structure:
    """`painted` are the words of each page by their marks. After `read`, `lines` and `notes` are canonical."""

    def __init__(self, file: PdfFile, painted: Mapping[Ref, Mapping[int, Sequence[Painted]]]) -> None:
        self.lines: list[str] = []
        self.notes: list[str] = []
        self._file = file
        self._painted = painted
        self._left = {(page, number) for page, words in painted.items() for number in words}
        self._count = 0

    def read(self, tree: object) -> None:
        for kid in self._kids(tree):
            self._block(kid, None, 0)

    def unread(self) -> Iterator[str]:
        """Words that have a mark and no place in the structure."""
        for page, number in sorted(self._left):
            yield in_order(self._painted[page][number])

    def _kids(self, element: object) -> list[object]:
        kids = self._file.items(self._file.entries(element).get("K"))
        self._count += 1 + len(kids)
        if self._count > _MOST:
            raise broken("has a structure without an end")
        return kids

    def _block(self, element: object, page: object, depth: int) -> None:
        if depth > _DEEPEST:
            raise broken("nests its structure too deeply")
        kind = self._kind(element)
        page = self._page(element, page)
        if kind == "TR":
            self.lines.append(row_line([self._text(each, page, depth + 1) for each in self._kids(element)]))
        elif kind in _LINES or not kind:
            self.lines.append(line_of("", self._text(element, page, depth)))
        else:
            for kid in self._kids(element):
                self._block(kid, page, depth + 1)

    def _text(self, element: object, page: object, depth: int) -> str:
        return in_order(self._pieces(element, page, depth))

    def _pieces(self, element: object, page: object, depth: int) -> list[Painted | str]:
        """The words of an element, or of a mark; those of a note are put aside."""
        if depth > _DEEPEST:
            raise broken("nests its structure too deeply")
        if isinstance(element, int):
            return self._words(page, element)
        kind = self._kind(element)
        page = self._page(element, page)
        entries = self._file.entries(element)
        if not kind:
            number = entries.get("MCID")
            return self._words(page, number) if isinstance(number, int) else []
        if kind == "Note":
            self._note(element, page, depth)
            return []
        pieces = [piece for each in self._kids(element) for piece in self._pieces(each, page, depth + 1)]
        return [f"^{in_order(pieces).strip()}"] if kind == "Lbl" else pieces

    def _note(self, element: object, page: object, depth: int) -> None:
        place = len(self.notes)
        self.notes.append("")
        label, *words = [self._pieces(each, page, depth + 1) for each in self._kids(element)] or [[]]
        self.notes[place] = line_of(in_order(label).strip(), in_order([piece for each in words for piece in each]))

    def _words(self, page: object, number: int) -> list[Painted | str]:
        if not isinstance(page, Ref):
            return []
        self._left.discard((page, number))
        return [*self._painted.get(page, {}).get(number, ())]

    def _kind(self, element: object) -> str:
        """ "" for what is no element: a mark, or a link to an object."""
        return named(self._file.get(self._file.entries(element).get("S")))

    def _page(self, element: object, above: object) -> object:
        return self._file.entries(element).get("Pg", above)
