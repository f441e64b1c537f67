"""`zerodraft init`: make a workspace."""

from pathlib import Path

import click

from zerodraft.cli import introduction, voice

_EXAMPLE = """\b
Example:
  zerodraft init asean-2026          makes the folder and the workspace in it
  cd asean-2026
  zerodraft new chairs-statement --kind declaration --title "…"

A folder that is a git repository already keeps its history; texts that lie in declarations/ can be
recorded with `zerodraft save`.
"""


@click.command(epilog=_EXAMPLE)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make DIR, or the folder you stand in, a workspace: a git repository with a folder declarations/.

    The first act records the list of delegations, declarations/delegations.toml; add your own names and
    groups there.
    """
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.starting import workspace_at

    with Desk(workspace_at(folder)) as desk:
        introduction.introduced(desk)
        act = desk.set_up()
        voice.narrate(f"{desk.root} is a workspace now. {act.sentence}")
        voice.notices(desk.notices)
        texts = [each.slug for each in desk.documents() if each.unsaved or each.problem]
    if texts:
        voice.narrate(f"Texts that lie here are not recorded yet: {', '.join(texts)}. Next: zerodraft save")
    else:
        voice.narrate('Next: zerodraft new SLUG --title "…", or `zerodraft new bali-message --from bali-message`.')
