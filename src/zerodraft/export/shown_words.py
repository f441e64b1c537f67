"""The words of a redline as a reader sees them: without Markdown's signs, each with the draft in which it stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.inline import Stretch, cut, read_inline
from zerodraft.export.passages import Words
from zerodraft.export.sheet import RedlineSheet

BREAK = "¶"
PLAIN_MARKS: Mapping[Op, tuple[str, str]] = {Op.INSERTED: ("{+", "+}"), Op.DELETED: ("[-", "-]"), Op.KEPT: ("", "")}

Sides = Mapping[Op, Draft]


def within_marks(op: Op, text: str) -> str:
    """Words of one fate with plain marks close around them: a space at their edge stays outside, where lines break."""
    opening, closing = PLAIN_MARKS[op] if text else ("", "")
    words = text.strip(" ") or text
    before, after = text.split(words, 1) if words else ("", "")
    return f"{before}{opening}{words}{closing}{after}"


def sides(sheet: RedlineSheet) -> Sides:
    """The draft in which the words of each fate stand."""
    return {Op.KEPT: sheet.new.draft, Op.INSERTED: sheet.new.draft, Op.DELETED: sheet.old.draft}


@lru_cache(maxsize=2048)
def stretches(paragraph: Paragraph) -> tuple[Stretch, ...]:
    """What is shown of a paragraph; a table stays as it was typed."""
    if paragraph.kind in (Kind.TABLE, Kind.OPAQUE):
        return (Stretch(paragraph.text, 0, len(paragraph.text)),) if paragraph.text else ()
    return read_inline(paragraph.text)


def shown_parts(words: Words, draft: Draft) -> Iterable[Stretch]:
    """What is shown of some words; a paragraph break that was inserted or deleted is shown as ¶."""
    if words.is_break:
        return (Stretch(BREAK if words.op is not Op.KEPT else " ", words.start, words.end),)
    return cut(stretches(draft.paragraphs[words.ordinal]), words.start, words.end)


def is_form_only(words: Iterable[Words], sides: Sides) -> bool:
    """Whether nothing that a reader sees was inserted or deleted: only emphasis, or an escape."""
    changed = [each for each in words if each.op is not Op.KEPT]
    return bool(changed) and not any(part.text for each in changed for part in shown_parts(each, sides[each.op]))


def compared(old: str, new: str) -> Iterator[tuple[Op, Stretch]]:
    """The redline of two short texts, cells of a table or the words of a proposal, as a reader sees them."""
    return placed(redline(old, new), read_inline(old), read_inline(new))


def placed(runs: Iterable[Run], olds: tuple[Stretch, ...], news: tuple[Stretch, ...]) -> Iterator[tuple[Op, Stretch]]:
    """What is shown of the two texts of a redline, each with its fate."""
    old_place = new_place = 0
    for op, text in runs:
        shown, place = (olds, old_place) if op is Op.DELETED else (news, new_place)
        yield from ((op, each) for each in cut(shown, place, place + len(text)))
        old_place += len(text) if op is not Op.INSERTED else 0
        new_place += len(text) if op is not Op.DELETED else 0
