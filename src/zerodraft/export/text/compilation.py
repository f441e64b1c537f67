"""A compilation as plain text: inline; by paragraph, the proposals below; and for a table a list for each paragraph."""

from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.changes import Op, Run, after, before
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.compilation_rows import Said, Told, inline_rows, paragraph_rows, table
from zerodraft.core.text.draft import Kind, Paragraph, Part
from zerodraft.core.text.footnotes import note_numbers
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span
from zerodraft.core.text.visible import visible
from zerodraft.export.columns import WIDTH, wrapped
from zerodraft.export.compiled import CompilationSheet, Layout, attribution, excerpt, not_placed, stance, what
from zerodraft.export.labels import labels_for
from zerodraft.export.shown_words import within_marks
from zerodraft.export.text.blocks import STEP, block, note_number, plain, ruled, table_words, title_block

_INDENT = " " * STEP
_NEW = Paragraph(-1, Kind.PLAIN, Part.OPERATIVE, Span(0, 0), Span(0, 0), "", 0, "")


def compilation_text(sheet: CompilationSheet, width: int = WIDTH) -> bytes:
    """Title block, the compilation, and what could not be placed."""
    labels = labels_for(sheet.sheet.spoken)
    title = "\n".join((sheet.words.compilation, *title_block(sheet.sheet, labels, width)))
    layouts = {Layout.INLINE: _inline, Layout.PARAGRAPHS: _paragraphs, Layout.TABLE: _table}
    blocks = [title, *_title(sheet, width), *layouts[sheet.layout](sheet, width), *_tray(sheet, width)]
    return ("\n\n".join(each for each in blocks if each) + "\n").encode("utf-8")


def _title(sheet: CompilationSheet, width: int) -> Iterator[str]:
    title = sheet.sheet.title or sheet.sheet.draft.title
    is_shown = any(each.kind is Kind.TITLE for each in sheet.sheet.draft.paragraphs) and sheet.layout != Layout.TABLE
    if title and not is_shown:
        yield ruled(visible(title, single_line=True), "=", width)


def _inline(sheet: CompilationSheet, width: int) -> Iterator[str]:
    paragraph = _Paragraphs(sheet, width)
    for row in inline_rows(sheet.compilation, attributed=sheet.attributed):
        if row.ordinal is None:
            yield block(_NEW, "", plain(row.words, paragraph.notes), width=width)
        else:
            yield paragraph.block(row.ordinal, row.words)


class _Paragraphs:
    """The paragraphs of the text, whatever words stand in them."""

    def __init__(self, sheet: CompilationSheet, width: int) -> None:
        self._sheet = sheet.sheet
        self._width = width
        self.notes = note_numbers(sheet.sheet.draft)

    def block(self, ordinal: int, words: str) -> str:
        paragraph, printed = self._sheet.draft.paragraphs[ordinal], self._sheet.numbers[ordinal].printed
        shown = words if paragraph.kind is Kind.OPAQUE else plain(words, self.notes)
        if paragraph.kind is Kind.TABLE:
            shown = table_words(words, self.notes)
        if paragraph.kind is Kind.FOOTNOTE:
            printed = note_number(self.notes, paragraph)
        return block(paragraph, printed, shown, width=self._width)


def _paragraphs(sheet: CompilationSheet, width: int) -> Iterator[str]:
    paragraph = _Paragraphs(sheet, width)
    for row in paragraph_rows(sheet.compilation):
        if row.ordinal >= 0:
            yield paragraph.block(row.ordinal, sheet.sheet.draft.paragraphs[row.ordinal].text)
        yield from (_told(sheet, each, width) for each in row.told)


def _told(sheet: CompilationSheet, told: Told, width: int) -> str:
    """Who proposes what, and below it the words."""
    named = attribution(sheet, told)
    head = f"{named}: {what(sheet, told)}" if named else what(sheet, told)
    return "\n".join(
        wrapped(visible(each, single_line=True), _INDENT, _INDENT, width) for each in (head, _redline(told)) if each
    )


def _redline(told: Told) -> str:
    """The words with plain marks; "" where only the place changes."""
    runs = shown_runs(told)
    is_changed = any(run.op is not Op.KEPT for run in runs)
    return "".join(within_marks(run.op, run.text) for run in runs) if is_changed else ""


def shown_runs(told: Told) -> Sequence[Run]:
    """The redline of the words as a reader sees them."""
    return redline(*(" ¶ ".join(map(plain, text.split("\n"))) for text in (before(told.runs), after(told.runs))))


def _table(sheet: CompilationSheet, width: int) -> Iterator[str]:
    found = table(sheet.compilation)
    plates = sheet.compilation.text.plates
    for row in found.rows:
        cite = sheet.sheet.numbers[max(0, row.ordinal)].cite if sheet.sheet.numbers else ""
        yield ruled(f"{sheet.words.paragraph} {cite}", "-", width)
        for code, cell in zip(found.delegations, row.cells, strict=True):
            lines = [wrapped(f"{plates.name(code)}: {_said(sheet, each)}", "", _INDENT, width) for each in cell]
            if lines:
                yield "\n".join(lines)


def _said(sheet: CompilationSheet, said: Said) -> str:
    if said.stance is not Stance.PROPOSE:
        return stance(said, sheet.compilation.text.language)
    words = "".join(within_marks(op, text) for op, text in excerpt(shown_runs(said.told)))
    number = said.told.entry.tabled.proposal.number
    told = f"{number}, {what(sheet, said.told)}"
    return visible(f"{told}: {words}" if words else told, single_line=True)


def _tray(sheet: CompilationSheet, width: int) -> Iterator[str]:
    found = list(not_placed(sheet))
    if found:
        yield ruled(sheet.words.not_placed, "-", width)
    for head, words, reason in found:
        lines = [head, *words.split("\n"), f"({reason})"]
        yield "\n".join(wrapped(visible(each, single_line=True), "", _INDENT, width) for each in lines if each)
