"""Words of people as Markdown that is nothing but words."""

import re

from zerodraft.core.text.visible import visible

_SIGNS = re.compile(r"[\\`*_\[\]<>|&~]")
_AT_START = re.compile(r"[#+\-=]|\d{1,9}(?=[.)])")


def literal(words: str) -> str:
    """Words of people on one line, no sign of which is Markdown's."""
    shown = _SIGNS.sub(lambda sign: "&amp;" if sign[0] == "&" else f"\\{sign[0]}", visible(words, single_line=True))
    start = _AT_START.match(shown)
    if not start:
        return shown
    digits = start[0] if start[0].isdigit() else ""
    return f"{digits}\\{shown[len(digits) :]}"
