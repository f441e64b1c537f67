"""Writes the tables of `screens.md` anew, from the table of actions: `python docs/actions.py`."""

from collections.abc import Iterator
from pathlib import Path

from zerodraft.tui.actions import Scope
from zerodraft.tui.movements import ALL

PAGE = Path(__file__).resolve().parent / "screens.md"
HEADING = "## All actions\n"
TITLES = {
    Scope.EVERYWHERE: "Everywhere",
    Scope.HOME: "Home",
    Scope.DRAFT: "Draft",
    Scope.VERSIONS: "Versions",
    Scope.COMMENTS: "Comments",
    Scope.EXPORT: "Export",
    Scope.REVIEW: "Review",
    Scope.COMPILE: "Compile",
    Scope.BRACKETS: "Brackets",
    Scope.PROGRESS: "Progress",
    Scope.EDITOR: "In the text",
    Scope.LIST: "In lists and pages",
    Scope.REDLINE: "In a redline",
    Scope.TABLE: "In a table",
}


def tables() -> Iterator[str]:
    """The lines below the heading."""
    for scope, title in TITLES.items():
        yield from ("", f"### {title}", "", "| name | keys | what it does |", "|---|---|---|")
        for action in ALL:
            if action.scope is scope:
                keys = " ".join(f"`{key}`" for key in action.keys) or "—"
                yield f"| `{action.id}` | {keys} | {action.told} |"


def rewritten(page: str) -> str:
    """The page with today's tables."""
    before, heading, _ = page.partition(HEADING)
    return before + heading + "\n".join(tables()) + "\n"


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
