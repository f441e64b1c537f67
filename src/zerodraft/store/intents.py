"""An intent as a file: everything an act needs to be done again, the new words in full.

The first line is JSON, the bytes of the writes follow one after the other. A digest over all tells
a torn file from a whole one.
"""

import hashlib
import json
from datetime import datetime

from zerodraft.store.acts import Act, Person, TagChange, Write


class Torn(ValueError):
    """The file is no whole intent."""


def encode(act: Act, commit: str) -> bytes:
    """The act, and the id that its commit is going to have."""
    contents = b"".join(write.content or b"" for write in act.writes)
    header = {
        "commit": commit,
        "message": act.message,
        "author": [act.author.name, act.author.email],
        "committer": [act.committer.name, act.committer.email],
        "date": act.date.isoformat(),
        "writes": [[write.path, write.seen, _size(write)] for write in act.writes],
        "tags": [[tag.name, tag.message, tag.expected] for tag in act.tags],
    }
    body = json.dumps(header).encode("ascii") + b"\n" + contents
    return hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body


def decode(content: bytes) -> tuple[Act, str]:
    """Act and commit id. Raises `Torn` when the file is that, or not ours."""
    digest, _, body = content.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode("ascii") != digest:
        raise Torn("the intent is torn")
    line, _, contents = body.partition(b"\n")
    header = _Header(json.loads(line))
    act = Act(
        message=header.text("message"),
        author=Person(*header.pair("author")),
        committer=Person(*header.pair("committer")),
        date=datetime.fromisoformat(header.text("date")),
        writes=_writes(header, contents),
        tags=tuple(
            TagChange(_text(name), _maybe(message), _maybe(seen)) for name, message, seen in header.rows("tags")
        ),
    )
    return act, header.text("commit")


class _Header:
    """The JSON line, asked by key; whatever has another shape is `Torn`."""

    def __init__(self, fields: object) -> None:
        if not isinstance(fields, dict):
            raise Torn("an intent begins with an object")
        self._fields: dict[str, object] = fields

    def text(self, key: str) -> str:
        return _text(self._fields.get(key))

    def pair(self, key: str) -> tuple[str, str]:
        first, second = _list(self._fields.get(key))
        return _text(first), _text(second)

    def rows(self, key: str) -> list[tuple[object, object, object]]:
        found = []
        for row in _list(self._fields.get(key)):
            first, second, third = _list(row)
            found.append((first, second, third))
        return found


def _writes(header: _Header, contents: bytes) -> tuple[Write, ...]:
    writes = []
    for path, seen, size in header.rows("writes"):
        length = size if isinstance(size, int) else 0
        writes.append(Write(_text(path), None if size is None else contents[:length], _maybe(seen)))
        contents = contents[length:]
    return tuple(writes)


def _size(write: Write) -> int | None:
    return None if write.content is None else len(write.content)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Torn(f"a list was expected: {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Torn(f"text was expected: {value!r}")
    return value


def _maybe(value: object) -> str | None:
    return None if value is None else _text(value)
