"""Who holds what is open, by part of the text: a row each delegation, a cell each part."""

from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.progress import Held
from zerodraft.export.gauges import NOTHING, counted, level
from zerodraft.tui.destination import Destination
from zerodraft.tui.progress.parts import name_of, short_name
from zerodraft.tui.widgets.matrix import Columns, Line
from zerodraft.tui.widgets.row import Piece, width_of

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.progressing import Report

NOBODY = "Nobody holds anything open: there are no open proposals, and no brackets that name a delegation."
_GONE, _ALL = "gone", "all"
_LEAST = 4  # cells of a column: two figures and a sign


class Count(NamedTuple):
    """What a delegation holds open in one part."""

    proposals: int
    brackets: int

    @property
    def total(self) -> int:
        return self.proposals + self.brackets


class HeatMap:
    """The table of one report. The last column is what a delegation holds in all; before it stand proposals that have
    no place in the text any more, where there are such."""

    def __init__(self, dossier: "Dossier", report: "Report") -> None:
        self._dossier = dossier
        self.held = report.now.held
        self._parts = report.now.parts
        self._has_gone = any(each.proposals[-1] for each in self.held)
        self._most = max((count.total for each in self.held for count in self.counts(each)[:-1]), default=0)

    @property
    def columns(self) -> Columns:
        heads = (*map(short_name, self._parts), *((_GONE,) if self._has_gone else ()), _ALL)
        widest = max((each.total for each in self.held), default=0)
        names = (width_of((Piece(self._dossier.name_of(each.delegation)),)) for each in self.held)
        cell = max(_LEAST, len(str(widest)) + 2, *(len(f"{head} ") + 1 for head in heads))
        return Columns("", tuple(f"{head} " for head in heads), cell, max(names, default=0) + 1)

    def counts(self, held: Held) -> tuple[Count, ...]:
        """One a column."""
        proposals = held.proposals if self._has_gone else held.proposals[: len(self._parts)]
        brackets = (*held.brackets, *(0,) * (len(proposals) - len(held.brackets)))
        return (*map(Count, proposals, brackets), Count(sum(held.proposals), sum(held.brackets)))

    def line(self, index: int) -> Line:
        held = self.held[index]
        *parts, total = self.counts(held)
        return Line(
            Piece(self._dossier.name_of(held.delegation)),
            (*map(self._cell, parts), Piece(f"{total.total} ", "strong")),
        )

    def _cell(self, count: Count) -> Piece:
        """“3▆”: a figure, and its share of the most."""
        if not count.total:
            return Piece(f"{NOTHING} ", "quiet")
        style = "accent" if 2 * count.total > self._most else ""
        return Piece(f"{count.total}{level(count.total, self._most)}", style)

    def told(self, index: int, column: int) -> str:
        """“Japan · focus area 2: 1 proposal, 1 bracket”."""
        held = self.held[index]
        proposals, brackets = self.counts(held)[column]
        counts = ((proposals, "proposal"), (brackets, "bracket"))
        told = ", ".join(counted(count, name) for count, name in counts if count) or "nothing"
        return f"{self._dossier.name_of(held.delegation)} · {self._where(column)}: {told}"

    def _where(self, column: int) -> str:
        if column < len(self._parts):
            area = self._parts[column].area
            return f"focus area {area.number}" if area else name_of(self._parts[column]).lower()
        return "without a place" if column < len(self.columns.heads) - 1 else "in all"

    def goal(self, index: int, column: int) -> Destination | None:
        """The open proposals that a cell counts, else the brackets; None where it counts nothing."""
        count = self.counts(self.held[index])[column]
        if not count.total:
            return None
        terms = [f"from:{self.held[index].delegation}", *(["state:open"] if count.proposals else [])]
        if column < len(self._parts):
            area = self._parts[column].area
            terms += [f"area:{area.number}"] if area else []
        elif column < len(self.columns.heads) - 1:
            terms.append("outcome:detached")
        return Destination("review" if count.proposals else "brackets", words=" ".join(terms))
