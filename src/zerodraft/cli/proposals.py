"""`zerodraft proposals`: what is on the table, who stands where, and what was decided."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.core.negotiation.tabled import Tabled
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.queue import Sought

# As `Status` and `Outcome` have them, which take 40 ms to load.
STATES = ("open", "accepted", "accepted-in-part", "bracketed", "rejected", "withdrawn", "overtaken")
OUTCOMES = ("clean", "look", "collision", "already-in", "detached")

_EXAMPLE = """\b
Examples:
  zerodraft proposals bali-message --state open    what waits for a decision
  zerodraft proposals bali-message JPN-1           one in full
  zerodraft proposals bali-message --from ASEAN    of ASEAN and its members
  zerodraft proposals bali-message --paragraph 36
  zerodraft proposals bali-message --outcome look

The outcome is what becomes of a proposal on the text as it stands today: clean; look, where the same
sentence was changed since; collision, where the same words were; already-in; detached, where it has
no place any more.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    numbers: tuple[str, ...]
    delegation: str | None
    focus_area: int | None
    paragraph: str | None
    states: tuple[str, ...]
    outcome: str | None
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("numbers", nargs=-1, metavar="[NUMBER]...", shell_complete=completing.proposals)
@arguments.from_option
@arguments.area_option
@click.option(
    "--paragraph",
    metavar="NUMBER",
    shell_complete=completing.paragraphs,
    help="Only what is about this paragraph now, sub-paragraphs included.",
)
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    type=click.Choice(STATES),
    help=f"Only those in this state: {', '.join(STATES)}.",
)
@click.option(
    "--outcome",
    metavar="OUTCOME",
    type=click.Choice(OUTCOMES),
    help="Only open ones with which this happens in the text of today.",
)
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """List the proposals on a declaration, in the order of the text, or show some of them in full. Positions on
    words of the text itself stand below the list.

    In full: the paragraph as it would stand, the changes with their numbers, other words that were
    proposed for it, who stands where, and what was decided.
    """
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        sought = _sought(desk, dossier, wanted)
        found = tuple(_chosen(dossier, wanted, sought))
        if wanted.as_json:
            from zerodraft.cli.proposal_json import proposal_json

            voice.say_json([proposal_json(dossier, each) for each in found])
        else:
            answers.write(_full(dossier, found) if wanted.numbers else _listed(dossier, sought, found))
        answers.tell_unreadable(dossier)


def _chosen(dossier: "Dossier", wanted: Wanted, sought: "Sought") -> "Sequence[Tabled]":
    from zerodraft.desk.naming import proposal_named
    from zerodraft.desk.queue import queue

    if wanted.numbers:
        return [proposal_named(dossier, each) for each in dict.fromkeys(wanted.numbers)]
    return queue(dossier, sought)


def _sought(desk: "Desk", dossier: "Dossier", wanted: Wanted) -> "Sought":
    from zerodraft.core.comparison.rebase import Outcome
    from zerodraft.core.negotiation.review import Status
    from zerodraft.desk.queue import OPEN, Sought

    if wanted.focus_area is not None:
        arguments.focus_area(dossier.draft, wanted.focus_area)
    states = frozenset(Status(each.replace("-", " ")) for each in wanted.states)
    return Sought(
        desk.who(wanted.delegation).code if wanted.delegation else "",
        wanted.focus_area,
        wanted.paragraph or "",
        states or (OPEN if wanted.outcome else frozenset()),
        Outcome(wanted.outcome.replace("-", " ")) if wanted.outcome else None,
    )


def _counts(found: "Sequence[Tabled]") -> str:
    """“47 proposals: 12 open (2 look, 1 collision), 35 accepted”."""
    from zerodraft.core.comparison.rebase import Outcome
    from zerodraft.core.negotiation.review import Status

    by_state = Counter(each.standing.status for each in found)
    outcomes = Counter(each.outcome for each in found if each.is_open)
    troubled = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in [*Outcome][1:] if outcomes[outcome])
    told = [f"{by_state[status]} {status}" for status in Status if by_state[status]]
    if troubled:
        told[0] += f" ({troubled})"
    return f"{len(found)} proposal{'' if len(found) == 1 else 's'}{': ' if told else ''}{', '.join(told)}"


def _listed(dossier: "Dossier", sought: "Sought", found: "Sequence[Tabled]") -> "Iterator[Line]":
    """The table, then positions on the text itself; not those where states or outcomes of proposals are wanted."""
    from zerodraft.cli.position_list import position_lines
    from zerodraft.cli.typeset import MEASURE, ink
    from zerodraft.desk.standpoints import on_words

    width = min(voice.width(), MEASURE)
    said = () if sought.states else on_words(dossier, sought)
    if not found and not said:
        voice.narrate("No such proposals." if dossier.tabled else f"Nobody has proposed anything on {dossier.slug}.")
        return
    voice.narrate(_counts(found))
    voice.narrate("")
    yield from _table(dossier, found, width)
    if said:
        if found:
            yield ()
        yield ink("Positions on words of the text", voice.BOLD)
        yield from position_lines(dossier, said, width)


def _table(dossier: "Dossier", found: "Sequence[Tabled]", width: int) -> "Iterator[Line]":
    from zerodraft.cli.proposal_list import listed_lines
    from zerodraft.cli.typeset import ink
    from zerodraft.core.comparison.rebase import Outcome

    in_tray = False
    for count, tabled in enumerate(found):
        if count:
            yield ()
        if tabled.outcome is Outcome.DETACHED and not in_tray:
            in_tray = True
            yield ink("Detached: they have no place in the text of today", voice.BOLD)
            yield ()
        yield from listed_lines(dossier, tabled, width)


def _full(dossier: "Dossier", found: "Sequence[Tabled]") -> "Iterator[Line]":
    from zerodraft.cli.proposal_view import proposal_lines
    from zerodraft.cli.typeset import MEASURE

    for count, tabled in enumerate(found):
        if count:
            yield ()
        yield from proposal_lines(dossier, tabled, min(voice.width(), MEASURE))
