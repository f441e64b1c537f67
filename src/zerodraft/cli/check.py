"""`zerodraft check`: what is wrong with a text."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft check bali-message
  zerodraft check                    every declaration of the workspace

Exit codes: 0 when there is no error (warnings and notes may be there), 1 when there is one.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding with its place in a file; `line` and `column` count from 1, 0 for the file as a whole."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    sentence: str

    @property
    def told(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.severity}: {self.sentence} [{self.code}]"


@click.command(epilog=_EXAMPLE)
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=arguments.complete_slugs)
@arguments.json_option
def command(slugs: tuple[str, ...], as_json: bool) -> int:
    """Tell what is wrong with a text: brackets that never close, gaps in the numbers, headings that stand twice,
    invisible characters, names that no delegation bears; and with its negotiation: agreed wording that doesn't
    stand, proposals that have no place any more, files that can't be read.

    One finding a line, as FILE:LINE:COLUMN: SEVERITY: SENTENCE, so that editors can jump to it.
    """
    with opening.desk() as desk:
        wanted = slugs or desk.slugs()
        # Once each: a list of delegations that can't be read is a problem of every declaration.
        problems = list(dict.fromkeys(each for slug in wanted for each in _problems(desk, slug)))
    if as_json:
        voice.say_json([asdict(each) for each in problems])
    elif wanted:
        _tell(problems)
    else:
        voice.narrate(voice.NOTHING_YET)
    return int(any(each.severity == "error" for each in problems))


def _tell(problems: list[Problem]) -> None:
    pen = voice.pen()
    for each in problems:
        voice.say(pen(voice.line(each.told), voice.WARNING if each.severity == "error" else ""))
    if not problems:
        voice.narrate("Nothing to mend.")


def _problems(desk: "Desk", slug: str) -> Iterator[Problem]:
    from zerodraft.errors import NOT_THERE, Refusal

    try:
        dossier = desk.open(slug)
    except Refusal as refusal:
        if refusal.exit_code == NOT_THERE:
            raise
        sentence = f"{refusal.message} {refusal.hint}".strip()
        yield Problem(f"declarations/{slug}", 0, 0, "error", "unreadable", sentence)
        return
    yield from _findings(dossier)
    yield from _oversights(desk, dossier)
    for each in dossier.unreadable:
        yield Problem(each.path, 0, 0, "error", "unreadable-file", f"{each.sentence} {each.hint}".strip())


def _findings(dossier: "Dossier") -> Iterator[Problem]:
    from zerodraft.core.text.finding import lines_and_columns

    path = f"declarations/{dossier.slug}/text.md"
    places = lines_and_columns(dossier.draft.source, (each.span.start for each in dossier.findings))
    for each, (line, column) in zip(dossier.findings, places, strict=True):
        yield Problem(path, line, column, each.severity.value, each.code, each.sentence)


def _oversights(desk: "Desk", dossier: "Dossier") -> Iterator[Problem]:
    from zerodraft.core.text.finding import line_and_column

    for each in desk.oversights(dossier):
        place = (0, 0) if each.place is None else line_and_column(dossier.draft.source, each.place)
        yield Problem(each.path, *place, each.severity.value, each.code, each.sentence)
