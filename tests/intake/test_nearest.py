"""Which version a file was made from."""

from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.intake.marked import Block, Marked, Run
from zerodraft.intake.nearest import Nearest, likeness, nearest
from zerodraft.intake.views import Seen, base

ZERO = """# Message on Harbours

*Recalling* the **Charter** of the United Nations, and noting the right of access,

1. We shall act by 2030, whatever it costs.

2. We thank the pilots of all harbours.

3. We meet again in the autumn of every year.
"""
REV_1 = ZERO.replace("2030", "2028")
REV_2 = REV_1.replace("\n3. We meet", "\n3. We ask for boats and ropes.\n\n4. We meet")
DRAFTS = {"Zero Draft": read_draft(ZERO), "Rev.1": read_draft(REV_1), "Rev.2": read_draft(REV_2)}


def view(*paragraphs: str) -> tuple[Seen, ...]:
    return base(Marked(tuple(Block((Run(text),)) for text in paragraphs)))


FILE = (
    "Message on Harbours",
    "Recalling the Charter of the United Nations, and noting the right of access,",
    "1. We shall act by 2028, whatever it costs.",
    "2. We thank the pilots of all harbours.",
    "3. We meet again in the autumn of every year.",
)


def test_the_version_that_was_sent_out_is_found_by_its_words() -> None:
    assert nearest(view(*FILE), DRAFTS) == Nearest("Rev.1", 1.0, True)


def test_a_letterhead_and_reworded_paragraphs_make_no_difference() -> None:
    file = ("Republic of Fiji", *FILE[:3], "We thank everybody in all the ports.", FILE[4])
    found = nearest(view(*file), DRAFTS)
    assert found is not None
    assert (found.name, found.is_sure) == ("Rev.1", True)


def test_where_the_paragraph_that_differs_was_reworded_nothing_is_sure() -> None:
    drafts: dict[str, Draft] = {name: DRAFTS[name] for name in ("Zero Draft", "Rev.1")}
    found = nearest(view(*FILE[:2], "We shall never act.", *FILE[3:]), drafts)
    assert found is not None
    assert not found.is_sure


def test_a_file_for_another_text_is_like_none() -> None:
    found = nearest(view("We sing of other things.", "Nothing is said here of the sea."), DRAFTS)
    assert found is not None
    assert found.likeness < 0.2


def test_of_no_texts_none_is_the_nearest() -> None:
    assert nearest(view(*FILE), {}) is None


def test_half_of_the_words_count_where_a_paragraph_was_reworded() -> None:
    whole = read_draft("We thank the pilots now.\n")
    assert likeness(view("We thank the hosts now."), whole) == 5 / 12
    assert likeness(view(), read_draft("")) == 0.0
