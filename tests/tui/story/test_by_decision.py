"""A debate is taken down in the room; at night the input of delegations is gone through and decided, by keys."""

from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story.room import LARGE, SMALL, log, see, zerodraft
from tests.tui.terminal_driver import Terminal


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.slow)], ids=["80x24", "160x48"])
def test_a_night_of_decisions(bali: Path, size: tuple[int, int]) -> None:
    with zerodraft(bali, size=size) as terminal:
        see(terminal, "Bali Message on International Cooperation in Digital Diplomacy", "⏎ Open")
        terminal.press("enter")
        see(terminal, "PP1", "f8 Places")
        take_down_a_debate(terminal, bali)
        go_to_review(terminal)
        accept_and_take_back(terminal, bali)
        weigh_what_competes(terminal)
        reject_two_at_once(terminal, bali)
        edit_and_accept(terminal, bali)
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0


def take_down_a_debate(terminal: Terminal, workspace: Path) -> None:
    """Five keys beside the words, three for a supporter."""
    terminal.press("ctrl+g")
    see(terminal, "Go to which paragraph?")
    terminal.type("36")
    terminal.press("enter")
    terminal.until_gone("Go to which paragraph?")
    terminal.press("alt+p")
    see(terminal, "Proposal for ¶ 36")
    terminal.type("nz")
    see(terminal, "⏎ New Zealand (NZL)")
    terminal.press("enter")
    terminal.type("[Today] ")
    see(terminal, "[Today] We call for")
    terminal.press("enter")
    see(terminal, "New Zealand proposes new wording for paragraph 36: NZL-")
    terminal.press("alt+s")
    see(terminal, "Who: support ")  # also while the proposal is still being recorded
    terminal.type("fj")
    terminal.press("enter")
    see(terminal, "Fiji: support on NZL-")
    assert [line.split("|")[0] for line in log(workspace, 2)] == ["Fiji", "New Zealand"]


def go_to_review(terminal: Terminal) -> None:
    terminal.press("f8")
    see(terminal, "Where to?", "decide on them")
    terminal.press("6")
    see(terminal, "Proposals by paragraph", "decided", "a Accept")


def accept_and_take_back(terminal: Terminal, workspace: Path) -> None:
    terminal.press("g")
    see(terminal, "VNM-3 · Viet Nam", "accessible, affordable")
    terminal.press("a")
    see(terminal, "VNM-3 accepted.", "PHL-4 · Philippines")
    assert log(workspace, 1) == ["Viet Nam|Ana Drafter|VNM-3 accepted"]
    terminal.press("u")
    see(terminal, "Undone: VNM-3 accepted", "VNM-3 · Viet Nam")


def weigh_what_competes(terminal: Terminal) -> None:
    terminal.press("s", "s")
    see(terminal, "JPN-1 · Japan", "1 of 2 here")
    terminal.press("enter")
    see(terminal, "ZAF-1 · South Africa", "contradictory", "Obligations under international law")
    terminal.press("]")
    see(terminal, "2 of 2 here")
    terminal.press("escape")


def reject_two_at_once(terminal: Terminal, workspace: Path) -> None:
    terminal.press("/")
    terminal.type("para:3 state:open")
    see(terminal, "¶ 3 · open")
    terminal.press("enter", "g", "space", "space")
    see(terminal, "2 marked", "Reject 2")
    terminal.press("r")
    see(terminal, "JPN-1, ZAF-1 rejected.")
    assert log(workspace, 1)[0].endswith("|JPN-1, ZAF-1 rejected")
    see(terminal, "2 of 2 decided", "None of the")
    terminal.press("escape")
    see(terminal, "● PP6")


def edit_and_accept(terminal: Terminal, workspace: Path) -> None:
    terminal.press("g", "e")
    see(terminal, "Accept VNM-3 as edited", "ctrl+s record")
    terminal.type("[Firmly] ")
    see(terminal, "[Firmly] *Convinced*")
    terminal.press("ctrl+s")
    see(terminal, "VNM-3 accepted as edited.")
    assert "[Firmly] *Convinced*" in git(workspace, "show", "HEAD:declarations/bali-message/text.md")
