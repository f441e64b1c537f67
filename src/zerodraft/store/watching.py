"""Whether another program may have changed something: asked of the disk alone, without git, by any thread."""

import os
from pathlib import Path

from zerodraft.store import layout

Mark = tuple[object, ...]
"""Two that are equal say that nothing has changed; what they hold means nothing."""

_FOLDERS = (layout.COMMENTS, layout.PROPOSALS, layout.POSITIONS, layout.DECISIONS)
# 500 files of a folder are looked at in 2 ms; of more only whether any came or went.
_MOST_FILES = 500
_LONGEST_NAME = 4096


def mark(root: Path, slug: str, former: Mark = ()) -> Mark:
    """Of a declaration's text, settings, comments, proposals, positions and decisions, of the list of delegations, and
    of the branch and versions.

    With a former mark only files that came, went or were replaced since then are seen, not those that were written
    over in place: that takes 0.1 ms whatever their number.
    """
    folder = root / layout.folder(slug)
    known = former[-len(_FOLDERS) :] or ((),) * len(_FOLDERS)
    return (
        _stat(folder / layout.TEXT),
        _stat(folder / layout.SETTINGS),
        _stat(root / layout.DELEGATION_LIST),
        *_names(root / ".git", slug),
        *(_contents(folder / name, each) for name, each in zip(_FOLDERS, known, strict=True)),
    )


def _names(git_dir: Path, slug: str) -> Mark:
    """Where the branch stands, and which versions there are."""
    head = _content(git_dir / "HEAD")
    name = head.removeprefix("ref: ").rstrip("\n")
    branch = _content(git_dir / name) if name.startswith("refs/heads/") and ".." not in name else ""
    return head, branch, _stat(git_dir / "packed-refs"), _stat(git_dir / "refs" / "tags" / slug)


def _contents(folder: Path, former: object) -> Mark:
    """The folder, and its files taken together: as they were before where the folder is the same."""
    here = _stat(folder)
    return former if isinstance(former, tuple) and former[:1] == (here,) else (here, _files(folder))


def _files(folder: Path) -> object:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry, _ in zip(entries, range(_MOST_FILES + 1), strict=False)]
        if len(found) > _MOST_FILES:
            return None
        return hash(frozenset((entry.name, _values(entry.stat(follow_symlinks=False))) for entry in found))
    except OSError:
        return None


def _stat(path: Path) -> Mark:
    try:
        return _values(os.lstat(path))
    except OSError as error:
        return (error.errno,)


def _values(known: os.stat_result) -> Mark:
    return known.st_mtime_ns, known.st_ctime_ns, known.st_size, known.st_ino, known.st_mode


def _content(path: Path) -> str:
    """The beginning of a small file; "" where it can't be read."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
        with open(file, "rb") as opened:
            return opened.read(_LONGEST_NAME).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
