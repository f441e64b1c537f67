"""What all files of the negotiation have in common: `Key: value` lines, a blank line, the words in Markdown.

No YAML: it reads `NO` (Norway) as false, takes `From:` twice and believes the second, and a file of
300 bytes can keep it busy for ten seconds. Here every value is text, every key is known and stands
once and in its order, so that one record has one file text and the other way round.

A quotation stands between “ and ”, which show where its spaces end; a line end or invisible
character in it is written as its mark, `⟦U+000A⟧`, and so is `⟦` itself.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar
from unicodedata import is_normalized

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.delegation import CODE
from zerodraft.core.text.visible import LONGEST_NAME, invisible_characters, mark, visible

LONGEST_HEADER = 16 * 1024
LONGEST_BODY = 64 * 1024

# Whoever reads comments need not load the others.
if TYPE_CHECKING:
    from zerodraft.core.negotiation.contribution import Comment
    from zerodraft.core.negotiation.decision import Decision
    from zerodraft.core.negotiation.position import Position
    from zerodraft.core.negotiation.proposal import Proposal

R = TypeVar("R", "Comment", "Decision", "Position", "Proposal")

ID = r"[a-z][a-z0-9]*-[a-z0-9]{1,64}"
Shape = tuple[re.Pattern[str], str]
"""What a value must look like, and in words."""

A_CODE: Shape = (CODE, "a code of a delegation, such as JPN")
CODES: Shape = (
    re.compile(rf"{CODE.pattern}(?:, {CODE.pattern})*"),
    "codes of delegations, such as JPN, NZL",
)
A_DATE: Shape = (
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?[+-]\d\d:\d\d", re.ASCII),
    "a date, hour and offset, such as 2021-11-02T10:15:00+09:00",
)
A_TEXT: Shape = (re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}"), "the id of a text, 40 or 64 digits")
A_DIGEST: Shape = (re.compile(r"[0-9a-f]{64}"), "a digest, 64 digits")
A_COUNT: Shape = (re.compile(r"0|[1-9][0-9]{0,8}"), "a number that counts paragraphs from 0")
A_COMMENT: Shape = (re.compile(ID), "the name of a comment, such as jpn-7f3a")
A_PROPOSAL: Shape = (re.compile(ID), "the name of a proposal, such as aus-11c0")
QUOTED = frozenset({"Quote", "Before", "After"})
"""The keys of an anchor's words."""
YES: Shape = (re.compile("yes"), "“yes”, or the line is left out")

_LINE = re.compile(r"([A-Za-z][A-Za-z-]*): (.+)")
_MARK = re.compile(r"⟦U\+(10[0-9A-F]{4}|[0-9A-F]{4,5})⟧")
_FILE_NAME = re.compile(rf"\d{{4}}-\d\d-\d\d-({ID})\.md", re.ASCII)
_SHORTEST_DIGEST = 4
_WINDOWS_LINES = "The header lines end as Windows ends them, with carriage returns; save the file with Unix line ends."


class BadRecord(ValueError):
    """A file that isn't a record. `line` counts from 1, 0 for the file as a whole."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"line {line}: {sentence}" if line else sentence)
        self.line = line
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Form(Generic[R]):
    """What stands in the files of one kind.

    The `thing` in words; all `keys` in their order, those that are `required`, those whose value is a quotation, and
    what the values of some look like. `lines` gives the values by key, and the body, of a record; `made` makes one of
    them, without an id, and raises `BadRecord` for what can't be one.
    """

    thing: str
    keys: tuple[str, ...]
    required: tuple[str, ...]
    lines: Callable[[R], tuple[Mapping[str, str], str]]
    made: Callable[[Mapping[str, str], str], R]
    quoted: frozenset[str] = frozenset()
    shapes: Mapping[str, Shape] = field(default_factory=dict)


def dump(form: Form[R], record: R) -> str:
    """The text of a record's file; its id is not in it, the file's name says it.

    Law: `parse(form, dump(form, record), record.id) == record`. Raises `BadRecord` for a record that could not be read
    again: nothing is written that would be refused later.
    """
    text = _written(form, *form.lines(record))
    # By offset: a time in the hour that a clock change repeats equals none in another time zone.
    moment = datetime.fromisoformat(record.date.isoformat())
    if form.made(*_read(form, text)) != replace(record, id="", date=moment):
        raise BadRecord(0, f"The {form.thing} can't be written so that it reads the same again.")
    return text


def parse(form: Form[R], text: str, id: str) -> R:  # noqa: A002
    """The record in a file's text; `id` is from the file's name (`id_in`).

    Raises `BadRecord` with the first line that is wrong. A missing line end at the very end is forgiven, because
    editors differ; nothing else is.
    """
    values, body = _read(form, text)
    record, code = form.made(values, body), values[form.keys[0]]
    if id.rpartition("-")[0] != code.lower():
        raise BadRecord(1, f"The line says {code}, but the file is named {visible(id, single_line=True)}.")
    return replace(record, id=id)


def with_id(form: Form[R], record: R, taken: Collection[str]) -> R:
    """The record under a new id: the code in its first line and the first digits of the digest of its file.

    Four digits, more where that id is `taken` (ids of one declaration). Raises `BadRecord` as `dump` does.
    """
    digest = sha256(dump(form, record).encode()).hexdigest()
    code = form.lines(record)[0][form.keys[0]].lower()
    candidates = (f"{code}-{digest[:length]}" for length in range(_SHORTEST_DIGEST, len(digest) + 1))
    free = next((candidate for candidate in candidates if candidate not in taken), None)
    if free is None:
        raise BadRecord(0, f"The same {form.thing} is already recorded.")
    return replace(record, id=free)


def file_name(day: date, id: str) -> str:  # noqa: A002
    """The name of a file: `2021-11-02-jpn-7f3a.md`."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}-{id}.md"


def id_in(form: Form[R], name: str) -> str:
    """The id in the name of a file: `jpn-7f3a`. Raises `BadRecord` for a name of another shape."""
    found = _FILE_NAME.fullmatch(name)
    if not found:
        shown = visible(name, single_line=True)
        raise BadRecord(0, f"A {form.thing}'s file is named like 2021-11-02-jpn-7f3a.md, not {shown}.")
    return found[1]


# --- lines -------------------------------------------------------------------------------------


def _written(form: Form[R], values: Mapping[str, str], body: str) -> str:
    """A key without a value has no line, a quotation gets its marks."""
    header = "".join(
        f"{key}: {_quoted(value) if key in form.quoted else value}\n" for key in form.keys if (value := values.get(key))
    )
    return f"{header}\n{body}\n" if body else f"{header}\n"


def _read(form: Form[R], text: str) -> tuple[dict[str, str], str]:
    """The values by key, quotations without their marks, and the body."""
    header, blank, rest = text.partition("\n\n")
    if not blank:
        nothing = f"No blank line stands between the header lines and the {form.thing}."
        raise BadRecord(0, nothing if "\r\n\r\n" not in text else _WINDOWS_LINES)
    body = rest.removesuffix("\n")
    _check_sizes(form, header, body)
    return _values(form, header), body


def _check_sizes(form: Form[R], header: str, body: str) -> None:
    if _bytes(header) > LONGEST_HEADER:
        raise BadRecord(0, "The header lines are longer than 16 KiB; quote fewer words.")
    if _bytes(body) > LONGEST_BODY:
        raise BadRecord(0, f"The {form.thing} is longer than 64 KiB.")
    if re.search("[\ud800-\udfff]", body):
        raise BadRecord(0, f"The {form.thing} holds bytes that are not UTF-8.")


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _values(form: Form[R], header: str) -> dict[str, str]:
    values: dict[str, str] = {}
    reached = -1
    for number, line in enumerate(header.split("\n"), start=1):
        key, value = _key_and_value(form, line, number)
        position = form.keys.index(key)
        if key in values:
            raise BadRecord(number, f"“{key}” stands twice.")
        if position < reached:
            raise BadRecord(number, f"“{key}” must stand before “{form.keys[reached]}”.")
        values[key] = _unquoted(value, number) if key in form.quoted else value
        reached = position
    for key in form.required:
        if key not in values:
            raise BadRecord(0, f"The line “{key}: …” is missing.")
    return values


def _key_and_value(form: Form[R], line: str, number: int) -> tuple[str, str]:
    hidden = [*(char for _, char in invisible_characters(line)), *re.findall("\t", line)]
    if hidden:
        raise BadRecord(number, f"The line holds a character that can't be seen, {mark(hidden[0])}.")
    found = _LINE.fullmatch(line)
    if not found:
        raise BadRecord(number, "The line doesn't read “Key: value”.")
    key, value = found.groups()
    if key not in form.keys:
        raise BadRecord(number, f"“{key}” is not a key; the keys are {', '.join(form.keys)}.")
    if key not in form.quoted:
        _check_value(form, key, value, number)
    return key, value


def _check_value(form: Form[R], key: str, value: str, number: int) -> None:
    if key in form.shapes:
        shape, meaning = form.shapes[key]
        if not shape.fullmatch(value):
            raise BadRecord(number, f"“{key}” must be {meaning}.")
    elif value != value.strip():
        raise BadRecord(number, f"White space stands around the value of “{key}”.")
    elif len(value) > LONGEST_NAME:
        raise BadRecord(number, f"“{key}” is longer than {LONGEST_NAME} characters.")
    elif not is_normalized("NFC", value):
        raise BadRecord(number, f"“{key}” holds accents written as signs of their own; type it again.")


def date_in(values: Mapping[str, str]) -> datetime:
    """The date and hour that the line `Date` says."""
    value = values["Date"]
    try:
        date_and_hour = datetime.fromisoformat(value)
    except ValueError:
        date_and_hour = None
    # Newer versions of Python take 24:00 for the next day's 00:00, and all take -00:00 for +00:00.
    if date_and_hour is None or date_and_hour.isoformat() != value:
        raise BadRecord([*values].index("Date") + 1, f"There is no such date and hour as {value}.")
    return date_and_hour


def anchored(anchor: Anchor | None) -> dict[str, str]:
    """The lines that say which words are meant; none for None."""
    if anchor is None:
        return {}
    return {
        "Text": anchor.text_id,
        "Ordinal": str(anchor.ordinal),
        "Quote": anchor.exact,
        "Before": anchor.prefix,
        "After": anchor.suffix,
    }


def anchor_in(values: Mapping[str, str]) -> Anchor | None:
    """The words that are meant; `Text` and `Ordinal` stand together, and the quotation only with them."""
    if not ({"Text", "Ordinal"} | QUOTED) & values.keys():
        return None
    if not {"Text", "Ordinal"} <= values.keys():
        raise BadRecord(0, "“Text” and “Ordinal” stand together, and a quotation only with them.")
    words = (values.get(key, "") for key in ("Quote", "Before", "After"))
    return Anchor(values["Text"], int(values["Ordinal"]), *words)


def _quoted(words: str) -> str:
    hidden = {offset for offset, _ in invisible_characters(words)}
    shown = (mark(char) if at in hidden or char in "\t\n\r⟦" else char for at, char in enumerate(words))
    return f"“{''.join(shown)}”"


def _unquoted(value: str, number: int) -> str:
    words = _MARK.sub(lambda found: chr(int(found[1], 16)), value[1:-1])
    if not words or _quoted(words) != value:
        raise BadRecord(number, "A quotation must stand between “ and ”, with marks only where they are needed.")
    return words
