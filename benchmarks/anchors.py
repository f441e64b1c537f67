"""Where comments stand after many versions, checked against the identity of every word.

    python benchmarks/anchors.py [--quick]

Each version rewords a tenth of the paragraphs and moves, splits, joins, inserts and deletes some.
A comment is at its exact words when its stretch begins at the first of the quoted words that
still stand and ends at the last (words that carry no meaning at the ends don't count); it is at a
wrong place when it shares no character with them; falsely alive when none of them stands.
"""

import argparse
import random
import time
from collections import Counter

from edits import Room, Text, Word, printed
from zerodraft.core.comparison.anchor import Anchor, Detached, Place
from zerodraft.core.comparison.lineage import Version, trace
from zerodraft.core.comparison.placement import place_all
from zerodraft.core.comparison.quotation import QuoteAmbiguous, anchor_for
from zerodraft.core.comparison.stretch import kept_between
from zerodraft.core.comparison.tidy import carries_meaning
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import word_spans, words

Stretch = tuple[int, int, int]  # ordinal, start, end


def stretch_of(paragraph: list[Word], first: int, last: int) -> tuple[int, int]:
    start = sum(len(word.text) + 1 for word in paragraph[:first])
    return start, start + sum(len(word.text) + 1 for word in paragraph[first : last + 1]) - 1


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without words at its ends that carry no meaning."""
    spans = [(start + first, start + last) for first, last in word_spans(text[start:end])]
    spans = [(first, last) for first, last in spans if carries_meaning(text[first:last])]
    return (spans[0][0], spans[-1][1]) if spans else (start, end)


def commented(texts: list[Text], versions: list[Version], many: int) -> tuple[list[Anchor], list[list[int]]]:
    """Comments on the first version, and the identities of the words that they quote."""
    chance = random.Random(9)
    anchors: list[Anchor] = []
    quoted: list[list[int]] = []
    while len(anchors) < many:
        ordinal = chance.randrange(len(texts[0]))
        paragraph = texts[0][ordinal]
        first = chance.randrange(len(paragraph))
        last = min(len(paragraph) - 1, first + chance.randrange(1, 13))
        start, end = stretch_of(paragraph, first, last)
        exact = versions[0].draft.paragraphs[ordinal].text[start:end]
        try:
            anchors.append(anchor_for(versions[0].draft, versions[0].text_id, ordinal, exact))
        except QuoteAmbiguous:
            continue
        quoted.append([word.identity for word in paragraph[first : last + 1]])
    return anchors, quoted


def verdict(where: Place, stand: list[Stretch], any_word: bool, text: str) -> str:
    if not stand:
        return "falsely alive" if not any_word and not isinstance(where, Detached) else "rightly detached"
    if isinstance(where, Detached):
        return "missed"
    here = [(start, end) for ordinal, start, end in stand if ordinal == where.ordinal]
    if any(trimmed(text, where.start, where.end) == trimmed(text, start, end) for start, end in here):
        return "exact"
    return "near" if any(start < where.end and where.start < end for start, end in here) else "wrong place"


def standing(quoted: list[int], last: dict[int, tuple[int, int]], text: Text) -> tuple[list[Stretch], bool]:
    """Where the quoted words stand, by paragraph; and whether any stands, be it an "of"."""
    places: dict[int, list[int]] = {}
    found = [last[identity] for identity in quoted if identity in last]
    for ordinal, index in found:
        if any(map(carries_meaning, words(text[ordinal][index].text))):
            places.setdefault(ordinal, []).append(index)
    stretches = [(ordinal, *stretch_of(text[ordinal], min(each), max(each))) for ordinal, each in places.items()]
    return stretches, bool(found)


def measure(size: int, many_versions: int, many_anchors: int, formulaic: bool) -> None:
    room = Room(5, formulaic)
    texts = [room.text(size)]
    while len(texts) < many_versions:
        texts.append(room.edited(texts[-1], 0.01, 0.01)[0])
    versions = [Version(str(number), read_draft(printed(text, numbered=False))) for number, text in enumerate(texts)]
    anchors, quoted = commented(texts, versions, many_anchors)
    start = time.perf_counter()
    lineage = trace(versions)
    traced = time.perf_counter()
    places = place_all(anchors, lineage)
    placed = time.perf_counter()
    place_all(anchors, lineage)
    again = time.perf_counter()
    last = {word.identity: (o, i) for o, paragraph in enumerate(texts[-1]) for i, word in enumerate(paragraph)}
    counted: Counter[str] = Counter()
    for where, identities in zip(places, quoted, strict=True):
        text = "" if isinstance(where, Detached) else versions[-1].draft.paragraphs[where.ordinal].text
        counted[verdict(where, *standing(identities, last, texts[-1]), text)] += 1
    alive = sum(counted[each] for each in ("exact", "near", "wrong place", "missed"))
    each = 1000 / many_versions
    print(
        f"{many_anchors} comments, {many_versions} versions of {size} words ({'formulaic' if formulaic else 'open'}): "
        f"exact {counted['exact']}/{alive} = {100 * counted['exact'] / alive:.2f} %, near {counted['near']}, wrong place {counted['wrong place']}, "
        f"missed {counted['missed']}, falsely alive {counted['falsely alive']}/{many_anchors - alive}"
    )
    print(
        f"    a version: traced in {each * (traced - start):.1f} ms, comments placed in {each * (placed - traced):.1f} ms, "
        f"placed again in {each * (again - placed):.1f} ms ({kept_between.cache_info().currsize} redlines remembered)"
    )
    kept_between.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="10,000 words, 20 versions, 2,000 comments")
    scale = (10_000, 20, 2_000) if parser.parse_args().quick else (50_000, 50, 10_000)
    for formulaic in (False, True):
        measure(*scale, formulaic)


if __name__ == "__main__":
    main()
