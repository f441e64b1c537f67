"""`zerodraft collisions`: where proposals meet, and what one decision can do for several."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, opening, voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zerodraft.core.negotiation.clusters import Cluster
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.meetings import Meetings

_EXAMPLE = """\b
Examples:
  zerodraft collisions bali-message
  zerodraft collisions bali-message JPN-1     only what meets this one
  zerodraft collisions bali-message --json

Open proposals on the same paragraphs are identical, one is part of the other, they can be merged, or
they contradict each other. Each line is followed by the command that settles it.
"""


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("numbers", nargs=-1, metavar="[NUMBER]...", shell_complete=completing.proposals)
@arguments.json_option
def command(slug: str, numbers: tuple[str, ...], as_json: bool) -> None:
    """Tell which open proposals collide, paragraph by paragraph, which are alike and which can be merged.

    Also which were decided in two ways although they say the same, and which delegations stand behind two
    that contradict each other.
    """
    from zerodraft.desk.naming import proposal_named

    with opening.desk() as desk:
        dossier = desk.open(slug)
        wanted = {proposal_named(dossier, each).proposal.number for each in numbers}
        met = _of(desk.meetings(dossier), wanted)
        if as_json:
            from zerodraft.cli.collisions_json import meetings_json

            voice.say_json(meetings_json(dossier, met))
        elif any(met):
            from zerodraft.cli.collisions_view import meeting_lines
            from zerodraft.cli.typeset import MEASURE

            voice.narrate(_counts(met))
            voice.narrate("")
            answers.write(meeting_lines(dossier, met, min(voice.width(), MEASURE), is_named=bool(numbers)))
        else:
            voice.narrate(_nothing(dossier))
        answers.tell_unreadable(dossier)


def _of(met: "Meetings", wanted: Collection[str]) -> "Meetings":
    """What is about one of these proposals; everything where none is named."""
    if not wanted:
        return met
    return met._replace(
        collisions=tuple(
            each for each in met.collisions if {each.one.proposal.number, each.other.proposal.number} & {*wanted}
        ),
        clusters=tuple(each for each in met.clusters if _numbers(each) & {*wanted}),
        unlike=tuple(each for each in met.unlike if _numbers(each) & {*wanted}),
        contradictions=tuple(each for each in met.contradictions if {*each.ways} & {*wanted}),
    )


def _numbers(cluster: "Cluster") -> set[str]:
    return {each.proposal.number for each in cluster.members}


def _counts(met: "Meetings") -> str:
    """“3 pairs on the same words, 1 group of like proposals”."""
    counted = (
        (met.collisions, "pair on the same words", "pairs on the same words"),
        (met.clusters, "group of like proposals", "groups of like proposals"),
        (met.unlike, "group decided in two ways", "groups decided in two ways"),
        (met.contradictions, "delegation of two minds", "delegations of two minds"),
    )
    return ", ".join(_counted(*each) for each in counted if each[0])


def _counted(found: "Sequence[object]", one: str, many: str) -> str:
    return f"{len(found)} {one if len(found) == 1 else many}"


def _nothing(dossier: "Dossier") -> str:
    if not dossier.tabled:
        return f"Nobody has proposed anything on {dossier.slug}."
    return "No two open proposals meet, and like ones were decided alike."
