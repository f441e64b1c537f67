"""The proposals of a compilation as amendments: each is a document of its own inside of the file."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.negotiation.compilation_rows import paragraph_rows
from zerodraft.core.negotiation.proposal import Amendment, Kind, Proposal
from zerodraft.core.text.respelling import Shown, joined, shown
from zerodraft.export.akn.meta import CONFERENCE, SOURCE, Identity, Named, identify, naming_of
from zerodraft.export.akn.naming import language_code
from zerodraft.export.akn.words import Pen, Word
from zerodraft.export.akn.xml import Element, put, say
from zerodraft.export.compiled import CompilationSheet, attribution, not_placed, what

_KINDS = {
    Kind.REPLACE: "substitution",
    Kind.INSERT: "insertion",
    Kind.DELETE: "repeal",
    Kind.MOVE: "replacement",
    Kind.SPLIT: "split",
    Kind.JOIN: "join",
}


class Proposed(NamedTuple):
    """A proposal as it is written: `heading` says whose it is and what it does, `amendment` is None where it has no
    place in the text; then `reason` tells why."""

    proposal: Proposal
    heading: str
    amendment: Amendment | None
    runs: tuple[Run, ...]
    reason: str = ""


def proposals_of(sheet: CompilationSheet) -> Iterator[Proposed]:
    """All open proposals, by their places; those without one come last."""
    for row in paragraph_rows(sheet.compilation):
        for told in row.told:
            named = attribution(sheet, told)
            heading = f"{named}: {what(sheet, told)}" if named else what(sheet, told)
            yield Proposed(told.entry.tabled.proposal, heading, told.entry.amendment, told.runs)
    for each, (heading, words, reason) in zip(sheet.compilation.unplaced, not_placed(sheet), strict=True):
        runs = (Run(Op.INSERTED, words),) if words else ()
        yield Proposed(each.tabled.proposal, heading, None, runs, reason)


def tell_proposals(meta: Element, sheet: CompilationSheet, names: Sequence[str], named: Named) -> None:
    """What would become of the text: each proposal as a modification, in the name of its delegations."""
    proposals = list(proposals_of(sheet))
    if not proposals:
        return
    told = put(put(meta, "analysis", source=SOURCE), "passiveModifications")
    for place, each in enumerate(proposals, 1):
        mod = put(
            told,
            "textualMod",
            type=_KINDS[each.proposal.amendment.kind],
            eId=f"proposed_{place}",
            refersTo=" ".join(f"#{name}" for name in _delegations(sheet, each, named)) or None,
        )
        put(mod, "source", href=f"#proposal_{place}")
        _destination(mod, sheet, each.amendment, names)


def _delegations(sheet: CompilationSheet, told: Proposed, named: Named) -> list[str]:
    plates = sheet.compilation.text.plates
    codes = told.proposal.delegations if sheet.attributed else ()
    return [named.of(plates.name(code), code) for code in codes]


def _destination(mod: Element, sheet: CompilationSheet, amendment: Amendment | None, names: Sequence[str]) -> None:
    """The paragraphs that a proposal is about; what is inserted stands after one, or before the first. What has no
    place is about the text as a whole."""
    if amendment is None or not names:
        put(mod, "destination", href=naming_of(sheet.sheet).work, pos="unspecified")
    elif amendment.kind is Kind.INSERT:
        after = amendment.first > 0
        put(mod, "destination", href=f"#{names[amendment.first - after]}", pos="after" if after else "before")
    else:
        for name in names[amendment.first : amendment.last]:
            put(mod, "destination", href=f"#{name}")


def write_proposals(statement: Element, sheet: CompilationSheet, names: Sequence[str], named: Named, pen: Pen) -> None:
    """Each proposal as a component of the document."""
    proposals = list(proposals_of(sheet))
    if not proposals:
        return
    components = put(statement, "components")
    for place, each in enumerate(proposals, 1):
        component = put(components, "component", eId=f"proposal_{place}")
        amendment = put(component, "amendment", name="proposal", contains="originalVersion")
        identify(put(amendment, "meta"), sheet.sheet, _identity(sheet, each, place, named))
        body = put(amendment, "amendmentBody")
        say(put(put(body, "amendmentHeading"), "p"), each.heading)
        _content(put(body, "amendmentContent"), each, names, f"proposal_{place}", pen)
        reasons = (each.reason, each.proposal.reason if sheet.attributed else "")
        for reason in filter(None, reasons):
            say(put(put(body, "amendmentJustification"), "p"), reason)


def _identity(sheet: CompilationSheet, told: Proposed, place: int, named: Named) -> Identity:
    naming, day = naming_of(sheet.sheet), told.proposal.date.date()
    number = told.proposal.number.lower() if sheet.attributed else str(place)
    parts = (naming.jurisdiction, "amendment", "proposal", naming.body, day.isoformat(), f"{naming.slug}-{number}")
    work = "/akn/" + "/".join(parts)
    expression = f"{work}/{language_code(sheet.sheet.language)}@{day.isoformat()}"
    version = told.proposal.number if sheet.attributed else str(place)
    author = " ".join(_delegations(sheet, told, named)) or CONFERENCE
    return Identity(work, expression, day, day, number, version, author, "proposal", "proposal")


def _content(parent: Element, told: Proposed, names: Sequence[str], stem: str, pen: Pen) -> None:
    """The words with what is put in and taken out, a block for each paragraph."""
    place = told.amendment.first if told.amendment else len(names)
    lines = list(_lines(told.runs))
    for number, words in enumerate(lines):
        at = f"#{names[place]}" if place < len(names) else None
        mod = put(put(parent, "p"), "mod", eId=f"{stem}__mod_{number + 1}", for_=at)
        pen.write(mod, words, f"{stem}__mod_{number + 1}", in_note=True)


def _lines(runs: Sequence[Run]) -> Iterator[list[Word]]:
    """The words of one paragraph after the other, as they are shown."""
    line: list[Word] = []
    for op, text in runs:
        for number, part in enumerate(text.split("\n")):
            if number:
                yield line
                line = []
            line += (Word(each, op) for each in joined(shown(part) or [Shown(part)]))
    if line:
        yield line
