"""What a proposal does and where, in words: “new wording for paragraph 14, now 15”."""

from collections.abc import Iterator, Sequence

from zerodraft.core.negotiation.proposal import Kind
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Kind as Sort
from zerodraft.core.text.draft import belonging
from zerodraft.desk.dossier import Dossier
from zerodraft.export.labels import ENGLISH
from zerodraft.export.sheet import WORKING_TEXT

_DOES = {
    Kind.REPLACE: "new wording for {}",
    Kind.INSERT: "a new paragraph after {}",
    Kind.DELETE: "to delete {}",
    Kind.MOVE: "to move {}",
    Kind.SPLIT: "to divide {}",
    Kind.JOIN: "to join {}",
}


def what_it_does(dossier: Dossier, tabled: Tabled) -> str:
    """By the number that was read, and by today's where it is another one."""
    proposal = tabled.proposal
    then, now = proposal.paragraph, cite_now(dossier, tabled)
    where = _cited(then) + (f", now {now}" if now not in ("", then) else "")
    above = dossier.tabled.get(proposal.answers)
    if above:
        return f"other words for {above.proposal.number} on {where}"
    return _DOES[proposal.amendment.kind].format(where) + _until(dossier, tabled) + _to(dossier, tabled)


def cite_now(dossier: Dossier, tabled: Tabled) -> str:
    """The number of its first paragraph today; of what is put in, that of the paragraph before; "" when detached."""
    if tabled.first < 0:
        return ""
    if tabled.first < tabled.last:
        return dossier.reading.numbers[tabled.first].cite
    before = [dossier.reading.numbers[ordinal].cite for ordinal in _ending_at(dossier, tabled.first)]
    then = tabled.proposal.paragraph
    return next((cite for cite in before if cite.count("(") == then.count("(")), before[0] if before else "")


def place_told(dossier: Dossier, group: Sequence[Tabled]) -> str:
    """“Paragraph 14”, “After paragraph 14”, “Paragraphs 14 to 16”: where these proposals stand today."""
    first, last = min(each.first for each in group), max(each.last for each in group)
    cite = cite_now(dossier, min(group, key=lambda each: (each.first, -each.last)))
    if first == last:
        return f"After {_cited(cite)}"
    until = dossier.reading.numbers[last - 1].cite
    head = _cited(cite)
    return f"{head[0].upper()}{head[1:]}" + (f" to {until}" if last - first > 1 and until != cite else "")


def on_version(dossier: Dossier, tabled: Tabled) -> str:
    """The designation of the version that was read."""
    on = tabled.proposal.on
    return next((each.designation for each in dossier.versions if each.name == on), on or WORKING_TEXT)


def names(dossier: Dossier, tabled: Tabled) -> str:
    """“Australia, with Japan and Fiji”."""
    first, *others = map(dossier.name_of, tabled.proposal.delegations)
    if not others:
        return first
    *some, last = others
    return f"{first}, with {', '.join(some)} and {last}" if some else f"{first}, with {last}"


def _ending_at(dossier: Dossier, place: int) -> Iterator[int]:
    """The paragraph before a place, and those above it that end there too: 2(b), then 2."""
    draft = dossier.draft
    for ordinal in range(place - 1, -1, -1):
        if belonging(draft, ordinal)[-1] + 1 == place:
            yield ordinal
        if draft.paragraphs[ordinal].kind is not Sort.SUB:
            return


def _until(dossier: Dossier, tabled: Tabled) -> str:
    """“ to 14” where it is about more than a paragraph with those below it."""
    if tabled.first < 0 or tabled.last <= belonging(dossier.draft, tabled.first)[-1] + 1:
        return ""
    *_, last = _ending_at(dossier, tabled.last)
    return f" to {dossier.reading.numbers[last].cite}"


def _to(dossier: Dossier, tabled: Tabled) -> str:
    if tabled.to is None:
        return ""
    if not tabled.to:
        return " to the beginning"
    *_, last = _ending_at(dossier, tabled.to)
    return f" after {_cited(dossier.reading.numbers[last].cite)}"


def _cited(cite: str) -> str:
    return f"{ENGLISH.paragraph} {cite}" if cite[:1].isdigit() else cite
