"""An act is cut off, or the disk fails, at any call that changes a file: nothing acknowledged is lost.

The injector counts the calls of zerodraft and of the git processes that it starts.
"""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from tests.rooms import git, isolate
from tests.store.drafting_room import TEXT, DraftingRoom

from zerodraft.store.workspace import Workspace

COMMENT = "declarations/bali-message/comments/2021-11-02-jpn-7f3a.md"
OLD, NEW = "We agree.\n" * 400, "We shall agree.\n" * 400
SOURCE = Path(__file__).with_name("fault_injector.c")
ACT = f"""
import sys
from datetime import datetime, timezone
from pathlib import Path
from zerodraft.errors import Refusal
from zerodraft.store.acts import Act, Person, TagChange, Write
from zerodraft.store.workspace import Workspace

try:
    with Workspace.find(Path(sys.argv[1])) as workspace:
        new = Write({TEXT!r}, ({NEW!r}).encode(), Workspace.blob_id_of(({OLD!r}).encode()))
        comment = Write({COMMENT!r}, b"Delegation: JPN\\n", None)
        tags = (TagChange("bali-message/rev-1", "Rev.1", None),)
        ana, morning = Person("Ana", "ana@example.org"), datetime(2021, 11, 2, tzinfo=timezone.utc)
        workspace.record(Act("the act\\n", ana, ana, morning, (new, comment), tags))
    print("RECORDED")
except Refusal as refusal:
    print("REFUSED", refusal.message, refusal.hint)
"""


@dataclass(frozen=True)
class Injector:
    """The compiled injector, and a workspace to copy for each trial."""

    library: Path
    template: Path
    trials: Path

    @cached_property
    def calls(self) -> int:
        """How many calls the undisturbed act makes."""
        return self.trial("none", 0)

    def trial(self, kind: str, at: int, *, sticky: bool = False) -> int:
        """Disturb the act at one call, look at what is left, work on; gives the number of calls."""
        root = self.trials / f"{kind}-{at}-{sticky}"
        counter = root.with_suffix(".counter")
        shutil.copytree(self.template, root, symlinks=True)
        environment = os.environ | {
            "LD_PRELOAD": str(self.library),
            "FAULT_ROOT": str(root),
            "FAULT_COUNTER": str(counter),
            "FAULT_KIND": kind,
            "FAULT_AT": str(at),
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        if sticky:
            environment["FAULT_STICKY"] = "1"
        done = subprocess.run(
            [sys.executable, "-c", ACT, str(root)], env=environment, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, f"{kind} at {at}: {done.stderr}"
        look_at(root, said=done.stdout, where=f"{kind} at {at}: {done.stdout}")
        calls: int = struct.unpack_from("Q", counter.read_bytes())[0]
        shutil.rmtree(root)
        return calls


def look_at(root: Path, *, said: str, where: str) -> None:
    """The next session: everything is old or everything is new, sound, and work goes on."""
    with Workspace.find(root) as workspace:
        text = workspace.read(TEXT)
        is_new = text == NEW.encode()
        assert is_new or text == OLD.encode(), where
        assert (workspace.read(COMMENT) is not None) == is_new, where
        assert bool(workspace.tags()) == is_new, where
        assert workspace.dirty() == (), where
        assert len(workspace.log()) == (2 if is_new else 1), where
        assert is_new or "RECORDED" not in said, where
        if "REFUSED" in said and " is recorded" not in said:
            assert not is_new, where
        assert git(root, "status", "--porcelain") == "", where
    room = DraftingRoom(root)
    room.save("the next act\n")
    room.close()
    assert room.git("show", f"HEAD:{TEXT}") == "the next act", where
    assert room.is_sound(), where
    left = [path.name for path in root.rglob("*") if path.name.endswith((".lock", "~"))]
    assert left == [], where


@pytest.fixture(scope="module")
def injector(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Injector]:
    compiler = shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs gcc on Linux for the fault injector")
    folder = tmp_path_factory.mktemp("faults")
    library = folder / "injector.so"
    flags = ["-O2", "-U_FORTIFY_SOURCE", "-Wall", "-Werror", "-shared", "-fPIC"]
    subprocess.run([compiler, *flags, "-o", str(library), str(SOURCE)], check=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        isolate(monkeypatch, folder / "home")
        room = DraftingRoom(folder / "template")
        room.save(OLD)
        room.close()
        (folder / "trials").mkdir()
        yield Injector(library, folder / "template", folder / "trials")


def sweep(injector: Injector, kind: str, places: range, *, sticky: bool = False) -> None:
    with ThreadPoolExecutor(4) as trials:
        list(trials.map(lambda at: injector.trial(kind, at, sticky=sticky), places))


@pytest.mark.parametrize(
    ("kind", "sticky", "step"),
    [("kill", False, 13), ("half", False, 47), ("short", False, 47), ("ENOSPC", True, 47), ("EIO", False, 47)],
)
def test_an_act_disturbed_here_and_there_is_done_wholly_or_not_at_all(
    injector: Injector, kind: str, sticky: bool, step: int
) -> None:
    sweep(injector, kind, range(step // 2, injector.calls + 1, step), sticky=sticky)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "sticky"),
    [("kill", False), ("half", False), ("short", False), ("ENOSPC", False), ("ENOSPC", True), ("EDQUOT", True),
     ("EIO", False), ("EIO", True), ("EROFS", True)],
)  # fmt: skip
def test_an_act_disturbed_at_every_call_is_done_wholly_or_not_at_all(
    injector: Injector, kind: str, sticky: bool
) -> None:
    assert injector.calls > 50
    sweep(injector, kind, range(1, injector.calls + 1), sticky=sticky)
