"""`zerodraft take-in`: what a delegation sent, as proposals and comments in its name."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, typing_in, voice
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.arriving import Delivery, Preview
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft take-in input/finland.docx --from FIN --dry-run   only shows it
  zerodraft take-in input/finland.docx --from FIN --on rev-2
  zerodraft take-in bali-message table.csv --from IDN
  zerodraft take-in bali-message letter.eml --from JPN --author "Taro=JPN"

Read are: Word (.docx) with tracked changes, comments, several authors, or an edited copy without them;
a copy in Markdown, plain words, CriticMarkup or Akoma Ntoso; a table of comments (.csv, .xlsx, or the
ISO form in Word), or Web Annotations (.jsonld); a message (.eml) with such files; .odt and .doc where
LibreOffice is installed.
Nothing of the file is dropped: what finds no place lies among the comments, with the reason.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line: `arguments` are the declaration and the file, or the file alone."""

    arguments: tuple[str, ...]
    delegation: str | None
    on: str
    authors: tuple[str, ...]
    occasion: str
    dry_run: bool
    doubtful: bool
    anyway: bool
    keep: bool
    as_json: bool


@click.command("take-in", epilog=_EXAMPLE)
@click.argument("arguments", metavar="[SLUG] FILE", nargs=-1, required=True, type=click.Path())
@arguments.from_option
@click.option("--on", default="", metavar="VERSION", help="The version that the file answers; the last issued one.")
@click.option("--author", "authors", multiple=True, metavar="NAME=CODE", help="In whose name an author writes.")
@click.option("--occasion", default="", help="Where it was said: a panel, a letter, a date.")
@click.option("--dry-run", is_flag=True, help="Only show what it would bring.")
@click.option("--doubtful", is_flag=True, help="Record as proposals also what could not be placed surely.")
@click.option("--anyway", is_flag=True, help="Take it in although it was rather made on another version.")
@click.option("--keep", is_flag=True, help="Keep the file itself in the workspace.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Take in a file that a delegation sent: every change in it becomes a proposal, every remark a comment.

    First it is shown what would be recorded, and in whose name; then it is recorded in one act, which
    `zerodraft undo` takes back. An author whose delegation is not known is asked for once.
    """
    if len(wanted.arguments) > 2:
        raise click.UsageError("One file at a time: zerodraft take-in SLUG FILE --from JPN")
    if not wanted.delegation:
        raise Refusal("It is not said who sent the file.", "Say --from JPN.")
    with opening.desk() if wanted.dry_run else opening.acting() as desk:
        content = desk.bytes_of(Path(wanted.arguments[-1]))
        dossier = desk.open(wanted.arguments[0] if len(wanted.arguments) == 2 else _only(desk, wanted, content))
        delivery = _delivery(wanted, content)
        preview = desk.look_into(dossier, delivery)
        if preview.unknown and not wanted.dry_run and typing_in.can_ask():
            preview = desk.look_into(dossier, _asked(desk, delivery, preview))
        _show(dossier, preview, wanted)
        if not wanted.dry_run:
            _record(desk, dossier, preview, wanted)


def _only(desk: "Desk", wanted: Wanted, content: bytes) -> str:
    """The declaration that the file is about, where it is not said."""
    from zerodraft.desk.arriving import declaration_of

    return declaration_of(desk.room, Path(wanted.arguments[-1]).name, content)


def _delivery(wanted: Wanted, content: bytes) -> "Delivery":
    from zerodraft.desk.arriving import Delivery

    authors = {}
    for each in wanted.authors:
        name, sign, code = each.rpartition("=")
        if not sign or not name.strip() or not code.strip():
            raise click.UsageError(f'“{each}” doesn’t say who writes for whom: --author "Taro Yamada=JPN"')
        authors[name.strip()] = code.strip()
    name = Path(wanted.arguments[-1]).name
    return Delivery(name, content, wanted.delegation or "", wanted.on, authors, wanted.occasion)


def _asked(desk: "Desk", delivery: "Delivery", preview: "Preview") -> "Delivery":
    """The same with the answers of the person at the terminal, for each author of whom nobody said for whom."""
    from dataclasses import replace

    authors = dict(delivery.authors)
    for each in preview.unknown:
        asked = voice.line(f"In whose name does {each.name} write?")
        code = click.prompt(asked, default=preview.arrived.sender, err=True)
        authors[each.name] = desk.who(code).code
    return replace(delivery, authors=authors)


def _show(dossier: "Dossier", preview: "Preview", wanted: Wanted) -> None:
    if wanted.as_json:
        from zerodraft.cli.take_in_json import preview_json

        voice.say_json(preview_json(preview))
        return
    from zerodraft.cli.take_in_view import preview_lines
    from zerodraft.cli.typeset import MEASURE

    answers.write(preview_lines(dossier, preview, min(voice.width(), MEASURE)))


def _record(desk: "Desk", dossier: "Dossier", preview: "Preview", wanted: Wanted) -> None:
    from zerodraft.desk.taking_in import Consent

    doubtful = wanted.doubtful
    if typing_in.can_ask():
        in_doubt = sum(bool(each.doubt) for each in preview.arrived.received.proposals)
        if in_doubt and not doubtful:
            doubtful = click.confirm(f"Record the {in_doubt} in doubt as proposals too?", err=True)
        if not click.confirm("Record all of this?", default=True, err=True):
            voice.narrate("Nothing was recorded.")
            return
    answers.done(desk.take_in(dossier, preview, Consent(doubtful, wanted.keep), anyway=wanted.anyway))
    voice.narrate(f"They wait: zerodraft proposals {dossier.slug} --from {preview.arrived.sender} --state open")
