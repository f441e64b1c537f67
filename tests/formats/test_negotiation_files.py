"""Proposals, positions and decisions: what is written is read back the same, and nothing else is taken."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.proposal import Amendment, Kind, Proposal
from zerodraft.core.text.visible import is_plain_name
from zerodraft.formats import record
from zerodraft.formats.decision_file import DECISION as DECISION_FORM
from zerodraft.formats.position_file import POSITION as POSITION_FORM
from zerodraft.formats.proposal_file import PROPOSAL as PROPOSAL_FORM
from zerodraft.formats.record import BadRecord

TOKYO = timezone(timedelta(hours=9))
MOMENT = datetime(2021, 11, 3, 10, 15, tzinfo=TOKYO)
TEXT = "3f786850e387550fdab836ed7e6dc881de23001b"
PROPOSAL = Proposal(
    id="aus-11c0",
    number="AUS-3",
    delegations=("AUS", "JPN", "NZL"),
    date=MOMENT,
    amendment=Amendment(TEXT, 12, 13, ("We [shall] keep ports open.", "We keep them safe.")),
    paragraph="5 bis",
    on="rev-1",
    reason="Two matters,\ntwo paragraphs.",
    occasion="Panel: Ports",
    answers="fji-0a1b",
    source="0" * 64,
)
SHORT = Proposal("jpn-0f31", "JPN-1", ("JPN",), MOMENT, Amendment(TEXT, 4, 5))
DECISION = Decision("sec-9d2e", "SEC", MOMENT, Verdict.IN_PART, ("aus-11c0",), (1, 3), body="The rest stays open.")
AGREED = Decision(
    *("sec-0001", "SEC", MOMENT, Verdict.AGREE),
    anchor=Anchor(TEXT, 7, "all ports"),
    paragraph="3",
    delegations=("AUS", "JPN"),
)
POSITION = Position("jpn-03ab", "JPN", MOMENT, Stand.RESERVE, proposal="aus-11c0", body="Tokyo will answer.")

LINES = st.text(max_size=40).map(lambda text: " ".join(text.split())).filter(lambda text: text.isprintable())
PLAIN = st.one_of(st.just(""), st.text(min_size=1, max_size=40).filter(is_plain_name))
BODIES = st.text(max_size=60).filter(lambda words: not any("\ud800" <= char <= "\udfff" for char in words))
CODES = st.from_regex(r"[A-Z][A-Z0-9]{1,11}", fullmatch=True)
IDS = st.sampled_from(("aus-11c0", "fji-0a1b", "g77-00ff"))
MOMENTS = st.datetimes(timezones=st.just(UTC))
ANCHORS = st.builds(Anchor, st.just(TEXT), st.integers(0, 999), BODIES, BODIES, BODIES)


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    codes = tuple(draw(st.lists(CODES, min_size=1, max_size=4, unique=True)))
    first = draw(st.integers(0, 500))
    last = first + draw(st.integers(0, 3))
    to = draw(st.none() | st.integers(0, 500))
    amendment = Amendment(TEXT, first, last, tuple(draw(st.lists(LINES, max_size=3))), to)
    return replace(
        PROPOSAL,
        id=f"{codes[0].lower()}-{draw(st.from_regex(r'[0-9a-f]{4,8}', fullmatch=True))}",
        number=f"{codes[0]}-{draw(st.integers(1, 99_999))}",
        delegations=codes,
        date=draw(MOMENTS),
        amendment=amendment,
        paragraph=draw(PLAIN),
        reason=draw(BODIES),
        occasion=draw(PLAIN),
        answers=draw(st.just("") | IDS),
        source=draw(st.sampled_from(("", "ab" * 32))),
    )


@given(proposals())
def test_a_proposal_is_read_back_as_it_was_written_or_not_written_at_all(proposal: Proposal) -> None:
    if proposal.amendment.problem:
        with pytest.raises(BadRecord):
            record.dump(PROPOSAL_FORM, proposal)
        return
    text = record.dump(PROPOSAL_FORM, proposal)
    assert record.parse(PROPOSAL_FORM, text, proposal.id) == proposal
    assert record.dump(PROPOSAL_FORM, record.parse(PROPOSAL_FORM, text, proposal.id)) == text


@given(
    st.builds(
        Decision,
        id=st.just("sec-9d2e"),
        decided_by=st.just("SEC"),
        date=MOMENTS,
        verdict=st.sampled_from(Verdict),
        proposals=st.lists(IDS, unique=True).map(tuple),
        changes=st.sampled_from(((), (1, 3))),
        anchor=st.none() | ANCHORS,
        paragraph=st.just(""),
        body=BODIES,
        instead=st.just("") | IDS,
        delegations=st.lists(CODES, max_size=3).map(tuple),
    )
)
def test_a_decision_is_read_back_as_it_was_written_or_not_written_at_all(decision: Decision) -> None:
    if decision.problem:
        with pytest.raises(BadRecord):
            record.dump(DECISION_FORM, decision)
        return
    assert record.parse(DECISION_FORM, record.dump(DECISION_FORM, decision), decision.id) == decision


@given(CODES, st.sampled_from(Stand), st.just("") | IDS, st.none() | ANCHORS, BODIES)
def test_a_position_is_read_back_as_it_was_written_or_not_written_at_all(
    code: str, stand: Stand, proposal: str, anchor: Anchor | None, body: str
) -> None:
    position = Position(f"{code.lower()}-03ab", code, MOMENT, stand, proposal, anchor, "3", "rev-1", body)
    if position.problem:
        with pytest.raises(BadRecord):
            record.dump(POSITION_FORM, position)
        return
    assert record.parse(POSITION_FORM, record.dump(POSITION_FORM, position), position.id) == position


@given(st.text(max_size=80))
def test_no_text_breaks_the_readers(text: str) -> None:
    with pytest.raises(BadRecord):
        record.parse(PROPOSAL_FORM, text, "jpn-7f3a")
    with pytest.raises(BadRecord):
        record.parse(DECISION_FORM, text, "jpn-7f3a")
    with pytest.raises(BadRecord):
        record.parse(POSITION_FORM, text, "jpn-7f3a")


def test_a_proposal_stands_in_its_file_like_this() -> None:
    assert record.dump(PROPOSAL_FORM, PROPOSAL) == (
        "From: AUS\nWith: JPN, NZL\nNumber: AUS-3\nDate: 2021-11-03T10:15:00+09:00\nOccasion: Panel: Ports\nOn: rev-1\n"
        f"Text: {TEXT}\nParagraph: 5 bis\nFirst: 12\nLast: 13\nAnswers: fji-0a1b\nSource: {'0' * 64}\n"
        "Reason: “Two matters,⟦U+000A⟧two paragraphs.”\n\nWe [shall] keep ports open.\n\nWe keep them safe.\n"
    )


def test_a_decision_and_a_position_stand_in_their_files_like_this() -> None:
    assert record.dump(DECISION_FORM, DECISION) == (
        "By: SEC\nDate: 2021-11-03T10:15:00+09:00\nVerdict: accept in part\nProposals: aus-11c0\nChanges: 1, 3\n\n"
        "The rest stays open.\n"
    )
    assert record.dump(DECISION_FORM, AGREED) == (
        "By: SEC\nDate: 2021-11-03T10:15:00+09:00\nVerdict: agree\nWith: AUS, JPN\n"
        f"Text: {TEXT}\nParagraph: 3\nOrdinal: 7\n"
        "Quote: “all ports”\n\n"
    )
    assert record.dump(POSITION_FORM, POSITION) == (
        "From: JPN\nDate: 2021-11-03T10:15:00+09:00\nStand: reserve\nProposal: aus-11c0\n\nTokyo will answer.\n"
    )


@pytest.mark.parametrize(
    ("amendment", "kind"),
    [
        (Amendment(TEXT, 3, 4, ("New.",)), Kind.REPLACE),
        (Amendment(TEXT, 3, 5, ("New.", "Other.")), Kind.REPLACE),
        (Amendment(TEXT, 3, 3, ("New.",)), Kind.INSERT),
        (Amendment(TEXT, 3, 4), Kind.DELETE),
        (Amendment(TEXT, 3, 4, ("One.", "Two.")), Kind.SPLIT),
        (Amendment(TEXT, 3, 5, ("One and two.",)), Kind.JOIN),
        (Amendment(TEXT, 3, 4, ("As it stands.",), to=9), Kind.MOVE),
    ],
)
def test_what_an_amendment_does_follows_from_what_it_takes_and_gives(amendment: Amendment, kind: Kind) -> None:
    assert amendment.kind is kind
    assert amendment.problem == ""


@pytest.mark.parametrize(
    ("amendment", "sentence"),
    [
        (Amendment(TEXT, 4, 3, ("New.",)), "It ends before it begins."),
        (Amendment(TEXT, 4, 4), "It changes nothing."),
        (Amendment(TEXT, 4, 6, ("As it stands.",), to=6), "It moves paragraphs to where they stand."),
        (Amendment(TEXT, 4, 5, ("Two\nlines.",)), "Each paragraph of the wording is one line with single spaces."),
    ],
)
def test_what_is_no_amendment_says_why(amendment: Amendment, sentence: str) -> None:
    assert amendment.problem == sentence
    with pytest.raises(BadRecord, match=sentence):
        record.dump(PROPOSAL_FORM, replace(SHORT, amendment=amendment))


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (replace(DECISION, proposals=()), "“accept in part” is said of proposals."),
        (replace(AGREED, anchor=None), "A decision is on proposals, or on a paragraph."),
        (replace(DECISION, changes=()), "Of what is accepted in part the changes are named, and only there."),
        (replace(DECISION, changes=(3, 1)), "The changes of one proposal are named in their order."),
        (
            replace(DECISION, verdict=Verdict.REJECT, changes=(), proposals=("aus-11c0", "aus-11c0")),
            "A proposal is named once.",
        ),
        (replace(DECISION, instead="jpn-11c0"), "Another proposal is named only where it overtook these."),
        (replace(AGREED, delegations=("JPN", "JPN")), "A delegation is named once."),
    ],
)
def test_what_is_no_decision_says_why(decision: Decision, sentence: str) -> None:
    with pytest.raises(BadRecord, match=sentence):
        record.dump(DECISION_FORM, decision)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Number: AUS-3", "Number: JPN-3", "JPN-3 is no number of a proposal of AUS."),
        ("Number: AUS-3", "Number: AUS-0", "“Number” must be the number of a proposal, such as AUS-3."),
        ("With: JPN, NZL", "With: JPN,NZL", "“With” must be codes of delegations, such as JPN, NZL."),
        ("With: JPN, NZL", "With: JPN, AUS", "A delegation proposes once."),
        ("First: 12", "First: 14", "It ends before it begins."),
        ("5 bis\n", "5 bis\nStatus: accepted\n", "“Status” is not a key; the keys are From, With, Number,"),
    ],
)
def test_a_wrong_line_of_a_proposal_is_named(old: str, new: str, sentence: str) -> None:
    with pytest.raises(BadRecord) as refused:
        record.parse(PROPOSAL_FORM, record.dump(PROPOSAL_FORM, PROPOSAL).replace(old, new), PROPOSAL.id)
    assert refused.value.sentence.startswith(sentence)


def test_each_gets_a_name_of_its_own() -> None:
    assert record.with_id(PROPOSAL_FORM, SHORT, ()).id != SHORT.id
    again = record.with_id(PROPOSAL_FORM, SHORT, {record.with_id(PROPOSAL_FORM, SHORT, ()).id})
    assert len(again.id) == len("jpn-01234")
    assert record.with_id(DECISION_FORM, DECISION, ()).id.startswith("sec-")
    assert record.with_id(POSITION_FORM, POSITION, ()).id.startswith("jpn-")


def test_a_file_named_for_another_delegation_is_refused_by_each_reader() -> None:
    named = "but the file is named fji-0a1b"
    with pytest.raises(BadRecord, match=named):
        record.parse(PROPOSAL_FORM, record.dump(PROPOSAL_FORM, SHORT), "fji-0a1b")
    with pytest.raises(BadRecord, match=named):
        record.parse(DECISION_FORM, record.dump(DECISION_FORM, DECISION), "fji-0a1b")
    with pytest.raises(BadRecord, match=named):
        record.parse(POSITION_FORM, record.dump(POSITION_FORM, POSITION), "fji-0a1b")
