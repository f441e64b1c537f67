"""A compilation as it is laid out, and the words that a page adds to it, in the two languages of the host."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.negotiation.compilation import ALREADY_IN, IN_A_TABLE, NOT_READABLE, Compilation, Unplaced
from zerodraft.core.negotiation.compilation_rows import Said, Told
from zerodraft.core.negotiation.proposal import Amendment, Kind
from zerodraft.core.negotiation.stands import on_the_offer
from zerodraft.core.negotiation.working_text import WorkingText
from zerodraft.core.text.position import stance_word
from zerodraft.export.labels import in_language
from zerodraft.export.sheet import Sheet

_FEW = 4  # words that stand between two changes and are told; of more only the nearest


class Layout(StrEnum):
    """The text with brackets; each paragraph followed by the proposals on it; paragraphs by delegations."""

    INLINE = "inline"
    PARAGRAPHS = "paragraphs"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class CompilationSheet:
    """A compilation with its title block. Without attribution nobody is named; a table always names them."""

    sheet: Sheet
    compilation: Compilation
    layout: Layout = Layout.INLINE
    attributed: bool = True

    @property
    def words(self) -> "ProposalLabels":
        return in_language(self.sheet.spoken, _ENGLISH, _INDONESIAN)


@dataclass(frozen=True, slots=True)
class ProposalLabels:
    """`{}` in a phrase is the paragraph that it speaks of."""

    compilation: str
    not_placed: str
    paragraph: str
    kinds: Mapping[Kind, str]
    after: str
    before: str
    reasons: Mapping[str, str]
    no_place: str
    """Stands for a reason that is told in English alone, "" where it stands for itself."""


_ENGLISH = ProposalLabels(
    compilation="Compilation text",
    not_placed="Not placed in the text",
    paragraph="Paragraph",
    kinds={
        Kind.REPLACE: "new wording",
        Kind.INSERT: "new paragraph",
        Kind.DELETE: "deletion",
        Kind.MOVE: "move",
        Kind.SPLIT: "division",
        Kind.JOIN: "joining",
    },
    after="after {}",
    before="before {}",
    reasons={},
    no_place="",
)
_INDONESIAN = ProposalLabels(
    compilation="Teks kompilasi",
    not_placed="Tidak ditempatkan dalam teks",
    paragraph="Paragraf",
    kinds={
        Kind.REPLACE: "rumusan baru",
        Kind.INSERT: "paragraf baru",
        Kind.DELETE: "penghapusan",
        Kind.MOVE: "pemindahan",
        Kind.SPLIT: "pemecahan",
        Kind.JOIN: "penggabungan",
    },
    after="setelah {}",
    before="sebelum {}",
    reasons={
        ALREADY_IN: "Teks sudah memuat hal ini.",
        IN_A_TABLE: "Tanda kurung tidak dapat ditempatkan dalam tabel.",
        NOT_READABLE: "Kata-kata ini tidak dapat ditempatkan dalam tanda kurung secara jelas.",
    },
    no_place="Usulan ini tidak lagi mempunyai tempat yang jelas dalam teks saat ini.",
)


def what(sheet: CompilationSheet, told: Told) -> str:
    """What a proposal does: `new wording`, `deletion, 3–4`, `move after 7`, `new paragraph after 5`."""
    amendment = told.entry.amendment
    return _phrase(sheet.compilation.text, sheet.words, amendment)


def _phrase(text: WorkingText, words: ProposalLabels, amendment: Amendment) -> str:
    kind = words.kinds[amendment.kind]
    if amendment.kind is Kind.INSERT:
        return f"{kind} {_where(text, words, amendment.first)}".rstrip()
    several = f", {text.cited(amendment.first, amendment.last)}" if amendment.last - amendment.first > 1 else ""
    to = f" {_where(text, words, amendment.to)}" if amendment.to is not None else ""
    return f"{kind}{to}{several}"


def _where(text: WorkingText, words: ProposalLabels, place: int) -> str:
    if place:
        return words.after.format(text.numbers[place - 1].cite)
    return words.before.format(text.numbers[0].cite) if text.numbers else ""


def attribution(sheet: CompilationSheet, told: Told) -> str:
    """As in a bracket, with the number: `Australia, Japan (AUS-1); ASEAN support`; "" where nobody is named."""
    claims = on_the_offer([replace(told.entry, is_numbered=True)], replaces=False)
    return sheet.compilation.text.plates.printed(claims) if sheet.attributed else ""


def stance(said: Said, language: str = "en") -> str:
    """What somebody says of the proposal of others: `AUS-1 support`."""
    return f"{said.told.entry.tabled.proposal.number} {stance_word(said.stance, language)}"


def excerpt(runs: Sequence[Run]) -> Iterator[Run]:
    """The changed words with the few between them; `…` for the others, and nothing where no word changes."""
    if all(run.op is Op.KEPT for run in runs):
        return
    for place, (op, text) in enumerate(runs):
        words = text.split(" ")
        if op is not Op.KEPT or len(words) <= _FEW:
            yield Run(op, text)
            continue
        before = " ".join(words[: _FEW // 2]) + " " if place else ""
        after = " " + " ".join(words[-_FEW // 2 :]) if place + 1 < len(runs) else ""
        yield Run(op, f"{before}…{after}")


def not_placed(sheet: CompilationSheet) -> Iterator[tuple[str, str, str]]:
    """What stands in no bracket: whose it is and what it does, its words with a line for each paragraph, and why."""
    for each in sheet.compilation.unplaced:
        proposal = each.tabled.proposal
        plates = sheet.compilation.text.plates
        named = f"{', '.join(map(plates.name, proposal.delegations))} ({proposal.number}): " if sheet.attributed else ""
        yield (
            f"{named}{sheet.words.kinds[proposal.amendment.kind]}{_cited(sheet, each)}",
            _words(each),
            _reason(sheet, each),
        )


def _reason(sheet: CompilationSheet, unplaced: Unplaced) -> str:
    return sheet.words.reasons.get(unplaced.reason) or sheet.words.no_place or unplaced.reason


def _cited(sheet: CompilationSheet, unplaced: Unplaced) -> str:
    paragraph = unplaced.tabled.proposal.paragraph
    return f", {sheet.words.paragraph.lower()} {paragraph}" if paragraph else ""


def _words(unplaced: Unplaced) -> str:
    return "\n".join(unplaced.tabled.proposal.amendment.wording)
