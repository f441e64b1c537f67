"""The drafter's own index: looked at before an act, brought along after it, never used for a commit."""

from collections.abc import Iterable, Mapping

from zerodraft.errors import WorkspaceUnusable
from zerodraft.store import locks
from zerodraft.store.acts import Write
from zerodraft.store.objects import blob_id_of
from zerodraft.store.runner import Runner
from zerodraft.store.trees import FILE, Entry

_NO_ID = "0" * 40
_ABSENT = Entry(FILE, "")


def staged(runner: Runner, paths: Iterable[str]) -> dict[str, Entry]:
    """What the index holds below the folders of these paths. Refuses unmerged entries."""
    folders = sorted({path.rpartition("/")[0] for path in paths})
    if not folders:
        return {}
    listed = runner.ask("look at what is staged", "ls-files", "-z", "--stage", "--", *folders)
    found = {}
    for line in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        known, _, path = line.partition("\t")
        mode, blob, stage = known.split(" ")
        if stage != "0":
            raise WorkspaceUnusable(
                f"A merge with git left “{path}” undecided.", "Decide it and `git add` it, or `git merge --abort`."
            )
        found[path] = Entry(mode, blob)
    return found


def bring_along(runner: Runner, before: Mapping[str, Entry], writes: Iterable[Write]) -> None:
    """Let the index hold what the act recorded, except where the drafter had staged something else."""
    lines = []
    for write in writes:
        entry = before.get(write.path, _ABSENT)
        if entry.id == (write.seen or ""):
            lines.append(_line(write, entry.mode))
    if not lines:
        return
    locks.wait_for((runner.git_dir / "index.lock",), runner.root)
    runner.ask("note what was recorded", "update-index", "-z", "--index-info", stdin="".join(lines).encode())


def _line(write: Write, mode: str) -> str:
    """What `--index-info` takes; mode 0 removes."""
    if write.content is None:
        return f"0 {_NO_ID}\t{write.path}\0"
    return f"{mode} {blob_id_of(write.content)}\t{write.path}\0"
