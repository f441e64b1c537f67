"""`zerodraft bracket`: proposals stand in the text as alternatives."""

import click

from zerodraft.cli import arguments, ruling

_EXAMPLE = """\b
Example:
  zerodraft bracket bali-message JPN-1 ZAF-1
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@ruling.numbers_argument
@ruling.why_option
@arguments.gathered(ruling.Wanted)
def command(wanted: ruling.Wanted) -> None:
    """Put proposals into the text in brackets, in one act: what stands there now and what is proposed, each
    wording with its delegations.

    `zerodraft resolve` settles the bracket later.
    """
    from zerodraft.core.negotiation.decision import Verdict
    from zerodraft.desk.deciding import Ruling

    ruling.rule(wanted.slug, Ruling(Verdict.BRACKET, wanted.numbers, why=wanted.why))
