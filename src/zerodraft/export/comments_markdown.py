"""What was said of a text, in Markdown: by focus area and paragraph, one entry after the other."""

import re
from collections.abc import Iterator

from zerodraft.core.text.visible import visible
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.table_labels import table_labels

_SIGNS = re.compile(r"[\\`*_\[\]<>|&~]")
_AT_START = re.compile(r"[#+\-=]|\d{1,9}(?=[.)])")


def comments_markdown(sheet: CommentsSheet) -> bytes:
    """A heading for each focus area and each paragraph of which something was said; nothing that people wrote is read
    as Markdown."""
    labels = table_labels(sheet.sheet.spoken)
    blocks = [f"# {literal(sheet.title)}", *map(literal, lines_above(sheet.sheet))]
    blocks += _entries(sheet) if sheet.rows else [labels.empty]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def lines_above(sheet: Sheet) -> Iterator[str]:
    """The title block of the text that was spoken of."""
    labels = labels_for(sheet.spoken)
    title = sheet.title or sheet.draft.title
    return filter(None, (title, sheet.conference, sheet.place_and_dates, labels.version_line(sheet), sheet.mark))


def paragraph_line(sheet: CommentsSheet, row: CommentRow) -> str:
    """“Paragraph 7(a)”, “PP3”, “General”."""
    return f"{sheet.heads[4]} {row.paragraph}" if row.paragraph[:1].isdigit() else row.paragraph


def name_line(row: CommentRow) -> str:
    """“AUS-3 – Australia, Japan (te)”."""
    named = " – ".join(filter(None, (row.number, row.delegation)))
    return f"{named} ({row.type})" if row.type else named


def literal(words: str) -> str:
    """Words of people on one line, no sign of which is Markdown's."""
    shown = _SIGNS.sub(lambda sign: "&amp;" if sign[0] == "&" else f"\\{sign[0]}", visible(words, single_line=True))
    start = _AT_START.match(shown)
    if not start:
        return shown
    digits = start[0] if start[0].isdigit() else ""
    return f"{digits}\\{shown[len(digits) :]}"


def _entries(sheet: CommentsSheet) -> Iterator[str]:
    area = paragraph = None
    for row in sheet.rows:
        if row.area != area:
            area, paragraph = row.area, None
            yield f"## {literal(row.area)}" if row.area else "---"
        if row.paragraph != paragraph:
            paragraph = row.paragraph
            yield f"### {literal(paragraph_line(sheet, row))}"
        yield f"**{literal(name_line(row))}**"
        yield from _words("", row.comment)
        yield from _words(sheet.heads[7], row.proposed)
        yield from _words(sheet.heads[8], row.observations)


def _words(head: str, words: str) -> Iterator[str]:
    lines = [line for line in visible(words).split("\n") if line.strip()]
    for number, line in enumerate(lines):
        named = f"*{literal(head)}:* " if head and not number else ""
        yield named + literal(line.strip())
