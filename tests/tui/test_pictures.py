"""Pictures: how they are drawn, when they are the same, and what a failure says."""

import asyncio
import re
import tempfile
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from rich.text import Text
from tests.tui.box_drawing import WIDTH, Area, arc, areas, merged
from tests.tui.cells import Cell, Look, row_of
from tests.tui.picture import ACCEPT, LARGEST, compare_picture, words_of
from tests.tui.shown import picture_of, shown, text_of
from tests.tui.small_app import SmallApp
from tests.tui.svg import svg
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """New pictures of failures that are wanted go to no folder that stays."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("new")))


class Page(App[None]):
    """Text in every look, in a frame."""

    CSS = "Static { border: round $primary; }"

    def compose(self) -> ComposeResult:
        told = Text.assemble(("bold", "bold"), " ", ("struck", "strike"), " [shall] <b>&amp; ", ("港は", "underline"))
        yield Static(told.append("  end"))


class Question(ModalScreen[None]):
    CSS = "Question { align: center middle; } Static { width: 20; }"

    def compose(self) -> ComposeResult:
        yield Static("Restore Rev.1?", markup=False)


def taken(app: App[None], size: tuple[int, int] = (60, 6)) -> str:
    async def take() -> str:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            return picture_of(app, "A page")

    return asyncio.run(take())


def texts(picture: str) -> list[tuple[int, str]]:
    """Column and words of each text element."""
    found = ET.fromstring(picture).iter(f"{SVG}text")
    return [(int(each.attrib["x"]) // WIDTH, each.text or "") for each in found]


def drawn(text: str, look: Look = Look()) -> str:  # noqa: B008 - frozen
    return svg((row_of([(text, look)]),), "A row")


def test_the_same_screen_gives_the_same_bytes() -> None:
    assert taken(Page()) == taken(Page())


def test_a_picture_holds_the_words_as_typed() -> None:
    assert words_of(taken(Page()))[1] == f"│bold struck [shall] <b>&amp; 港は  end{' ' * 20}│"


def test_texts_stand_at_their_columns_and_wide_characters_alone() -> None:
    wanted = [(1, "bold"), (6, "struck"), (13, "[shall] <b>&amp;"), (30, "港"), (32, "は"), (36, "end")]
    assert texts(taken(Page())) == wanted


def test_a_look_becomes_a_style() -> None:
    picture = drawn("x", Look("#102030", "", frozenset({"bold", "italic", "underline", "strike"})))
    style = "fill:#102030;font-weight:bold;font-style:italic;text-decoration:underline line-through"
    assert f".a{{{style}}}" in picture


def test_a_decoration_never_runs_into_the_blanks_between() -> None:
    struck = Look(attributes=frozenset({"strike"}))
    row = row_of([("one", struck), ("  ", Look()), ("two", struck)])
    assert texts(svg((row,), "")) == [(0, "one"), (5, "two")]


def test_a_decoration_goes_on_through_its_own_blanks() -> None:
    assert texts(drawn("one  two", Look(attributes=frozenset({"underline"})))) == [(0, "one  two")]


def test_reversed_cells_swap_letter_and_ground() -> None:
    row = row_of([("a", Look("#111111", "#eeeeee", frozenset({"reverse"}))), ("bc", Look("#222222", "#333333"))])
    picture = svg((row,), "")
    assert ".a{fill:#eeeeee}" in picture
    assert '<path fill="#111111" shape-rendering="crispEdges" d="M0 0h8v18h-8z"/>' in picture


@pytest.mark.parametrize(
    ("number", "colour"),
    [("1", "#cd3131"), ("15", "#ffffff"), ("16", "#000000"), ("196", "#ff0000"), ("244", "#808080")],
)
def test_numbered_colours_are_those_of_xterm(number: str, colour: str) -> None:
    assert f".a{{fill:{colour}}}" in drawn("x", Look(number))


def test_frames_and_blocks_are_shapes_not_letters() -> None:
    assert texts(drawn("╭─┼━╯▁▎█")) == []


def test_double_lines_and_arrows_are_left_to_the_font() -> None:
    assert texts(drawn("═")) == [(0, "═")]
    assert not areas("→") + areas("ab") + areas("")
    assert not arc("→") + arc("─")


def test_a_line_across_is_one_rectangle() -> None:
    assert 'd="M0 8.5h80v1h-80z"' in drawn("─" * 10)


def test_blocks_fill_the_part_that_their_name_says() -> None:
    assert areas("▎") == (Area(0, 0, 2, 18),)
    assert areas("▄") == (Area(0, 9, 8, 9),)
    assert areas("▔") == (Area(0, 0, 8, 2.25),)
    assert areas("▕") == (Area(7, 0, 1, 18),)


def test_an_arc_ends_at_the_middle_of_two_edges() -> None:
    assert arc("╰") == "m4 0v5q0 4 4 4"
    assert arc("╮") == "m4 18v-5q0 -4 -4 -4"


def test_merging_keeps_the_ground_it_covers() -> None:
    parts = [Area(0, 0, 8, 9), Area(8, 0, 8, 9), Area(0, 9, 16, 9), Area(32, 0, 8, 9)]
    assert merged(parts) == [Area(0, 0, 16, 18), Area(32, 0, 8, 9)]


def test_nothing_in_a_picture_comes_from_elsewhere() -> None:
    picture = taken(Page())
    assert re.findall("https?://[^\"']+", picture) == ["http://www.w3.org/2000/svg"]
    assert not re.search("@font-face|@import|url[(]|href|script", picture)


def test_a_screen_full_of_text_is_small_enough() -> None:
    row = row_of([(("We agree [shall] " * 9)[:132], Look("#eeeeee"))])
    assert len(svg((row,) * 40, "").encode()) < LARGEST


def test_the_grid_of_an_app_has_one_cell_for_each_of_the_screen() -> None:
    async def take() -> list[int]:
        app = SmallApp()
        async with app.run_test(size=(50, 12)) as pilot:
            await pilot.pause()
            return [len(row) for row in shown(app)]

    assert asyncio.run(take()) == [50] * 12


def test_a_question_is_drawn_over_the_screen_below() -> None:
    async def take() -> str:
        app = SmallApp()
        async with app.run_test(size=(50, 9)) as pilot:
            await app.push_screen(Question())
            await pilot.pause()
            return text_of(app)

    text = asyncio.run(take())
    assert "Restore Rev.1?" in text
    assert "Ports stay open." in text


def test_a_wide_character_takes_two_cells() -> None:
    assert row_of([("港a", Look())]) == (Cell("港", Look()), Cell("", Look()), Cell("a", Look()))


def test_an_equal_picture_passes(tmp_path: Path) -> None:
    (tmp_path / "page.svg").write_text(drawn("one"))
    compare_picture(drawn("one"), "page", tmp_path)


def test_a_changed_picture_fails_with_the_rows_and_the_way_to_accept_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ACCEPT, raising=False)
    (tmp_path / "page.svg").write_text(drawn("we shall"))
    with pytest.raises(AssertionError) as failure:
        compare_picture(drawn("we will"), "page", tmp_path)
    told = str(failure.value)
    assert "-we shall\n+we will" in told
    assert "ZERODRAFT_ACCEPT_PICTURES=1" in told
    [now] = re.findall(r"Look at (\S+)", told)
    assert Path(now).read_text() == drawn("we will")
    assert (tmp_path / "page.svg").read_text() == drawn("we shall")


def test_a_change_of_colour_alone_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ACCEPT, raising=False)
    (tmp_path / "page.svg").write_text(drawn("one", Look("1")))
    with pytest.raises(AssertionError, match="the words are the same; colours or attributes are not"):
        compare_picture(drawn("one", Look("2")), "page", tmp_path)


def test_a_missing_picture_fails_with_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ACCEPT, raising=False)
    with pytest.raises(AssertionError, match="there is no such picture yet:\none"):
        compare_picture(drawn("one"), "page", tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_accepted_picture_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ACCEPT, "1")
    compare_picture(drawn("one"), "page", tmp_path)
    assert (tmp_path / "page.svg").read_text() == drawn("one")


def test_a_picture_that_is_too_large_is_refused_even_when_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ACCEPT, "1")
    with pytest.raises(AssertionError, match="more than 60,000"):
        compare_picture(drawn("one") + " " * LARGEST, "page", tmp_path)


def test_class_names_do_not_repeat() -> None:
    rows = tuple(row_of([("x", Look(f"#0000{number:02x}"))]) for number in range(60))
    names = re.findall(r"[.](\w+)[{]", svg(rows, ""))
    assert len(names) == len(set(names)) == 60
    assert all(old != new for old, new in pairwise(names))
