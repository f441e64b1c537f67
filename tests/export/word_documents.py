"""Small Word documents as values, and what our own reader finds in the files made of them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from tests.intake.word_made import signs

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.inline import Style, read_inline
from zerodraft.core.text.table import rows
from zerodraft.export.hands import Hand
from zerodraft.export.word.document import PLAIN, Change, Changes, Cited, Document, Look, Paragraph, Words
from zerodraft.export.word.writing import write_word
from zerodraft.intake.marked import Marked, Sort
from zerodraft.intake.views import Seen, base
from zerodraft.intake.word import read_word

_NOTE = re.compile(r"\[\^([^\]]+)\]")
MOMENT = datetime(2021, 11, 13, 9, 30, tzinfo=UTC)
NORLANDIA, ESTMARK = Hand("Norlandia", MOMENT), Hand("Estmark", MOMENT.replace(hour=11))


def put_in(hand: Hand = NORLANDIA, move: str = "") -> Change:
    return Change(Op.INSERTED, hand, move)


def taken_out(hand: Hand = NORLANDIA, move: str = "") -> Change:
    return Change(Op.DELETED, hand, move)


def paragraph(*content: str | Words | Cited, mark: Changes = (), look: Look = PLAIN) -> Paragraph:
    """Bare words are words under no change."""
    pieces = tuple(Words(each) if isinstance(each, str) else each for each in content)
    return Paragraph(pieces, look, mark)


def read(document: Document) -> Marked:
    return read_word(write_word(document), "made.docx")


def part(document: Document, name: str) -> str:
    """One part of the file, as it is written."""
    with ZipFile(BytesIO(write_word(document))) as archive:
        return archive.read(name).decode("utf-8")


def told(marked: Marked) -> list[str]:
    """Blocks in short: the words of each run behind its revisions, the mark as “¶”, in words of authors."""
    return [
        "".join(f"{{{signs(run.revisions)} {run.text}}}" if run.revisions else run.text for run in block.runs)
        + (f"¶{signs(block.mark)}" if block.mark else "")
        for block in marked.blocks
    ]


def seen(paragraphs: Iterable[Seen]) -> list[tuple[str, str]]:
    """Labels and words of a view; paragraphs without words are left out."""
    return [(each.shape.label, each.text) for each in paragraphs if each.text.strip()]


def plain(texts: Iterable[str]) -> list[str]:
    """Without what LibreOffice shows in another way: signs of notes, soft hyphens, paragraphs without words."""
    words = (_NOTE.sub("", text).replace("\N{SOFT HYPHEN}", "").strip() for text in texts)
    return [text for text in words if text]


def plain_words(marked: Marked) -> list[str]:
    """The paragraphs of the base view that are no notes, likewise."""
    return plain(each.text for each in base(marked) if each.shape.sort is not Sort.NOTE)


def expected(draft: Draft, printed: Iterable[str]) -> list[tuple[str, str]]:
    """Labels and words of a text as Word shows them: notes are counted as they are cited, and stand at the end, those
    that nobody cites before them."""
    notes = {
        each.label.removeprefix("^"): each.text for each in reversed(draft.paragraphs) if each.kind is Kind.FOOTNOTE
    }
    cited: list[str] = []

    def shown(text: str) -> str:
        words = []
        for each in read_inline(text):
            if each.note and each.note in notes:
                cited.append(notes[each.note])
                words.append(f"[^{len(cited)}]")
            else:
                as_typed = each.note or each.is_literal or each.style & Style.MARK
                words.append(text[each.start : each.end] if as_typed else each.text)
        return "".join(words)

    found: list[tuple[str, str]] = []
    for paragraph, label in zip(draft.paragraphs, printed, strict=True):
        if paragraph.kind is Kind.TABLE:
            found += [("", shown(cell)) for row in rows(paragraph.text) for cell in row]
        elif paragraph.kind is not Kind.FOOTNOTE:
            found.append((label, shown(paragraph.text)))
    aside = [note for note in notes.values() if note not in cited]
    found += [("", "".join(each.text for each in read_inline(note))) for note in (*aside, *cited)]
    return [each for each in found if each[1].strip()]


def settled(view: Iterable[Seen]) -> list[tuple[str, int, str, str]]:
    """Sort, level, label and words of each paragraph of a view that has words, with notes counted as they are cited."""
    paragraphs = [each for each in view if each.text.strip()]
    body = [each for each in paragraphs if each.shape.sort is not Sort.NOTE]
    notes = {str(each.place[-1]): each for each in paragraphs if each.shape.sort is Sort.NOTE}
    cited = dict.fromkeys(name for each in body for name in _NOTE.findall(each.text) if name in notes)
    names = {name: str(number) for number, name in enumerate(cited, 1)}
    assert len(cited) == len(notes)

    def words(text: str) -> str:
        return _NOTE.sub(lambda sign: f"[^{names.get(sign[1], sign[1])}]", text)

    shown = ((each.shape, words(each.text)) for each in (*body, *map(notes.__getitem__, cited)))
    return [(shape.sort.value, shape.level, shape.label, text) for shape, text in shown]
