"""The closed list of delegations that goes with the sample declarations."""

import tomllib
from pathlib import Path
from typing import cast

DECLARATIONS = Path(__file__).parents[2] / "declarations"
Table = dict[str, object]


def tables() -> dict[str, Table]:
    return cast(dict[str, Table], tomllib.loads((DECLARATIONS / "delegations.toml").read_text(encoding="utf-8")))


def delegations() -> dict[str, Table]:
    return {code: table for code, table in tables().items() if code != "groups"}


def participants(slug: str) -> set[str]:
    facts = tomllib.loads((DECLARATIONS / slug / "declaration.toml").read_text(encoding="utf-8"))
    return set(cast(list[str], facts["participants"]))


def test_the_list_holds_every_participant_of_a_sample_and_nobody_else() -> None:
    slugs = [path.parent.name for path in DECLARATIONS.glob("*/declaration.toml")]
    assert len(slugs) == 5
    assert set(delegations()) == set().union(*map(participants, slugs))


def test_asean_is_a_group_of_its_ten_members() -> None:
    asean = cast(Table, tables()["groups"]["ASEAN"])
    assert set(cast(list[str], asean["members"])) == participants("asean-leaders-vision")


def test_no_name_stands_for_two_delegations() -> None:
    names = [
        {str(entry["en"]), str(entry["id"]), *cast(list[str], entry.get("aliases", []))}
        for entry in delegations().values()
    ]
    assert sum(len(each) for each in names) == len(set().union(*names))


def test_the_names_are_those_of_diplomatic_usage_in_both_languages() -> None:
    entries = delegations()
    in_indonesian = [entries[code]["id"] for code in ("CHN", "GBR", "NZL", "VNM")]
    assert in_indonesian == ["Republik Rakyat Tiongkok", "Inggris", "Selandia Baru", "Vietnam"]
    in_english = [entries[code]["en"] for code in ("BRN", "KOR", "LAO", "VNM")]
    assert in_english == ["Brunei Darussalam", "Republic of Korea", "Lao People’s Democratic Republic", "Viet Nam"]
