"""`zerodraft undo`: take back the last act."""

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import answers, arguments, completing, crediting, opening, typing_in, voice

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import LogEntry


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of proposals, ids of comments."""
    comments = crediting.complete_comments(ctx, param, incomplete)
    return [*completing.proposals(ctx, param, incomplete), *comments]


_EXAMPLE = """\b
Examples:
  zerodraft undo                        the last act of the workspace
  zerodraft undo bali-message           the last act on this declaration
  zerodraft undo bali-message JPN-1     the last act on this proposal

ACT may also be a comment such as jpn-7f3a, or the id of any act, which `zerodraft log` shows.
"""


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=arguments.complete_slugs)
@click.argument("name", required=False, metavar="[ACT]", shell_complete=_complete)
def command(slug: str | None, name: str | None) -> None:
    """Take back the last act: of the workspace, or of one declaration; or one that lies several acts back.

    What was recorded after it stays; where that is about the same words, you are told what stands in the
    way. The record keeps both the act and its undoing. `zerodraft redo` does again what was undone. You
    are asked before an act that somebody else recorded is taken back.
    """
    if name == "":
        raise click.UsageError("The act is empty; leave it out for the last one.")
    with opening.acting() as desk:
        act = desk.to_undo(slug, name or "")
        if not _is_meant(desk, act):
            voice.narrate("It stays; nothing was undone.")
            return
        done = desk.undo_named(slug, act.commit) if slug and name else desk.undo(slug, act.commit)
        answers.done(done)
        voice.narrate(f"Again: zerodraft redo{f' {slug}' if slug else ''}")


def _is_meant(desk: "Desk", act: "LogEntry") -> bool:
    """What somebody else recorded is taken back after a question; where nobody can be asked, it is told."""
    if act.recorded_by == desk.drafter():
        return True
    from zerodraft.cli.thread_view import day

    voice.narrate(f"{act.recorded_by} recorded this on {day(act.date)}: {act.sentence}.")
    return not typing_in.can_ask() or click.confirm("Take it back?", err=True)
