"""What a file is that somebody sent: told by its bytes; its name decides only between kinds of text.

What is not read here is refused by what it is, with the next step.
"""

import codecs
import re
from enum import StrEnum

from zerodraft.core.text.visible import visible
from zerodraft.errors import UnreadableInput, shortened
from zerodraft.intake.kinds import OLD_WORD, PLAIN, UNKNOWN, WEB_PAGE, ZIP, foreign_kind


class InputKind(StrEnum):
    """What is read; the value completes “aus.docx is …”."""

    WORD = "a Word file (.docx)"
    WORKBOOK = "an Excel workbook (.xlsx)"
    OPEN_TEXT = "an OpenDocument text (.odt)"
    OLD_WORD = "an old Word file (.doc)"
    MAIL = "a message (.eml)"
    TABLE = "a table as text (.csv)"
    CRITIC_MARKUP = "a text in CriticMarkup"
    MARKDOWN = "a text in Markdown"
    TEXT = "plain text"
    AKOMA_NTOSO = "a text in Akoma Ntoso (.xml)"
    ANNOTATIONS = "a list of Web Annotations (.jsonld)"


_LOOKED_AT = 100_000
_ROOT_WITHIN = 8_000
_ROOT = re.compile(rb"<(?:[\w.-]+:)?akomaNtoso[\s/>]")
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{0,60}):(?:\s|$)")
_OF_MAIL = frozenset(
    {"from", "to", "cc", "subject", "date", "received", "return-path", "delivered-to", "message-id", "mime-version"}
)
_SENT = frozenset({"from", "received", "return-path"})
_SAVED_PAGE = "snapshot-content-location"
_MAILBOX = re.compile(rb"From \S+@\S+ .{0,60}\d{4}\r?\n")
_MARKS = (("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{>>", "<<}"), ("{==", "==}"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_TABLE_NAMES = (".csv", ".tsv", ".tab")
_READ = "Send a Word file (.docx), a table (.xlsx, .csv), a text, or a message with such files (.eml)."


def shown_name(name: str) -> str:
    """The name of a file, as a sentence calls it."""
    return shortened(visible(name, single_line=True)) or "The file"


def kind_of(data: bytes, name: str) -> InputKind:
    """What a file is. Raises `UnreadableInput` for what is not read, and says what that is."""
    if data.startswith(ZIP):
        return _packaged(data, name)
    if is_akoma_ntoso(data):
        return InputKind.AKOMA_NTOSO
    if is_annotations(data):
        return InputKind.ANNOTATIONS
    kind, headers = foreign_kind(data), _headers(data)
    if kind is OLD_WORD:
        return InputKind.OLD_WORD
    if kind in (PLAIN, WEB_PAGE) and _SENT & headers and len(_OF_MAIL & headers) > 1:
        if _SAVED_PAGE not in headers:
            return InputKind.MAIL
        kind = WEB_PAGE
    if _MAILBOX.match(data):
        raise UnreadableInput(f"{shown_name(name)} is a mailbox.", "Save each message in it as .eml.")
    if kind is UNKNOWN and not _is_wide(data):
        raise UnreadableInput(f"{shown_name(name)} is not a kind of file that is read.", _READ)
    if kind is not None and kind not in (PLAIN, UNKNOWN):
        raise UnreadableInput(f"{shown_name(name)} is {kind.name}.", kind.hint)
    return _text_kind(data, name)


def is_akoma_ntoso(data: bytes) -> bool:
    """Whether bytes begin as a text in Akoma Ntoso does, in any encoding that has letters of one or two bytes."""
    start = data[:_ROOT_WITHIN].replace(b"\0", b"").lstrip(codecs.BOM_UTF8 + codecs.BOM_UTF16_LE + b" \t\r\n")
    return start.startswith(b"<") and _ROOT.search(start) is not None


def is_annotations(data: bytes) -> bool:
    """Whether bytes begin as JSON does, and name the vocabulary of annotations."""
    start = data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip()
    return start[:1] in (b"{", b"[") and b"www.w3.org/ns/anno.jsonld" in start


def _packaged(data: bytes, name: str) -> InputKind:
    from zerodraft.intake.container import unpacked
    from zerodraft.intake.office import Office, office_of

    by_office = {
        Office.WORD: InputKind.WORD,
        Office.SHEET: InputKind.WORKBOOK,
        Office.OPEN_TEXT: InputKind.OPEN_TEXT,
    }
    return by_office[office_of(unpacked(data, name))]


def _headers(data: bytes) -> set[str]:
    """The names of the header lines with which a message begins; of a text, whatever looks like them."""
    named: set[str] = set()
    for line in data[:_LOOKED_AT].decode("latin-1").splitlines():
        found = _HEADER.match(line)
        if found:
            named.add(found[1].lower())
        elif not named or not line.startswith((" ", "\t")):
            break
    return named


def _is_wide(data: bytes) -> bool:
    """Whether these may be letters of two bytes each, without a mark that says so."""
    return 0 in data[:_LOOKED_AT] and data[:2].count(0) == 1


def _text_kind(data: bytes, name: str) -> InputKind:
    from zerodraft.intake.delimited import LARGEST, decoded, has_headings
    from zerodraft.intake.markdown_input import looks_like_markdown

    if len(data) > LARGEST:
        raise UnreadableInput(f"{shown_name(name)} is larger than {LARGEST / 1e6:.0f} MB.", "Send it in several files.")
    text = decoded(data, shown_name(name)).text
    if _CONTROL.search(text):
        raise UnreadableInput(f"{shown_name(name)} holds bytes that are no text.", _READ)
    lowered = name.lower()
    if lowered.endswith(_TABLE_NAMES):
        return InputKind.TABLE
    if any(opening in text and closing in text for opening, closing in _MARKS):
        return InputKind.CRITIC_MARKUP
    if lowered.endswith(_MARKDOWN_NAMES):
        return InputKind.MARKDOWN
    if has_headings(text[:_LOOKED_AT]):
        return InputKind.TABLE
    return InputKind.MARKDOWN if looks_like_markdown(text) else InputKind.TEXT
