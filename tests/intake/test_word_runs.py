"""Words, tracked changes and paragraphs of a Word file, as a delegation's pen left them."""

from datetime import UTC, datetime

import pytest
from tests.intake.word_made import (
    STRICT,
    cell,
    element,
    gone,
    ins,
    made,
    p,
    r,
    row,
    signs,
    t,
    table,
    told,
)

from zerodraft.intake.marked import Marked, Sort
from zerodraft.intake.views import base, final
from zerodraft.intake.word import read_word


def read(*paragraphs: str) -> Marked:
    return read_word(made("".join(paragraphs)), "aus.docx")


def base_of(*paragraphs: str) -> list[str]:
    return [each.text for each in base(read(*paragraphs))]


def final_of(*paragraphs: str) -> list[str]:
    return [each.text for each in final(read(*paragraphs))]


def test_words_under_the_same_changes_are_one_run() -> None:
    assert told(read(p(t("We "), t("agree, "), ins("N", t("all ") + t("of ")), ins("N", t("us"))))) == [
        "We agree, {+N all of us}"
    ]


def test_changes_upon_changes_are_stacked_the_oldest_first() -> None:
    assert told(read(p(t("by "), ins("N", t("20") + gone("J", t("28")) + t("27")), gone("E", t("2030"))))) == [
        "by {+N 20}{+N-J 28}{+N 27}{-E 2030}"
    ]


def test_words_were_inserted_before_they_were_deleted_however_the_file_nests_it() -> None:
    assert told(read(p(gone("J", ins("N", t("28"))), ins("M", t("x"), kind="moveTo")))) == ["{+N-J 28}{+M x}"]


def test_a_change_keeps_the_name_and_the_date_that_the_file_gives() -> None:
    marked = read(p(ins(" Delegation \n of N ", t("a"), date="2021-11-03T09:30:00+02:00")))
    (revision,) = marked.blocks[0].runs[0].revisions
    assert revision.author == "Delegation of N"
    assert revision.date == datetime(2021, 11, 3, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize("date", ["", "yesterday", "1970-01-01T00:00:00Z", "0000-00-00T00:00:00Z"])
def test_a_date_that_says_nothing_is_none(date: str) -> None:
    assert read(p(ins("N", t("a"), date=date))).blocks[0].runs[0].revisions[0].date is None


def test_a_mark_has_changes_of_its_own() -> None:
    assert told(read(p(t("a"), mark=ins("N", "") + gone("J", "")), p(t("b")))) == ["a¶+N-J", "b"]


def test_the_two_halves_of_a_move_are_known_by_their_name() -> None:
    taken = element("moveFromRangeStart", id="5", name="move7") + p(
        gone("N", t("We agree."), kind="moveFrom"), mark=element("moveFrom", author="N")
    )
    put = element("moveToRangeStart", id="6", name="move7") + p(
        ins("N", t("We agree."), kind="moveTo"), mark=element("moveTo", author="N")
    )
    marked = read(
        taken + element("moveFromRangeEnd", id="5"),
        p(t("Then.")),
        put + element("moveToRangeEnd", id="6"),
        p(t("End.")),
    )
    assert told(marked) == ["{-N We agree.}¶-N", "Then.", "{+N We agree.}¶+N", "End."]
    moves = [[each.move for each in (*block.runs[0].revisions, *block.mark)] for block in marked.blocks]
    assert moves == [["move7", "move7"], [], ["move7", "move7"], []]


def test_an_inserted_row_takes_its_words_with_it() -> None:
    rows = table(row(cell(p(t("a")))), row(cell(p(t("b"), gone("J", t("c")))), changed=element("ins", author="N")))
    marked = read(p(t("x")), rows, p(t("y")))
    assert told(marked) == ["x", "a", "{+N b}{+N-J c}¶+N", "y"]
    assert [block.place for block in marked.blocks] == [(), (0, 0, 0), (0, 1, 0), ()]
    assert [each.text for each in base(marked)] == ["x", "a", "y"]


def test_words_that_were_inserted_with_their_row_were_inserted_once() -> None:
    later = "2021-11-03T09:01:00Z"
    put_in = cell(p(ins("N", t("b"), later), mark=ins("N", "", later)))
    assert told(read(table(row(put_in, changed=ins("N", ""))))) == ["{+N b}¶+N"]
    assert len(read(table(row(put_in, changed=ins("N", "")))).blocks[0].mark) == 1


def test_the_sign_that_fills_an_empty_inserted_row_is_no_word() -> None:
    filled = table(row(cell(p(ins("N", t("\u200d")))), cell(p(t("a"))), changed=ins("N", "")))
    assert told(read(filled)) == ["¶+N", "{+N a}¶+N"]


def test_a_row_that_was_deleted_was_inserted_before() -> None:
    rows = table(row(cell(p(ins("N", t("b")))), changed=element("del", author="J")))
    assert told(read(rows)) == ["{+N-J b}¶-J"]


def test_a_cell_can_be_inserted_and_deleted() -> None:
    cells = row(
        cell(p(t("a"))),
        cell(p(t("b")), changed=element("cellIns", author="N")),
        cell(p(t("c")), changed=element("cellDel", author="J")),
    )
    assert told(read(table(cells))) == ["a", "{+N b}¶+N", "{-J c}¶-J"]


def test_a_table_in_a_cell_has_a_place_below_it() -> None:
    inner = table(row(cell(p(t("in")))))
    marked = read(table(row(cell(p(t("a"))), cell(inner + p(t("b"))))))
    assert [(block.text, block.place) for block in marked.blocks] == [
        ("a", (0, 0, 0)),
        ("in", (0, 0, 1, 0, 0, 0)),
        ("b", (0, 0, 1)),
    ]
    assert {block.shape.sort for block in marked.blocks} == {Sort.CELL}


FIELD = [r(element("fldChar", fldCharType=step)) for step in ("begin", "separate", "end")]


def test_a_field_gives_its_result_and_not_its_code() -> None:
    inner = FIELD[0] + t("CODE") + FIELD[1] + t("hidden") + FIELD[2]
    field = FIELD[0] + r("<w:instrText> IF </w:instrText>") + inner + FIELD[1] + t("shown") + FIELD[2]
    assert told(read(p(t("a "), field, t(" b"), element("fldSimple", t("3"), instr="PAGE")))) == ["a shown b3"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert told(read(p(FIELD[0], t("We agree.")), p(t("And.")))) == ["We agree.", "And."]
    assert told(read(p(FIELD[2], FIELD[1], t("We agree."), FIELD[2]))) == ["We agree."]


@pytest.mark.parametrize("wrapped", ["hyperlink", "smartTag", "customXml", "bdo", "dir", "unheardOf"])
def test_what_wraps_words_lets_them_through(wrapped: str) -> None:
    assert told(read(p(t("a"), element(wrapped, t("b") + ins("N", t("c")))))) == ["ab{+N c}"]


def test_content_controls_are_transparent_at_every_level() -> None:
    def control(content: str) -> str:
        return element("sdt", element("sdtPr", element("rPr", ins("X", ""))) + element("sdtContent", content))

    body = control(p(control(t("a")))) + table(control(row(control(cell(p(t("b")))))))
    assert told(read(body)) == ["a", "b"]


def test_signs_that_are_elements_are_characters() -> None:
    signs = r(
        "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00a0f</w:t>"
    )
    assert read(p(signs)).blocks[0].text == "a\tb\nc\u2011d\u00ade\u00a0f"


def test_lines_of_the_xml_are_no_lines_of_the_text() -> None:
    assert read(p(r("<w:t>a\n\tb\u2028c</w:t>"))).blocks[0].text == "a  b c"


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Symbol", "F0B7", "•"),
        ("Symbol", "61", "α"),
        ("Wingdings", "F0FC", "✓"),
        ("Arial", "2014", "—"),
        ("Webdings", "F061", "\ufffd"),
        ("Arial", "D800", "\ufffd"),
        ("Arial", "x", "\ufffd"),
    ],
)
def test_a_symbol_is_the_sign_that_looks_like_it(font: str, char: str, sign: str) -> None:
    marked = read(p(r(element("sym", font=font, char=char))))
    assert marked.blocks[0].text == sign
    assert [notice.code for notice in marked.notices] == (["symbol"] if sign == "\ufffd" else [])


def alternatives(newer: str, older: str, requires: str = "wps") -> str:
    choice = f'<mc:Choice Requires="{requires}">{newer}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"


def box(content: str) -> str:
    inner = element("txbxContent", content)
    return alternatives(
        element("drawing", f"<wps:txbx>{inner}</wps:txbx>"), element("pict", f"<v:textbox>{inner}</v:textbox>")
    )


def test_a_text_box_is_read_once_beside_the_paragraph_that_holds_it() -> None:
    marked = read(p(t("We "), ins("N", r(box(p(t("in a box"))))), t("agree.")), p(t("Then.")))
    assert [(each.text, each.place) for each in marked.blocks] == [
        ("We agree.", ()),
        ("in a box", ("box", 0)),
        ("Then.", ()),
    ]
    assert told(marked)[1] == "{+N in a box}¶+N"
    assert marked.notices == ()


def test_the_older_form_is_read_when_only_it_has_words() -> None:
    emoji = alternatives("<w:other/>", "<w:t>☺</w:t>", requires="w16se")
    assert told(read(p(t("a"), r(emoji)))) == ["a☺"]


def test_an_equation_is_read_as_its_characters() -> None:
    assert told(read(p(t("CO"), "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"))) == ["COx=2"]


def test_the_reading_of_a_character_stands_above_it_and_is_left_out() -> None:
    ruby = element("ruby", element("rt", t("umi")) + element("rubyBase", t("海")))
    assert told(read(p(r(ruby)))) == ["海"]


def test_changes_in_the_properties_of_a_run_count() -> None:
    assert told(read(p("<w:r><w:rPr>" + ins("N", "") + "</w:rPr><w:t>a</w:t></w:r>", t("b")))) == ["{+N a}b"]


def test_the_strict_form_of_the_format_is_the_same_text() -> None:
    data = made(p(t("We "), ins("N", t("all"))) + p(t("b")), namespace=STRICT)
    assert told(read_word(data, "aus.docx")) == ["We {+N all}", "b"]


def test_a_page_break_parts_words() -> None:
    assert told(read(p(t("a"), r('<w:br w:type="page"/><w:lastRenderedPageBreak/>'), t("b")))) == ["a\nb"]


def test_what_stands_where_no_words_may_be_does_no_harm() -> None:
    assert told(read(t("loose"), "<w:tc><w:p/></w:tc>", "<w:tr/>", "<w:pPr/>", r("<w:t/>"))) == [""]


def test_the_views_of_three_authors_in_one_file() -> None:
    stacked = p(
        t("We strive "),
        gone("Estmark", t("to reach it ")),
        t("by "),
        gone("Norlandia", t("2030")),
        ins("Norlandia", gone("Jutlandia", t("2028"))),
        ins("Jutlandia", t("2027")),
        t("."),
    )
    assert base_of(stacked) == ["We strive to reach it by 2030."]
    assert final_of(stacked) == ["We strive by 2027."]
    assert signs(read(stacked).blocks[0].runs[4].revisions) == "+Norlandia-Jutlandia"
