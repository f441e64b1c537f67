"""A proposal in few words: where it stands, what it does, what became of it."""

from typing import TYPE_CHECKING

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.negotiation.review import Status
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.desk.queue import place_of
from zerodraft.export.sheet import WORKING_TEXT
from zerodraft.tui.comments.listing import cited
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

SIGNS = {
    Status.OPEN: "●",
    Status.IN_PART: "◐",
    Status.ACCEPTED: "✓",
    Status.BRACKETED: "□",
    Status.REJECTED: "✗",
    Status.WITHDRAWN: "–",
    Status.OVERTAKEN: "»",
}
_STYLES = {Status.OPEN: "accent", Status.IN_PART: "accent", Status.ACCEPTED: "good"}
_WARNING = frozenset({Outcome.LOOK, Outcome.COLLISION, Outcome.DETACHED})
_MOST = 400  # characters of a wording from which a row is cut


def status_sign(tabled: Tabled) -> Piece:
    """One cell."""
    return Piece(SIGNS[tabled.standing.status], _STYLES.get(tabled.standing.status, "quiet"))


def status_told(tabled: Tabled) -> Piece:
    """“● open”."""
    status = tabled.standing.status
    return Piece(f"{SIGNS[status]} {status.value}", _STYLES.get(status, "quiet"))


def outcome_told(tabled: Tabled) -> Piece:
    """What becomes of an open one on the text of today; "" for a clean one, and for one that is decided."""
    if not tabled.is_open or tabled.outcome is Outcome.CLEAN:
        return Piece("")
    return Piece(tabled.outcome.value, "warning" if tabled.outcome in _WARNING else "quiet")


def place_cited(dossier: "Dossier", tabled: Tabled) -> str:
    """“¶ 14(a)” today; “after ¶ 14” for what is put in; of a detached one the number as it was read."""
    ordinal = place_of(tabled)
    cite = tabled.proposal.paragraph if ordinal is None else dossier.reading.numbers[ordinal].cite
    return f"{'after ' if is_insertion(tabled) else ''}{cited(cite)}"


def is_insertion(tabled: Tabled) -> bool:
    return tabled.proposal.amendment.kind is Kind.INSERT


def where_to(dossier: "Dossier", tabled: Tabled) -> str:
    """Where a moved paragraph would stand: “after ¶ 12”; "" for one that is not moved."""
    if tabled.to is None:
        return ""
    return f"after {cited(dossier.reading.numbers[tabled.to - 1].cite)}" if tabled.to else "at the beginning"


def names_of(dossier: "Dossier", tabled: Tabled) -> str:
    """“Australia, Japan”."""
    return ", ".join(map(dossier.name_of, tabled.proposal.delegations))


def read_in(dossier: "Dossier", tabled: Tabled) -> str:
    """The designation of the version that was read."""
    on = tabled.proposal.on
    return next((each.designation for each in dossier.versions if each.name == on), on or WORKING_TEXT)


def gist(dossier: "Dossier", tabled: Tabled) -> tuple[Piece, ...]:
    """What a proposal does, in one line: its first change, and how many there are more."""
    kind = tabled.proposal.amendment.kind
    match kind:
        case Kind.DELETE:
            return (Piece("deletes it"),)
        case Kind.INSERT:
            return (Piece("+ ", "quiet"), Piece(_short(" ".join(tabled.proposal.amendment.wording))))
        case Kind.MOVE:
            return (Piece(f"moves it {where_to(dossier, tabled) or 'elsewhere'}"),)
        case Kind.SPLIT | Kind.JOIN:
            return (Piece("divides it" if kind is Kind.SPLIT else "joins them"),)
        case _:
            return _changed(tabled)


def _changed(tabled: Tabled) -> tuple[Piece, ...]:
    if not tabled.changes:
        return (Piece(_short(" ".join(tabled.proposal.amendment.wording))),)
    first, *rest = tabled.changes
    more = (Piece(f"  · {len(rest)} more", "quiet"),) if rest else ()
    return (*change_told(first), *more)


def change_told(change: Change) -> tuple[Piece, ...]:
    """“− old words + new words”; signs, for a row has no room for styles that could be mistaken."""
    if change.is_move:
        return (Piece("moves it"),)
    before = (Piece("− ", "quiet"), Piece(_short(change.before))) if change.before else ()
    after = (Piece("+ ", "quiet"), Piece(_short(change.after))) if change.after else ()
    return (*before, *((Piece("  "),) if before and after else ()), *after)


def _short(words: str) -> str:
    return " ".join(words[:_MOST].split())


def copied(dossier: "Dossier", tabled: Tabled) -> str:
    """A proposal as plain text."""
    proposal = tabled.proposal
    about = f"{proposal.number} · {names_of(dossier, tabled)}"
    lines = [f"{about} on {place_cited(dossier, tabled)}: {tabled.standing.status.value}"]
    lines += [f"on {read_in(dossier, tabled)} · {proposal.date.day} {proposal.date:%B %Y}"]
    wording = proposal.amendment.wording or ("(to be deleted)",)
    lines += ["", *(line for words in wording for line in (words, ""))]
    if proposal.reason:
        lines += [f"Reason: {proposal.reason}", ""]
    return "\n".join(lines)
