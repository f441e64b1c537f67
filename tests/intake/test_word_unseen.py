"""Words of a Word file that nobody sees as they are, told of what the file says of them and not by looking at it."""

import pytest
from tests.intake.word_made import cell, element, made, p, root, row, style, t, table

from zerodraft.intake.word import read_word

NONE: list[tuple[str, int]] = []
ONE = [("unseen", 1)]


def formed(form: str, words: str = "<w:t>a</w:t>") -> str:
    return f"<w:r><w:rPr>{form}</w:rPr>{words}</w:r>"


def codes(body: str, styles: str = "") -> list[tuple[str, int]]:
    parts = {"styles": root("styles", styles)} if styles else None
    return [(each.code, each.times) for each in read_word(made(body, parts), "aus.docx").notices]


def styled(name: str, form: str, based_on: str = "", kind: str = "paragraph") -> str:
    above = element("basedOn", val=based_on) if based_on else ""
    return element("style", element("name", val=name) + above + element("rPr", form), type=kind, styleId=name)


@pytest.mark.parametrize(
    "form",
    [
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="000000"/><w:shd w:fill="101010"/>',
        '<w:sz w:val="1"/>',
        '<w:w w:val="1"/>',
        '<w:spacing w:val="-200"/>',
        '<w:position w:val="-2000"/>',
        '<w:rFonts w:ascii="Wingdings 2"/>',
    ],
)
def test_words_that_nobody_sees_are_told(form: str) -> None:
    assert codes(p(formed(form), t("b"))) == ONE


@pytest.mark.parametrize(
    "form",
    [
        '<w:color w:val="auto"/><w:shd w:fill="000000"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="1F3864"/>',
        '<w:color w:val="0563C1"/>',
        '<w:sz w:val="10"/>',
        '<w:position w:val="12"/>',
        '<w:rFonts w:ascii="Symbola"/>',
    ],
)
def test_words_that_are_seen_are_not_told(form: str) -> None:
    assert codes(p(formed(form))) == NONE


def test_white_words_on_a_dark_cell_are_seen() -> None:
    dark = cell(p(formed('<w:color w:val="FFFFFF"/>'))).replace(
        "<w:tc>", '<w:tc><w:tcPr><w:shd w:fill="000000"/></w:tcPr>'
    )
    assert "<w:shd" in dark
    assert codes(table(row(dark))) == NONE


def test_styles_hide_words_also_through_one_another_and_give_way_to_what_a_run_says() -> None:
    styles = styled("Above", "<w:vanish/>") + styled("Below", "", "Above") + styled("Pale", "", "Pale", "character")
    assert codes(p(t("a"), properties=style("Below")), styles) == ONE
    assert codes(p(formed('<w:vanish w:val="0"/>'), properties=style("Below")), styles) == NONE
    assert codes(p(t("a")), styles) == NONE
    assert codes(p(formed('<w:rStyle w:val="Pale"/>')), styles) == NONE


def test_a_line_of_ten_thousand_styles_ends() -> None:
    styles = "".join(styled(f"S{at}", "<w:vanish/>" if not at else "", f"S{at - 1}") for at in range(10_000))
    assert codes(p(t("a"), properties=style("S9999")), styles) == ONE
