"""A text paragraph by paragraph, as it goes into Akoma Ntoso: words, number, name, and how it was typed.

What is typed the usual way (`core.text.block_writing`) needs no hint. Whatever is typed in another way keeps its
Markdown beside its words, so that it comes back byte for byte; comments of the source stay at home.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text import block_writing
from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.respelling import folded, shown, spelled
from zerodraft.core.text.setting import typed_label
from zerodraft.core.text.table import rows
from zerodraft.export.akn.words import Words, kept
from zerodraft.export.sheet import Sheet

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_GAP = re.compile(r"(?:[\s*_=—–-]|<!--\s*-->)*")
_QUOTED = re.compile(r"^>[ \t]?", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?|\n")
NO_HINTS: Mapping[str, str] = {}
_NUMBERED = (Kind.OPERATIVE, Kind.SUB)


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph to be written. `name` is that of its element, `permanent` and `guid` those that it keeps from version
    to version. A table has `cells`, what is read line by line has `lines`; others have `words`. `is_area` says that a
    heading opens a focus area; `hints` are attributes for the way back. `op` is the fate of the whole, `former` the
    number that it had on paper, None for the same."""

    kind: Kind
    part: Part
    level: int
    number: Number
    name: str
    ordinal: int = -1
    words: Words = ()
    cells: Sequence[Sequence[Words]] = ()
    lines: Sequence[str] = ()
    is_area: bool = False
    is_quoted: bool = False
    op: Op = Op.KEPT
    permanent: str = ""
    guid: str = ""
    label: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    former: str | None = None

    @property
    def is_numbered(self) -> bool:
        return self.kind in _NUMBERED


def is_typed(draft: Draft) -> bool:
    """Whether this text types the numbers of its paragraphs."""
    return any(each.kind is Kind.OPERATIVE and each.label for each in draft.paragraphs)


def unit_of(
    sheet: Sheet,
    paragraph: Paragraph,
    name: str,
    hints: Mapping[str, str] = NO_HINTS,
    permanent: tuple[str, str] = ("", ""),
) -> Unit:
    """A paragraph as it stands, under the name of its element and those that it keeps."""
    text, kind = paragraph.text, paragraph.kind
    if kind is Kind.TABLE and not rows(text):
        kind = Kind.OPAQUE
    lines = _lines(text) if kind is Kind.OPAQUE else None
    return Unit(
        kind,
        paragraph.part,
        paragraph.level,
        sheet.numbers[paragraph.ordinal],
        name,
        paragraph.ordinal,
        words=() if kind in (Kind.TABLE, Kind.OPAQUE) else kept(shown(text)),
        cells=[[kept(shown(cell)) for cell in row] for row in rows(text)] if kind is Kind.TABLE else (),
        lines=lines[1] if lines else (),
        is_area=kind is Kind.HEADING and is_area(sheet.draft, paragraph),
        is_quoted=lines is not None and lines[0],
        permanent=permanent[0],
        guid=permanent[1],
        label=paragraph.label.removeprefix("^") if kind is Kind.FOOTNOTE else "",
        hints=hints,
    )


def _lines(text: str) -> tuple[bool, list[str]]:
    """A block that is read line by line: whether it is quoted, and its lines without the sign of a quotation."""
    is_quoted = all(line.startswith(">") for line in _LINE_END.split(text))
    return is_quoted, _LINE_END.split(_QUOTED.sub("", text) if is_quoted else text)


def _spelled(text: str) -> str:
    return spelled(folded(shown(text)))


def usual(sheet: Sheet, paragraph: Paragraph, *, is_typed: bool) -> str:
    """The Markdown that the way back makes of a paragraph without a hint."""
    text = paragraph.text
    match paragraph.kind:
        case Kind.OPAQUE:
            is_quoted, lines = _lines(text)
            return block_writing.quotation(lines) if is_quoted else "\n".join(lines)
        case Kind.TABLE:
            cells = [[spelled(folded(shown(cell)), in_cell=True) for cell in row] for row in rows(text)]
            return block_writing.table(cells) if cells else "\n".join(_LINE_END.split(text))
        case Kind.TITLE:
            return block_writing.heading(1, _spelled(text))
        case Kind.HEADING:
            return block_writing.heading(paragraph.level, _spelled(text))
        case Kind.FOOTNOTE:
            return block_writing.note(paragraph.label.removeprefix("^"), _spelled(text))
        case kind if kind is Kind.SUB or (kind is Kind.OPERATIVE and is_typed):
            return block_writing.item(sheet.numbers[paragraph.ordinal].printed, _spelled(text))
        case _:
            return _spelled(text)


def hints_of(sheet: Sheet) -> list[dict[str, str]]:
    """For each paragraph how it was typed, where that is not the usual way."""
    draft = sheet.draft
    found: list[dict[str, str]] = []
    done = draft.front_matter.end
    at_end, typed = notes_stand_at_end(draft), is_typed(draft)
    for paragraph in draft.paragraphs:
        source = paragraph.span.of(draft.source)
        hints = {"markdown": source} if source != usual(sheet, paragraph, is_typed=typed) else {}
        sign = typed_label(draft, paragraph.ordinal).strip()
        if paragraph.kind in _NUMBERED and sign not in ("", sheet.numbers[paragraph.ordinal].printed):
            hints["sign"] = sign
        before = gap(draft.source[done : paragraph.span.start])
        if before != (block_writing.BETWEEN if found else ""):
            hints["before"] = before or "none"
        if paragraph.kind is Kind.FOOTNOTE and not at_end:
            hints["place"] = str(paragraph.ordinal)
        if paragraph.kind is Kind.HEADING and (paragraph.level != 2 or not is_area(draft, paragraph)):
            hints["level"] = str(paragraph.level)
        found.append(hints)
        done = paragraph.span.end
    return found


def is_area(draft: Draft, heading: Paragraph) -> bool:
    """Whether a heading opens a focus area."""
    area = draft.area_of(heading.ordinal)
    return area is not None and area.first == heading.ordinal


def gap(text: str) -> str:
    """What stands between two paragraphs, without the comments of the source."""
    if _GAP.fullmatch(text):
        return text
    bare = _COMMENT.sub("", text)
    return re.sub(r"\n{3,}", "\n\n", bare) if _GAP.fullmatch(bare) else block_writing.BETWEEN


def cited_notes(draft: Draft) -> Mapping[str, Paragraph]:
    """The notes by their labels, in the order in which they are first cited; what cites a note from another note does
    not count. Of two notes with one label it is the first."""
    notes = {each.label.removeprefix("^"): each for each in reversed(draft.paragraphs) if each.kind is Kind.FOOTNOTE}
    found: dict[str, Paragraph] = {}
    for paragraph in draft.paragraphs:
        if notes and paragraph.kind not in (Kind.FOOTNOTE, Kind.OPAQUE) and "[^" in paragraph.text:
            found |= {each.note: notes[each.note] for each in shown(paragraph.text) if each.note in notes}
    return found


def notes_stand_at_end(draft: Draft) -> bool:
    """Whether the notes are the last paragraphs, in the order in which they are cited, as a text is usually typed."""
    notes = [each for each in draft.paragraphs if each.kind is Kind.FOOTNOTE]
    return list(cited_notes(draft).values()) == notes == list(draft.paragraphs[len(draft.paragraphs) - len(notes) :])
