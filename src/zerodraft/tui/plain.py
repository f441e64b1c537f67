"""The one door through which words of people reach a widget: never as markup, never as control characters.

Square brackets are words that are not agreed, and Textual's markup.
"""

from textual.content import Content

from zerodraft.core.text.visible import visible
from zerodraft.tui.columns import filled


def plain(words: str) -> Content:
    """Words as they were typed, over as many lines as they have."""
    return Content(filled(visible(words)))


def line(words: str) -> Content:
    """The same in one line, for titles."""
    return Content(filled(visible(words, single_line=True)))
