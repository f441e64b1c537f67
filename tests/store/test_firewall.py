"""A repository that came from outside never runs a program, and is refused with the reason."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from tests.store.drafting_room import TEXT, DraftingRoom

from zerodraft.errors import Refusal, WorkspaceUnusable
from zerodraft.store.workspace import Workspace

PROGRAMS = [
    "core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy",
    "core.hooksPath", "core.attributesFile", "core.excludesFile", "core.worktree", "core.alternateRefsCommand",
    "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "diff.evil.command",
    "diff.external", "merge.evil.driver", "mergetool.evil.cmd", "difftool.evil.cmd", "credential.helper",
    "gpg.program", "gpg.ssh.program", "gpg.ssh.allowedSignersFile", "alias.log", "sequence.editor",
    "interactive.diffFilter", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "remote.origin.receivepack",
    "remote.origin.vcs", "protocol.ext.allow", "protocol.allow", "url.evil.insteadOf", "url.evil.pushInsteadOf",
    "include.path", "includeIf.gitdir:/.path", "submodule.x.update", "http.proxy", "http.sslVerify",
    "gc.recentObjectsHook", "init.templateDir", "receive.procReceiveRefs", "trailer.evil.command", "man.evil.cmd",
    "browser.evil.cmd", "guitool.evil.cmd", "sendemail.smtpServer", "pager.log", "fetch.bundleURI",
    "extensions.partialClone", "extensions.worktreeConfig", "extensions.refStorage", "tar.evil.command",
]  # fmt: skip
HARMLESS = {
    "branch.main.remote": "origin",
    "branch.main.merge": "refs/heads/main",
    "branch.main.rebase": "true",
    "branch.main.vscode-merge-base": "origin/main",
    "remote.origin.url": "https://example.org/x.git",
    "remote.origin.fetch": "+refs/heads/*:refs/remotes/origin/*",
    "remote.origin.pushurl": "ssh://git@[::1]/x.git",
    "remote.origin.gh-resolved": "base",
    "user.name": "Ana",
    "user.email": "ana@example.org",
    "user.signingKey": "ABC",
    "color.ui": "auto",
    "gui.wmstate": "normal",
    "gui.geometry": "887x427",
    "lfs.repositoryformatversion": "0",
    "core.autocrlf": "input",
    "core.ignorecase": "true",
    "core.fsmonitor": "true",
    "core.commentChar": ";",
    "pull.rebase": "false",
    "push.default": "simple",
    "merge.conflictStyle": "diff3",
    "diff.algorithm": "histogram",
    "commit.gpgSign": "true",
    "submodule.lib.url": "https://example.org/lib.git",
    "submodule.active": ".",
    "http.https://github.com/.extraheader": "AUTHORIZATION: basic x",
    "gc.auto": "0",
    "init.defaultBranch": "main",
    "advice.detachedHead": "false",
    "maintenance.strategy": "incremental",
}


def test_a_setting_that_could_run_a_program_is_refused_by_its_name(room: DraftingRoom, tmp_path: Path) -> None:
    room.save("text\n")
    plain = (room.root / ".git" / "config").read_text()
    for key in PROGRAMS:
        room.git("config", key, payload(tmp_path))
        with pytest.raises(WorkspaceUnusable) as refused:
            Workspace.find(room.root)
        assert key.lower() in refused.value.message.lower()
        (room.root / ".git" / "config").write_text(plain)
    assert not (tmp_path / "ran").exists()


def test_a_setting_made_while_the_workspace_is_open_is_refused_by_the_next_act(
    room: DraftingRoom, tmp_path: Path
) -> None:
    room.save("text\n")
    (room.root / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n")
    write = room.write("text 2\n")
    plain = (room.root / ".git" / "config").read_text()
    for key in PROGRAMS:
        room.git("config", key, payload(tmp_path))
        with pytest.raises(WorkspaceUnusable):
            room.workspace.record(room.act("x", write))
        use_everything(room)
        (room.root / ".git" / "config").write_text(plain)
    assert not (tmp_path / "ran").exists()


def test_hooks_attributes_and_programs_of_the_user_are_never_run(
    room: DraftingRoom, tmp_path: Path, home: Path
) -> None:
    command = payload(tmp_path)
    (room.root / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n")
    hooks = room.root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in (
        "pre-commit",
        "commit-msg",
        "post-commit",
        "reference-transaction",
        "post-index-change",
        "pre-auto-gc",
    ):
        os.symlink(command, hooks / hook)
    for key in ("filter.evil.clean", "diff.evil.textconv", "core.fsmonitor", "core.pager", "gpg.program", "alias.log"):
        subprocess.run(["git", "config", "--file", str(home / ".gitconfig"), key, command], check=True)
    room.reopened()
    room.save("text\n")
    room.save("text 2\n")
    use_everything(room)
    assert not (tmp_path / "ran").exists()


def test_the_settings_of_ordinary_checkouts_are_harmless(room: DraftingRoom) -> None:
    for key, value in HARMLESS.items():
        room.git("config", key, value)
    room.reopened()
    room.save("text\n")
    assert room.workspace.drafter().name == "Ana"


def test_an_address_that_runs_a_program_is_refused(room: DraftingRoom) -> None:
    room.git("config", "remote.x.url", "ext::sh -c true")
    with pytest.raises(WorkspaceUnusable, match=r"remote\.x\.url"):
        Workspace.find(room.root)


@pytest.mark.parametrize(
    "name", ["info/attributes", "info/grafts", "objects/info/alternates", "config.worktree", "commondir"]
)
def test_files_that_change_what_is_read_are_refused(room: DraftingRoom, name: str) -> None:
    (room.root / ".git" / name).parent.mkdir(exist_ok=True)
    (room.root / ".git" / name).write_text("x\n")
    with pytest.raises(WorkspaceUnusable, match=name):
        Workspace.find(room.root)


@pytest.mark.parametrize("packed", [False, True])
def test_replaced_history_is_refused(room: DraftingRoom, packed: bool) -> None:
    old, new = room.save("one\n"), room.save("two\n")
    room.git("replace", new, old)
    if packed:
        room.git("pack-refs", "--all")
    with pytest.raises(WorkspaceUnusable, match="altered history"):
        Workspace.find(room.root)


@pytest.mark.parametrize("name", ["HEAD", "config", "objects", "refs", "refs/heads", "zerodraft"])
def test_links_inside_the_repository_are_refused(room: DraftingRoom, tmp_path: Path, name: str) -> None:
    room.save("text\n")
    place = room.root / ".git" / name
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WorkspaceUnusable, match="is a link"):
        Workspace.find(room.root)


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_repository_that_stands_elsewhere_is_refused(room: DraftingRoom, tmp_path: Path, kind: str) -> None:
    (room.root / ".git").rename(tmp_path / "elsewhere")
    if kind == "link":
        (room.root / ".git").symlink_to(tmp_path / "elsewhere")
    else:
        (room.root / ".git").write_text(f"gitdir: {tmp_path / 'elsewhere'}\n")
    with pytest.raises(WorkspaceUnusable, match="leads to another place"):
        Workspace.find(room.root)


def test_a_repository_with_other_ids_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "--object-format=sha256", str(tmp_path / "x")], check=True)
    (tmp_path / "x" / "declarations").mkdir()
    with pytest.raises(WorkspaceUnusable, match="SHA-1"):
        Workspace.find(tmp_path / "x")


def test_settings_that_git_can_not_read_are_refused(room: DraftingRoom) -> None:
    (room.root / ".git" / "config").write_text("[core\n")
    with pytest.raises(WorkspaceUnusable, match=r"\.git/config"):
        Workspace.find(room.root)


def payload(tmp_path: Path) -> str:
    """A program that leaves a mark when it is run."""
    program = tmp_path / "payload"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\nexit 1\n")
    program.chmod(0o755)
    return str(program)


def use_everything(room: DraftingRoom) -> None:
    workspace = room.workspace
    asked = (workspace.log, workspace.tags, workspace.dirty, workspace.slugs, workspace.drafter)
    for ask in (*asked, lambda: workspace.texts("bali-message"), lambda: workspace.blob_at(workspace.head or "", TEXT)):
        with suppress(Refusal):
            ask()
