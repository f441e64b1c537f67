"""Writing: steps that can be taken back, words that coalesce, brackets, paragraphs that move."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS

from zerodraft.core.text.strokes import Stroke, replay
from zerodraft.tui.editor.manuscript import Manuscript
from zerodraft.tui.editor.place import Edit, Place, Selection


def written(source: str, line: int = 0, column: int = 0) -> Manuscript:
    manuscript = Manuscript(source)
    manuscript.select(Selection.at(Place(line, column)))
    return manuscript


def selected(source: str, words: str) -> Manuscript:
    manuscript = Manuscript(source)
    start = source.index(words)
    place = manuscript.buffer.place_at
    manuscript.select(Selection(place(start), place(start + len(words))))
    return manuscript


def words_of(manuscript: Manuscript) -> str:
    return manuscript.buffer.between(manuscript.selection.start, manuscript.selection.end)


def typed(manuscript: Manuscript, text: str) -> None:
    for char in text:
        manuscript.type(char)


# --- steps -------------------------------------------------------------------------------------


def test_letters_gather_to_words_that_are_taken_back_one_by_one() -> None:
    manuscript = written("")
    typed(manuscript, "we agree to")
    sources = []
    while manuscript.undo():
        sources.append(manuscript.buffer.source)
    assert sources == ["we agree ", "we ", ""]


def test_what_was_taken_back_is_done_again_until_something_else_is_typed() -> None:
    manuscript = written("")
    typed(manuscript, "we agree")
    manuscript.undo()
    manuscript.redo()
    assert manuscript.buffer.source == "we agree"
    manuscript.undo()
    typed(manuscript, "x")
    assert not manuscript.redo()


def test_erased_letters_gather_to_words_too() -> None:
    manuscript = written("we agree to", 0, 11)
    for _ in range(5):
        manuscript.erase(Place(0, manuscript.cursor.column - 1), manuscript.cursor)
    assert manuscript.buffer.source == "we agr"
    manuscript.undo()
    assert manuscript.buffer.source == "we agree"
    manuscript.undo()
    assert manuscript.buffer.source == "we agree to"


def test_moving_the_cursor_ends_a_step() -> None:
    manuscript = written("")
    typed(manuscript, "ab")
    manuscript.select(Selection.at(Place(0, 1)))
    manuscript.select(Selection.at(Place(0, 2)))
    typed(manuscript, "c")
    manuscript.undo()
    assert manuscript.buffer.source == "ab"


def test_saving_ends_a_step_and_tells_what_is_modified() -> None:
    manuscript = written("a", 0, 1)
    typed(manuscript, "b")
    manuscript.mark_saved()
    assert not manuscript.is_modified
    typed(manuscript, "c")
    assert manuscript.is_modified
    manuscript.undo()
    assert manuscript.buffer.source == "ab"
    assert not manuscript.is_modified


def test_a_step_back_brings_the_selection_back() -> None:
    manuscript = selected("we shall agree", "shall")
    manuscript.type("x")
    manuscript.undo()
    assert words_of(manuscript) == "shall"
    manuscript.redo()
    assert manuscript.selection == Selection.at(Place(0, 4))


def test_a_paste_is_one_step_with_the_line_ends_of_the_text_and_composed_letters() -> None:
    manuscript = written("one\r\n", 1, 0)
    manuscript.insert("Viê\u0323t\nNam\rx\r\n")
    assert manuscript.buffer.source == "one\r\nVi\u1ec7t\r\nNam\r\nx\r\n"
    manuscript.undo()
    assert manuscript.buffer.source == "one\r\n"


def test_a_mark_that_is_typed_joins_the_letter_before_it() -> None:
    manuscript = written("", 0, 0)
    typed(manuscript, "e\u0302\u0323")
    assert manuscript.buffer.source == normalize("NFC", "e\u0302\u0323") == "ệ"


def test_a_mark_that_joins_nothing_stays_a_mark() -> None:
    manuscript = written("x", 0, 1)
    typed(manuscript, "\u0302")
    assert manuscript.buffer.source == "x\u0302"


ACTS = st.sampled_from(("type", "insert", "erase", "select", "bracket", "move", "replace", "undo", "redo", "save"))


def act(manuscript: Manuscript, name: str, data: st.DataObject) -> None:
    place = manuscript.buffer.place_at
    first, last = (place(data.draw(st.integers(0, len(manuscript.buffer.source)))) for _ in range(2))
    match name:
        case "type":
            manuscript.type(data.draw(st.sampled_from("ab []\u0301ก์x")))
        case "insert":
            manuscript.insert(data.draw(TEXTS))
        case "erase":
            manuscript.erase(first, last)
        case "select":
            manuscript.select(Selection(first, last))
        case "bracket":
            manuscript.bracket()
        case "move":
            manuscript.move_paragraph(data.draw(st.sampled_from((-1, 1))))
        case "replace":
            manuscript.replace_source(data.draw(TEXTS))
        case "undo":
            manuscript.undo()
        case "redo":
            manuscript.redo()
        case _:
            manuscript.mark_saved()


@given(TEXTS, st.data())
def test_whatever_is_done_all_of_it_can_be_taken_back_and_done_again(source: str, data: st.DataObject) -> None:
    manuscript = Manuscript(source)
    for name in data.draw(st.lists(ACTS, max_size=12)):
        act(manuscript, name, data)
    after = manuscript.buffer.source
    steps = 0
    while manuscript.undo():
        steps += 1
    assert manuscript.buffer.source == source
    for _ in range(steps):
        manuscript.redo()
    assert manuscript.buffer.source == after


@given(TEXTS, st.data())
def test_who_listens_hears_every_edit_so_that_the_journal_gives_the_text(source: str, data: st.DataObject) -> None:
    manuscript = Manuscript(source)
    heard: list[Stroke] = []
    manuscript.listeners.append(lambda edit: heard.append(edit.stroke))
    for name in data.draw(st.lists(ACTS, max_size=12)):
        act(manuscript, name, data)
    assert replay(source, heard) == (manuscript.buffer.source, len(heard))


@given(TEXTS, st.data())
def test_the_cursor_is_always_at_a_place_of_the_text(source: str, data: st.DataObject) -> None:
    manuscript = Manuscript(source)
    for name in data.draw(st.lists(ACTS, max_size=12)):
        act(manuscript, name, data)
        assert all(manuscript.buffer.nearest(place) == place for place in manuscript.selection)


# --- another text ------------------------------------------------------------------------------


def test_another_text_edits_only_what_differs_and_the_cursor_stays_with_its_words() -> None:
    manuscript = written("first\nsecond\nthird", 2, 3)
    heard: list[Edit] = []
    manuscript.listeners.append(heard.append)
    manuscript.replace_source("first\nand a second\nthird")
    assert heard == [Edit(Place(1, 0), Place(1, 0), "and a ")]
    assert manuscript.cursor == (2, 3)
    manuscript.undo()
    assert manuscript.buffer.source == "first\nsecond\nthird"


def test_the_same_text_again_is_no_step() -> None:
    manuscript = written("first")
    manuscript.replace_source("first")
    assert not manuscript.history.can_undo


def test_all_hits_are_replaced_in_one_step() -> None:
    manuscript = Manuscript("shall, shall\nshall")
    hits = [
        Selection(Place(0, 0), Place(0, 5)),
        Selection(Place(0, 7), Place(0, 12)),
        Selection(Place(1, 0), Place(1, 5)),
    ]
    manuscript.replace_each(hits, "should")
    assert manuscript.buffer.source == "should, should\nshould"
    manuscript.undo()
    assert manuscript.buffer.source == "shall, shall\nshall"


def test_the_hits_of_a_huge_line_are_replaced_by_one_edit() -> None:
    source = "ab " * 30_000
    manuscript = Manuscript(source)
    heard: list[Edit] = []
    manuscript.listeners.append(heard.append)
    manuscript.replace_each([Selection(Place(0, 3 * n), Place(0, 3 * n + 1)) for n in range(30_000)], "xy")
    assert manuscript.buffer.source == "xyb " * 30_000
    assert len(heard) == 1


# --- brackets ----------------------------------------------------------------------------------


def test_the_selected_words_are_bracketed_and_stay_selected() -> None:
    manuscript = selected("we shall agree", "shall")
    manuscript.bracket()
    assert manuscript.buffer.source == "we [shall] agree"
    assert words_of(manuscript) == "shall"


def test_once_more_takes_the_brackets_off() -> None:
    manuscript = selected("we shall agree", "shall")
    manuscript.bracket()
    manuscript.bracket()
    assert manuscript.buffer.source == "we shall agree"
    assert words_of(manuscript) == "shall"


def test_brackets_that_are_selected_are_taken_off() -> None:
    manuscript = selected("we [shall [not]] agree", "[shall [not]]")
    manuscript.bracket()
    assert manuscript.buffer.source == "we shall [not] agree"


def test_two_brackets_are_not_one() -> None:
    manuscript = selected("we [a] and [b] agree", "[a] and [b]")
    manuscript.bracket()
    assert manuscript.buffer.source == "we [[a] and [b]] agree"


def test_spaces_at_the_ends_of_a_selection_stay_outside() -> None:
    manuscript = selected("we shall agree", " shall ")
    manuscript.bracket()
    assert manuscript.buffer.source == "we [shall] agree"


def test_with_nothing_selected_the_word_at_the_cursor_is_meant_and_the_cursor_stays_in_it() -> None:
    manuscript = written("we shall agree", 0, 5)
    manuscript.bracket()
    assert manuscript.buffer.source == "we [shall] agree"
    assert manuscript.selection == Selection.at(Place(0, 6))
    manuscript.bracket()
    assert manuscript.buffer.source == "we shall agree"
    assert manuscript.cursor == (0, 5)


def test_between_words_empty_brackets_wait_for_words() -> None:
    manuscript = written("we  agree", 0, 3)
    manuscript.bracket()
    assert manuscript.buffer.source == "we [] agree"
    assert manuscript.cursor == (0, 4)


def test_paragraphs_are_bracketed_together() -> None:
    manuscript = selected("one\n\ntwo\n", "one\n\ntwo\n")
    manuscript.bracket()
    assert manuscript.buffer.source == "[one\n\ntwo]\n"


def test_a_bracket_is_taken_back_as_one_step() -> None:
    manuscript = selected("we shall agree", "shall")
    manuscript.bracket()
    manuscript.undo()
    assert manuscript.buffer.source == "we shall agree"
    manuscript.redo()
    assert manuscript.buffer.source == "we [shall] agree"
    assert words_of(manuscript) == "shall"


# --- paragraphs --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "line", "step", "expected", "cursor"),
    [
        ("one\n\ntwo\n\nthree\n", 2, -1, "two\n\none\n\nthree\n", 0),
        ("one\n\ntwo\n\nthree\n", 2, 1, "one\n\nthree\n\ntwo\n", 4),
        ("one\n\n\ntwo", 3, -1, "two\n\n\none", 0),
        ("one\nmore\n\ntwo\n", 0, 1, "two\n\none\nmore\n", 2),
        ("one\r\n\r\ntwo\r\n", 2, -1, "two\r\n\r\none\r\n", 0),
    ],
)
def test_a_paragraph_moves_past_its_neighbour_with_the_cursor_in_it(
    source: str, line: int, step: int, expected: str, cursor: int
) -> None:
    manuscript = written(source, line, 2)
    assert manuscript.move_paragraph(step)
    assert manuscript.buffer.source == expected
    assert manuscript.cursor == (cursor, 2)
    manuscript.undo()
    assert manuscript.buffer.source == source


@pytest.mark.parametrize(("line", "step"), [(0, -1), (2, 1), (1, 1), (1, -1)])
def test_a_paragraph_without_neighbour_and_a_blank_line_stay(line: int, step: int) -> None:
    manuscript = written("one\n\ntwo\n", line)
    assert not manuscript.move_paragraph(step)
    assert not manuscript.history.can_undo


def test_selected_paragraphs_move_together() -> None:
    manuscript = selected("one\n\ntwo\n\nthree\n", "o\n\nth")
    manuscript.move_paragraph(-1)
    assert manuscript.buffer.source == "two\n\nthree\n\none\n"
    assert words_of(manuscript) == "o\n\nth"
