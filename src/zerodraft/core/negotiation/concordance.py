"""The concordance that is issued with a revision: what became of each paragraph, whose contribution it was, and why."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.numbering import Number

_UNLISTED = (Kind.TITLE, Kind.HEADING)


class Descent(NamedTuple):
    """One paragraph of the new text, or one of the old text that is gone (`new` None), with those it came of, rising.

    `done` is what happened to it: kept; moved, reworded, or both; split, joined, inserted, deleted.
    """

    new: int | None
    old: tuple[int, ...]
    done: tuple[Fate, ...]


class Contribution(NamedTuple):
    """What is told of an act: the codes of those whose words it brought, the proposals that it accepted, by number,
    the id of the comment that it answered, "" for none, and why, "" where nobody said it."""

    delegations: tuple[str, ...]
    proposals: tuple[str, ...] = ()
    answers: str = ""
    reason: str = ""


class Entry(NamedTuple):
    """One line of a concordance: the number in the new text, "" for a paragraph that is gone; those in the old text,
    none for a new one; what was done; and of all acts on it the contributors, the proposals, the comments that were
    answered, the reasons, each once, in the order of the acts."""

    new: str
    old: tuple[str, ...]
    done: tuple[Fate, ...]
    delegations: tuple[str, ...]
    proposals: tuple[str, ...]
    answers: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def is_as_it_was(self) -> bool:
        """Neither its words nor its number are other ones."""
        return self.done == (Fate.KEPT,) and self.old == (self.new,)


def entries(
    found: Iterable[Descent],
    numbers: tuple[Sequence[Number], Sequence[Number]],
    acts: Iterable[Iterable[str]],
    said: Mapping[str, Contribution],
) -> tuple[Entry, ...]:
    """The lines of a concordance. `numbers` are those of the old and of the new text, `acts` for each descent those on
    it, oldest first; one of which nothing is `said` is passed over."""
    old, new = numbers
    lines = []
    for each, names in zip(found, acts, strict=True):
        told = [said[name] for name in names if name in said]
        lines.append(
            Entry(
                new="" if each.new is None else new[each.new].cite,
                old=tuple(old[ordinal].cite for ordinal in each.old),
                done=each.done,
                delegations=_once(code for contribution in told for code in contribution.delegations),
                proposals=_once(number for contribution in told for number in contribution.proposals),
                answers=_once(contribution.answers for contribution in told),
                reasons=_once(contribution.reason for contribution in told),
            )
        )
    return tuple(lines)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(values)))


def descents(lineage: Lineage, old: int, new: int) -> tuple[Descent, ...]:
    """What became of the paragraphs between two versions of a lineage, `old` before `new`, by their places in it.

    In the order of the new text; a paragraph that is gone stands after the one that it followed. Each paragraph of
    both sides is in at least one descent; titles and headings are left out.
    """
    before, after = lineage.versions[old].draft, lineage.versions[new].draft
    origins = _origins(lineage, old, new)
    heirs = Counter(ordinal for came in origins for ordinal in came)
    moved = _moved(origins, heirs, after)
    found: list[Descent] = []
    gone = _gone(before, origins, heirs)
    found += gone.get(-1, ())
    for paragraph, came in zip(after.paragraphs, origins, strict=True):
        if paragraph.kind not in _UNLISTED:
            words = before.paragraphs[came[0]].text if came else ""
            fates = _done(came, heirs, is_moved=paragraph.ordinal in moved, is_reworded=words != paragraph.text)
            found.append(Descent(paragraph.ordinal, came, fates))
        found += gone.get(paragraph.ordinal, ())
    return tuple(found)


def _done(came: Sequence[int], heirs: Mapping[int, int], *, is_moved: bool, is_reworded: bool) -> tuple[Fate, ...]:
    if not came:
        return (Fate.INSERTED,)
    if len(came) > 1:
        return (Fate.JOINED,)
    if heirs[came[0]] > 1:
        return (Fate.SPLIT,)
    return (*(Fate.MOVED,) * is_moved, *(Fate.REWORDED,) * is_reworded) or (Fate.KEPT,)


def _origins(lineage: Lineage, old: int, new: int) -> list[tuple[int, ...]]:
    """For each paragraph of the new text those of the old one that it came of. One that went and came again is the
    same one."""
    names = {identity: ordinal for ordinal, identity in enumerate(lineage.identities[old])}
    origins: list[tuple[int, ...]] = [(ordinal,) for ordinal in range(len(names))]
    for number in range(old, new):
        following: list[tuple[int, ...]] = [()] * len(lineage.identities[number + 1])
        for pair in lineage.steps[number]:
            came = tuple(sorted({origin for ordinal in pair.old for origin in origins[ordinal]}))
            for ordinal in pair.new:
                identity = lineage.identities[number + 1][ordinal]
                following[ordinal] = came or ((names[identity],) if identity in names else ())
        origins = following
    return origins


def _moved(origins: Sequence[Sequence[int]], heirs: Mapping[int, int], after: Draft) -> Container[int]:
    """The paragraphs that stand in another order: those off the heaviest row that kept it."""
    single = [ordinal for ordinal, came in enumerate(origins) if len(came) == 1 and heirs[came[0]] == 1]
    weights = [len(after.paragraphs[ordinal].text) + 1 for ordinal in single]
    kept = heaviest_rising([origins[ordinal][0] for ordinal in single], weights)
    return {*single} - {single[index] for index in kept}


def _gone(before: Draft, origins: Sequence[Sequence[int]], heirs: Container[int]) -> dict[int, list[Descent]]:
    """The paragraphs that are in the old text alone, by the new paragraph after which they are told, -1 for none."""
    last = {ordinal: new for new, came in enumerate(origins) for ordinal in came}
    found: dict[int, list[Descent]] = {}
    place = -1
    for paragraph in before.paragraphs:
        place = last.get(paragraph.ordinal, place)
        if paragraph.ordinal not in heirs and paragraph.kind not in _UNLISTED:
            found.setdefault(place, []).append(Descent(None, (paragraph.ordinal,), (Fate.DELETED,)))
    return found
