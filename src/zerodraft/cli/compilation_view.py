"""A compilation on a terminal: brackets in the text, proposals below their paragraphs, or paragraphs by delegations."""

from collections.abc import Iterator

from zerodraft.cli import voice
from zerodraft.cli.inking import inks, marked_runs
from zerodraft.cli.text_view import INDENT, paragraph_lines
from zerodraft.cli.typeset import Ink, Line, hung, ink
from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.compilation import Compilation
from zerodraft.core.negotiation.compilation_rows import Said, Told, inline_rows, paragraph_rows, table
from zerodraft.core.text.draft import Kind, Paragraph, Part
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span
from zerodraft.desk.dossier import Dossier
from zerodraft.export.compiled import CompilationSheet, attribution, excerpt, not_placed, stance, what
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.compilation import shown_runs

_HEAD: Line = (Ink(" " * INDENT),)
_BESIDE: Line = (Ink(" " * INDENT), Ink("│ ", voice.QUIET))
_NEW = Paragraph(-1, Kind.PLAIN, Part.OPERATIVE, Span(0, 0), Span(0, 0), "", 0, "")


class CompilationView:
    """Lines of one compilation."""

    def __init__(self, dossier: Dossier, compilation: Compilation, width: int, *, attributed: bool) -> None:
        self._dossier = dossier
        self._width = width
        self._plain = not voice.pen().colour
        page = Sheet("", "", "", "", "", "", "en", dossier.draft, dossier.reading.numbers)
        self._sheet = CompilationSheet(page, compilation, attributed=attributed)

    def lines(self, layout: str, area: int | None) -> Iterator[Line]:
        """The whole, or what stands in one focus area; what could not be placed belongs to the whole."""
        layouts = {"inline": self._inline, "paragraphs": self._paragraphs, "table": self._table}
        for ordinal, lines in layouts[layout]():
            if area is None or self._is_in(ordinal, area):
                yield ()
                yield from lines
        if area is None:
            yield from self._tray()

    def _is_in(self, ordinal: int, area: int) -> bool:
        found = self._dossier.draft.area_of(max(0, ordinal))
        return found is not None and found.number == area

    def _is_title(self, ordinal: int, words: str) -> bool:
        """Whether it stands above the whole already."""
        return self._dossier.draft.paragraphs[ordinal].kind is Kind.TITLE and words == self._dossier.title

    # --- the layouts --------------------------------------------------------------------------

    def _inline(self) -> Iterator[tuple[int, Iterator[Line]]]:
        for row in inline_rows(self._sheet.compilation, attributed=self._sheet.attributed):
            if row.ordinal is None:
                yield max(0, row.before - 1), hung(_HEAD, tuple(inks(_NEW._replace(text=row.words))), self._width)
            elif not self._is_title(row.ordinal, row.words):
                paragraph = self._dossier.draft.paragraphs[row.ordinal]._replace(text=row.words)
                yield row.ordinal, paragraph_lines(self._dossier.reading, paragraph, self._width)

    def _paragraphs(self) -> Iterator[tuple[int, Iterator[Line]]]:
        for row in paragraph_rows(self._sheet.compilation):
            paragraph = self._dossier.draft.paragraphs[row.ordinal] if row.ordinal >= 0 else None
            if paragraph and not self._is_title(row.ordinal, paragraph.text):
                yield row.ordinal, paragraph_lines(self._dossier.reading, paragraph, self._width)
            for told in row.told:
                yield row.ordinal, self._told(told)

    def _told(self, told: Told) -> Iterator[Line]:
        named = attribution(self._sheet, told)
        head = (*ink(named, voice.BOLD), *ink(": ")) if named else ()
        yield from hung(_BESIDE, (*head, *ink(what(self._sheet, told), voice.QUIET)), self._width, _BESIDE)
        runs = shown_runs(told)
        if any(run.op is not Op.KEPT for run in runs):
            yield from hung(_BESIDE, tuple(marked_runs(runs, plain=self._plain)), self._width, _BESIDE)

    def _table(self) -> Iterator[tuple[int, Iterator[Line]]]:
        found = table(self._sheet.compilation)
        for row in found.rows:
            said = [(code, each) for code, cell in zip(found.delegations, row.cells, strict=True) for each in cell]
            yield row.ordinal, self._row(row.ordinal, said)

    def _row(self, ordinal: int, said: list[tuple[str, Said]]) -> Iterator[Line]:
        numbers = self._dossier.reading.numbers
        yield from hung(
            (), ink(f"Paragraph {numbers[max(0, ordinal)].cite}" if numbers else "", voice.BOLD), self._width
        )
        plates = self._sheet.compilation.text.plates
        for code, each in said:
            head = (Ink("  "), *ink(f"{plates.name(code)}: "))
            yield from hung((), (*head, *self._said(each)), self._width, (Ink("    "),))

    def _said(self, said: Said) -> Iterator[Ink]:
        if said.stance is not Stance.PROPOSE:
            yield from ink(stance(said, self._sheet.compilation.text.language), voice.QUIET)
            return
        words = tuple(marked_runs(excerpt(shown_runs(said.told)), plain=self._plain))
        told = f"{said.told.entry.tabled.proposal.number}, {what(self._sheet, said.told)}"
        yield from ink(f"{told}: " if words else told, voice.QUIET)
        yield from words

    def _tray(self) -> Iterator[Line]:
        found = list(not_placed(self._sheet))
        if found:
            yield ()
            yield ink(self._sheet.words.not_placed, voice.BOLD)
        for head, words, reason in found:
            yield ()
            yield from hung((Ink("  "),), (*ink(f"{head}: "), *ink(reason, voice.QUIET)), self._width)
            for line in filter(None, words.split("\n")):
                yield from hung((Ink("    "),), ink(line), self._width)
