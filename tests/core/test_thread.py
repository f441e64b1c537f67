"""Threads: nothing that was said is left out, and the state follows from what was said."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.thread import State, threads

MORNING = datetime(2021, 10, 5, 9, 0, tzinfo=UTC)
ANCHOR = Anchor("0" * 40, 3)


def said(
    name: str, delegation: str = "JPN", minutes: int = 0, reply_to: str = "", *, resolves: bool = False
) -> Comment:
    return Comment(
        name,
        delegation,
        MORNING + timedelta(minutes=minutes),
        ANCHOR,
        "7",
        "Words.",
        reply_to=reply_to,
        resolves=resolves,
    )


def test_a_comment_nobody_answered_is_open() -> None:
    (thread,) = threads([said("jpn-1")])
    assert (thread.root.id, thread.replies, thread.state) == ("jpn-1", (), State.OPEN)


def test_another_delegations_reply_leaves_the_matter_open() -> None:
    (thread,) = threads([said("jpn-1"), said("aus-1", "AUS", 5, "jpn-1")])
    assert thread.state is State.OPEN


def test_a_reply_of_the_secretariat_answers() -> None:
    (thread,) = threads([said("jpn-1"), said("sec-1", "SEC", 5, "jpn-1")])
    assert thread.state is State.ANSWERED


def test_a_reply_that_resolves_settles_whoever_gave_it() -> None:
    (thread,) = threads(
        [said("jpn-1"), said("sec-1", "SEC", 5, "jpn-1"), said("jpn-2", "JPN", 9, "sec-1", resolves=True)]
    )
    assert thread.state is State.RESOLVED
    assert [comment.id for comment in thread.comments] == ["jpn-1", "sec-1", "jpn-2"]


def test_replies_come_by_date_whatever_the_order_of_the_files() -> None:
    (thread,) = threads([said("b-2", minutes=9, reply_to="a-1"), said("c-3", minutes=3, reply_to="b-2"), said("a-1")])
    assert [comment.id for comment in thread.comments] == ["a-1", "c-3", "b-2"]


def test_a_reply_to_a_comment_that_is_not_there_opens_a_thread() -> None:
    (thread,) = threads([said("aus-1", reply_to="jpn-gone")])
    assert thread.root.id == "aus-1"


def test_replies_in_a_circle_are_one_thread_and_all_are_shown() -> None:
    (thread,) = threads(
        [said("a-1", reply_to="b-2"), said("b-2", minutes=1, reply_to="a-1"), said("c-3", reply_to="b-2")]
    )
    assert sorted(comment.id for comment in thread.comments) == ["a-1", "b-2", "c-3"]


@given(st.lists(st.integers(min_value=-1, max_value=9), min_size=1, max_size=10))
def test_every_comment_is_in_exactly_one_thread(above: list[int]) -> None:
    comments = [
        said(f"jpn-{number}", minutes=number, reply_to=f"jpn-{target}" if target >= 0 else "")
        for number, target in enumerate(above)
    ]
    shown = [comment.id for thread in threads(comments) for comment in thread.comments]
    assert sorted(shown) == sorted(comment.id for comment in comments)


def test_a_comment_that_an_edit_answers_is_taken_up_and_a_settled_one_stays_settled() -> None:
    assert threads([said("jpn-1")], {"jpn-1"})[0].state is State.TAKEN_UP
    assert threads([said("jpn-1"), said("sec-1", "SEC", 5, "jpn-1")], {"sec-1"})[0].state is State.TAKEN_UP
    settled = [said("jpn-1"), said("sec-1", "SEC", 5, "jpn-1", resolves=True)]
    assert threads(settled, {"jpn-1"})[0].state is State.RESOLVED


def test_each_state_has_a_sign_of_one_cell_and_words_of_its_own() -> None:
    assert [(state.sign, state.words) for state in State] == [
        ("●", "open"),
        ("○", "answered"),
        ("◐", "taken up"),
        ("✓", "resolved"),
    ]
