"""Git's folders (trees): read, write, and grow anew with some files changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zerodraft.errors import MovedOn, WorkspaceUnusable
from zerodraft.store.objects import GitObject

FOLDER, FILE, LINK, FOREIGN = "40000", "100644", "120000", "160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for in a folder: the mode in octal, and the id of the object."""

    mode: str
    id: str


Folder = Mapping[bytes, Entry]
Reader = Callable[[str], Folder]
"""Gives the folder of a tree id; "" is the empty one."""

Changes = Mapping[tuple[bytes, ...], str | None]
"""Path, split at the slashes, to the new blob id; None removes."""


def parse_tree(body: bytes) -> dict[bytes, Entry]:
    """The entries of a tree object of a SHA-1 repository."""
    entries: dict[bytes, Entry] = {}
    position = 0
    while position < len(body):
        space = body.index(b" ", position)
        end = body.index(b"\0", space)
        name = body[space + 1 : end]
        entries[name] = Entry(body[position:space].decode("ascii").lstrip("0"), body[end + 1 : end + 21].hex())
        position = end + 21
    return entries


def tree_object(folder: Folder) -> GitObject:
    """The folder as git stores it: sorted by bytes, a folder's name as if it ended in a slash."""
    ordered = sorted(folder.items(), key=lambda item: item[0] + b"/" if item[1].mode == FOLDER else item[0])
    parts = (entry.mode.encode("ascii") + b" " + name + b"\0" + bytes.fromhex(entry.id) for name, entry in ordered)
    return GitObject("tree", b"".join(parts))


def grow(folder: Folder, changes: Changes, read: Reader) -> tuple[dict[bytes, Entry], list[GitObject]]:
    """The folder with the changes, and the new trees below it (not the one of the folder itself).

    A folder that becomes empty goes. An existing file keeps its mode.
    """
    grown = dict(folder)
    made: list[GitObject] = []
    for name, below in _by_first_name(changes).items():
        if () in below:
            _put(grown, name, below[()])
            continue
        inner, deeper = grow(_inside(folder.get(name), name, read), below, read)
        made += deeper
        grown.pop(name, None)
        if inner:
            tree = tree_object(inner)
            made.append(tree)
            grown[name] = Entry(FOLDER, tree.id)
    return grown, made


def find_entry(folder: Folder, path: tuple[bytes, ...], read: Reader) -> Entry | None:
    """What the path stands for, None when nothing; refuses to go through a link or a submodule."""
    entry = folder.get(path[0])
    if entry is None or len(path) == 1:
        return None if entry is None else _ordinary(entry, path[0])
    return find_entry(_inside(entry, path[0], read), path[1:], read)


def files_below(folder: Folder, path: str, read: Reader) -> dict[str, str]:
    """Every file below: workspace-relative path to blob id; `path` is the folder's own, with a final slash."""
    files: dict[str, str] = {}
    for name, entry in folder.items():
        full = path + name.decode("utf-8", "surrogateescape")
        if _ordinary(entry, name).mode == FOLDER:
            files |= files_below(read(entry.id), full + "/", read)
        else:
            files[full] = entry.id
    return files


def split_path(path: str) -> tuple[bytes, ...]:
    return tuple(path.encode("utf-8", "surrogateescape").split(b"/"))


def _by_first_name(changes: Changes) -> dict[bytes, dict[tuple[bytes, ...], str | None]]:
    grouped: dict[bytes, dict[tuple[bytes, ...], str | None]] = {}
    for (first, *rest), blob in changes.items():
        grouped.setdefault(first, {})[tuple(rest)] = blob
    return grouped


def _put(grown: dict[bytes, Entry], name: bytes, blob: str | None) -> None:
    existing = grown.pop(name, Entry(FILE, ""))
    if _ordinary(existing, name).mode == FOLDER:
        raise MovedOn(f"“{_shown(name)}” is a folder in the recorded text.", "Choose another name.")
    if blob is not None:
        grown[name] = Entry(existing.mode, blob)


def _inside(entry: Entry | None, name: bytes, read: Reader) -> Folder:
    if entry is None:
        return {}
    if _ordinary(entry, name).mode != FOLDER:
        raise MovedOn(f"“{_shown(name)}” is a file in the recorded text, not a folder.", "Choose another name.")
    return read(entry.id)


def _ordinary(entry: Entry, name: bytes) -> Entry:
    if entry.mode in (LINK, FOREIGN):
        what = "a link" if entry.mode == LINK else "another repository"
        raise WorkspaceUnusable(
            f"“{_shown(name)}” in this workspace is {what}; it could lead outside.",
            "Replace it by an ordinary file or folder.",
        )
    return entry


def _shown(name: bytes) -> str:
    return ascii(name.decode("utf-8", "replace"))[1:-1]
