"""Rows of a table become proposals and comments in the names of delegations, and every word is accounted for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.tabled_rows import grid_of

from zerodraft.core.negotiation.proposal import Amendment, Kind
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import parse_draft
from zerodraft.intake.comment_table import Beside, CommentTable, comment_table
from zerodraft.intake.received import Basis, Received, Remarked, Submitted, Unplaced, Went
from zerodraft.intake.returned_rows import Known
from zerodraft.intake.table_input import Names, received_from_table

TEXT = """# Message

*We, the delegations* of Japan and Chile,

*Recalling* the Charter of the United Nations,[^1]

## Focus area 1: Policy

1. We **affirm** that digital diplomacy may serve peace, and may serve trade.

2. We encourage each country to adopt a policy, including:

(a) a clear statement of its aims;

(b) guidance for officials.

## Focus area 2: Crisis management

3. We recognize that information is relief.

4. We resolve to act in good time.

[^1]: Signed in 1945.
"""
DRAFT = parse_draft(TEXT)[0]
NUMBERS = number(DRAFT)
BASIS = Basis("0" * 40, DRAFT, NUMBERS)
AT = {known.cite: ordinal for ordinal, known in enumerate(NUMBERS)}
NAMES: Names = {"Japan": ("JPN",), "Chile": ("CHL",), "Japan and Chile": ("JPN", "CHL"), "": ("AUS",)}
HEADINGS = (
    *("No.", "Country", "Line", "Focus area", "Paragraph", "Type", "Current text", "Comment", "Proposed change"),
    *("Observations", "Priority"),
)


def table_of(*rows: dict[str, str]) -> CommentTable:
    cells = [tuple({"Country": "Japan", **row}.get(heading, "") for heading in HEADINGS) for row in rows]
    return comment_table([grid_of(HEADINGS, *cells)], "jpn.csv")


def received(*rows: dict[str, str]) -> Received:
    return received_from_table(table_of(*rows), BASIS, NAMES)


def asked(paragraph: str, proposed: str, **more: str) -> Received:
    """What follows from a row with nothing but a paragraph and a proposed change."""
    return received({"Paragraph": paragraph, "Proposed change": proposed, **more})


def proposal(paragraph: str, proposed: str, **more: str) -> Submitted:
    found = asked(paragraph, proposed, **more)
    assert [notice.sentence for notice in found.notices if notice.code == "not-a-proposal"] == []
    assert not found.comments
    return found.proposals[0]


def wording(paragraph: str, proposed: str, **more: str) -> tuple[str, ...]:
    """The proposed words of a change of just that paragraph."""
    found = proposal(paragraph, proposed, **more)
    assert (found.amendment.first, found.amendment.last) == (AT[paragraph], AT[paragraph] + 1)
    assert found.paragraph == paragraph
    return found.amendment.wording


def why_not(paragraph: str, proposed: str, **more: str) -> str:
    """Why it stays a comment."""
    found = asked(paragraph, proposed, **more)
    assert not found.proposals
    return " ".join(notice.sentence for notice in found.notices if notice.code == "not-a-proposal")


@pytest.mark.parametrize(
    ("paragraph", "proposed", "reads"),
    [
        ("3", "Replace “relief” with “a form of relief”", "We recognize that information is a form of relief."),
        ("3", "Replace 'that information' with 'that \"data\"'", 'We recognize that "data" is relief.'),
        ("3", "Delete “We”", "recognize that information is relief."),
        ("4", "Delete “in good time”", "We resolve to act."),
        ("4", "Insert “together” after “act”", "We resolve to act together in good time."),
        ("4", "Insert “, together,” after “act”", "We resolve to act, together, in good time."),
        ("4", "Add “jointly” before “act”", "We resolve to jointly act in good time."),
        ("4", "Add “, where needed” at the end", "We resolve to act in good time, where needed."),
        ("4", "Add “where needed.” at the end", "We resolve to act in good time where needed."),
        ("4", "Add “So be it.” at the end", "We resolve to act in good time. So be it."),
        ("4", "At the beginning, add “Today,”", "Today, We resolve to act in good time."),
        ("4", "Ganti “act” dengan “act now”; hapus “in good time”", "We resolve to act now."),
        ("4", "4. We resolve to act in time.", "We resolve to act in time."),
        ("4", "To read: “We act in good time.”", "We act in good time."),
        ("1", "Replace “affirm” with “declare”",
         "We **declare** that digital diplomacy may serve peace, and may serve trade."),
        ("1", "Replace “We affirm” with “We, the delegations, affirm”",
         "We, the delegations, affirm that digital diplomacy may serve peace, and may serve trade."),
        ("1", "We affirm that digital diplomacy shall serve peace, and may serve trade.",
         "We **affirm** that digital diplomacy shall serve peace, and may serve trade."),
        ("PP2", "Replace “Charter” with “purposes of the Charter”",
         "*Recalling* the purposes of the Charter of the United Nations,[^1]"),
        ("PP2", "Guided by the Charter of the United Nations,", "*Guided by* the Charter of the United Nations,[^1]"),
        ("4", "We {--resolve--}decide to act in good time.", "We decide to act in good time."),
        ("4", "Replace “time” with “*time* [^1] <b>”", "We resolve to act in good \\*time\\* \\[^1] &lt;b>."),
    ],
)  # fmt: skip
def test_the_words_go_where_they_are_asked_for(paragraph: str, proposed: str, reads: str) -> None:
    assert wording(paragraph, proposed) == (reads,)


def test_words_of_a_sub_paragraph_are_found_under_the_paragraph_that_is_cited() -> None:
    found = proposal("2", "Replace “officials” with “staff”")
    assert found.paragraph == "2(b)"
    assert found.amendment.wording == ("guidance for staff.",)


@pytest.mark.parametrize(
    ("paragraph", "proposed", "first", "last"),
    [
        ("4", "Delete", "4", "4"),
        ("2", "Delete paragraph 2", "2", "2(b)"),
        ("", "Hapus paragraf 2(a)", "2(a)", "2(a)"),
        ("3–4", "Delete", "3", "4"),
        ("2(a), 2(b)", "Delete", "2(a)", "2(b)"),
    ],
)
def test_a_deletion_takes_the_paragraph_with_what_belongs_to_it(
    paragraph: str, proposed: str, first: str, last: str
) -> None:
    amendment = proposal(paragraph, proposed).amendment
    assert amendment == Amendment(BASIS.text_id, AT[first], AT[last] + 1)


@pytest.mark.parametrize(
    ("paragraph", "proposed", "place", "cite"),
    [
        ("4", "Add a new paragraph after 2: We *agree*.", AT["2(b)"] + 1, "2(b)"),
        ("4", "New paragraph: We *agree*.", AT["4"] + 1, "4"),
        ("", "Insert a new paragraph before paragraph 4: We *agree*.", AT["4"], "3"),
        ("", "New para 3 bis: We *agree*.", AT["3"] + 1, "3"),
    ],
)
def test_a_new_paragraph_goes_behind_what_belongs_to_the_one_before(
    paragraph: str, proposed: str, place: int, cite: str
) -> None:
    found = proposal(paragraph, proposed)
    assert found.amendment == Amendment(BASIS.text_id, place, place, ("We \\*agree\\*.",))
    assert found.paragraph == cite


def test_a_paragraph_moves_with_what_belongs_to_it() -> None:
    amendment = proposal("2", "Move after paragraph 3").amendment
    assert (amendment.kind, amendment.first, amendment.last, amendment.to) == (
        *(Kind.MOVE, AT["2"], AT["2(b)"] + 1, AT["3"] + 1),
    )


def test_a_wording_with_its_sub_paragraphs_replaces_them_too() -> None:
    amendment = proposal(
        "2", "We encourage a policy, including:\n(a) a statement of its aims;\n(b) guidance."
    ).amendment
    assert (amendment.first, amendment.last) == (AT["2"], AT["2(b)"] + 1)
    assert amendment.wording == ("We encourage a policy, including:", "a statement of its aims;", "guidance.")


def test_two_paragraphs_in_the_place_of_one_divide_it() -> None:
    amendment = proposal("4", "We resolve to act.\n\nWe resolve to act in good time.").amendment
    assert amendment.kind is Kind.SPLIT
    assert amendment.wording == ("We resolve to act.", "We resolve to act in good time.")


@pytest.mark.parametrize(
    ("paragraph", "proposed", "reason"),
    [
        ("1", "Delete “may”", "Row 2 stays a comment: “may” stands 2 times in paragraph 1."),
        ("4", "Delete “may”", "Row 2 stays a comment: “may” does not stand in paragraph 4."),
        ("4", "Delete paragraph 3", "Row 2 stays a comment: The row is about paragraph 4, and asks for 3."),
        ("4", "New paragraph after 40: x", "Row 2 stays a comment: There is no paragraph “40” in the version."),
        ("4", "Replace “act” with “act”", "Row 2 stays a comment: It changes nothing."),
        ("4", "Move after paragraph 4", "Row 2 stays a comment: It moves paragraphs to where they stand."),
        ("3–4", "Replace “act” with “go”",
         "Row 2 stays a comment: It is about several paragraphs, and does not say what each should read."),
        ("1, 4", "Delete", "Row 2 stays a comment: The paragraphs that it is about do not follow each other."),
        ("4", "Delete the second sentence", "Row 2 stays a comment: Paragraph 4 does not have so many sentences."),
        ("N1", "Delete", "Row 2 stays a comment: N1 is a table or a footnote, and can’t be changed in this way."),
        ("4", "To read: We resolve … in good time.",
         "Row 2 stays a comment: The proposed words leave out a part of the paragraph."),
        ("4", "Please clarify.", ""),
        ("4", "Align with paragraph 3.", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_out_stays_a_comment(paragraph: str, proposed: str, reason: str) -> None:
    assert why_not(paragraph, proposed) == reason
    (comment,) = asked(paragraph, proposed).comments
    assert comment.body.startswith(f"Proposed change: {proposed}")


def test_a_row_becomes_a_comment_and_a_proposal_that_know_each_other() -> None:
    found = received(
        {
            "No.": "7",
            "Paragraph": "4",
            "Type": "te",
            "Line": "12",
            "Comment": "Too late.",
            "Proposed change": "Delete “in good time”",
        }
    )
    assert found.comments[0].body == "Too late.\n\n(no. 7, lines 12, te)"
    assert found.comments[0].about == 0
    assert (found.comments[0].paragraph, found.comments[0].delegation) == ("4", "JPN")
    assert found.proposals[0].delegation == "JPN"


def test_the_reason_behind_a_request_becomes_a_comment() -> None:
    found = asked("4", "Delete “in good time”, because it is vague")
    assert found.proposals[0].amendment.wording == ("We resolve to act.",)
    assert found.comments[0].body == "Proposed change: Delete “in good time”, because it is vague"


def test_quoted_words_are_what_is_deleted_or_replaced() -> None:
    assert wording("4", "Delete", **{"Current text": "in good time"}) == ("We resolve to act.",)
    assert wording("4", "To read: in time", **{"Current text": "in good time"}) == ("We resolve to act in time.",)
    found = proposal("4", "soon", **{"Current text": "in good time"})
    assert found.amendment.wording == ("We resolve to act soon.",)
    assert found.doubt == "The row does not say that these are the words in place of those it quotes."


def test_the_whole_paragraph_quoted_is_the_paragraph() -> None:
    quoted = {"Current text": "We resolve to act in good time"}
    assert proposal("4", "Delete", **quoted).amendment.kind is Kind.DELETE


def test_a_paragraph_is_found_by_the_words_that_are_quoted() -> None:
    found = proposal("", "Delete “relief”", **{"Current text": "recognize that information is relief"})
    assert (found.paragraph, found.doubt) == ("3", "")
    found = proposal("30", "Delete “relief”", **{"Current text": "recognize that information is relief"})
    assert (found.paragraph, found.doubt) == (
        *("3", "There is no paragraph “30” in the version. The words that it quotes stand in 3."),
    )


@pytest.mark.parametrize(
    ("more", "doubt"),
    [
        ({"Focus area": "1"}, "The row names focus area 1, and paragraph 4 stands in focus area 2."),
        ({"Focus area": "Focus area 2: Crisis management"}, ""),
        (
            {"Current text": "We recognize that information is relief."},
            "The text that the row quotes does not stand in paragraph 4; it stands in 3.",
        ),
        ({"Current text": "We resolve to act in due time."}, ""),
    ],
)
def test_what_does_not_fit_together_needs_a_yes(more: dict[str, str], doubt: str) -> None:
    assert asked("4", "Delete “in good time”", **more).proposals[0].doubt == doubt


def test_a_new_wording_that_leaves_little_needs_a_yes() -> None:
    assert proposal("4", "To read: Everybody is welcome.").doubt == "Little of paragraph 4 is left in it."


@pytest.mark.parametrize(
    ("row", "cite"),
    [
        ({"Paragraph": "General"}, "title"),
        ({"Type": "ge"}, "title"),
        ({"Focus area": "General"}, "title"),
        ({"Focus area": "Crisis management"}, "FA2"),
        ({"Paragraph": "3–4"}, "3"),
    ],
)
def test_a_comment_is_set_where_the_row_says(row: dict[str, str], cite: str) -> None:
    (comment,) = received({"Comment": "Yes.", **row}).comments
    assert comment.paragraph == cite


def test_a_comment_is_set_on_the_words_that_it_quotes() -> None:
    (comment,) = received(
        {"Paragraph": "1", "Current text": "that digital diplomacy", "Comment": "All of it?"}
    ).comments
    assert (comment.anchor.exact, comment.quote) == ("that digital diplomacy", "")
    (comment,) = received({"Paragraph": "1", "Current text": "that digital trade", "Comment": "All?"}).comments
    assert (comment.anchor.exact, comment.quote) == ("", "that digital trade")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"Comment": "Yes."}, "It does not say which paragraph it is about."),
        ({"Comment": "Yes.", "Line": "12"}, "It does not say which paragraph it is about."),
        ({"Comment": "Yes.", "Paragraph": "44"}, "There is no paragraph “44” in the version."),
        ({"Comment": "Yes.", "Focus area": "Trade"}, "There is no focus area “Trade” in the version."),
        ({"Comment": "Yes.", "Country": "Freedonia"}, "Nobody is called “Freedonia” here."),
        ({"Paragraph": "4", "Current text": "We resolve"}, "It has neither a comment nor a proposed change."),
        ({"Paragraph": "4", "Proposed change": "–"}, "It has neither a comment nor a proposed change."),
    ],
)
def test_what_cannot_be_placed_lies_in_the_tray(row: dict[str, str], reason: str) -> None:
    found = received(row)
    assert (found.comments, found.proposals) == ((), ())
    (unplaced,) = found.tray
    assert unplaced.reason == reason
    assert row.get("Comment", "4") in unplaced.text


def test_observations_of_the_secretariat_are_nobodys_comment() -> None:
    found = received({"Paragraph": "4", "Comment": "Yes.", "Observations": "Noted."})
    sentence = "It stands in the column for the observations of the secretariat."
    assert found.tray == (Unplaced("", "Japan", "Noted.", sentence, is_comment=True),)
    assert found.comments[0].body == "Yes."


def test_words_under_an_unknown_heading_stay_with_their_comment() -> None:
    found = received({"Paragraph": "4", "Priority": "high", "Proposed change": "Delete"})
    assert found.comments[0].body == "Priority: high"


def test_who_speaks_together_proposes_together_and_comments_each() -> None:
    found = received({"Country": "Japan and Chile", "Paragraph": "4", "Comment": "No.", "Proposed change": "Delete"})
    assert (found.proposals[0].delegation, found.proposals[0].others) == ("JPN", ("CHL",))
    assert [comment.delegation for comment in found.comments] == ["JPN", "CHL"]


def test_rows_that_name_nobody_are_those_of_the_sender() -> None:
    assert received({"Country": "", "Paragraph": "4", "Comment": "No."}).comments[0].delegation == "AUS"


def test_details_of_a_bare_proposal_are_told_in_one_notice() -> None:
    found = received(*({"No.": str(n), "Paragraph": str(n), "Type": "ed", "Proposed change": "Delete"} for n in (3, 4)))
    (notice,) = found.notices[1:]
    assert (notice.code, notice.times) == ("row-details", 2)
    assert [entry.text for entry in found.account if entry.went is Went.NOTICE] == ["3", "ed", "4", "ed"]


CELLS = {
    "No.": ["", "7"],
    "Country": ["", "Japan", "Japan and Chile", "Freedonia"],
    "Line": ["", "12"],
    "Focus area": ["", "1", "General", "Trade"],
    "Paragraph": ["", "1", "4", "3–4", "44", "2", "General", "N1"],
    "Type": ["", "te", "ge"],
    "Current text": ["", "in good time", "We recognize that information is relief.", "nonsense"],
    "Comment": ["", "No.", "We may agree."],
    "Proposed change": [
        *("", "–", "Delete", "Replace “may” with “shall”", "Delete “in good time”, because it is vague", "Nonsense."),
        *("Move after paragraph 4", "New paragraph after 2: We agree.", "We resolve to act.\nIn time.", "Delete “act”"),
    ],
    "Observations": ["", "Noted."],
    "Priority": ["", "high"],
}
ROWS = st.lists(st.fixed_dictionaries({key: st.sampled_from(values) for key, values in CELLS.items()}), max_size=4)


@given(ROWS)
def test_every_cell_is_accounted_for_once_and_stands_where_the_account_says(rows: list[dict[str, str]]) -> None:
    found = received(*rows)
    assert sorted(entry.text for entry in found.account) == sorted(
        cell for row in rows for cell in row.values() if cell
    )
    assert found.total.characters == sum(found.tally(went).characters for went in Went)
    held = {Went.PROPOSAL: found.proposals, Went.COMMENT: found.comments, Went.TRAY: found.tray}
    for entry in found.account:
        place = held.get(entry.went, found.notices)[entry.at]
        match place:
            case Unplaced():
                assert entry.text in place.text
            case Remarked() | Submitted():
                assert place.author == entry.author


@given(ROWS)
def test_whatever_is_proposed_can_be_an_amendment_of_the_version(rows: list[dict[str, str]]) -> None:
    for each in received(*rows).proposals:
        assert each.amendment.problem == ""
        assert 0 <= each.amendment.first <= each.amendment.last <= len(DRAFT.paragraphs)
        assert each.paragraph in AT


@given(ROWS)
def test_a_comment_holds_the_comment_and_what_was_not_understood(rows: list[dict[str, str]]) -> None:
    found = received(*rows)
    said = [comment.body for comment in found.comments] + [unplaced.text for unplaced in found.tray]
    said += [words for each in found.proposals for words in each.amendment.wording]
    for row in rows:
        assert not row["Comment"] or any(row["Comment"] in body for body in said)
        assert row["Proposed change"] != "Nonsense." or any("Nonsense." in body for body in said)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("above the headings", "It stands above the headings."),
        ("outside of the table", "It stands outside of the table."),
        ("sheet “Contacts”", "It stands in sheet “Contacts”."),
        ("the margin of row 3 of table 1", "It stands in the margin of row 3 of table 1."),
    ],
)
def test_words_beside_the_table_lie_in_the_tray(place: str, sentence: str) -> None:
    found = received_from_table(CommentTable((), (Beside(place, "Comments of Japan"),)), BASIS, NAMES)
    assert found.tray == (Unplaced("", "", "Comments of Japan", sentence, is_comment=True),)
    assert [(entry.text, entry.went, entry.at) for entry in found.account] == [("Comments of Japan", Went.TRAY, 0)]


def test_a_comment_on_a_new_paragraph_is_set_beside_its_place() -> None:
    found = received({"Comment": "Needed.", "Proposed change": "Add a new paragraph after 4: We agree."})
    assert (found.comments[0].about, found.comments[0].anchor.ordinal) == (0, found.proposals[0].amendment.first)


OURS = {"JPN-1": Known(frozenset({"Why?"}), frozenset({"Delete this paragraph."}), frozenset({"Accepted."}))}


@pytest.mark.parametrize("comment", ["Why?", " Why?\n", "=1+1", "'=1+1"])
def test_a_row_of_ours_that_says_what_it_said_is_passed_over(comment: str) -> None:
    known = {"JPN-1": OURS["JPN-1"]._replace(comments=frozenset({"Why?", "=1+1"}))}
    row = {"No.": "JPN-1", "Paragraph": "4", "Comment": comment, "Proposed change": "Delete this paragraph."}
    found = received_from_table(table_of(row), BASIS, NAMES, known)
    assert (found.proposals, found.comments, found.tray) == ((), (), ())
    assert {each.went for each in found.account} == {Went.NOTICE}


def test_of_a_row_of_ours_only_what_is_new_is_read_and_asked_for() -> None:
    row = {"No.": "JPN-1", "Paragraph": "4", "Comment": "Why?", "Proposed change": "Replace “act” with “go”."}
    found = received_from_table(table_of({**row, "Observations": "Accepted.\nNo."}), BASIS, NAMES, OURS)
    assert found.comments == ()
    assert found.proposals[0].doubt == "The row JPN-1 went out with other words."
    assert [each.text for each in found.tray] == ["JPN-1: No."]
    assert sorted(each.text for each in found.account) == sorted(
        ("JPN-1", "Japan", "4", "Why?", "Replace “act” with “go”.", "Accepted.", "No.")
    )


def test_a_house_that_counts_its_comments_as_we_do_is_not_taken_for_ours() -> None:
    row = {"No.": "JPN-1", "Paragraph": "4", "Comment": "No.", "Proposed change": "Replace “act” with “go”."}
    found = received_from_table(table_of(row), BASIS, NAMES, OURS)
    assert (len(found.comments), found.proposals[0].doubt) == (1, "")


def test_rows_that_name_a_place_and_say_nothing_are_counted() -> None:
    found = received({"Paragraph": "4", "Focus area": "2"}, {"Paragraph": "3", "No.": "7", "Type": "te"})
    assert (found.proposals, found.comments, found.tray) == ((), (), ())
    notice = found.notices[-1]
    assert (notice.sentence, notice.times) == ("Rows that name a place and say nothing, and were passed over: 2.", 2)
    assert sorted(each.text for each in found.account) == sorted(("Japan", "2", "4", "7", "Japan", "3", "te"))
