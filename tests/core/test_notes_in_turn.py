"""Footnotes one after the other, as they are cited: by the text, and by each other while they are read."""

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.footnotes import in_turn

NOTES = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9)))


@given(NOTES, st.lists(st.integers(0, 9)))
def test_the_next_note_is_always_the_first_that_is_cited_or_there_and_was_not_read(
    notes: dict[int, list[int]], body: list[int]
) -> None:
    cited = dict.fromkeys(body, 0)
    done: list[int] = []
    for note in in_turn(cited, notes):
        assert note == next(each for each in (*cited, *notes) if each not in done)
        done.append(note)
        cited |= {each: 0 for each in notes.get(note, ()) if each not in cited}
    assert set(done) == {*cited, *notes}


def test_a_chain_of_notes_takes_as_many_steps_as_there_are_notes() -> None:
    """By a search from the beginning these were twenty thousand million steps."""
    cited = {0: 1}
    for note in in_turn(cited, range(200_000)):
        cited.setdefault(note + 1 if note < 199_999 else note, 1)
    assert len(cited) == 200_000
