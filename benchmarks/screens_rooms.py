"""The workspaces on which the screens are measured: a text of 50,000 words with versions and comments."""

import os
import random
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from edits import Room, Text, printed
from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.starting import workspace_at
from zerodraft.desk.texts import Beginning
from zerodraft.formats.bookmark import Bookmark
from zerodraft.formats.comment_file import comment_name, dump_comment, with_id
from zerodraft.formats.settings import Settings

SLUG = "harbours"
TITLE = "Declaration of the Harbours"
FIRST_WORDS = "Zfirstwords"
CURSOR_WORDS = "Zcursorwords"
A_COMMENT = "Zfirstcomment"
_AREA = 50  # paragraphs
_NAMES = ("JPN", "DEU", "FRA", "CHE", "ZAF", "IDN", "SGP", "AUS", "NZL", "KEN", "BRA", "CAN", "IND", "CHL", "NOR")
_BEGAN = datetime(2021, 11, 2, 9, 0, tzinfo=UTC)


def source_of(text: Text) -> str:
    """A declaration with a focus area for each 50 paragraphs; words at its beginning and in its middle are marked."""
    lines = printed(text).rstrip("\n").split("\n\n")
    parts = [f"# {TITLE}"]
    for first in range(0, len(lines), _AREA):
        parts += [f"## Focus area {first // _AREA + 1}: Matters {first // _AREA + 1}", *lines[first : first + _AREA]]
    parts[2] = parts[2].replace(" ", f" {FIRST_WORDS} ", 1)
    middle = len(parts) // 2
    parts[middle] = parts[middle].replace(" ", f" {CURSOR_WORDS} ", 1)
    return "\n\n".join(parts) + "\n"


def texts(words: int, many: int, *, rate: float = 0.02) -> list[str]:
    """A text and later states of it."""
    room = Room(5)
    found = [room.text(words)]
    while len(found) < many:
        found.append(room.edited(found[-1], rate, rate)[0])
    return [source_of(text) for text in found]


def furnished(home: Path) -> Path:
    """A home with the name that git asks for."""
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Ana Drafter\n\temail = ana@example.org\n")
    os.environ["HOME"] = str(home)
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_"))]:
        del os.environ[name]
    return home


def workspace(root: Path, words: int, comments: int) -> Path:
    """A declaration with three issued versions, a saved text after them, and comments on the last version."""
    states = texts(words, 4)
    with Desk(workspace_at(root)) as desk:
        desk.set_up()
        desk.new(SLUG, Beginning(Settings(title=TITLE, participants=_NAMES), source=states[0]))
        for state, designation in zip(states, ("Zero Draft", "Rev.1", "Rev.2"), strict=False):
            dossier = desk.open(SLUG)
            if state != dossier.draft.source:
                desk.save(dossier, state)
            desk.issue(desk.open(SLUG), Issue(designation))
        _say(root, desk, comments)
        desk.save(desk.open(SLUG), states[3])
        desk.log()
    return root


def _say(root: Path, desk: Desk, many: int) -> None:
    """Comment files by plain git, for ten thousand acts take ten minutes."""
    dossier = desk.open(SLUG)
    version = dossier.last_issued
    assert version is not None
    chance = random.Random(3)
    folder = root / "declarations" / SLUG / "comments"
    folder.mkdir(parents=True, exist_ok=True)
    draft = desk.reading(dossier, version.name).draft
    numbers = desk.reading(dossier, version.name).numbers
    taken: set[str] = set()
    for count in range(many):
        ordinal = 2 if count == 0 else chance.randrange(2, len(draft.paragraphs))
        text = draft.paragraphs[ordinal].text
        start = min(text.find(" ", len(text) // 3) + 1, len(text) // 2)
        exact = text[start : start + 40].strip()
        anchor = Anchor(
            version.text_id, ordinal, exact, text[max(0, start - 32) : start], text[start + len(exact) :][:32]
        )
        said = Comment(
            id="",
            delegation=_NAMES[count % len(_NAMES)],
            date=_BEGAN + timedelta(minutes=count),
            anchor=anchor,
            paragraph=numbers[ordinal].cite,
            body=f"{A_COMMENT if count == 0 else 'We'} would prefer other words here, for reason {count}: the matter was settled before.",
            on=version.name,
        )
        named = with_id(said, taken)
        taken.add(named.id)
        code, _, short = named.id.rpartition("-")
        (folder / comment_name(named.date, code, short)).write_text(dump_comment(named))
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Comments of the delegations")


def bookmark(root: Path, screen: str, line: int = 4) -> None:
    """Where the next start goes back to."""
    forget_typed(root)
    with Desk.at(root) as desk:
        desk.keep_bookmark(Bookmark(slug=SLUG, screen=screen, line=line))


def forget_typed(root: Path) -> None:
    """Drop what a program that was killed had not saved: the next one would offer it."""
    with Desk.at(root) as desk:
        for words in desk.typed():
            words.drop()


def cursor_line(root: Path) -> int:
    """The line in the middle of the text on which the marked words stand."""
    before = (root / "declarations" / SLUG / "text.md").read_text().partition(CURSOR_WORDS)[0]
    return before.count("\n")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)
