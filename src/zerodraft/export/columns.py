"""Lines of plain text: 78 cells wide, as mail and a terminal of 80 columns take them, with hanging indents."""

from zerodraft.core.text.width import cells, wrap

WIDTH = 78
# Holds the place of a first line's longer beginning; no line breaks at it, and it takes one cell.
_HOLDER = "\u00a0"


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """`text` in lines of at most `width` cells; never empty.

    `first` begins the first line, `rest` the others.
    """
    held = max(0, cells(first) - cells(rest))
    padded = _HOLDER * held + text
    lines = [span.of(padded) for span in wrap(padded, max(1, width - cells(rest)))]
    return "\n".join([(first + lines[0][held:]).rstrip(), *((rest + line).rstrip() for line in lines[1:])])
