"""Figures on a terminal: a sign for each paragraph, curves over the versions, who holds what is open."""

from collections.abc import Iterator, Sequence

from zerodraft.cli import voice
from zerodraft.cli.table import table
from zerodraft.cli.typeset import Ink, Line, hung, ink
from zerodraft.core.negotiation.progress import Condition, Held, PartTally, Tally
from zerodraft.core.text.draft import Part
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.progressing import Report
from zerodraft.export.gauges import NOTHING, SIGNS, counted, curve, level
from zerodraft.export.labels import ENGLISH
from zerodraft.export.sheet import WORKING_TEXT

_SHORT = {Part.PREAMBLE: "PP", Part.OPERATIVE: "–", Part.CLOSING: "C"}
_COLUMNS = ("agreed", "bracketed", "proposed", "untouched", "brackets", "proposals")
_INDENT: Line = (Ink("  "),)


class ProgressView:
    """Lines of the figures of one declaration."""

    def __init__(self, dossier: Dossier, report: Report, width: int) -> None:
        self._dossier = dossier
        self._report = report
        self._width = width

    def lines(self) -> Iterator[Line]:
        yield ()
        yield from self._total()
        for part in self._report.now.parts:
            yield ()
            yield from self._part(part)
        yield ()
        yield from self._milestones()
        if self._report.now.held:
            yield ()
            yield from self._held()

    def _total(self) -> Iterator[Line]:
        tally = self._report.now.total
        kinds = zip(Condition, (tally.agreed, tally.bracketed, tally.proposed, tally.untouched), strict=True)
        told = ", ".join(f"{count} {_told(condition)} {SIGNS[condition]}" for condition, count in kinds)
        yield from hung((), ink(f"{counted(tally.paragraphs, 'paragraph')}: {told}", voice.BOLD), self._width)
        decided = self._report.made - tally.proposals
        proposals = f"{decided} of {counted(self._report.made, 'proposal')} decided" if self._report.made else ""
        yield from hung((), ink(" · ".join(filter(None, (_open(tally), proposals)))), self._width)

    def _part(self, part: PartTally) -> Iterator[Line]:
        name = part.area.title if part.area else ENGLISH.outside[part.part]
        yield from hung((), ink(name), self._width)
        signs = "".join(SIGNS[each] for each in part.conditions)
        told = " · ".join(filter(None, (counted(part.tally.paragraphs, "paragraph"), _open(part.tally))))
        if signs and len(signs) + len(told) + 4 <= self._width:
            yield (*_INDENT, Ink(signs), *ink(f"  {told}", voice.QUIET))
            return
        for start in range(0, len(signs), self._width - 2):
            yield (*_INDENT, Ink(signs[start : start + self._width - 2]))
        yield from hung(_INDENT, ink(told, voice.QUIET), self._width, _INDENT)

    def _milestones(self) -> Iterator[Line]:
        """One line a text; below the columns their curves."""
        found = self._report.milestones
        columns = [[getattr(each.tally, name) for each in found] for name in _COLUMNS]
        rows: list[Sequence[Line]] = [
            (
                ink(each.version.designation if each.version else WORKING_TEXT),
                *(ink(str(column[row] or NOTHING)) for column in columns),
            )
            for row, each in enumerate(found)
        ]
        if len(found) > 1:
            rows.append((ink("curve", voice.QUIET), *(ink(curve(column)) for column in columns)))
        yield from table(("over the versions", *_COLUMNS), rows, self._width, range(1, len(_COLUMNS) + 1))

    def _held(self) -> Iterator[Line]:
        """Who holds what is open, by part of the text."""
        held = self._report.now.held
        parts = self._report.now.parts
        heads = [str(part.area.number) if part.area else _SHORT[part.part] for part in parts]
        most = max(max(_by_part(each), default=0) for each in held)
        rows = [
            (
                *(ink(f"{count}{level(count, most)}" if count else f"{NOTHING} ") for count in _by_part(each)),
                ink(str(sum(each.proposals) or NOTHING)),
                ink(str(sum(each.brackets) or NOTHING)),
                ink(self._dossier.name_of(each.delegation)),
            )
            for each in held
        ]
        shown = (*(f"{head} " for head in heads), "proposals", "brackets", "held open by")
        yield from table(shown, rows, self._width, range(len(shown) - 1))


def _by_part(held: Held) -> list[int]:
    return [proposals + brackets for proposals, brackets in zip(held.proposals, held.brackets, strict=False)]


def _told(condition: Condition) -> str:
    return "proposed on" if condition is Condition.PROPOSED else condition.value


def _open(tally: Tally) -> str:
    """“2 brackets · 3 open proposals”, "" for none."""
    brackets = counted(tally.brackets, "bracket") if tally.brackets else ""
    proposals = counted(tally.proposals, "open proposal") if tally.proposals else ""
    return " · ".join(filter(None, (brackets, proposals)))
