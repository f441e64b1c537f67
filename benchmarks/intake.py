"""What comes back from delegations: is each paragraph of the file found in the version?

    python benchmarks/intake.py [--quick]

A version of 20 to 120 paragraphs, its words those of the sample declarations or of an invented vocabulary; a file that
is compared with it, with other quotes and spaces, numbers automatic, typed or missing, and 0 to 30 edits that nobody
marked: reworded, inserted, deleted, moved, split, joined, lists made of paragraphs. Half of the files are edited twice
as much. A paragraph is right when all paragraphs of the file that hold its words are found and no other.
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.intake.returning import AUTOMATIC, NONE, TYPED, Editor, Unit, Units, Words, printed, returned, with_sources  # noqa: E402

from edits import Room  # noqa: E402
from zerodraft.core.text.draft import Kind  # noqa: E402
from zerodraft.core.text.parse import read_draft  # noqa: E402
from zerodraft.intake.matching import Match, match  # noqa: E402
from zerodraft.intake.views import base  # noqa: E402

TEXT_ID = "5a" * 20
DECLARATIONS = sorted((ROOT / "declarations").glob("*/text.md"))
SORTS = {Kind.TITLE: "#", Kind.HEADING: "#", Kind.OPERATIVE: "1", Kind.SUB: "a"}


class Writer:
    """Paragraphs and phrases; the same seed, the same words."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.room = Room(seed)

    def write(self, count: int) -> Words:
        found: list[str] = []
        while len(found) < count:
            found += [word.text for word in self.room.paragraph()]
        return tuple(found[:count])

    def invented(self) -> Units:
        sorts = ["#"] + [self.chance.choice("111aaa#_").replace("_", "") for _ in range(self.chance.randint(20, 110))]
        units = [Unit(sort, self.write(self.chance.randint(2, 7) if sort == "#" else self.length())) for sort in sorts]
        return with_sources([*units, *(Unit("^", self.write(12)) for _ in range(self.chance.randint(0, 3)))])

    def length(self) -> int:
        return self.chance.choice((4, 8, 14, 25, 40, 60, 90))

    def real(self) -> Units:
        draft = read_draft(self.chance.choice(DECLARATIONS).read_text(encoding="utf-8"))
        return with_sources(
            [Unit(SORTS.get(each.kind, ""), tuple(each.text.replace("*", "").split())) for each in draft.paragraphs]
        )


def verdicts(file: Units, found: tuple[Match, ...], size: int) -> Counter[str]:
    """For each paragraph of the version: right, missed (nothing found), part (not all pieces found), wrong."""
    truth: dict[int, set[int]] = {ordinal: set() for ordinal in range(size)}
    for index, unit in enumerate(file):
        for source in unit.sources:
            truth[source].add(index)
    told: dict[int, set[int]] = {ordinal: set() for ordinal in range(size)}
    sure: dict[int, bool] = {}
    for each in found:
        for ordinal in each.version:
            told[ordinal] |= set(each.file)
            sure[ordinal] = each.is_sure
    counted: Counter[str] = Counter()
    for ordinal in range(size):
        verdict = "right"
        if told[ordinal] - truth[ordinal]:
            verdict = "wrong"
        elif truth[ordinal] and not told[ordinal]:
            verdict = "missed"
        elif truth[ordinal] != told[ordinal]:
            verdict = "part"
        counted[verdict] += 1
        if told[ordinal]:
            counted[f"{verdict}, {'sure' if sure[ordinal] else 'asked'}"] += 1
    return counted


def trial(seed: int, named: bool, most: int = 15) -> tuple[Counter[str], float]:
    writer = Writer(seed)
    chance = writer.chance
    version = writer.real() if seed % 2 else writer.invented()
    numbered = chance.random() < 0.5
    draft = read_draft(printed(version, numbered=numbered))
    assert len(draft.paragraphs) == len(version), seed
    edits = chance.randint(0, most) * (2 if seed % 4 > 1 else 1)
    file = Editor(chance, writer.write).edited(version, edits)
    marked = returned(file, chance, chance.choice((AUTOMATIC, TYPED, NONE)), TEXT_ID if named else "")
    order = sorted(range(len(file)), key=lambda index: file[index].sort == "^")
    view = base(marked)
    start = time.process_time()
    found = match(view, draft, TEXT_ID)
    took = time.process_time() - start
    return verdicts(tuple(file[index] for index in order), found, len(version)), took


def measure(count: int, named: bool) -> None:
    total: Counter[str] = Counter()
    took = 0.0
    for seed in range(count):
        counted, each = trial(seed, named)
        total += counted
        took += each
    every = sum(total[each] for each in ("right", "missed", "part", "wrong"))
    print(
        f"{count} files {'with' if named else 'without'} hidden names, {every} paragraphs: "
        + ", ".join(
            f"{name} {total[name]} = {100 * total[name] / every:.2f} %" for name in ("right", "missed", "part", "wrong")
        )
    )
    wrong, asked = total["wrong, sure"], sum(total[f"{each}, asked"] for each in ("right", "part", "wrong"))
    print(
        f"    wrong and not asked about: {wrong} = {100 * wrong / every:.2f} %; asked about {asked} = {100 * asked / every:.2f} %, of which right {total['right, asked']}"
    )
    print(f"    {1000 * took / count:.1f} ms of processor time a file")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="40 files instead of 400")
    count = 40 if parser.parse_args().quick else 400
    for named in (False, True):
        measure(count, named)


if __name__ == "__main__":
    main()
