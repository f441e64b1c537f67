"""What was in a file when we sent it out is taken for what it is, so that only what somebody added is read from it.

A redline of ours is answered on the later text: our own tracked changes are accepted. A compilation of ours is answered
on the text that it is made of: what it offers is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from itertools import groupby

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.waymark import accepted_properties, read_provenance, read_redlined
from zerodraft.core.text.words import fold
from zerodraft.intake.counting import Item
from zerodraft.intake.marked import Block, Marked, Notice, Point, Remark, Revision, Run, Sort
from zerodraft.intake.views import Finder, Seen, Spot, numbered, view

IsOwn = Callable[[Revision], bool]
Items = tuple[Item | None, Item | None]
_NOTE = re.compile(r"\[\^([^\]]+)\]")
_LONGEST = 200
"""Characters of a quote; of more the beginning is told."""


def as_answered(marked: Marked) -> Marked:
    """The file with only what others added to it; any file that is not ours as it is.

    Law: one that nobody changed has no revisions, and its words are those of the text that it is answered on.
    """
    if read_provenance(marked.properties) is None:
        return marked
    if any(run.is_offered for block in marked.blocks for run in block.runs):
        marked = _without_offers(marked)
    redlined = read_redlined(marked.properties)
    if redlined is not None:
        marked = _accepted(marked, lambda revision: _signed(revision) in redlined.hands)
        marked = replace(marked, properties=accepted_properties(marked.properties))
    return notes_once(marked)


def _signed(revision: Revision) -> tuple[str, str]:
    date = revision.date
    return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if date else "", revision.author


# --- a redline ------------------------------------------------------------------------------------


def _accepted(marked: Marked, is_own: IsOwn) -> Marked:
    """Our changes accepted, and all others as they are: each paragraph that is left is one block."""
    seen = view(marked, lambda revision: revision.op is Op.INSERTED or is_own(revision))
    items = [_items(marked, each.last, is_own) for each in seen] if marked.numbering.items else ()
    spot = Finder(seen).spot
    return numbered(
        replace(
            marked,
            blocks=tuple(_block(marked.blocks, each, is_own) for each in seen),
            remarks=tuple(_moved(each, marked.blocks, spot) for each in marked.remarks),
            numbering=replace(marked.numbering, items=tuple(items)),
        )
    )


def _items(marked: Marked, at: int, is_own: IsOwn) -> Items:
    now, formerly = marked.numbering.items[at]
    return (now, formerly) if _is_foreign(marked.blocks[at].reshaped, is_own) else (now, now)


def _is_foreign(revision: Revision | None, is_own: IsOwn) -> bool:
    return revision is not None and not is_own(revision)


def _block(blocks: Sequence[Block], seen: Seen, is_own: IsOwn) -> Block:
    """The one block of a paragraph that is left; it looks like the last of those that it is made of."""
    last = blocks[seen.last]
    runs = (
        run._replace(revisions=tuple(each for each in run.revisions if not is_own(each)))
        for block, offset, length in seen.pieces
        for run in _cut(blocks[block].runs, offset, offset + length)
    )
    return replace(
        last,
        runs=tuple(_merged(runs)),
        mark=tuple(each for each in last.mark if not is_own(each)),
        former=last.former if _is_foreign(last.reshaped, is_own) else last.shape,
        bookmarks=seen.bookmarks,
        reshaped=last.reshaped if _is_foreign(last.reshaped, is_own) else None,
    )


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours under the same revisions as one run."""
    for kind, same in groupby(runs, lambda run: run[1:]):
        yield Run("".join([run.text for run in same]), *kind)


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    done = 0
    for run in runs:
        text = run.text[max(start - done, 0) : max(end - done, 0)]
        done += len(run.text)
        if text:
            yield run._replace(text=text)


# --- notes ----------------------------------------------------------------------------------------


def notes_once(marked: Marked) -> Marked:
    """Word cites a note once. What went out as a second one with the same words is cited as the first one is."""
    notes: dict[str, list[Block]] = {}
    for block in marked.blocks:
        if block.shape.sort is Sort.NOTE:
            notes.setdefault(str(block.place[0]), []).append(block)
    first: dict[tuple[tuple[Run, ...], ...], str] = {}
    again = {name: first.setdefault(tuple(each.runs for each in blocks), name) for name, blocks in notes.items()}
    if all(name == known for name, known in again.items()):
        return marked

    def cited(text: str) -> str:
        return _NOTE.sub(lambda found: f"[^{again.get(found[1], found[1])}]", text)

    def spot(point: Point) -> Spot:
        return Spot(point.block, len(cited(marked.blocks[point.block].text[: point.offset])))

    blocks = tuple(
        replace(
            block,
            runs=() if _is_second(block, again) else tuple(run._replace(text=cited(run.text)) for run in block.runs),
        )
        for block in marked.blocks
    )
    return replace(marked, blocks=blocks, remarks=tuple(_moved(each, marked.blocks, spot) for each in marked.remarks))


def _is_second(block: Block, again: Mapping[str, str]) -> bool:
    name = str(block.place[0]) if block.shape.sort is Sort.NOTE else ""
    return bool(name) and again[name] != name


# --- a compilation --------------------------------------------------------------------------------


def _without_offers(marked: Marked) -> Marked:
    """What is only offered left out; what somebody did to it is told."""
    blocks = tuple(
        replace(block, runs=tuple(each for each in block.runs if not each.is_offered)) for block in marked.blocks
    )
    notices = (_touched(author, list(words)) for author, words in _changes_of_offers(marked.blocks).items())

    def spot(point: Point) -> Spot:
        before = _cut(marked.blocks[point.block].runs, 0, point.offset)
        return Spot(point.block, sum(len(each.text) for each in before if not each.is_offered))

    remarks = tuple(_moved(each, marked.blocks, spot) for each in marked.remarks)
    return replace(marked, blocks=blocks, remarks=remarks, notices=(*marked.notices, *notices))


def _changes_of_offers(blocks: Iterable[Block]) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for run in (run for block in blocks for run in block.runs if run.is_offered and run.revisions):
        found.setdefault(run.revisions[-1].author, {})[f"“{fold(run.text)[:_LONGEST]}”"] = None
    return found


def _touched(author: str, words: Sequence[str]) -> Notice:
    sentence = (
        f"{author or 'Somebody'} changed words that are only offered, which proposes nothing: {', '.join(words)}."
    )
    return Notice("offered", f"{sentence} `zerodraft position` records where a delegation stands on them.")


# --- remarks --------------------------------------------------------------------------------------


def _moved(remark: Remark, blocks: Sequence[Block], spot: Callable[[Point], Spot | None]) -> Remark:
    """A remark in its place in the new blocks. What it was set on is quoted where none of it is left."""
    if remark.start is None or remark.end is None:
        return remark
    start, end = spot(remark.start), spot(remark.end)
    body = remark.body
    if (start is None or start == end) and remark.start != remark.end:
        words = fold("".join(_between(blocks, remark.start, remark.end)))
        body = f"“{words[:_LONGEST]}”:\n{body}" if words else body
    if start is None or end is None:
        return replace(remark, start=None, end=None, body=body)
    return replace(remark, start=Point(*start), end=Point(*end), body=body)


def _between(blocks: Sequence[Block], start: Point, end: Point) -> Iterator[str]:
    for at in range(start.block, end.block + 1):
        text = blocks[at].text
        yield text[start.offset if at == start.block else 0 : end.offset if at == end.block else len(text)]
