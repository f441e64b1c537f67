"""Words on their way lie on disk until they are recorded, whoever's process dies."""

import os
import subprocess
import sys

import pytest

from zerodraft.desk.desk import Desk
from zerodraft.errors import MachineLacks, UnreadableInput


def test_words_wait_for_the_place_that_they_belong_to(desk: Desk) -> None:
    edit = desk.lay_down("note", ("7(a)(ii)",), "We affirm.", "Words of 7.\n")
    desk.lay_down("note", ("comment", "7(a)(ii)"), "We affirm.", "A remark.\n")
    assert desk.waiting("note", ("7(a)(ii)",)) == (edit,)
    assert desk.waiting("note", ("8",)) == ()
    assert desk.waiting("other", ("7(a)(ii)",)) == ()
    assert edit.words() == "Words of 7.\n"
    assert edit.is_on("We affirm.")
    assert not edit.is_on("We deny.")
    edit.drop()
    assert desk.waiting("note", ("7(a)(ii)",)) == ()


def test_words_that_wait_are_never_written_over(desk: Desk) -> None:
    first = desk.lay_down("note", ("7",), "", "One.")
    second = desk.lay_down("note", ("7",), "", "Two.")
    assert [each.words() for each in desk.waiting("note", ("7",))] == ["One.", "Two."]
    assert first.path != second.path


def test_words_of_a_process_that_died_wait_and_those_of_a_living_one_are_left_to_it(desk: Desk) -> None:
    sleeper = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    edit = desk.lay_down("note", ("7",), "", "Words.")
    edit.path.rename(edit.path.with_name(edit.path.name.replace(str(os.getpid()), str(sleeper.pid))))
    assert desk.waiting("note", ("7",)) == ()
    sleeper.communicate(b"\n")
    assert len(desk.waiting("note", ("7",))) == 1


def test_a_process_of_somebody_else_is_taken_for_living(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def kill(_process: int, _signal: int) -> None:
        raise PermissionError

    edit = desk.lay_down("note", ("7",), "", "Words.")
    edit.path.rename(edit.path.with_name(edit.path.name.replace(str(os.getpid()), "1")))
    with monkeypatch.context() as patched:
        patched.setattr(os, "kill", kill)
        assert desk.waiting("note", ("7",)) == ()


def test_a_link_among_the_words_is_not_followed(desk: Desk) -> None:
    edit = desk.lay_down("note", ("7",), "", "Words.")
    edit.path.unlink()
    edit.path.symlink_to("/etc/hostname")
    assert desk.waiting("note", ("7",)) == ()


def test_what_an_editor_wrote_must_be_text(desk: Desk) -> None:
    edit = desk.lay_down("note", ("text",), "", "")
    edit.path.write_bytes(b"\xff\xfe")
    assert edit.glance() == "\ufffd\ufffd"
    with pytest.raises(UnreadableInput, match="What the editor wrote"):
        edit.words()
    edit.path.unlink()
    with pytest.raises(UnreadableInput, match="left no file behind"):
        edit.words()


def test_a_disk_that_takes_no_words_is_told_before_the_editor_opens(desk: Desk) -> None:
    folder = desk.room.workspace.root / ".git" / "zerodraft" / "edits"
    folder.write_text("in the way")
    with pytest.raises(MachineLacks):
        desk.lay_down("note", ("7",), "", "Words.")
