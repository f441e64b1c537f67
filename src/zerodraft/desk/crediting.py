"""Whose words a text holds: each stretch with the act that brought it, and whose act that was."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.comparison.credit import Provenance
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.desk.credit_books import WORKING
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room, code_in
from zerodraft.store.acts import Recorded


@dataclass(frozen=True, slots=True)
class Origin:
    """An act that brought words. `delegation` is the code of whose words they are: `SEC` for the drafters' own, "" for
    a change that was made elsewhere; `others` are codes of those who proposed with it.

    `commit` is "" and `date` None for words that are not recorded yet. `proposals` are numbers as published, `answers`
    is the id of the comment that the act answered, "" for none.
    """

    commit: str
    date: datetime | None
    delegation: str
    who: str
    recorded_by: str
    act: str
    sentence: str
    others: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    answers: str = ""


UNSAVED = Origin("", None, "", "not saved", "", "", "not saved yet")


@dataclass(frozen=True, slots=True)
class CreditedWords:
    """A stretch of a paragraph's text, `start` to `end`, and the act that brought it."""

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class CreditedParagraph:
    """One paragraph of a text: its words in stretches that cover it, and all acts that changed or moved it, oldest
    first. The last one may have only taken words out."""

    ordinal: int
    words: tuple[CreditedWords, ...]
    acts: tuple[Origin, ...]


def credited(room: Room, dossier: Dossier, reading: Reading) -> tuple[CreditedParagraph, ...]:
    """Every paragraph of a text of the declaration, in order."""
    found = provenances(room, dossier, reading)
    origins = origins_of(room, dossier.slug, {act for each in found for act in each.acts})
    return tuple(
        CreditedParagraph(
            ordinal,
            tuple(CreditedWords(start, end, origins[act]) for act, start, end in words),
            tuple(origins[act] for act in acts),
        )
        for ordinal, (words, acts, _) in enumerate(found)
    )


def provenances(room: Room, dossier: Dossier, reading: Reading) -> Sequence[Provenance]:
    """The same by the commits of the acts; `WORKING` is the act of what is not recorded."""
    books = room.archive.credits
    text_id, found = books.at(dossier.slug, reading.version.commit if reading.version else "")
    return found if text_id == reading.text_id else books.working(dossier.slug, reading.draft)


def origins_of(room: Room, slug: str, wanted: Set[str]) -> Mapping[str, Origin]:
    """The origins of acts, by their commits."""
    origins = {act.commit: _origin(act) for act in room.archive.record.acts(slug) if act.commit in wanted}
    origins[WORKING] = UNSAVED
    for commit in wanted - origins.keys():
        # A version that stands on a branch of its own.
        origins[commit] = Origin(commit, None, "", "elsewhere", "", "", "recorded on another branch")
    return origins


def _origin(act: Recorded) -> Origin:
    trailers = dict(act.trailers)
    name = trailers.get("Act", "")
    return Origin(
        commit=act.commit,
        date=act.authored,
        delegation=code_in(act.author.email) or (SECRETARIAT_CODE if name else ""),
        who=act.author.name,
        recorded_by=act.committer.name,
        act=name,
        sentence=act.subject,
        others=tuple(filter(None, (code_in(value) for key, value in act.trailers if key == "Co-authored-by"))),
        proposals=tuple(name for key, value in act.trailers if key == "Proposal" for name in value.split(", ")),
        answers=trailers.get("Answers", ""),
    )
