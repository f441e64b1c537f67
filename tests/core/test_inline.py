"""Stretches: what is shown of a paragraph, in which style, and where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.inline import LONGEST, Stretch, Style, cut, read_inline, read_markup
from zerodraft.core.text.visible import invisible_characters

SIGNS = st.text(alphabet="ab *_[]()<>`\\&;!^/:#x1\u202e\udce9\n-{}", max_size=60)


def shown(text: str) -> str:
    return "".join(each.text for each in read_inline(text))


def styled(text: str) -> list[tuple[str, Style]]:
    return [(each.text, each.style) for each in read_inline(text)]


@given(SIGNS)
def test_stretches_rise_and_stay_within_the_text(text: str) -> None:
    done = 0
    for each in read_inline(text):
        assert done <= each.start < each.end <= len(text)
        done = each.end


@given(SIGNS)
def test_a_literal_stretch_shows_what_stood_there(text: str) -> None:
    for each in read_inline(text):
        if each.is_literal and not each.note:
            assert each.text == text[each.start : each.end]


@given(SIGNS)
def test_no_dangerous_character_is_shown(text: str) -> None:
    assert all(char == "\n" or not invisible_characters(char) for char in shown(text))


@given(SIGNS, st.integers(0, 60))
def test_cutting_anywhere_loses_no_word(text: str, place: int) -> None:
    stretches = read_inline(text)
    place = min(place, len(text))
    halves = [*cut(stretches, 0, place), *cut(stretches, place, len(text))]
    assert "".join(each.text for each in halves) == shown(text)


def test_emphasis_and_escapes_are_read() -> None:
    assert styled("*Recalling* 3\\. **the** past") == [
        ("Recalling", Style.EMPHASIS),
        (" 3", Style.PLAIN),
        (".", Style.PLAIN),
        (" ", Style.PLAIN),
        ("the", Style.STRONG),
        (" past", Style.PLAIN),
    ]


def test_emphasis_inside_emphasis_adds_up() -> None:
    assert styled("***a** b*") == [("a", Style.EMPHASIS | Style.STRONG), (" b", Style.EMPHASIS)]


def test_asterisks_that_emphasize_nothing_stay() -> None:
    assert shown("**EMPHASIZING **the importance of 2 * 3") == "**EMPHASIZING **the importance of 2 * 3"


def test_raised_and_lowered_words_are_the_only_html_that_is_read() -> None:
    assert styled("45<sup>th</sup> CO<sub>2</sub> <b>x</b>") == [
        ("45", Style.PLAIN),
        ("th", Style.RAISED),
        (" CO", Style.PLAIN),
        ("2", Style.LOWERED),
        (" <b>x</b>", Style.PLAIN),
    ]


def test_a_footnote_mark_knows_its_note() -> None:
    assert read_inline("debt[^12].")[1] == Stretch("12", 4, 9, Style.RAISED, "", "12")


def test_a_code_span_leaves_its_ticks_and_one_space() -> None:
    assert read_inline("x `` a`b `` y")[1] == Stretch("a`b", 5, 8, Style.CODE)


@pytest.mark.parametrize("address", ["https://un.org/a", "http://un.org", "mailto:desk@un.org"])
def test_links_to_the_web_and_to_mail_are_links(address: str) -> None:
    assert [(each.text, each.href) for each in read_inline(f"[Charter]({address})")] == [("Charter", address)]
    assert [(each.text, each.href) for each in read_inline(f"<{address}>")] == [(address, address)]


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](data:text/html,y)",
        "[x](file:///etc/passwd)",
        "[x](//evil/y)",
        "[x]()",
        "[x](y)",
    ],
)
def test_every_other_link_is_shown_as_it_was_typed(text: str) -> None:
    assert shown(text) == text
    assert not any(each.href for each in read_inline(text))


def test_an_address_in_angles_is_shown_as_typed() -> None:
    assert shown("see <http://a.b/c%20é> x") == "see http://a.b/c%20é x"


def test_an_entity_that_turns_the_direction_is_shown_by_its_number() -> None:
    assert shown("a&#x202e;b &amp; c") == "a⟦U+202E⟧b & c"


def test_a_dangerous_character_is_a_stretch_of_its_own() -> None:
    assert styled("a\u202eb") == [("a", Style.PLAIN), ("⟦U+202E⟧", Style.MARK), ("b", Style.PLAIN)]


def test_a_bracket_its_delegations_and_agreement_are_told_apart() -> None:
    assert styled("the [extreme - US; G77 delete] need [Agreed ad ref]") == [
        ("the ", Style.PLAIN),
        ("[extreme - ", Style.DISPUTED),
        ("US", Style.DISPUTED | Style.DELEGATION),
        ("; ", Style.DISPUTED),
        ("G77", Style.DISPUTED | Style.DELEGATION),
        (" delete]", Style.DISPUTED),
        (" need ", Style.PLAIN),
        ("[Agreed ad ref]", Style.AGREED),
    ]


def test_a_bracket_may_begin_inside_emphasis_and_end_outside() -> None:
    assert styled("*a [b* c]") == [
        ("a ", Style.EMPHASIS),
        ("[b", Style.EMPHASIS | Style.DISPUTED),
        (" c]", Style.DISPUTED),
    ]


def test_an_entity_inside_a_bracket_stays_whole() -> None:
    assert styled("[R&amp;D]")[1] == ("&", Style.DISPUTED)


def test_a_paragraph_longer_than_any_real_one_is_shown_as_it_is() -> None:
    text = "*a* " * (LONGEST // 4 + 1)
    assert shown(text) == text


def test_an_empty_text_shows_nothing() -> None:
    assert read_inline("") == ()


def test_a_cut_gives_an_entity_to_the_side_where_it_begins() -> None:
    stretches = read_inline("R&amp;D")
    assert [each.text for each in cut(stretches, 0, 3)] == ["R", "&"]
    assert [each.text for each in cut(stretches, 3, 7)] == ["D"]


@given(SIGNS)
def test_markup_nests_and_shows_nothing_of_itself(text: str) -> None:
    """Each pair of signs stands around words or around another pair, and no stretch shows a sign."""
    hidden: set[int] = set()
    ends: list[int] = []
    for start, first, last, end in read_markup(text):
        assert 0 <= start < first <= last < end <= len(text)
        while ends and ends[-1] <= start:
            ends.pop()
        assert not ends or end <= ends[-1]
        ends.append(last)
        hidden |= {*range(start, first), *range(last, end)}
    assert not hidden & {place for each in read_inline(text) for place in range(each.start, each.end)}


def test_the_signs_of_emphasis_and_links_are_told_with_their_places() -> None:
    text = "*We* [met **here**](http://e.org/1)"
    assert [(text[a:b], text[b:c], text[c:d]) for a, b, c, d in read_markup(text)] == [
        ("*", "We", "*"),
        ("[", "met **here**", "](http://e.org/1)"),
        ("**", "here", "**"),
    ]
