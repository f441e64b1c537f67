"""The compilation text as a drafter reads it, form by form."""

from datetime import timedelta

import pytest
from tests.core.tabling_trials import MORNING, NAMES, tabled

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.compilation import (
    ALREADY_IN,
    IN_A_TABLE,
    NOT_READABLE,
    Compilation,
    compile_text,
)
from zerodraft.core.negotiation.compilation_reading import NOT_PLACED, read_compilation
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.review import Status, Voice
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.numbering import Profile, number
from zerodraft.core.text.parse import read_draft
from zerodraft.errors import UnreadableInput

PORTS = "1. We agree to keep ports open to small ships, and to large ones.\n"
NOTE = """*Recalling* the seminar,

## Ports

1. We keep ports open.

2. We invite each country to report. It should do so once a year.

(a) in writing;

(b) in one language.

3. We meet again.
"""


def text_of(source: str, profile: Profile = Profile.UNFCCC) -> WorkingText:
    draft = read_draft(source)
    return WorkingText(draft, number(draft), NAMES, profile)


class Room:
    """Makes proposals for a text, one after the other; each has a number of its delegation."""

    def __init__(self, source: str, profile: Profile = Profile.UNFCCC) -> None:
        self.text = text_of(source, profile)
        self.tabled: list[Tabled] = []
        self.voices: dict[str, tuple[Voice, ...]] = {}

    def propose(self, who: str, place: tuple[int, int], *wording: str, to: int | None = None, answers: str = "") -> str:
        codes = tuple(who.split())
        count = sum(each.proposal.delegations[0] == codes[0] for each in self.tabled) + 1
        made = Proposal(
            f"{codes[0].lower()}-{count}",
            f"{codes[0]}-{count}",
            codes,
            MORNING + timedelta(minutes=len(self.tabled)),
            Amendment("", *place, wording, to),
            answers=answers,
        )
        self.tabled.append(tabled(made))
        return made.id

    def reword(self, who: str, wording: str, ordinal: int = 0) -> str:
        return self.propose(who, (ordinal, ordinal + 1), wording)

    def say(self, proposal: str, *said: tuple[str, Stand]) -> None:
        self.voices[proposal] = tuple(Voice(code, stand, code) for code, stand in said)

    def compile(self) -> Compilation:
        """Whatever is printed is read back."""
        found = compile_text(self.text, self.tabled, self.voices)
        read = {(each.delegations, each.amendment) for each in read_compilation(self.text, found.inline())}
        assert read == {(each.tabled.proposal.delegations, each.amendment) for each in found.entries}
        return found

    def printed(self) -> str:
        """All of it, where every proposal has a place."""
        found = self.compile()
        assert not found.unplaced
        return found.inline()


def on_ports(*wordings: tuple[str, str]) -> str:
    room = Room(PORTS)
    for who, wording in wordings:
        room.reword(who, wording)
    return room.printed().removeprefix("1. ").removesuffix("\n")


# --- words ----------------------------------------------------------------------------------------

KEEP_ALL = "We agree to keep all ports open to small ships, and to large ones."
FISHING = "We agree to keep ports open to fishing ships, and to large ones."
FERRIES = "We agree to keep ports open to ferries and ships, and to large ones."
SHIPS = "We agree to keep ports open to ships, and to large ones."
NO_END = "We agree to keep ports open to small ships."
WARM = "We warmly agree to keep ports open to small ships, and to large ones."


@pytest.mark.parametrize(
    ("wordings", "expected"),
    [
        ([("AUS", KEEP_ALL)], "We agree to keep [all - Australia] ports open to small ships, and to large ones."),
        ([("AUS", SHIPS)], "We agree to keep ports open to [small - Australia delete] ships, and to large ones."),
        ([("AUS", FISHING)], "We agree to keep ports open to [small / fishing - Australia] ships, and to large ones."),
        (
            [("AUS JPN", FISHING), ("FJI", FISHING)],
            "We agree to keep ports open to [small / fishing - Australia, Japan; FJI] ships, and to large ones.",
        ),
        (
            [("AUS", FISHING), ("JPN", FERRIES), ("EU", SHIPS)],
            (
                "We agree to keep ports open to [small - EU delete / fishing - Australia / ferries and - Japan] ships, "
                "and to large ones."
            ),
        ),
        (
            [("AUS", NO_END), ("JPN", "We agree to keep ports open to small ships, and to ferries.")],
            "We agree to keep ports open to small ships[, and to [large ones / ferries - Japan] - Australia delete].",
        ),
        (
            [
                ("AUS", "We agree to keep ports open to small ferries, and to large ones."),
                ("JPN", "We agree to keep ports open for ships, and to large ones."),
                ("EU", "We agree to keep ports closed for small ships, and to large ones."),
            ],
            (
                "We agree to keep ports [open to small / open for - Japan / closed for small - EU] [ships / ferries - "
                "Australia], and to large ones."
            ),
        ),
        (
            [("AUS", WARM), ("AUS", KEEP_ALL), ("AUS JPN", FISHING)],
            (
                "We [warmly - Australia (AUS-1)] agree to keep [all - Australia (AUS-2)] ports open to [small / "
                "fishing - Australia, Japan] ships, and to large ones."
            ),
        ),
        (
            [("AUS", "We agree to keep ports open to small ships, and boats, and to large ones.")],
            "We agree to keep ports open to small ships, [and boats, - Australia] and to large ones.",
        ),
        (
            [("AUS", "Nobody objects.")],
            "[We agree to keep ports open to small ships, and to large ones. / Nobody objects. - Australia]",
        ),
        (
            [("AUS", "We agree to keep ports (and roads) open to small ships, and to large ones.")],
            "We agree to keep ports [(and roads) - Australia] open to small ships, and to large ones.",
        ),
        (
            [("AUS", "We agree to keep ports open to small ships; and to large ones.")],
            "We agree to keep ports open to small ships[, / ; - Australia] and to large ones.",
        ),
        (
            [("AUS", "We agree to keep ports open to small ships and to large ones.")],
            "We agree to keep ports open to small ships[, - Australia delete] and to large ones.",
        ),
        (
            [("AUS", "We agree to keep ports open to small ships, and/to large ones.")],
            "We agree to keep ports open to small ships, [and to / and/to - Australia] large ones.",
        ),
    ],
)
def test_only_the_words_in_dispute_are_bracketed(wordings: list[tuple[str, str]], expected: str) -> None:
    assert on_ports(*wordings) == expected


@pytest.mark.parametrize(
    ("source", "wording", "expected"),
    [
        ("We [shall/should] go.", "We must go.", "We [[shall/should] / must - Australia] go."),
        ("We [shall / should] go.", "We must go.", "We [[shall / should] / must - Australia] go."),
        ("We [shall / should] go.", "We [shall / may] go.", "We [shall / [should / may - Australia]] go."),
        ("We shall go.", "We [shall] go.", "We [shall / [shall] - Australia] go."),
        ("We shall go.", "We [shall / should] go.", "We [shall / [[shall / should]] - Australia] go."),
        ("We shall go.", "We shall / should go.", "We shall [/ should - Australia] go."),
        ("We go - all of us.", "We go.", "We go [- all of us - Australia delete]."),
        ("We go - Fiji.", "We come.", "We [[go - Fiji] / come - Australia]."),
        ("We go (far).", "We go near (far).", "We go [near - Australia] (far)."),
        ("We say [a][b].", "We say [a]c[b].", "We say [[a][b] / [a]c[b] - Australia]."),
        (
            "See [un](http://un.org) now.",
            "See [un](http://un.org).",
            "See [un](http://un.org) [now - Australia delete].",
        ),
        ("同意支持", "同意反对", "同意[支持 / 反对 - Australia]"),
        ("We go far, now.", "We go , now.", "We go [far, / , - Australia] now."),
        ("We go.", "We go. Agreed.", "We go. [Agreed. - Australia]"),
    ],
)
def test_brackets_and_signs_of_the_words_are_kept_apart_from_the_new_ones(
    source: str, wording: str, expected: str
) -> None:
    room = Room(source)
    room.reword("AUS", wording)
    assert room.printed() == expected


# --- paragraphs -----------------------------------------------------------------------------------


def below(room: Room, first: str) -> str:
    """What is printed from the paragraph on that begins so."""
    return room.printed()[room.text.draft.source.index(first) :].rstrip()


def test_paragraphs_are_put_in_with_the_number_that_they_would_have() -> None:
    room = Room(NOTE)
    room.propose("FJI", (0, 0), "*We, the delegations*,")
    room.propose("AUS", (1, 1), "*Noting* the charts,")
    room.propose("JPN", (3, 3), "We mark ports.", "We light them.")
    room.propose("EU", (3, 3), "We dredge ports.")
    room.propose("KOR", (5, 5), "by ship;")
    room.propose("AUS", (7, 7), "We thank the host.")
    assert (
        room.printed()
        == """[*We, the delegations*, - FJI]

*Recalling* the seminar,

[*Noting* the charts, - Australia]

## Ports

1. We keep ports open.

[1 bis. We mark ports.

1 ter. We light them. - Japan]

[1 quater. We dredge ports. - EU]

2. We invite each country to report. It should do so once a year.

(a) in writing;

[(a) bis by ship; - KOR]

(b) in one language.

3. We meet again.

[3 bis. We thank the host. - Australia]
"""
    )


def test_a_list_of_any_depth_goes_on_by_its_own_signs() -> None:
    room = Room("1. We go:\n\n(a) far;\n\n(i) by ship;\n\n- at night.\n")
    for place in (2, 3, 4):
        room.propose("AUS", (place, place), "all of us;")
    labels = ("(a) bis", "(i) bis", "a. bis")
    assert all(f"[{label} all of us; - Australia]" in room.printed() for label in labels)


@pytest.mark.parametrize(
    ("profile", "label"), [(Profile.UNFCCC, "1 bis."), (Profile.UN, "1A."), (Profile.LEGAL, "1A.")]
)
def test_each_house_numbers_what_is_put_in_by_its_own_custom(profile: Profile, label: str) -> None:
    room = Room("1. We go.\n\n2. We come.\n", profile)
    room.propose("AUS", (1, 1), "We stay.")
    assert room.printed() == f"1. We go.\n\n[{label} We stay. - Australia]\n\n2. We come.\n"


def test_a_paragraph_and_what_answers_it_are_alternatives_in_one_bracket() -> None:
    room = Room("1. We go.\n")
    first = room.propose("AUS", (1, 1), "We stay.")
    room.propose("JPN", (1, 1), "We stay here.", answers=first)
    room.propose("FJI", (1, 1), "We stay.")
    room.propose("EU", (1, 1), "We sleep.")
    assert room.printed() == (
        "1. We go.\n\n[1 bis. We stay. - Australia; FJI / 1 bis. We stay here. - Japan]\n\n[1 ter. We sleep. - EU]\n"
    )


def test_a_deleted_paragraph_stands_in_brackets_with_what_others_make_of_it() -> None:
    room = Room(NOTE)
    room.propose("AUS", (2, 3))
    room.reword("JPN", "We keep all ports open.", 2)
    room.propose("EU", (4, 6))
    assert room.printed().partition("\n\n1. ")[2] == (
        """[We keep [all - Japan] ports open. - Australia delete]

2. We invite each country to report. It should do so once a year.

(a) [in writing;

(b) in one language. - EU delete]

3. We meet again.
"""
    )


def test_two_that_would_take_out_overlapping_paragraphs_are_alternatives() -> None:
    room = Room("1. We go.\n\n2. We come.\n\n3. We stay.\n")
    room.propose("AUS", (0, 2))
    room.propose("JPN", (1, 3))
    assert room.printed() == ("1. [We go.\n\n2. We come.\n\n3. We stay. / We stay. - Australia / We go. - Japan]\n")


def test_a_moved_paragraph_says_where_it_would_go_and_its_place_there_is_kept() -> None:
    room = Room(NOTE)
    room.propose("AUS", (6, 7), "We meet again soon.", to=2)
    room.propose("JPN", (4, 6), to=7)
    room.propose("EU", (2, 3), to=0)
    assert (
        room.printed()
        == """[1 … - EU]

*Recalling* the seminar,

## Ports

[3 … - Australia]

1. We keep ports open. [move before title - EU]

2. We invite each country to report. It should do so once a year.

(a) in writing;

(b) in one language. [move 2(a)–2(b) after 3 - Japan]

3. We meet again [soon - Australia]. [move after FA1 - Australia]

[2(a)–2(b) … - Japan]
""".replace("before title", "before PP1")
    )


def test_what_moves_is_read_also_where_a_bracket_begins_before_it() -> None:
    room = Room("We go.\n\nWe come.\n\nWe stay.\n")
    room.propose("AUS", (0, 2))
    room.propose("JPN", (1, 3), "All sleep.", "We stay.", to=0)
    assert room.printed() == (
        "[2–3 … - Japan (JPN-1)]\n\n"
        "[We go.\n\n[We come / All sleep - Japan (JPN-1)]. - Australia delete]\n\n"
        "We stay. [move 2–3 before 1 - Japan (JPN-1)]\n"
    )


def test_a_paragraph_is_divided_and_two_are_joined_at_the_sign_of_a_paragraph() -> None:
    room = Room("1. We go. We come.\n\n2. We stay.\n\n3. We sleep.\n")
    room.propose("AUS", (0, 1), "We go.", "We come.")
    room.propose("JPN", (1, 3), "We stay. We sleep.")
    room.propose("EU", (1, 3), "We stay; then we sleep.")
    assert room.printed() == (
        "1. We go. [¶ - Australia] We come.\n\n2. We stay[. [¶ - Japan delete]\n\n3. We / ; then we - EU] sleep.\n"
    )


def test_a_paragraph_that_goes_with_its_break_goes_as_a_whole() -> None:
    room = Room("1. We go far.\n\n2. We come.\n\n3. We stay.\n")
    room.propose("AUS", (0, 3), "We go.", "We stay here.")
    assert room.printed() == (
        "1. We go [far - Australia (AUS-1) delete].\n\n2. [We come. - Australia (AUS-1) delete]\n\n"
        "3. We stay [here - Australia (AUS-1)].\n"
    )


def test_a_paragraph_added_to_one_that_changes_begins_behind_the_sign() -> None:
    room = Room("1. We go far.\n\n2. We come.\n")
    room.propose("AUS", (0, 1), "We go.", "We stay here.")
    assert room.printed() == "1. We go [far - Australia delete]. [¶ We stay here. - Australia]\n\n2. We come.\n"


def test_what_is_put_in_within_a_passage_that_goes_stands_within_its_brackets() -> None:
    room = Room("1. We go.\n\n2. We come.\n")
    room.propose("AUS", (0, 2))
    room.propose("JPN", (1, 1), "We stay.")
    room.propose("EU", (0, 1), to=2)
    assert room.printed() == (
        "1. [We go. [move after 2 - EU]\n\n[1 bis. We stay. - Japan]\n\n2. We come. - Australia delete]\n\n[1 … - EU]\n"
    )


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("We go. Then come.", "We go[.\n\nWe / . Then - Australia] come."),
        ("We go. and We come.", "We go. [¶ / and - Australia]\n\nWe come."),
        ("We go. – We come.", "We go. [¶ / – - Australia]\n\nWe come."),
        ("We go.; We come.", "We go[.\n\nWe / .; We - Australia] come."),
        ("We go.We come.", "We [go.\n\nWe / go.We - Australia] come."),
        ("We come now.", "[We go. - Australia (AUS-1) delete]\n\nWe come [now - Australia (AUS-1)]."),
    ],
)
def test_two_paragraphs_are_joined_by_words(wording: str, expected: str) -> None:
    room = Room("We go.\n\nWe come.")
    room.propose("AUS", (0, 2), wording)
    assert room.printed() == expected


def test_of_two_paragraphs_that_end_alike_the_one_that_goes_is_bracketed() -> None:
    room = Room("All agree to go\n\nThey go\n\nOthers stay\n")
    room.propose("AUS", (0, 3), "All agree to go", "Others stay here")
    room.propose("JPN", (0, 3), "We all agree to go", "Others stay here")
    assert room.printed() == (
        "[All / We all - Japan (JPN-1)] agree to go\n\n[They go - Australia (AUS-1) delete; Japan (JPN-1) delete]\n\n"
        "Others stay [here - Australia (AUS-1); Japan (JPN-1)]\n"
    )


def test_words_at_the_end_of_a_paragraph_stand_before_the_sign_that_it_is_joined() -> None:
    room = Room("We go\n\nWe come.\n\nWe [stay.\n\nWe] sleep.\n")
    room.propose("AUS", (0, 2), "We go We come.")
    room.reword("JPN", "We go soon")
    room.reword("EU", "We shall go")
    room.reword("FJI", "We gone")
    assert room.printed() == (
        "We [shall - EU] [go / gone - FJI] [soon - Japan] [¶ - Australia delete]\n\nWe come.\n\n"
        "We [stay.\n\nWe] sleep.\n"
    )


def test_a_paragraph_that_goes_while_another_is_reworded_goes_as_a_whole() -> None:
    room = Room("We agree to keep ports open.\n\nWe come.\n")
    room.propose("AUS", (0, 2), "We all agree to keep ports open.")
    assert room.printed() == (
        "We [all - Australia (AUS-1)] agree to keep ports open.\n\n[We come. - Australia (AUS-1) delete]\n"
    )


def test_a_bracket_over_two_paragraphs_of_the_text_is_left_whole() -> None:
    room = Room("We [go.\n\nWe come - Japan] now.\n")
    room.reword("AUS", "We [go far.")
    room.reword("EU", "We come in - Japan] now.", 1)
    found = room.compile()
    assert found.inline() == "We [go [far - Australia].\n\nWe come [in - EU] - Japan] now.\n"


def test_headings_lists_and_wrapped_lines_keep_their_form() -> None:
    room = Room("## Ports of call\n\nWe keep\nports\nopen.\n\n- one way\n- two ways\n\n**4 NOTING** this\n")
    room.reword("AUS", "Ports")
    room.reword("AUS", "We keep all ports open now.", 1)
    room.propose("JPN", (3, 3), "some ways")
    room.reword("EU", "two ways and more", 3)
    room.reword("EU", "**NOTING** that", 4)
    assert room.printed() == (
        "## Ports [of call - Australia delete]\n\n"
        "We keep\n[all - Australia] ports\nopen [now - Australia].\n\n"
        "- one way\n\n[(a) bis some ways - Japan]\n\n- two ways [and more - EU]\n\n"
        "**4 NOTING** [this / that - EU]\n"
    )


def test_lines_end_as_in_the_text() -> None:
    room = Room("We go.\r\n\r\nWe come.\r\n")
    room.propose("AUS", (1, 1), "We stay.", "We sleep.")
    assert room.printed() == "We go.\r\n\r\n[1 bis. We stay.\r\n\r\n1 ter. We sleep. - Australia]\r\n\r\nWe come.\r\n"


def test_a_text_without_paragraphs_takes_the_first_one() -> None:
    room = Room("")
    room.propose("AUS", (0, 0), "We go.")
    assert room.printed() == "\n\n[We go. - Australia]"


# --- positions ------------------------------------------------------------------------------------


def test_positions_stand_with_the_words_of_which_they_are_said() -> None:
    room = Room(PORTS)
    changed = room.reword("AUS", FISHING)
    taken = room.reword("JPN", NO_END)
    added = room.reword("EU", KEEP_ALL)
    said = (("FJI", Stand.RETAIN), ("CIV", Stand.SUPPORT), ("KOR", Stand.DELETE), ("NZL", Stand.RESERVE))
    room.say(changed, *said, ("AUS", Stand.SUPPORT))
    room.say(taken, *said)
    room.say(added, *said, ("CHL", Stand.FLEXIBLE))
    assert room.printed() == (
        "1. We agree to keep [all - EU; Côte d’Ivoire support; FJI retain; KOR delete; NZL reserve; CHL flexible] "
        "ports open to [small - FJI retain / fishing - Australia; Côte d’Ivoire support; KOR delete; NZL reserve] "
        "ships[, and to large ones - Japan delete; FJI retain; Côte d’Ivoire, KOR to delete; NZL reserve].\n"
    )


def test_a_group_is_named_once_and_a_member_that_differs_beside_it() -> None:
    room = Room("We go.\n")
    room.voices[room.reword("AUS", "We all go.")] = (
        Voice("BRN", Stand.SUPPORT, "ASEAN"),
        Voice("IDN", Stand.SUPPORT, "ASEAN"),
        Voice("MYS", Stand.RESERVE, "MYS"),
    )
    assert room.printed() == "We [all - Australia; ASEAN support; MYS reserve] go.\n"


def test_without_attribution_the_brackets_stand_without_names() -> None:
    room = Room("1. We go and come.\n\n2. We stay.\n")
    room.reword("AUS", "We go and/or come.")
    room.reword("JPN", "We walk and come.")
    room.propose("EU", (0, 1), to=2)
    room.propose("EU", (1, 2))
    room.reword("FJI", "We and/or you stay.", 1)
    assert room.compile().inline(attributed=False) == (
        "1. We [go / walk] and[[/or]] come. [move after 2]\n\n2. [We [and/or you] stay.]\n\n[1 …]\n"
    )


# --- what has no place ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "wording", "reason"),
    [
        ("We go.", "We go.", ALREADY_IN),
        ("We go.", "We go ].", NOT_READABLE),
        ("We go.", "We go \\.", NOT_READABLE),
        ("We go.", "We go <!-- x.", NOT_READABLE),
        ("We go <!-- far --> now.", "We go.", NOT_READABLE),
        ("| a | b |\n|---|---|\n| c | d |", "No table.", IN_A_TABLE),
    ],
)
def test_what_no_bracket_can_hold_is_listed_with_its_reason(source: str, wording: str, reason: str) -> None:
    room = Room(source)
    room.reword("AUS", wording)
    found = room.compile()
    assert found.inline() == source
    assert [(each.tabled, each.reason) for each in found.unplaced] == [(room.tabled[0], reason)]


def test_what_has_lost_its_place_is_listed_with_the_reason_of_the_table() -> None:
    room = Room("We go.")
    room.reword("AUS", "We stay.")
    lost = room.tabled[0]._replace(outcome=Outcome.DETACHED, first=-1, last=-1, reason="The paragraph was deleted.")
    found = compile_text(room.text, [lost], {})
    assert [each.reason for each in found.unplaced] == ["The paragraph was deleted."]


def test_one_that_cannot_be_read_back_keeps_no_other_from_its_place() -> None:
    room = Room("We go far.")
    room.reword("AUS", "We go [far.")
    room.reword("JPN", "We all go far.")
    room.propose("EU", (1, 1), "We `stay.")
    room.propose("EU", (1, 1), "We ] stay.")
    found = room.compile()
    assert found.inline() == "We [all - Japan] go far.\n\n[1 bis. We `stay. - EU]"
    assert [each.tabled.proposal.number for each in found.unplaced] == ["AUS-1", "EU-2"]


def test_two_that_are_readable_alone_and_not_together_stand_in_the_order_of_their_numbers() -> None:
    """Between two backticks Markdown reads code, and no bracket."""
    room = Room("We go.")
    room.reword("AUS", "We ` go.")
    room.reword("JPN", "` We go.")
    found = room.compile()
    assert found.inline() == "We [` - Australia] go."
    assert [each.tabled.proposal.number for each in found.unplaced] == ["JPN-1"]


def test_decided_proposals_stand_no_more_in_the_compilation() -> None:
    room = Room("We go.")
    room.reword("AUS", "We stay.")
    closed = [
        tabled(room.tabled[0].proposal, status=status)
        for status in (Status.ACCEPTED, Status.REJECTED, Status.WITHDRAWN, Status.BRACKETED, Status.OVERTAKEN)
    ]
    found = compile_text(room.text, closed, {})
    assert (found.entries, found.unplaced, found.inline()) == ((), (), "We go.")


def test_in_a_collision_the_proposal_stands_with_its_own_words() -> None:
    room = Room("We walk.")
    room.reword("AUS", "We [walk / run].")
    found = compile_text(room.text, [room.tabled[0]._replace(outcome=Outcome.COLLISION, alone=("We run.",))], {})
    assert found.inline() == "We [walk / run - Australia]."


def test_words_put_in_between_two_brackets_of_one_proposal_stand_once() -> None:
    room = Room("we agree agree, z\n\nwe u\n")
    room.reword("AUS", "agree, agree, z")
    room.propose("JPN", (0, 2), "we agree we agree we u")
    assert room.printed() == (
        "[we agree agree, z\n\nwe / agree, agree, z ¶ we - Australia / we agree we agree we - Japan] u\n"
    )


def test_words_that_meet_without_a_space_are_in_one_bracket() -> None:
    room = Room("同意支持")
    room.reword("AUS", "同义支持")
    room.reword("JPN", "同意反持")
    room.reword("EU", "同意、支持")
    assert room.printed() == "同[意支 / 义支 - Australia / 意反 - Japan / 意、支 - EU]持"


# --- reading back ---------------------------------------------------------------------------------


def test_what_could_not_be_placed_is_no_part_of_what_is_read() -> None:
    text = text_of("We go.")
    printed = f"We [all - Japan] go.\n{NOT_PLACED}\n\n## Not placed\n\n- [all - Japan]\n"
    assert [each.delegations for each in read_compilation(text, printed)] == [("JPN",)]


def test_a_wording_that_is_that_of_the_text_proposes_nothing() -> None:
    assert read_compilation(text_of("We go."), "We [go / go - Japan].") == ()


def test_a_move_to_a_number_that_is_not_there_is_read_as_words() -> None:
    (read,) = read_compilation(text_of("We go."), "We go. [move after 99 - Japan]")
    assert read.amendment == Amendment("", 0, 1, ("We go. move after 99",))


def test_a_text_without_paragraphs_has_no_words_to_put_others_in() -> None:
    with pytest.raises(UnreadableInput):
        read_compilation(text_of("---"), "--- [x - Japan]")


@pytest.mark.parametrize(
    ("printed", "where"),
    [
        ("We [all - Japan] come.", " come."),
        ("We [all] go.", "[all] go."),
        ("We [come / stay - Japan].", "come / stay - Japan]."),
        ("We [all - Japan] go.\n\nAnd more.", "go. And more."),
        ("We [all - Japan] go.\n", ""),
        ("We go. [¶ - Japan delete]", ""),
        ("We", ""),
        ("We g [o / x - Japan].", "[o / x - Japan]."),
        ("We  [go / come - Japan].", "go / come - Japan]."),
    ],
)
def test_a_compilation_of_another_text_is_refused_with_the_place(printed: str, where: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_compilation(text_of("We go."), printed)
    assert f"it differs at “{where.strip()}”" in refused.value.message
