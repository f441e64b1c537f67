"""Names of declarations and paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.errors import NotThere, Refusal
from zerodraft.store import layout


@pytest.mark.parametrize("name", ["Bali Message", "../../evil", "nul", ""])
def test_a_declaration_has_no_folder_under_a_name_that_can_not_be_used(name: str) -> None:
    for place in (layout.folder, layout.text_path, layout.settings_path):
        with pytest.raises(Refusal, match="can't name a declaration"):
            place(name)


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
    assert layout.settings_path("bali-message") == "declarations/bali-message/declaration.toml"
    assert layout.check_folder("declarations/") == "declarations"
    assert layout.check_folder("declarations/x/") == "declarations/x"
    assert layout.is_tag_name("bali-message/rev-1")
    assert not layout.is_tag_name("bali-message")
