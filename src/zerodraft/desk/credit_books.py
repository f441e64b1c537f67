"""Who brought each word of each declaration's texts, remembered from one look to the next."""

from collections.abc import Callable, Iterable, Sequence

from zerodraft.core.comparison.credit import Credits, Provenance, Root, Stage
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.record import Record
from zerodraft.store.acts import Recorded, TextState
from zerodraft.store.workspace import Workspace

WORKING = "working"
"""The act of words that are not recorded yet."""
_MOST_BOOKS = 4  # a drafter goes to and fro between two or three


class CreditBooks:
    """Of one workspace. `draft` reads a recorded text by its blob id; it is asked for each text once.

    A commit's past never changes, so what was credited once holds whatever is recorded, undone or merged later.
    """

    def __init__(self, workspace: Workspace, record: Record, draft: Callable[[str], Draft]) -> None:
        self._workspace = workspace
        self._record = record
        self._draft = draft
        self._books: dict[str, Credits] = {}

    def at(self, slug: str, commit: str = "") -> tuple[str, Sequence[Provenance]]:
        """The text that a commit holds, of the last one for "": its blob id, and where its paragraphs come from."""
        states = self._workspace.text_states(slug, commit)
        return (states[-1].blob, self._reached(slug, states)) if states else ("", ())

    def working(self, slug: str, draft: Draft) -> Sequence[Provenance]:
        """The same for a text that is not recorded; what nobody recorded is `WORKING`'s."""
        states = self._workspace.text_states(slug)
        self._reached(slug, states)
        return self._book(slug).look(Stage(WORKING, draft, tuple(state.commit for state in states[-1:])))

    def taken_out(self, slug: str, root: Root) -> tuple[str, ...]:
        """The acts on a paragraph that was taken out, the last of which did it; () for one that always stood."""
        return self._book(slug).taken_out(root)

    def _reached(self, slug: str, states: Sequence[TextState]) -> Sequence[Provenance]:
        book = self._book(slug)
        fresh = [state for state in states if state.commit not in book]
        ways_back = _ways_back(self._record.acts(slug), states) if fresh else {}
        for state in fresh:
            draft = self._draft(state.blob) if state.blob else read_draft("")
            book.add(Stage(state.commit, draft, state.parents, ways_back.get(state.commit, ())))
        return book.of(states[-1].commit) if states else ()

    def _book(self, slug: str) -> Credits:
        """Those that were looked at last come last."""
        book = self._books[slug] = self._books.pop(slug) if slug in self._books else Credits()
        while len(self._books) > _MOST_BOOKS:
            del self._books[next(iter(self._books))]
        return book


def _ways_back(acts: Iterable[Recorded], states: Iterable[TextState]) -> dict[str, tuple[str, ...]]:
    """For each undo the states before what it takes back, for each redo the state that it brings again."""
    before = {state.commit: state.parents for state in states}
    found: dict[str, tuple[str, ...]] = {}
    for act in acts:
        undone = [parent for key, commit in act.trailers if key == "Undoes" for parent in before.get(commit, ())]
        redone = [commit for key, commit in act.trailers if key == "Redoes"]
        if undone or redone:
            found[act.commit] = (*undone, *redone)
    return found
