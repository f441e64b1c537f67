"""Whatever comes as a Word file is read in linear time, or refused with a sentence."""

from collections.abc import Callable
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import content_types, packed, peak_of, refusal_of
from tests.intake.word_made import (
    W,
    begins,
    cell,
    comment,
    element,
    ends,
    gone,
    ins,
    made,
    numbered,
    p,
    r,
    root,
    row,
    style,
    t,
    table,
)

from zerodraft.intake.container import MEGABYTE
from zerodraft.intake.views import base, final
from zerodraft.intake.word import read_word


def refused(data: bytes) -> str:
    return refusal_of(lambda: read_word(data, "aus.docx"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"We agree.", "aus.docx is plain text."),
        (made("")[:-30], "aus.docx is a damaged package."),
        (made("<w:p>"), "word/document.xml in aus.docx is not well-formed XML: "),
        (made(p(), {"comments": b"<!DOCTYPE c><c/>"}), "word/comments.xml in aus.docx declares a document type"),
        (made("<w:p/>" * 3_000_000), "word/document.xml in aus.docx is packed more than 250 times."),
        (made(f"<w:p a='{'x' * 11_000_000}'/>"), "word/document.xml in aus.docx is packed more than 250 times."),
        (made("<w:sdt>" * 300 + "</w:sdt>" * 300), "word/document.xml in aus.docx has more than 200 elements"),
        (
            made(p("".join(r(element("footnoteReference", id=str(at))) for at in range(20_001)))),
            "aus.docx cites more than 20,000 notes.",
        ),
        (
            made(p("".join(f"<w:ins w:author='a{at}'>" for at in range(33)) + t("x") + "</w:ins>" * 33)),
            "In aus.docx more than 32 tracked changes lie over the same words.",
        ),
        (made("", namespace="urn:other"), "word/document.xml in aus.docx has no text."),
    ],
)
def test_a_hostile_file_is_refused_with_its_sentence(data: bytes, sentence: str) -> None:
    assert refused(data).startswith(sentence)
    assert peak_of(lambda: refused(data)) < 100 * MEGABYTE


def test_more_paragraphs_than_any_text_has_are_refused_before_they_take_memory() -> None:
    chance = Random(7)
    data = made("".join(f'<w:p w:rsidR="{chance.getrandbits(32):08X}"/>' for _ in range(60_001)))
    assert refused(data) == "aus.docx has more than 60,000 paragraphs."
    assert peak_of(lambda: refused(data)) < 30 * MEGABYTE


def test_paragraphs_by_another_name_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerodraft.intake.word_story.MOST_PARAGRAPHS", 3)
    assert "paragraphs" in refused(made(f'<x:p xmlns:x="{W}"/>' * 4))


def test_a_package_without_relations_is_read_by_the_usual_names() -> None:
    document = root("document", element("body", p(t("We agree."))))
    marked = read_word(packed([content_types(), ("word/document.xml", document)]), "aus.docx")
    assert [block.text for block in marked.blocks] == ["We agree."]


def revisions(count: int) -> bytes:
    return made(p("".join(ins(f"a{at % 50}", t("a")) for at in range(count))))


def paragraphs(count: int) -> bytes:
    return made("".join(p(ins(f"a{at % 50}", t("a")), mark=gone("B", "")) for at in range(count)))


def comments(count: int) -> bytes:
    body = p("".join(begins(str(at)) + t("a") + ends(str(at)) for at in range(count)))
    return made(body, {"comments": root("comments", "".join(comment(str(at), "N", "x") for at in range(count)))})


def chain_of_replies(count: int) -> bytes:
    told = "".join(f'<x:commentEx x:paraId="C{at}000000" x:paraIdParent="C{at + 1}000000"/>' for at in range(count))
    parts = {
        "comments": root("comments", "".join(comment(str(at), "N", "x") for at in range(count))),
        "commentsExtended": f'<x:commentsEx xmlns:x="urn:x">{told}</x:commentsEx>'.encode(),
    }
    return made(p(), parts)


def chain_of_styles(count: int) -> bytes:
    links = (element("style", element("basedOn", val=f"s{at + 1}"), styleId=f"s{at}") for at in range(count))
    body = "".join(p(t("x"), properties=style(f"s{at}")) for at in range(count))
    return made(body, {"styles": root("styles", "".join(links))})


def numbers(count: int) -> bytes:
    level = element("lvl", element("lvlText", val="%1" * 9), ilvl="0")
    nums = "".join(element("num", element("abstractNumId", val="0"), numId=str(at)) for at in range(count))
    body = "".join(p(t("x"), properties=numbered(str(at))) for at in range(count))
    return made(body, {"numbering": root("numbering", element("abstractNum", level, abstractNumId="0") + nums)})


def deleted_rows(count: int) -> bytes:
    rows = (row(cell(p(t("x"))), changed=element("del", author="N", id=str(at * 7919))) for at in range(count))
    return made(p(t("a"), mark=gone("N", "")) + table(*rows) + p(t("b")))


def open_moves(count: int) -> bytes:
    begun = "".join(f'<w:moveFromRangeStart w:id="{at}" w:name="m{at}"/>' for at in range(count))
    ended = "".join(
        f'<w:moveFromRangeEnd w:id="{at}"/>' + p(gone("N", t("x"), kind="moveFrom")) for at in reversed(range(count))
    )
    return made(begun + ended)


def open_fields(count: int) -> bytes:
    sign = element("fldChar", fldCharType="begin")
    return made(p("".join(r(sign) + t(f"{at * 7919}") for at in range(count))))


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        revisions,
        paragraphs,
        comments,
        chain_of_replies,
        chain_of_styles,
        numbers,
        deleted_rows,
        open_moves,
        open_fields,
    ],
)
def test_four_times_the_input_takes_no_ten_times_the_work(make: Callable[[int], bytes]) -> None:
    """Linear work takes four times as long, quadratic sixteen times."""
    small, large = make(2_000), make(8_000)

    def work(data: bytes) -> float:
        started = process_time()
        read_word(data, "aus.docx")
        return process_time() - started

    assert min(work(large) for _ in range(3)) < 10 * min(work(small) for _ in range(3))


@pytest.mark.slow
def test_twenty_thousand_comments_and_a_hundred_thousand_revisions_are_read() -> None:
    assert len(read_word(comments(20_000), "aus.docx").remarks) == 20_000
    assert len(read_word(revisions(100_000), "aus.docx").blocks[0].runs) == 100_000


NAMES = (
    *("p", "r", "t", "delText", "ins", "del", "moveFrom", "moveTo", "pPr", "rPr", "pStyle", "numPr", "ilvl", "numId"),
    *("outlineLvl", "pPrChange", "tbl", "tr", "tc", "trPr", "tcPr", "cellIns", "cellDel", "sdt", "sdtContent", "sym"),
    *("hyperlink", "fldChar", "footnoteReference", "commentRangeStart", "commentRangeEnd", "commentReference", "br"),
    *("bookmarkStart", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "txbxContent", "drawing", "tab"),
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(("id", "val", "author", "date", "name", "fldCharType", "font", "char", "customMarkFollows")),
    st.sampled_from(["", "0", "1", "2", "-1", "begin", "separate", "end", "_zd1", "F0B7", "2021-11-03T09:00:00Z"]),
    max_size=3,
)
TREES = st.recursive(
    st.builds(lambda words: element("r", element("t", words)), st.sampled_from(["a", " b ", ""])),
    lambda inner: st.builds(
        lambda name, attributes, content: element(name, "".join(content), **attributes),
        st.sampled_from(NAMES),
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(st.lists(TREES, max_size=4))
def test_any_nonsense_is_read_and_can_be_viewed(trees: list[str]) -> None:
    body = "".join(trees)
    parts = {"comments": root("comments", body + comment("1", "N", "x")), "footnotes": root("footnotes", body)}
    parts |= {"styles": root("styles", body), "numbering": root("numbering", body)}
    marked = read_word(made(body, parts), "aus.docx")
    for seen in (base(marked), final(marked)):
        assert all(len(each.text) == sum(piece.length for piece in each.pieces) for each in seen)
    for remark in marked.remarks:
        for point in (remark.start, remark.end):
            assert point is None or 0 <= point.offset <= len(marked.blocks[point.block].text)
