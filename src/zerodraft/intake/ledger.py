"""The account of a file: each change of each sign is written down once, with where it went."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.groups import Part, Woven
from zerodraft.intake.marked import Notice
from zerodraft.intake.received import Entry, Submitted, Unplaced, Went

Goal = tuple[Went, int]
Key = tuple[Op, str, Went, int]

_SPACING = Notice("spacing", "White space, numbers or signs without words were changed.", 0)


class Ledger:
    """Proposals, tray and notices as they are made, and what of the file went into each."""

    def __init__(self, woven: Sequence[Woven], notices: Sequence[Notice]) -> None:
        self._woven = woven
        self._goals: dict[tuple[int, int, int], Goal] = {}
        self._moved: list[Entry] = []
        self.proposals: list[Submitted] = []
        self.tray: list[Unplaced] = []
        self._notices = list(notices)
        self._spacing = len(self._notices)

    def propose(self, submitted: Submitted) -> int:
        self.proposals.append(submitted)
        return len(self.proposals) - 1

    def put_by(self, unplaced: Unplaced) -> int:
        self.tray.append(unplaced)
        return len(self.tray) - 1

    def enter(self, part: Part, hand: int, went: Went, at: int) -> None:
        """What a hand did to some signs went there, unless it is written down already."""
        signs = self._woven[part.passage].signs
        for place in part.places:
            for depth, change in enumerate(signs[place].changes):
                if change.hand == hand:
                    self._goals.setdefault((part.passage, place, depth), (went, at))

    def enter_move(self, text: str, went: Went, at: int) -> None:
        """A paragraph that stands elsewhere in the file, and nobody marked it: it is gone here and has come there."""
        self._moved += [Entry(Op.DELETED, "", text, went, at), Entry(Op.INSERTED, "", text, went, at)]

    def open_places(self, passage: int, hand: int) -> list[int]:
        """The places of a passage at which something of a hand has not been written down."""
        signs = self._woven[passage].signs
        return [
            place
            for place, sign in enumerate(signs)
            if any(
                change.hand == hand and (passage, place, depth) not in self._goals
                for depth, change in enumerate(sign.changes)
            )
        ]

    def enter_marks(self, passage: int, hand: int) -> None:
        """Paragraph marks that are left over went where the hand's words beside them went."""
        signs = self._woven[passage].signs
        for place in self.open_places(passage, hand):
            if not signs[place].is_mark:
                continue
            beside = (self._goal_of(passage, at, hand) for at in (place + 1, place - 1) if 0 <= at < len(signs))
            goal = next((each for each in beside if each), None)
            if goal:
                self.enter(Part(passage, frozenset((place,))), hand, *goal)

    def _goal_of(self, passage: int, place: int, hand: int) -> Goal | None:
        changes = self._woven[passage].signs[place].changes
        depths = (depth for depth, change in enumerate(changes) if change.hand == hand)
        return next((goal for depth in depths if (goal := self._goals.get((passage, place, depth)))), None)

    def goal(self, passage: int, place: int, depth: int) -> Goal | None:
        return self._goals.get((passage, place, depth))

    def notices(self) -> tuple[Notice, ...]:
        spaces = sum(entry.went is Went.NOTICE for entry in self._entries())
        return (*self._notices, *((_SPACING._replace(times=spaces),) if spaces else ()))

    def account(self) -> tuple[Entry, ...]:
        return (*self._entries(), *self._moved)

    def _entries(self) -> Iterator[Entry]:
        for passage in range(len(self._woven)):
            yield from self._entries_of(passage)

    def _entries_of(self, passage: int) -> Iterator[Entry]:
        """Signs beside each other with one fate as one entry."""
        signs = self._woven[passage].signs
        places: dict[Key, list[int]] = {}
        for place, sign in enumerate(signs):
            for depth, change in enumerate(sign.changes):
                went, at = self._goals.get((passage, place, depth), (Went.NOTICE, self._spacing))
                places.setdefault((change.op, change.author, went, at), []).append(place)
        for (op, author, went, at), found in places.items():
            for _, group in groupby(enumerate(found), key=lambda pair: pair[1] - pair[0]):
                text = "".join([signs[place].raw for _, place in group])
                if text:
                    yield Entry(op, author, text, went, at)
