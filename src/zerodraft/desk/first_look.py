"""What can be seen before the workspace is open: where the drafter was, and the words of a text.

To open git, and to derive what stands beside the words, takes ten times as long. Nothing is refused here: the desk
says a moment later what is wrong.
"""

from contextlib import suppress
from pathlib import Path

from zerodraft.errors import Refusal
from zerodraft.formats.bookmark import Bookmark, parse_bookmark
from zerodraft.formats.names import is_safe_name
from zerodraft.store import bookmarks, worktree
from zerodraft.store.layout import DECLARATIONS, text_path


def way_back(place: Path) -> Bookmark | None:
    """Where the drafter was in the workspace around `place`; None where that is not known, or the text is gone."""
    root = _root(place)
    kept = bookmarks.read(root) if root else None
    bookmark = parse_bookmark(kept) if kept is not None else None
    if root is None or bookmark is None or not is_safe_name(bookmark.slug):
        return None
    return bookmark if (root / text_path(bookmark.slug)).is_file() else None


def text(place: Path, slug: str) -> str | None:
    """The working text as it lies in the folder; None where it can't be read."""
    root = _root(place)
    if root is None or not is_safe_name(slug):
        return None
    with suppress(Refusal, UnicodeDecodeError):
        raw = worktree.read(root, text_path(slug))
        return None if raw is None else raw.decode("utf-8")
    return None


def _root(place: Path) -> Path | None:
    with suppress(OSError, RuntimeError):
        root = worktree.root_above(place.resolve())
        return root if root is not None and (root / DECLARATIONS).is_dir() else None
    return None
