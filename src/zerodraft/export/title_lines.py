"""The lines above a table or a list: which text it is of, from when, and whether it may be circulated."""

from collections.abc import Iterator

from zerodraft.core.text.visible import visible
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet


def title_lines(sheet: Sheet, what: str, *, names_versions: bool = False) -> tuple[str, ...]:
    """The title; what the table is, with the version where it doesn't name its versions itself; conference and place;
    the mark, if there is one."""
    which = () if names_versions else (labels_for(sheet.spoken).version(sheet), sheet.stage)
    version = " · ".join(filter(None, (what, *which, sheet.date_line)))
    where = " · ".join(filter(None, (sheet.conference, sheet.place_and_dates)))
    title = sheet.title or sheet.draft.title
    return tuple(visible(line, single_line=True) for line in (title, version, where, sheet.mark) if line)


def lines_above(sheet: Sheet) -> Iterator[str]:
    """The title block of the text that was spoken of."""
    labels = labels_for(sheet.spoken)
    title = sheet.title or sheet.draft.title
    return filter(None, (title, sheet.conference, sheet.place_and_dates, labels.version_line(sheet), sheet.mark))
