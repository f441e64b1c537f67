"""`zerodraft concordance`: what became of each paragraph, whose contribution it was, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, opening, voice

if TYPE_CHECKING:
    from zerodraft.cli.typeset import Line
    from zerodraft.core.negotiation.concordance import Entry
    from zerodraft.desk.concording import Concordance
    from zerodraft.desk.dossier import Dossier

_EXAMPLE = """\b
Examples:
  zerodraft concordance bali-message                  since the last version
  zerodraft concordance bali-message rev-1 rev-2
  zerodraft concordance bali-message rev-1 rev-2 --to md > concordance.md
  zerodraft concordance bali-message --to csv | head -3

How to read it: new and old number, what was done, then who contributed by code: SEC for the drafters, and the
proposals and comments that were taken up; then why. Files name everybody in full.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    old: str
    new: str
    everything: bool
    form: str | None
    as_json: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("old", default="", shell_complete=arguments.complete_versions)
@click.argument("new", default="", shell_complete=arguments.complete_versions)
@click.option("--all", "everything", is_flag=True, help="Paragraphs that are as they were, too.")
@click.option("--to", "form", type=click.Choice(["md", "csv", "json"]), help="Print all of it in the form of a file.")
@arguments.json_option
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Tell what became of each paragraph between two texts, by whose contribution, and why.

    OLD is the last issued version when it is not named, NEW the working text; right after an issue, when both
    are the same, the last two versions are taken. Acts that were undone contributed nothing.
    """
    with opening.desk() as desk:
        dossier = desk.open(wanted.slug)
        found = desk.concordance(dossier, wanted.old, wanted.new)
    if wanted.as_json or wanted.form == "json":
        voice.say_json(_json(dossier, found))
    elif wanted.form:
        voice.say_bytes(_file(dossier, found, wanted.form).encode("utf-8", "replace"))
    else:
        answers.write(_lines(dossier, found, everything=wanted.everything))


def _file(dossier: "Dossier", found: "Concordance", form: str) -> str:
    from zerodraft.export.comma_separated import entries_csv
    from zerodraft.export.markdown.concordance import entries_markdown

    if form == "csv":
        return entries_csv(found.entries, dossier.name_of)
    title = (dossier.title, dossier.settings.conference, f"Concordance: {_between(found)}")
    return entries_markdown(title, found.entries, dossier.name_of)


def _between(found: "Concordance") -> str:
    return f"{found.old.label} → {found.new.label}"


def _lines(dossier: "Dossier", found: "Concordance", *, everything: bool) -> "Iterator[Line]":
    from zerodraft.cli.table import table
    from zerodraft.cli.typeset import MEASURE, hung, ink

    width = min(voice.width(), MEASURE)
    yield from hung((), ink(dossier.title, voice.BOLD), width)
    yield from hung((), ink(_between(found)), width)
    shown = [each for each in found.entries if everything or not each.is_as_it_was]
    if shown:
        yield ()
        rows = list(map(_row, shown)) if everything else list(_folded(shown))
        yield from table(("new", "old", "done", "by whom, and why"), rows, width)
    same = len(found.entries) - len(shown)
    if same:
        yield ()
        yield ink(f"{same} paragraph{'' if same == 1 else 's'}: the same words under the same number", voice.QUIET)


def _folded(entries: "Sequence[Entry]") -> "Iterator[Sequence[Line]]":
    """One row for paragraphs that follow each other and only bear other numbers: “12–12(c)”."""
    from zerodraft.core.comparison.changes import Fate

    for is_kept, run in groupby(entries, key=lambda each: each.done == (Fate.KEPT,)):
        first, *others = run
        if is_kept and others:
            last = others[-1]
            yield _row(first._replace(new=f"{first.new}–{last.new}", old=(f"{first.old[0]}–{last.old[-1]}",)))
        else:
            yield from map(_row, (first, *others))


def _row(entry: "Entry") -> "Sequence[Line]":
    from zerodraft.cli.typeset import ink
    from zerodraft.export.concordance import deed, why

    taken_up = ", ".join((*entry.proposals, *entry.answers))
    about = "".join((f" ({taken_up})" if taken_up else "", f": {why(entry)}" if entry.reasons else ""))
    return (
        ink(entry.new or "–", voice.BOLD),
        ink(", ".join(entry.old) or "–"),
        ink(deed(entry)),
        (*ink(", ".join(entry.delegations), voice.BOLD), *ink(about)),
    )


def _json(dossier: "Dossier", found: "Concordance") -> voice.Json:
    texts = [
        {"version": each.version.name if each.version else None, "label": each.label, "text_id": each.text_id}
        for each in (found.old, found.new)
    ]
    return {
        "declaration": dossier.slug,
        "old": texts[0],
        "new": texts[1],
        "paragraphs": [_entry(dossier, each) for each in found.entries],
    }


def _entry(dossier: "Dossier", entry: "Entry") -> voice.Json:
    return {
        "new": entry.new or None,
        "old": list(entry.old),
        "done": [each.value for each in entry.done],
        "contributors": [{"code": code, "name": dossier.name_of(code)} for code in entry.delegations],
        "proposals": list(entry.proposals),
        "comments": list(entry.answers),
        "reasons": list(entry.reasons),
    }
