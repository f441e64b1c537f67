"""Tables: which rows belong together."""

from zerodraft.export.tables import paired


def test_rows_that_changed_are_paired_when_their_cells_agree_in_number() -> None:
    old, new = (("a", "b"), ("1", "2")), (("a", "b"), ("1", "3"))
    assert list(paired(old, new)) == [(("a", "b"), ("a", "b")), (("1", "2"), ("1", "3"))]


def test_rows_of_another_shape_are_deleted_and_inserted() -> None:
    old, new = (("a", "b"), ("1", "2")), (("a", "b"), ("1",), ("2",))
    assert list(paired(old, new)) == [(("a", "b"), ("a", "b")), (("1", "2"), None), (None, ("1",)), (None, ("2",))]
