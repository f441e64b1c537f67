"""Documents that nobody plans for: many, empty, endless, without any form."""

import itertools
from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story import odd
from tests.tui.story.room import first_row, see, zerodraft
from tests.tui.terminal_driver import Terminal

PLACES = "2345"
SIZES = ((20, 5), (160, 48), (60, 12), (80, 24))


def open_only(terminal: Terminal, slug: str) -> None:
    see(terminal, "⏎ Open", "Resume  ")
    terminal.press("escape", "/")
    terminal.type(slug)
    terminal.until(lambda screen: screen.count("not issued yet") + screen.count("Negotiation") == 1)
    terminal.press("enter", "enter")
    see(terminal, "^s Save")


def test_a_workspace_without_documents_leads_to_the_first_one(home: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "empty"
    (workspace / "declarations").mkdir(parents=True)
    git(workspace, "init", "-q")
    with zerodraft(workspace) as terminal:
        see(terminal, "n begins")
        for key in (*PLACES, "enter", "r", "/", "d", "U"):
            terminal.press(key)
            terminal.settled()
        terminal.press("n", "k")
        see(terminal, "A new declaration, from its kind")
        terminal.type("A Note on Tides")
        see(terminal, "note-on-tides")
        terminal.press("ctrl+s")
        see(terminal, "# A Note on Tides")
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert git(workspace, "status", "--porcelain") == ""


def test_every_odd_text_is_opened_written_and_saved(harbour: Path) -> None:
    odd.build(harbour)
    with zerodraft(harbour, size=(100, 30)) as terminal:
        for slug, source in odd.TEXTS.items():
            open_only(terminal, slug)
            terminal.press("ctrl+end")
            terminal.type("We part.")
            see(terminal, "We part.", "unsaved")
            terminal.press("ctrl+s")
            terminal.until_gone("unsaved")
            assert (harbour / "declarations" / slug / "text.md").read_bytes().startswith(source.encode()), slug
            for place in PLACES[1:]:
                terminal.press("f8", place)
                terminal.settled()
            terminal.press("f8", "1")
            see(terminal, "Documents", "1 Home")
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert git(harbour, "status", "--porcelain") == ""


def test_a_delegation_with_a_name_of_80_characters_finds_room_everywhere(harbour: Path) -> None:
    odd.build(harbour)
    with zerodraft(harbour) as terminal:
        open_only(terminal, "harbour-note")
        terminal.press("f8", "4")
        see(terminal, "Comments by paragraph", odd.LONG_NAME[:8])
        terminal.press("down", "r")
        see(terminal, f"Reply to {odd.LONG_NAME[:40]}")
        terminal.press("escape")
        terminal.resize(160, 48)
        see(terminal, odd.LONG_NAME[:60])
        terminal.press("1")
        see(terminal, "Delegations", odd.LONG_NAME[:12])
        row = next(row for row in terminal.settled().splitlines() if odd.LONG_NAME[:12] in row)
        assert row.endswith(" 1 │"), "the bar and its count are cut off"
        terminal.press("4")
        see(terminal, "Comments by paragraph")
        for width, height in SIZES:
            terminal.resize(width, height)
            assert odd.LONG_NAME[:6] in (shown := terminal.settled()) or " FJI " in shown


def test_three_hundred_documents_are_listed_filtered_and_opened(harbour: Path) -> None:
    odd.crowd(harbour, 300)
    with zerodraft(harbour) as terminal:
        see(terminal, "Note 9 on Ports", "Latest act")
        terminal.press("end", "home", "pagedown", "/")
        terminal.type("note 21")
        see(terminal, "Note 217 on Ports")
        terminal.press("escape")
        open_only(terminal, "note-217")
        see(terminal, "We agree on port 217.")
        assert "Note 217 on Ports" in first_row(terminal)


@pytest.mark.slow
def test_ten_thousand_comments_are_listed_filtered_and_answered(harbour: Path) -> None:
    odd.talk(harbour, 10_000)
    with zerodraft(harbour, size=(160, 48)) as terminal:
        terminal.until("comments", seconds=60)
        terminal.press("enter")
        terminal.until("# Harbour Note", seconds=60)
        terminal.press("f8", "4")
        terminal.until("of 10004", seconds=60)
        terminal.press("end", "home", "pagedown", "pagedown", "/")
        terminal.type("point 7777:")
        see(terminal, "1 of 1", "Point 7777: all of them.")
        terminal.press("enter", "r")
        see(terminal, "Reply to Japan on ¶ 1")
        terminal.type("Noted.")
        see(terminal, "Noted.")
        terminal.press("ctrl+s")
        terminal.until("Secretariat replies to ", seconds=60)
    assert git(harbour, "status", "--porcelain") == ""


def test_no_size_is_too_small_and_no_resizing_too_fast(harbour: Path) -> None:
    odd.build(harbour)
    with zerodraft(harbour) as terminal:
        open_only(terminal, "harbour-note")
        for place, keys in (
            ("1", ("a", "f1")),
            ("2", ("ctrl+t", "ctrl+f")),
            ("3", ("s", "i")),
            ("4", ("r", "c")),
            ("5", ("p", "end")),
        ):
            terminal.press("f8", place)
            for key in ("", *keys):
                terminal.press(*filter(None, [key]))
                for width, height in SIZES * 2:
                    terminal.resize(width, height)
                assert terminal.settled().strip()
                terminal.press("escape")
        terminal.press("f8", "1")
        see(terminal, "Harbour Note", "⏎ Open")


@pytest.mark.parametrize("size", [(20, 5), (160, 48)])
def test_no_letter_is_lost_while_the_terminal_changes_its_size(harbour: Path, size: tuple[int, int]) -> None:
    words = "Hear, hear: all ports stay open. "
    before = (harbour / "declarations/harbour-note/text.md").read_text()
    with zerodraft(harbour, size=size) as terminal:
        see(terminal, "Harbour")
        terminal.press("enter")
        terminal.until("# Harbour")
        for letter, (width, height) in zip(words, itertools.cycle(SIZES), strict=False):
            terminal.type(letter)
            terminal.resize(width, height)
        terminal.resize(*size)
        terminal.until(lambda screen: "●" in screen.splitlines()[0] or size < (80, 24))
        terminal.press("ctrl+s")
        terminal.settled()
        terminal.resize(80, 24)
        see(terminal, "Hear, hear: all ports stay open. # Harbour Note", "^s Save")
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert (harbour / "declarations/harbour-note/text.md").read_text() == f"{words}{before}"
    assert git(harbour, "status", "--porcelain") == ""
