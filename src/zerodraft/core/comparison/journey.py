"""A lineage that grows, and anchors on their way along it: what was once traced and carried is kept.

A pause of typing asks where 10,000 comments stand in a text that differs by a word: that is one step from the
version before, and the comments of the paragraphs that it leaves alone stand where they stood. The answer is the
one that `trace` and `place_all` give from the first version on.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Anchor, Detached, Place
from zerodraft.core.comparison.carrying import UnderWay, carried, set_out
from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.lineage import Lineage, Version, extend
from zerodraft.core.comparison.placement import NOT_QUOTED, Landing, by_anchor

Told = Callable[[int, int], None]
"""How far one is: versions done, versions in all."""


class Reached(NamedTuple):
    """The end of a journey: the lineage up to the last version, and where each anchor stands in it."""

    lineage: Lineage
    places: tuple[Place, ...]


@dataclass(slots=True)
class _Stage:
    """One version that was reached. `places`, by index of the anchor, is filled when it is asked for, and so is
    `adrift`: the anchors of which no words are under way, by the identity of the paragraph where they stood."""

    lineage: Lineage
    under_way: UnderWay
    reasons: Mapping[int, str]
    places: list[Place] = field(default_factory=list)
    adrift: dict[int, list[int]] | None = None


class Journey:
    """The stages of one document. Invariant: no text stands twice among its versions."""

    def __init__(self) -> None:
        self._stages: list[_Stage] = []
        self._anchors: list[Anchor] = []
        # By identity, for `_anchors` holds them: the hashes of 10,000 anchors take 7 ms.
        self._known: dict[int, int] = {}
        self._born: dict[str, list[int]] = {}
        self._shifted: list[Place] = []
        self._asked: tuple[tuple[Anchor, ...], list[int]] = (), []
        self._end: tuple[_Stage | None, _Stage] | None = None

    def reach(
        self, before: Sequence[Version], last: Version, anchors: Sequence[Anchor], told: Told | None = None
    ) -> Reached:
        """Where the anchors stand in `last`, after the versions `before` it, oldest first.

        The versions before are kept as stages for the next time; of the last, which is what is being typed, only one.
        """
        self._trace(before, told)
        indices = self._indices(tuple(anchors))
        depth = len(before)
        if depth < len(self._stages) and self._stages[depth].lineage.versions[-1].text_id == last.text_id:
            end = self._stages[depth]
        else:
            end = self._end_after(self._stages[depth - 1] if depth else None, last)
        if not indices:
            return Reached(end.lineage, ())
        self._place(depth, end)
        return Reached(end.lineage, tuple(map(end.places.__getitem__, indices)))

    def _end_after(self, stage: _Stage | None, last: Version) -> _Stage:
        """The last step; where the same text is asked for again, as after each act, it is made once."""
        former = self._end
        if former is None or former[0] is not stage or former[1].lineage.versions[-1].text_id != last.text_id:
            former = self._end = stage, self._next(stage, last)
        return former[1]

    def _indices(self, anchors: tuple[Anchor, ...]) -> Sequence[int]:
        """Those of the anchors asked for; usually they are those of the last time."""
        if self._asked[0] != anchors:
            self._set_out([anchor for anchor in anchors if id(anchor) not in self._known])
            self._asked = anchors, [self._known[id(anchor)] for anchor in anchors]
        return self._asked[1]

    def _trace(self, versions: Sequence[Version], told: Told | None) -> None:
        """Bring the stages in line with the versions; later ones that don't contradict them stay."""
        stages = self._stages
        same = 0
        for stage, version in zip(stages, versions, strict=False):
            if stage.lineage.versions[-1].text_id != version.text_id:
                break
            same += 1
        if same < len(versions):
            del stages[same:]
        for number in range(same, len(versions)):
            if told:
                told(number - same, len(versions) - same)
            stages.append(self._next(stages[-1] if stages else None, versions[number]))

    def _next(self, stage: _Stage | None, version: Version) -> _Stage:
        """All known anchors one step further."""
        lineage = extend(stage.lineage if stage else Lineage(), version)
        number = len(lineage.versions) - 1
        reasons = dict(stage.reasons) if stage else {}
        under_way = carried(stage.under_way, lineage, number, reasons) if stage else {}
        return _Stage(lineage, _together(under_way, self._beginning(version, self._born)), reasons)

    def _beginning(self, version: Version, born: Mapping[str, Iterable[int]]) -> UnderWay:
        under_way: UnderWay = {}
        for index in born.get(version.text_id, ()):
            set_out(index, self._anchors[index], version.draft, under_way)
        return under_way

    def _set_out(self, fresh: Sequence[Anchor]) -> None:
        """Take new anchors along, through all stages that are there; the others are not carried again."""
        if not fresh:
            return
        self._end = None
        born: dict[str, list[int]] = {}
        for anchor in fresh:
            self._known[id(anchor)] = len(self._anchors)
            born.setdefault(anchor.text_id, []).append(len(self._anchors))
            self._born.setdefault(anchor.text_id, []).append(len(self._anchors))
            self._anchors.append(anchor)
        under_way: UnderWay = {}
        reasons: dict[int, str] = {}
        for number, stage in enumerate(self._stages):
            if under_way:
                under_way = carried(under_way, stage.lineage, number, reasons)
            under_way = _together(under_way, self._beginning(stage.lineage.versions[-1], born))
            stage.under_way = _together(stage.under_way, under_way)
            stage.reasons = {**stage.reasons, **reasons}
            stage.adrift = None
            if stage.places:
                stage.places += self._landed(stage, range(len(stage.places), len(self._anchors)))

    # --- places ------------------------------------------------------------------------------

    def _place(self, depth: int, end: _Stage) -> None:
        """Fill in where all anchors stand: from the places one stage before, where most of them only stay."""
        if end.places:
            return
        if depth == 0:
            end.places = self._landed(end, range(len(self._anchors)))
            return
        before = self._stages[depth - 1]
        if depth > 1 and self._stages[depth - 2].places:
            self._place(depth - 1, before)
        elif not before.places:
            before.places = self._landed(before, range(len(self._anchors)))
        end.places = self._stepped(before, end)

    def _stepped(self, before: _Stage, end: _Stage) -> list[Place]:
        now = [_CHANGED] * len(before.lineage.versions[-1].draft.paragraphs)
        for pair in end.lineage.steps[-1]:
            if pair.fate is Fate.KEPT:
                now[pair.old[0]] = pair.new[0]
        places = before.places.copy()
        if any(old != new != _CHANGED for old, new in enumerate(now)):
            self._shift(places, now)
        astir = sorted(self._astir(before, end, now))
        for index, place in zip(astir, self._landed(end, astir), strict=True):
            places[index] = place
        self._shifted = places
        return places

    def _shift(self, places: list[Place], now: Sequence[int]) -> None:
        """Count the ordinals anew. Where a paragraph was put in above, every pause of typing does it to the same end:
        the places of the last time serve again, for whoever compares them by identity."""
        known = self._shifted if len(self._shifted) == len(places) else places
        for index, place in enumerate(places):
            if isinstance(place, Detached) or now[place.ordinal] == place.ordinal:
                continue
            kind, ordinal, last = type(place), now[place.ordinal], known[index]
            if type(last) is kind and (last.ordinal, last.start, last.end) == (ordinal, place.start, place.end):
                places[index] = last
            else:
                places[index] = kind(ordinal, place.start, place.end)

    def _astir(self, before: _Stage, end: _Stage, now: Sequence[int]) -> set[int]:
        """The anchors that may stand differently after a step: those with words in a changed paragraph, those whose
        words were lost and may have been put back into one, and those that begin here."""
        changed = [ordinal for ordinal, new in enumerate(now) if new == _CHANGED]
        stayed = {new for new in now if new != _CHANGED}
        fresh = [ordinal for ordinal in range(len(end.lineage.identities[-1])) if ordinal not in stayed]
        astir = {index for ordinal in changed for index, _, _ in before.under_way.get(ordinal, ())}
        adrift = self._adrift(before)
        for lineage, ordinals in ((before.lineage, changed), (end.lineage, fresh)):
            for identity in _with_parents(lineage, ordinals):
                astir.update(adrift.get(identity, ()))
        return astir.union(self._born.get(end.lineage.versions[-1].text_id, ()))

    def _adrift(self, stage: _Stage) -> dict[int, list[int]]:
        if stage.adrift is None:
            stage.adrift = {}
            births = _births(stage.lineage)
            settled = {index for pieces in stage.under_way.values() for index, _, _ in pieces}
            for index, anchor in enumerate(self._anchors):
                birth = births.get(anchor.text_id)
                if birth is not None and index not in settled and index in stage.reasons:
                    stage.adrift.setdefault(stage.lineage.identities[birth][anchor.ordinal], []).append(index)
        return stage.adrift

    def _landed(self, stage: _Stage, indices: Sequence[int]) -> list[Place]:
        """Where some anchors stand at a stage, worked out from their pieces."""
        births = _births(stage.lineage)
        arrived = by_anchor(stage.under_way, indices if isinstance(indices, range) else frozenset(indices))
        landing = Landing(stage.lineage)
        return [
            landing.of(anchor, births.get(anchor.text_id), arrived.get(index), stage.reasons.get(index, NOT_QUOTED))
            for index, anchor in ((index, self._anchors[index]) for index in indices)
        ]


_CHANGED = -1  # a paragraph that isn't the same any more


def _births(lineage: Lineage) -> dict[str, int]:
    return {version.text_id: number for number, version in enumerate(lineage.versions)}


def _with_parents(lineage: Lineage, ordinals: Iterable[int]) -> set[int]:
    """The identities of paragraphs of the last version, and those from which they were split."""
    found: set[int] = set()
    for ordinal in ordinals:
        here: int | None = lineage.identities[-1][ordinal]
        while here is not None and here not in found:
            found.add(here)
            here = lineage.strands[here].parent
    return found


def _together(one: UnderWay, other: UnderWay) -> UnderWay:
    """The pieces of both; neither is changed, for stages share them."""
    if not other:
        return one
    return {**one, **{ordinal: [*one.get(ordinal, ()), *pieces] for ordinal, pieces in other.items()}}
