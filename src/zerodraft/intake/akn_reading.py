"""A text in Akoma Ntoso, ours or anybody's, as Markdown.

Our own export comes back byte for byte, as long as nobody changed its words; changed words come as they are now.
Changes that are marked are taken as made: inserted words stay, deleted ones go.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zerodraft.core.text import block_writing
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.respelling import spelled
from zerodraft.errors import UnreadableInput
from zerodraft.intake.akn_blocks import Line, OwnText, Said, is_gap, told
from zerodraft.intake.akn_foreign import foreign_lines
from zerodraft.intake.akn_words import Element, Reader, characters, local, own
from zerodraft.intake.marked import Notice
from zerodraft.intake.xml import Maker, parsed

_OWN_PARTS = ("preamble", "mainBody", "conclusions")
_PROPERTIES = ("declaration", "version", "text", "sha256")
_MAKER = Maker(
    "Akoma Ntoso file",
    "Ask for the file again, or for the text as a Word file (.docx).",
    "No program for Akoma Ntoso writes this; ask whoever sent the file where it comes from.",
)
_ASK = "Ask for the text as a Word file (.docx) or in Markdown."


@dataclass(frozen=True, slots=True)
class AkomaNtoso:
    """What a file says. `markdown` is its text; `properties` are those by which `read_provenance` knows a text of ours,
    `fingerprint` the SHA-256 of the adopted words that the file claims to hold, "" for none. `beside` are the lines
    around a text of ours: its title block, and how it was adopted."""

    markdown: str
    properties: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    notices: tuple[Notice, ...] = ()
    beside: tuple[str, ...] = ()


def read_akn(data: bytes, what: str = "The file") -> str:
    """The text in a file, as Markdown. Raises `UnreadableInput`."""
    return akoma_ntoso(data, what).markdown


def akoma_ntoso(data: bytes, what: str = "The file", *, is_former: bool = False) -> AkomaNtoso:
    """What a file says; of changes that are marked the words after them, or before them if `is_former`. `what` names
    the file in a sentence. Raises `UnreadableInput`."""
    root = parsed(data, what, _MAKER)
    document = _document(root, what)
    about = next((each for each in document.iter() if str(each.tag).endswith("}text") and own(each, "form")), None)
    reader = Reader(document, about is not None, is_former)
    if about is None:
        lines = list(foreign_lines(document, reader))
        text = _laid(lines, _notes(reader))
        return AkomaNtoso(text, notices=tuple(_notices(document, is_own=False)))
    walk = OwnText(reader, is_typed=own(about, "formerlyTyped" if is_former else "typed") == "true")
    lines = [line for part in document for line in _own_part(part, walk)]
    properties = {f"zerodraft-{name}": own(about, name) for name in _PROPERTIES if own(about, name)}
    front, end = own(about, "front"), own(about, "end")
    text = _laid(lines, _notes(reader), "" if read_draft(front).paragraphs else front, end if is_gap(end) else "")
    notices = [*_notices(document, is_own=True)]
    if own(about, "form") == "clean" and properties.get("zerodraft-version") and walk.numbers != list(_numbers(text)):
        notices.append(Notice("numbers", "Numbers of paragraphs in it are not those that the text has."))
    return AkomaNtoso(text, properties, own(about, "fingerprint"), tuple(notices), tuple(walk.beside))


def _own_part(part: Element, walk: OwnText) -> Iterator[Line]:
    """The blocks of a part; of the title block the title alone is text."""
    if local(part) == "preface":
        for block in part:
            if block.get("class") == "title":
                yield from walk.lines(block)
            else:
                walk.put_beside(block)
    elif local(part) in _OWN_PARTS:
        yield from walk.lines(part)
    elif local(part) not in ("meta", "components"):
        walk.put_beside(part)


def _numbers(text: str) -> Iterator[str]:
    """The numbers that a text has on paper."""
    draft = read_draft(text)
    return (each.printed for each in number(draft) if each.printed)


def _document(root: Element, what: str) -> Element:
    if local(root) != "akomaNtoso":
        raise UnreadableInput(f"{what} is XML, and not Akoma Ntoso.", _ASK)
    for element in root.iter():
        if any(local(each).casefold().endswith("body") for each in element if isinstance(each.tag, str)):
            return element
    raise UnreadableInput(f"There is no text in {what}.", _ASK)


def _notes(reader: Reader) -> Iterator[Line]:
    for label, words, element in reader.notes:
        yield told(element, Said(characters(words), block_writing.note(label, spelled(words))))


def _laid(lines: Iterable[Line], notes: Iterable[Line], front: str = "", end: str = "") -> str:
    """All blocks in their order, with what stands between them."""
    found = [line for line in lines if line.text]
    for note in sorted(notes, key=lambda note: note.place):
        found.insert(note.place if note.place >= 0 else len(found), note)
    parts = [front]
    for place, line in enumerate(found):
        between = line.before if line.before is not None else block_writing.BETWEEN if place else ""
        parts += ("" if between == "none" else between, line.text)
    return "".join(parts) + {"": "\n", "none": ""}.get(end, end)


def _notices(document: Element, *, is_own: bool) -> Iterator[Notice]:
    changes = sum(local(each) in ("ins", "del") for each in document.iter() if isinstance(each.tag, str))
    if changes:
        yield Notice("changes", "Changes that are marked in the text were taken as made.", changes)
    styled = sum(each.get("style") is not None for each in document.iter() if isinstance(each.tag, str))
    if is_own and styled:
        yield Notice("styled", "Styles that we don’t write are in it; they may hide words.", styled)
    if not is_own:
        pictures = sum(local(each) == "img" for each in document.iter() if isinstance(each.tag, str))
        if pictures:
            yield Notice("pictures", "Pictures were left out.", pictures)
