"""The journal of typing: the text in which somebody began to type, then one line for each edit.

The first line is JSON with the whole text, and its SHA-256: nothing else is needed to have the words back. Each
edit is `[start line, start column, end line, end column, "text"]` after a checksum that takes in every line before
it. So a line that is torn, changed, missing or there twice ends what is believed, and all before it stands.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from zlib import crc32

from zerodraft.core.text.strokes import Stroke


class BadJournal(ValueError):
    """The beginning can't be read, so that nobody knows on what text the edits were made."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where and when the typing began: in `base`, whose blob id is `base_id`, of the declaration `slug` of a
    workspace's folder. `process` is the number of the process that writes the journal, `started` the mark by which
    another one with that number is told from it."""

    slug: str
    workspace: str
    date: datetime
    process: int
    started: str
    base_id: str
    base: str


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as far as it can be believed; `is_cut_off` says that something stood behind that."""

    beginning: Beginning
    strokes: tuple[Stroke, ...]
    is_cut_off: bool


def dump_beginning(beginning: Beginning) -> bytes:
    """The first line."""
    fields = asdict(beginning) | {"date": beginning.date.isoformat()}
    body = json.dumps(fields).encode("ascii")
    return sha256(body).hexdigest().encode("ascii") + b" " + body + b"\n"


def checksum(line: bytes, before: int = 0) -> int:
    """The sum of a line and all before it, whose sum is `before`."""
    return crc32(line, before)


def dump_stroke(stroke: Stroke, before: int) -> tuple[bytes, int]:
    """The line of an edit, and the sum that the next one takes in."""
    # Quotation marks and signs beyond ASCII are escaped by json; the numbers need none of it.
    words = json.dumps(stroke.text)
    body = f"[{stroke.start_line},{stroke.start_column},{stroke.end_line},{stroke.end_column},{words}]".encode("ascii")
    total = crc32(body, before)
    return b"%08x %s\n" % (total, body), total


def parse_journal(raw: bytes) -> Journal:
    """The journal in a file's bytes, a file of any kind. Raises `BadJournal`."""
    first, _, rest = raw.partition(b"\n")
    strokes: list[Stroke] = []
    total = checksum(first + b"\n")
    beginning = parse_beginning(first)
    lines = rest.split(b"\n")
    for line in lines[:-1]:
        total = crc32(line[9:], total)
        stroke = _stroke(line[9:]) if line[:9] == b"%08x " % total else None
        if stroke is None:
            return Journal(beginning, tuple(strokes), True)
        strokes.append(stroke)
    return Journal(beginning, tuple(strokes), bool(lines[-1]))


def parse_beginning(line: bytes) -> Beginning:
    """What the first line says, given without its end. Raises `BadJournal`."""
    digest, _, body = line.partition(b" ")
    if sha256(body).hexdigest().encode("ascii") != digest:
        raise BadJournal("the first line is damaged")
    fields = _read(body)
    if not isinstance(fields, dict):
        raise BadJournal("the first line is no object")
    words = [fields.get(name) for name in ("slug", "workspace", "date", "started", "base_id", "base")]
    process = fields.get("process")
    if not all(isinstance(each, str) for each in words) or type(process) is not int:
        raise BadJournal("the first line lacks something")
    slug, workspace, date, started, base_id, base = (str(each) for each in words)
    return Beginning(slug, workspace, _date(date), process, started, base_id, base)


def _stroke(body: bytes) -> Stroke | None:
    match _read(body):
        case [int() as top, int() as left, int() as bottom, int() as right, str() as text]:
            return Stroke(top, left, bottom, right, text)
    return None


def _read(body: bytes) -> object:
    try:
        known: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return known


def _date(text: str) -> datetime:
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        raise BadJournal("the date can't be read") from None
    if date.tzinfo is None:
        raise BadJournal("the date has no offset")
    return date
