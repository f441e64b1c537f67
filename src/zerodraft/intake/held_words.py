"""What a file holds as words, to be compared with the words that were adopted.

The lines are made as `core.text.fingerprint` makes those of a text: number, words, footnotes last.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from zerodraft.core.gate.house_notes import comments_with_words
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.fingerprint import canonical, line_of, row_line
from zerodraft.core.text.footnotes import in_turn
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.waymark import Provenance, read_provenance
from zerodraft.errors import UnreadableInput
from zerodraft.intake.kinds import WEB_PAGE, foreign_kind
from zerodraft.intake.markdown_input import read_plain_text
from zerodraft.intake.marked import Marked, Sort
from zerodraft.intake.reading import Convert
from zerodraft.intake.recognition import InputKind, is_akoma_ntoso, kind_of, shown_name
from zerodraft.intake.sent_out import notes_once
from zerodraft.intake.views import Seen, final

_CITED = re.compile(r"\[\^([^\]\s\[^]{1,40})\]")
# What in a Word file makes that readers don't see the words that are there, or see other ones.
_TELLING = ("hidden", "unseen", "struck", "computed", "object", "foreign", "picture", "outside")
_HIDING = ("hidden", "unseen", "struck", "computed", "foreign")


@dataclass(frozen=True, slots=True)
class HeldWords:
    """`kind` completes “x.docx is …”. `lines` are canonical. `notices` are sentences on what is in the file beside
    words; `is_disguised` says that because of one the words that are seen are not those that are there. `otherwise` are
    the lines as they are if notes with the same words are one note: Word cites a note once, so what is cited twice
    leaves as two; () for the same lines."""

    kind: str
    lines: tuple[str, ...]
    provenance: Provenance | None = None
    notices: tuple[str, ...] = ()
    is_disguised: bool = False
    otherwise: tuple[str, ...] = ()


def held_words(data: bytes, name: str, convert: Convert | None = None) -> HeldWords:
    """The words of a file; an OpenDocument text or an old Word file where there is a converter. Raises
    `UnreadableInput`."""
    if foreign_kind(data) is WEB_PAGE:
        return _of_page(data, name)
    if data.startswith(b"%PDF-"):
        return _of_pdf(data)
    if is_akoma_ntoso(data):
        return _of_akn(data, name)
    kind = kind_of(data, name)
    match kind:
        case InputKind.WORD:
            return _of_word(data, name)
        case InputKind.OPEN_TEXT | InputKind.OLD_WORD if convert:
            return replace(_of_word(convert(data, kind, name), name), kind=str(kind))
        case InputKind.MARKDOWN | InputKind.TEXT:
            return _of_text(data, name, kind)
        case _:
            raise UnreadableInput(
                f"{shown_name(name)} is {kind}.",
                "Words can be verified in Word, OpenDocument, PDF, HTML, Markdown and Akoma Ntoso files.",
            )


def _of_word(data: bytes, name: str) -> HeldWords:
    from zerodraft.intake.word import read_word

    marked = read_word(data, shown_name(name))
    told = [each.sentence for each in marked.notices if each.code in _TELLING]
    if marked.has_revisions:
        told.insert(0, "It holds tracked changes; they are read as accepted.")
    if marked.remarks:
        told.append("1 comment is in it." if len(marked.remarks) == 1 else f"{len(marked.remarks)} comments are in it.")
    is_disguised = marked.has_revisions or any(each.code in _HIDING for each in marked.notices)
    lines, otherwise = tuple(lines_of(marked)), tuple(lines_of(notes_once(marked)))
    provenance, other = read_provenance(marked.properties), () if otherwise == lines else otherwise
    return HeldWords(str(InputKind.WORD), lines, provenance, tuple(told), is_disguised, otherwise=other)


def _of_page(data: bytes, name: str) -> HeldWords:
    from zerodraft.intake.delimited import decoded
    from zerodraft.intake.page_words import is_own_page, page_words

    source = decoded(data, shown_name(name)).text
    if not is_own_page(source):
        raise UnreadableInput(
            f"{shown_name(name)} is a web page that no export of ours is.",
            "Words can be verified in our own pages; of others, save the text as plain text or Word.",
        )
    page = page_words(source)
    told = [f"It was changed after it was exported; a browser may show other words: {each}" for each in page.foreign]
    if page.comments:
        told.append("1 comment is in it." if page.comments == 1 else f"{page.comments} comments are in it.")
    provenance = read_provenance(page.properties)
    return HeldWords("a web page", page.lines, provenance, tuple(told), bool(page.foreign))


def _of_pdf(data: bytes) -> HeldWords:
    from zerodraft.intake.pdf_words import pdf_words

    found = pdf_words(data)
    return HeldWords("a PDF", found.lines, read_provenance(found.properties), found.notices, found.is_disguised)


def _of_akn(data: bytes, name: str) -> HeldWords:
    from zerodraft.intake.akn_reading import akoma_ntoso

    found = akoma_ntoso(data, shown_name(name))
    draft = read_draft(found.markdown)
    lines = [*(line_of("", each) for each in found.beside), *(line.text for line in canonical(draft, number(draft)))]
    told = tuple(each.sentence for each in found.notices)
    return HeldWords(
        "an Akoma Ntoso file", tuple(filter(None, lines)), read_provenance(found.properties), told, bool(found.notices)
    )


def _of_text(data: bytes, name: str, kind: InputKind) -> HeldWords:
    from zerodraft.intake.delimited import decoded

    text = decoded(data, shown_name(name)).text
    if kind is InputKind.TEXT:
        return HeldWords(str(kind), tuple(lines_of(read_plain_text(text))))
    draft = read_draft(text)
    lines = (*front_lines(draft), *(line.text for line in canonical(draft, number(draft))))
    if not (count := comments_with_words(draft)):
        return HeldWords(str(kind), lines)
    # A comment that is written oddly is shown by some programs, and not by others.
    told = "1 comment in its source has words." if count == 1 else f"{count} comments in its source have words."
    return HeldWords(str(kind), lines, notices=(told,), is_disguised=True)


def front_lines(draft: Draft) -> tuple[str, ...]:
    """What a Markdown file says of itself above its words, which many programs show; none for the marks around it."""
    above = draft.source[: draft.front_matter.end].lstrip("\ufeff").splitlines()
    return tuple(filter(None, (line_of("", each) for each in above if each.strip("-. \t"))))


def lines_of(marked: Marked) -> Iterator[str]:
    """The canonical lines of a marked text as it reads when all its changes are accepted."""
    seen = final(marked)
    notes = {str(each.place[0]): each for each in seen if each.shape.sort is Sort.NOTE and each.place}
    cited: dict[str, int] = {}
    body = [each for each in seen if each.shape.sort is not Sort.NOTE]
    lines = [*_body(body, notes, cited)]
    for name in _all_cited(notes, cited):
        lines.append(line_of(f"^{cited[name]}", _numbered(notes[name].text, notes, cited)))
    yield from filter(None, lines)


def _all_cited(notes: Mapping[str, Seen], cited: dict[str, int]) -> Iterator[str]:
    """The notes in the order of their first reference; a note may refer to another. One without words that nobody cites
    is none."""
    every = [name for name, note in notes.items() if note.text]
    for name in in_turn(cited, every):
        cited.setdefault(name, len(cited) + 1)
        yield name


def _body(body: Sequence[Seen], notes: Mapping[str, Seen], cited: dict[str, int]) -> Iterator[str]:
    """One line a paragraph, one a row of a table."""
    for row, paragraphs in groupby(enumerate(body), key=_row):
        texts = [(each.shape.label, _numbered(each.text, notes, cited)) for _, each in paragraphs]
        if isinstance(row, tuple):
            yield row_line(text for _, text in texts)
        else:
            yield from (line_of(label, text) for label, text in texts)


def _row(place: tuple[int, Seen]) -> object:
    """The table and row of a cell; of any other paragraph its own number."""
    at, seen = place
    return seen.place[:2] if seen.shape.sort is Sort.CELL and len(seen.place) == 3 else at


def _numbered(text: str, notes: Mapping[str, Seen], cited: dict[str, int]) -> str:
    return _CITED.sub(
        lambda sign: f"^{cited.setdefault(sign[1], len(cited) + 1)}" if sign[1] in notes else sign[0], text
    )
