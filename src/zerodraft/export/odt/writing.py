"""A text as an OpenDocument text (.odt), from the same model as the Word file: words, numbers, notes and hidden names
are the same."""

from zerodraft.export.odt.body import Body
from zerodraft.export.odt.lists import list_styles
from zerodraft.export.odt.package import meta, packed
from zerodraft.export.odt.styles import font_faces, styles
from zerodraft.export.odt.xml import put, root, serialized
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.clean import clean_document
from zerodraft.export.word.document import Document

_PREFIXES = ("office", "style", "text", "table", "fo", "svg", "xlink", "dc", "loext")


def clean_odt(sheet: Sheet) -> bytes:
    """The text as a file. Whatever a reader changes in it is tracked."""
    return write_odt(clean_document(sheet))


def write_odt(document: Document) -> bytes:
    """The file. The same document gives the same bytes; tracked changes are left out."""
    part = root("office:document-content", *_PREFIXES, values={"office:version": "1.3"})
    font_faces(part)
    automatic = put(part, "office:automatic-styles")
    list_styles(automatic, document.lists)
    text = put(put(part, "office:body"), "office:text")
    if document.is_tracking:
        put(text, "text:tracked-changes", {"text:track-changes": "true"})
    Body(document, text, automatic).write()
    pages = styles(document.frame, document.language, has_line_numbers=document.has_line_numbers)
    return packed(
        {
            "content.xml": serialized(part),
            "styles.xml": serialized(pages),
            "meta.xml": meta(document.frame.title, document.language, document.properties),
        }
    )
