"""Where a text speaks of its own paragraphs, focus areas, sections, annexes and footnotes, in English and Indonesian.

“paragraph 12”, “paragraphs 3 to 5”, “paragraph 4 (a) and (b)”, “focus area 3”, “section II”, “annex I”, “paragraf 12”,
“bidang fokus 3”. What is said of another document is no reference of the text: “paragraph 12 of the Paris Agreement”,
“resolution 75/1, paragraph 4”.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.text.label import LATIN_NUMERALS


class Target(StrEnum):
    """What is referred to."""

    PREAMBULAR = "preambular paragraph"
    PARAGRAPH = "paragraph"
    AREA = "focus area"
    SECTION = "section"
    ANNEX = "annex"
    NOTE = "footnote"


class Cited(NamedTuple):
    """One number that is referred to, as paragraphs are cited ("12", "4(a)", "II"), and its place in the words.
    `until` is the other end of a range, "" for none."""

    target: Target
    number: str
    until: str
    start: int
    end: int


_NAMES = {
    Target.PREAMBULAR: r"preambular\s+paragraphs?|paragraf\s+pembukaan",
    Target.PARAGRAPH: r"(?:operative\s+|sub-?)?paragraphs?|paras?\.?|(?:sub)?paragraf|butir(?:-butir)?",
    Target.AREA: r"focus\s+areas?|bidang\s+fokus",
    Target.SECTION: r"sections?|bagian",
    Target.ANNEX: r"annex(?:es)?|lampiran",
    Target.NOTE: r"footnotes?|catatan\s+kaki",
}
_SUFFIX = rf"(?:\s?(?:{'|'.join(LATIN_NUMERALS)}|alt)\b|[A-Z]\b)?"
_UNDER = r"(?:\s?\((?:[a-z]{1,2}|[ivx]{1,5})\))"
_ARABIC = rf"\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}(?![\d/]){_SUFFIX}{_UNDER}{{0,3}}"
_ROMAN = r"[IVX]{1,6}\b|[A-Z]\b|\d{1,2}(?![\d/]|\.\d)\b"
_NUMBERS = {
    Target.PARAGRAPH: rf"{_ARABIC}|{_UNDER}{{1,3}}",
    Target.PREAMBULAR: r"\d{1,3}(?![\d/])",
    Target.AREA: r"\d{1,2}(?![\d/])",
    Target.SECTION: _ROMAN,
    Target.ANNEX: _ROMAN,
    Target.NOTE: r"\d{1,3}(?![\d/])",
}
_JOINT = r"\s*(?:,\s*(?:and|or|dan|atau)?|\band|\bor|&|\bdan|\batau)\s*"
_RANGE = r"\s*(?:\bto|\bthrough|–|—|-|\bsampai(?:\s+dengan)?|\bhingga|\bs\.d\.)\s*"


def _sayings(target: Target) -> re.Pattern[str]:
    number = f"(?:{_NUMBERS[target]})"
    item = rf"{number}(?:{_RANGE}{number})?"
    return re.compile(rf"(?<![\w-])(?i:{_NAMES[target]})\s+({item}(?:{_JOINT}{item})*)")


_SAID = {target: _sayings(target) for target in Target}
_ITEM = {target: re.compile(rf"({number})(?:{_RANGE}({number}))?") for target, number in _NUMBERS.items()}

# What follows a number and names another document; “of this Message”, “of the present text” and “of section II” don't.
_OWN = r"(?!(?:this|the\s+present|our|sections?|focus\s+areas?|paragraphs?|annex)\s)"
_ELSEWHERE = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*)?,?\s*(?i:(?:of|from|under)\s+" + _OWN + r"|thereof|tersebut"
    r"|(?:dari|dalam|pada)\s+(?!\w+\s+ini\b)(?!(?:bagian|bidang\s+fokus|paragraf)\s))"
    r"|\s*,?\s*(?:in|to)\s+(?:the\s+|its\s+)?(?:[A-Z][a-z]+|resolution|decision|document|report)\b(?!\s+(?:[IVX]+|\d+)\b)"
)
# What stands before the word, as in “resolution 75/1, paragraph 4” and “Article 6, paragraph 2”.
_BEFORE = re.compile(
    r"(?:(?i:resolution|decision|document|report|article|pasal|resolusi|keputusan)s?\s+\S{1,30}"
    r"|(?:Agreement|Declaration|Convention|Charter|Protocol|Statement|Agenda|Covenant|Perjanjian|Piagam|Konvensi)"
    r"(?:\s+(?:of|on|for|and|the|[A-Z][\w-]*)){0,6}|A/\S{3,30}|\b[A-Z]{1,4}/[\w/.-]{2,30})[,\s(]*(?:in\s+|its\s+)?\Z"
)


def own_references(words: str) -> Iterator[Cited]:
    """The references in the words of a paragraph to the text in which it stands, each number by itself."""
    taken = bytearray(len(words))
    for target, pattern in _SAID.items():
        for said in pattern.finditer(words):
            start, end = said.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            if not _is_elsewhere(words, said):
                yield from _items(target, said)


def _is_elsewhere(words: str, said: re.Match[str]) -> bool:
    before = words[max(0, said.start() - 90) : said.start()]
    return bool(_ELSEWHERE.match(words, said.end()) or _BEFORE.search(before))


def _items(target: Target, said: re.Match[str]) -> Iterator[Cited]:
    """“4 (a) and (b)” is 4(a) and 4(b)."""
    above = ""
    for item in _ITEM[target].finditer(said[1]):
        number, until = (_closed_up(each or "") for each in item.groups())
        number = above + number if number.startswith("(") else number
        until = number.partition("(")[0] + until if until.startswith("(") else until
        above = number.partition("(")[0]
        yield Cited(target, number, until, said.start(1) + item.start(), said.start(1) + item.end())


def _closed_up(number: str) -> str:
    return re.sub(r"\s+(?=\()", "", " ".join(number.split()))
