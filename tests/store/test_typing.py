"""What is typed lies on the disk with each key: killed programs, torn and hostile files, disks that take nothing."""

import errno
import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest
from tests.store.typists import BASE, typing

from zerodraft.core.text.strokes import Stroke
from zerodraft.formats.typing_journal import dump_stroke
from zerodraft.store import processes, typed, typing_places
from zerodraft.store.typed import Left, Unreadable, at_work, left
from zerodraft.store.typing import Typing
from zerodraft.store.typing_file import JournalFile

TWENTY_FORTY_ONE = datetime(2021, 11, 15, 20, 41, tzinfo=UTC)
KILLS = 25


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "workspace" / ".git").mkdir(parents=True)
    return tmp_path / "workspace"


def begin(root: Path, slug: str = "note") -> Typing:
    return Typing(root, slug, BASE, lambda: TWENTY_FORTY_ONE)


def written(root: Path, many: int, seed: int = 0) -> tuple[Path, list[str]]:
    """A journal that was left behind with some edits, and the text after each of them, that of none first."""
    journal = begin(root)
    made = list(islice(typing(seed), many))
    journal.note(*(stroke for stroke, _ in made))
    journal.keep()
    return only_file(root), [BASE, *(text for _, text in made)]


def only_file(root: Path) -> Path:
    (path,) = (root / ".git" / "zerodraft" / "typing").iterdir()
    return path


def only_left(root: Path) -> Left:
    (found,) = left(root, None)
    assert isinstance(found, Left)
    return found


def test_not_one_edit_of_a_program_that_is_killed_is_lost(root: Path) -> None:
    command = [sys.executable, "-m", "tests.store.typists", str(root), str(KILLS)]
    killed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    told = {
        int(process): (int(seed), int(edits)) for process, seed, edits in map(str.split, killed.stdout.splitlines())
    }
    assert len(told) == KILLS
    kept: dict[int, list[str]] = {process: [] for process in told}
    for each in left(root, "note"):
        assert isinstance(each, Left)
        assert not each.is_cut_off
        kept[each.beginning.process].append(each.text)
    for process, (seed, edits) in told.items():
        # One edit more than was told may have been kept; two journals stand where one was about to replace another.
        last = [text for _, text in islice(typing(seed), edits - 1, edits + 1)]
        assert any(text in last for text in kept[process])
        assert len(kept[process]) <= 2


def test_a_journal_says_when_and_where_the_typing_began(root: Path) -> None:
    written(root, 3)
    found = only_left(root)
    assert (found.beginning.slug, found.beginning.date, found.beginning.base) == ("note", TWENTY_FORTY_ONE, BASE)
    assert found.beginning.base_id == git_blob(BASE)
    assert (found.beginning.process, found.strokes, found.is_cut_off) == (os.getpid(), 3, False)


def git_blob(text: str) -> str:
    command = ["git", "hash-object", "--stdin"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode().strip()


def test_a_torn_tail_is_cut_off_wherever_it_is_torn(root: Path) -> None:
    path, texts = written(root, 12)
    whole = path.read_bytes()
    ends = [place for place, byte in enumerate(whole, 1) if byte == 0x0A]
    for length in range(ends[0], len(whole) + 1):
        path.write_bytes(whole[:length])
        found = only_left(root)
        edits = sum(end <= length for end in ends) - 1
        assert (found.strokes, found.text, found.is_cut_off) == (edits, texts[edits], length not in ends)


def test_nothing_behind_a_damaged_line_is_believed(root: Path) -> None:
    path, texts = written(root, 12)
    lines = path.read_bytes().splitlines(keepends=True)
    for number in range(1, 13):
        for damaged in (
            [*lines[:number], lines[number].replace(b",", b";", 1), *lines[number + 1 :]],
            [*lines[:number], *lines[number + 1 :], b"\n"],
            [*lines[:number], lines[number - 1], *lines[number:]],
            [*lines[:number], b"\0" * len(lines[number]), *lines[number + 1 :]],
        ):
            path.write_bytes(b"".join(damaged))
            found = only_left(root)
            assert (found.strokes, found.text, found.is_cut_off) == (number - 1, texts[number - 1], True)


def test_an_edit_with_a_true_sum_that_does_not_fit_is_cut_off(root: Path) -> None:
    path, texts = written(root, 2)
    lines = path.read_bytes().splitlines(keepends=True)
    line, _ = dump_stroke(Stroke(10**9, 0, 10**9, 0, "x"), int(lines[-1][:8], 16))
    path.write_bytes(b"".join((*lines, line)))
    found = only_left(root)
    assert (found.strokes, found.text, found.is_cut_off) == (2, texts[2], True)


def headed(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode() + b" " + body + b"\n"


HEADER = {"slug": "note", "workspace": "", "date": "2021-11-15T20:41:00+00:00", "process": 1, "started": ""}
FULL = {**HEADER, "base_id": "", "base": ""}
HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "no json": headed(b"{"),
    "no object": headed(b"[]"),
    "nested without end": headed(b"[" * 200_000),
    "a number without end": headed(b"9" * 10_000),
    "fields missing": headed(json.dumps(HEADER).encode()),
    "fields of another kind": headed(json.dumps({**FULL, "base": 3}).encode()),
    "a process that is none": headed(json.dumps({**FULL, "process": True}).encode()),
    "no date": headed(json.dumps({**FULL, "date": "yesterday"}).encode()),
    "a date without offset": headed(json.dumps({**FULL, "date": "2021-11-15T20:41:00"}).encode()),
    "wrong sum": b"0" + headed(json.dumps(FULL).encode()),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_without_a_beginning_is_kept_out_of_the_way_and_told(root: Path, content: bytes) -> None:
    path, _ = written(root, 2)
    path.write_bytes(content)
    (found,) = left(root, None)
    assert isinstance(found, Unreadable)
    assert (found.slug, found.kept.read_bytes()) == ("note", content)
    assert left(root, None) == ()


HOSTILE_LINES = (
    b"",
    b"x",
    b"00000000 [0,0,0,0]",
    *(b"%08x %s" % (0, body) for body in (b"[" * 100_000, b"null", b"[0,0,0,0,1]", b'[0.5,0,0,0,"x"]', b"{}")),
)


@pytest.mark.parametrize("line", HOSTILE_LINES, ids=range(len(HOSTILE_LINES)))
def test_lines_of_any_kind_end_what_is_believed(root: Path, line: bytes) -> None:
    path, texts = written(root, 2)
    path.write_bytes(path.read_bytes() + line + b"\n")
    found = only_left(root)
    assert (found.strokes, found.text, found.is_cut_off) == (2, texts[2], True)


def test_a_line_nested_without_end_is_cut_off_even_if_its_sum_is_true(root: Path) -> None:
    from zlib import crc32

    path, _ = written(root, 1)
    body = b"[" * 200_000
    total = crc32(body, int(path.read_bytes().splitlines()[-1][:8], 16))
    path.write_bytes(path.read_bytes() + b"%08x %s\n" % (total, body))
    assert only_left(root).is_cut_off


def test_what_is_no_file_of_ours_is_passed_over(root: Path, tmp_path: Path) -> None:
    path, _ = written(root, 2)
    kept = path.rename(tmp_path / "kept")
    path.symlink_to(kept)
    folder = path.parent
    (folder / "note.00000000000000000001-7.typing").mkdir()
    os.mkfifo(folder / "note.00000000000000000002-7.typing")
    (folder / "CON.00000000000000000002-7.typing").write_bytes(kept.read_bytes())
    (folder / "README").write_bytes(kept.read_bytes())
    assert left(root, None) == ()
    assert at_work(root, None) == ()


def test_a_file_without_end_is_read_as_far_as_it_is_ours(root: Path) -> None:
    path, texts = written(root, 2)
    os.truncate(path, 20 * 1024**3)
    found = only_left(root)
    assert (found.strokes, found.text, found.is_cut_off) == (2, texts[2], True)


def test_a_folder_that_is_a_link_is_not_looked_into(root: Path, tmp_path: Path) -> None:
    path, _ = written(root, 2)
    path.parent.rename(tmp_path / "elsewhere")
    path.parent.symlink_to(tmp_path / "elsewhere")
    assert left(root, None) == ()


def test_a_journal_that_never_got_its_name_is_swept_away_when_it_is_old(root: Path) -> None:
    path, _ = written(root, 2)
    waiting = path.with_name(f".{path.name}~")
    waiting.write_bytes(b"")
    left(root, None)
    assert waiting.exists()
    os.utime(waiting, (0, 0))
    left(root, None)
    assert not waiting.exists()


def test_no_file_appears_before_the_first_edit(root: Path) -> None:
    journal = begin(root)
    journal.flush()
    journal.close()
    assert not (root / ".git" / "zerodraft").exists()


def test_words_of_a_window_at_work_are_left_to_it(root: Path) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "x"))
    assert left(root, "note") == ()
    journal.keep()
    assert only_left(root).strokes == 1


def test_words_that_are_undone_leave_nothing(root: Path) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "x"), Stroke(0, 0, 0, 1, ""))
    journal.close()
    assert left(root, "note") == ()
    assert list(typing_places.places(root)[0].iterdir()) == []


def test_words_that_nobody_saved_stay_when_the_screen_closes(root: Path) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "x"))
    journal.close()
    assert only_left(root).text == f"x{BASE}"


def test_words_that_are_saved_leave_nothing(root: Path) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "x"))
    journal.rebase(f"x{BASE}")
    assert list(typing_places.places(root)[0].iterdir()) == []
    journal.note(Stroke(0, 0, 0, 0, "y"))
    journal.keep()
    found = only_left(root)
    assert (found.beginning.base, found.text) == (f"x{BASE}", f"yx{BASE}")


def test_words_typed_while_others_were_saved_are_kept_on_what_was_saved(root: Path) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "x"))
    journal.rebase(f"x{BASE}", f"x{BASE}y")
    journal.note(Stroke(0, 0, 0, 1, ""))
    journal.keep()
    found = only_left(root)
    assert (found.beginning.base, found.text) == (f"x{BASE}", f"{BASE}y")


def test_words_that_nobody_wants_are_forgotten(root: Path) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "x"))
    journal.discard()
    assert left(root, None) == ()


def test_journals_are_told_apart_by_their_declaration_and_come_oldest_first(root: Path) -> None:
    for slug in ("note", "annex", "note"):
        journal = begin(root, slug)
        journal.note(Stroke(0, 0, 0, 0, slug))
        journal.keep()
    assert [each.beginning.slug for each in left(root, None) if isinstance(each, Left)] == ["note", "annex", "note"]
    assert len(left(root, "note")) == 2
    assert left(root, "not") == ()
    for each in left(root, "note"):
        assert isinstance(each, Left)
        typed.drop(each.path)
    assert len(left(root, None)) == 1


@pytest.fixture
def other_window(root: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has typed an x, and is still there."""
    script = (
        "import sys; from datetime import datetime, UTC; from pathlib import Path\n"
        "from zerodraft.core.text.strokes import Stroke; from zerodraft.store.typing import Typing\n"
        "journal = Typing(Path(sys.argv[1]), 'note', 'Base', lambda: datetime(2021, 11, 15, 20, 41, tzinfo=UTC))\n"
        "journal.note(Stroke(0, 0, 0, 0, 'x')); print('typed', flush=True); input()"
    )
    command = [sys.executable, "-c", script, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n"
        yield process
        process.kill()


def test_another_window_at_work_is_seen_until_it_ends(root: Path, other_window: "subprocess.Popen[str]") -> None:
    begin(root).note(Stroke(0, 0, 0, 0, "mine"))
    (other,) = at_work(root, "note")
    assert (other.slug, other.date, other.process) == ("note", TWENTY_FORTY_ONE, other_window.pid)
    assert at_work(root, "annex") == ()
    assert left(root, None) == ()
    other_window.kill()
    other_window.wait()
    assert at_work(root, None) == ()
    assert only_left(root).text == "xBase"


def test_where_a_disk_knows_no_locks_the_process_tells(
    root: Path, other_window: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(_file: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", flock)
    assert len(at_work(root, "note")) == 1
    assert left(root, None) == ()
    other_window.kill()
    other_window.wait()
    assert at_work(root, None) == ()
    assert only_left(root).text == "xBase"


def test_a_process_that_only_bears_the_number_of_another_is_not_taken_for_it() -> None:
    mark = processes.start_mark(os.getpid())
    assert processes.is_living(os.getpid(), mark)
    assert processes.is_living(os.getpid())
    if mark:
        assert not processes.is_living(os.getpid(), f"{mark}1")
    assert not processes.is_living(0)
    assert not processes.is_living(-1)
    assert not processes.is_living(2**70)
    assert processes.start_mark(2**30) == ""


def test_where_the_workspace_takes_nothing_the_words_go_to_the_drafters_own_folder(root: Path, tmp_path: Path) -> None:
    (root / ".git" / "zerodraft").write_text("in the way")
    journal = begin(root)
    for number in range(3):
        journal.note(Stroke(0, number, 0, number, "x"))
    place = tmp_path / "state" / "zerodraft" / "typing"
    assert journal.take_notice() == (
        "Zerodraft can't keep in this workspace what you type: a link or a file stands where a folder is expected. "
        f"It is kept in {place} meanwhile."
    )
    assert journal.take_notice() == ""
    journal.keep()
    assert only_left(root).text == f"xxx{BASE}"
    assert oct(place.stat().st_mode)[-3:] == "700"
    assert left(tmp_path / "another workspace", None) == ()


def test_where_no_disk_takes_the_words_typing_goes_on_and_the_first_that_does_gets_all(
    root: Path, tmp_path: Path
) -> None:
    in_the_way = (root / ".git" / "zerodraft", tmp_path / "state", tmp_path / "tmp")
    for place in in_the_way:
        place.write_text("in the way")
    journal = begin(root)
    for number in range(3):
        journal.note(Stroke(0, number, 0, number, "x"))
    assert journal.take_notice().endswith("so that a crash would lose it: save soon.")
    in_the_way[2].unlink()
    journal.flush()
    journal.note(Stroke(0, 0, 0, 0, "y"))
    assert journal.take_notice().endswith("meanwhile.")
    journal.keep()
    assert only_left(root).text == f"yxxx{BASE}"


def full(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A disk that takes nothing more: every write to a journal below the folder fails."""
    really = JournalFile.append

    def append(journal: JournalFile, lines: bytes) -> None:
        if journal.path.is_relative_to(folder):
            raise OSError(errno.ENOSPC, "full")
        really(journal, lines)

    monkeypatch.setattr(JournalFile, "append", append)


def test_a_disk_that_becomes_full_hands_all_words_to_another(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "a"))
    full(monkeypatch, root)
    journal.note(Stroke(0, 1, 0, 1, "b"))
    journal.note(Stroke(0, 2, 0, 2, "c"))
    assert journal.take_notice() == (
        "Zerodraft can't keep in this workspace what you type: the disk is full. "
        f"It is kept in {tmp_path / 'state' / 'zerodraft' / 'typing'} meanwhile."
    )
    journal.keep()
    assert only_left(root).text == f"abc{BASE}"


def test_a_disk_that_is_full_for_a_while_keeps_what_it_had_and_gets_the_rest_later(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "a"))
    with monkeypatch.context() as patched:
        full(patched, tmp_path)
        journal.note(Stroke(0, 1, 0, 1, "b"))
        journal.note(Stroke(0, 2, 0, 2, "c"))
        assert len(only_file(root).read_bytes().splitlines()) == 2
    journal.keep()
    assert only_left(root).text == f"abc{BASE}"


def test_a_disk_that_writes_but_does_not_keep_hands_all_words_to_another(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = JournalFile.sync

    def sync(journal: JournalFile) -> None:
        if journal.path.is_relative_to(root):
            raise OSError(errno.EIO, "broken")
        really(journal)

    monkeypatch.setattr(JournalFile, "sync", sync)
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "a"))
    journal.flush()
    assert journal.take_notice().startswith("Zerodraft can't keep in this workspace what you type: the disk reports")
    assert list(typing_places.places(root)[0].iterdir()) == []
    journal.keep()
    assert only_left(root).text == f"a{BASE}"


def test_a_line_of_which_only_a_part_was_written_is_taken_back(root: Path) -> None:
    """The limit of a file's length lets a write end in the middle, as the end of a disk does."""
    script = (
        "import resource, sys; from datetime import datetime, UTC; from pathlib import Path\n"
        "from zerodraft.core.text.strokes import Stroke; from zerodraft.store.typing import Typing\n"
        "journal = Typing(Path(sys.argv[1]), 'note', 'Base', lambda: datetime.now(UTC))\n"
        "journal.note(Stroke(0, 0, 0, 0, 'x'))\n"
        "size = journal._file.path.stat().st_size\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, size + 10))\n"
        "journal.note(Stroke(0, 0, 0, 0, 'y'))\n"
        "print(journal.take_notice())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("What you type can't be kept on any disk now")
    found = only_left(root)
    assert (found.text, found.is_cut_off) == ("xBase", False)


def test_a_disk_that_is_full_from_the_beginning_leaves_no_half_made_journal(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(monkeypatch, root)
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "a"))
    assert "the disk is full" in journal.take_notice()
    assert list(typing_places.places(root)[0].iterdir()) == []
    journal.keep()
    assert only_left(root).text == f"a{BASE}"


def test_a_folder_that_somebody_else_laid_in_the_way_is_neither_used_nor_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".git" / "zerodraft").write_text("in the way")
    journal = begin(root)
    journal.note(Stroke(0, 0, 0, 0, "a"))
    journal.keep()
    assert only_left(root).text == f"a{BASE}"
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert left(root, None) == ()
    with pytest.raises(OSError, match="another user's"):
        typing_places.prepare(tmp_path / "state" / "zerodraft" / "typing")


def test_without_a_named_place_for_states_it_is_below_the_home(
    root: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named in ("", "relative/path"):
        monkeypatch.setenv("XDG_STATE_HOME", named)
        assert typing_places.places(root)[1] == home / ".local/state/zerodraft/typing"
    monkeypatch.setenv("HOME", "relative")
    assert len(typing_places.places(root)) == 2
