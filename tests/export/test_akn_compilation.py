"""A compilation in Akoma Ntoso: the text with its brackets, and each proposal as an amendment."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree
from tests.core.tabling_trials import Trial, trials
from tests.export.akn_schema import faults, needs_schema
from tests.export.test_compilation_exports import room, sheet_of

from zerodraft.core.negotiation.compilation import compile_text
from zerodraft.core.text.respelling import shown
from zerodraft.export.akn.compilation import compilation_akn
from zerodraft.export.compiled import CompilationSheet, Layout
from zerodraft.export.sheet import Sheet
from zerodraft.intake.akn_reading import read_akn

SPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
DATA = compilation_akn(sheet_of(room()))


def found(data: bytes, path: str) -> list[etree._Element]:
    elements = etree.fromstring(data).xpath(path, namespaces=SPACE)
    assert isinstance(elements, list)
    return [each for each in elements if isinstance(each, etree._Element)]


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def shown_in(source: str) -> list[str]:
    """What a reader sees of the words of a text, line by line; comments and signs of headings are none."""
    source = re.sub("<!--.*?-->|(?m:^#{1,6} )", "", source, flags=re.DOTALL)
    lines = source.splitlines()
    return [word for line in lines for word in "".join(each.text for each in shown(line)).split()]


@needs_schema
@pytest.mark.parametrize("layout", Layout)
def test_every_layout_is_valid(layout: Layout) -> None:
    assert not faults(compilation_akn(sheet_of(room(), layout)))


def test_the_text_with_its_brackets_comes_back_as_it_is() -> None:
    assert read_akn(DATA) == sheet_of(room()).compilation.inline()


@given(trials())
@settings(max_examples=30)
def test_every_compilation_comes_back_word_by_word_with_its_brackets(trial: Trial) -> None:
    compiled = compile_text(trial.text, trial.tabled, trial.voices)
    page = Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, trial.text.numbers)
    back = read_akn(compilation_akn(CompilationSheet(page, compiled)))
    assert shown_in(back) == shown_in(compiled.inline())


@given(trials())
@settings(max_examples=20)
@needs_schema
def test_every_compilation_is_valid(trial: Trial) -> None:
    compiled = compile_text(trial.text, trial.tabled, trial.voices)
    page = Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, trial.text.numbers)
    for layout in Layout:
        assert not faults(compilation_akn(CompilationSheet(page, compiled, layout)))


def test_a_proposal_carries_its_delegations_kind_place_and_words() -> None:
    mod = found(DATA, "//a:passiveModifications/a:textualMod")[1]
    assert mod.get("type") == "substitution"
    named = {str(each.get("eId")): each.get("showAs") for each in found(DATA, "//a:TLCOrganization")}
    assert [named[each[1:]] for each in mod.get("refersTo", "").split()] == ["Australia", "Japan"]
    source, destination = (str(each.get("href")) for each in mod)
    assert destination == "#para_1"
    (component,) = found(DATA, f"//a:component[@eId='{source[1:]}']")
    assert words(component[0][1][0]) == "Australia, Japan (AUS-1); FJI support; ASEAN retain: new wording"
    assert [words(each) for each in component.iter("{*}ins")] == ["and large"]
    assert [each.get("for") for each in component.iter("{*}mod")] == ["#para_1"]
    assert [each.get("href") for each in component.iter("{*}FRBRauthor")][:2] == ["#org_aus", "#org_jpn"]


def test_what_stands_in_no_bracket_is_an_amendment_with_the_reason() -> None:
    (last,) = found(DATA, "//a:component[last()]")
    assert words(last[0][1][0]).startswith("KOR (KOR-1): new wording, paragraph 9")
    assert [words(each) for each in last.iter("{*}amendmentJustification")] == ["It was deleted."]


def test_without_attribution_nobody_is_named() -> None:
    data = compilation_akn(replace(sheet_of(room()), attributed=False))
    assert not [name for name in (b"Australia", b"Japan", b"AUS", b"KOR", b"ASEAN") if name in data]
