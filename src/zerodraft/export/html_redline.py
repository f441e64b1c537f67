"""A redline as one HTML page: new and old in one text, or either alone, with a survey on top."""

from collections.abc import Iterator

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.table import Row as Cells
from zerodraft.core.text.table import rows
from zerodraft.export.html_blocks import Row, framed, heading_level, ids, note_list, table, title_block
from zerodraft.export.html_clean import clean_table, note_row, quoted
from zerodraft.export.html_survey import survey
from zerodraft.export.html_words import Notes, Page, safe
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.passages import Departure, Passage, Place, laid_out
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.tables import paired


def redline_html(sheet: RedlineSheet) -> bytes:
    """One file without script: the switch between old and new text is the style's own."""
    labels = labels_for(sheet.new.spoken)
    redline = _Redline(sheet, labels)
    blocks = list(redline.blocks())
    text = "\n".join(html for is_note, html in blocks if not is_note)
    notes = note_list(labels, (html for is_note, html in blocks if is_note))
    versions = labels.changes(sheet)
    title = sheet.new.title or sheet.new.draft.title
    body = (
        f"<header>\n{title_block(sheet.new, labels)}\n</header>\n<h1>{safe(versions)}</h1>\n"
        f'{survey(sheet, labels, redline.anchors)}<main id="text">\n{text}\n{notes}</main>'
    )
    return framed(f"{title} – {versions}", sheet.new, labels, body)


class _Redline:
    """The passages of one redline as blocks of a page."""

    def __init__(self, sheet: RedlineSheet, labels: Labels) -> None:
        self.sheet = sheet
        self.labels = labels
        self.places = tuple(laid_out(sheet))
        notes, old_notes = _shown_notes(self.places)
        self.page = Page(sheet.new.draft, sheet.old.draft, notes, old_notes)
        self.departed = Page.of(sheet.old.draft, Notes(()))
        self.anchors = ids(sheet.new.numbers, "p-")
        self.old_anchors = ids(sheet.old.numbers, "old-")

    def blocks(self) -> Iterator[tuple[bool, str]]:
        """Each block, and whether it is a footnote, which stands at the end of the page."""
        for place in self.places:
            if isinstance(place, Departure):
                yield False, self._departure(place)
                continue
            for part, passage in enumerate(place):
                yield passage.paragraph.kind is Kind.FOOTNOTE, self._passage(passage, part)

    def _passage(self, passage: Passage, part: int) -> str:
        ordinal = passage.paragraph.ordinal
        anchor = self.old_anchors[ordinal] if passage.fate is Fate.DELETED else self.anchors[ordinal]
        note = self._note(passage)
        written = f'<p class="note">{note}</p>' if note else ""
        return f'<div class="{_classes(passage)}" id="{anchor}">{written}{self._body(passage, part)}</div>'

    def _body(self, passage: Passage, part: int) -> str:
        paragraph = passage.paragraph
        match paragraph.kind:
            case Kind.TITLE | Kind.HEADING:
                draft = self.sheet.old.draft if passage.fate is Fate.DELETED else self.sheet.new.draft
                words = self.page.words(passage.words)
                if paragraph.kind is Kind.TITLE:
                    return f'<h2 class="doctitle" dir="auto">{words}</h2>'
                tag = f"h{heading_level(draft, paragraph, 3)}"
                return f'<{tag} dir="auto">{words}</{tag}>'
            case Kind.TABLE:
                return self._table(passage)
            case Kind.OPAQUE:
                return self._quoted(passage)
            case Kind.FOOTNOTE:
                return self._footnote(passage).html()
            case _:
                return Row(self._number(passage, part), self.page.words(passage.words), paragraph.level).html()

    def _number(self, passage: Passage, part: int) -> str:
        """The new number; the old one below it, where it was another."""
        is_alone = self.sheet.only_changes and passage.paragraph.kind is Kind.SUB
        now = safe(passage.number.cite if is_alone else passage.number.printed)
        was = safe(self.sheet.old.numbers[passage.was[0]].printed) if passage.was and not part else ""
        if passage.fate in (Fate.INSERTED, Fate.DELETED) or (was == safe(passage.number.printed) and not part):
            return now
        formerly = f'<span class="was-number">{was}</span>' if was else ""
        return f'<span class="now-number">{now}</span>{formerly}'

    def _footnote(self, passage: Passage) -> Row:
        notes = self.page.old_notes if passage.fate is Fate.DELETED else self.page.notes
        return note_row(notes, self.labels, passage.paragraph, self.page.words(passage.words))

    def _note(self, passage: Passage) -> str:
        if passage.fate is Fate.REWORDED and not self._shows_marks(passage):
            return self.labels.form_only
        places = ", ".join(self._old_place(passage, ordinal) for ordinal in passage.was)
        return self.labels.note(passage.fate, places)

    def _shows_marks(self, passage: Passage) -> bool:
        return passage.is_replaced_whole or self.page.marked(passage.words)

    def _old_place(self, passage: Passage, ordinal: int) -> str:
        cited = safe(self.labels.cited(self.sheet.old.numbers[ordinal]))
        return f'<a href="#{self.old_anchors[ordinal]}">{cited}</a>' if passage.fate is Fate.MOVED else cited

    def _departure(self, departure: Departure) -> str:
        """Where a paragraph stood: which one, where it is now, and for the old text its words."""
        to = f'<a href="#{self.anchors[departure.to]}">{safe(self.labels.cited(departure.to_number))}</a>'
        note = f"{safe(self.labels.cited(departure.number))}: {self.labels.moved_to.replace('{}', to)}"
        was = self._unmarked(departure.paragraph, departure.number)
        anchor = self.old_anchors[departure.paragraph.ordinal]
        inside = f'<p class="note">{note}</p><div class="was">{was}</div>'
        return f'<div class="par changed departure" id="{anchor}">{inside}</div>'

    def _unmarked(self, paragraph: Paragraph, number: Number) -> str:
        words = self.departed.text(paragraph.text)
        match paragraph.kind:
            case Kind.HEADING:
                return f'<h3 dir="auto">{words}</h3>'
            case Kind.TABLE:
                return clean_table(self.departed, paragraph)
            case Kind.OPAQUE:
                return f'<pre dir="auto">{quoted(paragraph)}</pre>'
            case _:
                return Row(safe(number.printed), words, paragraph.level).html()

    # --- blocks that are marked by lines -----------------------------------------------------------

    def _quoted(self, passage: Passage) -> str:
        new = f'<pre dir="auto">{quoted(passage.paragraph)}</pre>'
        if passage.is_replaced_whole:
            old = self.sheet.old.draft.paragraphs[passage.was[0]]
            return f'<del><pre dir="auto">{quoted(old)}</pre></del><ins>{new}</ins>'
        return _under(passage.fate, new)

    def _table(self, passage: Passage) -> str:
        if not passage.is_replaced_whole:
            return _under(passage.fate, clean_table(self.page, passage.paragraph))
        old = rows(self.sheet.old.draft.paragraphs[passage.was[0]].text)
        pairs = list(paired(old, rows(passage.paragraph.text)))
        written = [self._cells(left, right) for left, right in pairs]
        return table(written[:1], written[1:])

    def _cells(self, old: Cells | None, new: Cells | None) -> str:
        if old is None or new is None:
            op = Op.INSERTED if old is None else Op.DELETED
            return "".join(f'<td dir="auto">{self.page.text(cell, op)}</td>' for cell in new or old or ())
        cells = (self.page.compared(left, right) for left, right in zip(old, new, strict=True))
        return "".join(f'<td dir="auto">{cell}</td>' for cell in cells)


def _shown_notes(places: tuple[Place, ...]) -> tuple[Notes, Notes]:
    """The notes of both texts that stand on the page; nothing may lead to one that doesn't."""
    passages = [passage for place in places if not isinstance(place, Departure) for passage in place]
    new = Notes(each.paragraph for each in passages if each.fate is not Fate.DELETED)
    return new, Notes((each.paragraph for each in passages if each.fate is Fate.DELETED), "old-")


def _under(fate: Fate, block: str) -> str:
    """A whole block that is new, or was deleted."""
    tag = {Fate.INSERTED: "ins", Fate.DELETED: "del"}.get(fate)
    return f"<{tag}>{block}</{tag}>" if tag else block


def _classes(passage: Passage) -> str:
    """`kept` paragraphs can be left out by the reader; titles and headings stay."""
    names = ["par"]
    if passage.is_kept:
        names += [] if passage.orients else ["kept"]
    else:
        names += ["changed", str(passage.fate)]
    if passage.fate is Fate.MOVED:
        names.append("arrived")
    return " ".join(names)
