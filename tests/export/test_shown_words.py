"""Two short texts compared as a reader sees them."""

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import read_inline
from zerodraft.export.shown_words import compared

WORDS = st.text(alphabet="ab é,", max_size=30)
MARKDOWN = st.text(alphabet="ab *_[]`\\", max_size=30)


def side(old: str, new: str, without: Op) -> str:
    return "".join(each.text for op, each in compared(old, new) if op is not without)


@given(WORDS, WORDS)
def test_without_what_is_put_in_it_is_the_old_text_and_without_what_is_taken_out_the_new(old: str, new: str) -> None:
    assert side(old, new, Op.INSERTED) == old
    assert side(old, new, Op.DELETED) == new


@given(MARKDOWN, MARKDOWN)
def test_what_is_kept_is_shown_as_the_new_text_shows_it(old: str, new: str) -> None:
    assert side(old, new, Op.DELETED) == "".join(each.text for each in read_inline(new))


def test_signs_of_markdown_are_no_words() -> None:
    found = [(op, each.text) for op, each in compared("We **may** act", "We **shall** act")]
    assert (Op.DELETED, "may") in found
    assert (Op.INSERTED, "shall") in found
    assert "*" not in "".join(text for _, text in found)
