"""Saving while something else happens: nothing is recorded twice, in silence, or over what nobody has seen."""

from pathlib import Path

import pytest
from tests.cli.hardship import with_another
from tests.rooms import git
from tests.tui.safety.scene import (
    OTHER,
    SLUG,
    TEXT,
    busy,
    draft_of,
    kept_words,
    played,
    recorded_elsewhere,
    told,
    type_before,
)
from tests.tui.stage import until
from textual.pilot import Pilot

from zerodraft.desk.desk import Desk
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.screens.draft import DraftScreen


def test_whoever_saves_twice_in_one_breath_has_both_saved(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        async with busy(app, pilot):
            type_before(screen, "small ships", "very ")
            first = screen.do_save()
            await until(pilot, lambda: screen.sent is not None)
            type_before(screen, "honour the crews", "warmly ")
            second = screen.do_save()
            await pilot.pause()
        await first.wait()
        await second.wait()
        assert not screen.has_unsaved_words
        assert not isinstance(app.screen, Choice), "nobody else changed the text"

    played(harbour, scene)
    assert "very small ships" in git(harbour, "show", f"HEAD~1:{TEXT}")
    assert "warmly honour the crews" not in git(harbour, "show", f"HEAD~1:{TEXT}")
    assert "warmly honour the crews" in git(harbour, "show", f"HEAD:{TEXT}")


def test_a_save_that_is_pressed_twice_is_one_act(harbour: Path) -> None:
    before = git(harbour, "rev-parse", "HEAD")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        async with busy(app, pilot):
            saves = [screen.do_save(), screen.do_save()]
            await pilot.pause()
        for each in saves:
            await each.wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert git(harbour, "rev-parse", "HEAD~1") == before


def test_a_save_without_a_name_can_be_tried_again(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (Path.home() / ".gitconfig").write_text("")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Prompt))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, Prompt))
        assert screen.sent is None, "nothing is being saved"
        assert screen.has_unsaved_words
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Prompt))
        await pilot.press(*"Ana", "enter")
        await until(pilot, lambda: not screen.has_unsaved_words)

    played(harbour, scene)


def test_a_refused_save_is_told_also_where_the_text_stayed_the_same(harbour: Path) -> None:
    (harbour / TEXT).write_text((harbour / TEXT).read_text().replace("small ships", "large ships"))

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "honour the crews", "warmly ")
        with Desk.at(harbour) as desk:
            desk.record_folder(desk.open(SLUG))
        await screen.do_save().wait()
        assert screen.has_typed_words
        assert "nothing was written" in told(app)
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)


def test_an_act_of_another_program_between_the_two_acts_of_a_save_is_not_written_over(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words in the folder are recorded first; what another program records right after that was seen by nobody."""
    (harbour / TEXT).write_text((harbour / TEXT).read_text().replace("small ships", "large ships"))
    record_folder = Desk.record_folder

    def and_another(desk: Desk, *arguments: object) -> object:
        done = record_folder(desk, *arguments)  # type: ignore[arg-type]
        recorded_elsewhere(harbour, "We thank the pilots", "We thank all pilots")
        return done

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "honour the crews", "warmly ")
        monkeypatch.setattr(Desk, "record_folder", and_another)
        await screen.do_save().wait()
        monkeypatch.undo()
        await until(pilot, lambda: isinstance(app.screen, Choice))
        await pilot.press("b")
        await until(pilot, lambda: "We thank all pilots" in screen.area.source)
        await screen.do_save().wait()

    played(harbour, scene)
    text = (harbour / TEXT).read_text()
    assert "We thank all pilots" in text
    assert "warmly honour the crews" in text
    assert "large ships" in text


def test_a_document_opened_while_an_act_is_under_way_stays_open(harbour: Path) -> None:
    with_another(harbour)

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        async with busy(app, pilot):
            save = screen.do_save()
            await until(pilot, lambda: screen.sent is not None)
            opening = screen.open_named(OTHER)
            await pilot.pause()
        await opening.wait()
        await save.wait()
        await pilot.pause()
        assert app.dossier is not None
        assert app.dossier.slug == OTHER
        assert "We agree." in screen.area.source

    played(harbour, scene)
    assert "very small ships" in git(harbour, "show", f"HEAD:{TEXT}")
    assert kept_words(harbour, SLUG) == ()


def test_an_act_refused_because_the_text_moved_on_shows_the_text_as_it_is(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        dossier = app.dossier
        assert dossier is not None
        recorded_elsewhere(harbour, "small ships", "large ships")
        assert await app.act("Saving", lambda desk: desk.save(dossier, "# Another\n")) is None
        await until(pilot, lambda: "large ships" in screen.area.source)

    played(harbour, scene)


def test_a_text_that_is_gone_from_the_folder_is_put_back_though_nothing_was_typed(harbour: Path) -> None:
    before = (harbour / TEXT).read_text()

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        (harbour / TEXT).unlink()
        await until(pilot, lambda: "ctrl+s writes it again" in told(app))
        await screen.do_save().wait()
        assert "Everything is saved" not in told(app)

    played(harbour, scene)
    assert (harbour / TEXT).read_text() == before
    assert git(harbour, "status", "--porcelain") == ""


@pytest.mark.parametrize("trouble", ["bytes", "folder"])
def test_a_text_that_can_t_be_read_any_more_is_left_alone_and_the_typed_words_stay(harbour: Path, trouble: str) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        (harbour / TEXT).unlink()
        if trouble == "bytes":
            (harbour / TEXT).write_bytes(b"caf\xe9")
        else:
            (harbour / TEXT).mkdir()
        await until(pilot, lambda: "Your text stands here" in told(app))
        assert "ctrl+s writes it again" not in told(app)
        await screen.do_save().wait()
        assert screen.has_typed_words
        assert draft_of(app).sent is None
        assert "very small ships" in screen.area.source
        screen.keep_words()

    played(harbour, scene)
    assert (harbour / TEXT).is_dir() or (harbour / TEXT).read_bytes() == b"caf\xe9"
    assert any("very small ships" in words for words in kept_words(harbour, SLUG))
