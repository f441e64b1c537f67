"""How long a redline takes and how much it marks, beside its peers in the same run.

    python benchmarks/redline.py [--quick]

Ours is text in, redline out, in process: both texts are read anew in each round, nothing is
remembered from one round to the next but compiled patterns, and garbage is collected as rarely as
the program does it. Git is the whole process of
`git diff --no-index --word-diff`. Peers take turns, the figure is the median, and a ratio is the
peer's time divided by ours: above 1 it is slower. `redlines` (PyPI) is left out when not installed.
"""

import argparse
import difflib
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from edits import Room, Text, Truth, printed
from zerodraft.cli.main import collect_rarely
from zerodraft.core.comparison.changes import Comparison, Fate, Op
from zerodraft.core.comparison.common_sequence import common_length
from zerodraft.core.comparison.compare import compare, figures
from zerodraft.core.text import pieces
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import word_spans, words

CASES = ((0.01, 0.0), (0.05, 0.0), (0.30, 0.0), (0.05, 0.30))
WORD = r"[[:alnum:]]+([-'.,][[:alnum:]]+)*|[^[:space:]]"


def ours(old: str, new: str) -> Comparison:
    pieces._folded.cache_clear()  # the second text may profit from the first, not a round from the one before
    return compare(read_draft(old), read_draft(new))


def git(old: str, new: str, folder: Path) -> None:
    (folder / "old.md").write_text(old, encoding="utf-8")
    (folder / "new.md").write_text(new, encoding="utf-8")


def git_word_diff(folder: Path) -> str:
    command = [
        "git",
        "diff",
        "--no-index",
        "--no-color",
        "--word-diff=porcelain",
        f"--word-diff-regex={WORD}",
        "old.md",
        "new.md",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def marked_by_git(output: str) -> int:
    changed = [line[1:] for line in output.splitlines()[5:] if line[:1] in "+-" and line[:1]]
    return sum(len(words(line)) for line in changed)


def redlines(old: str, new: str) -> object:
    from redlines import Redlines

    return Redlines(old, new).output_markdown


def difference(old: str, new: str) -> object:
    return difflib.SequenceMatcher(None, old.split(), new.split()).get_opcodes()


def timed(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Median milliseconds of each call; they take turns, so that a busy moment meets them all."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for mine, call in zip(taken, calls, strict=True):
            start = time.perf_counter()
            call()
            mine.append(1000 * (time.perf_counter() - start))
    return [median(mine) for mine in taken]


def minimum(old: str, new: str) -> int:
    first, second = words(old), words(new)
    return len(first) + len(second) - 2 * common_length(first, second)


def words_cut(comparison: Comparison) -> int:
    """Run borders that fall inside a word of their own text."""
    cut = 0
    for change in comparison.changes:
        for hidden in (Op.INSERTED, Op.DELETED):
            shown = [run.text for run in change.runs if run.op is not hidden]
            inside = {place for start, end in word_spans("".join(shown)) for place in range(start + 1, end)}
            place = 0
            for text in shown:
                place += len(text)
                cut += place in inside
    return cut


def lineage(comparison: Comparison, truth: Truth) -> str:
    came_from = {new: list(change.pair.old) for change in comparison.changes for new in change.pair.new}
    right = sum(came_from[new] == source for new, source in enumerate(truth.sources))
    wrong = sum(bool(set(came_from[new]) - set(source)) for new, source in enumerate(truth.sources))
    parts = [f"paired rightly {100 * right / len(truth.sources):.2f} % (in a wrong pair: {wrong})"]
    for fate, sought in ((Fate.MOVED, truth.moved), (Fate.SPLIT, truth.split), (Fate.JOINED, truth.joined)):
        found = {change.pair.old[0] for change in comparison.changes if change.pair.fate is fate}
        parts.append(f"{fate.value} {len(found & sought)}/{len(sought)}")
    return ", ".join(parts)


def measure(size: int, rate: float, structure: float, quick: bool) -> None:
    room = Room(11)
    text = room.text(size)
    edited, _ = room.edited(text, rate, structure)
    old, new = printed(text), printed(edited)
    ours(old, new)
    rounds = 3 if quick else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        git(old, new, folder)
        mine, gits = timed(rounds, lambda: ours(old, new), lambda: git_word_diff(folder))
        by_git = marked_by_git(git_word_diff(folder))
    comparison = ours(old, new)
    counted = figures(comparison.changes)
    marked, least = counted.words_inserted + counted.words_deleted, minimum(old, new)
    print(
        f"{size:>6} words, {100 * rate:.0f} % edited, {100 * structure:.0f} % restructured: {mine:6.1f} ms = {mine / gits:.2f} × git ({gits:.1f} ms); "
        f"marked {marked / least:.2f} of the least possible (git {by_git / least:.2f}), words cut {words_cut(comparison)}"
    )


def slow_peers(size: int, rate: float) -> None:
    """The peers that take seconds: one round."""
    room = Room(11)
    text = room.text(size)
    old, new = printed(text), printed(room.edited(text, rate)[0])
    calls: list[Callable[[], object]] = [lambda: ours(old, new), lambda: difference(old, new)]
    names = ["difflib"]
    if importlib.util.find_spec("redlines"):
        calls.append(lambda: redlines(old, new))
        names.append("redlines")
    mine, *others = timed(1, *calls)
    ratios = ", ".join(
        f"{name} {taken / mine:.0f}× ({taken:.0f} ms)" for name, taken in zip(names, others, strict=True)
    )
    print(f"{size:>6} words, {100 * rate:.0f} % edited, one round: ours {mine:.1f} ms; slower: {ratios}")


def renumbered() -> None:
    text = Room(3).text(10_000)
    inserted: Text = [*text[:5], Room(4).paragraph(), *text[5:]]
    comparison = ours(printed(text), printed(inserted))
    fresh = len(words(" ".join(word.text for word in inserted[5])))
    counted = figures(comparison.changes)
    print(
        f"one paragraph of {fresh} words inserted near the top of {len(text)} numbered ones: "
        f"{counted.words_inserted + counted.words_deleted} words marked, {counted.paragraphs_changed} paragraph changed"
    )


def pairing(quick: bool) -> None:
    for formulaic in (False, True):
        for rate, structure in ((0.05, 0.10), (0.30, 0.10), (0.30, 0.30)):
            room = Room(21, formulaic)
            text = room.text(10_000 if quick else 50_000)
            edited, truth = room.edited(text, rate, structure)
            comparison = ours(printed(text, numbered=False), printed(edited, numbered=False))
            register = "formulaic" if formulaic else "open"
            print(
                f"{register:>9} text, {100 * rate:.0f} % edited, {100 * structure:.0f} % restructured: {lineage(comparison, truth)}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="up to 10,000 words, three rounds")
    quick = parser.parse_args().quick
    collect_rarely()
    print(
        f"Python {sys.version.split()[0]}, {subprocess.run(['git', 'version'], capture_output=True, text=True, check=True).stdout.strip()}"
    )
    for size in (1_000, 10_000) if quick else (1_000, 10_000, 50_000):
        for rate, structure in CASES:
            measure(size, rate, structure, quick)
    slow_peers(10_000, 0.05)
    if not quick:
        slow_peers(50_000, 0.01)
    renumbered()
    pairing(quick)


if __name__ == "__main__":
    main()
