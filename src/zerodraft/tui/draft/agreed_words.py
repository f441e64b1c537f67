"""Agreed language for words of the text: which words are asked about, how a wording is shown, quoted, taken over."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.nearness import Wording
from zerodraft.core.text.draft import Draft, Kind, source_span
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.rewording import wholly_reworded
from zerodraft.core.text.splice import Splice, splice
from zerodraft.export.text.blocks import plain
from zerodraft.tui.draft.margin import ordinal_at
from zerodraft.tui.review.redlining import runs_para
from zerodraft.tui.widgets.card import Card, Para, para
from zerodraft.tui.widgets.row import Piece, row

if TYPE_CHECKING:
    from zerodraft.desk.agreed_language import Quotation

_NO_WORDS = (Kind.TABLE, Kind.OPAQUE)


class Asked(NamedTuple):
    """The words for which agreed language is wanted: `start` to `end` of the text of paragraph `ordinal`."""

    draft: Draft
    ordinal: int
    start: int
    end: int

    @property
    def words(self) -> str:
        return self._text[self.start : self.end]

    @property
    def is_whole(self) -> bool:
        return (self.start, self.end) == (0, len(self._text))

    @property
    def _text(self) -> str:
        return self.draft.paragraphs[self.ordinal].text


def asked_at(draft: Draft, start: int, end: int) -> Asked | None:
    """The words selected from `start` to `end` of the source, as far as they stand in the paragraph in which they
    begin; where none are selected, all of the paragraph. None where there are no words, and in a table."""
    selected = draft.source[start:end]
    start += len(selected) - len(selected.lstrip())
    ordinal = ordinal_at(draft, start)
    if ordinal is None or draft.paragraphs[ordinal].kind in _NO_WORDS:
        return None
    text = draft.paragraphs[ordinal].text
    first, last = (_in_text(draft, ordinal, place) for place in (start, end))
    first, last = first + len(text[first:last]) - len(text[first:last].lstrip()), len(text[:last].rstrip())
    if first >= last:
        first, last = 0, len(text)
    return Asked(draft, ordinal, first, last) if last else None


def _in_text(draft: Draft, ordinal: int, place: int) -> int:
    """Where a place of the source is in the text of a paragraph: before the first character that stands behind it."""
    places = range(len(draft.paragraphs[ordinal].text))
    return bisect_left(places, place, key=lambda index: source_span(draft, ordinal, index, index).start)


def fitting(asked: Asked, quotation: "Quotation") -> "Quotation":
    """What of a wording belongs to the words asked for, from the first to the last words that both have: where these
    are a part of their paragraph, without the agreed words around that; where the wording is a part of its own, one's
    own words around it are left alone."""
    found = quotation.precedent
    loose = ((Op.DELETED,) if not asked.is_whole else ()) + ((Op.INSERTED,) if not quotation.is_whole else ())
    runs = list(found.runs)
    before, after = _taken_off(runs, 0, loose), _taken_off(runs, -1, loose)
    if before is None and after is None:
        return quotation
    here = (found.here[0] + _length(before, Op.INSERTED), found.here[1] - _length(after, Op.INSERTED))
    there = (found.there[0] + _length(before, Op.DELETED), found.there[1] - _length(after, Op.DELETED))
    words = "".join(run.text for run in runs if run.op is not Op.INSERTED)
    lead, tail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    made = found._replace(
        here=(here[0] + lead, here[1] - tail),
        there=(there[0] + lead, there[1] - tail),
        runs=tuple(runs),
        likeness=_likeness(runs),
    )
    return replace(quotation, words=words.strip(), is_whole=False, precedent=made)


def _taken_off(runs: list[Run], end: int, loose: Sequence[Op]) -> Run | None:
    """Take the run at an end off when it stands beside kept words, and not in place of others."""
    if len(runs) > 1 and runs[end].op in loose and runs[1 if end == 0 else -2].op is Op.KEPT:
        return runs.pop(end)
    return None


def _length(run: Run | None, op: Op) -> int:
    return len(run.text) if run is not None and run.op is op else 0


def _likeness(runs: Sequence[Run]) -> float:
    """Dice's coefficient of the words."""
    counts = {op: sum(len(Wording(run.text).words) for run in runs if run.op is op) for op in Op}
    words = 2 * counts[Op.KEPT] + counts[Op.DELETED] + counts[Op.INSERTED]
    return 2 * counts[Op.KEPT] / words if words else 0.0


# --- shown -----------------------------------------------------------------------------------------


def quotation_card(asked: str, quotation: "Quotation", *, marks: bool) -> Card:
    """Whose words, how near they are, and the redline that leads from them to one's own; with `marks` signs around
    what was changed."""
    head = row(Piece(quotation.title, "strong"), tail=(Piece(quotation.likeness_told(asked), "quiet"),))
    place = para(Piece(f"{quotation.version.designation}, paragraph {quotation.cite}", "number"))
    return Card(head, (place, _redline(asked, quotation, marks=marks)))


def _redline(asked: str, quotation: "Quotation", *, marks: bool) -> Para:
    around = () if quotation.is_whole else (Piece("…", "quiet"),)
    own = asked[slice(*quotation.precedent.here)]
    return Para((*around, *runs_para(redline(plain(quotation.words), plain(own)), plain=marks).pieces, *around))


def nothing_found(texts: int, key: str) -> str:
    """What it means that no wording was found in so many texts, and what can be done."""
    if not texts:
        return (
            "No other document of this workspace is issued yet, so nothing is agreed language. Home (f8, then 1) lists "
            "the documents; n there brings in an adopted text from a file, f9 issues it."
        )
    read = (
        "The other issued text says nothing" if texts == 1 else f"None of the {texts} other issued texts says anything"
    )
    return f"{read} like it. esc closes this; select a clause of it alone, and ask again with {key}."


# --- quoted, taken over ------------------------------------------------------------------------------


def quoted_words(quotation: "Quotation") -> str:
    """The words with their place, as they are put into a comment."""
    around = "" if quotation.is_whole else "…"
    words = plain(unnoted(quotation.words))
    place = f"{quotation.title}, {quotation.version.designation}, paragraph {quotation.cite}"
    return f"Agreed language: “{around}{words}{around}” ({place})"


def taken_over(asked: Asked, quotation: "Quotation") -> str:
    """The source with the agreed words in place of those that the redline compares with them."""
    here = quotation.precedent.here
    start, end = asked.start + here[0], asked.start + here[1]
    words = unnoted(quotation.words)
    draft, ordinal = asked.draft, asked.ordinal
    if (start, end) == (0, len(draft.paragraphs[ordinal].text)):
        made = wholly_reworded(draft, ordinal, words)
    else:
        made = Splice(source_span(draft, ordinal, start, end), words)
    return splice(draft.source, (made,))


def unnoted(words: str) -> str:
    """Without the marks of footnotes: the notes themselves stand in the other text."""
    return "".join(_between_notes(words)).strip()


def _between_notes(words: str) -> Iterator[str]:
    place = 0
    for stretch in read_inline(words):
        if stretch.note:
            yield words[place : stretch.start]
            place = stretch.end
    yield words[place:]
