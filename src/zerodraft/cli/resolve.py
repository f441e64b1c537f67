"""`zerodraft resolve`: the brackets of a text, and what settles one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, negotiation_options, opening, ruling, typing_in, voice

if TYPE_CHECKING:
    from zerodraft.core.negotiation.resolving import Choice
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.resolving import BracketRow

_EXAMPLE = """\b
Examples:
  zerodraft resolve bali-message                     all brackets, and whose
  zerodraft resolve bali-message 37                  those of paragraph 37
  zerodraft resolve bali-message 37 --take 1 --by JPN,KHM
  zerodraft resolve bali-message 22 --lift --why "Agreed in the corridor"
  zerodraft resolve bali-message 13 1 --words "full and due"

BRACKET counts the brackets of the paragraph from 1; it may be left out where there is one only. --words ""
takes the words out.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    paragraph: str | None
    bracket: int | None
    take: int | None
    words: str | None
    lift: bool
    by: tuple[str, ...]
    why: str
    as_json: bool

    @property
    def ways(self) -> int:
        return (self.take is not None) + (self.words is not None) + self.lift


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraph", required=False, metavar="[PARAGRAPH]", shell_complete=completing.bracketed)
@click.argument("bracket", required=False, type=click.IntRange(min=1), metavar="[BRACKET]")
@click.option("--take", type=int, metavar="N", help="The alternative with this number.")
@click.option("--words", metavar="TEXT", help="Your own words in place of the bracket; `-` reads them from a pipe.")
@click.option("--lift", is_flag=True, help="The words stay, the brackets go.")
@negotiation_options.by_option
@ruling.why_option
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Settle a bracket: take one of its alternatives, say it in your own words, or lift the brackets.

    Who stood behind which alternative goes into the decision. Without any of the three the brackets are
    listed, with their alternatives and whose they are.
    """
    _check(wanted)
    if wanted.ways:
        _settle(wanted)
    else:
        _list(wanted)


def _check(wanted: Wanted) -> None:
    if wanted.ways > 1:
        raise click.UsageError("--take, --words and --lift are three ways; choose one.")
    if wanted.ways and not wanted.paragraph:
        raise click.UsageError("Say which paragraph: zerodraft resolve SLUG PARAGRAPH --take 1")
    if wanted.ways and wanted.as_json:
        raise click.UsageError("--json is for the list of brackets.")


def _settle(wanted: Wanted) -> None:
    from zerodraft.desk.resolving import Settlement

    by = negotiation_options.codes(wanted.by)
    settlement = Settlement(wanted.paragraph or "", _choice(wanted), wanted.bracket or 0, by, wanted.why)
    with opening.acting() as desk:
        dossier = desk.open(wanted.slug)
        answers.done(desk.resolve(dossier, settlement))
        ruling.tell_touched(dossier, desk.open(wanted.slug))
        answers.tell_next(dossier)


def _choice(wanted: Wanted) -> "Choice":
    from zerodraft.core.negotiation.resolving import LIFT, Choice
    from zerodraft.errors import NotThere

    if wanted.lift:
        return LIFT
    if wanted.words is not None:
        return Choice(words=typing_in.given(wanted.words))
    if wanted.take is None or wanted.take < 1:
        way = f"`zerodraft resolve {wanted.slug} {wanted.paragraph}` lists those there are, from 1."
        raise NotThere("alternative", str(wanted.take), hint=way)
    return Choice(wanted.take)


def _list(wanted: Wanted) -> None:
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        rows = _chosen(dossier, desk.brackets(dossier), wanted)
        if wanted.as_json:
            from zerodraft.cli.bracket_list import bracket_json

            voice.say_json([bracket_json(dossier, each) for each in rows])
        elif rows:
            from zerodraft.cli.bracket_list import bracket_lines
            from zerodraft.cli.typeset import MEASURE

            voice.narrate(f"{len(rows)} bracket{'' if len(rows) == 1 else 's'}")
            voice.narrate("")
            answers.write(bracket_lines(dossier, rows, min(voice.width(), MEASURE)))
        else:
            where = f"Paragraph {wanted.paragraph}" if wanted.paragraph else wanted.slug
            voice.narrate(f"{where} has no {'such bracket' if wanted.bracket else 'brackets'}.")


def _chosen(dossier: "Dossier", rows: "Sequence[BracketRow]", wanted: Wanted) -> "Sequence[BracketRow]":
    """Those of the paragraph and of the number that are named."""
    from zerodraft.desk.naming import ordinal_of

    if not wanted.paragraph:
        return rows
    ordinal = ordinal_of(dossier, wanted.paragraph)
    here = [row for row in rows if row.bracket.first <= ordinal <= row.bracket.last]
    return [row for row in here if wanted.bracket in (None, row.bracket.number)]
