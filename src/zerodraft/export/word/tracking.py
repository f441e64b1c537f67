"""Under which tracked changes the steps of a redline lie, and in whose hand."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import Style
from zerodraft.export.hands import Hand, Hands, Signed, filled, within
from zerodraft.export.word.content import is_formed_alike
from zerodraft.export.word.document import Change, Changes, Restyled, Words
from zerodraft.export.word.steps import Step

_Held = tuple[Step, Hand | None]


class Tracking:
    """Of one redline."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def laid(self, found: Iterable[Step], otherwise: Hand | None = None) -> Iterator[tuple[Step, Changes]]:
        """Steps in pieces, each in one hand, and the change under which it lies; a break has none.

        White space is in the hand of the word beside it, and so are words of which the record doesn't tell who brought
        them here: a redline over several acts may tie words together in another way than those acts did. Where nothing
        is known of a whole run it is `otherwise` that did it.
        """
        for op, run in groupby(found, key=_kind):
            if op is Op.KEPT:
                for step in run:
                    yield step, ()
                continue
            held = [each for step in run for each in self._held(step)]
            if len(held) == 1:
                step, hand = held[0]
                yield step, (Change(op, hand or otherwise or self._hands.other),)
                continue
            hands = filled([hand for _, hand in held], otherwise or self._hands.other)
            yield from ((step, (Change(op, hand),)) for (step, _), hand in zip(held, hands, strict=True))

    def words(self, step: Step, changes: Changes) -> Words:
        """The words of a step; of what is kept, what they looked like before."""
        unit = step.unit
        # A reference to no note is not raised.
        style = unit.style & ~Style.RAISED if unit.note else unit.style
        restyled = None
        if step.op is Op.KEPT and not is_formed_alike(unit.style, step.former):
            restyled = Restyled(step.former, self._hands.touched(step.spot.ordinal))
        return Words(unit.text, style, changes, unit.href, restyled)

    def _held(self, step: Step) -> Iterable[_Held]:
        signed = self._hands.signed(step.op, step.spot.ordinal)
        return self._cut(step, signed) if signed else ((step, None),)

    def _cut(self, step: Step, signed: Sequence[Signed]) -> Iterator[_Held]:
        """Pieces, each in one hand."""
        unit, offset = step.unit, step.spot.offset
        length = len(unit.text) if step.is_literal else 1
        for start, end, hand in within(signed, offset, offset + length):
            if not step.is_literal:
                yield step, hand
                continue
            text = unit.text[start - offset : end - offset]
            if text != unit.text:
                step = step._replace(unit=unit._replace(text=text), spot=step.spot._replace(offset=start))
            yield step, None if text.isspace() else hand


def _kind(step: Step) -> Op:
    """What becomes of the words; a break has none."""
    return Op.KEPT if step.unit.is_break else step.op
