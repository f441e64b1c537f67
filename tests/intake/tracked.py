"""A small editor that tracks changes, and the Word file that it leaves: the other way round from the reader.

Every author edits what the ones before left. What each of them saw at the end is kept as plain text, so that a reading
of the file can be compared with what people saw, and not with another reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from random import Random
from typing import NamedTuple

from tests.intake.word_made import cell, element, gone, ins, made, p, r, root, row, t, table

PARAGRAPH = "\n"
_FIRST_NOTE = 0xE000
_SYLLABLES = ("We ", "agree", " ports", "é", " – ", "open", " to ", "海", " all")


class Mark(NamedTuple):
    author: str
    move: str = ""


@dataclass
class Atom:
    """One character, the end of a paragraph, or a note, and who put it in or took it out."""

    sign: str
    put: Mark | None = None
    out: Mark | None = None

    @property
    def is_note(self) -> bool:
        return ord(self.sign) >= _FIRST_NOTE and ord(self.sign) < 0xF8FF


@dataclass
class Story:
    """Characters; the last one ends the last paragraph and stays for ever."""

    atoms: list[Atom]

    def visible(self) -> list[int]:
        return [at for at, atom in enumerate(self.atoms) if atom.out is None]

    @property
    def text(self) -> str:
        return "".join(self.atoms[at].sign for at in self.visible())

    def insert(self, at: int, text: str, mark: Mark) -> None:
        """Before the visible character at an index."""
        place = self.visible()[at]
        self.atoms[place:place] = [Atom(sign, mark) for sign in text]

    def delete(self, start: int, end: int, mark: Mark) -> None:
        """Visible characters; one's own are gone for good."""
        for at in reversed(self.visible()[start:end]):
            put = self.atoms[at].put
            if put is not None and put.author == mark.author:
                del self.atoms[at]
            else:
                self.atoms[at].out = mark


@dataclass
class Row:
    cells: list[Story]
    put: str = ""
    out: str = ""


@dataclass
class Table:
    rows: list[Row]


class Snapshot(NamedTuple):
    """What somebody saw: the paragraphs of body and cells in order, and the text of each note that is cited."""

    paragraphs: list[str]
    notes: dict[str, str]


def _story(text: str) -> Story:
    return Story([Atom(sign) for sign in text + PARAGRAPH])


@dataclass
class Document:
    """The body, in which a table may follow a story, and the stories of notes by their sign."""

    body: list[Story | Table]
    chance: Random
    notes: dict[str, Story] = field(default_factory=dict)
    moves: int = 0

    def seen(self) -> Snapshot:
        paragraphs = [line for story in self._stories(seen_only=True) for line in story.text[:-1].split(PARAGRAPH)]
        cited = {sign for line in paragraphs for sign in line if sign in self.notes}
        return Snapshot(paragraphs, {sign: self.notes[sign].text[:-1] for sign in cited})

    def _stories(self, seen_only: bool = False) -> Iterator[Story]:
        for part in self.body:
            if isinstance(part, Story):
                yield part
            else:
                yield from (story for each in part.rows if not (seen_only and each.out) for story in each.cells)

    def names(self) -> dict[str, str]:
        """The name of each note: those of the first text are counted first."""
        base: list[str] = []
        later: list[str] = []
        for part in self.body:
            for story, put in _with_rows(part):
                for atom in story.atoms:
                    if atom.is_note:
                        (later if atom.put or put else base).append(atom.sign)
        return {sign: str(number) for number, sign in enumerate([*base, *later], 1)}

    # Editing

    def edit(self, author: str) -> None:
        chance = self.chance
        tables = [part for part in self.body if isinstance(part, Table)]
        if tables and chance.random() < 0.15:
            self._edit_rows(chance.choice(tables), author)
            return
        notes = [story for sign, story in self.notes.items() if any(sign in each.text for each in self._stories(True))]
        story = chance.choice([*self._stories(seen_only=True), *notes])
        is_note = any(story is each for each in notes)
        size = len(story.text)
        start = chance.randrange(size)
        end = min(size - 1, start + chance.randint(0, 6))
        if is_note:
            self._retype(story, start, end, author)
            return
        match chance.randrange(6):
            case 0 | 1:
                self._retype(story, start, end, author)
            case 2:
                story.insert(start, self._words() + PARAGRAPH, Mark(author))
            case 3:
                story.insert(start, PARAGRAPH, Mark(author))
            case 4 if not self._holds_note(story, start, end):
                self._move(story, start, end, author)
            case _:
                story.insert(start, self.new_note(author), Mark(author))

    def _holds_note(self, story: Story, start: int, end: int) -> bool:
        return any(sign in self.notes for sign in story.text[start:end])

    def _retype(self, story: Story, start: int, end: int, author: str) -> None:
        story.delete(start, end, Mark(author))
        story.insert(min(start, len(story.text) - 1), self._words(), Mark(author))

    def _move(self, story: Story, start: int, end: int, author: str) -> None:
        self.moves += 1
        mark = Mark(author, f"move{self.moves}")
        text = story.text[start:end]
        story.delete(start, end, mark)
        target = self.chance.choice(list(self._stories(seen_only=True)))
        target.insert(self.chance.randrange(len(target.text)), text, mark)

    def _edit_rows(self, where: Table, author: str) -> None:
        chance = self.chance
        if chance.random() < 0.5:
            where.rows.insert(chance.randint(0, len(where.rows)), Row([_story(""), _story("")], put=author))
            return
        seen = [each for each in where.rows if not each.out]
        if len(seen) < 2:
            return
        chosen = chance.choice(seen)
        if chosen.put == author:
            where.rows.remove(chosen)
        else:
            chosen.out = author

    def _words(self) -> str:
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(1, 4)))

    def new_note(self, author: str = "") -> str:
        sign = chr(_FIRST_NOTE + len(self.notes))
        self.notes[sign] = _story("Note " + self._words())
        return sign


def _with_rows(part: Story | Table) -> Iterator[tuple[Story, str]]:
    """The stories of a part, and who put in the row that each stands in."""
    if isinstance(part, Story):
        yield part, ""
    else:
        yield from ((story, each.put) for each in part.rows for story in each.cells)


def first_text(chance: Random) -> Document:
    document = Document([], chance)
    for _ in range(chance.randint(1, 3)):
        words = [document._words() for _ in range(chance.randint(1, 4))]
        story = _story(PARAGRAPH.join(words))
        if chance.random() < 0.5:
            story.atoms.insert(chance.randrange(len(story.atoms)), Atom(document.new_note()))
        document.body.append(story)
        if chance.random() < 0.4:
            rows = [Row([_story(document._words()) for _ in range(2)]) for _ in range(chance.randint(1, 3))]
            document.body.append(Table(rows))
    if isinstance(document.body[-1], Table):
        document.body.append(_story("End."))
    return document


# The Word file


class Writer:
    """Writes a document as Word would, or as another program would: nesting and runs are chosen by chance."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._chance = document.chance
        self._ids = {sign: str(number + 5) for number, sign in enumerate(document.notes)}
        self._range = 0

    def package(self) -> bytes:
        body = "".join(self._part(part) for part in self._document.body)
        notes = (
            element("footnote", self._paragraphs(story), id=self._ids[sign])
            for sign, story in self._document.notes.items()
            if sign in self._document.names()
        )
        return made(body, {"footnotes": root("footnotes", "".join(notes))})

    def _part(self, part: Story | Table) -> str:
        if isinstance(part, Story):
            return self._paragraphs(part)
        return table(*(self._row(each) for each in part.rows))

    def _row(self, each: Row) -> str:
        changed = ins(each.put, "") if each.put else ""
        changed += gone(each.out, "") if each.out else ""
        return row(*(cell(self._paragraphs(story)) for story in each.cells), changed=changed)

    def _paragraphs(self, story: Story) -> str:
        written, begun = [], 0
        for at, atom in enumerate(story.atoms):
            if atom.sign == PARAGRAPH:
                written.append(self._paragraph(story.atoms[begun:at], atom))
                begun = at + 1
        return "".join(written)

    def _paragraph(self, atoms: list[Atom], end: Atom) -> str:
        content = "".join(
            self._changed(list(group), put, out)
            for (put, out), group in groupby(atoms, lambda each: (each.put, each.out))
        )
        mark = (self._change("ins", "moveTo", end.put, "") if end.put else "") + (
            self._change("del", "moveFrom", end.out, "") if end.out else ""
        )
        opened, closed = "", ""
        for half, one in (("moveTo", end.put), ("moveFrom", end.out)):
            if one and one.move:
                before, after = self._ranges(half, one)
                opened, closed = opened + before, closed + after
        return p(content, opened, mark=mark) + closed

    def _changed(self, atoms: list[Atom], put: Mark | None, out: Mark | None) -> str:
        written = "".join(self._run(list(group)) for _, group in groupby(atoms, lambda each: each.is_note))
        steps = [("ins", "moveTo", put), ("del", "moveFrom", out)]
        if self._chance.random() < 0.8:
            steps.reverse()
        before = after = ""
        for plain, moved, one in steps:
            if one is None:
                continue
            written = self._change(plain, moved, one, written)
            if one.move:
                opened, closed = self._ranges(moved, one)
                before, after = opened + before, after + closed
        return before + written + after

    def _change(self, plain: str, moved: str, mark: Mark, content: str) -> str:
        kind = moved if mark.move else plain
        write = ins if plain == "ins" else gone
        return write(mark.author, content, kind=kind)

    def _ranges(self, half: str, mark: Mark) -> tuple[str, str]:
        self._range += 1
        name = {"id": str(self._range), "name": mark.move, "author": mark.author}
        return element(f"{half}RangeStart", **name), element(f"{half}RangeEnd", id=str(self._range))

    def _run(self, atoms: list[Atom]) -> str:
        if atoms[0].is_note:
            return "".join(r(element("footnoteReference", id=self._ids[atom.sign])) for atom in atoms)
        text = "".join(atom.sign for atom in atoms)
        cut = self._chance.randint(0, len(text))
        return "".join(t(piece) for piece in (text[:cut], text[cut:]) if piece)
