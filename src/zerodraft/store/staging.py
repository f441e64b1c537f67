"""The drafter's own index: looked at before an act, brought along after it, never used for a commit."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from zerodraft.errors import WorkspaceUnusable
from zerodraft.store import locks
from zerodraft.store.acts import Write
from zerodraft.store.layout import DECLARATIONS
from zerodraft.store.objects import NO_ID, blob_id_of
from zerodraft.store.runner import Runner
from zerodraft.store.trees import FILE, Entry

_PATIENCE = 1.0  # seconds; an index is written in a few milliseconds
_ABSENT = Entry(FILE, "")


def staged(runner: Runner, paths: Iterable[str]) -> dict[str, Entry]:
    """What the index holds below the folders of these paths. Refuses unmerged entries."""
    listed = runner.ask("look at what is staged", *listing(paths))
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


def listing(paths: Iterable[str]) -> tuple[str, ...]:
    """The command that lists the entries in the folders of these paths; without paths, of all declarations."""
    folders = {path.rpartition("/")[0] for path in paths} or {DECLARATIONS}
    return ("ls-files", "-z", "--stage", "--", *sorted(folders))


@contextmanager
def brought_along(runner: Runner, before: Mapping[str, Entry], writes: Iterable[Write]) -> Iterator[bool]:
    """While the block runs, let the index take what the act recorded, where nothing else had been staged.

    Gives False when a git at work (a commit whose message is being written) holds the index: later, then.
    """
    lines = []
    for write in writes:
        entry = before.get(write.path, _ABSENT)
        if entry.id == (write.seen or ""):
            lines.append(_line(write, entry.mode))
    if not lines:
        yield True
    elif not locks.let_go((runner.git_dir / "index.lock",), runner.root, patience=_PATIENCE):
        yield False
    else:
        noting = runner.begin("update-index", "-z", "--index-info", stdin="".join(lines).encode())
        try:
            yield True
        finally:
            runner.finished("note what was recorded", noting)


def _line(write: Write, mode: str) -> str:
    """What `--index-info` takes; mode 0 removes."""
    if write.content is None:
        return f"0 {NO_ID}\t{write.path}\0"
    return f"{mode} {blob_id_of(write.content)}\t{write.path}\0"
