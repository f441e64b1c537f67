"""`zerodraft redo`: do again what was undone."""

import click

from zerodraft.cli import common

_EXAMPLE = """\b
Example:
  zerodraft redo                 do again what was last undone
  zerodraft redo bali-message    on this declaration
"""


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=common.complete_slugs)
def command(slug: str | None) -> None:
    """Do again what was last undone: in the workspace, or on one declaration.

    A new act after an undo ends what could be redone.
    """
    with common.acting() as desk:
        common.done(desk.redo(slug))
