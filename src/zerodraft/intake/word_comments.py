"""Comments of a Word file, the threads that they form, and where they are set.

The threads stand in a part of their own, in one of several namespaces: Word 2013 wrote two of them, one in its preview.
So its names are matched without them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Point, Remark
from zerodraft.intake.word_paragraph import Paragraph
from zerodraft.intake.word_parts import WordParts
from zerodraft.intake.word_revisions import Revisions, called
from zerodraft.intake.word_story import Anchor, Story
from zerodraft.intake.word_xml import Element, children, dated, local, tags, text_of, value

_TRUE = ("1", "true", "on")
_LATEST = datetime.max.replace(tzinfo=UTC)


class Thread(NamedTuple):
    """What the part of threads says of one comment: the key of the comment it replies to, and whether it is done."""

    parent: str
    is_done: bool


def remarks(parts: WordParts, anchors: Mapping[str, Anchor], paragraphs: Sequence[Paragraph]) -> tuple[Remark, ...]:
    """All comments, each with its thread, in the order of the file. `paragraphs` are those that anchors point into."""
    threads = _threads(parts)
    elements = [each for root in parts.of("comments") for each in children(root, "comment")]
    keys = [_keys(each) for each in elements]
    names = list(_names(elements))
    owners = {key: name for name, own in zip(names, keys, strict=True) for key in own}
    story = Story(parts.package.what, Revisions(), {})
    made = []
    for name, own, element in zip(names, keys, elements, strict=True):
        thread = next((threads[key] for key in reversed(own) if key in threads), Thread("", False))
        start, end = _placed(anchors.get(text_of(element, "id"), Anchor()), paragraphs)
        remark = Remark(
            id=name,
            author=called(value(element, "author")),
            date=dated(value(element, "date")),
            body=_body(story, element),
            start=start,
            end=end,
            reply_to=owners.get(thread.parent, ""),
            resolved=thread.is_done,
        )
        made.append(remark)
    return tuple(_threaded(made) if _knows_threads(threads, keys) else _guessed(made))


def people(parts: WordParts) -> dict[str, str]:
    """For each author's name the account that the file gives, where it says more than the name."""
    found: dict[str, str] = {}
    for root in parts.of("people"):
        for person in root:
            author = called(_attribute(person, "author"))
            account = next((_attribute(each, "userId") for each in person), "")
            if author and account and account != author:
                found[author] = account
    return found


def _threads(parts: WordParts) -> dict[str, Thread]:
    """What the file says of threads. The key of a comment is the id of any of its paragraphs; Word uses the last."""
    told: dict[str, Thread] = {}
    for root in parts.of("commentsExtended"):
        for element in (each for each in root if local(each.tag) == "commentEx"):
            key = _attribute(element, "paraId").upper()
            told[key] = Thread(_attribute(element, "paraIdParent").upper(), _attribute(element, "done") in _TRUE)
    return told


def _knows_threads(threads: Mapping[str, Thread], keys: Iterable[Iterable[str]]) -> bool:
    """Word names every comment; LibreOffice 7 names those that are resolved, and says nothing of replies."""
    return any(each.parent for each in threads.values()) or all(any(key in threads for key in own) for own in keys)


def _attribute(element: Element, name: str) -> str:
    """An attribute by its local name."""
    return next((str(told) for key, told in element.attrib.items() if local(str(key)) == name), "")


def _keys(comment: Element) -> list[str]:
    """The ids of a comment's paragraphs."""
    found = (_attribute(each, "paraId").upper() for each in comment.iter(*tags("p")))
    return [key for key in found if key]


def _names(comments: Iterable[Element]) -> Iterator[str]:
    """One name for each comment: its id, with a number behind it where an id comes again."""
    seen: dict[str, int] = {}
    for element in comments:
        told = text_of(element, "id")
        seen[told] = seen.get(told, 0) + 1
        yield told if seen[told] == 1 and told else f"{told}~{seen[told]}"


def _body(story: Story, comment: Element) -> str:
    """The words of a comment, one line for each paragraph; words deleted in it are left out."""
    first = len(story.paragraphs)
    story.read(comment)
    lines = (
        "".join(run.text for run in paragraph.runs if all(each.op is not Op.DELETED for each in run.revisions))
        for paragraph in story.paragraphs[first:]
    )
    return "\n".join(lines).strip()


def _placed(anchor: Anchor, paragraphs: Sequence[Paragraph]) -> tuple[Point, Point] | tuple[None, None]:
    """Beginning and end of a range, the same place for a comment that is set on a point, None for no place."""
    start = anchor.start or anchor.sign or anchor.end
    if start is None or not paragraphs:
        return None, None
    end = anchor.end or (anchor.sign if anchor.start else None) or start
    return _inside(start, paragraphs), _inside(max(start, end), paragraphs)


def _inside(point: Point, paragraphs: Sequence[Paragraph]) -> Point:
    """A point no further than the end of its paragraph, or of the last one."""
    block = min(point.block, len(paragraphs) - 1)
    offset = point.offset if block == point.block else paragraphs[block].length
    return Point(block, min(offset, paragraphs[block].length))


def _threaded(made: Sequence[Remark]) -> Iterator[Remark]:
    """A reply without a place of its own stands where its thread does, and is resolved as the thread is."""
    known = {each.id: each for each in made}
    tops = _tops(made)
    for each in made:
        top = known[tops[each.id]] if each.id in tops else None
        if top is None:
            yield replace(each, reply_to="")
            continue
        start, end = (top.start, top.end) if each.start is None else (each.start, each.end)
        yield replace(each, start=start, end=end, resolved=each.resolved or top.resolved)


def _tops(made: Sequence[Remark]) -> dict[str, str]:
    """The first comment of each one's thread, by name. Comments that reply to each other in a circle have none."""
    parents = {each.id: each.reply_to for each in made}
    tops: dict[str, str] = {}
    for name in parents:
        way: dict[str, None] = {}
        at = name
        while at not in tops and at not in way and parents[at]:
            way[at] = None
            at = parents[at]
        if at in tops or at not in way:
            top = tops.setdefault(at, at)
            tops.update(dict.fromkeys(way, top))
    return tops


def _guessed(made: Sequence[Remark]) -> list[Remark]:
    """Comments on the same range are taken for a thread: programs that know no threads write replies so."""
    first: dict[tuple[Point, Point], str] = {}
    for each in sorted(made, key=lambda each: each.date or _LATEST):
        if each.start is not None and each.end is not None:
            first.setdefault((each.start, each.end), each.id)
    return [_as_reply(each, first) for each in made]


def _as_reply(remark: Remark, first: Mapping[tuple[Point, Point], str]) -> Remark:
    if remark.start is None or remark.end is None or first[remark.start, remark.end] == remark.id:
        return remark
    return replace(remark, reply_to=first[remark.start, remark.end], is_guessed=True)
