"""A comment with its replies on a terminal: whose words, where they stand now, what was said in reply."""

from collections.abc import Iterator
from datetime import date

from zerodraft.cli import voice
from zerodraft.cli.inking import ITALIC
from zerodraft.cli.typeset import Ink, Line, hung, indented, ink
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.whereabouts import on_version, where

_STATES = {State.OPEN: voice.BOLD, State.ANSWERED: "", State.TAKEN_UP: "", State.RESOLVED: voice.QUIET}


def day(moment: date) -> str:
    """“5 October 2021”; of a moment, in the zone in which it was noted."""
    return f"{moment.day} {moment:%B %Y}"


def thread_lines(dossier: Dossier, thread: Thread, width: int) -> Iterator[Line]:
    """One thread: state, who and where, the quoted words, what was said, each reply a step further in."""
    placed = dossier.placed[thread.root.id]
    root = thread.root
    who = dossier.name_of(root.delegation)
    sign = ink(f"{thread.state.sign} ", _STATES[thread.state])
    yield from hung(sign, (*ink(who, voice.BOLD), *ink(f" on {where(placed)}")), width)
    about = (thread.state.words, f"on {on_version(dossier, root)}", day(root.date), root.occasion, root.id)
    yield from hung((Ink("  "),), ink(" · ".join(filter(None, about)), voice.QUIET), width)
    if root.anchor.exact:
        yield from hung((Ink("  “"),), ink(f"{root.anchor.exact}”", ITALIC), width, (Ink("   "),))
    yield ()
    yield from body(root, width, (Ink("  "),))
    for reply in thread.replies:
        yield ()
        yield from _reply(dossier, reply, width)


def body(comment: Comment, width: int, indent: Line) -> Iterator[Line]:
    """What was said, line ends as they are."""
    return hung(indent, ink(comment.body), width, indent)


def _reply(dossier: Dossier, reply: Comment, width: int) -> Iterator[Line]:
    who = dossier.name_of(reply.delegation)
    verb = " settles the matter" if reply.resolves else " replies"
    about = ink(f" · {day(reply.date)} · {reply.id}", voice.QUIET)
    lines = hung((Ink("↳ "),), (*ink(who, voice.BOLD), *ink(verb), *about), width - 2)
    yield from indented(lines, (Ink("  "),))
    yield from body(reply, width, (Ink("    "),))
