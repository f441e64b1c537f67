"""The text while it is written: edits and their steps, what is selected, who is told."""

import re
from collections.abc import Callable, Iterable, Sequence
from unicodedata import category, normalize

from zerodraft.core.text.strokes import stroke_between
from zerodraft.tui.editor import motion
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.glyph import previous_stop
from zerodraft.tui.editor.history import History, Kind, Step
from zerodraft.tui.editor.place import START, Edit, Place, Selection

Listener = Callable[[Edit], None]
# Hits in lines longer than this are replaced at once for each line: one by one, each would copy the whole line.
_LONG = 65_536
_BRACKET = re.compile(r"[\[\]]")


class Manuscript:
    """A text, its history and the selection. Listeners are called after each elementary edit, undone ones too."""

    def __init__(self, source: str = "") -> None:
        self.buffer = Buffer(source)
        self.history = History()
        self.selection = Selection.at(START)
        self.listeners: list[Listener] = []
        self._saved = source

    @property
    def cursor(self) -> Place:
        return self.selection.cursor

    @property
    def is_modified(self) -> bool:
        return self.buffer.source != self._saved

    def mark_saved(self) -> None:
        """The text as it stands now is kept; what is typed from here on is another step."""
        self._saved = self.buffer.source
        self.history.close()

    def select(self, selection: Selection) -> None:
        """Select, or put the cursor somewhere; what is typed there is another step."""
        places = (self.buffer.nearest(selection.anchor), self.buffer.nearest(selection.cursor))
        if places != self.selection:
            self.history.close()
            self.selection = Selection(*places)

    # --- steps ---------------------------------------------------------------------------------

    def change(self, edits: Iterable[Edit], kind: Kind = Kind.ACT) -> Step | None:
        """Make edits as one step, each on what the one before left; the cursor goes where the last one ends."""
        step = Step(kind, self.selection, self.selection)
        for edit in edits:
            step.inverses.append(self._apply(edit))
            step.edits.append(edit)
        if not step.edits:
            return None
        self.selection = step.after = Selection.at(self.buffer.nearest(step.edits[-1].new_end))
        self.history.record(step)
        return step

    def _apply(self, edit: Edit) -> Edit:
        inverse = self.buffer.apply(edit)
        for listener in self.listeners:
            listener(edit)
        return inverse

    def undo(self) -> bool:
        """Take back the last step; whether there was one."""
        if step := self.history.undo():
            for inverse in reversed(step.inverses):
                self._apply(inverse)
            self.selection = step.before
        return step is not None

    def redo(self) -> bool:
        """Do again what was taken back last; whether there was something."""
        if step := self.history.redo():
            for edit in step.edits:
                self._apply(edit)
            self.selection = step.after
        return step is not None

    # --- writing -------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Characters of the keyboard, in place of the selection; a mark joins the letter before the cursor."""
        start, end = self.selection.start, self.selection.end
        typed = normalize("NFC", text)
        if start == end and start.column and category(typed[0])[0] == "M":
            line = self.buffer.line(start.line)
            before = previous_stop(line, start.column)
            letter = line[before : start.column]
            if (composed := normalize("NFC", letter + typed)) != letter + typed:
                start, typed = Place(start.line, before), composed
        self.change([Edit(start, end, typed)], kind=Kind.TYPING)

    def insert(self, text: str) -> None:
        """A text in place of the selection, as one step; with the line ends of this text, in normal form C."""
        lines = normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
        written = lines.replace("\n", self.buffer.line_end)
        if written or not self.selection.is_empty:
            self.change([Edit(self.selection.start, self.selection.end, written)])

    def erase(self, start: Place, end: Place) -> None:
        """Erase between two places, or the selection if there is one."""
        if not self.selection.is_empty:
            self.change([Edit(self.selection.start, self.selection.end, "")])
        elif start != end:
            self.change([Edit(min(start, end), max(start, end), "")], kind=Kind.ERASING)

    def replace_source(self, source: str) -> None:
        """Another text as one step, that edits no more than what differs; the cursor stays with its words."""
        if source == self.buffer.source:
            return
        stroke = stroke_between(self.buffer.source, source)
        start, end = Place(stroke.start_line, stroke.start_column), Place(stroke.end_line, stroke.end_column)
        offset, longer = self.buffer.offset_of(self.cursor), len(source) - len(self.buffer.source)
        if self.cursor >= end:
            offset += longer
        elif self.cursor > start:
            offset = self.buffer.offset_of(start)
        step = self.change([Edit(start, end, stroke.text)])
        self._leave(step, Selection.at(self.buffer.place_at(offset)))

    def replace_each(self, found: Sequence[Selection], text: str) -> None:
        """A text in place of each of these stretches, which lie in order within lines, as one step."""
        self.change(self._replacements(found, text))

    def _replacements(self, found: Sequence[Selection], text: str) -> Iterable[Edit]:
        upper = len(found)
        while upper:
            line = found[upper - 1].start.line
            lower = upper
            while lower and found[lower - 1].start.line == line:
                lower -= 1
            hits, upper = found[lower:upper], lower
            if len(self.buffer.line(line)) > _LONG:
                yield self._replaced_line(hits, text)
            else:
                yield from (Edit(hit.start, hit.end, text) for hit in reversed(hits))

    def _replaced_line(self, hits: Sequence[Selection], text: str) -> Edit:
        line = self.buffer.line(hits[0].start.line)
        ends = [hit.end.column for hit in hits[:-1]]
        between = [line[end : hit.start.column] for end, hit in zip(ends, hits[1:], strict=True)]
        return Edit(hits[0].start, hits[-1].end, text + "".join(f"{words}{text}" for words in between))

    # --- acts of drafting ----------------------------------------------------------------------

    def bracket(self) -> None:
        """Put brackets around the selection, or the word at the cursor; take them off where they stand already."""
        source = self.buffer.source
        start, end = self._bracketed(source)
        if _is_bracket(source[start:end]):
            self._unbracket(start, end - 1)
        elif start and _is_bracket(source[start - 1 : end + 1]):
            self._unbracket(start - 1, end)
        else:
            self._write_around(start, end, ("[", "]"), 1)

    def _unbracket(self, opening: int, closing: int) -> None:
        self._write_around(opening, closing, ("", ""), 0)

    def _write_around(self, start: int, end: int, signs: tuple[str, str], longer: int) -> None:
        """Write a sign before and one behind a stretch, or with no signs erase the two that stand at its ends."""
        erased = 1 - longer
        places = [self.buffer.place_at(each) for each in (start, start + erased, end, end + erased)]
        cursor = self.buffer.offset_of(self.cursor) + (longer or -1) if self.selection.is_empty else None
        step = self.change([Edit(places[2], places[3], signs[1]), Edit(places[0], places[1], signs[0])])
        first, last = start + longer, end + longer - erased
        ends = (first, last) if cursor is None else (min(max(cursor, first), last),) * 2
        self._leave(step, Selection(*map(self.buffer.place_at, ends)))

    def _leave(self, step: Step | None, selection: Selection) -> None:
        """Where the cursor is after a step, and after it was done again."""
        self.selection = selection
        if step:
            step.after = selection

    def _bracketed(self, source: str) -> tuple[int, int]:
        """What is to be bracketed, without the spaces at its ends: code points of the source."""
        if self.selection.is_empty:
            line, column = self.cursor
            start, end = motion.word_at(self.buffer.line(line), column)
            return self.buffer.offset_of(Place(line, start)), self.buffer.offset_of(Place(line, end))
        start, end = self.buffer.offset_of(self.selection.start), self.buffer.offset_of(self.selection.end)
        words = source[start:end]
        if not words.strip():
            return start, end
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def move_paragraph(self, step: int) -> bool:
        """Move the paragraphs under the selection up (-1) or down (1) past their neighbour; whether there is one."""
        first = motion.paragraph_lines(self.buffer, self.selection.start.line)[0]
        last = motion.paragraph_lines(self.buffer, self.selection.end.line)[1]
        beyond = self._neighbour(first, last, step)
        if beyond is None:
            return False
        upper, lower = (beyond, (first, last)) if step < 0 else ((first, last), beyond)
        edits = self._swapped(upper, lower)
        lines = upper[0] - first if step < 0 else lower[1] - last
        moved = Selection(*(Place(place.line + lines, place.column) for place in self.selection))
        self._leave(self.change(edits), moved)
        return True

    def _neighbour(self, first: int, last: int, step: int) -> tuple[int, int] | None:
        """The paragraph before or behind these lines."""
        line = first - 1 if step < 0 else last + 1
        while 0 <= line < self.buffer.line_count and self.buffer.is_blank(line):
            line += step
        if not 0 <= line < self.buffer.line_count or self.buffer.is_blank(first):
            return None
        return motion.paragraph_lines(self.buffer, line)

    def _swapped(self, upper: tuple[int, int], lower: tuple[int, int]) -> list[Edit]:
        """Take the lower paragraph away with the blank lines before it, and write both before the upper one."""
        start = Place(upper[0], 0)
        upper_end = Place(upper[1], len(self.buffer.line(upper[1])))
        lower_start, lower_end = Place(lower[0], 0), Place(lower[1], len(self.buffer.line(lower[1])))
        blank = self.buffer.between(upper_end, lower_start)
        words = self.buffer.between(lower_start, lower_end)
        return [Edit(upper_end, lower_end, ""), Edit(start, start, words + blank)]


def _is_bracket(words: str) -> bool:
    """Whether some words are one bracket from its first sign to its last."""
    if not (words.startswith("[") and words.endswith("]") and len(words) > 1):
        return False
    depth = 0
    for sign in _BRACKET.findall(words[:-1]):
        depth += 1 if sign == "[" else -1
        if depth < 1:
            return False
    return depth == 1
