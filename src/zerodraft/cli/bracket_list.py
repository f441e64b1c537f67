"""Brackets in a list: where, since when, which alternatives, and whose they are."""

from collections.abc import Iterable, Iterator

from zerodraft.cli import voice
from zerodraft.cli.thread_view import day
from zerodraft.cli.typeset import Ink, Line, hung, ink
from zerodraft.cli.voice import Json
from zerodraft.core.negotiation.resolving import Holder, Option
from zerodraft.core.text.position import Stance
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.resolving import BracketRow

_INDENT: Line = (Ink("  "),)


def bracket_lines(dossier: Dossier, rows: Iterable[BracketRow], width: int) -> Iterator[Line]:
    """“37 · bracket 1”, then its alternatives by number."""
    for count, row in enumerate(rows):
        if count:
            yield ()
        bracket = row.bracket
        to = f" to {dossier.reading.numbers[bracket.last].cite}" if bracket.last > bracket.first else ""
        since = f"since {day(row.since)}" if row.since else "not recorded yet"
        inner = "inside of another one" if bracket.depth > 1 else ""
        about = " · ".join(filter(None, (f"bracket {bracket.number}", inner, since)))
        yield from hung((), (*ink(f"{row.cite}{to}", voice.BOLD), *ink(f" · {about}", voice.QUIET)), width)
        for option in bracket.options:
            yield from _option(dossier, option, width)


def _option(dossier: Dossier, option: Option, width: int) -> Iterator[Line]:
    words = ink(option.words or "(no words)")
    held = ink(f" · {_held(dossier, option.holders)}", voice.QUIET) if option.holders else ()
    yield from hung((Ink(f"  {option.number}  "),), (*words, *held), width)


def _held(dossier: Dossier, holders: Iterable[Holder]) -> str:
    """“Japan, Chile; Fiji, Norway delete”: each once, by what they say, as it is printed in a bracket."""
    by_stance: dict[Stance, dict[str, None]] = {}
    for each in holders:
        known = dossier.delegations.resolve(each.name)
        name = dossier.name_of(known.code) if known else each.name
        by_stance.setdefault(each.stance, {})[name] = None
    return "; ".join(
        ", ".join(names) + ("" if stance is Stance.PROPOSE else f" {stance}") for stance, names in by_stance.items()
    )


def bracket_json(dossier: Dossier, row: BracketRow) -> Json:
    """A bracket for programs; `code` is None for a name that no delegation bears."""
    return {
        "paragraph": row.cite,
        "bracket": row.bracket.number,
        "until": dossier.reading.numbers[row.bracket.last].cite,
        "depth": row.bracket.depth,
        "focus_area": row.area,
        "since": row.since.isoformat() if row.since else None,
        "alternatives": [
            {
                "number": option.number,
                "words": option.words,
                "holders": [_holder_json(dossier, each) for each in option.holders],
            }
            for option in row.bracket.options
        ],
    }


def _holder_json(dossier: Dossier, holder: Holder) -> Json:
    known = dossier.delegations.resolve(holder.name)
    return {
        "name": dossier.name_of(holder.name),
        "code": known.code if known else None,
        "stance": holder.stance.value,
        "date": holder.since.isoformat() if holder.since else None,
    }
