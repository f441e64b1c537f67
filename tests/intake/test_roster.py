"""Whose hand made a change, and which is the older one."""

from datetime import UTC, datetime

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Block, Marked, Revision, Run
from zerodraft.intake.roster import Roster

CODES = {"Norlandia": "NOR", "Nor2": "NOR", "Jutlandia": "JUT", "Estmark": "EST"}


def put_in(author: str, day: int | None = None) -> Revision:
    return Revision(Op.INSERTED, author, None if day is None else datetime(2021, 11, day, tzinfo=UTC))


def taken_out(author: str) -> Revision:
    return put_in(author)._replace(op=Op.DELETED)


def roster(*stacks: tuple[Revision, ...]) -> Roster:
    return Roster(Marked((Block(tuple(Run("x", stack) for stack in stacks)),)), CODES, "SEC")


def hands(found: Roster, stack: tuple[Revision, ...]) -> list[str]:
    return [f"{found.codes[change.hand]}{change.hand}" for change in found.changes(stack)]


def test_the_sender_is_hand_0() -> None:
    assert roster().codes == ("SEC",)


def test_whoever_works_on_anothers_words_is_younger_whatever_the_dates_say() -> None:
    on_norlandia = (put_in("Norlandia", 9), taken_out("Jutlandia"))
    assert roster((put_in("Jutlandia", 2),), on_norlandia).codes == ("SEC", "NOR", "JUT")


def test_dates_decide_where_nobody_worked_on_anothers_words() -> None:
    assert roster((put_in("Estmark"),), (put_in("Jutlandia", 3),), (put_in("Norlandia", 2),)).codes == (
        "SEC",
        "NOR",
        "JUT",
        "EST",
    )


def test_two_names_of_one_delegation_are_one_hand() -> None:
    found = roster((put_in("Norlandia"),), (put_in("Nor2"), taken_out("Norlandia")))
    assert found.codes == ("SEC", "NOR")


def test_a_name_that_nobody_knows_is_the_senders_but_another_hand() -> None:
    found = roster((put_in("Author"),))
    assert found.codes == ("SEC", "SEC")
    assert hands(found, (put_in("Author"),)) == ["SEC1"]


def test_who_comes_back_to_what_another_made_of_its_words_has_a_second_hand() -> None:
    first = (put_in("Norlandia", 1), taken_out("Jutlandia"))
    back = (put_in("Jutlandia", 2), taken_out("Norlandia"))
    found = roster(first, back)
    assert hands(found, first) == ["NOR1", "JUT2"]
    assert hands(found, back) == ["JUT2", "NOR3"]
