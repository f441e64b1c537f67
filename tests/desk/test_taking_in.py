"""What a file says becomes records in one act: numbers, names, replies, and nothing dropped."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.desk.council import saved
from tests.rooms import MORNING, git

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.negotiation.thread import State
from zerodraft.desk import taking_in
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.issuing import Issue
from zerodraft.desk.taking_in import Arrived, Consent
from zerodraft.errors import MovedOn, Refusal
from zerodraft.intake.received import Received, Remarked, Submitted, Unplaced

WORDS = "We agree to keep ports open to all ships."
DIGEST = "ab" * 32
EARLY = datetime(2021, 11, 1, 8, 0, tzinfo=UTC)


def submitted(dossier: Dossier, words: str = WORDS, code: str = "JPN", **more: object) -> Submitted:
    ordinal = next(each.ordinal for each in dossier.draft.paragraphs if "small ships" in each.text)
    amendment = Amendment(dossier.reading.text_id, ordinal, ordinal + 1, (words,))
    return Submitted(code, "Taro Yamada", EARLY, amendment, "1", **more)  # type: ignore[arg-type]


def remarked(dossier: Dossier, name: str, body: str, **more: object) -> Remarked:
    anchor = Anchor(dossier.reading.text_id, 4)
    return Remarked(name, "JPN", "Taro Yamada", EARLY, anchor, "1", body, **more)  # type: ignore[arg-type]


def take_in(desk: Desk, received: Received, consent: Consent | None = None, **more: object) -> Done:
    dossier = desk.open("note")
    arrived = Arrived("japan.docx", b"bytes", DIGEST, "JPN", dossier.reading, received, **more)  # type: ignore[arg-type]
    return taking_in.record(desk.room, dossier, arrived, consent or Consent())


def test_all_of_a_file_is_one_act_in_the_name_of_the_sender(desk: Desk) -> None:
    dossier = desk.open("note")
    received = Received(
        proposals=(
            submitted(dossier),
            submitted(dossier, "We agree to keep ports open to most ships.", "AUS", builds_on=(0,)),
        ),
        comments=(
            remarked(dossier, "1", "Why only small ones?"),
            remarked(dossier, "2", "Agreed.", reply_to=0, resolved=True),
        ),
        tray=(Unplaced("JPN", "Taro Yamada", "Stray words.", "They stand in a text box."),),
    )
    done = take_in(desk, received, learned={"Taro Yamada": "JPN"})
    assert done.sentence == "Japan: 2 proposals, 2 comments and 1 not placed from japan.docx."
    dossier = desk.open("note")
    first, second = sorted(dossier.proposals, key=lambda each: each.delegation, reverse=True)
    assert (first.number, second.number, second.answers) == ("JPN-1", "AUS-1", first.id)
    assert (first.date, first.source) == (EARLY, DIGEST)
    bodies = {each.root.body: (each.state, len(each.replies)) for each in dossier.threads}
    assert bodies == {"Why only small ones?": (State.RESOLVED, 1), "Stray words.": (State.OPEN, 0)}
    tray = next(each.comment for each in dossier.placed.values() if each.comment.body == "Stray words.")
    assert tray.occasion == "Not placed: They stand in a text box."
    assert (desk.root / "declarations" / "authors.toml").read_text() == '"Taro Yamada" = "JPN"\n'
    shown = git(desk.root, "log", "-1", "--format=%an%n%(trailers:only)")
    assert shown.startswith("Japan\nAct: take-in\nDeclaration: note\nDelegation: JPN, AUS\nProposal: JPN-1, AUS-1\n")
    assert f"File: japan.docx\nFile-SHA256: {DIGEST}" in shown
    desk.undo("note")
    assert desk.open("note").proposals == ()
    assert not (desk.root / "declarations" / "authors.toml").exists()


def test_a_file_is_taken_in_once_unless_that_was_undone(desk: Desk) -> None:
    received = Received(proposals=(submitted(desk.open("note")),))
    take_in(desk, received)
    with pytest.raises(MovedOn, match=r"This file was taken in on 2021-11-02: Japan: 1 proposal from japan\.docx"):
        take_in(desk, received)
    desk.undo("note")
    assert take_in(desk, received).name == "JPN-2"


def test_what_is_in_doubt_is_not_recorded_as_a_proposal_without_a_yes(desk: Desk) -> None:
    dossier = desk.open("note")
    received = Received(
        proposals=(
            submitted(dossier, doubt="Half of the paragraph has other words."),
            submitted(dossier, "We agree to keep ports open.", builds_on=(0,)),
        ),
        comments=(remarked(dossier, "1", "See my words.", about=0),),
    )
    assert take_in(desk, received).sentence == "Japan: 1 proposal, 1 comment and 1 not placed from japan.docx."
    kept = next(each.comment for each in desk.open("note").placed.values() if each.comment.body == WORDS)
    assert kept.occasion == "Not placed: Half of the paragraph has other words."
    assert [each.answers for each in desk.open("note").proposals] == [""]
    desk.undo("note")
    assert take_in(desk, received, Consent(doubtful=True)).sentence.startswith("Japan: 2 proposals and 1 comment")


def test_the_file_itself_is_kept_when_it_is_wished(desk: Desk) -> None:
    take_in(desk, Received(proposals=(submitted(desk.open("note")),)), Consent(keep=True))
    assert (desk.root / "declarations/note/input" / f"jpn-{DIGEST[:12]}.docx").read_bytes() == b"bytes"


def test_a_file_that_says_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match=r"japan\.docx says nothing that working text doesn't say"):
        take_in(desk, Received())


def test_a_file_may_answer_a_version_while_the_text_goes_on(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    dossier = desk.open("note")
    reading = desk.reading(dossier, "zero-draft")
    received = Received(proposals=(submitted(dossier),))
    saved(desk, "autumn", "spring")
    arrived = Arrived("japan.docx", b"bytes", DIGEST, "JPN", reading, received)
    taking_in.record(desk.room, desk.open("note"), arrived, Consent())
    assert [each.on for each in desk.open("note").proposals] == ["zero-draft"]


def test_a_time_to_come_is_now(desk: Desk) -> None:
    dossier = desk.open("note")
    received = Received(proposals=(replace(submitted(dossier), date=datetime(2121, 1, 1, tzinfo=UTC)),))
    take_in(desk, received)
    assert desk.open("note").proposals[0].date.date() == MORNING.date()
