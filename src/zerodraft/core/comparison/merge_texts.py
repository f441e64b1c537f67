"""What is seen only in whole texts: their line ends, their typed numbers, brackets over several paragraphs."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from zerodraft.core.comparison.dispute import Dispute
from zerodraft.core.comparison.merge_side import Side, Three, settled
from zerodraft.core.comparison.merge_signs import is_balanced
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.renewal import renewals
from zerodraft.core.text.splice import Span, Splice, splice

_BRACKET = re.compile(r"[\[\]]")
_MOST_ROUNDS = 3  # one closes every bracket but those that a link or a footnote takes for itself


class Text(NamedTuple):
    """A source and the disputes in it."""

    source: str
    disputes: tuple[Dispute, ...]

    def changed(self, changes: Sequence[Splice]) -> "Text":
        """The text after some splices, none of which crosses the edge of a dispute."""
        moved = (replace(each, span=_moved(each.span, changes)) for each in self.disputes)
        return Text(splice(self.source, changes), tuple(moved))


def _moved(span: Span, changes: Iterable[Splice]) -> Span:
    """Where a stretch stands afterwards; what is put just before or behind it stays outside."""
    start, end = span
    for gone, text in ((each.span, each.text) for each in changes):
        grown = len(text) - gone.length
        start += grown if gone.end <= span.start else 0
        end += grown if gone.end <= span.end and gone.start < span.end else 0
    return Span(start, end)


def with_one_line_end(texts: Three[Draft]) -> Three[Draft]:
    """Where one side turned all line ends into those of Windows, or back, that is a change like any other."""
    if not any("\r" in each.source for each in texts):
        return texts
    kinds = Three(*(_line_end(each.source) for each in texts))
    if len({*kinds} - {""}) < 2:
        return texts
    wanted = settled(kinds) or kinds.ours or kinds.theirs
    both = zip(texts, kinds, strict=True)
    return Three(*(each if kind == wanted else _rewritten(each, wanted) for each, kind in both))


def _line_end(source: str) -> str:
    """The one that all lines have; "" where they differ, or there are none."""
    windows, all_of_them = source.count("\r\n"), source.count("\n")
    if not windows:
        return "\n" if all_of_them else ""
    return "\r\n" if windows == all_of_them else ""


def _rewritten(draft: Draft, line_end: str) -> Draft:
    return read_draft(re.sub("\r?\n", line_end, draft.source))


def renumbered(text: Text, texts: Three[Draft]) -> Text:
    """Where all three texts count without gaps and both sides counted anew, the merged text counts so too."""
    labels = [tuple(each.label for each in draft.paragraphs if each.label) for draft in texts]
    if labels[0] in labels[1:] or any(renewals(draft) for draft in texts):
        return text
    return text.changed(renewals(read_draft(text.source)))


def balanced(text: Text, texts: Three[Draft]) -> Text:
    """Where one side bracketed several paragraphs of which the other moved or took out one, each is bracketed alone."""
    if _is_plainly_balanced(text.source) or any(map(_strays, texts)):
        return text
    for _ in range(_MOST_ROUNDS):
        draft = read_draft(text.source)
        own = {sign for each in text.disputes for sign in (each.span.start, each.span.end - 1)}
        strays = [place for place in _strays(draft) if place not in own]
        if strays:
            text = text.changed(_mates(Side(draft), strays))
    return text


def _is_plainly_balanced(source: str) -> bool:
    """Whether the signs alone tell it, as they do where nothing hides one: a tenth of the time."""
    if "\\" in source or "`" in source or "<!--" in source:
        return False
    return is_balanced(_BRACKET.findall(source))


def _strays(draft: Draft) -> tuple[int, ...]:
    return brackets(draft.source, [each.span for each in draft.paragraphs]).unbalanced


def _mates(side: Side, strays: Sequence[int]) -> list[Splice]:
    """A closing bracket at the end of each paragraph with one that is only opened, an opening one where it is only
    closed; in a table, where neither could stand, it is taken away."""
    starts = [each.span.start for each in side.units]
    put: Counter[tuple[int, str]] = Counter()
    gone: list[Splice] = []
    for place in strays:
        unit = bisect_right(starts, place) - 1
        words = side.words_of(unit)
        if side.is_block(unit):
            gone.append(Splice(Span(place, place + 1), ""))
        elif side.source[place] == "[":
            put[words.end, "]"] += 1
        else:
            put[words.start, "["] += 1
    return [*gone, *(Splice(Span(place, place), sign * times) for (place, sign), times in put.items())]
