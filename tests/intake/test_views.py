"""A marked text reads as each view of its revisions demands, and every character knows where it comes from."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.counting import Item, Level, ListKind, Numbering
from zerodraft.intake.marked import BOX, Block, Marked, Point, Revision, Run, Shape, Sort
from zerodraft.intake.views import Finder, Spot, base, final, view

PUT = Revision(Op.INSERTED, "Norlandia")
OUT = Revision(Op.DELETED, "Estmark")
AGAIN = Revision(Op.DELETED, "Jutlandia")
HEADING, LIST = Shape(Sort.HEADING, 2), Shape(Sort.LIST)


def block(*runs: str | tuple[str, Revision], mark: tuple[Revision, ...] = (), **more: object) -> Block:
    made = tuple(Run(run) if isinstance(run, str) else Run(run[0], (run[1],)) for run in runs)
    return Block(made, mark, **more)  # type: ignore[arg-type]


def texts(blocks: list[Block], accepts: Callable[[Revision], bool]) -> list[str]:
    return [each.text for each in view(Marked(tuple(blocks)), accepts)]


def base_of(*blocks: Block) -> list[str]:
    return texts(list(blocks), lambda _: False)


def final_of(*blocks: Block) -> list[str]:
    return texts(list(blocks), lambda _: True)


def test_words_are_kept_if_all_insertions_are_accepted_and_no_deletion_is() -> None:
    stacked = Block((Run("by "), Run("2030", (OUT,)), Run("2028", (PUT, AGAIN)), Run("2027", (PUT,))))
    assert base_of(stacked) == ["by 2030"]
    assert final_of(stacked) == ["by 2027"]
    assert texts([stacked], lambda each: each.author == "Norlandia") == ["by 203020282027"]
    assert texts([stacked], lambda each: each.author in ("Norlandia", "Estmark")) == ["by 20282027"]


def test_a_paragraph_that_was_split_is_one_in_the_base_text() -> None:
    halves = [block("We agree, ", mark=(PUT,)), block("and we act.")]
    assert base_of(*halves) == ["We agree, and we act."]
    assert final_of(*halves) == ["We agree, ", "and we act."]


def test_paragraphs_that_were_joined_look_like_the_last_one() -> None:
    joined = Marked((block("Title ", mark=(OUT,), shape=HEADING), block("and text.", shape=LIST)))
    assert [(each.text, each.shape) for each in final(joined)] == [("Title and text.", LIST)]
    assert [each.shape for each in base(joined)] == [HEADING, LIST]


def test_a_deleted_paragraph_leaves_nothing_and_lends_no_shape() -> None:
    blocks = [block(("Gone.", OUT), mark=(OUT,), shape=HEADING), block("Stays.")]
    assert [(each.text, each.shape) for each in final(Marked(tuple(blocks)))] == [("Stays.", Shape())]


def test_words_before_a_deleted_mark_at_the_end_are_not_lost() -> None:
    assert final_of(block("First."), block("Last.", mark=(OUT,))) == ["First.", "Last."]
    assert final_of(block("First."), block(("Last.", OUT), mark=(OUT,))) == ["First."]


def test_nothing_is_glued_across_the_edge_of_a_cell_or_a_note() -> None:
    cells = [block("a", mark=(OUT,), place=(0, 0, 0)), block("b", place=(0, 0, 1)), block("c", place=("1",))]
    assert final_of(*cells) == ["a", "b", "c"]


def test_a_paragraph_is_not_glued_over_a_table_that_stays() -> None:
    blocks = [block("before", mark=(OUT,)), block("cell", place=(0, 0, 0)), block("after")]
    assert final_of(*blocks) == ["before", "cell", "after"]


def test_a_paragraph_is_glued_over_a_table_that_is_deleted() -> None:
    cell = block(("cell", OUT), mark=(OUT,), place=(0, 0, 0))
    assert final_of(block("before ", mark=(OUT,)), cell, block("after")) == ["before after"]


def test_a_text_box_stands_beside_the_paragraph_that_holds_it() -> None:
    blocks = [block("We ", mark=(OUT,)), block("box", place=(BOX, 0)), block("agree.")]
    assert final_of(*blocks) == ["box", "We agree."]


def test_deleted_rows_vanish_and_empty_paragraphs_stay() -> None:
    row = [block(("x", OUT), mark=(OUT,), place=(0, 0, 0)), block(mark=(OUT,), place=(0, 0, 1))]
    assert final_of(*row, block()) == [""]


@pytest.mark.parametrize(("accepted", "sort"), [(False, Sort.BODY), (True, Sort.HEADING)])
def test_a_change_of_format_is_a_revision_of_its_own(accepted: bool, sort: Sort) -> None:
    changed = block("Ports", shape=HEADING, reshaped=Revision(Op.KEPT, "Estmark"))
    assert [each.shape.sort for each in view(Marked((changed,)), lambda _: accepted)] == [sort]


def test_numbers_are_counted_in_each_view() -> None:
    levels = {0: Level(template="%1."), 1: Level(numerals="lowerLetter", template="(%2)", restart=1)}
    lists = Numbering({"1": ListKind("1", levels, {})}, tuple((Item("1", level),) * 2 for level in (0, 0, 1, 0)))
    blocks = (block("a"), block(("b", PUT), mark=(PUT,)), block("c"), block("d"))
    marked = Marked(blocks, numbering=lists)
    assert [each.shape.label for each in base(marked)] == ["1.", "(a)", "2."]
    assert [each.shape.label for each in final(marked)] == ["1.", "2.", "(a)", "3."]


def test_the_bookmark_of_the_words_comes_first() -> None:
    gone = block(("Gone.", OUT), mark=(OUT,), bookmarks=("_zd1",))
    assert [each.bookmarks for each in final(Marked((gone, block("Stays.", bookmarks=("_zd2",)))))] == [
        ("_zd2", "_zd1")
    ]


def test_a_place_is_found_again_or_where_its_words_would_be() -> None:
    blocks = (block("We ", ("all ", OUT), "agree, ", mark=(PUT,)), block("now."), block(("x", PUT), place=("1",)))
    assert final(Marked(blocks))[0].text == "We agree, "
    finder = Finder(final(Marked(blocks)))
    assert [finder.spot(Point(0, offset)) for offset in (0, 3, 5, 7, 14)] == [
        Spot(0, 0),
        Spot(0, 3),
        Spot(0, 3),
        Spot(0, 3),
        Spot(0, 10),
    ]
    assert finder.spot(Point(1, 2)) == Spot(1, 2)
    assert Finder(base(Marked(blocks))).spot(Point(1, 0)) == Spot(0, 14)
    assert Finder(base(Marked((block("a", mark=(PUT,)), block(("b", PUT), mark=(PUT,)))))).spot(Point(1, 0)) == Spot(
        0, 1
    )
    assert Finder(()).spot(Point(0, 0)) is None


REVISIONS = st.lists(
    st.builds(Revision, st.sampled_from([Op.INSERTED, Op.DELETED]), st.sampled_from("ABC")), max_size=3
).map(tuple)
BLOCKS = st.lists(
    st.builds(
        Block,
        st.lists(st.builds(Run, st.text("xyz ", max_size=3), REVISIONS), max_size=4).map(tuple),
        REVISIONS,
        place=st.sampled_from([(), (), (), (0, 0, 0), (0, 0, 1)]),
    ),
    max_size=8,
)


def stays(revisions: tuple[Revision, ...], accepted: str) -> bool:
    return all((each.author in accepted) == (each.op is Op.INSERTED) for each in revisions)


@given(BLOCKS, st.sampled_from(["", "A", "AB", "ABC"]))
def test_a_view_holds_the_kept_characters_each_once_and_knows_their_places(blocks: list[Block], accepted: str) -> None:
    seen = view(Marked(tuple(blocks)), lambda revision: revision.author in accepted)
    kept = [
        (index, run.text)
        for index, block in enumerate(blocks)
        for run in block.runs
        if run.text and stays(run.revisions, accepted)
    ]
    by_place = {place: "".join(t for i, t in kept if blocks[i].place == place) for place in {b.place for b in blocks}}
    for place, text in by_place.items():
        assert "".join(each.text for each in seen if each.place == place) == text
    for each in seen:
        words = (blocks[piece.block].text[piece.offset : piece.offset + piece.length] for piece in each.pieces)
        assert "".join(words) == each.text
        assert {blocks[piece.block].place for piece in each.pieces} == {each.place}
        assert each.text or stays(blocks[each.last].mark, accepted)
        assert not any(stays(blocks[piece.block].mark, accepted) for piece in each.pieces if piece.block != each.last)


@given(BLOCKS)
def test_every_place_of_a_kept_character_is_found(blocks: list[Block]) -> None:
    seen = final(Marked(tuple(blocks)))
    finder = Finder(seen)
    for each in seen:
        for piece in each.pieces:
            for offset in range(piece.offset, piece.offset + piece.length):
                spot = finder.spot(Point(piece.block, offset))
                assert spot is not None
                assert seen[spot.paragraph].text[spot.offset] == blocks[piece.block].text[offset]
