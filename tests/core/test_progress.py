"""How far a text is: figures counted by hand."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from tests.core.redrafting import Pen, printed

from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.delegation import Delegation, Delegations, Group
from zerodraft.core.negotiation.disputes import marks
from zerodraft.core.negotiation.progress import Condition, Held, Open, Progress, Tally, conditions, open_at, progress
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.text.draft import Kind, Part
from zerodraft.core.text.parse import read_draft

NOTE = """# Harbour Note

*Recalling* the seminar of the year before,

## Focus area 1: Ports

We agree to keep [all - Japan; Fiji delete] ports open to small ships.

We invite each country to report on its ports:

(a) [once/twice] a year;

(b) in one language. [Agreed ad ref]

## Focus area 2: Ships

We [shall][should] honour the crews, [who sail [by night - EU] - Japan].

We thank the pilots.

[We support the exchange of charts.

We support the exchange of tables. - Fiji]

---

Done at the harbour.
"""
# Ordinals: 0 title, 1 PP1, 2 FA1, 3 to 6 the first area, 7 FA2, 8 to 11 the second, 12 the closing.
KNOWN = Delegations(
    (Delegation("JPN", (("en", "Japan"),)), Delegation("FJI", (("en", "Fiji"),))), (Group("EU", "European Union"),)
)
MORNING = datetime(2021, 11, 2, 9, tzinfo=UTC)


def figures(*proposals: Open, agreed: tuple[int, ...] = ()) -> Progress:
    return progress(read_draft(NOTE), agreed, proposals, KNOWN)


def test_a_paragraph_is_agreed_or_bracketed_or_proposed_on_or_untouched() -> None:
    found = conditions(read_draft(NOTE), {3}, [Open(("JPN",), 8, 10), Open(("FJI",), 12, 13)])
    assert [condition.value if condition else "" for condition in found] == [
        "", "untouched",
        "", "agreed", "untouched", "bracketed", "agreed",
        "", "bracketed", "proposed", "bracketed", "bracketed",
        "proposed",
    ]  # fmt: skip


def test_the_figures_of_the_whole_and_of_each_part() -> None:
    found = figures(Open(("JPN",), 8, 10))
    assert found.total == Tally(paragraphs=10, agreed=1, bracketed=5, proposed=1, untouched=3, brackets=5, proposals=1)
    assert [(each.part, each.area and each.area.title, tuple(each.tally)) for each in found.parts] == [
        (Part.PREAMBLE, None, (1, 0, 0, 0, 1, 0, 0)),
        (Part.OPERATIVE, "Focus area 1: Ports", (4, 1, 2, 0, 1, 2, 0)),
        (Part.OPERATIVE, "Focus area 2: Ships", (4, 0, 3, 1, 0, 3, 1)),
        (Part.CLOSING, None, (1, 0, 0, 0, 1, 0, 0)),
    ]


def test_stacked_alternatives_are_one_dispute_and_so_is_a_bracket_with_another_inside() -> None:
    found = marks(read_draft(NOTE)).disputes
    assert [(each.first, each.last, each.names) for each in found] == [
        (3, 3, ("Japan", "Fiji")),
        (5, 5, ()),
        (8, 8, ()),
        (8, 8, ("Japan", "EU")),
        (10, 11, ("Fiji",)),
    ]


def test_an_alternative_that_follows_a_mark_of_agreement_belongs_to_no_dispute() -> None:
    found = marks(read_draft("We agree. [Agreed ad ref][shall] [will]"))
    assert len(found.disputes) == 1
    assert found.agreed == {0}


def test_whoever_holds_most_stands_first_with_proposals_and_brackets_by_part() -> None:
    found = figures(Open(("FJI", "JPN"), 3, 4), Open(("FJI",), 8, 8), Open(("FJI",), -1, -1))
    assert found.held == (
        Held("FJI", (0, 1, 1, 0, 1), (0, 1, 1, 0)),
        Held("JPN", (0, 1, 0, 0, 0), (0, 1, 1, 0)),
        Held("EU", (0, 0, 0, 0, 0), (0, 0, 1, 0)),
    )


def test_an_insertion_counts_where_it_follows_and_touches_no_paragraph() -> None:
    found = figures(Open(("JPN",), 2, 2), Open(("JPN",), 0, 0))
    assert [each.tally.proposals for each in found.parts] == [2, 0, 0, 0]
    assert found.total.proposed == 0


def test_a_proposal_that_stands_nowhere_counts_in_all_alone() -> None:
    found = figures(Open(("JPN",), -1, -1))
    assert found.total.proposals == 1
    assert [each.tally.proposals for each in found.parts] == [0, 0, 0, 0]


def test_an_empty_text_has_no_figures() -> None:
    assert progress(read_draft("")) == Progress(Tally(), (), ())


@pytest.mark.parametrize("seed", range(20))
def test_the_parts_add_up_to_the_whole_and_the_conditions_to_the_paragraphs(seed: int) -> None:
    pen = Pen(random.Random(seed))
    draft = read_draft(printed(pen.edited(pen.text(15), 12)))
    ordinals = range(len(draft.paragraphs))
    proposals = [Open(("JPN",), each, each + pen.chance.randint(0, 1)) for each in pen.chance.choices(ordinals, k=4)]
    found = progress(draft, set(pen.chance.choices(ordinals, k=3)), proposals)
    assert found.total == Tally(*map(sum, zip(*(each.tally for each in found.parts), strict=True)))
    assert found.total.paragraphs == sum(each.kind not in (Kind.TITLE, Kind.HEADING) for each in draft.paragraphs)
    for tally in (found.total, *(each.tally for each in found.parts)):
        assert tally.paragraphs == tally.agreed + tally.bracketed + tally.proposed + tally.untouched
    assert found.total.proposals == 4
    assert Condition.AGREED in conditions(draft, set(ordinals), ())


def proposal(name: str, hours: int) -> Proposal:
    return Proposal(name, name.upper(), ("JPN",), MORNING + timedelta(hours=hours), Amendment("text", 0, 1, ("x",)))


def decision(name: str, hours: int, verdict: Verdict) -> Decision:
    return Decision(f"sec-{hours}", "SEC", MORNING + timedelta(hours=hours), verdict, (name,))


def test_what_was_open_at_a_moment_was_made_before_and_decided_after() -> None:
    proposals = [proposal("jpn-1", 0), proposal("jpn-2", 1), proposal("jpn-3", 5)]
    decisions = [decision("jpn-1", 2, Verdict.REJECT), decision("jpn-2", 6, Verdict.WITHDRAW)]
    moments = [MORNING + timedelta(hours=hours) for hours in range(-1, 8)]
    assert [open_at(moment, proposals, decisions) for moment in moments] == [0, 1, 2, 1, 1, 1, 2, 1, 1]
