"""Make the README's pictures of the screens: run the program in a terminal, press its keys, draw what it shows.

    python docs/pictures.py [NAME ...]

Replays the demonstration in a temporary folder, starts `zerodraft` there in tmux, and writes `docs/draft.svg`,
`docs/versions.svg`, `docs/comments.svg`, `docs/review.svg` and `docs/export.svg`. Every cell in them is what the program
sent to the terminal. `docs/redline.png` is a page of the PDF that it exports, drawn by poppler's `pdftoppm`.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.tui.cells import captured  # noqa: E402 – the folder of the tests is on the path only now
from tests.tui.svg import svg  # noqa: E402
from tests.tui.terminal_driver import Terminal  # noqa: E402

PROGRAM = [sys.executable, "-m", "zerodraft"]
SIZE = (132, 38)


def draft(terminal: Terminal) -> None:
    """Paragraph 36, three words of which are being changed."""
    terminal.press("enter")
    terminal.until("Focus areas")
    terminal.press("ctrl+g")
    terminal.until("Go to which paragraph")
    terminal.type("36")
    terminal.press("enter")
    terminal.until("Comments on ¶ 36")
    terminal.press("ctrl+right", "ctrl+right", "ctrl+right", "ctrl+right")
    terminal.type(" and lasting")
    terminal.until("particular and lasting")


def versions(terminal: Terminal) -> None:
    """The redline from the last version to the text of today."""
    terminal.press("enter")
    terminal.until("Focus areas")
    terminal.press("f8")
    terminal.until("Where to?")
    terminal.press("3")
    terminal.until("Rev.2 → working text")
    terminal.type("]]")


def comments(terminal: Terminal) -> None:
    """What the delegations said, and one of the threads."""
    terminal.press("enter")
    terminal.until("Focus areas")
    terminal.press("f8")
    terminal.until("Where to?")
    terminal.press("4")
    terminal.until("of 47")
    terminal.press("down", "down")


def review(terminal: Terminal) -> None:
    """A proposal that two others contradict."""
    terminal.press("enter")
    terminal.until("Focus areas")
    terminal.press("f8")
    terminal.until("Where to?")
    terminal.press("6")
    terminal.until("of 69")
    terminal.press("down", "down")
    terminal.until("contradict")


def export(terminal: Terminal) -> None:
    """The redline as a Word file, with the comments."""
    terminal.press("enter")
    terminal.until("Focus areas")
    terminal.press("f8")
    terminal.until("Where to?")
    terminal.press("5")
    terminal.until("Draft of")
    terminal.press("right")
    terminal.until("Rev.2 → Working text")
    terminal.press("down", "down", "down", "down", "down", "down", "down", "right")
    terminal.until("beside their words")


PICTURES: dict[str, tuple[str, Callable[[Terminal], None], str]] = {
    "draft": ("dark", draft, "The draft: focus areas, the text with its brackets, the comments on paragraph 36"),
    "versions": ("light", versions, "Versions and the word-level redline from Rev.2 to the text of today"),
    "comments": ("dark", comments, "All comments of the delegations, and one thread"),
    "export": ("dark", export, "What leaves the house: a redline as a Word file, with what delegations said"),
    "review": ("light", review, "The queue of proposals, one as it would stand, and what competes with it"),
}


def draw(workspace: Path, name: str, room: Path) -> None:
    """One picture, in a home of its own that says light or dark."""
    theme, act, title = PICTURES[name]
    settings = room / "home" / ".config" / "zerodraft"
    settings.mkdir(parents=True)
    (settings / "config.toml").write_text(f'theme = "{theme}"\n')
    with Terminal(PROGRAM, room, at=workspace, size=SIZE) as terminal:
        terminal.until("5 documents")
        act(terminal)
        terminal.settled()
        (HERE / f"{name}.svg").write_text(svg(captured(terminal.styled()), title), encoding="utf-8")


def page(workspace: Path, room: Path) -> None:
    """A page of the redline as it is printed."""
    paper = room / "redline.pdf"
    order = ("export", "bali-message", "--version", "rev-2", "--against", "rev-1", "-o", str(paper))
    subprocess.run([*PROGRAM, *order], cwd=workspace, check=True, capture_output=True)
    drawn = ("pdftoppm", "-png", "-r", "64", "-f", "3", "-l", "3", "-singlefile", str(paper), str(HERE / "redline"))
    subprocess.run(drawn, check=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for name in sys.argv[1:] or PICTURES:
            room = Path(scratch) / name
            room.mkdir()
            workspace = room / "home" / "zerodraft-demo"
            workspace.parent.mkdir()
            subprocess.run([*PROGRAM, "demo", "--no-tui", str(workspace)], check=True, capture_output=True)
            if name == "export":
                page(workspace, room)
            draw(workspace, name, room)


if __name__ == "__main__":
    main()
