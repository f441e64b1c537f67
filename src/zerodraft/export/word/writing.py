"""A Word document as a file (.docx), written from the WordprocessingML standard."""

from collections.abc import Iterable, Iterator
from itertools import chain, count

from zerodraft.export.hands import Hand
from zerodraft.export.word.body import Body
from zerodraft.export.word.comments import anchors, comments, people
from zerodraft.export.word.content import Pen
from zerodraft.export.word.document import Content, Document, Paragraph, Words
from zerodraft.export.word.frame import WIDE, WIDTH, opening, page_numbers, put_section, running, settings
from zerodraft.export.word.lists import numbering
from zerodraft.export.word.package import Links, Part, Properties, packed, relation_name
from zerodraft.export.word.styles import styles
from zerodraft.export.word.xml import Element, put, put_text, root

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_OPENING, _RUNNING, _PAGES = "header1.xml", "header2.xml", "footer1.xml"
_REFERENCES = (
    ("headerReference", "default", relation_name(_RUNNING)),
    ("headerReference", "first", relation_name(_OPENING)),
    ("footerReference", "default", relation_name(_PAGES)),
    ("footerReference", "first", relation_name(_PAGES)),
)


def write_word(document: Document) -> bytes:
    """The file. The same document gives the same bytes."""
    numbers = count(1)
    pen, pen_of_notes = Pen(numbers), Pen(numbers)
    main = root("document", "w14", "r", "mc")
    body = put(main, "body")
    width = WIDE if document.is_wide else WIDTH
    Body(body, pen, anchors(document.threads), width).write(document.blocks)
    put_section(body, _REFERENCES, document)
    frame = document.frame
    parts = [
        Part("styles.xml", "styles", "styles", styles(document.language)),
        Part("numbering.xml", "numbering", "numbering", numbering(document.lists)),
        Part("settings.xml", "settings", "settings", settings(is_tracking=document.is_tracking, has_notes=True)),
        Part("footnotes.xml", "footnotes", "footnotes", _notes(document.notes, pen_of_notes)),
        Part(_OPENING, "header", "header", opening(frame)),
        Part(_RUNNING, "header", "header", running(frame, width)),
        Part(_PAGES, "footer", "footer", page_numbers(frame)),
    ]
    if document.threads:
        words, told = comments(document.threads)
        parts.append(Part("comments.xml", "comments", "comments", words))
        parts.append(Part("commentsExtended.xml", "commentsExtended", "commentsExtended", told))
    remarks = chain.from_iterable(thread.remarks for thread in document.threads)
    authors = {hand.author for hand in (*changed_by(document), *(each.hand for each in remarks))}
    if authors:
        parts.append(Part("people.xml", "people", "people", people(authors)))
    links = (Links("document.xml", _turned(pen)), Links("footnotes.xml", _turned(pen_of_notes)))
    return packed(main, parts, links, Properties(frame.title, document.language, document.properties))


def _turned(pen: Pen) -> dict[str, str]:
    return {name: address for address, name in pen.links.items()}


def _notes(notes: Iterable[Content], pen: Pen) -> Element:
    """The part with the footnotes, and the two lines that part them from the text."""
    part = root("footnotes", "r")
    for name, kind in _SEPARATORS:
        separator = put(part, "footnote", type=kind, id=name)
        put(put(put(separator, "p"), "r"), kind)
    for number, content in enumerate(notes, 1):
        paragraph = put(put(part, "footnote", id=number), "p")
        put(put(paragraph, "pPr"), "pStyle", val="FootnoteText")
        sign = put(paragraph, "r")
        put(put(sign, "rPr"), "rStyle", val="FootnoteReference")
        put(sign, "footnoteRef")
        put_text(put(paragraph, "r"), "t", " ")
        pen.write(paragraph, content)
    return part


def changed_by(document: Document) -> Iterator[Hand]:
    """Everybody who changed something."""
    contents = list(document.notes)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            contents.append(block.content)
            yield from (change.hand for change in block.mark)
            if block.reshaped:
                yield block.reshaped.hand
        else:
            contents += chain.from_iterable(row.cells for row in block.rows)
            yield from (change.hand for row in block.rows for change in row.changes)
    for piece in chain.from_iterable(contents):
        yield from (change.hand for change in piece.changes)
        if isinstance(piece, Words) and piece.restyled:
            yield piece.restyled.hand
