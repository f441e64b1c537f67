"""A tabled proposal put into the source: outside of what it changes every byte stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from zerodraft.core.comparison.pairing import Pairs, paired
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.comparison.redline import changed_words
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import ASIDE, Draft, Kind, Paragraph
from zerodraft.core.text.label import label_at
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.rewording import rewordings, wholly_reworded
from zerodraft.core.text.setting import (
    gap_after,
    line_end_of,
    next_labels,
    parting,
    sibling_before,
    taken_out,
    typed_label,
)
from zerodraft.core.text.splice import Span, Splice, splice
from zerodraft.core.text.words import fold, words
from zerodraft.errors import Refusal

_BLOCKS = (Kind.TABLE, Kind.OPAQUE)
_COUNTED = (Kind.OPERATIVE, Kind.PREAMBULAR)
_HEADING = re.compile(r"#{1,6}\s")
_SUB_LABEL = re.compile(r"\([^)]*\)|(?<=\))[a-z]+\.")


def splices(draft: Draft, tabled: Tabled) -> tuple[Splice, ...]:
    """What puts a proposal into the text on which it was tabled; nothing where it is in already.

    Law: the new text has the tabled wording in its place, and all other paragraphs byte for byte. Words that stay keep
    their lines; new paragraphs are numbered and parted as their neighbours are. Raises `Refusal` for a detached
    proposal, and for words that would not read as the paragraphs that were proposed.
    """
    if tabled.outcome is Outcome.DETACHED:
        raise Refusal(
            f"{_name(tabled)} can't be put in: {tabled.reason}", "It can be proposed anew for the text as it stands."
        )
    if tabled.outcome is Outcome.ALREADY_IN:
        return ()
    for is_whole in (False, True):
        made = _Setting(draft, tabled, is_whole=is_whole).made()
        if _reads_so(draft, tabled, made):
            return made
    raise Refusal(
        f"{_name(tabled)} can't be put in: its words would not read as the paragraphs that were proposed.",
        "They may begin like a heading, a list or a table; accept it with other words.",
    )


def _name(tabled: Tabled) -> str:
    return tabled.proposal.number or tabled.proposal.id


def _reads_so(draft: Draft, tabled: Tabled, made: Sequence[Splice]) -> bool:
    """The law: all paragraphs read as they should in the new text."""
    new = read_draft(splice(draft.source, made))
    wanted: list[Paragraph | str] = [*draft.paragraphs]
    place = tabled.first if tabled.to is None else tabled.to
    if tabled.to is not None and tabled.to > tabled.first:
        place -= tabled.last - tabled.first
    del wanted[tabled.first : tabled.last]
    wanted[place:place] = tabled.wording
    return len(wanted) == len(new.paragraphs) and all(
        _is_so(is_now, each, (draft, new)) for is_now, each in zip(new.paragraphs, wanted, strict=True)
    )


def _is_so(now: Paragraph, wanted: Paragraph | str, drafts: tuple[Draft, Draft]) -> bool:
    raw = now.span.of(drafts[1].source)
    if isinstance(wanted, str):
        return wanted == now.text or wanted == fold(raw)
    return raw == wanted.span.of(drafts[0].source)


class _Setting:
    """The splices as they are made. With `is_whole` a reworded paragraph is written anew, on one line, and a new one
    stands between empty lines."""

    def __init__(self, draft: Draft, tabled: Tabled, *, is_whole: bool) -> None:
        self._draft = draft
        self._tabled = tabled
        self._is_whole = is_whole
        self._made: list[Splice] = []

    def made(self) -> tuple[Splice, ...]:
        tabled = self._tabled
        if tabled.first == tabled.last:
            self._insert(tabled.first - 1, self._sibling(), tabled.wording)
        elif tabled.to is None:
            self._replace(self._pairs())
        else:
            self._move(tabled.to, self._pairs())
        return _as_one(self._made)

    def _pairs(self) -> Pairs:
        """Ordinals of the paragraphs, and places in the wording."""
        first, last = self._tabled.first, self._tabled.last
        found = paired([each.text for each in self._draft.paragraphs[first:last]], self._tabled.wording)
        return [(None if was is None else first + was, now) for was, now in found]

    def _replace(self, pairs: Pairs) -> None:
        kept = self._tabled.first - 1
        fresh: list[str] = []
        gone: list[int] = []
        for was, now in pairs:
            if now is None:
                gone += () if was is None else (was,)
            elif was is None:
                fresh.append(self._tabled.wording[now])
            else:
                self._insert(kept, self._sibling_among(kept, was), fresh)
                fresh, kept = [], was
                self._made += self._reworded(was, self._tabled.wording[now])
        self._insert(kept, kept, fresh)
        self._take_out(gone)

    def _sibling_among(self, kept: int, following: int) -> int | None:
        return kept if kept >= self._tabled.first else sibling_before(self._draft, following, following)

    def _reworded(self, ordinal: int, wording: str) -> Sequence[Splice]:
        paragraph = self._draft.paragraphs[ordinal]
        if paragraph.text == wording:
            return ()
        if self._is_whole or paragraph.kind in _BLOCKS:
            return (wholly_reworded(self._draft, ordinal, wording),)
        old, new = words(paragraph.text), words(wording)
        return rewordings(self._draft, ordinal, wording, list(_kept(old, new)))

    def _take_out(self, ordinals: Sequence[int]) -> None:
        run: list[int] = []
        for ordinal in ordinals:
            if run and (ordinal != run[-1] + 1 or not gap_after(self._draft, run[-1])):
                self._made.append(Splice(taken_out(self._draft, range(run[0], run[-1] + 1)), ""))
                run = []
            run.append(ordinal)
        if run:
            self._made.append(Splice(taken_out(self._draft, range(run[0], run[-1] + 1)), ""))

    def _sibling(self) -> int | None:
        """The paragraph that new ones go on from: the one that was cited, which may have sub-paragraphs; where that is
        a heading, a numbered one before it if numbered ones follow."""
        place, paragraphs = self._tabled.first, self._draft.paragraphs
        found = _cited(self._draft, place, self._tabled.proposal.paragraph)
        follows_counted = place < len(paragraphs) and paragraphs[place].kind in _COUNTED
        if follows_counted and (found is None or paragraphs[found].kind not in (*_COUNTED, Kind.SUB)):
            return sibling_before(self._draft, place, place)
        return found

    def _insert(self, after: int, sibling: int | None, wording: Iterable[str]) -> None:
        """New paragraphs after one, -1 for the beginning, numbered as the next ones of their sibling."""
        following = after + 1 if after + 1 < len(self._draft.paragraphs) else None
        labels = _labels(self._draft, sibling, following)
        texts = [each if _brings_its_own(each) else next(labels) + each for each in wording]
        self._put(after, after if sibling is None else sibling, texts)

    def _put(self, after: int, sibling: int, texts: Sequence[str]) -> None:
        draft = self._draft
        widest = 2 * line_end_of(draft.source)
        if texts and after < 0:
            start = draft.paragraphs[0].span.start if draft.paragraphs else len(draft.source)
            self._made.append(Splice(Span(start, start), "".join([text + widest for text in texts])))
        elif texts:
            gap = widest if self._is_whole else parting(draft, after, sibling)
            end = draft.paragraphs[after].span.end
            self._made.append(Splice(Span(end, end), "".join([gap + text for text in texts])))

    def _move(self, to: int, pairs: Pairs) -> None:
        """The paragraphs as they stand, with other words and numbers; their sub-paragraphs keep theirs."""
        draft, moved = self._draft, range(self._tabled.first, self._tabled.last)
        head = draft.paragraphs[moved[0]]
        sibling = sibling_before(draft, to, moved[0], but=moved)
        labels = repeat("") if sibling is None else next_labels(draft, sibling)
        parts: list[str] = []
        for was, now in pairs:
            if now is None:
                continue
            if was is None:
                text = next(labels) + self._tabled.wording[now]
            else:
                here = draft.paragraphs[was]
                is_head = (here.kind, here.level) == (head.kind, head.level)
                text = self._as_moved(was, self._tabled.wording[now], next(labels) if is_head else "")
            is_kept_apart = was is not None and was > moved[0] and not self._is_whole
            between = gap_after(draft, was - 1) if was is not None and is_kept_apart else ""
            parts += [between or 2 * line_end_of(draft.source), text] if parts else [text]
        self._put(to - 1, moved[0], ["".join(parts)])
        self._take_out(moved)

    def _as_moved(self, ordinal: int, wording: str, label: str) -> str:
        span = self._draft.paragraphs[ordinal].span
        typed = typed_label(self._draft, ordinal)
        changes = [
            Splice(Span(each.span.start - span.start, each.span.end - span.start), each.text)
            for each in self._reworded(ordinal, wording)
        ]
        if typed and label:
            changes.append(Splice(Span(0, len(typed)), label))
        return splice(span.of(self._draft.source), _as_one(changes))


def _brings_its_own(wording: str) -> bool:
    """Whether the words begin with a number, or as a heading."""
    return bool(_HEADING.match(wording) or label_at(wording, 0, len(wording)))


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    was = now = 0
    for old_start, old_end, new_start, new_end in [*changed_words(old, new), (len(old), len(old), len(new), len(new))]:
        yield from zip(range(was, old_start), range(now, new_start), strict=True)
        was, now = old_end, new_end


def _as_one(made: Sequence[Splice]) -> tuple[Splice, ...]:
    """The splices in order; those that begin at one point are one, in the order in which they were made."""
    found: dict[int, Splice] = {}
    for each in made:
        former = found.get(each.span.start)
        if former:
            each = Splice(Span(each.span.start, max(former.span.end, each.span.end)), former.text + each.text)
        found[each.span.start] = each
    return tuple(sorted(found.values()))


def _cited(draft: Draft, place: int, cite: str) -> int | None:
    """The nearest paragraph before a place that is as deep as the one that was cited: 12, 12(a), 12(a)(i)."""
    if not cite:
        return place - 1 if place else None
    depth = len(_SUB_LABEL.findall(cite))
    for ordinal in range(place - 1, -1, -1):
        here = draft.paragraphs[ordinal]
        if (here.level if here.kind is Kind.SUB else 0) == depth and here.kind not in ASIDE:
            return ordinal
        if depth and here.kind is not Kind.SUB and here.kind not in ASIDE:
            break
    return place - 1 if place else None


def _labels(draft: Draft, sibling: int | None, following: int | None) -> Iterator[str]:
    """The numbers of new paragraphs; before the first numbered one of all they have the number of that."""
    if sibling is not None:
        return next_labels(draft, sibling)
    is_counted = following is not None and draft.paragraphs[following].kind in _COUNTED
    return repeat(typed_label(draft, following) if following is not None and is_counted else "")
