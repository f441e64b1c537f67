"""What becomes of a wording that was proposed for some paragraphs, now that they may read otherwise."""

from typing import NamedTuple

from zerodraft.core.comparison.dispute import in_brackets
from zerodraft.core.comparison.following import Gap, Lost, Stretch
from zerodraft.core.comparison.merge_passage import BREAK
from zerodraft.core.comparison.rebase import Outcome, Since, rebased
from zerodraft.core.comparison.rebase_edits import Edit, passage
from zerodraft.core.comparison.tidy import carries_meaning

Wording = tuple[str, ...]

_SEVERITY = (Outcome.ALREADY_IN, Outcome.CLEAN, Outcome.LOOK, Outcome.COLLISION, Outcome.DETACHED)


class Offer(NamedTuple):
    """What a proposal would do to the text as it stands: as in `Tabled`."""

    outcome: Outcome
    reason: str
    first: int
    last: int
    wording: Wording
    to: int | None = None
    alone: Wording | None = None


class Reworded(NamedTuple):
    """The same, of the words alone."""

    outcome: Outcome
    reason: str
    wording: Wording
    alone: Wording | None = None


def detached(reason: str) -> Offer:
    return Offer(Outcome.DETACHED, reason, -1, -1, ())


class Ground:
    """Some paragraphs as they were read, and as they stand; what is the same for all proposals on them is found once.

    `is_plain` is False where one of them is a table or another block, which is taken as it is or not at all.
    """

    __slots__ = ("_found", "_since", "is_plain", "now", "read")

    def __init__(self, read: Wording, now: Wording, *, is_plain: bool = True) -> None:
        self.read = read
        self.now = now
        self.is_plain = is_plain
        self._since: Since | None = None
        self._found: dict[Wording, Reworded] = {}

    def reworded(self, wording: Wording) -> Reworded:
        """What becomes of the wording; no paragraphs take them all out."""
        found = self._found.get(wording)
        if found is None:
            found = self._found[wording] = self._reworded(wording)
        return found

    def _reworded(self, wording: Wording) -> Reworded:
        if self.now == self.read:
            return Reworded(Outcome.CLEAN, "", wording)
        if self.now == wording:
            return self._already_in()
        if wording == self.read:
            return Reworded(Outcome.CLEAN, "", self.now)
        if not self.is_plain:
            return Reworded(Outcome.COLLISION, "The table was changed since.", self.now, wording)
        found = rebased(self.since, passage(*wording))
        if found.outcome is Outcome.ALREADY_IN:
            return self._already_in()
        if not wording:
            return self._taken_out(found.words)
        alone = None if found.alone is None else _paragraphs(found.alone)
        is_torn = found.outcome is Outcome.COLLISION and not found.words
        return Reworded(found.outcome, found.reason, self.now if is_torn else _paragraphs(found.words), alone)

    @property
    def since(self) -> Since:
        if self._since is None:
            self._since = Since.of(self.read, self.now)
        return self._since

    def _already_in(self) -> Reworded:
        several = "paragraphs already have" if len(self.now) > 1 else "paragraph already has"
        return Reworded(Outcome.ALREADY_IN, f"The {several} this change.", self.now)

    def _taken_out(self, bracketed: str) -> Reworded:
        """Paragraphs that are to be taken out, and were changed since."""
        if not any(_matters(edit, self.since) for edit in self.since.edits):
            return Reworded(Outcome.LOOK, "Small words of what it takes out were changed since.", ())
        reason = "What it takes out was reworded since."
        return Reworded(Outcome.COLLISION, reason, _paragraphs(bracketed) if bracketed else self.now, ())


def _matters(edit: Edit, since: Since) -> bool:
    return any(
        carries_meaning(word) for word in (*edit.said, *since.base.words[edit.start : edit.end]) if word != BREAK
    )


def _paragraphs(words: str) -> Wording:
    return tuple([" ".join(each.split()) for each in words.split(BREAK) if each.strip()])


def on_stretch(stretch: Stretch, found: Reworded) -> Offer:
    first, last = stretch.now.start, stretch.now.stop
    return Offer(found.outcome, found.reason, first, last, found.wording, alone=found.alone)


def moved(offer: Offer, gap: Gap | Lost, now: Wording, *, was_moved: bool) -> Offer:
    """The offer of some paragraphs' words, with the paragraphs at another place; `now` is how they read there."""
    if isinstance(gap, Lost):
        return detached("The paragraphs between which it would go were deleted.")
    if offer.first < gap.at < offer.last:
        return detached("The place to which it would go is among its own paragraphs now.")
    if offer.first in gap.added or gap.at in (offer.first, offer.last):
        if offer.wording == now:
            return offer._replace(outcome=Outcome.ALREADY_IN, reason="The paragraph already stands there.")
        return offer
    if offer.outcome is Outcome.ALREADY_IN:
        offer = offer._replace(outcome=Outcome.CLEAN, reason="")
    reason = "Somebody moved the paragraph elsewhere since." if was_moved else gap.reason
    if reason and offer.outcome is Outcome.CLEAN:
        offer = offer._replace(outcome=Outcome.LOOK, reason=reason)
    return offer._replace(to=gap.at)


def put_in(gap: Gap, wording: Wording, stands: range | None, like: range | None, added: Wording) -> Offer:
    """New paragraphs in a gap. Of those `added` there since `stands` are just these, `like` much like them."""
    start = gap.added.start
    if stands is not None:
        several = "These paragraphs stand" if len(wording) > 1 else "This paragraph stands"
        reason = f"{several} there already."
        return Offer(Outcome.ALREADY_IN, reason, start + stands.start, start + stands.stop, wording)
    if like is not None:
        there = added[like.start : like.stop]
        either = tuple(
            [
                one if one == other else in_brackets(one, other, ("", ""))
                for one, other in zip(there, wording, strict=True)
            ]
        )
        reason = "A paragraph much like it was put in there since."
        return Offer(Outcome.COLLISION, reason, start + like.start, start + like.stop, either, alone=wording)
    return Offer(Outcome.LOOK if gap.reason else Outcome.CLEAN, gap.reason, gap.at, gap.at, wording)


def no_better(offer: Offer, than: Outcome, reason: str) -> Offer:
    """The offer, at least as doubtful as another outcome."""
    if _SEVERITY.index(offer.outcome) >= _SEVERITY.index(than):
        return offer
    return offer._replace(outcome=than, reason=reason)
