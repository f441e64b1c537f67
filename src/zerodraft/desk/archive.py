"""Reading a workspace: settings, texts, versions, comments, and where each comment stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from zerodraft.core.comparison.anchor import Detached, Place, Rewritten, Standing
from zerodraft.core.comparison.frozen import frozen_numbers
from zerodraft.core.comparison.lineage import Lineage, trace
from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.comparison.placement import place_all
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.thread import threads
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.inspection import inspect
from zerodraft.core.text.numbering import Number, Profile, number
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.attributions import unknown_delegations
from zerodraft.desk.comment_shelf import CommentShelf, brought_back
from zerodraft.desk.decoding import decoded, digest
from zerodraft.desk.dossier import Dossier, Placed, Reading, Unreadable, Version
from zerodraft.errors import NotThere, Refusal, UnreadableInput, WorkspaceUnusable
from zerodraft.formats.commit_message import BadVersionNote, parse_version_note
from zerodraft.formats.delegation_list import parse_delegation_list
from zerodraft.formats.names import BadName, is_safe_name, proposed_slug, split_tag, version_name
from zerodraft.formats.settings import Settings, parse_settings
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store.countries import with_countries
from zerodraft.store.layout import DELEGATION_LIST, settings_path, text_path
from zerodraft.store.workspace import Workspace

_MEND = "Mend it with any editor; `zerodraft check` tells when it can be read."


@dataclass
class Archive:
    """Reads one workspace and remembers what can't change: drafts by blob id, the closed list."""

    workspace: Workspace
    _drafts: dict[str, Draft] = field(default_factory=dict)
    _own: Delegations | None = None
    _world: Delegations | None = None
    shelf: CommentShelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = CommentShelf(self.workspace)

    # --- delegations -------------------------------------------------------------------------

    def delegations(self) -> Delegations:
        """The closed list: the workspace's own entries, then every country."""
        if self._world is None:
            self._world = with_countries(self.own_delegations())
        return self._world

    def own_delegations(self) -> Delegations:
        if self._own is None:
            raw = self.workspace.read(DELEGATION_LIST)
            try:
                self._own = parse_delegation_list(decoded(raw, DELEGATION_LIST)) if raw is not None else Delegations()
            except BadSettings as wrong:
                raise UnreadableInput(f"{DELEGATION_LIST} can't be read: {wrong}", _MEND) from None
        return self._own

    def delegations_as_far_as_known(self) -> tuple[Delegations, tuple[Unreadable, ...]]:
        """The closed list for reading: without the workspace's own entries while they can't be read.

        Nothing is recorded in anybody's name meanwhile: acts ask `delegations`.
        """
        try:
            return self.delegations(), ()
        except Refusal as refusal:
            sentence = refusal.message.removeprefix(f"{DELEGATION_LIST} can't be read: ")
            return with_countries(Delegations()), (Unreadable(DELEGATION_LIST, sentence, refusal.hint),)

    # --- texts and versions ------------------------------------------------------------------

    def draft(self, text_id: str) -> Draft:
        if text_id not in self._drafts:
            # Nobody can mend what is recorded; what in it is no UTF-8 stands as �, and the rest can be read.
            self._drafts[text_id] = read_draft(self.workspace.blob(text_id).decode("utf-8", "replace"))
        return self._drafts[text_id]

    def blob_id(self, path: str, commit: str) -> str | None:
        """The id of a file's bytes in a commit, None when it wasn't there."""
        content = self.workspace.blob_at(commit, path)
        return None if content is None else self.workspace.blob_id_of(content)

    def versions(self, slug: str) -> tuple[Version, ...]:
        """The issued versions of a declaration, in the order of history."""
        return tuple(self._versions(slug))

    def _versions(self, slug: str) -> Iterator[Version]:
        path = text_path(slug)
        for tag in self.workspace.tags(slug):
            try:
                note = parse_version_note(tag.message)
            except BadVersionNote:
                continue
            content = self.workspace.blob_at(tag.commit, path)
            if content is not None:
                yield Version(
                    name=split_tag(tag.name)[1],
                    designation=note.designation,
                    stage=note.stage,
                    date=note.date,
                    issued=tag.date,
                    commit=tag.commit,
                    tag_id=tag.tag_id,
                    text_id=self.workspace.blob_id_of(content),
                    intact=digest(content) == note.text_sha256,
                )

    def reading(self, slug: str, version: Version) -> Reading:
        """An issued version with the numbers it was issued under."""
        draft = self.draft(version.text_id)
        return Reading(version, version.text_id, draft, number(draft))

    def version_named(self, slug: str, name: str, versions: Sequence[Version]) -> Version:
        """The version that a person names: `rev-1`, `Rev.1`, `zero draft`."""
        try:
            wanted = version_name(name)
        except BadName:
            wanted = name
        for version in versions:
            if wanted == version.name:
                return version
        known = ", ".join(version.name for version in versions)
        raise NotThere(
            f"version of {slug} called", name, hint=f"Issued are: {known}." if known else "None is issued yet."
        )

    def saved_reading(self, dossier: Dossier) -> Reading:
        """The recorded text; its numbers are frozen since the last issue, as those of the working text are."""
        if not dossier.recorded:
            hint = f"Nothing of it is recorded yet; `zerodraft save {dossier.slug}` records it."
            raise NotThere(f"text of {dossier.slug} called", "saved", hint=hint)
        if not dossier.unsaved:
            return dossier.reading
        draft = self.draft(dossier.recorded)
        comments = [each.comment for each in dossier.placed.values()]
        lineage = self._lineage(dossier.slug, dossier.recorded, dossier.versions, comments)
        numbers = self._numbers(lineage, dossier.versions, dossier.settings)
        return Reading(None, dossier.recorded, draft, numbers)

    # --- one declaration ---------------------------------------------------------------------

    def settings(self, slug: str) -> Settings:
        path = settings_path(slug)
        raw = self.workspace.read(path)
        if raw is None:
            return Settings()
        try:
            return parse_settings(decoded(raw, path))
        except BadSettings as wrong:
            raise UnreadableInput(f"{path} can't be read: {wrong}", _MEND) from None

    def source(self, slug: str) -> str:
        """The working text: the file as it lies in the folder."""
        path = text_path(slug) if is_safe_name(slug) else ""
        raw = self.workspace.read(path) if path else None
        if raw is not None:
            return decoded(raw, path)
        if path and self.workspace.blob_id(path):
            raise WorkspaceUnusable(
                f"The text of {slug} is gone from the folder: there is no {path}.", brought_back(path)
            )
        raise NotThere("declaration", slug, self._near(proposed_slug(slug)), "`zerodraft list` names all of them.")

    def _near(self, slug: str) -> tuple[str, ...]:
        from difflib import get_close_matches

        return tuple(get_close_matches(slug, self.workspace.slugs(), n=3, cutoff=0.5))

    def dossier(self, slug: str) -> Dossier:
        """Everything about a declaration, derived from what lies on disk now."""
        source = self.source(slug)
        settings = self.settings(slug)
        versions = self.versions(slug)
        comments, unreadable = self.shelf.comments(slug)
        text_id = self.workspace.blob_id_of(source.encode("utf-8"))
        self._drafts.setdefault(text_id, read_draft(source))
        lineage = self._lineage(slug, text_id, versions, comments)
        draft = self._drafts[text_id]
        numbers = self._numbers(lineage, versions, settings)
        recorded = self.workspace.blob_id(text_path(slug)) or ""
        delegations, without = self.delegations_as_far_as_known()
        findings = inspect(draft), unknown_delegations(draft, lambda: delegations)
        return Dossier(
            slug=slug,
            settings=settings,
            delegations=delegations,
            reading=Reading(None, text_id, draft, numbers),
            recorded=recorded,
            unsaved=recorded != text_id,
            findings=tuple(sorted((*findings[0], *findings[1]), key=lambda each: each.span)),
            versions=versions,
            threads=threads(comments, self.shelf.taken_up(slug) if comments else ()),
            placed=_placed(comments, place_all([each.anchor for each in comments], lineage), draft, numbers),
            unreadable=(*unreadable, *without, *_not_as_issued(versions)),
        )

    def _lineage(self, slug: str, text_id: str, versions: Sequence[Version], comments: Sequence[Comment]) -> Lineage:
        """All texts that somebody read or issued and every one since the last issue, in the order of history.

        A paragraph is followed best in small steps. History is walked only where there are such
        texts: 9 ms where there are 190 acts, and longer with each act.
        """
        issued = [version.text_id for version in versions]
        read = {comment.anchor.text_id for comment in comments}
        is_last_issue = issued[-1:] == [text_id] and read <= {*issued}
        states = () if is_last_issue else tuple(blob for _, blob in self.workspace.texts(slug))
        wanted = {*issued, *read, *_since(issued, states)}
        chain = dict.fromkeys(blob for blob in reversed((*issued, *states)) if blob in wanted)
        chain.pop(text_id, None)
        return trace(TextVersion(each, self.draft(each)) for each in (*reversed(chain), text_id))

    def _numbers(self, lineage: Lineage, versions: Sequence[Version], settings: Settings) -> tuple[Number, ...]:
        """Of the last text: frozen since the last issue; a text that was never issued is numbered afresh."""
        if not versions:
            return number(lineage.versions[-1].draft)
        places = {version.text_id: place for place, version in enumerate(lineage.versions)}
        return frozen_numbers(lineage, places[versions[-1].text_id], Profile(settings.numbering))

    def numbers_with(self, dossier: Dossier, source: str) -> tuple[Number, ...]:
        """The numbers that the declaration would have with another working text."""
        text_id = self.workspace.blob_id_of(source.encode("utf-8"))
        self._drafts.setdefault(text_id, read_draft(source))
        comments = [each.comment for each in dossier.placed.values()]
        lineage = self._lineage(dossier.slug, text_id, dossier.versions, comments)
        return self._numbers(lineage, dossier.versions, dossier.settings)


def _since(issued: Sequence[str], states: Sequence[str]) -> Sequence[str]:
    """The states of the text after the last that was issued; none where nothing was."""
    if not issued or issued[-1] not in states:
        return ()
    return states[len(states) - states[::-1].index(issued[-1]) :]


def _not_as_issued(versions: Sequence[Version]) -> Iterator[Unreadable]:
    for version in versions:
        if not version.intact:
            sentence = "the text under this version is not the one that was issued; its digest differs"
            yield Unreadable(version.designation, sentence)


def _placed(
    comments: Sequence[Comment], places: Sequence[Place], draft: Draft, numbers: Sequence[Number]
) -> Mapping[str, Placed]:
    placed: dict[str, Placed] = {}
    for comment, place in zip(comments, places, strict=True):
        match place:
            case Detached():
                placed[comment.id] = Placed(comment, place, "", None)
            case Standing(ordinal) | Rewritten(ordinal):
                area = draft.area_of(ordinal)
                placed[comment.id] = Placed(comment, place, numbers[ordinal].cite, area.number if area else None)
            case _:
                assert_never(place)
    return placed
