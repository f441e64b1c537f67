"""The drafter's own editor: which one it is, and running it."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from zerodraft.errors import MachineLacks

_USUAL = ("nano", "vi")
_KNOW_LINES = frozenset({"nano", "vi", "vim", "nvim", "emacs", "micro", "joe", "kak", "ne", "jed", "mg"})
_FOLDING = ("--softwrap", "--atblanks")
_ENDS = (signal.SIGTERM, signal.SIGHUP)
_LISTEN_AGAIN = 0.5  # seconds
_HOW_TO_SET = 'Set one: export EDITOR=nano (a windowed one must wait: export EDITOR="code --wait").'


def command() -> list[str]:
    """What $VISUAL or $EDITOR says, else nano or vi on a terminal."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(chosen)
    except ValueError:
        raise MachineLacks(f"The editor “{chosen}” has a quotation mark without its other half.", _HOW_TO_SET) from None
    if words:
        return words
    found = next((name for name in _USUAL if shutil.which(name)), None)
    if found is None:
        raise MachineLacks("There is no editor on this machine that zerodraft knows.", _HOW_TO_SET)
    if not sys.stdin.isatty():
        raise MachineLacks(
            "There is no terminal for an editor.", "Give the words on the command line, or `-` for a pipe."
        )
    return [found]


def run(path: Path, line: int = 0) -> None:
    """Let the drafter edit a file, from a line on where the editor can be told; back when it has ended.

    Refused when it failed.
    """
    words = command()
    try:
        words += _folding(words[0])
        words += _at(words[0], line)
        with _interrupts_left_to_the_editor(), _ends_passed_on() as told:
            told.append(subprocess.Popen([*words, str(path)]))
            status = _ended(told[0])
    except OSError:
        raise MachineLacks(f"The editor “{words[0]}” can't be started.", _HOW_TO_SET) from None
    if status:
        raise MachineLacks(
            f"The editor “{words[0]}” ended with an error ({status}); nothing was recorded.",
            "Try again, or with another editor: export EDITOR=nano",
        )


def _ended(editor: subprocess.Popen[bytes]) -> int:
    """Wait for its end, with an ear for signals: one that the system gives to another thread does not wake this one."""
    waiting = Thread(target=editor.wait, daemon=True)
    waiting.start()
    while waiting.is_alive():
        waiting.join(_LISTEN_AGAIN)
    return editor.wait()


def _at(program: str, line: int) -> tuple[str, ...]:
    """How the usual editors are told a line, counted from 1."""
    return (f"+{line}",) if line and Path(program).name in _KNOW_LINES else ()


def _folding(program: str) -> tuple[str, ...]:
    """nano shows a paragraph as one line that runs out of the window, unless it is told to fold what it shows.

    Only GNU's nano has the options; on a Mac the name stands for pico.
    """
    if Path(program).name != "nano":
        return ()
    told = subprocess.run([program, "--version"], stdin=subprocess.DEVNULL, capture_output=True, check=False).stdout
    return _FOLDING if b"GNU nano" in told else ()


@contextmanager
def _interrupts_left_to_the_editor() -> Iterator[None]:
    """Ctrl-C is for the editor. A handler of ours, and not `SIG_IGN`, which the editor would inherit."""
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _ends_passed_on() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Who is told to end while the editor runs, and listens to that, tells the editor: it keeps its words and ends
    too. Of a terminal that is closed only the first program on it hears.

    Asyncio still gets the signal, and acts on it when the editor is gone.
    """
    editors: list[subprocess.Popen[bytes]] = []

    def pass_on(number: int, _frame: object) -> None:
        for each in editors:
            each.send_signal(number)

    before = {number: handler for number in _ENDS if callable(handler := signal.getsignal(number))}
    for number in before:
        signal.signal(number, pass_on)
    try:
        yield editors
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
