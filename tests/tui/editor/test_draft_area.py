"""The text area as a screen uses it: loading, marks, finding, places, what it tells."""

import asyncio

from tests.tui.editor.room import Room, visit
from tests.tui.shown import text_of
from textual.pilot import Pilot

from zerodraft.core.text.strokes import Stroke, replay
from zerodraft.tui.editor.marks import Bar, LineMark
from zerodraft.tui.editor.messages import CursorMoved, Edited, EditRefused
from zerodraft.tui.editor.place import Place, Selection
from zerodraft.tui.editor.search import Found

TEXT = "# Note\n\n1. We shall agree.\n\n2. We shall [not] meet.\n"
LONG = "\n\n".join(f"{number}. We agree on item {number}." for number in range(1, 101)) + "\n"
INNER = 12 - 3  # rows inside the frame of a room of 12 rows


def rows(room: Room) -> list[str]:
    """The rows of the area as they are shown, without frame and edge."""
    return [row[1:-2].rstrip() for row in text_of(room).splitlines()[1:-2]]


def test_the_text_is_shown_with_numbers_bars_and_comments() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.set_marks({2: LineMark("1", Bar.UNSAVED, 2, 1), 4: LineMark("2", Bar.ISSUED, 1, 0)})
        await pilot.pause()
        assert rows(room)[:5] == [
            "         # Note",
            "",
            "▎  1  1● 1. We shall agree.",
            "",
            "┆  2  1○ 2. We shall [not] meet.",
        ]

    asyncio.run(visit(TEXT, deeds, (70, 12)))


def test_brackets_and_control_characters_appear_as_typed_or_as_marks() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        assert rows(room)[0] == "     [shall] [/foo] [@click=app.x] ⟦U+001B⟧[31m"

    asyncio.run(visit("[shall] [/foo] [@click=app.x] \x1b[31m", deeds))


def test_loading_another_text_forgets_the_history_and_goes_to_a_place() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        room.area.type_text("x")
        room.area.load("another\ntext", (1, 2))
        assert room.area.source == "another\ntext"
        assert room.area.cursor == (1, 2)
        assert not room.area.can_undo
        assert not room.area.is_modified

    asyncio.run(visit(TEXT, deeds))


def test_an_area_can_be_filled_before_it_is_shown() -> None:
    room = Room()
    room.area.load(LONG, (100, 0))
    room.area.set_marks({100: LineMark("51")})

    async def visited() -> None:
        async with room.run_test(size=(60, 12)) as pilot:
            await pilot.pause()
            assert any(row.startswith("  51") for row in rows(room))

    asyncio.run(visited())


def test_another_text_is_one_step_and_the_cursor_stays_with_its_words() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        room.area.go_to(4, 6)
        room.area.replace_all("# Harbour Note\n\nChapeau\n\n" + TEXT[8:])
        assert room.area.cursor == (6, 6)
        assert room.area.is_modified
        room.area.undo()
        assert room.area.source == TEXT
        assert not room.area.is_modified
        room.area.redo()
        assert room.area.source.startswith("# Harbour")

    asyncio.run(visit(TEXT, deeds))


def test_who_listens_hears_each_stroke_at_once_and_the_screen_hears_of_each_step() -> None:
    heard: list[Stroke] = []

    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.stroke_listener = heard.append
        room.area.find("shall")
        assert room.area.replace_each("should") == 2
        assert heard == [Stroke(4, 6, 4, 11, "should"), Stroke(2, 6, 2, 11, "should")]
        room.area.undo()
        assert replay(TEXT, heard).text == room.area.source == TEXT
        await pilot.pause()
        edited = [message for message in room.heard if isinstance(message, Edited)]
        assert [len(message.strokes) for message in edited] == [2, 2]

    asyncio.run(visit(TEXT, deeds))


def test_finding_goes_round_and_tells_which_of_how_many() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        area = room.area
        assert area.find("we") == Found(0, 2)
        assert area.find_next() == Found(1, 2)
        assert area.selection == Selection(Place(2, 3), Place(2, 5))
        assert area.find_next() == Found(2, 2)
        assert area.find_next() == Found(1, 2)
        assert area.find_previous() == Found(2, 2)
        assert area.find("") == Found(0, 0)
        assert area.find_next() == Found(0, 0)

    asyncio.run(visit(TEXT, deeds))


def test_while_words_are_typed_into_a_find_bar_the_same_place_is_found_again() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        for words in ("s", "sh", "sha"):
            room.area.find(words)
            assert room.area.find_next(room.area.selection.start).number == 1

    asyncio.run(visit(TEXT, deeds))


def test_one_place_is_replaced_and_the_next_one_selected() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        room.area.find("shall")
        assert room.area.replace_next("will") == Found(1, 2)
        assert room.area.replace_next("will") == Found(1, 1)
        assert room.area.source == TEXT.replace("shall", "will", 1)
        room.area.replace_next("will")
        assert room.area.replace_each("will") == 0

    asyncio.run(visit(TEXT, deeds))


def test_a_text_that_can_only_be_read_says_so_and_stays() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        area = room.area
        area.read_only, area.refusal = True, "This is Rev.1, as it was issued."
        area.find("shall")
        area.find_next()
        await pilot.press("x", "enter", "backspace", "ctrl+z", "alt+down", "ctrl+x", "ctrl+v")
        area.bracket_selection()
        area.replace_each("x")
        area.replace_next("x")
        area.replace_all("x")
        assert area.source == TEXT

    room = asyncio.run(visit(TEXT, deeds))
    refused = [message.reason for message in room.heard if isinstance(message, EditRefused)]
    assert set(refused) == {"This is Rev.1, as it was issued."}
    assert not any(isinstance(message, Edited) for message in room.heard)


def test_offsets_are_those_of_the_source() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        area = room.area
        start = TEXT.index("[not]")
        area.select_span(start, start + 5)
        assert area.selected_text == "[not]"
        assert area.offset_of(area.selection.start) == start
        assert area.place_at(start) == (4, 12)
        area.bracket_selection()
        assert area.selected_text == "not"

    asyncio.run(visit(TEXT, deeds))


def test_a_place_far_away_is_shown_in_the_middle() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.go_to(120)
        await pilot.pause()
        assert "61. We agree on item 61." in rows(room)[INNER // 2]
        room.area.go_to(121)
        await pilot.pause()
        assert "61. We agree on item 61." in rows(room)[INNER // 2]

    asyncio.run(visit(LONG, deeds))


def test_the_paragraph_at_the_top_stays_there_when_the_width_changes() -> None:
    text = "\n\n".join(f"{number}. " + "We agree on this item of the agenda. " * 4 for number in range(1, 60))

    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.show_at_top((40, 0))
        await pilot.pause()
        for width in (100, 44, 72):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            assert rows(room)[0].strip().startswith("21. We agree")
        assert room.area.top == (40, 0)

    asyncio.run(visit(text, deeds))


def test_edits_above_what_is_seen_leave_it_where_it_is() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        room.area.show_at_top((100, 0))
        room.area.go_to(104, center=False)
        room.area.replace_all("# Title\n\nChapeau.\n\n" + LONG)
        await pilot.pause()
        assert rows(room)[0].strip() == "51. We agree on item 51."

    asyncio.run(visit(LONG, deeds))


def test_marks_and_stretches_stay_with_their_words_until_they_are_set_anew() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        area = room.area
        area.set_marks({2: LineMark("1"), 4: LineMark("2")})
        start = TEXT.index("meet")
        area.set_ranges([(start, start + 4, "comment")])
        area.go_to(2, 0)
        area.type_text("x")
        await pilot.press("enter")
        assert area.galley.marks.of(5).number == "2"
        assert area.galley.marks.tints(5) == ((18, 22, "comment"),)
        assert rows(room)[3].startswith("▎")
        area.set_ranges([])
        assert area.galley.marks.tints(5) == ()

    asyncio.run(visit(TEXT, deeds))


def test_the_cursor_tells_where_it_goes() -> None:
    async def deeds(room: Room, _: Pilot[None]) -> None:
        room.area.go_to(2, 3)
        room.area.go_to(2, 3)
        room.area.select_paragraph(4)

    room = asyncio.run(visit(TEXT, deeds))
    moved = [(message.line, message.column) for message in room.heard if isinstance(message, CursorMoved)]
    assert moved == [(2, 3), (4, 23)]


def test_the_terminals_own_cursor_is_where_words_are_typed() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        await pilot.press("down", "down", "right")
        assert room.cursor_position == (1 + room.area.galley.gutter.cells + 1, 3)

    asyncio.run(visit(TEXT, deeds))


def test_dark_and_light_have_their_own_colours() -> None:
    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        dark = room.area.render_line(0)
        room.theme = "textual-light"
        await pilot.pause()
        light = room.area.render_line(0)
        assert dark.text == light.text
        assert list(dark) != list(light)

    asyncio.run(visit(TEXT, deeds))


def test_only_rows_that_look_otherwise_are_drawn_again() -> None:
    drawn: list[int] = []

    async def deeds(room: Room, pilot: Pilot[None]) -> None:
        area = room.area
        original = area.render_line
        area.go_to(2, 5)
        await pilot.pause()

        def counted(y: int):  # type: ignore[no-untyped-def]
            drawn.append(y)
            return original(y)

        area.render_line = counted  # type: ignore[method-assign]
        area.type_text("x")
        await pilot.pause()
        assert drawn == [2]
        area.redraw()
        area.set_marks({})
        await pilot.pause()
        assert drawn == [2, 2]

    asyncio.run(visit(TEXT, deeds))
