"""Brackets over lines, and those without a partner."""

from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS, drawn_edit

from zerodraft.tui.editor.bracketing import Bracketing
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.place import Edit, Place
from zerodraft.tui.editor.styling import line_tints


def shown(source: str) -> list[list[tuple[str, str]]]:
    """For each line the words that brackets over lines, or without partner, make stand out."""
    buffer = Buffer(source)
    bracketing = Bracketing(buffer)
    return [
        [(buffer.line(line)[tint.start : tint.end], tint.style) for tint in bracketing.tints(line)]
        for line in range(buffer.line_count)
    ]


def test_a_bracket_without_partner_stands_out() -> None:
    assert shown("we [shall agree") == [[("[", "unbalanced")]]
    assert shown("we shall] agree") == [[("]", "unbalanced")]]


def test_brackets_of_one_line_are_no_matter_of_several() -> None:
    assert shown("we [shall [not]] agree") == [[]]


def test_a_bracket_over_paragraphs_reaches_from_sign_to_sign() -> None:
    assert shown("we [shall\n\nagree] to\nmeet") == [
        [("[shall", "disputed")],
        [("", "disputed")],
        [("agree]", "disputed")],
        [],
    ]


def test_within_a_bracket_over_lines_another_may_lack_its_partner() -> None:
    assert shown("[one\ntwo]\nthree [") == [[("[one", "disputed")], [("two]", "disputed")], [("[", "unbalanced")]]


def test_a_bracket_within_a_bracket_over_lines_is_one_stretch_with_it() -> None:
    assert shown("[one\n[two\nthree]\nfour]") == [
        [(words, "disputed")] for words in ("[one", "[two", "three]", "four]")
    ]


def test_escaped_brackets_and_links_are_words() -> None:
    assert shown("a \\[ b and [c](https://d.org)") == [[]]


def test_the_partner_is_found_from_either_side_and_from_behind() -> None:
    bracketing = Bracketing(Buffer("a [b] c\n[d\ne]"))
    inside = (Place(0, 2), Place(0, 4))
    over = (Place(1, 0), Place(2, 1))
    assert bracketing.partners_at(Place(0, 2)) == inside
    assert bracketing.partners_at(Place(0, 5)) == inside
    assert bracketing.partners_at(Place(1, 1)) == over
    assert bracketing.partners_at(Place(2, 1)) == over
    assert bracketing.partners_at(Place(0, 0)) is None
    assert Bracketing(Buffer("a [b")).partners_at(Place(0, 2)) is None


def test_typing_the_partner_tells_that_lines_elsewhere_look_otherwise() -> None:
    buffer = Buffer("we [shall\n\nagree to")
    bracketing = Bracketing(buffer)
    letter = Edit(Place(2, 5), Place(2, 5), "s")
    buffer.apply(letter)
    assert not bracketing.follow(letter)
    partner = Edit(Place(2, 6), Place(2, 6), "]")
    buffer.apply(partner)
    assert bracketing.follow(partner)


@given(TEXTS, st.data())
def test_after_edits_brackets_are_those_of_the_whole_text_read_anew(source: str, data: st.DataObject) -> None:
    buffer = Buffer(source)
    bracketing = Bracketing(buffer)
    for _ in range(4):
        edit = drawn_edit(data, buffer)
        buffer.apply(edit)
        bracketing.follow(edit)
    fresh = Bracketing(buffer)
    for line in range(buffer.line_count):
        assert bracketing.tints(line) == fresh.tints(line)


def styles(text: str) -> list[tuple[str, str]]:
    return [(text[tint.start : tint.end], tint.style) for tint in line_tints(text)]


def test_disputed_words_and_those_agreed_ad_referendum_are_told_apart() -> None:
    assert styles("we [shall [not]] agree [agreed ad ref]") == [
        ("[shall [not]]", "disputed"),
        ("[not]", "disputed-inside"),
        ("[agreed ad ref]", "agreed"),
    ]


def test_headings_numbers_and_emphasis_stand_out() -> None:
    assert styles("## Focus area 1") == [("## Focus area 1", "heading")]
    assert styles("12. We **decide** to *act* and _meet_") == [
        ("12. ", "number"),
        ("**decide**", "strong"),
        ("*act*", "emphasis"),
        ("_meet_", "emphasis"),
    ]
    assert styles("a * b * c, snake_case_name, 2**3**4") == [("**3**", "strong")]
