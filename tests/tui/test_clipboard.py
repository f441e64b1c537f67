"""Copying: what the terminal is asked, which programs are tried, and what the drafter hears of it."""

import asyncio
import sys
from base64 import b64decode
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import isolate
from tests.tui.stage import stage, until
from tests.tui.terminal_driver import Terminal

from zerodraft.tui.clipboard import LONGEST, Tool, hand_over, sequence, told, tools

KEPT = Path("/w/.git/zerodraft/copied.txt")
COPY = """
import sys
from pathlib import Path
from zerodraft.tui.app import ZerodraftApp

class Copier(ZerodraftApp):
    def on_ready(self):
        self.copy("We [shall] decide")

Copier(Path(sys.argv[1])).run()
"""


def names(found: tuple[Tool, ...]) -> list[str]:
    return [tool.command[0] for tool in found]


def everywhere(_: str) -> bool:
    return True


def test_the_terminal_is_asked_for_the_words_as_they_are() -> None:
    assert sequence("[shall] ที่", {}) == "\x1b]52;c;W3NoYWxsXSDguJfguLXguYg=\x07"


def test_gnu_screen_passes_the_request_on_in_pieces() -> None:
    asked = sequence("x" * 600, {"TERM": "screen.xterm-256color"})
    pieces = asked.removesuffix("\x1b\\").split("\x1b\\")
    assert len(pieces) == 5
    assert all(piece.startswith("\x1bP") and len(piece) < 256 for piece in pieces)
    whole = "".join(piece.removeprefix("\x1bP") for piece in pieces)
    assert b64decode(whole.removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"x" * 600


def test_tmux_calls_itself_screen_and_takes_the_request_whole() -> None:
    assert sequence("x", {"TERM": "screen-256color", "TMUX": "/tmp/s,1,0"}) == "\x1b]52;c;eA==\x07"


def test_a_terminal_is_not_asked_for_more_than_it_takes() -> None:
    assert sequence("x" * LONGEST, {}) != ""
    assert sequence("x" * LONGEST + "x", {}) == ""


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "darwin", ["pbcopy"]),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", []),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"SSH_CONNECTION": "a b", "DISPLAY": "localhost:10"}, "linux", ["xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
        ({"TMUX": "/tmp/s,1,0"}, "linux", ["tmux"]),
        ({}, "linux", []),
    ],
)
def test_the_programs_are_those_of_the_persons_own_desk(
    environment: dict[str, str], platform: str, expected: list[str]
) -> None:
    assert names(tools(environment, platform, everywhere)) == expected


def test_a_program_that_is_not_installed_is_not_tried() -> None:
    assert tools({"DISPLAY": ":0"}, "linux", lambda name: name == "xsel") == (Tool(("xsel", "--input", "--clipboard")),)


def test_the_next_program_is_tried_when_one_fails(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    failing, missing = Tool(("false",)), Tool(("no-such-program-here",))
    taking = Tool(("sh", "-c", f"cat > {taken}"))
    assert asyncio.run(hand_over("[shall]", (failing, missing, taking)))
    assert taken.read_text() == "[shall]"
    assert not asyncio.run(hand_over("[shall]", (failing, missing)))


def test_a_clipboard_that_took_the_words_ends_the_matter() -> None:
    assert told("we decide", is_taken=True, is_asked=True, file=KEPT) == ("Copied (2 words).", "information")


def test_where_nothing_is_sure_the_file_is_named() -> None:
    sentence, _ = told("decide", is_taken=False, is_asked=True, file=KEPT)
    assert sentence == f"Copied (1 word); if your terminal doesn't take it, it is also in {KEPT}."


def test_a_long_text_is_in_the_file_alone() -> None:
    sentence, severity = told("a " * 40_000, is_taken=False, is_asked=False, file=KEPT)
    assert (sentence, severity) == (
        f"40,000 words are too much for a terminal's clipboard; they are in {KEPT}.",
        "warning",
    )


def test_the_file_holds_the_words_and_only_its_owner_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path / "home")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    with open_desk(tmp_path / "workspace") as desk:
        root = desk.root

    async def story() -> None:
        async with stage(root) as (app, pilot):
            app.copy("We [shall] decide\n")
            await until(pilot, lambda: bool(app.told))
            assert str(root / ".git" / "zerodraft" / "copied.txt") in app.told[-1].sentence

    asyncio.run(story())
    kept = root / ".git" / "zerodraft" / "copied.txt"
    assert kept.read_text() == "We [shall] decide\n"
    assert kept.stat().st_mode & 0o077 == 0


def test_a_terminal_takes_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path / "home")
    with open_desk(tmp_path / "workspace") as desk:
        root = desk.root
    with Terminal([sys.executable, "-c", COPY, str(root)], tmp_path) as terminal:
        terminal.until("Copied (3 words)")
        assert terminal.clipboard() == "We [shall] decide"


def test_the_file_is_told_of_once_when_copies_are_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path / "home")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    with open_desk(tmp_path / "workspace") as desk:
        root = desk.root
    kept = root / ".git" / "zerodraft" / "copied.txt"

    async def story() -> None:
        async with stage(root) as (app, pilot):
            for words in ("one", "two"):
                app.copy_to_clipboard(words)
                await app.workers.wait_for_complete()
                await until(pilot, kept.exists)
                assert kept.read_text() == words
            assert [each.sentence.partition(";")[0] for each in app.told] == ["Copied (1 word)"]

    asyncio.run(story())
