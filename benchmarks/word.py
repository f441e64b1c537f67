"""How long Word files take, beside pandoc and beside each other in the same run.

    python benchmarks/word.py [--quick]

A text of about 80 pages with headings, numbered paragraphs, items and notes, written by us and by `pandoc`: text in,
file out, once in process and once with a Python that starts for it, as pandoc does. Then the redline of 50,000 words,
5 % of them edited by three delegations, beside the clean file of the new text: texts in, compared, files out. Figures
are processor time, so that a busy machine changes little; each is the median, and they take turns. Without pandoc its
figures are left out, and it is said.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from edits import Room, printed
from zerodraft.cli.main import collect_rarely
from zerodraft.core.comparison.compare import compare
from zerodraft.core.text import pieces
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.word.clean import clean_word
from zerodraft.export.word.redline import redline_word

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRETARIAT, *DELEGATIONS = (
    Hand(name, NOON + timedelta(minutes=at)) for at, name in enumerate(("Secretariat", "Japan", "Chile", "Fiji"))
)
ALONE = """
import sys
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.clean import clean_word

with open(sys.argv[1], encoding="utf-8") as source, open(sys.argv[2], "wb") as target:
    draft = read_draft(source.read())
    target.write(clean_word(Sheet(draft.title, "", "", "Rev.1", "", "", "en", draft, number(draft))))
"""


def sheet(text: str) -> Sheet:
    draft = read_draft(text)
    return Sheet(
        title=draft.title,
        conference="Conference",
        place_and_dates="Bali, 22 November 2026",
        version="Rev.1",
        stage="negotiation",
        date_line="22 November 2026",
        language="en",
        draft=draft,
        numbers=number(draft),
    )


def clean(text: str) -> bytes:
    return clean_word(sheet(text))


def redline(old: str, new: str) -> bytes:
    pieces._folded.cache_clear()  # nothing is remembered from one round to the next
    was, now = sheet(old), sheet(new)
    return redline_word(RedlineSheet(was, now, compare(was.draft, now.draft), hands=hands(was.draft, now.draft)))


def hands(old: Draft, new: Draft) -> Hands:
    """The changes of each paragraph are those of one of three delegations."""

    def signed(draft: Draft) -> dict[int, tuple[Signed, ...]]:
        return {each.ordinal: (Signed(0, len(each.text), DELEGATIONS[each.ordinal % 3]),) for each in draft.paragraphs}

    return Hands(SECRETARIAT, signed(new), signed(old))


def pages(count: int) -> str:
    """A text of as many pages as the house prints of it: 500 words each, with what an outcome document has."""
    room = Room(17)
    parts = ["# Outcome document"]
    for at, paragraph in enumerate(room.text(500 * count)):
        words = " ".join(word.text for word in paragraph)
        if not at % 12:
            parts.append(f"## Focus area {at // 12 + 1}: *{paragraph[-1].text}*")
        sign = "(a) " if at % 12 == 5 else "(b) " if at % 12 == 6 else ""
        parts.append(f"{sign}{words}" + (f"[^{at}]\n\n[^{at}]: See {paragraph[0].text}." if not at % 20 else ""))
    return "\n\n".join(parts) + "\n"


def processor() -> float:
    """Seconds that this process and those that it started have taken."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def timed(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Median milliseconds of each call."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for mine, call in zip(taken, calls, strict=True):
            start = processor()
            call()
            mine.append(1000 * (processor() - start))
    return [median(mine) for mine in taken]


def beside_pandoc(rounds: int) -> None:
    text = pages(80)
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "text.md", Path(name) / "text.docx"
        source.write_text(text, encoding="utf-8")
        alone = [sys.executable, "-c", ALONE, str(source), str(target)]
        calls = [lambda: clean(text), lambda: subprocess.run(alone, check=True)]
        if shutil.which("pandoc"):
            theirs = ["pandoc", "-f", "markdown", str(source), "-o", str(target)]
            calls.append(lambda: subprocess.run(theirs, check=True))
        mine, with_start, *peer = timed(rounds, *calls)
    size = f"80 pages, {len(text.split()):,} words, clean"
    print(f"{size}: {mine:.0f} ms, with the start of Python {with_start:.0f} ms, {len(clean(text)) // 1024} KiB")
    if peer:
        print(f"{size}: {mine / peer[0]:.2f} × pandoc ({peer[0]:.0f} ms), with the start {with_start / peer[0]:.2f} ×")
    else:
        print(f"{size}: pandoc is not here, nothing to be compared with")


def beside_clean(rounds: int, size: int) -> None:
    room = Room(11)
    text = room.text(size)
    old, new = printed(text), printed(room.edited(text, 0.05)[0])
    one, both = timed(rounds, lambda: clean(new), lambda: redline(old, new))
    print(f"{size:,} words, 5 % edited: redline {both:.0f} ms = {both / one:.2f} × clean ({one:.0f} ms)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="three rounds")
    rounds = 3 if parser.parse_args().quick else 9
    collect_rarely()
    beside_pandoc(rounds)
    beside_clean(rounds, 50_000)


if __name__ == "__main__":
    main()
