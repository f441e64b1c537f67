"""`zerodraft agree`: paragraphs agreed ad referendum."""

import click

from zerodraft.cli import answers, arguments, completing, negotiation_options, opening

_EXAMPLE = """\b
Examples:
  zerodraft agree bali-message 6 7              by the room
  zerodraft agree bali-message 8 --by JPN,AUS  by these delegations
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraphs", nargs=-1, required=True, metavar="PARAGRAPH...", shell_complete=completing.paragraphs)
@negotiation_options.by_option
@click.option("--why", default="", metavar="WORDS", help="A remark for the record.")
def command(slug: str, paragraphs: tuple[str, ...], by: tuple[str, ...], why: str) -> None:
    """Mark paragraphs as agreed ad referendum, in one act.

    From then on their wording is locked: an edit or a decision that would change it is refused, and so is
    issuing a text without it, until `zerodraft reopen` opens them again.
    """
    from zerodraft.desk.agreeing import Closing

    with opening.acting() as desk:
        answers.done(desk.agree(desk.open(slug), Closing(paragraphs, negotiation_options.codes(by), why)))
