"""A text in Akoma Ntoso: valid, the same words and numbers, and back again byte for byte."""

import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.core.hostile_text import HOSTILE
from tests.export.akn_schema import faults, needs_schema
from tests.export.sheets import NEW, sheet
from tests.export.word_pairs import Editor, printed

from zerodraft.core.text.numbering import Number
from zerodraft.core.text.waymark import Provenance, read_provenance
from zerodraft.export.akn.clean import clean_akn
from zerodraft.export.akn.naming import Adoption, Issued, Naming, Origin, body_of
from zerodraft.export.discussed import Discussed, Said
from zerodraft.intake.akn_reading import akoma_ntoso, read_akn

SPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
DECLARATIONS = sorted((Path(__file__).resolve().parents[2] / "declarations").glob("*/text.md"))
CORPUS = os.environ.get("ZERODRAFT_CORPUS", "")
NOT_CARRIED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|\r(?!\n)|<!--|[\ufffe\uffff]"
)
NAMING = Naming(
    slug="bali-message",
    day=date(2021, 11, 16),
    begun=date(2021, 11, 16),
    jurisdiction="un",
    body="icdd",
    name="message",
    versions=(
        Issued("zero-draft", "Zero Draft", "Consultation", date(2021, 10, 1)),
        Issued("rev-1", "Rev.1", "Negotiation", date(2021, 11, 16)),
        Issued("adopted-text", "Adopted text", "adopted", date(2021, 11, 16), is_adopted=True),
    ),
    adoption=Adoption(date(2021, 11, 16), "16 November 2021", "Bali", "adopted by consensus"),
)


def found(data: bytes, path: str) -> list[etree._Element]:
    elements = etree.fromstring(data, etree.XMLParser(huge_tree=True)).xpath(path, namespaces=SPACE)
    assert isinstance(elements, list)
    return [each for each in elements if isinstance(each, etree._Element)]


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def text_by_chance(seed: int) -> str:
    chance = Random(seed)
    return printed(Editor(chance).text(), numbered=chance.random() < 0.5)


@pytest.mark.parametrize("path", DECLARATIONS, ids=lambda path: str(path.parent.name))
def test_a_sample_declaration_comes_back_byte_for_byte(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert read_akn(clean_akn(sheet(source))) == source


@settings(max_examples=80)
@given(st.integers(0, 2**32))
def test_a_text_by_chance_comes_back_byte_for_byte(seed: int) -> None:
    source = text_by_chance(seed)
    assert read_akn(clean_akn(sheet(source))) == source


@settings(max_examples=80)
@given(st.integers(0, 2**32))
@needs_schema
def test_a_text_by_chance_is_valid(seed: int) -> None:
    assert not faults(clean_akn(sheet(text_by_chance(seed))))


@settings(max_examples=80)
@given(HOSTILE)
@needs_schema
def test_any_text_at_all_is_valid_and_is_read_again(source: str) -> None:
    data = clean_akn(sheet(source))
    assert not faults(data)
    read_akn(data)


def test_what_xml_forbids_leaves_as_a_mark_that_names_it() -> None:
    data = clean_akn(sheet("# A\x1bB\n\nWe \x00 agree \x9b.\n"))
    assert words(found(data, "//a:docTitle")[0]) == "A⟦U+001B⟧B"
    assert "⟦U+0000⟧" in read_akn(data)
    assert not re.search(rb"[\x00\x1b\x9b]", data)


@pytest.mark.skipif(not CORPUS, reason="no folder of real texts (set ZERODRAFT_CORPUS)")
@needs_schema
def test_real_texts_are_valid_and_come_back_but_for_the_comments_in_their_source() -> None:
    for path in sorted(Path(CORPUS).rglob("*.md")):
        source = path.read_text(encoding="utf-8")
        data = clean_akn(sheet(source))
        assert not faults(data), path
        back = read_akn(data)
        assert back == source or NOT_CARRIED.search(re.sub(r"<!--\s*-->", "", source)), path


def test_the_same_sheet_is_the_same_file() -> None:
    assert clean_akn(sheet(NEW)) == clean_akn(sheet(NEW))


def test_focus_areas_are_sections_of_numbered_paragraphs_with_lists_in_them() -> None:
    data = clean_akn(sheet(NEW))
    headings = [words(each) for each in found(data, "//a:mainBody/a:section/a:heading")]
    assert headings == ["Focus area 1: Policy", "Focus area 2: Crises"]
    numbers = [words(each) for each in found(data, "//a:section/a:paragraph/a:num")]
    assert numbers == [f"{number}." for number in range(1, 8)]
    (listed,) = found(data, "//a:paragraph[@eId='para_3']/a:list")
    assert words(listed[0]).startswith("We encourage each country to adopt [a coherent - JPN; AUS delete]")
    assert [each.get("eId") for each in list(listed)[1:]] == ["para_3__point_a", "para_3__point_b"]
    assert [words(each[0]) for each in list(listed)[1:]] == ["(a)", "(b)"]


def test_the_preamble_is_a_container_of_blocks_and_the_closing_stands_in_the_conclusions() -> None:
    data = clean_akn(sheet(NEW))
    blocks = found(data, "//a:preamble/a:container/a:block[@name='preamble']")
    assert [each.get("eId") for each in blocks] == ["rec_1", "rec_2"]
    assert words(blocks[0][0]) == "Recalling"
    assert blocks[0][0].tag.endswith("}i")
    closing = found(data, "//a:conclusions//a:block[@name='closing']")
    assert [words(each) for each in closing] == ["Done at Bali on 16 November 2021."]


def test_a_footnote_stands_where_it_is_cited_and_a_second_reference_points_to_it() -> None:
    source = "# T\n\nWe agree.[^1]\n\nWe act.[^1]\n\n[^1]: See the *annex*.\n"
    data = clean_akn(sheet(source))
    (note,) = found(data, "//a:authorialNote")
    assert (note.get("marker"), words(note)) == ("1", "See the annex.")
    assert [each.get("href") for each in found(data, "//a:noteRef")] == [f"#{note.get('eId')}"]
    assert read_akn(data) == source


def test_a_table_is_a_table_and_a_quotation_a_block_of_lines() -> None:
    source = "# T\n\nWe agree.\n\n| Port | Ships |\n| --- | --- |\n| Suva | 3\\|4 |\n\n> one\n> two\n"
    data = clean_akn(sheet(source))
    assert [words(each) for each in found(data, "//a:table/a:tr/a:th")] == ["Port", "Ships"]
    assert [words(each) for each in found(data, "//a:table/a:tr/a:td")] == ["Suva", "3|4"]
    assert len(found(data, "//a:block[@name='quotation']/a:eol")) == 1
    assert read_akn(data) == source


def test_the_names_follow_the_profile_of_the_united_nations() -> None:
    named = replace(sheet(NEW, "Adopted text"), naming=NAMING, provenance=Provenance("b", "adopted-text", "5a", "77"))
    data = clean_akn(named)
    work = "/akn/un/statement/deliberation/icdd/2021-11-16/bali-message"
    assert found(data, "//a:FRBRWork/a:FRBRuri")[0].get("value") == work
    assert found(data, "//a:FRBRExpression/a:FRBRuri")[0].get("value") == f"{work}/eng@2021-11-16.2"
    assert found(data, "//a:FRBRManifestation/a:FRBRthis")[0].get("value") == f"{work}/eng@2021-11-16.2/!main.xml"
    assert found(data, "//a:FRBRversionNumber")[0].get("value") == "Adopted text"
    assert found(data, "//a:statement")[0].get("name") == "message"


@needs_schema
def test_the_life_cycle_tells_the_versions_and_the_conclusions_how_the_text_was_adopted() -> None:
    data = clean_akn(replace(sheet(NEW, "Adopted text"), naming=NAMING))
    assert [each.get("date") for each in found(data, "//a:lifecycle/a:eventRef")] == [
        "2021-10-01",
        "2021-11-16",
        "2021-11-16",
    ]
    assert [each.get("outcome") for each in found(data, "//a:workflow/a:step")] == [None, None, "#adopted"]
    assert [each.get("showAs") for each in found(data, "//a:references/*[starts-with(@eId, 'version_')]")] == [
        "Zero Draft",
        "Rev.1",
        "Adopted text",
    ]
    (adopted,) = found(data, "//a:conclusions/a:container[@name='adoption']/a:p")
    assert words(adopted) == "Adopted by consensus, Bali, 16 November 2021"
    assert not faults(data)
    assert read_akn(data) == NEW


def test_every_reference_inside_of_the_file_names_an_element_of_it() -> None:
    data = clean_akn(replace(sheet(NEW), naming=NAMING, threads=(thread("responsible"),)))
    elements = list(etree.fromstring(data).iter())
    names = {each.get("eId") for each in elements}
    for attribute in ("source", "refersTo", "by", "as", "outcome", "placementBase"):
        for each in elements:
            assert {name.removeprefix("#") for name in each.get(attribute, "").split()} <= names


def test_a_paragraph_keeps_its_permanent_name_whatever_its_number() -> None:
    origins = tuple(
        Origin("zero-draft" if place != 5 else "rev-1", Number(f"{place + 10}", f"{place + 10}."), f"_zd_{place}_5a5a")
        for place in range(len(sheet(NEW).numbers))
    )
    data = clean_akn(replace(sheet(NEW), naming=replace(NAMING, origins=origins)))
    (second,) = found(data, "//a:paragraph[@eId='para_2']")
    assert (second.get("wId"), second.get("GUID")) == ("rev-1__para_15", "_zd_5_5a5a")
    (third,) = found(data, "//a:paragraph[@eId='para_3']")
    assert (third.get("wId"), third.get("GUID")) == ("para_16", "_zd_6_5a5a")


def thread(quote: str) -> Discussed:
    said = (
        Said("jpn-c7b9", "JPN", "Japan", datetime(2021, 10, 5, tzinfo=UTC), "Please <b>define</b> it.\nToday."),
        Said("sec-1", "SEC", "Secretariat", datetime(2021, 10, 6, tzinfo=UTC), "Done."),
    )
    return Discussed(said, 3, 0, 4, quote, "Zero Draft", "1", "2", "Focus area 1: Policy", "open", False)


@needs_schema
def test_a_comment_is_a_note_at_its_paragraph_with_its_replies() -> None:
    data = clean_akn(replace(sheet(NEW), threads=(thread("voluntary"),)))
    (note,) = found(data, "//a:meta/a:notes/a:note")
    assert note.get("placementBase") == "#para_2"
    assert [(each.get("class"), words(each)) for each in note] == [
        ("comment", "Japan, 2021-10-05, Zero Draft, 1: voluntary – Please <b>define</b> it."),
        ("comment", "Today."),
        ("reply", "Secretariat, 2021-10-06: Done."),
    ]
    assert not faults(data)
    assert read_akn(data) == NEW


def test_a_file_says_which_text_it_holds_and_the_fingerprint_of_adopted_words() -> None:
    told = Provenance("bali-message", "rev-1", "5a" * 20, "77" * 32)
    read = akoma_ntoso(clean_akn(replace(sheet(NEW), provenance=told, fingerprint="ab" * 32)))
    assert read_provenance(read.properties) == told
    assert read.fingerprint == "ab" * 32


def test_comments_of_the_source_stay_at_home() -> None:
    data = clean_akn(sheet("# T\n\nWe agree.\n\n<!-- Fiji will not like this -->\n\nWe act.\n"))
    assert b"Fiji" not in data
    assert read_akn(data) == "# T\n\nWe agree.\n\nWe act.\n"


@needs_schema
@pytest.mark.parametrize(
    "source",
    [
        "# T\n\n" + "We agree. " * 500_000 + "\n",
        "# T\n\n| " + " | ".join("abcdefghij"[place % 10] for place in range(200)) + " |\n|" + "-|" * 200 + "\n",
        "",
        "[^1]: [^1]: [^1]\n",
        "(a) first\n\n(i) second\n\n| a |\n|---|\n\n(b) third\n",
    ],
    ids=["5 MB", "200 columns", "nothing", "a note on itself", "no paragraph above a list"],
)
def test_texts_at_their_limits_are_valid_and_come_back(source: str) -> None:
    data = clean_akn(sheet(source))
    assert not faults(data)
    assert " ".join(read_akn(data).split()) == " ".join(source.split())


@pytest.mark.parametrize(
    ("conference", "body"),
    [
        ("International Conference on Digital Diplomacy (ICDD)", "icdd"),
        ("ASEAN Summit", "asean-summit"),
        ("Konferensi Internasional tentang Laut dan Sungai", "konferensi-internasional-tentang-laut-su"),
        ("", "conference"),
        ("港口", "x"),
    ],
)
def test_the_body_is_named_after_the_conference(conference: str, body: str) -> None:
    assert body_of(conference) == body
