"""Errands of the screens: what nobody waits for any more is not begun, and an act is finished all the same."""

import asyncio
from pathlib import Path
from threading import Event

from tests.tui.stage import stage, until

from zerodraft.desk.desk import Desk
from zerodraft.tui.doing import Doing


def test_an_errand_that_nobody_waits_for_is_not_begun(harbour: Path) -> None:
    begun, may_end = Event(), Event()
    run: list[str] = []

    def long(_desk: Desk, _doing: Doing) -> None:
        begun.set()
        may_end.wait(20)

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            first = asyncio.create_task(app.fetch("Long", long))
            await until(pilot, begun.is_set)
            left = asyncio.create_task(app.fetch("Left", lambda _desk, _doing: run.append("left")))
            act = asyncio.create_task(app.fetch("Act", lambda _desk, _doing: run.append("act"), urgent=True))
            await pilot.pause()
            left.cancel()
            act.cancel()
            await asyncio.gather(left, act, return_exceptions=True)
            may_end.set()
            await first
            await app.fetch("Last", lambda _desk, _doing: run.append("last"))

    asyncio.run(story())
    assert run == ["act", "last"]
