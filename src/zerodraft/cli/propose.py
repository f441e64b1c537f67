"""`zerodraft propose`: what a delegation wants the text to say."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, completing, negotiation_options, opening, typing_in, voice
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.proposing import Offer

_EXAMPLE = """\b
Examples:
  zerodraft propose bali-message 36 --from JPN "We encourage each country …"
  zerodraft propose bali-message 36 --from JPN     its words in your editor
  zerodraft propose bali-message 14 --from AUS --with NZL --on rev-1 \\
      --reason "Small states" --occasion "Panel 2" "We support …"
  zerodraft propose bali-message 36 --from JPN --insert "We welcome …"
  zerodraft propose bali-message 12 --from FIN --until 13 --delete
  zerodraft propose bali-message 9 --from KOR --move-after 11
  zerodraft propose bali-message --answers JPN-1 --from PHL "We invite …"

Prints the number of the proposal, which is never used again. Where two paragraphs take the place of
one, an empty line stands between them. A proposal is on the last issued version, unless --on says
otherwise.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line: `arguments` are the paragraph and the words, or the words alone."""

    slug: str
    arguments: tuple[str, ...]
    delegation: str | None
    others: tuple[str, ...]
    on: str
    until: str
    after: str
    insert: bool
    delete: bool
    answers: str
    reason: str
    occasion: str

    @property
    def has_text(self) -> bool:
        return len(self.arguments) == (1 if self.answers else 2)


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("arguments", metavar="[PARAGRAPH] [TEXT]", nargs=-1, shell_complete=completing.paragraphs_read)
@arguments.from_option
@negotiation_options.with_option
@negotiation_options.on_option
@click.option(
    "--until",
    default="",
    metavar="PARAGRAPH",
    shell_complete=completing.paragraphs_read,
    help="The last one of several paragraphs.",
)
@click.option(
    "--move-after",
    "after",
    default="",
    metavar="PARAGRAPH",
    shell_complete=completing.paragraphs_read,
    help="Move it there, as it stands or with the words of TEXT.",
)
@click.option("--insert", is_flag=True, help="A new paragraph after this one.")
@click.option("--delete", is_flag=True, help="Take it out, with its sub-paragraphs.")
@click.option(
    "--answers",
    default="",
    metavar="NUMBER",
    shell_complete=completing.proposals,
    help="Other words for this proposal, such as AUS-3.",
)
@click.option("--reason", default="", metavar="WORDS", help="Why, in the delegation's words.")
@negotiation_options.occasion_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Record what a delegation proposes: new words for a paragraph, a new one, to delete or to move it.

    TEXT is Markdown, as the whole paragraph should read; `-` reads it from a pipe, and without it your
    editor opens with the words of the paragraph.
    """
    _check(wanted)
    with opening.acting() as desk:
        dossier = desk.open(wanted.slug)
        offer = _offer(wanted)
        stands = desk.words_to_amend(dossier, offer)
        if wanted.delete or (wanted.after and not wanted.has_text):
            _done(desk, dossier, offer)
        else:
            _with_words(desk, dossier, (wanted, offer), stands)


def _check(wanted: Wanted) -> None:
    most = 1 if wanted.answers else 2
    if wanted.answers and len(wanted.arguments) == 2:
        raise click.UsageError(f"It stands where {wanted.answers} stands: leave out the paragraph.")
    if len(wanted.arguments) > most:
        raise click.UsageError("The words must be one argument: put them in quotation marks.")
    if not wanted.answers and not wanted.arguments:
        raise click.UsageError("Say which paragraph: zerodraft propose SLUG PARAGRAPH --from JPN TEXT")
    deeds = [name for name, said in _deeds(wanted) if said]
    if wanted.answers and (deeds or wanted.on or wanted.until):
        raise click.UsageError("Other words for a proposal do what it does: they take neither --on nor a deed.")
    if len(deeds) > 1:
        raise click.UsageError(f"One proposal does one thing: {' or '.join(deeds)}.")
    if wanted.until and wanted.insert:
        raise click.UsageError("--until goes with new words, --delete and --move-after.")
    if wanted.delete and wanted.has_text:
        raise click.UsageError("A paragraph is either taken out, or words are given for it.")
    negotiation_options.require_from(wanted.delegation)


def _deeds(wanted: Wanted) -> tuple[tuple[str, object], ...]:
    return ("--insert", wanted.insert), ("--delete", wanted.delete), ("--move-after", wanted.after)


def _offer(wanted: Wanted) -> "Offer":
    from zerodraft.desk.proposing import Offer

    return Offer(
        (wanted.delegation or "", *wanted.others),
        "" if wanted.answers else wanted.arguments[0],
        until=wanted.until,
        is_insertion=wanted.insert,
        after=wanted.after,
        on=wanted.on,
        reason=wanted.reason,
        occasion=wanted.occasion,
        answers=wanted.answers,
    )


def _with_words(desk: "Desk", dossier: "Dossier", asked: "tuple[Wanted, Offer]", stands: str) -> None:
    wanted, offer = asked
    place = ("proposal", wanted.answers.upper() or offer.paragraph)
    begin_with = "" if offer.is_insertion else f"{stands}\n"
    task = typing_in.Task(desk, dossier.slug, place, stands, begin_with)
    given = typing_in.given(wanted.arguments[-1]) if wanted.has_text else None
    with typing_in.typed(task, given) as words:
        if not wanted.has_text and words == begin_with:
            voice.narrate("Nothing changed; nothing was recorded.")
            return
        if not words.strip():
            raise _empty(wanted)
        _done(desk, dossier, replace(offer, words=words))


def _empty(wanted: Wanted) -> Refusal:
    sentence = "There are no words; nothing was recorded."
    if wanted.answers or wanted.insert:
        return Refusal(sentence, "Write them in quotation marks, or `-` to read them from a pipe.")
    paragraph = wanted.arguments[0]
    return Refusal(sentence, f"To propose that it is taken out: zerodraft propose {wanted.slug} {paragraph} --delete")


def _done(desk: "Desk", dossier: "Dossier", offer: "Offer") -> None:
    act = desk.propose(dossier, offer)
    answers.done(act)
    after = desk.open(dossier.slug)
    _tell_place(after, act.name)
    answers.tell_two_minds(after, desk.who(offer.delegations[0]).code, act.name)


def _tell_place(dossier: "Dossier", number: str) -> None:
    """How a proposal stands in the text of today, where a drafter should know before anybody asks."""
    from zerodraft.core.comparison.rebase import Outcome

    made = dossier.proposal_named(number)
    if made is None or made.outcome is Outcome.CLEAN:
        return
    if made.outcome is Outcome.DETACHED:
        voice.narrate(f"{number} has no place in the text of today. {made.reason}".rstrip())
        voice.narrate(f"What has none: zerodraft proposals {dossier.slug} --outcome detached")
    else:
        voice.narrate(f"{number} ({made.outcome}): {made.reason}")
