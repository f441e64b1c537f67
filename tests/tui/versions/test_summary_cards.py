"""The summary of a redline: which paragraphs of each part changed, and where the redline shows them."""

from pathlib import Path

import pytest

from zerodraft.core.comparison.compare import Figures
from zerodraft.desk.desk import Desk
from zerodraft.tui.versions.comparing import Compared, compared, in_working_text
from zerodraft.tui.versions.headline import figures_in_short, footing, headline
from zerodraft.tui.versions.pair import Pair
from zerodraft.tui.versions.summary_cards import PartCard
from zerodraft.tui.widgets.card import lines_of


@pytest.fixture
def first_round(harbour_made: Path) -> Compared:
    with Desk.at(harbour_made) as desk:
        return compared(desk, desk.open("harbour-note"), Pair("zero-draft", "rev-1"))


def text_of(part: PartCard) -> list[str]:
    """The lines of a card without the space that sets them."""
    return [" ".join("".join(piece.text for piece in line).split()) for line in lines_of(part.card, 60)]


def test_each_part_names_the_paragraphs_that_changed(first_round: Compared) -> None:
    assert [text_of(part) for part in first_round.summary] == [
        ["Title and preamble unchanged"],
        ["Focus area 1: Ports +1 −9 words", "1 reworded: 1", "1 deleted: 3"],
        ["Focus area 2: Ships +5 −0 words", "1 new: 3", "1 moved: 4 → 5"],
        ["Closing unchanged"],
        ["Total +6 −9 words", "4 paragraphs changed"],
    ]


def test_a_part_leads_to_its_first_change(first_round: Compared) -> None:
    words = first_round.sheet.new.draft.paragraphs
    led = [part.ordinal for part in first_round.summary]
    assert [words[ordinal].text if ordinal is not None else None for ordinal in led] == [
        None,
        "We agree to keep all ports open to small ships.",
        "We honour the crews.",
        None,
        None,
    ]


def test_two_texts_that_say_the_same_have_no_summary(harbour_made: Path) -> None:
    with Desk.at(harbour_made) as desk:
        same = compared(desk, desk.open("harbour-note"), Pair("rev-1", "rev-1"))
    assert (same.summary, footing("", same.figures)) == ((), "no changes")


def test_the_headline_names_both_texts(first_round: Compared) -> None:
    assert headline(first_round.sheet) == "Zero Draft → Rev.1"


def test_the_footing_counts() -> None:
    figures = Figures(reworded=10, inserted=2, words_inserted=96, words_deleted=41)
    assert footing("change 3 of 41", figures) == "change 3 of 41 · 12 ¶ changed · +96 −41 words"
    assert figures_in_short(Figures()) == "no changes"


def test_a_paragraph_of_an_old_version_is_found_in_the_working_text(harbour_made: Path) -> None:
    with Desk.at(harbour_made) as desk:
        dossier = desk.open("harbour-note")
        old = desk.reading(dossier, "zero-draft").draft.paragraphs
        places = {each.text: in_working_text(desk, dossier, "zero-draft", each.ordinal) for each in old}
    now = {each.text: each.ordinal for each in dossier.draft.paragraphs}
    pilots = "We thank the pilots who brought the ships home."
    assert places[pilots] == now[pilots]
    assert places["We agree to keep ports open to small ships."] == 3
    assert places["We decide to meet again in the autumn."] is None
