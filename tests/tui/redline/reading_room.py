"""Doing something with a redline in a running app, and reading what it shows."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from tests.export.sheets import NEW, OLD, redline_sheet
from tests.tui.redline.redline_app import RedlineApp
from textual.pilot import Pilot

from zerodraft.export.sheet import RedlineSheet
from zerodraft.tui.redline.view import RedlineView

CHANGES = redline_sheet(OLD, NEW)
Act = Callable[[RedlineView, Pilot[None]], Awaitable[None]]


def run(act: Act, sheet: RedlineSheet = CHANGES, *, side: bool = False, size: tuple[int, int] = (80, 24)) -> RedlineApp:
    """The app in which something was done with the view; one line of the screen is another widget's."""

    async def done() -> RedlineApp:
        app = RedlineApp(sheet, side=side)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(app.view, pilot)
        return app

    return asyncio.run(done())


def rows(view: RedlineView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def marked_row(view: RedlineView) -> int:
    """The first row that bears the mark of the cursor."""
    return next(y for y, row in enumerate(rows(view)) if row.startswith("▌"))


def numbers(view: RedlineView) -> list[str]:
    """The numbers in the gutter, of paragraphs that begin in sight."""
    found = (re.match(r"[▌ ][▎ ] *([\d→ ]*\d)  \S", row) for row in rows(view))
    return [each[1] for each in found if each]
