"""What stands beside the lines of the short note."""

from tests.rooms import NOTE
from tests.tui.draft.test_outline import dossier

from zerodraft.core.text.parse import read_draft
from zerodraft.tui.draft.margin import line_starts, marks_of, ordinal_at, quoted
from zerodraft.tui.draft.survey import Survey, changed_ordinals, not_recorded
from zerodraft.tui.editor.marks import Bar, LineMark

PORTS = 6  # the line of “We agree to keep ports open …”
SHIPS = 18  # the line of “We support the exchange …”


def test_numbers_stand_beside_the_first_lines_of_paragraphs() -> None:
    marks = marks_of(Survey(dossier(NOTE), frozenset(), frozenset()))
    assert {line: mark.number for line, mark in marks.items()} == {
        0: "",
        2: "PP1",
        4: "FA1",
        PORTS: "1",
        8: "2",
        10: "2(a)",
        12: "2(b)",
        14: "3",
        16: "FA2",
        SHIPS: "4",
        22: "C1",
    }


def test_comments_are_counted_and_those_that_wait() -> None:
    marks = marks_of(Survey(dossier(NOTE, 3, 3), frozenset(), frozenset()))
    assert marks[PORTS] == LineMark("1", Bar.NONE, 2, 2)


def test_unsaved_words_hide_what_changed_since_the_issue() -> None:
    marks = marks_of(Survey(dossier(NOTE), frozenset({3, 9}), frozenset({3})))
    assert (marks[PORTS].bar, marks[SHIPS].bar) == (Bar.UNSAVED, Bar.ISSUED)


def test_a_wrapped_paragraph_has_its_bar_beside_all_its_lines() -> None:
    read = Survey(dossier("# T\n\nWe agree\nto go\non.\n\nWe end.\n"), frozenset({1}), frozenset())
    assert [line for line, mark in marks_of(read).items() if mark.bar is Bar.ISSUED] == [2, 3, 4]


def test_lines_begin_after_each_line_end() -> None:
    assert line_starts("a\n\nb\r\nc") == [0, 2, 3, 6]


def test_the_cursor_stands_in_the_paragraph_before_it() -> None:
    draft = read_draft(NOTE)
    place = NOTE.index("We invite")
    assert (ordinal_at(draft, 0), ordinal_at(draft, place - 1), ordinal_at(draft, place)) == (0, 3, 4)
    assert ordinal_at(read_draft(""), 0) is None


def test_changed_paragraphs_are_known_by_their_words() -> None:
    typed = NOTE.replace("small ships", "all ships")
    assert changed_ordinals(read_draft(NOTE), read_draft(typed)) == {3}
    assert not_recorded(read_draft(NOTE), read_draft(typed)) == {3}
    assert not_recorded(read_draft(NOTE), read_draft(NOTE)) == frozenset()


def test_a_comment_on_a_whole_paragraph_marks_no_words() -> None:
    assert list(quoted(dossier(NOTE, 3))) == []
