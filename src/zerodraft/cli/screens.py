"""From the command line to the screens, which it does not know: whoever starts it hands over the way."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

OpenScreens = Callable[[Path], int]


def are_possible(context: click.Context) -> bool:
    """There is a way, keys can be read, and screens be shown."""
    return context.obj is not None and sys.stdin.isatty() and sys.stdout.isatty()


def opened(context: click.Context, place: Path) -> int:
    """Show the workspace at `place` until the drafter leaves; the exit code."""
    open_screens: OpenScreens = context.obj
    return open_screens(place)
