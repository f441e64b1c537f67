"""A machine that lacks something: git, a name, a home, permission, a disk that can be written, room on it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.cli.asking import Answer
from tests.cli.hardship import ACTING, NOTE, OTHER, READING, TEXT, git, state, told, with_another, zerodraft

IS_ROOT = os.geteuid() == 0
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
SOMEBODY = {"GIT_COMMITTER_NAME": "Ana Drafter"}
needs_root = pytest.mark.skipif(not IS_ROOT, reason="mounts and other users need root")
# What is written: in the workspace, in a new folder, in a file.
WRITING = (*ACTING[:3], *ACTING[4:], ("export", NOTE, "-o", "note.html"), ("init", "sub"), ("demo", "sub"))


def _git_that(folder: Path, script: str) -> Mapping[str, str]:
    """A machine whose git, asked for its version, does what `script` says."""
    folder.mkdir()
    real = shutil.which("git")
    program = folder / "git"
    program.write_text(f'#!/bin/sh\ncase "$1" in version|--version) {script};; *) exec {real} "$@";; esac\n')
    program.chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}


@pytest.mark.parametrize(
    "verb", [("show", NOTE), ACTING[0], ("init", "sub"), ("demo", "sub")], ids=lambda each: each[0]
)
def test_without_git_nothing_is_begun(harbour: Path, verb: tuple[str, ...]) -> None:
    answer = zerodraft(*verb, at=harbour, env={"PATH": "/nonexistent"})
    assert answer.code == 6
    assert answer.err.endswith(
        "Error: Git is not installed on this machine.\nHint: Install it, for example `apt install git`.\n"
    )
    assert not (harbour / "sub").exists()


def test_help_version_and_completion_need_no_git(tmp_path: Path) -> None:
    for verb in (("--help",), ("--version",), ("show", "--help"), ("completion", "zsh")):
        assert zerodraft(*verb, at=tmp_path, env={"PATH": "/nonexistent"}).code == 0


@pytest.mark.parametrize("verb", [("show", NOTE), ACTING[1], ("init", "sub")], ids=lambda each: each[0])
def test_a_git_that_is_too_old_is_named(harbour: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    answer = zerodraft(*verb, at=harbour, env=_git_that(tmp_path / "bin", 'echo "git version 2.30.0"'))
    sentence = "Git on this machine has version 2.30.0; zerodraft needs 2.38 or later."
    assert answer == told(6, sentence, "Install a newer git, for example from the backports of your system.")
    assert not (harbour / "sub").exists()


@pytest.mark.parametrize("script", ["exit 1", "echo", "kill -9 $$", r"printf '\377\033]52;c;eA==\007'"])
def test_a_git_that_does_not_answer_is_told(harbour: Path, tmp_path: Path, script: str) -> None:
    answer = zerodraft("show", NOTE, at=harbour, env=_git_that(tmp_path / "bin", script))
    sentence = f"Git on this machine, {tmp_path / 'bin' / 'git'}, doesn't answer when it is asked for its version."
    assert answer == told(6, sentence, "Try `git --version`; if that fails too, install git again.")


def test_a_version_that_is_no_figure_is_unknown(harbour: Path, tmp_path: Path) -> None:
    answer = zerodraft("show", NOTE, at=harbour, env=_git_that(tmp_path / "bin", 'echo "git version new"'))
    assert answer.err.startswith("Error: Git on this machine has version unknown; zerodraft needs 2.38 or later.\n")


@pytest.mark.parametrize("place", ["", "/nonexistent", "empty"])
def test_without_a_name_the_hint_gives_one_wherever_home_is(harbour: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    away = {"HOME": str(tmp_path / "empty") if place == "empty" else place}
    assert zerodraft("show", NOTE, at=harbour, env=away).code == 0
    before = state(harbour)
    answer = zerodraft(*ACTING[1], at=harbour, env=away)
    assert answer.code == 6
    assert "yours is not known" in answer.err
    assert state(harbour) == before
    hint = re.search(r'git config [^"]*"[^"]+"', answer.err)
    assert hint is not None
    subprocess.run(["sh", "-c", hint[0]], cwd=harbour, env={**os.environ, **away}, check=True)
    assert zerodraft(*ACTING[1], at=harbour, env=away).code == 0


@pytest.mark.parametrize(
    ("name", "told_as"),
    [("\x1b]52;c;eA==\x07Ana\u202e", "]52;c;eA== Ana⟦U+202E⟧"), ("Ana\nDrafter", "Ana Drafter"), ("Ána Đurić", None)],
)
def test_a_name_that_would_command_the_terminal_is_shown_with_marks(
    harbour: Path, name: str, told_as: str | None
) -> None:
    assert zerodraft(*ACTING[1], at=harbour, env={"GIT_COMMITTER_NAME": name}).code == 0
    assert f"recorded by {told_as or name}\n" in zerodraft("log", "-n", "1", at=harbour).out


# --- disks and permissions --------------------------------------------------------------------------


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
        subprocess.run(["umount", str(place)], check=True)


@needs_root
@pytest.mark.slow
def test_on_a_disk_that_can_only_be_read_texts_are_read(read_only: Path) -> None:
    before = state(read_only)
    for verb in (*READING, ("list",), ("log",)):
        assert zerodraft(*verb, at=read_only).code == 0
    for verb in WRITING:
        answer = zerodraft(*verb, at=read_only)
        assert answer.code == 6
        assert "this disk can only be read.\nHint: " in answer.err
    assert state(read_only) == before


@pytest.fixture
def public(harbour_made: Path) -> Iterator[Path]:
    """A workspace in a folder into which everybody may go; the folders of pytest are the owner's alone."""
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(shutil.copytree(harbour_made, Path(place) / "harbour"))


@needs_root
@pytest.mark.slow
def test_somebody_without_permission_reads_and_is_refused_to_write(public: Path) -> None:
    harbour = public
    before = state(harbour)
    for verb in (*READING, ("list",)):
        assert zerodraft(*verb, at=harbour, env=SOMEBODY, through=NOBODY).code == 0
    for verb in WRITING:
        answer = zerodraft(*verb, at=harbour, env=SOMEBODY, through=NOBODY)
        assert answer.code == 6
        assert "this user has no permission.\nHint: " in answer.err
    assert state(harbour) == before
    with_another(harbour)
    (harbour / TEXT).chmod(0)
    answer = zerodraft("show", NOTE, at=harbour, env=SOMEBODY, through=NOBODY)
    hint = "Ask for permission, or copy the workspace to a folder of your own."
    assert answer == told(6, f"Zerodraft can't read “{TEXT}”: this user has no permission.", hint)
    (harbour / "declarations" / NOTE).chmod(0o700)
    assert "this user has no permission" in " ".join(
        zerodraft("list", at=harbour, env=SOMEBODY, through=NOBODY).out.split()
    )
    assert zerodraft("show", OTHER, at=harbour, env=SOMEBODY, through=NOBODY).code == 0
    (harbour / ".git").chmod(0o700)
    answer = zerodraft("show", OTHER, at=harbour, env=SOMEBODY, through=NOBODY)
    assert answer == told(6, f"Zerodraft can't look into {harbour / '.git'}: this user has no permission.", hint)


@pytest.fixture
def small_disk(harbour: Path, tmp_path: Path) -> Iterator[Path]:
    """A workspace on a small disk."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(place)], check=True)
    try:
        yield Path(shutil.copytree(harbour, place / "harbour", symlinks=True))
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _fill(disk: Path, leave: int = 0) -> Path:
    """Leave only so many bytes on the disk."""
    filler = disk.parent / "filler"
    with filler.open("wb", buffering=0) as opened:
        while True:
            try:
                opened.write(b"\0" * 4096)
            except OSError:
                break
    if leave:
        os.truncate(filler, filler.stat().st_size - leave)
    return filler


@needs_root
@pytest.mark.slow
def test_on_a_full_disk_nothing_is_half_written(small_disk: Path) -> None:
    before = state(small_disk)
    filler = _fill(small_disk)
    for verb in READING:
        assert zerodraft(*verb, at=small_disk).code == 0
    for verb in WRITING:
        answer = zerodraft(*verb, at=small_disk)
        assert answer.code == 6
        assert answer.err.endswith("the disk is full.\nHint: Free some space, then try again.\n")
        assert state(small_disk) == before
    filler.unlink()
    for verb in WRITING[:-1]:
        assert zerodraft(*verb, at=small_disk).code == 0


@needs_root
@pytest.mark.slow
@pytest.mark.parametrize("leave", range(4096, 15 * 4096, 4096))
def test_a_disk_that_fills_up_in_the_middle_of_an_act_loses_nothing(small_disk: Path, leave: int) -> None:
    before = state(small_disk)
    filler = _fill(small_disk, leave)
    answer = zerodraft(*ACTING[0], at=small_disk)
    filler.unlink()
    if answer.code:
        assert answer.code == 6
        assert "\nHint: " in answer.err
        assert state(small_disk) == before
        assert zerodraft(*ACTING[0], at=small_disk).code == 0
    assert git(small_disk, "status", "--porcelain") == ""
    assert git(small_disk, "fsck", "--strict", "--no-dangling") == ""
    assert "came home" in zerodraft("show", NOTE, "4", at=small_disk).out


@pytest.mark.parametrize("blocks", [0, 1])
def test_a_file_that_may_not_become_so_long_is_refused(harbour: Path, blocks: int) -> None:
    before = state(harbour)
    limited = ("sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh")
    for verb in (ACTING[0], ("export", NOTE, "--to", "html", "-o", "note.html")):
        answer = zerodraft(*verb, at=harbour, through=limited)
        assert answer.code in (5, 6)
        assert "\nHint: " in answer.err
    assert state(harbour) == before
    assert not (harbour / "note.html").exists()
    told = f"Paragraph 4 reworded · {NOTE}.\nThe redline: zerodraft diff {NOTE}\n"
    assert zerodraft(*ACTING[0], at=harbour) == Answer(0, "", told)
