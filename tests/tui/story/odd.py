"""Documents that nobody plans for, written as files and recorded with plain git."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.rooms import git

from zerodraft.formats.comment_file import comment_name, dump_comment, parse_comment, with_id

LONG_NAME = "United Islands of the Far East, of the Near East, of the North and of the South."
WORDS = ["shared", "waters", "need", "shared", "rules", "and", "open", "ports", "keep", "them", "open", "for", "all"]
TEXTS = {
    "empty": "",
    "blank": "\n \n\n",
    "without-headings": "We agree to meet.\n\nWe meet.\n",
    "only-a-title": "# Only a Title",
    "windows": "# Windows\r\n\r\nWe agree.\r\n",
    "one-paragraph": f"# One Paragraph\n\nWe {' '.join(WORDS * (20_000 // len(WORDS)))} agree.\n",
    "one-word": f"# One Word\n\n{'port' * 3_000}\n",
}


def add(workspace: Path, slug: str, source: str) -> None:
    """A document without settings, as somebody may put it into the folder."""
    folder = workspace / "declarations" / slug
    folder.mkdir()
    (folder / "text.md").write_bytes(source.encode())


def record(workspace: Path) -> Path:
    git(workspace, "add", "--all")
    git(workspace, "commit", "-qm", "Everything in the folder")
    return workspace


def build(harbour: Path) -> Path:
    """One of each, and a delegation with a name of 80 characters that speaks on the harbour note."""
    for slug, source in TEXTS.items():
        add(harbour, slug, source)
    names = f'[FJI]\nen = "{LONG_NAME}"\nid = "{LONG_NAME}"\n\n[JPN]\nen = "Japan"\nid = "Jepang"\n'
    (harbour / "declarations/delegations.toml").write_text(names)
    return record(harbour)


def crowd(harbour: Path, many: int) -> Path:
    """As many documents besides the harbour note."""
    for number in range(many):
        add(harbour, f"note-{number:03}", f"# Note {number} on Ports\n\nWe agree on port {number}.\n")
    return record(harbour)


def talk(harbour: Path, many: int) -> Path:
    """As many comments of Japan on the first paragraph of the harbour note."""
    folder = harbour / "declarations/harbour-note/comments"
    first = next(path for path in sorted(folder.iterdir()) if "-jpn-" in path.name)
    comment = parse_comment(first.read_text(), "jpn-0000")
    taken: set[str] = set()
    for number in range(many):
        said = replace(comment, body=f"Point {number}: all of them.", date=comment.date + timedelta(seconds=number))
        said = with_id(said, taken)
        taken.add(said.id)
        code, _, digest = said.id.partition("-")
        (folder / comment_name(said.date.date(), code, digest)).write_text(dump_comment(said))
    return record(harbour)
