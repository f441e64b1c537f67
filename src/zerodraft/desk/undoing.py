"""Undo and redo. Nothing is taken out of the record: an undo is an act too, and so is a redo."""

from contextlib import suppress

from zerodraft.desk.dossier import Done
from zerodraft.desk.room import Room, told
from zerodraft.desk.stacks import stacks
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.commit_message import BadVersionNote, VersionNote, dump_version_note, note_from
from zerodraft.formats.names import is_safe_name, tag_name
from zerodraft.store.acts import Recorded, TagChange, Write
from zerodraft.store.layout import folder, text_path


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
    sentence = f"Undone: {act.subject}"
    commit = room.record(
        ("undo", sentence),
        room.person(),
        (*_about(act), ("Undoes", act.commit)),
        _writes(room, act, back=True),
        _tags(room, act, back=True),
    )
    return Done(commit, told(sentence, dict(act.trailers).get("Declaration", "")))


def redo(room: Room, slug: str | None) -> Done:
    """Do again what was last undone, in the name of whose words they are."""
    found = stacks(acts_about(room, slug)).undone
    if not found:
        raise Refusal("There is nothing to redo.", "A new act after an undo ends what could be redone.")
    act = found[-1]
    sentence = f"Redone: {act.subject}"
    commit = room.record(
        ("redo", sentence),
        act.author,
        (*_about(act), ("Redoes", act.commit)),
        _writes(room, act, back=False),
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


def _writes(room: Room, act: Recorded, *, back: bool) -> tuple[Write, ...]:
    """Each file of the act from how the act left it to how it was before; forwards for a redo."""
    workspace = room.workspace
    before = act.parents[0] if act.parents else None
    writes = []
    for path in (*act.paths, *(() if back else _issued_text(act))):
        old = room.archive.blob_id(path, before) if before else None
        new = room.archive.blob_id(path, act.commit)
        seen, wanted = (new, old) if back else (old, new)
        if workspace.blob_id(path) != seen:
            raise MovedOn(
                f"{path} was changed after “{act.subject}”, not by an act that can be taken back.",
                "`zerodraft log` tells by whom; edit the text by hand.",
            )
        writes.append(Write(path, workspace.blob(wanted) if wanted else None, seen))
    return tuple(writes)


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
    if dict(act.trailers).get("Act") != "issue":
        return None
    with suppress(BadVersionNote):
        return note_from(act.trailers)
    return None
