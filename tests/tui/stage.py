"""The program on a stage without a terminal: a pilot presses its keys, a test looks at what it shows."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from tests.tui.shown import text_of
from textual.pilot import Pilot
from textual.screen import Screen

from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination

_PATIENCE = 30.0  # seconds; a loaded machine needs 2
S = TypeVar("S", bound=Screen[None])


@asynccontextmanager
async def stage(
    place: Path, slug: str = "", *, at: Destination | None = None, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[ZerodraftApp, Pilot[int]]]:
    """The workspace at `place` on the screens, `slug` opened and `at` gone to."""
    app = ZerodraftApp(place)
    async with app.run_test(size=size) as pilot:
        if slug:
            await app.open_declaration(slug)
        if at is not None:
            await app.go_to(at)
            await until(pilot, lambda: getattr(app.screen, "SCOPE", "") == at.place)
        yield app, pilot
        app.workers.cancel_all()
    app.clerk.close()


async def until(pilot: Pilot[int], happened: Callable[[], object]) -> None:
    """Wait for a condition, not for a time; what never happens fails the test and shows the screen."""
    try:
        async with asyncio.timeout(_PATIENCE):
            while not happened():
                if pilot.app._exception is not None:
                    raise pilot.app._exception
                await pilot.pause(0.02)
    except TimeoutError:
        pytest.fail(f"It never happened. On the screen:\n{text_of(pilot.app)}")
    await pilot.pause()


def screen_of(app: ZerodraftApp, kind: type[S]) -> S:
    """The screen on top, which is of that kind."""
    assert isinstance(app.screen, kind)
    return app.screen
