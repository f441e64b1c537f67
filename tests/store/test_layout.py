"""Names of declarations and paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.errors import NotThere, Refusal
from zerodraft.formats.names import is_safe_name
from zerodraft.store import layout


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Bali Message", "bali-message"),
        ("../../evil", "evil"),
        ("nul", "nul-text"),
        ("Déclaration de Bali (2021)", "declaration-de-bali-2021"),
        ("", "declaration"),
        ("宣言", "declaration"),
        ("--output=x", "output-x"),
        ("x" * 80, "x" * 64),
    ],
)
def test_a_name_that_can_not_be_used_is_answered_with_one_that_can(name: str, proposal: str) -> None:
    with pytest.raises(Refusal) as refused:
        layout.check_slug(name)
    assert refused.value.hint == f"Try “{proposal}”."


@given(st.text(max_size=100))
def test_every_proposal_can_be_used(name: str) -> None:
    assert is_safe_name(layout.proposed_slug(name))


@given(st.text(max_size=30))
def test_no_path_leads_out_of_the_declarations(path: str) -> None:
    try:
        layout.check_path(f"declarations/{path}")
    except NotThere:
        return
    parts = path.split("/")
    assert not {"", ".", "..", ".git"} & set(parts)
    assert path.isprintable()


def test_places_of_a_declaration() -> None:
    assert layout.text_path("bali-message") == "declarations/bali-message/text.md"
    assert layout.check_folder("declarations/") == "declarations"
    assert layout.check_folder("declarations/x/") == "declarations/x"
    assert layout.is_tag_name("bali-message/rev-1")
    assert not layout.is_tag_name("bali-message")
