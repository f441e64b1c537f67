"""Each screen of the demonstration as a picture: what a drafter sees at 132 x 38, and at 80 x 24.

A picture that changed is looked at before it is accepted; `tests/tui/picture.py` says how.
"""

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.rooms import ANA, MORNING, clock, isolate, sharing_objects
from tests.tui.picture import compare_picture
from tests.tui.shown import picture_of, shown
from tests.tui.stage import stage, until
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.worker import WorkerState

from zerodraft.desk.desk import Desk
from zerodraft.store.workspace import Workspace
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.place_screen import PlaceScreen

BALI = "bali-message"
DRAFT, VERSIONS, COMMENTS, EXPORT, REVIEW = map(Destination, ("draft", "versions", "comments", "export", "review"))
COMPILE, BRACKETS, PROGRESS = map(Destination, ("compile", "brackets", "progress"))
TO_36 = ("ctrl+g", "3", "6", "enter")
LARGE, WIDE, MEDIUM, SMALL = (160, 46), (132, 38), (100, 30), (80, 24)
# Workers that wait for the drafter as long as a dialog is open.
_OVER = {"asking", "issue", "finding"}
_SAME = 4  # looks at the screen, one after the other
Act = Callable[[ZerodraftApp, Pilot[int]], Awaitable[None]]


class Picture(NamedTuple):
    """`theme` and `size` as the drafter has them, where one goes to, what is done there."""

    title: str
    theme: str
    size: tuple[int, int]
    at: Destination | None = None
    keys: tuple[str, ...] = ()


PICTURES = {
    "home-dark": Picture("Home", "dark", WIDE),
    "home-light": Picture("Home on a light screen", "light", WIDE),
    "draft-dark": Picture("The draft at paragraph 36", "dark", LARGE, DRAFT, TO_36),
    "draft-light": Picture("The draft on a light screen", "light", LARGE, DRAFT, TO_36),
    "draft-small": Picture("The draft on a small screen", "dark", SMALL, DRAFT, TO_36),
    "versions-inline": Picture("The redline of two versions", "light", WIDE, VERSIONS, ("right_square_bracket",) * 2),
    "versions-columns": Picture("Two versions beside each other", "dark", LARGE, VERSIONS, ("s",)),
    "versions-summary": Picture("What changed, counted", "dark", WIDE, VERSIONS, ("m",)),
    "comments-dark": Picture("All comments, and one thread", "dark", WIDE, COMMENTS, ("down", "down")),
    "comments-small": Picture("All comments on a small screen", "light", SMALL, COMMENTS, ("down", "down")),
    "review-dark": Picture("The proposals, one of them, and what competes", "dark", LARGE, REVIEW, ("s", "s")),
    "review-light": Picture("The proposals on a light screen", "light", MEDIUM, REVIEW, ("s", "s", "space")),
    "review-small": Picture("A proposal on a small screen", "dark", SMALL, REVIEW, ("s", "s", "enter")),
    "export": Picture("What leaves the house", "dark", MEDIUM, EXPORT),
    "compile-dark": Picture("The compilation text", "dark", WIDE, COMPILE, ("right_square_bracket",) * 6),
    "compile-light": Picture(
        "A paragraph and its proposals", "light", MEDIUM, COMPILE, ("v",) + ("right_square_bracket",) * 9
    ),
    "compile-small": Picture(
        "Paragraphs and delegations", "dark", SMALL, COMPILE, ("v", "v", *["down"] * 2, *["right"] * 10)
    ),
    "brackets-dark": Picture(
        "All brackets, and one of them", "dark", WIDE, BRACKETS, ("down", "down", "space", "down")
    ),
    "brackets-small": Picture("A bracket is settled on a small screen", "light", SMALL, BRACKETS, ("G", "enter")),
    "progress-dark": Picture("How far the text is", "dark", WIDE, PROGRESS, ("down", "down")),
    "progress-small": Picture(
        "Who holds what is open, on a small screen", "light", SMALL, PROGRESS, ("space", "right")
    ),
    "help": Picture("Help over the versions", "dark", WIDE, VERSIONS, ("f1",)),
    "issue": Picture("A version is issued", "light", WIDE, VERSIONS, ("i",)),
    "reply": Picture("A comment is answered", "dark", WIDE, COMMENTS, ("down", "r")),
}


@pytest.fixture(autouse=True)
def universal_time() -> Iterator[None]:
    """Moments are told in the drafter's zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def workspace(demonstration_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demonstration in the drafter's home, where no path tells of the folder of the tests."""
    home = isolate(monkeypatch, tmp_path / "home")
    return Path(shutil.copytree(demonstration_made, home / "bali", copy_function=sharing_objects))


async def still(app: ZerodraftApp, pilot: Pilot[int]) -> None:
    """Wait until nothing is being read and the screen stays as it is."""
    seen = [shown(app)]

    def is_still() -> bool:
        running = {each.group for each in app.workers if each.state in (WorkerState.PENDING, WorkerState.RUNNING)}
        seen.append(shown(app))
        is_same = len(seen) > _SAME and len(set(seen[-_SAME:])) == 1
        return is_same and (not running or (isinstance(app.screen, ModalScreen) and running <= _OVER))

    await until(pilot, is_still)


def taken(workspace: Path, picture: Picture, act: Act | None = None) -> str:
    """The picture, with nothing in it that passes by itself."""

    async def take() -> str:
        async with stage(workspace, BALI, at=picture.at, size=picture.size) as (app, pilot):
            app.show_theme(picture.theme)
            await still(app, pilot)
            for key in picture.keys:
                await pilot.press(key)
                await still(app, pilot)
            if act is not None:
                await act(app, pilot)
                await still(app, pilot)
            assert not app.told
            return picture_of(app, picture.title)

    return asyncio.run(take())


@pytest.mark.parametrize("name", PICTURES)
def test_a_screen_looks_as_it_did(workspace: Path, name: str) -> None:
    compare_picture(taken(workspace, PICTURES[name]), name)


def test_words_of_an_earlier_session_are_shown_as_it_was_seen_before(workspace: Path) -> None:
    with Desk(Workspace.find(workspace), clock(step=timedelta(seconds=1)), ANA) as desk:
        base = desk.open(BALI).draft.source
        typing = desk.begin_typing(BALI, base)
        typing.rebase(base, base.replace("We support", "We strongly support", 2))
        journal = typing.path
        typing.keep()
    assert journal is not None
    os.utime(journal, (MORNING.timestamp(),) * 2)

    async def is_asked(app: ZerodraftApp, pilot: Pilot[int]) -> None:
        await until(pilot, lambda: not isinstance(app.screen, PlaceScreen))

    picture = Picture("Words of an earlier session", "dark", WIDE, DRAFT)
    compare_picture(taken(workspace, picture, is_asked), "waiting")
