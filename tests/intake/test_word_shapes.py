"""Headings, lists with their printed numbers, changes of format, notes, hidden names and properties of a Word file."""

from tests.intake.word_made import (
    cell,
    element,
    gone,
    ins,
    level,
    made,
    num,
    numbered,
    p,
    paragraph_style,
    r,
    root,
    row,
    style,
    t,
    table,
    told,
)

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Marked, Shape, Sort
from zerodraft.intake.views import base, final, view
from zerodraft.intake.word import read_word

STYLES = root(
    "styles",
    paragraph_style("Standard", "Normal", default="1")
    + paragraph_style("Titel", "Title")
    + paragraph_style("berschrift1", "heading 1")
    + paragraph_style("Focus", "Focus area", based_on="berschrift1")
    + paragraph_style("Deep", "Deep", element("outlineLvl", val="3"))
    + paragraph_style("Plain", "heading 2", element("outlineLvl", val="9"))
    + paragraph_style("Num", "Numbered", element("numPr", element("numId", val="1")))
    + paragraph_style("Sub", "Lettered", based_on="Num")
    + paragraph_style("Item", "Item", numbered("1", 1), based_on="Num")
    + paragraph_style("A", "A", based_on="B")
    + paragraph_style("B", "B", based_on="A")
    + element("style", element("name", val="heading 5"), type="character", styleId="Char"),
)


OUTLINE = (
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)", element("pStyle", val="Sub")) + level(2, "bullet", "•")
)


NUMBERING = root(
    "numbering",
    element("abstractNum", OUTLINE, abstractNumId="0")
    + element("abstractNum", element("numStyleLink", val="Legal"), abstractNumId="1")
    + element("abstractNum", element("styleLink", val="Legal") + level(0, "upperRoman", "%1)"), abstractNumId="2")
    + num("1", "0")
    + num("2", "0", element("lvlOverride", element("startOverride", val="7"), ilvl="0"))
    + num("3", "1")
    + num("4", "0", element("lvlOverride", level(0, "upperLetter", "Annex %1"), ilvl="0")),
)


def read(*paragraphs: str, **parts: bytes) -> Marked:
    return read_word(made("".join(paragraphs), {"styles": STYLES, "numbering": NUMBERING, **parts}), "aus.docx")


def shapes(*paragraphs: str) -> list[Shape]:
    return [block.shape for block in read(*paragraphs).blocks]


def labels(*paragraphs: str) -> list[str]:
    return [each.label for each in shapes(*paragraphs)]


def test_headings_are_known_by_style_outline_and_what_a_style_is_based_on() -> None:
    properties = ("Titel", "berschrift1", "Focus", "Deep", "Plain", "Standard", "Heading 3", "Char")
    found = shapes(*(p(t("a"), properties=style(name)) for name in properties))
    assert [each.level if each.sort is Sort.HEADING else 0 for each in found] == [1, 1, 1, 4, 0, 0, 3, 0]


def test_a_paragraph_can_contradict_its_style() -> None:
    body, third = element("outlineLvl", val="9"), element("outlineLvl", val="2")
    found = shapes(p(properties=style("Focus") + body), p(properties=third), p(properties=style("A") + third))
    assert found == [Shape(), Shape(Sort.HEADING, 3), Shape(Sort.HEADING, 3)]


def test_styles_that_are_based_on_each_other_say_nothing() -> None:
    assert shapes(p(properties=style("A"))) == [Shape()]


def test_a_list_is_numbered_as_word_prints_it() -> None:
    found = shapes(
        p(properties=style("Num")),
        p(properties=style("Sub")),
        p(properties=style("Item")),
        p(),
        p(properties=style("Num")),
    )
    assert found == [
        Shape(Sort.LIST, 0, "1."),
        Shape(Sort.LIST, 1, "(a)"),
        Shape(Sort.LIST, 1, "(b)"),
        Shape(),
        Shape(Sort.LIST, 0, "2."),
    ]


def test_numbers_of_a_paragraph_stand_above_those_of_its_style() -> None:
    zero = element("numPr", element("numId", val="0"))
    deeper = element("numPr", element("ilvl", val="1"))
    assert labels(
        p(properties=style("Num")),
        p(properties=style("Num") + zero),
        p(properties=style("Num") + deeper),
        p(properties=style("Sub") + numbered("3")),
        p(properties=numbered("1", 2)),
        p(properties=numbered("99")),
    ) == ["1.", "", "(a)", "I)", "", ""]


def test_a_list_can_begin_elsewhere_or_look_otherwise() -> None:
    items = [p(properties=numbered(name)) for name in ("1", "2", "2", "1", "4")]
    assert labels(*items) == ["1.", "7.", "8.", "9.", "Annex J"]


def test_a_bullet_is_an_item_without_a_number() -> None:
    assert shapes(p(properties=numbered("1", 2))) == [Shape(Sort.LIST, 2, "")]


def test_numbers_that_mean_nothing_are_taken_for_none() -> None:
    for wrong in ("x", "-4", "99999999999999999999"):
        assert shapes(p(properties=element("numPr", element("ilvl", val=wrong) + element("numId", val="1"))))[
            0
        ].level in (
            0,
            8,
        )


def test_each_block_has_its_number_in_the_final_and_in_the_base_text() -> None:
    item = style("Num")
    marked = read(
        p(t("a"), properties=item),
        p(ins("N", t("b")), mark=ins("N", ""), properties=item),
        p(gone("N", t("c")), mark=gone("N", ""), properties=item),
        p(t("d"), properties=item),
    )
    assert [block.shape.label for block in marked.blocks] == ["1.", "2.", "", "3."]
    assert [block.former.label for block in marked.blocks] == ["1.", "", "2.", "3."]
    assert [(each.text, each.shape.label) for each in base(marked)] == [("a", "1."), ("c", "2."), ("d", "3.")]
    only_put_in = view(marked, lambda each: each.op is Op.INSERTED)
    assert [each.shape.label for each in only_put_in] == ["1.", "2.", "3.", "4."]


def change(content: str, author: str = "E") -> str:
    return element("pPrChange", element("pPr", content), author=author)


def test_a_heading_that_was_a_paragraph_is_one_only_when_the_change_is_accepted() -> None:
    marked = read(p(t("Ports"), properties=style("Focus") + change("")), p(t("x"), properties=style("Num")))
    assert marked.blocks[0].reshaped is not None
    assert marked.blocks[0].reshaped.author == "E"
    assert [each.shape for each in base(marked)] == [Shape(), Shape(Sort.LIST, 0, "1.")]
    assert final(marked)[0].shape == Shape(Sort.HEADING, 1)
    assert marked.notices == ()


def test_numbers_that_were_put_in_are_counted_only_when_the_change_is_accepted() -> None:
    put_in = element("numPr", element("ilvl", val="0") + element("numId", val="1") + ins("E", ""))
    marked = read(p(t("a"), properties=put_in), p(t("b"), properties=numbered("1")))
    assert [each.shape.label for each in base(marked)] == ["", "1."]
    assert [each.shape.label for each in final(marked)] == ["1.", "2."]


def test_a_joined_paragraph_has_one_number() -> None:
    item = style("Num")
    marked = read(
        p(t("a, "), mark=gone("N", ""), properties=item), p(t("b"), properties=item), p(t("c"), properties=item)
    )
    assert [(each.text, each.shape.label) for each in final(marked)] == [("a, b", "1."), ("c", "2.")]


def cite(name: str, more: str = "", kind: str = "footnote", **attributes: str) -> str:
    return r(element(f"{kind}Reference", id=name, **attributes) + more)


def note(name: str, *content: str, kind: str = "footnote", **attributes: str) -> str:
    return element(kind, p(r(element(f"{kind}Ref")), *content), id=name, **attributes)


NOTES = root(
    "footnotes",
    note("-1", t("line"), type="separator")
    + note("2", t(" The seminar of "), ins("N", t("this ")), t("year."))
    + note("3", t("Second."))
    + note("9", t("Nowhere.")),
)
ENDNOTES = root("endnotes", note("2", t("At the end."), kind="endnote"))


def test_a_note_is_cited_by_name_and_follows_the_text() -> None:
    marked = read(p(t("We agree"), cite("2"), t(".")), footnotes=NOTES)
    assert told(marked) == ["We agree[^1].", "The seminar of {+N this }year."]
    assert marked.blocks[1].place == ("1",)
    assert marked.blocks[1].shape == Shape(Sort.NOTE)
    assert [(each.code, each.times) for each in marked.notices] == [("note", 2)]


def test_a_note_that_is_put_in_changes_the_name_of_no_other() -> None:
    marked = read(
        p(ins("N", cite("3")), t("a"), cite("2"), cite("2", kind="endnote")), footnotes=NOTES, endnotes=ENDNOTES
    )
    assert [each.text for each in base(marked)] == ["a[^1][^2]", "The seminar of year.", "At the end."]
    assert [block.place for block in marked.blocks] == [(), ("1",), ("2",), ("3",)]
    assert final(marked)[0].text == "[^3]a[^1][^2]"


def test_a_note_is_there_if_its_citation_is() -> None:
    marked = read(p(t("a"), gone("E", cite("2")), ins("N", cite("3"))), footnotes=NOTES)
    assert told(marked)[1:] == ["{-E The seminar of }{+N-E this }{-E year.}¶-E", "{+N Second.}¶+N"]
    assert [each.text for each in final(marked)] == ["a[^2]", "Second."]


def test_a_note_in_an_inserted_row_is_put_in() -> None:
    body = table(row(cell(p(cite("3"))), changed=element("ins", author="N"))) + p(cite("2"))
    assert [each.text for each in read(body, footnotes=NOTES).blocks[:2]] == ["[^2]", "[^1]"]


def test_a_sign_of_its_own_gives_way_to_the_name_of_the_note() -> None:
    assert told(read(p(cite("2", "<w:t>*</w:t>", customMarkFollows="1"), t("b")), footnotes=NOTES))[0] == "[^1]b"


def test_a_note_that_is_missing_is_cited_all_the_same() -> None:
    assert told(read(p(t("a"), cite("5")))) == ["a[^1]"]


def test_only_our_own_hidden_names_are_kept() -> None:
    marked = read(
        p(element("bookmarkStart", id="1", name="_zdaus-1"), element("bookmarkStart", id="2", name="_Toc1"), t("a")),
        element("bookmarkStart", id="3", name="_zdaus-2"),
        p(t("b")),
    )
    assert [block.bookmarks for block in marked.blocks] == [("_zdaus-1",), ("_zdaus-2",)]


def test_custom_properties_are_read() -> None:
    told_there = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="x">'
        b'<property pid="2" name="Version"><vt:lpwstr>rev-1</vt:lpwstr></property><property pid="3"/></Properties>'
    )
    assert read(p(), **{"custom-properties": told_there}).properties == {"Version": "rev-1"}
