"""The closed list of who may speak: delegations, groups, the secretariat.

A contribution belongs to a code of this list, never to a name that somebody typed: `Јapan` with a
Cyrillic letter and `Japan` look alike on every screen. People write names in many ways, so the
list is forgiving about case, accents, spacing and punctuation, and about nothing else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import normalize

from zerodraft.core.text.visible import invisible_characters

SECRETARIAT_CODE = "SEC"
CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Delegation:
    """A country or organisation. `names` are (language, name), one a language; `aliases` are the
    other ways people write it, in order of habit."""

    code: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Delegations that speak with one voice. `members` are codes, () where the list is not known."""

    code: str
    name: str
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


SECRETARIAT = Delegation(SECRETARIAT_CODE, (("en", "Secretariat"), ("id", "Sekretariat")))

# Accents that a keyboard may lack. Marks that make another word (Indic vowels, Arabic vowels) or
# that strike or enclose a letter are not among them.
_ACCENTS = re.compile("[\u0300-\u030f\u031b\u0323-\u0328]")
_SEPARATORS = re.compile(r"[\s&/()–—‑-]+")
_SILENT = str.maketrans("", "", ".,'’‘`*\"“”")
_SMALL_WORDS = frozenset({"the", "and", "dan"})


def _looks_like_another(text: str) -> bool:
    """Whether some sign would become an ordinary letter by normalisation: the kelvin sign is a K."""
    return any(len(parted := normalize("NFD", char)) == 1 and parted != char for char in text)


@lru_cache(maxsize=8192)
def comparison_key(name: str) -> str:
    """What two spellings of one name have in common; "" for a text that can't be a name.

    Full-width and look-alike letters stay what they are, so that they match nothing.
    """
    if not name.isascii():
        if invisible_characters(name) or _looks_like_another(name):
            return ""
        name = _ACCENTS.sub("", normalize("NFD", name))
    words = _SEPARATORS.sub(" ", name).translate(_SILENT).lower().split()
    telling = [word for word in words if word not in _SMALL_WORDS]
    return "".join(telling or words)  # AND is Andorra


def spellings(entry: Delegation | Group) -> tuple[str, ...]:
    """All ways to write an entry: its code, its names, its aliases."""
    names = (entry.name,) if isinstance(entry, Group) else tuple(name for _, name in entry.names)
    return (entry.code, *names, *entry.aliases)


@dataclass(frozen=True, slots=True)
class Delegations:
    """The closed list. Codes are unique; the secretariat is always there.

    Where two entries can be written alike, a code counts more than a name or alias, and the earlier
    entry more than the later, groups last.
    """

    delegations: tuple[Delegation, ...] = ()
    groups: tuple[Group, ...] = ()
    _by_code: dict[str, Delegation | Group] = field(init=False, repr=False, compare=False)
    _by_key: dict[str, Delegation | Group] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if SECRETARIAT_CODE not in {entry.code for entry in self.delegations}:
            object.__setattr__(self, "delegations", (*self.delegations, SECRETARIAT))
        by_code: dict[str, Delegation | Group] = {entry.code: entry for entry in self._entries()}
        if len(by_code) != len(self.delegations) + len(self.groups):
            raise ValueError("a code stands twice in the list of delegations")
        object.__setattr__(self, "_by_code", by_code)
        object.__setattr__(self, "_by_key", self._index())

    def _entries(self) -> Iterator[Delegation | Group]:
        yield from self.delegations
        yield from self.groups

    def _index(self) -> dict[str, Delegation | Group]:
        index = {comparison_key(code): entry for code, entry in self._by_code.items()}
        for entry in self._entries():
            for spelling in spellings(entry):
                index.setdefault(comparison_key(spelling), entry)
        index.pop("", None)
        return index

    def resolve(self, text: str) -> Delegation | Group | None:
        """The entry that a person means, by code, name or alias; None when nobody is called so."""
        return self._by_code.get(text) or self._by_key.get(comparison_key(text))

    def nearest(self, text: str) -> tuple[str, ...]:
        """Up to three names of the list that are written most like `text`, the nearest first."""
        from difflib import get_close_matches  # 9 ms to load, needed after a mistake only

        wanted = "".join(comparison_key(char) for char in text[:80])
        near = get_close_matches(wanted, self._by_key, n=4 * _MOST_NEAR, cutoff=0.7)
        found = dict.fromkeys(self.name(self._by_key[key].code, "en") for key in near)
        return tuple(found)[:_MOST_NEAR]

    def name(self, code: str, language: str) -> str:
        """The name in a language, else in English, else in any; for a code not in the list, the code."""
        match self._by_code.get(code):
            case Delegation(names=((_, first), *_) as names):
                known = dict(names)
                return known.get(language) or known.get("en") or first
            case Group(name=name):
                return name
            case _:
                return code

    def members_of(self, code: str) -> tuple[str, ...]:
        """The codes for which this one speaks: a group for its members, a delegation for itself."""
        match self._by_code.get(code):
            case Group(members=members):
                return members
            case Delegation():
                return (code,)
            case _:
                return ()

    def by_name(self, codes: Iterable[str], language: str) -> tuple[str, ...]:
        """The codes in the alphabetical order of their names in a language, as name plates stand."""
        return tuple(sorted(codes, key=lambda code: (comparison_key(self.name(code, language)), code)))
