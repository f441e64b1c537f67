"""Moments are told as one says them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from zerodraft.tui.when import when

JAKARTA = timezone(timedelta(hours=7))
NOW = datetime(2021, 11, 13, 20, 41, tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2021, 11, 13, 20, 40, 30, tzinfo=JAKARTA), "just now"),
        (datetime(2021, 11, 13, 20, 39, tzinfo=JAKARTA), "2 min ago"),
        (datetime(2021, 11, 13, 19, 42, tzinfo=JAKARTA), "59 min ago"),
        (datetime(2021, 11, 13, 19, 41, tzinfo=JAKARTA), "today 19:41"),
        (datetime(2021, 11, 13, 0, 0, tzinfo=JAKARTA), "today 00:00"),
        (datetime(2021, 11, 12, 23, 59, tzinfo=JAKARTA), "yesterday"),
        (datetime(2021, 11, 3, 9, 0, tzinfo=JAKARTA), "3 Nov"),
        (datetime(2020, 11, 3, 9, 0, tzinfo=JAKARTA), "3 Nov 2020"),
    ],
)
def test_a_moment_is_told_from_near_to_far(moment: datetime, told: str) -> None:
    assert when(moment, NOW) == told


def test_the_day_is_that_of_the_drafters_zone() -> None:
    assert when(datetime(2021, 11, 12, 18, 0, tzinfo=UTC), NOW) == "today 01:00"


def test_what_was_a_minute_before_midnight_is_minutes_ago() -> None:
    midnight = datetime(2021, 11, 13, 0, 1, tzinfo=JAKARTA)
    assert when(datetime(2021, 11, 12, 23, 59, tzinfo=JAKARTA), midnight) == "2 min ago"


@pytest.mark.parametrize("ahead", [timedelta(seconds=5), timedelta(hours=2), timedelta(days=400)])
def test_a_moment_that_is_yet_to_come_is_told_in_full(ahead: timedelta) -> None:
    assert when(NOW + ahead, NOW) == {5: "13 Nov 2021 20:41", 7200: "13 Nov 2021 22:41"}.get(
        int(ahead.total_seconds()), "18 Dec 2022 20:41"
    )
