"""Brackets are settled: an alternative, other words, or none of the signs; nothing else changes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.tabling_trials import ANY_WORDS, texts

from zerodraft.core.comparison.anchor import Anchor, Detached, Place, Standing
from zerodraft.core.negotiation.delegation import Delegation, Delegations
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.resolving import LIFT, Choice, Holder, OpenBracket, bracket_in, open_brackets, resolve
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.bracket import Sort, brackets
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import splice
from zerodraft.core.text.words import words
from zerodraft.errors import NotThere, Refusal

NOON = datetime(2021, 11, 4, 12, 0, tzinfo=UTC)


def settled(source: str, choice: Choice, number: int = 1) -> str:
    draft = read_draft(source)
    return splice(source, resolve(draft, open_brackets(draft)[number - 1], choice))


def shown(bracket: OpenBracket) -> list[tuple[str, list[str]]]:
    return [(each.words, [f"{holder.name} {holder.stance}" for holder in each.holders]) for each in bracket.options]


# --- which there are ------------------------------------------------------------------------------


def test_each_bracket_has_its_place_its_alternatives_and_who_holds_them() -> None:
    draft = read_draft(
        "We [shall - Japan / should - EU, Fiji] go.\n\nWe [a [b - US]] [c][d / e] stay. [Agreed ad ref]\n"
    )
    found = open_brackets(draft)
    assert [(each.first, each.last, each.number, each.depth) for each in found] == [
        (0, 0, 1, 1),
        (1, 1, 1, 1),
        (1, 1, 2, 2),
        (1, 1, 3, 1),
    ]
    assert [shown(each) for each in found] == [
        [("shall", ["Japan propose"]), ("should", ["EU propose", "Fiji propose"])],
        [("a [b - US]", [])],
        [("b", ["US propose"])],
        [("c", []), ("d", []), ("e", [])],
    ]
    assert [each.name for each in found[0].holders] == ["Japan", "EU", "Fiji"]
    assert found[0].listed == "1: shall (Japan); 2: should (EU, Fiji)"


def test_a_long_list_of_alternatives_is_cut() -> None:
    found = open_brackets(read_draft("We [a/b/c/d/e/f/g/h/i/j - US] go."))
    assert found[0].listed == "1: a/b/c/d/e/f/g/h/i/j (US)"
    found = open_brackets(read_draft("We [a/b/c/d/e/f/g/h/i/j] go [ - US delete]."))
    assert found[0].listed.endswith("9: i; …")
    assert found[1].listed == "1: (no words) (US delete)"


def test_a_bracket_over_paragraphs_stands_in_all_of_them() -> None:
    draft = read_draft("We [go.\n\nWe] come.\n")
    (found,) = open_brackets(draft)
    assert (found.first, found.last) == (0, 1)


def test_positions_on_words_are_told_at_the_innermost_alternative_that_holds_them() -> None:
    source = "We [shall [not - EU] / should] go."
    whole, inner, gone, outside = (Anchor("t", 0, exact) for exact in ("shall [not - EU]", "not", "x", "go"))
    places: dict[Anchor, Place] = {
        whole: Standing(0, 4, 20),
        inner: Standing(0, 11, 14),
        gone: Detached("Gone."),
        outside: Standing(0, 31, 33),
    }
    said = [
        *(
            Position(f"p{count}", code, NOON, Stand.DELETE, anchor=anchor)
            for count, (code, anchor) in enumerate(
                [("JPN", whole), ("FJI", inner), ("AUS", gone), ("NZL", outside), ("CHN", Anchor("t", 0))]
            )
        ),
        Position("q", "CHL", NOON, Stand.SUPPORT, proposal="aus-1"),
    ]
    first, second = open_brackets(read_draft(source), said, places)
    assert first.options[0].holders == (Holder("JPN", Stance.DELETE, NOON, "JPN"),)
    assert second.options[0].holders == (Holder("EU", Stance.PROPOSE), Holder("FJI", Stance.DELETE, NOON, "FJI"))


def test_whoever_is_named_in_a_bracket_and_took_the_position_is_told_once() -> None:
    known = Delegations((Delegation("JPN", (("en", "Japan"),)), Delegation("USA", (("en", "United States"),), ("US",))))
    anchor = Anchor("t", 0, "shall")
    said = [Position("p", "JPN", NOON, Stand.RETAIN, anchor=anchor)]
    (found,) = open_brackets(
        read_draft("We [shall - Japan, US, USA retain; Atlantis delete] go."), said, {anchor: Standing(0, 4, 9)}, known
    )
    assert found.holders == (
        Holder("Japan", Stance.RETAIN, NOON, "JPN"),
        Holder("US", Stance.RETAIN, code="USA"),
        Holder("Atlantis", Stance.DELETE),
    )


# --- what becomes of them -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "choice", "expected"),
    [
        ("We [shall - Japan / should - EU] go.", Choice(1), "We shall go."),
        ("We [shall - Japan / should - EU] go.", Choice(2), "We should go."),
        ("We [shall - Japan / should - EU] go.", Choice(words="may"), "We may go."),
        ("We [shall - Japan / should - EU] go.", Choice(words=""), "We go."),
        ("We [really - Japan; EU delete] go.", LIFT, "We really go."),
        ("We [really] go.", Choice(words="  now\nand  then "), "We now and then go."),
        ("We go [, in time - G77], home.", LIFT, "We go, in time, home."),
        ("We go [, in time - G77].", Choice(words=""), "We go."),
        ("We go[, in time - G77].", Choice(1), "We go, in time."),
        ("1. [We - Japan] go.", Choice(words=""), "1. go."),
        ("We [shall][should] go.", Choice(2), "We should go."),
        ("We [shall][should] go.", Choice(words="may"), "We may go."),
        ("We [shall/should] go.", Choice(2), "We should go."),
        ("We [a [b - US] / c] go.", Choice(1), "We a [b - US] go."),
        ("We [a [b - US] / c] go.", Choice(2), "We c go."),
        ("We [go [a\n- US]] now.", LIFT, "We go [a\n- US] now."),
        ("1. We go.\n\n2. [We come. - EU delete]\n\n3. We stay.\n", Choice(words=""), "1. We go.\n\n3. We stay.\n"),
        ("1. We go.\n\n2. [We come. - EU]\n", Choice(1), "1. We go.\n\n2. We come.\n"),
        ("We [ - US / x] go.", Choice(1), "We go."),
        ("We [go.\n\nWe - EU] come.\n", LIFT, "We go.\n\nWe come.\n"),
        ("We [go.\n\nWe - EU / go and] come.\n", Choice(2), "We go and come.\n"),
        ("We [go.\n\nWe - EU] come.\n", Choice(words=""), "We come.\n"),
        ("[We go.\n\nWe come. - EU]\n\nWe stay.", Choice(words=""), "We stay."),
    ],
)
def test_how_a_bracket_is_settled(source: str, choice: Choice, expected: str) -> None:
    assert settled(source, choice) == expected


def test_an_inner_bracket_is_settled_by_itself() -> None:
    assert settled("We [a [b - US] / c] go.", LIFT, 2) == "We [a b / c] go."


@pytest.mark.parametrize(
    ("source", "choice", "message", "hint"),
    [
        ("We [a - US / b] go.", Choice(3), "There is no alternative “3”.", "There are: 1: a (US); 2: b"),
        (
            "We [a / b - US delete] go.",
            LIFT,
            "The bracket holds 2 alternatives; without it all of them would stand.",
            "Choose one: 1: a; 2: b (US delete)",
        ),
        ("We [a] go.", Choice(words="a ]"), "In “a ]” a bracket is torn.", "Write both of its signs, or neither."),
        ("[We go.]", Choice(words="# We"), "“# We” would not be read as words of this paragraph.", ""),
        ("1. We go.\n\n[We come.]\n", Choice(words="---"), "“---” would not be read as words of this paragraph.", ""),
    ],
)
def test_what_can_not_be_settled_so_is_refused(source: str, choice: Choice, message: str, hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        settled(source, choice)
    assert refused.value.message == message
    assert refused.value.hint.startswith(hint)


def test_a_bracket_is_found_by_its_paragraph_and_number() -> None:
    found = open_brackets(read_draft("We [a][b] go.\n\nWe [c [d]] come.\n\nWe stay."))
    assert bracket_in(found, 1, 2).options[0].words == "d"
    with pytest.raises(NotThere) as refused:
        bracket_in(found, 1, 3)
    assert refused.value.hint == "1: 1: c [d]; 2: 1: d"
    with pytest.raises(NotThere) as refused:
        bracket_in(found, 2, 1)
    assert refused.value.hint == "It has no bracket."


# --- laws -----------------------------------------------------------------------------------------


@given(texts(ANY_WORDS), st.data())
def test_outside_of_the_bracket_no_word_changes_and_what_is_balanced_stays_so(
    text: WorkingText, data: st.DataObject
) -> None:
    found = open_brackets(text.draft)
    if not found:
        return
    bracket = data.draw(st.sampled_from(found))
    numbers = st.integers(1, len(bracket.options)) if bracket.options else st.just(1)
    choice = data.draw(st.one_of(numbers.map(Choice), st.just(LIFT), ANY_WORDS.map(lambda said: Choice(words=said))))
    source = text.draft.source
    try:
        made = resolve(text.draft, bracket, choice)
    except Refusal:
        return
    new = splice(source, made)
    assert (
        words(new[: made[0].span.start]) == words(source[: bracket.span.start])[: len(words(new[: made[0].span.start]))]
    )
    assert new.endswith(source[made[-1].span.end :])
    assert not source[bracket.span.end : made[-1].span.end].strip()
    assert made[0].span.start == bracket.span.start or not source[made[0].span.start : bracket.span.start].strip()
    assert len(brackets(new).unbalanced) <= len(brackets(source).unbalanced)


@given(texts(ANY_WORDS))
def test_every_bracket_that_is_not_a_mark_of_agreement_is_found_once(text: WorkingText) -> None:
    spans = [paragraph.span for paragraph in text.draft.paragraphs]
    disputed = [each for each in brackets(text.draft.source, spans).found if each.sort is Sort.DISPUTED]
    covered = [option for each in open_brackets(text.draft) for option in each.options]
    assert len(covered) == sum(len(each.alternatives) for each in disputed)
