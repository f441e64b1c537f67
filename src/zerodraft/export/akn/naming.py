"""How a text is named in Akoma Ntoso: the parts of its identifiers, its versions, and how it was adopted.

A work is `/akn/{jurisdiction}/statement/{type}/{body}/{date}/{name}`; a version in a language is an expression of it,
`…/eng@2021-11-03`; a file is a manifestation, `….xml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from zerodraft.core.text.numbering import Number
from zerodraft.export.akn.names import identifier, name_of

NOWHERE = "xx"
"""A code that ISO 3166 leaves to its users: the text of a conference belongs to no country."""

TYPE, SUBTYPE = "statement", "deliberation"
"""What the profile of the United Nations calls the text of a meeting."""

_LONGEST = 40
_LANGUAGES = {"en": "eng", "id": "ind"}
_SMALL = frozenset({"the", "of", "on", "and", "for", "in", "to", "di", "dan", "untuk"})


class Issued(NamedTuple):
    """A version: its name in commands (`rev-1`), its designation, the stage at which it was issued ("" for none)."""

    name: str
    designation: str
    stage: str
    date: date
    is_adopted: bool = False


class Adoption(NamedTuple):
    """`told` is the day as printed, `manner` says how: “adopted by consensus”. Words are in the language of the labels;
    any may be ""."""

    date: date
    told: str = ""
    place: str = ""
    manner: str = ""


class Origin(NamedTuple):
    """Where a paragraph comes from: the version in which it first stood ("" for one that stands in none yet), its
    number there, and a name that no other paragraph of any text has."""

    version: str
    number: Number
    name: str


def adoption_line(adoption: Adoption) -> str:
    """“Adopted by consensus, Jakarta, 11 September 2019”."""
    line = ", ".join(filter(None, (adoption.manner, adoption.place, adoption.told)))
    return line[:1].upper() + line[1:]


@dataclass(frozen=True, slots=True)
class Naming:
    """`day` is that of this text, `begun` that of the work: the first day of the conference where it is known.
    `versions` are those issued so far, oldest first, this text among them if it was issued. `origins` has one for each
    paragraph, or none at all. `participants` are names by code. `jurisdiction`, `body`, `type` and `subtype` are
    settings of the declaration; `name` is what the text calls itself."""

    slug: str = "text"
    day: date = date.min
    begun: date = date.min
    jurisdiction: str = NOWHERE
    body: str = "conference"
    type: str = TYPE
    subtype: str = SUBTYPE
    name: str = "declaration"
    versions: tuple[Issued, ...] = ()
    adoption: Adoption | None = None
    origins: tuple[Origin, ...] = ()

    @property
    def work(self) -> str:
        parts = (self.jurisdiction, self.type, self.subtype, self.body, self.begun.isoformat(), self.slug)
        return "/akn/" + "/".join(parts)

    def expression(self, language: str, day: date, name: str = "") -> str:
        """The version of a day in a language; where several are of one day the later ones are counted."""
        same = [each.name for each in self.versions if each.date == day]
        count = (same.index(name) if name in same else len(same)) + 1
        return f"{self.work}/{language_code(language)}@{day.isoformat()}" + (f".{count}" if count > 1 else "")


UNNAMED = Naming()


def language_code(language: str) -> str:
    """The three letters of ISO 639-2, which the names of expressions use."""
    base = language.casefold().partition("-")[0]
    return _LANGUAGES.get(base) or name_of(base)[:8] or "und"


def body_of(conference: str) -> str:
    """A conference as part of a name: what stands in brackets at the end, else its words."""
    head, bracket, short = conference.removesuffix(")").rpartition("(")
    words = (short if bracket else head or conference).casefold().split()
    kept = [word for word in words if word not in _SMALL]
    return name_of("-".join(kept or words)).lower()[:_LONGEST].rstrip("-.") if words else "conference"


def permanent_names(naming: Naming, names: Sequence[str]) -> Sequence[tuple[str, str]]:
    """The `wId` and `GUID` of each paragraph; `names` are those of the elements, which follow this version."""
    if len(naming.origins) != len(names):
        return [(name, "") for name in names]
    first = naming.versions[0].name if naming.versions else ""
    return [
        (name if version == first else f"{version or 'new'}__{name}", permanent)
        for version, name, permanent in ((each.version, identifier(each.number), each.name) for each in naming.origins)
    ]
