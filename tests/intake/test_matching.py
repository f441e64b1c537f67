"""Which paragraph of a file is which paragraph of the version."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.returning import (
    AUTOMATIC,
    NONE,
    TYPED,
    Editor,
    Numbers,
    Unit,
    Units,
    Words,
    printed,
    returned,
    with_sources,
)

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.waymark import waymark_name
from zerodraft.intake.markdown_input import read_markdown, read_plain_text
from zerodraft.intake.marked import Block, Marked, Run, Shape, Sort
from zerodraft.intake.matching import Lane, Match, cells_of, match
from zerodraft.intake.views import base

TEXT_ID = "5a" * 20
SYLLABLES = ("ba", "ke", "di", "lo", "mu", "na", "pe", "ri", "so", "tu")
VOCABULARY = [first + second + third for first in SYLLABLES for second in SYLLABLES for third in ("n", "s", "")]

VERSION = """# Message on Harbours

*Recalling* the Charter[^1], and noting the States' “right” of access,

*Convinced* that ports serve all,

## Ships

1. We affirm that ports are open to every ship in need, whatever its flag may be.

2. We resolve to keep:

(a) charts for safety;

(b) lights for the night.

3. We thank the pilots of all harbours.

[^1]: Charter of the United Nations.
"""


def matched(file: Marked, version: str = VERSION) -> tuple[Match, ...]:
    return match(base(file), read_draft(version), TEXT_ID, is_markdown=file.is_markdown)


def plain(*paragraphs: str) -> Marked:
    return Marked(tuple(Block((Run(text),)) for text in paragraphs))


def told(found: tuple[Match, ...]) -> list[tuple[Fate, tuple[int, ...], tuple[int, ...]]]:
    return [(each.fate, each.file, each.version) for each in found]


def test_the_version_itself_is_found_paragraph_by_paragraph() -> None:
    found = matched(read_markdown(VERSION))
    assert all(each.fate is Fate.KEPT and each.is_sure for each in found)
    assert [each.version for each in found] == [(ordinal,) for ordinal in range(10)]


def test_its_printed_form_is_found_too() -> None:
    lines = [
        "Message on Harbours",
        "===================",
        "Recalling the Charter¹, and noting the",
        'States’ "right" of access,\n',
        "Convinced that ports serve all,\n",
        "Ships",
        "-----\n",
        "1.  We affirm that ports are open to every ship in",
        "    need, whatever its flag may be.\n",
        "2.  We resolve to keep:\n",
        "    (a) charts for safety;\n",
        "    (b) lights for the night.\n",
        "3.  We thank the pilots of all harbours.\n",
        "__________\n",
        "¹  Charter of the United Nations.",
    ]
    found = matched(read_plain_text("\n".join(lines)))
    assert all(each.fate is Fate.KEPT for each in found)
    assert [each.version for each in found] == [(ordinal,) for ordinal in range(10)]


PARAGRAPHS = (
    "Message on Harbours",
    "Recalling the Charter, and noting the States’ “right” of access,",
    "Convinced that ports serve all,",
    "Ships",
    "1. We affirm that ports are open to every ship in need, whatever its flag may be.",
    "2. We resolve to keep:",
    "(a) charts for safety;",
    "(b) lights for the night.",
    "3. We thank the pilots of all harbours.",
)


def edited(*, at: int, to: tuple[str, ...], instead_of: int = 1) -> Marked:
    return plain(*PARAGRAPHS[:at], *to, *PARAGRAPHS[at + instead_of :])


def test_a_split_is_found_however_short_its_piece() -> None:
    found = matched(
        edited(at=4, to=("We affirm that ports are open to every ship in need,", "whatever its flag may be."))
    )
    assert (Fate.SPLIT, (4, 5), (4,)) in told(found)


def test_joined_items_are_found_however_short() -> None:
    found = matched(edited(at=6, to=("(a) charts for safety; lights for the night.",), instead_of=2))
    assert (Fate.JOINED, (6,), (6, 7)) in told(found)


def test_a_paragraph_that_moved_is_found_at_its_new_place() -> None:
    order = (0, 1, 2, 3, 5, 6, 7, 8, 4)
    found = matched(plain(*(PARAGRAPHS[at] for at in order)))
    assert (Fate.MOVED, (8,), (4,)) in told(found)


def test_other_words_in_the_place_of_a_paragraph_are_asked_about() -> None:
    found = matched(edited(at=8, to=("Fisheries need a treaty of their own, soon.",)))
    (other,) = [each for each in found if each.version == (8,)]
    assert other.file == (8,)
    assert not other.is_sure


def test_a_line_of_signs_is_no_paragraph() -> None:
    found = matched(edited(at=8, to=("3. We thank the pilots of all harbours.", "* * *")))
    assert not [each for each in found if 9 in each.file]


def test_a_hidden_name_counts_more_than_words() -> None:
    blocks = [
        Block((Run("Other words altogether."),), bookmarks=(waymark_name(8, TEXT_ID),)),
        Block((Run("2. We resolve to keep:"),)),
    ]
    found = matched(Marked(tuple(blocks)))
    (named,) = [each for each in found if each.version == (8,)]
    assert named.file == (0,)
    assert named.is_sure


def test_hidden_names_of_another_version_say_nothing() -> None:
    blocks = [Block((Run("Ships"),), bookmarks=(waymark_name(8, "b" * 40),))]
    assert [each.version for each in matched(Marked(tuple(blocks))) if each.file] == [(3,)]


class Pen:
    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def write(self, count: int) -> Words:
        return tuple(self.chance.choices(VOCABULARY, k=count))

    def version(self) -> Units:
        units = [Unit("#", self.write(4))]
        for _ in range(self.chance.randint(5, 30)):
            sort = self.chance.choice(("1", "1", "1", "a", "a", "", "#"))
            units.append(
                Unit(sort, self.write(self.chance.randint(4, 8) if sort == "#" else self.chance.randint(6, 40)))
            )
        return with_sources([*units, Unit("^", self.write(9))])


@pytest.mark.parametrize("numbers", [AUTOMATIC, TYPED, NONE])
@given(st.integers(0, 10_000))
def test_a_file_that_nobody_edited_is_found_whole(numbers: Numbers, seed: int) -> None:
    pen = Pen(seed)
    version = pen.version()
    draft = read_draft(printed(version))
    found = match(base(returned(version, pen.chance, numbers)), draft, TEXT_ID)
    assert sorted((each.file, each.version) for each in found) == [((at,), (at,)) for at in range(len(version))]
    assert all(each.is_sure for each in found)


@given(st.integers(0, 10_000))
def test_every_paragraph_of_both_sides_is_in_exactly_one_match(seed: int) -> None:
    pen = Pen(seed)
    version = pen.version()
    file = Editor(pen.chance, pen.write).edited(version, pen.chance.randint(0, 12))
    found = match(base(returned(file, pen.chance, AUTOMATIC)), read_draft(printed(version)), TEXT_ID)
    assert sorted(at for each in found for at in each.file) == list(range(len(file)))
    assert sorted(at for each in found for at in each.version) == list(range(len(version)))


def test_98_of_100_paragraphs_are_found_and_less_than_1_is_taken_for_another() -> None:
    """The larger trial, with words of real texts, is `benchmarks/intake.py`."""
    counted: Counter[str] = Counter()
    for seed in range(40):
        pen = Pen(seed)
        version = pen.version()
        file = Editor(pen.chance, pen.write).edited(version, pen.chance.randint(0, 8))
        order = sorted(file, key=lambda unit: unit.sort == "^")
        for each in match(base(returned(file, pen.chance, NONE)), read_draft(printed(version)), TEXT_ID):
            for ordinal in each.version:
                truth = {at for at, unit in enumerate(order) if ordinal in unit.sources}
                counted["right" if truth == set(each.file) else "wrong" if set(each.file) - truth else "missed"] += 1
    assert counted["right"] >= 0.98 * counted.total()
    assert counted["wrong"] <= 0.01 * counted.total()


def test_cells_are_matched_with_cells() -> None:
    version = VERSION + "\n| port | depth |\n|---|---|\n| Bali | 12 |\n"
    draft = read_draft(version)
    assert [cell.text for cell in cells_of(draft)] == ["port", "depth", "Bali", "12"]
    found = matched(read_markdown(version.replace("12", "14")), version)
    assert [(each.fate, each.version) for each in found if each.lane is Lane.CELLS] == [
        (Fate.KEPT, (0,)),
        (Fate.KEPT, (1,)),
        (Fate.KEPT, (2,)),
        (Fate.REWORDED, (3,)),
    ]


def test_paragraphs_set_in_a_table_are_found_where_the_version_has_none() -> None:
    blocks = [
        Block((Run(text),), shape=Shape(Sort.CELL), former=Shape(Sort.CELL), place=(0, row, 0))
        for row, text in enumerate(PARAGRAPHS)
    ]
    assert all(each.fate is Fate.KEPT for each in matched(Marked(tuple(blocks))) if each.file)
