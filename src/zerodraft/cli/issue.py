"""`zerodraft issue`: the text becomes a version."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft issue bali-message Rev.3
  zerodraft issue bali-message "Chair's text" --stage SOM --date 2021-11-15
\b
Prints the name of the version, as commands take it: rev-3.
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("designation")
@click.option("--stage", default="", help="The meeting or step that it goes to: SOM, Ministers, Summit …")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date on its cover; today, if not said.",
)
def command(slug: str, designation: str, stage: str, day: datetime | None) -> None:
    """Issue the text under a designation: Zero Draft, Rev.1, Chair's text …

    An issued version never changes. Typed numbers are renewed, and paragraphs that were inserted since the
    last issue get numbers of their own.
    """
    from zerodraft.desk.issuing import Issue

    with opening.acting() as desk:
        dossier = desk.open(slug)
        act = desk.issue(dossier, Issue(designation, stage, day.date() if day else None))
        answers.done(act)
        _warn(dossier)
        _tell_of_adoption(slug, designation, stage)
        if dossier.last_issued:
            voice.narrate(f"The redline: zerodraft diff {slug} {dossier.last_issued.name} {act.name}")
        else:
            voice.narrate(f"To hand it out: zerodraft export {slug} --version {act.name} -o FILE.html")


def _tell_of_adoption(slug: str, designation: str, stage: str) -> None:
    """A version may be called adopted; that it was, is an act of its own."""
    if "adopted" in f"{designation} {stage}".casefold():
        voice.narrate(f"That it was adopted is recorded by: zerodraft adopt {slug}")


def _warn(dossier: "Dossier") -> None:
    """What is wrong with the text is said, and was no reason to hold it back."""
    from zerodraft.core.text.finding import Severity
    from zerodraft.core.text.inspection import TO_BE_FILLED

    open_places = [each.sentence for each in dossier.findings if each.code == TO_BE_FILLED]
    if open_places:
        voice.narrate(f"{open_places[0]} `zerodraft check {dossier.slug}` shows where.")
    errors = [each for each in dossier.findings if each.severity is Severity.ERROR]
    if errors:
        count = "an open error" if len(errors) == 1 else f"{len(errors)} open errors"
        voice.narrate(
            f"The text has {count}: {errors[0].sentence} `zerodraft check {dossier.slug}` shows where; "
            "`zerodraft undo` takes the issue back."
        )
    last = dossier.last_issued
    if last and last.text_id == dossier.recorded:
        voice.narrate(f"Nothing had changed since {last.designation}.")
