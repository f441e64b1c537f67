"""The settings of an export as lines of a list, and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from pathlib import Path

from zerodraft.core.text.width import cells, clusters
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.outgoing import CLEAN, REDLINE
from zerodraft.tui.dialogs.choice import Way
from zerodraft.tui.outgoing.wish import (
    COMMENTS,
    COMPILATION,
    CONCORDANCE,
    DRAFT,
    FINAL,
    WORKING,
    YES,
    Setting,
    Wish,
    settings_of,
    value_of,
    values_of,
)
from zerodraft.tui.versions.timeline import Entry, entries
from zerodraft.tui.widgets.row import MORE, Piece, Row, row, shortened, width_of

_NAMES = {
    Setting.FORM: "Form",
    Setting.FORMAT: "Format",
    Setting.VERSION: "Text",
    Setting.AGAINST: "Against",
    Setting.LAYOUT: "Layout",
    Setting.MARK: "Mark",
    Setting.ROWS: "Rows",
    Setting.LANGUAGE: "Labels",
    Setting.NUMBERS: "Numbers",
    Setting.LINES: "Lines",
    Setting.COMMENTS: "Comments",
    Setting.FILE: "File",
}
FILE_LINE = _NAMES[Setting.FILE]
# (what it is called, what it is good for)
_FORMS = {
    CLEAN: ("clean text", "as it stands, unmarked"),
    REDLINE: ("redline", "every change marked"),
    COMPILATION: ("compilation", "the text with all open proposals"),
    CONCORDANCE: ("concordance", "what became of each paragraph"),
    COMMENTS: ("comments", "a table of all that was said"),
}
_FORMATS = {
    "docx": ("Word file", "for delegations to answer"),
    "pdf": ("PDF", "for print and archives"),
    "html": ("web page", "for browsers and print"),
    "txt": ("plain text", "for mails, 78 columns"),
    "md": ("Markdown", "as the text is kept"),
    "odt": ("ODT", "for LibreOffice"),
    "akn": ("Akoma Ntoso", "XML for parliaments and archives"),
    "xlsx": ("Excel table", "with filters"),
    "csv": ("CSV", "for any spreadsheet"),
    "jsonld": ("Web Annotation", "JSON-LD for programs"),
}
_LAYOUTS = {
    "inline": ("in the text", "brackets where the words stand"),
    "paragraphs": ("by paragraphs", "proposals below each paragraph"),
    "table": ("table", "a column for each delegation"),
}
_LANGUAGES = {
    "": ("as the text", "labels, dates, names of countries"),
    "en": ("English", "labels, dates, names of countries"),
    "id": ("Indonesian", "labels, dates, names of countries"),
}
_MARKS = {
    "": ("as it is", "a draft until it is adopted"),
    FINAL: ("final", "through the gate, without the mark of a draft"),
    DRAFT: ("draft", "marked as a draft in any case"),
}
_ROWS = {"": ("all that was said", ""), YES: ("empty", "a form to be filled in, a row for each paragraph")}
_NUMBERS = {"": ("automatic", "Word's own"), YES: ("typed", "for LibreOffice, which draws others wrong in a redline")}
_LINES = {"": ("not numbered", ""), YES: ("numbered", "every fifth, on each page anew")}
_REMARKS = {"": ("left out", ""), YES: ("beside their words", "what delegations said")}
_WORDS = {
    Setting.FORM: _FORMS,
    Setting.FORMAT: _FORMATS,
    Setting.LAYOUT: _LAYOUTS,
    Setting.MARK: _MARKS,
    Setting.ROWS: _ROWS,
    Setting.LANGUAGE: _LANGUAGES,
    Setting.NUMBERS: _NUMBERS,
    Setting.LINES: _LINES,
    Setting.COMMENTS: _REMARKS,
}
# Without j and k, which move in a list.
_LETTERS = "123456789abcdefghilmnopqrstuvwxyz"
# Cells of an explanation; less of it says nothing.
_LEAST = 8
NOT_FOR_CIRCULATION = "marked as not for circulation"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it sets, what is chosen, and what that means."""

    name: str
    value: str
    told: str


def lines_of(dossier: Dossier, wish: Wish, path: Path, home: Path) -> tuple[Line, ...]:
    """One line for each setting of a settled wish that applies, in their order."""
    return tuple(_lines(dossier, wish, path, home))


def _lines(dossier: Dossier, wish: Wish, path: Path, home: Path) -> Iterator[Line]:
    for setting in settings_of(wish):
        if setting is Setting.FILE:
            yield Line(_NAMES[setting], path.name, f"in {in_short(path.parent, home)}")
        else:
            value, told = words_of(dossier, setting, value_of(wish, setting), wish)
            yield Line(_NAMES[setting], value, told)


def words_of(dossier: Dossier, setting: Setting, value: str, wish: Wish) -> tuple[str, str]:
    """What a value is called, and what it means."""
    if setting in _WORDS:
        return _WORDS[setting][value]
    if value:
        entry = entry_named(dossier, value)
        return entry.label, " · ".join(filter(None, (entry.day, _about(entry))))
    return "—", f"nothing was issued before {entry_named(dossier, wish.version).label}"


def _about(entry: Entry) -> str:
    return entry.told if entry.name else f"{entry.told}; {NOT_FOR_CIRCULATION}"


def entry_named(dossier: Dossier, name: str) -> Entry:
    """The entry of the timeline that a wish means."""
    wanted = "" if name == WORKING else name
    return next(entry for entry in entries(dossier) if entry.name == wanted)


def in_short(path: Path, home: Path) -> str:
    """`~/texts` for a folder in the home."""
    return f"~/{path.relative_to(home)}".removesuffix("/.") if path.is_relative_to(home) else str(path)


def rows_of(line: Line, *, is_tall: bool, width: int) -> tuple[Row, ...]:
    """Two rows of `width` cells, or one where there is little room."""
    name, told = Piece(f" {line.name:<9}", "quiet"), Piece(line.told, "quiet")
    value = Piece(both_ends(line.value, width - 11), "strong")
    if is_tall:
        return row(name, value), row(" " * 10, told)
    room = width - width_of((name, value)) - 3
    return (row(name, value, tail=(*shortened((told,), room), " ") if room >= _LEAST else ()),)


def both_ends(words: str, width: int) -> str:
    """Words that don't fit keep their beginning and their end: that of a file name says what it holds."""
    if cells(words) <= width or width < 12:
        return words
    found = [cluster.of(words) for cluster in clusters(words)]
    head = _as_many(found, width // 3)
    tail = _as_many(found[::-1], width - 1 - sum(map(cells, head)))
    return "".join((*head, MORE, *tail[::-1]))


def _as_many(characters: Sequence[str], width: int) -> Sequence[str]:
    """The first characters, as many as fit."""
    ends = accumulate(map(cells, characters))
    return [each for each, end in zip(characters, ends, strict=True) if end <= width]


def ways_of(dossier: Dossier, wish: Wish, setting: Setting) -> tuple[Way, ...]:
    """The values of a setting to choose from, each under a letter."""
    letters = chain(_LETTERS, repeat(""))
    values = values_of(dossier, wish, setting)
    return tuple(
        Way(letter, value, " · ".join(words_of(dossier, setting, value, wish)))
        for letter, value in zip(letters, values, strict=False)
    )
