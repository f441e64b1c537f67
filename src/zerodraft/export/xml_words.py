"""Words as XML can carry them, in whatever family of files."""

import re

from zerodraft.core.text.visible import mark

# What XML forbids, what no text is made of, and the control characters that drive a terminal.
_BARRED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(0x11))
    + "]"
)


def carried(text: str) -> str:
    """The text as XML can carry it: a control character becomes a mark that names it."""
    return text if text.isprintable() else _BARRED.sub(lambda found: mark(found[0]), text)
