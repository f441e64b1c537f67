"""A redline as plain text: [-deleted-] and {+inserted+} words, a bar beside what changed, the rest in words."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.footnotes import NoteNumbers, note_numbers
from zerodraft.core.text.inline import cut, read_inline
from zerodraft.core.text.table import Row, rows
from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells
from zerodraft.export.columns import WIDTH, wrapped
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.passages import Departure, Passage, Place, Words, laid_out
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.summary import PartSummary, summary, total
from zerodraft.export.tables import paired
from zerodraft.export.text.blocks import block, note_number, ruled, shown, title_block

Notes = Mapping[Op, NoteNumbers]
"""Those of the text in which words of a fate stand."""
_SIGNS = {Op.INSERTED: ("{+", "+}"), Op.DELETED: ("[-", "-]"), Op.KEPT: ("", "")}
_BREAK = "¶ "
_SPACE = "␣"
_BAR = "| "
_CLEAR = "  "


def redline_text(sheet: RedlineSheet) -> bytes:
    """Title block, summary by parts, then the text in reading order."""
    labels = labels_for(sheet.new.spoken)
    blocks = ["\n".join(title_block(sheet.new, labels)), *_summary(sheet, labels)]
    notes = _notes(sheet)
    for place in laid_out(sheet):
        blocks += _blocks(sheet, labels, place, notes)
    return ("\n\n".join(each for each in blocks if each) + "\n").encode("utf-8")


# --- the summary ----------------------------------------------------------------------------------


def _summary(sheet: RedlineSheet, labels: Labels) -> Iterator[str]:
    yield ruled(visible(labels.changes(sheet), single_line=True), "=")
    figures = total(sheet)
    if not figures.paragraphs_changed:
        yield labels.no_changes
        return
    words = labels.count_words(figures.words_inserted, figures.words_deleted)
    yield wrapped(f"{labels.count_changed(figures.paragraphs_changed)}; {words}.")
    yield "\n".join(_part(labels, part) for part in summary(sheet, labels) if part.changed)
    yield wrapped(f"{{+{labels.insertion}+}} [-{labels.deletion}-] | {labels.legend_bar} {labels.legend_bracket}")


def _part(labels: Labels, part: PartSummary) -> str:
    """`Preamble ......  2 paragraphs changed   +5 -6`."""
    figures = part.figures
    count = labels.count_changed(figures.paragraphs_changed)
    figure = f"{count:>24}{f'+{figures.words_inserted}':>7}{f'-{figures.words_deleted}':>7}"
    lines = wrapped(visible(part.name, single_line=True), rest="  ", width=WIDTH - cells(figure) - 1).split("\n")
    dots = "." * max(0, WIDTH - cells(figure) - cells(lines[-1]) - 1)
    return "\n".join((*lines[:-1], f"{lines[-1]} {dots}{figure}"))


# --- the text -------------------------------------------------------------------------------------


def _notes(sheet: RedlineSheet) -> Notes:
    old, new = note_numbers(sheet.old.draft), note_numbers(sheet.new.draft)
    return {Op.DELETED: old, Op.INSERTED: new, Op.KEPT: new}


def _blocks(sheet: RedlineSheet, labels: Labels, place: Place, notes: Notes) -> Iterator[str]:
    if isinstance(place, Departure):
        moved = labels.moved_to.replace("{}", labels.cited(place.to_number))
        yield f"{_BAR}({labels.cited(place.number)}: {moved})"
        return
    for part, passage in enumerate(place):
        note = _note(sheet, labels, passage, notes)
        words = _table(sheet, passage) if passage.is_replaced_whole else _marked(sheet, passage, notes)
        bar = _CLEAR if passage.is_kept else _BAR
        written = block(passage.paragraph, _number(sheet, passage, part, notes), words, bar)
        yield f"{_BAR}({note})\n{written}" if note else written


def _note(sheet: RedlineSheet, labels: Labels, passage: Passage, notes: Notes) -> str:
    if passage.fate is Fate.REWORDED and not any(op is not Op.KEPT for op, _ in _shown(sheet, passage, notes)):
        return labels.form_only
    return labels.note(passage.fate, ", ".join(labels.cited(sheet.old.numbers[ordinal]) for ordinal in passage.was))


def _number(sheet: RedlineSheet, passage: Passage, part: int, notes: Notes) -> str:
    """The new number and, where it was another, the old one; a sub-paragraph on its own is cited in full."""
    if passage.paragraph.kind is Kind.FOOTNOTE:
        return note_number(notes[Op.DELETED if passage.fate is Fate.DELETED else Op.KEPT], passage.paragraph)
    now = passage.number.cite if _stands_alone(sheet, passage) else passage.number.printed
    was = "" if part or not passage.was else sheet.old.numbers[passage.was[0]].printed
    if passage.fate in (Fate.INSERTED, Fate.DELETED) or was in ("", passage.number.printed):
        return now
    return f"[-{was}-] {now}"


def _stands_alone(sheet: RedlineSheet, passage: Passage) -> bool:
    return sheet.only_changes and passage.paragraph.kind is Kind.SUB


def _marked(sheet: RedlineSheet, passage: Passage, notes: Notes) -> str:
    if passage.paragraph.kind in (Kind.TABLE, Kind.OPAQUE):
        opening, closing = _whole_signs(passage)
        return opening + passage.paragraph.text + closing
    return _signed(_shown(sheet, passage, notes))


def _whole_signs(passage: Passage) -> tuple[str, str]:
    op = {Fate.INSERTED: Op.INSERTED, Fate.DELETED: Op.DELETED}.get(passage.fate, Op.KEPT)
    return _SIGNS[op]


def _signed(pieces: Iterable[tuple[Op, str]]) -> str:
    """Neighbours of one fate in one pair of signs; the space at their edges stays outside, where lines break."""
    groups = [(op, "".join(text for _, text in group)) for op, group in groupby(pieces, key=lambda piece: piece[0])]
    written: list[str] = []
    for index, (op, text) in enumerate(groups):
        around = groups[max(0, index - 1) : index + 2]
        is_gap = not text.strip() and any(_BREAK in beside for _, beside in around)
        written.append("" if is_gap else _sign(op, text))
    return "".join(written)


def _sign(op: Op, text: str) -> str:
    words = text.strip()
    if op is Op.KEPT:
        return text
    opening, closing = _SIGNS[op]
    if not words:
        return f"{opening}{_SPACE}{closing}"
    start = text.index(words)
    return f"{text[:start]}{opening}{words}{closing}{text[start + len(words) :]}"


def _shown(sheet: RedlineSheet, passage: Passage, notes: Notes) -> Iterator[tuple[Op, str]]:
    for words in passage.words:
        if words.is_break:
            yield words.op, _BREAK
        else:
            yield from ((words.op, text) for text in _stretches(sheet, words, notes) if text)


def _stretches(sheet: RedlineSheet, words: Words, notes: Notes) -> Iterator[str]:
    side = sheet.old if words.op is Op.DELETED else sheet.new
    read = read_inline(side.draft.paragraphs[words.ordinal].text)
    return (shown(stretch, notes[words.op]) for stretch in cut(read, words.start, words.end))


def _table(sheet: RedlineSheet, passage: Passage) -> str:
    """Line by line: rows that went, rows that came; a quoted block the same."""
    old = sheet.old.draft.paragraphs[passage.was[0]].text
    if passage.paragraph.kind is Kind.OPAQUE:
        return f"[-{old}-]\n{{+{passage.paragraph.text}+}}"
    return "\n".join(line for pair in paired(rows(old), rows(passage.paragraph.text)) for line in _rows(*pair))


def _rows(old: Row | None, new: Row | None) -> Iterator[str]:
    if old == new and new is not None:
        yield _row(new)
        return
    if old is not None:
        yield f"[-{_row(old)}-]"
    if new is not None:
        yield f"{{+{_row(new)}+}}"


def _row(cells: Row) -> str:
    return f"| {' | '.join(cells)} |"
