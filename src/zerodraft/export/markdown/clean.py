"""The clean text in Markdown: the source itself."""

from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet


def clean_markdown(sheet: Sheet) -> bytes:
    """The source, byte for byte, wherever it was read with `surrogateescape`; below adopted words their fingerprint, in
    a comment."""
    told = labels_for(sheet.spoken).fingerprint_line(sheet)
    below = f"\n<!-- {told} -->\n" if told else ""
    return (sheet.draft.source + below).encode("utf-8", "surrogateescape")
