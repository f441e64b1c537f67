"""What was said about a text, as comments of a Word document on the words that they are about."""

from collections.abc import Sequence

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.export.discussed import Discussed
from zerodraft.export.hands import Hand
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.document import Block, Place, Remark, Thread
from zerodraft.export.word.places import Extent, Places, Standing
from zerodraft.export.word.shown import atoms_of


def threads(sheet: Sheet, blocks: Sequence[Block], standing: Standing) -> tuple[Thread, ...]:
    """A thread for each comment, in their order. What has no words in the text any more stands at its beginning, and
    says what it was about. There are none where nothing stands in the text."""
    if not blocks:
        return ()
    finder = _Finder(sheet.draft, Places(sheet.draft, blocks, standing))
    return tuple(_thread(sheet, each, finder.extent(each)) for each in sheet.threads)


def _thread(sheet: Sheet, discussed: Discussed, extent: Extent) -> Thread:
    remarks = [Remark(Hand(each.name, each.date), each.text) for each in discussed.said]
    if discussed.ordinal is None:
        remarks[0] = remarks[0]._replace(text=f"{_about(sheet, discussed)}\n{remarks[0].text}")
    return Thread(tuple(remarks), extent.start, extent.end, discussed.is_resolved)


def _about(sheet: Sheet, discussed: Discussed) -> str:
    """`Rev.1, paragraph 4: “the words”`."""
    where = labels_for(sheet.spoken).place(discussed.cited_then)
    place = ", ".join(filter(None, (discussed.read_on, where)))
    return f"{place}: “{discussed.quote}”" if discussed.quote else f"{place}:"


class _Finder:
    def __init__(self, draft: Draft, places: Places) -> None:
        self._draft = draft
        self._places = places

    def extent(self, discussed: Discussed) -> Extent:
        """Where the words stand."""
        ordinal = discussed.ordinal
        if ordinal is None:
            return Extent(Place(0, 0), Place(0, 0))
        paragraph = self._draft.paragraphs[ordinal]
        is_whole = discussed.start == discussed.end == 0
        start, end = (0, len(paragraph.text)) if is_whole else (discussed.start, discussed.end)
        found = self._places.extent(ordinal, start, end)
        if found is None and paragraph.kind is Kind.FOOTNOTE:
            found = self._sign_of(paragraph.label.removeprefix("^"))
        return found or Extent(Place(0, 0), Place(0, 0))

    def _sign_of(self, label: str) -> Extent | None:
        """Where a note is cited first: in the note itself Word takes no comment."""
        for each in self._draft.paragraphs:
            for atom in atoms_of(each) if f"[^{label}]" in each.text else ():
                if atom.note == label:
                    return self._places.extent(each.ordinal, atom.start, atom.end)
        return None
