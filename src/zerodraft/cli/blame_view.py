"""Whose words, on a terminal: a number, then each stretch of words behind its delegation, day and proposal."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from zerodraft.cli import voice
from zerodraft.cli.inking import inks_within
from zerodraft.cli.typeset import NO_WRAPPING, Ink, Line, hung, ink, padded
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells
from zerodraft.desk.crediting import CreditedParagraph, Origin
from zerodraft.desk.dossier import Reading

_LONGEST_WHO = 12
_LAST = "↓ "
_BLOCKS = (Kind.TABLE, Kind.OPAQUE)


def short_day(moment: datetime | None) -> str:
    """“ 5 Oct 2021”, always 11 cells; spaces for an act that is none yet."""
    return f"{moment.day:2} {moment:%b %Y}" if moment else " " * 11


def who(origin: Origin) -> str:
    """The code of whose words they are, “JPN+2” with others; of a change made elsewhere the beginning of a name."""
    if origin.delegation:
        return f"{origin.delegation}+{len(origin.others)}" if origin.others else origin.delegation
    name = visible(origin.who, single_line=True)
    return name if cells(name) <= _LONGEST_WHO else f"{name[: _LONGEST_WHO - 1].rstrip()}…"


class BlameView:
    """Lines of some paragraphs of one text."""

    def __init__(self, reading: Reading, found: Sequence[CreditedParagraph], width: int) -> None:
        self._reading = reading
        self._found = found
        self._width = width
        origins = {origin: None for each in found for origin in (*each.acts, *(words.origin for words in each.words))}
        self._origins = sorted(origins, key=lambda origin: (origin.date is None, origin.date))
        self._gutter = max(cells(reading.numbers[each.ordinal].cite) for each in found) + 2
        self._who = max(cells(who(origin)) for origin in self._origins)
        self._proposals = max(cells(", ".join(origin.proposals)) for origin in self._origins)

    def lines(self) -> Iterator[Line]:
        for each in self._found:
            yield from self._paragraph(each)
            yield ()
        yield ink("Acts", voice.BOLD)
        for origin in self._origins:
            yield from self._act(origin)

    def _paragraph(self, credited: CreditedParagraph) -> Iterator[Line]:
        paragraph = self._reading.draft.paragraphs[credited.ordinal]
        number = self._reading.numbers[credited.ordinal]
        head = padded(ink(number.cite, "" if number.printed else voice.QUIET), self._gutter)
        width = NO_WRAPPING if paragraph.kind in _BLOCKS else self._width
        shown = self._shown(credited)
        for origin, words in groupby(shown, key=lambda each: each[0]):
            body = tuple(each for _, inks in words for each in inks)
            yield from hung((*head, *self._origin(origin)), _without_space_at_end(body), width)
            head = (Ink(" " * self._gutter),)
        if credited.acts and credited.acts[-1] not in [origin for origin, _ in shown]:
            yield (
                Ink(" " * (self._gutter - len(_LAST)) + _LAST),
                *self._origin(credited.acts[-1]),
                *ink("touched it last", voice.QUIET),
            )

    def _shown(self, credited: CreditedParagraph) -> list[tuple[Origin, Line]]:
        """The stretches of which a reader sees words; the signs of Markdown are not shown, the space after them is."""
        paragraph = self._reading.draft.paragraphs[credited.ordinal]
        shown: list[tuple[Origin, Line]] = []
        for words in credited.words:
            line = tuple(inks_within(paragraph, words.start, words.end))
            if any(each.text.strip() for each in line):
                shown.append((words.origin, line))
            elif shown:
                shown[-1] = (shown[-1][0], (*shown[-1][1], *line))
        return shown

    def _origin(self, origin: Origin) -> Line:
        told = (
            *padded(ink(who(origin), voice.BOLD), self._who + 1),
            *ink(short_day(origin.date), voice.QUIET),
            Ink("  "),
        )
        proposals = padded(ink(", ".join(origin.proposals)), self._proposals + 2) if self._proposals else ()
        return (*told, *proposals)

    def _act(self, origin: Origin) -> Iterator[Line]:
        head = self._origin(origin)
        yield from hung(head, ink(_sentence(origin)), self._width)


def _without_space_at_end(body: Line) -> Line:
    """A stretch ends with the space before the next one."""
    return (*body[:-1], Ink(body[-1].text.rstrip(" "), body[-1].style)) if body else body


def _sentence(origin: Origin) -> str:
    """What was done; a name that the code in front of it tells already is left out."""
    told = (
        origin.sentence
        if origin.act or not origin.who
        else f"changed outside zerodraft by {origin.who}: {origin.sentence}"
    )
    told = told.removeprefix(f"{origin.who}: ") if origin.delegation else told
    told = f"{told} · with {', '.join(origin.others)}" if origin.others else told
    return f"{told} · answers {origin.answers}" if origin.answers else told
