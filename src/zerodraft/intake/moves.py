"""Paragraphs that a hand took out at one place and put in at another: it moved them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zerodraft.core.comparison.wording import Wording
from zerodraft.core.text.draft import Draft
from zerodraft.intake.deeds import ordinal_of
from zerodraft.intake.folding import folded
from zerodraft.intake.groups import Group, Part, Standing, Woven, joined
from zerodraft.intake.letters import words_of
from zerodraft.intake.scribe import number_signs
from zerodraft.intake.signs import NOBODY, UNMARKED, lines, says_something

# Where the file itself calls it a move, so much of the words must be left; where it doesn't, all of them.
_STILL_THE_SAME = 0.4
_SHORTEST = 4  # words; shorter ones may be put in anywhere


def with_moves(found: Sequence[Group], woven: Sequence[Woven], draft: Draft) -> tuple[Group, ...]:
    """The groups; each pair of a deletion and an insertion that is a move as one, in the place of the first."""
    result: list[Group] = list(found)
    run: list[tuple[int, int]] = []
    for gone, come in sorted(_pairs(found, woven, draft)):
        result[gone] = replace(found[gone], is_done=False, is_below=False)
        result[come] = replace(found[come], is_done=False, is_below=False)
        if run and not (
            (gone - 1, come - 1) == run[-1] and _goes_on(_move(found, run[-1]), _move(found, (gone, come)))
        ):
            result[min(run[0])] = joined([_move(found, pair) for pair in run])
            run = []
        run.append((gone, come))
    if run:
        result[min(run[0])] = joined([_move(found, pair) for pair in run])
    return tuple(result)


def _pairs(found: Sequence[Group], woven: Sequence[Woven], draft: Draft) -> Iterator[tuple[int, int]]:
    """Numbers of groups: the deletion and the insertion of each move."""
    come = {at: _words_of(group, woven) for at, group in enumerate(found) if _is_insertion(group)}
    sought: dict[str, list[int]] = {}
    for at, words in come.items():
        for key in (f"words {words}", *_names(found[at], woven)):
            sought.setdefault(key, []).append(at)
    for at, group in enumerate(found):
        if not _is_deletion(group):
            continue
        text = folded(words_of(draft.paragraphs[group.ordinals[0]].text))
        names = _names(group, woven)
        fits = {
            other
            for key in (f"words {text}", *names)
            for other in sought.get(key, ())
            if other in come and _is_move(group, found[other], (text, come[other]), is_told=key in names)
        }
        if fits:
            best = min(fits, key=lambda other: (come[other] != text, abs(other - at)))
            del come[best]
            yield at, best


def _is_deletion(group: Group) -> bool:
    return group.is_done and group.hand != UNMARKED and len(group.ordinals) == 1 and not group.lines


def _is_insertion(group: Group) -> bool:
    return group.is_done and group.hand != UNMARKED and len(group.lines) == 1 and not group.ordinals


def _words_of(group: Group, woven: Sequence[Woven]) -> str:
    signs, line = woven[group.lines[0].passage].signs, group.lines[0].line
    number = number_signs(signs, line)
    return folded("".join([signs[place].raw for place in line.places if place not in number]))


def _is_move(gone: Group, come: Group, texts: tuple[str, str], *, is_told: bool) -> bool:
    """Whether an insertion is a deleted paragraph at another place; `is_told`: the file calls it a move."""
    if gone.hand != come.hand or gone.ordinals[0] <= come.place <= gone.ordinals[0] + 1:
        return False
    old, new = map(Wording, texts)
    if is_told:
        return old.likeness(new) >= _STILL_THE_SAME
    return texts[0] == texts[1] and len(old.words) >= _SHORTEST


def _names(group: Group, woven: Sequence[Woven]) -> frozenset[str]:
    """The names that the file gives to moves, in what a hand did."""
    return frozenset(
        f"move {change.move}"
        for passage, places in group.parts
        for at in places
        for change in woven[passage].signs[at].changes
        if change.move and change.hand == group.hand
    )


def _move(found: Sequence[Group], pair: tuple[int, int]) -> Group:
    gone, come = found[pair[0]], found[pair[1]]
    return replace(gone, parts=(*gone.parts, *come.parts), lines=come.lines, to=come.place)


def _goes_on(last: Group, move: Group) -> bool:
    """Whether the paragraph that is moved follows another that is moved to the same place."""
    return last.hand == move.hand and last.to == move.to and last.ordinals[-1] + 1 == move.ordinals[0]


def with_unmarked_moves(found: Sequence[Group], woven: Sequence[Woven]) -> tuple[Group, ...]:
    """The groups; paragraphs that stand elsewhere in the file, though nobody marked it, as moves of the sender.
    Neighbours that went to one place together are one."""
    own = {group.parts[0].passage: at for at, group in enumerate(found) if group.hand == UNMARKED and group.is_done}
    result: list[Group] = list(found)
    run: list[Group] = []
    for number, passage in enumerate(woven):
        if passage.moved_to is None or not passage.signs:
            continue
        at = own.get(number)
        move = replace(_as_it_stands(number, passage) if at is None else found[at], to=passage.moved_to)
        if at is not None:
            result[at] = replace(found[at], is_done=False)
        if run and not (run[-1].parts[-1].passage + 1 == number and _goes_on(run[-1], move)):
            result.append(joined(run))
            run = []
        run.append(move)
    return (*result, *([joined(run)] if run else []))


def _as_it_stands(number: int, passage: Woven) -> Group:
    standing = [line for line in lines(passage.signs, NOBODY) if says_something(passage.signs, line)]
    ordinals = tuple(dict.fromkeys(ordinal_of(passage.signs, line) for line in standing))
    part = Part(number, frozenset(range(len(passage.signs))))
    placed = tuple(Standing(number, line) for line in standing)
    return Group(UNMARKED, NOBODY, (part,), ordinals, ordinals[0], placed)
