"""`zerodraft accept`: proposals become the text, in the name of their delegations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import arguments, opening, ruling, typing_in

if TYPE_CHECKING:
    from zerodraft.desk.deciding import Ruling
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft accept bali-message JPN-1
  zerodraft accept bali-message CHL-2 SGP-2      both, in one act
  zerodraft accept bali-message GBR-2 --change 1 --why "The rest on Thursday"
  zerodraft accept bali-message JPN-1 --edit     in your editor first
  zerodraft accept bali-message JPN-1 --words "We agree that …"

The numbers of the changes: zerodraft proposals bali-message GBR-2
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    numbers: tuple[str, ...]
    changes: tuple[int, ...]
    words: str | None
    edit: bool
    why: str


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@ruling.numbers_argument
@click.option("--change", "changes", type=int, multiple=True, metavar="N", help="Only this change of one proposal.")
@click.option("--words", metavar="TEXT", help="Your own words for the paragraph; `-` reads them from a pipe.")
@click.option("--edit", is_flag=True, help="Your own words, beginning with the proposal in your editor.")
@ruling.why_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Accept proposals: the text takes them up, in one act whose author is the delegation.

    Those who propose it too or support it are named beside it. With --change the rest stays open in the
    delegation's name. What collides with words that were decided before is refused: say the words
    yourself, or put both in brackets.
    """
    if sum((bool(wanted.changes), wanted.words is not None, wanted.edit)) > 1:
        raise click.UsageError("--change, --words and --edit are three ways; choose one.")
    with opening.acting() as desk:
        dossier = desk.open(wanted.slug)
        if wanted.edit or wanted.words is not None:
            _with_words(desk, dossier, wanted)
        else:
            ruling.decide(desk, dossier, _ruling(wanted))


def _ruling(wanted: Wanted, words: str | None = None) -> "Ruling":
    from zerodraft.core.negotiation.decision import Verdict
    from zerodraft.desk.deciding import Ruling

    verdict = Verdict.AS_EDITED if words is not None else Verdict.IN_PART if wanted.changes else Verdict.ACCEPT
    changes = tuple(sorted({*wanted.changes}))
    return Ruling(verdict, wanted.numbers, changes, words or "", wanted.why)


def _with_words(desk: "Desk", dossier: "Dossier", wanted: Wanted) -> None:
    """Words that were typed in the editor and not touched are those of the proposal."""
    begin_with = f"{desk.words_to_settle(dossier, wanted.numbers)}\n"
    task = typing_in.Task(desk, dossier.slug, ("accept", *wanted.numbers), begin_with, begin_with)
    given = typing_in.given(wanted.words) if wanted.words is not None else None
    with typing_in.typed(task, given) as words:
        is_untouched = given is None and words == begin_with
        ruling.decide(desk, dossier, _ruling(wanted, None if is_untouched else words))
