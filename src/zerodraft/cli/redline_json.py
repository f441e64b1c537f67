"""A redline for programs."""

from collections.abc import Iterable, Mapping

from zerodraft.cli.redline_summary import counts, parts_of
from zerodraft.cli.voice import Json
from zerodraft.core.comparison.changes import Change, Fate
from zerodraft.core.comparison.compare import Figures, by_focus_area
from zerodraft.desk.comparing import Compared
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.sheets import sheet_of
from zerodraft.export.summary import total

_COUNTED = ("reworded", "inserted", "deleted", "moved", "split", "joined", "words_inserted", "words_deleted")


def redline_json(dossier: Dossier, compared: Compared, area: int | None, *, everything: bool) -> Json:
    """Both texts, the figures in all and by part, and each change with its runs of words.

    Changes stand in reading order; unchanged paragraphs are left out unless `everything` is wanted.
    """
    sheet = sheet_of(dossier.title, compared)
    areas = _areas(compared)
    wanted = [
        change
        for change in compared.comparison.changes
        if (everything or change.pair.fate is not Fate.KEPT) and (area is None or areas[change] == area)
    ]
    return {
        "declaration": dossier.slug,
        "title": dossier.title,
        "old": _text(compared.old),
        "new": _text(compared.new),
        "figures": _figures(total(sheet)),
        "parts": [{"part": part.name, **_figures(part.figures)} for part in parts_of(sheet, area)],
        "changes": [_change(compared, change, areas[change]) for change in wanted],
    }


def _areas(compared: Compared) -> Mapping[Change, int | None]:
    groups = by_focus_area(compared.comparison)
    return {change: group.area.number if group.area else None for group in groups for change in group.changes}


def _text(reading: Reading) -> Json:
    return {
        "version": reading.version.name if reading.version else None,
        "label": reading.label,
        "text_id": reading.text_id,
    }


def _figures(figures: Figures) -> Json:
    return dict(zip(_COUNTED, counts(figures), strict=True))


def _change(compared: Compared, change: Change, area: int | None) -> Json:
    return {
        "fate": change.pair.fate.value,
        "old": _cites(compared.old, change.pair.old),
        "new": _cites(compared.new, change.pair.new),
        "focus_area": area,
        "runs": [{"op": run.op.value, "text": run.text} for run in change.runs],
    }


def _cites(reading: Reading, ordinals: Iterable[int]) -> list[str]:
    return [reading.numbers[ordinal].cite for ordinal in ordinals]
