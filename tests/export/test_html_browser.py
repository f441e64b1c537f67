"""Pages in a real browser: nothing fetched, nothing on the console, and each field shows what it says; on paper too."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.export.browser import CHROMIUM, Browser, browsing
from tests.export.sheets import NEW, OLD, redline_sheet, sheet
from tests.export.talking import talking
from tests.export.test_html_safety import PAYLOADS

from zerodraft.core.text.draft import Kind
from zerodraft.export.html.clean import clean_html
from zerodraft.export.html.redline import redline_html
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.blocks import plain

PDFTOTEXT = shutil.which("pdftotext")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


# What is far from the window isn't laid out before it is near, and then it has no text that a script could read.
LAID_OUT = "document.querySelectorAll('.part').forEach(each => { each.style.contentVisibility = 'visible' })"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Opens a page; afterwards it is asked whether anything was fetched or complained of."""
    path = tmp_path / "page.html"

    def show(page: bytes, width: int = 1400, height: int = 900) -> Browser:
        path.write_bytes(page)
        browser.media()
        browser.open(path, width, height)
        browser.look(LAID_OUT)
        return browser

    yield show
    assert browser.asked == [path.as_uri()]
    assert browser.complaints == []


def choose(browser: Browser, name: str, option: str) -> None:
    browser.look(
        f"(list => list.selectedIndex = [...list.options].findIndex(each => each.text == {option!r}))"
        f"(document.getElementById({name!r}))"
    )


def main_text(browser: Browser) -> str:
    return str(browser.look("document.querySelector('main').innerText"))


def sees(browser: Browser, css: str) -> list[str]:
    """The text of what a selector finds and a reader sees."""
    found = browser.look(
        f"[...document.querySelectorAll({css!r})].filter(each => each.checkVisibility()).map(each => each.innerText)"
    )
    return [str(each) for each in found]


def paper(browser: Browser, tmp_path: Path) -> list[str]:
    """The text of each printed page."""
    if PDFTOTEXT is None:
        pytest.skip("no pdftotext on this machine")
    browser.look(LAID_OUT.replace("'visible'", "''"))
    browser.paper(tmp_path / "page.pdf")
    run = subprocess.run([PDFTOTEXT, "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True)
    return run.stdout.split("\f")[:-1]


def words_of(sheet: Sheet) -> list[str]:
    """The words of a text in order, notes last, without the printed numbers."""
    paragraphs = sheet.draft.paragraphs
    ordered = [*(each for each in paragraphs if each.kind is not Kind.FOOTNOTE)]
    ordered += [each for each in paragraphs if each.kind is Kind.FOOTNOTE]
    return without_numbers(" ".join(plain(each.text) for each in ordered))


def without_numbers(text: str) -> list[str]:
    """Footnote marks, the arrows back, breaks and numbers at the margin left out."""
    text = re.sub(r"(?m)^\s*(?:\d+\.?|\([a-z]\))\s*$", "", text)
    return re.sub(r"[¹↩¶]|(?<=\.)1\b", " ", text).split()


def test_the_switch_shows_either_text(shown: Any) -> None:
    redline = redline_sheet(OLD, NEW)
    browser = shown(redline_html(redline))
    assert "We pay tribute" in main_text(browser)
    assert "We welcome the offer" in main_text(browser)
    browser.look("document.getElementById('show-new').click()")
    assert without_numbers(main_text(browser)) == words_of(redline.new)
    browser.look("document.getElementById('show-old').click()")
    assert without_numbers(main_text(browser)) == words_of(redline.old)
    browser.look("document.getElementById('show-both').click(); document.getElementById('only').click()")
    assert "Recalling" not in main_text(browser)


def test_with_hands_and_comments_either_text_is_still_the_text(shown: Any) -> None:
    redline = talking()
    browser = shown(redline_html(redline))
    browser.look("document.getElementById('talk').click(); document.getElementById('show-new').click()")
    assert without_numbers(main_text(browser)) == words_of(redline.new)
    browser.look("document.getElementById('show-old').click()")
    assert without_numbers(main_text(browser)) == words_of(redline.old)


def test_one_delegation_leaves_its_paragraphs_and_what_it_said(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    options = browser.look("[...document.getElementById('by').options].map(each => each.text)")
    assert options == ["all delegations", "Fiji", "Japan", "Kenya", "Secretariat"]
    everything = len(sees(browser, ".par"))
    choose(browser, "by", "Fiji")
    assert [text for text in sees(browser, ".par") if "offer of Fiji" in text]
    assert not [text for text in sees(browser, ".par") if "tribute" in text or "coherent" in text]
    assert len(sees(browser, ".par")) < everything
    assert [text.split()[1] for text in sees(browser, ".thread")] == ["Kenya", "Fiji"]
    assert sees(browser, "h3") == ["Focus area 2: Crises"]
    choose(browser, "by", "all delegations")
    assert len(sees(browser, ".par")) == everything


def test_one_part_leaves_the_others_out_and_says_when_nothing_is_left(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    choose(browser, "part", "Focus area 1: Policy")
    assert sees(browser, "h3") == ["Focus area 1: Policy"]
    assert sees(browser, ".empty") == []
    choose(browser, "by", "Fiji")
    assert sees(browser, ".empty") == ["Nothing of this delegation here."]
    assert sees(browser, "h3") == ["Focus area 1: Policy"]


def test_in_the_paragraphs_of_one_the_changes_of_others_are_plain(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    colour = "getComputedStyle([...document.querySelectorAll('ins')].find(e => e.innerText.includes('coherent'))).color"
    before = browser.look(colour)
    choose(browser, "by", "Kenya")
    assert browser.look(colour) != before
    choose(browser, "by", "Japan")
    assert browser.look(colour) == before


@pytest.mark.parametrize(("width", "is_beside"), [(1400, True), (1000, False), (400, False)])
def test_comments_stand_beside_their_words_where_there_is_room_and_else_below(
    shown: Any, width: int, is_beside: bool
) -> None:
    browser = shown(redline_html(talking()), width)
    found = browser.look(
        "[...document.querySelectorAll('.stretch')].map(each => [each.children[0], each.querySelector('.talk')]"
        ".map(each => each.getBoundingClientRect()).map(each => [each.left, each.right, each.top, each.bottom]))"
    )
    assert len(found) == 3
    for (_, right, top, bottom), (left, _, talk_top, _) in found:
        assert (left > right and abs(talk_top - top) < 20) if is_beside else talk_top >= bottom
    assert browser.look("document.documentElement.scrollWidth") <= width


def test_resolved_threads_are_folded_and_open_by_keyboard(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    (folded,) = sees(browser, ".thread.resolved")
    assert "speaks" not in folded
    browser.look("document.querySelector('summary').focus()")
    browser.press("Enter")
    (open_now,) = sees(browser, ".thread.resolved")
    assert "Secretariat speaks." in open_now


def test_whose_a_change_is_shows_on_focus_and_is_spoken(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    sign = "(e => [getComputedStyle(e, '::before').clipPath, getComputedStyle(e, '::before').content])"
    change = "[...document.querySelectorAll('ins')].find(e => e.innerText.includes('offer'))"
    before = browser.look(f"{sign}({change})")
    assert before == ["inset(50%)", '" [inserted by Fiji, 5 November 2021: "']
    browser.look(f"{change}.focus()")
    assert browser.look(f"{sign}({change})") == ["none", '"Fiji, 5 November 2021"']
    names = [each.get("name", {}).get("value", "") for each in browser.order("Accessibility.getFullAXTree")["nodes"]]
    assert any("inserted by Japan, 3 November 2021:" in name for name in names)
    assert any("deleted by Japan, 3 November 2021:" in name for name in names)


def test_the_tab_key_reaches_everything_in_reading_order(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    seen: list[str] = []
    for _ in range(60):
        browser.press("Tab")
        seen.append(
            browser.look(
                "(e => [e.id || e.className || e.tagName, getComputedStyle(e).outlineStyle].join(' '))"
                "(document.activeElement)"
            )
        )
    names = [each.split()[0] for each in seen]
    assert names[0] == "skip"
    fields = [names.index(each) for each in ("show-both", "only", "talk", "by", "part")]
    assert fields == sorted(fields)
    assert names.index("part") < names.index("w-1")
    assert all(each.endswith("solid") for each in seen if each.startswith(("skip", "by-", "w-", "scroll"))), seen


def test_a_delegation_is_chosen_without_a_mouse(shown: Any) -> None:
    browser = shown(redline_html(talking()))
    browser.look("document.getElementById('by').focus()")
    browser.press("ArrowDown")
    assert browser.look("document.getElementById('by').value") == "Fiji"
    assert not [text for text in sees(browser, ".par") if "tribute" in text]


def test_what_a_comment_contains_stays_words(shown: Any) -> None:
    hostile = "\n\n".join(PAYLOADS).replace("\udc80", "")
    browser = shown(redline_html(talking(hostile)))
    assert browser.look("document.scripts.length + document.images.length + document.forms.length") == 0
    assert (
        browser.look(
            "[...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => a.name.startsWith('on')))"
        )
        is False
    )
    assert "onerror=alert(1)" in main_text(browser)


def test_a_text_that_wants_to_load_something_loads_nothing(shown: Any) -> None:
    wanted = "http://127.0.0.1:9/wanted"
    hostile = (
        f"# T\n\n![x]({wanted}) <img src={wanted}> <script src={wanted}></script> <link rel=stylesheet href={wanted}>"
        f"\n\n<style>@import '{wanted}'</style>\n\n<iframe src={wanted}></iframe>\n"
    )
    assert "<script src=" in main_text(shown(clean_html(sheet(hostile))))


def test_a_style_that_is_written_into_a_page_hides_nothing(browser: Browser, tmp_path: Path) -> None:
    page = clean_html(sheet(NEW)).replace(b'<p class="words">', b'<p class="words" style="display:none">')
    (tmp_path / "page.html").write_bytes(page)
    browser.open(tmp_path / "page.html")
    assert "We underline" in main_text(browser)
    assert any("Content Security Policy" in each for each in browser.complaints)


def test_a_table_of_many_columns_scrolls_in_its_own_box(shown: Any) -> None:
    cells = [f"c{column}" for column in range(200)]
    source = "# T\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in (cells, ["---"] * 200, cells)) + "\n"
    browser = shown(clean_html(sheet(source)), 800)
    assert browser.look("document.documentElement.scrollWidth") <= 800
    browser.press("Tab")
    browser.press("Tab")
    assert browser.look("document.activeElement.className") == "scroll many"


# --- on paper ------------------------------------------------------------------------------------------


def test_a_printed_redline_has_text_comments_and_the_mark_on_every_page(shown: Any, tmp_path: Path) -> None:
    pages = paper(shown(redline_html(talking(words="Long. " * 200))), tmp_path)
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert page.lstrip().startswith("Draft of 3 November 2021 – not for circulation")
        assert page.rstrip().replace(" ", "").endswith(f"{number}/{len(pages)}")
    text = "\n".join(pages)
    assert "Changes from Zero draft to Rev.1" in text
    assert "Show" not in text
    assert "all delegations" not in text
    assert "Kenya · 3 November 2021 · open" in re.sub(" +", " ", text)
    assert "Skip to the text" not in text


def test_a_printed_choice_says_what_was_chosen(shown: Any, tmp_path: Path) -> None:
    browser = shown(redline_html(talking()))
    choose(browser, "by", "Fiji")
    browser.look("document.getElementById('show-new').click()")
    text = "\n".join(paper(browser, tmp_path))
    assert re.search(r"Changes and comments by\s+Fiji", text)
    assert "New text" in text
    assert "Old text" not in text
    assert "the whole text" not in text


def test_an_adopted_text_bears_its_fingerprint_on_every_page(shown: Any, tmp_path: Path) -> None:
    long = replace(sheet(NEW + "\n\n" + "We agree on this. " * 900), fingerprint="ab12" * 16)
    pages = paper(shown(clean_html(long)), tmp_path)
    assert len(pages) > 2
    assert all("ab12" * 16 in page for page in pages)


def test_two_hundred_columns_are_printed_cell_by_cell(shown: Any, tmp_path: Path) -> None:
    cells = [f"c{column}" for column in range(200)]
    source = "# T\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in (cells, ["---"] * 200, cells)) + "\n"
    words = " ".join(paper(shown(clean_html(sheet(source))), tmp_path)).replace("|", " ").split()
    assert [words.count(cell) for cell in cells] == [2] * 200


def test_a_dark_page_is_dark_and_paper_is_white(shown: Any) -> None:
    browser = shown(clean_html(sheet(NEW)))
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    browser.media(scheme="dark")
    assert browser.look(ground) == "rgb(25, 26, 28)"
    browser.media("print", "dark")
    assert browser.look(ground) == "rgb(255, 255, 255)"
