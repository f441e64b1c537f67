"""An evening of a new drafter with the keys alone, from the first look to the next start."""

from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story.room import LARGE, SMALL, beside, first_row, log, see, tags, words_of_word, zerodraft
from tests.tui.terminal_driver import Terminal

ANSWER = "Noted; the chapeau [stays] as it is."


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.slow)], ids=["80x24", "160x48"])
def test_an_evening_by_keys(bali: Path, size: tuple[int, int]) -> None:
    before = git(bali, "rev-parse", "HEAD")
    with zerodraft(bali, size=size) as terminal:
        open_the_message(terminal)
        find_the_paragraph(terminal)
        read_who_commented(terminal)
        answer_the_united_kingdom(terminal)
        change_three_words(terminal)
        save(terminal, bali)
        read_the_redline(terminal)
        issue(terminal, bali)
        compare_with_the_zero_draft(terminal)
        export(terminal, bali)
        undo(terminal, bali)
        leave(terminal)
    with zerodraft(bali, size=size) as terminal:
        come_back(terminal)
    look_at_the_record(bali, before)


def open_the_message(terminal: Terminal) -> None:
    see(
        terminal,
        "Bali Message on International Cooperation in Digital Diplomacy",
        "10 open of 47 comments",
        "Nothing to go back to yet: enter opens the chosen document.",
        "⏎ Open",
    )
    terminal.press("enter")
    see(terminal, "PP1", "# Bali Message on International Cooperation in Digital", "^s Save", "f8 Places")
    assert "Rev.2" in first_row(terminal)
    assert "●" not in first_row(terminal)


def find_the_paragraph(terminal: Terminal) -> None:
    terminal.press("ctrl+f")
    see(terminal, "Find ", "⏎ next · ↑ back")
    terminal.type("vulnerable and")
    see(terminal, "1 of 1", " 36  1● We call for particular attention to vulnerable")
    terminal.press("escape")
    terminal.until_gone("1 of 1")
    terminal.press("ctrl+g")
    see(terminal, "Go to which paragraph?", "36, 12(a), PP3")
    terminal.type("36")
    terminal.press("enter")
    terminal.until_gone("Go to which paragraph?")


def read_who_commented(terminal: Terminal) -> None:
    if terminal.size == SMALL:
        assert "Comments on ¶ 36" not in terminal.screen()
        terminal.press("f3")
    see(
        terminal,
        "Comments on ¶ 36",
        "Philippines",
        "A family that has lost",
        "Viet Nam replies",
        "● United Kingdom",
    )
    if terminal.size == SMALL:
        terminal.press("escape")
        terminal.until_gone("Comments on ¶")


def answer_the_united_kingdom(terminal: Terminal) -> None:
    terminal.press("f8")
    see(terminal, "Where to?", "Go to all comments")
    terminal.press("4")
    see(terminal, "Comments by paragraph", "1 of 47 · 10 open", "PP8", "Australia")
    terminal.press("/")
    terminal.type("para:36 from:GBR")
    see(terminal, "1 of 1", "¶ 36 · United Kingdom", "This has become the strongest paragraph of the text.")
    terminal.press("enter", "r")
    see(terminal, "Reply to United Kingdom on ¶ 36", "SEC", "stays open · is settled", "ctrl+s record")
    terminal.type(ANSWER)
    terminal.until(ANSWER)
    terminal.press("ctrl+s")
    see(terminal, "Secretariat replies to gbr-c39d on paragraph 36", "1 of 1 · 0 open", "◐ taken up")
    terminal.press("enter")
    see(terminal, "36  2○ We call for particular attention")


def change_three_words(terminal: Terminal) -> None:
    for old, new in (("particular", "special"), ("rural", "remote"), ("encourage", "invite")):
        terminal.press("ctrl+f")
        terminal.until("Find ")
        terminal.type(old)
        terminal.until(f"Find      {old} ")
        terminal.press("escape")
        terminal.type(new)
        terminal.until(new)
    see(terminal, "We call for special attention", "disasters and remote", "invite each country:", "▎")
    assert "●" in first_row(terminal)


def save(terminal: Terminal, workspace: Path) -> None:
    terminal.press("ctrl+s")
    see(terminal, "Paragraph 36 reworded · bali-message.")
    terminal.until(lambda screen: "●" not in screen.splitlines()[0])
    assert git(workspace, "status", "--porcelain") == ""


def read_the_redline(terminal: Terminal) -> None:
    terminal.press("f5")
    see(terminal, "Rev.2 → working text", "12 ¶ changed")
    see(terminal, "particular", "special", "rural", "remote", "encourage", "invite")


def issue(terminal: Terminal, workspace: Path) -> None:
    terminal.press("i")
    see(
        terminal,
        "Issue Bali Message",
        "Since Rev.2: 12 ¶ changed",
        "9 comments wait for an answer: ",
        "Rev.3 · Chair’s text · Final draft · Adopted text",
        "An issued version never changes; “Undo act” in ^p takes the act back.",
    )
    assert "bali-message/rev-3" not in tags(workspace)
    terminal.press("enter")
    see(terminal, "Rev.3 of bali-message issued.", "Rev.2 → Rev.3")
    assert "bali-message/rev-3" in tags(workspace)


def compare_with_the_zero_draft(terminal: Terminal) -> None:
    terminal.press("escape")
    see(terminal, "4 issued", "Zero Draft ", "25 comments")
    terminal.press("end")
    see(terminal, "Zero Draft → Rev.2")
    terminal.press("space")
    see(terminal, "Zero Draft → Rev.3")
    terminal.press("s", "/")
    see(terminal, "Find ", "│ Rev.3")
    terminal.type("special")
    see(terminal, "1 of 1")
    halves = [row.rpartition("▎") for row in terminal.screen().splitlines() if "special" in row]
    assert any("special" in new and "special" not in old for old, _, new in halves)
    terminal.press("escape")
    terminal.until_gone("Find ")


def export(terminal: Terminal, workspace: Path) -> None:
    terminal.press("5")
    see(terminal, "bali-message-rev-3.docx", "Bali, held virtually, 16 November 2021")
    assert "Word file" in beside(terminal, "Format ")
    assert "Rev.3" in beside(terminal, "Text ")
    terminal.press("w")
    see(terminal, "Rev.3 is written", " written ")
    page = words_of_word(workspace / "bali-message-rev-3.docx")
    assert "We call for special attention" in page
    assert "remote communities" in page


def undo(terminal: Terminal, workspace: Path) -> None:
    terminal.press("U")
    see(terminal, "Undone: Rev.3 issued · bali-message.", "bali-message-working-text.docx")
    assert "Working text" in beside(terminal, "Text ")
    assert "bali-message/rev-3" not in tags(workspace)


def leave(terminal: Terminal) -> None:
    terminal.press("2")
    terminal.until("We call for special attention")
    terminal.press("ctrl+q")
    assert terminal.exit_status() == 0


def come_back(terminal: Terminal) -> None:
    assert "Not saved" not in see(terminal, "Nothing was done by others.", "9 open of 47 comments")
    resumed = beside(terminal, "Resume  ")
    assert "Bali Message" in resumed
    assert "¶ 36, in Draft" in resumed
    terminal.press("r")
    terminal.until("We call for special attention")
    terminal.press("ctrl+q")
    assert terminal.exit_status() == 0


def look_at_the_record(workspace: Path, before: str) -> None:
    assert log(workspace, 4) == [
        "Ana Drafter|Ana Drafter|Undone: Rev.3 issued",
        "Ana Drafter|Ana Drafter|Rev.3 issued",
        "Ana Drafter|Ana Drafter|Paragraph 36 reworded",
        "Ana Drafter|Ana Drafter|Secretariat replies to gbr-c39d on paragraph 36",
    ]
    assert git(workspace, "rev-parse", "HEAD~4") == before
    assert tags(workspace) == ["bali-message/rev-1", "bali-message/rev-2", "bali-message/zero-draft"]
    assert git(workspace, "status", "--porcelain") == "?? bali-message-rev-3.docx"
    assert git(workspace, "fsck", "--strict", "--no-dangling") == ""
    changed = git(workspace, "diff", "--word-diff=porcelain", before, "HEAD", "--", "declarations/bali-message/text.md")
    words = [line for line in changed.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert words == ["-particular", "+special", "-rural", "+remote", "-encourage", "+invite"]
    [answer] = git(workspace, "diff", "--name-only", "--diff-filter=A", before, "HEAD").splitlines()
    assert ANSWER in (workspace / answer).read_text(encoding="utf-8")
