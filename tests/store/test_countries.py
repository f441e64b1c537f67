"""The countries of the world, as conferences write them in English and Indonesian."""

import subprocess
import sys
from datetime import date

import pytest

from zerodraft.core.negotiation.delegation import Delegation, Delegations, Group, comparison_key, spellings
from zerodraft.store.countries import long_date, long_dates, with_countries

OWN = Delegations(
    (
        Delegation("KOR", (("en", "Korea"),), ("Hanguk",)),
        Delegation("COD", (("en", "DR Congo"),), ("Congo",)),
        Delegation("ITU", (("en", "International Telecommunication Union"),)),
    ),
    (Group("EU", "European Union", ("FIN",)),),
)


def entries(world: Delegations) -> list[Delegation | Group]:
    return [*world.delegations, *world.groups]


@pytest.fixture(scope="module")
def world() -> Delegations:
    return with_countries(Delegations())


BALI = "IDN AUS BRN KHM CHL CHN FJI FIN IND JPN LAO MYS NZL PHL KOR SGP ZAF THA GBR USA VNM"


def test_the_21_delegations_of_bali_have_names_in_both_languages(world: Delegations) -> None:
    english = [world.name(code, "en") for code in BALI.split()]
    assert english == [
        "Indonesia", "Australia", "Brunei Darussalam", "Cambodia", "Chile", "China", "Fiji", "Finland", "India",
        "Japan", "Lao PDR", "Malaysia", "New Zealand", "Philippines", "Republic of Korea", "Singapore",
        "South Africa", "Thailand", "United Kingdom", "United States", "Viet Nam",
    ]  # fmt: skip
    indonesian = [world.name(code, "id") for code in BALI.split()]
    assert indonesian == [
        "Indonesia", "Australia", "Brunei Darussalam", "Kamboja", "Chile", "Tiongkok", "Fiji", "Finlandia", "India",
        "Jepang", "Laos", "Malaysia", "Selandia Baru", "Filipina", "Republik Korea", "Singapura",
        "Afrika Selatan", "Thailand", "Inggris", "Amerika Serikat", "Viet Nam",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("CHN", "RRT|Tiongkok|PRC|Republik Rakyat Tiongkok|cn|CHN|People's Republic of China"),
        ("VNM", "Viet Nam|Vietnam|VN"),
        ("KOR", "Korea Selatan|ROK|South Korea|Republic of Korea|The Republic of Korea|Korea (Republic of)"),
        ("GBR", "UK|U.K.|Inggris|Britain|Inggris Raya|GB|United Kingdom"),
        ("USA", "US|USA|U.S.|U.S.A.|Amerika Serikat|the United States of America"),
        ("LAO", "Laos|Lao PDR|Lao P.D.R."),
        ("BRN", "Brunei|Brunei Darussalam"),
        ("TUR", "Türkiye|Turkey|Turkiye|Turki"),
        ("MMR", "Myanmar|Burma|Myanmar (Burma)"),
        ("COD", "DRC|Congo - Kinshasa|Democratic Republic of the Congo"),
        ("COG", "Congo|Republic of the Congo"),
        ("CIV", "Cote d'Ivoire|Ivory Coast"),
        ("EU", "EU|European Union|Uni Eropa"),
        ("G77", "G77|G-77|Group of 77|G77 & China"),
        ("ASEAN", "asean"),
        ("SEC", "SEC|Secretariat|Sekretariat"),
    ],
)
def test_a_delegation_is_found_as_people_write_it(world: Delegations, code: str, written: str) -> None:
    found = [world.resolve(each) for each in written.split("|")]
    assert [entry.code if entry else None for entry in found] == [code] * len(found)


def test_the_list_is_iso_3166_and_no_spelling_means_two_of_it(world: Delegations) -> None:
    assert len(world.delegations) == 249 - 6 + 1  # without the uninhabited ones, and with the secretariat


@pytest.mark.parametrize("code", ["ATA", "ATF", "BVT", "HMD", "SGS", "UMI", "Antarctica", "Bouvet Island"])
def test_no_delegation_comes_from_where_nobody_lives(world: Delegations, code: str) -> None:
    assert world.resolve(code) is None


@pytest.mark.parametrize("code", ["HKG", "IOT", "PCN", "PSE", "SJM", "TWN", "VAT"])
def test_every_inhabited_entry_is_on_the_list_whatever_is_said_about_its_status(world: Delegations, code: str) -> None:
    assert world.resolve(code)
    owners: dict[str, set[str]] = {}
    for entry in entries(world):
        for spelling in spellings(entry):
            owners.setdefault(comparison_key(spelling), set()).add(entry.code)
    assert {key: codes for key, codes in owners.items() if len(codes) > 1 or not key} == {}


def test_withdrawn_reserved_and_private_codes_are_nobody(world: Delegations) -> None:
    assert [world.resolve(code) for code in ("ZAR", "DDR", "XKK", "QUU", "TAA", "AAA", "ZZZ")] == [None] * 7


def test_all_members_of_the_usual_groups_are_countries(world: Delegations) -> None:
    codes = {entry.code for entry in world.delegations}
    assert len(world.members_of("ASEAN")) == 10
    assert len(world.members_of("EU")) == 27
    assert all(codes.issuperset(group.members) for group in world.groups)


def test_the_workspace_has_the_last_word_on_names_and_groups() -> None:
    world = with_countries(OWN)
    assert world.name("KOR", "en") == "Korea"
    assert world.name("KOR", "id") == "Republik Korea"
    assert [entry.code for entry in world.delegations][:3] == ["KOR", "COD", "ITU"]
    assert world.members_of("EU") == ("FIN",)
    for written, code in {"Hanguk": "KOR", "Republic of Korea": "KOR", "Congo": "COD", "ITU": "ITU"}.items():
        found = world.resolve(written)
        assert found is not None
        assert found.code == code


def test_a_group_of_the_workspace_may_take_the_code_of_a_country() -> None:
    world = with_countries(Delegations((), (Group("PIF", "Pacific Islands Forum"), Group("MSG", "Spearhead"))))
    assert world.members_of("MSG") == ()


def test_what_the_short_list_finds_the_long_list_finds_too() -> None:
    world = with_countries(OWN)
    for entry in entries(OWN):
        for spelling in spellings(entry):
            found = world.resolve(spelling)
            assert found is not None
            assert found.code == entry.code


def test_only_the_languages_asked_for_are_read_and_none_is_kept() -> None:
    program = (
        "import sys; from zerodraft.core.negotiation.delegation import Delegations\n"
        "from zerodraft.store import countries\n"
        "assert not any(name.startswith('babel') for name in sys.modules)\n"
        "from babel import core, localedata\n"
        "read, load = [], localedata.load\n"
        "localedata.load = lambda name, *more: (read.append(name), load(name, *more))[1]\n"
        "countries.with_countries(Delegations(), ('en',))\n"
        "print(sorted({*read}), [*localedata._cache], core._global_data)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "['en', 'root'] [] None\n"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "3 August 2019"), ("id", "3 Agustus 2019"), ("fr", "3 août 2019")]
)
def test_a_day_stands_in_words(language: str, words: str) -> None:
    assert long_date(date(2019, 8, 3), language) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), ""),
        ((date(2021, 11, 16),), "16 November 2021"),
        ((date(2021, 11, 16), date(2021, 11, 16)), "16 November 2021"),
        ((date(2019, 9, 11), date(2019, 9, 10)), "10–11 September 2019"),
        ((date(2018, 4, 30), date(2018, 5, 2)), "30 April 2018 – 2 May 2018"),
    ],
)
def test_the_days_of_a_conference_are_a_range(days: tuple[date, ...], words: str) -> None:
    assert long_dates(days, "en") == words


def test_countries_are_called_as_they_call_themselves_at_conferences() -> None:
    known = with_countries(Delegations())
    assert (known.name("VAT", "en"), known.name("VAT", "id")) == ("Holy See", "Takhta Suci")
    assert (known.name("TUR", "en"), known.name("TUR", "id")) == ("Türkiye", "Türkiye")
    assert known.name("LCA", "en") == "Saint Lucia"
    for written in ("Vatican", "Turkey", "Turki", "Rusia", "Micronesia"):
        assert known.resolve(written) is not None, written


def test_delegations_stand_in_the_alphabet_of_their_language_accents_apart() -> None:
    known = with_countries(Delegations())
    codes = ("TUR", "TUN", "CIV", "CRI", "KOR", "JPN", "NZL", "ALA", "ALB")
    assert known.by_name(codes, "en") == ("ALA", "ALB", "CRI", "CIV", "JPN", "NZL", "KOR", "TUN", "TUR")
    assert known.by_name(codes, "id") == ("ALB", "JPN", "ALA", "CRI", "CIV", "KOR", "NZL", "TUN", "TUR")
