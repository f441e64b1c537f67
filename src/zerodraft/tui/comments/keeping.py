"""Words that were typed and not recorded: they wait on the disk for the next time somebody speaks to the same thing,
here or on the command line."""

from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.unrecorded import Unrecorded
    from zerodraft.tui.house import House


class Waiting(NamedTuple):
    """Words of an earlier time; `fits` says that the same stands there now as when they were typed."""

    words: str
    fits: bool


class Spot(NamedTuple):
    """What is spoken to: `("comment", "36")` or `("reply", "jpn-7f3a")`. `stands` is what reads there now, `said` what
    was recorded there."""

    place: tuple[str, str]
    stands: str
    said: tuple[Comment, ...]


class Keeping:
    """The words for one place of a document."""

    def __init__(self, house: "House", slug: str, spot: Spot) -> None:
        self._house = house
        self._slug = slug
        self._place = spot.place
        self._stands = spot.stands
        self._recorded = frozenset(comment.body for comment in spot.said)
        self._left: Unrecorded | None = None
        self._kept = ""

    async def take(self) -> Waiting | None:
        """The last words that wait here; those that were recorded after all are forgotten."""
        try:
            waiting = await self._house.fetch("Looking for words", lambda desk, _: self._waiting(desk), urgent=True)
        except Refusal as refusal:
            self._house.refuse(refusal)
            return None
        self._kept = waiting.words if waiting else ""
        return waiting

    def _waiting(self, desk: "Desk") -> Waiting | None:
        for each in desk.waiting(self._slug, self._place):
            words = each.words()
            if not words.strip() or words.strip() in self._recorded:
                each.drop()
            else:
                self._left = each
        return Waiting(self._left.words(), self._left.is_on(self._stands)) if self._left else None

    def send(self, words: str) -> None:
        """Keep these words without waiting for it: the program ends."""
        if words != self._kept:
            self._house.clerk.send(lambda desk: self._lay_down(desk, words), urgent=True)

    async def keep(self, words: str) -> None:
        """Keep these words, in place of those before; no words forget those. Refused where the disk can't hold them."""
        if words != self._kept:
            await self._house.fetch("Keeping the words", lambda desk, _: self._lay_down(desk, words), urgent=True)

    def _lay_down(self, desk: "Desk", words: str) -> None:
        former = self._left
        has_words = bool(words.strip())
        self._left = desk.lay_down(self._slug, self._place, self._stands, words) if has_words else None
        self._kept = words
        if former is not None:
            former.drop()

    async def forget(self) -> None:
        """They are recorded now."""
        await self.keep("")
