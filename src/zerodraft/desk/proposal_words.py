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
    where = _where(dossier, tabled)
    above = dossier.tabled.get(proposal.answers)
    if above:
        return f"other words for {above.proposal.number} on {where}"
    return _DOES[proposal.amendment.kind].format(where) + _to(dossier, tabled)


def _where(dossier: Dossier, tabled: Tabled) -> str:
    """“paragraph 14, now 15”, “paragraphs 14 to 16”."""
    then, now = tabled.proposal.paragraph, cite_now(dossier, tabled)
    until = _until(dossier, tabled.first, tabled.last)
    if until:
        return _range(now, until) + (f", read as {then}" if now != then else "")
    return _cited(then) + (f", now {now}" if now not in ("", then) else "")


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
    until = _until(dossier, first, last)
    place = _range(cite, until) if until else _cited(cite)
    return f"{place[0].upper()}{place[1:]}"


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


def _until(dossier: Dossier, first: int, last: int) -> str:
    """The number of the last of several paragraphs; "" for one with those below it."""
    if first < 0 or last <= first or last <= belonging(dossier.draft, first)[-1] + 1:
        return ""
    *_, end = _ending_at(dossier, last)
    return dossier.reading.numbers[end].cite


def _to(dossier: Dossier, tabled: Tabled) -> str:
    if tabled.to is None:
        return ""
    if not tabled.to:
        return " to the beginning"
    *_, last = _ending_at(dossier, tabled.to)
    return f" after {_cited(dossier.reading.numbers[last].cite)}"


def _cited(cite: str) -> str:
    return f"{ENGLISH.paragraph} {cite}" if cite[:1].isdigit() else cite


def _range(first: str, last: str) -> str:
    return f"paragraphs {first} to {last}" if first[:1].isdigit() else f"{first} to {last}"
