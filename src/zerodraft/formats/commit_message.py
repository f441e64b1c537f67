"""Messages of commits and tags: what a person wrote, then trailers that only the house writes.

Git takes the last paragraph for trailers when its lines read `Key: value`. A message built here
always ends in such a paragraph, so words that look like trailers stay words. The keys are words of
the room: Act, Declaration, Delegation, Comment, Answers, Paragraph, Version, Designation, Stage, Undoes,
Redoes, and Text-SHA256, the digest of the text's bytes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from zerodraft.core.text.visible import visible
from zerodraft.core.text.words import fold

LONGEST_SUBJECT = 100

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_TRAILER = re.compile(rf"({_KEY.pattern}): (\S.*)")
# `git interpret-trailers` takes a line of three dashes for the end of the message.
_DIVIDER = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_SIGNATURE = re.compile(r"^-----BEGIN (?:SSH|PGP) SIGNATURE-----$", re.MULTILINE)

Trailer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CommitMessage:
    """Subject, what was written below it, and trailers in their order, `Act` first."""

    subject: str
    body: str
    trailers: tuple[Trailer, ...]


def build(act: str, subject: str, trailers: Sequence[Trailer], body: str = "") -> str:
    """The message of a commit that records an act.

    What people typed is made safe: white space folded in the subject, invisible characters shown
    as marks; a subject of more than 100 characters is cut and stands whole in the body. Raises
    `ValueError` for a trailer without value or with a key that git would not read.
    Law: for words that are already so, `parse_message(build(...))` gives them back.
    """
    line = _DIVIDER.sub("—", _one_line(subject)) or _one_line(act)
    words = _safe_body(body)
    if len(line) > LONGEST_SUBJECT:
        words = f"{_safe_body(line)}\n\n{words}".rstrip("\n")
        line = line[: LONGEST_SUBJECT - 1].rstrip(" \u200c\u200d") + "…"
    last = "\n".join(_trailer_line(key, value) for key, value in (("Act", act), *trailers))
    return "\n\n".join(filter(None, (line, words, last))) + "\n"


def _one_line(text: str) -> str:
    return fold(visible(text, single_line=True))


def _safe_body(text: str) -> str:
    lines = (line.rstrip() for line in visible(text).split("\n"))
    return _DIVIDER.sub(" ---", "\n".join(lines).strip("\n"))


def _trailer_line(key: str, value: str) -> str:
    value = _one_line(value)
    if not _KEY.fullmatch(key) or not value:
        raise ValueError(f"not a trailer: {key!r}, {value!r}")
    return f"{key}: {value}"


def parse_message(text: str) -> CommitMessage:
    """What a commit's message says; any text is taken, also that of commits that others made.

    The last paragraph is trailers if each of its lines is one; the first is the subject, always.
    """
    subject, _, rest = text.strip("\n").partition("\n\n")
    rest = rest.lstrip("\n")
    body, _, last = rest.rpartition("\n\n")
    trailers = _trailers_in(last)
    return CommitMessage(subject, body.rstrip("\n") if trailers else rest, trailers)


def parse_trailers(text: str) -> tuple[Trailer, ...]:
    """The trailers of a message, in their order."""
    return parse_message(text).trailers


def _trailers_in(paragraph: str) -> tuple[Trailer, ...]:
    found = [_TRAILER.fullmatch(line) for line in paragraph.split("\n")]
    return tuple((line[1], line[2]) for line in found if line) if all(found) else ()


class BadVersionNote(ValueError):
    """A message that tells of no version: this house didn't write it."""


@dataclass(frozen=True, slots=True)
class VersionNote:
    """What the tag of an issued version says. `stage` is "" where the conference has none;
    `text_sha256` is the digest of the text's bytes."""

    designation: str
    stage: str
    date: date
    slug: str
    text_sha256: str


def note_trailers(note: VersionNote) -> tuple[Trailer, ...]:
    """The note as the tag of a version and the commit of its issuing bear it. Law: `note_from` gives it back."""
    trailers = (
        ("Designation", note.designation),
        ("Stage", note.stage),
        ("Date", note.date.isoformat()),
        ("Declaration", note.slug),
        ("Text-SHA256", note.text_sha256),
    )
    return tuple((key, value) for key, value in trailers if value)


def note_from(trailers: Iterable[Trailer]) -> VersionNote:
    """The note in these trailers, others left aside. Raises `BadVersionNote` where one is missing."""
    values = dict(trailers)
    try:
        return VersionNote(
            designation=values["Designation"],
            stage=values.get("Stage", ""),
            date=date.fromisoformat(values["Date"]),
            slug=values["Declaration"],
            text_sha256=values["Text-SHA256"],
        )
    except KeyError as missing:
        raise BadVersionNote(f"The message has no line {missing.args[0]}.") from None
    except ValueError:
        shown = visible(values["Date"], single_line=True)
        raise BadVersionNote(f"The message has no such date as {shown}.") from None


def dump_version_note(note: VersionNote) -> str:
    """The message of an issued version's tag. Law: `parse_version_note` gives the note back."""
    lines = "\n".join(_trailer_line(key, value) for key, value in note_trailers(note))
    return f"{_one_line(note.designation)} of {note.slug}\n\n{lines}\n"


def parse_version_note(text: str) -> VersionNote:
    """The note in a tag's message; a signature below it is left aside. Raises `BadVersionNote`."""
    return note_from(parse_trailers(_SIGNATURE.split(text)[0]))
