"""A message (.eml): what is written in it, and the files that hang on it.

Who sent it is a hint and no more: whoever writes a message writes its From line too. Nothing is laid out on disk; a
file is called by the last word of the name that the message gives it.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from zerodraft.core.text.visible import invisible_characters
from zerodraft.errors import UnreadableInput

if TYPE_CHECKING:
    from email.message import EmailMessage, Message

LARGEST = 48_000_000
"""Bytes; mail servers stop at half of it."""

MOST_PARTS = 300
DEEPEST = 5
"""Messages inside each other."""

_MOST_BORDERS = 20_000
_LONGEST_HEADER = 8_000
_MOST_IN_HEADERS = 2_000_000
_LONGEST_NAME = 120
_SPACE = re.compile(r"\s+")
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f]')
_CHARSETS = re.compile(
    r"utf-?(?:8|16|32)(?:-?[bl]e)?|us-ascii|ascii|latin-?1|iso-8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|koi8-[rtu]"
    r"|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|iso-2022-(?:jp|kr)|tis-620|macintosh|mac-roman"
)
_BOUNDARY = re.compile(rb"(?i)\bboundary\s*=")
# What stands at the beginning, behind a border between parts, or where a message within the message may begin.
_HEADERS = re.compile(rb"(?:\A|\n--[^\n]*\n|\n\n(?=[A-Za-z][A-Za-z-]{0,60}:))((?:[^\n]+\n)*+)")
_HEADER = re.compile(rb"[^\n]*\n(?:[ \t][^\n]*\n)*+")
_FOREIGN_ERRORS = (LookupError, ValueError, TypeError, AttributeError, RecursionError)
_DAMAGED = "Save the message again as .eml, or save the files that hang on it and take them in one by one."


class Letter(NamedTuple):
    """What one message says. `sender` is what its From line says: a hint, never an attribution. `body` are its words,
    without the marks of a web page."""

    sender: str
    subject: str
    date: datetime | None
    body: str


class Attachment(NamedTuple):
    """A file that hangs on a message, by a name that is safe to show and to write."""

    name: str
    data: bytes


class Mail(NamedTuple):
    """A message, the messages that were passed on in it, and all their files, in reading order."""

    letters: tuple[Letter, ...]
    attachments: tuple[Attachment, ...]


def read_mail(data: bytes, what: str) -> Mail:
    """A message from its bytes. Raises `UnreadableInput` for one that is out of all proportion."""
    if len(data) > LARGEST:
        raise UnreadableInput(f"{what} is larger than {LARGEST / 1e6:.0f} MB.", _DAMAGED)
    _check_shape(data, what)
    from email import message_from_bytes
    from email.errors import MessageError
    from email.policy import default

    try:
        message = message_from_bytes(data, policy=default)
        return _Reading(what).read(message)
    except (*_FOREIGN_ERRORS, MessageError):
        raise UnreadableInput(f"{what} is a message that can’t be taken apart.", _DAMAGED) from None


def _check_shape(data: bytes, what: str) -> None:
    """Before anything is taken apart: how many parts there may be, and how much stands in their headers."""
    text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if len(_BOUNDARY.findall(text)) > MOST_PARTS or text.count(b"\n--") > _MOST_BORDERS:
        raise UnreadableInput(f"{what} has more than {MOST_PARTS} parts.", _DAMAGED)
    headers = 0
    for block in _HEADERS.finditer(text):
        headers += len(block[1])
        if headers > _MOST_IN_HEADERS or any(len(each[0]) > _LONGEST_HEADER for each in _HEADER.finditer(block[1])):
            raise UnreadableInput(f"{what} has headers that are out of all proportion.", _DAMAGED)


class _Reading:
    """One way through a message and all that is in it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._letters: list[Letter] = []
        self._files: list[Attachment] = []
        self._names: set[str] = set()
        self._parts = 0

    def read(self, message: "EmailMessage") -> Mail:
        self._message(message, 1)
        return Mail(tuple(self._letters), tuple(self._files))

    def _message(self, message: "Message", depth: int) -> None:
        if depth > DEEPEST:
            raise UnreadableInput(f"{self._what} has more than {DEEPEST} messages inside each other.", _DAMAGED)
        place = len(self._letters)
        self._letters.append(Letter("", "", None, ""))
        bodies = list(self._bodies(message, depth))
        body = "\n\n".join(filter(None, bodies))
        self._letters[place] = Letter(_header(message, "From"), _header(message, "Subject"), _date(message), body)

    def _bodies(self, part: "Message", depth: int) -> Iterator[str]:
        """The words of a part; its files are put aside on the way."""
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise UnreadableInput(f"{self._what} has more than {MOST_PARTS} parts.", _DAMAGED)
        sort = part.get_content_type()
        if sort == "message/rfc822":
            for inner in _children(part):
                self._message(inner, depth + 1)
        elif part.is_multipart():
            parts = _children(part)
            for each in _alternative(parts) if sort == "multipart/alternative" else parts:
                yield from self._bodies(each, depth)
        elif part.get_content_disposition() == "attachment" or part.get_filename() or not sort.startswith("text/"):
            self._files.append(Attachment(self._name(part), _bytes(part)))
        else:
            text = _text(part)
            yield _words_of(text) if sort == "text/html" else text.strip()

    def _name(self, part: "Message") -> str:
        """The last word of the name, safe to show and to write, and only once in a message."""
        name = safe_name(part.get_filename() or "")
        stem, dot, ending = name.rpartition(".")
        again = 2
        while name.casefold() in self._names:
            name = f"{stem or ending} ({again}){dot}{ending if stem else ''}"
            again += 1
        self._names.add(name.casefold())
        return name


def safe_name(name: str) -> str:
    """The last word of a path, one line, without what a system or a screen could take for a command."""
    last, before = _short(normalize("NFC", name.replace("\\", "/")).rpartition("/")[2]), ""
    while last != before:  # a sign may be dangerous only behind what was taken away
        before = last
        for place, _ in reversed(invisible_characters(last)):
            last = last[:place] + last[place + 1 :]
        last = " ".join(_UNSAFE.sub("_", last).split()).lstrip(".-~ ").rstrip(". ")
    return last or "unnamed"


def _short(name: str) -> str:
    """A long name keeps its ending."""
    stem, dot, ending = name.rpartition(".")
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{stem[: _LONGEST_NAME - 10]}{dot}{ending[:9]}" if stem else name[:_LONGEST_NAME]


def _children(part: "Message") -> "list[Message]":
    inside = part.get_payload()
    return [each for each in inside if not isinstance(each, str)] if isinstance(inside, list) else []


def _alternative(parts: "list[Message]") -> "list[Message]":
    """Of the same words in several forms, the plain ones; files among them are kept."""
    plain = next((each for each in parts if each.get_content_type() == "text/plain"), None)
    if plain is None:
        return parts
    return [plain, *(each for each in parts if each is not plain and not each.get_content_type().startswith("text/"))]


def _header(message: "Message", name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except _FOREIGN_ERRORS:
        return ""


def _date(message: "Message") -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "Date"))
    except _FOREIGN_ERRORS:
        return None


def _bytes(part: "Message") -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: "Message") -> str:
    """The words of a part; bytes that its letters don't have become �."""
    content = _bytes(part)
    charset = str(part.get_content_charset("utf-8") or "utf-8").lower()
    try:
        return content.decode(charset if _CHARSETS.fullmatch(charset) else "utf-8", "replace")
    except _FOREIGN_ERRORS:
        return content.decode("utf-8", "replace")


_TAG = re.compile(r"<!--|-->|<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>")
_ENDING = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"})
_SILENT = frozenset({"script", "style", "head", "title"})


def _words_of(page: str) -> str:
    """The words of a web page, a line for each of its paragraphs; the page as it is where that leaves nothing.

    Python’s own parser takes a time that grows with the square of a damaged page.
    """
    words: list[str] = []
    place = 0
    silent = ""
    for tag in _TAG.finditer(page):
        if not silent:
            words.append(_SPACE.sub(" ", page[place : tag.start()]))
        place = tag.end()
        name = (tag[2] or "").lower()
        if silent:
            silent = "" if (tag[0] == "-->" if silent == "<!--" else tag[1] and name == silent) else silent
        elif tag[0] == "<!--" or (name in _SILENT and not tag[1]):
            silent = name or tag[0]
        elif name in _ENDING:
            words.append("\n")
    if not silent:
        words.append(_SPACE.sub(" ", page[place:]))
    lines = (" ".join(line.split()) for line in unescape("".join(words)).split("\n"))
    return "\n".join(filter(None, lines)) or page.strip()
