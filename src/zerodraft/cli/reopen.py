"""`zerodraft reopen`: agreed paragraphs opened again."""

import click

from zerodraft.cli import answers, arguments, completing, negotiation_options, opening

_EXAMPLE = """\b
Example:
  zerodraft reopen bali-message 11 --by AUS --why "New instructions"
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraphs", nargs=-1, required=True, metavar="PARAGRAPH...", shell_complete=completing.agreed)
@negotiation_options.by_option
@click.option("--why", default="", metavar="WORDS", help="The reason, which is recorded.")
def command(slug: str, paragraphs: tuple[str, ...], by: tuple[str, ...], why: str) -> None:
    """Open agreed paragraphs again, in one act: their wording may then be changed.

    The record keeps that they were agreed, and why they were opened.
    """
    from zerodraft.desk.agreeing import Closing

    with opening.acting() as desk:
        answers.done(desk.reopen(desk.open(slug), Closing(paragraphs, negotiation_options.codes(by), why)))
