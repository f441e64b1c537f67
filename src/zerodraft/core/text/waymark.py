"""The hidden names that our exports give to paragraphs, so that what comes back finds its place.

A name fits what Word takes for a hidden bookmark: an underscore, then letters, digits and underscores, 40 characters
at most. It survives editing in Word and LibreOffice; a joined paragraph loses one, a split keeps it on the first part.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

_VERSION = 12
_NAME = re.compile(r"_zd_(\d{1,7})_([0-9a-f]{12})")


class Waymark(NamedTuple):
    """The ordinal of a paragraph, and the beginning of the id of the text in which it has that ordinal."""

    ordinal: int
    version: str

    def is_of(self, text_id: str) -> bool:
        return text_id.startswith(self.version)


def waymark_name(ordinal: int, text_id: str) -> str:
    """The name of a paragraph of a text. `text_id` is git's blob id, in hexadecimal digits."""
    return f"_zd_{ordinal}_{text_id[:_VERSION]}"


def read_waymark(name: str) -> Waymark | None:
    """What a name says; None for one that isn't ours."""
    found = _NAME.fullmatch(name)
    return Waymark(int(found[1]), found[2]) if found else None


_NOT_WORD = re.compile(r"[^\w]+")


def page_anchor(cite: str) -> str:
    """What a paragraph is called in a page, by its number: `p-7.a.ii` for "7(a)(ii)"."""
    return f"p-{_NOT_WORD.sub('.', cite).strip('.')}"


class Provenance(NamedTuple):
    """Which text a file of ours holds: the declaration by the name of its folder, the version by its tag's last part
    ("" for a text that was not issued), the id of the text, and the SHA-256 of its bytes."""

    declaration: str
    version: str
    text_id: str
    sha256: str


_PROPERTIES = ("zerodraft-declaration", "zerodraft-version", "zerodraft-text", "zerodraft-sha256")


def provenance_properties(told: Provenance) -> tuple[tuple[str, str], ...]:
    """The properties under which a file says it."""
    return tuple(zip(_PROPERTIES, told, strict=True))


def read_provenance(properties: Mapping[str, str]) -> Provenance | None:
    """What a file says; None for one that isn't ours."""
    if properties.get(_PROPERTIES[2]):
        return Provenance(*(properties.get(name, "") for name in _PROPERTIES))
    return None


_BESIDE = "zerodraft-beside"
_MARK = 12


def beside_properties(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The property that says which words of a table are ours though they stand in no row of it, by their digests."""
    yield _BESIDE, " ".join(map(_digest, words))


def is_ours_beside(properties: Mapping[str, str], words: str) -> bool:
    """Whether such words came back as we wrote them."""
    return _digest(words) in properties.get(_BESIDE, "").split()


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:_MARK]


class Redlined(NamedTuple):
    """What a redline of ours says of itself beside the text that it is answered on: the version, text and digest of the
    later one, and whose its changes are: a moment in UTC (`2021-11-03T12:00:00Z`) and an author's name each."""

    version: str
    text_id: str
    sha256: str
    hands: frozenset[tuple[str, str]]


_LATER = ("zerodraft-later-version", "zerodraft-later-text", "zerodraft-later-sha256")
_HANDS = "zerodraft-hands"


def redlined_properties(told: Redlined) -> tuple[tuple[str, str], ...]:
    """The properties under which a redline says it; the hands in one order."""
    hands = "\n".join(" ".join(hand) for hand in sorted(told.hands))
    return (*zip(_LATER, told[:3], strict=True), (_HANDS, hands))


def read_redlined(properties: Mapping[str, str]) -> Redlined | None:
    """What a file says; None for one that is no redline of ours."""
    if not properties.get(_LATER[1]):
        return None
    lines = (line.partition(" ") for line in properties.get(_HANDS, "").split("\n"))
    hands = frozenset((moment, author) for moment, _, author in lines if author)
    version, text_id, sha256 = (properties.get(name, "") for name in _LATER)
    return Redlined(version, text_id, sha256, hands)


def accepted_properties(properties: Mapping[str, str]) -> dict[str, str]:
    """Those of a redline of ours when its changes are accepted: it is the later text."""
    own = {name: value for name, value in properties.items() if name not in (*_LATER, _HANDS)}
    later = (properties.get(name, "") for name in _LATER)
    return own | dict(zip(_PROPERTIES[1:], later, strict=True))
