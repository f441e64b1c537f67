"""The declarations of a workspace at a glance: what stands in a list, without what it takes a dossier to know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.negotiation.thread import State, threads
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.dossier import Heard, Overview, Version
from zerodraft.desk.room import Room
from zerodraft.desk.shelf import taken_up
from zerodraft.errors import Refusal
from zerodraft.formats.names import split_tag
from zerodraft.formats.settings import Settings
from zerodraft.store.acts import Tag
from zerodraft.store.layout import adoption_path, text_path


def latest_first(room: Room) -> tuple[str, ...]:
    """The declarations, those on which something was recorded last first; then those that nobody recorded, by name."""
    slugs = room.workspace.slugs()
    acts = {slug: room.archive.record.acts(slug)[:1] for slug in slugs}
    recorded = [slug for slug in slugs if acts[slug]]
    recorded.sort(key=lambda slug: acts[slug][0].authored, reverse=True)
    return (*recorded, *(slug for slug in slugs if not acts[slug]))


def overviews(room: Room, slugs: Sequence[str] | None = None) -> Iterator[Overview]:
    """One by one, in the order of `slugs`: without them all, by name. One that can't be opened says why, and the others
    are there.

    The tags are read once for all, and so is history; where a dossier traces how each text came about, here only
    the last version, the comments and the last act count.
    """
    slugs = room.workspace.slugs() if slugs is None else slugs
    try:
        tags = _by_slug(room.workspace.tags()) if slugs else {}
    except Refusal as refusal:
        yield from (_problem(slug, refusal) for slug in slugs)
        return
    for slug in slugs:
        try:
            yield _overview(room, slug, tags.get(slug, ()))
        except Refusal as refusal:
            yield _problem(slug, refusal)


def _overview(room: Room, slug: str, tags: Sequence[Tag]) -> Overview:
    archive = room.archive
    source = archive.source(slug)
    settings = archive.settings(slug)
    last = next(filter(None, map(archive.version, reversed(tags))), None)
    comments, _ = archive.shelves.comments.read(slug)
    acts = archive.record.acts(slug)
    said = threads(comments, taken_up(acts) if comments else ())
    return Overview(
        slug=slug,
        title=title_of(settings, source) or slug,
        kind=settings.kind,
        version=last.designation if last else "",
        stage=last.stage if last else "",
        unsaved=_is_unsaved(room, slug, source),
        comments=len(said),
        open_comments=sum(thread.state is State.OPEN for thread in said),
        problem="",
        last_act=acts[0].authored if acts else None,
        delegations=heard(comments, last),
        participants=settings.participants,
        is_adopted=bool(room.workspace.blob_id(adoption_path(slug))),
    )


def title_of(settings: Settings, source: str) -> str:
    """As a dossier has it, "" where neither settings nor text bear one."""
    return settings.title or read_draft(source).title


def heard(comments: Iterable[Comment], last: Version | None) -> tuple[Heard, ...]:
    """Who has spoken, by code, and how often since the `last` issue."""
    counted: dict[str, list[int]] = {}
    for comment in comments:
        if comment.delegation != SECRETARIAT_CODE:
            of = counted.setdefault(comment.delegation, [0, 0])
            of[0] += 1
            of[1] += last is None or comment.on == last.name or comment.date >= last.issued
    return tuple(Heard(code, *counts) for code, counts in sorted(counted.items()))


def _is_unsaved(room: Room, slug: str, source: str) -> bool:
    """While another process records, history may be ahead of the folder for a moment."""
    workspace, path = room.workspace, text_path(slug)
    if workspace.blob_id(path) == workspace.blob_id_of(source.encode("utf-8")):
        return False
    workspace.wait_for_writers()
    return workspace.blob_id(path) != workspace.blob_id_of(room.archive.source(slug).encode("utf-8"))


def _problem(slug: str, refusal: Refusal) -> Overview:
    return Overview(slug, slug, "", "", "", False, 0, 0, f"{refusal.message} {refusal.hint}".strip())


def _by_slug(tags: Iterable[Tag]) -> Mapping[str, Sequence[Tag]]:
    found: dict[str, list[Tag]] = {}
    for tag in tags:
        found.setdefault(split_tag(tag.name)[0], []).append(tag)
    return found
