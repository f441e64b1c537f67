"""Many drafters' processes on one workspace: nothing lost, nothing under another's name."""

import subprocess
import sys
from os import environ, pathsep

import pytest
from tests.rooms import git
from tests.store.drafting_room import TEXT, DraftingRoom

# Each writes comments of its own, and now and then the shared text, as long as it is refused.
WRITER = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from zerodraft.errors import MovedOn
from zerodraft.store.acts import Act, Person, Write
from zerodraft.store.workspace import Workspace

root, me, acts = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
who = Person(f"Drafter {me}", f"drafter-{me}@example.org")
text = "declarations/bali-message/text.md"

def record(workspace, subject, write):
    date = datetime(2021, 11, 2, me, tzinfo=timezone.utc)
    return workspace.record(Act(subject + "\\n", who, who, date, (write,)))

for number in range(acts):
    with Workspace.find(root) as workspace:
        name = f"{me}-{number}"
        path = f"declarations/bali-message/comments/{name}.md"
        record(workspace, name, Write(path, name.encode(), None))
        print("RECORDED", name, flush=True)
        while number % 5 == 0:
            seen = workspace.blob_id(text)
            words = workspace.blob(seen)
            try:
                record(workspace, f"text {name}", Write(text, words + f"{name}\\n".encode(), seen))
            except MovedOn:
                continue
            break
"""


@pytest.mark.parametrize(("writers", "acts"), [(4, 5), pytest.param(8, 25, marks=pytest.mark.slow)])
def test_processes_at_once_lose_nothing_and_take_nothing_along(room: DraftingRoom, writers: int, acts: int) -> None:
    room.save("We agree.\n")
    (room.root / "untracked").write_text("not theirs\n")
    environment = environ | {"PYTHONPATH": pathsep.join(sys.path)}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(room.root), str(me), str(acts)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True,
        )
        for me in range(writers)
    ]  # fmt: skip
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * writers, said
    recorded = {line.split()[1] for output, _ in said for line in output.splitlines()}
    assert len(recorded) == writers * acts
    log = room.workspace.log()
    assert {name for each in log for name in [each.subject] if "-" in name and " " not in name} == recorded
    for each in log[:-1]:
        name = each.subject.removeprefix("text ")
        assert each.author.name == f"Drafter {name.partition('-')[0]}"
        assert each.paths == ((TEXT,) if "text" in each.subject else (f"declarations/bali-message/comments/{name}.md",))
    lines = (room.workspace.read(TEXT) or b"").decode().splitlines()
    assert sorted(lines[1:]) == sorted(f"{me}-{number}" for me in range(writers) for number in range(0, acts, 5))
    assert room.workspace.dirty() == ()
    assert git(room.root, "status", "--porcelain") == "?? untracked"
    assert room.is_sound()
