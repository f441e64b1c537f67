"""The words of an adoption on paper, in the two languages in which the host works."""

from collections.abc import Mapping
from typing import NamedTuple

from zerodraft.core.negotiation.adoption import Manner, Saying
from zerodraft.export.labels import in_language


class AdoptionLabels(NamedTuple):
    """How a text was adopted, as its stage; and what a footnote is that a delegation has put on record."""

    adopted_by: Mapping[Manner, str]
    on_record: Mapping[Saying, str]


_ENGLISH = AdoptionLabels(
    {
        Manner.CONSENSUS: "adopted by consensus",
        Manner.VOTE: "adopted by vote",
        Manner.ACCLAMATION: "adopted by acclamation",
        Manner.SILENCE: "adopted by silence procedure",
    },
    {Saying.RESERVATION: "Reservation", Saying.STATEMENT: "Statement"},
)
_INDONESIAN = AdoptionLabels(
    {
        Manner.CONSENSUS: "disahkan secara konsensus",
        Manner.VOTE: "disahkan melalui pemungutan suara",
        Manner.ACCLAMATION: "disahkan secara aklamasi",
        Manner.SILENCE: "disahkan melalui prosedur persetujuan diam-diam",
    },
    {Saying.RESERVATION: "Reservasi", Saying.STATEMENT: "Pernyataan"},
)


def adoption_labels(language: str) -> AdoptionLabels:
    """As `in_language`."""
    return in_language(language, _ENGLISH, _INDONESIAN)
