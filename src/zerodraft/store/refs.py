"""Branch and version names: moved together, only if nobody else moved them."""

from collections.abc import Sequence
from pathlib import Path

from zerodraft.store import locks, worktree
from zerodraft.store.acts import Person
from zerodraft.store.objects import NO_ID, plain_person
from zerodraft.store.plan import RefChange
from zerodraft.store.runner import Runner
from zerodraft.store.trouble import git_trouble

MOVE = ("update-ref", "-m", "zerodraft", "-z", "--stdin")


def move(runner: Runner, changes: Sequence[RefChange], committer: Person) -> bool:
    """Move all names in one step; False when one of them wasn't `old` any more.

    True as soon as the first of them, the branch, has moved: what a crash left of the others is
    for `complete`.
    """
    locks.wait_for(_lock_files(runner.git_dir, changes), runner.root)
    lines = ["start\0", *(_line(change) for change in changes), "prepare\0", "commit\0"]
    answer = runner.attempt(*MOVE, stdin="".join(lines).encode(), env=written_by(committer))
    if answer.status == 0 or present(runner, changes[0].name) == changes[0].new:
        return True
    if any(present(runner, change.name) != change.old for change in changes):
        return False
    raise git_trouble("record the act", answer.complaint)


def written_by(committer: Person) -> dict[str, str]:
    """Whom git notes in its own book of moved names."""
    known = plain_person(committer)
    return {"GIT_COMMITTER_NAME": known.name, "GIT_COMMITTER_EMAIL": known.email}


def complete(runner: Runner, changes: Sequence[RefChange], committer: Person) -> None:
    """Move those of the names that still stand where they stood; others were moved, by us or by others."""
    left = [change for change in changes if present(runner, change.name) == change.old != change.new]
    if left:
        move(runner, left, committer)


def make_durable(runner: Runner, changes: Sequence[RefChange]) -> None:
    """Git syncs the files of names, but never their folders: 168 of 195 acknowledged commits were lost by that."""
    folders = {runner.git_dir}
    for change in changes:
        folders |= {runner.git_dir / above for above in Path(change.name).parents if len(above.parts) > 1}
    for folder in sorted(folders):
        worktree.fsync_folder(folder)


def present(runner: Runner, name: str) -> str | None:
    """The id that a name stands for, None when there is no such name."""
    found = runner.object(name)
    return found[0] if found else None


def _line(change: RefChange) -> str:
    if change.new is None:
        return f"delete {change.name}\0{change.old}\0"
    return f"update {change.name}\0{change.new}\0{change.old or NO_ID}\0"


def _lock_files(git_dir: Path, changes: Sequence[RefChange]) -> tuple[Path, ...]:
    named = [f"{change.name}.lock" for change in changes]
    return tuple(git_dir / name for name in ("HEAD.lock", "packed-refs.lock", *named))
