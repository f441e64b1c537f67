"""A proposal as cards: what it would make of the paragraph, who says what, and what competes with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.tui.review.by_hand import DAY, changing, decided, doubtful, proposed, with_table
from tests.tui.widgets.test_row import text_of

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.collisions import Relation
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.review.competing import Crowd
from zerodraft.tui.review.proposal_cards import Sight, Told, cards_beside, cards_of, more_beside, passage_card
from zerodraft.tui.review.telling import copied
from zerodraft.tui.review.voices_told import position_paras
from zerodraft.tui.widgets.card import Card, lines_of

PLAIN = Sight(datetime(2021, 11, 3, 12, 0, tzinfo=UTC), plain=True)
OPEN_TO = "We agree to keep [all - Japan; Fiji delete] ports open to"


def read(told: Iterable[Told | Card], width: int = 90) -> list[str]:
    cards = (each.card if isinstance(each, Told) else each for each in told)
    return [text_of(line).rstrip() for card in cards for line in lines_of(card, width)]


def said(code: str, stand: Stand, body: str = "") -> Position:
    return Position(f"{code.lower()}-0001", code, DAY, stand, "jpn-1", body=body)


def passage(dossier: Dossier, tabled: Tabled, sight: Sight = PLAIN) -> list[str]:
    return read([passage_card(with_table(dossier, tabled), tabled, sight)])


def test_new_words_are_shown_in_the_paragraph_of_today(council: Dossier) -> None:
    found = passage(council, proposed("JPN-1", 3, 4, f"{OPEN_TO} all boats."))
    assert found == ["¶ 1 · focus area 1", f"{OPEN_TO} [-small ships-]{{+all boats+}}."]


def test_without_marks_style_alone_tells_what_is_struck_and_put_in(council: Dossier) -> None:
    tabled = proposed("JPN-1", 3, 4, f"{OPEN_TO} all boats.")
    card = passage_card(with_table(council, tabled), tabled, PLAIN._replace(plain=False))
    pieces = card.body[0].pieces
    styles = [(text, style) for text, style in pieces if "ships" in text or "boats" in text]
    assert styles == [("small ships", "deleted"), ("all boats", "inserted")]


def test_what_is_put_in_stands_below_the_paragraph_before_it(council: Dossier) -> None:
    found = passage(council, proposed("JPN-1", 4, 4, "We light them.", "We mark them."))
    assert found == [
        "after ¶ 1 · focus area 1",
        f"{OPEN_TO} small ships.",
        "{+We light them.+}",
        "{+We mark them.+}",
    ]


def test_what_is_taken_out_is_struck(council: Dossier) -> None:
    assert passage(council, proposed("JPN-1", 8, 9))[1:] == ["[-We honour the crews.-]"]


def test_a_move_tells_where_the_paragraph_would_stand(council: Dossier) -> None:
    moved = proposed("JPN-1", 8, 9, "We honour the crews.")._replace(to=11)
    assert passage(council, moved)[1:] == ["would stand after ¶ 5", "We honour the crews."]


def test_a_divided_paragraph_shows_where(council: Dossier) -> None:
    halves = "We agree to keep [all - Japan; Fiji delete] ports open.", "They are open to small ships."
    assert passage(council, proposed("JPN-1", 3, 4, *halves))[1:] == [
        "We agree to keep [all - Japan; Fiji delete] ports {+open.¶+}",
        "{+They are+} open to small ships.",
    ]


def test_a_collision_says_why_above_the_words(council: Dossier) -> None:
    tabled = doubtful(proposed("JPN-1", 3, 4, "We fish."), Outcome.COLLISION, "Both changed “ships”.")
    assert passage(council, tabled)[1] == "collision: Both changed “ships”."


def test_one_without_a_place_shows_the_words_as_they_were_proposed(council: Dossier) -> None:
    tabled = doubtful(proposed("JPN-1", 3, 4, "We fish."), Outcome.DETACHED, "The paragraph was taken out.")
    assert passage(council, tabled) == ["¶ 1", "detached: The paragraph was taken out.", "We fish."]


def test_the_changes_are_numbered_and_those_taken_or_marked_say_so(council: Dossier) -> None:
    tabled = changing(proposed("JPN-1", 3, 4, "x"), ("all", "most"), ("ships", "boats"), ("", "at night"))
    partly = decided(tabled, Verdict.IN_PART, 2, why="As agreed.")
    told = tuple(cards_of(with_table(council, partly), partly, PLAIN._replace(marked={3})))
    assert [each.change for each in told] == [0, 0, 1, 2, 3, 0]
    assert read(told[2:], 40) == [
        "Change 1 of 3",
        "[-all-]{+most+}",
        "Change 2 of 3                 ✓ accepted",
        "[-ships-]{+boats+}",
        "◆ Change 3 of 3",
        "{+at night+}",
        "Decided: accept in par… 4 Nov 2021 09:00",
        "As agreed.",
    ]


def test_whose_it_is_and_why_is_told(council: Dossier) -> None:
    tabled = proposed("JPN-1", 3, 4, "We fish.")
    proposal = replace(
        tabled.proposal, delegations=("JPN", "IDN"), reason="Boats fish.", occasion="Panel: Ports", paragraph="2"
    )
    told = list(cards_of(council, tabled._replace(proposal=proposal), PLAIN))
    assert read([told[1]]) == [
        "JPN-1 · Japan, Indonesia                                                       today 09:00",
        "on ¶ 2 of Rev.1 · Panel: Ports · jpn-1",
        "“Boats fish.”",
    ]


def test_groups_speak_for_their_members_and_who_differs_is_named(council: Dossier) -> None:
    positions = (
        said("ASEAN", Stand.DELETE),
        said("IDN", Stand.FLEXIBLE, "Every two years would do."),
        said("FJI", Stand.SUPPORT),
    )
    tabled = proposed("JPN-1", 3, 4, "x")
    dossier = replace(with_table(council, tabled), positions=positions)
    assert read([Card(None, tuple(position_paras(dossier, tabled)))]) == [
        "support: Fiji",
        "delete: ASEAN (but Indonesia: flexible)",
        "flexible: Indonesia",
        "  Indonesia: Every two years would do.",
    ]


def test_a_member_that_does_not_go_along_with_its_proposing_group_is_named(council: Dossier) -> None:
    tabled = proposed("ASEAN-1", 3, 4, "x")
    of_asean = replace(said("IDN", Stand.RESERVE), proposal="asean-1")
    dossier = replace(with_table(council, tabled), positions=(of_asean,))
    assert read([Card(None, tuple(position_paras(dossier, tabled)))]) == [
        "ASEAN, but Indonesia: reserve",
        "reserve: Indonesia",
    ]


def test_what_competes_is_shown_with_its_own_redline(council: Dossier) -> None:
    one, same = (proposed(number, 3, 4, f"{OPEN_TO} boats.") for number in ("JPN-1", "FJI-1"))
    elsewhere, taking_out = proposed("VNM-1", 8, 9, "We thank."), proposed("VNM-2", 3, 4)
    dossier = with_table(council, elsewhere, same, taking_out, one)
    others = Crowd(dossier).compared(one)
    assert [each.relation for each in others] == [Relation.IDENTICAL, Relation.CONTRADICTORY]
    told = tuple(cards_beside(dossier, others, PLAIN))
    assert [each.proposal for each in told] == ["fji-1", "vnm-2"]
    assert read(told) == [
        "FJI-1 · Fiji                                                                     identical",
        f"{OPEN_TO} [-small ships-]{{+boats+}}.",
        "VNM-2 · Viet Nam                                                             contradictory",
        "deletes it",
    ]


def test_of_many_only_some_are_drawn_and_the_rest_is_counted(council: Dossier) -> None:
    many = [proposed(f"JPN-{number}", 3, 4, f"{OPEN_TO} {number} ships.") for number in range(1, 41)]
    crowd = Crowd(with_table(council, *many))
    assert len(crowd.compared(many[0])) == 12
    assert crowd.place_told(many[39]) == "40 of 40 here"
    assert read(more_beside(27)) == ["… and 27 more: ] steps through them."]
    assert read(more_beside(0)) == []


def test_only_open_proposals_on_the_same_words_or_in_the_same_gap_meet(council: Dossier) -> None:
    wide, inside = proposed("JPN-1", 3, 6, "a", "b", "c"), proposed("IDN-1", 5, 6, "d")
    gap, same_gap = proposed("FJI-1", 4, 4, "e"), proposed("FJI-2", 4, 4, "f")
    gone = decided(proposed("VNM-1", 3, 4, "g"), Verdict.REJECT)
    crowd = Crowd(with_table(council, inside, wide, gap, same_gap, gone))
    assert crowd.here(wide) == ("idn-1", "jpn-1")
    assert crowd.here(gap) == ("fji-1", "fji-2")
    assert (crowd.place_told(same_gap), crowd.place_told(gone)) == ("2 of 2 here", "")


def test_a_decided_one_shows_the_paragraph_as_it_reads_today_and_what_was_decided(council: Dossier) -> None:
    tabled = decided(changing(proposed("JPN-1", 3, 4, "We fish."), ("small", "all")), Verdict.REJECT, why="Not now.")
    dossier = with_table(council, tabled)
    later = PLAIN._replace(now=PLAIN.now + timedelta(days=1))
    assert read(cards_of(dossier, tabled, later), 40)[:2] == [
        "¶ 1 · focus area 1",
        "We agree to keep [all - Japan; Fiji",
    ]
    assert read(list(cards_of(dossier, tabled, later))[-1:], 60) == [
        "Decided: reject · Secretariat                    today 09:00",
        "Not now.",
    ]


def test_what_is_copied_is_plain_text(council: Dossier) -> None:
    tabled = proposed("JPN-1", 3, 4, "We fish.")
    tabled = tabled._replace(proposal=replace(tabled.proposal, reason="Boats fish."))
    assert copied(council, tabled) == (
        "JPN-1 · Japan on ¶ 1: open\non Rev.1 · 3 November 2021\n\nWe fish.\n\nReason: Boats fish.\n"
    )
