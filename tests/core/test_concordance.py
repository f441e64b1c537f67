"""What became of each paragraph between two versions: laws, and cases as a drafter sees them."""

import random

import pytest
from tests.core.redrafting import Pen, printed

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.lineage import Lineage, Version, trace
from zerodraft.core.negotiation.concordance import Contribution, Descent, Entry, descents, entries
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft

PORTS = "We agree to keep ports open to small ships."
CREWS = "We honour the crews of all ships that sail by night and by day in any weather."
TABLES = "We support the exchange of charts and tables between the harbours of the region."
PILOTS = "We thank the pilots who brought the vaccines home through the storms of that spring."


def lineage(*sources: str) -> Lineage:
    return trace(Version(str(place), read_draft(f"## Ships\n\n{source}")) for place, source in enumerate(sources))


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def told(*sources: str) -> list[str]:
    """“2 ← 1, 3: joined”, by numbers counted afresh; – for what is gone."""
    traced = lineage(*sources)
    last = len(sources) - 1
    old, new = (number(traced.versions[place].draft) for place in (0, last))
    found = descents(traced, 0, last)
    lines = entries(found, (old, new), [()] * len(found), {})
    return [f"{each.new or '–'} ← {', '.join(each.old) or '–'}: {', '.join(each.done)}" for each in lines]


def test_what_stays_what_is_reworded_and_what_moves_is_told_with_both_numbers() -> None:
    after = text(PILOTS, PORTS.replace("small", "all"), CREWS)
    assert told(text(PORTS, CREWS, PILOTS), after) == [
        "1 ← 3: moved",
        "2 ← 1: reworded",
        "3 ← 2: kept",
    ]


def test_a_paragraph_that_moved_and_was_reworded_is_told_as_both() -> None:
    assert told(text(PORTS, CREWS, PILOTS), text(PILOTS.replace("storms", "floods"), PORTS, CREWS))[0] == (
        "1 ← 3: moved, reworded"
    )


def test_a_new_paragraph_has_no_old_number_and_one_that_is_gone_no_new_one() -> None:
    assert told(text(PORTS, CREWS, PILOTS), text(PORTS, TABLES, PILOTS)[: -len(PILOTS)] + PILOTS) == [
        "1 ← 1: kept",
        "2 ← 2: reworded",
        "3 ← 3: kept",
    ], "another text in its place is still that paragraph"
    assert told(text(PORTS, CREWS), text(CREWS, TABLES)) == ["– ← 1: deleted", "1 ← 2: kept", "2 ← –: inserted"]
    assert told(text(PORTS, CREWS, PILOTS), text(PORTS, PILOTS)) == ["1 ← 1: kept", "– ← 2: deleted", "2 ← 3: kept"]


def test_both_halves_of_a_split_paragraph_name_it_and_a_joined_one_names_both() -> None:
    whole = f"{CREWS[:-1]}, and we support the exchange of old charts and of tables."
    halves = whole.replace(", and we support", ".\n\nWe support")
    assert told(text(PORTS, whole), text(PORTS, halves)) == ["1 ← 1: kept", "2 ← 2: split", "3 ← 2: split"]
    assert told(text(PORTS, halves), text(PORTS, whole)) == ["1 ← 1: kept", "2 ← 2, 3: joined"]


def test_small_steps_find_what_two_texts_alone_would_not() -> None:
    middle = CREWS.replace("crews of all ships that sail", "pilots of those boats which go out")
    last = middle.replace("by night and by day in any weather", "to fish near the reefs")
    first, second, third = text(PORTS, CREWS, PILOTS), text(PORTS, PILOTS, middle), text(last, PORTS, PILOTS)
    assert told(first, second, third) == ["1 ← 2: reworded", "2 ← 1: moved", "3 ← 3: kept"]
    assert told(first, third) == ["1 ← –: inserted", "2 ← 1: kept", "– ← 2: deleted", "3 ← 3: kept"]


def test_a_paragraph_that_went_and_came_again_is_the_same_one() -> None:
    assert told(text(PORTS, CREWS, PILOTS), text(PORTS, PILOTS), text(PORTS, CREWS, PILOTS)) == [
        "1 ← 1: kept",
        "2 ← 2: kept",
        "3 ← 3: kept",
    ]


@pytest.mark.parametrize("seed", range(40))
def test_each_paragraph_of_both_texts_is_told(seed: int) -> None:
    pen = Pen(random.Random(seed))
    parts = pen.text(12)
    texts = [printed(parts)]
    for _ in range(3):
        parts = pen.edited(parts, 4)
        texts.append(printed(parts))
    traced = trace(Version(str(place), read_draft(source)) for place, source in enumerate(texts))
    found = descents(traced, 0, 3)
    before, after = traced.versions[0].draft, traced.versions[3].draft
    counted = [
        [each.ordinal for each in draft.paragraphs if each.kind not in (Kind.TITLE, Kind.HEADING)]
        for draft in (before, after)
    ]
    assert sorted({ordinal for each in found for ordinal in each.old}) == counted[0]
    assert [each.new for each in found if each.new is not None] == counted[1]
    for each in found:
        _check(each, before.paragraphs[each.old[0]].text if each.old else "", each.new is not None)


def _check(each: Descent, words: str, stands: bool) -> None:
    match each.done:
        case (Fate.INSERTED,):
            assert stands
            assert not each.old
        case (Fate.DELETED,):
            assert not stands
            assert len(each.old) == 1
        case (Fate.JOINED,):
            assert len(each.old) > 1
        case (Fate.KEPT,):
            assert words
        case done:
            assert len(each.old) == 1
            assert {*done} <= {Fate.SPLIT, Fate.MOVED, Fate.REWORDED}


def test_contributors_and_reasons_are_each_told_once_in_the_order_of_the_acts() -> None:
    why = "Small islands asked for it."
    said = {
        "a": Contribution(("JPN", "AUS"), ("JPN-1",), reason=why),
        "b": Contribution(("AUS",), ("AUS-2",), "fji-1c08", why),
        "c": Contribution(("SEC",)),
    }
    found = (Descent(1, (1,), (Fate.REWORDED,)), Descent(2, (2,), (Fate.KEPT,)), Descent(3, (), (Fate.INSERTED,)))
    numbers = number(read_draft(f"## Ships\n\n{text(PORTS, CREWS, PILOTS)}"))
    assert entries(found, (numbers, numbers), [("a", "unknown", "b"), (), ("c",)], said) == (
        Entry(
            "1",
            ("1",),
            (Fate.REWORDED,),
            ("JPN", "AUS"),
            ("JPN-1", "AUS-2"),
            ("fji-1c08",),
            ("Small islands asked for it.",),
        ),
        Entry("2", ("2",), (Fate.KEPT,), (), (), (), ()),
        Entry("3", (), (Fate.INSERTED,), ("SEC",), (), (), ()),
    )
    assert [each.is_as_it_was for each in entries(found, (numbers, numbers), [()] * 3, said)] == [False, True, False]
