"""Whether another program may have changed something: asked of the disk alone, without git, by any thread."""

import os
from pathlib import Path

from zerodraft.store import layout

Mark = tuple[object, ...]
"""Two that are equal say that nothing has changed; what they hold means nothing."""

# 500 comments are looked at in 2 ms; of more only whether any came or went.
_MOST_FILES = 500
_LONGEST_NAME = 4096


def mark(root: Path, slug: str) -> Mark:
    """Of a declaration's text, settings and comments, of the list of delegations, and of the branch and versions."""
    folder = root / layout.folder(slug)
    return (
        _stat(folder / layout.TEXT),
        _stat(folder / layout.SETTINGS),
        _stat(root / layout.DELEGATION_LIST),
        *_folder(folder / layout.COMMENTS),
        *_names(root / ".git", slug),
    )


def _names(git_dir: Path, slug: str) -> Mark:
    """Where the branch stands, and which versions there are."""
    head = _content(git_dir / "HEAD")
    name = head.removeprefix("ref: ").rstrip("\n")
    branch = _content(git_dir / name) if name.startswith("refs/heads/") and ".." not in name else ""
    return head, branch, _stat(git_dir / "packed-refs"), _stat(git_dir / "refs" / "tags" / slug)


def _folder(path: Path) -> Mark:
    try:
        with os.scandir(path) as entries:
            found = [entry for entry, _ in zip(entries, range(_MOST_FILES + 1), strict=False)]
        if len(found) > _MOST_FILES:
            return (_stat(path),)
        return _stat(path), frozenset((entry.name, _values(entry.stat(follow_symlinks=False))) for entry in found)
    except OSError:
        return (_stat(path),)


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
