"""`zerodraft demo`: a workspace with a history, to try things in."""

import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, screens, voice
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk

_SLUG = "bali-message"
_VERSIONS = ("rev-1", "rev-2")
_TO_TRY = (
    ("show bali-message", "the text with its numbers"),
    ("diff bali-message rev-1 rev-2", "the redline; try --side-by-side"),
    ("proposals bali-message --state open", "what waits for a decision"),
    ("take-in input/finland.docx --from FIN", "what came in Word; two more lie beside it"),
    ("undo", "takes the last act back"),
)
_EXAMPLE = """\b
Examples:
  zerodraft demo                         in ./zerodraft-demo
  zerodraft demo /tmp/bali --focus-area 2

The same samples give the same commits, whoever makes the workspace. Throw it away when you like.
"""


@click.command(epilog=_EXAMPLE)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--focus-area", "area", type=int, default=1, metavar="N", help="The focus area shown; 1, if not said.")
@click.option("--no-tui", is_flag=True, help="Print a redline and what to try next, in place of the screens.")
@click.pass_context
def command(context: click.Context, folder: Path | None, area: int, no_tui: bool) -> None:
    """Make a demonstration workspace: five outcome documents, their comments, versions and redlines.

    The stories are invented: no delegation has said any of it. The workspace is opened on the screen. With
    --no-tui, or where there is no terminal, it shows the redline of one focus area of the Bali Message, from Rev.1
    to Rev.2.
    """
    from zerodraft.desk.desk import Desk

    folder = folder or _usual_folder()
    _replay(folder)
    if not no_tui and screens.are_possible(context):
        code = screens.opened(context, folder)
        _tell_what_to_try(folder)
        context.exit(code)
    with Desk.at(folder) as desk:
        _show(desk, area)
    _tell_what_to_try(folder)


def _usual_folder() -> Path:
    """In the folder one stands in, unless it belongs to a workspace: its folders are for its own texts."""
    from zerodraft.desk.starting import workspace_around

    around = workspace_around(Path.cwd())
    if around is None:
        return Path("zerodraft-demo")
    outside = shlex.quote(str(around.parent / "zerodraft-demo"))
    raise Refusal(f"You stand in the workspace {around}.", f"Name a folder outside of it: zerodraft demo {outside}")


def _replay(folder: Path) -> None:
    from zerodraft.desk.demonstration import replay

    voice.narrate(f"The demonstration is made in {folder}: five outcome documents and how they were negotiated.")
    is_new = not folder.exists()
    steps = replay(folder)
    try:
        if sys.stderr.isatty():
            _with_bar(steps)
        else:
            for _ in steps:
                pass
    except KeyboardInterrupt:
        _tell_what_is_left(folder)
        raise
    except Refusal:
        if is_new and folder.exists():
            _tell_what_is_left(folder)
        raise


def _tell_what_is_left(folder: Path) -> None:
    voice.narrate(f"Stopped half-way; remove {folder} before you begin again.")


def _with_bar(steps: Iterable[tuple[int, int]]) -> None:
    _, acts = next(iter(steps))
    with click.progressbar(length=acts, label="Replaying the acts", file=sys.stderr, width=30) as bar:
        bar.update(1)
        for _ in steps:
            bar.update(1)


def _show(desk: "Desk", number: int) -> None:
    """The redline of one focus area, between the last two versions."""
    from zerodraft.cli.redline_view import Look, RedlineView
    from zerodraft.cli.typeset import MEASURE, hung, ink
    from zerodraft.desk.sheets import sheet_of
    from zerodraft.export.sections import sections

    dossier = desk.open(_SLUG)
    area = arguments.focus_area(dossier.draft, number)
    sheet = sheet_of(dossier.title, desk.compare(dossier, *_VERSIONS), _VERSIONS)
    width = min(voice.width(), MEASURE)
    voice.say()
    answers.write(hung((), ink(sheet.new.title, voice.BOLD), width))
    answers.write(hung((), ink(f"{sheet.old.version} → {sheet.new.version}, focus area {area.number}"), width))
    shown = [each for each in sections(sheet) if each.area == area.number]
    answers.write(RedlineView(sheet, Look(width, plain=not voice.pen().colour)).lines(shown))


def _steps_there(folder: Path) -> Iterator[str]:
    """Into the folder; and the program onto the path, for those who started it by its place."""
    program = Path(sys.argv[0])
    found = shutil.which("zerodraft")
    if (found is None or Path(found).resolve() != program.resolve()) and program.name == "zerodraft":
        yield f'export PATH={shlex.quote(str(program.parent.resolve()))}:"$PATH"'
    yield f"cd {shlex.quote(str(folder))}"


def _tell_what_to_try(folder: Path) -> None:
    voice.narrate("")
    voice.narrate(f"The workspace is {folder.resolve()}")
    voice.narrate("Six things to try:")
    for step in _steps_there(folder):
        voice.narrate(f"  {step}")
    for what, why in _TO_TRY:
        voice.narrate(f"  zerodraft {what:<38}{why}")
