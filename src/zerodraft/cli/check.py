"""`zerodraft check`: what is wrong with a text."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft check bali-message
  zerodraft check                    every declaration of the workspace
  zerodraft check jakarta-message --final --version adopted-text
  zerodraft check --rules            the rules of the manual
  zerodraft check --rule per-cent
\b
Exit codes: 0 when there is no error (there may be warnings and notes),
1 when there is one.
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slugs: tuple[str, ...]
    final: bool
    version: str
    rules: bool
    rule: str
    as_json: bool


def _complete_rules(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from zerodraft.core.gate.manual.reading import RULES

    return [CompletionItem(each.name, help=each.why) for each in RULES if each.name.startswith(incomplete)]


def _complete_versions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Those of the first declaration that was named."""
    ctx.params["slug"] = next(iter(ctx.params.get("slugs") or ()), "")
    return arguments.complete_versions(ctx, param, incomplete)


@click.command(epilog=_EXAMPLE)
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=arguments.complete_slugs)
@click.option("--final", is_flag=True, help="What the gate finds: see below.")
@click.option(
    "--version", default="", metavar="VERSION", shell_complete=_complete_versions, help="For --final: of this version."
)
@click.option("--rules", is_flag=True, help="Print the rules of the manual.")
@click.option("--rule", default="", metavar="NAME", shell_complete=_complete_rules, help="Explain one rule.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> int:
    """Tell what is wrong with a text: brackets that never close, gaps in the numbers, headings that stand twice,
    invisible characters, names that no delegation bears; and with its negotiation: agreed wording that doesn't
    stand, proposals that have no place any more, files that can't be read.

    With --final it tells what the gate finds, through which a text goes before it leaves as final or is adopted. Open
    brackets and proposals, agreed wording that doesn't stand, numbers that don't run through, references to what
    isn't there, notes that the house wrote to itself and names of countries that are not those of the United Nations'
    list are errors: the gate stops. Rules of style after the Editorial Manual of the United Nations are notes.

    One finding a line, as FILE:LINE:COLUMN: SEVERITY: SENTENCE, so that editors can jump to it.
    """
    if wanted.rules or wanted.rule:
        return _tell_rules(wanted.rule, as_json=wanted.as_json)
    with opening.desk() as desk:
        slugs = wanted.slugs or desk.slugs()
        look = partial(_at_the_gate, version=wanted.version) if wanted.final else _problems
        # Once each: a list of delegations that can't be read is a problem of every declaration.
        problems = list(dict.fromkeys(each for slug in slugs for each in look(desk, slug)))
    if wanted.as_json:
        voice.say_json([asdict(each) for each in problems])
    elif slugs:
        _tell(problems)
    else:
        voice.narrate(voice.NOTHING_YET)
    return int(any(each.severity == "error" for each in problems))


def _tell_rules(name: str, *, as_json: bool) -> int:
    from zerodraft.core.gate.manual.reading import RULES
    from zerodraft.errors import NotThere

    found = [rule for rule in RULES if name in ("", rule.name)]
    if not found:
        raise NotThere("rule", name, hint="`zerodraft check --rules` lists them.")
    told = [{"name": each.name, "why": each.why, "wrong": each.wrong, "right": each.right} for each in found]
    if as_json:
        voice.say_json(told)
        return 0
    for each in told:
        voice.say(f"{each['name']}\n  {each['why']}\n  not:  {each['wrong']}\n  but:  {each['right']}\n")
    return 0


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


def _at_the_gate(desk: "Desk", slug: str, version: str) -> Iterator[Problem]:
    dossier = desk.open(slug)
    path = f"declarations/{slug}/text.md"
    for each in desk.gate(dossier, version):
        cite = f"{each.cite}: " if each.cite else ""
        severity = "error" if each.stops else "note"
        yield Problem(path, each.line, each.column, severity, each.code, f"{cite}{each.sentence} → {each.way}")


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
