"""The changes of a proposal, numbered as it was made, and what is left of it with only some of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.rebase_trials import ANY_THREE
from tests.core.table_room import FUND, NETWORK, READ, REPORT, SHARE, WELCOME, answering, decided, proposal, tabled

from zerodraft.core.comparison.lineage import Version, trace
from zerodraft.core.comparison.merge_signs import is_balanced
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.partial import amended_in_part, changes_between, changes_of, in_part
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.tabled import Change
from zerodraft.core.negotiation.tabling import table
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import words
from zerodraft.errors import NotThere

DRAFT = read_draft("\n\n".join(READ))
SHOULD = SHARE.replace("may", "should")
BOTH = SHOULD.replace("crises", "times of need")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(proposal(1, 2, BOTH), [("may", "should"), ("crises", "times of need")], id="reworded"),
        pytest.param(proposal(2, 2, FUND, WELCOME), [("", FUND), ("", WELCOME)], id="put in"),
        pytest.param(proposal(1, 3), [(SHARE, ""), (REPORT, "")], id="taken out"),
        pytest.param(proposal(1, 2, SHARE, to=4), [(SHARE, SHARE)], id="moved"),
        pytest.param(proposal(1, 2, to=4), [(SHARE, SHARE)], id="moved without a word"),
        pytest.param(proposal(1, 2, SHOULD, to=4), [(SHARE, SHARE), ("may", "should")], id="moved and reworded"),
        pytest.param(
            proposal(
                2, 3, "The secretariat shall report on progress.", "It shall publish the report in each language."
            ),
            [("to all", ""), ("", "\n")],
            id="split",
        ),
        pytest.param(proposal(1, 3, f"{SHARE} {REPORT}"), [("\n", "")], id="joined"),
        pytest.param(
            proposal(1, 2, SHARE.replace("may share", "[may share]").replace("crises", "need")),
            [("may share", "[may share]"), ("crises", "need")],
            id="both signs of a bracket are one change",
        ),
        pytest.param(proposal(1, 2, SHARE), [], id="nothing"),
    ],
)
def test_the_changes_are_numbered_in_their_order(one: Proposal, expected: list[tuple[str, str]]) -> None:
    found = changes_of(one, DRAFT)
    assert [(each.before, each.after) for each in found] == expected
    assert [each.number for each in found] == [*range(1, len(expected) + 1)]
    assert [each.number for each in found if each.is_move] == ([1] if one.amendment.to is not None else [])


@pytest.mark.parametrize(
    ("one", "numbers", "expected"),
    [
        pytest.param(proposal(1, 2, BOTH), (1,), Amendment("t0", 1, 2, (SHOULD,)), id="the first of two"),
        pytest.param(proposal(1, 2, BOTH), (), Amendment("t0", 1, 2, (SHARE,)), id="none"),
        pytest.param(proposal(2, 2, FUND, WELCOME), (2,), Amendment("t0", 2, 2, (WELCOME,)), id="one new paragraph"),
        pytest.param(proposal(0, 3), (2,), Amendment("t0", 1, 2), id="one of three goes"),
        pytest.param(proposal(0, 3), (1, 3), Amendment("t0", 0, 3, (SHARE,)), id="two of three go"),
        pytest.param(proposal(1, 2, SHOULD, to=4), (1,), Amendment("t0", 1, 2, (SHARE,), 4), id="the move alone"),
        pytest.param(proposal(1, 2, SHOULD, to=4), (2,), Amendment("t0", 1, 2, (SHOULD,)), id="without the move"),
        pytest.param(proposal(1, 2, to=4), (1,), Amendment("t0", 1, 2, (), 4), id="a move without a word"),
        pytest.param(proposal(1, 2, to=4), (), Amendment("t0", 1, 2, (SHARE,)), id="nothing of a move"),
    ],
)
def test_only_the_named_changes_are_made(one: Proposal, numbers: tuple[int, ...], expected: Amendment) -> None:
    assert in_part(one, numbers, DRAFT) == expected


def test_a_number_that_it_does_not_have_is_refused() -> None:
    with pytest.raises(NotThere) as refused:
        in_part(proposal(1, 2, SHOULD), (1, 2), DRAFT)
    assert refused.value.hint == "AUS-1 has 1 change."
    with pytest.raises(NotThere) as refused:
        in_part(proposal(1, 2, BOTH), (3,), DRAFT)
    assert refused.value.hint == "AUS-1 has 2 changes."


def test_a_sub_amendment_changes_the_wording_that_it_amends() -> None:
    parent = proposal(1, 2, SHOULD, to=4)
    child = answering(parent, BOTH)
    assert changes_of(child, DRAFT, parent) == (Change(1, "crises", "times of need"),)
    assert in_part(child, (1,), DRAFT, parent) == child.amendment
    deletion = proposal(1, 2)
    assert changes_of(answering(deletion, SHOULD), DRAFT, deletion) == (Change(1, "may", "should"),)


PARTS = st.tuples(ANY_THREE, ANY_THREE, st.sets(st.integers(1, 8)))


@given(PARTS)
@settings(max_examples=200, deadline=None)
def test_all_changes_are_the_amendment_and_none_leave_the_words_as_they_are(
    parts: tuple[tuple[str, str, str], tuple[str, str, str], set[int]],
) -> None:
    base, wording = (tuple(filter(None, (" ".join(each.split()) for each in side))) for side in parts[:2])
    if not (base and wording):
        return
    amendment = Amendment("t0", 0, len(base), wording)
    changes = changes_between(amendment, base)
    assert amended_in_part(amendment, [each.number for each in changes], base) == amendment
    if changes:
        assert amended_in_part(amendment, (), base).wording == base
    some = amended_in_part(amendment, parts[2], base).wording
    if all(is_balanced(words(" ".join(each))) for each in (base, wording)):
        assert is_balanced(words(" ".join(some)))


@given(PARTS)
@settings(max_examples=200, deadline=None)
def test_what_is_accepted_in_part_and_the_rest_make_the_whole(
    parts: tuple[tuple[str, str, str], tuple[str, str, str], set[int]],
) -> None:
    base, wording = (tuple(filter(None, (" ".join(each.split()) for each in side))) for side in parts[:2])
    if not (base and wording) or [each.text for each in read_draft("\n\n".join(base)).paragraphs] != [*base]:
        return
    one = proposal(0, len(base), *wording)
    changes = changes_between(one.amendment, base)
    some = tuple(each.number for each in changes if each.number in parts[2])
    part = amended_in_part(one.amendment, some, base).wording
    if not some or not part or [each.text for each in read_draft("\n\n".join(part)).paragraphs] != [*part]:
        return
    found = after(one, base, part, some)
    assert found is None or found == wording


def after(
    one: Proposal, base: tuple[str, ...], part: tuple[str, ...], accepted: tuple[int, ...]
) -> tuple[str, ...] | None:
    """What the proposal would make of the text after a part of it was accepted; None where it has no place there."""
    versions = [Version(f"t{number}", read_draft("\n\n".join(text))) for number, text in enumerate((base, part))]
    found = table([one], [decided(Verdict.IN_PART, *accepted)], trace(versions))[one.id]
    if found.outcome is Outcome.DETACHED or (found.first, found.last) != (0, len(part)):
        return None
    return found.wording


def test_the_rest_of_a_proposal_keeps_its_numbers() -> None:
    found = tabled(proposal(1, 2, BOTH), (WELCOME, SHOULD, REPORT, NETWORK), decided(Verdict.IN_PART, 1))
    assert [(each.number, each.after) for each in found.changes] == [(1, "should"), (2, "times of need")]
