"""Recording what lies in the folder, changed by any editor: texts, settings, the list of delegations."""

from dataclasses import fields

from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.room import Room, told
from zerodraft.desk.texts import Credit, save
from zerodraft.errors import UnreadableInput
from zerodraft.formats.settings import Settings, parse_settings
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store.acts import Write
from zerodraft.store.layout import DECLARATIONS, DELEGATION_LIST, settings_path, text_path


def changed(room: Room) -> tuple[str, ...]:
    """The declarations whose text or settings in the folder are not the recorded ones, by name."""
    dirty = set(room.workspace.dirty())
    slugs = room.workspace.slugs()
    return tuple(slug for slug in slugs if dirty & {text_path(slug), settings_path(slug)})


def left_over(room: Room) -> tuple[str, ...]:
    """Changed files below declarations/ that `record_folder` and `record_list` don't take up."""
    taken = {DELEGATION_LIST}
    for slug in room.workspace.slugs():
        taken |= {text_path(slug), settings_path(slug)}
    return tuple(path for path in room.workspace.dirty(DECLARATIONS) if path not in taken)


def record_folder(room: Room, dossier: Dossier, credit: Credit) -> tuple[Done, ...]:
    """Record the declaration's text and settings as they lie in the folder; nothing where nothing changed."""
    acts = []
    if dossier.unsaved:
        acts.append(save(room, dossier, dossier.draft.source, credit))
    acts += _record_settings(room, dossier, "" if acts else credit.summary)
    return tuple(acts)


def _record_settings(room: Room, dossier: Dossier, summary: str) -> list[Done]:
    path = settings_path(dossier.slug)
    content, seen = room.workspace.read(path), room.workspace.blob_id(path)
    if (room.workspace.blob_id_of(content) if content is not None else None) == seen:
        return []
    sentence = summary or f"Settings changed: {_named(_recorded_settings(room, path, seen), dossier.settings)}"
    trailers = (("Declaration", dossier.slug),)
    commit = room.record(("settings", sentence), room.person(), trailers, (Write(path, content, seen),))
    return [Done(commit, told(sentence, dossier.slug))]


def _recorded_settings(room: Room, path: str, seen: str | None) -> Settings:
    """What was recorded, also when it can't be read: then this act mends it."""
    try:
        return parse_settings(decoded(room.workspace.blob(seen), path)) if seen else Settings()
    except (BadSettings, UnreadableInput):
        return Settings()


def _named(old: Settings, new: Settings) -> str:
    keys = [each.name for each in fields(Settings) if getattr(old, each.name) != getattr(new, each.name)]
    return ", ".join(keys) or "layout only"


def record_list(room: Room) -> Done | None:
    """Record the workspace's list of delegations when it was changed; it must be readable."""
    content, seen = room.workspace.read(DELEGATION_LIST), room.workspace.blob_id(DELEGATION_LIST)
    if content is None or room.workspace.blob_id_of(content) == seen:
        return None
    room.archive.lists.own_delegations()
    sentence = "The list of delegations is changed"
    commit = room.record(("list", sentence), room.person(), (), (Write(DELEGATION_LIST, content, seen),))
    return Done(commit, told(sentence, ""))
