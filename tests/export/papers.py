"""Papers typeset, and read by others: poppler for words and pictures, pypdf for what the file says of itself."""

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

pytest.importorskip("typst", reason="typst is not installed: zerodraft[pdf]")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: zerodraft[pdf]")

from zerodraft.core.text.draft import Draft, Kind  # noqa: E402
from zerodraft.core.text.inline import read_inline  # noqa: E402
from zerodraft.core.text.numbering import number  # noqa: E402
from zerodraft.core.text.table import rows  # noqa: E402
from zerodraft.export.pdf.papers import Laid, paper_of  # noqa: E402
from zerodraft.store.typesetting import typeset  # noqa: E402

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler on this machine")


def pdf(sheet: Laid) -> bytes:
    return typeset(paper_of(sheet))


def catalog(content: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(content)).trailer["/Root"]


def metadata(content: bytes) -> str:
    """The XMP packet."""
    return str(catalog(content)["/Metadata"].get_data().decode("utf-8"))


def outline(content: bytes) -> list[str]:
    """The titles of the bookmarks, in order."""

    def titles(items: list[Any]) -> list[str]:
        return [title for item in items for title in (titles(item) if isinstance(item, list) else [str(item.title)])]

    return titles(pypdf.PdfReader(BytesIO(content)).outline)


def page_count(content: bytes) -> int:
    return len(pypdf.PdfReader(BytesIO(content)).pages)


def poppler(tool: str, content: bytes, *options: str) -> str:
    """What a tool of poppler says of a file."""
    files = ["-"] if tool != "pdftotext" else ["-", "-"]
    run = subprocess.run([tool, *options, *files], input=content, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def words_on_paper(content: bytes) -> Counter[str]:
    return Counter(_WORD.findall(poppler("pdftotext", content, "-raw")))


def words_of(draft: Draft) -> Counter[str]:
    """The words of a text as a reader sees them, references to footnotes left out."""
    counted: Counter[str] = Counter()
    for paragraph in draft.paragraphs:
        cells = [paragraph.text]
        if paragraph.kind is Kind.TABLE:
            cells = [cell for row in rows(paragraph.text) for cell in row]
        for cell in cells:
            shown = cell if paragraph.kind is Kind.OPAQUE else _shown(cell)
            counted.update(_WORD.findall(shown))
    counted.update(word for each in number(draft) for word in _WORD.findall(each.printed))
    return counted


_WORD = re.compile(r"[^\W_]+")


def _shown(text: str) -> str:
    return "".join(each.text for each in read_inline(text) if not each.note)


class Page(NamedTuple):
    """A picture: one byte a point, 255 is white."""

    width: int
    points: bytes

    def is_marked(self, columns: range) -> bool:
        """Whether anything dark stands in some columns."""
        rows = range(0, len(self.points), self.width)
        return any(self.points[row + column] < 128 for row in rows for column in columns)


def pages(content: bytes, folder: Path, dots: int = 40) -> list[Page]:
    file = folder / "paper.pdf"
    file.write_bytes(content)
    subprocess.run(["pdftoppm", "-gray", "-r", str(dots), str(file), str(folder / "page")], check=True)
    return [_page(each.read_bytes()) for each in sorted(folder.glob("page-*.pgm"))]


def _page(picture: bytes) -> Page:
    head = re.match(rb"P5\s(\d+)\s\d+\s255\s", picture)
    assert head is not None
    return Page(int(head[1]), picture[head.end() :])
