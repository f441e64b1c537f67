"""The compilation text: what a drafter reads, and the laws that it keeps."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.tabling_trials import ANY_WORDS, ORDINARY, Trial, texts, trials

from zerodraft.core.negotiation.compilation import Compilation, compile_text
from zerodraft.core.negotiation.compilation_reading import read_compilation
from zerodraft.core.negotiation.working_text import Printed, WorkingText, shortest
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.words import words


def compiled(trial: Trial) -> Compilation:
    return compile_text(trial.text, trial.tabled, trial.voices)


# --- laws -----------------------------------------------------------------------------------------


@given(texts(ANY_WORDS))
def test_without_proposals_the_compilation_is_the_text(text: WorkingText) -> None:
    compilation = compile_text(text, (), {})
    assert compilation.inline() == compilation.inline(attributed=False) == text.draft.source
    assert read_compilation(text, compilation.inline()) == ()


@given(trials())
@settings(max_examples=300)
def test_what_is_printed_is_read_back_as_the_same_proposals(trial: Trial) -> None:
    found = compiled(trial)
    expected = Counter(Printed(*each.claim[::2], each.amendment) for each in found.entries)
    assert Counter(read_compilation(trial.text, found.inline())) == expected


@given(trials())
def test_every_proposal_is_placed_or_listed_with_its_words(trial: Trial) -> None:
    found = compiled(trial)
    told = [each.tabled for each in found.entries] + [each.tabled for each in found.unplaced]
    assert sorted(each.proposal.id for each in told) == [each.proposal.id for each in trial.tabled]
    for entry in found.entries:
        tabled = entry.tabled
        assert entry.amendment == shortest(trial.text, tabled.proposal.amendment)


@given(trials(ORDINARY))
@settings(max_examples=200)
def test_a_proposal_of_ordinary_words_always_finds_its_place(trial: Trial) -> None:
    found = compiled(trial)
    changes_nothing = [each for each in trial.tabled if shortest(trial.text, each.proposal.amendment) is None]
    assert [each.tabled for each in found.unplaced] == changes_nothing


@given(trials(), st.booleans())
def test_every_word_of_the_text_and_of_each_placed_proposal_is_in_it(trial: Trial, attributed: bool) -> None:
    found = compiled(trial)
    printed = Counter(words(found.inline(attributed=attributed)))
    assert Counter(words(trial.text.draft.source)) <= printed
    for entry in found.entries:
        assert Counter(word for line in entry.amendment.wording for word in words(line)) <= printed


@given(trials(), st.booleans())
def test_no_sign_of_a_bracket_is_left_alone(trial: Trial, attributed: bool) -> None:
    before = brackets(trial.text.draft.source).unbalanced
    after = brackets(compiled(trial).inline(attributed=attributed)).unbalanced
    assert len(after) == len(before)
