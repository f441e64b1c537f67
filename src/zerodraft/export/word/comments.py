"""Comments of a Word document: the words, the threads that they form, and the people who wrote them."""

from collections.abc import Iterable, Mapping, Sequence

from zerodraft.core.text.visible import visible
from zerodraft.export.word.content import Sign, moment
from zerodraft.export.word.document import Remark, Thread
from zerodraft.export.word.xml import Element, label, put, put_text, root
from zerodraft.export.xml_words import carried

_FIRST_ID = 0x10000001


def anchors(threads: Sequence[Thread]) -> Mapping[int, list[Sign]]:
    """For each block what is set in it, rising: an end before a beginning at the same place, unless it is its own."""
    ranked: dict[int, list[tuple[tuple[int, int], int, int, Sign]]] = {}
    name = 0
    for thread in threads:
        for _ in thread.remarks:
            begins, ends = _signs(thread, name)
            ranked.setdefault(thread.start.block, []).append((thread.start.cell, thread.start.offset, 1, begins))
            rank = 2 if thread.end == thread.start else 0
            ranked.setdefault(thread.end.block, []).append((thread.end.cell, thread.end.offset, rank, ends))
            name += 1
    return {block: [sign for *_, sign in sorted(found, key=lambda each: each[:3])] for block, found in ranked.items()}


def _signs(thread: Thread, name: int) -> tuple[Sign, Sign]:
    def end(parent: Element) -> None:
        put(parent, "commentRangeEnd", id=name)
        run = put(parent, "r")
        put(put(run, "rPr"), "rStyle", val="CommentReference")
        put(run, "commentReference", id=name)

    return (
        Sign(thread.start.offset, lambda parent: put(parent, "commentRangeStart", id=name), thread.start.cell),
        Sign(thread.end.offset, end, thread.end.cell),
    )


def comments(threads: Sequence[Thread]) -> tuple[Element, Element]:
    """The part with the words of all comments, and the part that says which is a reply and which is resolved."""
    words, told = root("comments", "w14", "mc"), root("w15:commentsEx", "w15", "mc")
    number, key = 0, _FIRST_ID
    for thread in threads:
        first = ""
        for remark in thread.remarks:
            last = _comment(words, remark, number, key)
            number, key = number + 1, last + 1
            entry = put(told, "w15:commentEx")
            label(entry, "w15:paraId", f"{last:08X}")
            if first:
                label(entry, "w15:paraIdParent", first)
            label(entry, "w15:done", str(int(thread.is_resolved)))
            first = first or f"{last:08X}"
    return words, told


def _comment(words: Element, remark: Remark, number: int, key: int) -> int:
    """Writes one comment; each of its paragraphs has a key, the last one's is the comment's."""
    author = carried(remark.hand.author)
    initials = "".join(word[0] for word in author.split())[:4]
    comment = put(words, "comment", id=number, author=author, date=moment(remark.hand), initials=initials)
    lines = carried(visible(remark.text)).split("\n")
    for at, line in enumerate(lines):
        paragraph = put(comment, "p")
        label(paragraph, "w14:paraId", f"{key + at:08X}")
        put(put(paragraph, "pPr"), "pStyle", val="CommentText")
        if not at:
            sign = put(paragraph, "r")
            put(put(sign, "rPr"), "rStyle", val="CommentReference")
            put(sign, "annotationRef")
        if line:
            put_text(put(paragraph, "r"), "t", line)
    return key + len(lines) - 1


def people(authors: Iterable[str]) -> Element:
    """The part that lists everybody who changed or remarked something."""
    part = root("w15:people", "w15", "mc")
    for author in sorted(set(authors)):
        person = put(part, "w15:person")
        label(person, "w15:author", carried(author))
        known = put(person, "w15:presenceInfo")
        label(known, "w15:providerId", "None")
        label(known, "w15:userId", carried(author))
    return part
