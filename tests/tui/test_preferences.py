"""Preferences: honoured before the first frame, changed on the screens, kept with every comment in the file."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import isolate
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from tests.tui.terminal_driver import Terminal

from zerodraft.desk import preferences
from zerodraft.desk.preferences import Complaint, Known, Preferences
from zerodraft.errors import MachineLacks
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.appearance import Appearance
from zerodraft.tui.editor.area import DraftArea

FILE = """# mine
theme = "light"  # the projector
keymap = "emacs"

[keys]
"home.new" = "N, f12"
"draft.sve" = "f5"
"""
START = "from zerodraft.__main__ import main; main()"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    isolate(monkeypatch, tmp_path / "home")
    with open_desk(tmp_path / "workspace") as desk:
        return desk.root


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "home" / ".config" / "zerodraft" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(FILE)
    return path


# --- the file ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"HOME": "/h"}, "/h/.config/zerodraft/config.toml"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "/x"}, "/x/zerodraft/config.toml"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "x"}, "/h/.config/zerodraft/config.toml"),
    ],
)
def test_the_file_is_where_such_files_are(environment: dict[str, str], expected: str) -> None:
    assert preferences.read(environment) == Known(Path(expected), Preferences())


def test_a_file_that_cannot_be_read_costs_nothing_but_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "zerodraft" / "config.toml"
    folder.mkdir(parents=True)
    known = preferences.read({"XDG_CONFIG_HOME": str(tmp_path)})
    assert known.preferences == Preferences()
    (complaint,) = known.complaints
    assert complaint.sentence.startswith(f"{folder} can't be read: Is a directory.")


def test_a_change_goes_through_a_link_and_leaves_the_rest(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "zerodraft.toml"
    kept.parent.mkdir()
    kept.write_text(FILE)
    kept.chmod(0o600)
    path = tmp_path / "zerodraft" / "config.toml"
    path.parent.mkdir()
    path.symlink_to(kept)
    preferences.keep(path, "theme", "dark")
    assert path.is_symlink()
    assert kept.read_text() == FILE.replace('"light"', '"dark"')
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_not_understood_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("theme = \n")
    with pytest.raises(MachineLacks, match="is left as it is"):
        preferences.keep(path, "theme", "dark")
    assert path.read_text() == "theme = \n"


def test_reading_them_loads_neither_git_nor_textual() -> None:
    code = "import sys, zerodraft.desk.preferences as p; p.read(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"git", "textual", "babel", "tomllib"} & set(loaded)


# --- the screens -------------------------------------------------------------------------------


def test_theme_and_keys_are_those_of_the_file(workspace: Path, file: Path) -> None:
    app = ZerodraftApp(workspace, preferences.read({"HOME": str(file.parents[2])}))
    assert app.theme == "light"

    async def story() -> None:
        async with app.run_test(size=(110, 30)) as pilot:
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            assert "N New document" in text_of(app)
            assert "alt+x Palette" in text_of(app)
            await pilot.press("n")
            await pilot.press("alt+x")
            await until(pilot, lambda: "Do anything" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: "Do anything" not in text_of(app))
            sentence = f"{file}, line 7: There is no action “draft.sve”; did you mean “draft.save”?"
            assert sentence in [each.sentence for each in app.told]
        app.clerk.close()

    asyncio.run(story())


def test_a_theme_is_seen_while_it_is_looked_for_and_kept_when_chosen(workspace: Path, file: Path) -> None:
    async def story() -> None:
        app = ZerodraftApp(workspace, preferences.read({"HOME": str(file.parents[2])}))
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            app.screen.do_theme()  # type: ignore[attr-defined]
            await until(pilot, lambda: isinstance(app.screen, Appearance))
            await pilot.press("up")
            await until(pilot, lambda: app.theme == "dark")
            await pilot.press("escape")
            await until(pilot, lambda: app.theme == "light")
            assert file.read_text() == FILE
            app.screen.do_theme()  # type: ignore[attr-defined]
            await until(pilot, lambda: isinstance(app.screen, Appearance))
            await pilot.press("d")
            await until(pilot, lambda: file.read_text() == FILE.replace('"light"', '"dark"'))
            assert app.theme == "dark"
        app.clerk.close()

    asyncio.run(story())


def test_plain_marks_are_kept(workspace: Path, file: Path) -> None:
    async def story() -> None:
        app = ZerodraftApp(workspace, preferences.read({"HOME": str(file.parents[2])}))
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            app.screen.do_marks()  # type: ignore[attr-defined]
            await until(pilot, lambda: "plain_marks = true" in file.read_text())
            assert app.plain_marks
        app.clerk.close()

    asyncio.run(story())


def test_a_preset_reaches_into_the_text(workspace: Path) -> None:
    async def story() -> None:
        app = ZerodraftApp(workspace, Known(Path("/c.toml"), Preferences(keymap="emacs")))
        async with app.run_test(size=(100, 30)) as pilot:
            await app.open_declaration("note")
            await app.go_to(Destination("draft"))
            await until(pilot, lambda: isinstance(app.focused, DraftArea) and "Harbour Note" in text_of(app))
            area = app.screen.query_one(DraftArea)
            await pilot.press("ctrl+n", "ctrl+n", "ctrl+e")
            await until(pilot, lambda: area.cursor == (2, len("*Recalling* the seminar of the year before,")))
        app.clerk.close()

    asyncio.run(story())


def test_without_a_file_nothing_is_written(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace) as (app, pilot):
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            app.keep_theme("light")
            await app.workers.wait_for_complete()
            assert app.theme == "light"

    asyncio.run(story())
    assert not (workspace.parent / "home" / ".config").exists()


def test_many_complaints_leave_the_screen_free(workspace: Path) -> None:
    complaints = tuple(Complaint(line, "Wrong.") for line in range(1, 9))

    async def story() -> None:
        app = ZerodraftApp(workspace, Known(Path("/c.toml"), Preferences(), complaints))
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: len(app.told) == 8)
            assert len(app._notifications) == 2
        app.clerk.close()

    asyncio.run(story())


# --- a real terminal ---------------------------------------------------------------------------


def test_no_colour_is_sent_where_none_is_wanted(workspace: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", START]
    with Terminal(command, tmp_path, at=workspace, env={"NO_COLOR": "1"}) as terminal:
        terminal.until("Harbour Note")
        terminal.press("f1")
        terminal.until("On this screen")
        styled = terminal.styled()
        assert "\x1b[38" not in styled
        assert "\x1b[48" not in styled
        assert "▌" in terminal.screen()


def test_the_terminals_answer_is_no_key(workspace: Path, tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", START], tmp_path, at=workspace) as terminal:
        terminal.until("Harbour Note")
        assert "Help ─" not in terminal.settled()
