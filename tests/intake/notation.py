"""A marked text as it can be typed in a test.

    We {+J shall +}{-N should -}act.      Japan put in "shall ", Norway took "should " out
    First.{+J ¶+}Second.                  Japan parted a paragraph in two
    First.{-J ¶-}                         and Japan joined this one to the next
    Second.

A line is a paragraph. Marks may stand in each other, the outer one is the older: `{+N two {-J words -}+}`.
"""

import re
from datetime import UTC, datetime

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Block, Marked, Point, Remark, Revision, Run, Shape

AUTHORS = {"J": "JPN", "N": "NOR", "C": "CHL", "S": "SEC"}
_SIGN = re.compile(r"\{([+-])(\w) |([+-])\}|¶|\n")
_PLAIN = Shape()
Stack = tuple[Revision, ...]


def marked(text: str, shapes: tuple[Shape, ...] = (), *, is_markdown: bool = False) -> Marked:
    """The blocks of a text in notation; `shapes` are those of the first blocks."""
    reader = _Reader(shapes)
    place = 0
    for sign in _SIGN.finditer(text):
        reader.words(text[place : sign.start()])
        reader.sign(sign)
        place = sign.end()
    reader.words(text[place:])
    if reader.runs:
        reader.end(())
    return Marked(tuple(reader.blocks), is_markdown=is_markdown)


class _Reader:
    def __init__(self, shapes: tuple[Shape, ...]) -> None:
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self._stack: list[Revision] = []
        self._shapes = shapes

    def words(self, words: str) -> None:
        if words:
            self.runs.append(Run(words, self._revisions()))

    def sign(self, sign: re.Match[str]) -> None:
        if sign[1]:
            op = Op.INSERTED if sign[1] == "+" else Op.DELETED
            self._stack.append(Revision(op, sign[2], datetime(2021, 11, 1, tzinfo=UTC)))
        elif sign[3]:
            self._stack.pop()
        else:
            self.end(self._revisions() if sign[0] == "¶" else ())

    def end(self, mark: Stack) -> None:
        at = len(self.blocks)
        shape = self._shapes[at] if at < len(self._shapes) else _PLAIN
        self.blocks.append(Block(tuple(self.runs), mark, shape, shape))
        self.runs = []

    def _revisions(self) -> Stack:
        """Insertions before deletions, as a file is read."""
        return tuple(sorted(self._stack, key=lambda revision: revision.op is Op.DELETED))


def remark(file: Marked, words: str, body: str, author: str = "J", number: str = "1") -> Remark:
    """A remark on the first words of a file that read so, deleted ones among them."""
    block, text = next((at, each.text) for at, each in enumerate(file.blocks) if words in each.text)
    start = text.index(words)
    return Remark(number, author, None, body, Point(block, start), Point(block, start + len(words)))
