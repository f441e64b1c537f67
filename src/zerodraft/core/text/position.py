"""Positions as they are printed inside a bracket: `- EU, G77 retain; US delete`, in Indonesian `- Jepang menghapus`.

They are read in both languages, whatever the text is written in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from zerodraft.core.text.splice import Span


class Stance(StrEnum):
    """What a delegation says of a wording. Without a word, its name alone means that it proposes it."""

    PROPOSE = "propose"
    SUPPORT = "support"
    RETAIN = "retain"
    DELETE = "delete"
    RESERVE = "reserve"
    FLEXIBLE = "flexible"


@dataclass(frozen=True, slots=True)
class Position:
    """One delegation's stance; `name` as it is written, `span` its place in the source."""

    name: str
    stance: Stance
    span: Span


# The longest attribution met in real compilation texts names fewer than forty delegations.
_LONGEST = 2000
_INDONESIAN: Mapping[Stance, str] = {
    Stance.PROPOSE: "mengusulkan",
    Stance.SUPPORT: "mendukung",
    Stance.RETAIN: "mempertahankan",
    Stance.DELETE: "menghapus",
    Stance.RESERVE: "mencadangkan posisi",
    Stance.FLEXIBLE: "fleksibel",
}
_READ = {each.value: each for each in Stance} | {word.partition(" ")[0]: each for each, word in _INDONESIAN.items()}
_STANCE = re.compile(
    r"(?<!\s)(?:\s*:\s*|\s+(?:(?:to|untuk)\s+)?)"
    rf"({'|'.join(_READ)})(?:s|d|ing)?(?:\s+(?:(?:its\s+)?position|posisi(?:nya)?))?\s*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-z][\w.’'&()\u00b7-]*(?:[ \u00a0][\w.’'&()-]+){0,6}")


def stance_word(stance: Stance, language: str) -> str:
    """As it is printed in a language: Indonesian for "id", English for every other."""
    return _INDONESIAN[stance] if language == "id" else stance.value


def attribution(source: str, span: Span) -> tuple[Position, ...]:
    """The positions that `span` names, in order; () when it is not an attribution but words.

    Every part must look like names of delegations (a capital first, seven words at most), because
    a dash also stands in prose.
    """
    if span.length > _LONGEST:
        return ()
    positions: list[Position] = []
    for group in re.finditer(r"[^;]+", span.of(source)):
        read = _group(group[0], span.start + group.start())
        if not read:
            return ()
        positions += read
    return tuple(positions)


def _group(text: str, offset: int) -> list[Position]:
    """`EU, G77 retain`: a stance holds for the names before it back to the last one."""
    waiting: list[tuple[str, Span]] = []
    positions: list[Position] = []
    for part in re.finditer(r"[^,]+", text):
        found = _STANCE.search(part[0])
        name = part[0][: found.start() if found else None].strip()
        if not _NAME.fullmatch(name):
            return []
        start = offset + part.start() + part[0].index(name)
        waiting.append((name, Span(start, start + len(name))))
        if found:
            positions += _all(waiting, _READ[found[1].lower()])
            waiting = []
    return positions + _all(waiting, Stance.PROPOSE)


def _all(names: list[tuple[str, Span]], stance: Stance) -> list[Position]:
    return [Position(name, stance, place) for name, place in names]
