"""The rules of the manual: each finds its own example, and lets the mended one pass."""

from pathlib import Path

import pytest

from zerodraft.core.gate.findings import Barrier
from zerodraft.core.gate.manual.reading import RULES, by_the_manual
from zerodraft.core.gate.manual.rule import Rule
from zerodraft.core.text.parse import read_draft

PREAMBLE = "*Recalling* the seminar,\n\n*Guided* by the Charter,\n\n{}\n\n*Aware* of the needs,\n\n*Convinced* of it,\n"
OPERATIVE = "## Work\n\n1. We agree to meet.\n\n2. We invite all to speak.\n\n3. {}\n\n4. We thank the host.\n"
# Where an example stands; most stand in an operative paragraph.
FRAMES = {
    "preambular-end": f"# T\n\n{PREAMBLE}\n## Work\n\n1. We agree.\n",
    "preambular-italics": f"# T\n\n{PREAMBLE}\n## Work\n\n1. We agree.\n",
    "heading-end": "# T\n\n1. We agree.\n\n{}\n\n2. We invite all.\n",
    "operative-end": f"# T\n\n{OPERATIVE}",
    "footnotes-in-order": "# T\n\n1. {}\n\n[^1]: One.\n\n[^2]: Two.\n",
}


def found(source: str, language: str = "en") -> list[Barrier]:
    return list(by_the_manual(read_draft(source), language))


def placed(rule: Rule, words: str) -> str:
    return FRAMES.get(rule.name, "# T\n\n## Work\n\n1. It is so: {} stands here.\n").replace("{}", words)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_own_example_and_lets_the_mended_one_pass(rule: Rule) -> None:
    assert rule.name in [each.code for each in found(placed(rule, rule.wrong))]
    assert rule.name not in [each.code for each in found(placed(rule, rule.right))]


def test_names_of_rules_are_unique_and_a_rule_never_stops() -> None:
    assert len({each.name for each in RULES}) == len(RULES)
    assert not any(each.stops for rule in RULES for each in found(placed(rule, rule.wrong)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_documents_tell_of_a_rule_what_the_program_tells(rule: Rule) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "adoption.md").read_text()
    assert f"| `{rule.name}` | {rule.why} | {rule.wrong} | {rule.right} |" in page


def test_the_place_of_a_hint_is_that_of_its_words() -> None:
    source = "# T\n\n## Work\n\n1. We *recognise* 3 needs. Of them 40% are met.\n"
    marked = {each.code: each.span.of(source) for each in found(source)}
    assert marked == {"spelling-ize": "recognise", "number-in-words": "3", "per-cent": "40%"}


@pytest.mark.parametrize(
    "words",
    [
        "We recall paragraph 3, Goal 4, phase 2 and Article 6.",
        "We met on 3 May 2021 at 9 a.m. with 3 to 12 officials.",
        "Of 14 ports 3 are open; 2.5 per cent are not; children aged 5 go by bus.",
        "COVID-19, resolution 70/1, ISO 3166-1, 2021-11-16 and A/76/251.",
        "We advise, exercise, promise and supervise an enterprise of expertise otherwise compromised.",
        "The World Trade Center and the Organisation for Economic Co-operation and Development met.",
        "The ASEAN and the United Nations, the Lao PDR and the United States.",
        "WE, the Ministers, NOTING FURTHER the need, agree.",
        "We had had that that we knew.",
        "The state of affairs and the state of the art.",
        "We agree “as ‘one’ people”, and the people’s needs.",
        "Between 10 and 15 per cent, US$5 million and $3.",
    ],
)
def test_what_is_right_is_let_alone(words: str) -> None:
    assert found(f"# T\n\n## Work\n\n1. {words}\n") == []


def test_rules_of_english_leave_an_indonesian_text_alone() -> None:
    source = "# T\n\n## Kerja\n\n1. Kami sepakat 3 program, 40% dan negara anggota etc.\n"
    assert found(source, "id") == []
    assert len(found(source)) > 2


def test_of_one_rule_ten_places_are_told_and_the_others_counted() -> None:
    words = " ".join(f"We recognise it{'.' if count % 2 else ';'}" for count in range(14))
    told = [each for each in found(f"# T\n\n1. {words}\n") if each.code == "spelling-ize"]
    assert len(told) == 10
    assert told[-1].sentence == "“recognise” is spelled “recognize”. So at 4 more places."
