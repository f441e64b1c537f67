"""OpenDocument texts and old Word files become Word files, by LibreOffice where it is installed.

The program opens a stranger's file, so it works in a folder and with settings of its own that are thrown away: no
macros, no linked pictures or sections, no network where the system can take it away, and no longer than a minute.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from signal import SIGKILL
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from zerodraft.errors import MachineLacks, UnreadableInput
from zerodraft.intake.container import LIMITS, MEGABYTE
from zerodraft.intake.open_document import check_open_text
from zerodraft.intake.recognition import InputKind, shown_name
from zerodraft.store.trouble import disk_trouble

TIME_LIMIT: Final = 60.0
"""Seconds. Starting takes one or two, 80 pages half a second more."""

_MOST_MEMORY = 4_000 * MEGABYTE
_MOST_WRITTEN = 256 * MEGABYTE
_PROGRAMS = ("soffice", "libreoffice")
_OF_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SAVE = "Open it in Word or LibreOffice and save it as .docx."
# Without a filter that is named, the program would look for itself what the file is, and it opens a hundred kinds.
_FILTERS: Mapping[InputKind, tuple[str, str]] = {
    InputKind.OPEN_TEXT: ("odt", "writer8"),
    InputKind.OLD_WORD: ("doc", "MS Word 97"),
}
_SWITCHES = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")


class _Setting(NamedTuple):
    """One setting of LibreOffice: where it is kept, its name and value."""

    place: str
    name: str
    value: str


_SCRIPTING = "Common/Security/Scripting"
_UPDATE = "Writer/Content/Update"
_SETTINGS = (
    _Setting(_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    _Setting(_SCRIPTING, "DisableMacrosExecution", "true"),
    _Setting(_SCRIPTING, "DisableActiveContent", "true"),
    _Setting(_SCRIPTING, "MacroSecurityLevel", "3"),
    _Setting(_UPDATE, "Link", "2"),  # never
    _Setting(_UPDATE, "Field", "false"),
    _Setting(_UPDATE, "Chart", "false"),
    _Setting("Common/Misc", "FirstRun", "false"),
)


def program() -> str | None:
    """The path of LibreOffice on this machine, None where it isn't installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or (str(_OF_MACOS) if _OF_MACOS.exists() else None)


def converted(data: bytes, kind: InputKind, name: str) -> bytes:
    """The Word file that LibreOffice makes of an OpenDocument text or an old Word file; `name` is for sentences.

    Raises `MachineLacks` where it isn't installed, `UnreadableInput` for a file that it can't open.
    """
    what = shown_name(name)
    soffice = program()
    if soffice is None:
        raise MachineLacks(
            f"{what} is {kind}, and LibreOffice, which reads those, is not installed.",
            "Install it, for example `apt install libreoffice-writer-nogui`, or save the file as .docx.",
        )
    if len(data) > LIMITS.file:
        raise UnreadableInput(f"{what} is larger than {LIMITS.file // MEGABYTE} MB.", _SAVE)
    if kind is InputKind.OPEN_TEXT:
        check_open_text(data, name)
    try:
        with TemporaryDirectory(prefix="zerodraft-") as folder:
            return _Bench(Path(folder), what).convert(soffice, data, kind)
    except OSError as error:
        raise disk_trouble(error, "convert a file") from error


class _Bench:
    """A folder for one conversion; whatever the program leaves there goes with it."""

    def __init__(self, folder: Path, what: str) -> None:
        self._folder = folder.resolve()
        self._what = what

    def convert(self, soffice: str, data: bytes, kind: InputKind) -> bytes:
        ending, input_filter = _FILTERS[kind]
        source = self._folder / f"input.{ending}"
        source.write_bytes(data)
        self._lay_settings()
        profile = (self._folder / "profile").as_uri()
        self._run(
            *_apart(),
            soffice,
            f"-env:UserInstallation={profile}",
            *_SWITCHES,
            f"--infilter={input_filter}",
            *("--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(self._folder / "out")),
            str(source),
        )
        return self._result()

    def _lay_settings(self) -> None:
        user = self._folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_settings_file(), encoding="utf-8")

    def _run(self, *command: str) -> None:
        """In a session of its own: whatever it starts is ended with it."""
        process = subprocess.Popen(
            command,
            cwd=self._folder,
            env=_environment(self._folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            _end(process)
            raise UnreadableInput(f"LibreOffice took more than {TIME_LIMIT:g} s for {self._what}.", _SAVE) from None
        except BaseException:
            _end(process)
            raise

    def _result(self) -> bytes:
        made = self._folder / "out" / "input.docx"
        if not made.is_file():
            raise UnreadableInput(f"LibreOffice can’t open {self._what}.", _SAVE)
        if made.stat().st_size > LIMITS.file:
            raise UnreadableInput(f"{self._what} is larger than {LIMITS.file // MEGABYTE} MB as a Word file.", _SAVE)
        return made.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it has started, as long as its number can't be another's."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, SIGKILL)
    process.wait()


def _settings_file() -> str:
    items = "\n".join(
        f'<item oor:path="/org.openoffice.Office.{each.place}"><prop oor:name="{each.name}" oor:op="fuse">'
        f"<value>{each.value}</value></prop></item>"
        for each in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}\n</oor:items>\n"
    )


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the drafter's own: no home, no display, no proxies."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


@cache
def _apart() -> tuple[str, ...]:
    """The command that takes network and memory away from the one behind it, as far as this system can."""
    limits = ("prlimit", f"--as={_MOST_MEMORY}", f"--fsize={_MOST_WRITTEN}", "--core=0")
    alone = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
    return (*_first_that_works(alone), *_first_that_works((limits,)))


def _first_that_works(commands: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return next((command for command in commands if _works(command)), ())


def _works(command: tuple[str, ...]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    tried = subprocess.run((*command, "true"), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return tried.returncode == 0
