"""What was said of a text, as plain text of 78 columns."""

from collections.abc import Iterator

from zerodraft.core.text.visible import visible
from zerodraft.export.columns import WIDTH, wrapped
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet
from zerodraft.export.table_labels import table_labels
from zerodraft.export.text.blocks import STEP, ruled
from zerodraft.export.title_lines import lines_above

_INDENT = " " * STEP


def comments_text(sheet: CommentsSheet, width: int = WIDTH) -> bytes:
    """By focus area and paragraph, one entry after the other."""
    above = "\n".join(wrapped(visible(line, single_line=True), width=width) for line in lines_above(sheet.sheet))
    blocks = [above, ruled(visible(sheet.title, single_line=True), "=", width)]
    blocks += _entries(sheet, width) if sheet.rows else [table_labels(sheet.sheet.spoken).empty]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _entries(sheet: CommentsSheet, width: int) -> Iterator[str]:
    area = paragraph = None
    for row in sheet.rows:
        if row.area != area:
            area, paragraph = row.area, None
            yield ruled(visible(row.area, single_line=True), "-", width) if row.area else "-" * (width // 4)
        if row.paragraph != paragraph:
            paragraph = row.paragraph
            yield visible(sheet.place(row), single_line=True)
        yield "\n".join(_entry(sheet, row, width))


def _entry(sheet: CommentsSheet, row: CommentRow, width: int) -> Iterator[str]:
    yield wrapped(visible(row.named, single_line=True), _INDENT, _INDENT * 2, width)
    for head, words in (("", row.comment), (sheet.heads[7], row.proposed), (sheet.heads[8], row.observations)):
        named = f"{visible(head, single_line=True)}: " if head and words else ""
        for line in filter(str.strip, (named + visible(words)).split("\n")):
            yield wrapped(line.strip(), _INDENT * 2, _INDENT * 2, width)
