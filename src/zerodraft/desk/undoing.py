"""Undo and redo. Nothing is taken out of the record: an undo is an act too, and so is a redo."""

from collections.abc import Sequence
from contextlib import suppress

from zerodraft.desk.dossier import Done
from zerodraft.desk.reversal import Turn, writes_of
from zerodraft.desk.room import Room, told
from zerodraft.desk.stacks import stacks
from zerodraft.errors import MovedOn, NotThere, Refusal
from zerodraft.formats.commit_message import BadVersionNote, VersionNote, dump_version_note, note_from
from zerodraft.formats.names import is_safe_name, tag_name
from zerodraft.store.acts import Recorded, TagChange
from zerodraft.store.layout import folder, text_path

_SHORTEST_ID = 4


def to_undo(room: Room, slug: str | None) -> Recorded:
    """The act that an undo would take back.

    The list of delegations with which a workspace begins stays: without it nothing in the workspace can be read.
    """
    acts = stacks(acts_about(room, slug)).done
    found = [act for act in acts if dict(act.trailers).get("Act") != "init"]
    if found:
        return found[-1]
    but = " but the list of delegations, with which the workspace begins" if acts else ""
    raise Refusal(f"There is nothing to undo{but}.", "`zerodraft log` tells what was done.")


def undo(room: Room, slug: str | None, seen: str = "") -> Done:
    """Take back the last act of a declaration, or of the workspace: if it is still the one that was `seen`, a
    commit's id."""
    act = to_undo(room, slug)
    if seen not in ("", act.commit):
        raise MovedOn(f"Meanwhile something else was done: {act.subject}.", "`zerodraft undo` again takes that back.")
    return _undone(room, Turn(act, back=True))


def named_act(room: Room, slug: str, name: str) -> Turn:
    """One act of a declaration to be taken back, and those after it: the act of a commit's id or its beginning, or the
    last that stands on a proposal (AUS-3) or a comment (jpn-7f3a)."""
    acts = acts_about(room, slug)
    standing = [act for act in stacks(acts).done if dict(act.trailers).get("Act") != "init"]
    wanted = name.casefold()
    found = [act for act in standing if len(wanted) >= _SHORTEST_ID and act.commit.startswith(wanted)]
    if len(found) > 1:
        raise NotThere(f"single act on {slug} called", name, hint="Several begin so; say some more of its id.")
    found = found or [act for act in standing if wanted in _named_in(act)][-1:]
    if not found:
        raise NotThere(f"act that stands on {slug} called", name, hint=_why_not(acts, slug, wanted))
    return Turn(found[0], True, tuple(acts[: acts.index(found[0])]))


def _why_not(acts: Sequence[Recorded], slug: str, wanted: str) -> str:
    """What to do where no act stands by this name: most often it was taken back already."""
    told = f"`zerodraft log {slug}`"
    if any(wanted in _named_in(act) or act.commit == wanted for act in acts):
        return f"It was taken back already, as {told} tells."
    return f"{told} shows the ids of all acts."


def undo_named(room: Room, slug: str, name: str) -> Done:
    """Take back one act of a declaration, also several acts back."""
    return _undone(room, named_act(room, slug, name))


def _named_in(act: Recorded) -> set[str]:
    """The proposals and the comment that an act is about, in lower case."""
    named = [value for key, value in act.trailers if key in ("Proposal", "Comment")]
    return {each.casefold() for value in named for each in value.split(", ")}


def _undone(room: Room, turn: Turn) -> Done:
    act = turn.act
    sentence = f"Undone: {act.subject}"
    _require_unread(room, turn)
    commit = room.record(
        ("undo", sentence),
        room.person(),
        (*_about(act), ("Undoes", act.commit)),
        writes_of(room, turn),
        _tags(room, act, back=True),
    )
    return Done(commit, told(sentence, turn.slug))


def _require_unread(room: Room, turn: Turn) -> None:
    """An issued version that others answered is not taken back."""
    if not turn.later or not _note_of(turn.act):
        return
    name = dict(turn.act.trailers).get("Version", "")
    filed = room.archive.shelves.read(turn.slug)
    read = {each.on for each in filed.comments} | {each.on for each in filed.proposals}
    if name in read:
        hint = "Issue another version in its place."
        if dict(turn.act.trailers).get("Act") == "adopt":
            hint = f"Take back what was said of it, or correct it: zerodraft adopt {turn.slug} --corrigendum WHY"
        raise MovedOn(f"{turn.act.subject}, and delegations have answered it.", hint)


def redo(room: Room, slug: str | None) -> Done:
    """Do again what was last undone, in the name of whose words they are."""
    acts = acts_about(room, slug)
    found = stacks(acts).undone
    if not found:
        raise Refusal("There is nothing to redo.", "A new act after an undo ends what could be redone.")
    act = found[-1]
    turn = Turn(act, False, tuple(acts[: acts.index(act)]))
    sentence = f"Redone: {act.subject}"
    commit = room.record(
        ("redo", sentence),
        act.author,
        (*_about(act), ("Redoes", act.commit)),
        writes_of(room, turn, _issued_text(act)),
        _tags(room, act, back=False),
    )
    return Done(commit, told(sentence, dict(act.trailers).get("Declaration", "")))


def acts_about(room: Room, slug: str | None, limit: int | None = None) -> tuple[Recorded, ...]:
    """The recorded acts of a declaration, or of the whole workspace, newest first; the last `limit` of them."""
    if slug is None:
        return room.workspace.log(limit=limit)
    if not is_safe_name(slug):
        room.archive.source(slug)  # refuses, with names that are near
    log = room.workspace.log()
    found = tuple(each for each in log if _concerns(each, slug))
    if not found:
        room.archive.source(slug)
    return found[:limit]


def _concerns(act: Recorded, slug: str) -> bool:
    return dict(act.trailers).get("Declaration") == slug or any(
        path.startswith(f"{folder(slug)}/") for path in act.paths
    )


def _about(act: Recorded) -> tuple[tuple[str, str], ...]:
    """What an undo or redo says of the act; whose words they are is said by a redo alone, in its author."""
    trailers = dict(act.trailers)
    return tuple((key, trailers[key]) for key in ("Declaration", "Version") if key in trailers)


def _issued_text(act: Recorded) -> tuple[str, ...]:
    """The text under a version that is issued again: it must be the one that its tag tells the digest of."""
    note = _note_of(act)
    path = text_path(note.slug) if note else ""
    return (path,) if note and path not in act.paths else ()


def _tags(room: Room, act: Recorded, *, back: bool) -> tuple[TagChange, ...]:
    note = _note_of(act)
    if note is None:
        return ()
    name = tag_name(note.slug, note.designation)
    if not back:
        return (TagChange(name, dump_version_note(note), None),)
    tag = next((tag for tag in room.workspace.tags(note.slug) if tag.name == name), None)
    return (TagChange(name, None, tag.tag_id),) if tag else ()


def _note_of(act: Recorded) -> VersionNote | None:
    """What an act issued; None for other acts, and for a message that was written by hand."""
    if dict(act.trailers).get("Act") not in ("issue", "adopt"):
        return None
    with suppress(BadVersionNote):
        return note_from(act.trailers)
    return None
