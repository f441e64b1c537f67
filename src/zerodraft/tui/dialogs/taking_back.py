"""Taking back the last act that stands; somebody else's only when that is said."""

from datetime import datetime
from typing import TYPE_CHECKING

from zerodraft.errors import NameUnknown, Refusal
from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.home.acts import moment

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import LogEntry
    from zerodraft.tui.house import House

_TAKE_BACK, _LEAVE = "take back", "leave"


async def take_back(house: "House", slug: str | None) -> bool:
    """Undo the last act of a document, or of the workspace; whether that was done. Must run in a worker."""
    try:
        last, drafter = await house.fetch("Looking for the last act", lambda desk, _: _last(desk, slug))
    except Refusal as refusal:
        house.refuse(refusal)
        return False
    if last.recorded_by != drafter and not await _is_meant(house, last):
        return False
    return await house.act("Taking back", lambda desk: desk.undo(slug, last.commit)) is not None


async def _is_meant(house: "House", last: "LogEntry") -> bool:
    answer = await house.ask_for(
        Choice(
            "Take back somebody else's act?",
            f"{last.sentence}\nrecorded by {last.recorded_by}, {moment(last.date, datetime.now().astimezone())}",
            (Way("u", _TAKE_BACK, "Take it back"), Way("l", _LEAVE, "Leave it")),
            chosen=1,
        )
    )
    return answer == _TAKE_BACK


def _last(desk: "Desk", slug: str | None) -> tuple["LogEntry", str]:
    """The act that an undo would take back, and the drafter's name, "" where git knows none."""
    try:
        drafter = desk.drafter()
    except NameUnknown:
        drafter = ""
    return desk.to_undo(slug), drafter
