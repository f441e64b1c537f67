"""`bookmark.json`: where the drafter was. It holds nothing that would be missed; what can't be read is none."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

_LONGEST = 500  # no name in it is longer; a place counts lines
_COMMIT = re.compile("[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where the drafter was, and what the drafter has seen.

    `screen` is the name of a screen; `line` and `column` are those of the cursor in the text, from 0; `old` and
    `new` name the texts that were compared. `filters` are pairs of a name and what was chosen, as a screen gave
    them. `seen` is the commit of the last act that the drafter has seen in this workspace, "" for none.
    `title` is the document's, as it was then.
    """

    slug: str = ""
    screen: str = ""
    line: int = 0
    column: int = 0
    old: str = ""
    new: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    seen: str = ""
    title: str = ""


def dump_bookmark(bookmark: Bookmark) -> str:
    return json.dumps(asdict(bookmark), indent=1) + "\n"


def parse_bookmark(text: str) -> Bookmark | None:
    """The bookmark in a file's text; None where it is none. A key that is missing, or not known, changes nothing."""
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict):
        return None
    seen = _words(fields, "seen")
    return Bookmark(
        slug=_words(fields, "slug"),
        title=_words(fields, "title"),
        screen=_words(fields, "screen"),
        line=_count(fields, "line"),
        column=_count(fields, "column"),
        old=_words(fields, "old"),
        new=_words(fields, "new"),
        filters=_pairs(fields.get("filters")),
        seen=seen if _COMMIT.fullmatch(seen) else "",
    )


def _words(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) and len(value) <= _LONGEST else ""


def _count(fields: Mapping[str, object], name: str) -> int:
    value = fields.get(name)
    return value if type(value) is int and 0 <= value < 10**9 else 0


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    found = []
    for each in value if isinstance(value, list) else ():
        match each:
            case [str() as name, str() as chosen] if len(name) <= _LONGEST and len(chosen) <= _LONGEST:
                found.append((name, chosen))
    return tuple(found)
