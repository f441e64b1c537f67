"""Words as HTML: stretches and their fates become tags, and nothing of a text becomes a tag by itself."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.inline import Stretch, Style, cut, read_inline
from zerodraft.core.text.visible import visible
from zerodraft.export.passages import Words

Marked = tuple[Op, Stretch]
Tag = tuple[str, str]

BREAK = "¶"

_INSERTED: Tag = ("<ins>", "</ins>")
_DELETED: Tag = ("<del>", "</del>")
MARKS: Mapping[Op, Tag] = {Op.INSERTED: _INSERTED, Op.DELETED: _DELETED, Op.KEPT: ("", "")}
_TAGS: tuple[tuple[Style, Tag], ...] = (
    (Style.DISPUTED, ('<span class="disputed">', "</span>")),
    (Style.AGREED, ('<span class="agreed">', "</span>")),
    (Style.STRONG, ("<strong>", "</strong>")),
    (Style.EMPHASIS, ("<em>", "</em>")),
    (Style.DELEGATION, ('<span class="delegation">', "</span>")),
    (Style.RAISED, ("<sup>", "</sup>")),
    (Style.LOWERED, ("<sub>", "</sub>")),
    (Style.CODE, ("<code>", "</code>")),
    (Style.MARK, ('<span class="mark">', "</span>")),
)


def safe(text: str) -> str:
    """One line of text as HTML."""
    return escape(visible(text, single_line=True), quote=True)


class Notes:
    """The footnotes that a page shows, and which of them were referred to so far.

    `side` keeps the notes of the old text apart from those of the new one ("old-" and "").
    """

    def __init__(self, paragraphs: Iterable[Paragraph], side: str = "") -> None:
        notes = [each for each in paragraphs if each.kind is Kind.FOOTNOTE]
        self._ids = {note.ordinal: f"{side}note-{count}" for count, note in enumerate(notes, start=1)}
        self._first = {note.label.removeprefix("^"): note.ordinal for note in reversed(notes)}
        self._referred: set[str] = set()

    def id_of(self, note: Paragraph) -> str:
        return self._ids[note.ordinal]

    def reference(self, label: str) -> Tag:
        """The tags around a mark that refers to a footnote; the first mark is where the note leads back."""
        if label not in self._first:
            return "", ""
        note = self._ids[self._first[label]]
        here = "" if note in self._referred else f' id="{note}-ref"'
        self._referred.add(note)
        return f'<a class="ref" href="#{note}"{here}>', "</a>"

    def back(self, note: Paragraph) -> str:
        """The id of the first mark that refers to a note, "" where none does."""
        name = self._ids[note.ordinal]
        return f"{name}-ref" if name in self._referred else ""


class Page:
    """Turns words of two drafts into HTML; each side has its notes."""

    def __init__(self, new: Draft, old: Draft, notes: Notes, old_notes: Notes) -> None:
        self._new = new
        self._old = old
        self.notes = notes
        self.old_notes = old_notes

    @classmethod
    def of(cls, draft: Draft, notes: Notes) -> "Page":
        """A page of one text."""
        return cls(draft, draft, notes, notes)

    def paragraph(self, paragraph: Paragraph) -> str:
        """All words of one paragraph, unmarked."""
        return self.text(paragraph.text)

    def text(self, text: str, op: Op = Op.KEPT) -> str:
        notes = self.old_notes if op is Op.DELETED else self.notes
        return _written(((op, each) for each in read_inline(text)), notes, notes)

    def compared(self, old: str, new: str) -> str:
        """Two short texts, cells of a table, with their own redline."""
        runs = redline(old, new)
        olds, news = read_inline(old), read_inline(new)
        return _written(_placed(runs, olds, news), self.notes, self.old_notes)

    def words(self, words: Iterable[Words]) -> str:
        """Words of both drafts with their marks."""
        return _written(self._marked(words), self.notes, self.old_notes)

    def marked(self, words: Iterable[Words]) -> bool:
        """Whether a reader sees any mark; where only asterisks changed, there is none."""
        return any(op is not Op.KEPT for op, _ in self._marked(words))

    def _marked(self, words: Iterable[Words]) -> Iterator[Marked]:
        read: dict[tuple[bool, int], tuple[Stretch, ...]] = {}
        for each in words:
            if each.is_break:
                yield each.op, Stretch(BREAK, 0, 0)
                continue
            is_old = each.op is Op.DELETED
            place = (is_old, each.ordinal)
            if place not in read:
                draft = self._old if is_old else self._new
                read[place] = read_inline(draft.paragraphs[each.ordinal].text)
            for stretch in cut(read[place], each.start, each.end):
                yield each.op, stretch


def _placed(runs: Iterable[Run], olds: tuple[Stretch, ...], news: tuple[Stretch, ...]) -> Iterator[Marked]:
    old_place = new_place = 0
    for run in runs:
        if run.op is Op.DELETED:
            shown = cut(olds, old_place, old_place + len(run.text))
        else:
            shown = cut(news, new_place, new_place + len(run.text))
        old_place += len(run.text) if run.op is not Op.INSERTED else 0
        new_place += len(run.text) if run.op is not Op.DELETED else 0
        yield from ((run.op, each) for each in shown)


def _written(marked: Iterable[Marked], notes: Notes, old_notes: Notes) -> str:
    """Tags that go on from one stretch to the next stay open; all are closed at the end."""
    written: list[str] = []
    open_tags: list[Tag] = []
    for op, stretch in marked:
        tags = list(_tags(op, stretch, old_notes if op is Op.DELETED else notes))
        shared = 0
        while shared < min(len(tags), len(open_tags)) and tags[shared] == open_tags[shared]:
            shared += 1
        written += (closing for _, closing in reversed(open_tags[shared:]))
        written += (opening for opening, _ in tags[shared:])
        written.append(escape(stretch.text, quote=True))
        open_tags = tags
    written += (closing for _, closing in reversed(open_tags))
    return "".join(written)


def _tags(op: Op, stretch: Stretch, notes: Notes) -> Iterator[Tag]:
    if op is not Op.KEPT:
        yield _INSERTED if op is Op.INSERTED else _DELETED
    if stretch.href:
        yield f'<a href="{safe(stretch.href)}" rel="noopener noreferrer">', "</a>"
    for style, tag in _TAGS:
        if stretch.style & style:
            yield tag
    if stretch.note:
        yield notes.reference(stretch.note)
