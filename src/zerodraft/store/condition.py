"""Whether the repository is in a state where acts can be recorded, and whether its history is whole."""

import os
import re
from pathlib import Path

from zerodraft.errors import WorkspaceUnusable

# Passed to git by a pipe only; still, a name that starts like an option or hides characters is a trap for others.
_BRANCH = re.compile(r"\w[\w./+#@=,-]*")
_UNFINISHED = {
    "MERGE_HEAD": ("A merge", "git merge --abort"),
    "CHERRY_PICK_HEAD": ("A cherry-pick", "git cherry-pick --abort"),
    "REVERT_HEAD": ("A revert", "git revert --abort"),
    "rebase-merge": ("A rebase", "git rebase --abort"),
    "rebase-apply": ("A rebase", "git rebase --abort"),
    "sequencer": ("A series of commits", "git cherry-pick --abort"),
    "BISECT_LOG": ("A bisection", "git bisect reset"),
}


def branch(git_dir: Path) -> str:
    """The full name of the branch that acts go to; refuses when there is none, or an unfinished git command."""
    for name, (what, way_out) in _UNFINISHED.items():
        if os.path.lexists(git_dir / name):
            raise WorkspaceUnusable(
                f"{what} was begun with git and is not finished; nothing can be recorded in between.",
                f"Finish it, or give it up with `{way_out}`.",
            )
    content = (git_dir / "HEAD").read_text("utf-8", "replace").rstrip("\n")
    prefix = "ref: refs/heads/"
    if not content.startswith(prefix):
        raise WorkspaceUnusable(
            "The workspace stands on an old state, not on a branch; what is recorded there would be lost.",
            f"Go back with `git switch {_way_back(git_dir)}`.",
        )
    name = content.removeprefix(prefix)
    if not _BRANCH.fullmatch(name):
        raise WorkspaceUnusable(
            f"The branch of this workspace has a name that can't be used safely: {name!a}.",
            "Rename it with `git branch -m main`.",
        )
    return f"refs/heads/{name}"


def _way_back(git_dir: Path) -> str:
    """The branch to go back to: `main` where there is one, else the first by name."""
    heads = git_dir / "refs" / "heads"
    known = {path.relative_to(heads).as_posix() for path in heads.rglob("*") if path.is_file()}
    packed = git_dir / "packed-refs"
    if packed.is_file():
        known |= set(re.findall(r" refs/heads/(\S+)$", packed.read_text("utf-8", "replace"), re.MULTILINE))
    named = sorted(name for name in known if _BRANCH.fullmatch(name))
    return "main" if "main" in named or not named else named[0]


def has_commits(git_dir: Path) -> bool:
    """Whether the branch has been written to, readable or not."""
    content = (git_dir / "HEAD").read_text("utf-8", "replace").rstrip("\n")
    name = content.removeprefix("ref: ")
    packed = git_dir / "packed-refs"
    in_packed = packed.is_file() and f" {name}\n".encode() in packed.read_bytes()
    return name == content or in_packed or (git_dir / name).is_file()


def require_whole_history(git_dir: Path) -> None:
    """Refuse to answer from a clone that was made without its past, instead of answering wrongly."""
    if (git_dir / "shallow").exists():
        raise WorkspaceUnusable(
            "The history of this workspace is incomplete: it was copied without its past.",
            "Fetch the rest with `git fetch --unshallow`.",
        )
