"""What history tells: acts, successive texts, versions."""

import os
import signal
import subprocess
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.rooms import ANA
from tests.store.drafting_room import JAPAN, TEXT, DraftingRoom

from zerodraft.errors import NotThere, WorkspaceUnusable
from zerodraft.store.acts import Person, TagChange, Write
from zerodraft.store.workspace import Workspace

COMMENT = "declarations/bali-message/comments/2021-11-02-jpn-7f3a.md"


def version(name: str, message: str = "A version") -> tuple[TagChange, ...]:
    return (TagChange(f"bali-message/{name}", message, None),)


def test_the_log_tells_acts_newest_first_with_trailers_and_paths(room: DraftingRoom) -> None:
    first = room.save("one\n")
    act = room.act("x", room.write("two\n"), room.write("comment\n", COMMENT))
    message = "Take in a comment\n\nJapan asked for it.\n\nIn the second panel.\n\nAct: comment\nDelegation: JPN\n"
    second = room.workspace.record(replace(act, message=message))
    newest, oldest = room.workspace.log()
    assert (newest.commit, newest.parents) == (second, (first,))
    assert (oldest.commit, oldest.parents) == (first, ())
    assert (newest.author, newest.committer) == (JAPAN, ANA)
    assert newest.authored == newest.committed == act.date
    assert newest.subject == "Take in a comment"
    assert newest.body == "Japan asked for it.\n\nIn the second panel."
    assert newest.trailers == (("Act", "comment"), ("Delegation", "JPN"))
    assert newest.paths == (COMMENT, TEXT)
    assert oldest.paths == (TEXT,)


def test_the_log_of_a_folder_tells_every_path_of_its_acts(room: DraftingRoom) -> None:
    other = "declarations/jakarta-message/text.md"
    room.save("one\n", other)
    both = room.workspace.record(room.act("both", room.write("two\n", other), room.write("text\n")))
    room.save("comment\n", COMMENT)
    of_bali = room.workspace.log(["declarations/bali-message"])
    assert [each.paths for each in of_bali] == [(COMMENT,), (TEXT, other)]
    assert room.workspace.log([TEXT])[0].commit == both
    assert len(room.workspace.log(limit=2)) == 2
    assert len(room.workspace.log(["declarations/bali-message/", other])) == 3


def test_the_log_survives_what_foreign_commits_hold(room: DraftingRoom) -> None:
    room.save("text\n")
    tree = room.git("rev-parse", "HEAD^{tree}")
    parent = room.git("rev-parse", "HEAD")
    raw = (
        f"tree {tree}\nparent {parent}\nauthor \udce9 <> 99999999999999 +9999\ncommitter X <x@y> 1 +0000\n"
        "encoding ISO-8859-1\n\n\n\x1e\x1f\n\n\x01 caf\udce9\n:100644 100644\n"
    ).encode("utf-8", "surrogateescape")
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=room.root, input=raw, capture_output=True, check=True,
    )  # fmt: skip
    room.git("update-ref", "refs/heads/main", made.stdout.decode().strip())
    room.git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", "")
    empty, foreign, ours = room.workspace.log()
    assert (empty.subject, empty.paths) == ("", ())
    assert "café" in foreign.body + foreign.subject
    assert foreign.paths == ()
    assert ours.subject == "save 0"


def test_a_date_that_no_calendar_holds_is_1970(room: DraftingRoom) -> None:
    room.save("text\n")
    room.git("-c", "user.name=x", "commit", "-q", "--allow-empty", "-m", "far", "--date=@99999999999999 +0000")
    assert room.workspace.log()[0].authored.year in (1970, 9999)


def test_the_order_is_that_of_the_graph_whatever_the_clock_says(room: DraftingRoom) -> None:
    for number, year in enumerate((2030, 2021, 2025)):
        act = room.act(f"act {number}", room.write(f"{number}\n"), tags=version(f"rev-{number}"))
        room.workspace.record(replace(act, date=datetime(year, 1, 1, tzinfo=UTC)))
    assert [each.subject for each in room.workspace.log()] == ["act 2", "act 1", "act 0"]
    assert [tag.name for tag in room.workspace.tags()] == [f"bali-message/rev-{number}" for number in range(3)]


def test_the_texts_are_every_successive_state_oldest_first(room: DraftingRoom) -> None:
    states = [(room.save(words), Workspace.blob_id_of(words.encode())) for words in ("one\n", "two\n", "one\n")]
    room.save("comment\n", COMMENT)
    room.save(None)
    states.append((room.save("three\n"), Workspace.blob_id_of(b"three\n")))
    assert room.workspace.texts("bali-message") == tuple(states)
    assert room.workspace.texts("jakarta-message") == ()


def test_a_text_that_came_by_a_merge_is_among_the_texts(room: DraftingRoom) -> None:
    room.save("one\ntwo\nthree\nfour\nfive\n")
    room.git("switch", "-q", "-c", "other")
    room.save("ONE\ntwo\nthree\nfour\nfive\n")
    room.git("switch", "-q", "main")
    room.save("one\ntwo\nthree\nfour\nFIVE\n")
    room.git("merge", "-q", "--no-edit", "other")
    merged = Workspace.blob_id_of(b"ONE\ntwo\nthree\nfour\nFIVE\n")
    states = room.workspace.texts("bali-message")
    assert states[-1] == (room.workspace.head, merged)
    assert len(states) == 4
    assert room.workspace.log()[0].paths == (TEXT,)


def test_each_state_of_a_text_names_the_states_that_it_came_of(room: DraftingRoom) -> None:
    first = room.save("one\ntwo\nthree\nfour\nfive\n")
    room.save("comment\n", COMMENT)
    room.git("switch", "-q", "-c", "other")
    theirs = room.save("ONE\ntwo\nthree\nfour\nfive\n")
    room.git("switch", "-q", "main")
    ours = room.save("one\ntwo\nthree\nfour\nFIVE\n")
    room.git("merge", "-q", "--no-edit", "other")
    merge = room.workspace.head or ""
    gone = room.save(None)
    room.save("comment again\n", COMMENT)
    states = room.workspace.text_states("bali-message")
    assert {each.commit: each.parents for each in states} == {
        first: (), theirs: (first,), ours: (first,), merge: (ours, theirs), gone: (merge,)
    }  # fmt: skip
    assert (states[0].commit, states[-1].commit, states[-1].blob) == (first, gone, "")
    assert [each.commit for each in room.workspace.text_states("bali-message", theirs)] == [first, theirs]
    assert room.workspace.text_states("jakarta-message") == ()


def test_a_side_of_a_merge_that_left_no_trace_in_the_text_is_no_state_of_it(room: DraftingRoom) -> None:
    first = room.save("one\n")
    room.git("switch", "-q", "-c", "other")
    room.save("two\n")
    room.git("switch", "-q", "main")
    room.save("comment\n", COMMENT)
    room.git("merge", "-q", "--no-edit", "-s", "ours", "other")
    assert [each.commit for each in room.workspace.text_states("bali-message")] == [first]


def test_versions_are_told_with_their_tagger_and_message(room: DraftingRoom) -> None:
    commit = room.save("text\n", tags=version("zero-draft", "Zero draft\n\nDesignation: Zero draft\n"))
    (tag,) = room.workspace.tags("bali-message")
    assert tag.name == "bali-message/zero-draft"
    assert tag.tag_id == room.git("rev-parse", "refs/tags/bali-message/zero-draft")
    assert tag.commit == commit
    assert tag.tagger == ANA
    assert tag.date == room.workspace.log()[0].authored
    assert tag.message == "Zero draft\n\nDesignation: Zero draft\n"
    assert room.workspace.blob_at(tag.tag_id, TEXT) == b"text\n"


def test_foreign_names_are_skipped_and_other_declarations_left_out(room: DraftingRoom) -> None:
    room.save("text\n", tags=version("zero-draft"))
    room.save("two\n", tags=(TagChange("bali-message-2/rev-1", "other", None),))
    head = room.git("rev-parse", "HEAD")
    for name in ("v1", "-x/y", "bali-message/--output=pwn", "bali-message/a/b", "Bali/x"):
        room.git("update-ref", f"refs/tags/{name}", head)
    room.git("tag", "-a", "-m", "x", "bali-message/Rev.1")
    room.git("tag", "bali-message/light")
    room.git("tag", "-a", "-m", "of a tree", "bali-message/tree", "HEAD^{tree}")
    assert [tag.name for tag in room.workspace.tags()] == ["bali-message/zero-draft", "bali-message-2/rev-1"]
    assert [tag.name for tag in room.workspace.tags("bali-message")] == ["bali-message/zero-draft"]
    assert not (room.root / "pwn").exists()


def test_old_texts_are_read_by_commit_or_tag_and_path(room: DraftingRoom) -> None:
    old = room.save("old\n")
    room.save("new\n")
    assert room.workspace.blob_at(old, TEXT) == b"old\n"
    assert room.workspace.blob_at(old, COMMENT) is None
    assert room.workspace.blob_at(old, "declarations/bali-message") is None
    assert room.workspace.blob_at("0" * 40, TEXT) is None
    assert room.workspace.blob(Workspace.blob_id_of(b"old\n")) == b"old\n"


@pytest.mark.parametrize("name", ["HEAD", "main", "--output=pwn", "", "0" * 39, "HEAD\nHEAD", "0" * 41])
def test_only_ids_are_asked_for(room: DraftingRoom, name: str) -> None:
    room.save("text\n")
    with pytest.raises(NotThere):
        room.workspace.blob(name)
    with pytest.raises(NotThere):
        room.workspace.blob_at(name, TEXT)


def test_an_id_that_names_nothing_or_no_text_is_not_there(room: DraftingRoom) -> None:
    commit = room.save("text\n")
    for oid in ("0" * 40, commit):
        with pytest.raises(NotThere):
            room.workspace.blob(oid)


def empty(room: DraftingRoom, oid: str) -> None:
    """Leave of an object what a power cut leaves."""
    place = room.root / ".git" / "objects" / oid[:2] / oid[2:]
    place.chmod(0o644)
    place.write_bytes(b"")


def test_a_damaged_text_is_told_and_the_others_are_still_read(room: DraftingRoom) -> None:
    first = room.save("one\n")
    second = room.save("two\n")
    empty(room, Workspace.blob_id_of(b"one\n"))
    with pytest.raises(WorkspaceUnusable, match="damaged") as refused:
        room.workspace.blob(Workspace.blob_id_of(b"one\n"))
    assert "git fsck" in refused.value.hint
    with pytest.raises(WorkspaceUnusable, match="damaged"):
        room.workspace.blob_at(first, TEXT)
    assert room.workspace.blob_at(second, TEXT) == b"two\n"


@pytest.mark.parametrize("name", ["HEAD", "HEAD^{tree}", "HEAD:declarations"])
def test_on_damaged_history_nothing_is_recorded(room: DraftingRoom, name: str) -> None:
    room.save("comment\n", COMMENT)
    oid = room.git("rev-parse", name)
    room.workspace.close()
    empty(room, oid)
    with pytest.raises(WorkspaceUnusable, match="damaged"):
        room.workspace.record(room.act("x", Write(TEXT, b"text\n", None)))
    assert (room.root / ".git/refs/heads/main").read_text().strip() != ""
    assert room.file(COMMENT).exists()


def test_an_object_of_nonsense_is_told_too(room: DraftingRoom) -> None:
    room.save("one\n")
    oid = Workspace.blob_id_of(b"one\n")
    empty(room, oid)
    (room.root / ".git" / "objects" / oid[:2] / oid[2:]).write_bytes(b"nonsense")
    with pytest.raises(WorkspaceUnusable, match="damaged"):
        room.workspace.blob(oid)


def test_a_reader_that_somebody_ended_comes_back(room: DraftingRoom) -> None:
    commit = room.save("one\n")
    for reader in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            stat = reader.read_text()
            if stat.split()[1] == "(git)" and stat.split()[3] == str(os.getpid()):
                os.kill(int(stat.split()[0]), signal.SIGKILL)
    assert room.workspace.blob_at(commit, TEXT) == b"one\n"


def test_undo_has_what_it_needs(room: DraftingRoom) -> None:
    first = room.save("one\n")
    act = room.workspace.record(room.act("both", room.write("two\n"), room.write("comment\n", COMMENT)))
    recorded = room.workspace.log(limit=1)[0]
    writes = []
    for path in recorded.paths:
        before = room.workspace.blob_at(recorded.parents[0], path)
        writes.append(room.write(None if before is None else before.decode(), path))
    room.workspace.record(room.act("undo", *writes))
    assert recorded.commit == act
    assert room.git("rev-parse", "HEAD^{tree}") == room.git("rev-parse", f"{first}^{{tree}}")
    assert room.workspace.names("declarations/bali-message") == ("text.md",)


def test_an_author_is_read_back_as_it_was_given(room: DraftingRoom) -> None:
    author = Person("Côte d’Ivoire", "civ@delegation.invalid")
    act = room.act("x", room.write("text\n"))
    room.workspace.record(replace(act, author=author, date=act.date + timedelta(days=1)))
    assert room.workspace.log()[0].author == author
