"""The sample declarations: true to the facts of the conferences, and stories that can be replayed."""

import re
import tomllib
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest

DECLARATIONS = Path(__file__).parents[2] / "declarations"
VISION, BALI, CYBER = "asean-leaders-vision", "bali-message", "cybersecurity-statement"
JAKARTA, CITIES = "jakarta-message", "smart-cities-concept-note"
SLUGS = (VISION, BALI, CYBER, JAKARTA, CITIES)
ASEAN = frozenset(["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM"])
RCDD = ASEAN | frozenset(["AUS", "CHN", "IND", "JPN", "NZL", "KOR"])
ICDD = (RCDD - {"MMR"}) | frozenset(["CHL", "FJI", "FIN", "ZAF", "GBR", "USA"])
PARTICIPANTS = dict.fromkeys(SLUGS, ASEAN) | {BALI: ICDD, JAKARTA: RCDD}
SUMMIT_DAYS = [date(2018, 4, day) for day in (25, 26, 27, 28)]
DATES = dict.fromkeys(SLUGS, SUMMIT_DAYS) | {
    BALI: [date(2021, 11, 16)],
    JAKARTA: [date(2019, 9, 10), date(2019, 9, 11)],
}
LEAST_NUMBERED = dict.fromkeys(SLUGS, 10) | {BALI: 30, JAKARTA: 15}
FOCUS_AREAS = [
    "Focus area 1: Government policy frameworks that support digital diplomacy",
    "Focus area 2: Crisis management through digital diplomacy",
    "Focus area 3: Data management in support of digital diplomacy",
    "Focus area 4: Innovation in support of small and medium-sized enterprises (SMEs)",
    "Focus area 5: Capacity building and digital inclusion",
]
CLIMB = ["Permanent Representatives", "SOM", "AMM", "Summit"]
ISSUED = {
    VISION: list(
        zip(
            ["Zero Draft", "Rev.1", "Rev.2", "Final draft", "Adopted text"],
            [*CLIMB, "adopted by consensus"],
            strict=True,
        )
    ),
    BALI: [("Zero Draft", "Consultation"), ("Rev.1", "Negotiation"), ("Rev.2", "Negotiation")],
    CYBER: [("Zero Draft", CLIMB[0]), ("Rev.1", CLIMB[1])],
    JAKARTA: [("Zero Draft", "Consultation"), ("Rev.1", "Negotiation"), ("Adopted text", "adopted by consensus")],
    CITIES: [("Zero Draft", CLIMB[0])],
}
ISSUES = ("issue", "adopt")
ACTS = frozenset({*ISSUES, "comment", "reply", "edit"})
OFFSET_HOURS = dict.fromkeys(SLUGS, 8) | {JAKARTA: 7}
Table = dict[str, object]


# The counting rule, in its shortest form

LABEL = re.compile(r"\(([a-z]+)\) ")
ROMAN = ("i", "ii", "iii", "iv", "v")


def cited(source: str) -> dict[str, str]:
    """The words of every paragraph that can be cited, by its citation: "PP3", "7", "7(b)", "7(b)(ii)"."""
    found: dict[str, str] = {}
    section, preambular, operative, letter = "preamble", 0, 0, ""
    for paragraph in source.removesuffix("\n").split("\n\n"):
        label = LABEL.match(paragraph)
        if paragraph.startswith("#"):
            section = paragraph if paragraph.startswith("## ") else section
        elif section == "preamble":
            preambular += 1
            found[f"PP{preambular}"] = paragraph
        elif section != "## Closing" and label is None:
            operative += 1
            found[str(operative)] = paragraph
        elif label is not None:
            detail = f"({label[1]})" if label[1] in ROMAN else ""
            letter = letter if detail else f"({label[1]})"
            assert f"{operative}{letter}{detail}" not in found
            found[f"{operative}{letter}{detail}"] = paragraph[label.end() :]
    return found


def numbered(source: str) -> list[str]:
    return [citation for citation in cited(source) if citation.isdigit()]


# Reading the samples


def text_of(slug: str) -> str:
    return (DECLARATIONS / slug / "text.md").read_text(encoding="utf-8")


def table_of(path: str) -> Table:
    return tomllib.loads((DECLARATIONS / path).read_text(encoding="utf-8"))


def story_of(slug: str) -> list[Table]:
    return cast(list[Table], table_of(f"{slug}/story.toml")["act"])


def word(table: Table, key: str) -> str:
    return cast(str, table.get(key, ""))


def date_of(act: Table) -> datetime:
    return cast(datetime, act["date"])


def kept(slug: str, *kinds: str) -> list[Table]:
    return [act for act in story_of(slug) if act["act"] in kinds]


def apply_edit(source: str, act: Table) -> str:
    """The text after one edit; each `find` must occur once, before the edit and at its own turn."""
    before = source
    for change in cast(list[Table], act["change"]):
        find = word(change, "find")
        assert before.count(find) == 1, (word(act, "summary"), find)
        assert source.count(find) == 1, (word(act, "summary"), find)
        source = source.replace(find, word(change, "replace"))
        assert source != before
    return source


def designation_of(act: Table) -> str:
    return "Adopted text" if act["act"] == "adopt" else word(act, "designation")


def stage_of(act: Table) -> str:
    return f"adopted by {word(act, 'by')}" if act["act"] == "adopt" else word(act, "stage")


def version_of(issue: Table) -> str:
    return designation_of(issue).lower().replace(".", "-").replace(" ", "-")


def issued_texts(slug: str) -> dict[str, str]:
    """Every issued text by its version name, in the order of issue; the last one under "" is the working text."""
    source, issued = text_of(slug), {}
    for act in story_of(slug):
        if act["act"] == "edit":
            source = apply_edit(source, act)
        elif act["act"] in ISSUES:
            issued[version_of(act)] = source
    return issued | {"": source}


def english_names() -> dict[str, str]:
    entries = cast(dict[str, Table], table_of("delegations.toml"))
    return {code: word(entry, "en") for code, entry in entries.items() if code != "groups"}


each_slug = pytest.mark.parametrize("slug", SLUGS)

# The texts


@each_slug
def test_the_facts_are_those_of_the_conference(slug: str) -> None:
    facts = table_of(f"{slug}/declaration.toml")
    participants = cast(list[str], facts["participants"])
    assert set(participants) == PARTICIPANTS[slug]
    assert len(participants) == len(PARTICIPANTS[slug])
    assert facts["dates"] == DATES[slug]
    assert facts["host"] in participants
    assert (facts["language"], facts["numbering"]) == ("en", "unfccc")
    assert facts["kind"] in {"message", "declaration", "joint statement", "concept note"}
    assert facts.get("predecessor", "") in {"", *SLUGS}
    assert text_of(slug).startswith(f"# {facts['title']}\n\n")


def test_the_two_messages_have_21_and_16_delegations_and_follow_each_other() -> None:
    assert len(ICDD) == 21
    assert len(RCDD) == 16
    assert table_of(f"{BALI}/declaration.toml")["predecessor"] == JAKARTA
    preamble = cited(text_of(BALI))["PP2"]
    assert "11 September 2019" in preamble
    assert "12 July 2018" in preamble


def test_the_bali_message_has_its_five_focus_areas_and_the_last_speaks_of_vulnerable_groups() -> None:
    text = text_of(BALI)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [*FOCUS_AREAS, "Closing"]
    assert text.partition(FOCUS_AREAS[4])[2].count("vulnerable and marginalized groups") == 1


@pytest.mark.parametrize("slug", [VISION, BALI, CYBER, JAKARTA])
def test_the_delegations_that_a_text_lists_are_its_participants(slug: str) -> None:
    listed = cited(text_of(slug))["PP1"]
    assert {code for code, name in english_names().items() if re.search(rf"\b{name}\b", listed)} == PARTICIPANTS[slug]


@each_slug
def test_a_text_is_full_and_counted_without_a_gap(slug: str) -> None:
    numbers = numbered(text_of(slug))
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= LEAST_NUMBERED[slug]


def test_each_text_has_sub_paragraphs_and_the_bali_message_details_and_a_preamble() -> None:
    for slug in SLUGS:
        assert any(citation.endswith("(b)") for citation in cited(text_of(slug))), slug
    bali = cited(text_of(BALI))
    assert sum(citation.endswith("(ii)") for citation in bali) >= 2
    assert 8 <= sum(citation.startswith("PP") for citation in bali) <= 12


def test_agreed_language_is_carried_from_the_adopted_jakarta_message() -> None:
    adopted = set(cited(issued_texts(JAKARTA)["adopted-text"]).values())
    carried = adopted & set(cited(text_of(BALI)).values())
    assert len(carried) >= 4


@each_slug
def test_the_house_format_is_kept(slug: str) -> None:
    for source in issued_texts(slug).values():
        assert re.search(r"[^\n]\n\Z", source)
        assert not re.search(r"\n{3}|[^\n]\n[^\n]", source), "one paragraph is one line, one blank line between"
        assert not re.search(r"['\"\r\t]|  | $|\d-\d", source, re.MULTILINE), "curly quotes, en dashes, single spaces"
        assert len(re.findall(r"^# ", source, re.MULTILINE)) == source.count("## Closing") == 1
        assert not re.search(r"^\d", source, re.MULTILINE), "numbers are derived"


@each_slug
def test_sub_paragraphs_follow_each_other_and_end_well(slug: str) -> None:
    for source in issued_texts(slug).values():
        citations = cited(source)
        for citation, words in citations.items():
            last = re.search(r"\(([a-h]|i{1,3})\)$", citation)
            if last and last[1] not in {"a", "i"}:
                previous = chr(ord(last[1]) - 1) if last[1] in "bcdefgh" else last[1][:-1]
                assert f"{citation.removesuffix(last[0])}({previous})" in citations, citation
            assert words.removesuffix(" [Agreed ad ref]")[-1] in ".:;,", citation


@each_slug
def test_brackets_are_balanced_in_every_paragraph(slug: str) -> None:
    for paragraph in "\n\n".join(issued_texts(slug).values()).split("\n\n"):
        depth = 0
        for sign in re.findall(r"[\[\]]", paragraph):
            depth += 1 if sign == "[" else -1
            assert depth >= 0, paragraph
        assert depth == 0, paragraph


@each_slug
def test_no_sentence_is_longer_than_90_words(slug: str) -> None:
    for sentence in re.split(r"(?<=[.!?])\s|\n\n", "\n\n".join(issued_texts(slug).values())):
        assert len(sentence.split()) <= 90, sentence


AMERICAN = (
    r"\b(?:\w*(?:vior|labor(?!ator)|honor|favor|neighbor|endeavor)\w*|center\w*|program|programs|defense|fulfill|"
    r"traveler\w*|judgment|analyze\w*|catalyz\w*|skillful|enrollment|cyber[ -]security|cyber[ -]space|co-operat\w*|"
    r"percent|Vietnam|well-being of)\b"
)
ISE = r"\b\w+[^aeiou\W]is(?:e|es|ed|ing|ation|ations)\b"
ISE_BY_NATURE = re.compile(
    r"(?:cris|exercis|enterpris|promis|otherwis|advis|revis|compris|likewis)(?:e|es|ed|ing)", re.I
)


def test_spelling_is_that_of_the_united_nations() -> None:
    texts = [(slug, text) for slug in SLUGS for text in issued_texts(slug).values()]
    remarks = [(slug, word(act, "text") or word(act, "summary")) for slug in SLUGS for act in story_of(slug)]
    for name, source in [*texts, *remarks]:
        assert not re.findall(AMERICAN, source), name
        ise = [found for found in re.findall(ISE, source) if not ISE_BY_NATURE.fullmatch(found)]
        assert not ise, name
        assert not re.search("['\"]", source), (name, source)


# The stories


@each_slug
def test_the_acts_of_a_story_are_known_and_rise_in_time_at_the_place_of_the_conference(slug: str) -> None:
    acts = story_of(slug)
    dates = [date_of(act) for act in acts]
    assert all(earlier < later for earlier, later in pairwise(dates))
    assert dates[-1].date() <= DATES[slug][-1]
    for act in acts:
        assert act["act"] in ACTS
        offset = date_of(act).utcoffset()
        assert offset is not None
        assert offset.total_seconds() == OFFSET_HOURS[slug] * 3600


@each_slug
def test_a_story_issues_its_versions_each_at_its_stage_beginning_with_the_zero_draft(slug: str) -> None:
    assert story_of(slug)[0]["act"] == "issue"
    assert [(designation_of(act), stage_of(act)) for act in kept(slug, *ISSUES)] == ISSUED[slug]


@each_slug
def test_every_change_finds_its_words_once_and_changes_them(slug: str) -> None:
    assert issued_texts(slug)[""] != text_of(slug)


@each_slug
def test_every_quote_stands_in_its_paragraph_of_the_version_that_was_read(slug: str) -> None:
    issued, circulated = issued_texts(slug), ""
    for act in story_of(slug):
        if act["act"] in ISSUES:
            circulated = version_of(act)
        if act["act"] == "comment":
            assert act["on"] == circulated, word(act, "key")
            words = cited(issued[word(act, "on")])[word(act, "paragraph")]
            assert words.count(word(act, "quote")) == 1 or "quote" not in act, word(act, "key")


@each_slug
def test_replies_and_edits_name_an_earlier_comment_and_only_participants_speak(slug: str) -> None:
    keys: set[str] = set()
    for act in story_of(slug):
        for key in ("to", "answers"):
            assert word(act, key) in {"", *keys}
        if act["act"] == "comment":
            assert word(act, "key") not in keys
            keys.add(word(act, "key"))
            assert word(act, "key").startswith(word(act, "from").lower() + "-")
            assert word(act, "occasion")
        if act["act"] == "reply":
            assert isinstance(act["resolves"], bool)
        if act["act"] not in ISSUES:
            assert word(act, "from") in PARTICIPANTS[slug] | {"SEC"}
            assert word(act, "text") or word(act, "summary")


def test_all_21_delegations_comment_on_the_bali_message() -> None:
    comments = kept(BALI, "comment")
    assert len(comments) >= 30
    assert {word(act, "from") for act in comments} == ICDD


def test_rev_2_of_the_bali_message_shows_every_kind_of_bracket_and_mark() -> None:
    text = issued_texts(BALI)["rev-2"]
    assert "[shall][should]" in text
    assert "[voluntary/cooperative]" in text
    assert re.search(r"\[, with trust - Japan, Singapore; South Africa delete\]", text)
    assert re.search(r"\[[^\]]*\[[^\]]*\][^\]]*\]", text), "one bracket inside another"
    assert text.count(" [Agreed ad ref]\n") == 8
    assert not re.search(r"[\[\]]", text_of(BALI)), "the zero draft is clean"


def test_rev_2_of_the_bali_message_renumbers_by_insertion_move_split_and_deletion() -> None:
    old, new = (cited(issued_texts(BALI)[name]) for name in ("rev-1", "rev-2"))
    assert new["9"] == old["23"].replace("We encourage", "We invite")
    use = new["26"].removeprefix("We encourage the use of artificial intelligence")
    assert old["25"] == new["25"].removesuffix(".") + ", and we encourage its use" + use
    assert old["34"] not in new.values()
    assert "landlocked countries" in new["44"]
    assert [len(numbered(issued_texts(BALI)[name])) for name in ("rev-1", "rev-2")] == [43, 44]


def test_a_name_inside_a_bracket_is_a_delegation_of_the_conference() -> None:
    known = {english_names()[code] for code in ICDD}
    text = issued_texts(BALI)["rev-2"]
    attributions = re.findall(r" - ([^\[\]/]+?)(?= /|\])", text)
    assert len(attributions) >= 12
    for attribution in attributions:
        for position in attribution.split(";"):
            plain = re.sub(r" (retain|delete|reserve|flexible)$", "", position.strip())
            assert {name.strip() for name in plain.split(",")} <= known, attribution
