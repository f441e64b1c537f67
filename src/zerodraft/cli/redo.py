"""`zerodraft redo`: do again what was undone."""

import click

from zerodraft.cli import answers, arguments, opening

_EXAMPLE = """\b
Example:
  zerodraft redo                 do again what was last undone
  zerodraft redo bali-message    on this declaration
"""


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=arguments.complete_slugs)
def command(slug: str | None) -> None:
    """Do again what was last undone: in the workspace, or on one declaration.

    A new act after an undo ends what could be redone.
    """
    with opening.acting() as desk:
        answers.done(desk.redo(slug))
