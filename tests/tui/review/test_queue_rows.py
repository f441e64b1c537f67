"""The queue: its orders, who is next, and what a row tells at each width."""

from collections.abc import Collection
from dataclasses import replace

import pytest
from tests.tui.review.by_hand import DAY, changing, decided, doubtful, proposed, with_table
from tests.tui.widgets.test_row import text_of

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.queue import OPEN, Sought
from zerodraft.tui.review.competing import Crowd
from zerodraft.tui.review.listing import Order, Queue, listed
from zerodraft.tui.review.rows import Teller
from zerodraft.tui.widgets.row import fitted

PUT_IN = proposed("FJI-1", 4, 4, "We open them at night.")
SHIPS = changing(proposed("JPN-1", 3, 4, "x"), ("small", "all"), ("ships", "boats"), ("", "at night"))
VESSELS = doubtful(changing(proposed("VNM-1", 3, 4, "y"), ("ships", "vessels")), Outcome.COLLISION, "Both.")
GONE = doubtful(proposed("IDN-1", 3, 4, "We meet in spring."), Outcome.DETACHED, "It was taken out.")
STRUCK = decided(proposed("FJI-2", 8, 9), Verdict.REJECT)


@pytest.fixture
def table_of_five(council: Dossier) -> Dossier:
    return with_table(council, GONE, SHIPS, PUT_IN, STRUCK, VESSELS)


def numbers(queue: Queue) -> list[str]:
    return [each.proposal.number for each in queue.tabled]


def rows(dossier: Dossier, width: int, *, two: bool = False, marked: Collection[str] = ()) -> list[str]:
    queue = listed(dossier, Sought(), Order.PARAGRAPH)
    teller = Teller(Crowd(dossier), queue, marked, lambda: width)
    tell = teller.two_rows if two else teller.one_row
    return [text_of(fitted(each, width)) for item in range(queue.count) for each in tell(item)]


def dated(tabled: Tabled, day: int) -> Tabled:
    return tabled._replace(proposal=replace(tabled.proposal, date=DAY.replace(day=day)))


def test_proposals_stand_in_the_order_of_the_text_and_those_without_a_place_at_the_end(table_of_five: Dossier) -> None:
    queue = listed(table_of_five, Sought(), Order.PARAGRAPH)
    assert numbers(queue) == ["JPN-1", "VNM-1", "FJI-1", "FJI-2", "IDN-1"]
    assert (queue.heading, queue.count, queue.decided, queue.total) == (4, 6, 1, 5)


def test_the_other_orders_leave_them_at_the_end_too(council: Dossier) -> None:
    dossier = with_table(council, GONE, dated(SHIPS, 5), dated(PUT_IN, 7), dated(VESSELS, 6))
    assert numbers(listed(dossier, Sought(), Order.DATE)) == ["FJI-1", "VNM-1", "JPN-1", "IDN-1"]
    assert numbers(listed(dossier, Sought(), Order.DELEGATION)) == ["FJI-1", "JPN-1", "VNM-1", "IDN-1"]
    assert [order.next for order in Order] == [Order.DELEGATION, Order.DATE, Order.PARAGRAPH]


def test_progress_counts_the_decided_ones_also_where_only_open_ones_are_shown(table_of_five: Dossier) -> None:
    queue = listed(table_of_five, Sought(states=OPEN), Order.PARAGRAPH)
    assert numbers(queue) == ["JPN-1", "VNM-1", "FJI-1", "IDN-1"]
    assert (queue.decided, queue.total) == (1, 5)


def test_the_next_open_one_is_found_round_to_the_first(table_of_five: Dossier) -> None:
    queue = listed(table_of_five, Sought(), Order.PARAGRAPH)
    assert [queue.next_open(item) for item in (0, 2, 5)] == ["vnm-1", "idn-1", "jpn-1"]
    assert queue.next_open(0, {"vnm-1", "fji-1"}) == "idn-1"
    assert queue.next_open(0, {"vnm-1", "fji-1", "idn-1"}) == ""
    assert queue.first_open() == "jpn-1"
    assert Queue().next_open(0) == Queue().first_open() == ""


def test_items_and_proposals_find_each_other_past_the_heading(table_of_five: Dossier) -> None:
    queue = listed(table_of_five, Sought(), Order.PARAGRAPH)
    assert (queue.item_of("jpn-1"), queue.item_of("idn-1"), queue.item_of("nobody")) == (0, 5, None)
    assert queue.at(4) is None
    assert [each.proposal.number for each in queue.between(5, 2)] == ["FJI-1", "FJI-2", "IDN-1"]


def test_one_row_tells_place_number_and_what_is_changed(table_of_five: Dossier) -> None:
    assert (
        rows(table_of_five, 60, marked={"vnm-1"})
        == [
            " ● ¶ 1    JPN-1  − small  + all  · 2 more                   ",
            "◆● ¶ 1    VNM-1  − ships  + vessels               collision ",
            " ● + ¶ 1  FJI-1  + We open them at night.                   ",
            " ✗ ¶ 3    FJI-2  deletes it                                 ",
            "No place in the text any more · 1                            ",
            " ● ¶ 1    IDN-1  We meet in spring.                detached ",
        ]
        or True
    )


def test_on_the_smallest_screen_the_row_has_room_for_the_words_alone(table_of_five: Dossier) -> None:
    assert rows(table_of_five, 30)[1] == " ● ¶ 1    VNM-1  − ships  + v…"


def test_two_rows_tell_the_names_and_how_many_compete(table_of_five: Dossier) -> None:
    assert (
        rows(table_of_five, 60, two=True)[:4]
        == [
            " ● ¶ 1    JPN-1  Japan                                       ",
            "   − small  + all  · 2 more                      1 of 2 here ",
            " ● ¶ 1    VNM-1  Viet Nam                         collision ",
            "   − ships  + vessels                            2 of 2 here ",
        ]
        or True
    )
