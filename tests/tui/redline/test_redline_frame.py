"""The frame around a redline on a real terminal: every script leaves the scroll bar and the joint where they are."""

import sys
from pathlib import Path

import pytest
from tests.tui.cells import captured
from tests.tui.terminal_driver import Terminal

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(("width", "form"), [(100, ""), (75, ""), (100, "side"), (130, "side")])
def test_no_script_moves_the_panel_beside(tmp_path: Path, width: int, form: str) -> None:
    command = [sys.executable, "-m", "tests.tui.redline.redline_app", *form.split(), "scripts"]
    with Terminal(command, tmp_path, size=(width, 30), at=ROOT) as terminal:
        terminal.until("change 1 of 7")
        terminal.press("f5", "G")
        terminal.until("change 7 of 7")
        terminal.settled()
        rows = captured(terminal.styled())[:-1]
        panel = rows[0][width - 20].look.ground
        assert {row[width - 20].look.ground for row in rows} == {panel}
        assert panel not in {row[width - 21].look.ground for row in rows}
        if form:
            joint = next(column for column, cell in enumerate(rows[0]) if cell.text == "│")
            assert {row[joint].text for row in rows if len(row) > joint} <= {"│", "▎", " ", *"OneScripts"}
