"""A Ctrl-C at any moment of reading and writing files ends the act: it is neither lost nor taken for a bad disk."""

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from zerodraft.store import worktree

PATH = "declarations/bali/text.md"


def _write(root: Path) -> None:
    worktree.prepare(root, PATH, b"We agree.\n")
    worktree.settle(root, PATH)


def _discard(root: Path) -> None:
    worktree.prepare(root, PATH, b"We agree not.\n")
    worktree.discard(root, PATH)


ACTS: dict[str, Callable[[Path], object]] = {
    "list": lambda root: worktree.folders(root, "declarations"),
    "read": lambda root: worktree.read(root, PATH),
    "read-all": lambda root: worktree.read_all(root, "declarations/bali", ["text.md", "none.md"]),
    "write": _write,
    "discard": _discard,
    "remove": lambda root: worktree.remove(root, PATH),
}


@pytest.mark.parametrize("name", ACTS)
def test_a_ctrl_c_before_any_instruction_ends_the_act(tmp_path: Path, name: str) -> None:
    for moment in count(1):
        _write(tmp_path)
        came, said = _interrupted(moment, lambda: ACTS[name](tmp_path))
        if not came:
            break
        assert isinstance(said, KeyboardInterrupt), f"before instruction {moment}: {said!r}"
    assert moment > 20  # Python 3.13 tells of fewer instructions than 3.11


def _interrupted(moment: int, act: Callable[[], object]) -> tuple[bool, BaseException | None]:
    """Whether the act lasted until the given instruction of `worktree`, before which a Ctrl-C comes; how it ended."""
    left = moment

    def enter(frame: FrameType, _event: str, _value: object) -> Callable[..., Any] | None:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return step if frame.f_code.co_filename == worktree.__file__ else None

    def step(_frame: FrameType, event: str, _value: object) -> Callable[..., Any]:
        nonlocal left
        left -= event == "opcode"
        if left == 0 and event == "opcode":
            sys.settrace(None)
            raise KeyboardInterrupt
        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        act()
    except BaseException as error:  # noqa: BLE001 – whatever it became is judged by the caller
        return left == 0, error
    finally:
        sys.settrace(before)
    return left == 0, None
