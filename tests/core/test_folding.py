"""Whoever looks for words finds them, however they are written."""

import pytest

from zerodraft.core.text.folding import folded


@pytest.mark.parametrize(
    ("typed", "written"),
    [("japan", "JAPAN"), ("cote d'ivoire", "Côte d'Ivoire"), ("viet nam", "Việt Nam"), ("strasse", "Straße")],
)
def test_case_and_accents_do_not_matter(typed: str, written: str) -> None:
    assert folded(written) == typed


def test_other_scripts_are_found_as_they_are() -> None:
    assert folded("港は") in folded("「港は開く」")
    assert folded("ราชอาณาจักร") in folded("ราชอาณาจักรไทย")
