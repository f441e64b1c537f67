"""Words on their way to the journal, and from it: no text gets those of another, and none are offered twice."""

import asyncio
from pathlib import Path

from tests.cli.hardship import with_another
from tests.tui.safety.scene import (
    OTHER,
    SLUG,
    TEXT,
    busy,
    draft_of,
    kept_words,
    played,
    recorded_elsewhere,
    type_before,
)
from tests.tui.stage import stage, until
from textual.pilot import Pilot

from zerodraft.core.text.strokes import stroke_between
from zerodraft.desk.desk import Desk
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.waiting import WaitingWords
from zerodraft.tui.screens.draft import DraftScreen


def left_behind(workspace: Path, old: str, new: str) -> None:
    """A session types and ends without saving."""
    with Desk.at(workspace) as desk:
        source = desk.open(SLUG).draft.source
        typing = desk.begin_typing(SLUG, source)
        typing.note(stroke_between(source, source.replace(old, new)))
        typing.keep()


def test_unsaved_words_are_offered_again_when_one_comes_back_to_the_document(harbour: Path) -> None:
    with_another(harbour)

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        await app.open_declaration(OTHER)
        await until(pilot, lambda: "We agree." in screen.area.source and screen.typing is not None)
        await app.open_declaration(SLUG)
        await until(pilot, lambda: isinstance(app.screen, WaitingWords))
        await pilot.press("enter")
        await until(pilot, lambda: "very small ships" in screen.area.source)

    played(harbour, scene)
    assert kept_words(harbour, OTHER) == ()


def test_a_document_that_is_left_before_its_journal_began_keeps_its_words_and_gives_none_to_the_next(
    harbour: Path,
) -> None:
    with_another(harbour)

    async def play() -> None:
        async with stage(harbour, SLUG) as (app, pilot):
            assert app.dossier is not None
            note = app.dossier
            other = await app.fetch("Reading", lambda desk, _: desk.open(OTHER))
            await app.switch_mode("draft")
            screen = draft_of(app)
            await until(pilot, lambda: screen.typing is not None)
            async with busy(app, pilot):
                app.show(other)
                await pilot.pause()
                type_before(screen, "We agree.", "Today: ")
                app.show(note)
                await pilot.pause()
                type_before(screen, "small ships", "very ")
            await until(pilot, lambda: screen.typing is not None)
            assert screen.typing is not None
            screen.keep_words()

    asyncio.run(play())
    (of_other,) = kept_words(harbour, OTHER)
    assert of_other == "# Other Note\n\n1. Today: We agree.\n"
    assert [each == (harbour / TEXT).read_text().replace("small", "very small") for each in kept_words(harbour, SLUG)]
    assert len(kept_words(harbour, SLUG)) == 1


def test_words_typed_while_the_desk_is_busy_survive_the_end_of_the_program(harbour: Path) -> None:
    async def play() -> None:
        async with stage(harbour, SLUG) as (app, pilot), busy(app, pilot):
            await app.switch_mode("draft")
            screen = draft_of(app)
            await until(pilot, lambda: "small ships" in screen.area.source)
            type_before(screen, "small ships", "very ")
            assert screen.typing is None
            app.leave_at_once(143)

    asyncio.run(play())
    (words,) = kept_words(harbour, SLUG)
    assert "very small ships" in words


def test_the_same_words_left_behind_twice_are_offered_once(harbour: Path) -> None:
    left_behind(harbour, "small ships", "very small ships")
    left_behind(harbour, "small ships", "very small ships")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await until(pilot, lambda: isinstance(app.screen, WaitingWords))
        await pilot.press("enter")
        await until(pilot, lambda: "very small ships" in screen.area.source)
        await until(pilot, lambda: not list(app._dialogs()) and len(journals(harbour)) == 1)
        screen.area.undo()
        assert screen.area.source == (harbour / TEXT).read_text()

    played(harbour, scene)


def journals(workspace: Path) -> list[Path]:
    return list((workspace / ".git/zerodraft/typing").glob("*.typing"))


def test_words_left_behind_are_merged_into_a_text_that_moved_on(harbour: Path) -> None:
    left_behind(harbour, "small ships", "very small ships")
    recorded_elsewhere(harbour, "honour the crews", "honour all crews")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await until(pilot, lambda: isinstance(app.screen, WaitingWords))
        await pilot.press("enter")
        await until(pilot, lambda: "very small ships" in screen.area.source)
        assert "honour all crews" in screen.area.source
        await screen.do_save().wait()
        assert not screen.has_unsaved_words

    played(harbour, scene)
    assert kept_words(harbour, SLUG) == ()


def test_words_that_are_thrown_away_are_gone_and_those_that_are_kept_wait_on(harbour: Path) -> None:
    left_behind(harbour, "small ships", "very small ships")
    left_behind(harbour, "small ships", "large ships")

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await until(pilot, lambda: isinstance(app.screen, WaitingWords))
        first = app.screen
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, WaitingWords) and app.screen is not first)
        await pilot.press("l")
        await until(pilot, lambda: not isinstance(app.screen, WaitingWords))
        assert not screen.has_typed_words

    played(harbour, scene)
    (words,) = kept_words(harbour, SLUG)
    assert "very small ships" in words


def test_what_is_typed_while_two_texts_are_compared_is_not_lost(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        recorded_elsewhere(harbour, "We thank the pilots", "We thank all pilots")
        async with busy(app, pilot):
            reading = screen.read_folder(SLUG)
            await pilot.pause()
            task = asyncio.create_task(reading)
            await pilot.pause()
        await task
        await until(pilot, lambda: screen._asking)
        async with busy(app, pilot):
            await until(pilot, lambda: app.clerk._errands)
            type_before(screen, "honour the crews", "warmly ")
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        await pilot.press("b")
        await until(pilot, lambda: "We thank all pilots" in screen.area.source)
        assert "very small ships" in screen.area.source
        assert "warmly honour the crews" in screen.area.source

    played(harbour, scene)


def test_letters_typed_as_an_unasked_question_comes_up_are_no_answers(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        recorded_elsewhere(harbour, "small ships", "large ships")
        await screen.read_folder(SLUG)
        await until(pilot, lambda: isinstance(app.screen, Choice))
        assert isinstance(app.screen, Choice)
        question: Choice = app.screen
        assert not question.listens
        await pilot.press("t")
        assert app.screen is question
        await until(pilot, lambda: question.listens)
        await pilot.press("l")
        await until(pilot, lambda: app.screen is not question)
        assert "very small ships" in screen.area.source

    played(harbour, scene)


def test_a_change_between_opening_and_the_first_look_is_seen(harbour: Path) -> None:
    async def scene(_app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        (harbour / TEXT).write_text((harbour / TEXT).read_text().replace("small ships", "large ships"))
        await until(pilot, lambda: "large ships" in screen.area.source)

    played(harbour, scene)


def test_a_change_is_seen_also_when_reading_it_takes_longer_than_until_the_next_look(harbour: Path) -> None:
    async def scene(_app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        await until(pilot, lambda: screen._mark is not None)
        read, begun, may_go_on = screen.read_folder, asyncio.Event(), asyncio.Event()

        async def slowly(slug: str) -> None:
            begun.set()
            await may_go_on.wait()
            await read(slug)

        screen.read_folder = slowly  # type: ignore[method-assign]
        (harbour / TEXT).write_text((harbour / TEXT).read_text().replace("small ships", "large ships"))
        screen.look_into_folder()
        await until(pilot, begun.is_set)
        await screen.look_into_folder().wait()
        may_go_on.set()
        await until(pilot, lambda: "large ships" in screen.area.source)

    played(harbour, scene)
