"""How words come in: from the command line, a pipe or the editor. None of them is ever lost."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import voice
from zerodraft.desk import editor
from zerodraft.errors import Refusal, UnreadableInput

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.unrecorded import Unrecorded

PIPE = "-"
GO_ON, KEEP, DROP = "g", "k", "d"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Task:
    """Words that are wanted: for which declaration, for what in it (`("36",)`, `("comment", "36")`).

    `stands` is what reads there now: after an issue 36 may be another paragraph. `begin_with` is what the
    editor shows. `is_whole_text` says that words typed on another text can't be gone on with.
    """

    desk: "Desk"
    slug: str
    place: tuple[str, ...]
    stands: str
    begin_with: str = ""
    is_whole_text: bool = False


def can_ask() -> bool:
    """A person sits at the terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def given(text: str) -> str:
    """Words of the command line; `-` stands for what comes through the pipe."""
    if text == PIPE:
        return piped()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise UnreadableInput("The words on the command line are not UTF-8.", "Put them in a file: - < FILE") from None
    return text


def piped() -> str:
    """All that comes through the pipe, as UTF-8."""
    from zerodraft.desk.decoding import decoded

    return decoded(sys.stdin.buffer.read(), "What came through the pipe")


@contextmanager
def typed(task: Task, text: str | None) -> Iterator[str]:
    """The words for an act: `text` when it was given, else what the drafter types in the editor.

    They lie on disk until the block has ended well; when it hasn't, their place is told.
    """
    edit, is_typed = _laid_down(task, text)
    with _kept(edit, "" if is_typed else task.begin_with):
        if text is None:
            editor.run(edit.path)
        yield text if text is not None else edit.words()
    edit.drop()


def _laid_down(task: Task, text: str | None) -> tuple["Unrecorded", bool]:
    """A file for the words, and whether somebody typed what stands in it now: the words that were given, or those
    of an earlier edit that the drafter wants to go on with."""
    taken_up = _taken_up(task) if text is None else None
    typed_before = taken_up.words() if taken_up else text
    first = task.begin_with if typed_before is None else typed_before
    edit = task.desk.lay_down(task.slug, task.place, task.stands, first)
    if taken_up:
        taken_up.drop()
    return edit, typed_before is not None


@contextmanager
def _kept(edit: "Unrecorded", untouched: str) -> Iterator[None]:
    """Tell where the words lie when anything goes wrong; a file that nobody touched is not kept."""
    try:
        yield
    except Refusal as refusal:
        if _is_kept(edit, untouched):
            refusal.hint = f"{refusal.hint} Your words are kept in {edit.path}".strip()
        raise
    except BaseException:
        if _is_kept(edit, untouched):
            voice.narrate(f"Your words are kept in {edit.path}")
        raise


def _is_kept(edit: "Unrecorded", untouched: str) -> bool:
    words = edit.path.read_bytes() if edit.path.is_file() else b""
    if words.strip() and words != untouched.encode("utf-8"):
        return True
    with suppress(OSError):  # an editor may have made a folder of it
        edit.path.unlink()
    return False


def _taken_up(task: Task) -> "Unrecorded | None":
    """Words of an earlier edit of the same place, the last first, if the drafter wants to go on with them."""
    from zerodraft.cli.thread_view import day

    for edit in reversed(task.desk.waiting(task.slug, task.place)):
        when = f"{day(edit.date)}, {edit.date:%H:%M}"
        voice.narrate(f"Words from an edit of {task.slug} ({when}) were not saved: {edit.path}")
        fits = edit.is_on(task.stands)
        if task.is_whole_text and not fits:
            voice.narrate("The text moved on since; copy from there what you need.")
            continue
        if not fits:
            _warn(task, edit.glance())
        choice = _choice(GO_ON if fits else KEEP) if can_ask() else KEEP
        if choice == GO_ON:
            return edit
        if choice == DROP:
            edit.drop()
    return None


def _warn(task: Task, words: str) -> None:
    number = task.place[-1]
    voice.narrate(f"{number} read otherwise then, or was another paragraph.")
    voice.narrate(f"  The words begin:  {_beginning(words)}")
    voice.narrate(f"  {number} reads now: {_beginning(task.stands)}")


def _beginning(words: str) -> str:
    shown = " ".join(words.split())
    return f"“{shown}”" if len(shown) <= _SHOWN else f"“{shown[:_SHOWN]}…”"


def _choice(usual: str) -> str:
    choice: str = click.prompt(
        "Go on with them (g), keep them for later (k), drop them (d)?",
        type=click.Choice([GO_ON, KEEP, DROP]),
        default=usual,
        show_choices=False,
        err=True,
    )
    return choice
