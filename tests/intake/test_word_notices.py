"""What a Word file holds beside words is told in a sentence each, and never read or fetched."""

import pytest
from tests.intake.word_made import cell, element, gone, ins, made, p, r, root, row, style, t, table

from zerodraft.intake.marked import Notice
from zerodraft.intake.word import read_word


def notices(body: str, parts: dict[str, bytes] | None = None, outside: dict[str, str] | None = None) -> list[Notice]:
    return list(read_word(made(body, parts, outside), "aus.docx").notices)


def test_a_plain_file_has_none() -> None:
    assert notices(p(t("a")) + p(ins("N", t("b")))) == []


CHANGED_RUN = "<w:r><w:rPr>" + element("rPrChange", "<w:rPr/>", author="N") + "</w:rPr><w:t>a</w:t></w:r>"
CHANGED_CELL = table(
    row(cell(p(), changed=element("tcPrChange", "<w:tcPr/>", author="N") + element("cellMerge", author="N")))
)


@pytest.mark.parametrize(
    ("body", "notice"),
    [
        (p(CHANGED_RUN), Notice("format", "1 change of format, not of words, was passed over.")),
        (
            p(CHANGED_RUN, CHANGED_RUN, properties=element("pPrChange", element("pPr", element("jc", val="left")))),
            Notice("format", "3 changes of format, not of words, were passed over.", 3),
        ),
        (
            p(properties=element("numPr", element("numberingChange", original="%1:1:0:."))),
            Notice("numbering", "1 change of an automatic number was passed over."),
        ),
        (CHANGED_CELL, Notice("table", "2 changes of the form of tables were passed over.", 2)),
        (
            element("sectPr", element("sectPrChange", "<w:sectPr/>", author="N")),
            Notice("section", "1 change of page or margins was passed over."),
        ),
        (p(r("<w:drawing/>"), ins("N", r("<w:pict/>"))), Notice("picture", "2 pictures were not read.", 2)),
        (p(r("<w:object/>")), Notice("object", "1 embedded object was not read.")),
        (element("altChunk"), Notice("foreign", "1 part that belongs to another file was not read.")),
    ],
)
def test_what_is_no_words_is_counted(body: str, notice: Notice) -> None:
    assert notices(body) == [notice]


def formed(form: str, words: str = "<w:t>a</w:t>") -> str:
    return f"<w:r><w:rPr>{form}</w:rPr>{words}</w:r>"


def test_words_that_are_struck_through_by_hand_are_told() -> None:
    struck, again, off = "<w:strike/>", "<w:dstrike w:val='1'/>", "<w:strike w:val='0'/>"
    (notice,) = notices(p(formed(struck), formed(again), formed(off), formed(struck, "<w:tab/>"), mark=struck))
    assert notice.sentence.startswith("2 stretches of words are struck through by hand;")
    assert notice.code == "struck"


def test_fields_that_are_computed_are_told_and_links_are_none() -> None:
    def field(code: str) -> str:
        sign = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
        ends = [sign.format(kind) for kind in ("begin", "separate", "end")]
        return f"{ends[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{ends[1]}{t('a')}{ends[2]}"

    (notice,) = notices(p(field(" IF 1 = 1 "), field(' HYPERLINK "https://example.org" '), field("DATE")))
    assert (notice.code, notice.sentence.partition(";")[0]) == ("computed", "2 fields are computed by Word")


def test_hidden_words_are_told_and_read() -> None:
    marked = read_word(made(p(formed("<w:vanish/>"), t("b"))), "aus.docx")
    assert marked.notices == (Notice("hidden", "1 stretch of words is hidden in Word."),)
    assert marked.blocks[0].text == "ab"


def test_a_change_of_shape_is_no_mere_change_of_format() -> None:
    body = p(t("a"), properties=style("Heading1") + element("pPrChange", element("pPr")))
    assert notices(body) == []


def test_links_out_of_the_file_are_counted_hyperlinks_left_out() -> None:
    outside = {"attachedTemplate": "http://127.0.0.1/t.dotm", "hyperlink": "https://example.org"}
    assert notices(p(), outside=outside) == [Notice("outside", "1 link out of the file was not followed.")]


def test_changes_in_headers_and_footers_are_counted() -> None:
    parts = {"header": root("hdr", p(ins("N", t("a")), gone("N", t("b")))), "footer": root("ftr", p(t("c")))}
    assert notices(p(), parts) == [Notice("margin", "2 changes in headers and footers were not read.", 2)]


def test_changes_in_notes_are_counted_too() -> None:
    parts = {"footnotes": root("footnotes", element("footnote", p(CHANGED_RUN), id="2"))}
    cited = p(r(element("footnoteReference", id="2")))
    assert [(each.code, each.times) for each in notices(cited, parts)] == [("format", 1)]
