"""Names and values of WordprocessingML, whose elements are the same in two namespaces: Word's and the strict one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OFF = ("0", "false", "off")
_MOST = 10**9


@cache
def tags(*names: str) -> tuple[str, ...]:
    """The full names of elements or attributes, in each namespace."""
    return tuple(f"{{{namespace}}}{name}" for name in names for namespace in NAMESPACES)


def local(name: str) -> str:
    """A full name without its namespace: for parts whose namespace changed from one version of Word to the next."""
    return name.rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's."""
    if element is None:
        return None
    mine, strict = tags(name)
    return element.get(mine) or element.get(strict)


def text_of(element: Element | None, name: str = "val") -> str:
    return value(element, name) or ""


def number_of(element: Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number; None if it is missing, no number, or beyond anything that is counted."""
    told = value(element, name)
    if told is None or len(told) > 10 or not told.removeprefix("-").isdecimal():
        return None
    return max(-_MOST, min(_MOST, int(told)))


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and text_of(element) not in _OFF


def children(parent: Element | None, *names: str) -> Iterator[Element]:
    """The children with these names, in their order."""
    if parent is not None:
        yield from parent.iterchildren(*tags(*names))


def child(parent: Element | None, name: str) -> Element | None:
    """The first child with a name."""
    return next(children(parent, name), None)


def dated(told: str | None) -> datetime | None:
    """A date as a Word file writes it.

    Word writes the clock of its desk and a Z behind it, so the zone is not known; it is taken as UTC, by all alike.
    None for what is no date, and for the epoch, which stands for a date that was taken out.
    """
    try:
        date = datetime.fromisoformat(told or "")
        date = date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return None if date == _EPOCH else date
