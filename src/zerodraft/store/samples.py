"""The declarations that come with zerodraft: in the wheel, or beside `src/` in a checkout."""

from collections.abc import Mapping
from pathlib import Path

import zerodraft
from zerodraft.errors import MachineLacks, NotThere
from zerodraft.store import layout


def samples_root() -> Path:
    """The folder of the sample declarations."""
    package = Path(zerodraft.__file__).resolve().parent
    for place in (package / layout.DECLARATIONS, package.parents[1] / layout.DECLARATIONS):
        if place.is_dir():
            return place
    raise MachineLacks("The sample declarations are missing from this installation.", "Install zerodraft again.")


def are_samples(folder: Path) -> bool:
    """Whether a folder with the look of a workspace's declarations holds samples: they have a story to be replayed.

    By its content, for a clone from which zerodraft was installed elsewhere holds them too.
    """
    return any(folder.glob(f"*/{layout.STORY}"))


def sample_slugs() -> tuple[str, ...]:
    """The samples that have a text, by name."""
    return tuple(sorted(text.parent.name for text in samples_root().glob(f"*/{layout.TEXT}")))


def sample_files(slug: str) -> Mapping[str, bytes]:
    """Every file of a sample: path below the sample's folder, with slashes, to its bytes."""
    if slug not in sample_slugs():
        raise NotThere("sample declaration", slug, sample_slugs())
    folder = samples_root() / slug
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
