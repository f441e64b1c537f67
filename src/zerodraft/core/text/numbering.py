"""Numbers are derived, never an identity.

`number` counts a text afresh, as at its issue. Between two issues the numbers are frozen: the
comparison room finds which paragraph is which, and `freeze` gives each its old number and the
inserted ones a Latin numeral. Three profiles, because houses differ (`Profile`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, count, repeat

from zerodraft.core.text.draft import ASIDE, Draft, Kind, Paragraph, Part
from zerodraft.core.text.label import LATIN_NUMERALS, letter, roman_or_number

_LOOSE_POINT = re.compile(r"(?<!\d)\.|\.(?!\d)")


class Profile(StrEnum):
    """What a paragraph inserted between 5 and 6 is called until the next issue.

    `UNFCCC` (also Rio+20): `5 bis` is a new paragraph. `UN` editorial practice: `5 bis` is an
    alternative version of 5, both wholly in brackets, so a new paragraph is `5A`. `LEGAL`: `5A`.
    """

    UNFCCC = "unfccc"
    UN = "un"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Number:
    """How a paragraph is cited and what stands before it on paper.

    `cite` is unique in a text: "7", "7(a)(ii)", "PP3", "FA2", "C1", "N1", "T1", "title".
    `printed` is "" for a paragraph that is cited but bears no number.
    """

    cite: str
    printed: str


_NAMES = {Kind.PREAMBULAR: "PP", Kind.FOOTNOTE: "N", Kind.TABLE: "T", Kind.OPAQUE: "B"}


def number(draft: Draft) -> tuple[Number, ...]:
    """The numbers of a text by itself, one per paragraph in order.

    Operative paragraphs count through all focus areas, so that references are the same in every
    language. Sub-paragraphs go (a), (i), then a., i.; preambular paragraphs are cited PP1 … and
    print nothing. A typed number that is unique is taken as it stands, gaps included: that is what
    delegations read and cite.
    """
    return _Numbering(draft, {}, None).numbers()


def freeze(
    draft: Draft, issued: Mapping[int, Number], profile: Profile = Profile.UNFCCC, gone: Iterable[Number] = ()
) -> tuple[Number, ...]:
    """Numbers between two issues: those of `issued` stay, a new paragraph is named after its neighbour.

    `issued` gives, by ordinal of `draft`, the number that the paragraph had when the text was last
    issued; ordinals that are missing there are new. A paragraph that moved keeps its number.
    `gone` are the numbers of paragraphs that were taken out: no other bears them before the next issue.
    """
    numbering = _Numbering(draft, issued, profile)
    numbering.taken |= {known.cite for known in gone}
    return numbering.numbers()


class _Numbering:
    """One walk through a draft; `profile` is None where nothing is inserted, everything is fresh."""

    def __init__(self, draft: Draft, issued: Mapping[int, Number], profile: Profile | None) -> None:
        self.draft = draft
        self.issued = issued
        self.profile = profile
        self.taken = {known.cite for known in issued.values()}
        self.listed = {
            known.cite.removesuffix(known.printed)
            for ordinal, known in issued.items()
            if draft.paragraphs[ordinal].kind is Kind.SUB
        }
        self.names: dict[tuple[str, bool], Iterator[str]] = {}
        self.counts: Counter[str] = Counter()
        self.chain: list[str] = [""]
        self.last: dict[str, str] = {}

    def numbers(self) -> tuple[Number, ...]:
        return tuple(self._next(paragraph) for paragraph in self.draft.paragraphs)

    def _next(self, paragraph: Paragraph) -> Number:
        if paragraph.kind is Kind.SUB:
            found = self._sub(paragraph)
            self.chain = [*self.chain[: paragraph.level], found.cite]
        else:
            found = self._main(paragraph)
            if paragraph.kind not in ASIDE:
                self.chain = [found.cite]
        self.taken.add(found.cite)
        return found

    def _main(self, paragraph: Paragraph) -> Number:
        if paragraph.kind is Kind.TITLE and "title" not in self.taken:
            return Number("title", "")
        name = _name(self.draft, paragraph)
        known = self.issued.get(paragraph.ordinal)
        if known is None:
            cite = self._typed(paragraph) or self._counted(name) or self._inserted(paragraph, name)
            known = Number(cite, "" if name else f"{cite}.")
        self.last[name] = known.cite
        return known

    def _typed(self, paragraph: Paragraph) -> str:
        if paragraph.kind not in (Kind.OPERATIVE, Kind.PREAMBULAR):
            return ""
        label = paragraph.label.removeprefix("OP")
        return label if label not in self.taken else ""

    def _counted(self, name: str) -> str:
        if self.profile is not None:
            return ""
        self.counts[name] += 1
        while f"{name}{self.counts[name]}" in self.taken:
            self.counts[name] += 1
        return f"{name}{self.counts[name]}"

    def _inserted(self, paragraph: Paragraph, name: str) -> str:
        neighbour = self.last.get(name)
        latin = self.profile is Profile.UNFCCC or (self.profile is Profile.UN and self._is_alternative(paragraph))
        if neighbour is None:
            return self._first(f"{name}1", latin)
        return self._named_after(_stem(neighbour), latin)

    def _first(self, first: str, latin: bool) -> str:
        """The name of what is inserted before all others: 1 where it is free, then 1 ante, 1 ante bis …"""
        free = (name for name in (first, f"{first} ante") if name not in self.taken)
        return next(free, "") or self._named_after(f"{first} ante", latin)

    def _named_after(self, stem: str, latin: bool) -> str:
        """The next free name: 5 bis, 5 ter … or 5A, 5B … Names that were passed over are taken for good."""
        names = self.names.setdefault((stem, latin), _names_after(stem, latin))
        return next(name for name in names if name not in self.taken)

    def _is_alternative(self, paragraph: Paragraph) -> bool:
        """Wholly in brackets, right after another that is: an alternative version, in UN practice."""
        pair = self.draft.paragraphs[max(0, paragraph.ordinal - 1) : paragraph.ordinal + 1]
        return len(pair) == 2 and all(each.text.startswith("[") and each.text.endswith("]") for each in pair)

    def _sub(self, paragraph: Paragraph) -> Number:
        above = self.chain[min(paragraph.level, len(self.chain)) - 1]
        self.counts[above] += 1
        known = self.issued.get(paragraph.ordinal)
        if known is None:
            label = self._sub_label(paragraph, above)
            known = Number(above + label, label)
        self.last[above] = known.cite
        return known

    def _sub_label(self, paragraph: Paragraph, above: str) -> str:
        derived = sub_label(paragraph.level, self.counts[above])
        typed = paragraph.label if paragraph.label.startswith("(") else ""
        if typed and above + typed not in self.taken:
            return typed
        return self._free_sub(above, derived).removeprefix(above)

    def _free_sub(self, above: str, derived: str) -> str:
        """In a list that was issued, named after the neighbour; in a new one, by its place."""
        neighbour = self.last.get(above)
        if above not in self.listed:
            return above + derived if above + derived not in self.taken else self._named_after(above + derived, True)
        if neighbour is None:
            return self._first(above + derived, True)
        return self._named_after(above + _stem(neighbour.removeprefix(above)), True)


def inserted(draft: Draft, numbers: Sequence[Number], before: int, profile: Profile) -> Iterator[str]:
    """What would be printed before one paragraph after the other that is put in before this one, without end.

    They are counted as the paragraph that they follow, also over a heading; after one that bears no number on paper
    they bear none. `UN` names them as `LEGAL` does: they are no alternatives of what stands there.
    """
    unlike = (*ASIDE, Kind.TITLE, Kind.HEADING)
    above = [each.ordinal for each in draft.paragraphs[:before] if each.kind not in unlike]
    latin = profile is Profile.UNFCCC
    known = numbers[above[-1]] if above else Number("", "")
    is_first = (
        draft.paragraphs[before : before + 1] and draft.paragraphs[above[-1] if above else 0].part is Part.PREAMBLE
    )
    taken = {each.cite for each in numbers}
    if is_first and draft.paragraphs[before].kind is Kind.OPERATIVE:
        return (f"{name}." for name in chain(["1 ante"], _names_after("1 ante", latin)) if name not in taken)
    if not known.printed:
        return repeat("")
    end = "" if known.cite.endswith(known.printed) else "."
    under = known.cite.removesuffix(known.printed.removesuffix(end))
    stem = under + _stem(known.cite.removeprefix(under))
    return (name.removeprefix(under) + end for name in _names_after(stem, latin) if name not in taken)


def _names_after(stem: str, latin: bool) -> Iterator[str]:
    """bis, ter … decies, 11, 12 …; or A, B … Z, AA …; without end."""
    if not latin:
        space = " " if " " in stem else ""
        return (f"{stem}{space}{letter(value).upper()}" for value in count(1))
    beyond = (str(value) for value in count(len(LATIN_NUMERALS) + 2))
    return (f"{stem} {numeral}" for numeral in chain(LATIN_NUMERALS, beyond))


def sub_label(level: int, value: int) -> str:
    """What is printed: (a), (i), then a., i. (the manual's four levels; deeper ones repeat them)."""
    counter = letter(value) if level % 2 else roman_or_number(value)
    return f"({counter})" if level <= 2 else f"{counter}."


def _name(draft: Draft, paragraph: Paragraph) -> str:
    """The letters before the count of this kind; "" for the paragraphs that are numbered on paper."""
    if paragraph.kind is Kind.OPERATIVE:
        return ""
    if paragraph.kind in (Kind.TITLE, Kind.HEADING):
        area = draft.area_of(paragraph.ordinal)
        return "FA" if area and area.first == paragraph.ordinal else "H"
    if paragraph.kind is Kind.PLAIN:
        return "C" if paragraph.part is Part.CLOSING else "U"
    return _NAMES[paragraph.kind]


def _stem(cite: str) -> str:
    """5 ter → 5, 5B → 5: each further insertion after 5 takes the next suffix of the same stem."""
    head, _, tail = cite.partition(" ")
    if tail.startswith("ante"):
        return f"{head} ante"
    return head.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def find(numbers: Sequence[Number], cited: str) -> int | None:
    """The ordinal of the paragraph that somebody cites as "7", "para 7 (a)(ii)", "OP7", "5bis", "pp3"."""
    by_cite = {_normal(known.cite): ordinal for ordinal, known in enumerate(numbers)}
    return by_cite.get(_normal(cited))


def _normal(cited: str) -> str:
    # "7." is 7 and "5. bis" is 5 bis, but 1.2 is not 12.
    text = "".join(_LOOSE_POINT.sub("", cited.casefold()).split())
    for word in ("paragraph", "para", "par", "¶", "op"):
        text = text.removeprefix(word)
    return text
