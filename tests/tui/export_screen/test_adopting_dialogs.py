"""From the export one sees the gate, records the adoption, and verifies files; what the gate holds is not adopted."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.widgets import Input

from zerodraft.desk.adopting import Adoption
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.adopting import AdoptionForm
from zerodraft.tui.dialogs.gate import GateDialog
from zerodraft.tui.dialogs.verifying import VerdictDialog, VerifyForm
from zerodraft.tui.outgoing.on_record import said_in
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.export import ExportScreen

EXPORT = Destination("export")
READY = "# Quay Message\n\nWe met.\n\n1. We welcome every ship.\n\n2. We thank the host.\n"


@pytest.fixture
def quay(harbour: Path) -> Path:
    """A workspace with one more text, at which the gate holds nothing."""
    with Desk.at(harbour) as desk:
        desk.new("quay", Beginning(Settings(place="Bali"), source=READY))
        desk.issue(desk.open("quay"), Issue("Rev.1"))
    return harbour


def test_the_gate_shows_what_holds_the_text_and_leads_there(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            await until(pilot, lambda: "Working text" in text_of(app))
            await pilot.press("f")
            await until(pilot, lambda: isinstance(app.screen, GateDialog) and "hold" in text_of(app))
            assert "zerodraft resolve harbour-note" in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))

    asyncio.run(story())


def test_what_the_gate_holds_can_not_be_adopted(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            await until(pilot, lambda: "Working text" in text_of(app))
            await pilot.press("a")
            await until(pilot, lambda: isinstance(app.screen, GateDialog))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, ExportScreen))

    asyncio.run(story())


def test_an_adoption_is_recorded_with_what_was_put_on_record(quay: Path) -> None:
    async def story() -> None:
        async with stage(quay, "quay", at=EXPORT) as (app, pilot):
            await until(pilot, lambda: "Rev.1" in text_of(app))
            await pilot.press("a")
            await until(pilot, lambda: isinstance(app.screen, AdoptionForm) and app.screen.focused is not None)
            assert "Bali" in text_of(app)
            line = app.screen.query_one("#said", Input)
            line.focus()
            line.value = "reservation Japan 9: We can't."
            await pilot.press("enter")
            await until(pilot, lambda: "There is no paragraph 9." in text_of(app))
            line.value = "reservation Japan 2: We can't thank ourselves."
            await pilot.press("enter")
            await until(pilot, lambda: "· reservation Japan 2" in text_of(app))
            await pilot.press("ctrl+s")
            await until(pilot, lambda: any("Fingerprint" in each.sentence for each in app.told))

    asyncio.run(story())
    with Desk.at(quay) as desk:
        dossier = desk.open("quay")
        assert dossier.adopted is not None
        assert dossier.adopted.on_record[0].delegation == "JPN"
        assert "We can't thank ourselves." in dossier.draft.source
        assert not [each for each in desk.gate(dossier) if each.stops]


def test_a_file_is_verified_word_by_word(quay: Path) -> None:
    with Desk.at(quay) as desk:
        desk.adopt(desk.open("quay"), Adoption())
        held = desk.export(desk.open("quay"), Order("clean", "docx"))
    (quay / "right.docx").write_bytes(held)
    (quay / "wrong.md").write_text(READY.replace("every ship", "any ship"))

    async def story() -> None:
        async with stage(quay, "quay", at=EXPORT) as (app, pilot):
            screen = screen_of(app, ExportScreen)
            for name, told in (("right.docx", "holds exactly the adopted words"), ("wrong.md", "{++any++} ship")):
                await until(pilot, lambda: app.screen is screen)
                await pilot.press("v")
                await until(pilot, lambda: isinstance(app.screen, VerifyForm) and app.screen.focused is not None)
                app.screen.query_one(Input).value = str(quay / name)
                await pilot.press("enter")
                await until(pilot, lambda: isinstance(app.screen, VerdictDialog))
                assert told in text_of(app)
                await pilot.press("escape")

    asyncio.run(story())


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("reservation", "Write: reservation AUS 12"),
        ("objection AUS: no", "neither reservation nor statement"),
        ("statement Atlantis: no", "No delegation is called “Atlantis”"),
        ("statement AUS 77: no", "There is no paragraph 77"),
    ],
)
def test_what_can_not_be_put_on_record_is_told(harbour_made: Path, line: str, wrong: str) -> None:
    with Desk.at(harbour_made) as desk, pytest.raises(ValueError, match=wrong):
        said_in(desk.open("harbour-note"), line)


def test_a_delegation_may_have_several_words_and_the_paragraph_may_be_left_out(harbour_made: Path) -> None:
    with Desk.at(harbour_made) as desk:
        dossier = desk.open("harbour-note")
        found = said_in(dossier, "s United Kingdom: It is good: very good.")
        assert (found.saying, found.delegation, found.paragraph) == ("statement", "GBR", "")
        assert found.words == "It is good: very good."
        assert said_in(dossier, "reservation Viet Nam 1: No.").paragraph == "1"


def test_adopted_words_can_be_read_and_not_typed_over(quay: Path) -> None:
    with Desk.at(quay) as desk:
        desk.adopt(desk.open("quay"), Adoption())

    async def story() -> None:
        async with stage(quay, "quay", at=Destination("draft")) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.seen is not None and "We welcome every ship" in text_of(app))
            screen.area.focus()
            await pilot.press("x")
            await until(pilot, lambda: any("its words are frozen" in each.sentence for each in app.told))
            assert "adopted by consensus in Bali" in app.told[-1].sentence
            assert screen.area.source == screen.dossier.draft.source

    asyncio.run(story())
