"""A redline on paper holds both texts: without what is struck the new one, without what is underlined the old one."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.export.papers import pdf, words_of
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.export.word_pairs import pair

from zerodraft.export.sheet import RedlineSheet
from zerodraft.intake.pdf_file import PdfFile, named
from zerodraft.intake.pdf_objects import Ref
from zerodraft.intake.pdf_order import Painted, in_order
from zerodraft.intake.pdf_pages import Pages

_WORD = re.compile(r"[^\W_]+")
_NOTE_SIGN = re.compile(r"\^\d+")
_FROM_RIGHT = re.compile(r"[\u0590-\u08ff]+ ?")
_NOTES = re.compile(r"(?m)^\[\^.*$|\[\^[^\]]*\]")
INSERTED, DELETED = "Underline", "LineThrough"


class Spoken:
    """What is read aloud of a file, each piece with the lines that are drawn on it."""

    def __init__(self, content: bytes) -> None:
        self._file = PdfFile(content)
        root = self._file.entries(self._file.trailer["Root"])
        kids = self._file.items(self._file.entries(root["Pages"])["Kids"])
        self._pages = {kid: Pages(self._file).read(self._file.entries(kid)).marked for kid in kids}
        self._tree = root["StructTreeRoot"]

    def without(self, line: str) -> Counter[str]:
        """The words but for those on which a line is drawn."""
        text = "\n".join(in_order(block) for block in self._blocks(self._tree, None, line))
        return Counter(_WORD.findall(_NOTE_SIGN.sub("", text)))

    def _blocks(self, element: object, page: object, line: str) -> Iterator[list[Painted | str]]:
        for kid in self._file.items(self._file.entries(element).get("K")):
            entries = self._file.entries(kid)
            kind = named(entries.get("S"))
            if kind in ("P", "Title", "TD", "TH", "BlockQuote") or kind.startswith("H"):
                yield list(self._pieces(kid, page, line))
            else:
                yield from self._blocks(kid, entries.get("Pg", page), line)
        for note in self._notes(element):
            yield list(self._pieces(note, page, line))

    def _notes(self, element: object) -> Iterator[object]:
        for kid in self._file.items(self._file.entries(element).get("K")):
            if named(self._file.entries(kid).get("S")) == "Note":
                yield kid

    def _pieces(self, element: object, page: object, line: str) -> Iterator[Painted | str]:
        entries = self._file.entries(element)
        page = entries.get("Pg", page)
        if line in str(self._file.items(entries.get("A"))):
            return
        for kid in self._file.items(entries.get("K")):
            number = kid if isinstance(kid, int) else self._file.entries(kid).get("MCID")
            kind = named(self._file.entries(kid).get("S"))
            if isinstance(number, int):
                where = self._file.entries(kid).get("Pg", page)
                assert isinstance(where, Ref)
                yield from self._pages[where].get(number, ())
            elif kind == "Lbl":
                yield " "
            elif kind == "Note":
                yield "\n"
                yield from self._pieces(kid, page, line)
                yield "\n"
            else:
                yield from self._pieces(kid, page, line)


def beside(compared: RedlineSheet) -> tuple[Counter[str], Counter[str]]:
    """What is read aloud beside the words of the new text, and beside those of the old one."""
    spoken = Spoken(pdf(compared))
    found = []
    for line, draft in ((DELETED, compared.new.draft), (INSERTED, compared.old.draft)):
        shown, wanted = spoken.without(line), _words(words_of(draft))
        assert not wanted - shown
        found.append(_words(shown) - wanted)
    return found[0], found[1]


def _words(counted: Counter[str]) -> Counter[str]:
    """Without numbers, and without the two words that show in the legend how it is marked."""
    shown = {word: count for word, count in counted.items() if word.isalpha() and len(word) > 2}
    return Counter(shown) - Counter(["inserted", "deleted"])


def test_both_texts_are_in_a_redline() -> None:
    new, old = beside(redline_sheet(OLD, NEW))
    assert new - Counter(["inserted"]) == old - Counter(["deleted"])


@pytest.mark.parametrize("seed", range(10))
def test_both_texts_are_in_the_redline_of_generated_texts(seed: int) -> None:
    """Notes apart: what was said in one may be said in another one now."""
    compared = pair(seed)
    old, new = (_NOTES.sub("", _FROM_RIGHT.sub("", side.draft.source)) for side in (compared.old, compared.new))
    in_new, in_old = beside(redline_sheet(old, new))
    assert in_new - Counter(["inserted"]) == in_old - Counter(["deleted"])
