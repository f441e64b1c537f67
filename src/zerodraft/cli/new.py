"""`zerodraft new`: begin a declaration."""

import shlex
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import answers, arguments, opening, voice
from zerodraft.errors import Refusal, shortened
from zerodraft.formats.names import proposed_slug
from zerodraft.formats.settings import LANGUAGES
from zerodraft.formats.skeleton import KINDS

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.texts import Beginning

_EXAMPLE = """\b
Examples:
  zerodraft new chairs-statement --kind declaration \\
      --title "Chairman’s Statement" --place Jakarta --date 2026-11-10 \\
      --participant ASEAN --participant JPN \\
      --focus-area "Maritime cooperation" --focus-area "Connectivity"
  zerodraft new my-message --from bali-message   one of the samples
  zerodraft new vision --text draft.md           any text, kept as it is
  zerodraft new vision --text resolution.xml     a text in Akoma Ntoso
  pandoc -t gfm draft.docx | zerodraft new vision --text -
  zerodraft new vision --text old.txt --encoding cp1252
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    words: tuple[str, ...]
    kind: str | None
    title: str
    conference: str
    place: str
    dates: tuple[datetime, ...]
    language: str | None
    host: str
    participants: tuple[str, ...]
    focus_areas: tuple[str, ...]
    sample: str
    text: str
    encoding: str

    @property
    def slug(self) -> str:
        return self.words[0]


def _complete_samples(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from zerodraft.desk.starting import samples

    return [CompletionItem(slug) for slug in samples() if slug.startswith(incomplete)]


@click.command(epilog=_EXAMPLE)
@click.argument("words", metavar="SLUG", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(KINDS), help="What the outcome document is: declaration, if not said.")
@click.option("--title", default="", help="Its title; found in the text with --text.")
@click.option("--conference", default="", help="The conference at which it is negotiated.")
@click.option("--place", default="", help="Where the conference meets.")
@click.option(
    "--date",
    "dates",
    multiple=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="A day of it; repeatable.",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the text: en, if not said.")
@click.option("--host", default="", shell_complete=arguments.complete_delegations, help="The host country.")
@click.option(
    "--participant",
    "participants",
    multiple=True,
    shell_complete=arguments.complete_delegations,
    help="A delegation or group that takes part; repeatable.",
)
@click.option("--focus-area", "focus_areas", multiple=True, metavar="TITLE", help="A focus area; repeatable.")
@click.option("--from", "sample", default="", metavar="SAMPLE", shell_complete=_complete_samples, help="A sample text.")
@click.option(
    "--text", type=click.Path(), default="", metavar="FILE", help="A text to begin with; `-` reads it from a pipe."
)
@click.option("--encoding", default="", help="How --text is written, if not UTF-8: cp1252, utf-16 …")
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Begin the declaration SLUG: from its kind and focus areas, from a sample, or from a text.

    SLUG is the short name by which commands know it: lower-case letters, digits and hyphens.
    """
    _check(wanted)
    with opening.acting() as desk:
        act = desk.new(wanted.slug, _beginning(desk, wanted))
        answers.done(act)
        _tell(desk.open(wanted.slug))


def _check(wanted: Wanted) -> None:
    if len(wanted.words) > 1:
        raise _too_many_words(" ".join(wanted.words))
    if wanted.sample and (wanted.text or wanted.focus_areas or wanted.title or wanted.kind):
        raise click.UsageError("A sample brings its own text and settings; change them afterwards.")
    if wanted.text and wanted.focus_areas:
        raise click.UsageError("With --text the focus areas are found in the text: they are its headings.")
    if wanted.encoding and not wanted.text:
        raise click.UsageError("--encoding goes with --text.")


def _too_many_words(title: str) -> Refusal:
    return Refusal(
        f"The name of a declaration is one word, and “{shortened(title)}” is more.",
        f"Say zerodraft new {proposed_slug(title)} --title {shlex.quote(shortened(title))}",
    )


def _beginning(desk: "Desk", wanted: Wanted) -> "Beginning":
    from zerodraft.desk.texts import Beginning
    from zerodraft.formats.settings import Settings

    settings = Settings(
        title=wanted.title.strip(),
        conference=wanted.conference.strip(),
        place=wanted.place.strip(),
        dates=tuple(sorted({day.date() for day in wanted.dates})),
        language=wanted.language or "en",
        kind=wanted.kind or "declaration",
        host=desk.who(wanted.host).code if wanted.host else "",
        participants=tuple(dict.fromkeys(desk.who(name).code for name in wanted.participants)),
    )
    source = _source(wanted) if wanted.text else None
    return Beginning(settings, wanted.focus_areas, wanted.sample, source)


def _source(wanted: Wanted) -> str:
    from zerodraft.desk.starting import text_from, text_in

    if wanted.text == "-":
        return text_in(sys.stdin.buffer.read(), "what came through the pipe", wanted.encoding)
    return text_from(Path(wanted.text), wanted.encoding)


def _tell(dossier: "Dossier") -> None:
    """What was found in the text, and what to do next."""
    from zerodraft.core.text.draft import Kind

    areas = len(dossier.draft.focus_areas)
    numbered = sum(paragraph.kind is Kind.OPERATIVE for paragraph in dossier.draft.paragraphs)
    voice.narrate(f"Found: {_counted(areas, 'focus area')}, {_counted(numbered, 'numbered paragraph')}.")
    if dossier.findings:
        counts = [
            _counted(sum(each.severity.value == severity for each in dossier.findings), severity)
            for severity in ("error", "warning", "note")
        ]
        told = ", ".join(each for each in counts if not each.startswith("no "))
        voice.narrate(f"To look at: {told}. `zerodraft check {dossier.slug}` tells them.")
    voice.narrate(f'Next: zerodraft edit {dossier.slug}, then zerodraft issue {dossier.slug} "Zero Draft"')


def _counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
