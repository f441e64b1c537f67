"""Words as HTML: stretches and their fates become tags, and nothing of a text becomes a tag by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.footnotes import NoteNumbers
from zerodraft.core.text.inline import Stretch, Style, cut, read_inline
from zerodraft.core.text.visible import visible
from zerodraft.export.passages import Words
from zerodraft.export.shown_words import compared, placed

Tag = tuple[str, str]

BREAK = "¶"

MARKS: Mapping[Op, Tag] = {Op.INSERTED: ("<ins>", "</ins>"), Op.DELETED: ("<del>", "</del>"), Op.KEPT: ("", "")}
_NAMES = {Op.INSERTED: "ins", Op.DELETED: "del"}
_SAID: Tag = ("<mark>", "</mark>")
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

    `side` keeps the notes of the old text apart from those of the new one ("old-" and ""). `numbers` are those of all
    notes of the text.
    """

    def __init__(self, paragraphs: Iterable[Paragraph], numbers: NoteNumbers, side: str = "") -> None:
        notes = [each for each in paragraphs if each.kind is Kind.FOOTNOTE]
        self._ids = {note.ordinal: f"{side}note-{count}" for count, note in enumerate(notes, start=1)}
        self._first = {note.label.removeprefix("^"): note.ordinal for note in reversed(notes)}
        self._referred: set[str] = set()
        self._numbers = numbers

    def sign(self, label: str) -> str:
        """What is printed where a note is referred to; a reference to no note stays as it was typed."""
        number = self._numbers.cited.get(label)
        return f"[^{label}]" if number is None else str(number)

    def place_of(self, note: Paragraph) -> int:
        """Notes stand in the order of their numbers, after those to which the text doesn't lead."""
        number = self.number_of(note)
        return number if number <= self._numbers.in_text else 0

    def number_of(self, note: Paragraph) -> int:
        """0 for one that nobody cites."""
        return self._numbers.notes.get(note.ordinal, 0)

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


class Piece(NamedTuple):
    """A stretch of one fate, in one hand: `attributes` of its mark as HTML. `is_said_of`: somebody commented on it;
    `cues` is the HTML of the signs that lead to the comments which end with it."""

    op: Op
    stretch: Stretch
    attributes: str = ""
    is_said_of: bool = False
    cues: str = ""


class Cue(NamedTuple):
    """Words of a paragraph that somebody commented on, and the sign that follows them. An empty stretch is the whole
    paragraph."""

    start: int
    end: int
    html: str


Cues = Mapping[int, Sequence[Cue]]
"""By ordinal of the new text, in the order of their ends, those of whole paragraphs last."""

Signing = Callable[[Sequence[tuple[Words, Stretch]]], Iterable[tuple[Stretch, str]]]
"""Takes changed stretches of one fate that stand together; gives pieces of them with the attributes of their marks."""


def _unsigned(found: Sequence[tuple[Words, Stretch]]) -> Iterator[tuple[Stretch, str]]:
    return ((stretch, "") for _, stretch in found)


class Page:
    """Turns words of two drafts into HTML; each side has its notes."""

    def __init__(self, drafts: tuple[Draft, Draft], notes: tuple[Notes, Notes], cues: Cues | None = None) -> None:
        self._new, self._old = drafts
        self.notes, self.old_notes = notes
        self.cues = cues or {}
        self._sign: Signing = _unsigned

    @classmethod
    def of(cls, draft: Draft, notes: Notes, cues: Cues | None = None) -> "Page":
        """A page of one text."""
        return cls((draft, draft), (notes, notes), cues)

    def sign_by(self, signing: Signing | None) -> None:
        """Who signs the changes from here on; None for nobody."""
        self._sign = signing or _unsigned

    def paragraph(self, paragraph: Paragraph) -> str:
        """All words of one paragraph, with the signs of the comments on it."""
        pieces = (Piece(Op.KEPT, each) for each in read_inline(paragraph.text))
        return self._written(_cued(pieces, self.cues.get(paragraph.ordinal, ())))

    def text(self, text: str, op: Op = Op.KEPT) -> str:
        return self._written(Piece(op, each) for each in read_inline(text))

    def compared(self, old: str, new: str) -> str:
        """Two short texts, cells of a table, with their own redline."""
        return self._written(Piece(*each) for each in compared(old, new))

    def words(self, words: Iterable[Words], cues: Sequence[Cue] = ()) -> str:
        """Words of both drafts with their marks, and with the signs of comments on the paragraph of the new draft."""
        return self._written(_cued(self._signed(words), cues))

    def marked(self, words: Iterable[Words]) -> bool:
        """Whether a reader sees any mark; where only asterisks changed, there is none."""
        return any(each.op is not Op.KEPT for each, _ in self._shown(words))

    def _signed(self, words: Iterable[Words]) -> Iterator[Piece]:
        for op, run in groupby(self._shown(words), key=lambda each: each[0].op):
            shown = list(run)
            signed = _unsigned(shown) if op is Op.KEPT else self._sign(shown)
            yield from (Piece(op, stretch, attributes) for stretch, attributes in signed)

    def _shown(self, words: Iterable[Words]) -> Iterator[tuple[Words, Stretch]]:
        read: dict[tuple[bool, int], tuple[Stretch, ...]] = {}
        for each in words:
            if each.is_break:
                yield each, Stretch(BREAK, 0, 0)
                continue
            is_old = each.op is Op.DELETED
            place = (is_old, each.ordinal)
            if place not in read:
                draft = self._old if is_old else self._new
                read[place] = read_inline(draft.paragraphs[each.ordinal].text)
            for stretch in cut(read[place], each.start, each.end):
                yield each, stretch

    def _written(self, pieces: Iterable[Piece]) -> str:
        """Tags that go on from one stretch to the next stay open; all are closed at the end."""
        written: list[str] = []
        open_tags: list[Tag] = []
        for each in pieces:
            notes, text = self.old_notes if each.op is Op.DELETED else self.notes, each.stretch.text
            tags = list(_tags(each, notes))
            shared = 0
            own = bool(each.stretch.note)  # two references that stand side by side are two
            while shared < min(len(tags) - own, len(open_tags)) and tags[shared] == open_tags[shared]:
                shared += 1
            written += (closing for _, closing in reversed(open_tags[shared:]))
            written += (opening for opening, _ in tags[shared:])
            written.append(safe(notes.sign(each.stretch.note)) if each.stretch.note else escape(text, quote=True))
            open_tags = tags
            if each.cues:
                written += (closing for _, closing in reversed(open_tags))
                written.append(each.cues)
                open_tags = []
        written += (closing for _, closing in reversed(open_tags))
        return "".join(written)


def _cued(pieces: Iterable[Piece], cues: Sequence[Cue]) -> Iterable[Piece]:
    """The pieces cut where commented words begin and end, each sign after the last piece of its words."""
    return _with_cues(pieces, cues) if cues else pieces


def _with_cues(pieces: Iterable[Piece], cues: Sequence[Cue]) -> Iterator[Piece]:
    bounds = sorted({place for cue in cues for place in cue[:2]})
    waiting = list(cues)
    last: Piece | None = None
    for piece in pieces:
        if last:
            yield last
        last = piece
        if piece.op is Op.DELETED or not piece.stretch.end:
            continue
        *parts, last = [_said_of(part, cues) for part in _cut_at(piece, bounds)]
        for part in (*parts, last):
            ended = [cue for cue in waiting if cue.start < cue.end <= part.stretch.end]
            waiting = [cue for cue in waiting if cue not in ended]
            signs = "".join(cue.html for cue in ended)
            if part is last:
                last = part._replace(cues=signs)
            else:
                yield part._replace(cues=signs)
    rest = "".join(cue.html for cue in waiting)
    yield last._replace(cues=last.cues + rest) if last else Piece(Op.KEPT, Stretch("", 0, 0), cues=rest)


def _said_of(piece: Piece, cues: Sequence[Cue]) -> Piece:
    start, end = piece.stretch.start, piece.stretch.end
    return piece._replace(is_said_of=any(cue.start < end and start < cue.end for cue in cues))


def _cut_at(piece: Piece, bounds: Iterable[int]) -> Iterator[Piece]:
    stretch = piece.stretch
    if not stretch.is_literal:
        yield piece
        return
    start = stretch.start
    for bound in (*(each for each in bounds if stretch.start < each < stretch.end), stretch.end):
        (part,) = cut((stretch,), start, bound)
        yield piece._replace(stretch=part)
        start = bound


def shown_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs of Markdown as a reader sees their words; those that differ only in signs are left out."""
    olds = read_inline("".join(text for op, text in runs if op is not Op.INSERTED))
    news = read_inline("".join(text for op, text in runs if op is not Op.DELETED))
    shown = groupby(placed(runs, olds, news), key=itemgetter(0))
    return tuple(Run(op, "".join(stretch.text for _, stretch in pieces)) for op, pieces in shown)


@cache
def _styled(style: Style) -> tuple[Tag, ...]:
    """Asked for every stretch; each question to a flag takes a microsecond."""
    return tuple(tag for each, tag in _TAGS if style & each)


def _tags(piece: Piece, notes: Notes) -> Iterator[Tag]:
    stretch = piece.stretch
    if piece.op is not Op.KEPT:
        name = _NAMES[piece.op]
        yield f"<{name}{piece.attributes}>", f"</{name}>"
    if piece.is_said_of:
        yield _SAID
    if stretch.href:
        yield f'<a href="{safe(stretch.href)}" rel="noopener noreferrer">', "</a>"
    yield from _styled(stretch.style)
    if stretch.note:
        yield notes.reference(stretch.note)
