"""Many at once: whoever records loses nothing, and takes nothing from others."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import git

from zerodraft.desk.desk import Desk

_SPEAK = """
import sys
from pathlib import Path
from zerodraft.desk.desk import Desk
from zerodraft.desk.remarks import Remark
with Desk.at(Path(sys.argv[1])) as desk:
    for number in range(5):
        desk.comment(desk.open("note"), Remark("JPN", "1", f"{sys.argv[2]}: {number}", on="working"))
"""
_EDIT = """
import sys
from pathlib import Path
from zerodraft.desk import editing
from zerodraft.desk.desk import Desk
with Desk.at(Path(sys.argv[1])) as desk:
    for number in range(5):
        place = editing.passage(desk.open("note"), sys.argv[2])
        desk.edit(place, f"We say {number} in {sys.argv[2]}, again and again and again.")
"""


def all_at_once(program: str, root: Path, names: list[str]) -> None:
    commands = ([sys.executable, "-c", program, str(root), name] for name in names)
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for command in commands]
    complaints = [process.communicate()[1] for process in running]
    assert not any(complaints), complaints


@pytest.mark.slow
def test_eight_processes_that_comment_at_once_lose_nothing(tmp_path: Path) -> None:
    open_desk(tmp_path / "workspace").room.workspace.close()
    all_at_once(_SPEAK, tmp_path / "workspace", [f"voice {number}" for number in range(8)])
    with Desk.at(tmp_path / "workspace") as desk:
        said = {placed.comment.body for placed in desk.open("note").placed.values()}
    assert said == {f"voice {voice}: {number}" for voice in range(8) for number in range(5)}
    git(tmp_path / "workspace", "fsck", "--strict")


@pytest.mark.slow
def test_four_processes_that_edit_four_paragraphs_all_have_their_way(tmp_path: Path) -> None:
    open_desk(tmp_path / "workspace").room.workspace.close()
    paragraphs = ["1", "2", "3", "4"]
    all_at_once(_EDIT, tmp_path / "workspace", paragraphs)
    with Desk.at(tmp_path / "workspace") as desk:
        text = desk.open("note").draft.source
    assert all(f"We say 4 in {paragraph}," in text for paragraph in paragraphs)
    assert git(tmp_path / "workspace", "rev-list", "--count", "HEAD") == "21"
