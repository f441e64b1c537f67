"""Who records? Asked once, before any word is typed, where nobody has told git."""

from typing import TYPE_CHECKING

import click

from zerodraft.cli import typing_in, voice
from zerodraft.errors import NameUnknown

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk


def introduced(desk: "Desk") -> None:
    """The drafter has a name now. A person at a terminal is asked for it; where nobody can be asked: NameUnknown."""
    try:
        desk.drafter()
    except NameUnknown as unknown:
        if not typing_in.can_ask():
            raise
        voice.narrate(unknown.message)
        name = ""
        while not name:
            name = click.prompt("Your name", err=True).strip(" -")
        desk.introduce(name)
        voice.narrate("It is kept for this workspace.")
