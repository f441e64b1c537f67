"""`zerodraft save`: record what lies in the folder."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, crediting, opening, voice
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk

_EXAMPLE = """\b
Examples:
  zerodraft save                   every declaration that was changed
  zerodraft save bali-message
  zerodraft save bali-message --from AUS -m "Paragraph 20 of Australia"
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str | None
    delegation: str | None
    answers: str
    summary: str


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=arguments.complete_slugs)
@crediting.options
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> int:
    """Record the text and settings of a declaration as they lie in the folder, changed by any editor.

    Without SLUG: all declarations that were changed, and the list of delegations.
    """
    if wanted.answers and not wanted.slug:
        raise click.UsageError("Say which declaration the comment is on: zerodraft save SLUG --answers …")
    with opening.acting() as desk:
        return _save_one(desk, wanted, wanted.slug) if wanted.slug is not None else _save_all(desk, wanted)


def _save_one(desk: "Desk", wanted: Wanted, slug: str) -> int:
    dossier = desk.open(slug)
    acts = desk.record_folder(dossier, crediting.credit(desk, dossier, wanted))
    for act in acts:
        answers.done(act)
    if acts and dossier.unsaved:
        answers.tell_next(dossier)
    if not acts:
        voice.narrate(f"Nothing in {slug} has changed; nothing was recorded.")
    return 0


def _save_all(desk: "Desk", wanted: Wanted) -> int:
    """Each by itself: one that is refused doesn't keep the others from being recorded."""
    if wanted.delegation:
        desk.who(wanted.delegation)
    exit_code = 0
    changed = desk.changed()
    listed = desk.record_list()
    if listed:
        answers.done(listed)
    for slug in changed:
        try:
            _save_one(desk, wanted, slug)
        except Refusal as refusal:
            voice.refuse(refusal.message, refusal.hint)
            exit_code = refusal.exit_code
    if not changed and not listed:
        voice.narrate("Nothing has changed; nothing was recorded.")
    for path in desk.left_over():
        voice.narrate(f"{path} was changed by hand; it is left as it is, and not recorded.")
    return exit_code
