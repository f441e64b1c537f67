"""What was done, so that it can be taken back, step by step."""

from dataclasses import dataclass, field
from enum import Enum, auto

from zerodraft.tui.editor.place import Edit, Selection


class Kind(Enum):
    """How edits gather to steps: letters to a word, erased letters to a word, an act stands alone."""

    TYPING = auto()
    ERASING = auto()
    ACT = auto()


@dataclass(slots=True)
class Step:
    """Edits that are taken back together, in the order in which they were made, each with its inverse."""

    kind: Kind
    before: Selection
    after: Selection
    edits: list[Edit] = field(default_factory=list)
    inverses: list[Edit] = field(default_factory=list)


class History:
    """Steps done and steps taken back."""

    __slots__ = ("_done", "_is_open", "_undone")

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._is_open = False

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def close(self) -> None:
        """Nothing more joins the last step: the cursor was moved, or the text was saved."""
        self._is_open = False

    def record(self, step: Step) -> None:
        """Add what was done; it joins the last step while one word is typed or erased."""
        self._undone.clear()
        if self._is_open and _continues(self._done[-1], step):
            last = self._done[-1]
            last.edits += step.edits
            last.inverses += step.inverses
            last.after = step.after
        else:
            self._done.append(step)
        self._is_open = step.kind is not Kind.ACT

    def undo(self) -> Step | None:
        """The step to take back, by its inverses from the last to the first."""
        return self._passed(self._done, self._undone)

    def redo(self) -> Step | None:
        """The step to do again."""
        return self._passed(self._undone, self._done)

    def _passed(self, source: list[Step], target: list[Step]) -> Step | None:
        self._is_open = False
        if not source:
            return None
        target.append(source.pop())
        return target[-1]


def _continues(last: Step, step: Step) -> bool:
    if last.kind is not step.kind or last.after != step.before or not step.before.is_empty:
        return False
    old, new = _touched(last), _touched(step)
    return not (old[-1:].isspace() and not new[:1].isspace())


def _touched(step: Step) -> str:
    """The letters last typed, or last erased."""
    return step.edits[-1].text if step.kind is Kind.TYPING else step.inverses[-1].text
