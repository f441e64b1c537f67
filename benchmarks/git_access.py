"""How long the store takes beside the git command line, on one history of 2,000 acts, 500 versions and a text of 40 kB.

`python benchmarks/git_access.py`, `--quick` for fewer rounds. Both sides take turns; the figure is the
ratio of the medians. To be held: each at most 1.5.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from zerodraft.store.acts import Act, Person, Write
from zerodraft.store.workspace import Workspace

ACTS, VERSIONS, PARAGRAPHS = 2000, 500, 200
TEXT = "declarations/bali-message/text.md"
START = 1_635_843_600  # 2 November 2021, 09:00 UTC
PARAGRAPH = (
    "We reaffirm our commitment to cooperation in digital diplomacy, and we agree to share what we have learned. "
)
ANA = Person("Ana Drafter", "ana@example.org")
FIELDS = "%H%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B"
TAG_FIELDS = "%(refname)%00%(objectname)%00%(*objectname)%00%(taggername)%00%(taggerdate:iso-strict)%00%(contents)"


@dataclass(frozen=True)
class Rival:
    """One task, as the store does it and as the command line does."""

    task: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    rounds: int


def main() -> None:
    rounds = 5 if "--quick" in sys.argv else 15
    with tempfile.TemporaryDirectory(prefix="zerodraft-bench-") as folder:
        plain_surroundings(Path(folder))
        ours, theirs = Path(folder) / "ours", Path(folder) / "theirs"
        for root in (ours, theirs):
            make_history(root)
        with Workspace.find(ours) as workspace:
            for rival in rivals(workspace, theirs, rounds):
                compare(rival)


def rivals(workspace: Workspace, other: Path, rounds: int) -> Iterator[Rival]:
    root = workspace.root
    versions = workspace.tags()
    names = "".join(f"{tag.tag_id}:{TEXT}\n" for tag in versions).encode()

    def ask_tags() -> None:
        git(root, "for-each-ref", f"--format={TAG_FIELDS}", "refs/tags")
        git(root, "rev-list", "--topo-order", "--glob=refs/tags/*")

    yield Rival(f"{VERSIONS} versions in the graph's order", workspace.tags, ask_tags, rounds)
    log = ("log", "-z", "--topo-order", "--name-only", f"--format={FIELDS}", "HEAD")
    yield Rival(f"log of {ACTS} acts", workspace.log, lambda: git(root, *log), rounds)
    texts = ("log", "-z", "--topo-order", "--raw", "--no-abbrev", "--format=%H", "HEAD", "--", TEXT)
    yield Rival("every state of a text", lambda: workspace.texts("bali-message"), lambda: git(root, *texts), rounds)
    yield Rival(
        f"{VERSIONS} old texts",
        lambda: [workspace.blob_at(tag.tag_id, TEXT) for tag in versions],
        lambda: git(root, "cat-file", "--batch", stdin=names),
        rounds,
    )
    yield Rival("one act, as durable", saver(workspace), committer(other, "-c", "core.fsync=all"), 2 * rounds)
    yield Rival("one act, git's default", saver(workspace), committer(other), 2 * rounds)


def compare(rival: Rival) -> None:
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(rival.rounds + 1):
        for name, work in (("ours", rival.ours), ("theirs", rival.theirs)):
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    ours, theirs = (statistics.median(each[1:]) * 1000 for each in times.values())
    print(f"{rival.task:36} {ours:8.1f} ms   git {theirs:8.1f} ms   ratio {ours / theirs:5.2f}", flush=True)


def saver(workspace: Workspace) -> Callable[[], object]:
    """Records another state of the text, each time it is called."""
    date = datetime.fromtimestamp(START, UTC) + timedelta(days=100)

    def save() -> str:
        content = text(time.perf_counter_ns())
        write = Write(TEXT, content, workspace.blob_id(TEXT))
        return workspace.record(Act("Save the text\n\nAct: save\n", ANA, ANA, date, (write,)))

    return save


def committer(root: Path, *settings: str) -> Callable[[], object]:
    """The same with `git add` and `git commit`."""

    def commit() -> None:
        (root / TEXT).write_bytes(text(time.perf_counter_ns()))
        git(root, *settings, "add", TEXT)
        git(root, *settings, "commit", "-q", "-m", "Save the text\n\nAct: save", "--author=Ana <ana@example.org>")

    return commit


def make_history(root: Path) -> None:
    """2,000 commits, each with another paragraph changed; after every fourth a version."""
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    git(root, "fast-import", "--quiet", stdin=b"".join(history()))
    git(root, "reset", "-q", "--hard")


def history() -> Iterator[bytes]:
    for number in range(ACTS):
        who = f"Ana Drafter <ana@example.org> {START + number * 60} +0000\n".encode()
        message = f"Save the text, {number}\n\nAct: save\nDeclaration: bali-message\n".encode()
        yield b"commit refs/heads/main\nauthor " + who + b"committer " + who + data(message)
        yield b"M 100644 inline " + TEXT.encode() + b"\n" + data(text(number))
        if number % (ACTS // VERSIONS) == 0:
            tag = f"tag bali-message/rev-{number}\nfrom refs/heads/main\n".encode()
            yield tag + b"tagger " + who + data(b"Designation: Rev.\n")


def text(number: int) -> bytes:
    """A text of 200 paragraphs of which one, by turns, carries the number."""
    lines = [PARAGRAPH + PARAGRAPH] * PARAGRAPHS
    lines[number % PARAGRAPHS] += str(number)
    return ("\n\n".join(lines) + "\n").encode()


def data(content: bytes) -> bytes:
    return f"data {len(content)}\n".encode() + content + b"\n"


def plain_surroundings(folder: Path) -> None:
    """No settings of whoever runs this, on either side."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    os.environ["HOME"] = str(folder)
    (folder / ".gitconfig").write_text("[user]\n\tname = Ana Drafter\n\temail = ana@example.org\n[gc]\n\tauto = 0\n")


def git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, input=stdin, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main()
