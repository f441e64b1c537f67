"""Files outside of the workspace: a text that is brought in, a version that is handed out."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from zerodraft.errors import MovedOn, NotThere, Refusal, UnreadableInput
from zerodraft.store.layout import DECLARATIONS
from zerodraft.store.trouble import disk_trouble
from zerodraft.store.worktree import MAX_BYTES, check_length, fsync_folder

_RECORDED = (".md", ".toml")
_NEW_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


def bring_in(path: Path) -> bytes:
    """The bytes of a file that somebody names; refuses what is no ordinary file, and what is far too long."""
    try:
        known = os.stat(path)
        if stat.S_ISDIR(known.st_mode):
            raise UnreadableInput(f"{path} is a folder.", "Name a file.")
        check_length(str(path), known.st_size)
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES)
    except FileNotFoundError:
        raise NotThere("file", str(path), hint="Look how it is spelled, and in which folder it lies.") from None
    except OSError as error:
        raise disk_trouble(error, f"read {path}") from error


def refuse_own_file(root: Path, path: Path) -> None:
    """Refuse to hand out over a file of the workspace at `root`: what it records, or how."""
    target = path.resolve()
    is_recorded = target.is_relative_to(root / DECLARATIONS) and target.suffix in _RECORDED and target.is_file()
    if is_recorded or target.is_relative_to(root / ".git"):
        raise Refusal(f"{path} belongs to the record of this workspace.", "Name a file in another folder.")


def hand_out(path: Path, content: bytes, *, replace: bool) -> None:
    """Write a file wholly or not at all; one that is there is replaced only when that is wanted."""
    try:
        target = path.resolve()
        _check_target(target, replace=replace)
        _put(target, content, replace=replace)
    except FileNotFoundError:
        raise NotThere("folder", str(path.absolute().parent), hint="Make it first, or name another one.") from None
    except FileExistsError:
        raise _in_the_way(path) from None
    except OSError as error:
        raise disk_trouble(error, f"write {path}", "Name a file in a folder of your own.") from error


def _put(target: Path, content: bytes, *, replace: bool) -> None:
    waiting = target.with_name(f".{target.name[:60]}.{os.getpid()}~")
    try:
        _write(waiting, content)
        _take_place(waiting, target, replace=replace)
        fsync_folder(target.parent)
    finally:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


def _check_target(target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise Refusal(f"{target} is a folder.", "Name a file in it.")
    if os.path.lexists(target):
        if not replace:
            raise _in_the_way(target)
        if not target.is_file():
            raise Refusal(f"{target} is not an ordinary file.", "Name another file, or `-o -` to print.")


def _in_the_way(target: Path) -> MovedOn:
    return MovedOn(f"{target} exists already.", "Name another file, or write over it with --force.")


def _write(waiting: Path, content: bytes) -> None:
    with open(os.open(waiting, _NEW_FLAGS, 0o666), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _take_place(waiting: Path, target: Path, *, replace: bool) -> None:
    """A link fails when somebody made the file meanwhile; where a disk knows no links, a rename must do."""
    if not replace:
        try:
            os.link(waiting, target)
            return
        except FileExistsError:
            raise
        except OSError:
            pass
    os.replace(waiting, target)
