"""Words of a text as Word shows them: Markdown's signs become form, references become footnotes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.inline import Stretch, Style, read_inline
from zerodraft.export.word.document import Changes, Cited, Content, Words


class Atom(NamedTuple):
    """Words of one form, or the reference to a footnote (`note` is its label), and where they stand in Markdown."""

    start: int
    end: int
    text: str
    style: Style = Style.PLAIN
    href: str = ""
    note: str = ""


def atoms(text: str) -> Iterator[Atom]:
    """What is shown of a paragraph's text, or of a cell's, in order."""
    for each in read_inline(text):
        yield Atom(each.start, each.end, _shown(each, text), each.style, each.href, each.note)


def atoms_of(paragraph: Paragraph) -> Iterator[Atom]:
    """What is shown of a paragraph; a quoted block, or another that Markdown doesn't read, stays as it was typed."""
    text = paragraph.text
    if paragraph.kind is not Kind.OPAQUE:
        return atoms(text)
    return iter((Atom(0, len(text), text),) if text else ())


def _shown(stretch: Stretch, text: str) -> str:
    """Invisible characters go out as they are: a script may need them, and whoever answers must have the same words.
    What XML can't carry is marked when it is written."""
    if stretch.note:
        return f"[^{stretch.note}]"
    is_mark = stretch.style != Style.PLAIN and stretch.style & Style.MARK
    return text[stretch.start : stretch.end] if is_mark else stretch.text


class Notes:
    """The footnotes of one text, in the order in which they are cited. Word counts them, and cites each once: a second
    reference to a note makes a second note with the same words."""

    def __init__(self, draft: Draft) -> None:
        self._notes: Mapping[str, Paragraph] = {
            note.label.removeprefix("^"): note for note in reversed(draft.paragraphs) if note.kind is Kind.FOOTNOTE
        }
        self.cited: list[Content] = []
        self._ordinals: set[int] = set()

    def content(self, found: Iterable[Atom], changes: Changes = ()) -> Content:
        """Atoms as content; a reference to no note stays as it was typed."""
        return tuple(self._piece(each, changes) for each in found if each.text)

    def is_cited(self, paragraph: Paragraph) -> bool:
        return paragraph.ordinal in self._ordinals

    def _piece(self, atom: Atom, changes: Changes) -> Words | Cited:
        note = self._notes.get(atom.note)
        if note is None:
            return Words(atom.text, atom.style & ~Style.RAISED if atom.note else atom.style, changes, atom.href)
        self._ordinals.add(note.ordinal)
        self.cited.append(tuple(Words(each.text, each.style, (), each.href) for each in atoms(note.text)))
        return Cited(len(self.cited) - 1, changes)


def merged(pieces: Iterable[Words | Cited]) -> Content:
    """Neighbours of one form under the same changes become one."""
    return tuple(_joined(list(group)) for _, group in groupby(pieces, key=_kind))


def _kind(piece: Words | Cited) -> object:
    """All but the words."""
    return piece[1:] if isinstance(piece, Words) else piece


def _joined(group: Sequence[Words | Cited]) -> Words | Cited:
    first = group[0]
    if isinstance(first, Cited) or len(group) == 1:
        return first
    return first._replace(text="".join([each.text for each in group if isinstance(each, Words)]))
