"""The paragraphs of one story of a Word file – the body, a note, a comment – with the revisions laid over each run.

A story is walked once, element by element, without recursion. What is unknown is transparent: its words count.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from zerodraft.intake.marked import BOX, Point
from zerodraft.intake.word_fields import Fields, close_fields
from zerodraft.intake.word_paragraph import MOST_PARAGRAPHS, OFFERED, Paragraph, Place, too_many
from zerodraft.intake.word_revisions import CHANGES, Revisions, Stack, laid
from zerodraft.intake.word_symbols import UNKNOWN, symbol
from zerodraft.intake.word_xml import Element, child, children, local, number_of, tags, text_of, value

OWN_BOOKMARK = "_zd"
"""How the hidden names begin that our own export gives to paragraphs."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t",
)
_WORDS = tags("t")
_BOXES = tags("txbxContent")
_SPACES = dict.fromkeys(map(ord, "\t\r\n\x85\u2028\u2029"), " ")
"""White space that parts lines or columns only where the file has an element for it."""


@dataclass(slots=True)
class Anchor:
    """Where a comment is set: its range, and the sign that stands for it."""

    start: Point | None = None
    end: Point | None = None
    sign: Point | None = None


@dataclass(slots=True)
class _Container:
    """The body, a cell, a box or a note, and how many tables, rows and columns of it have begun; the cell that began
    last is `span` columns wide."""

    place: Place
    table: int = -1
    row: int = -1
    column: int = -1
    span: int = 1


class Story:
    """Reads stories one after the other; their paragraphs, anchors and counts add up."""

    def __init__(self, what: str, revisions: Revisions, notes: Mapping[tuple[str, str], str]) -> None:
        self.paragraphs: list[Paragraph] = []
        self.anchors: dict[str, Anchor] = {}
        self.cited: dict[tuple[str, str], Stack] = {}
        """The notes that were met, and the revisions under which each is cited."""
        self.counts: Counter[str] = Counter()
        """How often something was met that is no words, by the name of its element."""
        self.continued: set[Place] = set()
        """Cells that are one with the cell above them."""
        self._what = what
        self._revisions = revisions
        self._notes = notes
        self._boxes = 0
        self._bookmarks: list[str] = []

    def read(self, root: Element, place: Place = (), around: Stack = ()) -> None:
        """Walk one story, all of it under the revisions `around` it. Raises `UnreadableInput` when there is more of it
        than any text has."""
        self._within = [_Container(place)]
        self._open: list[Paragraph] = []
        self._stack: Stack = around
        self._outer: list[Stack] = []
        self._alternatives: list[Element | None] = []
        self._fields = Fields()
        self._is_in_run = self._is_muted = self._is_offered = False
        close_fields(root)
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            act = (_BEGINS if event == "start" else _ENDS).get(element.tag)
            if act is not None and act(self, element):
                walk.skip_subtree()

    def _here(self) -> Point | None:
        """The place that has been reached; None between two paragraphs."""
        return Point(self._open[-1].index, self._open[-1].length) if self._open else None

    def _add(self, text: str) -> None:
        if self._open and not self._is_muted and not self._fields.in_code:
            self._open[-1].add(text, self._stack, is_offered=self._is_offered)

    def _lay(self, *elements: Element) -> None:
        self._stack = laid(self._stack, map(self._revisions.of, elements), self._what)

    def _enter(self, element: Element) -> None:
        self._outer.append(self._stack)

    def _leave(self, element: Element) -> None:
        self._stack = self._outer.pop()

    # Paragraphs, tables, boxes

    def _begin_paragraph(self, element: Element) -> None:
        index = len(self.paragraphs)
        if index >= MOST_PARAGRAPHS:
            raise too_many(self._what)
        paragraph = Paragraph(index, self._within[-1].place, self._stack)
        paragraph.bookmarks, self._bookmarks = self._bookmarks, []
        self.paragraphs.append(paragraph)
        self._open.append(paragraph)

    def _end_paragraph(self, element: Element) -> None:
        self._open.pop().end(self._revisions, self._what)

    def _properties(self, element: Element) -> bool:
        if self._open and self._open[-1].properties is None:
            self._open[-1].properties = element
        return True

    def _begin_table(self, element: Element) -> None:
        self._within[-1].table += 1
        self._within[-1].row = -1

    def _begin_row(self, element: Element) -> None:
        self._enter(element)
        self._within[-1].row += 1
        self._within[-1].column, self._within[-1].span = -1, 1

    def _begin_cell(self, element: Element) -> None:
        self._enter(element)
        around, properties = self._within[-1], child(element, "tcPr")
        around.column += around.span
        around.span = max(1, number_of(child(properties, "gridSpan")) or 1)
        place = (*around.place, around.table, around.row, around.column)
        merged = child(properties, "vMerge")
        if merged is not None and text_of(merged) != "restart":
            self.continued.add(place)
        self._within.append(_Container(place))

    def _end_cell(self, element: Element) -> None:
        self._leave(element)
        self._within.pop()

    def _begin_box(self, element: Element) -> None:
        self._within.append(_Container((*self._within[-1].place, BOX, self._boxes)))
        self._boxes += 1

    def _end_box(self, element: Element) -> None:
        self._within.pop()

    # Revisions

    def _begin_change(self, element: Element) -> None:
        self._enter(element)
        self._lay(element)

    def _changes_inside(self, element: Element) -> bool:
        """Properties of a row or a cell: changes named there are laid over all that it holds."""
        self._lay(*children(element, *CHANGES))
        return True

    def _begin_run(self, element: Element) -> None:
        self._enter(element)
        self._is_in_run, self._is_muted = True, False

    def _end_run(self, element: Element) -> None:
        self._leave(element)
        self._is_in_run = self._is_muted = self._is_offered = False

    def _run_properties(self, element: Element) -> bool:
        if self._is_in_run:
            self._lay(*children(element, *CHANGES))
            self._is_offered = text_of(child(element, "rStyle")).startswith(OFFERED)
        return True

    def _begin_move(self, element: Element) -> None:
        self._revisions.move_begins(element)

    def _end_move(self, element: Element) -> None:
        self._revisions.move_ends(element)

    # Words

    def _text(self, element: Element) -> None:
        self._add((element.text or "").translate(_SPACES))

    def _tab(self, element: Element) -> None:
        self._add("\t")

    def _break(self, element: Element) -> None:
        self._add("\n")

    def _hyphen(self, element: Element) -> None:
        self._add("\N{NON-BREAKING HYPHEN}")

    def _soft_hyphen(self, element: Element) -> None:
        self._add("\N{SOFT HYPHEN}")

    def _symbol(self, element: Element) -> None:
        sign = symbol(text_of(element, "font"), text_of(element, "char"))
        self.counts["sym"] += sign == UNKNOWN
        self._add(sign)

    def _field(self, element: Element) -> None:
        self._fields.step(text_of(element, "fldCharType"))

    def _note(self, element: Element) -> None:
        """A note is cited; a sign of its own that follows in the same run is left out for ours."""
        key = (local(element.tag).removesuffix("Reference"), text_of(element, "id"))
        name = self._notes.get(key)
        if name is not None:
            self.cited.setdefault(key, self._stack)
            self._add(f"[^{name}]")
            self._is_muted = text_of(element, "customMarkFollows") in ("1", "true", "on")

    def _sign_of_note(self, element: Element) -> None:
        if self._open:
            self._open[-1].is_opening = True

    # Comments, bookmarks

    def _anchor(self, element: Element) -> Anchor:
        return self.anchors.setdefault(text_of(element, "id"), Anchor())

    def _range_begins(self, element: Element) -> None:
        anchor = self._anchor(element)
        anchor.start = anchor.start or self._here() or Point(len(self.paragraphs), 0)

    def _range_ends(self, element: Element) -> None:
        last = self.paragraphs[-1] if self.paragraphs else None
        self._anchor(element).end = self._here() or (Point(last.index, last.length) if last else None)

    def _comment_sign(self, element: Element) -> None:
        anchor = self._anchor(element)
        anchor.sign = anchor.sign or self._here()

    def _bookmark(self, element: Element) -> None:
        name = value(element, "name")
        if name is None or not name.startswith(OWN_BOOKMARK):
            return
        if self._open:
            self._open[-1].bookmarks.append(name)
        else:
            self._bookmarks.append(name)

    # Alternatives, pictures, what is passed over

    def _alternate(self, element: Element) -> None:
        """One thing written twice, for newer and older programs. Read is the newer form, unless only the older one
        has words."""
        forms = [each for each in element if each.tag in (f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback")]
        with_words = (each for each in forms if next(each.iter(*_WORDS), None) is not None)
        self._alternatives.append(next(with_words, forms[0] if forms else None))

    def _end_alternate(self, element: Element) -> None:
        self._alternatives.pop()

    def _form(self, element: Element) -> bool:
        return bool(self._alternatives) and element is not self._alternatives[-1]

    def _picture(self, element: Element) -> None:
        if next(element.iter(*_BOXES), None) is None:
            self.counts[local(element.tag)] += 1

    def _count(self, element: Element) -> None:
        self.counts[local(element.tag)] += 1

    def _pass_over(self, element: Element) -> bool:
        return True


_Act = Callable[[Story, Element], bool | None]


def _acts(acts: Mapping[_Act, str]) -> dict[str, _Act]:
    return {tag: act for act, names in acts.items() for tag in tags(*names.split())}


_BEGINS: Final = _acts(
    {
        Story._begin_paragraph: "p",
        Story._properties: "pPr",
        Story._begin_table: "tbl",
        Story._begin_row: "tr",
        Story._begin_cell: "tc",
        Story._begin_box: "txbxContent",
        Story._begin_change: "ins del moveFrom moveTo",
        Story._changes_inside: "trPr tcPr",
        Story._begin_run: "r",
        Story._run_properties: "rPr",
        Story._begin_move: "moveFromRangeStart moveToRangeStart",
        Story._end_move: "moveFromRangeEnd moveToRangeEnd",
        Story._text: "t delText",
        Story._tab: "tab ptab",
        Story._break: "br cr",
        Story._hyphen: "noBreakHyphen",
        Story._soft_hyphen: "softHyphen",
        Story._symbol: "sym",
        Story._field: "fldChar",
        Story._note: "footnoteReference endnoteReference",
        Story._sign_of_note: "footnoteRef endnoteRef",
        Story._range_begins: "commentRangeStart",
        Story._range_ends: "commentRangeEnd",
        Story._comment_sign: "commentReference",
        Story._bookmark: "bookmarkStart",
        Story._picture: "drawing pict object",
        Story._count: "altChunk subDoc",
        Story._pass_over: "sectPr tblPr tblPrEx tblGrid sdtPr sdtEndPr rt",
    }
) | {
    **dict.fromkeys(_MATHS, Story._text),
    f"{_COMPATIBILITY}AlternateContent": Story._alternate,
    f"{_COMPATIBILITY}Choice": Story._form,
    f"{_COMPATIBILITY}Fallback": Story._form,
}
_ENDS: Final = _acts(
    {
        Story._end_paragraph: "p",
        Story._leave: "ins del moveFrom moveTo tr",
        Story._end_cell: "tc",
        Story._end_box: "txbxContent",
        Story._end_run: "r",
    }
) | {f"{_COMPATIBILITY}AlternateContent": Story._end_alternate}
