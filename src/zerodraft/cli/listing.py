"""`zerodraft list`: the declarations of this workspace."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.dossier import Overview

_EXAMPLE = """\b
Example:
  zerodraft list
  zerodraft list --json | jq -r '.[].slug'
"""


@click.command("list", epilog=_EXAMPLE)
@arguments.json_option
def command(as_json: bool) -> None:
    """List the declarations of this workspace: the last issued version, comments, and what is not saved.

    One that can't be opened is listed with the reason.
    """
    with opening.desk() as desk:
        documents = desk.documents()
    if as_json:
        voice.say_json([_object(each) for each in documents])
        return
    if not documents:
        voice.narrate(voice.NOTHING_YET)
        return
    from zerodraft.cli.table import table

    heads = ("name", "version", "stage", "comments", "title")
    answers.write(table(heads, [_row(each) for each in documents], voice.width()))


def _object(document: "Overview") -> voice.Json:
    return asdict(document) | {"last_act": document.last_act.isoformat() if document.last_act else None}


def _row(document: "Overview") -> "Sequence[Line]":
    from zerodraft.cli.typeset import ink

    if document.problem:
        return (ink(document.slug), (), (), (), ink(document.problem, voice.WARNING))
    waiting = f" ({document.open_comments} open)" if document.open_comments else ""
    unsaved = ink(" · not saved", voice.BOLD) if document.unsaved else ()
    return (
        ink(document.slug),
        ink(document.version or "–"),
        ink(document.stage),
        ink(f"{document.comments}{waiting}"),
        (*ink(document.title, voice.BOLD), *unsaved),
    )
