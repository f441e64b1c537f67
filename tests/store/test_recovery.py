"""Acts that were cut off: finished at the next start, or kept aside and told."""

import fcntl
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.drafting_room import TEXT, DraftingRoom

from zerodraft.errors import MachineLacks, Refusal, WorkspaceUnusable
from zerodraft.store import intents, journal, locks, recording, refs, staging, worktree
from zerodraft.store.acts import Act, Person, TagChange, Write

PEOPLE = st.builds(Person, st.text(), st.text())
WRITES = st.builds(Write, st.text(), st.none() | st.binary(), st.none() | st.text())
ACTS = st.builds(
    Act,
    message=st.text(),
    author=PEOPLE,
    committer=PEOPLE,
    date=st.datetimes(timezones=st.just(timezone(timedelta(hours=7)))),
    writes=st.lists(WRITES, max_size=3).map(tuple),
    tags=st.lists(st.builds(TagChange, st.text(), st.none() | st.text(), st.none() | st.text()), max_size=2).map(tuple),
)


class Cut(BaseException):
    """Stands for the end of the process."""


def cut(*_: object, **__: object) -> object:
    raise Cut


def cut_off(room: DraftingRoom, place: object, name: str, act: Act) -> None:
    """Carry out the act until `name` of the module `place` is called, then end."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(place, name, cut)
        with pytest.raises(Cut):
            room.workspace.record(act)


@given(ACTS)
def test_an_intent_is_read_as_it_was_written(act: Act) -> None:
    assert intents.decode(intents.encode(act, "c" * 40)) == (act, "c" * 40)


@given(ACTS, st.data())
def test_a_torn_intent_is_never_taken_for_a_whole_one(act: Act, data: st.DataObject) -> None:
    content = intents.encode(act, "c" * 40)
    torn = content[: data.draw(st.integers(0, len(content) - 1))]
    with pytest.raises(intents.Torn):
        intents.decode(torn)


@pytest.mark.parametrize(
    "body", [b"[]", b"{}", b'{"commit": 1}', b'{"message": "", "author": [], "committer": [], "date": ""}', b"x"]
)
def test_an_intent_of_another_shape_is_refused(body: bytes) -> None:
    from hashlib import sha256

    with pytest.raises(ValueError):
        intents.decode(sha256(body + b"\n").hexdigest().encode() + b"\n" + body + b"\n")


@pytest.mark.parametrize(
    ("place", "name"),
    [(worktree, "prepare"), (refs, "move"), (refs, "make_durable"), (worktree, "settle"), (journal, "drop")],
)
def test_an_act_cut_off_after_its_intent_is_finished_at_the_next_start(
    room: DraftingRoom, place: object, name: str
) -> None:
    room.save("old\n")
    act = room.act("the act", room.write("new\n"), tags=(TagChange("bali-message/rev-1", "Rev.1", None),))
    cut_off(room, place, name, act)
    assert room.reopened().notices == ("Finished what was cut off: “the act”.",)
    assert room.workspace.read(TEXT) == b"new\n"
    assert [each.subject for each in room.workspace.log()] == ["the act", "save 0"]
    assert [tag.name for tag in room.workspace.tags()] == ["bali-message/rev-1"]
    assert room.git("status", "--porcelain") == ""
    assert room.is_sound()
    assert room.reopened().notices == ()


def test_an_act_cut_off_in_another_session_is_finished_before_the_next_act(room: DraftingRoom) -> None:
    room.save("old\n")
    cut_off(room, refs, "move", room.act("the act", room.write("new\n")))
    seen = room.workspace.blob_id_of(b"new\n")
    room.workspace.record(room.act("next", Write(TEXT, b"next\n", seen)))
    assert [each.subject for each in room.workspace.log()] == ["next", "the act", "save 0"]
    assert room.workspace.notices == ("Finished what was cut off: “the act”.",)


def test_a_removal_that_was_cut_off_is_finished(room: DraftingRoom) -> None:
    room.save("old\n")
    cut_off(room, refs, "make_durable", room.act("remove", room.write(None)))
    assert room.reopened().read(TEXT) is None
    assert room.is_sound()


def test_words_that_no_longer_fit_are_kept_aside_and_told(room: DraftingRoom) -> None:
    room.save("old\n")
    cut_off(room, refs, "move", room.act("the act", room.write("lost words\n")))
    room.file().write_text("another drafter's\n")
    room.git("commit", "-qam", "by plain git")
    (notice,) = room.reopened().notices
    (kept,) = (room.root / ".git/zerodraft/recovered").iterdir()
    assert str(kept) in notice
    assert "“the act” was cut off and no longer fits" in notice
    assert b"lost words\n" in kept.read_bytes()
    assert room.file().read_text() == "another drafter's\n"
    assert room.is_sound()


def test_an_intent_that_can_not_be_read_is_kept_aside_and_told(room: DraftingRoom) -> None:
    room.save("old\n")
    intent = room.root / ".git/zerodraft/intents/00000000000000000001-1"
    intent.write_bytes(b"half an int")
    intent.with_name(".x.zerodraft~").write_bytes(b"never began")
    (notice,) = room.reopened().notices
    assert "can't be read" in notice
    assert (room.root / ".git/zerodraft/recovered" / intent.name).read_bytes() == b"half an int"
    assert room.is_sound()


def test_newer_words_of_another_editor_survive_the_finishing(room: DraftingRoom) -> None:
    room.save("old\n")
    cut_off(room, refs, "make_durable", room.act("the act", room.write("new\n")))
    room.file().write_text("typed meanwhile\n")
    room.reopened()
    assert room.file().read_text() == "typed meanwhile\n"
    assert room.workspace.dirty() == (TEXT,)
    assert room.git("show", f"HEAD:{TEXT}") == "new"
    assert not list(room.file().parent.glob(".*"))


def test_words_typed_while_the_act_is_recorded_are_left_and_told(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.save("old\n")
    make_durable = refs.make_durable

    def type_meanwhile(*rest: object) -> None:
        room.file().write_text("typed meanwhile\n")
        make_durable(*rest)  # type: ignore[arg-type]

    monkeypatch.setattr(refs, "make_durable", type_meanwhile)
    room.save("new\n")
    assert room.workspace.notices == (f"“{TEXT}” holds newer words of another editor; they were left as they are.",)
    assert room.file().read_text() == "typed meanwhile\n"


def test_an_act_that_can_not_be_finished_yet_waits_and_the_workspace_can_be_read(room: DraftingRoom) -> None:
    room.save("old\n")
    cut_off(room, refs, "move", room.act("the act", room.write("new\n")))
    (room.root / ".git/MERGE_HEAD").write_text("x\n")
    (notice,) = room.reopened().notices
    assert notice.startswith("An act that was cut off can't be finished yet. A merge was begun")
    assert room.workspace.read(TEXT) == b"old\n"
    (room.root / ".git/MERGE_HEAD").unlink()
    assert room.reopened().read(TEXT) == b"new\n"


def test_what_another_process_is_at_work_on_is_not_finished_by_us(room: DraftingRoom) -> None:
    room.save("old\n")
    cut_off(room, refs, "move", room.act("the act", room.write("new\n")))
    lock = os.open(room.root / ".git/zerodraft/lock", os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    assert room.reopened().notices == ()
    assert room.workspace.read(TEXT) == b"old\n"
    os.close(lock)
    assert room.reopened().read(TEXT) == b"new\n"


def test_whoever_waits_too_long_for_the_other_process_is_told(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.save("old\n")
    lock = os.open(room.root / ".git/zerodraft/lock", os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with pytest.raises(journal.Busy), journal.held(room.root / ".git", patience=0.02):
        pass
    os.close(lock)

    def no_locks(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with pytest.raises(MachineLacks, match="network disk"), journal.held(room.root / ".git"):
        pass


def test_a_workspace_that_can_only_be_read_is_told(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(MachineLacks, match="this disk can only be read"):
        room.save("text\n")


def test_a_disk_that_fails_before_the_commit_leaves_everything_as_it_was(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    room.save("old\n")
    with monkeypatch.context() as patched:
        patched.setattr(worktree, "prepare", full)
        with pytest.raises(MachineLacks, match="the disk is full"):
            room.save("new\n")
    assert room.is_sound()
    with monkeypatch.context() as patched:
        patched.setattr(worktree, "prepare", full)
        patched.setattr(journal, "drop", full)
        with pytest.raises(MachineLacks) as refused:
            room.save("new\n")
    assert refused.value.hint.endswith("What you did is kept, and is recorded at the next start.")
    assert room.reopened().read(TEXT) == b"new\n"


def test_a_disk_that_fails_after_the_commit_is_told_so(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    room.save("old\n")
    with monkeypatch.context() as patched:
        patched.setattr(worktree, "settle", failing)
        with pytest.raises(MachineLacks, match="is recorded, but not finished") as refused:
            room.save("new\n")
    assert refused.value.hint.endswith("The next start finishes it.")
    assert room.reopened().read(TEXT) == b"new\n"
    with monkeypatch.context() as patched:
        cut_off(room, refs, "move", room.act("x", room.write("3\n")))
        patched.setattr(journal, "sweep", failing)
        (notice,) = room.reopened().notices
    assert "the disk reports an error" in notice


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock"])
def test_a_lock_that_a_killed_git_left_behind_is_removed(room: DraftingRoom, name: str) -> None:
    room.save("old\n")
    (room.root / ".git" / name).write_text("")
    room.save("new\n")
    assert not (room.root / ".git" / name).exists()
    assert room.git("status", "--porcelain") == ""


def test_an_index_that_a_git_at_work_holds_is_brought_along_later(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.save("old\n")
    lock = room.root / ".git/index.lock"
    lock.write_text("")
    with monkeypatch.context() as patched:
        patched.setattr(staging, "_PATIENCE", 0.02)
        patched.setattr(locks, "is_left_behind", lambda *_: False)
        commit = room.save("new\n")
    assert room.workspace.head == commit
    assert room.file().read_text() == "new\n"
    lock.unlink()
    room.reopened()
    assert room.git("status", "--porcelain") == ""
    assert room.is_sound()


def test_a_lock_is_left_behind_only_when_nobody_can_use_it(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = room.root / ".git/index.lock"
    assert not locks.is_left_behind(lock, room.root)
    lock.write_text("")
    assert locks.is_left_behind(lock, room.root)
    holder = [sys.executable, "-c", f"f = open({str(lock)!r}); print(); input()"]
    with subprocess.Popen(holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert [locks._has_open(Path(f"/proc/{other.pid}"), mark(lock), unknown=False)] == [True]
        other.communicate(b"\n")
    monkeypatch.setattr(locks, "_PROCESSES", room.root / "nowhere")
    assert not locks.is_left_behind(lock, room.root)
    os.utime(lock, (1, 1))
    assert locks.is_left_behind(lock, room.root)


def mark(file: Path) -> tuple[int, int]:
    known = file.stat()
    return known.st_dev, known.st_ino


def test_a_name_held_by_a_git_at_work_is_waited_for_and_then_told(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.save("old\n")
    (room.root / ".git/refs/heads/main.lock").write_text("")
    monkeypatch.setattr(locks, "is_left_behind", lambda *_: False)
    monkeypatch.setattr(locks, "_PATIENCE", 0.02)
    with pytest.raises(WorkspaceUnusable, match="Another program is using git"):
        room.save("new\n")
    assert room.file().read_text() == "old\n"
    assert room.is_sound()


def test_a_branch_that_moves_at_every_attempt_is_given_up(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.save("old\n")
    monkeypatch.setattr(refs, "move", lambda *_: False)
    monkeypatch.setattr(recording, "_ATTEMPTS", 3)
    with pytest.raises(Refusal, match="without a pause"):
        room.save("new\n")
    assert room.is_sound()


def test_a_commit_of_plain_git_between_the_plan_and_the_move_is_built_upon(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.save("old\n")
    move = refs.move
    moved: list[bool] = []

    def commit_first(*rest: object) -> bool:
        if not moved:
            room.git("commit", "-q", "--allow-empty", "-m", "by plain git")
        moved.append(move(*rest))  # type: ignore[arg-type]
        return moved[-1]

    monkeypatch.setattr(refs, "move", commit_first)
    room.save("new\n")
    assert moved == [False, True]
    assert [each.subject for each in room.workspace.log()] == ["save 1", "by plain git", "save 0"]


def test_an_act_of_the_far_past_is_refused_and_leaves_nothing(room: DraftingRoom) -> None:
    act = room.act("x", room.write("t\n"))
    with pytest.raises(Refusal):
        room.workspace.record(replace(act, date=datetime(1950, 1, 1, tzinfo=timezone.utc)))  # noqa: UP017
    assert room.is_sound()
