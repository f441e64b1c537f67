"""`zerodraft adopt`: the conference adopts the text, and its words are frozen."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import answers, arguments, opening, voice
from zerodraft.core.negotiation.adoption import Manner, Saying

if TYPE_CHECKING:
    from zerodraft.desk.adopting import Adoption, Said
    from zerodraft.desk.desk import Desk

_EXAMPLE = """\b
Examples:
  zerodraft adopt smart-cities-concept-note --place Singapore \\
      --date 2018-04-28
  zerodraft adopt smart-cities-concept-note --by acclamation \\
      --reservation MMR:3 "Myanmar reads it in the light of its laws." \\
      --statement THA "Thailand thanks the host."
  zerodraft adopt smart-cities-concept-note --from-file said.toml
\b
In said.toml, one block each, [[statement]] in the same way:
  [[reservation]]
  delegation = "MMR"
  paragraph = "3"
  text = "Myanmar reads it in the light of its laws."
\b
Prints the name of the version, as commands take it: adopted-text.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    place: str
    day: datetime | None
    manner: str
    reservations: tuple[tuple[str, str], ...]
    statements: tuple[tuple[str, str], ...]
    file: str | None
    designation: str
    corrigendum: str | None


def _complete_delegation(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes; nothing for the words, or for the number of a paragraph behind a colon."""
    return [] if ":" in incomplete else arguments.complete_delegations(ctx, param, incomplete)


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.option("--place", default="", help="Where; the place of the conference, if not said.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="When; today, if not said."
)
@click.option(
    "--by",
    "manner",
    type=click.Choice([each.value for each in Manner]),
    default=Manner.CONSENSUS.value,
    help="How it is adopted; by consensus, if not said.",
)
@click.option(
    "--reservation",
    "reservations",
    nargs=2,
    multiple=True,
    metavar="DELEGATION[:PARAGRAPH] TEXT",
    shell_complete=_complete_delegation,
    help="A reservation, on a paragraph or on the whole; as often as there are some.",
)
@click.option(
    "--statement",
    "statements",
    nargs=2,
    multiple=True,
    metavar="DELEGATION[:PARAGRAPH] TEXT",
    shell_complete=_complete_delegation,
    help="A statement for the record, in the same way.",
)
@click.option("--from-file", "file", type=click.Path(), metavar="FILE", help="More of both, from a file; see below.")
@click.option("--designation", default="Adopted text", help="The designation of the adopted text.")
@click.option("--corrigendum", metavar="WHY", help="Correct an adopted text, as it lies in the folder.")
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Record that the text is adopted, in one act: place, date, manner, and what delegations put on record, which
    becomes footnotes of the text.

    The text must pass the gate; `zerodraft check SLUG --final` tells what holds it. From then on its words are frozen:
    acts that would change them are refused, comments are still taken. Every export bears the fingerprint of the
    adopted words, and `zerodraft verify FILE` compares any file with them. While it is the last act, `zerodraft undo`
    takes an adoption back. A mistake in print is corrected by a corrigendum: edit text.md, then --corrigendum WHY.
    """
    if wanted.corrigendum is not None and not wanted.corrigendum.strip():
        raise click.UsageError("Say why it is corrected: --corrigendum WHY")
    with opening.acting() as desk:
        said = (*_said(Saying.RESERVATION, wanted.reservations), *_said(Saying.STATEMENT, wanted.statements))
        dossier = desk.open(wanted.slug)
        act = desk.adopt(dossier, _adoption(wanted, (*said, *_in_file(desk, wanted.file))))
        answers.done(act)
        voice.narrate(f"To hand it out: zerodraft export {wanted.slug} -o {wanted.slug}.docx")


def _adoption(wanted: Wanted, said: "tuple[Said, ...]") -> "Adoption":
    from zerodraft.desk.adopting import Adoption

    day = wanted.day.date() if wanted.day else None
    return Adoption(Manner(wanted.manner), wanted.place, day, said, wanted.designation, wanted.corrigendum or "")


def _said(saying: Saying, given: tuple[tuple[str, str], ...]) -> "tuple[Said, ...]":
    from zerodraft.desk.adopting import Said

    named = ((*each.partition(":")[::2], words) for each, words in given)
    return tuple(Said(saying, delegation, words, paragraph) for delegation, paragraph, words in named)


def _in_file(desk: "Desk", file: str | None) -> "tuple[Said, ...]":
    from zerodraft.desk.adopting import said_in

    return said_in(desk.bytes_of(Path(file)), Path(file).name) if file else ()
