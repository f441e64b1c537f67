"""The adoption of a text: where, when and how; who made a reservation or a statement; what was corrected later."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Manner(StrEnum):
    """How a text is adopted; the value completes “by …”."""

    CONSENSUS = "consensus"
    VOTE = "vote"
    ACCLAMATION = "acclamation"
    SILENCE = "silence procedure"


class Saying(StrEnum):
    """What a delegation has put on record at the adoption."""

    RESERVATION = "reservation"
    STATEMENT = "statement"


class OnRecord(NamedTuple):
    """A reservation or statement, whose words are a footnote of the text: `note` is the note's label, `paragraph` the
    number to which it hangs, "" for the text as a whole."""

    saying: Saying
    delegation: str
    paragraph: str
    note: str


class Corrigendum(NamedTuple):
    """A correction of the adopted words: the version that has the corrected ones, their fingerprint, when and why."""

    version: str
    day: date
    why: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """`version` is the name of the version that was adopted, `fingerprint` that of its words. `place` is "" where
    nobody met."""

    version: str
    day: date
    place: str
    manner: Manner
    fingerprint: str
    on_record: tuple[OnRecord, ...] = ()
    corrigenda: tuple[Corrigendum, ...] = ()

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """The names of all versions with adopted words and their fingerprints; those of the last one hold."""
        return (self.version, self.fingerprint), *((each.version, each.fingerprint) for each in self.corrigenda)

    @property
    def words(self) -> tuple[str, str]:
        """The version whose words hold, and their fingerprint."""
        return self.versions[-1]
