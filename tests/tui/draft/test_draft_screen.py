"""The draft screen: typing, saving, what lies beside the text, and words that come from elsewhere."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.pilot import Pilot

from zerodraft.tui.actions import Scope
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.waiting import WaitingWords
from zerodraft.tui.screens.draft import DraftScreen

SLUG = "harbour-note"
TEXT = f"declarations/{SLUG}/text.md"
Scene = Callable[[ZerodraftApp, Pilot[int], DraftScreen], Awaitable[None]]


def played(harbour: Path, scene: Scene, size: tuple[int, int] = (120, 36)) -> None:
    """Play a scene on the draft screen of the small workspace."""

    async def play() -> None:
        async with stage(harbour, SLUG, at=Destination("draft"), size=size) as (app, pilot):
            screen = app.shown(Scope.DRAFT)
            assert isinstance(screen, DraftScreen)
            await until(pilot, lambda: screen.read is not None and screen.typing is not None)
            await scene(app, pilot, screen)

    asyncio.run(play())


def type_before(screen: DraftScreen, words: str, typed: str) -> None:
    """Type something just before some words of the text."""
    screen.area.go_to(*screen.area.place_at(screen.area.source.index(words)))
    screen.area.type_text(typed)


def test_typed_words_are_saved_and_nothing_else_is_changed(harbour: Path) -> None:
    before = (harbour / TEXT).read_text()

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        assert screen.has_unsaved_words
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.has_unsaved_words and screen.sent is None)
        assert "unsaved" not in text_of(app).splitlines()[0]

    played(harbour, scene)
    assert (harbour / TEXT).read_text() == before.replace("small ships", "very small ships")
    assert git(harbour, "status", "--porcelain") == ""
    assert git(harbour, "log", "-1", "--format=%s") == "Paragraph 1 reworded"


def test_what_is_typed_while_a_save_is_under_way_stays_unsaved(harbour: Path) -> None:
    async def scene(_app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        screen.action_do("draft.save")
        await until(pilot, lambda: screen.sent is not None)
        type_before(screen, "small ships", "very ")
        await until(pilot, lambda: screen.sent is None)
        assert screen.has_typed_words
        assert "very very small ships" in screen.area.source
        assert "very very" not in (harbour / TEXT).read_text()

    played(harbour, scene)


def test_numbers_and_bars_follow_after_each_pause_of_typing(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await until(pilot, lambda: screen.read is not None)
        for words in ("very ", "quite ", "rather "):
            type_before(screen, "small ships", words)
            await until(pilot, lambda: screen.dossier.draft.source == screen.area.source)
            assert app.dossier is not None
            assert app.dossier.unsaved
        for _ in range(3):
            screen.area.undo()
        await until(pilot, lambda: app.dossier is not None and not app.dossier.unsaved)

    played(harbour, scene)


def test_another_program_changes_a_text_in_which_nothing_was_typed(harbour: Path) -> None:
    async def scene(_app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        (harbour / TEXT).write_text((harbour / TEXT).read_text().replace("small ships", "large ships"))
        await screen.look_into_folder().wait()
        await until(pilot, lambda: "large ships" in screen.area.source)
        screen.area.undo()
        assert "small ships" in screen.area.source

    played(harbour, scene)


def test_where_nothing_changed_a_glance_wakes_nobody(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        looks: list[None] = []
        screen.look_into_folder = lambda: looks.append(None)  # type: ignore[method-assign, assignment, misc]

        async def glance() -> None:
            screen.glance()
            await app.clerk.ask(lambda _: None)
            await pilot.pause()

        for _ in range(5):
            await glance()
        assert not looks
        (harbour / TEXT).write_text((harbour / TEXT).read_text().replace("small ships", "large ships"))
        await glance()
        assert looks

    played(harbour, scene)


def test_a_comment_written_over_in_place_is_seen_within_five_glances(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        comment = next(path for path in (harbour / TEXT).with_name("comments").iterdir() if path.is_file())
        with comment.open("a") as opened:
            opened.write("Zafterwards\n")
        for _ in range(5):
            screen.glance()
            await app.clerk.ask(lambda _: None)
        await until(pilot, lambda: any("Zafterwards" in each.comment.body for each in screen.dossier.placed.values()))

    played(harbour, scene)


def test_a_text_changed_elsewhere_while_words_were_typed_is_asked_about(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        type_before(screen, "small ships", "very ")
        there = (harbour / TEXT).read_text()
        (harbour / TEXT).write_text(there.replace("honour the crews", "honour all crews"))
        await screen.look_into_folder().wait()
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        assert "changed elsewhere" in text_of(app)
        await pilot.press("b")
        await until(pilot, lambda: "honour all crews" in screen.area.source)
        assert "very small ships" in screen.area.source
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.has_unsaved_words)

    played(harbour, scene)
    saved = git(harbour, "show", f"HEAD:{TEXT}")
    assert "very small ships" in saved
    assert "honour all crews" in saved
    assert git(harbour, "status", "--porcelain") == ""


def test_who_decides_later_is_asked_again_before_anything_is_written_over(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        type_before(screen, "small ships", "very ")
        there = (harbour / TEXT).read_text()
        (harbour / TEXT).write_text(there.replace("small ships", "large ships"))
        await screen.look_into_folder().wait()
        await until(pilot, lambda: isinstance(app.screen, Choice) and app.screen.listens)
        assert "1 bracket came up, in paragraph 1" in text_of(app)
        await pilot.press("l")
        await until(pilot, lambda: not isinstance(app.screen, Choice))
        assert screen.has_unsaved_words
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Choice))
        assert "large ships" in (harbour / TEXT).read_text()
        await pilot.press("m")
        await until(pilot, lambda: not isinstance(app.screen, Choice))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.has_unsaved_words)

    played(harbour, scene)
    assert "very small ships" in git(harbour, "show", f"HEAD:{TEXT}")
    assert "large ships" in git(harbour, "show", f"HEAD~1:{TEXT}")


def test_the_text_can_be_saved_when_its_file_has_disappeared(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await screen.look_into_folder().wait()
        (harbour / TEXT).unlink()
        await screen.look_into_folder().wait()
        await until(pilot, lambda: any("gone from the folder" in each.sentence for each in app.told))
        type_before(screen, "small ships", "very ")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.has_typed_words and screen.sent is None)

    played(harbour, scene)
    assert "very small ships" in (harbour / TEXT).read_text()


def test_words_of_a_session_that_was_killed_are_offered_and_taken_up(harbour: Path) -> None:
    source = (harbour / TEXT).read_text()

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await until(pilot, lambda: isinstance(app.screen, WaitingWords))
        assert "1 edit" in text_of(app)
        await pilot.press("enter")
        await until(pilot, lambda: "very small ships" in screen.area.source)
        assert screen.has_typed_words

    killed_while_typing(harbour, source)
    played(harbour, scene)


def killed_while_typing(harbour: Path, source: str) -> None:
    """A process types in the text and is gone."""
    import subprocess
    import sys

    line = source[: source.index("small ships")].count("\n")
    column = source.index("small ships") - source.rindex("\n", 0, source.index("small ships")) - 1
    program = (
        "import os, sys; from pathlib import Path; from zerodraft.desk.desk import Desk\n"
        "from zerodraft.core.text.strokes import Stroke\n"
        f"desk = Desk.at(Path({str(harbour)!r}))\n"
        f"typing = desk.begin_typing({SLUG!r}, desk.open({SLUG!r}).draft.source)\n"
        f"typing.note(Stroke({line}, {column}, {line}, {column}, 'very '))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9


def test_leaving_with_unsaved_words_asks_and_keeping_them_keeps_them(harbour: Path) -> None:
    async def leaving(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "very ")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, Choice))
        await pilot.press("k")
        await until(pilot, lambda: app.return_code == 0)

    played(harbour, leaving)
    assert list((harbour / ".git/zerodraft/typing").glob("*.typing"))


def test_words_are_found_and_replaced_as_one_step(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        before = screen.area.source
        await pilot.press("ctrl+r", *"ports")
        await until(pilot, lambda: "1 of" in text_of(app))
        await pilot.press("tab", *"havens", "alt+a")
        await until(pilot, lambda: "havens" in screen.area.source)
        await pilot.press("escape")
        assert screen.focused is screen.area
        screen.area.undo()
        assert screen.area.source == before

    played(harbour, scene)


def test_what_was_replaced_is_counted_and_what_is_not_there_is_told(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await pilot.press("ctrl+r", *"seminar")
        await until(pilot, lambda: "1 of 1" in text_of(app))
        await pilot.press("tab", *"panel", "alt+a")
        await until(pilot, lambda: "not found" in text_of(app))
        assert [told.sentence for told in app.told] == ["1 place replaced; ctrl+z takes it back."]
        await pilot.press("alt+a")
        assert len(app.told) == 1

    played(harbour, scene)


def test_a_search_for_other_words_begins_where_the_first_began(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        before = screen.area.cursor
        await pilot.press("ctrl+f", *"charts", "escape")
        await until(pilot, lambda: screen.area.selected_text == "charts")
        screen.area.go_to(*before)
        await pilot.press("ctrl+f")
        await until(pilot, lambda: screen.area.selected_text == "charts")
        await pilot.press(*"seminar")
        await until(pilot, lambda: screen.area.selected_text == "seminar")
        assert screen.area.selection.start.line == 2

    played(harbour, scene)


def test_a_paragraph_is_gone_to_by_its_number(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "Go to which paragraph" in text_of(app))
        await pilot.press(*"99", "enter")
        await until(pilot, lambda: "There is no paragraph 99." in text_of(app))
        await pilot.press("backspace", "backspace", "2", "enter")
        await until(pilot, lambda: "¶ 2" in text_of(app))
        assert screen.area.source.splitlines()[screen.area.cursor[0]].startswith("We invite")

    played(harbour, scene)


def test_at_80_columns_the_outline_lies_over_the_text_until_a_focus_area_is_chosen(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        assert "▸" not in text_of(app)
        await pilot.press("f2")
        await until(pilot, lambda: "▸" in text_of(app))
        await pilot.press("end", "up", "enter")
        await until(pilot, lambda: "▸" not in text_of(app))
        assert screen.focused is screen.area
        assert "Ships" in screen.area.source.splitlines()[screen.area.cursor[0]]
        assert not screen.has_unsaved_words

    played(harbour, scene, size=(80, 24))


def test_one_click_on_a_focus_area_goes_there(harbour: Path) -> None:
    async def scene(_app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await pilot.click("#outline", offset=(6, 2))
        await until(pilot, lambda: screen.area.has_focus)
        assert screen.area.source.splitlines()[screen.area.cursor[0]] == "## Focus area 2: Ships"

    played(harbour, scene)


def test_the_keys_of_the_comments_are_told_while_they_go_there(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        assert "Comments on the title" in text_of(app)
        screen.go_to_paragraph(3)
        await pilot.press("f3", "f3")
        await until(pilot, lambda: "r reply · x settle" in text_of(app))
        await pilot.press("escape")
        await until(pilot, lambda: "r reply" not in text_of(app))

    played(harbour, scene, size=(140, 36))


def test_brackets_in_the_text_appear_as_they_were_typed(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        type_before(screen, "small ships", "[shall] [/foo] [@click=app.quit] ")
        await until(pilot, lambda: "[shall] [/foo]" in text_of(app) and "[@click=app.quit]" in text_of(app))

    played(harbour, scene, size=(160, 40))


@pytest.mark.parametrize(("key", "panel"), [("f3", "#comments-panel"), ("f2", "#outline-panel")])
def test_looking_for_words_closes_what_lies_over_the_text(harbour: Path, key: str, panel: str) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await pilot.press(key)
        await until(pilot, lambda: screen.query_one(panel).region.area)
        await pilot.press("ctrl+f", *"pilots")
        await until(pilot, lambda: "1 of 1" in text_of(app))
        assert not screen.query_one(panel).region.area
        assert "Find      pilots" in next(row for row in text_of(app).splitlines() if "1 of 1" in row)

    played(harbour, scene, size=(80, 24))
