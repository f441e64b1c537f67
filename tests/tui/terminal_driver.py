"""A program on a real terminal: tmux shows it, and the test presses its keys and reads its screen.

    with Terminal([sys.executable, "-m", "zerodraft"], tmp_path, at=workspace) as terminal:
        terminal.until("Open")
        terminal.press("down", "enter")
        terminal.type("we decide")
        assert "we decide" in terminal.settled()

Cells and rows are counted from 0. Every wait is for a condition, and ends with the screen in the failure.
"""

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pytest
from tests.rooms import ANA
from tests.tui.idleness import Pulse, is_alive, pulse, rested, unread
from tests.tui.terminal_keys import clicks, drags, sequence_of, tmux_name, wheels

from zerodraft.core.text.width import cells

PATIENCE = 20.0  # seconds; for a machine that does ten other things
_POLL = 0.02
# Relative, because a socket's path may have 107 bytes and the folders of tests are deep.
_SOCKET = "tmux.socket"
_OPTIONS = {
    "default-terminal": "tmux-256color",
    "terminal-overrides": ",*:RGB",
    "set-clipboard": "on",
    "escape-time": "0",
    "history-limit": "100",
    "status": "off",
    "remain-on-exit": "on",
    "remain-on-exit-format": "",
}
_MODES = {
    "alternate_on": "alternate screen",
    "mouse_any_flag": "mouse",
    "keypad_cursor_flag": "cursor keys",
    "cursor_flag": "cursor",
}
_FOREIGN = ("TMUX", "TEXTUAL", "GIT_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "XDG_", "SSH_", "TERM_")


class _Sight(NamedTuple):
    styled: str
    beat: Pulse | None
    at: float


Condition = str | Callable[[str], bool]


class Terminal(AbstractContextManager["Terminal"]):
    """A command that runs in a terminal of its own until it ends or the block is left.

    The socket and the home of the command lie in `room`; `at` is the folder in which it starts.
    """

    def __init__(
        self,
        command: Sequence[str],
        room: Path,
        *,
        size: tuple[int, int] = (100, 30),
        at: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.command, self.room, self.size = list(command), room, size
        self._at = at or room
        self._environment = {**_environment(room / "home"), **(env or {})}

    def __enter__(self) -> Self:
        if not shutil.which("tmux"):
            pytest.skip("tmux is not installed: nothing was tried on a real terminal")
        _furnish(Path(self._environment["HOME"]))
        (self.room / _SOCKET).unlink(missing_ok=True)
        width, height = self.size
        options = [word for name, value in _OPTIONS.items() for word in ("set", "-gq", name, value, ";")]
        session = ["new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(self._at), "--", *self.command]
        self._tmux("start-server", ";", *options, *session)
        self.process = int(self._ask("#{pane_pid}"))
        self._tty = self._ask("#{pane_tty}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(AssertionError):  # the test may have closed the terminal
            self._tmux("kill-server")
        with suppress(ProcessLookupError):
            if is_alive(self.process):
                os.kill(self.process, signal.SIGKILL)
        self._wait_for_the_end(PATIENCE)

    # --- what a person does --------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Keys by Textual's names, one after the other without a pause."""
        for key in keys:
            if sequence := sequence_of(key):
                self.send(sequence)
            else:
                self._tmux("send-keys", "--", tmux_name(key))

    def type(self, text: str) -> None:
        """A text as if typed; a line end is the Enter key."""
        self._paste(text.encode())

    def paste(self, text: str) -> None:
        """A text as a terminal pastes it, between marks when the program asked for them."""
        self._paste(text.encode(), "-p")

    def send(self, sequence: bytes) -> None:
        """Bytes as they are."""
        self._paste(sequence, "-r")

    def click(self, x: int, y: int, *held: str) -> None:
        self.send(clicks(x, y, held=held))

    def double_click(self, x: int, y: int) -> None:
        self.send(clicks(x, y, times=2))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.send(drags(start, end))

    def wheel(self, x: int, y: int, steps: int) -> None:
        """The wheel turned over a cell, down for positive steps."""
        self.send(wheels(x, y, steps))

    def click_on(self, text: str) -> None:
        """Wait for a text, and click into its middle."""
        self.until(text)
        x, y = self.find(text)
        self.click(x + (cells(text) - 1) // 2, y)

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))
        self.size = (width, height)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        os.kill(self.process, number)

    def hang_up(self, seconds: float = PATIENCE) -> None:
        """Close the terminal's window, and wait until the command is gone."""
        self._tmux("kill-server")
        self._wait_for_the_end(seconds)

    # --- what a person sees --------------------------------------------------------------------

    def screen(self) -> str:
        """The rows as they are now, without the spaces at their ends."""
        return "\n".join(line.rstrip() for line in self._tmux("capture-pane", "-p").splitlines())

    def styled(self) -> str:
        """The rows with the colours and attributes of their cells, as escape sequences."""
        return self._tmux("capture-pane", "-e", "-N", "-p")

    def until(self, wanted: Condition, seconds: float = PATIENCE) -> str:
        """Wait until the screen has a text, or meets a condition; the screen that did."""
        return self._wait(_condition(wanted), f"waited {seconds:.0f} s for {wanted!r}", seconds)

    def until_gone(self, unwanted: Condition, seconds: float = PATIENCE) -> str:
        """Wait until a text is no longer shown."""
        shows = _condition(unwanted)
        return self._wait(lambda screen: not shows(screen), f"{unwanted!r} stayed for {seconds:.0f} s", seconds)

    def settled(self, seconds: float = PATIENCE, quiet: float = 0.1) -> str:
        """The screen once the command has read all its keys, rests, and showed nothing new for `quiet` seconds.

        AssertionError when it has ended: `exit_status` waits for that.
        """
        limit = time.monotonic() + seconds
        since = self._sight()
        while True:
            time.sleep(quiet / 4)
            now = self._sight()
            if now.styled != since.styled or not rested(since.beat, now.beat, now.at - since.at) or unread(self._tty):
                since = now
            elif now.at - since.at >= quiet:
                break
            assert now.at < limit, self._told(f"not settled within {seconds:.0f} s")
        assert (status := self._ended()) is None, self._told(f"the command ended with {status}")
        return self.screen()

    def find(self, text: str) -> tuple[int, int]:
        """The cell and row in which a text begins, the first from above."""
        for row, line in enumerate(self.screen().splitlines()):
            if text in line:
                return cells(line[: line.index(text)]), row
        raise AssertionError(self._told(f"{text!r} is not shown"))

    def cursor(self) -> tuple[int, int]:
        """Where the terminal's own cursor stands, shown or not."""
        x, y = self._ask("#{cursor_x},#{cursor_y}").split(",")
        return int(x), int(y)

    def modes(self) -> frozenset[str]:
        """Which of these are on: alternate screen, mouse, cursor keys, cursor (hidden by tmux at the command's end)."""
        flags = self._ask(" ".join(f"#{{{name}}}" for name in _MODES)).split()
        return frozenset(name for name, flag in zip(_MODES.values(), flags, strict=True) if flag != "0")

    def clipboard(self) -> str:
        """What the command copied last; AssertionError when nothing was."""
        return self._tmux("show-buffer")

    def record(self, file: Path) -> None:
        """Keep every byte that the command writes from now on in a file."""
        self._tmux("pipe-pane", f"cat >> {shlex.quote(str(file))}")

    def exit_status(self, seconds: float = PATIENCE) -> int:
        """Wait for the end of the command; its exit code, negative for a signal."""
        limit = time.monotonic() + seconds
        while (status := self._ended()) is None:
            assert time.monotonic() < limit, self._told(f"{self.command} still runs after {seconds:.0f} s")
            time.sleep(_POLL)
        return status

    # --- how -----------------------------------------------------------------------------------

    def _wait(self, is_met: Callable[[str], bool], failure: str, seconds: float) -> str:
        limit = time.monotonic() + seconds
        while True:
            status = self._ended()  # asked before the screen: what is shown last is shown by then
            screen = self.screen()
            if is_met(screen):
                return screen
            assert status is None, self._told(f"{failure}; the command ended with {status}", screen)
            assert time.monotonic() < limit, self._told(failure, screen)
            time.sleep(_POLL)

    def _sight(self) -> _Sight:
        return _Sight(self.styled(), pulse(self.process), time.monotonic())

    def _wait_for_the_end(self, seconds: float) -> None:
        limit = time.monotonic() + seconds
        while is_alive(self.process):
            assert time.monotonic() < limit, f"{self.command} still runs {seconds:.0f} s after its terminal was closed"
            time.sleep(_POLL)

    def _told(self, sentence: str, screen: str | None = None) -> str:
        rows = (self.screen() if screen is None else screen).splitlines()
        frame = "+" + "-" * self.size[0] + "+"
        return "\n".join([sentence, frame, *(f"|{row}" for row in rows), frame])

    def _ended(self) -> int | None:
        is_dead, status, number, server = self._ask(
            "#{pane_dead},#{pane_dead_status},#{pane_dead_signal},#{pid}"
        ).split(",")
        if is_dead == "1" and not status and not number:
            # tmux 3.3a misses each fourth end of a command on a busy machine, until the next signal.
            os.kill(int(server), signal.SIGCHLD)
        return int(status) if status else -int(number) if number else None

    def _ask(self, form: str) -> str:
        return self._tmux("display-message", "-p", form).removesuffix("\n")

    def _paste(self, text: bytes, *options: str) -> None:
        """By way of a buffer with a name, which `clipboard` does not see; tmux sends it in one piece."""
        self._tmux("load-buffer", "-b", "keys", "-", ";", "paste-buffer", "-d", "-b", "keys", *options, stdin=text)

    def _tmux(self, *arguments: str, stdin: bytes = b"") -> str:
        run = subprocess.run(
            ["tmux", "-u", "-f", "/dev/null", "-S", _SOCKET, *arguments],
            cwd=self.room,
            env=self._environment,
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert run.returncode == 0, f"tmux {' '.join(arguments[:3])}: {run.stderr.decode()}"
        return run.stdout.decode("utf-8", "replace")


def _condition(wanted: Condition) -> Callable[[str], bool]:
    return wanted if callable(wanted) else lambda screen: wanted in screen


def _environment(home: Path) -> dict[str, str]:
    """The caller's environment without what would change how a program looks or whom git takes it for."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    looks = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    return {**kept, **looks, "HOME": str(home), "TERM": "xterm-256color", "SHELL": "/bin/sh"}


def _furnish(home: Path) -> None:
    """A home with the identity that git asks for, as `rooms.isolate` makes it."""
    home.mkdir(exist_ok=True)
    if not (home / ".gitconfig").exists():
        (home / ".gitconfig").write_text(f"[user]\n\tname = {ANA.name}\n\temail = {ANA.email}\n")
