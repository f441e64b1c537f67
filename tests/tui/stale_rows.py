"""Rows that a screen forgot to repaint: random keys, then the screen against the same screen drawn anew.

    with Terminal(command, tmp_path) as terminal:
        terminal.until("Draft")
        assert not fuzz(terminal, seed=1, steps=100, keys=("a", "enter", "ctrl+z"), redraw_key="ctrl+l"), ...

The program must not blink, count seconds or say goodbye to notices by itself while it is looked at.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from tests.tui.cells import Grid, captured, plain
from tests.tui.terminal_driver import Terminal

SIZES = ((60, 15), (80, 24), (100, 30), (132, 40))


class StaleRow(NamedTuple):
    """A row that a full redraw changed, and what was done just before, as `perform` takes it."""

    step: int
    acts: tuple[str, ...]
    row: int
    before: str
    after: str

    def __str__(self) -> str:
        told = "other colours or attributes" if self.before == self.after else f"became {self.after!r}"
        return f"step {self.step}, {', '.join(self.acts)}: row {self.row} {self.before!r}: {told}"


def fuzz(terminal: Terminal, *, seed: int, steps: int, keys: Sequence[str], redraw_key: str) -> tuple[StaleRow, ...]:
    """The rows that differ after a forced redraw, over all steps; a key named twice is pressed twice as often."""
    chance = Random(seed)
    found: list[StaleRow] = []
    for step in range(steps):
        acts = _acts(chance, keys, terminal.size)
        for act in acts:
            perform(terminal, act)
        try:
            before = _shown(terminal)
            terminal.press(redraw_key)
            after = _shown(terminal)
        except AssertionError as failure:
            raise AssertionError(f"seed {seed}, step {step}, after {', '.join(acts)}: {failure}") from failure
        found += [StaleRow(step, acts, *difference) for difference in differences(before, after)]
    return tuple(found)


def differences(before: Grid, after: Grid) -> tuple[tuple[int, str, str], ...]:
    """The rows in which two screens differ, in a character or in how it is drawn."""
    pairs = enumerate(zip(before, after, strict=True))
    return tuple((row, plain(old), plain(new)) for row, (old, new) in pairs if old != new)


def perform(terminal: Terminal, act: str) -> None:
    """One act by its words: a key, `resize 80 24`, `click 3 4`, `double 3 4`, `drag 3 4 9 6`, `wheel 3 4 -2`."""
    verb, *numbers = act.split()
    if not numbers:
        terminal.press(verb)
    else:
        _VERBS[verb](terminal, *map(int, numbers))


_VERBS: dict[str, Callable[..., None]] = {
    "resize": Terminal.resize,
    "click": Terminal.click,
    "double": Terminal.double_click,
    "wheel": Terminal.wheel,
    "drag": lambda terminal, x, y, to_x, to_y: terminal.drag((x, y), (to_x, to_y)),
}


def _acts(chance: Random, keys: Sequence[str], size: tuple[int, int]) -> tuple[str, ...]:
    """One to four keys; each tenth time another size, each seventh the mouse."""
    kind = chance.random()
    if kind < 0.1:
        width, height = chance.choice(SIZES)
        return (f"resize {width} {height}",)
    if kind < 0.24:
        return (_mouse(chance, size),)
    return tuple(chance.choice(keys) for _ in range(chance.randint(1, 4)))


def _mouse(chance: Random, size: tuple[int, int]) -> str:
    x, y, to_x, to_y = (chance.randrange(limit) for limit in (*size, *size))
    return chance.choice(
        [f"click {x} {y}", f"double {x} {y}", f"drag {x} {y} {to_x} {to_y}", f"wheel {x} {y} {chance.choice((-3, 3))}"]
    )


def _shown(terminal: Terminal) -> Grid:
    terminal.settled()
    return captured(terminal.styled())
