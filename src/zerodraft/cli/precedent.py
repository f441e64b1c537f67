"""`zerodraft precedent`: agreed language of other declarations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Ink, Line
    from zerodraft.desk.agreed_language import Quotation
    from zerodraft.desk.desk import Desk

_EXAMPLE = """\b
Examples:
  zerodraft precedent bali-message 35         for paragraph 35
  zerodraft precedent bali-message 32 -n 1    the nearest wording only
  zerodraft precedent bali-message --words "national and international law"

How to read it: the redline leads from the agreed words to yours. {+Words+} that are underlined are yours
alone, [-words-] that are struck stand in the agreed text alone. … says that its paragraph goes on.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    paragraph: str
    words: str
    most: int
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraph", default="", shell_complete=completing.paragraphs)
@click.option("--words", metavar="WORDS", default="", help="These words, in place of a paragraph.")
@click.option(
    "-n", "most", type=click.IntRange(1, 50), default=3, metavar="N", help="At most N places; 3, if not said."
)
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Find agreed language: where the other declarations of the workspace say nearly the same.

    They are read in their last issued version. A paragraph is found as a whole, by a stretch of it, or by a
    clause that both have; words that stand in few paragraphs count more than what every declaration says.
    """
    with opening.desk() as desk:
        asked = _asked(desk, wanted)
        found = desk.precedents(wanted.slug, asked, wanted.most)
        shelf = desk.agreed_texts(wanted.slug)
    if wanted.as_json:
        voice.say_json({"declaration": wanted.slug, "asked": asked, "found": [_json(each) for each in found]})
    elif found:
        answers.write(_lines(asked, found))
    elif shelf:
        read = "is one" if len(shelf) == 1 else f"are {len(shelf)}"
        voice.narrate(f"No other text says anything like it; there {read} with an issued version in this workspace.")
    else:
        voice.narrate("No other declaration of this workspace is issued yet: nothing is agreed language.")


def _asked(desk: "Desk", wanted: Wanted) -> str:
    from zerodraft.desk.naming import ordinal_of
    from zerodraft.errors import Refusal

    if bool(wanted.paragraph) == bool(wanted.words.strip()):
        said = "It is said twice" if wanted.paragraph else "It is not said"
        hint = f'zerodraft precedent {wanted.slug} 35, or: zerodraft precedent {wanted.slug} --words "…"'
        raise Refusal(f"{said} for which words agreed language is wanted.", hint)
    dossier = desk.open(wanted.slug)
    if wanted.words:
        return " ".join(wanted.words.split())
    return dossier.draft.paragraphs[ordinal_of(dossier, wanted.paragraph)].text


def _lines(asked: str, found: "Sequence[Quotation]") -> "Iterator[Line]":
    from zerodraft.cli.typeset import MEASURE, hung, ink

    width = min(voice.width(), MEASURE)
    for count, each in enumerate(found, 1):
        if count > 1:
            yield ()
        number = f"{count}  "
        yield from hung(ink(number), ink(each.title, voice.BOLD), width)
        place = f"{each.version.designation}, paragraph {each.cite} · {each.likeness_told(asked)}"
        yield from hung(ink(" " * len(number)), ink(place, voice.QUIET), width)
        yield from hung(ink(" " * len(number)), tuple(_redline(asked, each)), width)


def _redline(asked: str, quotation: "Quotation") -> "Iterator[Ink]":
    """From the agreed words to those asked for, as a reader sees them."""
    from zerodraft.cli.inking import marked_runs
    from zerodraft.cli.typeset import Ink
    from zerodraft.core.comparison.redline import redline
    from zerodraft.export.text.blocks import plain

    runs = redline(plain(quotation.words), plain(asked[slice(*quotation.precedent.here)]))
    around = Ink("" if quotation.is_whole else "…", voice.QUIET)
    yield from (around, *marked_runs(runs, plain=not voice.pen().colour), around)


def _json(quotation: "Quotation") -> voice.Json:
    precedent = quotation.precedent
    return {
        "declaration": quotation.slug,
        "title": quotation.title,
        "version": quotation.version.name,
        "designation": quotation.version.designation,
        "date": quotation.version.date.isoformat(),
        "cite": quotation.cite,
        "words": quotation.words,
        "whole_paragraph": quotation.is_whole,
        "start": precedent.there[0],
        "end": precedent.there[1],
        "asked_start": precedent.here[0],
        "asked_end": precedent.here[1],
        "likeness": round(precedent.likeness, 3),
        "runs": [{"op": run.op.value, "text": run.text} for run in precedent.runs],
    }
