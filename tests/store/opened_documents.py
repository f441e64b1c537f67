"""OpenDocument texts made by hand."""

import zipfile
from io import BytesIO

_NAMES = {
    "office": "office:1.0",
    "text": "text:1.0",
    "draw": "drawing:1.0",
    "svg": "svg-compatible:1.0",
    "manifest": "manifest:1.0",
}
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    [
        *(f'xmlns:{prefix}="{_OASIS}{name}"' for prefix, name in _NAMES.items()),
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)
_TYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    f'<manifest:manifest {_SPACES} manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def open_text(body: str, changes: str = "", manifest: str = MANIFEST) -> bytes:
    """A text from its paragraphs, and the list of its tracked changes."""
    content = (
        f'<office:document-content {_SPACES} office:version="1.2"><office:body><office:text>'
        f"{changes}{body}</office:text></office:body></office:document-content>"
    )
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("mimetype", _TYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def tracked(*authors: str) -> str:
    """The list of insertions c1, c2 … of these authors."""
    regions = "".join(
        f'<text:changed-region text:id="c{number}"><text:insertion><office:change-info>'
        f"<dc:creator>{author}</dc:creator><dc:date>2021-11-03T09:00:00</dc:date>"
        "</office:change-info></text:insertion></text:changed-region>"
        for number, author in enumerate(authors, 1)
    )
    return f"<text:tracked-changes>{regions}</text:tracked-changes>"


def inserted(number: int, words: str) -> str:
    return f'<text:change-start text:change-id="c{number}"/>{words}<text:change-end text:change-id="c{number}"/>'
