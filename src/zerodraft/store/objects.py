"""Git's objects as bytes: their ids, how a commit and a tag are written, and the pack that carries them.

Building them here instead of asking `hash-object`, `write-tree`, `commit-tree` and `mktag` makes an
act two processes instead of six and more, and its ids a function of the act alone.
"""

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from zerodraft.errors import UnreadableInput
from zerodraft.store.acts import Act, Person, TagChange

NO_ID = "0" * 40  # git's way to say: nothing there
_PACK_KINDS = {"commit": 1, "tree": 2, "blob": 3, "tag": 4}
# Only the way through a pipe: git compresses anew when it stores the object.
_PIPE_COMPRESSION = 1


@dataclass(frozen=True, slots=True)
class GitObject:
    """A blob, tree, commit or tag, by its content."""

    kind: str
    body: bytes

    @property
    def id(self) -> str:
        header = f"{self.kind} {len(self.body)}\0".encode("ascii")
        return hashlib.sha1(header + self.body, usedforsecurity=False).hexdigest()


def blob_id_of(content: bytes) -> str:
    """The id that git gives these bytes, without any filter."""
    return GitObject("blob", content).id


def commit_object(act: Act, tree: str, parents: tuple[str, ...]) -> GitObject:
    """The act as a commit on `parents`, in UTF-8 whatever the user's settings say."""
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
    lines.append(f"author {signature(act.author, act.date)}")
    lines.append(f"committer {signature(act.committer, act.date)}")
    return GitObject("commit", _with_message(lines, act.message))


def tag_object(change: TagChange, commit: str, act: Act) -> GitObject:
    """The annotated tag that `change` puts on `commit`; the drafter is its tagger."""
    lines = [f"object {commit}", "type commit", f"tag {change.name}"]
    lines.append(f"tagger {signature(act.committer, act.date)}")
    return GitObject("tag", _with_message(lines, change.message or ""))


def signature(person: Person, date: datetime) -> str:
    """`Name <address> seconds +hhmm`, as commits and tags hold it.

    Raises ValueError for a date without a time zone: that is a mistake of the caller.
    """
    offset = date.utcoffset()
    if offset is None:
        raise ValueError("the date of an act needs a time zone")
    if date.timestamp() < 0:
        raise UnreadableInput(
            f"The date {date.day} {date:%B %Y} lies before 1970; history can't hold it.",
            "Check the clock or give a later date.",
        )
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    zone = f"{sign}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
    known = plain_person(person)
    return f"{known.name} <{known.email}> {int(date.timestamp())} {zone}"


def plain_person(person: Person) -> Person:
    """The person without what would end a name or an address early; never an empty name."""
    email = one_line(person.email).replace(" ", "")
    return Person(one_line(person.name) or email or "unknown", email)


def pack(objects: Iterable[GitObject]) -> bytes:
    """The objects as one version-2 pack, undeltified, for `git unpack-objects`."""
    distinct = {(each.kind, each.body): each for each in objects}.values()
    parts = [b"PACK", (2).to_bytes(4, "big"), len(distinct).to_bytes(4, "big")]
    for each in distinct:
        parts += [_pack_header(each), zlib.compress(each.body, _PIPE_COMPRESSION)]
    content = b"".join(parts)
    return content + hashlib.sha1(content, usedforsecurity=False).digest()


def _pack_header(each: GitObject) -> bytes:
    """Kind and size: three bits of kind and four of size, then seven bits of size a byte."""
    size = len(each.body)
    first, size = _PACK_KINDS[each.kind] << 4 | size & 15, size >> 4
    header = bytearray()
    while size:
        header.append(first | 0x80)
        first, size = size & 0x7F, size >> 7
    header.append(first)
    return bytes(header)


def _with_message(lines: list[str], message: str) -> bytes:
    if "\0" in message:
        raise UnreadableInput("The description of this act holds a NUL character.", "Type it again without it.")
    ending = "" if message.endswith("\n") else "\n"
    try:
        return ("\n".join(lines) + "\n\n" + message + ending).encode("utf-8")
    except UnicodeEncodeError:
        raise UnreadableInput(
            "The description or a name of this act holds characters that are no text.", "Type it again."
        ) from None


def one_line(text: str) -> str:
    """Git's own rule: no angle brackets, no line ends; here no other control character either."""
    kept = "".join(" " if ord(char) < 32 or char == "\x7f" else char for char in text if char not in "<>")
    return " ".join(kept.split()).strip(".,:;\"'\\ ")
