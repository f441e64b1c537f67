"""The footnotes of two texts in one redline: words that changed in a note are tracked in it."""

from collections.abc import Mapping

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.export.word.document import Changes, Cited, Content, Words
from zerodraft.export.word.shown import merged
from zerodraft.export.word.steps import Step, steps
from zerodraft.export.word.tracking import Tracking


class BothNotes:
    """Notes are collected as they are cited. A reference to no note stays as it was typed."""

    def __init__(self, old: Draft, new: Draft, tracking: Tracking) -> None:
        self.cited: list[Content] = []
        self._tracking = tracking
        self._old, self._new = _by_label(old), _by_label(new)
        self._known: set[tuple[Op, int]] = set()

    def sides(self, step: Step) -> tuple[Step, ...]:
        """A reference that is kept and leads to a note on one side alone is another one there."""
        label = step.unit.note
        if step.op is Op.KEPT and label and (label in self._old) != (label in self._new):
            return step._replace(op=Op.DELETED), step._replace(op=Op.INSERTED)
        return (step,)

    def piece(self, step: Step, changes: Changes) -> Words | Cited:
        """What is written for a step that is no break, and leads to a note on both sides or on none."""
        label = step.unit.note
        old = self._old.get(label) if label and step.op is not Op.INSERTED else None
        new = self._new.get(label) if label and step.op is not Op.DELETED else None
        return self._cite(old, new, changes) if old or new else self._tracking.words(step, changes)

    def is_cited(self, op: Op, note: Paragraph) -> bool:
        """Whether a note of the old text (`DELETED`) or of the new one (`INSERTED`) was cited so far."""
        return (op, note.ordinal) in self._known

    def _cite(self, old: Paragraph | None, new: Paragraph | None, changes: Changes) -> Cited:
        self._known |= {(Op.DELETED, old.ordinal)} if old else set()
        self._known |= {(Op.INSERTED, new.ordinal)} if new else set()
        self.cited.append(self._content(old, new))
        return Cited(len(self.cited) - 1, changes)

    def _content(self, old: Paragraph | None, new: Paragraph | None) -> Content:
        note = new or old
        assert note is not None
        runs = redline(old.text, new.text) if old and new else (Run(Op.KEPT, note.text),)
        found = self._tracking.laid(steps([old or note], [new or note], runs))
        return merged(self._tracking.words(*each) for each in found)


def _by_label(draft: Draft) -> Mapping[str, Paragraph]:
    notes = (each for each in reversed(draft.paragraphs) if each.kind is Kind.FOOTNOTE)
    return {note.label.removeprefix("^"): note for note in notes}
