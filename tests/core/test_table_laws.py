"""Laws of the table, on documents that are negotiated by chance; every word is another one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.table_trials import in_any_order, trial

SEEDS = st.integers(0, 10**6)


@given(SEEDS)
@settings(max_examples=12, deadline=None)
def test_no_word_is_lost_or_comes_from_nowhere_and_the_memory_makes_no_difference(seed: int) -> None:
    assert [*trial(seed)] == []


@given(SEEDS)
@settings(max_examples=60, deadline=None)
def test_clean_proposals_make_the_same_text_in_either_order(seed: int) -> None:
    assert [*in_any_order(seed)] == []


@pytest.mark.slow
def test_the_same_on_many_documents() -> None:
    assert [(seed, wrong) for seed in range(300) for wrong in (*trial(seed), *in_any_order(seed))] == []
