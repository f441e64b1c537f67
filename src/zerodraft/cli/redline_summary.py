"""A redline in figures: one line a part of the text, and all of them."""

from collections.abc import Iterator, Sequence

from zerodraft.cli import voice
from zerodraft.cli.table import table
from zerodraft.cli.typeset import Line, ink
from zerodraft.core.comparison.compare import Figures
from zerodraft.export.labels import ENGLISH
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.summary import PartSummary, summary, total

_HEADS = ("reworded", "new", "deleted", "moved", "split", "joined", "+words", "−words")


def parts_of(sheet: RedlineSheet, area: int | None) -> tuple[PartSummary, ...]:
    """The preamble, each focus area and the closing; or one focus area alone."""
    parts = summary(sheet, ENGLISH)
    if area is None:
        return parts
    first = sheet.new.draft.focus_areas[area - 1].first
    return tuple(part for part in parts if part.heading == first)


def summary_lines(sheet: RedlineSheet, area: int | None, width: int) -> Iterator[Line]:
    """A table of all parts, those without changes too; a column that would be empty is left out."""
    rows = [(part.name, part.figures) for part in parts_of(sheet, area)]
    if area is None:
        rows.append(("Total", total(sheet)))
    kept = [column for column in range(len(_HEADS)) if any(counts(figures)[column] for _, figures in rows)]
    heads = (*(_HEADS[column] for column in kept), "part")
    yield from table(heads, [_row(name, figures, kept) for name, figures in rows], width, range(len(kept)))


def _row(name: str, figures: Figures, kept: Sequence[int]) -> Sequence[Line]:
    style = "" if figures.paragraphs_changed else voice.QUIET
    shown = (counts(figures)[column] for column in kept)
    return (*(ink(str(count) if count else "·", style) for count in shown), ink(name, style))


def counts(figures: Figures) -> tuple[int, ...]:
    """In the order of the table's columns."""
    return (
        figures.reworded,
        figures.inserted,
        figures.deleted,
        figures.moved,
        figures.split,
        figures.joined,
        figures.words_inserted,
        figures.words_deleted,
    )


def in_a_sentence(figures: Figures) -> str:
    """“12 paragraphs changed: 8 reworded, 2 new, 2 deleted; 210 words inserted, 120 deleted”."""
    if not figures.paragraphs_changed:
        return ENGLISH.no_changes
    fates = ", ".join(f"{count} {name}" for name, count in zip(_HEADS[:-2], counts(figures), strict=False) if count)
    words = ENGLISH.count_words(figures.words_inserted, figures.words_deleted)
    return f"{ENGLISH.count_changed(figures.paragraphs_changed)}: {fates}; {words}"
