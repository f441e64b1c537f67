"""A redline as a paper: inserted words underlined, deleted ones struck, a bar beside what changed, moves told."""

from collections.abc import Iterator
from dataclasses import replace

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.table import Row, rows
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.passages import Departure, Passage, Place, laid_out
from zerodraft.export.pdf.clean import Levels, framed, lines_of, words_block
from zerodraft.export.pdf.marked import MarkedWords
from zerodraft.export.pdf.paper import Block, Paper, Pieces, block, line, plain
from zerodraft.export.pdf.tables import tables
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.shown_words import is_form_only, sides
from zerodraft.export.summary import total
from zerodraft.export.tables import paired

_WHOLE = {Fate.INSERTED: Op.INSERTED, Fate.DELETED: Op.DELETED}


def redline_paper(sheet: RedlineSheet) -> Paper:
    """Title block, what changed in figures, how to read it, then the text in reading order."""
    labels = labels_for(sheet.new.spoken)
    blocks = tuple(_Redline(sheet, labels).blocks())
    return replace(framed(sheet.new, blocks, labels.changes(sheet)), legend=tuple(_legend(sheet, labels)))


def _legend(sheet: RedlineSheet, labels: Labels) -> Iterator[Pieces]:
    figures = total(sheet)
    if not figures.paragraphs_changed:
        yield (labels.no_changes,)
        return
    words = labels.count_words(figures.words_inserted, figures.words_deleted)
    yield (f"{labels.count_changed(figures.paragraphs_changed)}; {words}.",)
    signs = (plain(labels.insertion, Op.INSERTED), " · ", plain(labels.deletion, Op.DELETED))
    yield (*signs, f" · {labels.legend_bar}")
    yield (labels.legend_bracket,)


class _Redline:
    """The passages of one redline as blocks."""

    def __init__(self, sheet: RedlineSheet, labels: Labels) -> None:
        self._sheet = sheet
        self._labels = labels
        self._places = tuple(laid_out(sheet))
        self._levels = Levels()
        self._sides = sides(sheet)
        self._notes = [each for each in self._passages() if each.paragraph.kind is Kind.FOOTNOTE]
        self._marked = MarkedWords(sheet, self._notes)

    def _passages(self) -> Iterator[Passage]:
        for place in self._places:
            if not isinstance(place, Departure):
                yield from place

    def blocks(self) -> Iterator[Block]:
        """All of them; then the notes that nobody cites."""
        for place in self._places:
            yield from self._place(place)
        for each in self._notes:
            if not self._marked.notes(_WHOLE.get(each.fate, Op.KEPT)).is_cited(each.paragraph.label):
                yield _barred(block("plain", self._marked.words(each.words)), each)
        yield from self._marked.talk.elsewhere()

    def _place(self, place: Place) -> Iterator[Block]:
        if isinstance(place, Departure):
            moved = self._labels.moved_to.replace("{}", self._labels.cited(place.to_number))
            yield block("note", (line(f"{self._labels.cited(place.number)}: {moved}"),), c=1)
            return
        for part, passage in enumerate(place):
            if passage.paragraph.kind is Kind.FOOTNOTE:
                continue
            first, *rest = (_barred(each, passage) for each in self._passage(passage, part))
            note = self._note(passage)
            yield {**first, "t": line(note)} if note else first
            yield from rest
            if passage.fate is not Fate.DELETED:
                yield from self._marked.talk.below(passage.paragraph.ordinal)

    def _note(self, passage: Passage) -> str:
        """What became of a paragraph where the marks alone don't say it, and whose the changes are."""
        told = "" if passage.fate in _WHOLE else self._told(passage)
        names = ", ".join(self._marked.names(passage))
        return " – ".join(filter(None, (told, names)))

    def _told(self, passage: Passage) -> str:
        if passage.fate is Fate.REWORDED and not self._shows_marks(passage):
            return self._labels.form_only
        places = ", ".join(self._labels.cited(self._sheet.old.numbers[ordinal]) for ordinal in passage.was)
        return self._labels.note(passage.fate, places)

    def _shows_marks(self, passage: Passage) -> bool:
        return passage.is_replaced_whole or not is_form_only(passage.words, self._sides)

    def _passage(self, passage: Passage, part: int) -> Iterator[Block]:
        paragraph = passage.paragraph
        if paragraph.kind is Kind.TABLE:
            yield from tables(list(self._rows(passage)))
        elif paragraph.kind is Kind.OPAQUE:
            yield from self._quoted(passage)
        else:
            now, was = self._numbers(passage, part)
            made = words_block(paragraph, now, self._marked.words(passage.words), self._levels)
            yield {**made, **_marks(passage, was)}

    def _numbers(self, passage: Passage, part: int) -> tuple[str, str]:
        """The number, and the old one where it was another; a sub-paragraph on its own is cited in full."""
        is_alone = self._sheet.only_changes and passage.paragraph.kind is Kind.SUB
        now = passage.number.cite if is_alone else passage.number.printed
        if part or not passage.was or passage.fate in _WHOLE:
            return now, ""
        was = self._sheet.old.numbers[passage.was[0]].printed
        return now, "" if was == passage.number.printed else was

    # --- blocks that are marked by lines ----------------------------------------------------------

    def _quoted(self, passage: Passage) -> Iterator[Block]:
        op = _WHOLE.get(passage.fate, Op.KEPT)
        if passage.is_replaced_whole:
            yield _lines(self._sheet.old.draft.paragraphs[passage.was[0]], Op.DELETED)
            op = Op.INSERTED
        yield _lines(passage.paragraph, op)

    def _rows(self, passage: Passage) -> Iterator[list[Pieces]]:
        new = rows(passage.paragraph.text)
        if not passage.is_replaced_whole:
            op = _WHOLE.get(passage.fate, Op.KEPT)
            yield from ([self._marked.text(cell, op) for cell in row] for row in new)
            return
        old = rows(self._sheet.old.draft.paragraphs[passage.was[0]].text)
        yield from (self._cells(*pair) for pair in paired(old, new))

    def _cells(self, old: Row | None, new: Row | None) -> list[Pieces]:
        if old is None or new is None:
            op = Op.INSERTED if old is None else Op.DELETED
            return [self._marked.text(cell, op) for cell in new or old or ()]
        return [self._marked.compared(left, right) for left, right in zip(old, new, strict=True)]


def _lines(paragraph: Paragraph, op: Op) -> Block:
    return block("quoted", lines=[(plain(each, op),) for each in lines_of(paragraph)])


def _marks(passage: Passage, was: str) -> Block:
    """`o` is the old number, `f` the mark on the number of what is new or gone, `x` a heading that no list shows."""
    fate = {Fate.INSERTED: "+", Fate.DELETED: "-"}.get(passage.fate, "")
    is_gone = passage.fate is Fate.DELETED and passage.paragraph.kind is Kind.HEADING
    return {**({"o": was} if was else {}), **({"f": fate} if fate else {}), **({"x": 1} if is_gone else {})}


def _barred(made: Block, passage: Passage) -> Block:
    return made if passage.is_kept else {**made, "c": 1}
