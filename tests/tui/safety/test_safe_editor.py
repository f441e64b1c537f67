"""The drafter's own editor: whatever it does with the file, and whatever happens meanwhile, no words are lost."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from tests.tui.safety.scene import TEXT, played, told, type_before
from tests.tui.stage import until
from textual.pilot import Pilot

from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.screens.draft import DraftScreen


@pytest.fixture
def terminal_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were a terminal to be handed over."""
    monkeypatch.setattr(ZerodraftApp, "suspend", lambda _: nullcontext())


def editor_is(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """$EDITOR is a script that gets the file as its first argument."""
    path = folder / "my-editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(path))


def laid_down(workspace: Path) -> list[Path]:
    return list((workspace / ".git/zerodraft/edits").glob("*.md"))


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_an_editor_that_fails_changes_nothing_and_what_it_left_is_told(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_is(monkeypatch, tmp_path, 'sed -i "s/small ships/large ships/" "$1"; exit 3')

    async def scene(app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        before = screen.area.source
        await screen.do_editor().wait()
        assert screen.area.source == before
        (path,) = laid_down(harbour)
        assert "large ships" in path.read_text()
        assert str(path) in told(app)

    played(harbour, scene)


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_an_editor_that_fails_at_once_leaves_nothing_behind(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_is(monkeypatch, tmp_path, "exit 3")

    async def scene(app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.do_editor().wait()
        assert "ended with an error (3)" in told(app)
        assert laid_down(harbour) == []

    played(harbour, scene)


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_an_empty_file_is_not_taken_for_the_text(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_is(monkeypatch, tmp_path, ': > "$1"')

    async def scene(app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.do_editor().wait()
        assert not screen.has_typed_words
        assert "left an empty text" in told(app)

    played(harbour, scene)


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_bytes_that_are_no_text_stay_in_the_file_that_is_told(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_is(monkeypatch, tmp_path, r'printf "caf\351" > "$1"')

    async def scene(app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.do_editor().wait()
        (path,) = laid_down(harbour)
        assert path.read_bytes() == b"caf\xe9"
        assert str(path) in told(app)
        assert not screen.has_typed_words

    played(harbour, scene)


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_what_the_editor_and_another_program_changed_both_stand_when_that_is_chosen(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = harbour / TEXT
    editor_is(
        monkeypatch,
        tmp_path,
        f'sed -i "s/small ships/large ships/" "$1"; sed -i "s/the crews/all crews/" "{there}"',
    )

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.do_editor().wait()
        assert "large ships" in screen.area.source
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        await pilot.press("b")
        await until(pilot, lambda: "honour all crews" in screen.area.source)
        assert "large ships" in screen.area.source

    played(harbour, scene)


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_words_typed_while_the_text_is_laid_down_are_not_covered(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_is(monkeypatch, tmp_path, 'sed -i "s/small ships/large ships/" "$1"')

    async def scene(_app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        editing = screen.do_editor()
        await until(pilot, lambda: editing.is_running)
        type_before(screen, "honour the crews", "warmly ")
        await editing.wait()
        assert "large ships" in screen.area.source
        assert "warmly honour the crews" in screen.area.source

    played(harbour, scene)


@pytest.mark.usefixtures("terminal_is_handed_over")
def test_the_line_end_that_editors_add_to_the_last_line_is_no_change(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (harbour / TEXT).write_bytes(b"# Harbour Note\r\n\r\nWe agree.")
    editor_is(monkeypatch, tmp_path, r'printf "\r\n" >> "$1"')

    async def scene(_app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.do_editor().wait()
        assert screen.area.source == "# Harbour Note\r\n\r\nWe agree."

    played(harbour, scene)


def test_where_no_terminal_can_be_handed_over_that_is_told(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.do_editor().wait()
        assert "No other editor can be opened" in told(app)
        assert laid_down(harbour) == []

    played(harbour, scene)
