"""`zerodraft overtaken`: proposals that need no decision any more."""

from dataclasses import dataclass

import click

from zerodraft.cli import arguments, completing, ruling

_EXAMPLE = """\b
Examples:
  zerodraft overtaken bali-message SGP-1 --by JPN-2
  zerodraft overtaken bali-message IND-3 --why "Settled in the corridor"
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    numbers: tuple[str, ...]
    instead: str
    why: str


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@ruling.numbers_argument
@click.option(
    "--by",
    "instead",
    default="",
    metavar="NUMBER",
    shell_complete=completing.proposals,
    help="The proposal that overtook them.",
)
@ruling.why_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Call proposals overtaken, in one act: by another proposal, or by what happened to the text.

    The text stays as it is.
    """
    from zerodraft.core.negotiation.decision import Verdict
    from zerodraft.desk.deciding import Ruling

    ruling.rule(wanted.slug, Ruling(Verdict.OVERTAKEN, wanted.numbers, why=wanted.why, instead=wanted.instead))
