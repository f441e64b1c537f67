"""Claims: what a bracket prints of delegations, and the same read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.negotiation.claims import Claim, Plates
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.position import Stance

NAMES = {
    "AUS": "Australia",
    "FJI": "Fiji",
    "JPN": "Japan",
    "KOR": "Korea, Republic of",
    "CIV": "Côte d’Ivoire",
    "COD": "Congo",
    "COG": "Congo",
    "GMB": "the Gambia",
    "VNM": "Viet Nam",
}
PLATES = Plates(NAMES)


def read(printed: str) -> tuple[Claim, ...]:
    source = f"We [agree - {printed}]."
    return PLATES.read(source, brackets(source).found[0].alternatives[0])


@pytest.mark.parametrize(
    ("claims", "printed"),
    [
        ([Claim(("AUS", "FJI"))], "Australia, Fiji"),
        ([Claim(("AUS",)), Claim(("FJI",))], "Australia; Fiji"),
        (
            [Claim(("AUS", "FJI"), number="AUS-3"), Claim(("JPN",), Stance.DELETE)],
            "Australia, Fiji (AUS-3); Japan delete",
        ),
        ([Claim(("JPN",), Stance.DELETE, is_position=True)], "Japan to delete"),
        ([Claim(("JPN", "CIV"), Stance.RETAIN)], "Japan, Côte d’Ivoire retain"),
        ([Claim(("VNM",), Stance.RESERVE)], "Viet Nam reserve"),
    ],
)
def test_how_claims_are_printed_and_read(claims: list[Claim], printed: str) -> None:
    assert PLATES.printed(claims) == printed
    assert read(printed) == tuple(claims)


@pytest.mark.parametrize(("code", "why"), [("KOR", "a comma"), ("COD", "shared"), ("COG", "shared"), ("GMB", "small")])
def test_a_name_that_could_not_be_read_back_gives_way_to_the_code(code: str, why: str) -> None:
    assert PLATES.name(code) == code
    assert read(PLATES.printed([Claim((code, "AUS"))])) == (Claim((code, "AUS")),)


def test_a_name_that_is_the_code_of_another_gives_way() -> None:
    assert Plates({"AUS": "FJI", "FJI": "Fiji"}).name("AUS") == "AUS"


def test_a_name_of_nobody_is_its_own_code() -> None:
    assert read("Atlantis") == (Claim(("Atlantis",)),)


def test_what_others_type_is_read_too() -> None:
    """The way of Rio+20, where a comma also stands before another stance."""
    assert read("US delete, EU, G77 retain") == (
        Claim(("US",), Stance.DELETE),
        Claim(("EU", "G77"), Stance.RETAIN),
    )


def test_words_without_names_make_no_claims() -> None:
    source = "We [agree]."
    assert PLATES.read(source, brackets(source).found[0].alternatives[0]) == ()


CLAIMS = st.builds(
    Claim,
    st.lists(st.sampled_from(list(NAMES)), min_size=1, max_size=4, unique=True).map(tuple),
    st.sampled_from(list(Stance)),
    st.sampled_from(["", "AUS-1", "G77-12"]),
    st.just(False),
)


@given(st.lists(st.one_of(CLAIMS, st.just(Claim(("JPN",), Stance.DELETE, is_position=True))), min_size=1, max_size=4))
def test_claims_are_read_as_they_were_printed(claims: list[Claim]) -> None:
    assert read(PLATES.printed(claims)) == tuple(claims)
