"""Whose words a text holds after many acts, checked against the identity of every word; and git's own blame of its lines.

    python benchmarks/credits.py [--quick]

Each act rewords some of the words of a hundredth of the paragraphs, and moves, splits, joins, inserts and deletes some.
A word is credited rightly when the act named is the one that first brought it.
"""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Sequence

from edits import Room, Text, printed
from zerodraft.core.comparison.credit import Credits, Provenance, Stage
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.rereading import read_again


def brought(texts: Sequence[Text]) -> dict[int, str]:
    """The act that first brought each word, by the word's identity."""
    found: dict[int, str] = {}
    for number, text in enumerate(texts):
        for paragraph in text:
            for word in paragraph:
                found.setdefault(word.identity, str(number))
    return found


def by_word(draft: Draft, found: Sequence[Provenance], text: Text) -> dict[int, tuple[str, str]]:
    """For each word of a text the act that is credited with it, and the last act on its paragraph."""
    told: dict[int, tuple[str, str]] = {}
    for paragraph, (words, acts, _), spoken in zip(draft.paragraphs, found, text, strict=True):
        place, stretch = 0, 0
        for word in spoken:
            place = paragraph.text.index(word.text, place)
            while words[stretch].end <= place:
                stretch += 1
            told[word.identity] = words[stretch].act, acts[-1]
            place += len(word.text)
    return told


def git_blame(sources: Sequence[str]) -> tuple[float, list[str]]:
    """How long git takes, and the act that it names for each line of words."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
        feed = b""
        for number, source in enumerate(sources):
            head = f"commit refs/heads/main\ncommitter A <a@b> {1_600_000_000 + number} +0000\ndata {len(str(number))}\n{number}\n"
            content = source.encode()
            feed += head.encode() + f"M 644 inline text.md\ndata {len(content)}\n".encode() + content + b"\n"
        subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=feed, check=True)
        start = time.perf_counter()
        asked = ["git", "-C", folder, "blame", "--line-porcelain", "main", "--", "text.md"]
        printed_lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\n")
        took = time.perf_counter() - start
    acts, act = [], ""
    for line in printed_lines:
        act = line.removeprefix("summary ") if line.startswith("summary ") else act
        acts += [act] if line.startswith("\t") and line.strip() else []
    return took, acts


def measure(size: int, many: int, formulaic: bool) -> None:
    room = Room(5, formulaic)
    texts = [room.text(size)]
    while len(texts) < many:
        texts.append(room.edited(texts[-1], 0.01, 0.01)[0])
    sources = [printed(text, numbered=False) for text in texts]
    truth, book, draft = brought(texts), Credits(), read_draft("")
    found: Sequence[Provenance] = ()
    start, crediting = time.perf_counter(), 0.0
    for number, source in enumerate(sources):
        draft = read_again(draft, source)
        begin = time.perf_counter()
        found = book.add(Stage(str(number), draft, (str(number - 1),)))
        crediting += time.perf_counter() - begin
    whole = time.perf_counter() - start
    told = by_word(draft, found, texts[-1])
    later = {identity for identity in told if truth[identity] != "0"}
    took, lines = git_blame(sources)
    of_line = {word.identity: act for paragraph, act in zip(texts[-1], lines, strict=True) for word in paragraph}
    rows = (("zerodraft", {identity: act for identity, (act, _) in told.items()}), ("git blame", of_line))
    print(f"{many} acts on {size} words ({'formulaic' if formulaic else 'open'}); {len(later)} words came later")
    for name, acts in rows:
        right = sum(acts[identity] == truth[identity] for identity in told)
        right_later = sum(acts[identity] == truth[identity] for identity in later)
        print(
            f"    {name:10} credits {100 * right / len(told):.2f} % of the words rightly, of those that came later {100 * right_later / len(later):.2f} %"
        )
    each = 1000 / many
    print(
        f"    an act: credited in {each * crediting:.1f} ms, with reading {each * whole:.1f} ms, git {each * took:.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10,000 words, 20 acts")
    scale = (10_000, 20) if parser.parse_args().quick else (50_000, 100)
    for formulaic in (False, True):
        measure(*scale, formulaic)


if __name__ == "__main__":
    main()
