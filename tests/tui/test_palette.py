"""The palette: what a few letters mean, and that it does what is chosen."""

import asyncio
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import NOTE, isolate
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.widgets import Input

from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.tui.actions import BY_ID
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.palette import Palette
from zerodraft.tui.offers import Offer, Opening, distance, documents, paragraphs, ranked

SAVE, FIND, REPLACE, ISSUE = (
    Offer(BY_ID[f"draft.{name}"], BY_ID[f"draft.{name}"].label, BY_ID[f"draft.{name}"].told)
    for name in ("save", "find", "replace", "issue")
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    isolate(monkeypatch, tmp_path / "home")
    with open_desk(tmp_path / "workspace") as desk:
        return desk.root


@pytest.mark.parametrize(
    ("words", "label", "far"),
    [
        ("sa", "save", 0),
        ("style", "side by style", 1),
        ("ave", "save", 3),
        ("sbs", "side by side", 6),
        ("side sid", "side by side", 0),
    ],
)
def test_a_label_is_the_nearer_the_less_has_to_be_guessed(words: str, label: str, far: int) -> None:
    assert distance(words.split(), label, "") == far


def test_a_word_that_stands_nowhere_excludes_the_rest() -> None:
    assert distance(["save", "moon"], "save", "record the text as it stands") is None


def test_what_begins_with_the_words_stands_before_what_only_tells_of_them() -> None:
    offers = (FIND, REPLACE, SAVE, ISSUE)
    assert [each.label for each in ranked(offers, "repl")] == ["Replace"]
    assert [each.label for each in ranked(offers, "text")] == ["Find", "Save", "Issue"]


def test_no_words_leave_everything_in_its_order() -> None:
    assert ranked((FIND, SAVE), "") == (FIND, SAVE)


def test_a_title_is_found_without_its_accents() -> None:
    offers = tuple(documents([("sao-tome", "Déclaration de São Tomé")]))
    assert ranked(offers, "sao tome") == (Offer(Opening("sao-tome"), "Open: Déclaration de São Tomé", "sao-tome"),)


def test_a_number_offers_the_paragraphs_that_begin_with_it() -> None:
    draft = read_draft(NOTE)
    found = list(paragraphs("¶ 2", number(draft), lambda ordinal: draft.paragraphs[ordinal].text))
    assert [(each.label, each.told[:17]) for each in found] == [
        ("¶ 2", "We invite each co"),
        ("¶ 2(a)", "once a year;"),
        ("¶ 2(b)", "in one language."),
    ]


def test_words_without_a_figure_offer_no_paragraph() -> None:
    draft = read_draft(NOTE)
    assert list(paragraphs("pp", number(draft), lambda _: "")) == []


def test_a_document_is_opened_from_the_palette(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace) as (app, pilot):
            await pilot.press("ctrl+p")
            await until(pilot, lambda: isinstance(app.screen, Palette))
            app.screen.query_one(Input).value = "harb"
            await until(pilot, lambda: "Open: Harbour Note" in text_of(app))
            await pilot.press("enter")
            await until(pilot, lambda: app.dossier is not None and getattr(app.screen, "SCOPE", "") == "draft")

    asyncio.run(story())


def test_a_paragraph_is_gone_to_from_the_palette(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, "note", at=Destination("versions")) as (app, pilot):
            await pilot.press("ctrl+p")
            await until(pilot, lambda: isinstance(app.screen, Palette))
            app.screen.query_one(Input).value = "2(b)"
            await until(pilot, lambda: "in one language" in text_of(app))
            await pilot.press("enter")
            await until(pilot, lambda: getattr(app.screen, "SCOPE", "") == "draft" and "¶ 2(b)" in text_of(app))

    asyncio.run(story())


@pytest.mark.parametrize(("place", "is_key"), [("draft", False), ("versions", True)])
def test_a_letter_is_told_as_a_key_only_where_it_is_no_word(workspace: Path, place: str, is_key: bool) -> None:
    async def story() -> None:
        async with stage(workspace, "note", at=Destination(place)) as (app, pilot):
            await pilot.press("ctrl+p")
            await until(pilot, lambda: isinstance(app.screen, Palette))
            app.screen.query_one(Input).value = "undo act"
            await until(pilot, lambda: "Undo act" in text_of(app))
            row = next(row for row in text_of(app).splitlines() if "Undo act" in row)
            assert (" U " in row) is is_key
            app.screen.query_one(Input).value = "home"
            await until(pilot, lambda: "Go to Home" in text_of(app))
            row = next(row for row in text_of(app).splitlines() if "Go to Home" in row)
            assert (" 1 " in row) is is_key

    asyncio.run(story())
