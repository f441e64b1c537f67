"""The list of comments: its orders, its heading, and what a row tells at each width."""

from datetime import datetime, timedelta, timezone

import pytest
from tests.tui.widgets.test_row import text_of

from zerodraft.desk.dossier import Dossier
from zerodraft.desk.selection import Wish
from zerodraft.tui.comments.listing import Listing, Order, Teller, cited, listed
from zerodraft.tui.widgets.row import fitted

NOW = datetime(2021, 11, 3, 9, 0, tzinfo=timezone(timedelta(hours=12)))


def who(listing: Listing) -> list[str]:
    return [f"{thread.root.delegation} {thread.root.paragraph}" for thread in listing.threads]


def rows(note: Dossier, width: int, *, two: bool = False, order: Order = Order.PARAGRAPH) -> list[str]:
    listing = listed(note, Wish(), order)
    teller = Teller(note, listing, NOW, lambda: width)
    tell = teller.two_rows if two else teller.one_row
    return [text_of(fitted(each, width)) for item in range(listing.count) for each in tell(item)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.PARAGRAPH, ["JPN 1", "FJI 1", "VNM 2(a)", "FJI 3"]),
        (Order.DATE, ["FJI 1", "VNM 2(a)", "JPN 1", "FJI 3"]),
        (Order.DELEGATION, ["FJI 1", "JPN 1", "VNM 2(a)", "FJI 3"]),
    ],
)
def test_in_each_order_those_without_words_stand_at_the_end(note: Dossier, order: Order, expected: list[str]) -> None:
    listing = listed(note, Wish(), order)
    assert who(listing) == expected
    assert (listing.tray, listing.heading, listing.count, listing.waiting) == (3, 3, 5, 3)


def test_the_orders_follow_each_other_round() -> None:
    assert [order.next for order in Order] == [Order.DATE, Order.DELEGATION, Order.PARAGRAPH]


def test_items_and_threads_find_each_other_past_the_heading(note: Dossier) -> None:
    listing = listed(note, Wish(), Order.PARAGRAPH)
    reply = next(thread.replies[0].id for thread in listing.threads if thread.replies)
    gone = listing.threads[3].root.id
    assert [listing.thread_at(item) for item in range(5)] == [*listing.threads[:3], None, listing.threads[3]]
    assert (listing.item_of(reply), listing.item_of(gone), listing.item_of("jpn-0000")) == (2, 4, None)
    assert (listing.number(0), listing.number(2), listing.number(4)) == (1, 3, 4)
    assert listing.thread_at(9) is None


def test_a_list_without_detached_ones_has_no_heading(note: Dossier) -> None:
    listing = listed(note, Wish(standing="rewritten"), Order.PARAGRAPH)
    assert (listing.heading, listing.count) == (None, 2)
    assert listing.thread_at(2) is None


def test_a_list_of_detached_ones_begins_with_the_heading(note: Dossier) -> None:
    listing = listed(note, Wish(standing="detached"), Order.DATE)
    assert (listing.heading, listing.count, listing.number(1)) == (0, 2, 1)


def test_a_row_tells_state_number_who_words_standing_replies_and_date(note: Dossier) -> None:
    assert rows(note, 78) == [
        "● ¶ 1     Japan     All of them.                           reworded yesterday ",
        "● ¶ 1     Fiji      We would delete “all”.                 reworded yesterday ",
        "✓ ¶ 2(a)  Viet Nam  Twice is too often. Once is enough.        ↳ 1  yesterday ",
        "Their words are gone · 1                                                      ",
        "● ¶ 3     Fiji      Autumn is the season of storms.                 yesterday ",
    ]


def test_a_narrow_row_has_the_code_and_a_tiny_one_only_the_words(note: Dossier) -> None:
    assert rows(note, 50)[0] == "● ¶ 1     JPN  All of them.    reworded yesterday "
    assert rows(note, 30)[2] == "✓ ¶ 2(a)  VNM  Twice is too o…"


def test_two_rows_give_the_words_a_row_of_their_own(note: Dossier) -> None:
    assert rows(note, 40, two=True) == [
        "● ¶ 1     Japan               yesterday ",
        "  All of them.                 reworded ",
        "● ¶ 1     Fiji                yesterday ",
        "  We would delete “all”.       reworded ",
        "✓ ¶ 2(a)  Viet Nam       ↳ 1  yesterday ",
        "  Twice is too often. Once is enough.   ",
        "Their words are gone · 1                ",
        "  Shown with the words they were made on",
        "● ¶ 3     Fiji                yesterday ",
        "  Autumn is the season of storms.       ",
    ]


@pytest.mark.parametrize(
    ("cite", "shown"), [("14(a)", "¶ 14(a)"), ("5 bis", "¶ 5 bis"), ("PP3", "PP3"), ("title", "the title")]
)
def test_a_number_is_shown_as_it_is_cited(cite: str, shown: str) -> None:
    assert cited(cite) == shown
