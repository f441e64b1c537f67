"""What stands beside a paragraph: the proposals for it, the alternatives of its brackets, and which one is meant."""

from dataclasses import replace

import pytest
from tests.tui.review.by_hand import changing, decided, doubtful, proposed, with_table
from tests.tui.widgets.test_row import text_of

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.formats.settings import Settings
from zerodraft.tui.comments.speakers import completed_as, meant
from zerodraft.tui.draft.beside import alternative_at, cards_at, open_at
from zerodraft.tui.widgets.card import lines_of


@pytest.fixture(scope="session")
def note(harbour_made: object) -> Dossier:
    with Desk.at(harbour_made) as desk:  # type: ignore[arg-type]
        return desk.open("harbour-note")


def test_the_open_proposals_and_the_alternatives_of_the_brackets_are_told(note: Dossier) -> None:
    look = doubtful(changing(proposed("VNM-1", 3, 4, "x"), ("ships", "vessels")), Outcome.LOOK, "Because.")
    put_in = proposed("FJI-1", 4, 4, "We light them.")
    gone = decided(proposed("IDN-1", 3, 4, "y"), Verdict.REJECT)
    dossier = with_table(note, put_in, gone, look)
    found = tuple(cards_at(dossier, 3, open_at(dossier.tabled.values())[3]))
    assert [text_of(line).rstrip() for each in found for line in lines_of(each.card, 40)] == [
        "● FJI-1 Fiji",
        "+ We light them.",
        "● VNM-1 Viet Nam                    look",
        "− ships  + vessels",
        "[ all · Japan, Fiji delete",
    ]
    assert [each.named for each in found] == ["FJI-1", "VNM-1", "“all”"]


def test_agreed_words_in_brackets_are_no_alternatives(note: Dossier) -> None:
    source = "We agree. [Agreed ad ref]\n"
    dossier = replace(note, reading=replace(note.reading, draft=read_draft(source)))
    assert tuple(cards_at(dossier, 0, ())) == ()


@pytest.mark.parametrize(
    ("words", "meant_words"),
    [
        ("We ‸agree [shall/should] now.", ""),
        ("We agree [‸shall/should] now.", "shall"),
        ("We agree [shall/shou‸ld] now.", "should"),
        ("We agree [one - Japan / two‸ - Fiji] now.", "two"),
        ("We agree [one - Jap‸an / two - Fiji] now.", "one"),
        ("1. We  agree\n[a / b‸] now.", "b"),
        ("We agree. [Agreed a‸d ref]", ""),
    ],
)
def test_the_alternative_at_the_cursor_is_the_one_that_is_meant(words: str, meant_words: str) -> None:
    draft = read_draft(words.replace("‸", ""))
    assert alternative_at(draft, 0, words.index("‸")) == meant_words


@pytest.mark.parametrize(
    ("letters", "recent", "code"),
    [
        ("", (), ""),
        ("", ("FJI", "JPN"), "FJI"),
        ("ja", (), "JPN"),
        ("fi", (), "FJI"),
        ("FIN", (), "FIN"),
        ("in", (), "IDN"),
        ("in", ("IND",), "IND"),
        ("zz", (), ""),
    ],
)
def test_two_letters_mean_who_spoke_last_then_who_takes_part(
    note: Dossier, letters: str, recent: tuple[str, ...], code: str
) -> None:
    assert meant(note, letters, recent) == code


def test_where_nobody_is_named_as_taking_part_two_letters_are_a_country(note: Dossier) -> None:
    assert meant(replace(note, settings=Settings()), "fi") == "FIN"


def test_what_is_completed_is_whom_enter_would_take(note: Dossier) -> None:
    assert (completed_as(note, "Fi", "FJI"), completed_as(note, "fi", "JPN"), completed_as(note, "", "JPN")) == (
        "Fiji",
        "",
        "",
    )
