"""What the verbs that decide on proposals share: their arguments, and what a decision did to the other proposals."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from zerodraft.cli import answers, completing, opening, voice

if TYPE_CHECKING:
    from zerodraft.desk.deciding import Ruling
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

F = TypeVar("F", bound=Callable[..., Any])
_MOST_TOLD = 5


def numbers_argument(command: F) -> F:
    """The numbers of the proposals that are decided together, in one act."""
    return click.argument(
        "numbers", nargs=-1, required=True, metavar="NUMBER...", shell_complete=completing.open_proposals
    )(command)


def why_option(command: F) -> F:
    """`--why`, for the record."""
    return click.option("--why", default="", metavar="WORDS", help="The reason, which is recorded.")(command)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    numbers: tuple[str, ...]
    why: str


def rule(slug: str, ruling: "Ruling") -> None:
    """Decide, and tell what the decision did to others."""
    with opening.acting() as desk:
        decide(desk, desk.open(slug), ruling)


def decide(desk: "Desk", dossier: "Dossier", ruling: "Ruling") -> None:
    """The same at a desk that is open already."""
    act = desk.decide(dossier, ruling)
    answers.done(act)
    after = desk.open(dossier.slug)
    _tell(dossier.slug, [*_touched(dossier, after), *_alike(desk, after, act.name)])
    if after.recorded != dossier.recorded:
        answers.tell_next(dossier)


def tell_touched(before: "Dossier", after: "Dossier") -> None:
    """With which open proposals something else happens than before the text was changed."""
    _tell(before.slug, [*_touched(before, after)])


def _tell(slug: str, told: Sequence[str]) -> None:
    for each in told[:_MOST_TOLD]:
        voice.narrate(each)
    if len(told) > _MOST_TOLD:
        more = len(told) - _MOST_TOLD
        voice.narrate(f"… and {more} more; `zerodraft proposals {slug} --state open` tells all of them.")


def _touched(before: "Dossier", after: "Dossier") -> Iterator[str]:
    """The open proposals with which something else happens now than before, but for those that are clean."""
    from zerodraft.core.comparison.rebase import Outcome

    for name, tabled in after.tabled.items():
        was = before.tabled.get(name)
        if was and tabled.is_open and tabled.outcome not in (was.outcome, Outcome.CLEAN):
            yield f"Now {tabled.proposal.number}, {tabled.outcome}: {tabled.reason}".rstrip(": ")


def _alike(desk: "Desk", after: "Dossier", named: str) -> Iterator[str]:
    """Those that say the same and wait still, or were decided otherwise; what is in the text by now was told."""
    from zerodraft.core.comparison.rebase import Outcome

    numbers = {*named.split(", ")}
    decided = {name for name, each in after.tabled.items() if each.proposal.number in numbers}
    for tabled, is_identical in desk.alike(after, decided):
        says = f"{tabled.proposal.number} says {'' if is_identical else 'nearly '}the same"
        if not tabled.is_open:
            yield f"{says}, and was {tabled.standing.status}."
        elif tabled.outcome is not Outcome.ALREADY_IN:
            yield f"{says}, and is {tabled.standing.status}."
