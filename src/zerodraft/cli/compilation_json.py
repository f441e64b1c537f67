"""A compilation for programs."""

from zerodraft.cli.voice import Json
from zerodraft.core.negotiation.compilation import Compilation, Unplaced
from zerodraft.core.negotiation.compilation_rows import InlineRow, inline_rows
from zerodraft.core.negotiation.stands import Entry
from zerodraft.desk.dossier import Dossier


def compilation_json(dossier: Dossier, compilation: Compilation, *, attributed: bool) -> Json:
    """The whole text, its paragraphs with brackets, the proposals in them, and those without a place."""
    return {
        "declaration": dossier.slug,
        "text_id": dossier.reading.text_id,
        "attributed": attributed,
        "text": compilation.inline(attributed=attributed),
        "paragraphs": [_row(dossier, row) for row in inline_rows(compilation, attributed=attributed)],
        "proposals": [_entry(dossier, entry) for entry in compilation.entries] if attributed else [],
        "not_placed": [_unplaced(each) for each in compilation.unplaced] if attributed else [],
    }


def _row(dossier: Dossier, row: InlineRow) -> Json:
    cite = None if row.ordinal is None else dossier.reading.numbers[row.ordinal].cite
    after = dossier.reading.numbers[row.before - 1].cite if row.ordinal is None and row.before else None
    return {"cite": cite, "after": after, "text": row.words}


def _entry(dossier: Dossier, entry: Entry) -> Json:
    proposal, amendment, numbers = entry.tabled.proposal, entry.amendment, dossier.reading.numbers
    is_new = amendment.first == amendment.last
    return {
        "number": proposal.number,
        "delegations": list(proposal.delegations),
        "kind": amendment.kind.value,
        "paragraphs": [each.cite for each in numbers[amendment.first : amendment.last]],
        "after": numbers[amendment.first - 1].cite if is_new and amendment.first else None,
        "wording": list(amendment.wording),
        "moves_after": numbers[amendment.to - 1].cite if amendment.to else None,
        "voices": [
            {"delegation": each.delegation, "stand": each.stand.value, "said_by": each.said_by} for each in entry.voices
        ],
    }


def _unplaced(unplaced: Unplaced) -> Json:
    proposal = unplaced.tabled.proposal
    return {
        "number": proposal.number,
        "delegations": list(proposal.delegations),
        "wording": list(proposal.amendment.wording),
        "reason": unplaced.reason,
    }
