"""A text as a paper: title block, numbered paragraphs, footnotes, tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.table import rows
from zerodraft.core.text.visible import visible
from zerodraft.core.text.waymark import provenance_properties
from zerodraft.export.labels import labels_for
from zerodraft.export.pdf.paper import Block, Notes, Paper, Pieces, block, line, merged, piece, pieces, sign
from zerodraft.export.pdf.tables import tables, words_of
from zerodraft.export.pdf.talk import Talk, with_signs
from zerodraft.export.sheet import Sheet


def clean_paper(sheet: Sheet) -> Paper:
    """The text with its title block."""
    return framed(sheet, tuple(_blocks(sheet)))


def framed(sheet: Sheet, blocks: tuple[Block, ...], changes: str = "") -> Paper:
    """Blocks with what stands around them. `changes` says of a redline between which versions it is."""
    labels = labels_for(sheet.spoken)
    title = line(sheet.title or sheet.draft.title)
    right = changes or " – ".join(filter(None, (labels.version(sheet), sheet.date_line)))
    has_title = any(each.kind is Kind.TITLE for each in sheet.draft.paragraphs)
    above: tuple[Block, ...] = () if has_title or not title else (block("title", (title,)),)
    return Paper(
        title=title or line(labels.version(sheet)) or "–",
        blocks=(*above, *blocks),
        language=sheet.language,
        opening=tuple(
            map(line, filter(None, (sheet.conference, sheet.place_and_dates, labels.version_line(sheet), changes)))
        ),
        running=(title, line(right)),
        page=labels.page,
        mark=line(sheet.mark),
        foot=line(labels.fingerprint_line(sheet)),
        day=sheet.day,
        keywords=_keywords(sheet),
        has_line_numbers=sheet.has_line_numbers,
    )


def _keywords(sheet: Sheet) -> tuple[str, ...]:
    """What the file says of itself to programs."""
    told = provenance_properties(sheet.provenance) if sheet.provenance else ()
    return tuple(f"{name}={value}" for name, value in told)


def _blocks(sheet: Sheet) -> Iterator[Block]:
    setting = Setting.of(sheet)
    for paragraph, number in zip(sheet.draft.paragraphs, sheet.numbers, strict=True):
        if paragraph.kind is not Kind.FOOTNOTE:
            yield from paragraph_blocks(paragraph, number, setting)
    yield from uncited(sheet.draft, setting.notes)
    yield from setting.talk.elsewhere()


def uncited(draft: Draft, notes: Notes) -> Iterator[Block]:
    """Footnotes to which nothing refers, as paragraphs at the end."""
    known: set[str] = set()
    for paragraph in draft.paragraphs:
        if paragraph.kind is not Kind.FOOTNOTE:
            continue
        is_first = paragraph.label not in known
        known.add(paragraph.label)
        if not (is_first and notes.is_cited(paragraph.label)):
            yield block("plain", pieces(read_inline(paragraph.text), notes))


class Levels:
    """The levels of headings as a reader needs them: the first one is 1, none is left out on the way down."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def next(self, level: int) -> int:
        self._above = [*(each for each in self._above if each < level), level]
        return len(self._above)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the paragraphs of one text have in common while they are set."""

    notes: Notes
    talk: Talk
    levels: Levels = field(default_factory=Levels)

    @classmethod
    def of(cls, sheet: Sheet) -> "Setting":
        return cls(Notes.of(sheet.draft), Talk(sheet))


def paragraph_blocks(paragraph: Paragraph, number: Number, setting: Setting) -> Iterator[Block]:
    """A paragraph with its number, as it is set by its kind, and what was said of it."""
    notes = setting.notes
    if paragraph.kind is Kind.TABLE:
        yield from tables([[pieces(read_inline(cell), notes) for cell in row] for row in rows(paragraph.text)])
    elif paragraph.kind is Kind.OPAQUE:
        yield block("quoted", lines=[(f"{each} ",) for each in lines_of(paragraph)])
    else:
        yield words_block(paragraph, number.printed, _signed(paragraph, setting), setting.levels)
    yield from setting.talk.below(paragraph.ordinal)


def _signed(paragraph: Paragraph, setting: Setting) -> Pieces:
    """The words with the numbers of the threads on them."""
    read, end = read_inline(paragraph.text), len(paragraph.text)
    signs = setting.talk.signs(paragraph.ordinal, end)
    if not signs:
        return pieces(read, setting.notes)
    shown = with_signs(read, signs, 0, end)
    return merged(sign(each) if isinstance(each, str) else piece(each, setting.notes) for each in shown)


def lines_of(paragraph: Paragraph) -> list[str]:
    """A quoted block, line by line as it was typed."""
    return [line(each) for each in visible(paragraph.text).split("\n")]


def words_block(paragraph: Paragraph, printed: str, words: Pieces, levels: Levels) -> Block:
    """Words set as those of a paragraph that is neither a table nor a quoted block."""
    match paragraph.kind:
        case Kind.TITLE:
            return block("title", words)
        case Kind.HEADING if words_of(words).strip():
            return block("heading", words, l=levels.next(paragraph.level))
        case Kind.PREAMBULAR:
            return block("preambular", words)
        case _ if printed:
            return block("numbered", words, n=printed, l=paragraph.level)
        case _:
            return block("plain", words)
