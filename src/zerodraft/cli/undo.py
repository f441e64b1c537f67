"""`zerodraft undo`: take back the last act."""

import click

from zerodraft.cli import common

_EXAMPLE = """\b
Example:
  zerodraft undo                 take back the last act of the workspace
  zerodraft undo bali-message    the last act on this declaration
"""


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=common.complete_slugs)
def command(slug: str | None) -> None:
    """Take back the last act: of the workspace, or of one declaration.

    The record keeps both the act and its undoing. Call it again to go further back; `zerodraft redo`
    does again what was undone.
    """
    with common.acting() as desk:
        common.done(desk.undo(slug))
