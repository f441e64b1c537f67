"""The clerk runs errands in order, urgent ones first, and never breaks off what was begun."""

import asyncio
from collections.abc import Iterator
from threading import Event
from typing import cast

import pytest

from zerodraft.desk.desk import Desk
from zerodraft.errors import NotThere
from zerodraft.tui.clerk import Clerk


class Table:
    """What the clerk's errands get in these tests: they only look at it."""

    def __init__(self) -> None:
        self.is_closed = False

    def __enter__(self) -> "Table":
        return self

    def __exit__(self, *_: object) -> None:
        self.is_closed = True


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture
def clerk(table: Table) -> Iterator[Clerk]:
    made = Clerk(lambda: cast(Desk, table))
    made.start()
    yield made
    made.close()


def test_an_errand_gives_its_answer(clerk: Clerk, table: Table) -> None:
    assert asyncio.run(clerk.ask(lambda desk: desk)) is cast(Desk, table)


def test_a_refusal_is_raised_where_the_answer_is_awaited(clerk: Clerk) -> None:
    def refused(_: Desk) -> None:
        raise NotThere("paragraph", "99")

    with pytest.raises(NotThere):
        asyncio.run(clerk.ask(refused))
    assert asyncio.run(clerk.ask(lambda _: "goes on")) == "goes on"


def test_urgent_errands_overtake_those_that_wait(clerk: Clerk) -> None:
    begun, may_end = Event(), Event()
    order: list[str] = []

    def long(_: Desk) -> None:
        begun.set()
        may_end.wait(20)
        order.append("long")

    first = clerk.send(long)
    begun.wait(20)
    filling = clerk.send(lambda _: order.append("filling a list"))
    act = clerk.send(lambda _: order.append("an act"), urgent=True)
    may_end.set()
    for each in (first, filling, act):
        each.result(20)
    assert order == ["long", "an act", "filling a list"]


def test_closing_lets_acts_end_and_drops_the_rest(table: Table) -> None:
    clerk = Clerk(lambda: cast(Desk, table))
    clerk.start()
    begun, may_end = Event(), Event()

    def act(_: Desk) -> str:
        begun.set()
        may_end.wait(20)
        return "recorded"

    running = clerk.send(act, urgent=True)
    begun.wait(20)
    waiting = clerk.send(lambda _: "also recorded", urgent=True)
    filling = clerk.send(lambda _: "a list")
    may_end.set()
    clerk.close()
    assert (running.result(20), waiting.result(20), filling.cancelled()) == ("recorded", "also recorded", True)
    assert table.is_closed
