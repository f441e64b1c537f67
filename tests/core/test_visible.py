"""What can't be shown safely is shown as a mark; everything else is left as it is."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zerodraft.core.text.visible import invisible_characters, is_plain_name, mark, visible

# Letters of many scripts next to everything that has ever been used to hide something.
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\r\n\t \x00\x1b\x7f\x9b\u200b\u200c\u200d\u200e\u202e\u2066\ufe0f\U000e0041\U000e0100\ufeff"),
        st.sampled_from("aZ1❤नक्\u094dسی\u17b4ក⟦⟧"),
    ),
    max_size=40,
)

PAYLOADS = [
    ("\x1b]52;c;cHduZWQ=\x1b\\", "⟦U+001B⟧]52;c;cHduZWQ=⟦U+001B⟧\\"),
    ("\x1b[2J", "⟦U+001B⟧[2J"),
    ("\x9b6n", "⟦U+009B⟧6n"),
    ("bell\x07", "bell⟦U+0007⟧"),
    ("over\rwritten", "over⟦U+000D⟧written"),
    ("del\x7f", "del⟦U+007F⟧"),
    ("Japan\u202enapaJ", "Japan⟦U+202E⟧napaJ"),
    ("\u2066isolated\u2069", "⟦U+2066⟧isolated⟦U+2069⟧"),
    ("Ja\u200bpan", "Ja⟦U+200B⟧pan"),
    ("Ja\u200dpan", "Ja⟦U+200D⟧pan"),
    ("Ja\u200cpan", "Ja⟦U+200C⟧pan"),
    ("co\u00adoperation", "co⟦U+00AD⟧operation"),
    ("\ufefftitle", "⟦U+FEFF⟧title"),
    ("line\u2028break", "line⟦U+2028⟧break"),
    ("\u3164", "⟦U+3164⟧"),
    ("tag\U000e0041", "tag⟦U+E0041⟧"),
    ("lone\ud800", "lone⟦U+D800⟧"),
    ("none\uffff", "none⟦U+FFFF⟧"),
    ("none\U0010ffff", "none⟦U+10FFFF⟧"),
    ("a\ufe0fb", "a⟦U+FE0F⟧b"),
    ("❤\ufe0f\ufe0f", "❤\ufe0f⟦U+FE0F⟧"),
    ("👨\u200d👩", "👨⟦U+200D⟧👩"),
]


@pytest.mark.parametrize(("text", "shown"), PAYLOADS)
def test_what_could_deceive_a_reader_is_shown_as_a_mark(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "The Parties [shall][should] act — “promptly”.",
        "line one\nline two",
        "می\u200cخواهم",  # Persian: the prefix is written apart, with ZWNJ
        "क्\u200dष",  # Hindi: half letter, with ZWJ
        "അവന്\u200d",  # Malayalam in the older spelling: virama and ZWJ at the end of a word
        "❤\ufe0f",
        "葛\U000e0100",
        "日本 русский العربية ไทย",
        "Cote d\u0301Ivoire",
    ],
)
def test_ordinary_words_of_any_script_are_left_alone(text: str) -> None:
    assert visible(text) == text
    assert invisible_characters(text) == ()


def test_a_joiner_that_joins_nothing_is_marked() -> None:
    assert visible("سلام\u200c") == "سلام⟦U+200C⟧"
    assert visible("سلام\u200c\u200cسلام") == "سلام⟦U+200C⟧⟦U+200C⟧سلام"


def test_windows_line_ends_are_line_ends_and_a_tab_is_a_space() -> None:
    assert visible("one\r\ntwo\tthree") == "one\ntwo three"
    assert invisible_characters("one\r\ntwo\tthree") == ()


def test_a_single_line_has_no_line_ends() -> None:
    assert visible("one\r\ntwo\nthree", single_line=True) == "one two three"


def test_findings_can_point_at_what_is_hidden() -> None:
    assert invisible_characters("a\u202eb\r\nc\x1b") == ((1, "\u202e"), (6, "\x1b"))


@given(HOSTILE)
@example("\r\r\n")
@example("ក\u200c\u17b4")
def test_what_is_shown_once_is_shown_the_same_again(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert invisible_characters(visible(text)) == ()


@given(HOSTILE)
def test_no_terminal_command_and_no_change_of_direction_is_ever_shown(text: str) -> None:
    shown = visible(text, single_line=True)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]", shown)


@given(HOSTILE)
def test_every_mark_stands_for_one_hidden_character(text: str) -> None:
    hidden = invisible_characters(text)
    assert all(text[at] == char for at, char in hidden)
    marked = {at for at, _ in hidden}
    shown = "".join(mark(char) if at in marked else char for at, char in enumerate(text))
    assert visible(text) == shown.replace("\r\n", "\n").replace("\t", " ")


@pytest.mark.parametrize("name", ["Japan", "Côte d’Ivoire", "علی\u200cرضا", "x" * 200])
def test_a_plain_name_is_one_visible_line(name: str) -> None:
    assert is_plain_name(name)


@pytest.mark.parametrize(
    "name", ["", " Japan", "Japan\u00a0", "Ja\npan", "Ja\tpan", "Ja\u200bpan", "x" * 201, "Co\u0302te", "J\r\nx"]
)
def test_a_name_with_anything_hidden_in_it_is_refused(name: str) -> None:
    assert not is_plain_name(name)
