"""People edit a Word document with tracking on; what they leave is found again by our own reader."""

from dataclasses import replace

import pytest
from tests.export.sheets import sheet
from tests.export.word_documents import ESTMARK, NORLANDIA, read, told

from zerodraft.core.text.waymark import Provenance, waymark_name
from zerodraft.errors import UnreadableInput
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.document import Remark
from zerodraft.export.word.editing import Manuscript
from zerodraft.intake.marked import Marked, Point
from zerodraft.intake.views import base, final

TEXT_ID = "5a" * 20
PROVENANCE = Provenance("harbour", "rev-1", TEXT_ID, "ab" * 32)
SOURCE = """# Harbour

We *keep* ports open by 2030.[^1]

We report, and we meet again.

We thank the pilots.

[^1]: To all ships.
"""
BASE = ["Harbour", "We keep ports open by 2030.[^1]", "We report, and we meet again.", "We thank the pilots."]
TITLE, PORTS, REPORT, PILOTS = (waymark_name(ordinal, TEXT_ID) for ordinal in range(4))


@pytest.fixture
def manuscript() -> Manuscript:
    return Manuscript(clean_document(replace(sheet(SOURCE), provenance=PROVENANCE)))


def left(manuscript: Manuscript) -> Marked:
    marked = read(manuscript.document())
    assert [each.text for each in base(marked) if each.text and not each.place] == BASE
    return marked


def test_words_are_exchanged_one_by_one(manuscript: Manuscript) -> None:
    manuscript.reword(PORTS, "open by 2030", "wide open by 2028", NORLANDIA)
    assert (
        told(left(manuscript))[1] == "We keep ports {+Norlandia wide }open by {-Norlandia 2030}{+Norlandia 2028}.[^1]"
    )


def test_another_strikes_out_what_was_put_in(manuscript: Manuscript) -> None:
    manuscript.reword(PORTS, "2030", "the end of 2028", NORLANDIA)
    manuscript.reword(PORTS, "the end of 2028", "2027", ESTMARK)
    assert told(left(manuscript))[1] == (
        "We keep ports open by {-Norlandia 2030}{+Norlandia-Estmark the end of 2028}{+Estmark 2027}.[^1]"
    )


def test_who_strikes_out_words_of_their_own_takes_them_away(manuscript: Manuscript) -> None:
    manuscript.reword(PORTS, "by 2030", "by the end of 2030", NORLANDIA)
    manuscript.reword(PORTS, "by the end of 2030", "by 2030", NORLANDIA)
    assert told(left(manuscript))[1] == BASE[1]


def test_a_silent_change_is_not_tracked(manuscript: Manuscript) -> None:
    manuscript.reword(PORTS, "2030", "2028", None)
    assert told(read(manuscript.document()))[1] == BASE[1].replace("2030", "2028")


def test_words_are_put_in_at_the_end_of_a_paragraph(manuscript: Manuscript) -> None:
    manuscript.reword(PORTS, "", " Always.", NORLANDIA)
    assert told(left(manuscript))[1] == BASE[1] + "{+Norlandia  Always.}"


def test_a_paragraph_is_split_without_the_space_between(manuscript: Manuscript) -> None:
    manuscript.split(REPORT, "and we", NORLANDIA)
    marked = left(manuscript)
    assert told(marked)[2:4] == ["We report,{-Norlandia  }¶+Norlandia", "and we meet again."]
    assert [each.shape.label for each in final(marked)] == ["", "1.", "2.", "3.", "4.", ""]


def test_paragraphs_are_put_in_behind_each_other_and_edited_by_another(manuscript: Manuscript) -> None:
    manuscript.insert_after(REPORT, "Once a year.", NORLANDIA, "yearly")
    manuscript.insert_after(REPORT, "In writing.", ESTMARK)
    manuscript.reword("yearly", "Once", "Twice", ESTMARK)
    marked = left(manuscript)
    assert [each.text for each in final(marked)][2:5] == [BASE[2], "Twice a year.", "In writing."]
    assert told(marked)[3] == "{+Norlandia-Estmark Once}{+Estmark Twice}{+Norlandia  a year.}¶+Norlandia"


def test_a_paragraph_is_deleted_with_its_mark(manuscript: Manuscript) -> None:
    manuscript.delete(REPORT, NORLANDIA)
    marked = left(manuscript)
    assert told(marked)[2] == "{-Norlandia We report, and we meet again.}¶-Norlandia"
    assert [each.shape.label for each in final(marked)] == ["", "1.", "2.", ""]


def test_a_moved_paragraph_is_the_same_in_both_places(manuscript: Manuscript) -> None:
    manuscript.reword(PILOTS, "pilots", "pilots of all", ESTMARK)
    manuscript.move(PILOTS, TITLE, NORLANDIA)
    marked = left(manuscript)
    assert [each.text for each in final(marked)][:3] == ["Harbour", "We thank the pilots of all.", BASE[1]]
    moved = [block for block in marked.blocks if block.mark]
    assert [[revision.move for revision in block.mark] for block in moved] == [["move1"], ["move1"]]


def test_comments_stand_on_the_words_that_are_left(manuscript: Manuscript) -> None:
    manuscript.reword(PORTS, "keep ports", "hold ports", NORLANDIA)
    asked = manuscript.comment(PORTS, "ports open", Remark(ESTMARK, "All of them?"))
    manuscript.reply(asked, Remark(NORLANDIA, "Yes."), resolves=True)
    manuscript.comment(REPORT, "", Remark(NORLANDIA, "When?"))
    remarks = left(manuscript).remarks
    assert [(each.start, each.end, each.reply_to, each.resolved) for each in remarks] == [
        (Point(1, 12), Point(1, 22), "", True),
        (Point(1, 12), Point(1, 22), "0", True),
        (Point(2, 0), Point(2, 29), "", False),
    ]


def test_what_is_not_there_once_is_refused(manuscript: Manuscript) -> None:
    with pytest.raises(UnreadableInput, match="“harbour” does not stand exactly once in the paragraph “We keep"):
        manuscript.reword(PORTS, "harbour", "port", NORLANDIA)
    with pytest.raises(UnreadableInput, match="There is no paragraph “99” to edit"):
        manuscript.delete("99", NORLANDIA)
