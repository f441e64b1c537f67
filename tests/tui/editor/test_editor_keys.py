"""Keys and mouse in the text area."""

import asyncio

import pytest
from tests.tui.editor.room import Room, visit
from tests.tui.editor.scripts import FAMILY
from textual import events
from textual.actions import SkipAction
from textual.pilot import Pilot

from zerodraft.tui.editor.keyboard import Keyboard
from zerodraft.tui.editor.marks import LineMark
from zerodraft.tui.editor.messages import CommentsAsked, Copied
from zerodraft.tui.editor.place import Place, Selection

TEXT = "One two.\n\nThree four five.\n"
WRAPPED = (
    "We resolve to strengthen the cooperation of all ports, and to meet again in the autumn of next year.\n\nEnd.\n"
)


def pressed(source: str, *keys: str, at: tuple[int, int] = (0, 0)) -> Room:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.go_to(*at)
        await pilot.press(*keys)

    return asyncio.run(visit(source, deeds))


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        (("x",), (0, 3), "Onex two.\n\nThree four five.\n"),
        (("[", "/", "space"), (0, 0), "[/ One two.\n\nThree four five.\n"),
        (("enter",), (0, 3), "One\n two.\n\nThree four five.\n"),
        (("backspace",), (2, 0), "One two.\nThree four five.\n"),
        (("delete",), (0, 8), "One two.\nThree four five.\n"),
        (("ctrl+w",), (0, 7), "One .\n\nThree four five.\n"),
        (("ctrl+delete",), (0, 0), " two.\n\nThree four five.\n"),
        (("ctrl+u",), (2, 6), "One two.\n\nfour five.\n"),
        (("ctrl+k",), (2, 5), "One two.\n\nThree\n"),
        (("ctrl+k", "ctrl+k"), (2, 5), "One two.\n\nThree"),
        (("ctrl+u",), (2, 0), "One two.\nThree four five.\n"),
        (("alt+down",), (0, 2), "Three four five.\n\nOne two.\n"),
        (("shift+end", "backspace"), (0, 3), "One\n\nThree four five.\n"),
        (("shift+down", "x"), (0, 0), "x\nThree four five.\n"),
        (("f6", "delete"), (2, 4), "One two.\n\n\n"),
        (("f7", "delete"), (2, 4), ""),
        (("a", "b", "ctrl+z"), (0, 0), TEXT),
        (("a", "b", "ctrl+z", "ctrl+y"), (0, 0), "abOne two.\n\nThree four five.\n"),
        (("ctrl+shift+right", "ctrl+x", "end", "ctrl+v"), (0, 0), " two.One\n\nThree four five.\n"),
        (("tab",), (0, 0), TEXT),
    ],
)
def test_keys_change_the_text(keys: tuple[str, ...], at: tuple[int, int], expected: str) -> None:
    assert pressed(TEXT, *keys, at=at).area.source == expected


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        (("right", "right"), (0, 7), (1, 0)),
        (("left",), (2, 0), (1, 0)),
        (("down",), (0, 5), (1, 0)),
        (("down", "down"), (0, 5), (2, 5)),
        (("up",), (0, 5), (0, 0)),
        (("down",), (3, 0), (3, 0)),
        (("ctrl+right", "ctrl+right"), (0, 0), (0, 7)),
        (("ctrl+left",), (2, 0), (1, 0)),
        (("ctrl+down",), (0, 4), (2, 0)),
        (("ctrl+up",), (2, 4), (2, 0)),
        (("home",), (2, 4), (2, 0)),
        (("end",), (2, 4), (2, 16)),
        (("ctrl+home",), (2, 4), (0, 0)),
        (("ctrl+end",), (0, 4), (3, 0)),
        (("pagedown",), (0, 4), (3, 0)),
        (("pageup",), (2, 4), (0, 4)),
        (("shift+right", "left"), (0, 3), (0, 3)),
        (("shift+right", "right"), (0, 3), (0, 4)),
    ],
)
def test_keys_move_the_cursor(keys: tuple[str, ...], at: tuple[int, int], expected: tuple[int, int]) -> None:
    area = pressed(TEXT, *keys, at=at).area
    assert area.selection == Selection.at(Place(*expected))


def test_home_and_end_go_to_the_edge_of_the_row_and_then_of_the_line() -> None:
    layout = pressed(WRAPPED).area.galley.layout
    second = layout.starts(0)[1]
    assert second > 0
    assert pressed(WRAPPED, "home", at=(0, second + 5)).area.cursor == (0, second)
    assert pressed(WRAPPED, "home", "home", at=(0, second + 5)).area.cursor == (0, 0)
    assert pressed(WRAPPED, "end", at=(0, 5)).area.cursor == (0, second - 1)
    assert pressed(WRAPPED, "end", "end", at=(0, 5)).area.cursor == (0, 100)


def test_up_and_down_keep_the_cell_past_shorter_rows() -> None:
    text = "a long first line\n\nx\nanother long line\n"
    assert pressed(text, "down", "down", "down", at=(0, 9)).area.cursor == (3, 9)
    assert pressed(text, "down", "down", "left", "down", at=(0, 9)).area.cursor == (3, 0)


def test_a_character_of_several_code_points_is_erased_as_one() -> None:
    assert pressed(f"a{FAMILY}ที่", "end", "backspace").area.source == f"a{FAMILY}"
    assert pressed(f"a{FAMILY}", "end", "backspace").area.source == "a"
    assert pressed("ê\u0323x", "delete").area.source == "x"


def test_what_is_pasted_is_one_step_and_no_keys() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.post_message(events.Paste("[a]\r\nVie\u0323t\x1b"))
        await pilot.pause()
        assert room.area.source == "[a]\nVi\u1eb9t\x1b"
        room.area.undo()
        assert room.area.source == ""

    asyncio.run(visit("", deeds))


def test_what_is_copied_is_told_and_can_be_pasted() -> None:
    room = pressed(TEXT, "f6", "ctrl+c", "right", "ctrl+v")
    assert [message.text for message in room.heard if isinstance(message, Copied)] == ["One two."]
    assert room.area.source.startswith("One two.One two.\n")


def test_with_nothing_selected_copy_and_escape_are_left_to_the_screen() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        with pytest.raises(SkipAction):
            room.area.action_copy()
        with pytest.raises(SkipAction):
            room.area.action_unselect()
        room.area.action_select_all()
        room.area.action_unselect()
        assert room.area.selection.is_empty

    asyncio.run(visit(TEXT, deeds))


def test_keys_of_the_screen_are_not_taken_by_the_text() -> None:
    keys = {key for binding in Keyboard.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    own = {f"ctrl+{letter}" for letter in "sfrgtbnpoqel"} | {f"f{number}" for number in (1, 2, 3, 4, 5, 8, 9, 10)}
    assert not keys & (own | {"tab", "shift+tab"})


def test_each_binding_has_a_name_of_its_own_for_the_users_keymap() -> None:
    names = [binding.id for binding in Keyboard.BINDINGS]  # type: ignore[union-attr]
    assert len(set(names)) == len(names)
    assert {"editor.undo", "editor.erase-word-left", "editor.select-down", "editor.move-paragraph-up"} <= set(names)


# --- mouse -------------------------------------------------------------------------------------


def clicked(*clicks: tuple[tuple[int, int], int], source: str = TEXT, shift: bool = False) -> Room:
    """Clicks at cells of the area, each so many times."""

    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.set_marks({0: LineMark("1", comments=2, open_comments=1), 2: LineMark("2")})
        for cell, times in clicks:
            await pilot.click(room.area, offset=cell, times=times, shift=shift)

    return asyncio.run(visit(source, deeds, (70, 12)))


GUTTER = 9


def test_a_click_puts_the_cursor_there() -> None:
    assert clicked(((GUTTER + 3, 2), 1)).area.selection == Selection.at(Place(2, 3))
    assert clicked(((GUTTER + 40, 2), 1)).area.cursor == (2, 16)
    assert clicked(((GUTTER + 3, 8), 1)).area.cursor == (3, 0)


def test_a_double_click_selects_the_word_and_a_triple_click_the_paragraph() -> None:
    assert clicked(((GUTTER + 7, 2), 2)).area.selected_text == "four"
    assert clicked(((GUTTER + 7, 2), 3)).area.selected_text == "Three four five."


def test_a_click_with_shift_extends_the_selection() -> None:
    assert clicked(((GUTTER + 3, 2), 1), shift=True).area.selected_text == "One two.\n\nThr"


def test_a_click_on_the_count_of_comments_asks_for_them() -> None:
    room = clicked(((5, 0), 1))
    assert [message.line for message in room.heard if isinstance(message, CommentsAsked)] == [0]
    assert not [message for message in clicked(((5, 2), 1)).heard if isinstance(message, CommentsAsked)]


def test_dragging_selects_and_beyond_the_edge_it_scrolls() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        left = room.area.galley.gutter.cells
        await pilot.mouse_down(room.area, offset=(left + 4, 0))
        await pilot.hover(room.area, offset=(left + 2, 4))
        assert room.area.selected_text.startswith("greed 1.\n")
        await pilot.hover(room.screen, offset=(left + 2, 11))
        async with asyncio.timeout(20):
            while room.area.cursor.line < 40:
                await pilot.pause(0.02)
        await pilot.mouse_up(room.screen, offset=(left + 2, 11))
        assert room.area._pulling is None
        assert room.area.top.line > 30

    asyncio.run(visit("\n".join(f"We agreed {number}." for number in range(1, 100)), deeds))


def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        await pilot._post_mouse_events([events.MouseScrollDown], room.area, offset=(5, 5))
        await pilot.pause()
        assert room.area.top == (3, 0)
        assert room.area.cursor == (0, 0)
        await pilot._post_mouse_events([events.MouseScrollUp], room.area, offset=(5, 5))
        await pilot.pause()
        assert room.area.top == (0, 0)

    asyncio.run(visit("\n".join(map(str, range(100))), deeds))


def test_the_edge_shows_where_in_the_text_one_is_and_takes_one_there() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        edge = room.area.size.width - 1
        assert [room.area.render_line(y).text[-1] for y in range(9)] == ["▐", *" " * 8]
        await pilot.click(room.area, offset=(edge, 8))
        assert room.area.top == (91, 0)
        assert [room.area.render_line(y).text[-1] for y in range(9)] == [*" " * 8, "▐"]
        assert room.area.cursor == (0, 0)

    asyncio.run(visit("\n".join(map(str, range(100))), deeds))
