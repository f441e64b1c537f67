"""Thousands of proposals on the table: how long the first table takes, and one decision more."""

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from diff_match_patch import diff_match_patch

from edits import Room, Text, Word, printed
from zerodraft.core.comparison.lineage import Lineage, Version, extend, trace
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.clusters import clusters
from zerodraft.core.negotiation.collisions import collisions
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.putting_in import splices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import Memory, table
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import splice

MORNING = datetime(2021, 11, 3, 9, 0, tzinfo=UTC)


def said(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def proposals_on(texts: Sequence[Text], room: Room, count: int) -> Iterator[Proposal]:
    """Proposals of every kind on all versions."""
    chance = random.Random(5)
    for number in range(count):
        read = chance.randrange(len(texts))
        text = texts[read]
        at = chance.randrange(len(text) - 3)
        half = len(text[at]) // 2
        amendment = Amendment(str(read), at, at + 1, (said(room.reworded(text[at], chance.randrange(1, 5))),))
        match chance.choices("ridjsm", (75, 8, 6, 4, 4, 3))[0]:
            case "i":
                amendment = Amendment(str(read), at, at, (said(room.paragraph()),))
            case "d":
                amendment = Amendment(str(read), at, at + 1)
            case "j":
                amendment = Amendment(str(read), at, at + 2, (f"{said(text[at])} {said(text[at + 1])}",))
            case "s" if half:
                amendment = Amendment(str(read), at, at + 1, (said(text[at][:half]), said(text[at][half:])))
            case "m":
                to = (at + 2 + chance.randrange(len(text) - 2)) % len(text)
                amendment = Amendment(
                    str(read), at, at + 1, (said(text[at]),), to if to not in (at, at + 1) else at + 2
                )
        yield Proposal(f"aus-{number:04x}", f"AUS-{number + 1}", ("AUS",), MORNING, amendment)


def tables(size: int, count: int) -> None:
    room = Room(5)
    texts = [room.text(size)]
    while len(texts) < 6:
        texts.append(room.edited(texts[-1], 0.01, 0.01)[0])
    lineage = trace(
        [Version(str(number), read_draft(printed(text, numbered=False))) for number, text in enumerate(texts)]
    )
    proposals = list(proposals_on(texts, room, count))
    memory = Memory()
    start = time.process_time()
    found = table(proposals, (), lineage, memory)
    first = 1000 * (time.process_time() - start)
    counted = Counter(each.outcome.value for each in found.values())
    start = time.process_time()
    _patch_all(proposals, lineage)
    peer = 1000 * (time.process_time() - start)
    print(
        f"{count} proposals on {len(texts)} versions of {len(texts[-1])} paragraphs: first table {first:.0f} ms "
        f"(patch_apply of the reworded ones {peer / first:.1f}×); "
        + ", ".join(f"{name} {times}" for name, times in counted.most_common())
    )
    _decide(proposals, lineage, memory, found)
    draft = lineage.versions[-1].draft
    for what, call in (
        ("pairs on one place", lambda: collisions(draft, found.values())),
        ("clusters", lambda: clusters(found.values(), lineage)),
    ):
        start = time.process_time()
        print(f"    {what}: {len(call())} in {1000 * (time.process_time() - start):.0f} ms")


def _patch_all(proposals: Iterable[Proposal], lineage: Lineage) -> None:
    library = diff_match_patch()
    drafts = {version.text_id: version.draft for version in lineage.versions}
    last = [each.text for each in lineage.versions[-1].draft.paragraphs]
    for each in proposals:
        amendment = each.amendment
        if amendment.last - amendment.first == len(amendment.wording) == 1 and amendment.to is None:
            base = drafts[amendment.text_id].paragraphs[amendment.first].text
            library.patch_apply(library.patch_make(base, amendment.wording[0]), last[amendment.first % len(last)])


def _decide(proposals: list[Proposal], lineage: Lineage, memory: Memory, found: Mapping[str, Tabled]) -> None:
    """Accept clean proposals one after the other."""
    taken: dict[str, list[float]] = {}
    now = found
    before = lineage
    source = lineage.versions[-1].draft.source
    for step, one in enumerate(
        [each for each in now.values() if each.outcome is Outcome.CLEAN][:: len(now) // 60][:50]
    ):
        tabled = now[one.proposal.id]
        if tabled.outcome is not Outcome.CLEAN:
            continue
        start = time.process_time()
        draft = read_draft(source)
        source = splice(source, splices(draft, tabled))
        put_in = time.process_time()
        longer = extend(before, Version(f"after {step}", read_draft(source)))
        traced = time.process_time()
        now = table(proposals, (), longer, memory)
        done = time.process_time()
        taken.setdefault("put in and read again", []).append(put_in - start)
        taken.setdefault("traced", []).append(traced - put_in)
        kind = (
            "tabled, a paragraph reworded"
            if len(draft.paragraphs) == len(read_draft(source).paragraphs)
            else ("tabled, paragraphs put in or taken out")
        )
        taken.setdefault(kind, []).append(done - traced)
    for what, times in taken.items():
        print(f"    one more decision, {what}: median {1000 * sorted(times)[len(times) // 2]:.1f} ms of {len(times)}")
