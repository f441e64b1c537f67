"""Requests that can't be met. Each case builds its own sentence and names the next step.

A problem inside a document is not here: that is a `Finding`, a value (`core/text/finding.py`).
A refusal is shown by one function, `cli/voice.py: refuse`, as `Error: … / Hint: …`: called by the command line's
main, and by `save`, which goes on with the next declaration.
"""

from collections.abc import Iterable

USAGE = 2
NOT_THERE = 3
MOVED_ON = 4
WORKSPACE = 5
MACHINE = 6
INPUT = 7

EXIT_CODES = {
    0: "done",
    1: "check: the text has errors",
    USAGE: "the command was not understood",
    NOT_THERE: "what was named is not there: a document, version, paragraph, delegation or comment",
    MOVED_ON: "it would have overwritten something: the text moved on, or the file exists",
    WORKSPACE: "the workspace can't be used as it is",
    MACHINE: "this machine lacks something: git, an identity, disk space",
    INPUT: "the input can't be read",
}


_LONGEST_SHOWN = 120


def shortened(name: str) -> str:
    """A name as a sentence quotes it: whoever typed a page by mistake needs only its beginning."""
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"


class Refusal(Exception):
    """A request that can't be met, told to the user; nothing was written.

    `message` is one sentence that names the thing, `hint` one that names the next step.
    """

    exit_code = USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotThere(Refusal):
    """Something was named that doesn't exist; near names are suggested."""

    exit_code = NOT_THERE

    def __init__(self, what: str, name: str, near: Iterable[str] = (), hint: str = "") -> None:
        suggestion = ", ".join(near)
        super().__init__(
            f"There is no {what} “{shortened(name)}”.", f"Did you mean {suggestion}?" if suggestion else hint
        )
        self.what = what
        self.name = name


class MovedOn(Refusal):
    """Writing now would overwrite what the caller has not seen."""

    exit_code = MOVED_ON


class WorkspaceUnusable(Refusal):
    """The workspace is missing, half-merged, detached, foreign or read-only."""

    exit_code = WORKSPACE


class MachineLacks(Refusal):
    """Git, an identity, permission or disk space is missing on this machine."""

    exit_code = MACHINE


class NameUnknown(MachineLacks):
    """Nobody has said who the drafter is, in whose name acts are recorded."""

    def __init__(self) -> None:
        super().__init__(
            "Every act is recorded with the name of its drafter, and yours is not known here.",
            'git config --global user.name "Your Name"',
        )


class UnreadableInput(Refusal):
    """Bytes from outside that can't be taken as text, or as a record."""

    exit_code = INPUT
