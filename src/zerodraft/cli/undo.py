"""`zerodraft undo`: take back the last act."""

from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, typing_in, voice

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import LogEntry

_EXAMPLE = """\b
Example:
  zerodraft undo                 take back the last act of the workspace
  zerodraft undo bali-message    the last act on this declaration
"""


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=arguments.complete_slugs)
def command(slug: str | None) -> None:
    """Take back the last act: of the workspace, or of one declaration.

    The record keeps both the act and its undoing. Call it again to go further back; `zerodraft redo`
    does again what was undone. You are asked before an act that somebody else recorded is taken back.
    """
    with opening.acting() as desk:
        act = desk.to_undo(slug)
        if not _is_meant(desk, act):
            voice.narrate("It stays; nothing was undone.")
            return
        answers.done(desk.undo(slug, act.commit))
        voice.narrate(f"Again: zerodraft redo{f' {slug}' if slug else ''}")


def _is_meant(desk: "Desk", act: "LogEntry") -> bool:
    """What somebody else recorded is taken back after a question; where nobody can be asked, it is told."""
    if act.recorded_by == desk.drafter():
        return True
    from zerodraft.cli.thread_view import day

    voice.narrate(f"{act.recorded_by} recorded this on {day(act.date)}: {act.sentence}.")
    return not typing_in.can_ask() or click.confirm("Take it back?", err=True)
