"""Comments of an OpenDocument text: each stands where its words begin, and its end where they end."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.export.odt.xml import Element, Values, put
from zerodraft.export.word.document import Cited, Content, Remark, Thread, Words
from zerodraft.export.xml_words import carried


class Sign(NamedTuple):
    """The beginning or the end of a comment: so many characters of the block come before it, ends before beginnings.
    `remark` is None for an end; `above` is the name of the comment that it answers."""

    offset: int
    is_begin: bool
    name: str
    remark: Remark | None = None
    above: str = ""
    is_resolved: bool = False


def signs(threads: Sequence[Thread]) -> Mapping[int, list[Sign]]:
    """By the index of the block what is set in it, rising. One that has no words has no end."""
    found: dict[int, list[Sign]] = {}
    for number, thread in enumerate(threads, 1):
        for at, remark in enumerate(thread.remarks):
            name, above = f"said{number}.{at}", f"said{number}.0" if at else ""
            begin = Sign(thread.start.offset, True, name, remark, above, thread.is_resolved)
            found.setdefault(thread.start.block, []).append(begin)
            if thread.start != thread.end:
                found.setdefault(thread.end.block, []).append(Sign(thread.end.offset, False, name))
    return {block: sorted(some, key=lambda each: each[:2]) for block, some in found.items()}


def write_sign(parent: Element, sign: Sign) -> None:
    """The element of a sign."""
    if sign.remark is None:
        put(parent, "office:annotation-end", {"office:name": sign.name})
        return
    told: Values = {"office:name": sign.name, "loext:resolved": "true" if sign.is_resolved else "false"}
    comment = put(parent, "office:annotation", {**told, **({"loext:parent-name": sign.above} if sign.above else {})})
    hand = sign.remark.hand
    put(comment, "dc:creator").text = carried(visible(hand.author, single_line=True))
    put(comment, "dc:date").text = hand.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for line in carried(visible(sign.remark.text)).split("\n"):
        put(comment, "text:p").text = line


def with_signs(content: Content, wanted: Sequence[Sign]) -> Iterator[Words | Cited | Sign]:
    """The content, cut where signs stand, and they between."""
    waiting, offset = list(reversed(wanted)), 0
    for piece in content:
        length = len(piece.text) if isinstance(piece, Words) else 1
        done = 0
        while waiting and waiting[-1].offset < offset + length:
            place = max(waiting[-1].offset - offset, 0)
            if isinstance(piece, Words) and place > done:
                yield piece._replace(text=piece.text[done:place])
                done = place
            yield waiting.pop()
        yield piece._replace(text=piece.text[done:]) if isinstance(piece, Words) else piece
        offset += length
    yield from reversed(waiting)
