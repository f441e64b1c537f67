"""How a text is named in Akoma Ntoso: the parts of its identifier, the versions so far, its adoption, and where each of
its paragraphs first stood."""

from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.comparison.lineage import trace
from zerodraft.core.text.waymark import waymark_name
from zerodraft.desk.dossier import Dossier, Reading, Version
from zerodraft.desk.room import Room
from zerodraft.export.adoption_labels import adoption_labels
from zerodraft.export.akn.names import name_of
from zerodraft.export.akn.naming import NOWHERE, SUBTYPE, TYPE, Adoption, Issued, Naming, Origin, body_of
from zerodraft.store.countries import long_date


def legal_naming(room: Room, dossier: Dossier, reading: Reading, language: str) -> Naming:
    """Of an issued version, or of the working text; words in `language`."""
    settings = dossier.settings
    versions = versions_up_to(dossier, reading)
    day = reading.version.date if reading.version else room.clock().date()
    words = dict(dossier.adopted.versions) if dossier.adopted else {}
    return Naming(
        slug=dossier.slug,
        day=day,
        begun=min(settings.dates, default=versions[0].date if versions else day),
        jurisdiction=settings.akn_jurisdiction or NOWHERE,
        body=settings.akn_body or body_of(settings.conference),
        type=settings.akn_type or TYPE,
        subtype=settings.akn_subtype or SUBTYPE,
        name=name_of(settings.kind.casefold()),
        versions=tuple(
            Issued(each.name, each.designation, each.stage, each.date, each.name in words) for each in versions
        ),
        adoption=_adoption(dossier, language) if reading.version and reading.version.name in words else None,
        origins=tuple(_origins(room, dossier, versions, reading)),
    )


def versions_up_to(dossier: Dossier, reading: Reading) -> Sequence[Version]:
    """All versions before a text, and the one that it is."""
    names = [each.name for each in dossier.versions]
    last = names.index(reading.version.name) + 1 if reading.version and reading.version.name in names else len(names)
    return dossier.versions[:last]


def _adoption(dossier: Dossier, language: str) -> Adoption | None:
    adopted = dossier.adopted
    if adopted is None:
        return None
    manner = adoption_labels(language).adopted_by[adopted.manner]
    return Adoption(adopted.day, long_date(adopted.day, language), adopted.place, manner)


def _origins(room: Room, dossier: Dossier, versions: Sequence[Version], reading: Reading) -> Iterator[Origin]:
    """For each paragraph of a text the version in which it first stood, and its number there."""
    readings = [room.archive.reading(dossier.slug, each) for each in versions]
    if reading.version is None:
        readings.append(reading)
    lineage = trace(TextVersion(each.text_id, each.draft) for each in readings)
    first: dict[int, tuple[int, int]] = {}
    for place, identities in enumerate(lineage.identities):
        for ordinal, identity in enumerate(identities):
            first.setdefault(identity, (place, ordinal))
    for identity in lineage.identities[-1]:
        place, ordinal = first[identity]
        stood = readings[place]
        version = stood.version.name if stood.version else ""
        yield Origin(version, stood.numbers[ordinal], waymark_name(ordinal, stood.text_id))
