"""What other programs do to the files of an open document, and what a new machine does not know yet."""

from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story.room import COMMAND, NOTE, TEXT, first_row, log, open_and_type, see, zerodraft
from tests.tui.terminal_driver import Terminal


def a_comment(workspace: Path) -> Path:
    return next((workspace / NOTE / "comments").iterdir()).relative_to(workspace)


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        (NOTE / "declaration.toml", b'title = "Harbour'),
        (NOTE / "declaration.toml", b"title = 'Harbour \xe9'"),
        (Path("declarations/delegations.toml"), b"[JPN"),
        (None, b"From: nobody\n"),
    ],
    ids=["settings", "settings in Latin-1", "delegations", "a comment"],
)
def test_a_file_that_breaks_while_the_text_is_open_costs_no_word(
    harbour: Path, file: Path | None, broken: bytes
) -> None:
    path = harbour / (file or a_comment(harbour))
    whole = path.read_bytes() if path.exists() else None
    with zerodraft(harbour, size=(100, 30)) as terminal:
        open_and_type(terminal)
        path.write_bytes(broken)
        terminal.until(lambda screen: path.name in screen or "can't be read" in screen)
        terminal.type("So be it. ")
        see(terminal, "Hear, hear. So be it. # Harbour Note")
        for place in "5431":
            terminal.press("f8", place)
            terminal.settled()
        terminal.press("2" if " 5 " in first_row(terminal) else "f8")
        see(terminal, "Hear, hear. So be it. # Harbour Note")
        if whole is None:
            path.unlink()
        else:
            path.write_bytes(whole)
        terminal.press("ctrl+s")
        terminal.until(lambda screen: "●" not in screen.splitlines()[0])
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert (harbour / TEXT).read_text().startswith("Hear, hear. So be it. # Harbour Note")
    assert git(harbour, "status", "--porcelain") == ""


def test_whoever_has_no_name_yet_is_asked_once_and_the_act_is_recorded(harbour: Path) -> None:
    (harbour.parent / "home/.gitconfig").write_text("")
    with zerodraft(harbour) as terminal:
        open_and_type(terminal)
        terminal.press("ctrl+s")
        see(terminal, "In whose name are acts recorded here?")
        terminal.type("Ana [Drafter]\n")
        terminal.until(lambda screen: "●" not in screen.splitlines()[0])
        terminal.type("So be it. ")
        terminal.until(lambda screen: "●" in screen.splitlines()[0])
        terminal.press("ctrl+s")
        terminal.until(lambda screen: "●" not in screen.splitlines()[0])
        assert "In whose name" not in terminal.settled()
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert [line.partition("|")[0] for line in log(harbour, 2)] == ["Ana [Drafter]"] * 2
    with zerodraft(harbour) as terminal:
        see(terminal, "Harbour Note", "3 open of 4 comments")
        terminal.press("enter")
        see(terminal, "Hear, hear.")
        terminal.type("Once more. ")
        terminal.press("ctrl+s")
        terminal.until(lambda screen: "●" not in screen.splitlines()[0])
        assert "In whose name" not in terminal.screen()
    assert log(harbour, 1)[0].startswith("Ana [Drafter]|Ana [Drafter]|")


@pytest.mark.slow
def test_the_demonstration_opens_on_the_screens(home: Path, tmp_path: Path) -> None:
    with Terminal([*COMMAND, "demo", "bali"], tmp_path, size=(80, 24)) as terminal:
        terminal.until("10 open of 47 comments", seconds=120)
        see(terminal, "Bali Message on International Cooperation", "Concept Note on the ASEAN Smart Cities Network")
        terminal.press("enter")
        see(terminal, "PP1")
        assert "Rev.2" in first_row(terminal)
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert git(tmp_path / "bali", "status", "--porcelain") == ""
