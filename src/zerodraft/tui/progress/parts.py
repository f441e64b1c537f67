"""The parts of a text: a sign for each paragraph, and what is open there."""

from typing import TYPE_CHECKING

from zerodraft.core.negotiation.progress import Condition, PartTally, Tally
from zerodraft.core.text.draft import Part
from zerodraft.export.gauges import SIGNS, counted
from zerodraft.export.labels import ENGLISH
from zerodraft.tui.draft.outline import area_name
from zerodraft.tui.widgets.row import Piece, Row, row, shortened, width_of

if TYPE_CHECKING:
    from zerodraft.core.text.draft import Draft
    from zerodraft.desk.progressing import Report

BRACKETS, PROPOSALS = "[]", "●"
"""Signs of what is open: disputes in the text, proposals about it."""
_SHORT = {Part.PREAMBLE: "PP", Part.OPERATIVE: "–", Part.CLOSING: "C"}
_TOLD = {condition: condition.value for condition in Condition} | {Condition.PROPOSED: "proposed on"}
_NUMBER = 3  # cells for the number of a focus area, with its space
_LEAST_NAME = 12


def name_of(part: PartTally) -> str:
    return area_name(part.area) if part.area else ENGLISH.outside[part.part]


def short_name(part: PartTally) -> str:
    """`2` for focus area 2, `PP` for the preamble: what fits above a column."""
    return str(part.area.number) if part.area else _SHORT[part.part]


def first_of(draft: "Draft", part: PartTally) -> int:
    """The ordinal at which a part begins."""
    if part.area:
        return part.area.first
    ordinals = (each.ordinal for each in draft.paragraphs if each.part is part.part)
    return next((ordinal for ordinal in ordinals if draft.area_of(ordinal) is None), 0)


class PartRows:
    """Tells the parts of one report in one row each, all signs below each other; or in two rows."""

    def __init__(self, report: "Report") -> None:
        self._parts = report.now.parts
        self._signs = max((len(part.conditions) for part in self._parts), default=0)
        self._tail = max((width_of(open_told(part.tally)) for part in self._parts), default=0)

    def one_row(self, index: int, width: int) -> tuple[Row]:
        """Number, name, signs, what is open; where there is little room signs are left out before the name."""
        part = self._parts[index]
        room = width - _NUMBER - self._tail - 2
        name_width = max(_LEAST_NAME, min(room - self._signs, room // 2))
        name = shortened(row(Piece(name_of(part))).head, name_width)
        gap = Piece(" " * (name_width - width_of(name) + 1))
        return (row(_number(part), *name, gap, signs_of(part), tail=open_told(part.tally)),)

    def two_rows(self, index: int) -> tuple[Row, Row]:
        """Name and length; below them the signs and what is open."""
        part = self._parts[index]
        length = Piece(f"{part.tally.paragraphs} ¶ ", "quiet")
        return (
            row(_number(part), name_of(part), tail=(length,)),
            row(" " * _NUMBER, signs_of(part), tail=open_told(part.tally)),
        )


def _number(part: PartTally) -> Piece:
    return Piece(f"{short_name(part):<{_NUMBER}}", "number")


def signs_of(part: PartTally) -> str:
    """One sign a paragraph, in the order of the text."""
    return "".join(SIGNS[each] for each in part.conditions)


def open_told(tally: Tally) -> tuple[Piece, ...]:
    """“2 [] 3 ●”; nothing where nothing is open."""
    counts = ((tally.brackets, BRACKETS), (tally.proposals, PROPOSALS))
    return tuple(Piece(f"{count} {sign} ", "accent") for count, sign in counts if count)


def legend(tally: Tally) -> tuple[str, ...]:
    """How many paragraphs are what, and under which sign: “8 █ agreed”."""
    counts = (tally.agreed, tally.bracketed, tally.proposed, tally.untouched)
    return tuple(f"{count} {SIGNS[each]} {_TOLD[each]}" for each, count in zip(Condition, counts, strict=True))


def legend_rows(tally: Tally, *, is_tall: bool) -> tuple[Row, ...]:
    """All of it in one row, or in two."""
    told = legend(tally)
    rows = (told[:2], told[2:]) if is_tall else (told,)
    return tuple(row(Piece(f" {', '.join(each)}", "quiet")) for each in rows)


def copied(report: "Report") -> str:
    """All figures as plain text, a line each part."""
    told = [f"{report.now.total.paragraphs} ¶: {', '.join(legend(report.now.total))}", figures(report)]
    for part in report.now.parts:
        tally = part.tally
        agreed = f"{tally.agreed} of {tally.paragraphs} agreed" if tally.paragraphs else "no paragraphs"
        opened = f"{counted(tally.brackets, 'bracket')}, {counted(tally.proposals, 'open proposal')}"
        told.append(f"{short_name(part)} {name_of(part)}: {agreed}, {opened}  {signs_of(part)}".rstrip())
    return "\n".join(told)


def figures(report: "Report") -> str:
    """“7 [] brackets · 49 ● of 69 open”."""
    tally = report.now.total
    brackets = f"{tally.brackets} {BRACKETS} bracket{'' if tally.brackets == 1 else 's'}"
    proposals = f"{tally.proposals} {PROPOSALS} of {report.made} open" if report.made else "no proposals"
    return f"{brackets} · {proposals}"
