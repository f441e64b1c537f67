"""Tables: rows, cells, and which rows belong together."""

from zerodraft.export.tables import paired, rows


def test_the_line_of_dashes_is_no_row() -> None:
    assert rows("| a | b |\n|:--|---|\n| 1 | 2 |") == (("a", "b"), ("1", "2"))


def test_outer_strokes_may_be_left_out_and_an_escaped_stroke_is_a_word() -> None:
    assert rows("a | b\n---|---\n1 \\| 2 | 3 \\|") == (("a", "b"), ("1 \\| 2", "3 \\|"))


def test_rows_that_changed_are_paired_when_their_cells_agree_in_number() -> None:
    old, new = (("a", "b"), ("1", "2")), (("a", "b"), ("1", "3"))
    assert list(paired(old, new)) == [(("a", "b"), ("a", "b")), (("1", "2"), ("1", "3"))]


def test_rows_of_another_shape_are_deleted_and_inserted() -> None:
    old, new = (("a", "b"), ("1", "2")), (("a", "b"), ("1",), ("2",))
    assert list(paired(old, new)) == [(("a", "b"), ("a", "b")), (("1", "2"), None), (None, ("1",)), (None, ("2",))]
