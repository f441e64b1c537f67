"""Which paragraphs somebody means who writes “Para. 12 (a)”, “OP7 bis”, “butir 3–5”, “general”.

English and Indonesian. What is not there is not guessed: the answer is then a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.text.draft import Draft, FocusArea, Kind, belonging
from zerodraft.core.text.folding import folded
from zerodraft.core.text.numbering import Number, find
from zerodraft.intake.grid import quoted_name

A_CITATION = (
    r"(?:(?:op|pp) ?)?\d{1,3}(?: ?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt|ante)\b)?[a-z]?\b"
    r"(?: ?\((?:[a-z]{1,6}|\d{1,2})\))*"
)
"""A number as it is cited, in small letters."""

_GENERAL = re.compile(
    r"(?:general|overall)(?: comments?)?|(?:(?:whole|entire) )?(?:text|document)|title|all|ge|"
    r"(?:komentar )?umum|keseluruhan|(?:seluruh )?(?:dokumen|naskah|teks)|judul|semua"
)
_NOUNS = re.compile(
    r"\b(?:(?:sub-?)?paragra(?:ph|f)s?|paras?|pars?|butir|ayat|items?|operative|operatif|numbers?|no|nomor|chapeau|the|"
    r"point|poin|huruf)\b\.?|[¶§]"
)
_PREAMBULAR = re.compile(r"\b(?:preambular|preamble|pembukaan|mukadimah|pembuka)\b[ .]*(?=\d)")
_LETTER_AFTER = re.compile(r"(\d) ?([a-z])\b(?! ?\()")
_RANGE = re.compile(r"(.+?) ?(?:–|—|-|\bto\b|\buntil\b|\bs/d\b|\bsampai(?: dengan)?\b|\bhingga\b) ?(.+)")
_LIST = re.compile(r" ?(?:[,;/&]|\band\b|\bdan\b) ?")
_AREA_WORDS = re.compile(r"\b(?:focus|area|areas|fokus|bidang|section|bagian|fa|theme|tema|no)\b\.?")


_LONGEST = 200


class Cited(NamedTuple):
    """Ordinals of the paragraphs, rising and without gaps where a stretch is meant. None: `reason` says why."""

    ordinals: tuple[int, ...] = ()
    reason: str = ""


class Places:
    """The paragraphs of one version, to be found by what somebody writes."""

    def __init__(self, draft: Draft, numbers: Sequence[Number]) -> None:
        self._draft = draft
        self._numbers = numbers
        self._found: dict[str, Cited] = {}

    def cited(self, written: str) -> Cited:
        """The paragraphs that are meant. A stretch, “12–14”, takes in the sub-paragraphs of its last."""
        if written not in self._found:
            self._found[written] = self._looked_up(written)
        return self._found[written]

    def whole_text(self) -> Cited:
        """Where a remark on the text as a whole is set: at its title."""
        title = find(self._numbers, "title")
        return Cited((title,)) if title is not None else Cited(reason="The version has no title to set it on.")

    def area(self, written: str) -> FocusArea | None:
        """The focus area that is meant, by its number or its title."""
        words = _words(written)
        for area in self._draft.focus_areas:
            if words and _words(area.title).endswith(words) and len(words) > 3:
                return area
        number = re.match(r"\W*(\d{1,3})\b", _AREA_WORDS.sub("", words).strip())
        if number is None:
            return None
        return next((area for area in self._draft.focus_areas if area.number == int(number[1])), None)

    def _looked_up(self, written: str) -> Cited:
        words = _words(written)
        if _GENERAL.fullmatch(words.strip(" .")):
            return self.whole_text()
        known = self._one(words)
        if known is not None:
            return Cited((known,))
        ordinals: list[int] = []
        last = ""
        for piece in _LIST.split(words):
            found = self._piece(piece, last)
            if not found:
                return Cited(reason=f"There is no paragraph {quoted_name(written)} in the version.")
            ordinals.extend(found)
            last = self._numbers[found[0]].cite
        return Cited(tuple(sorted(set(ordinals))))

    def _piece(self, piece: str, last: str) -> tuple[int, ...]:
        known = self._one(piece, last)
        if known is not None:
            return (known,)
        stretch = _RANGE.fullmatch(piece)
        if stretch is None:
            return ()
        first = self._one(stretch[1], last)
        if first is None:
            return ()
        final = self._one(stretch[2], self._numbers[first].cite)
        if final is None or final < first:
            return ()
        return tuple(range(first, belonging(self._draft, final)[-1] + 1))

    def _one(self, cited: str, last: str = "") -> int | None:
        """One paragraph; after “12(a)”, a “(b)” is 12(b)."""
        for reading in _readings(cited.strip(" .,:"), last):
            found = find(self._numbers, reading)
            if found is not None:
                return found
        return None


def _words(written: str) -> str:
    """Small letters and single spaces, without the words that are no part of a number."""
    words = _NOUNS.sub(" ", " ".join(folded(written).split()))
    return _PREAMBULAR.sub("pp", " ".join(words.split()))


def _readings(cited: str, last: str) -> Iterator[str]:
    """What may be meant, the likeliest first."""
    if cited:
        yield cited
        yield _LETTER_AFTER.sub(r"\1(\2)", cited)
    if cited.startswith("("):
        parts = re.findall(r"^[^(]+|\([^)]*\)", last)
        for kept in range(len(parts) - 1, 0, -1):
            yield "".join(parts[:kept]) + cited


def is_text(draft: Draft, ordinal: int) -> bool:
    """Whether a paragraph has words that a delegation could amend by this way: no table, footnote or block of code."""
    return draft.paragraphs[ordinal].kind not in (Kind.TABLE, Kind.FOOTNOTE, Kind.OPAQUE)
