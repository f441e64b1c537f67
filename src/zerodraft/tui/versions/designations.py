"""What the next version may be called, and on which day it is issued."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from zerodraft.core.text.visible import LONGEST_NAME, is_plain_name
from zerodraft.desk.dossier import Version
from zerodraft.formats.names import BadName, version_name

FIRST = "Zero Draft"
# Customary in the rooms of ASEAN and the UN, in the order in which a text goes through them.
_CUSTOMARY = ("Chair’s text", "Final draft", "Adopted text")
_COUNTED = re.compile(r"(.*?)(\d+)", re.DOTALL)
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y")


def proposals(versions: Sequence[Version]) -> tuple[str, ...]:
    """Designations that are free, the likeliest first: Zero Draft, then Rev.1, Rev.2 …"""
    if not versions:
        return (FIRST, *_CUSTOMARY)
    taken = {version.name for version in versions}
    return (_next(versions, taken), *(each for each in _CUSTOMARY if version_name(each) not in taken))


def _next(versions: Sequence[Version], taken: set[str]) -> str:
    """One more than the last counted one, in its own spelling."""
    if versions[-1].name == version_name(_CUSTOMARY[-1]):
        return _free(f"{versions[-1].designation}/Corr.", 1, taken)
    for version in reversed(versions):
        if found := _COUNTED.fullmatch(version.designation):
            return _free(found[1], int(found[2]) + 1, taken)
    return _free("Rev.", 1, taken)


def _free(stem: str, count: int, taken: set[str]) -> str:
    while _name(f"{stem}{count}") in taken:
        count += 1
    return f"{stem}{count}"


def _name(designation: str) -> str:
    try:
        return version_name(designation)
    except BadName:
        return ""


# --- what is wrong with an answer -------------------------------------------------------------


def wrong_designation(designation: str, versions: Sequence[Version]) -> str:
    """Why no version can be called so, in a sentence; "" when one can."""
    if not designation:
        return "A version needs a designation, such as Rev.1."
    if not is_plain_name(designation):
        return f"The designation must be one line of up to {LONGEST_NAME} characters, without invisible ones."
    try:
        name = version_name(designation)
    except BadName as refusal:
        return f"{refusal.message} {refusal.hint}"
    for version in versions:
        if version.name == name:
            return f"{version.designation} is issued already, on {_written(version.date)}; it never changes."
    return ""


def wrong_stage(stage: str) -> str:
    """Why that can't stand on the cover; "" when it can, and when none is named."""
    if not stage or is_plain_name(stage):
        return ""
    return f"The stage must be one line of up to {LONGEST_NAME} characters, without invisible ones."


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def day_named(words: str) -> date | None:
    """The day that “2021-11-16” or “16 November 2021” names, None for no words; ValueError for any other."""
    words = " ".join(words.split())
    if not words:
        return None
    for form in _DAYS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    raise ValueError(words)
