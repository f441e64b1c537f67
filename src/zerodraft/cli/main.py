"""The command line's front door: which verbs there are, and what ends a command.

Verbs are loaded when they are called, so `--help` loads neither git nor the Markdown parser.
"""

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import click

from zerodraft import __version__
from zerodraft.cli import screens, streams, voice
from zerodraft.errors import EXIT_CODES, MACHINE, Refusal

GROUPS: Mapping[str, Mapping[str, str]] = {
    "Begin": {
        "demo": "Make a demonstration workspace: five outcome documents and their story.",
        "init": "Make this folder a workspace.",
        "new": "Begin a declaration from a kind, a sample or a text.",
    },
    "Draft": {
        "show": "Show the text, numbered, by focus area, at any version.",
        "edit": "Edit the text or one paragraph in $EDITOR.",
        "save": "Record the text as it lies in the folder.",
        "precedent": "Find agreed language: where other declarations say nearly the same.",
        "check": "Tell what is wrong with a text; --final: what the gate finds.",
    },
    "Delegations": {
        "comment": "Record what a delegation says about a paragraph.",
        "take-in": "Take in a file that a delegation sent: Word, a table, a message …",
        "comments": "List comments by delegation, focus area and state.",
        "delegations": "List the delegations and groups, and how they may be written.",
    },
    "Proposals": {
        "proposals": "List proposals, or show some in full: who stands where.",
        "propose": "Record what a delegation proposes.",
        "position": "Record where a delegation stands on a proposal, or on words.",
        "compile": "Show the text with every open proposal in place, and whose it is.",
        "collisions": "Tell which proposals collide, are alike, or can be merged.",
        "accept": "Accept proposals: whole, in part, or with your own words.",
        "bracket": "Put proposals into the text in brackets, with their delegations.",
        "reject": "Reject proposals.",
        "withdraw": "Withdraw proposals, in the name of their delegation.",
        "overtaken": "Call proposals overtaken, by another one or by events.",
        "resolve": "List the brackets, or settle one of them.",
        "agree": "Mark paragraphs as agreed ad referendum.",
        "reopen": "Open agreed paragraphs again, with the reason.",
        "progress": "Count brackets, agreed paragraphs, open proposals; who holds them.",
    },
    "Versions": {
        "issue": "Issue the text as a version: Zero Draft, Rev.1, Chair's text …",
        "adopt": "Record that the text is adopted; from then on it is frozen.",
        "verify": "Tell whether a file holds exactly the adopted words.",
        "versions": "List the issued versions.",
        "diff": "Show the word-level redline between two versions.",
        "concordance": "Tell what became of each paragraph, by whom, and why.",
        "export": "Write the text, its changes or what was said: Word, PDF, HTML, tables …",
    },
    "Record": {
        "list": "List the declarations of this workspace.",
        "blame": "Tell whose words the text holds, down to the word, and since when.",
        "log": "Tell what was done, by whom, in whose name.",
        "undo": "Take back the last act; the undo is recorded.",
        "redo": "Do again what was undone.",
        "completion": "Print the script that completes commands in bash, zsh or fish.",
    },
}
_SUMMARIES = {name: summary for verbs in GROUPS.values() for name, summary in verbs.items()}
_INTERRUPTED = 130

_EXAMPLE = """\b
Example, one round of a negotiation:
  zerodraft demo                                    a workspace to try it in
  zerodraft show bali-message                       the text with its numbers
  zerodraft comment bali-message 36 --from JPN "…"  what Japan said about 36
  zerodraft propose bali-message 36 --from JPN "…"  the words Japan proposes
  zerodraft proposals bali-message --state open     what waits for a decision
  zerodraft accept bali-message PHL-2               take it into the text
  zerodraft edit bali-message 36                    reword it in your editor
  zerodraft issue bali-message Rev.3                issue it to all
  zerodraft diff bali-message rev-2 rev-3           the redline
"""


class Verbs(click.Group):
    """Finds a verb's module by its name; lists all of them without loading any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_SUMMARIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _SUMMARIES:
            return None
        module = import_module(f"zerodraft.cli.{_module(cmd_name)}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _SUMMARIES and not args[0].startswith("-"):
            raise click.UsageError(_unknown_verb(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, verbs in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name, summary) for name, summary in verbs.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in EXIT_CODES.items()])


def _module(name: str) -> str:
    """`list` is `listing.py`, `take-in` `take_in.py`: a module may not bear the name of a built-in."""
    return {"list": "listing", "compile": "compiling"}.get(name, name.replace("-", "_"))


def _unknown_verb(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, _SUMMARIES, n=3, cutoff=0.5)
    suggestion = f" Did you mean {', '.join(near)}?" if near else ""
    return f"There is no command “{voice.line(name)}”.{suggestion}"


@click.command(
    cls=Verbs,
    epilog=_EXAMPLE,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    no_args_is_help=False,
)
@click.version_option(__version__, prog_name="zerodraft", message="%(prog)s %(version)s")
@click.pass_context
def zerodraft(context: click.Context) -> None:
    """Write the outcome documents of international conferences: drafts, comments of delegations, versions, redlines.

    Without a command it opens the workspace you stand in on the screen. The text lies as Markdown in a git
    repository; you need no git to use it. `zerodraft COMMAND --help` explains a command with an example.
    """
    if context.invoked_subcommand is None:
        if screens.are_possible(context):
            context.exit(screens.opened(context, Path.cwd()))
        click.echo(context.get_help())


def collect_rarely() -> None:
    """Look for circles of garbage a hundred times less often: texts and redlines are small values without any,
    and looking takes 7 % of a redline of 50,000 words."""
    gc.set_threshold(100_000, 50, 50)


def run(open_screens: screens.OpenScreens | None = None) -> int:
    """Run the command line; the exit code. `open_screens` shows a workspace on the screen, if there is a way."""
    collect_rarely()
    streams.take_every_character()
    code = _answered(open_screens)
    streams.silence_broken_ones()
    return code


def _answered(open_screens: screens.OpenScreens | None) -> int:
    try:
        answer = zerodraft.main(standalone_mode=False, prog_name="zerodraft", obj=open_screens)
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        voice.narrate("Stopped.")
        return _INTERRUPTED
    except click.ClickException as wrong:
        voice.refuse(wrong.format_message(), _way_to_help(wrong))
        return wrong.exit_code
    except (voice.ReaderLeft, BrokenPipeError):
        return 0
    except (Refusal, OSError) as error:
        return refused(error)
    return answer if isinstance(answer, int) else 0


def refused(error: Refusal | OSError) -> int:
    """Tell what could not be done, and the next step; the exit code."""
    if isinstance(error, Refusal):
        voice.refuse(error.message, error.hint)
        return error.exit_code
    voice.refuse(*_refused_by_the_system(error))
    return MACHINE


def _refused_by_the_system(error: OSError) -> tuple[str, str]:
    """Sentence and hint for a disk or terminal that fails where no verb expects it."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return "The folder you stand in is gone.", "Go to another one, then try again."
    about = f" ({error.filename})" if error.filename else ""
    return (
        f"The system refused something: {error.strerror or error}{about}.",
        "Look whether there is room on the disk and the place can be written, then try again.",
    )


def _way_to_help(wrong: click.ClickException) -> str:
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    return f"`{context.command_path if context else 'zerodraft'} --help` explains it, with examples."
