"""Three-way merge of drafts: every change of both sides stands, and a conflict is a bracket.

The merged text is ours with the changes of theirs applied to it: a stretch that theirs left alone is ours byte for
byte. Where both sides worded the same words differently, the result is the notation of the field,
`[wording one / wording two]`, never a git conflict marker and never a guess. Paragraphs belong together as the
alignment pairs them; inside a paragraph that both sides changed the changes are those of their redlines, by whole
words.
"""

from dataclasses import dataclass

from zerodraft.core.comparison.dispute import Dispute, readable
from zerodraft.core.comparison.merge_copy import Copy, write_merged
from zerodraft.core.comparison.merge_groups import Group, grouped
from zerodraft.core.comparison.merge_head import write_head
from zerodraft.core.comparison.merge_order import in_order
from zerodraft.core.comparison.merge_passage import Passage
from zerodraft.core.comparison.merge_side import Side, Three, settled
from zerodraft.core.comparison.merge_texts import Text, balanced, renumbered, with_one_line_end
from zerodraft.core.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Merged:
    """A whole text, and the brackets in it that came up because both sides changed the same words, in reading order."""

    source: str
    brackets: tuple[Dispute, ...]


def merge(base: Draft, ours: Draft, theirs: Draft, *, names: tuple[str, str] = ("", "")) -> Merged:
    """Both sides' changes to `base` in one text. `names` are who words the alternatives of a bracket; a name that
    doesn't read as one inside a bracket is left out.

    Laws: `merge(b, x, b)`, `merge(b, b, x)` and `merge(b, x, x)` are `x`, byte for byte. Exchanging the sides
    changes no word. A word that both sides have is kept, one that either side put in too, and every word comes from
    one of them. Brackets are balanced if they were so in all three texts.
    """
    if ours.source in (base.source, theirs.source):
        return Merged(theirs.source, ())
    if theirs.source == base.source:
        return Merged(ours.source, ())
    texts = with_one_line_end(Three(base, ours, theirs))
    text = _Merging(Three(*map(Side, texts)), (readable(names[0]), readable(names[1]))).text()
    return Merged(*balanced(renumbered(text, texts), texts))


class _Merging:
    """Writes the merged text, group by group."""

    def __init__(self, sides: Three[Side], names: tuple[str, str]) -> None:
        self._sides = sides
        self._copy = Copy(names, "\r\n" if "\r\n" in sides.ours.source else "\n")

    def text(self) -> Text:
        sides, copy = self._sides, self._copy
        write_head(copy, sides)
        before: Group | None = None
        copy.write(settled(Three(*(side.opening for side in sides))))
        for group in in_order(grouped(sides), sides):
            if before:
                copy.write(self._gap(before, group))
            self._write(group)
            before = group
        copy.write(settled(Three(*(side.ending for side in sides))))
        return Text(copy.text, tuple(copy.disputes))

    def _write(self, group: Group) -> None:
        sides = self._sides
        base, ours, theirs = sides.base.raw(group.base), sides.ours.raw(group.ours), sides.theirs.raw(group.theirs)
        if not group.base:
            self._copy.write(ours or theirs)
        elif not (group.ours and group.theirs):
            self._write_contested(group)
        elif theirs in (base, ours):
            self._copy.write(ours)
        elif ours == base:
            self._copy.write(theirs)
        else:
            passages = (Passage.of(side, units) for side, units in zip(sides, group, strict=True))
            write_merged(self._copy, Three(*passages), aside=self._is_aside(group))

    def _is_aside(self, group: Group) -> bool:
        return self._sides.base.is_aside(group.base[0])

    def _write_contested(self, group: Group) -> None:
        """What only one side has in this place, and the other took out."""
        base = Passage.of(self._sides.base, group.base)
        side, units = (self._sides.ours, group.ours) if group.ours else (self._sides.theirs, group.theirs)
        passage = Passage.of(side, units)
        if passage.by_lines:
            ours, theirs = (passage.raw, "") if group.ours else ("", passage.raw)
            self._copy.dispute_blocks(Three(base.raw, ours, theirs), aside=self._is_aside(group))
        else:
            ours, theirs = (passage.bare, "") if group.ours else ("", passage.bare)
            self._copy.write(passage.prefix)
            self._copy.contest(Three(base.bare, ours, theirs))
            self._copy.write(passage.suffix)

    def _gap(self, before: Group, group: Group) -> str:
        """What stands between two groups: as in the text in which one follows the other, else an empty line."""
        sides = self._sides
        gaps = Three(
            sides.base.gap(group.base.start), sides.ours.gap(group.ours.start), sides.theirs.gap(group.theirs.start)
        )
        in_base, in_ours, in_theirs = map(_follows, before, group)
        if in_base and in_ours and in_theirs:
            return settled(gaps)
        if in_ours or in_theirs:
            return gaps.ours if in_ours else gaps.theirs
        widest = max(gaps[1:], key=lambda gap: gap.count("\n"))
        return widest if widest.count("\n") > 1 else 2 * self._copy.line_end


def _follows(before: range, units: range) -> bool:
    return before.stop == units.start and len(before) > 0 and len(units) > 0
