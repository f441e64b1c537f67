"""The one door for what delegations send: bytes and a name go in, what the file says comes out.

Each kind of file has its own reader, loaded when the first such file comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from zerodraft.errors import Refusal, UnreadableInput
from zerodraft.intake.annotation_list import AnnotationList
from zerodraft.intake.comment_table import CommentTable
from zerodraft.intake.mail import Letter
from zerodraft.intake.marked import Marked
from zerodraft.intake.recognition import InputKind, kind_of, shown_name

Content = Marked | CommentTable | Letter | AnnotationList
Convert = Callable[[bytes, InputKind, str], bytes]
"""An OpenDocument text or an old Word file, its kind and name, to a Word file. Raises a `Refusal`."""

_DEEPEST = 3
_MOST_FILES = 200
# The longest declaration on record has 0.4 MB; so many take 3 s and 200 MB.
_MOST_LINES = 60_000
_MOST_MARKED = 1_000_000
_IN_PIECES = "Send the part of it that is about this text."


def _nobody(_: str) -> bool:
    return False


class Means(NamedTuple):
    """What reading needs from outside: a converter, where there is one, and whether a word names a delegation."""

    convert: Convert | None = None
    is_name: Callable[[str], bool] = _nobody


NO_MEANS = Means()


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was read. `digest` is the SHA-256 of its bytes, in hexadecimal digits.

    `contents` are what it says: a text, a table of comments, both (a Word file with changes and a table), or the
    letters of a message. `attached` are the files that hang on a message, in their order.
    """

    name: str
    kind: InputKind
    digest: str
    contents: tuple[Content, ...]
    attached: tuple["Arrived | Unread", ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file on a message that is not read, with the sentence why and the next step."""

    name: str
    digest: str
    sentence: str
    hint: str


def read(data: bytes, name: str, means: Means = NO_MEANS) -> Arrived:
    """What a file says. Raises `UnreadableInput`, or another `Refusal` of the converter; a file on a message that is
    refused does not refuse the message."""
    return _read(data, name, means, 1)


def _read(data: bytes, name: str, means: Means, depth: int) -> Arrived:
    kind = kind_of(data, name)
    if kind is InputKind.MAIL:
        return _mail(data, name, means, depth)
    return Arrived(name, kind, _digest(data), _contents(data, kind, name, means))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _contents(data: bytes, kind: InputKind, name: str, means: Means) -> tuple[Content, ...]:
    what = shown_name(name)
    match kind:
        case InputKind.OPEN_TEXT | InputKind.OLD_WORD:
            if means.convert is None:
                raise UnreadableInput(f"{what} is {kind}.", "Open it in Word or LibreOffice and save it as .docx.")
            return _word(means.convert(data, kind, name), what)
        case InputKind.WORD:
            return _word(data, what)
        case InputKind.WORKBOOK:
            return (_workbook(data, what),)
        case InputKind.TABLE:
            return (_table(data, what),)
        case InputKind.AKOMA_NTOSO:
            return (_akoma_ntoso(data, what),)
        case InputKind.ANNOTATIONS:
            return (_annotations(data, what),)
        case _:
            return (_text(data, kind, what, means),)


def _word(data: bytes, what: str) -> tuple[Content, ...]:
    from zerodraft.intake.sent_out import as_answered
    from zerodraft.intake.word import read_word
    from zerodraft.intake.word_table import table_of_comments

    marked = as_answered(read_word(data, what))
    parted = table_of_comments(marked, what)
    if parted is None:
        return (marked,)
    return (parted.table,) if parted.text is None else (parted.text, parted.table)


def _workbook(data: bytes, what: str) -> CommentTable:
    from zerodraft.intake.comment_table import comment_table
    from zerodraft.intake.spreadsheet import read_spreadsheet

    grids, notices, properties = read_spreadsheet(data, what)
    return comment_table(grids, what, notices, properties)


def _table(data: bytes, what: str) -> CommentTable:
    from zerodraft.intake.comment_table import comment_table
    from zerodraft.intake.delimited import read_delimited

    grid, notices = read_delimited(data, what)
    return comment_table((grid,), what, notices)


def _annotations(data: bytes, what: str) -> AnnotationList:
    from zerodraft.intake.annotation_list import read_annotations
    from zerodraft.intake.delimited import LARGEST

    if len(data) > LARGEST:
        raise UnreadableInput(f"{what} is larger than {LARGEST / 1e6:.0f} MB.", "Send it in several files.")
    return read_annotations(data, what)


def _text(data: bytes, kind: InputKind, what: str, means: Means) -> Marked:
    from dataclasses import replace

    from zerodraft.intake.critic_markup import read_critic_markup
    from zerodraft.intake.delimited import decoded
    from zerodraft.intake.markdown_input import read_markdown, read_plain_text

    text, notices = decoded(data, what)
    _require_length(text, kind, what)
    if kind is InputKind.CRITIC_MARKUP:
        marked = read_critic_markup(text, means.is_name)
    else:
        marked = read_markdown(text) if kind is InputKind.MARKDOWN else read_plain_text(text)
    return replace(marked, notices=(*notices, *marked.notices))


def _require_length(text: str, kind: InputKind, what: str) -> None:
    """Refuse what would take seconds and is no text of a declaration."""
    if kind is InputKind.CRITIC_MARKUP and len(text) > _MOST_MARKED:
        raise UnreadableInput(f"{what} has more than {_MOST_MARKED:,} characters with marks among them.", _IN_PIECES)
    if text.count("\n") > _MOST_LINES:
        raise UnreadableInput(f"{what} has more than {_MOST_LINES:,} lines.", _IN_PIECES)


def _akoma_ntoso(data: bytes, what: str) -> Marked:
    from dataclasses import replace

    from zerodraft.intake.akn_reading import akoma_ntoso
    from zerodraft.intake.markdown_input import read_markdown

    found = akoma_ntoso(data, what)
    marked = read_markdown(found.markdown)
    return replace(marked, properties=found.properties, notices=(*found.notices, *marked.notices))


def _mail(data: bytes, name: str, means: Means, depth: int) -> Arrived:
    from zerodraft.intake.mail import read_mail

    if depth > _DEEPEST:
        raise UnreadableInput(f"{shown_name(name)} is a message inside of too many others.", "Take it in by itself.")
    mail = read_mail(data, shown_name(name))
    if len(mail.attachments) > _MOST_FILES:
        raise UnreadableInput(
            f"More than {_MOST_FILES} files hang on {shown_name(name)}.", "Save those that matter, and take them in."
        )
    attached = tuple(_attached(each.data, each.name, means, depth + 1) for each in mail.attachments)
    return Arrived(name, InputKind.MAIL, _digest(data), mail.letters, attached)


def _attached(data: bytes, name: str, means: Means, depth: int) -> Arrived | Unread:
    try:
        return _read(data, name, means, depth)
    except Refusal as refusal:
        return Unread(name, _digest(data), refusal.message, refusal.hint)
