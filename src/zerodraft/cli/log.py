"""`zerodraft log`: what was done, by whom, in whose name."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.dossier import LogEntry

_EXAMPLE = """\b
Examples:
  zerodraft log                     the whole workspace
  zerodraft log bali-message -n 10  the last ten acts on one declaration
"""
_STRUCK = "\x1b[9m"
_SHOWN = 8  # digits of an id: enough to name an act among millions


@click.command(epilog=_EXAMPLE)
@click.argument("slug", required=False, shell_complete=arguments.complete_slugs)
@click.option("-n", "limit", type=click.IntRange(min=1), metavar="N", help="Only the last N acts.")
@arguments.json_option
def command(slug: str | None, limit: int | None, as_json: bool) -> None:
    """Tell what was done, the latest first: each act with its date, whose words they are, and who recorded it.

    What was undone stays in the story and is marked as undone. Changes that were not made with zerodraft
    are told too. The eight digits at the end are the act's id: `zerodraft undo SLUG ID` takes it back.
    """
    with opening.desk() as desk:
        entries = desk.log(slug, limit)
    if as_json:
        voice.say_json([_json(each) for each in entries])
    elif entries:
        answers.write(_lines(entries, with_names=slug is None))
    else:
        voice.narrate("Nothing is recorded yet.")


def _lines(entries: "Sequence[LogEntry]", *, with_names: bool) -> "Iterator[Line]":
    from zerodraft.cli.thread_view import day
    from zerodraft.cli.typeset import MEASURE, hung, ink

    width = min(voice.width(), MEASURE)
    for count, ((shown, drafter), acts) in enumerate(
        groupby(entries, key=lambda each: (day(each.date), _drafter(each)))
    ):
        if count:
            yield ()
        recorded = ink(f" · recorded by {drafter}", voice.QUIET) if drafter else ()
        yield from hung((), (*ink(shown, voice.BOLD), *recorded), width)
        for each in acts:
            yield from _act(each, width, with_names=with_names)


def _drafter(entry: "LogEntry") -> str:
    """Who recorded an act; "" for a change from outside."""
    return entry.recorded_by if entry.act else ""


def _act(entry: "LogEntry", width: int, *, with_names: bool) -> "Iterator[Line]":
    from zerodraft.cli.typeset import hung, ink

    told = ink(_sentence(entry), _STRUCK + voice.QUIET if entry.undone else "" if entry.act else voice.WARNING)
    undone = ink(" (undone)") if entry.undone else ()
    slug = ink(f" · {entry.declaration}", voice.QUIET) if with_names and entry.declaration else ()
    named = ink(f" · {entry.commit[:_SHOWN]}", voice.QUIET)
    yield from hung(ink(f"  {entry.date:%H:%M}  ", voice.QUIET), (*told, *undone, *slug, *named), width)


def _sentence(entry: "LogEntry") -> str:
    return entry.sentence if entry.act else f"changed outside zerodraft by {entry.recorded_by}: {entry.sentence}"


def _json(entry: "LogEntry") -> Mapping[str, object]:
    return {
        "commit": entry.commit,
        "date": entry.date.isoformat(),
        "who": entry.who,
        "recorded_by": entry.recorded_by,
        "act": entry.act or None,
        "declaration": entry.declaration or None,
        "sentence": entry.sentence,
        "undone": entry.undone,
    }
