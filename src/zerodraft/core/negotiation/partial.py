"""The changes of a proposal, one by one, and the proposal with only some of them.

Numbers count the changes of the proposal as it was made, against the text that was read, so they never change.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from zerodraft.core.comparison.merge_passage import BREAK, SIGNS, Passage
from zerodraft.core.comparison.rebase_edits import Edit, edits, passage
from zerodraft.core.negotiation.proposal import Amendment, Kind, Proposal
from zerodraft.core.negotiation.tabled import Change
from zerodraft.core.text.draft import Draft
from zerodraft.errors import NotThere


def changes_of(proposal: Proposal, read: Draft, parent: Proposal | None = None) -> tuple[Change, ...]:
    """What a proposal changes of the text that was read, in its order; of a sub-amendment, what it changes of the
    wording of its `parent`. A paragraph put in or taken out is one change, a move is the first."""
    return changes_between(*_told(proposal, read, parent))


def in_part(proposal: Proposal, numbers: Collection[int], read: Draft, parent: Proposal | None = None) -> Amendment:
    """The amendment with only those of its changes. NotThere for a number that it doesn't have."""
    amendment, base = _told(proposal, read, parent)
    known = {change.number for change in changes_between(amendment, base)}
    for number in numbers:
        if number not in known:
            raise NotThere("change", str(number), hint=f"{proposal.number or proposal.id} has {_counted(len(known))}.")
    part = amended_in_part(amendment, numbers, base)
    return part if amendment is proposal.amendment else replace(part, to=proposal.amendment.to)


def _told(proposal: Proposal, read: Draft, parent: Proposal | None) -> tuple[Amendment, tuple[str, ...]]:
    """The amendment with the paragraphs that it changes: of the text that was read, or of the wording it amends."""
    amendment = proposal.amendment
    if parent is not None and parent.amendment.wording:
        return wording_only(amendment), parent.amendment.wording
    return amendment, tuple([each.text for each in read.paragraphs[amendment.first : amendment.last]])


def wording_only(amendment: Amendment) -> Amendment:
    """A sub-amendment as it is told: where the paragraphs go is said by what it amends."""
    return replace(amendment, to=None) if amendment.to is not None else amendment


def changes_between(amendment: Amendment, base: Sequence[str]) -> tuple[Change, ...]:
    """The numbered changes, `base` being what the wording takes the place of."""
    return tuple(Change(number, *said) for number, said in enumerate(_changes(amendment, base), start=1))


def _changes(amendment: Amendment, base: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    if not base:
        yield from (("", words, False) for words in amendment.wording)
        return
    if amendment.to is not None:
        yield (BREAK.join(base),) * 2 + (True,)
    if amendment.kind is Kind.DELETE:
        yield from ((words, "", False) for words in base)
    elif amendment.wording:
        before, after = passage(*base), passage(*amendment.wording)
        for edit in _edits(before, after):
            yield _said(before, range(edit.start, edit.end)), _said(after, range(edit.first, edit.last)), False


def _edits(before: Passage, after: Passage) -> list[Edit]:
    """The edits; those that open, close or move the same bracket are one, with the words between."""
    found: list[Edit] = []
    run: list[Edit] = []
    depth = 0
    for edit in edits(before, after):
        run.append(edit)
        depth += _depth(edit.said) - _depth(before.words[edit.start : edit.end])
        if not depth:
            found.append(_as_one(run, after))
            run = []
    return found + run


def _depth(words: Sequence[str]) -> int:
    """How many more brackets these words open than close."""
    return words.count(SIGNS[0]) - words.count(SIGNS[1])


def _as_one(run: Sequence[Edit], after: Passage) -> Edit:
    first, last = run[0], run[-1]
    return Edit(first.start, last.end, first.first, last.last, tuple(after.words[first.first : last.last]))


def amended_in_part(amendment: Amendment, numbers: Collection[int], base: Sequence[str]) -> Amendment:
    """The same where the numbers are known to be right."""
    if not base:
        return replace(amendment, wording=_some(amendment.wording, numbers))
    if amendment.kind is Kind.DELETE:
        return _deleted_in_part(amendment, numbers, base)
    moves = amendment.to is not None
    to = amendment.to if not moves or 1 in numbers else None
    if not amendment.wording:
        return replace(amendment, to=to, wording=() if to is not None else tuple(base))
    before, after = passage(*base), passage(*amendment.wording)
    numbered = list(enumerate(_edits(before, after), start=2 if moves else 1))
    chosen = [edit for number, edit in numbered if number in numbers]
    words = amendment.wording if len(chosen) == len(numbered) else _with_edits(before, after, chosen)
    return replace(amendment, to=to, wording=words)


def _deleted_in_part(amendment: Amendment, numbers: Collection[int], base: Sequence[str]) -> Amendment:
    """Only some paragraphs of a row are taken out: those between stay as they are."""
    chosen = [number - 1 for number in sorted(numbers)] or [0]
    first, last = chosen[0], chosen[-1] + 1
    kept = [words for place, words in enumerate(base[first:last], start=first) if place + 1 not in numbers]
    return replace(amendment, first=amendment.first + first, last=amendment.first + last, wording=tuple(kept))


def _some(wording: Sequence[str], numbers: Collection[int]) -> tuple[str, ...]:
    return tuple([words for number, words in enumerate(wording, start=1) if number in numbers])


def _with_edits(before: Passage, after: Passage, chosen: Sequence[Edit]) -> tuple[str, ...]:
    """Paragraphs with some edits: each brings the space on both its sides."""
    parts: list[str] = []
    done, lead = 0, ""
    for edit in chosen:
        parts += (_led(lead, before, range(done, edit.start)), _led(None, after, range(edit.first, edit.last)))
        done, lead = edit.end, _lead(after, edit.last)
    parts.append(_led(lead, before, range(done, len(before.words))))
    return tuple([words for words in "".join(parts).split(BREAK) if words])


def _led(lead: str | None, side: Passage, words: range) -> str:
    """Some words after the space before them, None for that which they have."""
    if not words:
        return ""
    return (_lead(side, words.start) if lead is None else lead) + _said(side, words)


def _lead(side: Passage, word: int) -> str:
    return "" if word >= len(side.words) or side.words[word] == BREAK else side.lead(word)


def _said(side: Passage, words: range) -> str:
    """Some words as they stand, with a line end for the end of a paragraph."""
    return "".join([("" if word == words.start else _lead(side, word)) + side.words[word] for word in words])


def _counted(changes: int) -> str:
    return "1 change" if changes == 1 else f"{changes} changes"
