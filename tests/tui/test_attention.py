"""The screens keep their turn while they work, and hear what comes all the same."""

import asyncio
import os
import sys
from threading import Thread

import pytest

from zerodraft.tui import attention
from zerodraft.tui.attention import Attentive


@pytest.fixture
def interval() -> float:
    return sys.getswitchinterval()


def test_what_a_coroutine_gives_comes_back() -> None:
    async def answered() -> str:
        await asyncio.sleep(0)
        return "agreed"

    assert attention.run(answered()) == "agreed"


def test_another_thread_is_heard_by_a_loop_that_never_waits() -> None:
    async def busy() -> bool:
        heard = asyncio.Event()
        loop = asyncio.get_running_loop()
        Thread(target=loop.call_soon_threadsafe, args=(heard.set,)).start()
        async with asyncio.timeout(30):
            while not heard.is_set():
                await asyncio.sleep(0)
        return True

    assert attention.run(busy())


def test_a_thread_that_computes_waits_longer_while_the_screens_work() -> None:
    async def seen() -> bool:
        working = sys.getswitchinterval()
        loop, waited = asyncio.get_running_loop(), asyncio.Event()

        def look() -> None:
            while sys.getswitchinterval() > working / 10:
                pass
            loop.call_soon_threadsafe(waited.set)

        Thread(target=look, daemon=True).start()
        async with asyncio.timeout(30):
            await waited.wait()
        return sys.getswitchinterval() == working

    assert attention.run(seen())


def test_afterwards_threads_take_turns_as_before(interval: float) -> None:
    async def failing() -> None:
        raise ValueError("no quorum")

    with pytest.raises(ValueError, match="no quorum"):
        attention.run(failing())
    assert sys.getswitchinterval() == pytest.approx(interval)


def test_what_came_is_found_by_the_first_look_that_waits(interval: float) -> None:
    reader, writer = os.pipe()
    with Attentive() as selector:
        selector.register(reader, 1)
        assert selector.select(0) == []
        os.write(writer, b"k")
        selector.select(0)  # so soon after the last look it may not look again
        assert [key.fd for key, _ in selector.select(10)] == [reader]
    sys.setswitchinterval(interval)
    os.close(reader)
    os.close(writer)
