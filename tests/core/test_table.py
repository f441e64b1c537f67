"""The rows and cells of a Markdown table."""

from zerodraft.core.text.table import rows


def test_the_line_of_dashes_is_no_row() -> None:
    assert rows("| a | b |\n|:--|---|\n| 1 | 2 |") == (("a", "b"), ("1", "2"))


def test_outer_strokes_may_be_left_out_and_an_escaped_stroke_is_a_word() -> None:
    assert rows("a | b\n---|---\n1 \\| 2 | 3 \\|") == (("a", "b"), ("1 \\| 2", "3 \\|"))
