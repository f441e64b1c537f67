"""The figures over the versions: a curve each, and the numbers of as many last texts as there is room for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zerodraft.export.gauges import NOTHING, curve
from zerodraft.tui.widgets.row import Piece, Row, row

if TYPE_CHECKING:
    from zerodraft.desk.progressing import Milestone

_FIELDS = {
    "brackets": "brackets",
    "agreed": "agreed paragraphs",
    "proposals": "open proposals",
    "bracketed": "bracketed",
    "proposed": "proposed on",
    "untouched": "untouched",
}
SHORT, LONG = 3, len(_FIELDS)
"""How many figures are told where there is little height, and where there is more."""
_NOW = "now"
_MOST_CURVE = 32  # signs
_NAME = max(map(len, _FIELDS.values())) + 1


def curve_rows(milestones: Sequence["Milestone"], width: int, count: int = SHORT) -> tuple[Row, ...]:
    """A head with the names of the texts, and `count` rows below it."""
    signs = min(len(milestones), max(1, min(_MOST_CURVE, (width - _NAME) // 2)))
    labels = [each.version.designation if each.version else _NOW for each in milestones]
    shown = _last(labels, width - _NAME - signs - 1)
    head = row(" " * (_NAME + signs), *(Piece(f"  {label}", "quiet") for label in shown))
    rows = []
    for field, name in list(_FIELDS.items())[:count]:
        values = [getattr(each.tally, field) for each in milestones]
        told = zip(shown, values[len(values) - len(shown) :], strict=True)
        numbers = (f"  {value or NOTHING:>{len(label)}}" for label, value in told)
        *before, now = (*numbers, "")[: len(shown)] or ("",)
        line = Piece(curve(values, signs), "number")
        rows.append(row(f"{name:<{_NAME}}", line, *(Piece(each) for each in before), Piece(now, "strong")))
    return (head, *rows)


def _last(labels: Sequence[str], room: int) -> Sequence[str]:
    """As many of the last names as fit, two spaces before each."""
    used = 0
    for place in range(len(labels) - 1, -1, -1):
        used += len(labels[place]) + 2
        if used > room:
            return labels[place + 1 :]
    return labels
