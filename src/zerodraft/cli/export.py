"""`zerodraft export`: a version or a redline as a file."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerodraft.cli import arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.desk.outgoing import Order

_ENDINGS = {".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html", ".docx": "docx"}
_OF_WORD = (".doc", ".odt", ".rtf")
_EXAMPLE = """\b
Examples:
  zerodraft export bali-message --version rev-2 -o rev-2.html
  zerodraft export bali-message --version rev-2 --against rev-1 -o new.html
  zerodraft export bali-message --version rev-2 --line-numbers -o rev-2.docx
  zerodraft export bali-message --form redline --to txt   the changes, shown
  zerodraft export bali-message > text.md                 byte for byte
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    form: str | None
    to: str | None
    version: str
    against: str
    file: str
    line_numbers: bool
    force: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.option("--form", type=click.Choice(["clean", "redline"]), help="The text, or what changed in it.")
@click.option(
    "--to", type=click.Choice(["md", "txt", "html", "docx"]), help="Markdown, plain text, a web page or Word."
)
@click.option(
    "--version",
    "--at",
    "version",
    default="",
    metavar="VERSION",
    shell_complete=arguments.complete_versions,
    help="The text; if not said, the working text, or the last version while it is the same.",
)
@click.option(
    "--against",
    default="",
    metavar="VERSION",
    shell_complete=arguments.complete_versions,
    help="For a redline: compared with this one; the version before, if not said.",
)
@click.option("-o", "--output", "file", type=click.Path(), default="-", metavar="FILE", help="Where to; `-` prints it.")
@click.option("--line-numbers", is_flag=True, help="In Word: number every fifth line of a page.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Write a version, or the redline between two, as Markdown, plain text, a self-contained web page or a Word file.

    The form of the file is guessed from its ending. Page and Word file speak the language of the text, English or
    Indonesian. A clean Markdown export is the text itself, byte for byte. In Word the numbers are automatic, and a
    redline is tracked changes in the names of those whose words they are. What delegations change in the Word file is
    tracked too, and `zerodraft take-in` finds its places again.
    """
    if wanted.against and wanted.form == "clean":
        raise click.UsageError("--against goes with --form redline.")
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        if wanted.file == "-":
            voice.say_bytes(desk.export(dossier, _order(wanted)))
        else:
            path = Path(wanted.file)
            told = desk.deliver(dossier, _order(wanted), path, replace=wanted.force)
            voice.narrate(f"{told} is written: {path}")


def _order(wanted: Wanted) -> "Order":
    from zerodraft.desk.outgoing import Order

    form = wanted.form or ("redline" if wanted.against else "clean")
    return Order(form, _to(wanted), wanted.version, wanted.against, wanted.line_numbers)


def _to(wanted: Wanted) -> str:
    if wanted.file == "-" and wanted.to == "docx" and sys.stdout.isatty():
        raise click.UsageError("A Word file can't be shown in a terminal: -o FILE.docx")
    if wanted.to:
        return wanted.to
    if wanted.file == "-":
        return "md"
    ending = Path(wanted.file).suffix.lower()
    if ending in _OF_WORD:
        raise click.UsageError(f"No {ending} file can be written; Word and LibreOffice open another: -o FILE.docx")
    if ending not in _ENDINGS:
        raise click.UsageError(
            f"The form of “{voice.line(wanted.file)}” can't be guessed: say --to md, txt, html or docx."
        )
    return _ENDINGS[ending]
