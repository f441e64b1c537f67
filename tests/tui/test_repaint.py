"""ctrl+l draws everything anew: whatever a widget remembered of its rows is forgotten."""

import asyncio
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import isolate
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.strip import Strip

from zerodraft.tui.widgets.virtual_list import VirtualList


def test_a_row_that_went_stale_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path / "home")
    with open_desk(tmp_path / "workspace") as desk:
        root = desk.root

    async def story() -> None:
        async with stage(root) as (app, pilot):
            await until(pilot, lambda: "not issued yet" in text_of(app))
            await app.workers.wait_for_complete()
            shelf = app.screen.query(VirtualList).first()
            for key, strips in shelf._drawn.items():
                shelf._drawn[key] = tuple(Strip.blank(strip.cell_length) for strip in strips)
            shelf.refresh()
            await until(pilot, lambda: "not issued yet" not in text_of(app))
            await pilot.press("ctrl+l")
            await until(pilot, lambda: "not issued yet" in text_of(app))

    asyncio.run(story())
