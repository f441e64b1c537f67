"""Workspaces that take seconds to make: made once for all test processes of one run, and never written into."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from zerodraft.desk import demonstration


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that all test processes of one run share."""
    root = factory.getbasetemp()
    root = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    place, ready = root / name, root / f"{name}.ready"
    with _alone(root / f"{name}.lock"):
        if not ready.exists():
            make(place)
            ready.touch()
    return place


def demonstration_at(place: Path) -> None:
    for _ in demonstration.replay(place):
        pass


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One test process at a time; the others wait for what it makes."""
    with lock.open("w") as opened:
        flock(opened, LOCK_EX)
        yield
