"""What a column of a table of comments holds, told by its heading in English or Indonesian.

Headings differ from house to house: “MB/NC”, “Country”, “Negara”; “Proposed change by the MB”, “Usulan perubahan”.
Where a heading has words of several columns, “Comment (justification for change)”, the first one tells.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from zerodraft.core.text.folding import folded


class Column(StrEnum):
    """What is known of a column."""

    NUMBER = "number"
    DELEGATION = "delegation"
    LINES = "lines"
    AREA = "focus area"
    CLAUSE = "clause"
    PARAGRAPH = "paragraph"
    TYPE = "type"
    QUOTED = "current text"
    COMMENT = "comment"
    PROPOSAL = "proposed change"
    OBSERVATIONS = "observations"


LONGEST_HEADING = 100
_SEPARATORS = re.compile(r"[\W\d_]+")
_POSSESSIVE = re.compile(r"^\w+ s (?=\w)")
_COUNTER = re.compile(
    r"(?:(?:comment|komentar|row|serial|item) )?"
    r"(?:no|nr|num|number|nomor|id|item)"
    r"(?: (?:of )?(?:comment|komentar|urut))?"
)
# Beginnings of words; `_` is a space, `.` the end of the word, `^` and `$` are
# beginning and end of the heading.
_WORDS = {
    Column.TYPE: "^type. ^jenis. ^tipe. ^category. ^kategori. ^ge. ^te. ^ed.",
    Column.QUOTED: (
        "current_text current_wording original_text original_wording existing_text existing_wording present_text "
        "issued_text draft_text base_text ^text. ^wording$ "
        "teks_asli teks_awal teks_semula teks_saat_ini teks_rancangan ^teks$ naskah. rumusan_awal rumusan_semula"
    ),
    Column.PROPOSAL: (
        "propos suggest amend recommend change new_text new_wording revised_text revised_wording replacement "
        "usul teks_usul rekomendasi perubahan diusulkan"
    ),
    Column.COMMENT: (
        "comment com_ment remark rational justif reason view. views. feedback input. inputs. explanation "
        "komentar tanggapan masukan catatan alasan pandangan pertimbangan penjelasan"
    ),
    Column.LINES: "line. lines. baris.",
    Column.PARAGRAPH: "para. par. paragra ayat. butir. op. pp. article artikel refer ref.",
    Column.CLAUSE: "clause subclause pasal. klausul",
    Column.AREA: "focus fokus section bagian. bidang. theme tema. area. areas. chapter bab.",
    Column.DELEGATION: (
        "delegat delegasi countr negara member mb. party. parties. organiza organisa submitted_by participant state. "
        "states. ^from. institution ^dari. peserta. pihak. diajukan lembaga."
    ),
}
_OURS = "observation secretariat sekretariat disposition pengamatan response"


def _pattern(words: str) -> re.Pattern[str]:
    each = (word.replace("_", " ").replace(".", r"\b") for word in words.split())
    return re.compile("|".join(word if word.startswith("^") else rf"\b{word}" for word in each))


_OF_OURS = _pattern(_OURS)
_PATTERNS = tuple((column, _pattern(words)) for column, words in _WORDS.items())


def column_of(heading: str) -> Column | None:
    """What a heading announces; None for words that are no heading of a table of comments.

    It belongs to the column of which a word is found first; of two at one place, to the upper one in the list.
    """
    if not heading or len(heading) > LONGEST_HEADING:
        return None
    if heading in ("#", "№"):
        return Column.NUMBER
    words = _POSSESSIVE.sub("", _SEPARATORS.sub(" ", folded(heading.replace("\u00ad", ""))).strip())
    if _COUNTER.fullmatch(words):
        return Column.NUMBER
    if _OF_OURS.search(words):
        return Column.OBSERVATIONS
    found = ((match.start(), column) for column, pattern in _PATTERNS if (match := pattern.search(words)))
    return min(found, key=lambda each: each[0], default=(0, None))[1]


def columns_of(cells: Sequence[str]) -> tuple[Column | None, ...]:
    """What each cell of a row of headings announces; a column that came before is not announced again."""
    seen: set[Column] = set()
    told: list[Column | None] = []
    for heading in cells:
        column = column_of(heading)
        told.append(None if column in seen else column)
        seen.update((column,) if column else ())
    return tuple(told)


def known_in(cells: Sequence[str]) -> int:
    """How many columns of a table of comments a row of headings announces; 0 where nothing could be said in them."""
    told = set(columns_of(cells)) - {None}
    return len(told) if told & {Column.COMMENT, Column.PROPOSAL} and len(told) > 1 else 0
