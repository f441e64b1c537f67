"""Positions that both sides added to one wording: where one adds Chile to `[shall - Japan]`, one the EU, all stand."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from zerodraft.core.comparison.merge_attributions import attributions
from zerodraft.core.comparison.merge_columns import Column
from zerodraft.core.comparison.merge_passage import Passage
from zerodraft.core.comparison.merge_runs import covering, words_of
from zerodraft.core.comparison.merge_side import Three
from zerodraft.core.text.position import Stance, attribution
from zerodraft.core.text.splice import Span

_Positions = dict[str, Stance]


def settled_positions(
    places: Sequence[int], row: Sequence[Column], passages: Three[Passage]
) -> Iterator[tuple[range, str]]:
    """Runs of columns that are the positions on one wording and can be settled, and how they read then."""
    if not places:
        return
    mine, other = list(attributions(passages.ours)), list(attributions(passages.theirs))
    for place in places:
        _, ours, theirs = row[place].words
        own, its = _holding(mine, ours), _holding(other, theirs)
        run = covering(row, covering(row, range(place, place + 1), 1, own), 2, its)
        words = words_of(row, run)
        if (words.ours, words.theirs) == (own, its):
            read = (_positions(side, some) for side, some in zip(passages, words, strict=True))
            if text := _settled(Three(*read)):
                yield run, text


def _holding(attributions: Sequence[range], words: range) -> range:
    """The attribution of which these words are a part, or at whose end they would be; none is an empty one."""
    held = (each for each in attributions if each.start <= words.start and words.stop <= each.stop)
    return next(held, range(0))


def _positions(passage: Passage, words: range) -> _Positions:
    text = passage.text(words)
    return {each.name: each.stance for each in attribution(text, Span(0, len(text)))}


def _settled(positions: Three[_Positions]) -> str:
    """The positions that all took, those of ours first; "" where one took two."""
    now: dict[str, Stance] = {}
    for name in {**positions.ours, **positions.theirs}:
        base, ours, theirs = (each.get(name) for each in positions)
        if base not in (ours, theirs) and ours != theirs:
            return ""
        stance = theirs if ours == base else ours
        if stance:
            now[name] = stance
    return "; ".join(_printed(stance, list(names)) for stance, names in groupby(now, key=now.__getitem__))


def _printed(stance: Stance, names: Sequence[str]) -> str:
    return ", ".join(names) + ("" if stance is Stance.PROPOSE else f" {stance.value}")
