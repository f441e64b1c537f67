"""What a drafter wishes on every screen, whichever the workspace. Needs none, and no git."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from zerodraft.errors import MachineLacks, Refusal
from zerodraft.formats.preferences import Complaint as Complaint
from zerodraft.formats.preferences import KeyWish as KeyWish
from zerodraft.formats.preferences import Preferences as Preferences
from zerodraft.formats.preferences import parse_preferences, with_preference
from zerodraft.store import preferences


class Known(NamedTuple):
    """The preferences, the file in which they stand or would stand, and what in it could not be taken."""

    path: Path
    preferences: Preferences
    complaints: tuple[Complaint, ...] = ()


def read(environment: Mapping[str, str] = os.environ) -> Known:
    """Never refuses: what can't be read is a complaint."""
    path = preferences.place(environment)
    try:
        text = preferences.read(path)
    except Refusal as refusal:
        return Known(path, Preferences(), (Complaint(0, f"{refusal.message} {refusal.hint}"),))
    return Known(path, Preferences()) if text is None else Known(path, *parse_preferences(text))


def keep(path: Path, name: str, value: str | bool) -> None:
    """Write one setting, and change nothing else in the file; a refusal where that can't be."""
    changed = with_preference(preferences.read(path) or "", name, value)
    if changed is None:
        raise MachineLacks(
            f"{path} is left as it is: “{name}” can't be set in it safely.",
            "What you chose holds until you leave; mend the file with an editor.",
        )
    preferences.keep(path, changed)
