"""The alignment of two drafts: its laws, then each fate a paragraph can have."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.comparison.alignment import align
from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import Span

BALI = "We welcome the International Conference on Digital Diplomacy held in Bali in November."
DATA = "Each delegation may share its experience of data management in support of crisis response."
SMES = "Small and medium-sized enterprises need simple access to finance, skills and open markets."
CARE = "The secretariat shall report on progress. It shall publish the report in every official language of the region."
NET = "A regional network of diplomats exchanges good practice on disinformation in times of crisis."


def drafted(*texts: str) -> Draft:
    return read_draft("\n\n".join(texts) + "\n")


def fates(old: Draft, new: Draft) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(pair.fate.value, pair.old, pair.new) for pair in align(old, new)]


def paragraph(ordinal: int, text: str, kind: Kind = Kind.PLAIN) -> Paragraph:
    nowhere = Span(0, 0)
    return Paragraph(ordinal, kind, Part.OPERATIVE, nowhere, nowhere, "", 0, text)


def bare(*kinds_and_texts: tuple[Kind, str]) -> Draft:
    paragraphs = tuple(paragraph(ordinal, text, kind) for ordinal, (kind, text) in enumerate(kinds_and_texts))
    return Draft("", Span(0, 0), "", paragraphs, ())


WORDS = st.sampled_from(
    [
        "we",
        "the",
        "will",
        "support",
        "region",
        "trade",
        "data",
        "women",
        "water",
        "peace",
        "report",
        "year",
        "State",
        "shall",
    ]
)
PARAGRAPHS = st.tuples(
    st.sampled_from([Kind.PLAIN, Kind.PLAIN, Kind.PLAIN, Kind.HEADING, Kind.FOOTNOTE, Kind.TABLE]),
    st.lists(WORDS, max_size=14).map(" ".join),
)
DRAFTS = st.lists(PARAGRAPHS, max_size=9).map(lambda parts: bare(*parts))


# --- laws ---------------------------------------------------------------------------------------


@given(DRAFTS, DRAFTS)
@settings(max_examples=100)
def test_every_paragraph_of_both_drafts_is_in_exactly_one_pair(old: Draft, new: Draft) -> None:
    pairs = align(old, new)
    assert sorted(ordinal for pair in pairs for ordinal in pair.old) == list(range(len(old.paragraphs)))
    assert sorted(ordinal for pair in pairs for ordinal in pair.new) == list(range(len(new.paragraphs)))


@given(DRAFTS)
def test_a_draft_and_itself_are_kept_throughout(draft: Draft) -> None:
    assert align(draft, draft) == tuple(
        Pair(Fate.KEPT, (ordinal,), (ordinal,)) for ordinal in range(len(draft.paragraphs))
    )


@given(DRAFTS, DRAFTS)
@settings(max_examples=100)
def test_the_shape_of_a_pair_fits_its_fate(old: Draft, new: Draft) -> None:
    for pair in align(old, new):
        sizes = (len(pair.old), len(pair.new))
        assert list(pair.old) == sorted(pair.old)
        assert list(pair.new) == sorted(pair.new)
        match pair.fate:
            case Fate.INSERTED:
                assert sizes == (0, 1)
            case Fate.DELETED:
                assert sizes == (1, 0)
            case Fate.SPLIT:
                assert sizes[0] == 1 < sizes[1]
            case Fate.JOINED:
                assert sizes[1] == 1 < sizes[0]
            case _:
                assert sizes == (1, 1)
                same = old.paragraphs[pair.old[0]].text == new.paragraphs[pair.new[0]].text
                assert pair.fate is Fate.MOVED or same == (pair.fate is Fate.KEPT)


@given(DRAFTS, DRAFTS)
@settings(max_examples=100)
def test_the_pairs_come_in_the_order_of_the_new_text(old: Draft, new: Draft) -> None:
    firsts = [pair.new[0] for pair in align(old, new) if pair.new]
    assert firsts == sorted(firsts)


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_no_rising_subsequence_is_heavier(values: list[int], weights: list[int]) -> None:
    best = [0] * 7
    for index, value in enumerate(values):
        best[index] = weights[index] + max((best[k] for k in range(index) if values[k] < value), default=0)
    chosen = heaviest_rising(values, weights)
    assert sum(weights[index] for index in chosen) == max(best)
    assert [values[index] for index in chosen] == sorted(values[index] for index in chosen)


# --- fates --------------------------------------------------------------------------------------


def test_a_word_changed_is_a_reworded_paragraph() -> None:
    assert fates(drafted(BALI, DATA), drafted(BALI, DATA.replace("may", "should"))) == [
        ("kept", (0,), (0,)),
        ("reworded", (1,), (1,)),
    ]


def test_an_inserted_paragraph_renumbers_nothing_else() -> None:
    old = drafted(f"1. {BALI}", f"2. {DATA}", f"3. {NET}")
    new = drafted(f"1. {BALI}", f"2. {SMES}", f"3. {DATA}", f"4. {NET}")
    assert fates(old, new) == [
        ("kept", (0,), (0,)),
        ("inserted", (), (1,)),
        ("kept", (1,), (2,)),
        ("kept", (2,), (3,)),
    ]


def test_rewrapped_lines_are_no_change() -> None:
    assert fates(drafted(BALI), drafted(BALI.replace(" on ", "\non "))) == [("kept", (0,), (0,))]


def test_a_moved_paragraph_with_one_word_changed_is_one_move() -> None:
    old = drafted(BALI, DATA, SMES, NET)
    new = drafted(DATA, SMES, NET, BALI.replace("welcome", "recall"))
    assert fates(old, new) == [
        ("kept", (1,), (0,)),
        ("kept", (2,), (1,)),
        ("kept", (3,), (2,)),
        ("moved", (0,), (3,)),
    ]


def test_the_lighter_paragraph_is_the_one_that_moved() -> None:
    assert fates(drafted("Done in Bali.", CARE), drafted(CARE, "Done in Bali.")) == [
        ("kept", (1,), (0,)),
        ("moved", (0,), (1,)),
    ]


def test_a_deleted_paragraph_comes_after_the_one_that_it_followed() -> None:
    assert fates(drafted(BALI, DATA, SMES, NET), drafted(NET, BALI)) == [
        ("kept", (3,), (0,)),
        ("moved", (0,), (1,)),
        ("deleted", (1,), ()),
        ("deleted", (2,), ()),
    ]


def test_paragraphs_deleted_at_the_beginning_come_first() -> None:
    assert fates(drafted(BALI, DATA, NET), drafted(NET)) == [
        ("deleted", (0,), ()),
        ("deleted", (1,), ()),
        ("kept", (2,), (0,)),
    ]


def test_a_paragraph_cut_at_a_full_stop_is_a_split() -> None:
    head, tail = CARE.split(". ")
    assert fates(drafted(BALI, CARE, NET), drafted(BALI, head + ".", tail, NET)) == [
        ("kept", (0,), (0,)),
        ("split", (1,), (1, 2)),
        ("kept", (2,), (3,)),
    ]


def test_a_paragraph_cut_in_three_is_one_split() -> None:
    old = drafted(f"{BALI} {DATA} {SMES} {CARE}", NET)
    assert fates(old, drafted(f"{BALI} {DATA}", SMES, CARE, NET)) == [("split", (0,), (0, 1, 2)), ("kept", (1,), (3,))]


def test_a_split_is_seen_past_a_paragraph_put_between_the_pieces() -> None:
    assert fates(drafted(f"{CARE} {NET}"), drafted(CARE, SMES, NET)) == [
        ("split", (0,), (0, 2)),
        ("inserted", (), (1,)),
    ]


def test_two_paragraphs_made_one_are_joined() -> None:
    assert fates(drafted(BALI, DATA, SMES), drafted(BALI, f"{DATA} {SMES}")) == [
        ("kept", (0,), (0,)),
        ("joined", (1, 2), (1,)),
    ]


def test_a_paragraph_beside_a_reworded_one_is_no_piece_of_it() -> None:
    assert fates(drafted(CARE), drafted(CARE.replace("shall", "should"), NET)) == [
        ("reworded", (0,), (0,)),
        ("inserted", (), (1,)),
    ]


def test_a_repetition_of_half_a_kept_paragraph_is_an_insertion() -> None:
    assert fates(drafted(CARE), drafted(CARE, CARE.split(". ")[1])) == [("kept", (0,), (0,)), ("inserted", (), (1,))]


def test_repeated_lines_follow_their_neighbours() -> None:
    chapeau = "To this end:"
    old = drafted(BALI, chapeau, DATA, chapeau, SMES)
    new = drafted(NET, chapeau, BALI, chapeau, DATA, chapeau, SMES)
    assert fates(old, new) == [
        ("inserted", (), (0,)),
        ("inserted", (), (1,)),
        ("kept", (0,), (2,)),
        ("kept", (1,), (3,)),
        ("kept", (2,), (4,)),
        ("kept", (3,), (5,)),
        ("kept", (4,), (6,)),
    ]


def test_repeated_lines_far_from_what_is_known_are_paired_in_order() -> None:
    old = drafted("Agreed.", "Agreed.", BALI.replace("We", "They"))
    new = drafted(NET, "Agreed.", "Agreed.", SMES)
    assert fates(old, new)[1:3] == [("kept", (0,), (1,)), ("kept", (1,), (2,))]


def test_short_headings_are_paired_in_place() -> None:
    old = drafted("# Bali Message", "## Capacity building", BALI)
    new = drafted("# Bali Message", "## Capacity building and inclusion", BALI)
    assert fates(old, new)[1] == ("reworded", (1,), (1,))


@pytest.mark.parametrize(
    ("first", "second"), [(Kind.HEADING, Kind.PLAIN), (Kind.FOOTNOTE, Kind.PLAIN), (Kind.TABLE, Kind.FOOTNOTE)]
)
def test_paragraphs_of_different_classes_are_never_paired(first: Kind, second: Kind) -> None:
    assert fates(bare((first, BALI)), bare((second, BALI))) == [("deleted", (0,), ()), ("inserted", (), (0,))]


@pytest.mark.parametrize(
    ("first", "second"),
    [(Kind.TITLE, Kind.HEADING), (Kind.TABLE, Kind.OPAQUE), (Kind.OPERATIVE, Kind.SUB), (Kind.PREAMBULAR, Kind.PLAIN)],
)
def test_a_paragraph_that_only_changed_its_rank_is_kept(first: Kind, second: Kind) -> None:
    assert fates(bare((first, BALI)), bare((second, BALI))) == [("kept", (0,), (0,))]


def test_words_in_quite_another_order_are_another_paragraph() -> None:
    old = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu"
    new = "nu mu lambda kappa xi iota theta omicron eta zeta epsilon delta pi gamma"
    assert [fate for fate, _, _ in fates(drafted(old, BALI), drafted(BALI, new))] == ["deleted", "kept", "inserted"]


def test_an_unrelated_paragraph_alone_in_the_same_place_replaces_the_other() -> None:
    assert fates(drafted(BALI, SMES, NET), drafted(BALI, CARE, NET)) == [
        ("kept", (0,), (0,)),
        ("reworded", (1,), (1,)),
        ("kept", (2,), (2,)),
    ]


@pytest.mark.parametrize(("old", "new"), [((SMES, NET), (CARE, NET)), ((NET, SMES), (NET, CARE)), ((SMES,), (CARE,))])
def test_the_first_and_the_last_paragraph_may_be_replaced_too(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert sorted(fate for fate, _, _ in fates(drafted(*old), drafted(*new))) == sorted(
        ["reworded", *["kept"] * (len(old) - 1)]
    )


def test_beside_another_change_nothing_is_taken_for_a_replacement() -> None:
    found = fates(drafted(BALI, SMES, NET), drafted(BALI, CARE, "Ships carry lamps.", NET))
    assert [fate for fate, _, _ in found] == ["kept", "deleted", "inserted", "inserted", "kept"]


def test_a_heading_is_never_replaced_by_a_paragraph() -> None:
    old = bare((Kind.OPERATIVE, BALI), (Kind.HEADING, "Trade"), (Kind.OPERATIVE, NET))
    new = bare((Kind.OPERATIVE, BALI), (Kind.OPERATIVE, CARE), (Kind.OPERATIVE, NET))
    assert [fate for fate, _, _ in fates(old, new)] == ["kept", "deleted", "inserted", "kept"]


def test_a_join_is_taken_as_given() -> None:
    old, new = drafted(BALI, SMES, DATA, NET), drafted(BALI, CARE, NET)
    assert Fate.REWORDED not in [pair.fate for pair in align(old, new)]
    assert Pair(Fate.REWORDED, (2,), (1,)) in align(old, new, [(2, 1)])


def test_a_join_that_names_no_paragraph_is_passed_over() -> None:
    draft = drafted(BALI, NET)
    assert align(draft, draft, [(7, 0), (0, 9), (-1, 0)]) == align(draft, draft)


def test_a_join_of_the_first_and_last_paragraphs_is_stronger_than_equal_words() -> None:
    draft = drafted(BALI, SMES, NET)
    pairs = align(draft, draft, [(0, 2), (2, 0)])
    assert {(pair.old, pair.new) for pair in pairs} == {((0,), (2,)), ((1,), (1,)), ((2,), (0,))}


def test_a_join_is_stronger_than_the_common_end_of_two_drafts() -> None:
    old, new = drafted(BALI, SMES, NET), drafted(DATA, SMES, NET)
    assert any(2 in pair.old and 0 in pair.new for pair in align(old, new, [(2, 0)]))


def test_many_paragraphs_that_share_one_shingle_are_still_paired_by_the_rest() -> None:
    topics = [
        "water",
        "trade",
        "data",
        "women",
        "youth",
        "health",
        "ports",
        "skills",
        "peace",
        "energy",
        "tourism",
        "fisheries",
    ]
    old = [f"We will promote {topic} in village number {index} for all" for index, topic in enumerate(topics)]
    new = [text.replace("for all", "for everyone") for text in old]
    counted = Counter(fate for fate, _, _ in fates(drafted(*old), drafted(*new)))
    assert counted == {"reworded": len(topics)}
