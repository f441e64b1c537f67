"""The places that proposals are about, followed to the text as it stands; proposals on one place share the work."""

from collections.abc import Mapping
from typing import NamedTuple

from zerodraft.core.comparison.following import Gap, Lost, Stretch, Trail
from zerodraft.core.comparison.placement import TEXT_UNKNOWN
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.comparison.wording import Wording as Counted
from zerodraft.core.negotiation.offering import Ground, Offer, Reworded, Wording, detached, moved, on_stretch, put_in
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.draft import Draft, Kind

NO_SUCH_PARAGRAPH = "The text that was read has no such paragraph."
_BLOCKS = (Kind.TABLE, Kind.OPAQUE)
# Share of common words from which a paragraph that was put in is taken for another wording of the proposed one.
_LIKE = 0.6


class Key(NamedTuple):
    """The place of an amendment in the text that was read."""

    text_id: str
    first: int
    last: int
    to: int | None

    @property
    def taken(self) -> range:
        return range(self.first, self.last)

    @classmethod
    def of(cls, amendment: Amendment) -> "Key":
        return cls(amendment.text_id, amendment.first, amendment.last, amendment.to)


class Wish(NamedTuple):
    """What is still open of a proposal: `wording` in place of `base`, and whether they go to another place."""

    base: Wording
    wording: Wording
    moves: bool


class Where(NamedTuple):
    """A place today. `stretch` are its paragraphs, None for an insertion; `gap` is where something would be put in,
    None where nothing is. `now` are the paragraphs of the stretch, or those that were put into the gap."""

    version: int
    stretch: Stretch | Lost | None
    gap: Gap | Lost | None
    was_moved: bool
    now: Wording

    def shifted(self, by: int) -> "Where":
        """The same, so many paragraphs further on."""
        stretch, gap = self.stretch, self.gap
        if isinstance(stretch, Stretch):
            stretch = Stretch(stretch.read, range(stretch.now.start + by, stretch.now.stop + by))
        if isinstance(gap, Gap):
            gap = Gap(gap.at + by, range(gap.added.start + by, gap.added.stop + by), gap.reason)
        return Where(self.version, stretch, gap, self.was_moved, self.now)


class Seat:
    """One place, and how it reads now. `stands_on` are the paragraphs that were read on which the place depends: its
    own, and those around where something goes. It is steady where it stays the same place as long as they do."""

    __slots__ = ("_behind", "_ground", "_where", "base", "is_steady", "key", "stands_on")

    def __init__(self, key: Key) -> None:
        self.key = key
        self.base: Wording = ()
        self.is_steady = False
        goes = key.first if key.first == key.last else key.to
        around = () if goes is None else (max(0, goes - 1), goes)
        self.stands_on = (*key.taken, *around)
        self._where: Where | Lost | None = None
        self._behind = 0  # how much further the place is than `_where` says
        self._ground: Ground | None = None

    def shift(self, shifts: Mapping[int, int | None]) -> int | None:
        """Go as far as all paragraphs it stands on have gone, if it is steady; None where they parted."""
        stands_on = self.stands_on
        by = shifts.get(stands_on[0])
        if not by or (len(stands_on) > 1 and any(shifts.get(ordinal) != by for ordinal in stands_on)):
            return None
        self._behind += by
        return by

    def is_where_it_was_moved(self, trail: Trail) -> bool:
        """Of a steady place of what moves: whether others moved that since, or left it, as before."""
        assert isinstance(self._where, Where)
        return trail.is_moved(self._where.version, self.key.first) == self._where.was_moved

    def follow(self, trail: Trail) -> bool:
        """Find the place in the last version; False where all is as it was the last time."""
        former, where = self.where, self._found(trail)
        if where == former:
            return False
        if _ground_of(where) != _ground_of(former):
            self._ground = None
            self.base = texts(trail.draft(where.version), self.key.taken) if isinstance(where, Where) else ()
        self._where, self._behind = where, 0
        self.is_steady = self._is_steady(where, trail)
        return True

    def _is_steady(self, where: Where | Lost, trail: Trail) -> bool:
        """Whether it stays the same place as long as the paragraphs on which it stands stay as they are."""
        if not isinstance(where, Where) or isinstance(where.stretch, Lost) or isinstance(where.gap, Lost):
            return False
        if where.stretch and len(where.now) != len(self.key.taken):
            return False
        if where.gap is None:
            return True
        is_inside = 0 < self.stands_on[-1] < len(trail.draft(where.version).paragraphs)
        return is_inside and not (where.gap.added or where.gap.reason)

    @property
    def where(self) -> Where | Lost | None:
        """The place as it was found last."""
        if self._behind and isinstance(self._where, Where):
            self._where = self._where.shifted(self._behind)
        self._behind = 0
        return self._where

    @property
    def put_in(self) -> Wording:
        """The paragraphs that were put into it since, where it is a gap."""
        where = self.where
        return where.now if isinstance(where, Where) and where.stretch is None else ()

    def _found(self, trail: Trail) -> Where | Lost:
        text_id, first, last, to = self.key
        version = trail.version(text_id)
        if version is None:
            return Lost(TEXT_UNKNOWN)
        end = len(trail.draft(version).paragraphs)
        if not 0 <= first <= last <= end or not (to is None or 0 <= to <= end):
            return Lost(NO_SUCH_PARAGRAPH)
        if first == last:
            gap = trail.gap(version, first)
            return Where(version, None, gap, False, texts(trail.now, gap.added) if isinstance(gap, Gap) else ())
        stretch = trail.stretch(version, first, last)
        if isinstance(stretch, Lost):
            place = Gap(trail.nearest(version, first), range(0), "") if stretch.is_deleted else None
            return Where(version, stretch, place, False, ())
        now = texts(trail.now, stretch.now)
        if to is None:
            return Where(version, stretch, None, False, now)
        return Where(version, stretch, trail.gap(version, to, stretch.now), trail.is_moved(version, first), now)

    def offer(self, wish: Wish, trail: Trail) -> Offer:
        """What becomes of a wish for this place."""
        where = self.where
        assert where is not None, "it was never followed"
        if isinstance(where, Lost):
            return detached(where.reason)
        version, stretch, gap, was_moved, now = where
        if stretch is None:
            assert gap is not None
            return _put_in(wish, gap, now)
        if isinstance(stretch, Lost):
            return _out_already(gap.at) if isinstance(gap, Gap) and not wish.wording else detached(stretch.reason)
        found = on_stretch(stretch, self._reworded(wish, stretch, trail.draft(version), trail.now))
        return moved(found, gap, now, was_moved=was_moved) if gap and wish.moves else found

    def _reworded(self, wish: Wish, stretch: Stretch, read: Draft, now: Draft) -> Reworded:
        """The words, among those of paragraphs that were joined to them since."""
        before, after = range(stretch.read.start, self.key.first), range(self.key.last, stretch.read.stop)
        wording = (*texts(read, before), *wish.wording, *texts(read, after))
        base = (*texts(read, before), *wish.base, *texts(read, after))
        if self._ground is None or base != self._ground.read:
            self._ground = _ground(base, stretch, read, now)
        found = self._ground.reworded(wording)
        if found.outcome is Outcome.COLLISION and stretch.read != self.key.taken:
            # What others took out of the joined paragraph would come back as words of this proposal.
            return Reworded(found.outcome, found.reason, self._ground.now)
        return found


def _put_in(wish: Wish, gap: Gap | Lost, now: Wording) -> Offer:
    """New paragraphs. Where some of them were accepted already, the others go around those."""
    if isinstance(gap, Lost):
        return detached(gap.reason)
    if wish.base and now:
        return on_stretch(Stretch(range(0), gap.added), Ground(wish.base, now).reworded(wish.wording))
    left = tuple([words for words in wish.wording if words not in wish.base])
    stands = _place(now, left)
    return put_in(gap, left, stands, _like(now, left) if stands is None else None, now)


def _ground_of(where: Where | Lost | None) -> object:
    """What the words of a place depend on, wherever it is."""
    if isinstance(where, Where) and isinstance(where.stretch, Stretch):
        return where.version, where.stretch.read, where.now
    return where


def _ground(base: Wording, stretch: Stretch, read: Draft, now: Draft) -> Ground:
    kinds = (
        *read.paragraphs[stretch.read.start : stretch.read.stop],
        *now.paragraphs[stretch.now.start : stretch.now.stop],
    )
    return Ground(base, texts(now, stretch.now), is_plain=not any(each.kind in _BLOCKS for each in kinds))


def _out_already(place: int) -> Offer:
    return Offer(Outcome.ALREADY_IN, "It is out of the text already.", place, place, ())


def _place(now: Wording, wording: Wording) -> range | None:
    """Where some paragraphs stand together among others."""
    size = len(wording)
    found = (place for place in range(len(now) - size + 1) if now[place : place + size] == wording)
    return next((range(place, place + size) for place in found), None)


def _like(now: Wording, wording: Wording) -> range | None:
    """Where paragraphs stand that are much like others."""
    if not now:
        return None
    size = len(wording)
    wanted = [Counted(words) for words in wording]
    there = [Counted(words) for words in now]
    best: tuple[float, int] = (_LIKE, 1)
    for place in range(len(now) - size + 1):
        likeness = sum(one.likeness(other) for one, other in zip(wanted, there[place:], strict=False)) / size
        best = max(best, (likeness, -place))
    return range(-best[1], size - best[1]) if best[1] < 1 else None


def texts(draft: Draft, ordinals: range) -> Wording:
    return tuple([each.text for each in draft.paragraphs[ordinals.start : ordinals.stop]])
