"""A workspace: a git repository with a `declarations/` folder, and all that is read and recorded there."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from zerodraft.errors import MovedOn, NotThere, Refusal, WorkspaceUnusable
from zerodraft.formats.names import check_slug, is_safe_name
from zerodraft.store import condition, firewall, history, identity, journal, layout, recovery, worktree
from zerodraft.store.acts import Act, Person, Recorded, Tag, TextState
from zerodraft.store.objects import blob_id_of
from zerodraft.store.recording import carry_out
from zerodraft.store.runner import Runner, require_git, run_outside
from zerodraft.store.samples import are_samples
from zerodraft.store.trees import FOLDER, files_below, find_entry, split_path
from zerodraft.store.trouble import damaged, disk_trouble, git_trouble

_ID = re.compile("[0-9a-f]{40}")
_READERS_PATIENCE = 2.0  # seconds; an act holds the lock for 20 ms


class Workspace:
    """An open workspace; to be used with `with`, by one thread at a time.

    Paths are relative to `root`, with slashes. `notices` are sentences for the drafter about what
    opening and recording found: acts that were cut off, files left alone.
    """

    def __init__(self, root: Path) -> None:
        try:
            firewall.check_repository(root)
            self._settings = firewall.settings_mark(root / ".git")
        except OSError as error:
            raise disk_trouble(error, f"look into {root / '.git'}") from error
        self._runner = Runner(root)
        self.notices: tuple[str, ...] = ()
        self._finish_pending()

    @classmethod
    def find(cls, start: Path) -> Self:
        """The workspace that `start` stands in, looked for upwards."""
        start = start.resolve()
        root = worktree.root_above(start)
        for folder in (start, *start.parents):
            if folder == root:
                return cls._open(folder)
            if all(os.path.exists(folder / part) for part in ("HEAD", "objects", "refs")):
                way_out = "Go to the folder above it." if folder.name == ".git" else "Work in a clone of it."
                raise WorkspaceUnusable(f"{folder} holds only history, no files to work on.", way_out)
        raise WorkspaceUnusable(
            f"{start} doesn't stand in a workspace.", "Make one here with `zerodraft init`, or go to one."
        )

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a workspace at `path`: folder, git repository (branch `main`) and declarations/ where missing.

        Texts that lie in a declarations/ without a repository are taken over.
        """
        require_git()
        root = path.resolve()
        if os.path.lexists(root / layout.DECLARATIONS) and os.path.lexists(root / ".git"):
            raise MovedOn(
                f"There is a {layout.DECLARATIONS}/ in {root} already.", "Work there, or choose another folder."
            )
        _refuse_samples(root)
        made = [place for place in (root / layout.DECLARATIONS, root / ".git", root) if not os.path.lexists(place)]
        try:
            root.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(root / ".git"):
                _make_repository(root)
            firewall.check_repository(root)
            (root / layout.DECLARATIONS).mkdir(exist_ok=True)
            worktree.fsync_folder(root)
        except OSError as error:
            _take_back(made)
            raise disk_trouble(error, f"make a workspace in {path}", "Choose a folder of your own.") from error
        except Refusal:
            _take_back(made)
            raise
        return cls(root)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End git's reader; everything recorded is on the disk already."""
        self._runner.close()

    @property
    def root(self) -> Path:
        return self._runner.root

    @property
    def head(self) -> str | None:
        """The last commit, None before the first."""
        return self._runner.head()

    def check_ready(self) -> None:
        """Refuse now, before anybody types words, what the state of the repository would refuse to record."""
        condition.branch(self._runner.git_dir)
        condition.require_whole_history(self._runner.git_dir)

    def drafter(self) -> Person:
        """Who records: git's own identity; NameUnknown when git has none."""
        return identity.drafter(self._runner)

    def remember_drafter(self, name: str) -> None:
        """Keep the name of whoever records here from now on, in the workspace's own settings."""
        self._check_settings()
        identity.remember(self._runner, name)

    def record(self, act: Act) -> str:
        """Record one act as one commit and give its id; see `record.py` for what is promised.

        MovedOn when a file or version isn't what the caller saw; any refusal but one that says “is
        recorded” means that nothing was changed.
        """
        self._check_settings()
        condition.branch(self._runner.git_dir)
        with journal.held(self._runner.git_dir):
            self.notices += recovery.finish_pending(self._runner)
            done = carry_out(self._runner, act)
        self.notices += tuple(
            f"“{path}” holds newer words of another editor; they were left as they are." for path in done.left_alone
        )
        return done.commit

    def put_back(self, path: str) -> None:
        """Lay a recorded file that is gone into the folder again; one that is there stays as it is."""
        content = self.blob(self.blob_id(path) or "")
        try:
            with journal.held(self._runner.git_dir):
                if worktree.read(self.root, path) is None:
                    worktree.prepare(self.root, path, content)
                    worktree.settle(self.root, path)
        except OSError as error:
            raise disk_trouble(error, f"put “{path}” into its folder") from error

    def wait_for_writers(self) -> None:
        """Return when no other process is in the middle of an act; at once where nobody can write."""
        with suppress(Refusal), journal.held(self._runner.git_dir, patience=_READERS_PATIENCE):
            pass

    def slugs(self) -> tuple[str, ...]:
        """The declarations that have a text in the folder or in the record, by name."""
        present = {slug for slug in worktree.folders(self.root, layout.DECLARATIONS) if self._has_text(slug)}
        return tuple(sorted(present | self._recorded_slugs()))

    def _has_text(self, slug: str) -> bool:
        """A folder that can't be looked into counts: whoever opens the declaration is told."""
        try:
            return is_safe_name(slug) and layout.TEXT in worktree.names(self.root, layout.folder(slug))
        except Refusal:
            return True

    def _recorded_slugs(self) -> set[str]:
        folder = self._runner.recorded(layout.DECLARATIONS)
        entries = self._runner.folder(folder.id) if folder and folder.mode == FOLDER else {}
        named = (name.decode("utf-8", "replace") for name in entries)
        return {slug for slug in named if is_safe_name(slug) and self.blob_id(layout.text_path(slug))}

    def names(self, folder: str) -> tuple[str, ...]:
        """The files of a folder, sorted, without folders and hidden ones; none when it isn't there."""
        return worktree.names(self.root, layout.check_folder(folder))

    def recorded_names(self, folder: str) -> tuple[str, ...]:
        """The files of a folder as last recorded, sorted, without hidden ones."""
        entry = self._runner.recorded(layout.check_folder(folder))
        entries = self._runner.folder(entry.id) if entry and entry.mode == FOLDER else {}
        named = (name.decode("utf-8", "replace") for name, known in entries.items() if known.mode != FOLDER)
        return tuple(sorted(name for name in named if not worktree.is_hidden(name)))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file as it stands in the folder, None when it isn't there."""
        return worktree.read(self.root, layout.check_path(path))

    def contents(self, folder: str) -> Mapping[str, bytes | Refusal]:
        """The files of a folder by name, sorted: their bytes as they stand there, or why one can't be read."""
        checked = layout.check_folder(folder)
        return worktree.read_all(self.root, checked, worktree.names(self.root, checked))

    def blob_id(self, path: str) -> str | None:
        """The id of the file's bytes as last recorded, None when it isn't recorded."""
        entry = self._runner.recorded(layout.check_path(path))
        return entry.id if entry else None

    @staticmethod
    def blob_id_of(content: bytes) -> str:
        """The id that these bytes have or would have when recorded."""
        return blob_id_of(content)

    def blob(self, oid: str) -> bytes:
        """The bytes that an id names."""
        found = self._runner.object(_checked_id(oid))
        if found is None or found[1].kind != "blob":
            raise NotThere("recorded text", oid)
        return found[1].body

    def blob_at(self, commit: str, path: str) -> bytes | None:
        """The bytes of a file in a commit, or in the commit of a tag's id; None when it wasn't there."""
        found = self._runner.object(f"{_checked_id(commit)}:{layout.check_path(path)}")
        if found is None and self._stands_in(commit, path):
            raise damaged(f"the words of “{path}” are missing")
        return found[1].body if found and found[1].kind == "blob" else None

    def log(self, prefixes: Sequence[str] = (), limit: int | None = None, *, since: str = "") -> tuple[Recorded, ...]:
        """The acts that touched these files or folders, newest first, in the order of the graph; with `since`, those
        that this commit doesn't know of."""
        checked = [layout.check_folder(prefix) for prefix in prefixes]
        return history.log(self._runner, checked, limit, _checked_id(since) if since else "")

    def messages(self, *, since: str = "") -> tuple[Recorded, ...]:
        """All acts, newest first, without their paths, which take seven times as long to tell."""
        return history.messages(self._runner, _checked_id(since) if since else "")

    def paths(self, commits: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """The files below declarations/ that each of these commits changes."""
        return history.paths(self._runner, [_checked_id(commit) for commit in commits])

    def has_commit(self, oid: str) -> bool:
        """Whether the id, of any kind and from anywhere, is that of a commit here."""
        found = self._runner.object(oid) if _ID.fullmatch(oid) else None
        return found is not None and found[1].kind == "commit"

    def texts(self, slug: str) -> tuple[tuple[str, str], ...]:
        """Commit and blob id of every successive state of the declaration's text, oldest first."""
        return history.texts(self._runner, slug)

    def text_states(self, slug: str, commit: str = "") -> tuple[TextState, ...]:
        """The states of the text that the one in a commit came of, in the last one for "", each after its parents."""
        return history.text_states(self._runner, slug, _checked_id(commit) if commit else "HEAD")

    def tags(self, prefix: str = "") -> tuple[Tag, ...]:
        """The versions of the declaration `prefix`, of all for "", in the order of the graph."""
        return history.tags(self._runner, check_slug(prefix.rstrip("/")) if prefix else "")

    def dirty(self, prefix: str = layout.DECLARATIONS) -> tuple[str, ...]:
        """The files below the folder whose bytes aren't the recorded ones: changed, new or gone; sorted."""
        folder = layout.check_folder(prefix)
        entry = self._runner.recorded(folder)
        present = worktree.hashes(self.root, folder)
        read = self._runner.folder
        recorded = files_below(read(entry.id if entry else ""), f"{folder}/", read)
        known = {path: blob for path, blob in recorded.items() if not worktree.is_hidden(path)}
        return tuple(sorted(path for path in {*present, *known} if present.get(path) != known.get(path)))

    @classmethod
    def _open(cls, root: Path) -> Self:
        place = root / layout.DECLARATIONS
        if place.is_dir() and not place.is_symlink():
            _refuse_samples(root)
            return cls(root)
        if os.path.lexists(place):
            raise WorkspaceUnusable(
                f"{place} is a link or a file; the declarations of a workspace stand in an ordinary folder.",
                "Move it away, or put the folder itself there.",
            )
        if journal.folder(root / ".git").is_dir():
            raise WorkspaceUnusable(
                f"The folder {layout.DECLARATIONS}/ of the workspace {root} is gone.",
                f"`git restore :/{layout.DECLARATIONS}` brings back what was recorded.",
            )
        raise WorkspaceUnusable(
            f"{root} is a git repository, but no workspace: it has no folder {layout.DECLARATIONS}/.",
            "Make it one with `zerodraft init`.",
        )

    def _stands_in(self, commit: str, path: str) -> bool:
        read = self._runner.folder
        is_known = self._runner.object(f"{commit}^{{tree}}") is not None
        return is_known and find_entry(read(f"{commit}^{{tree}}"), split_path(path), read) is not None

    def _check_settings(self) -> None:
        """Somebody may have changed the repository's settings since it was opened."""
        mark = firewall.settings_mark(self._runner.git_dir)
        if mark != self._settings:
            firewall.check_repository(self.root)
            self._settings = mark

    def _finish_pending(self) -> None:
        """Finish what a crash cut off; an act that another process is at work on is not ours to finish."""
        if not journal.pending(self._runner.git_dir):
            return
        try:
            with journal.held(self._runner.git_dir, patience=0):
                self.notices += recovery.finish_pending(self._runner)
        except journal.Busy:
            return
        except Refusal as refusal:
            self.notices += (f"An act that was cut off can't be finished yet. {refusal.message} {refusal.hint}",)


def _refuse_samples(root: Path) -> None:
    """Nobody should negotiate in the program's own checkout by mistake."""
    if are_samples(root / layout.DECLARATIONS):
        raise WorkspaceUnusable(
            f"The declarations in {root} are the samples of zerodraft, not a workspace.",
            "`zerodraft demo` makes a workspace from them, to try things in.",
        )


def _take_back(made: Sequence[Path]) -> None:
    """Leave nothing of a workspace that could not be made; what lay there before stays."""
    for place in made:
        with suppress(OSError):
            shutil.rmtree(place) if place.name == ".git" else place.rmdir()


def _make_repository(root: Path) -> None:
    answer = run_outside("init", "-q", "--initial-branch=main", "--template=", "--", str(root))
    if answer.status:
        raise git_trouble(f"make a repository in {root}", answer.complaint)


def _checked_id(oid: str) -> str:
    """The id itself; names of any other kind never reach git."""
    if not _ID.fullmatch(oid):
        raise NotThere("object", ascii(oid)[1:-1])
    return oid
