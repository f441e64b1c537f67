"""`zerodraft verify`: whether a file holds exactly the adopted words."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerodraft.cli import arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.desk.verifying import Divergence, Verdict

_MOST_SHOWN = 30
_EXAMPLE = """\b
Examples:
  zerodraft verify adopted.md
  zerodraft verify adopted.md jakarta-message
  zerodraft verify adopted.md --lines | sha256sum
\b
Exit codes: 0 when the file holds exactly the adopted words, 1 when not.
"""


@click.command(epilog=_EXAMPLE)
@click.argument("file", type=click.Path())
@click.argument("slug", required=False, default="", shell_complete=arguments.complete_slugs)
@click.option("--lines", is_flag=True, help="Print the words of the file as they are compared, one line a paragraph.")
@arguments.json_option
def command(file: str, slug: str, lines: bool, as_json: bool) -> int:
    """Tell whether a Word, OpenDocument, PDF, HTML, Markdown or Akoma Ntoso file holds exactly the words that were
    adopted, and where it doesn't.

    The file is compared with the adopted text of this workspace, word by word; what the file says of itself, its
    fingerprint too, is never believed. Without SLUG the declaration is the one that the file names, or the one whose
    words it holds. The cover and the lines above and below the pages are no words of the text.
    """
    path = Path(file)
    if lines:
        return _say_lines(path)
    verdict = _verdict(path, slug)
    if as_json:
        voice.say_json(_as_json(file, verdict))
    else:
        _tell(path.name, verdict)
    return int(not verdict.holds)


def _verdict(path: Path, slug: str) -> "Verdict":
    from zerodraft.errors import WorkspaceUnusable

    try:
        with opening.desk() as desk:
            return desk.verify(desk.bytes_of(path), path.name, slug)
    except WorkspaceUnusable as unusable:
        raise WorkspaceUnusable(
            f"{path.name} was compared with nothing. {unusable.message}",
            "Go to the workspace in which the text was adopted, and name the file from there.",
        ) from None


def _say_lines(path: Path) -> int:
    from zerodraft.desk.enquiries import Enquiries
    from zerodraft.desk.verifying import lines_in

    for line in lines_in(Enquiries.bytes_of(path), path.name):
        voice.say(voice.line(line))
    return 0


def _tell(name: str, verdict: "Verdict") -> None:
    from zerodraft.cli import answers

    what = f"the adopted words of {verdict.title} ({verdict.slug}, {verdict.version.designation})"
    if verdict.holds:
        voice.say(voice.line(f"{name} holds exactly {what}."))
        voice.say(f"Fingerprint {verdict.fingerprint}")
    else:
        count = len(verdict.divergences)
        places = "" if not count else " It differs at 1 place." if count == 1 else f" It differs at {count} places."
        voice.say(voice.line(f"{name} does not hold exactly {what}.{places}"))
    for each in verdict.divergences[:_MOST_SHOWN]:
        answers.write(_lines(each))
    more = len(verdict.divergences) - _MOST_SHOWN
    if more > 0:
        voice.narrate(f"… and {more} more; --json tells all of them.")
    for notice in verdict.notices:
        voice.narrate(notice)


def _lines(divergence: "Divergence") -> "list[Line]":
    from zerodraft.cli.inking import marked_runs
    from zerodraft.cli.typeset import hung, ink
    from zerodraft.core.comparison.changes import Run

    runs = (Run(run.op, voice.line(run.text)) for run in divergence.difference.runs)
    head = ink(f"{divergence.cite or '+'}  ", voice.QUIET)
    return [(), *hung(head, tuple(marked_runs(runs, plain=not voice.pen().colour)), voice.width())]


def _as_json(file: str, verdict: "Verdict") -> dict[str, object]:
    return {
        "file": file,
        "holds": verdict.holds,
        "declaration": verdict.slug,
        "version": verdict.version.name,
        "kind": verdict.kind,
        "fingerprint": verdict.fingerprint,
        "fingerprint_of_file": verdict.found,
        "differences": [
            {
                "paragraph": each.cite or None,
                "runs": [{"op": run.op.value, "text": run.text} for run in each.difference.runs],
            }
            for each in verdict.divergences
        ],
        "notices": list(verdict.notices),
    }
