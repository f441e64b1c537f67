"""How often a proposal is put into a paragraph that was changed since without a flag though it is wrong, beside peers.

    python benchmarks/rebase.py [--quick]

A case is a paragraph (or several), and two sides' changes to it: phrases replaced, put in, taken out, put in brackets;
paragraphs divided and joined. It is known which words each side took out and put in, so it is known whether the two
collide, and if not what the text must be. Wrong without a flag: called clean (by a peer: merged without a conflict)
and another text, or clean though the two collide. Then 5,000 proposals on the table, and one decision more.

Peers: `git merge-file` with a word on each line, and `patch_apply` of diff-match-patch.
"""

import argparse
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from rebase_cases import Bench, Case, applied, paragraphs
from rebase_table import tables
from zerodraft.cli.main import collect_rarely
from zerodraft.core.comparison.rebase import Outcome, Since, rebased
from zerodraft.core.comparison.rebase_edits import passage
from zerodraft.core.text.words import words


class Sides(NamedTuple):
    base: list[str]
    ours: list[str]
    theirs: list[str]

    @classmethod
    def of(cls, case: Case) -> "Sides":
        return cls(*(paragraphs(applied(case.base, hunks)) for hunks in ((), case.ours, case.theirs)))


def ours(sides: Sides) -> tuple[str, list[str]]:
    """The outcome, and the words offered."""
    found = rebased(Since.of(sides.base, sides.ours), passage(*sides.theirs))
    return found.outcome.value, words(found.words)


def by_git(sides: Sides, folder: Path) -> tuple[str, list[str]]:
    files = []
    for name, side in zip(("base", "ours", "theirs"), sides, strict=True):
        files.append(folder / name)
        files[-1].write_text("".join(f"{word}\n" for word in words("\n".join(side))), encoding="utf-8")
    command = ["git", "merge-file", "-p", str(files[1]), str(files[0]), str(files[2])]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return ("conflict" if run.returncode else "clean"), run.stdout.split()


def by_patch(sides: Sides, library: diff_match_patch) -> tuple[str, list[str]]:
    base, now, proposed = ("\n".join(side) for side in sides)
    text, done = library.patch_apply(library.patch_make(base, proposed), now)
    return ("clean" if all(done) else "conflict"), words(text)


def is_wrong(case: Case, sides: Sides, outcome: str, found: list[str]) -> bool:
    """Wrong without a flag."""
    if outcome == Outcome.ALREADY_IN.value:
        return {*case.theirs} - {*case.ours} != set() and words("\n".join(sides.ours)) != _wanted(case)
    if outcome != Outcome.CLEAN.value:
        return False
    return found != _wanted(case) or case.collides()


def _wanted(case: Case) -> list[str]:
    return words("\n".join(paragraphs(case.merged()))) if not case.collides() else []


def measure(count: int, peers: int) -> None:
    bench = Bench(7)
    outcomes: dict[str, Counter[str]] = {}
    wrong: Counter[str] = Counter()
    wrong_of: dict[str, Counter[str]] = {"git": Counter(), "patch_apply": Counter()}
    taken: Counter[str] = Counter()
    library = diff_match_patch()
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            case = bench.case()
            sides = Sides.of(case)
            start = time.perf_counter()
            outcome, found = ours(sides)
            taken["ours"] += round(1e9 * (time.perf_counter() - start))
            outcomes.setdefault(case.kind, Counter())[outcome] += 1
            if is_wrong(case, sides, outcome, found):
                wrong[case.kind] += 1
                print("    wrong:", case.kind, sides, found)
            if number < peers:
                _let_peers(case, sides, (library, Path(name)), (wrong_of, taken))
    _print(outcomes, wrong, wrong_of, peers)
    each = {who: nanoseconds / (count if who == "ours" else peers) / 1e6 for who, nanoseconds in taken.items()}
    print(
        f"a case: ours {each['ours']:.2f} ms; git merge-file {each['git'] / each['ours']:.0f}×, "
        f"patch_apply {each['patch_apply'] / each['ours']:.1f}×"
    )


def _let_peers(
    case: Case,
    sides: Sides,
    tools: tuple[diff_match_patch, Path],
    into: tuple[dict[str, Counter[str]], Counter[str]],
) -> None:
    wrong_of, taken = into
    for name, call in (("git", lambda: by_git(sides, tools[1])), ("patch_apply", lambda: by_patch(sides, tools[0]))):
        start = time.perf_counter()
        outcome, found = call()
        taken[name] += round(1e9 * (time.perf_counter() - start))
        wrong_of[name]["cases " + case.kind] += 1
        wrong_of[name][case.kind] += is_wrong(case, sides, outcome, found)


def _print(
    outcomes: dict[str, Counter[str]], wrong: Counter[str], wrong_of: dict[str, Counter[str]], peers: int
) -> None:
    print(f"wrong without a flag; peers on the first {peers} cases")
    for kind, counted in outcomes.items():
        told = ", ".join(f"{name} {100 * times / counted.total():.0f} %" for name, times in counted.most_common())
        silent = ", ".join(
            f"{name} {100 * each[kind] / max(1, each['cases ' + kind]):.1f} %" for name, each in wrong_of.items()
        )
        print(f"    {kind:>26}: ours {wrong[kind]} of {counted.total()} ({told}); {silent}")
    print(f"all: {wrong.total()} of {sum(each.total() for each in outcomes.values())} wrong without a flag")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10,000 cases instead of 100,000")
    quick = parser.parse_args().quick
    collect_rarely()
    measure(10_000 if quick else 100_000, 300 if quick else 2_000)
    tables(10_000 if quick else 50_000, 1_000 if quick else 5_000)


if __name__ == "__main__":
    main()
