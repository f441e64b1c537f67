"""`zerodraft position`: where a delegation stands on a proposal, or on words of the text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zerodraft.cli import answers, arguments, completing, negotiation_options, opening, typing_in
from zerodraft.errors import NotThere

if TYPE_CHECKING:
    from zerodraft.core.negotiation.position import Stand
    from zerodraft.desk.positions import Opinion

_EXAMPLE = """\b
Examples:
  zerodraft position bali-message JPN-1 --from AUS support
  zerodraft position bali-message JPN-1 --from ASEAN reserve "Until Thursday."
  zerodraft position bali-message --paragraph 36 --from FJI retain
  zerodraft position bali-message --paragraph 36 --quote "rural communities" \\
      --from FJI delete

A member of a group may differ from it, and is shown so. A delegation that changed its mind says so
again: its last position on a thing holds, and the record keeps both.
"""
_STANDS = "support, retain, delete, reserve or flexible"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line: `arguments` are the proposal, the stand and the words; without the
    proposal where a `paragraph` is named."""

    slug: str
    arguments: tuple[str, ...]
    delegation: str | None
    paragraph: str
    quote: str
    on: str


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """First the number of a proposal, then a stand."""
    given = len(completing.given(ctx, param)) + bool(ctx.params.get("paragraph"))
    if given == 0:
        return completing.proposals(ctx, param, incomplete)
    stands = _STANDS.replace(" or ", ", ").split(", ") if given == 1 else ()
    return [CompletionItem(each) for each in stands if each.startswith(incomplete)]


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("arguments", metavar="[NUMBER] STAND [TEXT]", nargs=-1, shell_complete=_complete)
@arguments.from_option
@click.option(
    "--paragraph",
    default="",
    metavar="PARAGRAPH",
    shell_complete=completing.paragraphs_read,
    help="A paragraph, in place of a proposal.",
)
@click.option("--quote", default="", metavar="WORDS", help="Words of it, such as an alternative in a bracket.")
@negotiation_options.on_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Record where a delegation stands on a proposal, on a paragraph, or on words of it.

    STAND is support, retain, delete, reserve or flexible. TEXT are the delegation's words, if any;
    `-` reads them from a pipe.
    """
    from zerodraft.desk.naming import proposal_named

    opinion = _opinion(wanted)
    with opening.acting() as desk:
        answers.done(desk.take_position(desk.open(wanted.slug), opinion))
        after = desk.open(wanted.slug)
        number = proposal_named(after, opinion.proposal).proposal.number if opinion.proposal else ""
        answers.tell_two_minds(after, desk.who(opinion.delegation).code, number)


def _opinion(wanted: Wanted) -> "Opinion":
    from zerodraft.desk.positions import Opinion

    said = wanted.arguments if wanted.paragraph else wanted.arguments[1:]
    if len(said) > 2:
        raise click.UsageError("The words must be one argument: put them in quotation marks.")
    if not wanted.paragraph and (wanted.quote or wanted.on):
        raise click.UsageError("--quote and --on go with --paragraph.")
    if not said:
        known = "--paragraph 36" if wanted.paragraph else "AUS-3"
        raise click.UsageError(f"Say on what, and how: zerodraft position SLUG {known} --from JPN support")
    negotiation_options.require_from(wanted.delegation)
    return Opinion(
        wanted.delegation or "",
        _stand(said[0]),
        "" if wanted.paragraph else wanted.arguments[0],
        wanted.paragraph,
        wanted.quote,
        wanted.on,
        typing_in.given(said[1]) if said[1:] else "",
    )


def _stand(name: str) -> "Stand":
    """The stand that a person names: “Supports” is one too."""
    from zerodraft.core.negotiation.position import Stand

    wanted = name.strip().casefold()
    for stand in Stand:
        if wanted in (stand.value, f"{stand}s", f"{stand}d"):
            return stand
    raise NotThere("position called", name, hint=f"A delegation says {_STANDS}.")
