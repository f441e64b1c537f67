"""Make the README's picture: run the program, and draw what it printed.

    python docs/picture.py

Replays the demonstration in a temporary folder, runs `zerodraft diff` there with colours on, and writes
`docs/redline.svg`. The words in the picture are what the program printed; nothing is drawn by hand.
"""

import os
import re
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from unicodedata import east_asian_width

HERE = Path(__file__).resolve().parent
COLUMNS = 100
ROWS = 44
CELL_WIDTH, LINE_HEIGHT, MARGIN = 8.4, 19, 18
COMMAND = ["diff", "bali-message", "rev-1", "rev-2", "--focus-area", "5"]

_SIGN = re.compile(r"\x1b\[([0-9;]*)m")
_STYLES = {
    "1": "font-weight:bold",
    "2": "fill:#6b7280",
    "3": "font-style:italic",
    "4": "text-decoration:underline",
    "9": "text-decoration:line-through",
    "31": "fill:#b3261e",
    "32": "fill:#0b6b3a",
    "33": "fill:#8a5a00",
    "34": "fill:#1d4ed8",
    "35": "fill:#7c3aed",
    "36": "fill:#0e6377",
}


def printed() -> str:
    """What the program prints for the picture's command, in colour."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "demo"
        environment = {**os.environ, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "NO_COLOR": ""}
        program = [sys.executable, "-m", "zerodraft"]
        subprocess.run([*program, "demo", "--no-tui", str(place)], env=environment, check=True, capture_output=True)
        run = subprocess.run([*program, *COMMAND], cwd=place, env=environment, check=True, capture_output=True)
    return run.stdout.decode()


def cells(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def row(line: str, top: float) -> str:
    """One printed line as text elements, each run of one style at its column."""
    parts: list[str] = []
    style: list[str] = []
    column = done = 0
    for sign in (*_SIGN.finditer(line), None):
        text = line[done : sign.start() if sign else len(line)]
        if text.strip():
            x = MARGIN + column * CELL_WIDTH
            css = ";".join(style)
            length = f'textLength="{cells(text) * CELL_WIDTH:.1f}"'
            parts.append(f'<text x="{x:.1f}" y="{top:.1f}" {length} style="{css}">{escape(text)}</text>')
        column += cells(text)
        if sign:
            done = sign.end()
            codes = [code for code in sign[1].split(";") if code]
            style = [*style, *(_STYLES[code] for code in codes if code in _STYLES)] if codes and codes != ["0"] else []
    return "".join(parts)


def svg(text: str) -> str:
    """A terminal window with the first rows of the text."""
    lines = [f"$ zerodraft {' '.join(COMMAND)}", "", *text.rstrip("\n").split("\n")][:ROWS]
    width = COLUMNS * CELL_WIDTH + 2 * MARGIN
    height = len(lines) * LINE_HEIGHT + 2 * MARGIN
    rows = "\n".join(row(line, MARGIN + (index + 0.8) * LINE_HEIGHT) for index, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" role="img" '
        'aria-label="A word-level redline in the terminal">\n'
        "<style>text{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#1f2328;white-space:pre}</style>\n"
        f'<rect width="{width:.0f}" height="{height:.0f}" rx="8" fill="#ffffff" stroke="#d0d7de"/>\n{rows}\n</svg>\n'
    )


if __name__ == "__main__":
    (HERE / "redline.svg").write_text(svg(printed()), encoding="utf-8")
