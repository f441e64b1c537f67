"""The desk that a verb works at: opened where the command was started."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from zerodraft.cli import voice

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk


@contextmanager
def desk() -> Iterator["Desk"]:
    """The desk of the workspace in which the command was started. What opening and recording found is told."""
    from zerodraft.desk.desk import Desk

    with Desk.at(Path.cwd()) as opened:
        told = opened.notices
        voice.notices(told)
        yield opened
        voice.notices(opened.notices[len(told) :])


@contextmanager
def acting() -> Iterator["Desk"]:
    """The same for a verb that records: the repository can take an act, and the drafter is known, before any word
    is typed."""
    from zerodraft.cli.introduction import introduced

    with desk() as opened:
        opened.check_ready()
        introduced(opened)
        yield opened
