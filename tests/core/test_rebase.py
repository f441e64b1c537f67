"""A proposal on the text as it stands today: nothing of either side is lost, and what may be wrong is never clean."""

from collections import Counter
from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.core.rebase_trials import ANY_THREE, Trial, trials

from zerodraft.core.comparison.merge_signs import is_balanced
from zerodraft.core.comparison.rebase import Outcome, Rebased, Since, rebase, rebased
from zerodraft.core.comparison.rebase_edits import passage
from zerodraft.core.text.words import word_spans, words

# --- laws ---------------------------------------------------------------------------------------


@given(ANY_THREE)
@settings(max_examples=200)
def test_where_the_proposal_changes_nothing_the_paragraph_stays(three: tuple[str, str, str]) -> None:
    base, now, _ = three
    assert rebase(base, now, base) == Rebased(Outcome.CLEAN, now, "", ())


@given(ANY_THREE)
@settings(max_examples=200)
def test_where_nothing_was_changed_since_the_paragraph_is_as_proposed(three: tuple[str, str, str]) -> None:
    base, _, proposed = three
    found = rebase(base, base, proposed)
    assert (found.outcome, found.words, found.reason) == (Outcome.CLEAN, proposed, "")


@given(ANY_THREE)
def test_what_stands_as_proposed_is_already_in(three: tuple[str, str, str]) -> None:
    base, now, _ = three
    assume(base != now)
    found = rebase(base, now, now)
    assert (found.outcome, found.words) == (Outcome.ALREADY_IN, now)


@given(ANY_THREE)
@settings(max_examples=300)
def test_every_word_comes_from_the_paragraph_now_or_from_the_proposal(three: tuple[str, str, str]) -> None:
    _, now, proposed = three
    # A mark that combines with whatever stands before it would be one word with a bracket.
    assume(not any(category(word[0])[0] == "M" for text in (now, proposed) for word in words(text)))
    found = rebase(*three)
    said = Counter(words(found.words))
    if found.outcome is Outcome.COLLISION:
        said -= Counter({sign: said[sign] for sign in "[]/"})
    assert said <= Counter(words(now)) + Counter(words(proposed))


@given(ANY_THREE)
@settings(max_examples=300)
def test_undoing_what_the_proposal_changes_gives_the_paragraph_now(three: tuple[str, str, str]) -> None:
    found = rebase(*three)
    if not found.words or found.outcome is Outcome.ALREADY_IN:
        return
    now, undone = words(three[1]), words(found.words)
    for old_start, old_end, new_start, new_end in reversed(found.hunks):
        undone[new_start:new_end] = now[old_start:old_end]
    assert undone == now


@given(trials())
@settings(max_examples=300)
def test_every_word_that_both_sides_kept_is_kept_in_its_order(trial: Trial) -> None:
    found = rebase(*trial.texts())
    if found.outcome is Outcome.COLLISION:
        return
    both = trial.ours.kept(trial.base) & trial.theirs.kept(trial.base)
    bare = [word.rstrip(".") for word in trial.base]
    assert [word for word in words(found.words) if word in both] == [word for word in bare if word in both]


@given(trials())
@settings(max_examples=300)
def test_alone_the_proposal_has_its_way_in_a_collision(trial: Trial) -> None:
    found = rebase(*trial.texts())
    if found.alone is None:
        assert found.outcome is not Outcome.COLLISION
        return
    base, now, proposed = map(words, trial.texts())
    alone = words(found.alone)
    assert [word for word in alone if word.startswith("Ihr")] == [word for word in proposed if word.startswith("Ihr")]
    assert not {*base} - {*proposed} & {*alone}
    assert {*alone} <= {*now, *proposed}


@given(trials())
@settings(max_examples=300)
def test_what_either_side_put_in_is_in_and_what_it_took_out_is_out(trial: Trial) -> None:
    base, now, proposed = trial.texts()
    found = rebase(base, now, proposed)
    if found.outcome not in (Outcome.CLEAN, Outcome.LOOK):
        return
    said, was = set(words(found.words)), set(words(base))
    assert (set(words(now)) | set(words(proposed))) - was <= said
    assert not (was - set(words(now)) | (was - set(words(proposed)))) & said


@given(trials())
@settings(max_examples=300)
def test_if_clean_the_sides_changed_different_sentences(trial: Trial) -> None:
    found = rebase(*trial.texts())
    ours, theirs = (
        {
            sentence
            for sentence, act, other in zip(trial.sentence_of, side.acts, against.acts, strict=True)
            if act and not (act == other and act in ("go", "bracket"))
        }
        for side, against in ((trial.ours, trial.theirs), (trial.theirs, trial.ours))
    )
    assert found.outcome is not Outcome.CLEAN or not ours & theirs


@given(ANY_THREE)
@settings(max_examples=300)
def test_two_words_stand_glued_only_if_they_stood_so(three: tuple[str, str, str]) -> None:
    found = rebase(*three)
    if found.outcome is Outcome.COLLISION:
        return
    somewhere = {pair for text in three for pair in glued(text)}
    assert {pair for pair in glued(found.words) if pair[0] != "[" and pair[1] != "]"} <= somewhere


def glued(text: str) -> set[tuple[str, str]]:
    return {
        (text[start:end], text[after:last])
        for (start, end), (after, last) in pairwise(word_spans(text))
        if end == after
    }


@given(ANY_THREE)
def test_a_drafter_is_told_why_unless_it_is_clean(three: tuple[str, str, str]) -> None:
    found = rebase(*three)
    assert bool(found.reason) is (found.outcome is not Outcome.CLEAN)


@given(trials())
@settings(max_examples=300)
def test_changes_of_different_sentences_make_the_same_in_either_order(trial: Trial) -> None:
    base, now, proposed = trial.texts()
    found = rebase(base, now, proposed)
    if found.outcome is Outcome.CLEAN:
        assert rebase(base, proposed, now).words == found.words


# --- several paragraphs -------------------------------------------------------------------------


def over_paragraphs(base: list[str], now: list[str], proposed: list[str]) -> Rebased:
    return rebased(Since.of(base, now), passage(*proposed))


@given(trials(), st.data())
@settings(max_examples=200)
def test_a_bracket_never_goes_over_the_end_of_a_paragraph_and_no_word_is_lost(
    trial: Trial, data: st.DataObject
) -> None:
    three = [each.replace(". ", data.draw(st.sampled_from([". ", ".\n"]))) for each in trial.texts()]
    found = over_paragraphs(*(each.split("\n") for each in three))
    for paragraph in found.words.split("\n"):
        assert is_balanced(words(paragraph)) or not all(is_balanced(words(each)) for each in three)
    if found.outcome in (Outcome.CLEAN, Outcome.LOOK):
        both = trial.ours.kept(trial.base) & trial.theirs.kept(trial.base)
        assert both <= set(words(found.words))


@pytest.mark.parametrize(
    ("now", "proposed", "outcome", "expected"),
    [
        pytest.param("A b.\nC d.", "A b. C d e.", "clean", "A b.\nC d e.", id="divided since, and reworded far away"),
        pytest.param("A b. C d.", "A b.\nC d.", "clean", "A b.\nC d.", id="divided by the proposal alone"),
        pytest.param("A b.\nC d.", "A b.\nC d.", "already in", "A b.\nC d.", id="divided by both"),
        pytest.param("A b x. C d.", "A b.\nC d.", "clean", "A b x.\nC d.", id="a word before the new end"),
        pytest.param("A b. New one. C d.", "A b.\nC d.", "collision", "", id="words where the proposal divides"),
        pytest.param("A b. C d.\nNew one.", "A x. C d.", "clean", "A x. C d.\nNew one.", id="a paragraph after it"),
        pytest.param("New one.\nA b. C d.", "X b. C d.", "clean", "New one.\nX b. C d.", id="a paragraph before it"),
    ],
)
def test_the_end_of_a_paragraph_is_a_word_like_any_other(now: str, proposed: str, outcome: str, expected: str) -> None:
    found = over_paragraphs(["A b. C d."], now.split("\n"), proposed.split("\n"))
    assert (found.outcome, found.words) == (outcome, expected)


def test_a_bracket_around_words_that_were_divided_since_is_no_text_to_offer() -> None:
    found = over_paragraphs(["We act. We rest. We go."], ["We act.", "We rest. We go."], ["We [act. We rest]. We go."])
    assert (found.outcome, found.words) == (Outcome.COLLISION, "")
    assert found.reason == "One put a bracket around words that the other divided."


def test_paragraphs_that_have_a_change_already_are_told_so() -> None:
    found = over_paragraphs(["We act.", "We rest."], ["We go.", "We rest."], ["We go.", "We rest."])
    assert found.reason == "The paragraphs already have this change."


def test_the_end_of_a_paragraph_is_quoted_as_a_pilcrow() -> None:
    found = over_paragraphs(["We act.", "We rest."], ["We rest."], ["We act. We all rest."])
    assert found.reason == "Both changed “We act . ¶”."


# --- examples -----------------------------------------------------------------------------------

BASE = (
    "States shall promote trade in fish, see Art. 5 of the Convention. They shall report each year to the Secretariat."
)


def on(now: tuple[str, str], proposed: tuple[str, str]) -> Rebased:
    """Both sides replace some words of the base by others."""
    assert now[0] in BASE
    assert proposed[0] in BASE
    return rebase(BASE, BASE.replace(*now, 1), BASE.replace(*proposed, 1))


@pytest.mark.parametrize(
    ("now", "proposed", "outcome", "part"),
    [
        pytest.param(("trade", "commerce"), ("each year", "yearly"), "clean", "report yearly to", id="far away"),
        pytest.param(("fish", "cod"), ("Convention", "Treaty"), "look", "in cod, see Art. 5 of the Treaty.", id="Art."),
        pytest.param(("trade", "commerce"), ("promote", "advance"), "look", "shall advance commerce in", id="adjacent"),
        pytest.param(
            ("Convention.", "Treaty."),
            ("They shall", "All must"),
            "look",
            "the Treaty. All must",
            id="small words between",
        ),
        pytest.param(
            ("trade", "fair trade"), ("trade", "free trade"), "collision", "[fair / free] trade", id="same point"
        ),
        pytest.param(
            ("promote trade", "advance commerce"),
            ("trade in fish", "barter of cod"),
            "collision",
            "shall [advance commerce in fish / promote barter of cod], see",
            id="overlap",
        ),
        pytest.param(
            (" They shall report each year to the Secretariat.", ""),
            ("each year", "yearly"),
            "collision",
            "[They shall report yearly to the Secretariat.]",
            id="edit inside a deleted sentence",
        ),
        pytest.param(
            ("promote", "advance"),
            ("shall promote trade", "[shall promote trade]"),
            "look",
            "States [shall advance trade] in",
            id="bracket around an edit",
        ),
        pytest.param(
            ("trade", "commerce"), ("trade", "[trade]"), "look", "promote [commerce] in fish", id="bracket at an edit"
        ),
        pytest.param(
            ("trade ", ""),
            ("trade", "[trade]"),
            "collision",
            "promote [trade] in fish",
            id="bracket around what is gone",
        ),
        pytest.param(
            ("shall report each year to", "will inform at all times without delay"),
            ("Secretariat", "Assembly"),
            "look",
            "They will inform at all times without delay the Assembly.",
            id="rewritten sentence",
        ),
        pytest.param(
            ("They shall report each year", "Reports of all members go in autumn"),
            ("each", "every"),
            "collision",
            "",
            id="rewritten sentence and an edit in it",
        ),
        pytest.param(("trade", "commerce"), ("trade", "commerce"), "already in", "commerce in", id="identical"),
    ],
)
def test_a_proposal_and_a_later_change(
    now: tuple[str, str], proposed: tuple[str, str], outcome: str, part: str
) -> None:
    found = on(now, proposed)
    assert (found.outcome, part in found.words) == (outcome, True), found


def test_a_change_that_stands_already_among_others_is_already_in() -> None:
    now = BASE.replace("trade", "commerce").replace("each year", "yearly")
    found = rebase(BASE, now, BASE.replace("trade", "commerce"))
    assert (found.outcome, found.words) == (Outcome.ALREADY_IN, now)


def test_the_part_of_a_proposal_that_stands_already_is_not_put_in_twice() -> None:
    now = BASE.replace("trade", "commerce")
    proposed = now.replace("each year", "yearly")
    assert rebase(BASE, now, proposed) == Rebased(Outcome.CLEAN, proposed, "", ((18, 20, 18, 19),))


def test_whoever_joins_two_sentences_changes_both() -> None:
    base = "We welcome the report. Members asked for more money."
    found = rebase(base, base.replace("report. Members", "report and Members"), base.replace("money", "funds"))
    assert (found.outcome, found.reason) == (Outcome.LOOK, "The same sentence was changed since.")


def test_a_taken_out_sentence_leaves_the_next_one_alone() -> None:
    base = "We welcome the report. Members asked for more money."
    found = rebase(base, "Members asked for more money.", base.replace("money", "funds"))
    assert (found.outcome, found.words) == (Outcome.CLEAN, "Members asked for more funds.")


def test_white_space_of_both_sides_stands() -> None:
    assert rebase("a b c d", "a\u00a0b c d", "a b c  d").words == "a\u00a0b c  d"


@pytest.mark.parametrize(
    ("now", "proposed", "reason"),
    [
        (("trade", "barter"), ("trade", "commerce"), "Both changed “trade”."),
        (("trade", "fair trade"), ("trade", "free trade"), "Both put words in at the same place."),
        (
            ("trade", "barter"),
            ("promote", "advance"),
            "The proposal changes words just beside others that were changed since.",
        ),
        (
            ("Convention.", "Treaty."),
            ("They shall", "All must"),
            "Only small words stand between the proposal and what was changed since.",
        ),
        (
            ("shall report each year to", "will inform at all times without delay"),
            ("Secretariat", "Assembly"),
            "Only small words stand between the proposal and what was changed since.",
        ),
        (("fish", "cod"), ("Convention", "Treaty"), "The same sentence was changed since."),
        (
            ("shall report each year", "will inform us"),
            ("Secretariat", "General Secretariat"),
            "Only small words stand between the proposal and what was changed since.",
        ),
    ],
)
def test_the_reason_says_what_a_drafter_looks_for(now: tuple[str, str], proposed: tuple[str, str], reason: str) -> None:
    assert on(now, proposed).reason == reason


def test_a_rewritten_sentence_is_told_from_a_changed_one() -> None:
    base = "All coastal States shall promote trade with their good neighbours."
    found = rebase(
        base, "Governments will advance commerce with their good neighbours.", base.replace("neighbours", "friends")
    )
    assert (found.outcome, found.reason) == (
        Outcome.LOOK,
        "A sentence that one side changed was rewritten by the other.",
    )


def test_a_new_sentence_beside_a_change_is_put_in_and_shown() -> None:
    found = rebase(BASE, BASE.replace("Secretariat.", "Secretariat!"), BASE + " Others may join them.")
    assert (found.outcome, found.words.partition(" to ")[2]) == (Outcome.LOOK, "the Secretariat! Others may join them.")


def test_two_new_sentences_at_one_place_collide() -> None:
    found = rebase(BASE, BASE + " Others may join.", BASE + " Islands go first.")
    assert found.outcome is Outcome.COLLISION
    assert found.words == BASE + " [Others may join. / Islands go first.]"


def test_two_brackets_that_begin_at_one_place_collide() -> None:
    found = rebase("We act at sea now.", "We [act] at sea now.", "We [act at sea] now.")
    assert (found.outcome, found.words) == (Outcome.COLLISION, "")


def test_a_bracket_whose_end_both_sides_moved_is_no_text_to_offer() -> None:
    found = rebase("We [act] at sea now.", "We [act at] sea now.", "We [act at sea] now.")
    assert (found.outcome, found.words, found.hunks) == (Outcome.COLLISION, "", ())
    assert found.reason == "Both moved a sign of the same bracket."


def test_a_sign_never_ends_up_inside_the_bracket_of_a_collision() -> None:
    found = rebase("We act now.", "We [act] soon now.", "We act late now.")
    assert (found.outcome, found.words) == (Outcome.COLLISION, "")


@given(ANY_THREE)
@settings(max_examples=300)
def test_brackets_that_were_balanced_in_every_text_are_so(three: tuple[str, str, str]) -> None:
    if not all(is_balanced(words(text)) for text in three):
        return
    assert is_balanced(words(rebase(*three).words))


def test_words_come_not_together_by_the_white_space_of_different_texts() -> None:
    assert rebase("fish, (cod)", "fish (cod)", "fish ,(cod)").words == "fish (cod)"


def test_words_that_would_become_one_between_the_sides_are_set_apart() -> None:
    assert rebase("-’", "x-’", "-b’").words == "x - b ’"
