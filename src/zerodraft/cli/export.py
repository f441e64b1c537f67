"""`zerodraft export`: a version or a redline as a file."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerodraft.cli import arguments, opening, voice
from zerodraft.cli.export_options import refuse_idle, refuse_misnamed
from zerodraft.cli.patience import patience

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.outgoing import Order

_FORMS = ("clean", "redline", "compilation", "concordance", "comments")
_FORMATS = ("docx", "pdf", "html", "md", "txt", "akn", "xlsx", "csv", "jsonld", "odt")
_ENDINGS = {f".{each}": each for each in _FORMATS} | {".markdown": "md", ".htm": "html", ".xml": "akn"}
_OF_WORD = (".doc", ".rtf")
_LAYOUTS = ("inline", "paragraphs", "table")
_SHOWN = ("html", "md", "txt", "akn", "csv", "jsonld")
_EXAMPLE = """\b
Examples:
  zerodraft export bali-message --version rev-2 -o rev-2.html
  zerodraft export bali-message --version rev-2 --against rev-1 -o new.html
  zerodraft export bali-message --version rev-2 --line-numbers -o rev-2.docx
  zerodraft export bali-message --form redline --to txt   the changes, shown
  zerodraft export bali-message --form comments --empty -o form.docx
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
    language: str | None
    layout: str
    file: str
    line_numbers: bool
    typed_numbers: bool
    comments: bool
    empty: bool
    final: bool
    draft: bool
    force: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.option(
    "--form",
    type=click.Choice(_FORMS),
    help="The text, its changes, the text with all open proposals, what became of each paragraph, what was said.",
)
@click.option("--to", type=click.Choice(_FORMATS), help="The format; guessed from the ending of the file, if not said.")
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
@click.option("--language", type=click.Choice(["en", "id"]), help="Of labels, dates and names of countries.")
@click.option("--layout", type=click.Choice(_LAYOUTS), default="inline", help="Of a compilation, as in `compile`.")
@click.option(
    "--typed-numbers",
    is_flag=True,
    help="In Word: numbers as words, for a redline that LibreOffice shows; it counts wrong there.",
)
@click.option("--line-numbers", is_flag=True, help="In Word, PDF and ODT: number every fifth line of a page.")
@click.option("--comments", is_flag=True, help="With what delegations said, beside their words.")
@click.option("--empty", is_flag=True, help="A table of comments for a delegation to fill in: --form comments.")
@click.option("--final", is_flag=True, help="Through the gate, and without the mark of a draft: see `check --final`.")
@click.option("--draft", is_flag=True, help="With the mark of a draft, whatever the gate finds.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Write a version, or the redline between two, as Markdown, plain text, a self-contained web page or a Word file.

    The form of the file is guessed from its ending. Page and Word file speak the language of the text, English or
    Indonesian. A clean Markdown export is the text itself, byte for byte. In Word the numbers are automatic, and a
    redline is tracked changes in the names of those whose words they are. What delegations change in the Word file is
    tracked too, and `zerodraft take-in` finds its places again.

    Until a text is adopted its pages bear the mark of a draft. With --final a version leaves without it, if the gate
    lets it pass; `zerodraft check --final` tells what the gate finds.
    """
    order = _order(wanted)
    refuse_idle(order)
    with opening.desk() as desk:
        if wanted.file == "-":
            with patience(f"Laying out {wanted.slug}"):
                content = desk.export(desk.open(wanted.slug), order)
            voice.say_bytes(content)
            return
        path = Path(wanted.file)
        told = _delivered(desk, wanted, order, replace=wanted.force or _is_asked(path))
        voice.narrate(f"{told} is written: {path}")


def _delivered(desk: "Desk", wanted: Wanted, order: "Order", *, replace: bool) -> str:
    path = Path(wanted.file)
    with patience(f"Writing {path.name}"):
        return desk.deliver(desk.open(wanted.slug), order, path, replace=replace)


def _is_asked(path: Path) -> bool:
    """Whether somebody at a terminal says that a file may be written over; where nobody is, it may not."""
    if not path.is_file() or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    if not click.confirm(f"{voice.line(str(path))} exists already. Write over it?", err=True):
        raise click.Abort
    return True


def _order(wanted: Wanted) -> "Order":
    from zerodraft.desk.outgoing import Order
    from zerodraft.export.compiled import Layout

    return Order(
        form=wanted.form or ("redline" if wanted.against else "clean"),
        to=_to(wanted),
        version=wanted.version,
        against=wanted.against,
        has_line_numbers=wanted.line_numbers,
        has_typed_numbers=wanted.typed_numbers,
        language=wanted.language or "",
        has_comments=wanted.comments,
        is_empty=wanted.empty,
        is_final=wanted.final,
        is_draft=wanted.draft,
        layout=Layout(wanted.layout),
    )


def _to(wanted: Wanted) -> str:
    if wanted.file == "-" and wanted.to and wanted.to not in _SHOWN and sys.stdout.isatty():
        raise click.UsageError(f"Such a file can't be shown in a terminal: -o FILE.{wanted.to}")
    ending = Path(wanted.file).suffix.lower()
    if wanted.to:
        refuse_misnamed(wanted.to, ending, _ENDINGS)
        return wanted.to
    if wanted.file == "-":
        return "md"
    if ending in _OF_WORD:
        raise click.UsageError(f"No {ending} file can be written; Word and LibreOffice open another: -o FILE.docx")
    if ending not in _ENDINGS:
        known = f"{', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}"
        raise click.UsageError(f"The form of “{voice.line(wanted.file)}” can't be guessed: say --to {known}.")
    return _ENDINGS[ending]
