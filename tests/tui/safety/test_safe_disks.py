"""Disks that take nothing, folders that vanish, texts of unusual make: the words stay, and so does every byte."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.hardship import with_another
from tests.rooms import git
from tests.tui.safety.scene import SLUG, TEXT, kept_words, played, recorded_elsewhere, told, type_before
from tests.tui.shown import text_of
from tests.tui.stage import until
from textual.pilot import Pilot

from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.saying import WordsArea
from zerodraft.tui.screens.draft import DraftScreen

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a disk")


@pytest.fixture
def read_only(harbour: Path, tmp_path: Path) -> Iterator[Path]:
    """A workspace on a disk that can only be read."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "--bind", str(harbour), str(place)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=True)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def small_disk(harbour: Path, tmp_path: Path) -> Iterator[Path]:
    """A workspace on a small disk."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(place)], check=True)
    try:
        yield Path(shutil.copytree(harbour, place / "harbour", symlinks=True))
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    filler = disk.parent / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return filler


@needs_root
@pytest.mark.slow
def test_on_a_disk_that_can_only_be_read_words_are_typed_and_kept_elsewhere(read_only: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        await until(pilot, lambda: "can only be read. It is kept in" in told(app))
        await screen.do_save().wait()
        assert screen.has_typed_words
        assert "Zerodraft can't write in this workspace: this disk can only be read." in told(app)
        screen.keep_words()

    played(read_only, scene)
    (words,) = kept_words(read_only, SLUG)
    assert "very small ships" in words


@needs_root
@pytest.mark.slow
def test_on_a_full_disk_nothing_is_lost_and_saving_goes_on_when_there_is_room(small_disk: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        filler = fill(small_disk)
        type_before(screen, "small ships", "very ")
        await until(pilot, lambda: "It is kept in" in told(app))
        await screen.do_save().wait()
        assert screen.has_typed_words
        assert "full" in told(app)
        filler.unlink()
        type_before(screen, "honour the crews", "warmly ")
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(small_disk, scene)
    assert "warmly honour the crews" in git(small_disk, "show", f"HEAD:{TEXT}")
    assert git(small_disk, "status", "--porcelain") == ""
    assert kept_words(small_disk, SLUG) == ()


@needs_root
@pytest.mark.slow
def test_on_a_full_disk_the_words_of_a_comment_stay_in_their_dialog(small_disk: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        screen.area.go_to(*screen.area.place_at(screen.area.source.index("small ships")))
        screen.do_comment()
        await until(pilot, lambda: app.screen.query("#who"))
        words = app.screen.query_one(WordsArea)
        await pilot.press(*"FJI")
        words.type_text("Please keep this open.")
        filler = fill(small_disk)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "full" in text_of(app))
        assert app.screen.query_one(WordsArea).source == "Please keep this open."
        filler.unlink()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)

    played(small_disk, scene)
    assert "Fiji comments on paragraph 1" in git(small_disk, "log", "-1", "--format=%s")


@pytest.mark.parametrize(
    "raw",
    [
        b"# Harbour Note\r\n\r\nWe agree to keep ports open to small ships.",
        b"\xef\xbb\xbf# Harbour Note\n\nWe agree to keep ports open to small ships.\n\n\n",
        b"# Harbour Note\n\nWe agree\r\nto keep\rports open to small ships. \t\n",
    ],
    ids=["CRLF without a last line end", "byte order mark and empty lines", "mixed line ends"],
)
def test_outside_of_what_was_typed_every_byte_stays(harbour: Path, raw: bytes) -> None:
    (harbour / TEXT).write_bytes(raw)

    async def scene(_app: ZerodraftApp, _pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert (harbour / TEXT).read_bytes() == raw.replace(b"small ships", b"very small ships")
    shown = subprocess.run(["git", "show", f"HEAD:{TEXT}"], cwd=harbour, capture_output=True, check=True).stdout
    assert shown == (harbour / TEXT).read_bytes()
    shown = subprocess.run(["git", "show", f"HEAD~1:{TEXT}"], cwd=harbour, capture_output=True, check=True).stdout
    assert shown == raw


def test_a_declaration_that_is_removed_while_it_is_open_comes_back_with_the_next_save(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        shutil.rmtree(harbour / "declarations" / SLUG)
        await until(pilot, lambda: "ctrl+s writes it again" in told(app))
        await screen.do_save().wait()
        assert not screen.has_typed_words

    played(harbour, scene)
    assert "very small ships" in (harbour / TEXT).read_text()


def test_a_declaration_that_git_removes_while_it_is_open_is_not_recorded_again_unasked(harbour: Path) -> None:
    with_another(harbour)

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        git(harbour, "rm", "-rq", f"declarations/{SLUG}")
        git(harbour, "commit", "-qm", "Away with it")
        await until(pilot, lambda: "Your text stands here. ctrl+s asks what to do." in told(app))
        saving = screen.do_save()
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        assert "was removed by another program" in text_of(app)
        await pilot.press("enter")
        await saving.wait()
        assert screen.has_typed_words
        screen.keep_words()

    played(harbour, scene)
    assert not (harbour / TEXT).exists()
    assert git(harbour, "log", "-1", "--format=%s") == "Away with it"
    assert any("very small ships" in words for words in kept_words(harbour, SLUG))


def test_a_declaration_that_git_removed_is_begun_again_when_that_is_meant(harbour: Path) -> None:
    with_another(harbour)
    settings = (harbour / "declarations" / SLUG / "declaration.toml").read_text()

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        git(harbour, "rm", "-rq", f"declarations/{SLUG}")
        git(harbour, "commit", "-qm", "Away with it")
        saving = screen.do_save()
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        await pilot.press("b")
        await saving.wait()
        assert not screen.has_unsaved_words
        type_before(screen, "honour the crews", "warmly ")
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert "very small ships" in git(harbour, "show", f"HEAD:{TEXT}")
    assert "warmly honour the crews" in git(harbour, "show", f"HEAD:{TEXT}")
    assert (harbour / "declarations" / SLUG / "declaration.toml").read_text() == settings
    assert git(harbour, "status", "--porcelain") == ""
    assert kept_words(harbour, SLUG) == ()


def test_on_another_branch_the_text_of_that_branch_is_asked_about(harbour: Path) -> None:
    recorded_elsewhere(harbour, "small ships", "large ships")
    git(harbour, "branch", "side")
    recorded_elsewhere(harbour, "large ships", "tall ships")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "honour the crews", "warmly ")
        git(harbour, "checkout", "-q", "side")
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        await pilot.press("b")
        await until(pilot, lambda: "large ships" in screen.area.source)
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert "warmly honour the crews" in git(harbour, "show", f"side:{TEXT}")
    assert "large ships" in git(harbour, "show", f"side:{TEXT}")
    assert "warmly" not in git(harbour, "show", f"main:{TEXT}")


def test_taking_back_an_act_while_words_are_typed_asks_how_both_can_stand(harbour: Path) -> None:
    recorded_elsewhere(harbour, "small ships", "large ships")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "honour the crews", "warmly ")
        await screen.do_undo_act().wait()
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        await pilot.press("b")
        await until(pilot, lambda: "small ships" in screen.area.source)
        assert "warmly honour the crews" in screen.area.source
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert git(harbour, "log", "-1", "--format=%s") == "Paragraph 3 reworded"


def test_taking_back_an_issue_leaves_typed_words_alone(harbour: Path) -> None:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.issuing import Issue

    with Desk.at(harbour) as desk:
        if desk.open(SLUG).unsaved:
            desk.record_folder(desk.open(SLUG))
        desk.issue(desk.open(SLUG), Issue("Rev.2"))

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "honour the crews", "warmly ")
        await screen.do_undo_act().wait()
        await until(pilot, lambda: screen.seen is not None and screen.seen.last_issued is not None)
        assert "Undone: Rev.2 issued" in told(app)
        assert "warmly honour the crews" in screen.area.source
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert "harbour-note/rev-2" not in git(harbour, "tag", "--list").split()
