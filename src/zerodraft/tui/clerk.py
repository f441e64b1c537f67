"""The clerk goes to the desk: the one thread that reads and records, so that a screen never waits.

Errands are run one after the other, urgent ones (a drafter's acts) before others (filling a list). An act that was
begun is never broken off, whoever has stopped waiting for it.
"""

import asyncio
import heapq
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk

T = TypeVar("T")
_LONGEST_REST = 1.0  # seconds


@dataclass(order=True, slots=True)
class _Errand:
    place: tuple[int, int]
    run: "Callable[[Desk], Any]" = field(compare=False)
    done: "Future[Any]" = field(compare=False)


class Clerk:
    """Runs errands at the desk in a thread of its own; the desk is opened there with the first one."""

    def __init__(self, open_desk: "Callable[[], Desk]") -> None:
        self._open_desk = open_desk
        self._errands: list[_Errand] = []
        self._arrived = Condition()
        self._closing = False
        self._order = count()
        self._may_go = Event()
        self._may_go.set()
        self._thread = Thread(target=self._work, name="clerk", daemon=True)

    def start(self) -> None:
        self._thread.start()

    async def ask(self, errand: "Callable[[Desk], T]", *, urgent: bool = False) -> T:
        """What the errand gives, when its turn has come; its refusal is raised here."""
        answer: T = await asyncio.wrap_future(self.send(errand, urgent=urgent))
        return answer

    def send(self, errand: "Callable[[Desk], T]", *, urgent: bool = False) -> "Future[T]":
        """Send an errand without waiting."""
        done: Future[T] = Future()
        with self._arrived:
            heapq.heappush(self._errands, _Errand((0 if urgent else 1, next(self._order)), errand, done))
            self._arrived.notify()
        return done

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Within the block no errand is begun, for the screens need all of the time; one that runs goes on."""
        self._may_go.clear()
        try:
            yield
        finally:
            self._may_go.set()

    def rest(self) -> None:
        """Wait, in the clerk's thread, as long as nothing is to be begun; never for long."""
        self._may_go.wait(_LONGEST_REST)

    def close(self, patience: float = 10.0) -> None:
        """End after the errands that are urgent; whoever waits for another is told that it will not be run."""
        with self._arrived:
            self._closing = True
            for errand in [each for each in self._errands if each.place[0]]:
                errand.done.cancel()
            self._arrived.notify()
        if self._thread.is_alive():
            self._thread.join(patience)

    def _work(self) -> None:
        with ExitStack() as open_things:
            desk: Desk | None = None
            while (errand := self._next()) is not None:
                self.rest()
                if not errand.done.set_running_or_notify_cancel():
                    continue
                try:
                    if desk is None:
                        desk = open_things.enter_context(self._open_desk())
                    errand.done.set_result(errand.run(desk))
                except BaseException as error:  # noqa: BLE001 – raised again where the answer is awaited
                    errand.done.set_exception(error)

    def _next(self) -> _Errand | None:
        with self._arrived:
            while not self._errands and not self._closing:
                self._arrived.wait()
            return heapq.heappop(self._errands) if self._errands else None
