"""Where paragraphs that somebody read stand in the last version, and what is another than on the trail before."""

import pytest
from tests.core.table_room import FUND, NETWORK, READ, REPORT, SHARE, WELCOME, lineage

from zerodraft.core.comparison.following import APART, DELETED, NEIGHBOURS_DELETED, Gap, Lost, Stretch, Trail
from zerodraft.core.comparison.lineage import trace

PEACE = "Peace be with us all, now and in all the years to come."


@pytest.mark.parametrize(
    ("now", "first", "last", "expected"),
    [
        pytest.param(READ, 1, 3, Stretch(range(1, 3), range(1, 3)), id="as they were"),
        pytest.param((PEACE, *READ), 1, 2, Stretch(range(1, 2), range(2, 3)), id="further on"),
        pytest.param((WELCOME, SHARE, PEACE, REPORT), 1, 3, Stretch(range(1, 3), range(1, 4)), id="one put between"),
        pytest.param(
            (WELCOME, f"{SHARE} {REPORT}"), 1, 2, Stretch(range(1, 3), range(1, 2)), id="joined with the next"
        ),
        pytest.param((WELCOME, REPORT, NETWORK), 1, 2, Lost(DELETED, is_deleted=True), id="deleted"),
        pytest.param((WELCOME, REPORT, NETWORK), 1, 3, Stretch(range(1, 3), range(1, 2)), id="one of two deleted"),
        pytest.param((SHARE, WELCOME, NETWORK, REPORT), 1, 3, Lost(APART), id="others between"),
        pytest.param((WELCOME, REPORT, SHARE, NETWORK), 1, 3, Lost(APART), id="in another order"),
    ],
)
def test_paragraphs_are_followed(now: tuple[str, ...], first: int, last: int, expected: object) -> None:
    assert Trail(lineage(READ, now)).stretch(0, first, last) == expected


def test_paragraphs_are_followed_through_several_versions() -> None:
    halves = tuple(f"{each}." for each in REPORT.removesuffix(".").split(". "))
    trail = Trail(lineage(READ, (WELCOME, SHARE, *halves, NETWORK), (NETWORK, WELCOME, SHARE, *halves)))
    assert trail.images(0) == [(1,), (2,), (3, 4), (0,)]
    assert trail.is_moved(0, 3)
    assert not trail.is_moved(0, 2)


@pytest.mark.parametrize(
    ("now", "place", "expected"),
    [
        pytest.param(READ, 2, Gap(2, range(2, 2), ""), id="as it was"),
        pytest.param(
            (PEACE, *READ), 0, Gap(1, range(1), "Somebody put a paragraph in at this place since."), id="first"
        ),
        pytest.param(
            (*READ, PEACE), 4, Gap(5, range(4, 5), "Somebody put a paragraph in at this place since."), id="last"
        ),
        pytest.param(
            (WELCOME, "## Peace", REPORT),
            2,
            Gap(2, range(1, 2), "The paragraph before its place was deleted."),
            id="no before",
        ),
        pytest.param(
            (WELCOME, SHARE, "## Peace"),
            2,
            Gap(3, range(2, 3), "The paragraph after its place was deleted."),
            id="no after",
        ),
        pytest.param((WELCOME, NETWORK), 2, Lost(NEIGHBOURS_DELETED), id="none"),
    ],
)
def test_a_place_between_two_paragraphs_is_followed(now: tuple[str, ...], place: int, expected: object) -> None:
    assert Trail(lineage(READ, now)).gap(0, place) == expected


def test_what_is_gone_was_after_what_is_left_before_it() -> None:
    trail = Trail(lineage(READ, (WELCOME, NETWORK)))
    assert (trail.nearest(0, 2), trail.nearest(0, 0)) == (1, 0)


@pytest.mark.parametrize(
    ("before", "after", "shifts"),
    [
        pytest.param(READ, READ, {}, id="nothing"),
        pytest.param(READ, (WELCOME, SHARE.replace("may", "shall"), REPORT, NETWORK), {1: None}, id="reworded"),
        pytest.param(READ, (WELCOME, PEACE, SHARE, REPORT, NETWORK), {1: 1, 2: 1, 3: 1}, id="one put in"),
        pytest.param(READ, (WELCOME, REPORT, NETWORK), {1: None, 2: -1, 3: -1}, id="one taken out"),
        pytest.param(READ, (*READ, PEACE), {}, id="one added"),
        pytest.param(
            READ,
            (WELCOME, SHARE.replace("may", "shall"), REPORT, NETWORK, PEACE),
            {1: None},
            id="one reworded and one added",
        ),
        pytest.param(READ, (WELCOME, f"{SHARE} {REPORT}", NETWORK), {1: None, 2: None, 3: -1}, id="two joined"),
    ],
)
def test_what_stands_otherwise_than_on_the_former_trail_is_told(
    before: tuple[str, ...], after: tuple[str, ...], shifts: dict[int, int | None]
) -> None:
    first, other = lineage(READ, (FUND, *READ), (FUND, *before)), lineage(READ, (FUND, *READ), (FUND, *after))
    assert Trail(other, Trail(first)).shifts(0) == shifts


def test_on_the_first_trail_everything_is_new() -> None:
    assert Trail(lineage(READ, READ)).shifts(0) == dict.fromkeys(range(4))
    alone = trace(lineage((FUND, *READ), READ).versions[1:])
    assert Trail(alone, Trail(lineage((FUND, *READ), READ))).shifts(0) == dict.fromkeys(range(4))
