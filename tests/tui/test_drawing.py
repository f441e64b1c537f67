"""A screen on which something changed is drawn row by row, and looks as if all of it had been drawn."""

import asyncio

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from zerodraft.tui.composing import Composed
from zerodraft.tui.drawing import Sparing, redraw


class Rows(Widget):
    """Rows that tell how often they were drawn."""

    DEFAULT_CSS = "Rows { width: 1fr; height: 1fr; border: round red; }"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.word = name
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return Strip([Segment(f"{self.word} {y}".ljust(self.size.width))], self.size.width)


class Pair(Composed[None]):
    """Two views beside each other, and a third that lies over both."""

    CSS = "#over { layer: above; width: 10; height: 3; offset: 15 4; background: blue; } Pair { layers: below above; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Rows("left")
            yield Rows("right")
        yield Static("over", id="over")


class Room(App[None]):
    """The pair on a small terminal."""

    def get_default_screen(self) -> Pair:
        return Pair()


def drawn_after(*regions: Region) -> tuple[list[int], list[int], int]:
    """What the two views drew after rows of the left one changed, and how many parts differ from a full drawing."""

    async def play() -> tuple[list[int], list[int], int]:
        async with Room().run_test(size=(40, 12)) as pilot:
            await pilot.pause()
            screen = pilot.app.screen
            assert isinstance(screen, Pair)
            left, right = screen.query(Rows)
            left.drawn.clear()
            right.drawn.clear()
            with pilot.app.batch_update():
                redraw(left, *regions)
                compositor = screen._compositor
                compositor.update_widgets({left})
                update = compositor.render_partial_update()
                seen = list(left.drawn), list(right.drawn)
                assert update is not None
                whole = super(Sparing, compositor)._render_chops(screen.size.region, lambda _: True)  # type: ignore[misc]
                wrong = sum(
                    strip is not None and strip.text != whole[y][x].text
                    for y, row in enumerate(update.chops)
                    for x, strip in row.items()
                )
            return *seen, wrong

    return asyncio.run(play())


def test_only_the_rows_that_changed_are_drawn() -> None:
    left, right, _ = drawn_after(Region(0, 1, 5, 1), Region(0, 7, 5, 1))
    assert (sorted(set(left)), right) == ([1, 7], [])


def test_what_is_drawn_is_what_a_full_drawing_shows_there() -> None:
    *_, wrong = drawn_after(Region(0, 3, 18, 4))
    assert wrong == 0


class Meddler(Rows):
    """Hides the view beside it while it is drawn, and asks where all of them are."""

    def render_line(self, y: int) -> Strip:
        right = self.screen.query_one("#right")
        if right.display and self.drawn:
            right.display = False
            self.screen._compositor._full_map_invalidated = True
            assert right not in self.screen._compositor.full_map
        return super().render_line(y)


class MeddlersPair(Composed[None]):
    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Meddler("left")
            right = Rows("right")
            right.id = "right"
            yield right


def test_a_view_that_goes_while_another_is_drawn_is_drawn_once_more_where_it_stood() -> None:
    class Meddling(App[None]):
        def get_default_screen(self) -> MeddlersPair:
            return MeddlersPair()

    async def play() -> None:
        async with Meddling().run_test(size=(40, 12)) as pilot:
            await pilot.pause()
            screen = pilot.app.screen
            left = screen.query_one(Meddler)
            left.drawn.append(0)
            redraw(left, Region(0, 1, 5, 8))
            redraw(screen.query_one("#right"), Region(0, 1, 5, 8))
            await pilot.pause()
            assert not screen.query_one("#right").display

    asyncio.run(play())
