"""The files of the workspace as bytes. No link is followed, no file is ever half-written.

Every step down goes through an open folder (`O_NOFOLLOW`), so a link that somebody puts in the way between
two steps leads nowhere.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zerodraft.errors import Refusal, UnreadableInput, WorkspaceUnusable
from zerodraft.store.objects import blob_id_of
from zerodraft.store.trouble import disk_trouble

MAX_BYTES = 64 * 1024 * 1024  # the longest declaration on record has 0.4 MB
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_READ_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
_NEW_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def root_above(start: Path) -> Path | None:
    """The nearest folder upwards that holds a repository, None where there is none."""
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), None)


def read(root: Path, path: str) -> bytes | None:
    """The bytes of a file, None when it isn't there; refuses links, devices and what is far too long."""
    try:
        with _parent(root, path) as (folder, name):
            return _read_whole(os.open(name, _READ_FLAGS, dir_fd=folder), path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _reading_trouble(error, path) from error


def read_all(root: Path, folder: str, names: Iterable[str]) -> dict[str, bytes | Refusal]:
    """The bytes of files of one folder, or why one can't be read; without those that aren't there.

    The way down is gone once: of 10,000 files each takes 25 instead of 50 µs.
    """
    found: dict[str, bytes | Refusal] = {}
    with suppress(FileNotFoundError), _parent(root, f"{folder}/.") as (opened, _):
        for name in names:
            path = f"{folder}/{name}"
            try:
                found[name] = _read_whole(os.open(name, _READ_FLAGS, dir_fd=opened), path)
            except FileNotFoundError:
                continue
            except OSError as error:
                found[name] = _reading_trouble(error, path)
            except Refusal as refusal:
                found[name] = refusal
    return found


def prepare(root: Path, path: str, content: bytes) -> None:
    """Put the new bytes beside the file, durably; `settle` then needs no more room on the disk."""
    with _parent(root, path, create=True) as (folder, name):
        waiting = _waiting_name(name)
        with suppress(FileNotFoundError):
            os.unlink(waiting, dir_fd=folder)
        _write_whole(os.open(waiting, _NEW_FLAGS, 0o666, dir_fd=folder), content)


def prepare_if_missing(root: Path, path: str, content: bytes) -> None:
    """Prepare unless these bytes lie ready: a crash may have come before or after."""
    *above, name = path.split("/")
    if read(root, "/".join([*above, _waiting_name(name)])) != content:
        prepare(root, path, content)


def settle(root: Path, path: str) -> None:
    """Let the prepared bytes take the file's place, in one step."""
    with _parent(root, path) as (folder, name):
        os.rename(_waiting_name(name), name, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)


def discard(root: Path, path: str) -> None:
    """Drop prepared bytes, when there are any, and folders that only they needed."""
    try:
        with _parent(root, path) as (folder, name), suppress(FileNotFoundError):
            os.unlink(_waiting_name(name), dir_fd=folder)
    except FileNotFoundError:
        return
    _drop_empty_folders(root, path)


def remove(root: Path, path: str) -> None:
    """Remove the file, and its folder when nothing is left in it."""
    try:
        with _parent(root, path) as (folder, name):
            os.unlink(name, dir_fd=folder)
            os.fsync(folder)
    except FileNotFoundError:
        return
    _drop_empty_folders(root, path)


def names(root: Path, folder: str) -> tuple[str, ...]:
    """The ordinary files of a folder, sorted; without those that begin with a dot or end in `~`."""
    return tuple(sorted(entry.name for entry in _entries(root, folder) if entry.is_file(follow_symlinks=False)))


def folders(root: Path, folder: str) -> tuple[str, ...]:
    return tuple(sorted(entry.name for entry in _entries(root, folder) if entry.is_dir(follow_symlinks=False)))


def hashes(root: Path, folder: str) -> dict[str, str]:
    """Every file below the folder: workspace-relative path to blob id."""
    found = {}
    for name in names(root, folder):
        content = read(root, f"{folder}/{name}")
        if content is not None:
            found[f"{folder}/{name}"] = blob_id_of(content)
    for name in folders(root, folder):
        found |= hashes(root, f"{folder}/{name}")
    return found


def is_hidden(path: str) -> bool:
    """A part of the path begins with a dot, or it ends in `~`: what editors and systems leave behind."""
    return path.endswith("~") or any(part.startswith(".") for part in path.split("/"))


def fsync_folder(path: Path) -> None:
    """Make the names in a folder durable; one that isn't there needs none."""
    with suppress(FileNotFoundError):
        folder = os.open(path, _FOLDER_FLAGS)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def replace_file(path: Path, content: bytes) -> None:
    """Durably replace a file of our own outside the declarations, in one step."""
    waiting = path.with_name(_waiting_name(path.name))
    waiting.unlink(missing_ok=True)
    _write_whole(os.open(waiting, _NEW_FLAGS, 0o600), content)
    waiting.rename(path)
    fsync_folder(path.parent)


def check_length(path: str, length: int) -> None:
    """Refuse, for reading and for recording alike, what is far too long."""
    if length > MAX_BYTES:
        raise UnreadableInput(
            f"“{path}” has more than {MAX_BYTES >> 20} MB; that is no text of a declaration.",
            "Look what got into it: a text of a hundred pages has less than 1 MB.",
        )


@contextmanager
def _parent(root: Path, path: str, *, create: bool = False) -> Iterator[tuple[int, str]]:
    """The open folder that holds the file, and the file's name in it."""
    *above, name = path.split("/")
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in above:
            # Named before the other is closed: a Ctrl-C after the closing would have the same one closed twice.
            left, folder = folder, _enter(folder, part, create)
            os.close(left)
        yield folder, name
    finally:
        os.close(folder)


def _enter(folder: int, part: str, create: bool) -> int:
    try:
        return os.open(part, _FOLDER_FLAGS, dir_fd=folder)
    except FileNotFoundError:
        if not create:
            raise
    os.mkdir(part, dir_fd=folder)
    os.fsync(folder)
    return os.open(part, _FOLDER_FLAGS, dir_fd=folder)


def _read_whole(file: int, path: str) -> bytes:
    with open(file, "rb") as opened:
        known = os.fstat(file)
        if not stat.S_ISREG(known.st_mode):
            raise WorkspaceUnusable(f"“{path}” is not an ordinary file.", "Replace it by one.")
        check_length(path, known.st_size)
        return opened.read(MAX_BYTES)


def _write_whole(file: int, content: bytes) -> None:
    """A write may take only a part, near a full disk above all; go on until all is there."""
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)


def _drop_empty_folders(root: Path, path: str) -> None:
    above = path.split("/")[:-1]
    while len(above) > 1:
        try:
            with _parent(root, "/".join(above)) as (folder, name):
                os.rmdir(name, dir_fd=folder)
        except OSError:  # not empty, or gone already
            return
        above.pop()


def _entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    """What stands in the folder; a folder that isn't there is empty, one that is a link is refused."""
    try:
        with _parent(root, f"{folder}/.") as (opened, _), os.scandir(opened) as entries:
            return [entry for entry in entries if not is_hidden(entry.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _reading_trouble(error, folder) from error


def _reading_trouble(error: OSError, path: str) -> Refusal:
    if error.errno == errno.ELOOP:
        return WorkspaceUnusable(
            f"“{path}” in this workspace is a link; it could lead outside.", "Replace it by an ordinary file or folder."
        )
    if error.errno == errno.ENOTDIR:
        return WorkspaceUnusable(
            f"“{path}” can't be read: a link or a file stands where a folder is expected.",
            "Replace it by an ordinary folder.",
        )
    if error.errno == errno.EISDIR:
        return WorkspaceUnusable(f"“{path}” is a folder, where a file is expected.", "Move the folder away.")
    return disk_trouble(error, f"read “{path}”")


def _waiting_name(name: str) -> str:
    return f".{name}.zerodraft~"
