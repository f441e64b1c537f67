"""Two proposals on the same words: what one is to the other, merged, in brackets, or decided together."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE
from tests.core.rebase_trials import ANY_THREE
from tests.core.table_room import FUND, NETWORK, READ, REPORT, SHARE, WELCOME, answering, decided, lineage, proposal

from zerodraft.core.comparison.lineage import Lineage, Version, trace
from zerodraft.core.negotiation.alternatives import Choice, alternatives
from zerodraft.core.negotiation.clusters import clusters, inconsistencies
from zerodraft.core.negotiation.collisions import Relation, collisions, relation
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.merging import merged
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import table
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import words
from zerodraft.errors import Refusal

DRAFT = read_draft("\n\n".join(READ))
SHOULD, SHALL = SHARE.replace("may", "should"), SHARE.replace("may", "shall")
NEED = SHARE.replace("crises", "times of need")
BOTH = SHOULD.replace("crises", "times of need")


def on(*proposals: Proposal, now: tuple[str, ...] = READ, decisions: tuple[Decision, ...] = ()) -> list[Tabled]:
    """The proposals on a text, each under a name of its own, in the order given."""
    named = [replace(each, id=f"{each.id}{place}", number=f"AUS-{place}") for place, each in enumerate(proposals, 1)]
    ids = {each.id: given.id for each, given in zip(proposals, named, strict=True)}
    known = [replace(each, answers=ids.get(each.answers, "")) for each in named]
    return [*table(known, decisions, lineage(READ, now)).values()]


def related(one: Proposal, other: Proposal) -> str:
    """What the first is to the second; told of the second it must be the same, turned round."""
    first, second = on(one, other)
    found, back = relation(DRAFT, first, second), relation(DRAFT, second, first)
    assert back == (found and found.turned)
    return str(found)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((1, 2, SHOULD), (1, 2, SHOULD), "identical", id="the same words"),
        pytest.param((1, 2, SHOULD), (1, 2, BOTH), "contained", id="one change more"),
        pytest.param(
            (1, 2, SHARE.replace("its", "its own")),
            (1, 2, SHARE.replace("its", "its own good")),
            "contained",
            id="one word more at the same place",
        ),
        pytest.param((1, 2, SHOULD), (1, 2, NEED), "complementary", id="other words"),
        pytest.param((1, 2, SHOULD), (1, 2, SHALL), "contradictory", id="other words for the same"),
        pytest.param((1, 2, SHARE.replace(" of data", "")), (1, 2), "contained", id="some words or all taken out"),
        pytest.param((1, 2, SHOULD), (1, 2), "contradictory", id="reworded and taken out"),
        pytest.param((1, 2, SHARE.replace("may ", "")), (1, 2, SHOULD), "contradictory", id="a word out or another"),
        pytest.param((1, 2), (1, 3), "contained", id="one of two taken out"),
        pytest.param(
            (1, 3, f"{SHARE} {REPORT}"), (2, 3, REPORT.replace("each", "every")), "complementary", id="joined"
        ),
        pytest.param((1, 2, SHOULD), (2, 3, REPORT.replace("each", "every")), "None", id="other paragraphs"),
        pytest.param((2, 2, FUND), (2, 2, FUND), "identical", id="the same new paragraph"),
        pytest.param((2, 2, FUND), (2, 2, FUND, "Peace be with us all."), "contained", id="one new paragraph more"),
        pytest.param((2, 2, FUND), (2, 2, FUND.replace("may", "shall")), "contradictory", id="two wordings of one"),
        pytest.param((2, 2, FUND), (2, 2, "Peace be with us all."), "complementary", id="two new paragraphs"),
        pytest.param((2, 2, FUND), (3, 3, FUND), "None", id="new paragraphs at two places"),
        pytest.param((2, 2, FUND), (1, 3), "contradictory", id="between two that go"),
        pytest.param((2, 2, FUND), (1, 2, SHOULD), "None", id="beside one that is reworded"),
        pytest.param(
            (1, 2, "We [may] act."), (1, 2, "We [may act]."), "contradictory", id="brackets that would be torn"
        ),
    ],
)
def test_what_one_proposal_is_to_another(one: tuple[object, ...], other: tuple[object, ...], expected: str) -> None:
    assert related(proposal(*one), proposal(*other)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((SHARE, 4), (SHARE, 4), "identical", id="the same move"),
        pytest.param((SHARE, 4), (SHARE, 3), "contradictory", id="to two places"),
        pytest.param((SHARE, 4), (SHOULD, None), "complementary", id="moved and reworded"),
        pytest.param((SHOULD, 4), (SHOULD, None), "contains", id="moved and reworded alike"),
        pytest.param((SHOULD, 4), (BOTH, None), "complementary", id="reworded further"),
        pytest.param((SHOULD, 4), (SHALL, None), "contradictory", id="reworded otherwise"),
    ],
)
def test_what_a_move_is_to_another_proposal(
    one: tuple[str, int | None], other: tuple[str, int | None], expected: str
) -> None:
    assert related(proposal(1, 2, one[0], to=one[1]), proposal(1, 2, other[0], to=other[1])) == expected


def test_a_move_of_what_another_takes_out_contradicts_it() -> None:
    assert related(proposal(1, 2, SHARE, to=4), proposal(1, 2)) == "contradictory"


def test_two_that_each_keep_another_of_two_bracketed_words_contradict_each_other() -> None:
    draft = read_draft(SHARE.replace("may", "[shall][should]"))
    first, second = (
        each._replace(first=0, last=1, wording=(words,), alone=None)
        for each, words in zip(on(proposal(1, 2, SHALL), proposal(1, 2, SHOULD)), (SHALL, SHOULD), strict=True)
    )
    assert relation(draft, first, second) is relation(draft, second, first) is Relation.CONTRADICTORY


BRACKETED = SHARE.replace("may", "may [, with trust - Japan, Singapore; South Africa delete],")


def bracketed(*wordings: str) -> list[Tabled]:
    """Proposals on a paragraph that has words in brackets."""
    said = on(*(proposal(1, 2, words) for words in wordings))
    return [
        each._replace(first=0, last=1, wording=(words,), alone=None) for each, words in zip(said, wordings, strict=True)
    ]


def test_two_that_lift_a_bracket_and_keep_other_words_of_it_contradict_each_other() -> None:
    lifted, out = bracketed(SHARE.replace("may", "may, with trust,"), SHARE.replace("may", "may,"))
    draft = read_draft(BRACKETED)
    assert relation(draft, lifted, out) is relation(draft, out, lifted) is Relation.CONTRADICTORY


def test_who_lifts_a_bracket_alike_and_says_more_holds_the_other() -> None:
    lifted, more = bracketed(
        SHARE.replace("may", "may, with trust,"), SHOULD.replace("should", "may, with trust,") + " So."
    )
    assert relation(read_draft(BRACKETED), lifted, more) is Relation.CONTAINED


def test_what_is_in_the_text_or_has_no_place_meets_nobody() -> None:
    first, second = on(proposal(1, 2, SHOULD), proposal(1, 2, SHALL), now=(WELCOME, SHOULD, REPORT, NETWORK))
    assert relation(DRAFT, first, second) is None
    assert collisions(DRAFT, [first, second]) == ()


def test_all_pairs_on_the_same_paragraphs_are_found_in_their_order() -> None:
    parent = proposal(1, 2, SHOULD, name="fji-0001")
    said = on(proposal(3, 4), parent, proposal(1, 2, SHALL), proposal(3, 4), answering(parent, BOTH), proposal(0, 1))
    found = [(each.one.proposal.number, each.other.proposal.number, each.relation) for each in collisions(DRAFT, said)]
    assert found == [
        ("AUS-2", "AUS-3", Relation.CONTRADICTORY),
        ("AUS-3", "AUS-5", Relation.CONTRADICTORY),
        ("AUS-1", "AUS-4", Relation.IDENTICAL),
    ]


def test_a_decided_proposal_collides_with_nobody() -> None:
    said = on(proposal(1, 2, SHOULD), proposal(1, 2, SHALL), decisions=(decided(Verdict.REJECT, on="aus-11c01"),))
    assert collisions(DRAFT, said) == ()


# --- merged ---------------------------------------------------------------------------------------------------------


def test_proposals_that_complement_each_other_are_merged_in_one_step() -> None:
    for one, other in permutations(on(proposal(1, 2, SHOULD), proposal(1, 2, NEED))):
        assert merged(DRAFT, "now", one, other) == Amendment("now", 1, 2, (BOTH,))


def test_a_merged_proposal_covers_the_paragraphs_of_both() -> None:
    one, other = on(proposal(1, 3, f"{SHARE} {REPORT}"), proposal(2, 3, REPORT.replace("each", "every")))
    wording = f"{SHARE} {REPORT.replace('each', 'every')}"
    assert merged(DRAFT, "now", one, other) == Amendment("now", 1, 3, (wording,))


def test_a_move_is_merged_with_other_words() -> None:
    one, other = on(proposal(1, 2, SHARE, to=4), proposal(1, 2, SHOULD))
    assert merged(DRAFT, "now", one, other) == Amendment("now", 1, 2, (SHOULD,), 4)


def test_new_paragraphs_at_one_place_are_merged_in_the_order_given() -> None:
    one, other = on(proposal(2, 2, FUND), proposal(2, 2, "Peace be with us all."))
    assert merged(DRAFT, "now", other, one).wording == ("Peace be with us all.", FUND)


def test_of_two_of_which_one_does_more_the_larger_is_taken() -> None:
    small, large = on(proposal(1, 2, SHOULD), proposal(1, 2, BOTH))
    assert merged(DRAFT, "now", small, large) == merged(DRAFT, "now", large, small) == Amendment("now", 1, 2, (BOTH,))


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (proposal(1, 2, SHALL), "AUS-1 and AUS-2 contradict each other."),
        (proposal(2, 3), "AUS-1 and AUS-2 are about different words."),
    ],
)
def test_what_can_not_be_merged_is_refused(other: Proposal, sentence: str) -> None:
    first, second = on(proposal(1, 2, SHOULD), other)
    with pytest.raises(Refusal) as refused:
        merged(DRAFT, "now", first, second)
    assert refused.value.message == sentence


@given(ANY_THREE)
@settings(max_examples=200, deadline=None)
def test_merging_is_the_same_in_either_order_and_contradictions_are_refused(three: tuple[str, str, str]) -> None:
    base, mine, its = (" ".join(each.split()) for each in three)
    draft = read_draft(base)
    if [each.text for each in draft.paragraphs] != [base] or not (mine and its):
        return
    read = trace_of(base)
    one, other = (
        table([proposal(0, 1, words, name=name)], (), read)[name]
        for words, name in ((mine, "aus-0001"), (its, "jpn-0001"))
    )
    found = relation(draft, one, other)
    assert relation(draft, other, one) == (found and found.turned)
    if found in (None, Relation.CONTRADICTORY):
        return
    try:
        wording = merged(draft, "now", one, other).wording
    except Refusal:
        return
    assert words(" ".join(wording)) == words(" ".join(merged(draft, "now", other, one).wording))


def trace_of(source: str) -> Lineage:
    return trace([Version("t0", read_draft(source))])


# --- in brackets ----------------------------------------------------------------------------------------------------

WRAPPED = read_draft(
    "# T\n\n1. Each delegation may share its\n   experience of data in crises.\n\n2. We welcome all.\n"
)
ONE = "Each delegation may share its experience of data in crises."


def among(*choices: tuple[str, tuple[str, ...]]) -> str:
    (found,) = alternatives(WRAPPED, 1, 2, [Choice((said,) if said else (), names) for said, names in choices])
    return found


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        pytest.param(
            [(ONE.replace("may", "shall"), ("Japan",)), (ONE.replace("may", "should"), ("EU",))],
            "Each delegation [shall - Japan / should - EU] share its experience of data in crises.",
            id="two",
        ),
        pytest.param(
            [
                (ONE.replace("may", "shall"), ("Japan", "Fiji")),
                (ONE.replace("may", "should"), ("EU",)),
                (ONE.replace("may", "shall"), ("Chile",)),
                (ONE, ("India",)),
            ],
            "Each delegation [may - India retain / shall - Japan, Fiji, Chile / should - EU] share its experience of "
            "data in crises.",
            id="several, and one for the text",
        ),
        pytest.param(
            [(ONE.replace("may", "shall").replace("in crises", "always"), ("Japan",)), (ONE, ())],
            "Each delegation [may / shall - Japan] share its experience of data [in crises / always - Japan].",
            id="two places",
        ),
        pytest.param(
            [(ONE.replace("data", "good data"), ("Japan",)), (ONE.replace(" of data", ""), ("EU",))],
            "Each delegation may share its experience [of [good - Japan] data - EU delete] in crises.",
            id="one puts a word among those that another takes out",
        ),
        pytest.param(
            [("", ("Japan",)), ("All share what they know.", ("EU",))],
            "[Each delegation may share its experience of data in crises. - Japan delete / "
            "All share what they know. - EU]",
            id="taken out or rewritten",
        ),
        pytest.param(
            [(ONE.replace("may", "shall / will"), ("Japan",)), (ONE.replace("may", "should"), ())],
            "Each delegation [[shall / will] - Japan / should] share its experience of data in crises.",
            id="words that would be read as two",
        ),
    ],
)
def test_contradicting_words_stand_in_brackets_with_their_delegations(
    choices: list[tuple[str, tuple[str, ...]]], expected: str
) -> None:
    assert among(*choices) == expected


def test_new_paragraphs_stand_in_one_bracket() -> None:
    found = alternatives(WRAPPED, 2, 2, [Choice(("We act.",), ("Japan",)), Choice(("We rest.",), ("EU",))])
    assert found == ("[We act. - Japan / We rest. - EU]",)


def test_several_paragraphs_have_brackets_each() -> None:
    choices = [Choice((ONE.replace("may", "shall"), "We welcome none."), ("Japan",)), Choice((ONE, "We go."), ("EU",))]
    assert alternatives(WRAPPED, 1, 3, choices) == (
        "Each delegation [may / shall - Japan] share its experience of data in crises.",
        "We [welcome [all / none - Japan] / go - EU].",
    )


@pytest.mark.parametrize(
    ("first", "last", "choices", "sentence"),
    [
        (1, 2, [Choice((ONE,), ("the EU",))], "“the EU” would not be read as a name in a bracket."),
        (2, 2, [Choice(("One.", "Two."), ("EU",))], "A bracket can't go over the end of a paragraph."),
        (1, 3, [Choice((f"{ONE} We welcome all.",), ("EU",))], "A bracket can't go over the end of a paragraph."),
        (
            1,
            2,
            [Choice((ONE.replace("may", "]["),), ("EU",))],
            "These words can't stand in brackets: one would be torn.",
        ),
        (2, 2, [Choice(("One ]",), ("EU",))], "These words would not be read as alternatives in a bracket."),
    ],
)
def test_what_no_bracket_can_hold_is_refused(first: int, last: int, choices: list[Choice], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        alternatives(WRAPPED, first, last, choices)
    assert refused.value.message == sentence


def test_a_bracket_whose_end_would_be_taken_for_code_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        alternatives(read_draft("#```\n*"), 0, 1, [Choice(("#``` ```",))])
    assert refused.value.message == "These words can't stand in brackets: one would be torn."


def test_no_bracket_stands_in_a_table() -> None:
    draft = read_draft("|a|b|\n|-|-|\n|c|d|\n")
    with pytest.raises(Refusal) as refused:
        alternatives(draft, 0, 1, [Choice(("We agree.",), ("EU",))])
    assert refused.value.message == "No bracket can stand in a table."


@given(HOSTILE, st.lists(st.tuples(HOSTILE, st.sampled_from([(), ("Japan",), ("EU", "Fiji")])), max_size=3))
@settings(max_examples=200, deadline=None)
def test_brackets_around_any_words_are_balanced_or_refused(
    source: str, choices: list[tuple[str, tuple[str, ...]]]
) -> None:
    draft = read_draft(source)
    if len(draft.paragraphs) != 1 or brackets(source).unbalanced:
        return
    try:
        found = alternatives(draft, 0, 1, [Choice((" ".join(said.split()),), names) for said, names in choices])
    except Refusal:
        return
    assert not brackets(" ".join(found)).unbalanced or any("[" in said or "]" in said for said, _ in choices)


# --- decided together -----------------------------------------------------------------------------------------------

LONG = "We thank the hosts of the Conference, and all who have prepared it with so much care."


def numbers(said: list[Tabled], now: tuple[str, ...] = READ) -> list[tuple[str, bool]]:
    found = clusters(said, lineage(READ, now))
    return [(" ".join(one.proposal.number for one in each.members), each.is_identical) for each in found]


def test_identical_and_nearly_identical_proposals_are_clustered() -> None:
    said = on(
        proposal(1, 2, SHOULD),
        proposal(2, 2, LONG),
        proposal(1, 2, SHALL),
        proposal(1, 2, SHOULD),
        proposal(2, 2, LONG.replace("so much", "great")),
        proposal(2, 2, FUND),
    )
    assert numbers(said) == [("AUS-1 AUS-4", True), ("AUS-2 AUS-5", False)]


def test_who_settles_a_bracket_otherwise_is_in_no_cluster() -> None:
    text = (SHARE.replace("may", "[shall - Japan, Singapore retain / should - South Africa, Chile, Fiji]"), *READ[1:])
    offers = [proposal(0, 1, words, name=name) for words, name in ((SHALL, "jpn-1"), (SHOULD, "zaf-1"))]
    assert clusters([*table(offers, (), lineage(text)).values()], lineage(text)) == ()


def test_the_same_words_at_another_place_are_no_cluster() -> None:
    twice = "We act and we act again in time."
    text = (twice, *READ[1:])
    one, other = twice.replace("act", "go", 1), "We act and we go again in time."
    said = [
        *table([proposal(0, 1, one, name="aus-1"), proposal(0, 1, other, name="jpn-1")], (), lineage(text)).values()
    ]
    assert clusters(said, lineage(text)) == ()


def test_proposals_made_on_different_texts_are_clustered_where_they_stand_now() -> None:
    before = (WELCOME, SHARE.replace("experience", "knowledge"), REPORT, NETWORK)
    texts = lineage(before, READ)
    early = proposal(1, 2, before[1].replace("may", "should"), name="aus-1")
    late = proposal(1, 2, SHOULD, on="t1", name="jpn-1")
    said = table([early, late], (), texts)
    (found,) = clusters(said.values(), texts)
    assert (len(found.members), found.is_identical) == (2, True)


def test_a_proposal_and_what_amends_it_are_decided_apart() -> None:
    parent = proposal(2, 2, LONG)
    child = answering(parent, LONG.replace("great", "much"))
    assert numbers(on(parent, child)) == []
    assert numbers(on(replace(child, answers=""), parent)) == [("AUS-1 AUS-2", True)]


def test_what_amends_is_never_decided_with_what_it_amends_whichever_comes_first() -> None:
    parent = proposal(2, 2, LONG, name="zmb-0001")
    assert numbers(on(answering(parent, LONG.replace("great", "much")), parent)) == []


def test_unlike_decisions_are_found_on_proposals_made_on_different_texts() -> None:
    before = (WELCOME, SHARE.replace("experience", "knowledge"), REPORT, NETWORK)
    texts = lineage(before, READ)
    early = proposal(1, 2, before[1].replace("may", "should"), name="aus-1")
    late = [proposal(1, 2, words, on="t1", name=name) for words, name in ((SHOULD, "jpn-1"), (SHALL, "jpn-2"))]
    verdicts = (Verdict.REJECT, Verdict.ACCEPT, Verdict.ACCEPT)
    acts = [decided(each, on=name) for each, name in zip(verdicts, ("aus-1", "jpn-1", "jpn-2"), strict=True)]
    said = table([early, *late], acts, texts)
    (found,) = inconsistencies(said.values(), texts)
    assert [each.proposal.id for each in found.members] == ["aus-1", "jpn-1"]


def test_what_is_like_any_member_of_a_cluster_belongs_to_it() -> None:
    before = (WELCOME, SHARE.replace("experience", "knowledge"), REPORT, NETWORK)
    texts = lineage(before, READ)
    early = proposal(1, 2, before[1].replace("may", "should"), name="aus-1")
    late = [proposal(1, 2, SHOULD, on="t1", name=name) for name in ("jpn-1", "jpn-2")]
    acts = [decided(Verdict.IN_PART, 1, on="aus-1"), decided(Verdict.IN_PART, 1, on="jpn-1")]
    said = table([early, *late], [*acts, decided(Verdict.REJECT, on="jpn-2")], texts)
    (found,) = inconsistencies(said.values(), texts)
    assert [each.proposal.id for each in found.members] == ["aus-1", "jpn-1", "jpn-2"]


def test_detached_proposals_are_clustered_by_the_text_that_was_read() -> None:
    said = on(proposal(1, 2, SHOULD), proposal(1, 2, SHOULD), now=(WELCOME, REPORT, NETWORK))
    assert numbers(said, (WELCOME, REPORT, NETWORK)) == [("AUS-1 AUS-2", True)]


def test_unlike_decisions_on_like_proposals_are_found() -> None:
    acts = (decided(Verdict.ACCEPT, on="aus-11c01"), decided(Verdict.REJECT, on="aus-11c02"))
    now = (WELCOME, SHOULD, REPORT, NETWORK)
    said = on(proposal(1, 2, SHOULD), proposal(1, 2, SHOULD), proposal(1, 2, SHOULD), now=now, decisions=acts)
    (found,) = inconsistencies(said, lineage(READ, now))
    assert [each.proposal.number for each in found.members] == ["AUS-1", "AUS-2"]


def test_what_was_withdrawn_or_decided_alike_is_consistent() -> None:
    acts = (
        decided(Verdict.REJECT, on="aus-11c01"),
        decided(Verdict.REJECT, on="aus-11c02"),
        decided(Verdict.WITHDRAW, on="aus-11c03"),
    )
    said = on(proposal(1, 2, SHOULD), proposal(1, 2, SHOULD), proposal(1, 2, SHOULD), decisions=acts)
    assert inconsistencies(said, lineage(READ)) == ()
