"""`zerodraft comments`: what delegations said, and where it stands now."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice
from zerodraft.core.negotiation.thread import State
from zerodraft.desk.dossier import STANDINGS

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.core.negotiation.thread import Thread
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft comments bali-message --state open         what waits for answers
  zerodraft comments bali-message --from JPN
  zerodraft comments bali-message --from ASEAN         ASEAN and its members
  zerodraft comments bali-message --paragraph 14
  zerodraft comments bali-message --standing detached  their words are gone
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    delegation: str | None
    focus_area: int | None
    paragraph: str | None
    state: str | None
    standing: str | None
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@arguments.from_option
@arguments.area_option
@click.option("--paragraph", metavar="NUMBER", help="Only what stands at this paragraph now, sub-paragraphs included.")
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only matters in this state.")
@click.option(
    "--standing",
    type=click.Choice(STANDINGS),
    help="Only comments whose quoted words stand, were reworded, or are gone.",
)
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """List the comments on a declaration with their replies, in the order of the text.

    Each says where it was made and where it stands now; comments whose words are gone stand at the end. A
    group such as ASEAN as DELEGATION also shows the comments of its members.
    """
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        found = tuple(_chosen(desk, dossier, wanted))
        if wanted.as_json:
            from zerodraft.cli.thread_json import thread_json

            voice.say_json([thread_json(dossier, thread) for thread in found])
        else:
            answers.write(_lines(dossier, found))
        answers.tell_unreadable(dossier)


def _chosen(desk: "Desk", dossier: "Dossier", wanted: Wanted) -> "Iterator[Thread]":
    """In the order of the text, then of their dates; detached ones last."""
    from zerodraft.desk.selection import Wish, chosen

    if wanted.focus_area is not None:
        arguments.focus_area(dossier.draft, wanted.focus_area)
    speaker = desk.who(wanted.delegation).code if wanted.delegation else ""
    state = State(wanted.state) if wanted.state else None
    wish = Wish(speaker, wanted.focus_area, wanted.paragraph or "", state, wanted.standing or "")
    yield from chosen(dossier, wish)


def _counts(found: "tuple[Thread, ...]") -> str:
    """“47 comments: 12 open, 35 resolved”, the states in the order of a matter's life."""
    by_state = Counter(thread.state for thread in found)
    told = ", ".join(f"{by_state[state]} {state.words}" for state in State if by_state[state])
    return f"{len(found)} comment{'' if len(found) == 1 else 's'}: {told}"


def _lines(dossier: "Dossier", found: "tuple[Thread, ...]") -> "Iterator[Line]":
    from zerodraft.cli.thread_view import thread_lines
    from zerodraft.cli.typeset import MEASURE, ink

    width = min(voice.width(), MEASURE)
    if not found:
        voice.narrate("No such comments." if dossier.threads else f"Nobody has commented on {dossier.slug} yet.")
        return
    voice.narrate(_counts(found))
    voice.narrate("")
    in_tray = False
    for count, thread in enumerate(found):
        if count:
            yield ()
        if dossier.placed[thread.root.id].standing == "detached" and not in_tray:
            in_tray = True
            yield ink("Detached: their words stand nowhere any more", voice.BOLD)
            yield ()
        yield from thread_lines(dossier, thread, width)
