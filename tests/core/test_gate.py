"""The gate: each thing that no clean final may leave with is found at its place, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE

from zerodraft.core.gate.findings import GateFinding, placed
from zerodraft.core.gate.gate import Final, barriers
from zerodraft.core.gate.own_references import own_references
from zerodraft.core.negotiation.delegation import Delegation, Delegations
from zerodraft.core.text.numbering import Number, number
from zerodraft.core.text.parse import read_draft

CLEAN = """# A Vision

*Recalling* the seminar,

## Focus area 1: Ports

We agree, as in paragraphs 2 and 3 and in focus area 2, to open ports.

We invite all:

(a) to report;

(b) to follow paragraph 2 (a), section II, and paragraph 12 of the Paris Agreement.

## Focus area 2: Ships

We support charts.[^1]

[^1]: See paragraph 1.
"""


def found(
    source: str, language: str = "en", own: Delegations | None = None, numbers: tuple[Number, ...] = ()
) -> list[GateFinding]:
    """What stops."""
    draft = read_draft(source)
    known = numbers or number(draft)
    final = Final(draft, known, language, (), (), own or Delegations())
    return [each for each in placed("note", draft, known, barriers(final)) if each.stops]


def codes(source: str, language: str = "en") -> list[str]:
    return [each.code for each in found(source, language)]


def test_a_clean_text_passes() -> None:
    assert found(CLEAN) == []


def test_marks_of_an_agreement_go_with_the_adoption_and_hold_nothing_back() -> None:
    assert found(CLEAN.replace("We support charts.", "We support charts. [Agreed ad ref]")) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "cite"),
    [
        ("open ports", "open [ports]", "open-bracket", "1"),
        ("open ports", "[open/close][shut] ports", "open-bracket", "1"),
        ("(b) to", "(c) to", "number-gap", "2(c)"),
        ("paragraphs 2 and 3", "paragraphs 2 and 4", "reference", "1"),
        ("paragraphs 2 and 3", "paragraphs 3 to 2", "reference", "1"),
        ("paragraphs 2 and 3", "paragraph 1", "reference", "1"),
        ("paragraph 2 (a)", "paragraph 2 (c)", "reference", "2(b)"),
        ("focus area 2,", "focus area 3,", "reference", "1"),
        ("section II", "section III", "reference", "2(b)"),
        ("charts.[^1]", "charts.[^2][^1]", "reference", "3"),
        ("Focus area 2: Ships", "Focus area 3: Ships", "heading-number", "FA2"),
        ("We support charts", "We support charts TODO", "internal-note", "3"),
        ("We support charts", "We support <!-- ask Chile --> charts", "internal-note", "3"),
        ("We support charts", "[Note by the secretariat: ask] We support charts", "internal-note", "3"),
        ("We support charts", "We support {++all++} charts", "change-mark", "3"),
        ("We support charts", "We support ____ charts", "placeholder", "3"),
        ("We support charts", "We support … charts", "to-be-filled", "3"),
        ("We support charts", "We support\u200b charts", "invisible-character", "3"),
        ("We support charts", "We and Burma support charts", "country-name", "3"),
        ("We support charts", "South Korea supports charts", "country-name", "3"),
    ],
)
def test_each_thing_is_found_at_its_place(old: str, new: str, code: str, cite: str) -> None:
    assert CLEAN.count(old) == 1
    told = [(each.code, each.cite) for each in found(CLEAN.replace(old, new))]
    assert (code, cite) in told
    assert {each for each, _ in told} == {code} or code in ("heading-number",)


def test_a_finding_tells_paragraph_line_and_what_to_do() -> None:
    (told,) = found(CLEAN.replace("open ports", "open [ports]"))
    assert (told.cite, told.line, told.column) == ("1", 7, 65)
    assert told.sentence == "These words are not agreed: [ports]"
    assert told.way == "zerodraft resolve note 1"


def test_a_number_that_was_put_in_between_two_issues_is_renewed_before_a_final() -> None:
    draft = read_draft(CLEAN)
    numbers = tuple(Number("1 bis", "1 bis.") if each.cite == "2" else each for each in number(draft))
    told = [each for each in found(CLEAN, numbers=numbers) if each.code == "stale-number"]
    assert [(each.cite, each.sentence) for each in told] == [
        ("1 bis", "1 bis bears the number of the last issue; in a final it is 2.")
    ]
    typed = "# T\n\n1. We agree.\n\n1 bis. We invite.\n\n2. We thank.\n"
    assert codes(typed) == ["inserted-number"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("as in paragraph 12 above", ["12"]),
        ("paragraphs 3 to 5 and 7", ["3", "7"]),
        ("paragraph 4 (a) and (b)", ["4(a)", "4(b)"]),
        ("paragraph 5 bis of this Message", ["5 bis"]),
        ("section II and annex I", ["II", "I"]),
        ("paragraf 12 dan bidang fokus 3", ["12", "3"]),
        ("butir 3 Pesan ini", ["3"]),
        ("paragraph 12 in order to", ["12"]),
        ("paragraph 12 of the Paris Agreement", []),
        ("paragraph 4 of resolution 75/1", []),
        ("resolution 75/1, paragraph 4", []),
        ("Article 6, paragraph 2", []),
        ("the Charter of the United Nations, paragraph 4", []),
        ("paragraf 3 pada Piagam Perserikatan Bangsa-Bangsa", []),
        ("paragraph 3 thereof", []),
        ("the 2030 Agenda, section 3.2, this section aims", []),
    ],
)
def test_only_what_is_said_of_the_text_itself_is_a_reference(words: str, expected: list[str]) -> None:
    assert [each.number for each in own_references(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Viet Nam, the Republic of Korea, Türkiye and Czechia",
        "Brunei Darussalam, the Lao People's Democratic Republic and North Macedonia",
        "Iran (Islamic Republic of) and the Bolivarian Republic of Venezuela",
        "the ASEAN–Russia summit, the Laos-China Railway and Vietnam Airlines",
        "the United States and the UK",
        "US$5 million",
    ],
)
def test_right_names_and_names_of_other_things_do_not_stop(words: str) -> None:
    assert codes(CLEAN.replace("open ports", words)) == []


def test_the_names_of_the_workspace_go_first() -> None:
    own = Delegations((Delegation("TUR", (("en", "Turkey"),)), Delegation("KOR", (("en", "Korea, Republic of"),))))
    assert found(CLEAN.replace("open ports", "Turkey"), own=own) == []
    (told,) = found(CLEAN.replace("open ports", "South Korea"), own=own)
    assert told.sentence == "“South Korea” is “Korea, Republic of” in the list of delegations."


def test_an_indonesian_text_has_names_of_its_own() -> None:
    assert codes(CLEAN.replace("open ports", "Vietnam dan Turki"), "id") == []
    (told,) = found(CLEAN.replace("open ports", "Cina"), "id")
    assert told.way == "Write “Tiongkok”: zerodraft edit note 1"


def test_an_empty_comment_parts_two_lists_and_says_nothing() -> None:
    assert codes(CLEAN.replace("We support", "<!-- -->\n\nWe support")) == []


@given(HOSTILE, st.sampled_from(("en", "id", "fr")))
def test_the_gate_takes_any_text_and_names_places_in_it(source: str, language: str) -> None:
    draft = read_draft(source)
    known = number(draft)
    for each in barriers(Final(draft, known, language, (), (), Delegations())):
        assert 0 <= each.span.start <= each.span.end <= len(source)
        assert each.ordinal is None or 0 <= each.ordinal < len(draft.paragraphs)
