"""What a verb answers: what was recorded, what comes next, lines of data."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from zerodraft.cli import voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.dossier import Done, Dossier

_MOST_TOLD = 5


def done(act: "Done") -> None:
    """Tell what was recorded; the name that it got, if it has one, is data.

    A person who reads both streams has read the name in the sentences.
    """
    voice.narrate(act.sentence)
    if act.name and not (sys.stdout.isatty() and sys.stderr.isatty()):
        voice.say(act.name)


def tell_next(dossier: "Dossier") -> None:
    """What to look at after the text was changed; `dossier` as it was before."""
    if dossier.versions:
        voice.narrate(f"The redline: zerodraft diff {dossier.slug}")
    else:
        voice.narrate(f'Next: zerodraft issue {dossier.slug} "Zero Draft"')


def write(lines: "Iterable[Line]", *, plain: bool = False) -> None:
    """Lines of data on stdout; without any style when `plain`, or when stdout shows none."""
    from zerodraft.cli.typeset import painted

    pen = voice.Pen(False) if plain else voice.pen()
    for line in lines:
        voice.say(painted(line, pen))


def tell_unreadable(dossier: "Dossier") -> None:
    """Files of comments that can't be read, with the reason, for the person."""
    for each in dossier.unreadable[:_MOST_TOLD]:
        voice.narrate(f"{each.path} can't be read: {each.sentence} {each.hint}".rstrip())
    more = len(dossier.unreadable) - _MOST_TOLD
    if more > 0:
        voice.narrate(f"… and {more} more; `zerodraft check {dossier.slug}` tells all of them.")


def tell_two_minds(dossier: "Dossier", delegation: str, number: str) -> None:
    """What a delegation asks for together with its opposite, after it said something of the proposal with this number,
    or of words of the text."""
    from zerodraft.desk.meetings import of_two_minds, told

    found = [
        each for each in of_two_minds(dossier, delegation) if number in each.ways or each.is_on_words > bool(number)
    ]
    for each in found[:_MOST_TOLD]:
        voice.narrate(told(dossier, each))
    if found:
        voice.narrate(f"If it could live with either: zerodraft position {dossier.slug} … --from {delegation} flexible")
