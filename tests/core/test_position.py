"""Positions: `- EU, G77 retain; US delete`, and prose that only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.position import Stance, attribution
from zerodraft.core.text.splice import Span


def read(text: str) -> list[tuple[str, Stance]]:
    return [(each.name, each.stance) for each in attribution(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" US", [("US", Stance.PROPOSE)]),
        (" EU, G77 retain", [("EU", Stance.RETAIN), ("G77", Stance.RETAIN)]),
        (
            "G77; US, Canada, Japan, EU delete",
            [("G77", Stance.PROPOSE), *((name, Stance.DELETE) for name in ("US", "Canada", "Japan", "EU"))],
        ),
        ("Viet Nam supports", [("Viet Nam", Stance.SUPPORT)]),
        ("Russian Federation: delete", [("Russian Federation", Stance.DELETE)]),
        ("Norway to delete; Côte d’Ivoire", [("Norway", Stance.DELETE), ("Côte d’Ivoire", Stance.PROPOSE)]),
        ("G77 and China reserve its position", [("G77 and China", Stance.RESERVE)]),
        ("US delete, EU retain", [("US", Stance.DELETE), ("EU", Stance.RETAIN)]),
        ("US, Japan delete, EU", [("US", Stance.DELETE), ("Japan", Stance.DELETE), ("EU", Stance.PROPOSE)]),
        ("Timor-Leste flexible ", [("Timor-Leste", Stance.FLEXIBLE)]),
        ("Lao\u00a0PDR proposed", [("Lao\u00a0PDR", Stance.PROPOSE)]),
        ("中国 delete", [("中国", Stance.DELETE)]),
        ("AOSIS (on behalf of SIDS)", [("AOSIS (on behalf of SIDS)", Stance.PROPOSE)]),
    ],
)
def test_names_and_what_they_say(text: str, expected: list[tuple[str, Stance]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "the least developed among them",
        "US, and others",
        "US;  ; EU",
        "2030",
        "Agenda 2030 is the plan that all of us follow",
        "retain",
        "“EU”",
    ],
)
def test_prose_after_a_dash_is_no_attribution(text: str) -> None:
    assert read(text) == []


def test_a_very_long_stretch_is_no_attribution() -> None:
    assert read("EU" + " " * 1998) == [("EU", Stance.PROPOSE)]
    assert read("EU" + " " * 1999) == []


NAMES = st.sampled_from(["EU", "G77", "Japan", "Viet Nam", "Côte d’Ivoire", "Timor-Leste"])
GROUPS = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from(list(Stance))), min_size=1)


@given(GROUPS, st.sampled_from(["", " ", "\n"]), st.text(max_size=5))
def test_each_position_stands_where_its_span_says(
    groups: list[tuple[list[str], Stance]], edge: str, before: str
) -> None:
    printed = "; ".join(f"{', '.join(names)} {stance}" for names, stance in groups)
    source = before + edge + printed + edge
    found = attribution(source, Span(len(before), len(source)))
    assert [(each.name, each.stance) for each in found] == [
        (name, stance) for names, stance in groups for name in names
    ]
    assert all(each.span.of(source) == each.name for each in found)
