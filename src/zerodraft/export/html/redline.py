"""A redline as one HTML page: new and old in one text, or either alone; by delegation, by focus area."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.footnotes import note_numbers
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.table import Row as Cells
from zerodraft.core.text.table import rows
from zerodraft.export.html.blocks import Block, Row, below, heading_levels, ids, line, note_list, table
from zerodraft.export.html.clean import clean_table, note_row, quoted
from zerodraft.export.html.controls import Choice, controls, filters
from zerodraft.export.html.frame import framed, in_labels, page_title, title_block
from zerodraft.export.html.hands import Parties, Signatures, Signer
from zerodraft.export.html.parts import Parts
from zerodraft.export.html.style_redline import REDLINE
from zerodraft.export.html.style_talk import TALK
from zerodraft.export.html.stylesheet import STYLE
from zerodraft.export.html.survey import survey
from zerodraft.export.html.talk import Talk, everybody
from zerodraft.export.html.words import Notes, Page, safe
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.passages import Departure, Passage, Place, laid_out
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.tables import paired


def redline_html(sheet: RedlineSheet) -> bytes:
    """One file without script: every switch and filter is the style's own."""
    labels = labels_for(sheet.new.spoken)
    redline = _Redline(sheet, labels)
    parts = Parts(sheet, labels)
    notes = []
    for each in redline.blocks():
        if each.is_footnote:
            notes += [each.block.html, each.block.talk]
        else:
            parts.add(each.ordinal, each.block, each.authors)
    choice = Choice(redline.parties.names, parts.names, bool(redline.talk), sheet.only_changes)
    versions, spoken = labels.changes(sheet), in_labels(sheet.new, labels)
    text = parts.html(redline.parties, spoken) + redline.talk.elsewhere() + note_list(sheet.new, labels, notes)
    body = (
        f"<header>\n{title_block(sheet.new, labels)}\n<h1{spoken}>{safe(versions)}</h1>\n</header>\n"
        f'{survey(sheet, labels, redline.anchors)}{controls(choice, labels, spoken)}<main id="text">\n{text}</main>'
    )
    title = page_title(sheet.new)
    style = STYLE + REDLINE + (TALK if redline.talk else "") + redline.rules() + filters(choice)
    return framed(f"{title} – {versions}", sheet.new, labels, body, style)


class _Told(NamedTuple):
    """A block, the paragraph of the new text that it is (None for one that is gone), and who changed or said
    something there."""

    block: Block
    ordinal: int | None
    authors: Sequence[str]
    is_footnote: bool = False


class _Redline:
    """The passages of one redline as blocks of a page."""

    def __init__(self, sheet: RedlineSheet, labels: Labels) -> None:
        self.sheet = sheet
        self.labels = labels
        self.parties = Parties((*_hands(sheet), *everybody(sheet.new)))
        self.talk = Talk(sheet.new, labels, self.parties)
        self.places = tuple(laid_out(sheet))
        notes = _shown_notes(self.places, sheet)
        self.page = Page((sheet.new.draft, sheet.old.draft), notes, self.talk.cues())
        self.departed = Page.of(sheet.old.draft, Notes((), note_numbers(sheet.old.draft)))
        self.anchors = ids(sheet.new.numbers, "p-")
        self.old_anchors = ids(sheet.old.numbers, "old-")
        words = page_labels_for(labels.language)
        self._signatures = Signatures(sheet.hands, self.parties, words) if sheet.hands else None
        self._spoken = in_labels(sheet.new, labels)

    def rules(self) -> str:
        """What the style knows of the acts that were met on the way."""
        return self._signatures.rules() if self._signatures else ""

    def blocks(self) -> Iterator[_Told]:
        for place in self.places:
            if isinstance(place, Departure):
                yield self._departure(place)
                continue
            for part, passage in enumerate(place):
                yield self._passage(passage, part)

    def _passage(self, passage: Passage, part: int) -> _Told:
        paragraph, ordinal = passage.paragraph, passage.paragraph.ordinal
        is_gone = passage.fate is Fate.DELETED
        signer = Signer(self._signatures, passage) if self._signatures and not passage.is_kept else None
        self.page.sign_by(signer.sign if signer else None)
        body = self._body(passage, part)
        whose = signer.authors if signer else ()
        authors = (*whose, *(() if is_gone else self.talk.names(ordinal)))
        anchor = self.old_anchors[ordinal] if is_gone else self.anchors[ordinal]
        classes = _classes(passage) + self.parties.all_of(authors)
        block = f'<div class="{classes}" id="{anchor}">{self._above(passage, whose)}{body}</div>'
        talk = "" if is_gone else self.talk.beside(ordinal, " kept" if passage.is_kept else "")
        told = Block(block, talk, paragraph.kind is Kind.HEADING)
        return _Told(told, None if is_gone else ordinal, authors, paragraph.kind is Kind.FOOTNOTE)

    def _above(self, passage: Passage, whose: Sequence[str]) -> str:
        """What became of a paragraph, and by whom."""
        names = f'<span class="whose">{safe(", ".join(whose))}</span>' if whose else ""
        told = " · ".join(filter(None, (self._note(passage), names)))
        return f'<p class="note"{self._spoken}>{told}</p>' if told else ""

    @cached_property
    def _levels(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        return heading_levels(self.sheet.new.draft, 3), heading_levels(self.sheet.old.draft, 3)

    def _body(self, passage: Passage, part: int) -> str:
        paragraph = passage.paragraph
        match paragraph.kind:
            case Kind.TITLE | Kind.HEADING:
                words = self._words(passage)
                if paragraph.kind is Kind.TITLE:
                    return f'<h2 class="doctitle" dir="auto">{words}</h2>'
                tag = f"h{self._levels[passage.fate is Fate.DELETED][paragraph.ordinal]}"
                return f'<{tag} dir="auto">{words}</{tag}>'
            case Kind.TABLE:
                return self._table(passage) + self._signs(passage)
            case Kind.OPAQUE:
                return self._quoted(passage) + self._signs(passage)
            case Kind.FOOTNOTE:
                return self._footnote(passage).html()
            case _:
                return Row(self._number(passage, part), self._words(passage), paragraph.level).html()

    def _words(self, passage: Passage) -> str:
        """With the signs of the comments on the paragraph."""
        cues = () if passage.fate is Fate.DELETED else self.page.cues.get(passage.paragraph.ordinal, ())
        return self.page.words(passage.words, cues)

    def _signs(self, passage: Passage) -> str:
        return "" if passage.fate is Fate.DELETED else below(self.page.cues.get(passage.paragraph.ordinal, ()))

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
        return note_row(notes, self.labels, passage.paragraph, self._words(passage))

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

    def _departure(self, departure: Departure) -> _Told:
        """Where a paragraph stood: which one, where it is now, and for the old text its words."""
        to = f'<a href="#{self.anchors[departure.to]}">{safe(self.labels.cited(departure.to_number))}</a>'
        note = f"{safe(self.labels.cited(departure.number))}: {self.labels.moved_to.replace('{}', to)}"
        was = self._unmarked(departure.paragraph, departure.number)
        anchor = self.old_anchors[departure.paragraph.ordinal]
        inside = f'<p class="note"{self._spoken}>{note}</p><div class="was">{was}</div>'
        hands = self.sheet.hands
        authors = (hands.touched(departure.to).author,) if hands else ()
        classes = "par changed departure" + self.parties.all_of(authors)
        return _Told(Block(f'<div class="{classes}" id="{anchor}">{inside}</div>'), None, authors)

    def _unmarked(self, paragraph: Paragraph, number: Number) -> str:
        words = self.departed.text(paragraph.text)
        match paragraph.kind:
            case Kind.HEADING:
                return f'<h3 dir="auto">{words}</h3>'
            case Kind.TABLE:
                return clean_table(self.departed, paragraph, self._named(number))
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
            return _under(passage.fate, clean_table(self.page, passage.paragraph, self._named(passage.number)))
        old = rows(self.sheet.old.draft.paragraphs[passage.was[0]].text)
        pairs = list(paired(old, rows(passage.paragraph.text)))
        written = [line(self._cells(left, right)) for left, right in pairs]
        columns = max((len(cells or ()) for pair in pairs for cells in pair), default=0)
        return table(written[:1], written[1:], self._named(passage.number), columns)

    def _named(self, number: Number) -> str:
        return page_labels_for(self.labels.language).table.replace("{}", number.cite)

    def _cells(self, old: Cells | None, new: Cells | None) -> str:
        if old is None or new is None:
            op = Op.INSERTED if old is None else Op.DELETED
            return "".join(f'<td dir="auto">{self.page.text(cell, op)}</td>' for cell in new or old or ())
        cells = (self.page.compared(left, right) for left, right in zip(old, new, strict=True))
        return "".join(f'<td dir="auto">{cell}</td>' for cell in cells)


def _shown_notes(places: tuple[Place, ...], sheet: RedlineSheet) -> tuple[Notes, Notes]:
    """The notes of both texts that stand on the page; nothing may lead to one that doesn't."""
    passages = [passage for place in places if not isinstance(place, Departure) for passage in place]
    gone = [each.paragraph for each in passages if each.fate is Fate.DELETED]
    there = [each.paragraph for each in passages if each.fate is not Fate.DELETED]
    return Notes(there, note_numbers(sheet.new.draft)), Notes(gone, note_numbers(sheet.old.draft), "old-")


def _hands(sheet: RedlineSheet) -> Iterator[str]:
    """The names of all who changed something between the two texts."""
    if hands := sheet.hands:
        yield hands.other.author
        yield from (hand.author for hand in hands.last.values())
        for side in (hands.put, hands.taken):
            yield from (each.hand.author for signed in side.values() for each in signed)


def _under(fate: Fate, block: str) -> str:
    """A whole block that is new, or was deleted."""
    tag = {Fate.INSERTED: "ins", Fate.DELETED: "del"}.get(fate)
    return f"<{tag}>{block}</{tag}>" if tag else block


def _classes(passage: Passage) -> str:
    """`kept` paragraphs can be left out by the reader; titles and headings stay."""
    names = ["par"]
    if passage.is_kept:
        names += ["orients"] if passage.orients else ["kept"]
    else:
        names += ["changed", str(passage.fate)]
    if passage.fate is Fate.MOVED:
        names.append("arrived")
    return " ".join(names)
