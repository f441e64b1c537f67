"""Recording an act: one commit, exactly these files, or nothing."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.rooms import ANA, MORNING
from tests.store.drafting_room import JAPAN, TEXT, DraftingRoom

from zerodraft.errors import MovedOn, NotThere, Refusal, UnreadableInput
from zerodraft.store.acts import Act, Person, TagChange, Write
from zerodraft.store.workspace import Workspace

COMMENT = "declarations/bali-message/comments/2021-11-02-jpn-7f3a.md"
ZERO_DRAFT = TagChange("bali-message/zero-draft", "Zero draft", None)


def test_an_act_is_one_commit_with_the_delegation_as_author_and_the_drafter_as_committer(room: DraftingRoom) -> None:
    commit = room.save("We agree.\n")
    assert room.git("log", "--format=%H|%an <%ae>|%cn <%ce>|%aI|%s") == (
        f"{commit}|Japan <jpn@delegation.invalid>|Ana Drafter <ana@example.org>|2021-11-02T09:01:00+00:00|save 0"
    )
    assert room.git("show", "--name-only", "--format=", commit) == TEXT
    assert room.file().read_text() == "We agree.\n"
    assert room.git("status", "--porcelain") == ""
    assert room.is_sound()


def test_the_same_acts_give_the_same_ids_everywhere(tmp_path: Path) -> None:
    def replay(root: Path) -> list[str]:
        room = DraftingRoom(root)
        commits = [room.save("one\n"), room.save("two\n", tags=(ZERO_DRAFT,)), room.save("c\n", COMMENT)]
        ids = [*commits, *(tag.tag_id for tag in room.workspace.tags())]
        room.close()
        return ids

    assert replay(tmp_path / "here") == replay(tmp_path / "there")


def test_known_acts_have_known_ids(room: DraftingRoom) -> None:
    act = Act("Zero draft\n\nAct: save\n", JAPAN, ANA, MORNING, (Write(TEXT, b"We agree.\n", None),))
    commit = room.workspace.record(act)
    blob = room.git("hash-object", str(room.file()))
    inner = room.git("rev-parse", "HEAD^{tree}")
    assert room.git("cat-file", "commit", commit) == (
        f"tree {inner}\n"
        "author Japan <jpn@delegation.invalid> 1635843600 +0000\n"
        "committer Ana Drafter <ana@example.org> 1635843600 +0000\n\n"
        "Zero draft\n\nAct: save"
    )
    assert room.workspace.blob_id(TEXT) == blob


def test_several_files_and_a_version_name_are_one_act(room: DraftingRoom) -> None:
    writes = (room.write("text\n"), room.write("comment\n", COMMENT))
    commit = room.workspace.record(room.act("first", *writes, tags=(ZERO_DRAFT,)))
    assert room.git("rev-parse", "bali-message/zero-draft^{commit}") == commit
    assert room.git("for-each-ref", "--format=%(objecttype) %(taggername) %(contents)", "refs/tags").rstrip() == (
        "tag Ana Drafter Zero draft"
    )
    assert room.git("show", "--name-only", "--format=", commit).split() == [COMMENT, TEXT]


def test_a_file_can_be_removed_and_its_empty_folder_goes(room: DraftingRoom) -> None:
    room.save("text\n")
    room.save("comment\n", COMMENT)
    room.save(None, COMMENT)
    assert not room.file(COMMENT).parent.exists()
    assert room.git("ls-files") == TEXT
    assert room.git("status", "--porcelain") == ""


def test_words_that_the_caller_did_not_see_are_never_overwritten(room: DraftingRoom) -> None:
    seen = room.write("mine\n")
    room.save("another drafter's\n")
    head = room.workspace.head
    with pytest.raises(MovedOn, match="changed by another act"):
        room.workspace.record(room.act("late", seen))
    assert room.workspace.head == head
    assert room.file().read_text() == "another drafter's\n"
    assert room.is_sound()


def test_unrecorded_words_of_another_editor_are_never_overwritten(room: DraftingRoom) -> None:
    room.save("recorded\n")
    room.file().write_text("typed in another editor\n")
    with pytest.raises(MovedOn, match="changed in another editor") as refused:
        room.save("mine\n")
    assert refused.value.hint == (
        "Look with `zerodraft diff bali-message`, or record it with `zerodraft save bali-message`."
    )
    assert room.file().read_text() == "typed in another editor\n"


def test_words_typed_in_another_editor_can_be_recorded_as_they_stand(room: DraftingRoom) -> None:
    room.save("recorded\n")
    room.file().write_text("typed\n")
    room.save("typed\n")
    assert room.git("show", f"HEAD:{TEXT}") == "typed"


def test_a_new_file_is_refused_where_an_unrecorded_one_stands(room: DraftingRoom) -> None:
    room.file().parent.mkdir(parents=True)
    room.file().write_text("not recorded\n")
    with pytest.raises(MovedOn):
        room.save("new\n")
    assert room.file().read_text() == "not recorded\n"


def test_what_is_staged_and_what_is_dirty_elsewhere_stays_out_of_the_act(room: DraftingRoom) -> None:
    room.save("text\n")
    room.save("comment\n", COMMENT)
    staged, dirty = "declarations/bali-message/staged.md", "declarations/bali-message/dirty.md"
    room.save("old\n", dirty)
    room.file(staged).write_text("staged\n")
    room.git("add", staged)
    room.file(dirty).write_text("dirty\n")
    commit = room.save("text 2\n")
    assert room.git("show", "--name-only", "--format=", commit) == TEXT
    assert room.git("status", "--porcelain") == f" M {dirty}\nA  {staged}"


def test_a_staged_state_of_the_file_itself_is_left_staged(room: DraftingRoom) -> None:
    room.save("one\n")
    room.file().write_text("staged\n")
    room.git("add", TEXT)
    room.file().write_text("two\n")
    room.save("two\n")
    assert room.git("show", f":{TEXT}") == "staged"
    assert room.git("show", f"HEAD:{TEXT}") == "two"


def test_files_beside_the_declarations_are_carried_along_unchanged(room: DraftingRoom) -> None:
    (room.root / "README").write_text("readme\n")
    (room.root / "run").write_text("#!/bin/sh\n")
    (room.root / "run").chmod(0o755)
    (room.root / "a.b").mkdir()
    (room.root / "a.b" / "x").write_text("x\n")
    (room.root / "a").mkdir()
    (room.root / "a" / "y").write_text("y\n")
    room.git("add", "-A")
    room.git("commit", "-qm", "others")
    before = room.git("ls-tree", "-r", "HEAD")
    room.save("text\n")
    after = room.git("ls-tree", "-r", "HEAD").splitlines()
    assert [line for line in after if TEXT not in line] == before.splitlines()
    assert room.git("status", "--porcelain") == ""


def test_a_file_that_may_be_run_keeps_that(room: DraftingRoom) -> None:
    room.save("one\n")
    room.git("update-index", "--chmod=+x", TEXT)
    room.git("commit", "-qm", "mode")
    room.save("two\n")
    assert room.git("ls-tree", "-r", "HEAD").startswith("100755")
    assert room.git("diff", "--cached", "--name-only") == ""


def test_an_act_without_files_can_name_a_version(room: DraftingRoom) -> None:
    room.save("text\n")
    commit = room.workspace.record(room.act("issue", tags=(ZERO_DRAFT,)))
    assert room.git("rev-parse", "bali-message/zero-draft^{}") == commit
    assert room.git("diff", "--stat", "HEAD~1", "HEAD") == ""


def test_a_version_name_is_given_once(room: DraftingRoom) -> None:
    room.save("text\n", tags=(ZERO_DRAFT,))
    head = room.workspace.head
    with pytest.raises(MovedOn, match="exists already"):
        room.save("text 2\n", tags=(ZERO_DRAFT,))
    assert room.workspace.head == head
    assert room.file().read_text() == "text\n"


def test_a_version_name_can_be_taken_back_by_whoever_saw_it(room: DraftingRoom) -> None:
    room.save("text\n", tags=(ZERO_DRAFT,))
    tag = room.workspace.tags()[0]
    with pytest.raises(MovedOn, match="is not there any more"):
        room.save("x\n", tags=(TagChange("bali-message/rev-1", None, tag.tag_id),))
    room.save("text 2\n", tags=(TagChange(tag.name, None, tag.tag_id),))
    assert room.workspace.tags() == ()


@pytest.mark.parametrize("name", ["--output=pwn", "rev-1", "bali-message/-x", "x/y/z", "bali-message/Rev.1", "../x/y"])
def test_a_name_that_is_no_version_is_refused(room: DraftingRoom, name: str) -> None:
    with pytest.raises(Refusal, match="can't name a version"):
        room.save("text\n", tags=(TagChange(name, "x", None),))
    assert room.workspace.head is None


@pytest.mark.parametrize(
    "path",
    ["text.md", "declarations", "declarations/../x", "/etc/passwd", "declarations//x", "declarations/.git/x",
     "declarations/x/", "declarations/a\\b", "declarations/a\nb", "declarations/a:b", "../declarations/x", ""],
)  # fmt: skip
def test_a_path_that_leads_out_of_the_declarations_is_refused(room: DraftingRoom, path: str) -> None:
    with pytest.raises(NotThere):
        room.workspace.record(room.act("x", Write(path, b"x", None)))
    assert room.workspace.head is None


def test_a_file_is_written_once_by_an_act(room: DraftingRoom) -> None:
    with pytest.raises(ValueError, match="each file once"):
        room.workspace.record(room.act("x", Write(TEXT, b"x", None), Write(TEXT, b"y", None)))


def test_a_file_can_not_take_the_place_of_a_folder_nor_a_folder_that_of_a_file(room: DraftingRoom) -> None:
    room.save("text\n")
    with pytest.raises(Refusal):
        room.save("x\n", "declarations/bali-message")
    with pytest.raises(Refusal):
        room.save("x\n", f"{TEXT}/x")
    assert room.git("status", "--porcelain") == ""
    assert room.is_sound()


def test_a_plain_commit_in_between_is_built_upon(room: DraftingRoom) -> None:
    room.save("text\n")
    other = Workspace.find(room.root)
    other.head  # noqa: B018  its reader has looked at the branch
    (room.root / "notes").write_text("notes\n")
    room.git("add", "notes")
    room.git("commit", "-qm", "plain")
    commit = other.record(room.act("save", room.write("text 2\n")))
    other.close()
    assert room.git("rev-list", "--count", commit) == "3"
    assert room.git("ls-tree", "--name-only", commit) == "declarations\nnotes"


def test_a_message_with_a_nul_is_refused_and_escapes_are_kept_as_they_are(room: DraftingRoom) -> None:
    act = room.act("x", room.write("text\n"))
    with pytest.raises(UnreadableInput):
        room.workspace.record(replace(act, message="a\0b\n"))
    with pytest.raises(UnreadableInput):
        room.workspace.record(replace(act, message="a\udce4b\n"))
    room.workspace.record(replace(act, message="a \x1b]52;c;x\x07 b\n"))
    assert room.workspace.log()[0].subject == "a \x1b]52;c;x\x07 b"


def test_a_name_can_not_forge_another_line_of_the_commit(room: DraftingRoom) -> None:
    forged = Person("Japan <x@y>\ncommitter Eve", "jpn@x\n> 0 +0000")
    room.workspace.record(replace(room.act("x", room.write("t\n")), author=forged))
    recorded = room.workspace.log()[0]
    assert recorded.author == Person("Japan x@y committer Eve", "jpn@x0+0000")
    assert recorded.committer == ANA


@pytest.mark.parametrize("hours", [-9.5, -1, 0, 5.75, 14])
def test_a_date_keeps_its_zone(room: DraftingRoom, hours: float) -> None:
    date = datetime(2021, 11, 16, 18, 30, tzinfo=timezone(timedelta(hours=hours)))
    room.workspace.record(replace(room.act("x", room.write("t\n")), date=date))
    recorded = room.workspace.log()[0]
    assert recorded.authored == date
    assert recorded.authored.utcoffset() == timedelta(hours=hours)
    assert recorded.committed == date


def test_a_date_without_a_zone_is_a_mistake_and_one_before_1970_is_refused(room: DraftingRoom) -> None:
    act = room.act("x", room.write("t\n"))
    with pytest.raises(ValueError, match="time zone"):
        room.workspace.record(replace(act, date=datetime(2021, 1, 1)))
    with pytest.raises(UnreadableInput, match="1970"):
        room.workspace.record(replace(act, date=datetime(1969, 1, 1, tzinfo=UTC)))


def test_bytes_are_recorded_as_they_are(room: DraftingRoom) -> None:
    (room.root / ".gitattributes").write_text("* text eol=crlf ident working-tree-encoding=UTF-16\n")
    room.git("config", "core.autocrlf", "input")
    content = "\ufeffone\r\ntwo $Id$\n".encode() + bytes(range(256))
    room.workspace.record(room.act("x", Write(TEXT, content, None)))
    assert room.file().read_bytes() == content
    assert room.workspace.blob_at("HEAD" if room.workspace.head is None else room.workspace.head, TEXT) == content


def test_git_tidies_a_workspace_with_versions_without_a_complaint(room: DraftingRoom) -> None:
    room.save("one\n", tags=(ZERO_DRAFT,))
    room.git("config", "core.logAllRefUpdates", "false")
    last = room.reopened().record(room.act("two", room.write("two\n")))
    tidied = subprocess.run(["git", "gc"], cwd=room.root, capture_output=True, text=True, check=True)
    assert "error" not in tidied.stderr
    assert room.git("reflog", "--format=%H", "main").splitlines()[0] == last
    assert room.is_sound()


def test_an_act_takes_five_git_processes_at_most(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from git import Git

    room.save("one\n")
    started: list[str] = []
    execute = Git.execute

    def counted(self: Git, command: list[str], **rest: object) -> object:
        started.append(command[-1])
        return execute(self, command, **rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Git, "execute", counted)
    room.save("two\n")
    assert len(started) <= 5
