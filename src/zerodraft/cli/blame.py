"""`zerodraft blame`: whose words a text holds, and by which act they came."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.crediting import CreditedParagraph, Origin
    from zerodraft.desk.dossier import Dossier, Reading

_EXAMPLE = """\b
Examples:
  zerodraft blame bali-message 15            one paragraph of the working text
  zerodraft blame bali-message 14 22
  zerodraft blame bali-message --at rev-2    all of an issued version
  zerodraft blame bali-message --from JPN    where Japan's words stand

How to read it: the words of a paragraph in their order, and before each stretch whose words they are: the code
of the delegation, the day of the act, the proposal that was accepted. SEC are the drafters' own words, ↓ says
that a paragraph was touched last by an act that brought no words: it took some out, or moved it. Below stand
the acts, oldest first.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    paragraphs: tuple[str, ...]
    at: str
    delegation: str | None
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraphs", nargs=-1, metavar="[PARAGRAPH]...", shell_complete=completing.paragraphs)
@arguments.at_option
@arguments.from_option
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Tell whose words a text holds, down to the single word, and by which act they came.

    Words stay with the act that first brought them, also when their paragraph was moved, split or joined,
    when others reworded what stands around them, and when an undo puts them back. With --from, only paragraphs
    that hold words of a delegation.
    """
    from zerodraft.desk.selection import ordinals_named

    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        reading = desk.reading(dossier, wanted.at)
        code = desk.who(wanted.delegation).code if wanted.delegation else ""
        speakers = {code, *dossier.delegations.members_of(code)}
        ordinals = ordinals_named(dossier, reading, wanted.paragraphs)
        credited = desk.credited(dossier, reading)
    found = [each for each in (credited[ordinal] for ordinal in ordinals) if not code or _has_words_of(each, speakers)]
    if wanted.as_json:
        voice.say_json(_json(dossier, reading, found))
    elif found:
        answers.write(_lines(dossier, reading, found, titled=not wanted.paragraphs))
    else:
        voice.narrate(f"No words of {code} stand in this text." if code else "The text is empty.")


def _has_words_of(credited: "CreditedParagraph", speakers: Collection[str]) -> bool:
    origins = (each.origin for each in credited.words)
    return any(code in speakers for origin in origins for code in (origin.delegation, *origin.others))


def _lines(
    dossier: "Dossier", reading: "Reading", found: "Sequence[CreditedParagraph]", *, titled: bool
) -> "Iterator[Line]":
    from zerodraft.cli.blame_view import BlameView
    from zerodraft.cli.text_view import title_lines
    from zerodraft.cli.typeset import MEASURE

    width = min(voice.width(), MEASURE)
    if titled:
        yield from title_lines(dossier, reading, width)
        yield ()
    yield from BlameView(reading, found, width).lines()


def _json(dossier: "Dossier", reading: "Reading", found: "Sequence[CreditedParagraph]") -> voice.Json:
    """The paragraphs with their stretches of words, and the acts by their commits; "" are words not recorded yet."""
    acts = {origin.commit: origin for each in found for origin in (*each.acts, *(words.origin for words in each.words))}
    return {
        "declaration": dossier.slug,
        "version": reading.version.name if reading.version else None,
        "text_id": reading.text_id,
        "paragraphs": [_paragraph(reading, each) for each in found],
        "acts": [_act(origin) for origin in acts.values()],
    }


def _paragraph(reading: "Reading", credited: "CreditedParagraph") -> voice.Json:
    text = reading.draft.paragraphs[credited.ordinal].text
    return {
        "cite": reading.numbers[credited.ordinal].cite,
        "words": [{"text": text[each.start : each.end], "act": each.origin.commit} for each in credited.words],
        "acts": [each.commit for each in credited.acts],
    }


def _act(origin: "Origin") -> Mapping[str, object]:
    return {
        "commit": origin.commit,
        "date": origin.date.isoformat() if origin.date else None,
        "delegation": origin.delegation or None,
        "others": list(origin.others),
        "who": origin.who,
        "recorded_by": origin.recorded_by,
        "act": origin.act or None,
        "sentence": origin.sentence,
        "proposals": list(origin.proposals),
        "answers": origin.answers or None,
    }
