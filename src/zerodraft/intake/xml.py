"""A part of an Office file as an element tree. What could fetch, swell or bury is refused, with a sentence each.

The format allows UTF-8 and UTF-16 only, and no document type. So every part becomes UTF-8 first: then
`<!DOCTYPE` has one spelling, and no part with one reaches the parser. Without it there are no entities.
"""

import codecs
import re
from functools import cache
from typing import NamedTuple

from lxml import etree

from zerodraft.core.text.visible import visible
from zerodraft.errors import UnreadableInput, shortened

DEEPEST = 200
"""Elements inside each other, the root counted. The parser itself gives up at 256."""

MOST_MARKS = 1_200_000
"""Signs `<` and `=` in one part: each element and attribute has one; 100,000 tracked changes have a million. The tree
takes 100 to 175 bytes for each, measured as the growth of the process by parts with 1.9 million elements, with and
without attributes (libxml2 2.14)."""

_MARKS_OF_UTF_16 = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")
_ALLOWED = {b"utf-8", b"utf8", b"utf-16", b"utf16", b"us-ascii", b"ascii"}
_DOCUMENT_TYPE = (b"<!DOCTYPE", b"<!ENTITY")


class Maker(NamedTuple):
    """What a sentence calls such files, and their next steps: saved again by whom, and that nobody writes this."""

    file: str
    save_again: str
    distrust: str


OFFICE = Maker(
    "Office file",
    "Open it in the Office program that made it, or in LibreOffice, and save it again.",
    "No Office program writes this; ask whoever sent the file where it comes from.",
)


def parsed(raw: bytes, what: str, maker: Maker = OFFICE) -> etree._Element:
    """The root of the tree of one part; comments and processing instructions are left out.

    `what` names the part in a sentence: “word/document.xml in aus.docx”. Raises `UnreadableInput`.
    """
    content = _as_utf_8(raw, what, maker)
    if any(sign in content for sign in _DOCUMENT_TYPE):
        raise UnreadableInput(
            f"{what} declares a document type or entities, which an {maker.file} may not.", maker.distrust
        )
    if content.count(b"<") + content.count(b"=") > MOST_MARKS:
        raise UnreadableInput(f"{what} has more than {MOST_MARKS:,} elements and attributes.", maker.distrust)
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        raise _refused(error, what, maker) from None
    if _deeper_than_allowed()(root):
        raise _too_deep(what, maker)
    return root


def _parser() -> etree.XMLParser:
    """A new one each time: a parser keeps the names that it has met. It believes no declared encoding."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


@cache
def _deeper_than_allowed() -> etree.XPath:
    """Walks level by level inside of libxml2, without a Python object for each element."""
    return etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")


def _as_utf_8(raw: bytes, what: str, maker: Maker) -> bytes:
    encoding = next((name for start, name in _MARKS_OF_UTF_16 if raw.startswith(start)), "utf-8")
    content = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableInput(f"{what} is neither UTF-8 nor UTF-16.", maker.save_again) from None
    if encoding != "utf-8":
        content = text.encode("utf-8")
    declared = _DECLARED.match(content)
    if declared and declared[1].lower() not in _ALLOWED:
        name = _shown(declared[1].decode("utf-8"))
        raise UnreadableInput(f"{what} is said to be in “{name}”; {maker.file}s are UTF-8 or UTF-16.", maker.save_again)
    return content


def _refused(error: etree.XMLSyntaxError, what: str, maker: Maker) -> UnreadableInput:
    """What the parser says, as a sentence; its own words name only line and kind of the mistake."""
    told = error.msg or ""
    if "depth" in told:
        return _too_deep(what, maker)
    if "too long" in told or "huge" in told.lower() or "limit" in told.lower():
        return UnreadableInput(f"{what} holds one piece of more than 10 MB.", maker.distrust)
    return UnreadableInput(f"{what} is not well-formed XML: {_shown(told)}.", maker.save_again)


def _too_deep(what: str, maker: Maker) -> UnreadableInput:
    return UnreadableInput(f"{what} has more than {DEEPEST} elements inside each other.", maker.distrust)


def _shown(foreign: str) -> str:
    return shortened(visible(foreign, single_line=True))
