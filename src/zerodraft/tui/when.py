"""When something was, as one says it: “2 min ago”, “yesterday”, “3 Nov”."""

from datetime import datetime, timedelta

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


def when(moment: datetime, now: datetime) -> str:
    """In the drafter's zone, that of `now`. A moment that is yet to come, by a clock that is wrong, is told in full."""
    local = moment.astimezone(now.tzinfo)
    past = now - local
    days = (now.date() - local.date()).days
    if timedelta() <= past < _HOUR:
        return "just now" if past < _MINUTE else f"{past // _MINUTE} min ago"
    if days == 0 and past > timedelta():
        return f"today {local:%H:%M}"
    if days == 1:
        return "yesterday"
    if days < 0 or past < timedelta():
        return f"{local.day} {local:%b %Y %H:%M}"
    return f"{local.day} {local:%b}" if local.year == now.year else f"{local.day} {local:%b %Y}"
