"""Repositories in a state that git commands, other programs or accidents left behind."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.asking import Answer, Ask
from tests.cli.hardship import (
    ACTING,
    NOTE,
    READING,
    TEXT,
    git,
    heard,
    others_go_on,
    state,
    told,
    with_another,
    zerodraft,
)
from tests.cli.piping import kept

RECORDING = ACTING[:3] + ACTING[4:]  # with nothing changed in the folder `save` records nothing


def _refused(ask: Ask, workspace: Path, refusal: Answer) -> None:
    """Every act is refused with the same words, before any are typed, and leaves no trace."""
    before = state(workspace), git(workspace, "status", "--porcelain")
    for verb in (*RECORDING, ("edit", NOTE), ("comment", NOTE, "2", "--from", "JPN")):
        assert heard(ask(*verb, at=workspace)) == refusal
    assert (state(workspace), git(workspace, "status", "--porcelain")) == before
    assert kept(workspace) == []


@pytest.mark.parametrize("branch", ["main", "drafting"])
def test_off_the_branch_texts_are_read_and_the_hint_leads_back(ask: Ask, harbour: Path, branch: str) -> None:
    git(harbour, "branch", "-m", branch)
    git(harbour, "pack-refs", "--all")
    git(harbour, "switch", "-q", "--detach")
    for verb in READING:
        assert heard(ask(*verb, at=harbour)).code == 0
    sentence = "The workspace stands on an old state, not on a branch; what is recorded there would be lost."
    _refused(ask, harbour, told(5, sentence, f"Go back with `git switch {branch}`."))
    git(harbour, "switch", "-q", branch)
    for verb in ACTING:
        assert heard(ask(*verb, at=harbour)).code == 0


def test_a_merge_with_a_conflict_is_told_and_given_up_by_the_hint(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    git(harbour, "switch", "-q", "-c", "other")
    text.write_text(text.read_text().replace("the pilots", "all pilots"))
    git(harbour, "commit", "-qam", "theirs")
    git(harbour, "switch", "-q", "main")
    text.write_text(text.read_text().replace("the pilots", "our pilots"))
    git(harbour, "commit", "-qam", "ours")
    before = state(harbour)
    with pytest.raises(subprocess.CalledProcessError):
        git(harbour, "merge", "other")
    for verb in READING:
        assert heard(ask(*verb, at=harbour)).code == 0
    sentence = "A merge was begun with git and is not finished; nothing can be recorded in between."
    _refused(ask, harbour, told(5, sentence, "Finish it, or give it up with `git merge --abort`."))
    assert heard(ask("save", at=harbour)).code == 5
    git(harbour, "merge", "--abort")
    assert state(harbour) == before
    for verb in ACTING[:5]:
        assert heard(ask(*verb, at=harbour)).code == 0


def test_a_copy_without_its_past_is_completed_by_the_hint(ask: Ask, harbour: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{harbour}", "copy")
    copy = tmp_path / "copy"
    sentence = "The history of this workspace is incomplete: it was copied without its past."
    refusal = told(5, sentence, "Fetch the rest with `git fetch --unshallow`.")
    assert heard(ask("show", NOTE, at=copy)) == refusal
    _refused(ask, copy, refusal)
    git(copy, "fetch", "-q", "--unshallow", "--tags")
    assert heard(ask("versions", NOTE, at=copy)) == heard(ask("versions", NOTE, at=harbour))


def test_a_repository_without_files_is_told(ask: Ask, harbour: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(harbour), "bare.git")
    bare = tmp_path / "bare.git"
    sentence = f"{bare} holds only history, no files to work on."
    assert heard(ask("list", at=bare)) == told(5, sentence, "Work in a clone of it.")
    inside = harbour / ".git"
    sentence = f"{inside} holds only history, no files to work on."
    assert heard(ask("list", at=inside)) == told(5, sentence, "Go to the folder above it.")
    git(harbour, "config", "core.bare", "true")
    sentence = "This repository has no files to work on, only history."
    assert heard(ask("list", at=harbour)) == told(5, sentence, "Work in a clone of it.")


def test_a_second_folder_of_the_same_history_is_refused_and_a_clean_copy_works(
    ask: Ask, harbour: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    git(harbour, "worktree", "add", "-q", str(second), "-b", "other")
    answer = heard(ask("list", at=second))
    sentence = (
        f"The .git of {second} leads to another place; zerodraft works only where the history stands in the folder."
    )
    hint = "Work in a clean copy: `git clone --no-local OLD-FOLDER NEW-FOLDER`."
    assert answer == told(5, sentence, hint)
    git(tmp_path, "clone", "-q", "--no-local", str(second), "clean")
    assert heard(ask("show", NOTE, at=tmp_path / "clean")).code == 0


@pytest.mark.parametrize(
    "key", ["core.sshCommand", "core.fsmonitor", "core.pager", "alias.log", "filter.x.clean", "diff.x.textconv"]
)
def test_settings_that_would_run_a_program_run_none(harbour: Path, tmp_path: Path, key: str) -> None:
    mark = tmp_path / "was-run"
    (harbour / ".gitattributes").write_text("*.md filter=x diff=x\n")
    git(harbour, "config", key, f"touch {mark}")
    for verb in (("show", NOTE), ("log",), ("save",)):
        answer = zerodraft(*verb, at=harbour)
        assert answer.code == 5
        assert f"Settings of this repository could run programs or change what is read: {key.lower()}." in answer.err
        assert f"`git config --local --unset-all {key.lower()}`" in answer.err
    assert not mark.exists()
    subprocess.run(["git", "config", "--local", "--unset-all", key], cwd=harbour, check=True)
    assert zerodraft("show", NOTE, at=harbour).code == 0


def test_a_damaged_list_of_prepared_files_is_renewed_by_the_hint(ask: Ask, harbour: Path) -> None:
    before = state(harbour)
    (harbour / ".git" / "index").write_bytes(b"not an index")
    sentence = "Git's list of prepared files, .git/index, is damaged."
    hint = "Remove that file, then `git reset -q` makes a new one; no text is touched by it."
    for verb in (ACTING[2], ACTING[4], ACTING[5]):
        assert heard(ask(*verb, at=harbour)) == told(5, sentence, hint)
    assert heard(ask("show", NOTE, at=harbour)).code == 0
    answer = heard(ask(*ACTING[0], at=harbour))
    assert answer.err.startswith(f"Error: {sentence}\nHint: {hint} Your words are kept in ")
    (harbour / ".git" / "index").unlink()
    git(harbour, "reset", "-q")
    assert state(harbour) == before
    assert heard(ask(*ACTING[0], at=harbour)).code == 0


@pytest.mark.parametrize("part", ["HEAD", "objects", "refs"])
def test_a_repository_that_lost_a_part_is_told(ask: Ask, harbour: Path, part: str) -> None:
    lost = harbour / ".git" / part
    shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    sentence = "The folder .git of this workspace has lost a part of itself; git doesn't know it any more."
    hint = "Copy declarations/ to a safe place, then bring .git back from a backup or a colleague's copy."
    for verb in (("show", NOTE), ("log",)):
        assert heard(ask(*verb, at=harbour)) == told(5, sentence, hint)


def test_settings_that_nobody_can_read_are_told(ask: Ask, harbour: Path) -> None:
    (harbour / ".git" / "config").write_text("[[[\n")
    hint = "Work in a clean copy: `git clone --no-local OLD-FOLDER NEW-FOLDER`."
    assert heard(ask("list", at=harbour)) == told(
        5, "The settings of this repository (.git/config) can't be read.", hint
    )


def test_versions_that_were_tagged_by_hand_are_left_aside(ask: Ask, harbour: Path) -> None:
    shown = heard(ask("versions", NOTE, at=harbour)).out
    for name in (f"{NOTE}/light", "v1.0", f"{NOTE}/Odd_Name", f"{NOTE}/deep/name", "other/rev-1", "harbour-note-2/x"):
        git(harbour, "tag", name)
    git(harbour, "tag", "-a", "-m", "by hand \x1b]52;c;eA==\x07", f"{NOTE}/by-hand")
    git(harbour, "tag", "-a", "-m", "of a text", f"{NOTE}/blob", f"HEAD:{TEXT}")
    for verb in (*READING, ("list",), ("log",), ("check",)):
        assert heard(ask(*verb, at=harbour)).code == 0
    assert heard(ask("versions", NOTE, at=harbour)).out == shown
    answer = heard(ask("issue", NOTE, "Light", at=harbour))
    assert answer.code == 4
    assert "“harbour-note/light” exists already" in answer.err


def test_a_version_that_was_moved_by_hand_is_told(ask: Ask, harbour: Path) -> None:
    message = git(harbour, "tag", "--list", "--format=%(contents)", f"{NOTE}/rev-1")
    git(harbour, "tag", "-f", "-a", "-m", message, f"{NOTE}/rev-1", f"{NOTE}/zero-draft^{{commit}}")
    told_by_check = heard(ask("check", NOTE, at=harbour))
    assert told_by_check.code == 1
    assert "is not the one that was issued" in told_by_check.out
    assert "is not the one that was issued" in heard(ask("show", NOTE, at=harbour)).err


def test_two_programs_at_once_both_record(harbour: Path) -> None:
    from tests.cli.hardship import PROGRAM

    before = int(git(harbour, "rev-list", "--count", "HEAD"))
    said = [
        subprocess.Popen([*PROGRAM, "comment", NOTE, "2", "--from", "JPN", f"Words {count}."], cwd=harbour)
        for count in range(4)
    ]
    assert [each.wait() for each in said] == [0, 0, 0, 0]
    assert int(git(harbour, "rev-list", "--count", "HEAD")) == before + 4
    assert git(harbour, "status", "--porcelain") == ""


def test_the_other_declarations_go_on_while_one_is_half_written_by_another_program(ask: Ask, harbour: Path) -> None:
    with_another(harbour)
    (harbour / TEXT).write_text("")
    assert heard(ask("edit", NOTE, "2", "--with", "x", at=harbour)).code == 2
    others_go_on(ask, harbour)


def test_a_recorded_text_that_is_not_utf_8_is_read_as_far_as_it_can_be(ask: Ask, harbour: Path) -> None:
    text = harbour / TEXT
    good = text.read_bytes()
    text.write_bytes(good.replace(b"the pilots", b"the pilots of Caf\xe9"))
    git(harbour, "commit", "-qam", "by another program")
    message = git(harbour, "tag", "--list", "--format=%(contents)", f"{NOTE}/rev-1")
    git(harbour, "tag", "-a", "-m", message, f"{NOTE}/rev-2")
    text.write_bytes(good)
    for verb in (*READING, ("save", NOTE), ("show", NOTE, "--at", "rev-2")):
        assert heard(ask(*verb, at=harbour)).code == 0
    assert "[-of Caf�-]" in heard(ask("diff", NOTE, "rev-2", at=harbour)).out
