"""The closed list: forgiving about spelling, about nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.negotiation.delegation import (
    SECRETARIAT,
    Delegation,
    Delegations,
    Group,
    comparison_key,
    spellings,
)

JAPAN = Delegation("JPN", (("en", "Japan"), ("id", "Jepang")), ("JP", "Nippon", "日本"))
KOREA = Delegation("KOR", (("en", "Republic of Korea"), ("id", "Korea Selatan")), ("KR", "ROK", "South Korea"))
VIET_NAM = Delegation("VNM", (("en", "Viet Nam"),), ("VN",))
IVORY = Delegation("CIV", (("en", "Côte d’Ivoire"),), ("CI", "Ivory Coast"))
TRINIDAD = Delegation("TTO", (("en", "Trinidad & Tobago"),), ("TT",))
TURKIYE = Delegation("TUR", (("en", "Türkiye"),), ("TR", "Turkey"))
AMERICA = Delegation("USA", (("en", "United States"),), ("US",))
WHO = Delegation("WHO", (("fr", "OMS"),))
ASEAN = Group("ASEAN", "ASEAN", ("VNM",), ("Association of Southeast Asian Nations",))
G77 = Group("G77", "Group of 77", (), ("G77 and China",))
LIST = Delegations((JAPAN, KOREA, VIET_NAM, IVORY, TRINIDAD, TURKIYE, AMERICA, WHO), (ASEAN, G77))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("JPN", "JPN"),
        ("jpn", "JPN"),
        ("jp", "JPN"),
        ("  JAPAN ", "JPN"),
        ("Japan\u00a0", "JPN"),
        ("jepang", "JPN"),
        ("日本", "JPN"),
        ("the Republic of Korea", "KOR"),
        ("R.O.K.", "KOR"),
        ("korea  selatan", "KOR"),
        ("Vietnam", "VNM"),
        ("Viet-Nam", "VNM"),
        ("Cote d'Ivoire", "CIV"),
        ("Co\u0302te d’Ivoire", "CIV"),
        ("Trinidad and Tobago", "TTO"),
        ("Trinidad dan Tobago", "TTO"),
        ("TÜRKİYE", "TUR"),
        ("Turkiye", "TUR"),
        ("the U.S.", "USA"),
        ("Asean", "ASEAN"),
        ("G-77", "G77"),
        ("G77 & China", "G77"),
        ("secretariat", "SEC"),
        ("Sekretariat", "SEC"),
    ],
)
def test_a_delegation_is_found_however_people_write_it(written: str, code: str) -> None:
    found = LIST.resolve(written)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "written",
    [
        "Јapan",  # Cyrillic Je
        "Jaраn",  # Cyrillic er and a
        "Ja\u200bpan",
        "Japan\u202e",
        "ＪＡＰＡＮ",
        "J\u0336apan",  # struck through
        "\u212aorea Selatan",  # the kelvin sign
        "Trinidad & Tob\u0430go",
        "Türkıye",
        "",
        "the",
        "…",
        "Japan Korea",
    ],
)
def test_a_name_that_only_looks_like_a_delegation_is_nobody(written: str) -> None:
    assert LIST.resolve(written) is None


def test_the_secretariat_is_always_there_once() -> None:
    assert Delegations().resolve("sec") == SECRETARIAT
    own = Delegation("SEC", (("en", "ASEAN Secretariat"),))
    assert Delegations((own,)).delegations == (own,)


def test_a_code_stands_for_one_entry_only() -> None:
    with pytest.raises(ValueError, match="twice"):
        Delegations((JAPAN,), (Group("JPN", "Friends of Japan"),))


def test_andorra_is_not_a_small_word() -> None:
    andorra = Delegation("AND", (("en", "Andorra"),))
    assert Delegations((andorra,)).resolve("and") is andorra


def test_a_code_counts_more_than_an_earlier_alias() -> None:
    confused = Delegation("AUS", (("en", "Australia"),), ("AU", "JPN"))
    union = Group("AU", "African Union")
    both = Delegations((confused, JAPAN), (union,))
    assert both.resolve("jpn") is JAPAN
    assert both.resolve("au") is union


def test_the_earlier_entry_keeps_a_spelling_that_two_share() -> None:
    first = Delegation("COD", (("en", "DR Congo"),), ("Congo",))
    second = Delegation("COG", (("en", "Congo"),))
    assert Delegations((first, second)).resolve("congo") is first


@pytest.mark.parametrize(
    ("typed", "near"),
    [("Jappan", "Japan"), ("Јapan", "Japan"), ("Ja\u200bpan", "Japan"), ("Republik Korea", "Republic of Korea")],
)
def test_a_mistyped_name_is_answered_with_the_nearest(typed: str, near: str) -> None:
    assert LIST.nearest(typed)[0] == near


def test_suggestions_are_few_and_name_each_delegation_once() -> None:
    assert LIST.nearest("Koreas") == ()
    assert LIST.nearest("Nipon Japan") == ()
    assert LIST.nearest("Turkye") == ("Türkiye",)
    assert LIST.nearest("x" * 100_000) == ()


def test_a_name_falls_back_to_english_then_to_any_then_to_the_code() -> None:
    assert LIST.name("JPN", "id") == "Jepang"
    assert LIST.name("VNM", "id") == "Viet Nam"
    assert LIST.name("WHO", "id") == "OMS"
    assert LIST.name("G77", "id") == "Group of 77"
    assert LIST.name("XYZ", "id") == "XYZ"
    assert Delegations((Delegation("ITU", ()),)).name("ITU", "en") == "ITU"


def test_a_group_speaks_for_its_members_and_a_delegation_for_itself() -> None:
    assert LIST.members_of("ASEAN") == ("VNM",)
    assert LIST.members_of("JPN") == ("JPN",)
    assert LIST.members_of("XYZ") == ()


def test_name_plates_stand_in_the_order_of_the_language() -> None:
    codes = ("VNM", "KOR", "JPN", "CIV")
    assert LIST.by_name(codes, "en") == ("CIV", "JPN", "KOR", "VNM")
    assert LIST.by_name(codes, "id") == ("CIV", "JPN", "KOR", "VNM")
    assert LIST.by_name(("TUR", "TTO"), "en") == ("TTO", "TUR")


@given(st.sampled_from(LIST.delegations), st.data())
def test_case_spaces_and_full_stops_change_nothing(entry: Delegation, data: st.DataObject) -> None:
    spelling = data.draw(st.sampled_from(spellings(entry)))
    written = "".join(
        data.draw(st.sampled_from((char, char.upper(), f"{char}.", f"{char} "))) if char.isascii() else char
        for char in spelling.replace(" and ", " ").replace("the ", "")
    )
    assert LIST.resolve(written) is entry


@given(st.text(max_size=30))
def test_any_text_has_a_key_and_the_key_of_a_key_is_itself(text: str) -> None:
    key = comparison_key(text)
    assert comparison_key(key) in {key, ""}
