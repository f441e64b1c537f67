"""Numbers between two issues: what a delegation cites stays."""

from zerodraft.core.comparison.frozen import frozen_numbers
from zerodraft.core.comparison.lineage import Version, trace
from zerodraft.core.text.numbering import Profile
from zerodraft.core.text.parse import read_draft

ISSUED = """# T

## Area

We affirm that ports are open to every ship in need.

We recognize the promise of new charts for safety at sea, and we encourage their use by all harbours of the region.

We decide to meet again in the autumn.
"""


def cites(*sources: str) -> list[str]:
    lineage = trace(Version(str(number), read_draft(source)) for number, source in enumerate(sources))
    return [each.cite for each in frozen_numbers(lineage, 0, Profile.UNFCCC) if each.printed]


def test_an_inserted_paragraph_is_bis_and_the_others_keep_their_numbers() -> None:
    assert cites(ISSUED, ISSUED.replace("in need.\n", "in need.\n\nWe thank the pilots of all harbours.\n")) == [
        "1",
        "1 bis",
        "2",
        "3",
    ]


def test_the_first_piece_of_a_split_paragraph_keeps_the_number_though_the_second_is_longer() -> None:
    split = ISSUED.replace("charts for safety at sea, and we encourage", "charts.\n\nWe encourage")
    assert cites(ISSUED, split) == ["1", "2", "2 bis", "3"]


def test_a_piece_that_was_split_and_split_again_is_the_next_numeral() -> None:
    once = ISSUED.replace("at sea, and we encourage", "at sea.\n\nWe encourage")
    twice = once.replace("by all harbours", "by pilots.\n\nWe encourage the use of charts by all harbours")
    assert cites(ISSUED, once, twice)[:2] == ["1", "2"]
    assert cites(ISSUED, once, twice)[2] == "2 bis"


def test_a_moved_paragraph_keeps_its_number() -> None:
    first = "We affirm that ports are open to every ship in need.\n\n"
    assert cites(ISSUED, ISSUED.replace(first, "") + "\n" + first) == ["2", "3", "1"]


def test_the_number_of_a_deleted_paragraph_is_not_given_to_another_before_the_next_issue() -> None:
    first = "We affirm that ports are open to every ship in need."
    without = ISSUED.replace(f"{first}\n\n", "")
    new = without.replace("## Area\n", "## Area\n\nLamps, bells, flags.\n\nBuoys, ropes, tugs.\n")
    assert cites(ISSUED, without, new) == ["1 ante", "1 ante bis", "2", "3"]


def test_a_paragraph_replaced_in_its_place_keeps_the_number() -> None:
    first = "We affirm that ports are open to every ship in need."
    assert cites(ISSUED, ISSUED.replace(first, "Pilots shall speak one language at night.")) == ["1", "2", "3"]
