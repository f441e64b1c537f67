"""Whose the words of two texts are, where the record tells it and where it doesn't."""

from datetime import UTC, datetime

from zerodraft.core.comparison.changes import Op
from zerodraft.export.hands import NOBODY, Hand, Hands, Signed, filled

JAPAN, FIJI = (Hand(name, datetime(2021, 11, 3, tzinfo=UTC)) for name in ("Japan", "Fiji"))


def test_what_is_not_told_goes_with_what_stands_before_it() -> None:
    assert list(filled([JAPAN, None, FIJI, None], NOBODY)) == [JAPAN, JAPAN, FIJI, FIJI]


def test_a_beginning_that_is_not_told_goes_with_the_first_that_is() -> None:
    assert list(filled([None, None, FIJI], NOBODY)) == [FIJI, FIJI, FIJI]


def test_where_nothing_is_told_at_all_it_is_somebody_else() -> None:
    assert list(filled([None, None], None)) == [None, None]
    assert list(filled([None], NOBODY)) == [NOBODY]


def test_what_was_taken_out_is_signed_in_the_old_text_and_what_was_put_in_in_the_new_one() -> None:
    taken, put = (Signed(0, 5, JAPAN),), (Signed(0, 9, FIJI),)
    hands = Hands(NOBODY, put={3: put}, taken={3: taken})
    assert hands.signed(Op.DELETED, 3) == taken
    assert hands.signed(Op.INSERTED, 3) == put
    assert hands.signed(Op.INSERTED, 4) == ()
