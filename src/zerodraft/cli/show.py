"""`zerodraft show`: the text of a declaration, numbered, by focus area, at any version."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.text_view import Remarks
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.dossier import Dossier, Reading

_EXAMPLE = """\b
Examples:
  zerodraft show bali-message                     the working text
  zerodraft show bali-message 36 PP3              two paragraphs of it
  zerodraft show bali-message --at rev-1          as it was issued
  zerodraft show bali-message --focus-area 2 --comments
  zerodraft show bali-message --plain | grep -i crisis

In the margin: ●2 two comments that wait, ✓1 one that is settled or taken up. A paragraph is cited by its
number, 7(a) for a sub-paragraph, PP3 for the third of the preamble, FA2 for a heading.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    paragraphs: tuple[str, ...]
    at: str
    focus_area: int | None
    comments: bool
    plain: bool
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraphs", nargs=-1, metavar="[PARAGRAPH]...", shell_complete=completing.paragraphs)
@arguments.at_option
@arguments.area_option
@click.option("--comments", is_flag=True, help="With the comments below the paragraphs at which they stand.")
@click.option("--plain", is_flag=True, help="One paragraph a line: number, tab, words.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Show the text of a declaration with its numbers: all of it, a focus area, or some paragraphs.

    At the working text comments stand where their words are now; at an issued version those are shown
    that were made on it.
    """
    from zerodraft.desk.selection import standing_at

    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        reading = desk.reading(dossier, wanted.at)
        ordinals = _ordinals(dossier, reading, wanted)
        if wanted.as_json:
            from zerodraft.cli.text_json import text_json

            voice.say_json(text_json(dossier, reading, ordinals))
        else:
            from zerodraft.cli.text_view import Remarks

            answers.write(
                _lines(dossier, reading, ordinals, Remarks(standing_at(dossier, reading), wanted.comments), wanted)
            )
        answers.tell_unreadable(dossier)


def _ordinals(dossier: "Dossier", reading: "Reading", wanted: Wanted) -> Sequence[int]:
    """The paragraphs that are wanted, in the order of the text."""
    from zerodraft.desk.selection import ordinals_named

    draft = reading.draft
    found: Sequence[int] = range(len(draft.paragraphs))
    if wanted.focus_area is not None:
        area = arguments.focus_area(draft, wanted.focus_area)
        found = range(area.first, area.last)
    return [ordinal for ordinal in ordinals_named(dossier, reading, wanted.paragraphs) if ordinal in found]


def _lines(
    dossier: "Dossier", reading: "Reading", ordinals: Sequence[int], remarks: "Remarks", wanted: Wanted
) -> "Iterator[Line]":
    from zerodraft.cli.text_view import plain_lines, text_lines, title_lines
    from zerodraft.cli.typeset import MEASURE

    if wanted.plain:
        yield from plain_lines(reading, ordinals)
        return
    width = min(voice.width(), MEASURE)
    shown = text_lines(dossier, reading, ordinals, remarks, width)
    if wanted.paragraphs:
        next(shown, None)  # the empty line before the first
    else:
        yield from title_lines(dossier, reading, width)
    yield from shown
