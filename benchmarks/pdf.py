"""How long a PDF takes, beside LibreOffice's conversion of our own Word file in the same run.

    python benchmarks/pdf.py [--quick]

A text of about 80 pages with headings, numbered paragraphs, items and notes: text in, PDF out, once in process and
once with a Python that starts for it, as LibreOffice does; with line numbers; and the words of the PDF read back. Our
file is PDF/UA-1 and PDF/A-2a, LibreOffice's is its usual one. Figures are processor time, the median of some rounds in
which they take turns. Without LibreOffice its figures are left out, and it is said.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from word import clean as word_file
from word import pages, sheet, timed
from zerodraft.cli.main import collect_rarely
from zerodraft.core.text.waymark import Provenance
from zerodraft.export.pdf.papers import paper_of
from zerodraft.intake.pdf_words import pdf_words
from zerodraft.store.typesetting import typeset

ALONE = """
import sys
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.export.pdf.papers import paper_of
from zerodraft.export.sheet import Sheet
from zerodraft.store.typesetting import typeset

with open(sys.argv[1], encoding="utf-8") as source, open(sys.argv[2], "wb") as target:
    draft = read_draft(source.read())
    target.write(typeset(paper_of(Sheet(draft.title, "", "", "Rev.1", "", "", "en", draft, number(draft)))))
"""
OURS = Provenance("benchmark", "rev-1", "ab" * 20, "cd" * 32)


def clean(text: str, *, has_line_numbers: bool = False) -> bytes:
    page = replace(sheet(text), provenance=OURS, has_line_numbers=has_line_numbers)
    return typeset(paper_of(page))


def converting(folder: Path, office: str) -> list[str]:
    """The command with which LibreOffice makes a PDF of the Word file, with a profile of its own."""
    profile = (folder / "profile").as_uri()
    made = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    return [*made, "--outdir", str(folder), str(folder / "text.docx")]


def measure(rounds: int) -> None:
    text = pages(80)
    made = clean(text)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "text.md").write_text(text, encoding="utf-8")
        (folder / "text.docx").write_bytes(word_file(text))
        alone = [sys.executable, "-c", ALONE, str(folder / "text.md"), str(folder / "own.pdf")]
        calls = [
            lambda: clean(text),
            lambda: clean(text, has_line_numbers=True),
            lambda: subprocess.run(alone, check=True),
            lambda: pdf_words(made),
        ]
        office = shutil.which("soffice")
        if office:
            command = converting(folder, office)
            calls.append(lambda: subprocess.run(command, check=True, capture_output=True))
            subprocess.run(command, check=True, capture_output=True)  # makes the profile
        mine, numbered, started, read, *peer = timed(rounds, *calls)
    size = f"{page_count(made)} pages, {len(text.split()):,} words"
    print(f"{size}: {mine:.0f} ms, with line numbers {numbered:.0f} ms, with the start of Python {started:.0f} ms")
    print(f"{size}: read back in {read:.0f} ms; {len(made) // 1024} KiB")
    if peer:
        told = f"{mine / peer[0]:.2f} × LibreOffice ({peer[0]:.0f} ms), with the start {started / peer[0]:.2f} ×"
        print(f"{size}: {told}, with line numbers {numbered / peer[0]:.2f} ×")
    else:
        print(f"{size}: LibreOffice is not here, nothing to be compared with")


def page_count(content: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(content)).pages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="two rounds")
    rounds = 2 if parser.parse_args().quick else 5
    collect_rarely()
    measure(rounds)


if __name__ == "__main__":
    main()
