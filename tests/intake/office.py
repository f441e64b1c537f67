"""LibreOffice without a window, as the delegations that edit a Word file. Skipped, and said so, where it is missing."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

import pytest

_SCRIPT = Path(__file__).with_name("office_script.py")
_BRIDGED = "/usr/bin/python3"
_BRIDGE = Path("/usr/lib/python3/dist-packages/uno.py")
_LONGEST = 180
_FILTERS = {"docx": "docx:MS Word 2007 XML"}


class Session(TypedDict):
    """One delegation's evening with the file; see `office_script`."""

    author: str
    edits: Sequence[tuple[str, ...]]


def missing() -> str:
    """What keeps these tests from running here, "" for nothing."""
    if shutil.which("soffice") is None:
        return "LibreOffice (soffice) is not installed"
    return "" if _BRIDGE.exists() else "Debian's Python has no bridge to LibreOffice (python3-uno)"


needs_office = pytest.mark.skipif(bool(missing()), reason=missing() or "LibreOffice is there")


def edited(data: bytes, sessions: Sequence[Session], folder: Path) -> list[bytes]:
    """The file after each session: the first edits `data`, each other one what the one before it left."""
    files = [folder / f"{number}.docx" for number in range(len(sessions) + 1)]
    files[0].write_bytes(data)
    told = [
        {**session, "source": source.as_uri(), "target": target.as_uri()}
        for session, source, target in zip(sessions, files, files[1:], strict=False)
    ]
    bridged(_SCRIPT, json.dumps(told), folder)
    return [file.read_bytes() for file in files[1:]]


def saved(data: bytes, folder: Path, *forms: str) -> bytes:
    """The file after LibreOffice saved it in each form one after the other: "odt", "doc", "docx"."""
    file = folder / "first.docx"
    file.write_bytes(data)
    for number, form in enumerate(forms):
        into = folder / str(number)
        office = [*_office(folder), "--convert-to", _FILTERS.get(form, form), "--outdir", str(into), str(file)]
        subprocess.run(office, capture_output=True, timeout=_LONGEST, check=True, env=_environment(folder))
        file = (into / file.name).with_suffix(f".{form}")
    return file.read_bytes()


def _office(folder: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    return ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo", "--nodefault"]


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"HOME": str(folder)}


def bridged(script: Path, asked: str, folder: Path, longest: int = _LONGEST) -> str:
    """What a script answers that works in LibreOffice: it is given the name of a pipe, and `asked` to read."""
    pipe = f"zerodraft-{os.getpid()}-{folder.name}"
    office = subprocess.Popen(
        [*_office(folder), f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=_environment(folder),
    )
    try:
        command = [_BRIDGED, str(script), pipe]
        done = subprocess.run(command, input=asked, text=True, capture_output=True, timeout=longest, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout
    finally:
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
        office.wait()
