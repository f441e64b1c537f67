"""The same evening with the mouse: whatever is pressed is clicked, only words are typed."""

from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story.room import LARGE, SMALL, beside, log, see, tags, words_of_word, zerodraft
from tests.tui.terminal_driver import Terminal

ANSWER = "Noted; [the list] stays open."


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.slow)], ids=["80x24", "160x48"])
def test_an_evening_by_mouse(bali: Path, size: tuple[int, int]) -> None:
    with zerodraft(bali, size=size) as terminal:
        open_the_message(terminal)
        find_the_paragraph(terminal)
        answer_a_comment(terminal)
        change_three_words(terminal)
        save(terminal, bali)
        issue(terminal, bali)
        compare_with_the_zero_draft(terminal)
        export(terminal, bali)
        undo(terminal, bali)
        leave(terminal)
    with zerodraft(bali, size=size) as terminal:
        come_back(terminal)
    look_at_the_record(bali)


def double_click_on(terminal: Terminal, words: str, end_of: str = "") -> None:
    """On the first cell of words that are the end of others, where there may be more of them."""
    see(terminal, end_of or words)
    terminal.settled()
    x, y = terminal.find(end_of or words)
    terminal.double_click(x + max(len(end_of) - len(words), 0), y)


def from_the_palette(terminal: Terminal, words: str, label: str) -> None:
    terminal.click_on("^p Palette")
    see(terminal, "Do anything")
    terminal.type(words)
    terminal.settled()
    terminal.click_on(label)
    terminal.until_gone("Do anything")


def open_the_message(terminal: Terminal) -> None:
    see(terminal, "10 open of 47 comments", "Latest act")
    double_click_on(terminal, "Bali Message on")
    see(terminal, "PP1", "# Bali Message on International Cooperation in Digital")


def find_the_paragraph(terminal: Terminal) -> None:
    terminal.click_on("^f Find")
    see(terminal, "⏎ next · ↑ back")
    terminal.type("vulnerable and")
    see(terminal, "1 of 1", " 36  1● We call for particular attention to vulnerable")


def answer_a_comment(terminal: Terminal) -> None:
    x, y = terminal.find("1● We call for")
    terminal.click(x, y)
    see(terminal, "Comments on ¶ 36", "Philippines")
    if terminal.size == SMALL:
        terminal.click(3, 3)
        terminal.until_gone("Comments on ¶")
        terminal.click(x, y)
        see(terminal, "Comments on ¶ 36", "Philippines")
    double_click_on(terminal, "● United Kingdom")
    see(terminal, "Reply to United Kingdom on ¶ 36", "SEC")
    terminal.type(ANSWER)
    terminal.until(ANSWER)
    terminal.click_on("ctrl+s record")
    see(terminal, "Secretariat replies to gbr-c39d on paragraph 36")
    if terminal.size == SMALL:
        terminal.click(3, 3)
        terminal.until_gone("Comments on ¶")


def click_on_place(terminal: Terminal, figure: int) -> None:
    """Its figure in the first row, where names may have no room."""
    place = f" {figure} "
    row = terminal.until(lambda screen: place in f"{screen.splitlines()[0]} ").splitlines()[0]
    terminal.click(f"{row} ".rindex(place) + 1, 0)


def change_three_words(terminal: Terminal) -> None:
    for old, place, new in (
        ("particular", "We call for particular", "special"),
        ("rural", "disasters and rural", "remote"),
        ("encourage", "    encourage" if terminal.size == SMALL else "and we encourage", "invite"),
    ):
        double_click_on(terminal, old, end_of=place)
        terminal.type(new)
        terminal.until(new)
    see(terminal, "We call for special attention", "disasters and remote", "invite each country:", "▎")


def save(terminal: Terminal, workspace: Path) -> None:
    terminal.click_on("^s Save")
    see(terminal, "Paragraph 36 reworded · bali-message.")
    terminal.until(lambda screen: "●" not in screen.splitlines()[0])
    assert git(workspace, "status", "--porcelain") == ""


def issue(terminal: Terminal, workspace: Path) -> None:
    click_on_place(terminal, 3)
    see(terminal, "Rev.2 → working text", "12 ¶ changed")
    from_the_palette(terminal, "issue", "Issue the text as a version, to all")
    see(terminal, "Issue Bali Message", "Since Rev.2: 12 ¶ changed", "9 comments wait for an answer: ")
    terminal.click_on("Chair’s text")
    terminal.until("Designation   Chair’s text")
    terminal.click(*terminal.find("Rev.3 · Chair’s text"))
    terminal.until("Designation   Rev.3")
    terminal.click_on("enter: issue")
    see(terminal, "Rev.3 of bali-message issued.", "Rev.2 → Rev.3")
    assert "bali-message/rev-3" in tags(workspace)


def compare_with_the_zero_draft(terminal: Terminal) -> None:
    terminal.click_on("Zero Draft ")
    see(terminal, "Zero Draft → Rev.2")
    terminal.click_on("space Mark base")
    see(terminal, "Zero Draft → Rev.3")
    from_the_palette(terminal, "side by", "Show the two texts in two columns")
    see(terminal, "│ Rev.3")


def export(terminal: Terminal, workspace: Path) -> None:
    click_on_place(terminal, 5)
    see(terminal, "bali-message-rev-3.docx", "Bali, held virtually, 16 November 2021")
    assert "Word file" in beside(terminal, "Format ")
    assert "Rev.3" in beside(terminal, "Text ")
    terminal.click_on("w Write the file")
    see(terminal, "Rev.3 is written", " written ")
    assert "We call for special attention" in words_of_word(workspace / "bali-message-rev-3.docx")


def undo(terminal: Terminal, workspace: Path) -> None:
    from_the_palette(terminal, "undo", "Take back the last recorded act")
    see(terminal, "Undone: Rev.3 issued · bali-message.", "bali-message-working-text.docx")
    assert "bali-message/rev-3" not in tags(workspace)


def leave(terminal: Terminal) -> None:
    click_on_place(terminal, 2)
    see(terminal, "We call for special attention")
    click_on_place(terminal, 1)
    see(terminal, "9 open of 47 comments")
    terminal.click_on("q Quit")
    assert terminal.exit_status() == 0


def come_back(terminal: Terminal) -> None:
    see(terminal, "9 open of 47 comments", "¶ 36, in Draft", "Nothing was done by others.")
    terminal.click_on("r Resume")
    see(terminal, "We call for special attention")
    from_the_palette(terminal, "quit", "Quit; unsaved words are asked about and kept")
    assert terminal.exit_status() == 0


def look_at_the_record(workspace: Path) -> None:
    assert log(workspace, 4) == [
        "Ana Drafter|Ana Drafter|Undone: Rev.3 issued",
        "Ana Drafter|Ana Drafter|Rev.3 issued",
        "Ana Drafter|Ana Drafter|Paragraph 36 reworded",
        "Ana Drafter|Ana Drafter|Secretariat replies to gbr-c39d on paragraph 36",
    ]
    assert tags(workspace) == ["bali-message/rev-1", "bali-message/rev-2", "bali-message/zero-draft"]
    assert git(workspace, "status", "--porcelain") == "?? bali-message-rev-3.docx"
