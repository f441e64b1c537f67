"""What the store takes and gives: an act to be recorded, and what history holds."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an address; for a delegation the address ends in `.invalid`."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Write:
    """One file that an act replaces, creates or removes.

    `path` is relative to the workspace, with slashes. `content` None removes the file. `seen` is
    the blob id of the recorded file that the caller saw; None or "" says that there was none.
    """

    path: str
    content: bytes | None
    seen: str | None


@dataclass(frozen=True, slots=True)
class TagChange:
    """A version name that an act gives or takes away, together with its commit.

    With a `message` an annotated tag on the new commit is made, without one the tag is deleted.
    `expected` is the id of the tag object that the caller saw, None when there must be none.
    """

    name: str
    message: str | None
    expected: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What an act stands on and leaves as it is: the file or folder `path` with the id that the caller saw, None for
    none. Changed meanwhile, it refuses the act."""

    path: str
    seen: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the drafting room; it becomes exactly one commit.

    `author` is whose words they are, `committer` the drafter who records them. `message` is
    complete, trailers included. `date` is aware and serves both; the store has no clock of its own.
    `grounds` are looked at when the act is recorded; an intent doesn't hold them.
    """

    message: str
    author: Person
    committer: Person
    date: datetime
    writes: tuple[Write, ...]
    tags: tuple[TagChange, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """One commit as history tells it.

    `body` is what stands between subject and trailers. `paths` are all the files that the commit
    changes, relative to the workspace; for a merge, against its first parent.
    """

    commit: str
    parents: tuple[str, ...]
    author: Person
    committer: Person
    authored: datetime
    committed: datetime
    subject: str
    body: str
    trailers: tuple[tuple[str, str], ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextState:
    """What the text of a declaration was after a commit: `blob` is its id, "" where it was taken out.

    `parents` are the commits whose states of the text this one came of, nearest first of a merge; none for the first.
    """

    commit: str
    blob: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """An annotated tag: `commit` is what it names, `tag_id` the tag's own object."""

    name: str
    tag_id: str
    commit: str
    tagger: Person
    date: datetime
    message: str
