"""Markdown: the clean text is the source itself; the redline is CriticMarkup.

CriticMarkup has no escape, so a brace of the text is written as a character reference, which
Markdown shows as the brace. Accepting every mark gives the words of the new text, rejecting every
mark those of the old; a comment `{>>…<<}` says what the marks can't.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.numbering import Number
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.passages import Departure, Passage, Place, Words, laid_out
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.summary import total

Marked = tuple[Op, str]

_SIGNS = {Op.INSERTED: ("{++", "++}"), Op.DELETED: ("{--", "--}"), Op.KEPT: ("", "")}
# A reference that the text itself contains is written so that it comes back, also where a mark cuts it.
_UNSAFE = re.compile(r"[{}]|&(?=\Z|#\Z|#(?:38|123|125)(?:;|\Z))")


def clean_markdown(sheet: Sheet) -> bytes:
    """The source, byte for byte, wherever it was read with `surrogateescape`."""
    return sheet.draft.source.encode("utf-8", "surrogateescape")


def redline_markdown(sheet: RedlineSheet) -> bytes:
    """CriticMarkup, a block for each change, a comment with the versions and figures on top."""
    labels = labels_for(sheet.new.spoken)
    blocks = [_heading(sheet, labels), *(_block(sheet, labels, place) for place in laid_out(sheet))]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "surrogateescape")


def _heading(sheet: RedlineSheet, labels: Labels) -> str:
    figures = total(sheet)
    if not figures.paragraphs_changed:
        return _comment(f"{labels.changes(sheet)}: {labels.no_changes}")
    words = labels.count_words(figures.words_inserted, figures.words_deleted)
    return _comment(f"{labels.changes(sheet)}: {labels.count_changed(figures.paragraphs_changed)}; {words}")


def _comment(text: str) -> str:
    return f"{{>>{_safe(' '.join(text.split()))}<<}}"


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda sign: f"&#{ord(sign[0])};", text)


def _block(sheet: RedlineSheet, labels: Labels, place: Place) -> str:
    if isinstance(place, Departure):
        moved = labels.moved_to.replace("{}", labels.cited(place.to_number))
        return _comment(f"{labels.cited(place.number)}: {moved}")
    first = place[0]
    words = critic(_pieces(sheet, place))
    note = "" if first.fate in (Fate.INSERTED, Fate.DELETED) else labels.note(first.fate, _places(sheet, labels, first))
    return _prefix(first.paragraph) + words + (f" {_comment(note)}" if note else "")


def _places(sheet: RedlineSheet, labels: Labels, passage: Passage) -> str:
    return ", ".join(labels.cited(sheet.old.numbers[ordinal]) for ordinal in passage.was)


def _prefix(paragraph: Paragraph) -> str:
    """What makes a block a heading; it stands outside the marks, where Markdown finds it."""
    if paragraph.kind is Kind.TITLE:
        return "# "
    return "#" * max(1, paragraph.level) + " " if paragraph.kind is Kind.HEADING else ""


def _pieces(sheet: RedlineSheet, passages: tuple[Passage, ...]) -> Iterator[Marked]:
    """The numbers and words of one change; a split or joined paragraph goes on after its break."""
    first = passages[0]
    yield from _number(sheet, first)
    if first.is_replaced_whole:
        yield Op.DELETED, sheet.old.draft.paragraphs[first.was[0]].text
        yield Op.KEPT, "\n\n"
        yield Op.INSERTED, first.paragraph.text
        return
    for passage in passages:
        for words in passage.words:
            yield words.op, _text(sheet, words)


def _number(sheet: RedlineSheet, passage: Passage) -> Iterator[Marked]:
    new = _spaced(passage.number, passage.paragraph)
    old = (
        _spaced(sheet.old.numbers[passage.was[0]], sheet.old.draft.paragraphs[passage.was[0]])
        if passage.was and not passage.continues
        else ""
    )
    if passage.fate is Fate.DELETED or new == old:
        yield Op.DELETED if passage.fate is Fate.DELETED else Op.KEPT, old
    else:
        yield Op.DELETED, old
        yield Op.INSERTED, new


def _spaced(number: Number, paragraph: Paragraph) -> str:
    if paragraph.kind is Kind.FOOTNOTE:
        return f"[{paragraph.label}]: "
    return f"{number.printed} " if number.printed else ""


def _text(sheet: RedlineSheet, words: Words) -> str:
    side = sheet.old if words.op is Op.DELETED else sheet.new
    paragraph = side.draft.paragraphs[words.ordinal]
    if words.is_break:
        return "\n\n" + _spaced(side.numbers[words.ordinal], paragraph)
    return paragraph.text[words.start : words.end]


def critic(pieces: Iterable[Marked]) -> str:
    """Neighbours of one fate under one pair of marks."""
    written: list[str] = []
    for op, group in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(text for _, text in group)
        opening, closing = _SIGNS[op]
        written.append(f"{opening}{_safe(text)}{closing}" if text else "")
    return "".join(written)
