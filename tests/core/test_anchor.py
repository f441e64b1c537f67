"""Anchors: quoting a paragraph, and where a quote stands after the text moved on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.comparison.anchor import Anchor, Detached, Place, Rewritten, Standing
from zerodraft.core.comparison.carrying import PARAGRAPH_DELETED, WORDS_DELETED
from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.lineage import Lineage, Version, trace
from zerodraft.core.comparison.placement import NOT_QUOTED, TEXT_UNKNOWN, place, place_all
from zerodraft.core.comparison.quotation import QuoteAmbiguous, QuoteNotFound, anchor_for
from zerodraft.core.text.parse import read_draft

A = "We welcome the International Conference on Digital Diplomacy held in Bali."
B = "Each delegation may share its experience of data management, and shall report on the use of data in crises."
C1, C2 = "The secretariat shall report on progress to all.", "It shall publish the report every year in each language."
D = "A regional network of diplomats exchanges good practice on disinformation."


def history(*texts: list[str]) -> Lineage:
    return trace(Version(f"t{number}", read_draft("\n\n".join(text))) for number, text in enumerate(texts))


def quoted(lineage: Lineage, ordinal: int, exact: str, occurrence: int | None = None) -> Anchor:
    return anchor_for(lineage.versions[0].draft, "t0", ordinal, exact, occurrence)


def words_at(lineage: Lineage, where: Place) -> str:
    assert not isinstance(where, Detached)
    return lineage.versions[-1].draft.paragraphs[where.ordinal].text[where.start : where.end]


# --- quoting ------------------------------------------------------------------------------------


def test_a_quote_takes_up_to_32_characters_before_and_after_cut_between_words() -> None:
    draft = read_draft(f"1. {B}\n")
    assert anchor_for(draft, "t", 0, "data management") == Anchor(
        "t", 0, "data management", "may share its experience of ", ", and shall report on the use of"
    )


def test_a_quote_of_the_whole_words_has_no_context() -> None:
    assert anchor_for(read_draft(A), "t", 0, A) == Anchor("t", 0, A)


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_no_words_are_the_whole_paragraph(nothing: str) -> None:
    assert anchor_for(read_draft(A), "t", 0, nothing) == Anchor("t", 0)


@pytest.mark.parametrize(
    "typed", ['the "digital divide" between', "the “digital\n  divide” between", " the “digital divide” between "]
)
def test_a_quote_is_found_however_its_spaces_and_quotation_marks_were_typed(typed: str) -> None:
    draft = read_draft("We narrow the “digital divide” between countries.")
    assert anchor_for(draft, "t", 0, typed).exact == "the “digital divide” between"


def test_words_that_do_not_stand_there_are_refused() -> None:
    with pytest.raises(QuoteNotFound) as refused:
        anchor_for(read_draft(A), "t", 0, "held in Jakarta")
    assert refused.value.exact == "held in Jakarta"


def test_words_that_stand_twice_need_a_number() -> None:
    draft = read_draft(B)
    with pytest.raises(QuoteAmbiguous) as refused:
        anchor_for(draft, "t", 0, "data")
    assert refused.value.times == 2
    assert anchor_for(draft, "t", 0, "data", 2).suffix == " in crises."
    with pytest.raises(QuoteNotFound):
        anchor_for(draft, "t", 0, "data", 3)
    with pytest.raises(QuoteNotFound):
        anchor_for(draft, "t", 0, "data", 0)


def test_whole_words_are_meant_before_parts_of_words() -> None:
    draft = read_draft("This is the issue.")
    assert anchor_for(draft, "t", 0, "is").prefix == "This "
    assert anchor_for(draft, "t", 0, "issu").suffix == "e."


# --- standing -----------------------------------------------------------------------------------


def test_a_quote_stands_though_its_paragraph_moved_and_was_renumbered() -> None:
    lineage = history([f"1. {A}", f"2. {B}", f"3. {D}"], [f"1. {B}", f"2. {D}", f"3. {A}"])
    assert place(quoted(lineage, 0, "Digital Diplomacy"), lineage) == Standing(2, 43, 60)


def test_a_quote_stands_beside_words_that_changed() -> None:
    lineage = history([A, B], [A, B.replace("Each delegation", "Every one of the delegations")])
    where = place(quoted(lineage, 1, "data management"), lineage)
    assert isinstance(where, Standing)
    assert words_at(lineage, where) == "data management"


def test_the_second_of_two_equal_quotes_is_followed_to_its_own_place() -> None:
    lineage = history([B], [B.replace("experience of", "knowledge of good")])
    where = place(quoted(lineage, 0, "data", 2), lineage)
    assert isinstance(where, Standing)
    assert lineage.versions[-1].draft.paragraphs[0].text[where.start :] == "data in crises."


def test_a_quote_stands_in_the_piece_of_a_split_that_holds_it() -> None:
    lineage = history([A, f"{C1} {C2}"], [A, C1, C2])
    assert place(quoted(lineage, 1, "every year"), lineage) == Standing(2, 28, 38)


def test_a_quote_stands_in_a_joined_paragraph() -> None:
    lineage = history([A, C1, C2], [A, f"{C1} {C2}"])
    assert place(quoted(lineage, 2, "every year"), lineage) == Standing(1, 77, 87)


def test_a_comment_on_a_whole_paragraph_stands_while_its_words_do() -> None:
    lineage = history([A, B], [B, A])
    assert place(Anchor("t0", 0), lineage) == Standing(1, 0, len(A))


def test_a_quote_on_the_last_version_stands_where_it_was_made() -> None:
    lineage = history([A], [B, A])
    anchor = anchor_for(lineage.versions[1].draft, "t1", 1, "held in Bali")
    assert place(anchor, lineage) == Standing(1, 61, 73)


def test_a_text_that_came_back_counts_as_its_last_version() -> None:
    old, new = read_draft(A), read_draft(D)
    lineage = trace([Version("a", old), Version("d", new), Version("a", old)])
    assert place(anchor_for(old, "a", 0, "held in Bali"), lineage) == Standing(0, 61, 73)


# --- rewritten ----------------------------------------------------------------------------------


def test_a_quote_with_a_word_replaced_is_rewritten_from_its_first_to_its_last_word_that_stands() -> None:
    lineage = history([A, B], [A, B.replace("data management, and", "information management, but")])
    where = place(quoted(lineage, 1, "its experience of data management"), lineage)
    assert isinstance(where, Rewritten)
    assert words_at(lineage, where) == "its experience of information management"


def test_a_quote_cut_in_two_is_rewritten_where_most_of_it_stands() -> None:
    lineage = history([A, f"{C1} {C2}"], [A, C1, C2])
    where = place(quoted(lineage, 1, "to all. It shall publish the report every year"), lineage)
    assert where == Rewritten(2, 0, 38)
    assert words_at(lineage, where) == "It shall publish the report every year"


def test_a_comment_on_a_whole_paragraph_is_rewritten_with_it() -> None:
    changed = B.replace("may", "should")
    lineage = history([A, B], [A, changed])
    assert place(Anchor("t0", 1), lineage) == Rewritten(1, 0, len(changed))


def test_a_comment_on_a_split_paragraph_goes_to_its_largest_piece() -> None:
    lineage = history([A, f"{C1} {C2}"], [A, C1, C2])
    assert place(Anchor("t0", 1), lineage) == Rewritten(2, 0, len(C2))


def test_words_that_replaced_quoted_ones_are_not_taken_for_them_later() -> None:
    lineage = history(
        [A, B],
        [A, B.replace("experience of data management", "experience of information management")],
        [A, B.replace("experience of data management", "wide information policy")],
    )
    assert place(quoted(lineage, 1, "experience of data"), lineage) == Detached(WORDS_DELETED)


# --- detached -----------------------------------------------------------------------------------


def test_a_deleted_paragraph_detaches_its_comments() -> None:
    lineage = history([A, B], [A])
    assert place_all([quoted(lineage, 1, "data management"), Anchor("t0", 1)], lineage) == (
        Detached(PARAGRAPH_DELETED),
        Detached(PARAGRAPH_DELETED),
    )


def test_a_deleted_quote_detaches_its_comment() -> None:
    lineage = history([A, B], [A, B.replace(", and shall report on the use of data in crises", "")])
    assert place(quoted(lineage, 1, "use of data in crises"), lineage) == Detached(WORDS_DELETED)


def test_a_quote_deleted_while_its_paragraph_is_split_is_detached() -> None:
    lineage = history([A, f"{C1} {C2}"], [A, C1.replace("on progress ", ""), C2])
    assert lineage.steps[0][1].fate is Fate.SPLIT
    assert place(quoted(lineage, 1, "on progress"), lineage) == Detached(WORDS_DELETED)


def test_stop_words_that_survive_are_not_the_quote() -> None:
    lineage = history([A, B], [A, B.replace("on the use of data in crises", "on the state of play in markets")])
    assert place(quoted(lineage, 1, "the use of data in crises"), lineage) == Detached(WORDS_DELETED)


def test_the_same_words_in_another_paragraph_are_not_the_quote() -> None:
    lineage = history([A, B, D], [A, D.replace("good practice", "data management")])
    assert place(quoted(lineage, 1, "data management"), lineage) == Detached(PARAGRAPH_DELETED)


def test_an_unknown_text_detaches_its_comments() -> None:
    assert place(Anchor("elsewhere", 0, "Bali"), history([A])) == Detached(TEXT_UNKNOWN)
    assert place(Anchor("t0", 0), Lineage()) == Detached(TEXT_UNKNOWN)


@pytest.mark.parametrize("anchor", [Anchor("t0", 7, "Bali"), Anchor("t0", -1), Anchor("t0", 0, "Jakarta")])
def test_words_that_never_stood_there_are_detached(anchor: Anchor) -> None:
    assert place(anchor, history([A], [A])) == Detached(NOT_QUOTED)


# --- put back -----------------------------------------------------------------------------------


def test_a_quote_put_back_with_its_paragraph_stands_again() -> None:
    lineage = history([A, B, D], [A, D], [A, B, D])
    assert isinstance(place(quoted(lineage, 1, "data management"), lineage), Standing)
    assert place(Anchor("t0", 1), lineage) == Standing(1, 0, len(B))


def test_a_quote_put_back_into_its_paragraph_stands_again() -> None:
    lineage = history([A, B], [A, B.replace("data management, and shall ", "")], [A, B])
    assert place(quoted(lineage, 1, "data management"), lineage) == Standing(1, 44, 59)


def test_a_quote_half_deleted_and_put_back_stands_again() -> None:
    lineage = history([A, B], [A, B.replace("data management", "data")], [A, B])
    assert place(quoted(lineage, 1, "data management"), lineage) == Standing(1, 44, 59)


def test_a_quote_put_back_in_other_surroundings_stays_detached() -> None:
    shorter = "Each delegation may share its experience and shall report on its use in crises."
    lineage = history([A, B], [A, shorter], [A, shorter.replace("in crises", "in data management")])
    assert place(quoted(lineage, 1, "data management"), lineage) == Detached(WORDS_DELETED)


def test_a_whole_paragraph_put_back_inside_another_stays_detached() -> None:
    lineage = history([A, C1], [A], [f"{A} {C1}"])
    assert place(Anchor("t0", 1), lineage) == Detached(PARAGRAPH_DELETED)


# --- laws ---------------------------------------------------------------------------------------

VOCABULARY = ["we", "will", "the", "data", "region", "support", "women", "of", ",", "report", "trade", "year"]
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4)


@st.composite
def quotes(draw: st.DrawFn) -> tuple[Lineage, list[Anchor]]:
    lineage = history(*draw(st.lists(TEXTS, min_size=1, max_size=3)))
    draft = lineage.versions[0].draft
    anchors = []
    for _ in range(draw(st.integers(1, 4))):
        ordinal = draw(st.integers(0, len(draft.paragraphs) - 1))
        parts = draft.paragraphs[ordinal].text.split(" ")
        start = draw(st.integers(0, len(parts) - 1))
        exact = " ".join(parts[start : start + draw(st.integers(1, 5))])
        try:
            anchors.append(anchor_for(draft, "t0", ordinal, exact))
        except QuoteAmbiguous as refused:
            anchors.append(anchor_for(draft, "t0", ordinal, exact, draw(st.integers(1, refused.times))))
    return lineage, anchors


@given(quotes())
@settings(max_examples=150, deadline=None)
def test_a_standing_quote_is_exactly_the_quote(made: tuple[Lineage, list[Anchor]]) -> None:
    lineage, anchors = made
    for anchor, where in zip(anchors, place_all(anchors, lineage), strict=True):
        if isinstance(where, Standing):
            assert words_at(lineage, where) == anchor.exact
        elif isinstance(where, Rewritten):
            assert words_at(lineage, where).strip() == words_at(lineage, where) != ""
        else:
            assert where.reason.endswith(".")


@given(quotes())
@settings(max_examples=100, deadline=None)
def test_a_quote_stands_in_the_text_on_which_it_was_made(made: tuple[Lineage, list[Anchor]]) -> None:
    lineage, anchors = made
    born = trace(lineage.versions[:1])
    for anchor, where in zip(anchors, place_all(anchors, born), strict=True):
        assert isinstance(where, Standing)
        assert where.ordinal == anchor.ordinal
        assert words_at(born, where) == anchor.exact


@given(quotes())
@settings(max_examples=60, deadline=None)
def test_anchors_placed_together_stand_where_each_stands_alone(made: tuple[Lineage, list[Anchor]]) -> None:
    lineage, anchors = made
    assert place_all(anchors, lineage) == tuple(place(anchor, lineage) for anchor in anchors)


def test_a_quote_does_not_stand_by_chance_in_the_paragraph_that_replaced_its_own() -> None:
    old = "We call upon States to protect data, and we invite the secretariat to report on digital cooperation."
    new = "Ships carry lamps by night, and harbours keep pilots; cooperation at sea saves lives in every season."
    lineage = history([A, old, D], [A, new, D])
    assert lineage.identities[1] == (0, 1, 2)
    assert place(quoted(lineage, 1, "digital cooperation"), lineage) == Detached(WORDS_DELETED)
    assert isinstance(place(quoted(lineage, 1, ""), lineage), Rewritten)
