"""Marks beside the text: carried along by edits until the text is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS, drawn_edit

from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.marks import NOTHING, Bar, LineMark, Marks, Tint
from zerodraft.tui.editor.place import Edit, Place

TEXT = "one two three\n\nfour five six\n\nseven"


def marked(source: str = TEXT) -> tuple[Buffer, Marks]:
    """Each line with words is numbered."""
    buffer = Buffer(source)
    marks = Marks(buffer.line_count)
    marks.set_lines({line: LineMark(str(line)) for line in range(buffer.line_count) if buffer.line(line)})
    return buffer, marks


def after(*edits: tuple[tuple[int, int], tuple[int, int], str], ranges: str = "") -> tuple[Buffer, Marks]:
    buffer, marks = marked()
    if ranges:
        start = TEXT.index(ranges)
        marks.set_tints(buffer, [(start, start + len(ranges), "comment")])
    for start_at, end_at, text in edits:
        edit = Edit(Place(*start_at), Place(*end_at), text)
        buffer.apply(edit)
        marks.follow(edit)
    return buffer, marks


def told(buffer: Buffer, marks: Marks) -> list[str]:
    return [marks.of(line).number for line in range(buffer.line_count)]


def changed(buffer: Buffer, marks: Marks) -> list[int]:
    return [line for line in range(buffer.line_count) if marks.of(line).bar is Bar.UNSAVED]


def commented(buffer: Buffer, marks: Marks) -> list[str]:
    return [buffer.line(line)[tint.start : tint.end] for line in range(buffer.line_count) for tint in marks.tints(line)]


def test_a_letter_marks_its_line_as_changed_and_no_other() -> None:
    buffer, marks = after(((2, 3), (2, 3), "x"))
    assert told(buffer, marks) == ["0", "", "2", "", "4"]
    assert changed(buffer, marks) == [2]


def test_lines_below_keep_their_marks_when_lines_are_added_and_taken_away() -> None:
    buffer, marks = after(((0, 13), (0, 13), "\n\nnew"), ((3, 0), (4, 0), ""))
    assert told(buffer, marks) == ["0", "", "", "2", "", "4"]


def test_an_empty_line_put_before_a_paragraph_takes_nothing_of_its_mark() -> None:
    buffer, marks = after(((2, 0), (2, 0), "\n"))
    assert told(buffer, marks) == ["0", "", "", "2", "", "4"]
    assert changed(buffer, marks) == [2]


def test_a_split_paragraph_keeps_its_number_at_its_beginning() -> None:
    buffer, marks = after(((2, 5), (2, 5), "\n"))
    assert told(buffer, marks) == ["0", "", "2", "", "", "4"]
    assert changed(buffer, marks) == [2, 3]


def test_joined_paragraphs_bear_the_number_of_the_first() -> None:
    buffer, marks = after(((0, 13), (2, 0), " "))
    assert told(buffer, marks) == ["0", "", "4"]


def test_a_paragraph_that_is_erased_takes_its_number_along() -> None:
    buffer, marks = after(((0, 0), (2, 0), ""))
    assert told(buffer, marks) == ["2", "", "4"]
    assert changed(buffer, marks) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (((2, 0), (2, 0), "x "), ["five"]),
        (((2, 5), (2, 5), "x"), ["five"]),
        (((2, 9), (2, 9), "x"), ["five"]),
        (((2, 7), (2, 7), "x"), ["fixve"]),
        (((2, 4), (2, 7), ""), ["ve"]),
        (((2, 7), (2, 11), "x"), ["fi"]),
        (((2, 4), (2, 11), "x"), []),
        (((2, 7), (2, 7), "\n"), ["fi", "ve"]),
        (((0, 3), (0, 3), "\n\n"), ["five"]),
        (((0, 13), (2, 0), " "), ["five"]),
        (((0, 3), (2, 7), "x"), ["ve"]),
        (((2, 7), (4, 1), ""), ["fi"]),
    ],
)
def test_a_marked_stretch_stays_with_its_words(
    edit: tuple[tuple[int, int], tuple[int, int], str], expected: list[str]
) -> None:
    assert commented(*after(edit, ranges="five")) == expected


def test_a_stretch_over_paragraphs_is_marked_in_each() -> None:
    assert commented(*after(ranges="three\n\nfour")) == ["three", "four"]


def test_a_stretch_outside_the_text_is_as_much_of_it_as_there_is() -> None:
    buffer, marks = marked()
    marks.set_tints(buffer, [(len(TEXT) - 2, 999, "finding"), (999, 1000, "finding")])
    assert commented(buffer, marks) == ["en"]


def test_marks_are_replaced_wholly() -> None:
    _, marks = marked()
    marks.set_lines({2: LineMark("7(a)")})
    assert marks.of(0) == NOTHING
    assert marks.widest_number == 4


@given(TEXTS, st.data())
def test_after_any_edit_there_are_marks_for_each_line_and_stretches_within_it(source: str, data: st.DataObject) -> None:
    buffer, marks = marked(source)
    length = len(source)
    marks.set_tints(buffer, [(data.draw(st.integers(0, length)), length, "comment") for _ in range(3)])
    for _ in range(4):
        edit = drawn_edit(data, buffer)
        buffer.apply(edit)
        marks.follow(edit)
        for line in range(buffer.line_count):
            assert marks.of(line) is not None
            # A stretch may reach a carriage return that became part of a line end.
            assert all(0 <= tint.start < tint.end <= len(buffer.line(line)) + 1 for tint in marks.tints(line))


@given(TEXTS, st.data())
def test_a_stretch_whose_words_no_edit_touches_is_still_those_words(source: str, data: st.DataObject) -> None:
    word = "quoted"
    place = data.draw(st.integers(0, len(source)))
    text = f"{source[:place]}\n{word}\n{source[place:]}"
    buffer, marks = marked(text)
    marks.set_tints(buffer, [(place + 1, place + 1 + len(word), "comment")])
    for _ in range(4):
        edit = drawn_edit(data, buffer)
        start, end = buffer.offset_of(edit.start), buffer.offset_of(edit.end)
        at = buffer.source.index(word)
        if source.count(word) or not (end < at or start > at + len(word)) or "quoted" in edit.text:
            continue
        buffer.apply(edit)
        marks.follow(edit)
        tints = [tint for line in range(buffer.line_count) for tint in marks.tints(line)]
        assert [tint.end - tint.start for tint in tints] == [len(word)]
        assert commented(buffer, marks) == [word]


def test_a_tint_is_a_stretch_and_a_style() -> None:
    _, marks = after(ranges="two")
    assert marks.tints(0) == (Tint(4, 7, "comment"),)
