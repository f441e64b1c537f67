"""`zerodraft reject`: proposals that the room does not take up."""

import click

from zerodraft.cli import arguments, ruling

_EXAMPLE = """\b
Example:
  zerodraft reject bali-message FIN-3 --why "No support in the room"
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@ruling.numbers_argument
@ruling.why_option
@arguments.gathered(ruling.Wanted)
def command(wanted: ruling.Wanted) -> None:
    """Reject proposals, in one act. The text stays as it is.

    They stay in the record with their decision, and with `zerodraft undo` they are open again.
    """
    from zerodraft.core.negotiation.decision import Verdict
    from zerodraft.desk.deciding import Ruling

    ruling.rule(wanted.slug, Ruling(Verdict.REJECT, wanted.numbers, why=wanted.why))
