"""A proposal by itself, as it stands below its paragraph: who makes it, what it changes, who says what of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.proposal import Amendment, Kind
from zerodraft.core.negotiation.review import Voice
from zerodraft.core.negotiation.stands import Entry
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.inline import read_inline
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.review.redlining import runs_para
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_CONTEXT = 5  # words of the paragraph that stay on either side of a change
_LEFT_OUT = "…"


def proposal_paras(dossier: "Dossier", entry: Entry, *, attributed: bool, plain: bool) -> Iterator[Para]:
    """Number and names, the change with some words around it, the positions of the others; without attribution the
    change alone."""
    if attributed:
        yield para(*_makers(dossier, entry.tabled))
    yield from change_paras(dossier, entry.amendment, plain=plain)
    if attributed and entry.voices:
        yield para(*_positions(dossier, entry.voices))


def unplaced_paras(dossier: "Dossier", tabled: Tabled, reason: str, *, attributed: bool) -> Iterator[Para]:
    """The words as they were proposed, and why they stand in no bracket."""
    if attributed:
        yield para(*_makers(dossier, tabled), Piece(f" · on {cited(tabled.proposal.paragraph)}", "quiet"))
    yield para(Piece(reason, "warning"))
    yield from (para(Piece(words, "inserted")) for words in tabled.proposal.amendment.wording)


def _makers(dossier: "Dossier", tabled: Tabled) -> Iterator[Piece]:
    yield Piece(tabled.proposal.number, "strong")
    yield Piece(f" {', '.join(map(dossier.name_of, tabled.proposal.delegations))}", "number")


def change_paras(dossier: "Dossier", amendment: Amendment, *, plain: bool) -> Iterator[Para]:
    """What it does to the paragraphs as they stand."""
    if amendment.kind is Kind.DELETE:
        count = amendment.last - amendment.first
        yield para(Piece("deletes it" if count == 1 else f"deletes {count} paragraphs", "deleted-sign"))
        return
    if amendment.to is not None:
        numbers = dossier.reading.numbers
        where = f"after {cited(numbers[amendment.to - 1].cite)}" if amendment.to else "to the beginning"
        yield para(Piece(f"moves it {where}", "strong"))
    standing = tuple(each.text for each in dossier.draft.paragraphs[amendment.first : amendment.last])
    old, new = _as_read(standing), _as_read(amendment.wording)
    if old != new:
        yield runs_para(tuple(elided(redline(old, new))), plain=plain)
    elif standing != amendment.wording:
        yield para(Piece("changes its form, and no word", "quiet"))


def _as_read(paragraphs: Iterable[str]) -> str:
    """Without the signs of Markdown."""
    return "\n".join("".join(each.text for each in read_inline(words)) for words in paragraphs)


def elided(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with only some words of what stays around each change."""
    for place, run in enumerate(runs):
        words = run.text.split(" ")
        if run.op is not Op.KEPT or len(words) <= 2 * _CONTEXT + 2:
            yield run
            continue
        before = words[:_CONTEXT] if place else []
        after = words[-_CONTEXT:] if place + 1 < len(runs) else []
        yield Run(Op.KEPT, " ".join((*before, _LEFT_OUT, *after)))


def _positions(dossier: "Dossier", voices: Iterable[Voice]) -> Iterator[Piece]:
    """“support: Fiji, Japan; reserve: Viet Nam”: a group where it speaks for its members."""
    by_stand: dict[str, dict[str, None]] = {}
    for voice in voices:
        by_stand.setdefault(voice.stand.value, {})[voice.said_by] = None
    for place, (stand, codes) in enumerate(sorted(by_stand.items())):
        yield Piece(f"{'; ' if place else ''}{stand}: ", "quiet")
        yield Piece(", ".join(map(dossier.name_of, codes)), "quiet")
