"""`zerodraft comment`: what a delegation says."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, crediting, opening, typing_in
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft comment bali-message 36 --from JPN "We support this paragraph."
  zerodraft comment bali-message 14 --from JPN --on rev-1 \\
      --quote "big data" --occasion "Panel 2" "…"
  zerodraft comment bali-message --reply-to phl-1c08 --from SEC --resolve \\
      "Taken up in paragraph 36."
  zerodraft comment bali-message 36 --from AUS - < note.txt
  zerodraft comment bali-message 36 --from AUS     writes it in your editor

Prints the id of the comment. A comment is on the last issued version, unless --on says otherwise.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line: `arguments` are the paragraph and the words, or the words alone."""

    slug: str
    arguments: tuple[str, ...]
    delegation: str | None
    on: str
    quote: str
    occasion: str
    reply_to: str
    resolve: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("arguments", metavar="[PARAGRAPH] [TEXT]", nargs=-1)
@arguments.from_option
@click.option("--on", default="", metavar="VERSION", shell_complete=arguments.complete_versions, help="What was read.")
@click.option("--quote", default="", metavar="WORDS", help="The words that the comment is about.")
@click.option("--occasion", default="", help="Where it was said: a panel, a letter, a date.")
@click.option(
    "--reply-to", default="", metavar="COMMENT", shell_complete=crediting.complete_comments, help="Answer it."
)
@click.option("--resolve", is_flag=True, help="The matter is settled by this reply.")
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Record what a delegation says about a paragraph, or a reply to a comment.

    TEXT is Markdown; `-` reads it from a pipe, and without it your editor opens.
    """
    _check(wanted)
    with opening.acting() as desk:
        dossier = desk.open(wanted.slug)
        if wanted.reply_to:
            _reply(desk, dossier, wanted)
        else:
            _comment(desk, dossier, wanted)


def _check(wanted: Wanted) -> None:
    most = 1 if wanted.reply_to else 2
    if wanted.reply_to and len(wanted.arguments) == 2:
        raise click.UsageError(
            f"A reply stands where the comment stands: leave out the paragraph, {wanted.arguments[0]}."
        )
    if len(wanted.arguments) > most:
        raise click.UsageError("The words must be one argument: put them in quotation marks.")
    if wanted.reply_to and (wanted.on or wanted.quote or wanted.occasion):
        raise click.UsageError("A reply stands where the comment stands: it takes no --on, --quote or --occasion.")
    if not wanted.reply_to and not wanted.arguments:
        raise click.UsageError("Say which paragraph: zerodraft comment SLUG PARAGRAPH --from JPN TEXT")
    if wanted.resolve and not wanted.reply_to:
        raise click.UsageError("--resolve goes with --reply-to.")
    if not wanted.delegation:
        raise Refusal(
            "It is not said whose words these are.", "Say --from JPN, or --from SEC for those of the Secretariat."
        )


def _comment(desk: "Desk", dossier: "Dossier", wanted: Wanted) -> None:
    from zerodraft.desk.remarks import Remark

    paragraph, *rest = wanted.arguments
    remark = Remark(wanted.delegation or "", paragraph, "", wanted.on, wanted.quote, wanted.occasion)
    task = typing_in.Task(desk, dossier.slug, ("comment", paragraph), desk.check_remark(dossier, remark))
    with typing_in.typed(task, _text(rest)) as body:
        act = desk.comment(dossier, replace(remark, body=body))
    answers.done(act)


def _reply(desk: "Desk", dossier: "Dossier", wanted: Wanted) -> None:
    from zerodraft.desk.naming import comment_named
    from zerodraft.desk.remarks import Reply

    above = comment_named(dossier, wanted.reply_to).comment
    who = desk.who(wanted.delegation or "").code
    text = _text(wanted.arguments)
    task = typing_in.Task(desk, dossier.slug, ("reply", above.id), above.body)
    with typing_in.typed(task, text) as body:
        act = desk.reply(dossier, Reply(who, above.id, body, wanted.resolve))
    answers.done(act)


def _text(arguments: tuple[str, ...] | list[str]) -> str | None:
    return typing_in.given(arguments[0]) if arguments else None
