"""An act worked out on the present state of history: every object and every name it will need."""

from collections.abc import Callable
from dataclasses import dataclass

from zerodraft.errors import MovedOn, Refusal
from zerodraft.store import condition, layout, worktree
from zerodraft.store.acts import Act, Ground, TagChange, Write
from zerodraft.store.objects import GitObject, blob_id_of, commit_object, tag_object
from zerodraft.store.runner import Runner
from zerodraft.store.trees import Changes, Folder, find_entry, grow, split_path, tree_object


@dataclass(frozen=True, slots=True)
class RefChange:
    """A reference that moves in one step with the others: from `old` to `new`, None for not there."""

    name: str
    new: str | None
    old: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What recording the act means now. `refs` begins with the branch."""

    act: Act
    commit: str
    objects: tuple[GitObject, ...]
    refs: tuple[RefChange, ...]


def draw_up(runner: Runner, act: Act) -> Plan:
    """The plan for the act; MovedOn when a file or a version name isn't what the caller saw."""
    branch = condition.branch(runner.git_dir)
    parent = runner.head()
    read = _remembering(runner.folder)
    before = read(f"{parent}^{{tree}}" if parent else "")
    known: tuple[Write | Ground, ...] = (*act.writes, *act.grounds)
    for each in known:
        _check_seen(each, before, read)
    for change in act.tags:
        _check_tag(runner, change)
    root, trees = grow(before, _changes(act), read)
    tree = tree_object(root)
    commit = commit_object(act, tree.id, (parent,) if parent else ())
    tags = [tag_object(change, commit.id, act) for change in act.tags if change.message is not None]
    blobs = [GitObject("blob", write.content) for write in act.writes if write.content is not None]
    refs = [RefChange(branch, commit.id, parent), *tag_refs(act, commit.id)]
    return Plan(act, commit.id, (*blobs, *trees, tree, commit, *tags), tuple(refs))


def tag_refs(act: Act, commit: str) -> list[RefChange]:
    """What the act does to version names."""
    changes = []
    for change in act.tags:
        new = None if change.message is None else tag_object(change, commit, act).id
        changes.append(RefChange(f"refs/tags/{change.name}", new, change.expected))
    return changes


def check_act(act: Act) -> None:
    """Refuse names that could lead outside, two writes of one file, and what could not be read again."""
    paths = [layout.check_path(write.path) for write in act.writes]
    for write in act.writes:
        worktree.check_length(write.path, len(write.content or b""))
    if len(set(paths)) != len(paths):
        raise ValueError(f"an act writes each file once: {paths}")
    for change in act.tags:
        if not layout.is_tag_name(change.name):
            raise Refusal(f"{change.name!a} can't name a version.", "A version is named like “rev-1”.")


def check_work_tree(runner: Runner, act: Act) -> None:
    """Refuse when a file holds words that are neither what the caller saw nor what is to be written."""
    for write in act.writes:
        if is_foreign(worktree.read(runner.root, write.path), write):
            slug = write.path.split("/")[1]
            raise MovedOn(
                f"“{write.path}” was changed in another editor and is not recorded yet.",
                f"Look with `zerodraft diff {slug}`, or record it with `zerodraft save {slug}`.",
            )


def is_foreign(present: bytes | None, write: Write) -> bool:
    """Somebody else's words stand in the file. Where there is no file any more, no words are written over: whoever
    records while another program has taken it away puts it there again."""
    return present is not None and present != write.content and blob_id_of(present) != (write.seen or "")


def _check_seen(known: Write | Ground, before: Folder, read: Callable[[str], Folder]) -> None:
    entry = find_entry(before, split_path(known.path), read)
    if (entry.id if entry else "") != (known.seen or ""):
        raise MovedOn(
            f"“{known.path}” was changed by another act meanwhile; nothing was written.",
            "Open it again, look at the change, then repeat what you did.",
        )


def _check_tag(runner: Runner, change: TagChange) -> None:
    found = runner.object(f"refs/tags/{change.name}")
    if (found[0] if found else None) != change.expected:
        known = "exists already" if found else "is not there any more"
        raise MovedOn(f"The version “{change.name}” {known}; nothing was written.", "Look at the versions again.")


def _changes(act: Act) -> Changes:
    return {
        split_path(write.path): None if write.content is None else blob_id_of(write.content) for write in act.writes
    }


def _remembering(read: Callable[[str], Folder]) -> Callable[[str], Folder]:
    """The same reader, asking once for each folder."""
    known: dict[str, Folder] = {}

    def remembered(tree: str) -> Folder:
        if tree not in known:
            known[tree] = read(tree)
        return known[tree]

    return remembered
