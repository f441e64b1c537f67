"""What stands beside the text: numbers, change bars, comments, findings; derived in a pause of typing."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Survey:
    """A text as typed, read. `since_issue` and `unsaved` are ordinals of paragraphs that changed since the last
    issued version, and since what is recorded."""

    dossier: "Dossier"
    since_issue: frozenset[int]
    unsaved: frozenset[int]


def survey(desk: "Desk", dossier: "Dossier", source: str) -> Survey:
    """Read the text as it stands in the editor."""
    now = dossier if source == dossier.draft.source else desk.reread(dossier, source)
    return Survey(now, _since_issue(desk, now), _unsaved(desk, now))


def _since_issue(desk: "Desk", dossier: "Dossier") -> frozenset[int]:
    last = dossier.last_issued
    if last is None or last.text_id == dossier.reading.text_id:
        return frozenset()
    return changed_ordinals(desk.reading(dossier, last.name).draft, dossier.draft)


def changed_ordinals(old: Draft, new: Draft) -> frozenset[int]:
    """The paragraphs of the new text that are not as they were: reworded, moved, new."""
    changes = compare(old, new).changes
    return frozenset(ordinal for each in changes if each.pair.fate is not Fate.KEPT for ordinal in each.pair.new)


def _unsaved(desk: "Desk", dossier: "Dossier") -> frozenset[int]:
    if not dossier.unsaved:
        return frozenset()
    recorded = desk.reading(dossier, "saved").draft if dossier.recorded else read_draft("")
    return not_recorded(recorded, dossier.draft)


def not_recorded(recorded: Draft, typed: Draft) -> frozenset[int]:
    """The paragraphs that the recorded text doesn't hold letter by letter."""
    known = Counter(each.span.of(recorded.source) for each in recorded.paragraphs)
    found = set()
    for paragraph in typed.paragraphs:
        words = paragraph.span.of(typed.source)
        if known[words]:
            known[words] -= 1
        else:
            found.add(paragraph.ordinal)
    return frozenset(found)
