"""Writing without giving the turn away does and refuses what usual writing does."""

import errno
import os
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from zerodraft.store import unbroken


def test_all_bytes_are_written_also_those_after_a_zero(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    assert [unbroken.write(file, each) for each in (b"one\n", b"a\0b", b"")] == [4, 3, 0]
    os.close(file)
    assert path.read_bytes() == b"one\na\0b"


def test_a_disk_that_is_full_is_told_as_ever() -> None:
    file = os.open("/dev/full", os.O_WRONLY)
    with pytest.raises(OSError, match="No space left") as told:
        unbroken.write(file, b"words")
    os.close(file)
    assert told.value.errno == errno.ENOSPC


def test_a_file_that_was_closed_is_told_as_ever(tmp_path: Path) -> None:
    file = os.open(tmp_path / "journal", os.O_WRONLY | os.O_CREAT)
    os.close(file)
    with pytest.raises(OSError, match="Bad file descriptor"):
        unbroken.write(file, b"words")


def test_a_thread_that_computes_gets_no_turn_meanwhile() -> None:
    begun, enough = Event(), Event()
    counted = [0]

    def compute() -> None:
        begun.set()
        while not enough.is_set():
            counted[0] += 1

    assert unbroken.loaded() is not None
    former = sys.getswitchinterval()
    thread = Thread(target=compute)
    file = os.open(os.devnull, os.O_WRONLY)
    try:
        thread.start()
        begun.wait()
        sys.setswitchinterval(60)
        before = counted[0]
        for _ in range(2000):
            unbroken.write(file, b"words")
        assert counted[0] == before
    finally:
        enough.set()
        sys.setswitchinterval(former)
        thread.join()
        os.close(file)
