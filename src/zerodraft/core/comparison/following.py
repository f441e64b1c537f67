"""Where paragraphs that somebody read stand in the last version, and where a place between two of them is now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft

DELETED = "The paragraph was deleted."
ALL_DELETED = "The paragraphs were deleted."
APART = "The paragraphs no longer stand together."
NEIGHBOURS_DELETED = "The paragraphs before and after it were deleted."

Images = Sequence[tuple[int, ...]]
"""For each paragraph of a version those that it has become in another one, rising; () where it is gone."""


class Stretch(NamedTuple):
    """Paragraphs that were read, with those that were joined to them since, and the paragraphs of the last version
    that they have become, with what was put in between; both are ordinals, at least one."""

    read: range
    now: range


class Gap(NamedTuple):
    """A place of the last version: before paragraph `at`, after the paragraphs `added` there since. `reason` is why a
    drafter should look, "" where both neighbours stand side by side."""

    at: int
    added: range
    reason: str


class Lost(NamedTuple):
    """No place is known any more, for the reason of the sentence; `is_deleted` where nothing is left of it."""

    reason: str
    is_deleted: bool = False


class _Step(NamedTuple):
    """One step of a lineage: for each old paragraph the new ones, and which were moved."""

    pairs: Sequence[Pair]
    images: Images
    moved: frozenset[int]

    @classmethod
    def of(cls, pairs: Sequence[Pair], old: Draft) -> "_Step":
        images: list[tuple[int, ...]] = [()] * len(old.paragraphs)
        for pair in pairs:
            for ordinal in pair.old:
                images[ordinal] = pair.new
        moved = frozenset([ordinal for pair in pairs if pair.fate is Fate.MOVED for ordinal in pair.old])
        return cls(pairs, images, moved)


class Trail:
    """The ways of all paragraphs to the last version of a lineage. What `former` found is used where it holds still:
    after one more act only the last step is another."""

    def __init__(self, lineage: Lineage, former: "Trail | None" = None) -> None:
        self.lineage = lineage
        self.now = lineage.versions[-1].draft if lineage.versions else read_draft("")
        self._numbers = {version.text_id: number for number, version in enumerate(lineage.versions)}
        self._images: dict[int, Images] = {}
        self._joined: dict[int, frozenset[int]] = {}
        self._sources: dict[int, dict[int, list[int]]] = {}
        self._texts = [each.text for each in self.now.paragraphs]
        self._reworded: frozenset[int] | None = None
        self._to_previous: dict[int, Images] = {}
        self._former = former
        known: Sequence[_Step] = former._steps if former else ()
        self._steps: Sequence[_Step] = [
            known[number]
            if number < len(known) and known[number].pairs is pairs
            else _Step.of(pairs, self.draft(number))
            for number, pairs in enumerate(lineage.steps)
        ]
        if former is not None:
            former._former = None
            if _same(self._steps[:-1], former._steps[:-1]) and self._begins_as(former):
                self._to_previous = former._to_previous

    def _begins_as(self, former: "Trail") -> bool:
        """Whether the first version is the same; the steps lead from one to the next."""
        both = self.lineage.versions[:1], former.lineage.versions[:1]
        return [each.draft.source for each in both[0]] == [each.draft.source for each in both[1]]

    def version(self, text_id: str) -> int | None:
        """The number of a text among the versions."""
        return self._numbers.get(text_id)

    def draft(self, version: int) -> Draft:
        return self.lineage.versions[version].draft

    def images(self, version: int) -> Images:
        """What the paragraphs of a version have become in the last one; a deleted one that was put back is it again."""
        found = self._images.get(version)
        if found is None:
            found = self._images[version] = self._reached(version)
        return found

    def _reached(self, version: int) -> Images:
        if version == len(self._steps):
            return [(ordinal,) for ordinal in range(len(self.now.paragraphs))]
        reached = _composed(self._previous(version), self._steps[-1].images)
        gone = [ordinal for ordinal, images in enumerate(reached) if not images]
        if gone:
            again = {identity: ordinal for ordinal, identity in enumerate(self.lineage.identities[-1])}
            for ordinal in gone:
                back = again.get(self.lineage.identities[version][ordinal])
                reached[ordinal] = () if back is None else (back,)
        return reached

    def _previous(self, version: int) -> Images:
        """The same up to the version before the last."""
        known = self._to_previous
        if version not in known:
            if version == len(self._steps) - 1:
                known[version] = [(ordinal,) for ordinal in range(len(self.draft(version).paragraphs))]
            else:
                known[version] = _composed(self._steps[version].images, self._previous(version + 1))
        return known[version]

    def shifts(self, version: int) -> Mapping[int, int | None]:
        """The paragraphs of a version that don't stand as they did on the former trail: how much further they do; None
        where one reads otherwise, or isn't one paragraph alone."""
        former, here = self._former, self.images(version)
        if former is None or former.version(self.lineage.versions[version].text_id) != version:
            return dict.fromkeys(range(len(here)))
        were, joined = former.images(version), self.joined(version)
        if were == here and len(self._texts) == len(former._texts):
            other = joined | self._reworded_since(former)
            at = enumerate(here)
            return dict.fromkeys([ordinal for ordinal, now in at if len(now) != 1 or now[0] in other])
        shifts: dict[int, int | None] = {}
        for ordinal, (was, now) in enumerate(zip(were, here, strict=True)):
            if len(was) != 1 or len(now) != 1 or now[0] in joined or self._texts[now[0]] != former._texts[was[0]]:
                shifts[ordinal] = None
            elif was != now:
                shifts[ordinal] = now[0] - was[0]
        return shifts

    def _reworded_since(self, former: "Trail") -> frozenset[int]:
        """The paragraphs that read otherwise on a former trail of as many."""
        if self._reworded is None:
            pairs = enumerate(zip(self._texts, former._texts, strict=True))
            self._reworded = frozenset([place for place, (now, was) in pairs if now != was])
        return self._reworded

    def joined(self, version: int) -> frozenset[int]:
        """The paragraphs of the last version that several of this one have become."""
        found = self._joined.get(version)
        if found is None:
            counted = Counter(chain.from_iterable(self.images(version)))
            found = self._joined[version] = frozenset([each for each, times in counted.items() if times > 1])
        return found

    def sources(self, version: int) -> dict[int, list[int]]:
        """For paragraphs of the last version those of this one that became them, rising; new ones are left out."""
        found = self._sources.get(version)
        if found is None:
            found = self._sources[version] = {}
            for ordinal, images in enumerate(self.images(version)):
                for image in images:
                    found.setdefault(image, []).append(ordinal)
        return found

    def stretch(self, version: int, first: int, last: int) -> Stretch | Lost:
        """What became of paragraphs `first` to `last` of a version."""
        images = self.images(version)
        if last - first == 1 and len(images[first]) == 1 and images[first][0] not in self.joined(version):
            return Stretch(range(first, last), range(images[first][0], images[first][0] + 1))
        read = self._with_joined(version, range(first, last))
        here = [image for ordinal in read for image in images[ordinal]]
        if not here:
            return Lost(DELETED if last - first == 1 else ALL_DELETED, is_deleted=True)
        now = range(here[0], here[-1] + 1)
        if any(before > after for before, after in pairwise(here)):
            return Lost(APART)
        strangers = {*now} - {*here}
        if strangers and not strangers.isdisjoint(self.sources(version)):
            return Lost(APART)
        return Stretch(read, now)

    def _with_joined(self, version: int, read: range) -> range:
        """The paragraphs, and all between them and those that were joined to one of them."""
        images, joined = self.images(version), self.joined(version)
        while joined:
            shared = [image for ordinal in read for image in images[ordinal] if image in joined]
            partners = [source for image in shared for source in self.sources(version)[image]]
            wider = range(min([read.start, *partners]), max([read.stop - 1, *partners]) + 1)
            if wider == read:
                break
            read = wider
        return read

    def gap(self, version: int, place: int, passing: range = range(0)) -> Gap | Lost:
        """Where the place before paragraph `place` of a version is; the ends of the text are neighbours that nobody
        deletes. The paragraphs `passing` of the last version part nobody, and count as added where they stand."""
        images = self.images(version)
        before = images[place - 1][-1:] if place else (-1,)
        after = images[place][:1] if place < len(images) else (len(self.now.paragraphs),)
        if not (before or after):
            return Lost(NEIGHBOURS_DELETED)
        if not before:
            return Gap(after[0], self._added_before(version, after[0]), "The paragraph before its place was deleted.")
        if not after:
            return self._gap_after(version, before[0], "The paragraph after its place was deleted.")
        if before[0] == after[0]:
            return Gap(before[0] + 1, range(before[0] + 1, before[0] + 1), "The paragraphs around it were joined.")
        between = range(before[0] + 1, after[0])
        if after[0] < before[0] or any(each not in passing and each in self.sources(version) for each in between):
            return self._gap_after(version, before[0], "The paragraphs around its place were parted.")
        others = len(between) > len(passing) if between and between[0] <= passing.start < between.stop else between
        return Gap(after[0], between, "Somebody put a paragraph in at this place since." if others else "")

    def _gap_after(self, version: int, before: int, reason: str) -> Gap:
        sources, end = self.sources(version), before + 1
        while end < len(self.now.paragraphs) and end not in sources:
            end += 1
        return Gap(end, range(before + 1, end), reason)

    def _added_before(self, version: int, after: int) -> range:
        sources, start = self.sources(version), after
        while start and start - 1 not in sources:
            start -= 1
        return range(start, after)

    def nearest(self, version: int, ordinal: int) -> int:
        """The place of the last version after what came before a paragraph that is gone."""
        images = self.images(version)
        return next((images[each][-1] + 1 for each in range(ordinal - 1, -1, -1) if images[each]), 0)

    def is_moved(self, version: int, ordinal: int) -> bool:
        """Whether somebody moved the paragraph since."""
        here: tuple[int, ...] = (ordinal,)
        for step in self._steps[version:]:
            if not step.moved.isdisjoint(here):
                return True
            here = tuple([image for each in here for image in step.images[each]])
        return False


def _same(steps: Sequence[object], others: Sequence[object]) -> bool:
    return len(steps) == len(others) and all(one is other for one, other in zip(steps, others, strict=True))


def _composed(first: Images, then: Images) -> list[tuple[int, ...]]:
    return [
        then[at[0]] if len(at) == 1 else tuple(sorted({image for each in at for image in then[each]})) for at in first
    ]
