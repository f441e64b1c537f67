"""`zerodraft versions`: the issued versions of a declaration."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.dossier import Dossier, Version

_EXAMPLE = """\b
Example:
  zerodraft versions bali-message
  zerodraft show bali-message --at rev-1       the text of one of them
  zerodraft diff bali-message rev-1 rev-2      what changed between two
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@arguments.json_option
def command(slug: str, as_json: bool) -> None:
    """List the issued versions of a declaration, the first issued first, and the working text."""
    with opening.desk() as desk:
        dossier = desk.open(slug)
    if as_json:
        voice.say_json([_json(dossier, each) for each in dossier.versions])
        return
    from zerodraft.cli.table import table

    heads = ("name", "designation", "date", "comments", "stage")
    answers.write(table(heads, list(_rows(dossier)), voice.width()))


def _comments_on(dossier: "Dossier", name: str) -> int:
    return sum(thread.root.on == name for thread in dossier.threads)


def _rows(dossier: "Dossier") -> "Iterator[Sequence[Line]]":
    from zerodraft.cli.thread_view import day
    from zerodraft.cli.typeset import ink
    from zerodraft.desk.title_block import since_when

    for each in dossier.versions:
        comments = str(_comments_on(dossier, each.name) or "–")
        yield ink(each.name), ink(each.designation, voice.BOLD), ink(day(each.date)), ink(comments), ink(each.stage)
    comments = str(_comments_on(dossier, "") or "–")
    yield (
        ink("working"),
        ink(dossier.reading.label, voice.QUIET),
        (),
        ink(comments),
        ink(since_when(dossier), voice.QUIET),
    )


def _json(dossier: "Dossier", version: "Version") -> Mapping[str, object]:
    return {
        "name": version.name,
        "designation": version.designation,
        "stage": version.stage,
        "date": version.date.isoformat(),
        "issued": version.issued.isoformat(),
        "commit": version.commit,
        "text_id": version.text_id,
        "comments": _comments_on(dossier, version.name),
    }
