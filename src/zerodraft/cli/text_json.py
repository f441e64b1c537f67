"""A text for programs."""

from collections.abc import Iterable

from zerodraft.cli.voice import Json
from zerodraft.core.text.draft import FocusArea
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.selection import standing_at


def text_json(dossier: Dossier, reading: Reading, ordinals: Iterable[int]) -> Json:
    """The title block, the focus areas, and the wanted paragraphs with the comments that stand there."""
    settings = dossier.settings
    version = reading.version
    return {
        "declaration": dossier.slug,
        "title": dossier.title,
        "conference": settings.conference,
        "place": settings.place,
        "dates": [day.isoformat() for day in settings.dates],
        "language": settings.language,
        "version": version.name if version else None,
        "designation": version.designation if version else None,
        "text_id": reading.text_id,
        "unsaved": dossier.unsaved and reading.text_id == dossier.reading.text_id,
        "focus_areas": [_area(area) for area in reading.draft.focus_areas],
        "paragraphs": _paragraphs(dossier, reading, ordinals),
    }


def _area(area: FocusArea) -> Json:
    return {"number": area.number, "title": area.title}


def _paragraphs(dossier: Dossier, reading: Reading, ordinals: Iterable[int]) -> list[Json]:
    threads = standing_at(dossier, reading)
    found: list[Json] = []
    for ordinal in ordinals:
        paragraph = reading.draft.paragraphs[ordinal]
        area = reading.draft.area_of(ordinal)
        found.append(
            {
                "cite": reading.numbers[ordinal].cite,
                "printed": reading.numbers[ordinal].printed,
                "kind": paragraph.kind.value,
                "part": paragraph.part.value,
                "level": paragraph.level,
                "focus_area": area.number if area else None,
                "text": paragraph.text,
                "comments": [thread.root.id for thread in threads.get(ordinal, ())],
            }
        )
    return found
