"""Copying: to the terminal, to whatever clipboard this machine has, and into a file when nobody says it arrived."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual import work

from zerodraft.errors import Refusal
from zerodraft.tui.doing import Doing
from zerodraft.tui.telling import Severity, Telling

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk

T = TypeVar("T")
# xterm takes 100,000 bytes of an escape sequence, which are these in base64.
LONGEST = 74_000
# GNU screen passes on strings of up to 256 bytes, old ones of 768 with their frame.
_SCREEN_PIECE = 200
_PATIENCE = 5.0  # seconds; a clipboard that takes longer has no one who answers


class Tool(NamedTuple):
    """A program that takes what is copied on its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """What asks the terminal to copy (OSC 52); "" for a text that is too long for terminals."""
    raw = text.encode("utf-8", "replace")
    if len(raw) > LONGEST:
        return ""
    asked = f"\x1b]52;c;{b64encode(raw).decode()}\a"
    if "TMUX" not in environment and environment.get("TERM", "").startswith("screen"):
        pieces = (asked[place : place + _SCREEN_PIECE] for place in range(0, len(asked), _SCREEN_PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return asked


def tools(environment: Mapping[str, str], platform: str, is_there: Callable[[str], bool]) -> tuple[Tool, ...]:
    """The programs to be tried in turn. Of another machine's clipboard, at the near end of ssh, only X11 knows."""
    is_far = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    found: list[Tool] = []
    if platform == "darwin" and not is_far:
        found.append(Tool(("pbcopy",)))
    if environment.get("WAYLAND_DISPLAY") and not is_far:
        found.append(Tool(("wl-copy",)))
    if environment.get("DISPLAY"):
        found += (Tool(("xclip", "-in", "-selection", "clipboard")), Tool(("xsel", "--input", "--clipboard")))
    if "WSL_DISTRO_NAME" in environment and not is_far:
        found.append(Tool(("clip.exe",), "utf-16"))
    if environment.get("TMUX"):
        found.append(Tool(("tmux", "load-buffer", "-w", "-")))
    return tuple(tool for tool in found if is_there(tool.command[0]))


def confirms(tool: Tool) -> bool:
    """Whether its success says that the words are in the clipboard of the person's desk: tmux only passes them on."""
    return tool.command[0] != "tmux"


async def hand_over(text: str, offered: tuple[Tool, ...]) -> bool:
    """Give the text to each program in turn until one has surely taken it; whether one has."""
    for tool in offered:
        if await _taken(tool, text.encode(tool.encoding, "replace")) and confirms(tool):
            return True
    return False


async def _taken(tool: Tool, raw: bytes) -> bool:
    """Its output is not read: xclip stays behind and would hold it open."""
    try:
        process = await asyncio.create_subprocess_exec(*tool.command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL)
    except OSError:
        return False
    try:
        async with asyncio.timeout(_PATIENCE):
            await process.communicate(raw)
    except (TimeoutError, OSError):
        if process.returncode is None:
            process.kill()
        return False
    return process.returncode == 0


def told(text: str, *, is_taken: bool, is_asked: bool, file: Path | None) -> tuple[str, Severity]:
    """What the drafter hears of it."""
    count = len(text.split())
    words = "1 word" if count == 1 else f"{count:,} words"
    if is_taken:
        return f"Copied ({words}).", "information"
    if is_asked:
        rest = f"; if your terminal doesn't take it, it is also in {file}." if file else "."
        return f"Copied ({words}){rest}", "information"
    if file:
        return f"{words} are too much for a terminal's clipboard; they are in {file}.", "warning"
    return f"{words} are too much for a terminal's clipboard, and no file could be written.", "error"


class Copying(Telling):
    """The part of the application that copies."""

    _is_file_known = False

    async def fetch(self, sentence: str, errand: "Callable[[Desk, Doing], T]", *, urgent: bool = False) -> T:
        raise NotImplementedError

    def copy_to_clipboard(self, text: str) -> None:
        """Copy without a word, but for the first time that nobody confirms it; `copy` tells of it."""
        self._copy(text, is_told=False)

    def copy(self, text: str) -> None:
        """Copy, and tell where the words are."""
        self._copy(text, is_told=True)

    @work(group="copying")
    async def _copy(self, text: str, *, is_told: bool) -> None:
        import os
        from shutil import which

        self._clipboard = text
        asked = sequence(text, os.environ)
        if asked and self._driver is not None:
            self._driver.write(asked)
        offered = tools(os.environ, sys.platform, lambda name: which(name) is not None)
        is_taken = await hand_over(text, offered)
        if is_taken and not is_told:
            return
        file = None if is_taken else await self._kept(text)
        if is_told or not asked or not self._is_file_known:
            self._is_file_known = not is_taken
            self.tell(*told(text, is_taken=is_taken, is_asked=bool(asked), file=file))

    async def _kept(self, text: str) -> Path | None:
        try:
            return await self.fetch("Copying", lambda desk, _: desk.keep_copied(text), urgent=True)
        except Refusal:
            return None
