"""A redline on the screen, in two columns: the old text beside the new one."""

from typing import Any, ClassVar

from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.galley import Galley
from zerodraft.tui.redline.one_column import OneColumn
from zerodraft.tui.redline.rows import Ink, Tone
from zerodraft.tui.redline.two_columns import TwoColumns
from zerodraft.tui.redline.view import RedlineView

NARROWEST = 70
_TOO_NARROW = f"Two columns need {NARROWEST} columns; here they stand in one."


class SideBySide(RedlineView):
    """The same redline as `RedlineView` and the same keys; in a narrow window it says so and shows one column."""

    ALLOW_SELECT: ClassVar[bool] = False

    def set_in_type(self, blocks: Blocks, width: int) -> Galley[Any]:
        if width + 1 >= NARROWEST:
            return TwoColumns(blocks, width, plain=self.plain_marks)
        return OneColumn(blocks, width, plain=self.plain_marks, head=((Ink(_TOO_NARROW[:width], Tone.QUIET),),))
