"""From a source to its draft: any text, and the traps of real ones."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE, LEADERS

from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import parse_draft, read_draft


def shown(paragraph: Paragraph) -> tuple[str, str, str]:
    return paragraph.kind.value, paragraph.label, paragraph.text


def read(source: str) -> list[tuple[str, str, str]]:
    return [shown(each) for each in read_draft(source).paragraphs]


def kinds(source: str) -> list[Kind]:
    return [each.kind for each in read_draft(source).paragraphs]


def parts(source: str) -> list[Part]:
    return [each.part for each in read_draft(source).paragraphs]


# --- laws -----------------------------------------------------------------------------------------


@given(HOSTILE)
def test_any_text_is_read_and_kept(source: str) -> None:
    draft, findings = parse_draft(source)
    assert draft.source == source
    assert [each.ordinal for each in draft.paragraphs] == list(range(len(draft.paragraphs)))
    ends = [draft.front_matter.end]
    for each in draft.paragraphs:
        assert ends[-1] <= each.span.start < each.span.end <= len(source)
        assert each.span.start <= each.label_span.start <= each.label_span.end <= each.span.end
        assert each.span.start <= each.body.start <= each.body.end == each.span.end
        ends.append(each.span.end)
    assert all(0 <= each.span.start <= each.span.end <= len(source) for each in findings)


@given(HOSTILE)
def test_every_sign_stands_in_a_paragraph_a_rule_or_a_comment(source: str) -> None:
    draft = read_draft(source)
    done = draft.front_matter.end
    rest = ""
    for each in draft.paragraphs:
        rest += source[done : each.span.start] + "\n"
        done = each.span.end
    rest = re.sub(r"<!--.*?-->", "", rest + source[done:], flags=re.DOTALL)
    # A rule may stand in a list: `1. ---`.
    assert not re.sub(r"\d+[.)]|[-+*_—–\s\ufeff]", "", rest)


@given(HOSTILE)
def test_the_words_of_a_paragraph_are_those_of_its_stretch(source: str) -> None:
    for each in read_draft(source).paragraphs:
        if each.kind not in (Kind.TITLE, Kind.HEADING, Kind.TABLE, Kind.OPAQUE):
            before = source[each.span.start : each.label_span.start]
            assert "".join(each.text.split()) == "".join((before + source[each.label_span.end : each.span.end]).split())


@given(HOSTILE)
def test_focus_areas_rise_and_each_paragraph_stands_in_one_at_most(source: str) -> None:
    draft = read_draft(source)
    for ordinal in range(-1, len(draft.paragraphs) + 1):
        around = [area for area in draft.focus_areas if area.first <= ordinal < area.last]
        assert draft.area_of(ordinal) == (around[0] if around else None)
        assert len(around) <= 1
    assert all(area.first < area.last for area in draft.focus_areas)


@given(HOSTILE)
def test_the_parts_follow_each_other(source: str) -> None:
    order = list(Part)
    found = [order.index(part) for part in parts(source)]
    assert found == sorted(found)


def test_wrapping_a_text_anew_changes_no_paragraph() -> None:
    source = "*Recalling* the seas,\n\n## Aims\n\nWe agree to act:\n\n(a) on the seas and on the rivers;\n\n(b) now.\n"
    wrapped = source.replace(" the ", "\nthe ").replace(" to ", "\n  to ").replace(" and ", " \nand\n")
    assert read(wrapped) == read(source)


# --- the parts of a house-style text --------------------------------------------------------------

HOUSE = """\
# Bali Message

*Recalling* the Jakarta Message,

*Convey* the following:

## Aims

We affirm:

(a) peace;

(b) trade:

(i) by sea;

(ii) by land;

(c) trust.

We agree.

### Means

We fund.

## Closing

We thank Indonesia.
"""


def test_a_house_style_text() -> None:
    draft, findings = parse_draft(HOUSE)
    assert findings == ()
    assert draft.title == "Bali Message"
    assert [(each.kind, each.level, each.text) for each in draft.paragraphs] == [
        (Kind.TITLE, 1, "Bali Message"),
        (Kind.PREAMBULAR, 0, "*Recalling* the Jakarta Message,"),
        (Kind.PREAMBULAR, 0, "*Convey* the following:"),
        (Kind.HEADING, 2, "Aims"),
        (Kind.OPERATIVE, 0, "We affirm:"),
        (Kind.SUB, 1, "peace;"),
        (Kind.SUB, 1, "trade:"),
        (Kind.SUB, 2, "by sea;"),
        (Kind.SUB, 2, "by land;"),
        (Kind.SUB, 1, "trust."),
        (Kind.OPERATIVE, 0, "We agree."),
        (Kind.HEADING, 3, "Means"),
        (Kind.OPERATIVE, 0, "We fund."),
        (Kind.HEADING, 2, "Closing"),
        (Kind.PLAIN, 0, "We thank Indonesia."),
    ]
    assert [each.part for each in draft.paragraphs] == [Part.PREAMBLE] * 3 + [Part.OPERATIVE] * 10 + [Part.CLOSING] * 2


def test_a_deeper_heading_stays_inside_its_focus_area() -> None:
    areas = read_draft(HOUSE).focus_areas
    assert [(area.number, area.title, area.first, area.last) for area in areas] == [(1, "Aims", 3, 13)]


def test_named_sections_are_no_focus_areas() -> None:
    source = "## Preamble\n\nRecalling,\n\n## Aims\n\nWe agree.\n\n## More\n\nWe act.\n\n## **Closing**\n\nThanks."
    assert [area.title for area in read_draft(source).focus_areas] == ["Aims", "More"]
    assert parts(source)[:3] == [Part.PREAMBLE, Part.PREAMBLE, Part.OPERATIVE]
    assert parts(source)[-2:] == [Part.CLOSING, Part.CLOSING]


def test_a_closing_in_the_middle_is_only_a_heading() -> None:
    source = "## Aims\n\nWe agree.\n\n## Conclusions\n\nWe know.\n\n## More\n\nWe act."
    assert set(parts(source)) == {Part.OPERATIVE}


def test_a_text_without_numbers_or_headings_turns_operative_at_the_first_full_stop() -> None:
    source = "Recalling the seas,\n\nNoting the rivers;\n\nWe agree.\n\nWe act;\n\n---\n\nDone in Bali."
    expected = [Kind.PREAMBULAR, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE, Kind.PLAIN]
    assert kinds(source) == expected
    assert parts(source)[-1] is Part.CLOSING


def test_a_preamble_alone_is_all_preamble() -> None:
    assert kinds("# Title\n\nRecalling,\n\nNoting;") == [Kind.TITLE, Kind.PREAMBULAR, Kind.PREAMBULAR]


def test_rules_inside_the_operative_part_close_nothing() -> None:
    source = "## Aims\n\nWe agree.\n\n---\n\n## More\n\nWe act."
    assert set(parts(source)) == {Part.OPERATIVE}


def test_several_titles_are_sections() -> None:
    source = "Recalling,\n\n# Aims\n\nWe agree.\n\n# More\n\nWe act."
    draft = read_draft(source)
    assert (draft.title, [area.title for area in draft.focus_areas]) == ("", ["Aims", "More"])


def test_a_first_heading_of_level_one_is_the_title_even_among_others() -> None:
    draft = read_draft("# Message\n\n# Aims\n\nWe agree.")
    assert (draft.title, [area.title for area in draft.focus_areas]) == ("Message", ["Aims"])


def test_a_first_heading_that_comes_late_is_a_section() -> None:
    assert kinds("## A\n\nWe.\n\n# B\n\nThey.").count(Kind.TITLE) == 0


def test_what_stands_before_the_title_is_preamble() -> None:
    assert parts("On file.\n\n# Title\n\nNoting,\n\nWe act.") == [Part.PREAMBLE] * 3 + [Part.OPERATIVE]


def test_after_the_last_typed_number_comes_the_closing_and_footnotes_hold_nothing_back() -> None:
    source = "## A\n\n1\\. We.\n\n(a) x\n\nDone.\n\n[^1]: Note"
    assert parts(source) == [Part.OPERATIVE] * 3 + [Part.CLOSING] * 2
    assert [(area.first, area.last) for area in read_draft(source).focus_areas] == [(0, 3)]


def test_a_list_after_the_closing_rule_belongs_to_the_closing() -> None:
    assert parts("We.\n\n---\n\nSigned:\n\n- x") == [Part.OPERATIVE, Part.CLOSING, Part.CLOSING]


def test_a_second_paragraph_of_a_list_item_is_not_counted() -> None:
    assert kinds("## A\n\n- x\n\n  more of x") == [Kind.HEADING, Kind.SUB, Kind.PLAIN]


def test_a_sign_without_words_counts_as_no_paragraph() -> None:
    assert kinds("## Aims\n\nWe agree.\n\n\\###") == [Kind.HEADING, Kind.OPERATIVE, Kind.PLAIN]


# --- texts of leaders -----------------------------------------------------------------------------


def test_a_leaders_text_with_its_traps() -> None:
    draft, findings = parse_draft(LEADERS)
    assert draft.title == "Leaders’ Statement on Seas and Rivers"
    assert [shown(each) for each in draft.paragraphs] == [
        ("preambular paragraph", "", "**WE,** the Member States, met on the occasion of the 9<sup>th</sup> Summit;"),
        (
            "preambular paragraph",
            "",
            "**RECOGNISING** that 81.6 billion corals need care, as the 16th Assembly and 2023 Spring Meetings said;",
        ),
        ("operative paragraph", "1", "**WE,** the Leaders, have met;****"),
        ("operative paragraph", "2", "**APPRECIATING** the support of the hosts;"),
        ("operative paragraph", "3", "We affirm our aims:"),
        ("sub-paragraph", "-", "first, the open sea, and its islands;"),
        ("sub-paragraph", "-", "second, the rivers."),
        ("operative paragraph", "4", "<sup>1 </sup>We thank the hosts\u200b."),
        ("unnumbered paragraph", "", "ADOPTED in Bandung."),
        ("footnote", "^1", "One member has other views."),
        ("unnumbered paragraph", "", "\\###"),
    ]
    assert [each.code for each in findings] == ["invisible-character"]


def test_a_list_typed_with_ones_is_counted() -> None:
    source = "We:\n\n1.  agree;\n\n<!-- -->\n\n1.  act:\n\n-   now;\n\n<!-- -->\n\n1.  pay.\n\nDone."
    draft, findings = parse_draft(source)
    assert [each.cite for each in number(draft)] == ["PP1", "1", "2", "2(a)", "3", "C1"]
    assert [each.code for each in findings] == ["same-number"]


def test_bold_lines_are_headings_where_a_text_has_no_others() -> None:
    source = "Recalling,\n\n**Seas and rivers**\n\n- We sail.\n\n__Trade__\n\n- We **trade**."
    draft = read_draft(source)
    assert [area.title for area in draft.focus_areas] == ["Seas and rivers", "Trade"]
    assert kinds(source) == [Kind.PREAMBULAR, Kind.HEADING, Kind.SUB, Kind.HEADING, Kind.SUB]


def test_one_bold_line_is_a_date_and_no_heading() -> None:
    source = "**Bali, 16 November 2022**\n\n1\\. We agree."
    assert read(source)[0] == ("unnumbered paragraph", "", "**Bali, 16 November 2022**")


def test_bold_words_that_end_like_a_clause_are_no_heading() -> None:
    assert Kind.HEADING not in kinds("**WE DECLARE:**\n\n**We agree.**\n\nx\n\n**A title**")


def test_a_text_of_headings_keeps_its_bold_lines_as_paragraphs() -> None:
    assert kinds("# T\n\n**A**\n\n**B**\n\n1. We.").count(Kind.HEADING) == 0


# --- lines that open a paragraph, and lines that are only wrapped there ---------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3. We;\n4. They", ["We;", "They"]),
        ("3. We;\n3. They", ["We;", "They"]),
        ("3\\. We;\n4\\. They", ["We;", "They"]),
        ("3\\. We\n4\\. They", ["We 4\\. They"]),
        ("3\\. We;\n6\\. They", ["We; 6\\. They"]),
        ("We met;\n4\\. They", ["We met; 4\\. They"]),
        ("We agree:\n(a) one;\n(b) two and\n(c) three", ["We agree:", "one;", "two and", "three"]),
        ("We agree with paragraph\n(a) of this", ["We agree with paragraph (a) of this"]),
        ("We agree;\n(b) of this", ["We agree; (b) of this"]),
        ("We agree:\n(a) one;\n(c) of this", ["We agree:", "one;", "of this"]),
        ("OP1 We;\nOP2 They", ["We;", "They"]),
        ("PP1 Noting,\nPP2 Recalling", ["Noting,", "Recalling"]),
        ("We agree\n[^1]: Not all.\n<sup>2</sup> Some.", ["We agree", "Not all.", "Some."]),
        ("We agree\r\n—–\r\nDone", ["We agree", "Done"]),
        ("—–  \n<sup>1 </sup>Some.", ["Some."]),
        ("We agree\n  ——  \nDone", ["We agree", "Done"]),
        ("—–\n——\nDone\n—–", ["Done"]),
        ("We:\n—–\n(a) x;\n(b) y", ["We:", "x;", "y"]),
        ("We\n—–\n<sup>1</sup> Some.", ["We", "Some."]),
        ("We [^1]\n[^1]:\n[^2]: Some.", ["We [^1]", "", "Some."]),
        ("We agree\n-- and so\non", ["We agree -- and so on"]),
    ],
)
def test_where_a_line_opens_a_paragraph(source: str, expected: list[str]) -> None:
    assert [text for _, _, text in read(source)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(a) x\n\n(b) x\n\n(i) x\n\n(ii) x\n\n(c) x", [1, 1, 2, 2, 1]),
        ("(h) x\n\n(i) x\n\n(j) x", [1, 1, 1]),
        ("(a) x\n\n(i) x\n\na. x\n\ni. x\n\nii. x\n\n(ii) x\n\n(b) x", [1, 2, 3, 4, 4, 2, 1]),
        ("(a) x\n\n(b) x\n\n(a) x\n\n(b) x", [1, 1, 1, 1]),
        ("(a) x\n\n(i) x\n\na. x\n\ni. x\n\n(1) x\n\na. x\n\ni. x", [1, 2, 3, 4, 4, 4, 4]),
        ("(a) x\n\n(c) x\n\n(ii) x\n\n(iv) x", [1, 1, 2, 2]),
        ("(1) x\n\n(2) x\n\n(a) x", [1, 1, 2]),
        ("(i) x\n\n(a) x\n\n(i) x\n\n(a) x\n\n(2) x", [1, 2, 3, 4, 4]),
        ("- x\n  - y\n- z", [1, 2, 1]),
        ("(a) x\n\n- y\n\n- z\n\n(b) x", [1, 2, 2, 1]),
        ("1. w\n\n   1. x\n   2. y\n\n   1.1. z", [0, 1, 1, 0]),
        ("(a) x\n\n(i) y\n\n[^1]: aside\n\n(ii) z", [1, 2, 0, 2]),
        ("(a) x\n\n(i) y\n\n> aside\n\n(ii) z", [1, 2, 0, 2]),
        ("(zzz) x\n\n(rr) y", [0, 1]),
    ],
)
def test_the_levels_of_sub_paragraphs(source: str, expected: list[int]) -> None:
    assert [each.level for each in read_draft(source).paragraphs] == expected


def test_a_heading_closes_the_lists_above_it() -> None:
    draft = read_draft("## A\n\nWe:\n\n(a) x;\n\n## B\n\n(b) y")
    assert [each.level for each in draft.paragraphs] == [2, 0, 1, 2, 1]


# --- front matter and title -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: Message", "Message"),
        ("title: The States'", "The States'"),
        ("title: Joint\n  Message  of\n  all\ndate: x", "Joint Message of all"),
        ("title: 'It''s ours'", "It's ours"),
        ('title: "Leaders\\u2019 \\"Vision\\" \\\\ \\x41\\U0001F600"', 'Leaders’ "Vision" \\ A😀'),
        ('title: "Two\\nlines\\_and \\\n  \\ more"', "Two lines and more"),
        ('title: "\\ud83d and \\UFFFFFFFF"', "\ufffd and \ufffd"),
        ("title: >-\n  Joint\n  Message", "Joint Message"),
        ("title: |\n  Joint\n  Message", "Joint Message"),
        ('title: "never closed', '"never closed'),
        ("title:", ""),
        ("date: x", ""),
        ("# only a comment", ""),
        ("subtitle: x\ntitle: y", "y"),
    ],
)
def test_the_title_of_the_front_matter(front: str, title: str) -> None:
    draft = read_draft(f"---\n{front}\n---\nWe agree.")
    assert (draft.title, [each.text for each in draft.paragraphs]) == (title, ["We agree."])


def test_a_heading_is_title_before_the_front_matter() -> None:
    assert read_draft("---\ntitle: Old\n---\n\n# New\n").title == "New"


@pytest.mark.parametrize("source", ["---\n---\nWe", "---\r\na: b\r\n...\r\nWe", "\ufeff---\na: b\n---\nWe", "\ufeffWe"])
def test_what_stands_aside_is_no_paragraph(source: str) -> None:
    draft = read_draft(source)
    assert [each.text for each in draft.paragraphs] == ["We"]
    assert draft.front_matter.end == source.index("We")


@pytest.mark.parametrize(
    "source", ["---\n\nWe\n\n---\n\nagree", "---\nWe agree\n\n---\n\nagree", "---\na: b\n\nWe agree"]
)
def test_a_rule_at_the_beginning_hides_nothing(source: str) -> None:
    draft = read_draft(source)
    assert draft.front_matter.end == 0
    assert "agree" in draft.paragraphs[-1].text


# --- Markdown inside ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Data ##", ("heading", "Data")),
        ("## C#", ("heading", "C#")),
        ("## ##", ("heading", "")),
        ("Data\non seas\n-------", ("heading", "Data on seas")),
        ("#data\n===", ("heading", "#data")),
        ("| a |\n|---|\n| b |", ("table", "| a |\n|---|\n| b |")),
        ("> We\n> agree", ("opaque block", "> We\n> agree")),
        ("[^1]: Not all.", ("footnote", "Not all.")),
    ],
)
def test_headings_tables_quotations_and_notes(source: str, expected: tuple[str, str]) -> None:
    kind, _, text = read(f"# Title\n\n{source}\n\n## End\n\nWe.")[1]
    assert (kind, text) == expected


def test_an_empty_number_is_a_paragraph_to_be_written() -> None:
    assert read("1. We\n2.\n3. They") == [
        ("operative paragraph", "1", "We"),
        ("operative paragraph", "2", ""),
        ("operative paragraph", "3", "They"),
    ]


def test_comments_and_rules_are_no_paragraphs() -> None:
    assert read("<!-- aside -->\n\n---\n") == []


def test_an_empty_text_has_no_paragraphs() -> None:
    assert read_draft("") == Draft("", read_draft("").front_matter, "", (), ())


HOSTILE_LINES = (
    "(a) x;\n\n",
    "(a)\n(i)\n",
    "[",
    "- x\n",
    "# a\n\n",
    "*x ",
    "1. x;\n",
    "> ",
    "   \n",
    "**x**\n\n",
    "x\n=\n",
    "|a",
)


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_ten_thousand_times_the_same_line_is_read(line: str) -> None:
    draft, _ = parse_draft(line * 10_000)
    assert len(number(draft)) == len(draft.paragraphs)


@given(st.integers(1, 60))
def test_deep_lists_are_read(depth: int) -> None:
    source = "".join(f"{'  ' * level}- x\n" for level in range(depth))
    assert "".join(each.text for each in read_draft(source).paragraphs).count("x") == depth


@pytest.mark.parametrize("first", ["One.", "- One."])
def test_a_line_of_no_break_spaces_is_no_paragraph(first: str) -> None:
    assert [each.text for each in read_draft(f"{first}\n\n\u00a0\u00a0\n\nTwo.").paragraphs] == ["One.", "Two."]
