"""The scripts that the first font of a paper lacks: their names in plain words, and fonts that have them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import name as character_name


class Script(NamedTuple):
    """`ranges` are code points, both ends included; `fonts` families in the order in which they are asked; `package` is
    where Debian and its kin keep them."""

    name: str
    ranges: tuple[tuple[int, int], ...]
    fonts: tuple[str, ...]
    package: str = "fonts-noto-core"


_SIGNS = "fonts-symbola"


def _noto(name: str, *ranges: tuple[int, int], family: str = "") -> Script:
    family = family or name
    return Script(name, ranges, (f"Noto Serif {family}", f"Noto Sans {family}"))


def _east_asian(name: str, family: str, *ranges: tuple[int, int]) -> Script:
    fonts = (f"Noto Serif CJK {family}", f"Noto Sans CJK {family}", f"Source Han Serif {family}")
    return Script(name, ranges, fonts, "fonts-noto-cjk")


SCRIPTS = (
    _noto("Armenian", (0x0530, 0x058F), (0xFB13, 0xFB17)),
    _noto("Hebrew", (0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    Script(
        "Arabic",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        ("Noto Naskh Arabic", "Amiri", "Noto Sans Arabic"),
    ),
    _noto("Syriac", (0x0700, 0x074F)),
    _noto("Thaana", (0x0780, 0x07BF)),
    _noto("Devanagari", (0x0900, 0x097F), (0xA8E0, 0xA8FF)),
    _noto("Bengali", (0x0980, 0x09FF)),
    _noto("Gurmukhi", (0x0A00, 0x0A7F)),
    _noto("Gujarati", (0x0A80, 0x0AFF)),
    _noto("Oriya", (0x0B00, 0x0B7F)),
    _noto("Tamil", (0x0B80, 0x0BFF)),
    _noto("Telugu", (0x0C00, 0x0C7F)),
    _noto("Kannada", (0x0C80, 0x0CFF)),
    _noto("Malayalam", (0x0D00, 0x0D7F)),
    _noto("Sinhala", (0x0D80, 0x0DFF)),
    _noto("Thai", (0x0E00, 0x0E7F)),
    _noto("Lao", (0x0E80, 0x0EFF)),
    _noto("Tibetan", (0x0F00, 0x0FFF)),
    _noto("Burmese", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), family="Myanmar"),
    _noto("Georgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _noto("Ethiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF)),
    _noto("Khmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _noto("Mongolian", (0x1800, 0x18AF)),
    _noto("Javanese", (0xA980, 0xA9DF)),
    _noto("Balinese", (0x1B00, 0x1B7F)),
    _noto("Sundanese", (0x1B80, 0x1BBF)),
    _east_asian("Korean", "KR", (0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
    _east_asian("Japanese", "JP", (0x3040, 0x30FF), (0x31F0, 0x31FF)),
    _east_asian(
        "Chinese",
        "SC",
        *((0x2E80, 0x303F), (0x3100, 0x312F), (0x3190, 0x31EF), (0x3200, 0x9FFF), (0xF900, 0xFAFF)),
        *((0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF)),
    ),
    Script("emoji", ((0x1F000, 0x1FAFF), (0xFE0F, 0xFE0F)), ("Noto Emoji", "Symbola"), _SIGNS),
)
"""No two of them share a character."""

_FIRST = min(start for each in SCRIPTS for start, _ in each.ranges)


def scripts_of(text: str) -> tuple[Script, ...]:
    """The scripts of `SCRIPTS` in a text, in their order."""
    found = {_script(char) for char in set(text) if ord(char) >= _FIRST}
    return tuple(each for each in SCRIPTS if each in found)


def named(characters: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What some characters are in plain words, and where fonts for them are found: “Thai”; “☃ (SNOWMAN)”. Sorted."""
    return tuple(sorted(set(_named(characters))))


def _named(characters: Iterable[str]) -> Iterator[tuple[str, str]]:
    for char in characters:
        script = _script(char)
        if script is not None and script.name != "emoji":
            yield script.name, script.package
        else:
            yield f"“{char}” ({character_name(char, f'U+{ord(char):04X}')})", _SIGNS


def _script(char: str) -> Script | None:
    code = ord(char)
    for script in SCRIPTS:
        if any(start <= code <= end for start, end in script.ranges):
            return script
    return None
