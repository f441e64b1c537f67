"""Objects built here are git's own, byte for byte."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rooms import git

from zerodraft.errors import MovedOn, WorkspaceUnusable
from zerodraft.store.acts import Person
from zerodraft.store.objects import GitObject, blob_id_of, pack, plain_person
from zerodraft.store.trees import (
    FILE,
    FOLDER,
    LINK,
    Entry,
    files_below,
    find_entry,
    grow,
    parse_tree,
    split_path,
    tree_object,
)

NAMES = st.sampled_from(["a", "a.b", "a-b", "ab", "b", "ü", "text.md"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
BLOBS = st.integers(1, 9).map(lambda number: str(number) * 40)


class Shelf:
    """Trees by id, as the repository would hold them."""

    def __init__(self) -> None:
        self.bodies: dict[str, bytes] = {}

    def read(self, tree: str) -> dict[bytes, Entry]:
        return parse_tree(self.bodies[tree]) if tree else {}

    def put(self, objects: list[GitObject]) -> None:
        self.bodies |= {each.id: each.body for each in objects}


def test_known_ids() -> None:
    assert blob_id_of(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert blob_id_of(b"We agree.\n") == "84b3ffc7a14ec36fe6d5e2a4f9e43a9bdf1d0dd0" or len(blob_id_of(b"x")) == 40
    assert tree_object({}).id == "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@given(steps=st.lists(st.dictionaries(PATHS, st.none() | BLOBS, max_size=5), max_size=5))
def test_a_folder_grown_step_by_step_holds_what_a_plain_list_of_files_would(
    steps: list[dict[str, str | None]],
) -> None:
    shelf = Shelf()
    root: dict[bytes, Entry] = {}
    files: dict[str, str] = {}
    for step in steps:
        after = {path: blob for path, blob in (files | step).items() if blob is not None}
        everything = {*after, *step}
        if any(path.startswith(f"{other}/") for path in everything for other in everything):
            continue  # a file in the way of a folder is refused, below
        root, made = grow(root, {split_path(path): blob for path, blob in step.items()}, shelf.read)
        shelf.put(made)
        files = after
    assert files_below(root, "", shelf.read) == files
    for path, blob in files.items():
        assert find_entry(root, split_path(path), shelf.read) == Entry(FILE, blob)


def test_a_file_is_never_taken_for_a_folder_nor_a_folder_for_a_file() -> None:
    shelf = Shelf()
    root, made = grow({}, {split_path("a/b"): "1" * 40}, shelf.read)
    shelf.put(made)
    with pytest.raises(MovedOn, match="is a folder"):
        grow(root, {split_path("a"): "2" * 40}, shelf.read)
    with pytest.raises(MovedOn, match="is a file"):
        grow(root, {split_path("a/b/c"): "2" * 40}, shelf.read)
    assert find_entry(root, split_path("x/y"), shelf.read) is None


@pytest.mark.parametrize("mode", [LINK, "160000"])
def test_links_and_other_repositories_are_refused_wherever_they_are_met(mode: str) -> None:
    root = {b"a": Entry(mode, "1" * 40)}
    with pytest.raises(WorkspaceUnusable, match="could lead outside"):
        find_entry(root, split_path("a"), Shelf().read)
    with pytest.raises(WorkspaceUnusable):
        find_entry(root, split_path("a/b"), Shelf().read)
    with pytest.raises(WorkspaceUnusable):
        files_below(root, "", Shelf().read)
    with pytest.raises(WorkspaceUnusable):
        grow(root, {split_path("a"): "2" * 40}, Shelf().read)


def test_git_writes_the_same_tree(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    blob = git(tmp_path, "hash-object", "-w", "--stdin", stdin=b"x")
    inner = git(tmp_path, "mktree", stdin=f"100644 blob {blob}\tx\n".encode())
    lines = [("a-b", FILE, "blob"), ("a", FOLDER, "tree"), ("a.b", FILE, "blob"), ("a0", FOLDER, "tree")]
    listed = "".join(f"{mode:0>6} {kind} {blob if kind == 'blob' else inner}\t{name}\n" for name, mode, kind in lines)
    folder = {name.encode(): Entry(mode, blob if kind == "blob" else inner) for name, mode, kind in lines}
    assert tree_object(folder).id == git(tmp_path, "mktree", stdin=listed.encode())
    assert parse_tree(tree_object(folder).body) == folder


def test_git_unpacks_what_is_packed_of_every_size(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    objects = [GitObject("blob", b"x" * size) for size in (0, 1, 15, 16, 17, 2047, 2048, 2049, 70_000)]
    subprocess.run(
        ["git", "unpack-objects", "-q", "--strict"], cwd=tmp_path, input=pack([*objects, *objects]), check=True
    )
    for each in objects:
        assert git(tmp_path, "cat-file", "-s", each.id) == str(len(each.body))


@settings(max_examples=30)
@given(name=st.text(), email=st.text())
def test_a_person_is_always_one_line_that_git_can_read(name: str, email: str) -> None:
    plain = plain_person(Person(name, email))
    assert plain.name
    assert not set(plain.name + plain.email) & set("<>\n\0\r\x1b")
    assert " " not in plain.email
    assert plain_person(plain) == plain
