"""Where sentences begin: abbreviations, quotations and brackets don't mislead, and in doubt two are one."""

from itertools import pairwise

import pytest
from hypothesis import given
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.sentences import ends_sentence, sentence_starts
from zerodraft.core.text.words import words


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("We met. We agreed.", "We agreed."),
        ("Did we agree? States did.", "States did."),
        ("“We met.” States agreed.", "States agreed."),
        ("[We met.] [States agreed.]", "[States agreed.]"),
        ("We met (in Bali.) (Others did not.)", "(Others did not.)"),
        ("我们同意。他们同意。", "他们同意。"),
        ("نحن نتفق. هم يتفقون.", "هم يتفقون."),
    ],
)
def test_a_second_sentence_begins_after_the_end_of_the_first(text: str, second: str) -> None:
    read = words(text)
    assert [read[start:] for start in sentence_starts(read)] == [read, words(second)]


@pytest.mark.parametrize(
    "text",
    [
        "See Art. IV of the Convention.",
        "The U.N. Charter binds us.",
        "As J. Smith and Dr. Jones said.",
        "Document No. A of the Assembly.",
        "Forests, lakes etc. States protect them.",
        "In paras. 4 and 5; States agree: all of them.",
        "We met. and we agreed",
        "Growth of 1.5 per cent.",
        "What now …",
    ],
)
def test_a_point_that_may_not_be_an_end_ends_nothing(text: str) -> None:
    assert sentence_starts(words(text)) == [0]


def test_an_end_may_stand_within_signs_that_close() -> None:
    assert ends_sentence(words("We agreed.”)]"))
    assert not ends_sentence(words("We agreed”"))
    assert not ends_sentence([])


@given(HOSTILE)
def test_every_word_is_in_one_sentence(text: str) -> None:
    read = words(text)
    starts = sentence_starts(read)
    assert starts[:1] == ([0] if read else [])
    assert all(before < after < len(read) for before, after in pairwise(starts))
