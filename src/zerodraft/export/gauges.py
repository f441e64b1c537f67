"""Figures as signs that are read without colour: what a paragraph is, how much of the most, a curve over texts."""

from collections.abc import Sequence

from zerodraft.core.negotiation.progress import Condition

SIGNS = {Condition.AGREED: "█", Condition.BRACKETED: "▒", Condition.PROPOSED: "░", Condition.UNTOUCHED: "·"}
NOTHING = "·"
"""Stands for 0 among figures."""
_LEVELS = "▁▂▃▄▅▆▇█"


def curve(values: Sequence[int], most_signs: int | None = None) -> str:
    """“▁▃█”: each value by its share of the largest; a row of zeros stays on the ground.

    Of more values than there may be signs some are left out, evenly, never the last.
    """
    most = max(values, default=0)
    count = len(values) if most_signs is None else min(len(values), most_signs)
    return "".join(level(values[(place + 1) * len(values) // count - 1], most) for place in range(count))


def level(value: int, most: int) -> str:
    """One sign, from `▁` for nothing to `█` for the most there is."""
    return _LEVELS[round((len(_LEVELS) - 1) * value / most)] if most else _LEVELS[0]


def counted(count: int, one: str, many: str = "") -> str:
    """“1 bracket”, “9 brackets”."""
    return f"{count} {one if count == 1 else many or one + 's'}"
