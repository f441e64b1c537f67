"""A table of comments in Word: the template of ISO, filled in by delegations."""

from tests.intake.hostile import refusal_of
from tests.intake.word_made import begins, cell, comment, element, ends, gone, ins, made, p, root, row, t, table

from zerodraft.intake.comment_table import Beside, TableRow
from zerodraft.intake.views import final
from zerodraft.intake.word import read_word
from zerodraft.intake.word_table import Parted, table_of_comments

ISO = ("MB/NC", "Line number", "Clause", "Paragraph", "Type", "Comments", "Proposed change", "Observations")
JAPAN = ("JP", "", "2", "14", "te", "Too narrow.", "Replace “may” with “shall”.", "")


def cells(*texts: str) -> str:
    return row(*(cell(*(p(t(line)) for line in text.split("\n"))) for text in texts))


def parted(body: str, **parts: bytes) -> Parted:
    found = table_of_comments(read_word(made(body, parts), "jpn.docx"), "jpn.docx")
    assert found is not None
    return found


def test_the_template_of_iso_is_read_row_by_row() -> None:
    found = parted(table(cells(*ISO), cells(*JAPAN)))
    assert found.text is None
    assert found.table.rows == (
        TableRow(*("row 2", "", "JP", "", "2", "14", "te", "", "Too narrow.", "Replace “may” with “shall”.")),
    )


def test_paragraphs_of_a_cell_stay_apart() -> None:
    (read,) = parted(table(cells("Paragraph", "Comment"), cells("3", "One.\nTwo."))).table.rows
    assert read.comment == "One.\nTwo."


def test_a_cell_over_several_columns_does_not_move_the_cells_after_it() -> None:
    wide = cell(p(t("Japan, twice")), changed=element("gridSpan", val="2"))
    found = parted(
        table(row(cell(p(t("Title")), changed=element("gridSpan", val="4"))))
        + table(cells("Country", "Line", "Paragraph", "Comment"), row(wide, cell(p(t("7"))), cell(p(t("Yes.")))))
    )
    assert [(each.delegation, each.paragraph, each.comment) for each in found.table.rows] == [
        ("Japan, twice", "7", "Yes.")
    ]
    assert [each.place for each in found.table.rows] == ["row 2 of table 2"]


def test_a_delegation_over_several_rows_speaks_in_each_of_them() -> None:
    def merged(text: str, **how: str) -> str:
        return cell(p(t(text)), changed=element("vMerge", **how))

    rows = [row(merged("", val="continue"), cell(p(t(number))), cell(p(t("Yes.")))) for number in ("4", "5")]
    found = parted(
        table(
            cells("Country", "Paragraph", "Comment"),
            row(merged("Japan", val="restart"), cell(p(t("3"))), cell(p(t("Yes.")))),
            *rows,
            cells("", "6", "No."),
        )
    )
    assert [(each.delegation, each.paragraph) for each in found.table.rows] == [
        *(("Japan", "3"), ("Japan", "4"), ("Japan", "5"), ("", "6"))
    ]


def test_changes_inside_of_the_table_are_read_as_accepted_and_told() -> None:
    change = cell(p(t("We "), gone("JP", t("may")), ins("JP", t("shall")), t(" act.")))
    found = parted(table(cells("Paragraph", "Proposed change"), row(cell(p(t("3"))), change)))
    assert found.table.rows[0].proposal == "We shall act."
    assert [notice.code for notice in found.table.notices] == ["changes-in-table"]


def test_words_outside_of_the_table_stand_beside_it() -> None:
    found = parted(p(t("Comments of Japan")) + table(cells("Paragraph", "Comment"), cells("3", "Yes.")) + p(t("End")))
    assert found.text is None
    assert found.table.beside == (Beside("outside of the table", "Comments of Japan\nEnd"),)


def test_a_text_with_changes_beside_the_table_stays_a_text() -> None:
    rows = table(cells("Paragraph", "Comment"), cells("3", "Yes."))
    found = parted(p(t("We "), ins("JP", t("all ")), t("agree.")) + rows + p(t("Done.")))
    assert found.text is not None
    assert [seen.text for seen in final(found.text)] == ["We all agree.", "Done."]
    assert found.text.has_revisions
    assert len(found.table.rows) == 1


def test_what_is_remarked_in_the_margin_of_the_table_is_kept() -> None:
    marked = row(cell(p(t("3"))), cell(p(begins("1"), t("Yes."), ends("1"))))
    comments = root("comments", comment("1", "Sato", "Is this final?"))
    found = parted(table(cells("Paragraph", "Comment"), marked), comments=comments)
    assert found.table.beside == (Beside("the margin of row 2 of table 1", "Sato: Is this final?"),)


def test_a_remark_outside_of_the_table_keeps_its_words() -> None:
    body = table(cells("Paragraph", "Comment"), cells("3", "Yes.")) + p(t("We "), begins("1"), t("agree."), ends("1"))
    found = parted(body, comments=root("comments", comment("1", "Sato", "All of us?")))
    assert found.text is not None
    (remark,) = found.text.remarks
    assert remark.start is not None
    assert found.text.blocks[remark.start.block].text[remark.start.offset :] == "agree."


def test_a_text_without_such_a_table_is_none() -> None:
    assert (
        table_of_comments(read_word(made(p(t("We agree.")) + table(cells("Name", "Phone"))), "jpn.docx"), "x") is None
    )


def test_columns_out_of_proportion_are_refused() -> None:
    wide = row(cell(p(t("x")), changed=element("gridSpan", val="999999999")), cell(p(t("y"))))
    marked = read_word(made(table(cells("Paragraph", "Comment"), wide)), "jpn.docx")
    assert refusal_of(lambda: table_of_comments(marked, "jpn.docx")) == (
        "Row 2 of table 1 of jpn.docx has more than 256 columns."
    )
