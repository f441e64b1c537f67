"""Brackets of a declaration are told and settled; the positions go into the decision."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.resolving import LIFT, Choice
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Done
from zerodraft.desk.positions import Opinion
from zerodraft.desk.resolving import Settlement
from zerodraft.errors import NotThere, Refusal

OPEN = "to [small - Japan / fishing - Fiji, Australia] ships [of all flags - Chile]."


@pytest.fixture
def disputed(desk: Desk) -> Desk:
    """Two brackets in paragraph 1, and one in a heading."""
    saved(desk, "to small ships.", OPEN)
    saved(desk, "2: Ships", "2: [Ships]")
    return desk


def settle(desk: Desk, settlement: Settlement) -> Done:
    return desk.resolve(desk.open("note"), settlement)


def test_the_brackets_are_told_with_place_holders_and_date(disputed: Desk) -> None:
    desk = disputed
    opinion = Opinion("CHL", Stand.SUPPORT, paragraph="1", quote="fishing", on="working")
    desk.take_position(desk.open("note"), opinion)
    rows = desk.brackets(desk.open("note"))
    acts = {act.sentence: act.date for act in desk.log("note")}
    assert [(row.cite, row.area, row.bracket.number) for row in rows] == [("1", 1, 1), ("1", 1, 2), ("FA2", 2, 1)]
    assert [row.since for row in rows[:2]] == [acts["Paragraph 1 reworded"]] * 2
    assert [(holder.name, str(holder.stance)) for holder in rows[0].bracket.options[1].holders] == [
        ("Fiji", "propose"),
        ("Australia", "propose"),
        ("CHL", "support"),
    ]


def test_a_text_without_brackets_has_none_to_tell(desk: Desk) -> None:
    assert desk.brackets(desk.open("note")) == ()


def test_a_bracket_that_is_not_recorded_yet_has_no_date(desk: Desk) -> None:
    text_file(desk).write_text(NOTE.replace("small", "[small]"), encoding="utf-8")
    assert [row.since for row in desk.brackets(desk.open("note"))] == [None]


def test_settling_records_the_text_the_decision_and_the_positions(disputed: Desk) -> None:
    desk = disputed
    done = settle(desk, Settlement("1", Choice(2), 1, ("JPN", "FJI"), "In the corridor."))
    assert done.sentence == "Bracket in paragraph 1 resolved by Japan, Fiji: “fishing”."
    dossier = desk.open("note")
    assert "open to fishing ships [of all flags - Chile]." in dossier.draft.source
    (decision,) = dossier.decisions
    assert (decision.verdict, decision.paragraph, decision.delegations) == (Verdict.RESOLVE, "1", ("JPN", "FJI"))
    assert decision.anchor is not None
    assert decision.anchor.exact == "[small - Japan / fishing - Fiji, Australia]"
    assert decision.body == "In the corridor.\n\nsmall: Japan\nfishing: Fiji, Australia"
    shown = git(desk.root, "log", "-1", "--format=%an: %s%n%(trailers:only)")
    assert shown.startswith("Ana Drafter: Bracket in paragraph 1 resolved by Japan, Fiji: “fishing”\nAct: resolve\n")
    assert "Delegation: JPN, FJI\nParagraph: 1\n" in shown
    desk.undo("note")
    assert OPEN in desk.open("note").draft.source


@pytest.mark.parametrize(
    ("settlement", "told", "words"),
    [
        (Settlement("1", LIFT, 2), "the brackets are lifted", "ships of all flags."),
        (Settlement("1", Choice(words="sailing"), 1), "“sailing”", "open to sailing ships ["),
        (Settlement("1", Choice(words=""), 2), "the words are deleted", "Australia] ships."),
        (Settlement("FA2", LIFT), "the brackets are lifted", "## Focus area 2: Ships\n"),
    ],
)
def test_how_a_bracket_may_be_settled(disputed: Desk, settlement: Settlement, told: str, words: str) -> None:
    assert settle(disputed, settlement).sentence.endswith(f"resolved: {told}.")
    assert words in disputed.open("note").draft.source


def test_an_alternative_is_chosen_in_the_only_outermost_bracket(desk: Desk) -> None:
    saved(desk, "small", "[small [and slow] / fishing]")
    settle(desk, Settlement("1", Choice(1)))
    assert "to small [and slow] ships" in desk.open("note").draft.source


def test_a_bracket_that_stands_twice_alike_is_told_by_its_paragraph(desk: Desk) -> None:
    saved(desk, "keep ports open to small ships", "[keep] ports open to small ships, and [keep] them so")
    settle(desk, Settlement("1", LIFT, 2))
    (decision,) = desk.open("note").decisions
    assert decision.anchor is not None
    assert (decision.anchor.exact, decision.body) == ("", "")
    settle(desk, Settlement("1", LIFT))
    assert [each.paragraph for each in desk.open("note").decisions] == ["1", "1"]


def test_which_bracket_must_be_said_where_there_are_several(disputed: Desk) -> None:
    with pytest.raises(Refusal, match="Paragraph 1 has 2 brackets") as refused:
        settle(disputed, Settlement("1", LIFT))
    assert refused.value.hint == (
        "Say which one: zerodraft resolve note 1 1 … There are "
        "1: [small - Japan / fishing - Fiji, Australia]; 2: [of all flags - Chile]"
    )
    with pytest.raises(Refusal, match="Paragraph 3 has no bracket"):
        settle(disputed, Settlement("3", LIFT))
    with pytest.raises(NotThere, match="no alternative “3”"):
        settle(disputed, Settlement("1", Choice(3), 1))
    with pytest.raises(NotThere, match="with the number “3”"):
        settle(disputed, Settlement("1", LIFT, 3))


def test_unsaved_and_agreed_words_are_left_alone(disputed: Desk) -> None:
    desk = disputed
    desk.agree(desk.open("note"), Closing(("3",)))
    settle(desk, Settlement("1", Choice(1), 1))
    text_file(desk).write_text(desk.open("note").draft.source + "\nMore.\n", encoding="utf-8")
    with pytest.raises(Refusal, match="not saved"):
        settle(desk, Settlement("1", LIFT))
