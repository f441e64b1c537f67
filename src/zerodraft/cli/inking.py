"""The words of a paragraph in ink: emphasis, brackets, and the marks of a redline."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from zerodraft.cli import voice
from zerodraft.cli.typeset import Ink
from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.text.draft import Paragraph
from zerodraft.core.text.inline import Stretch, Style, cut
from zerodraft.core.text.visible import visible
from zerodraft.export.passages import Words
from zerodraft.export.shown_words import Sides, shown_parts, stretches, within_marks
from zerodraft.export.text.blocks import shown

ITALIC = "\x1b[3m"
DISPUTED = "\x1b[35m"
_STYLES = {
    Style.EMPHASIS: ITALIC,
    Style.STRONG: voice.BOLD,
    Style.DISPUTED: DISPUTED,
    Style.AGREED: voice.QUIET,
    Style.DELEGATION: voice.BOLD,
    Style.MARK: voice.WARNING,
}
# Inside a redline the colour says what was inserted and deleted, and nothing else.
_IN_REDLINE = {each: sgr for each, sgr in _STYLES.items() if each not in (Style.DISPUTED, Style.AGREED, Style.MARK)}
_MARKED = {Op.INSERTED: voice.INSERTED, Op.DELETED: voice.DELETED, Op.KEPT: ""}


def inks(paragraph: Paragraph) -> Iterator[Ink]:
    """The words of a paragraph, brackets and emphasis styled."""
    return (_ink(each) for each in stretches(paragraph))


def inks_within(paragraph: Paragraph, start: int, end: int) -> Iterator[Ink]:
    """What is shown of a stretch of the paragraph's text."""
    return (_ink(each) for each in cut(stretches(paragraph), start, end))


def _ink(stretch: Stretch, style: str = "") -> Ink:
    styles = _IN_REDLINE if style else _STYLES
    return Ink(visible(shown(stretch)), style + "".join(sgr for each, sgr in styles.items() if each in stretch.style))


def marked(words: Sequence[Words], sides: Sides, *, plain: bool) -> Iterator[Ink]:
    """The words of a redline, what was deleted and inserted marked: by style, or with `plain` marks.

    `sides` gives the draft in which the words of each fate stand. A paragraph break that was
    inserted or deleted is shown as ¶.
    """
    for op, group in groupby(words, key=lambda each: each.op):
        parts = [part for each in group for part in shown_parts(each, sides[op])]
        if plain:
            yield Ink(within_marks(op, "".join(_ink(each).text for each in parts)))
        else:
            yield from (_ink(each, _MARKED[op]) for each in parts)


def marked_runs(runs: Iterable[Run], *, plain: bool) -> Iterator[Ink]:
    """A redline of words that bear no Markdown and may be shown as they are."""
    for op, text in runs:
        yield Ink(within_marks(op, text)) if plain else Ink(text, _MARKED[op])
