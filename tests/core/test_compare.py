"""Comparison, its figures, and its groups by focus area."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.comparison import differences as differences_module
from zerodraft.core.comparison.changes import Change, Fate, Op, Pair, Run, after, before
from zerodraft.core.comparison.compare import Figures, by_focus_area, compare, figures, joined_text
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft

OLD = """\
# Bali Message

We, the participants, met in Bali.

## Crisis management

1. States shall share warnings of crises at an early stage with their neighbours.

2. The secretariat shall keep a list of contacts. It shall renew the list every year before the conference.

## Data

3. Each delegation may publish its open data in a form that machines can read.

4. We take note of the work of the international seminar held in Jakarta.
"""
NEW = """\
# Bali Message

We, the participants, met in Bali.

## Crisis management

1. States should share warnings of crises at an early stage with their neighbours.

2. The secretariat shall keep a list of contacts.

3. It shall renew the list every year before the conference.

## Data

4. We invite universities and museums to join this effort.

5. Each delegation may publish its open data in a form that machines can read.
"""


def test_every_change_of_a_revision_is_told_once_in_reading_order() -> None:
    changes = compare(read_draft(OLD), read_draft(NEW)).changes
    assert [(change.pair.fate.value, change.pair.old, change.pair.new) for change in changes] == [
        ("kept", (0,), (0,)),
        ("kept", (1,), (1,)),
        ("kept", (2,), (2,)),
        ("reworded", (3,), (3,)),
        ("split", (4,), (4, 5)),
        ("kept", (5,), (6,)),
        ("inserted", (), (7,)),
        ("kept", (6,), (8,)),
        ("deleted", (7,), ()),
    ]


def test_a_changed_word_is_the_only_mark_of_its_paragraph() -> None:
    change = compare(read_draft(OLD), read_draft(NEW)).changes[3]
    assert change.runs == (
        Run(Op.KEPT, "States "),
        Run(Op.DELETED, "shall"),
        Run(Op.INSERTED, "should"),
        Run(Op.KEPT, " share warnings of crises at an early stage with their neighbours."),
    )


def test_a_split_without_a_changed_word_marks_no_word() -> None:
    change = compare(read_draft(OLD), read_draft(NEW)).changes[4]
    assert [run.text for run in change.runs if run.op is not Op.KEPT] == [" ", "\n"]
    assert after(change.runs).split("\n") == [
        "The secretariat shall keep a list of contacts.",
        "It shall renew the list every year before the conference.",
    ]


def test_paragraphs_too_long_for_the_shortest_redline_are_paired_and_marked_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = compare(read_draft(OLD), read_draft(NEW))
    monkeypatch.setattr(differences_module, "MOST_CELLS", 4)
    assert compare(read_draft(OLD), read_draft(NEW)).changes == whole.changes


def test_the_figures_count_paragraphs_and_words() -> None:
    assert figures(compare(read_draft(OLD), read_draft(NEW)).changes) == Figures(
        kept=5, reworded=1, split=1, inserted=1, deleted=1, words_inserted=11, words_deleted=15
    )


def test_paragraphs_changed_are_all_but_the_kept_ones() -> None:
    assert Figures(kept=9, reworded=1, moved=2, split=3, joined=4, inserted=5, deleted=6).paragraphs_changed == 21


def test_renumbering_alone_changes_nothing() -> None:
    renumbered = OLD.replace("4. ", "5. ").replace("3. ", "4 bis. ").replace("2. ", "3. ")
    assert figures(compare(read_draft(OLD), read_draft(renumbered)).changes) == Figures(kept=8)


def test_the_changes_of_each_focus_area_stand_together() -> None:
    groups = by_focus_area(compare(read_draft(OLD), read_draft(NEW)))
    assert [(group.area.title if group.area else None, len(group.changes)) for group in groups] == [
        (None, 2),
        ("Crisis management", 3),
        ("Data", 4),
    ]
    assert groups[2].changes[-1].pair == Pair(Fate.DELETED, (7,), ())


def test_a_deleted_paragraph_counts_in_the_area_of_the_same_number_when_the_title_went() -> None:
    groups = by_focus_area(compare(read_draft(OLD), read_draft(NEW.replace("## Data", "## Information"))))
    data = next(group for group in groups if group.area and group.area.title == "Information")
    assert Pair(Fate.DELETED, (7,), ()) in [change.pair for change in data.changes]


def test_a_deleted_paragraph_of_a_focus_area_that_went_counts_outside() -> None:
    without = OLD.split("## Data")[0]
    outside = by_focus_area(compare(read_draft(OLD), read_draft(without)))[0]
    assert outside.area is None
    assert [change.pair.old for change in outside.changes if not change.pair.new] == [(5,), (6,), (7,)]


def test_a_deleted_paragraph_of_the_preamble_counts_outside() -> None:
    without = OLD.replace("We, the participants, met in Bali.\n\n", "")
    outside = by_focus_area(compare(read_draft(OLD), read_draft(without)))[0]
    assert [change.pair.fate for change in outside.changes] == [Fate.KEPT, Fate.DELETED]


LINES = st.lists(
    st.sampled_from(
        ["We will meet again.", "We will meet again in Bali.", "## Data", "States shall report.", "1. Trade."]
    ),
    max_size=6,
).map("\n\n".join)


@given(LINES, LINES)
@settings(max_examples=100)
def test_each_change_holds_the_words_of_its_paragraphs(old_source: str, new_source: str) -> None:
    old, new = read_draft(old_source), read_draft(new_source)
    for change in compare(old, new).changes:
        assert before(change.runs) == joined_text(old, change.pair.old)
        assert after(change.runs) == joined_text(new, change.pair.new)


@given(LINES, LINES)
@settings(max_examples=100)
def test_the_figures_of_the_focus_areas_add_up_to_those_of_the_whole(old_source: str, new_source: str) -> None:
    comparison = compare(read_draft(old_source), read_draft(new_source))
    whole = figures(comparison.changes)
    parts = [figures(group.changes) for group in by_focus_area(comparison)]
    assert sum(part.paragraphs_changed for part in parts) == whole.paragraphs_changed
    assert sum(part.words_inserted + part.words_deleted for part in parts) == whole.words_inserted + whole.words_deleted


def test_an_empty_draft_has_no_changes() -> None:
    empty: Draft = read_draft("")
    assert compare(empty, empty).changes == ()
    assert figures([Change(Pair(Fate.INSERTED, (), (0,)), (Run(Op.INSERTED, "One, two."),))]).words_inserted == 4


def test_a_paragraph_replaced_in_its_place_is_struck_whole_and_written_whole() -> None:
    kept = "We affirm that ports are open.\n\n"
    old = f"{kept}We call for the attention of all States to the needs of women and children.\n\nWe part."
    new = f"{kept}We note the reports on fishing, and the wish of many for more of them.\n\nWe part."
    change = compare(read_draft(old), read_draft(new)).changes[1]
    assert change.pair == Pair(Fate.REWORDED, (1,), (1,))
    assert [(run.op, run.text[:11]) for run in change.runs] == [
        (Op.DELETED, "We call for"),
        (Op.INSERTED, "We note the"),
    ]


def test_an_emptied_paragraph_has_no_inserted_words() -> None:
    assert differences_module.replaced_whole("Words.", "") == (Run(Op.DELETED, "Words."),)
