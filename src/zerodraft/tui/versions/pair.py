"""Which two texts are compared: one that was marked as the base, and the chosen one."""

from collections.abc import Sequence
from typing import NamedTuple

from zerodraft.desk.comparing import LAST, SAVED, WORKING, loosely_named
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.versions.timeline import WORKING as WORKING_TEXT
from zerodraft.tui.versions.timeline import has_saved_text


class Pair(NamedTuple):
    """Names of two texts as the timeline has them."""

    base: str
    chosen: str


def usual_pair(dossier: Dossier) -> Pair:
    """What changed since the last issue; when nothing has, what that issue changed.

    While nothing is issued, what is not saved yet.
    """
    names = [version.name for version in dossier.versions]
    if not names:
        return Pair(SAVED if has_saved_text(dossier) else WORKING_TEXT, WORKING_TEXT)
    if dossier.versions[-1].text_id == dossier.reading.text_id and len(names) > 1:
        return Pair(names[-2], names[-1])
    return Pair(names[-1], WORKING_TEXT)


def asked_pair(dossier: Dossier, old: str, new: str) -> Pair:
    """The pair that another screen asks for, by any names that the desk knows; the usual one where it asks for none,
    and where one of them is not there."""
    wanted = _known(dossier, old), _known(dossier, new)
    if not (old or new) or None in wanted:
        return usual_pair(dossier)
    return Pair(wanted[0] or WORKING_TEXT, wanted[1] or WORKING_TEXT)


def _known(dossier: Dossier, name: str) -> str | None:
    if name in WORKING:
        return WORKING_TEXT
    last = dossier.last_issued
    if name == LAST:
        return last.name if last else None
    found = loosely_named(name, dossier.versions)
    return found if found in known_names(dossier) else None


def known_names(dossier: Dossier) -> frozenset[str]:
    """Every name that a pair may hold."""
    saved = {SAVED} if has_saved_text(dossier) else set()
    return frozenset({WORKING_TEXT, *saved, *(version.name for version in dossier.versions)})


def in_order(pair: Pair, names: Sequence[str]) -> Pair:
    """The older text first, whichever is the base: a redline back in time would show what was put in as taken out.

    `names` are those of the timeline, the newest first.
    """
    old, new = sorted(pair, key=names.index, reverse=True)
    return Pair(old, new)
