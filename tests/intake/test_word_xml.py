"""A part of a Word file becomes a tree, or is refused before the parser can be misused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from tests.intake.hostile import is_shown_safely, peak_of, refusal_of, refusal_or_none

from zerodraft.intake.xml import DEEPEST, parsed

PART = "word/document.xml in aus.docx"
LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a0 'lol'>"
    + "".join(f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 11))
    + "]><d>&a10;</d>"
)
HOSTILE = [
    LAUGHS,
    "<!DOCTYPE d SYSTEM 'http://127.0.0.1/d.dtd'><d/>",
    "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>",
    "<!DOCTYPE d [<!ENTITY % p SYSTEM 'http://127.0.0.1/p.dtd'> %p;]><d/>",
    "<!DOCTYPE d><d/>",
]


def refused(raw: bytes) -> str:
    return refusal_of(lambda: parsed(raw, PART))


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_words_are_the_same_in_each_encoding_that_the_format_allows(encoding: str) -> None:
    assert parsed("<p>naïve – 海</p>".encode(encoding), PART).text == "naïve – 海"


@pytest.mark.parametrize("encoding", ["UTF-8", "utf-16", "US-ASCII"])
def test_the_bytes_decide_and_not_what_the_part_says_of_itself(encoding: str) -> None:
    assert parsed(f"<?xml version='1.0' encoding='{encoding}'?><p>naïve</p>".encode(), PART).text == "naïve"


def test_comments_and_instructions_are_left_out() -> None:
    root = parsed(b"<p>We<!-- not --> <?do it?>agree</p>", PART)
    assert "".join(map(str, root.itertext())) == "We agree"
    assert len(root) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_document_type_is_refused_whatever_it_is_for(hostile: str, encoding: str) -> None:
    sentence = f"{PART} declares a document type or entities, which an Office file may not."
    assert refused(hostile.encode(encoding)) == sentence


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "iso-8859-1", "utf-32", "x\x1b[31m"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_encoding_that_could_hide_a_document_type_is_refused(encoding: str, mark: bytes) -> None:
    assert "UTF-8" in refused(mark + f"<?xml version='1.0' encoding='{encoding}'?><p/>".encode())


@pytest.mark.parametrize("encoding", ["latin-1", "cp037", "utf-32"])
def test_bytes_that_are_neither_utf_8_nor_utf_16_are_refused(encoding: str) -> None:
    assert refused("<p>naïve</p>".encode(encoding))


def test_an_entity_that_nobody_declared_is_refused() -> None:
    assert "not well-formed XML: Entity 'e' not defined" in refused(b"<p>&e;</p>")


def test_the_greatest_depth_is_read() -> None:
    assert sum(1 for _ in parsed(nested(DEEPEST), PART).iter()) == DEEPEST


@pytest.mark.parametrize("depth", [DEEPEST + 1, 255, 257, 100_000])
def test_elements_deeper_than_allowed_are_refused(depth: int) -> None:
    assert refused(nested(depth)) == f"{PART} has more than 200 elements inside each other."


def test_depth_counts_elements_below_the_first_child_too() -> None:
    assert "inside each other" in refused(b"<r><a/><b/>" + nested(DEEPEST) + b"<c/></r>")


def test_more_elements_than_memory_should_hold_are_refused_before_the_parser() -> None:
    bomb = b"<r>" + b"<a/>" * 1_200_000 + b"</r>"
    assert refused(bomb) == f"{PART} has more than 1,200,000 elements and attributes."
    assert peak_of(lambda: refused(bomb)) < 4 * len(bomb)


@pytest.mark.parametrize("raw", [b"<p>%s</p>", b"<p a='%s'/>", b"<%s/>"])
def test_a_single_piece_of_more_than_10_mb_is_refused(raw: bytes) -> None:
    assert refused(raw % (b"x" * 11_000_000)) == f"{PART} holds one piece of more than 10 MB."


@pytest.mark.parametrize("raw", [b"", b"<p>", b"<p/><p/>", b"words", b"<p a='1' a='2'/>", b"<p>\x1b</p>", b"<p/>\0"])
def test_what_is_not_xml_is_refused(raw: bytes) -> None:
    assert f"{PART} is not well-formed XML: " in refused(raw)


@given(st.binary(max_size=64) | st.text(alphabet="<>/&;!?[]'= apx:-", max_size=64).map(str.encode))
@example(b"\xff\xfe\0")
@example(b"<?xml version='1.0' encoding='\xc3'?><a/>")
def test_any_bytes_become_a_tree_or_a_sentence(raw: bytes) -> None:
    refusal = refusal_or_none(lambda: etree.tostring(parsed(raw, PART)))
    assert refusal is None or is_shown_safely(refusal)
