"""Who wrote in a file."""

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.contributors import Contributor, contributors
from zerodraft.intake.marked import Block, Marked, Remark, Revision, Run

JAPAN = Revision(Op.INSERTED, "Japan")
CHILE = Revision(Op.DELETED, "Chile")


def test_each_author_is_told_with_what_was_changed_and_remarked() -> None:
    marked = Marked(
        (Block((Run("We "), Run("all ", (JAPAN, CHILE)), Run("agree.")), mark=(JAPAN,)),),
        (Remark("1", "Chile", None, "Why?"), Remark("2", "", None, "And who?")),
    )
    assert contributors(marked) == (Contributor("Japan", 5, 0), Contributor("Chile", 4, 1), Contributor("", 0, 1))


def test_a_file_that_nobody_marked_has_no_contributors() -> None:
    assert contributors(Marked((Block((Run("We agree."),)),))) == ()
