"""Plain text out: the words a reader sees, 78 cells wide, with hanging numbers and marks in words."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import MARK, NEW, OLD, redline_sheet, sheet

from zerodraft.core.text.visible import invisible_characters
from zerodraft.core.text.width import cells
from zerodraft.export.columns import wrapped
from zerodraft.export.sheet import WORKING_TEXT
from zerodraft.export.text.blocks import note_mark, plain
from zerodraft.export.text.clean import clean_text
from zerodraft.export.text.redline import redline_text

TABLE = "# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"


def clean(source: str, version: str = "Rev.1") -> str:
    return clean_text(sheet(source, version)).decode("utf-8")


def redlined(old: str, new: str, *, only_changes: bool = False) -> str:
    return redline_text(redline_sheet(old, new, only_changes=only_changes)).decode("utf-8")


def test_a_clean_text_reads_like_a_document() -> None:
    source = (
        "# Bali Message\n\n*Recalling* the past,\n\n## Policy\n\nWe decide, in the light of all that was said in "
        "the course of the Conference and of its panels, as follows:[^1]\n\n(a) first;\n\n(i) deeper;\n\n"
        "[^1]: A **note**.\n"
    )
    assert clean(source) == (
        "International Conference on Digital Diplomacy\n"
        "Bali, 16 November 2021\n"
        "Rev.1\n"
        "open for comments\n"
        "3 November 2021\n\n"
        "Bali Message\n"
        "============\n\n"
        "Recalling the past,\n\n"
        "Policy\n"
        "------\n\n"
        "1.   We decide, in the light of all that was said in the course of the\n"
        "     Conference and of its panels, as follows:¹\n\n"
        "     (a)  first;\n\n"
        "          (i)  deeper;\n\n"
        "___________________\n\n"
        "¹    A note.\n"
    )


def test_a_text_that_is_not_adopted_bears_its_mark() -> None:
    marked = clean_text(sheet("# T", WORKING_TEXT, mark=MARK)).decode()
    assert f"Working text\nopen for comments\n3 November 2021\n{MARK}\n" in marked


def test_a_text_without_a_title_takes_that_of_the_sheet() -> None:
    untitled = sheet("---\ntitle: Vision\n---\n\nWe meet.\n")
    assert "Vision\n======\n\n" in clean_text(untitled).decode()


def test_tables_are_kept_as_they_are() -> None:
    assert "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n" in clean(TABLE)


def test_dangerous_characters_are_shown_everywhere() -> None:
    danger = "x\u202ey\x1b[2J"
    text = clean(f"# T {danger}\n\nWe {danger}\n\n| {danger} |\n|---|\n\n> {danger}\n\n[^1]: {danger}\n", danger)
    assert text.count("x⟦U+202E⟧y⟦U+001B⟧[2J") == 6


@settings(max_examples=60)
@given(st.text(max_size=120), st.text(max_size=120))
def test_nothing_that_a_text_contains_reaches_a_terminal_unmarked(old: str, new: str) -> None:
    for text in (clean(new), redlined(old, new)):
        assert not invisible_characters(text)


def test_raised_ordinals_and_notes_are_plain_characters() -> None:
    assert plain("10<sup>9</sup>, 45<sup>th</sup>, CO<sub>2</sub>[^2] \\### [shall]") == "10⁹, 45th, CO₂² ### [shall]"
    assert note_mark("a") == "[^a]"


@settings(max_examples=60)
@given(st.text(alphabet="ab 数字ก", max_size=200), st.integers(0, 6), st.integers(0, 6))
def test_lines_keep_their_width_and_every_word(text: str, first: int, rest: int) -> None:
    lines = wrapped(text, "1" * first, " " * rest, width=20).split("\n")
    assert all(cells(line) <= 20 for line in lines)
    assert "".join("".join(lines).split()) == "1" * first + "".join(text.split())


def test_chinese_takes_two_cells_and_no_line_begins_with_a_comma() -> None:
    assert wrapped("各国应当加强合作，共同努力", width=16) == "各国应当加强合\n作，共同努力"


def test_a_redline_notes_every_fate_in_words() -> None:
    text = redlined(OLD, NEW)
    for expected in (
        "Changes from Zero draft to Rev.1\n================================\n\n9 paragraphs changed; ",
        "Title and preamble .",
        "| (only the form changed, no word)\n| Guided by the Charter",
        "| (moved from paragraph 3)\n| [-3.-] 1. We underline",
        "| (paragraph 3: moved to paragraph 1)\n",
        "adopt [-a-]{+[a coherent - JPN; AUS\n|      delete]+} policy framework",
        "\n  [-1.-] 2. We affirm",
        "the {+proper+} use of digital\n|           channels.{+¹+}",
        "| (split from paragraph 4)\n| 4.   We undertake",
        "{+.¶+}",
        "| (joined from paragraph 5, paragraph 6)\n| [-5.-] 7. We invite",
        "small\n|      enterprises.[-¶-] We",
        "| (new)\n| 6.   {+We welcome the offer of Fiji to host the first exercise.+}",
        "| (deleted)\n| 7.   [-We pay tribute",
        "| (new)\n| ¹    {+See the annex.+}",
    ):
        assert expected in text, expected


def test_only_changes_cite_a_sub_paragraph_in_full() -> None:
    text = redlined(OLD, NEW, only_changes=True)
    assert "3(b) guidance for officials" in text.replace("\n", " ")
    assert "Recalling" not in text


def test_two_equal_texts_say_so() -> None:
    assert "The two texts say the same." in redlined(OLD, OLD)


def test_a_table_is_marked_row_by_row() -> None:
    text = redlined(TABLE, TABLE.replace("| 1 | 2 |", "| 1 | 9 |"))
    assert "| | a | b |\n| [-| 1 | 2 |-]\n| {+| 1 | 9 |+}\n| | 3 | 4 |" in text


def test_rows_that_were_added_or_went_are_marked_alone() -> None:
    text = redlined(TABLE, TABLE.replace("| 1 | 2 |\n", "") + "| 5 | 6 |\n")
    assert "[-| 1 | 2 |-]" in text
    assert "{+| 5 | 6 |+}" in text
    assert "[-| 3 | 4 |-]" not in text


def test_a_new_table_and_a_quoted_block_are_marked_whole() -> None:
    assert "{+| a | b |" in redlined("# T\n", TABLE)
    assert "[-> one word of the quotation-]\n| {+> two words of the quotation+}" in redlined(
        "# T\n\n> one word of the quotation\n", "# T\n\n> two words of the quotation\n"
    )


def test_space_that_came_or_went_alone_is_shown() -> None:
    assert "[-␣-]" in redlined("# T\n\nWe agree , then , to meet.\n", "# T\n\nWe agree, then , to meet.\n")
