"""Positions on words of the text: at which paragraph, on which words, who stands where."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from zerodraft.cli import voice
from zerodraft.cli.typeset import Ink, Line, hung, ink
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.standpoints import OnWords

_INDENT: Line = (Ink("  "),)
_DEEPER: Line = (Ink("    "),)


def position_lines(dossier: Dossier, found: Iterable[OnWords], width: int) -> Iterator[Line]:
    """“36 · “rural communities””, then each stand with its delegations and what they said."""
    for each in found:
        quote = f" · “{each.quote}”" if each.quote else ""
        gone = " · its words stand nowhere any more" if each.ordinal is None else ""
        yield from hung(_INDENT, (*ink(each.cite, voice.BOLD), *ink(quote), *ink(gone, voice.QUIET)), width, _DEEPER)
        ordered = sorted(each.positions, key=lambda position: [*Stand].index(position.stand))
        for stand, said in groupby(ordered, key=lambda position: position.stand):
            told = [dossier.name_of(one.delegation) + (f" ({one.body})" if one.body else "") for one in said]
            yield from hung(_DEEPER, ink(f"{stand}: {', '.join(told)}"), width)
