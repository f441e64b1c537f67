"""Blocks of a plain text: title, headings, numbered paragraphs with hanging indents, footnotes."""

from collections.abc import Iterable

from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.footnotes import NoteNumbers
from zerodraft.core.text.inline import Stretch, Style, read_inline
from zerodraft.core.text.table import rows
from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells
from zerodraft.export.columns import WIDTH, wrapped
from zerodraft.export.labels import Labels
from zerodraft.export.sheet import Sheet

STEP = 5

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def plain(text: str, notes: NoteNumbers | None = None) -> str:
    """The words of a paragraph as a reader sees them: no asterisks, no backslashes, marks for what is dangerous."""
    return "".join(shown(stretch, notes) for stretch in read_inline(text))


def shown(stretch: Stretch, notes: NoteNumbers | None = None) -> str:
    """One stretch in plain characters; a footnote is cited by its raised number, by its
    label where numbers are not known."""
    if stretch.note:
        return note_mark(stretch.note) if notes is None else _cited(stretch.note, notes)
    if stretch.style & (Style.RAISED | Style.LOWERED) and stretch.text.strip().isdecimal():
        return stretch.text.translate(_RAISED if stretch.style & Style.RAISED else _LOWERED)
    return stretch.text


def table_words(text: str, notes: NoteNumbers) -> str:
    """A table line by line, with the words of its cells as a reader sees them."""
    found = [[visible(plain(cell, notes), single_line=True) for cell in row] for row in rows(text)]
    lines = [f"| {' | '.join(cells)} |" for cells in found]
    return "\n".join((*lines[:1], "|".join(("", *["---"] * len(found[0]), "")), *lines[1:])) if found else ""


def note_mark(label: str) -> str:
    safe = visible(label, single_line=True)
    return safe.translate(_RAISED) if safe.isascii() and safe.isdecimal() else f"[^{safe}]"


def _cited(label: str, notes: NoteNumbers) -> str:
    """A reference to no note stays as it was typed."""
    return _raised(notes.cited[label]) if label in notes.cited else f"[^{visible(label, single_line=True)}]"


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)


def title_block(sheet: Sheet, labels: Labels, width: int = WIDTH) -> Iterable[str]:
    """The lines above a text; empty ones are left out."""
    lines = [sheet.conference, sheet.place_and_dates, labels.version(sheet), sheet.stage, sheet.date_line, sheet.mark]
    lines.append(labels.fingerprint_line(sheet))
    return [wrapped(visible(line, single_line=True), width=width) for line in lines if line]


def ruled(text: str, sign: str, width: int = WIDTH) -> str:
    """A heading with a line of `sign` below it."""
    lines = wrapped(text, width=width)
    return f"{lines}\n{sign * max(map(cells, lines.split(chr(10))))}"


def note_number(notes: NoteNumbers, note: Paragraph) -> str:
    """The mark before the words of a footnote, "" for one that nobody cites."""
    number = notes.notes.get(note.ordinal)
    return "" if number is None else _raised(number)


def block(paragraph: Paragraph, printed: str, words: str, bar: str = "", width: int = WIDTH) -> str:
    """One paragraph laid out; `words` are plain, `bar` begins every line ("| " beside a change), `printed` is the
    number of a paragraph or footnote."""
    if paragraph.kind in (Kind.TABLE, Kind.OPAQUE):
        return "\n".join(bar + line for line in visible(words).split("\n"))
    if paragraph.kind in (Kind.TITLE, Kind.HEADING):
        return _heading(paragraph, words, bar, width)
    level = paragraph.level if paragraph.kind is Kind.SUB else 0
    return _hanging(bar + " " * (STEP * level), printed, words, width)


def _heading(paragraph: Paragraph, words: str, bar: str, width: int) -> str:
    sign = "=" if paragraph.kind is Kind.TITLE else "-"
    lines = wrapped(words, width=width - len(bar)).split("\n")
    return "\n".join(bar + line for line in (*lines, sign * max(map(cells, lines))))


def _hanging(indent: str, label: str, words: str, width: int) -> str:
    if not label:
        return wrapped(words, indent, indent, width)
    gap = " " * max(1, STEP - cells(label))
    return wrapped(words, indent + label + gap, indent + " " * STEP, width)
