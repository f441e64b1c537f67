"""Cards are wrapped to the panel, read from above to below, and chosen one by one."""

from tests.tui.widgets.shelf import Shelf, cards, play, rows_shown
from textual.pilot import Pilot

from zerodraft.tui.widgets.card_list import CardList

THREE = cards("All of them.", "Twice is too often.", "Once.")
LONG = cards("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight", "the end")


def panel(*, marks_always: bool = True) -> CardList:
    return CardList(empty="Nobody said [anything].", marks_always=marks_always)


def test_cards_stand_below_each_other_and_the_chosen_one_bears_a_bar() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        shelf.query_one(CardList).show(THREE)
        await pilot.press("j")
        assert rows_shown(shelf) == [
            "  Card 0",
            "  All of them.",
            "",
            "▌ Card 1",
            "▌ Twice is too often.",
            "",
            "  Card 2",
            "  Once.",
        ]

    play(panel(), story, size=(26, 8))


def test_an_empty_panel_says_so() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        shelf.query_one(CardList).show(())
        await pilot.press("down", "up", "G", "pagedown", "pageup")
        assert rows_shown(shelf)[:2] == ["  Nobody said", "  [anything]."]
        assert shelf.told == []

    play(panel(), story, size=(16, 6))


def test_a_card_longer_than_the_panel_is_read_to_its_end_before_the_next_is_chosen() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        long = shelf.query_one(CardList)
        long.show(LONG)
        await pilot.pause()
        steps = 0
        while long.chosen == 0 and steps < 20:
            await pilot.press("down")
            steps += 1
        assert steps == 5  # nine rows, of which five are seen, and one step to the next card
        assert rows_shown(shelf)[-1] == "▌ the end"

    play(panel(), story, size=(20, 5))


def test_another_width_wraps_the_words_anew() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        shelf.query_one(CardList).show(cards("We support the exchange of charts."))
        await pilot.resize_terminal(18, 6)
        assert rows_shown(shelf)[:4] == ["▌ Card 0", "▌ We support the", "▌ exchange of", "▌ charts."]

    play(panel(), story, size=(60, 6))


def test_a_page_further_chooses_what_is_in_the_middle() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        many = shelf.query_one(CardList)
        many.show(cards(*map(str, range(30))))
        await pilot.press("pagedown")
        assert (many.scroll_offset.y, many.chosen) == (8, 4)
        assert shelf.told == [("Chosen", 4)]

    play(panel(), story, size=(20, 10))


def test_a_click_chooses_a_card_and_a_double_click_opens_it() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        three = shelf.query_one(CardList)
        three.show(THREE)
        await pilot.pause()
        await pilot.click(CardList, offset=(4, 4))
        assert three.chosen == 1
        await pilot.click(CardList, offset=(4, 7), times=2)
        assert shelf.told == [("Chosen", 1), ("Chosen", 2), ("Opened", 2)]

    play(panel(), story, size=(26, 12))


def test_the_bar_may_wait_for_the_focus() -> None:
    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        shelf.query_one(CardList).show(THREE)
        await pilot.pause()
        assert rows_shown(shelf)[0] == "▌ Card 0"
        shelf.set_focus(None)
        await pilot.pause()
        assert rows_shown(shelf)[0] == "  Card 0"

    play(panel(marks_always=False), story)


def test_cards_that_were_wrapped_for_another_width_than_they_are_drawn_at_are_wrapped_anew() -> None:
    """As when they came while the panel had no place yet, and Textual tells it of no new size afterwards."""

    async def story(shelf: Shelf, pilot: Pilot[None]) -> None:
        column = shelf.query_one(CardList)
        column.show(THREE)
        await pilot.pause()
        column._lines, column._wrapped_at = column._lines[:1], 1
        column.refresh()
        for _ in range(3):
            await pilot.pause()
        assert rows_shown(shelf)[:2] == ["▌ Card 0", "▌ All of them."]

    play(panel(), story, size=(26, 8))
