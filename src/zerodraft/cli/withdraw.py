"""`zerodraft withdraw`: a delegation takes its proposals back."""

import click

from zerodraft.cli import arguments, ruling

_EXAMPLE = """\b
Example:
  zerodraft withdraw bali-message CHN-1 --why "Covered by paragraph 3"
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@ruling.numbers_argument
@ruling.why_option
@arguments.gathered(ruling.Wanted)
def command(wanted: ruling.Wanted) -> None:
    """Withdraw proposals of one delegation, in its name and in one act. The text stays as it is."""
    from zerodraft.core.negotiation.decision import Verdict
    from zerodraft.desk.deciding import Ruling

    ruling.rule(wanted.slug, Ruling(Verdict.WITHDRAW, wanted.numbers, why=wanted.why))
