"""What a page owes to every reader: contrast in light, dark and print, order of headings, names, languages."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.comment_tables import comment, comments_of
from tests.export.pages import ReadPage
from tests.export.sheets import NEW, OLD, redline_sheet, sheet
from tests.export.talking import talking

from zerodraft.export.html.clean import clean_html
from zerodraft.export.html.redline import redline_html
from zerodraft.export.html.stylesheet import STYLE
from zerodraft.export.html.tables import comments_html

TABLE = "# T\n\n| Step | When |\n|---|---|\n| a | 2022 |\n"


def palettes() -> dict[str, dict[str, str]]:
    """The colours of each scheme: light, dark, print."""
    blocks = re.findall(r":root\{(.*?)\}", STYLE, re.DOTALL)
    assert len(blocks) == 3
    found = [dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "print"), found, strict=True))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["ground", "tint", "said"])
@pytest.mark.parametrize("words", ["ink", "quiet", "new", "old", "agreed"])
def test_all_words_are_legible_on_every_ground(scheme: str, ground: str, words: str) -> None:
    colours = palettes()[scheme]
    assert contrast(colours[words], colours[ground]) >= 4.5


def test_every_colour_is_one_of_the_palette() -> None:
    page = redline_html(talking()).decode()
    style = page[page.index("<style>") : page.index("</style>")]
    rules = re.sub(r":root\{.*?\}", "", style, flags=re.DOTALL)
    assert set(re.findall(r"[:\s](#[0-9a-f]{3,6})\b", rules)) <= {"#555"}


def pages() -> dict[str, ReadPage]:
    made = {
        "clean": clean_html(sheet(NEW + TABLE)),
        "clean with comments": clean_html(talking().new),
        "redline": redline_html(talking()),
        "plain redline": redline_html(redline_sheet(OLD, NEW)),
        "table": comments_html(comments_of(comment("jpn-1", "A"), comment("aus-1", "B"))),
    }
    return {name: ReadPage(page.decode()) for name, page in made.items()}


PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_headings_descend_one_level_at_a_time_from_a_single_first(name: str) -> None:
    levels = [int(each.tag[1]) for each in PAGES[name].elements if re.fullmatch(r"h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@settings(max_examples=30)
@given(st.lists(st.integers(2, 6), max_size=8))
def test_whatever_headings_a_text_has_no_level_is_left_out(levels: list[int]) -> None:
    source = "# T\n\nWe meet.\n\n" + "".join(f"{'#' * level} H{at}\n\nWords.\n\n" for at, level in enumerate(levels))
    page = ReadPage(clean_html(sheet(source)).decode())
    found = [int(each.tag[1]) for each in page.elements if re.fullmatch(r"h[1-6]", each.tag)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(found))


@pytest.mark.parametrize("name", PAGES)
def test_every_field_and_every_part_of_the_page_has_a_name(name: str) -> None:
    page = PAGES[name]
    labelled = {each.attributes["for"] for each in page.all("label")}
    assert {each.attributes["id"] for each in (*page.all("input"), *page.all("select"))} == labelled
    assert len(page.all("main")) == 1
    assert len(page.all("header")) == 1
    regions = [each for each in page.all("section") if "part" not in each.attributes.get("class", "").split()]
    assert all(each.attributes.keys() & {"aria-label", "aria-labelledby"} for each in regions)
    boxes = [each for each in page.all("div") if each.attributes.get("class", "").startswith("scroll")]
    assert all(each.attributes["tabindex"] == "0" for each in boxes)
    assert page.all("a")[0].attributes["href"] == "#text"
    names = page.values("id")
    assert len(names) == len(set(names))
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(names)


def test_labels_in_another_language_say_so_and_the_text_keeps_its_own() -> None:
    redline = talking()
    page = ReadPage(redline_html(replace(redline, new=replace(redline.new, labels_in="id"))).decode())
    assert page.all("html")[0].attributes["lang"] == "en"
    for tag, name in (("section", "survey"), ("section", "controls"), ("p", "note"), ("ul", "talk")):
        found = [each for each in page.all(tag) if each.attributes.get("class", "").startswith(name)]
        assert found
        assert {each.attributes["lang"] for each in found} == {"id"}
    assert '<body class="in-id">' in page.source
    assert "Perubahan dari Zero draft ke Rev.1" in page.source
    assert "oleh Jepang" not in page.source


def test_a_page_from_right_to_left_keeps_the_labels_from_left_to_right() -> None:
    source = "# رسالة\n\nنلتقي هنا.\n\n| خطوة | متى |\n|---|---|\n| أ | 2022 |\n"
    page = ReadPage(clean_html(replace(sheet(source, language="ar"), labels_in="en")).decode())
    assert page.all("html")[0].attributes == {"lang": "ar", "dir": "rtl"}
    assert page.all("a")[0].attributes["dir"] == "ltr"
    assert page.all("h1")[0].attributes["dir"] == "auto"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert redline_html(talking()) == redline_html(talking())


def test_a_change_is_attributed_above_its_paragraph_and_at_its_words() -> None:
    source = redline_html(talking()).decode()
    assert '<p class="note">new · <span class="whose">Fiji</span></p>' in source
    assert re.search(r'<ins class="by-1 act-\d" tabindex="0"><mark>We welcome</mark>', source)
    assert re.search(r'<del class="by-2 act-\d" tabindex="0">We pay tribute', source)
    assert '--who:"Fiji, 5 November 2021"}' in source
    assert '<div class="par changed deleted by-2" id="old-7">' in source


def test_comments_stand_at_their_words_and_overlap() -> None:
    source = redline_html(talking()).decode()
    assert re.search(r"<mark>encourage</mark><a class=\"cue unresolved by-3\" href=\"#c-2\"", source)
    assert source.count('<li class="thread') == 5
    assert source.count("<details>") == 1
    assert "Comments without a place in this text" in source
