"""Figures as signs."""

import pytest

from zerodraft.export.gauges import curve


@pytest.mark.parametrize(
    ("values", "drawn"),
    [([0, 0], "▁▁"), ([1, 0, 2], "▅▁█"), ([7, 7], "██"), ([], ""), ([0, 1, 1052], "▁▁█")],
)
def test_a_curve_shows_each_value_by_its_share_of_the_largest(values: list[int], drawn: str) -> None:
    assert curve(values) == drawn


@pytest.mark.parametrize(("most", "drawn"), [(6, "▁▂▄▅▇█"), (3, "▂▅█"), (1, "█"), (0, ""), (9, "▁▂▄▅▇█")])
def test_a_curve_with_too_little_room_leaves_some_out_and_ends_with_the_last(most: int, drawn: str) -> None:
    assert curve([0, 1, 2, 3, 4, 5], most) == drawn
