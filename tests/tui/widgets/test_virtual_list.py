"""A list shows what fits, keeps the chosen item in view, and passes over headings."""

from tests.tui.shown import shown
from tests.tui.widgets.shelf import Shelf, play, ports, rows_shown
from textual.pilot import Pilot

from zerodraft.tui.widgets.row import Piece, row
from zerodraft.tui.widgets.virtual_list import VirtualList


def a_list(count: int, **how: object) -> VirtualList:
    made = VirtualList()
    made.show(*ports(count))
    return made


def test_the_chosen_item_bears_a_bar() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        assert rows_shown(shelf)[:3] == [" 0 Suva", "▌1 Manila", " 2 Kobe"]

    play(a_list(3), story)


def test_the_view_follows_the_cursor_to_both_ends() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.press("G")
        assert [line.split()[0] for line in rows_shown(shelf)] == ["994", "995", "996", "997", "998", "▌999"]
        await pilot.press("g")
        assert rows_shown(shelf)[0].split()[0] == "▌0"
        await pilot.press("pagedown", "k")
        assert rows_shown(shelf)[4].split()[0] == "▌4"

    play(a_list(1000), story)


def test_the_cursor_stops_at_the_ends() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.press("up", "pageup")
        assert shelf.told == []
        await pilot.press("pagedown", "pagedown", "down")
        assert shelf.told == [("Chosen", 2)]

    play(a_list(3), story)


def test_an_empty_list_says_what_to_do() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.press("down", "up", "G", "g", "pagedown")
        assert rows_shown(shelf)[:2] == [" No port yet: n adds", " one [or two]."]
        assert shelf.told == []

    play(VirtualList(empty="No port yet: n adds one [or two]."), story)


def test_the_cursor_stays_when_the_items_are_shown_anew() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        ports_list = shelf.query_one(VirtualList)
        ports_list.show(*ports(100), chosen=50)
        await pilot.pause()
        before = rows_shown(shelf)
        ports_list.show(*ports(99))
        await pilot.pause()
        assert ports_list.chosen == 50
        assert rows_shown(shelf) == before
        ports_list.show(*ports(20))
        await pilot.pause()
        assert ports_list.chosen == 19
        assert rows_shown(shelf)[-1] == "▌19 Lima"

    play(a_list(100), story)


def headed() -> VirtualList:
    """0 and 4 are headings."""
    made = VirtualList()
    made.show(*ports(8), headings=(0, 4))
    return made


def test_a_heading_is_never_chosen() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        harbours = shelf.query_one(VirtualList)
        assert harbours.chosen == 1
        await pilot.press("down", "down", "down")
        assert harbours.chosen == 5
        await pilot.press("up")
        assert harbours.chosen == 3
        await pilot.press("g")
        assert harbours.chosen == 1
        await pilot.press("up")
        assert harbours.chosen == 1
        await pilot.click(VirtualList, offset=(3, 4))
        assert harbours.chosen == 1

    play(headed(), story, size=(24, 8))


def test_the_heading_above_the_chosen_item_comes_into_view_with_it() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.press("G", "g")
        assert rows_shown(shelf)[:3] == [" 0 Suva", "▌1 Manila", " 2 Kobe"]

    play(headed(), story, size=(24, 3))


def test_a_list_of_headings_alone_stands_still() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        harbours = shelf.query_one(VirtualList)
        harbours.show(*ports(2), headings=(0, 1))
        await pilot.press("down", "up", "G")
        assert shelf.told == []

    play(headed(), story)


def test_a_click_chooses_and_a_second_one_opens() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.click(VirtualList, offset=(3, 2))
        assert shelf.told == [("Chosen", 2)]
        await pilot.click(VirtualList, offset=(3, 2))
        assert shelf.told[:2] == [("Chosen", 2), ("Opened", 2)]
        await pilot.click(VirtualList, offset=(3, 5))
        assert shelf.query_one(VirtualList).chosen == 2

    play(a_list(4), story)


def test_a_click_within_a_frame_chooses_what_was_clicked() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        framed = shelf.query_one(VirtualList)
        framed.styles.border = ("round", "white")
        await pilot.pause()
        await pilot.click(VirtualList, offset=(3, 3))
        assert framed.chosen == 2
        await pilot.click(VirtualList, offset=(3, 0))
        assert framed.chosen == 2

    play(a_list(4), story)


def test_items_of_two_rows_are_chosen_by_either_row() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        assert rows_shown(shelf) == ["▌0 Suva", "▌[shall]", " 1 Manila", " [shall]", " 2 Kobe", " [shall]"]
        await pilot.click(VirtualList, offset=(3, 5))
        assert shelf.query_one(VirtualList).chosen == 2

    tall = VirtualList(height=2)
    count, rows = ports(10)
    tall.show(count, lambda index: (*rows(index), row("[shall]")))
    play(tall, story)


def test_brackets_and_control_characters_appear_as_words() -> None:
    async def story(shelf: Shelf, _pilot: Pilot[None]) -> None:
        assert rows_shown(shelf)[:3] == ["▌[shall] [/foo]", " [@click=app.quit]x[/]", " a⟦U+001B⟧[2J b"]

    words = ("[shall] [/foo]", "[@click=app.quit]x[/]", "a\x1b[2J b")
    made = VirtualList()
    made.show(3, lambda index: (row(words[index]),))
    play(made, story)


def test_quiet_words_are_less_bright_than_others() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        first = shown(shelf)[0]
        assert first[1].look.colour == "#e6e9ef"
        assert first[3].look.colour == "#a3adbd"

    made = VirtualList()
    made.show(2, lambda _: (row("a ", Piece("b", "quiet")),), chosen=1)
    play(made, story)


def test_where_it_is_wished_the_bar_is_shown_only_with_the_focus() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        assert rows_shown(shelf)[0] == "▌0 Suva"
        shelf.set_focus(None)
        await pilot.pause()
        assert rows_shown(shelf)[0] == " 0 Suva"

    made = VirtualList(marks_always=False)
    made.show(*ports(2))
    play(made, story)


def test_only_what_is_seen_is_drawn() -> None:
    asked: list[int] = []

    def rows(index: int) -> tuple[object, ...]:
        asked.append(index)
        return ports()[1](index)

    async def story(_shelf: Shelf, pilot: Pilot[None]) -> None:
        await pilot.press("down", "G")
        assert set(asked) <= {*range(7), *range(99_990, 100_000)}

    made = VirtualList()
    made.show(100_000, rows)  # type: ignore[arg-type]
    play(made, story)


def test_words_of_every_script_keep_what_stands_behind_them_in_its_column() -> None:
    words = ("Ports", "မြန်မာနိုင်ငံတော်", "ព្រះរាជាណាចក្រ", "ราชอาณาจักรไทย", "السلام عليكم", "👨\u200d👩 ok", "日本国")

    async def story(shelf: Shelf, _pilot: Pilot[None]) -> None:
        places = [[cell.text for cell in row].index("│") for row in shown(shelf)[: len(words)]]
        assert places == [22] * len(words)

    made = VirtualList()
    made.show(len(words), lambda index: (row(words[index], tail=("│ ",)),))
    play(made, story, size=(24, 7))
