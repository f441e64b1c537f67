"""The lineage of each declaration's text, and where its comments stand; remembered from one look to the next."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.journey import Journey, Reached, Told
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.text.draft import Draft
from zerodraft.desk.dossier import Version
from zerodraft.desk.record import Record

# A drafter goes to and fro between two or three; each of 50 versions of 50,000 words holds 8 MB.
_MOST_JOURNEYS = 4


class Said(NamedTuple):
    """What was said about texts: the `anchors`, each placed in the last text, and the ids of `texts` that were read
    otherwise."""

    anchors: tuple[Anchor, ...] = ()
    texts: frozenset[str] = frozenset()


class Lineages:
    """Of one workspace; `draft` reads a recorded text by its blob id."""

    def __init__(self, record: Record, draft: Callable[[str], Draft]) -> None:
        self._record = record
        self._draft = draft
        self._journeys: dict[str, Journey] = {}

    def reach(self, slug: str, last: TextVersion, issued: Sequence[Version], said: Said, told: Told | None) -> Reached:
        """The lineage that ends with the text `last`, and where each anchor stands in it."""
        before = self._before(slug, last.text_id, issued, said)
        return self._journey(slug).reach(before, last, said.anchors, told)

    def lineage(self, slug: str, last: TextVersion, issued: Sequence[Version], said: Said) -> Lineage:
        """The lineage alone."""
        return self._journey(slug).reach(self._before(slug, last.text_id, issued, said), last, ()).lineage

    def _before(self, slug: str, text_id: str, issued: Sequence[Version], said: Said) -> list[TextVersion]:
        """All texts that somebody read or issued and every one since the last issue, in the order of history.

        A paragraph is followed best in small steps. History is walked only where there are such texts.
        """
        issues = [version.text_id for version in issued]
        read = {anchor.text_id for anchor in said.anchors} | said.texts
        is_last_issue = issues[-1:] == [text_id] and read <= {*issues}
        states = () if is_last_issue else self._record.texts(slug)
        wanted = {*issues, *read, *_since(issues, states)}
        chain = dict.fromkeys(blob for blob in reversed((*issues, *states)) if blob in wanted)
        chain.pop(text_id, None)
        return [TextVersion(each, self._draft(each)) for each in reversed(chain)]

    def _journey(self, slug: str) -> Journey:
        """The declarations that were looked at last come last."""
        journey = self._journeys[slug] = self._journeys.pop(slug) if slug in self._journeys else Journey()
        while len(self._journeys) > _MOST_JOURNEYS:
            del self._journeys[next(iter(self._journeys))]
        return journey


def _since(issued: Sequence[str], states: Sequence[str]) -> Iterable[str]:
    """The states of the text after the last that was issued; none where nothing was."""
    if not issued or issued[-1] not in states:
        return ()
    return states[len(states) - states[::-1].index(issued[-1]) :]
