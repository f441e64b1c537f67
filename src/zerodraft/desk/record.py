"""The record of a workspace's acts, remembered: a new act is asked for alone."""

from collections.abc import Sequence
from dataclasses import replace

from zerodraft.store.acts import Recorded
from zerodraft.store.layout import DECLARATIONS, text_path
from zerodraft.store.workspace import Workspace

# Beyond this many new acts, asking for each text alone takes longer than asking for all of them together.
_FEW = 50


class Record:
    """Of one workspace. Each question is answered for the commit that the branch stands on now."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._head: str | None = None
        self._by_slug: dict[str, list[Recorded]] = {}
        self._texts: dict[str, tuple[str, ...]] = {}

    def acts(self, slug: str) -> Sequence[Recorded]:
        """The acts on a declaration, newest first. Those that an act of this house changed are not told in `paths`:
        it bears the declaration's name."""
        self._bring_up_to_date()
        return self._by_slug.get(slug, [])[::-1]

    def texts(self, slug: str) -> tuple[str, ...]:
        """The blob ids of the successive states of the text, oldest first, none twice in a row."""
        self._bring_up_to_date()
        if slug not in self._texts:
            self._texts[slug] = tuple(blob for _, blob in self._workspace.texts(slug))
        return self._texts[slug]

    def _bring_up_to_date(self) -> None:
        head = self._workspace.head
        if head == self._head:
            return
        known = self._head if self._head and self._workspace.has_commit(self._head) else None
        fresh = self._workspace.messages(since=known) if known else ()
        if not known or not _is_chain(fresh, known):
            self._by_slug, self._texts = {}, {}
            fresh = self._workspace.messages()
        self._take(fresh)
        self._head = head

    def _take(self, fresh: Sequence[Recorded]) -> None:
        """Add acts that follow, newest first as history tells them."""
        if len(fresh) > _FEW:
            self._texts = {}
        foreign = [act.commit for act in fresh if "Act" not in dict(act.trailers)]
        paths = self._workspace.paths(foreign)
        for act in reversed(fresh):
            told = replace(act, paths=paths.get(act.commit, ()))
            for slug in _slugs(told):
                self._by_slug.setdefault(slug, []).append(told)
            for slug, states in self._texts.items():
                content = self._workspace.blob_at(act.commit, text_path(slug))
                blob = None if content is None else self._workspace.blob_id_of(content)
                if blob and blob != (states[-1] if states else ""):
                    self._texts[slug] = (*states, blob)


def _is_chain(acts: Sequence[Recorded], before: str) -> bool:
    """One after the other upon a commit, without merges: then what was told of it before still holds."""
    parents = [*(act.commit for act in acts[1:]), before]
    return bool(acts) and all(act.parents == (parent,) for act, parent in zip(acts, parents, strict=True))


def _slugs(act: Recorded) -> set[str]:
    """The declarations that an act is about: the one it names; of a commit made elsewhere, those it changes."""
    named = dict(act.trailers).get("Declaration", "")
    parts = [path.split("/") for path in act.paths]
    return {each[1] for each in parts if each[0] == DECLARATIONS and len(each) > 2} | ({named} if named else set())
