"""The rows of a compilation: the same words in three layouts."""

from hypothesis import given
from tests.core.tabling_trials import Trial, trials
from tests.core.test_compilation_forms import NOTE, Room

from zerodraft.core.comparison.changes import after, before
from zerodraft.core.negotiation.compilation import compile_text
from zerodraft.core.negotiation.compilation_rows import InlineRow, inline_rows, paragraph_rows, table
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.negotiation.review import Voice
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import words


def room() -> Room:
    found = Room(NOTE)
    found.propose("FJI", (0, 0), "*We*,")
    first = found.reword("AUS", "We keep all ports open.", 2)
    found.propose("JPN", (2, 4))
    found.propose("AUS", (3, 3), "We mark ports.", "We light them.")
    found.propose("EU", (6, 7), to=1)
    found.voices[first] = (Voice("BRN", Stand.SUPPORT, "ASEAN"), Voice("IDN", Stand.SUPPORT, "ASEAN"))
    return found


def test_inline_each_paragraph_is_a_row_and_so_is_each_that_is_proposed() -> None:
    assert [each._replace(put_in=()) for each in inline_rows(room().compile())] == [
        InlineRow(None, 0, "[*We*, - FJI]"),
        InlineRow(0, 0, "*Recalling* the seminar,"),
        InlineRow(None, 1, "[3 … - EU]"),
        InlineRow(1, 1, "Ports"),
        InlineRow(2, 2, "[We keep [all - Australia; ASEAN support] ports open."),
        InlineRow(None, 3, "[1 bis. We mark ports."),
        InlineRow(None, 3, "1 ter. We light them. - Australia]"),
        InlineRow(3, 3, "We invite each country to report. It should do so once a year. - Japan delete]"),
        InlineRow(4, 4, "in writing;"),
        InlineRow(5, 5, "in one language."),
        InlineRow(6, 6, "We meet again. [move after PP1 - EU]"),
    ]


def test_inline_rows_without_attribution_have_no_names() -> None:
    rows = inline_rows(room().compile(), attributed=False)
    assert [each.words for each in rows][:3] == ["[*We*,]", "*Recalling* the seminar,", "[3 …]"]


def test_a_text_without_paragraphs_has_the_rows_of_what_is_proposed() -> None:
    empty = Room("")
    empty.propose("AUS", (0, 0), "We go.")
    (row,) = inline_rows(empty.compile())
    assert row == InlineRow(None, 0, "[We go. - Australia]", (Span(0, 20),))


@given(trials())
def test_the_rows_hold_every_word_of_the_inline_compilation(trial: Trial) -> None:
    found = compile_text(trial.text, trial.tabled, trial.voices)
    shown = " ".join(each.words for each in inline_rows(found))
    for entry in found.entries:
        assert {*words(" ".join(entry.amendment.wording))} <= {*words(shown)}
    ordinals = [each.ordinal for each in inline_rows(found) if each.ordinal is not None]
    assert ordinals == [each.ordinal for each in trial.text.draft.paragraphs]


def test_each_paragraph_is_followed_by_its_proposals() -> None:
    rows = [
        (row.ordinal, [each.entry.tabled.proposal.number for each in row.told])
        for row in paragraph_rows(room().compile())
    ]
    assert rows == [
        (-1, ["FJI-1"]),
        (0, []),
        (1, []),
        (2, ["AUS-1", "JPN-1", "AUS-2"]),
        (3, []),
        (4, []),
        (5, []),
        (6, ["EU-1"]),
    ]


@given(trials())
def test_a_proposal_by_itself_is_told_against_the_paragraphs_as_they_stand(trial: Trial) -> None:
    for row in paragraph_rows(compile_text(trial.text, trial.tabled, trial.voices)):
        for each in row.told:
            amendment = each.entry.amendment
            assert before(each.runs) == "\n".join(trial.text.texts(amendment.first, amendment.last))
            assert after(each.runs) == "\n".join(amendment.wording)


def test_the_table_has_a_column_for_each_who_proposes_or_speaks() -> None:
    found = table(room().compile())
    assert found.delegations == ("ASEAN", "AUS", "EU", "FJI", "JPN")
    told = [
        (row.ordinal, [[(each.told.entry.tabled.proposal.number, each.stance) for each in cell] for cell in row.cells])
        for row in found.rows
    ]
    assert told == [
        (-1, [[], [], [], [("FJI-1", Stance.PROPOSE)], []]),
        (
            2,
            [
                [("AUS-1", Stance.SUPPORT)],
                [("AUS-1", Stance.PROPOSE), ("AUS-2", Stance.PROPOSE)],
                [],
                [],
                [("JPN-1", Stance.PROPOSE)],
            ],
        ),
        (6, [[], [], [("EU-1", Stance.PROPOSE)], [], []]),
    ]
    assert found.rows[2].cells[2][0].told.entry.amendment.kind is Kind.MOVE
