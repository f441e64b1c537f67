"""What was said of a text, in Markdown: by focus area and paragraph, one entry after the other."""

from collections.abc import Iterator

from zerodraft.core.text.visible import visible
from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.markdown.literal import literal
from zerodraft.export.table_labels import table_labels
from zerodraft.export.title_lines import lines_above


def comments_markdown(sheet: CommentsSheet) -> bytes:
    """A heading for each focus area and each paragraph of which something was said; nothing that people wrote is read
    as Markdown."""
    labels = table_labels(sheet.sheet.spoken)
    blocks = [f"# {literal(sheet.title)}", *map(literal, lines_above(sheet.sheet))]
    blocks += _entries(sheet) if sheet.rows else [labels.empty]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _entries(sheet: CommentsSheet) -> Iterator[str]:
    area = paragraph = None
    for row in sheet.rows:
        if row.area != area:
            area, paragraph = row.area, None
            yield f"## {literal(row.area)}" if row.area else "---"
        if row.paragraph != paragraph:
            paragraph = row.paragraph
            yield f"### {literal(sheet.place(row))}"
        yield f"**{literal(row.named)}**"
        yield from _words("", row.comment)
        yield from _words(sheet.heads[7], row.proposed)
        yield from _words(sheet.heads[8], row.observations)


def _words(head: str, words: str) -> Iterator[str]:
    lines = [line for line in visible(words).split("\n") if line.strip()]
    for number, line in enumerate(lines):
        named = f"*{literal(head)}:* " if head and not number else ""
        yield named + literal(line.strip())
