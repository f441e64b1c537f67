"""One contribution, one file: `Key: value` lines, a blank line, the words in Markdown.

No YAML: it reads `NO` (Norway) as false, takes `From:` twice and believes the second, and a file of
300 bytes can keep it busy for ten seconds. Here every value is text, every key is known and stands
once and in its order, so that one comment has one file text and the other way round.

A quotation stands between “ and ”, which show where its spaces end; a line end or invisible
character in it is written as its mark, `⟦U+000A⟧`, and so is `⟦` itself.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from unicodedata import is_normalized

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.delegation import CODE
from zerodraft.core.text.visible import LONGEST_NAME, invisible_characters, mark, visible

LONGEST_HEADER = 16 * 1024
LONGEST_BODY = 64 * 1024

_KEYS = (
    *("From", "Date", "Occasion", "On", "Text", "Paragraph", "Ordinal"),
    *("Quote", "Before", "After", "Reply-To", "Resolves"),
)
_REQUIRED = ("From", "Date", "Text", "Ordinal")
_QUOTED = frozenset({"Quote", "Before", "After"})

_ID = r"[a-z][a-z0-9]*-[a-z0-9]{1,64}"
_SHAPES = {
    "From": (CODE, "a code of a delegation, such as JPN"),
    "Date": (
        re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?[+-]\d\d:\d\d", re.ASCII),
        "a date, hour and offset, such as 2021-11-02T10:15:00+09:00",
    ),
    "Text": (re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}"), "the id of a text, 40 or 64 digits"),
    "Ordinal": (re.compile(r"0|[1-9][0-9]{0,8}"), "a number that counts paragraphs from 0"),
    "Reply-To": (re.compile(_ID), "the name of a comment, such as jpn-7f3a"),
    "Resolves": (re.compile("yes"), "“yes”, or the line is left out"),
}
_LINE = re.compile(r"([A-Za-z][A-Za-z-]*): (.+)")
_MARK = re.compile(r"⟦U\+(10[0-9A-F]{4}|[0-9A-F]{4,5})⟧")
_FILE_NAME = re.compile(rf"\d{{4}}-\d\d-\d\d-({_ID})\.md", re.ASCII)
_SHORTEST_DIGEST = 4

_NO_BLANK_LINE = "No blank line stands between the header lines and the comment."
_WINDOWS_LINES = "The header lines end as Windows ends them, with carriage returns; save the file with Unix line ends."


class BadRecord(ValueError):
    """A file that isn't a contribution. `line` counts from 1, 0 for the file as a whole."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}" if line else sentence)
        self.line = line
        self.sentence = sentence


def dump_comment(comment: Comment) -> str:
    """The text of a comment's file; its id is not in it, the file's name says it.

    Law: `parse_comment(dump_comment(comment), comment.id) == comment`. Raises `BadRecord` for a
    comment that could not be read again: nothing is written that would be refused later.
    """
    anchor = comment.anchor
    values = (
        comment.delegation,
        comment.date.isoformat(),
        comment.occasion,
        comment.on,
        anchor.text_id,
        comment.paragraph,
        str(anchor.ordinal),
        *(_quoted(words) if words else "" for words in (anchor.exact, anchor.prefix, anchor.suffix)),
        comment.reply_to,
        "yes" if comment.resolves else "",
    )
    header = "".join(f"{key}: {value}\n" for key, value in zip(_KEYS, values, strict=True) if value)
    text = f"{header}\n{comment.body}\n" if comment.body else f"{header}\n"
    # By offset: a time in the hour that a clock change repeats equals none in another time zone.
    as_written = replace(comment, id="", date=datetime.fromisoformat(comment.date.isoformat()))
    if _read(text) != as_written:
        raise BadRecord(0, "The comment can't be written so that it reads the same again.")
    return text


def parse_comment(text: str, id: str) -> Comment:  # noqa: A002
    """The comment in a file's text; `id` is from the file's name (`comment_id`).

    Raises `BadRecord` with the first line that is wrong. A missing line end at the very end is
    forgiven, because editors differ; nothing else is.
    """
    comment = _read(text)
    if id.rpartition("-")[0] != comment.delegation.lower():
        raise BadRecord(
            1, f"The line says {comment.delegation}, but the file is named {visible(id, single_line=True)}."
        )
    return replace(comment, id=id)


def _read(text: str) -> Comment:
    header, blank, rest = text.partition("\n\n")
    if not blank:
        raise BadRecord(0, _NO_BLANK_LINE if "\r\n\r\n" not in text else _WINDOWS_LINES)
    body = rest.removesuffix("\n")
    _check_sizes(header, body)
    values = _values(header)
    return Comment(
        id="",
        delegation=values["From"],
        date=_date(values["Date"], line=2),
        anchor=Anchor(
            text_id=values["Text"],
            ordinal=int(values["Ordinal"]),
            exact=values.get("Quote", ""),
            prefix=values.get("Before", ""),
            suffix=values.get("After", ""),
        ),
        paragraph=values.get("Paragraph", ""),
        body=body,
        on=values.get("On", ""),
        occasion=values.get("Occasion", ""),
        reply_to=values.get("Reply-To", ""),
        resolves="Resolves" in values,
    )


def _check_sizes(header: str, body: str) -> None:
    if _bytes(header) > LONGEST_HEADER:
        raise BadRecord(0, "The header lines are longer than 16 KiB; quote fewer words.")
    if _bytes(body) > LONGEST_BODY:
        raise BadRecord(0, "The comment is longer than 64 KiB.")
    if re.search("[\ud800-\udfff]", body):
        raise BadRecord(0, "The comment holds bytes that are not UTF-8.")


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _values(header: str) -> dict[str, str]:
    """The values by key, quotations without their marks."""
    values: dict[str, str] = {}
    reached = -1
    for number, line in enumerate(header.split("\n"), start=1):
        key, value = _key_and_value(line, number)
        position = _KEYS.index(key)
        if key in values:
            raise BadRecord(number, f"“{key}” stands twice.")
        if position < reached:
            raise BadRecord(number, f"“{key}” must stand before “{_KEYS[reached]}”.")
        values[key] = _unquoted(value, number) if key in _QUOTED else value
        reached = position
    for key in _REQUIRED:
        if key not in values:
            raise BadRecord(0, f"The line “{key}: …” is missing.")
    return values


def _key_and_value(line: str, number: int) -> tuple[str, str]:
    hidden = [*(char for _, char in invisible_characters(line)), *re.findall("\t", line)]
    if hidden:
        raise BadRecord(number, f"The line holds a character that can't be seen, {mark(hidden[0])}.")
    found = _LINE.fullmatch(line)
    if not found:
        raise BadRecord(number, "The line doesn't read “Key: value”.")
    key, value = found.groups()
    if key not in _KEYS:
        raise BadRecord(number, f"“{key}” is not a key; the keys are {', '.join(_KEYS)}.")
    if key not in _QUOTED:
        _check_value(key, value, number)
    return key, value


def _check_value(key: str, value: str, number: int) -> None:
    if key in _SHAPES:
        shape, meaning = _SHAPES[key]
        if not shape.fullmatch(value):
            raise BadRecord(number, f"“{key}” must be {meaning}.")
    elif value != value.strip():
        raise BadRecord(number, f"White space stands around the value of “{key}”.")
    elif len(value) > LONGEST_NAME:
        raise BadRecord(number, f"“{key}” is longer than {LONGEST_NAME} characters.")
    elif not is_normalized("NFC", value):
        raise BadRecord(number, f"“{key}” holds accents written as signs of their own; type it again.")


def _date(value: str, line: int) -> datetime:
    try:
        date_and_hour = datetime.fromisoformat(value)
    except ValueError:
        date_and_hour = None
    # Newer versions of Python take 24:00 for the next day's 00:00, and all take -00:00 for +00:00.
    if date_and_hour is None or date_and_hour.isoformat() != value:
        raise BadRecord(line, f"There is no such date and hour as {value}.")
    return date_and_hour


def _quoted(words: str) -> str:
    hidden = {offset for offset, _ in invisible_characters(words)}
    written = (mark(char) if at in hidden or char in "\t\n\r⟦" else char for at, char in enumerate(words))
    return f"“{''.join(written)}”"


def _unquoted(value: str, number: int) -> str:
    words = _MARK.sub(lambda found: chr(int(found[1], 16)), value[1:-1])
    if not words or _quoted(words) != value:
        raise BadRecord(number, "A quotation must stand between “ and ”, with marks only where they are needed.")
    return words


def with_id(comment: Comment, taken: Collection[str]) -> Comment:
    """The comment under a new id: its delegation and the first digits of the digest of its file.

    Four digits, more where that id is `taken` (ids of one declaration). Raises `BadRecord` as
    `dump_comment` does.
    """
    digest = sha256(dump_comment(comment).encode()).hexdigest()
    code = comment.delegation.lower()
    candidates = (f"{code}-{digest[:length]}" for length in range(_SHORTEST_DIGEST, len(digest) + 1))
    free = next((candidate for candidate in candidates if candidate not in taken), None)
    if free is None:
        raise BadRecord(0, "The same comment is already recorded.")
    return replace(comment, id=free)


def comment_name(comment_date: date, code: str, digest: str) -> str:
    """The name of a comment's file: `2021-11-02-jpn-7f3a.md`."""
    day = f"{comment_date.year:04}-{comment_date.month:02}-{comment_date.day:02}"
    return f"{day}-{code.lower()}-{digest}.md"


def comment_id(name: str) -> str:
    """The id in the name of a file: `jpn-7f3a`. Raises `BadRecord` for a name of another shape."""
    found = _FILE_NAME.fullmatch(name)
    if not found:
        shown = visible(name, single_line=True)
        raise BadRecord(0, f"A comment's file is named like 2021-11-02-jpn-7f3a.md, not {shown}.")
    return found[1]
