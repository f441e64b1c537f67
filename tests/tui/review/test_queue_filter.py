"""The line that narrows the queue is read as it is typed."""

import pytest
from tests.tui.review.by_hand import decided, doubtful, proposed, with_table

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.review import Status
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.queue import OPEN, Sought, queue
from zerodraft.tui.narrowing.terms import Filter
from zerodraft.tui.review.filtering import COMPLETING, described, understood, with_state


@pytest.mark.parametrize(
    ("line", "sought"),
    [
        ("", Sought()),
        ("fishing boats", Sought(words=("fishing", "boats"))),
        ("from:japan", Sought(delegation="JPN")),
        ("area:2", Sought(area=2)),
        ("¶2(a)", Sought(paragraph="2(a)")),
        ("state:open", Sought(states=OPEN)),
        ("state:acc", Sought(states=frozenset({Status.ACCEPTED, Status.IN_PART}))),
        ("state:decided", Sought(states=frozenset(Status) - {Status.OPEN})),
        ("outcome:coll", Sought(outcome=Outcome.COLLISION)),
        ("outcome:already-in", Sought(outcome=Outcome.ALREADY_IN)),
        ("on:rev1 from:FJI", Sought(on="rev-1", delegation="FJI")),
    ],
)
def test_a_line_of_the_queue_is_understood(council: Dossier, line: str, sought: Sought) -> None:
    assert understood(line, council) == Filter(sought)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "state:done",
            "A proposal is open, decided, accepted, bracketed, rejected, withdrawn or overtaken, not",
        ),
        ("outcome:bad", "outcome: takes clean, look, collision, already-in or detached, not “bad”."),
        ("standing:gone", "“standing:” is none of from:, area:, para:, state:, outcome:, on:. "),
    ],
)
def test_what_the_queue_cannot_be_narrowed_by_is_told(council: Dossier, line: str, problem: str) -> None:
    found = understood(line, council)
    assert found.wish == Sought()
    assert found.problem.startswith(problem)


def test_each_term_keeps_the_proposals_that_it_names(council: Dossier) -> None:
    dossier = with_table(
        council,
        decided(proposed("JPN-1", 3, 4, "We fish."), Verdict.REJECT),
        proposed("IDN-1", 3, 4, "We sail."),
        proposed("FJI-1", 6, 6, "(b bis) in two languages;"),
        proposed("VNM-1", 10, 11, "We support the exchange of charts.", on="zero-draft"),
        doubtful(proposed("VNM-2", 3, 4, "We swim."), Outcome.DETACHED, "The paragraph was taken out."),
    )

    def numbers(line: str) -> list[str]:
        return [each.proposal.number for each in queue(dossier, understood(line, dossier).wish)]

    assert numbers("") == ["JPN-1", "IDN-1", "FJI-1", "VNM-1", "VNM-2"]
    assert numbers("from:ASEAN") == ["IDN-1", "VNM-1", "VNM-2"]
    assert numbers("area:1") == ["JPN-1", "IDN-1", "FJI-1"]
    assert numbers("para:1") == ["JPN-1", "IDN-1"]
    assert numbers("para:2") == ["FJI-1"]  # put in between 2(a) and 2(b)
    assert numbers("state:open para:1") == ["IDN-1"]
    assert numbers("state:rejected") == ["JPN-1"]
    assert numbers("outcome:detached") == ["VNM-2"]
    assert numbers("on:zero-draft") == ["VNM-1"]
    assert numbers("CHARTS") == ["VNM-1"]
    assert numbers("indonesia") == ["IDN-1"]


def test_what_the_queue_shows_is_told_in_words(council: Dossier) -> None:
    sought = understood("from:JPN area:2 state:open outcome:look boats", council).wish
    assert described(sought, council) == "from Japan · focus area 2 · open · to be looked at · “boats”"
    assert described(Sought(), council) == ""


def test_the_state_is_put_in_and_taken_out(council: Dossier) -> None:
    assert with_state("from:JPN", "open") == "from:JPN state:open"
    assert with_state("state:open from:JPN", "") == "from:JPN"


def test_terms_of_the_queue_are_completed(council: Dossier) -> None:
    assert COMPLETING.completed("out", council) == "outcome:"
    assert COMPLETING.completed("outcome:c", council) == "outcome:clean"
    assert COMPLETING.hint("para:", council) == "1 · 2(a) · 3 · 5"
    assert COMPLETING.hint("state:", council).startswith("open · decided · accepted")
