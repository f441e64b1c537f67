"""Akoma Ntoso of others, and what becomes of a file that somebody changed; hostile files are refused."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.sheets import NEW, sheet
from tests.intake.hostile import refusal_of

from zerodraft.core.text.waymark import Provenance
from zerodraft.export.akn.clean import clean_akn
from zerodraft.intake.akn_reading import akoma_ntoso, read_akn
from zerodraft.intake.marked import Marked
from zerodraft.intake.reading import read
from zerodraft.intake.recognition import InputKind, kind_of

STANDARD = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
WORKING_DRAFT = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"
RESOLUTION = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="{space}">
  <statement name="resolution" xml:lang="en">
    <meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/un/x"/></FRBRWork></identification></meta>
    <preface>
      <longTitle eId="t"><p><docType>Resolution</docType> <docNumber>9</docNumber></p></longTitle>
      <container name="title"><p>Safe   harbours</p></container>
    </preface>
    <preamble>
      <formula name="enactingFormula"><p>The Conference of Ports,</p></formula>
      <recitals eId="r"><intro><p><i>considering</i></p></intro>
        <recital eId="r1"><num>a)</num><p>that ships need harbours;</p></recital>
        <recital eId="r1"><num>b)</num><p>that 3 * 4 &lt; 5_000,</p></recital>
      </recitals>
    </preamble>
    <mainBody>
      <hcontainer name="resolves" eId="h"><num>I</num><heading><i>resolves</i></heading>
        <paragraph eId="para_1"><num>1</num><content>
            <p>to keep them open<authorialNote marker="*"><p>See <b>annex</b>.</p></authorialNote> to
              <ref href="https://example.org/a">all</ref>;</p>
            <p>and lit;</p></content></paragraph>
        <paragraph eId="para_1"><num>2.</num>
          <list eId="l"><intro><p>to invite States:</p></intro>
            <point eId="p"><num>a)</num><content><p>to report;<noteRef href="#n2" marker="*"/></p></content></point>
            <point eId="p"><num>(b)</num><list><intro><p>to act:</p></intro>
              <point><num>(i)</num><content><p>today;</p></content></point></list></point>
          </list></paragraph>
      </hcontainer>
      <section><heading>Table</heading>
        <paragraph><content><table><tr><th><p>Port</p></th><th colspan="2"><p>Ships|boats</p></th></tr>
          <tr><td><p>Suva</p></td><td>3</td></tr></table>
          <ul><li>first<ul><li>inner</li></ul></li></ul></content></paragraph>
        <article><num>Article 5</num><content><p>Ports are <ins>safe</ins><del>unsafe</del>.</p></content></article>
      </section>
    </mainBody>
    <conclusions><p>Done at Suva.</p><authorialNote eId="n2"><p>Second.</p></authorialNote></conclusions>
  </statement>
</akomaNtoso>
"""
READ = """# Safe harbours

The Conference of Ports,

*considering*

(a) that ships need harbours;

(b) that 3 * 4 < 5_000,

## I *resolves*

1. to keep them open[^*] to [all](https://example.org/a);

and lit;

2. to invite States:

(a) to report;[^2]

(b) to act:

(i) today;

## Table

| Port | Ships\\|boats |  |
| --- | --- | --- |
| Suva | 3 |  |

- first

- inner

Article 5 Ports are safe.

---

Done at Suva.

[^*]: See **annex**.

[^2]: Second.
"""


@pytest.mark.parametrize("space", [STANDARD, WORKING_DRAFT, "http://www.akomantoso.org/2.0"])
def test_a_resolution_of_others_gives_title_preamble_headings_numbers_lists_notes_and_tables(space: str) -> None:
    assert read_akn(RESOLUTION.format(space=space).encode()) == READ


def test_words_before_a_change_can_be_read_too() -> None:
    data = RESOLUTION.format(space=STANDARD).encode()
    assert "Ports are unsafe." in akoma_ntoso(data, is_former=True).markdown
    assert [each.code for each in akoma_ntoso(data).notices] == ["changes"]


def test_utf_16_is_read() -> None:
    data = RESOLUTION.format(space=STANDARD).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert read_akn(data) == READ


def test_words_that_somebody_changed_in_our_file_come_as_they_are_now() -> None:
    source = "# T\n\nWe agree\nto _all_ of it.\n\nWe act.\n"
    data = clean_akn(sheet(source))
    assert read_akn(data) == source
    changed = data.replace(b"<i>all</i> of it.</p>", b"<i>none</i> of it.</p>")
    assert changed != data
    assert read_akn(changed) == "# T\n\nWe agree to *none* of it.\n\nWe act.\n"


@pytest.mark.parametrize(
    ("place", "put_in"),
    [
        ("<paragraph eId=", "<paragraph><content><p>Hidden words.</p></content></paragraph>"),
        ("<paragraph eId=", "Hidden words."),
        (
            "<paragraph eId=",
            "<hcontainer><content><table><tr><td>Hidden words.</td></tr></table></content></hcontainer>",
        ),
        ("</content>", "<p>Hidden words.</p>"),
        ("<point eId=", "<wrapUp><p>Hidden words.</p></wrapUp>"),
        ("<point eId=", "<point><num>(z)</num><p>Hidden words.</p></point>"),
        ("</conclusions>", "<container name='x'><p>Hidden words.</p></container>"),
        ("<heading eId=", "<subheading>Hidden words.</subheading>"),
        ("<block name=", "<p>Hidden words.</p>"),
        ("<block name=", "<block name='verbatim'>Hidden words.</block>"),
    ],
)
def test_no_words_can_be_put_into_our_file_that_are_passed_over(place: str, put_in: str) -> None:
    data = clean_akn(sheet(NEW)).decode()
    assert place in data
    assert "Hidden words." in read_akn(data.replace(place, put_in + place, 1).encode())


@pytest.mark.parametrize(
    ("place", "hidden"),
    [
        (' zd:form="clean"', ' zd:front="Hidden words.&#10;&#10;"'),
        (' zd:form="clean"', ' zd:end="&#10;&#10;Hidden words."'),
        (' eId="para_1"', ' zd:before="&#10;&#10;Hidden words.&#10;&#10;"'),
        (
            ' eId="para_1"',
            ' zd:markdown="Hidden words. We underline that the undertakings in this Message are voluntary."',
        ),
        (' eId="para_3__point_a"', ' zd:sign="(a) Hidden words."'),
        (' placement="bottom"', ' zd:markdown="[^1]: Hidden words. See the **annex**."'),
    ],
)
def test_words_that_no_reader_of_the_file_sees_are_no_words(place: str, hidden: str) -> None:
    data = clean_akn(sheet(NEW)).decode()
    assert place in data
    assert read_akn(data.replace(place, place + hidden, 1).encode()) == NEW


def test_a_style_that_may_hide_words_is_told() -> None:
    data = clean_akn(sheet(NEW)).replace(b'<block name="preamble"', b'<block style="display:none" name="preamble"', 1)
    assert [each.code for each in akoma_ntoso(data).notices] == ["styled"]


def test_words_in_the_title_block_are_beside_the_text() -> None:
    data = clean_akn(sheet(NEW)).replace(b"</preface>", b"<p>Not adopted.</p></preface>")
    found = akoma_ntoso(data)
    assert found.markdown == NEW
    assert "Not adopted." in found.beside


def test_numbers_that_somebody_changed_in_our_file_are_told() -> None:
    data = clean_akn(replace(sheet(NEW), provenance=Provenance("bali", "rev-1", "5a", "77")))
    assert not akoma_ntoso(data).notices
    changed = data.replace(b"<num>4.</num>", b"<num>9.</num>")
    assert [each.code for each in akoma_ntoso(changed).notices] == ["numbers"]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><akomaNtoso><doc><mainBody><p>&a;</p></mainBody></doc></akomaNtoso>',
        b'<?xml version="1.0"?>\n<!DOCTYPE akomaNtoso SYSTEM "file:///etc/passwd"><akomaNtoso/>',
        b"<akomaNtoso>" + b"<p>" * 100_000 + b"</p>" * 100_000 + b"</akomaNtoso>",
        b"<akomaNtoso>" + b"<p/>" * 3_000_001 + b"</akomaNtoso>",
        b"<akomaNtoso><statement>",
        b"<akomaNtoso><statement/></akomaNtoso>",
        b"<akomaNtoso/>",
        b"<akomaNtoso>\xff\xff</akomaNtoso>",
    ],
    ids=["entities", "system", "deep", "many", "torn", "no body", "nothing", "no letters"],
)
def test_a_hostile_or_broken_file_is_refused_with_its_name(data: bytes) -> None:
    assert "aus.xml" in refusal_of(lambda: read(data, "aus.xml"))


def test_other_xml_is_refused_for_what_it_is() -> None:
    assert refusal_of(lambda: read_akn(b"<html><body><p>x</p></body></html>", "aus.xml")).startswith("aus.xml is XML")


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<num>1",
                "</num>",
                "x ",
                "<i>",
                "</i>",
                "<table><tr/></table>",
                "<list>",
                "</list>",
                "<heading>y</heading>",
                "<eol/>",
                "<li/>",
                "&amp;",
            ]
        ),
        max_size=20,
    )
)
def test_no_body_at_all_breaks_the_reader(parts: list[str]) -> None:
    inside = "".join(parts)
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)(p|num|i|list)>", inside):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return
    inside += "".join(f"</{name}>" for name in reversed(opened))
    read_akn(f"<akomaNtoso><doc><mainBody>{inside}</mainBody></doc></akomaNtoso>".encode())


@pytest.mark.parametrize("name", ["aus.xml", "aus.akn", "aus.akn.xml", "aus"])
def test_the_one_door_knows_the_kind_by_its_bytes(name: str) -> None:
    told = Provenance("bali", "rev-1", "5a", "77")
    data = clean_akn(replace(sheet(NEW), provenance=told))
    assert kind_of(data, name) is InputKind.AKOMA_NTOSO
    arrived = read(data, name)
    (marked,) = arrived.contents
    assert isinstance(marked, Marked)
    assert marked.is_markdown
    assert marked.properties["zerodraft-version"] == "rev-1"
    assert any(block.text == "Guided by the Charter of the United Nations," for block in marked.blocks)
