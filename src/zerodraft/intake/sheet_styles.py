"""How a workbook shows numbers: as a drafter would read them in Excel, so that “12” is 12 and a date is one."""

import re
from datetime import datetime, timedelta

from lxml import etree

_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED_OR_COLOUR = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]')
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_WHOLE = re.compile(r"(-?\d{1,15})(?:\.0+)?")
_LATEST = 2_958_466  # 31 December 9999, counted as Excel counts days


def date_styles(styles: etree._Element) -> frozenset[int]:
    """The styles of cells (their places in the list, from 0) that show a number as a date or hour."""
    own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in styles.iterfind("{*}numFmts/{*}numFmt")}
    used = (each.get("numFmtId", "0") for each in styles.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(place for place, known in enumerate(used) if _is_date(known, own))


def _is_date(known: str, own: dict[str, str]) -> bool:
    if known in own:
        return bool(_DATE_LETTERS.search(_QUOTED_OR_COLOUR.sub("", own[known])))
    return known.isascii() and known.isdigit() and int(known[:9]) in _DATE_FORMATS


def shown_number(value: str) -> str:
    """A number in the fewest signs; what is none stays as it is."""
    whole = _WHOLE.fullmatch(value)
    if whole:
        return str(int(whole[1]))
    try:
        return format(float(value), ".15g")
    except ValueError:
        return value


def shown_date(value: str, *, since_1904: bool) -> str:
    """The day, and the hour where there is one; "" where the number is no day of Excel’s calendar.

    Excel counts from 1900 with a 29 February that never was; from March 1900 on its days fall on those of 1899-12-30.
    """
    try:
        days = float(value)
    except ValueError:
        return ""
    if not 0 <= days < _LATEST:
        return ""
    beginning = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    try:
        moment = beginning + timedelta(seconds=round(days * 86_400))
    except OverflowError:
        return ""
    if days < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%d}" if days == int(days) else f"{moment:%Y-%m-%d %H:%M}"
