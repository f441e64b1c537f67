"""A scene on the draft screen of the small workspace, with what it takes to disturb it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

from tests.tui.stage import stage, until
from textual.pilot import Pilot

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Done
from zerodraft.tui.actions import Scope
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.draft import DraftScreen

SLUG, OTHER = "harbour-note", "other-note"
TEXT = f"declarations/{SLUG}/text.md"
Scene = Callable[[ZerodraftApp, Pilot[int], DraftScreen], Awaitable[None]]


def played(workspace: Path, scene: Scene) -> None:
    """Play a scene; the text is open, and its journal is begun."""

    async def play() -> None:
        async with stage(workspace, SLUG, at=Destination("draft")) as (app, pilot):
            screen = draft_of(app)
            await until(pilot, lambda: screen.read is not None and screen.typing is not None)
            await scene(app, pilot, screen)

    asyncio.run(play())


def draft_of(app: ZerodraftApp) -> DraftScreen:
    screen = app.shown(Scope.DRAFT)
    assert isinstance(screen, DraftScreen)
    return screen


def type_before(screen: DraftScreen, words: str, typed: str) -> None:
    """Type something just before some words of the text."""
    screen.area.go_to(*screen.area.place_at(screen.area.source.index(words)))
    screen.area.type_text(typed)


@asynccontextmanager
async def busy(app: ZerodraftApp, pilot: Pilot[int]) -> AsyncIterator[None]:
    """The desk is at work on something long as long as the block lasts."""
    begun, may_end = Event(), Event()

    def long(_: Desk) -> None:
        begun.set()
        may_end.wait(30)

    app.clerk.send(long, urgent=True)
    await until(pilot, begun.is_set)
    try:
        yield
    finally:
        may_end.set()


def recorded_elsewhere(workspace: Path, old: str, new: str) -> Done:
    """Another program records the text with some words replaced."""
    with Desk.at(workspace) as desk:
        dossier = desk.open(SLUG)
        return desk.save(dossier, dossier.draft.source.replace(old, new))


def kept_words(workspace: Path, slug: str) -> tuple[str, ...]:
    """What the next start would offer."""
    with Desk.at(workspace) as desk:
        return tuple(each.text for each in desk.typed(slug))


def told(app: ZerodraftApp) -> str:
    return "\n".join(each.sentence for each in app.told)
