"""`zerodraft compile`: the compilation text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.core.negotiation.compilation import Compilation
    from zerodraft.desk.compiling import Printing
    from zerodraft.desk.dossier import Dossier

_ENDINGS = {".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html"}
_LAYOUTS = ("inline", "paragraphs", "table")
_EXAMPLE = """\b
Examples:
  zerodraft compile bali-message                    brackets in the text
  zerodraft compile bali-message --focus-area 3 --layout paragraphs
  zerodraft compile bali-message --layout table -o compilation.html
  zerodraft compile bali-message --no-attribution --to md

How to read it: [in the region - Japan; Fiji delete] Japan would add these words, Fiji objects.
[small - Fiji retain / fishing - Japan] the text says “small”, Japan would have “fishing” instead.
[small - Japan delete] Japan would take the word out. [¶] a paragraph would end there. [5 bis. …]
a new paragraph after 5. [move after 7 - Japan] at the end of what would move.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    layout: str
    attributed: bool
    focus_area: int | None
    to: str | None
    file: str
    force: bool
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.option(
    "--layout",
    type=click.Choice(_LAYOUTS),
    default="inline",
    help="Brackets in the text; each paragraph and the proposals below it; paragraphs by delegations.",
)
@click.option("--attribution/--no-attribution", "attributed", default=True, help="With the names, or without.")
@arguments.area_option
@click.option("--to", type=click.Choice(["md", "txt", "html"]), help="As Markdown, plain text or a web page.")
@click.option("-o", "--output", "file", type=click.Path(), default="-", metavar="FILE", help="Where to; `-` prints it.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Show the compilation text: the working text with every open proposal in place, attributed.

    What no bracket can hold is listed at the end, with its words and the reason.
    """
    if wanted.layout == "table" and not wanted.attributed:
        raise click.UsageError("A table has a column for each delegation: --no-attribution goes with another layout.")
    if wanted.focus_area is not None and (wanted.to or wanted.file != "-"):
        raise click.UsageError("A file holds the whole compilation: leave --focus-area out.")
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        if wanted.file != "-":
            told = desk.deliver_compilation(dossier, _printing(wanted), Path(wanted.file), replace=wanted.force)
            voice.narrate(f"{told} is written: {wanted.file}")
        elif wanted.to:
            voice.say_bytes(desk.export_compilation(dossier, _printing(wanted)))
        else:
            _show(dossier, desk.compilation(dossier), wanted)
        answers.tell_unreadable(dossier)


def _printing(wanted: Wanted) -> "Printing":
    from zerodraft.desk.compiling import Printing
    from zerodraft.export.compiled import Layout

    ending = Path(wanted.file).suffix.lower()
    to = wanted.to or _ENDINGS.get(ending)
    if to is None:
        raise click.UsageError(f"The form of “{voice.line(wanted.file)}” can't be guessed: say --to md, txt or html.")
    return Printing(to, Layout(wanted.layout), wanted.attributed)


def _show(dossier: "Dossier", compilation: "Compilation", wanted: Wanted) -> None:
    if wanted.focus_area is not None:
        arguments.focus_area(dossier.draft, wanted.focus_area)
    if wanted.as_json:
        from zerodraft.cli.compilation_json import compilation_json

        voice.say_json(compilation_json(dossier, compilation, attributed=wanted.attributed))
        return
    voice.narrate(_counted(compilation))
    answers.write(_lines(dossier, compilation, wanted))


def _counted(compilation: "Compilation") -> str:
    count, left = len(compilation.entries), len(compilation.unplaced)
    told = f"{count} open proposal{'' if count == 1 else 's'} in the text"
    return f"{told}, {left} not placed" if left else told


def _lines(dossier: "Dossier", compilation: "Compilation", wanted: Wanted) -> "Iterator[Line]":
    from zerodraft.cli.compilation_view import CompilationView
    from zerodraft.cli.text_view import title_lines
    from zerodraft.cli.typeset import MEASURE

    width = min(voice.width(), MEASURE)
    yield from title_lines(dossier, dossier.reading, width)
    view = CompilationView(dossier, compilation, width, attributed=wanted.attributed)
    yield from view.lines(wanted.layout, wanted.focus_area)
